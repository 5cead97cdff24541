"""Queries on what stored calls say about sent and received. Each runs inside the caller's transaction."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.direction_evidence import Vote
from bot.domain.model import Kind, Media, Reading
from bot.store.tables import calls, direction_votes

CALLS_HEARD = 500
"""The newest calls are enough to tell, and keep the question cheap in a large store."""


async def add(connection: AsyncConnection, call_id: int, cast: Iterable[Vote]) -> None:
    """One row per reading and medium; a call that says nothing adds none."""
    rows = [
        {
            "call_id": call_id,
            "reading": vote.reading.value,
            "media": media.value,
            "agrees": agrees,
            "proves": media in vote.proving,
        }
        for vote in cast
        for media, agrees in vote.media.items()
    ]
    if rows:
        await connection.execute(insert(direction_votes), rows)


async def cast_by(connection: AsyncConnection, kind: Kind) -> Sequence[Vote]:
    """The votes of the newest calls of one kind."""
    newest = (
        select(calls.c.id)
        .join(direction_votes, direction_votes.c.call_id == calls.c.id)
        .where(calls.c.kind == kind.value)
        .group_by(calls.c.id, calls.c.as_of)
        .order_by(calls.c.as_of.desc())
        .limit(CALLS_HEARD)
    )
    rows = await connection.execute(
        select(direction_votes)
        .where(direction_votes.c.call_id.in_(newest))
        .order_by(direction_votes.c.call_id, direction_votes.c.reading)
    )
    votes = []
    for (_, reading), said in groupby(rows, key=lambda row: (row.call_id, row.reading)):
        found = list(said)
        media = {Media(row.media): row.agrees for row in found}
        proving = frozenset(Media(row.media) for row in found if row.proves)
        votes.append(Vote(kind, Reading(reading), media, proving))
    return votes
