"""Queries on answered questions. Each runs inside the caller's transaction; none opens one."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Row, delete, func, insert, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import CallUuid, Kind, MeetingNumber, MeetingRef
from bot.ports import Message
from bot.question_ports import Conversation, Judgement, Kept
from bot.questions.asked import Turn
from bot.store.question_tables import answers
from bot.store.tables import calls, feed_calls

TURN = TypeAdapter(Turn)
MESSAGE = TypeAdapter(Message)
AT_ONCE = 500


def _in_thread(where: Conversation) -> tuple[ColumnElement[bool], ...]:
    columns = answers.c.team_id, answers.c.channel_id, answers.c.ts
    return tuple(
        column == value for column, value in zip(columns, (where.team_id, where.channel_id, where.ts), strict=True)
    )


async def claim(
    connection: AsyncConnection, where: Conversation, message_ts: str, asker_id: str, now: datetime
) -> int | None:
    same = answers.c.team_id == where.team_id, answers.c.channel_id == where.channel_id
    taken = select(answers.c.id).where(*same, answers.c.message_ts == message_ts)
    if (await connection.execute(taken)).first() is not None:
        return None
    values = {"team_id": where.team_id, "channel_id": where.channel_id, "ts": where.ts, "message_ts": message_ts}
    inserted = await connection.execute(insert(answers).values(**values, asker_id=asker_id, asked_at=now))
    id: int = next(iter(inserted.inserted_primary_key or ()))
    return id


async def keep(
    connection: AsyncConnection, id: int, ref: MeetingRef, turn: Turn, text: str, expanded: Message | None
) -> None:
    body = None if expanded is None else MESSAGE.dump_json(expanded)
    values = {"kind": ref.kind.value, "uuid": ref.uuid, "number": ref.number, "turn": TURN.dump_json(turn)}
    await connection.execute(update(answers).where(answers.c.id == id).values(**values, text=text, expanded=body))


async def turns(connection: AsyncConnection, where: Conversation, most: int) -> list[Turn]:
    answered = select(answers.c.turn).where(*_in_thread(where), answers.c.turn.is_not(None))
    newest = (await connection.execute(answered.order_by(answers.c.id.desc()).limit(most))).scalars().all()
    return [TURN.validate_json(body) for body in reversed(newest)]


async def answer(connection: AsyncConnection, id: int) -> Kept | None:
    row = (await connection.execute(select(answers).where(answers.c.id == id))).one_or_none()
    return None if row is None or row.turn is None else _kept(row)


async def judge(connection: AsyncConnection, id: int, judgement: Judgement, by: str) -> bool:
    change = update(answers).where(answers.c.id == id, answers.c.turn.is_not(None))
    return (await connection.execute(change.values(judged=judgement.value, judged_by=by))).rowcount > 0


async def judged(connection: AsyncConnection, judgement: Judgement) -> list[Kept]:
    query = select(answers).where(answers.c.judged == judgement.value).order_by(answers.c.id)
    return [_kept(row) for row in await connection.execute(query)]


def _kept(row: Row[Any]) -> Kept:
    number, uuid = row.number, row.uuid
    return Kept(
        id=row.id,
        where=Conversation(row.team_id, row.channel_id, row.ts),
        ref=MeetingRef(Kind(row.kind), MeetingNumber(number) if number else None, CallUuid(uuid) if uuid else None),
        asker_id=row.asker_id,
        turn=TURN.validate_json(row.turn),
        text=row.text or "",
        asked_at=row.asked_at,
        expanded=MESSAGE.validate_json(row.expanded) if row.expanded else None,
        judged=Judgement(row.judged) if row.judged else None,
        judged_by=row.judged_by,
    )


async def purge(connection: AsyncConnection, before: datetime) -> None:
    await connection.execute(delete(answers).where(answers.c.asked_at < before))


async def forget(connection: AsyncConnection, uuids: Collection[str]) -> int:
    """Drops what was asked and answered about the calls that somebody was in; returns how many answers."""
    these, dropped = sorted(uuids), 0
    for start in range(0, len(these), AT_ONCE):
        gone = delete(answers).where(answers.c.uuid.in_(these[start : start + AT_ONCE]))
        dropped += (await connection.execute(gone)).rowcount
    return dropped


async def move(connection: AsyncConnection, old: str, new: str) -> None:
    """The channel has a new id."""
    await connection.execute(update(answers).where(answers.c.channel_id == old).values(channel_id=new))


async def calls_of_number(
    connection: AsyncConnection, kind: Kind, number: MeetingNumber, most: int
) -> Sequence[CallUuid]:
    """Newest first, fetched or heard of."""
    fetched = select(calls.c.uuid, func.coalesce(calls.c.started_at, calls.c.as_of).label("at")).where(
        calls.c.kind == kind.value, calls.c.number == number, calls.c.uuid.is_not(None)
    )
    heard = select(feed_calls.c.uuid, feed_calls.c.last_at.label("at")).where(
        feed_calls.c.kind == kind.value, feed_calls.c.number == number
    )
    both = union_all(fetched, heard).subquery()
    newest = select(both.c.uuid).group_by(both.c.uuid).order_by(func.max(both.c.at).desc()).limit(most)
    return [CallUuid(uuid) for uuid in (await connection.execute(newest)).scalars()]
