"""Queries on what channels were told of calls. Each runs inside the caller's transaction and blocks; none opens one."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, delete, insert, or_, select, update

from bot.alert_ports import AlertRow, CallId, Change, ChannelRow, DueCall, Saved
from bot.domain.model import CallUuid, Kind, MeetingRef
from bot.domain.storms import OpenAlert
from bot.store import outbox
from bot.store.alert_rows import alert_of, alert_values, channel_of, opened
from bot.store.alert_tables import alert_channels, alerts, subscriptions
from bot.store.tables import feed_calls

# --- calls that changed ----------------------------------------------------------------------------------------------


def due_calls(connection: Connection, most: int) -> list[DueCall]:
    """The ones first that wait longest."""
    query = select(feed_calls.c.kind, feed_calls.c.uuid, feed_calls.c.changes).where(feed_calls.c.is_due.is_(True))
    rows = connection.execute(query.order_by(feed_calls.c.last_at, feed_calls.c.id).limit(most))
    return [DueCall(Kind(row.kind), CallUuid(row.uuid), row.changes) for row in rows]


def considered(connection: Connection, looked_at: Sequence[DueCall]) -> None:
    this = feed_calls.c.kind == bindparam("of_kind"), feed_calls.c.uuid == bindparam("of_uuid")
    unchanged = feed_calls.c.changes == bindparam("seen")
    rows = [{"of_kind": call.kind.value, "of_uuid": call.uuid, "seen": call.changes} for call in looked_at]
    if rows:
        connection.execute(update(feed_calls).where(*this, unchanged).values(is_due=False), rows)


def is_due(connection: Connection, kind: Kind, uuid: CallUuid) -> None:
    """Something else than an event told something new of a call that events told of."""
    this = feed_calls.c.kind == kind.value, feed_calls.c.uuid == uuid
    connection.execute(update(feed_calls).where(*this).values(changes=feed_calls.c.changes + 1, is_due=True))


# --- deciding --------------------------------------------------------------------------------------------------------


def open_rows(connection: Connection, channel_ids: Collection[int], since: datetime) -> list[AlertRow]:
    """The channels' alerts that opened since the instant, or are on."""
    recent = alerts.c.opened_at.is_not(None), or_(alerts.c.opened_at >= since, alerts.c.is_on.is_(True))
    query = select(alerts).where(alerts.c.channel.in_(channel_ids), *recent).order_by(alerts.c.opened_at, alerts.c.id)
    return [alert_of(row) for row in connection.execute(query)]


def past(connection: Connection, channel_id: int, since: datetime) -> list[OpenAlert]:
    query = select(alerts).where(alerts.c.channel == channel_id, alerts.c.opened_at >= since)
    return opened([alert_of(row) for row in connection.execute(query)])


def members(connection: Connection, channel_id: int, leader: str) -> list[AlertRow]:
    """The alerts of a storm, the oldest first."""
    query = select(alerts).where(alerts.c.channel == channel_id, alerts.c.leader == leader)
    rows = connection.execute(query.order_by(alerts.c.opened_at, alerts.c.id))
    return [alert_of(row) for row in rows]


def commit(connection: Connection, changes: Sequence[Change]) -> bool:
    """The changes of one channel. False, and none is kept, when something else was decided there since it was read."""
    channel = changes[0].channel
    ends = next((one.quiet_ends for one in changes if one.quiet_ends != channel.quiet_ends), channel.quiet_ends)
    this = alert_channels.c.id == channel.id, alert_channels.c.version == channel.version
    values = {"version": channel.version + 1, "quiet_ends": ends}
    if not connection.execute(update(alert_channels).where(*this).values(values)).rowcount:
        return False
    for change in changes:
        _keep(connection, change)
    return True


def _keep(connection: Connection, change: Change) -> None:
    now = change.now
    for saved in change.saved:
        _save(connection, saved, now)
    led = _led(connection, change.channel.id, change.led, now)
    for alert_id in [*led, *_ids(connection, change.channel.id, change.lead - change.led.keys())]:
        outbox.want_card(connection, change.channel.id, alert_id, now)
    if change.line:
        outbox.want_line(connection, change.channel.id, change.line, now)


def _save(connection: Connection, saved: Saved, now: datetime) -> None:
    row = saved.row
    values = alert_values(row) | {"changed_at": now}
    if row.id is None:
        new = insert(alerts).values(values | {"posted_anew": 0})
        alert_id: int = next(iter((connection.execute(new)).inserted_primary_key or ()))
    else:
        alert_id = row.id
        connection.execute(update(alerts).where(alerts.c.id == alert_id).values(values))
    if saved.card:
        outbox.want_card(connection, row.channel, alert_id, now)
    if saved.reply:
        outbox.want_reply(connection, row.channel, alert_id, saved.reply, now)


