"""Queries on channels, their subscriptions and quiet hours. Each runs inside the caller's transaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alert_ports import ChannelRow
from bot.domain.model import CallUuid, Kind
from bot.domain.quiet_hours import QuietHours
from bot.domain.subscriptions import Filter, Rule, Subscription
from bot.store import questions
from bot.store.alert_rows import QUIET, TERMS, channel_of, subscription_id, subscription_of
from bot.store.alert_tables import alert_channels, alerts, outbox, subscriptions
from bot.store.tables import calls, feed_calls, threads


async def channel(connection: AsyncConnection, team_id: str, channel_id: str) -> ChannelRow | None:
    this = alert_channels.c.team_id == team_id, alert_channels.c.channel_id == channel_id
    row = (await connection.execute(select(alert_channels).where(*this))).one_or_none()
    return None if row is None else channel_of(row)


async def made_channel(connection: AsyncConnection, team_id: str, channel_id: str) -> ChannelRow:
    """The channel, which is new if it was not known."""
    known = await channel(connection, team_id, channel_id)
    if known is not None:
        return known
    new = insert(alert_channels).values(team_id=team_id, channel_id=channel_id, version=0)
    id: int = next(iter((await connection.execute(new)).inserted_primary_key or ()))
    return ChannelRow(id, team_id, channel_id, 0)


async def bump(connection: AsyncConnection, channel_id: int) -> None:
    """Whoever is deciding about this channel decides anew."""
    this = alert_channels.c.id == channel_id
    await connection.execute(update(alert_channels).where(this).values(version=alert_channels.c.version + 1))


# --- subscriptions ---------------------------------------------------------------------------------------------------


async def subscribe(
    connection: AsyncConnection,
    where: ChannelRow,
    owner_id: str,
    filters: Sequence[Filter],
    rule: Rule,
    now: datetime,
) -> Subscription:
    """A new subscription, or the one in force with the same terms."""
    for row in await _of(connection, where.id):
        known = subscription_of(row, where)
        if row.ended_at is None and (set(known.filters), known.rule) == (set(filters), rule):
            return known
    body = TERMS.dump_json((tuple(filters), rule))
    values = {"channel": where.id, "owner_id": owner_id, "body": body, "created_at": now, "not_useful": 0}
    inserted = await connection.execute(insert(subscriptions).values(values))
    await bump(connection, where.id)
    id: int = next(iter(inserted.inserted_primary_key or ()))
    return Subscription(subscription_id(id), where.team_id, where.channel_id, owner_id, tuple(filters), rule, now)


async def _of(connection: AsyncConnection, channel_id: int) -> Sequence[Row[Any]]:
    query = select(subscriptions).where(subscriptions.c.channel == channel_id).order_by(subscriptions.c.id)
    rows: Sequence[Row[Any]] = (await connection.execute(query)).all()
    return rows


async def listed(connection: AsyncConnection, where: ChannelRow) -> list[tuple[Subscription, datetime | None, int]]:
    """Those in force, as they were made, with the last alert and the presses of *Not useful*."""
    fired = select(alerts.c.subscription_id, func.max(alerts.c.opened_at).label("at"))
    fired = fired.where(alerts.c.channel == where.id).group_by(alerts.c.subscription_id)
    last = {row.subscription_id: row.at for row in await connection.execute(fired)}
    return [
        (subscription_of(row, where), last.get(row.id), row.not_useful)
        for row in await _of(connection, where.id)
        if row.ended_at is None
    ]


async def end(connection: AsyncConnection, ids: Sequence[int], now: datetime) -> None:
    these = subscriptions.c.id.in_(ids), subscriptions.c.ended_at.is_(None)
    touched = (await connection.execute(select(subscriptions.c.channel).where(*these).distinct())).scalars().all()
    await connection.execute(update(subscriptions).where(*these).values(ended_at=now))
    for channel_id in touched:
        await bump(connection, channel_id)


async def set_quiet(
    connection: AsyncConnection, where: ChannelRow, quiet: QuietHours | None, by: str, now: datetime
) -> None:
    """What is being held back is looked at anew at once, under the new hours."""
    ends = now if where.quiet_ends is not None else None
    values = {"quiet": QUIET.dump_json(quiet) if quiet else None, "quiet_by": by, "quiet_ends": ends}
    await connection.execute(update(alert_channels).where(alert_channels.c.id == where.id).values(values))
    await bump(connection, where.id)


# --- a channel that got a new id -------------------------------------------------------------------------------------


async def move(connection: AsyncConnection, old: str, new: str) -> int:
    """Everything about a channel goes on under its new id; returns how many subscriptions that were.

    Where the new id is known already, its own decisions stay and the subscriptions join them.
    """
    moved = 0
    rows = (await connection.execute(select(alert_channels).where(alert_channels.c.channel_id == old))).all()
    for row in rows:
        ours = subscriptions.c.channel == row.id
        count = select(func.count()).select_from(subscriptions).where(ours, subscriptions.c.ended_at.is_(None))
        moved += (await connection.execute(count)).scalar_one()
        there = await channel(connection, row.team_id, new)
        if there is None:
            renamed = update(alert_channels).where(alert_channels.c.id == row.id)
            await connection.execute(renamed.values(channel_id=new, refusal=None))
            await bump(connection, row.id)
            parked = update(outbox).where(outbox.c.channel == row.id, outbox.c.next_at.is_(None))
            await connection.execute(parked.values(next_at=outbox.c.parked_at, parked_at=None))
        else:
            await connection.execute(update(subscriptions).where(ours).values(channel=there.id))
            await bump(connection, there.id)
            await connection.execute(delete(alert_channels).where(alert_channels.c.id == row.id))
    await connection.execute(update(alerts).where(alerts.c.message_channel == old).values(message_channel=new))
    taken = select(threads.c.ts).where(threads.c.channel_id == new)
    theirs = threads.c.channel_id == old, threads.c.ts.not_in(taken)
    await connection.execute(update(threads).where(*theirs).values(channel_id=new))
    await questions.move(connection, old, new)
    return moved


# --- calls to try a rule on ------------------------------------------------------------------------------------------


async def calls_since(connection: AsyncConnection, since: datetime, most: int) -> list[tuple[Kind, CallUuid]]:
    """The newest first, heard of or fetched since the instant."""
    heard = select(feed_calls.c.kind, feed_calls.c.uuid, feed_calls.c.last_at.label("at"))
    fetched = select(calls.c.kind, calls.c.uuid, func.coalesce(calls.c.ended_at, calls.c.as_of).label("at"))
    found: dict[tuple[str, str], datetime] = {}
    for query in (
        heard.where(feed_calls.c.last_at >= since).order_by(feed_calls.c.last_at.desc()).limit(most),
        fetched.where(calls.c.as_of >= since, calls.c.uuid.is_not(None)).order_by(calls.c.as_of.desc()).limit(most),
    ):
        for row in await connection.execute(query):
            key = row.kind, row.uuid
            found[key] = max(row.at, found.get(key, row.at))
    newest = sorted(found, key=lambda key: (found[key], key), reverse=True)[:most]
    return [(Kind(kind), CallUuid(uuid)) for kind, uuid in newest]
