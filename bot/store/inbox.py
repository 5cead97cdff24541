"""Queries on events as they came. Each runs inside the caller's transaction; none opens one."""

import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports import EventState, FeedGap, FeedStatus, Incoming, Settled, StoredEvent
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


def add(connection: Connection, incoming: Sequence[Incoming]) -> list[int | None]:
    """The id of each new event, None for each that was there already or comes twice in the sequence. Blocks."""
    keys = [event.content_key for event in incoming]
    requests = [event.request_id for event in incoming if event.request_id]
    known = or_(events.c.content_key.in_(keys), events.c.request_id.in_(requests))
    there = connection.execute(select(events.c.content_key, events.c.request_id).where(known)).all()
    seen_keys, seen_requests = {row.content_key for row in there}, {row.request_id for row in there}
    highest = connection.execute(select(func.max(events.c.id))).scalar_one_or_none() or 0
    ids: list[int | None] = []
    rows: list[dict[str, Any]] = []
    for event in incoming:
        if event.content_key in seen_keys or (event.request_id and event.request_id in seen_requests):
            ids.append(None)
            continue
        seen_keys.add(event.content_key)
        seen_requests.add(event.request_id)
        highest += 1
        ids.append(highest)
        rows.append(_row(highest, event))
    if rows:
        connection.execute(insert(events), rows)
    return ids


def _row(id: int, event: Incoming) -> dict[str, Any]:
    return {
        "id": id,
        "request_id": event.request_id,
        "content_key": event.content_key,
        "name": event.name,
        "event_at": event.event_at,
        "received_at": event.received_at,
        "state": EventState.PENDING.value,
        "body": packed(event.body),
    }


async def waiting(connection: AsyncConnection, most: int) -> list[StoredEvent]:
    pending = events.c.state == EventState.PENDING.value
    query = select(events.c.id, events.c.body).where(pending).order_by(events.c.id).limit(most)
    return [StoredEvent(row.id, unpacked(row.body)) for row in await connection.execute(query)]


def mark(connection: Connection, settled: Iterable[Settled]) -> None:
    """What became of them. Blocks."""
    rows = [{"event": one.id, "became": one.state.value, "why": one.reason} for one in settled]
    if rows:
        changed = update(events).where(events.c.id == bindparam("event"))
        connection.execute(changed.values(state=bindparam("became"), reason=bindparam("why")), rows)


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