def _led(connection: Connection, channel_id: int, led: Mapping[str, tuple[str, str, bool]], now: datetime) -> list[int]:
    """Earlier alerts that a storm takes in: their state names its leader. Returns their ids."""
    rows = _rows(connection, channel_id, led)
    for row in rows:
        leader, place, is_site = led[row.call_key]
        joined = replace(row, state=replace(row.state, leader=leader), storm_place=place, storm_is_site=is_site)
        values = alert_values(joined) | {"changed_at": now}
        connection.execute(update(alerts).where(alerts.c.id == row.id).values(values))
    return [row.id for row in rows if row.id is not None and not row.state.folded]


def _ids(connection: Connection, channel_id: int, keys: frozenset[str]) -> list[int]:
    rows = _rows(connection, channel_id, dict.fromkeys(keys, ("", "", False))) if keys else []
    return [row.id for row in rows if row.id is not None]


def _rows(connection: Connection, channel_id: int, keys: Mapping[str, tuple[str, str, bool]]) -> list[AlertRow]:
    if not keys:
        return []
    query = select(alerts).where(alerts.c.channel == channel_id, alerts.c.call_key.in_(keys)).order_by(alerts.c.id)
    return [alert_of(row) for row in connection.execute(query)]


# --- finding ---------------------------------------------------------------------------------------------------------


def by_id(connection: Connection, alert_id: int) -> tuple[ChannelRow, AlertRow] | None:
    row = (connection.execute(select(alerts).where(alerts.c.id == alert_id))).one_or_none()
    if row is None:
        return None
    channel = (connection.execute(select(alert_channels).where(alert_channels.c.id == row.channel))).one()
    return channel_of(channel), alert_of(row)


def latest(connection: Connection, team_id: str, channel_id: str, ref: MeetingRef) -> AlertRow | None:
    """What is kept about the call in that channel; of a number the call decided about last."""
    there = alert_channels.c.team_id == team_id, alert_channels.c.channel_id == channel_id
    here = alerts.c.channel.in_(select(alert_channels.c.id).where(*there)), alerts.c.kind == ref.kind.value
    named = alerts.c.uuid == ref.uuid if ref.uuid else alerts.c.number == ref.number
    query = select(alerts).where(*here, named).order_by(alerts.c.changed_at.desc(), alerts.c.id.desc()).limit(1)
    row: Row[Any] | None = connection.execute(query).one_or_none()
    return None if row is None else alert_of(row)


def due_looks(connection: Connection, now: datetime, most: int) -> list[CallId]:
    due = and_(alerts.c.look_at <= now, alerts.c.uuid.is_not(None))
    query = select(alerts.c.kind, alerts.c.uuid).where(due).distinct().limit(most)
    return [CallId(Kind(row.kind), CallUuid(row.uuid)) for row in connection.execute(query)]


def looked(connection: Connection, calls: Sequence[CallId], now: datetime) -> None:
    this = alerts.c.kind == bindparam("of_kind"), alerts.c.uuid == bindparam("of_uuid"), alerts.c.look_at <= now
    rows = [{"of_kind": call.kind.value, "of_uuid": call.uuid} for call in calls]
    if rows:
        connection.execute(update(alerts).where(*this).values(look_at=None), rows)


def quiet_over(connection: Connection, now: datetime) -> list[ChannelRow]:
    rows = connection.execute(select(alert_channels).where(alert_channels.c.quiet_ends <= now))
    return [channel_of(row) for row in rows]


def quietly_held(connection: Connection, channel_id: int) -> list[AlertRow]:
    held = alerts.c.channel == channel_id, alerts.c.quietly_held.is_(True)
    return [alert_of(row) for row in connection.execute(select(alerts).where(*held).order_by(alerts.c.id))]


def not_useful(connection: Connection, alert_id: int) -> None:
    rule = select(alerts.c.subscription_id).where(alerts.c.id == alert_id).scalar_subquery()
    counted = update(subscriptions).where(subscriptions.c.id == rule)
    connection.execute(counted.values(not_useful=subscriptions.c.not_useful + 1))


def purge(connection: Connection, before: datetime) -> int:
    """Drops what was decided about calls, unless it changed since; returns how many."""
    dropped = connection.execute(delete(alerts).where(alerts.c.changed_at < before))
    return dropped.rowcount
