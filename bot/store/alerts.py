"""Queries on what channels were told of calls. Each runs inside the caller's transaction; none opens one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alert_ports import AlertRow, Change, ChannelRow, DueCall, Saved, Watch
from bot.domain.model import CallUuid, Kind, MeetingRef
from bot.domain.storms import OpenAlert
from bot.store import channels, outbox
from bot.store.alert_rows import alert_of, alert_values, channel_of, opened, subscription_of
from bot.store.alert_tables import alert_channels, alerts, subscriptions
from bot.store.tables import feed_calls

# --- calls that changed ----------------------------------------------------------------------------------------------


async def due_calls(connection: AsyncConnection, most: int) -> list[DueCall]:
    """The ones first that wait longest."""
    query = select(feed_calls.c.kind, feed_calls.c.uuid, feed_calls.c.changes).where(feed_calls.c.is_due.is_(True))
    rows = await connection.execute(query.order_by(feed_calls.c.last_at, feed_calls.c.id).limit(most))
    return [DueCall(Kind(row.kind), CallUuid(row.uuid), row.changes) for row in rows]


async def considered(connection: AsyncConnection, looked_at: Sequence[DueCall]) -> None:
    this = feed_calls.c.kind == bindparam("of_kind"), feed_calls.c.uuid == bindparam("of_uuid")
    unchanged = feed_calls.c.changes == bindparam("seen")
    rows = [{"of_kind": call.kind.value, "of_uuid": call.uuid, "seen": call.changes} for call in looked_at]
    if rows:
        await connection.execute(update(feed_calls).where(*this, unchanged).values(is_due=False), rows)


async def is_due(connection: AsyncConnection, kind: Kind, uuid: CallUuid) -> None:
    """Something else than an event told something new of a call that events told of."""
    this = feed_calls.c.kind == kind.value, feed_calls.c.uuid == uuid
    await connection.execute(update(feed_calls).where(*this).values(changes=feed_calls.c.changes + 1, is_due=True))


# --- deciding --------------------------------------------------------------------------------------------------------


async def watching(connection: AsyncConnection, call_key: str, since: datetime) -> list[Watch]:
    """Every channel with a subscription in force, or with anything kept about the call."""
    mine = await connection.execute(select(alerts).where(alerts.c.call_key == call_key))
    rows = {row.channel: alert_of(row) for row in mine}
    wishing = select(subscriptions.c.channel).where(subscriptions.c.ended_at.is_(None))
    wanted = or_(alert_channels.c.id.in_(wishing), alert_channels.c.id.in_(rows))
    found = [channel_of(row) for row in await connection.execute(select(alert_channels).where(wanted))]
    return [await _watch(connection, one, rows.get(one.id), call_key, since) for one in found]


async def _watch(
    connection: AsyncConnection, channel: ChannelRow, row: AlertRow | None, call_key: str, since: datetime
) -> Watch:
    query = select(subscriptions).where(subscriptions.c.channel == channel.id)
    speaking = int(row.state.subscription_id) if row and row.state.subscription_id else None
    wishes = (await connection.execute(query)).all()
    counted = [one for one in wishes if one.ended_at is None or one.id == speaking]
    ended = {subscription_of(one, channel).id for one in counted if one.ended_at is not None}
    others = await open_rows(connection, channel.id, since)
    return Watch(
        channel,
        [subscription_of(one, channel) for one in counted],
        frozenset(ended),
        await channels.snoozed(connection, channel.id),
        row,
        opened([one for one in others if one.call_key != call_key]),
    )


async def open_rows(connection: AsyncConnection, channel_id: int, since: datetime) -> list[AlertRow]:
    """The channel's alerts that opened since the instant, or are on."""
    recent = alerts.c.opened_at.is_not(None), or_(alerts.c.opened_at >= since, alerts.c.is_on.is_(True))
    query = select(alerts).where(alerts.c.channel == channel_id, *recent).order_by(alerts.c.opened_at, alerts.c.id)
    return [alert_of(row) for row in await connection.execute(query)]


async def past(connection: AsyncConnection, channel_id: int, since: datetime) -> list[OpenAlert]:
    query = select(alerts).where(alerts.c.channel == channel_id, alerts.c.opened_at >= since)
    return opened([alert_of(row) for row in await connection.execute(query)])


async def members(connection: AsyncConnection, channel_id: int, leader: str) -> list[AlertRow]:
    """The alerts of a storm, the oldest first."""
    query = select(alerts).where(alerts.c.channel == channel_id, alerts.c.leader == leader)
    rows = await connection.execute(query.order_by(alerts.c.opened_at, alerts.c.id))
    return [alert_of(row) for row in rows]


async def commit(connection: AsyncConnection, change: Change) -> bool:
    """False, and nothing is kept, when something else was decided in the channel since it was read."""
    version = change.channel.version
    this = alert_channels.c.id == change.channel.id, alert_channels.c.version == version
    values = {"version": version + 1, "quiet_ends": change.quiet_ends}
    if not (await connection.execute(update(alert_channels).where(*this).values(values))).rowcount:
        return False
    now = change.now
    for saved in change.saved:
        await _save(connection, saved, now)
    led = await _led(connection, change.channel.id, change.led, now)
    for alert_id in [*led, *await _ids(connection, change.channel.id, change.lead - change.led.keys())]:
        await outbox.want_card(connection, change.channel.id, alert_id, now)
    if change.line:
        await outbox.want_line(connection, change.channel.id, change.line, now)
    return True


