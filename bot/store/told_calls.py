"""Queries on what events told of calls. Each runs inside the caller's transaction; none opens one.

A leg is a row of its own, so that one event of a webinar of 1,000 people rewrites one of them.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.feed import SILENT_AFTER, CallTold, LegTold, instant, joined, joined_leg
from bot.domain.model import CallUuid, Kind, MeetingNumber
from bot.store.columns import email_key
from bot.store.tables import feed_calls, feed_legs, minutes
from bot.store.told import decode_call, decode_leg, encode_call, encode_leg, encode_sample, storable_leg

FILL_AFTER_END = timedelta(minutes=5)
"""Zoom's REST summary is not there the moment a call ends."""

MOST_FILL_TRIES = 3
AT_ONCE = 500


def _named(kind: Kind, uuid: str) -> tuple[ColumnElement[bool], ...]:
    return feed_calls.c.kind == kind.value, feed_calls.c.uuid == uuid


def join_call(connection: Connection, told: CallTold, *, due: bool = True) -> None:
    """Joins what was told to what is stored of the call, its legs and their minutes. Blocks.

    `due`: alerts are to look.
    """
    stored = select(feed_calls).where(*_named(told.kind, told.uuid)).with_for_update()
    row = connection.execute(stored).one_or_none()
    if row is None:
        new = {**_call_row(told, 0), "fill_tries": 0, "changes": 1, "is_due": due}
        inserted = connection.execute(insert(feed_calls).values(new))
        call_id: int = next(iter(inserted.inserted_primary_key or ()))
    else:
        call_id = row.id
        whole = joined(decode_call(told.kind, told.uuid, row.body, {}), told)
        counted = {"changes": row.changes + 1, "is_due": row.is_due or due}
        changed = {**_call_row(whole, row.fill_tries), **counted}
        connection.execute(update(feed_calls).where(feed_calls.c.id == call_id).values(changed))
    legs = _by_storable_id(told.legs)
    for start in range(0, len(legs), AT_ONCE):
        _join_legs(connection, call_id, dict(list(legs.items())[start : start + AT_ONCE]))


def _call_row(told: CallTold, fill_tries: int) -> dict[str, Any]:
    wait = FILL_AFTER_END if told.ended_ms else SILENT_AFTER
    return {
        "kind": told.kind.value,
        "uuid": told.uuid,
        "number": told.word("number"),
        "host_id": told.word("host_id"),
        "last_at": told.last_at,
        "body": encode_call(told),
        "fill_after": told.last_at + wait if fill_tries < MOST_FILL_TRIES else None,
    }


def _by_storable_id(told: Mapping[str, LegTold]) -> dict[str, LegTold]:
    found: dict[str, LegTold] = {}
    for leg in map(storable_leg, told.values()):
        key = leg.participant_id
        found[key] = joined_leg(found[key], leg) if key in found else leg
    return found


def _join_legs(connection: Connection, call_id: int, legs: Mapping[str, LegTold]) -> None:
    these = feed_legs.c.call_id == call_id, feed_legs.c.participant_id.in_(legs)
    rows = connection.execute(select(feed_legs.c.participant_id, feed_legs.c.body).where(*these))
    stored = {row.participant_id: row.body for row in rows}
    new = [_leg_row(call_id, leg) for key, leg in legs.items() if key not in stored]
    if new:
        connection.execute(insert(feed_legs), new)
    revised = []
    for key, body in stored.items():
        row = _leg_row(call_id, joined_leg(decode_leg(key, body), legs[key]))
        if row["body"] != body:
            revised.append({"of_call": call_id, "of_join": key, **{n: row[n] for n in ("user_id", "email", "body")}})
    if revised:
        one = feed_legs.c.call_id == bindparam("of_call"), feed_legs.c.participant_id == bindparam("of_join")
        columns: dict[str, Any] = {name: bindparam(name) for name in ("user_id", "email", "body")}
        connection.execute(update(feed_legs).where(*one).values(columns), revised)
    _join_minutes(connection, call_id, legs)


def _leg_row(call_id: int, leg: LegTold) -> dict[str, Any]:
    words = {name: said for name, (_, said) in leg.words.items()}
    return {
        "call_id": call_id,
        "participant_id": leg.participant_id,
        "user_id": words.get("user_id"),
        "email": email_key(words.get("email")),
        "body": encode_leg(leg),
    }


def _join_minutes(connection: Connection, call_id: int, legs: Mapping[str, LegTold]) -> None:
    """A minute told twice by the same instant keeps the larger of its bodies: any rule that is always the same."""
    told = {
        (key, instant(minute), at_ms): encode_sample(sample)
        for key, leg in legs.items()
        for (minute, at_ms), sample in leg.minutes.items()
    }
    if not told:
        return
    people, times = {key for key, _, _ in told}, {minute for _, minute, _ in told}
    here = minutes.c.call_id == call_id, minutes.c.participant_id.in_(people), minutes.c.minute.in_(times)
    stored = {
        (row.participant_id, row.minute, row.told_ms): row.body
        for row in connection.execute(select(minutes).where(*here))
    }
    for key in told.keys() & stored.keys():
        if told[key] > stored[key]:
            person, minute, at_ms = key
            this = minutes.c.participant_id == person, minutes.c.minute == minute, minutes.c.told_ms == at_ms
            connection.execute(delete(minutes).where(minutes.c.call_id == call_id, *this))
            del stored[key]
    new = [
        {"call_id": call_id, "participant_id": key[0], "minute": key[1], "told_ms": key[2], "body": body}
        for key, body in told.items()
        if key not in stored
    ]
    if new:
        connection.execute(insert(minutes), new)


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
