"""Queries on threads: which Slack message is about which call. Each runs inside the caller's transaction."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import CallUuid, Kind, MeetingNumber
from bot.ports import Thread
from bot.store.tables import threads


def _message(team_id: str, channel_id: str, ts: str) -> tuple[ColumnElement[bool], ...]:
    return threads.c.team_id == team_id, threads.c.channel_id == channel_id, threads.c.ts == ts


def replace_thread(connection: Connection, thread: Thread, now: datetime) -> None:
    """Remembers the thread; what was known of the same message is forgotten. Blocks."""
    connection.execute(delete(threads).where(*_message(thread.team_id, thread.channel_id, thread.ts)))
    connection.execute(
        insert(threads).values(
            team_id=thread.team_id,
            channel_id=thread.channel_id,
            ts=thread.ts,
            kind=thread.kind.value,
            uuid=thread.uuid,
            number=thread.number,
            created_at=now,
        )
    )


async def thread_of(connection: AsyncConnection, team_id: str, channel_id: str, ts: str) -> Thread | None:
    query = select(threads.c.kind, threads.c.uuid, threads.c.number).where(*_message(team_id, channel_id, ts))
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else _thread(row, team_id, channel_id, ts)


async def latest_of(connection: AsyncConnection, team_id: str, channel_id: str) -> Thread | None:
    """The call last spoken of in a conversation."""
    here = threads.c.team_id == team_id, threads.c.channel_id == channel_id
    query = select(threads).where(*here).order_by(threads.c.created_at.desc(), threads.c.ts.desc()).limit(1)
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else _thread(row, team_id, channel_id, row.ts)


def _thread(row: Any, team_id: str, channel_id: str, ts: str) -> Thread:
    uuid = None if row.uuid is None else CallUuid(row.uuid)
    number = None if row.number is None else MeetingNumber(row.number)
    return Thread(team_id, channel_id, ts, Kind(row.kind), uuid, number)