async def _save(connection: AsyncConnection, saved: Saved, now: datetime) -> None:
    row = saved.row
    values = alert_values(row) | {"changed_at": now}
    if row.id is None:
        new = insert(alerts).values(values | {"posted_anew": 0})
        alert_id: int = next(iter((await connection.execute(new)).inserted_primary_key or ()))
    else:
        alert_id = row.id
        await connection.execute(update(alerts).where(alerts.c.id == alert_id).values(values))
    if saved.card:
        await outbox.want_card(connection, row.channel, alert_id, now)
    if saved.reply:
        await outbox.want_reply(connection, row.channel, alert_id, saved.reply, now)


async def _led(
    connection: AsyncConnection, channel_id: int, led: Mapping[str, tuple[str, str, bool]], now: datetime
) -> list[int]:
    """Earlier alerts that a storm takes in: their state names its leader. Returns their ids."""
    rows = await _rows(connection, channel_id, led)
    for row in rows:
        leader, place, is_site = led[row.call_key]
        joined = replace(row, state=replace(row.state, leader=leader), storm_place=place, storm_is_site=is_site)
        values = alert_values(joined) | {"changed_at": now}
        await connection.execute(update(alerts).where(alerts.c.id == row.id).values(values))
    return [row.id for row in rows if row.id is not None and not row.state.folded]


async def _ids(connection: AsyncConnection, channel_id: int, keys: frozenset[str]) -> list[int]:
    rows = await _rows(connection, channel_id, dict.fromkeys(keys, ("", "", False))) if keys else []
    return [row.id for row in rows if row.id is not None]


async def _rows(
    connection: AsyncConnection, channel_id: int, keys: Mapping[str, tuple[str, str, bool]]
) -> list[AlertRow]:
    if not keys:
        return []
    query = select(alerts).where(alerts.c.channel == channel_id, alerts.c.call_key.in_(keys)).order_by(alerts.c.id)
    return [alert_of(row) for row in await connection.execute(query)]


# --- finding ---------------------------------------------------------------------------------------------------------


async def by_id(connection: AsyncConnection, alert_id: int) -> tuple[ChannelRow, AlertRow] | None:
    row = (await connection.execute(select(alerts).where(alerts.c.id == alert_id))).one_or_none()
    if row is None:
        return None
    channel = (await connection.execute(select(alert_channels).where(alert_channels.c.id == row.channel))).one()
    return channel_of(channel), alert_of(row)


async def latest(connection: AsyncConnection, channel: ChannelRow, ref: MeetingRef) -> AlertRow | None:
    """What is kept about the call; of a number the call decided about last."""
    here = alerts.c.channel == channel.id, alerts.c.kind == ref.kind.value
    named = alerts.c.uuid == ref.uuid if ref.uuid else alerts.c.number == ref.number
    query = select(alerts).where(*here, named).order_by(alerts.c.changed_at.desc(), alerts.c.id.desc()).limit(1)
    row: Row[Any] | None = (await connection.execute(query)).one_or_none()
    return None if row is None else alert_of(row)


async def due_looks(connection: AsyncConnection, now: datetime, most: int) -> list[tuple[Kind, CallUuid]]:
    due = and_(alerts.c.look_at <= now, alerts.c.uuid.is_not(None))
    query = select(alerts.c.kind, alerts.c.uuid).where(due).distinct().limit(most)
    return [(Kind(row.kind), CallUuid(row.uuid)) for row in await connection.execute(query)]


async def looked(connection: AsyncConnection, kind: Kind, uuid: CallUuid, now: datetime) -> None:
    this = alerts.c.kind == kind.value, alerts.c.uuid == uuid, alerts.c.look_at <= now
    await connection.execute(update(alerts).where(*this).values(look_at=None))


async def quiet_over(connection: AsyncConnection, now: datetime) -> list[ChannelRow]:
    rows = await connection.execute(select(alert_channels).where(alert_channels.c.quiet_ends <= now))
    return [channel_of(row) for row in rows]


async def quietly_held(connection: AsyncConnection, channel_id: int) -> list[AlertRow]:
    held = alerts.c.channel == channel_id, alerts.c.quietly_held.is_(True)
    return [alert_of(row) for row in await connection.execute(select(alerts).where(*held).order_by(alerts.c.id))]


async def not_useful(connection: AsyncConnection, alert_id: int) -> None:
    rule = select(alerts.c.subscription_id).where(alerts.c.id == alert_id).scalar_subquery()
    counted = update(subscriptions).where(subscriptions.c.id == rule)
    await connection.execute(counted.values(not_useful=subscriptions.c.not_useful + 1))


async def purge(connection: AsyncConnection, before: datetime) -> int:
    """Drops what was decided about calls, unless it changed since; returns how many."""
    dropped = await connection.execute(delete(alerts).where(alerts.c.changed_at < before))
    return dropped.rowcount
