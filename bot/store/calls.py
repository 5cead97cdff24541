"""Queries on calls and their legs. Each runs inside the caller's transaction; none opens one."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import Call, CallUuid, Kind, Leg, MeetingNumber, Source, Subject
from bot.store.columns import email_key
from bot.store.failures import NAMELESS
from bot.store.legs import encode, in_chunks
from bot.store.tables import calls, legs

LegRow = dict[str, Any]
INSERTED_AT_ONCE = 500


def keys_of(subject: Subject) -> tuple[str, ...]:
    """What the call is known by: its own key, then the key of the same call stored before its UUID was known."""
    keys = (f"uuid:{subject.uuid}" if subject.uuid else "", f"number:{subject.number}" if subject.number else "")
    found = tuple(key for key in keys if key)
    if not found:
        raise NAMELESS.error()
    return found


def leg_row(leg: Leg) -> LegRow:
    """A row of `legs` without its call and position."""
    return {
        "participant_id": leg.participant_id,
        "user_id": leg.user_id,
        "email": email_key(leg.email),
        "listed_email": email_key(leg.attendance.email) if leg.attendance else None,
        "body": encode(leg),
    }


async def replace_call(connection: AsyncConnection, call: Call) -> int:
    """Puts the call in the place of what was stored of it, legs and all; returns its row id.

    Legs are encoded as they are written, some at a time: all of a large call at once would take as much memory again.
    """
    subject = call.subject
    keys = keys_of(subject)
    await connection.execute(delete(calls).where(calls.c.kind == subject.kind.value, calls.c.call_key.in_(keys)))
    inserted = await connection.execute(
        insert(calls).values(
            kind=subject.kind.value,
            call_key=keys[0],
            uuid=subject.uuid,
            number=subject.number,
            topic=subject.topic,
            host=subject.host,
            started_at=subject.started_at,
            ended_at=subject.ended_at,
            source=call.source.value,
            as_of=call.as_of,
            pages_complete=call.pages_complete,
            missing=list(call.missing),
        )
    )
    call_id: int = next(iter(inserted.inserted_primary_key or ()))
    for start in range(0, len(call.legs), INSERTED_AT_ONCE):
        rows = await in_chunks(leg_row, call.legs[start : start + INSERTED_AT_ONCE])
        some = enumerate(rows, start)
        await connection.execute(insert(legs), [{"call_id": call_id, "position": n, **row} for n, row in some])
    return call_id


async def header_by_uuid(connection: AsyncConnection, kind: Kind, uuid: CallUuid) -> Row[Any] | None:
    return await _header(connection, calls.c.kind == kind.value, calls.c.call_key == f"uuid:{uuid}")


async def latest_header_by_number(connection: AsyncConnection, kind: Kind, number: MeetingNumber) -> Row[Any] | None:
    return await _header(connection, calls.c.kind == kind.value, calls.c.number == number)


async def _header(connection: AsyncConnection, *where: ColumnElement[bool]) -> Row[Any] | None:
    newest_first = select(calls).where(*where).order_by(calls.c.as_of.desc(), calls.c.id.desc()).limit(1)
    return (await connection.execute(newest_first)).one_or_none()


async def leg_bodies(connection: AsyncConnection, call_id: int) -> Sequence[bytes]:
    """The encoded legs of a call in the order in which they were saved."""
    in_order = select(legs.c.body).where(legs.c.call_id == call_id).order_by(legs.c.position)
    return (await connection.execute(in_order)).scalars().all()


def call_from(header: Row[Any], decoded: Sequence[Leg]) -> Call:
    """The call of a row of `calls` and its legs."""
    uuid, number = header.uuid, header.number
    subject = Subject(
        kind=Kind(header.kind),
        number=None if number is None else MeetingNumber(number),
        uuid=None if uuid is None else CallUuid(uuid),
        topic=header.topic,
        host=header.host,
        started_at=header.started_at,
        ended_at=header.ended_at,
    )
    return Call(
        subject=subject,
        legs=tuple(decoded),
        source=Source(header.source),
        as_of=header.as_of,
        pages_complete=header.pages_complete,
        missing=tuple(header.missing),
    )
