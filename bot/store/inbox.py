"""Queries on events as they came. Each runs inside the caller's transaction; none opens one."""

import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, func, insert, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports import EventState, FeedGap, FeedStatus, Incoming, Settled, StoredEvent
from bot.store.columns import storable, to_micros
from bot.store.tables import events, feed_gaps, heartbeats

ERASED = "erased on request"
IDS_AT_ONCE = 500
GAPS_SHOWN = 3
FAST = 1


def packed(body: bytes) -> bytes:
    """About a quarter of an event's JSON, which is kept for days."""
    return zlib.compress(body, FAST)


def unpacked(body: bytes) -> bytes:
    return zlib.decompress(body) if body else b""


class Row(NamedTuple):
    """An event as it is about to be stored: texts that every database takes, instants in microseconds."""

    request_id: str | None
    content_key: str
    name: str
    event_at: int | None
    received_at: int
    body: bytes


def row(event: Incoming) -> Row:
    """Made where the event arrives."""
    request_id = None if event.request_id is None else storable(event.request_id)
    event_at = None if event.event_at is None else to_micros(event.event_at)
    return Row(request_id, event.content_key, storable(event.name), event_at, to_micros(event.received_at), event.body)


def add(connection: Connection, rows: Sequence[Row]) -> list[int | None]:
    """The id of each new event, None for each that was there already or comes twice in the sequence. Blocks."""
    keys = [row.content_key for row in rows]
    requests = [row.request_id for row in rows if row.request_id]
    known = or_(events.c.content_key.in_(keys), events.c.request_id.in_(requests))
    there = connection.execute(select(events.c.content_key, events.c.request_id).where(known)).all()
    seen_keys, seen_requests = {row.content_key for row in there}, {row.request_id for row in there}
    highest = connection.execute(select(func.max(events.c.id))).scalar_one_or_none() or 0
    ids: list[int | None] = []
    new: list[dict[str, Any]] = []
    for row in rows:
        if row.content_key in seen_keys or (row.request_id and row.request_id in seen_requests):
            ids.append(None)
            continue
        seen_keys.add(row.content_key)
        seen_requests.add(row.request_id)
        highest += 1
        ids.append(highest)
        new.append({**row._asdict(), "id": highest, "state": EventState.PENDING.value, "body": packed(row.body)})
    if new:
        connection.execute(_ADD, new)
    return ids


_ADD = text(
    "INSERT INTO events (id, request_id, content_key, name, event_at, received_at, state, body) "
    "VALUES (:id, :request_id, :content_key, :name, :event_at, :received_at, :state, :body)"
)


def waiting(connection: Connection, most: int) -> list[StoredEvent]:
    """The oldest that wait. Blocks."""
    pending = events.c.state == EventState.PENDING.value
    query = select(events.c.id, events.c.body).where(pending).order_by(events.c.id).limit(most)
    return [StoredEvent(row.id, unpacked(row.body)) for row in connection.execute(query)]


def mark(connection: Connection, settled: Iterable[Settled]) -> None:
    """What became of them. Blocks."""
    alike: dict[tuple[str, str | None], list[int]] = {}
    for one in settled:
        alike.setdefault((one.state.value, one.reason), []).append(one.id)
    for (state, reason), ids in alike.items():
        for start in range(0, len(ids), IDS_AT_ONCE):
            these = events.c.id.in_(ids[start : start + IDS_AT_ONCE])
            connection.execute(update(events).where(these).values(state=state, reason=reason))


async def states(connection: AsyncConnection, ids: Sequence[int]) -> list[EventState]:
    found: list[EventState] = []
    for start in range(0, len(ids), IDS_AT_ONCE):
        query = select(events.c.state).where(events.c.id.in_(ids[start : start + IDS_AT_ONCE]))
        found += [EventState(state) for state in (await connection.execute(query)).scalars()]
    return found


async def status(connection: AsyncConnection) -> FeedStatus:
    counted = await connection.execute(select(events.c.state, func.count()).group_by(events.c.state))
    counts = Counter({row[0]: row[1] for row in counted})
    newest_first = events.c.id.desc()
    last = (
        await connection.execute(select(events.c.received_at, events.c.event_at).order_by(newest_first).limit(1))
    ).one_or_none()
    buried = select(events.c.reason).where(events.c.state == EventState.BURIED.value).order_by(newest_first).limit(1)
    gaps = select(feed_gaps).order_by(feed_gaps.c.since.desc()).limit(GAPS_SHOWN)
    return FeedStatus(
        received_at=last.received_at if last else None,
        lag_s=(last.received_at - last.event_at).total_seconds() if last and last.event_at else None,
        pending=counts[EventState.PENDING],
        ignored=counts[EventState.IGNORED],
        buried=counts[EventState.BURIED],
        buried_reason=(await connection.execute(buried)).scalar_one_or_none(),
        gaps=tuple(FeedGap(row.since, row.until, row.why) for row in await connection.execute(gaps)),
    )


async def beat(connection: AsyncConnection, name: str, now: datetime) -> datetime | None:
    before = (await connection.execute(select(heartbeats.c.at).where(heartbeats.c.name == name))).scalar_one_or_none()
    if before is None:
        await connection.execute(insert(heartbeats).values(name=name, at=now))
    else:
        await connection.execute(update(heartbeats).where(heartbeats.c.name == name).values(at=now))
    return before


async def open_gap(connection: AsyncConnection, since: datetime, why: str) -> int:
    inserted = await connection.execute(insert(feed_gaps).values(since=since, why=why))
    gap: int = next(iter(inserted.inserted_primary_key or ()))
    return gap


async def close_gap(connection: AsyncConnection, gap: int, until: datetime) -> None:
    await connection.execute(update(feed_gaps).where(feed_gaps.c.id == gap).values(until=until))


async def purge(connection: AsyncConnection, before: datetime) -> int:
    """Drops settled events received, and gaps ended, before the instant; returns how many events that were."""
    settled = events.c.state != EventState.PENDING.value
    dropped = await connection.execute(delete(events).where(events.c.received_at < before, settled))
    await connection.execute(delete(feed_gaps).where(feed_gaps.c.until < before))
    return dropped.rowcount


async def blank(connection: AsyncConnection, marks: Sequence[bytes]) -> int:
    """Empties the body of every event that contains one of the marks, in any case of letters; returns how many.

    The keys stay, so that a late repeat of the event does not bring the person back.
    """
    found = [
        row.id
        async for row in await connection.stream(select(events.c.id, events.c.body))
        if any(mark in unpacked(row.body).lower() for mark in marks)
    ]
    for start in range(0, len(found), IDS_AT_ONCE):
        these = events.c.id.in_(found[start : start + IDS_AT_ONCE])
        emptied = update(events).where(these).values(body=b"", state=EventState.IGNORED.value, reason=ERASED)
        await connection.execute(emptied)
    return len(found)
