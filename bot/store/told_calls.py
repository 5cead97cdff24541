"""Queries on what is kept of what events told of calls. Each runs inside the caller's transaction; none opens one.

How it gets there is in `bot.store.joining`.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import CallUuid, Kind, MeetingNumber
from bot.store.tables import feed_calls, feed_legs, minutes

MOST_FILL_TRIES = 3
AT_ONCE = 500


def _named(kind: Kind, uuid: str) -> tuple[ColumnElement[bool], ...]:
    return feed_calls.c.kind == kind.value, feed_calls.c.uuid == uuid


# --- reading ---------------------------------------------------------------------------------------------------------


async def by_uuid(connection: AsyncConnection, kind: Kind, uuid: CallUuid) -> Row[Any] | None:
    return await _one(connection, select(feed_calls).where(*_named(kind, uuid)))


async def latest_by_number(connection: AsyncConnection, kind: Kind, number: MeetingNumber) -> Row[Any] | None:
    of_number = feed_calls.c.kind == kind.value, feed_calls.c.number == number
    newest_first = feed_calls.c.last_at.desc(), feed_calls.c.id.desc()
    return await _one(connection, select(feed_calls).where(*of_number).order_by(*newest_first).limit(1))


async def _one(connection: AsyncConnection, query: Select[Any]) -> Row[Any] | None:
    row: Row[Any] | None = (await connection.execute(query)).one_or_none()
    return row


async def leg_rows(connection: AsyncConnection, call_id: int) -> Sequence[Row[Any]]:
    query: Select[Any] = select(feed_legs.c.participant_id, feed_legs.c.body).where(feed_legs.c.call_id == call_id)
    rows: Sequence[Row[Any]] = (await connection.execute(query)).all()
    return rows


async def minute_rows(connection: AsyncConnection, call_id: int, people: Sequence[str]) -> Sequence[Row[Any]]:
    found: list[Row[Any]] = []
    for start in range(0, len(people), AT_ONCE):
        theirs = minutes.c.call_id == call_id, minutes.c.participant_id.in_(people[start : start + AT_ONCE])
        found += (await connection.execute(select(minutes).where(*theirs))).all()
    return found


# --- filling and forgetting ------------------------------------------------------------------------------------------


async def due_for_filling(connection: AsyncConnection, now: datetime, most: int) -> list[tuple[Kind, CallUuid]]:
    due = feed_calls.c.fill_after <= now
    query = select(feed_calls.c.kind, feed_calls.c.uuid).where(due).order_by(feed_calls.c.fill_after).limit(most)
    return [(Kind(row.kind), CallUuid(row.uuid)) for row in await connection.execute(query)]


async def fill_tried(connection: AsyncConnection, kind: Kind, uuid: CallUuid, again_at: datetime | None) -> int:
    this = _named(kind, uuid)
    tries = (await connection.execute(select(feed_calls.c.fill_tries).where(*this))).scalar_one_or_none() or 0
    tries = tries + 1 if again_at is not None else MOST_FILL_TRIES
    later = again_at if tries < MOST_FILL_TRIES else None
    await connection.execute(update(feed_calls).where(*this).values(fill_tries=tries, fill_after=later))
    return tries


async def fill_postponed(connection: AsyncConnection, kind: Kind, uuid: CallUuid, until: datetime | None) -> None:
    await connection.execute(update(feed_calls).where(*_named(kind, uuid)).values(fill_after=until))


async def purge(connection: AsyncConnection, before: datetime) -> int:
    """Drops calls last heard of before the instant; returns how many."""
    return (await connection.execute(delete(feed_calls).where(feed_calls.c.last_at < before))).rowcount


async def users_of(connection: AsyncConnection, person: str) -> set[str]:
    """The user ids that were told beside this (lower-case) e-mail."""
    query = select(feed_legs.c.user_id).where(feed_legs.c.email == person).distinct()
    return {user for user in (await connection.execute(query)).scalars() if user}


async def forget(connection: AsyncConnection, person: str, users: set[str]) -> int:
    """Erases every leg with this (lower-case) e-mail or one of these users, and its minutes; returns how many."""
    whose = or_(feed_legs.c.email == person, feed_legs.c.user_id.in_(users))
    rows = await connection.execute(select(feed_legs.c.call_id, feed_legs.c.participant_id).where(whose))
    joins = {(row.call_id, row.participant_id) for row in rows}
    for call_id, participant_id in joins:
        for table in (feed_legs, minutes):
            this = table.c.call_id == call_id, table.c.participant_id == participant_id
            await connection.execute(delete(table).where(*this))
    return len(joins)
