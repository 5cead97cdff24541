"""Queries that make the database forget: what is old, and a person who asked. Each runs in the caller's transaction.

A person is erased as the report sees one: within a call, the joins with their e-mail, the joins with the same user id,
and the anonymous joins with the same participant id. The events that told of them are emptied.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import alert_erasure, alerts, inbox, outbox, questions, told_calls
from bot.store.columns import email_key
from bot.store.legs import decode
from bot.store.tables import calls, heavy_budget, legs, threads

SHORTEST_MARK = 8


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was erased: joins, events that told of them, alerts with their name, answers about calls they were in;
    `naming` subscriptions still do."""

    joins: int = 0
    events: int = 0
    alerts: int = 0
    naming: int = 0
    answers: int = 0


async def purge(connection: AsyncConnection, before: datetime) -> int:
    """Drops calls fetched, threads begun, questions asked, decisions taken and days ended before the instant; returns
    how many calls."""
    dropped = await connection.execute(delete(calls).where(calls.c.as_of < before))
    await connection.execute(delete(threads).where(threads.c.created_at < before))
    await connection.execute(delete(heavy_budget).where(heavy_budget.c.day < before.date()))
    await connection.run_sync(outbox.purge, before)
    await connection.run_sync(alerts.purge, before)
    await questions.purge(connection, before)
    return dropped.rowcount + await told_calls.purge(connection, before)


async def forget(connection: AsyncConnection, email: str, now: datetime) -> Forgotten:
    """Erases the legs of the person, their e-mail or name as host, and their name in alerts; returns what that was."""
    person = email_key(email)
    if person is None:
        return Forgotten()
    who = await alert_erasure.trail(connection, person)
    theirs = or_(legs.c.email == person, legs.c.listed_email == person)
    found = (await connection.execute(select(legs.c.call_id, legs.c.user_id).where(theirs))).all()
    users = {row.user_id for row in found if row.user_id} | await told_calls.users_of(connection, person)
    erased = await told_calls.forget(connection, person, users)
    emptied = await inbox.blank(connection, [person.encode(), *_marks(users)])
    call_ids = {row.call_id for row in found}
    for call_id in call_ids:
        erased += await _forget_in_call(connection, call_id, theirs)
    await _forget_hosted(connection, person)
    told = await alert_erasure.forget(connection, who, now)
    naming = await alert_erasure.naming(connection, person)
    return Forgotten(erased, emptied, told, naming, await questions.forget(connection, who.calls))


def _marks(users: Iterable[str]) -> list[bytes]:
    """User ids as they stand in events, where they are long enough to mean this person only."""
    bare = (user.removeprefix("key:") for user in users)
    return [user.lower().encode(errors="replace") for user in bare if len(user) >= SHORTEST_MARK]


async def _forget_in_call(connection: AsyncConnection, call_id: int, theirs: ColumnElement[bool]) -> int:
    here = legs.c.call_id == call_id
    found = await connection.execute(select(legs.c.user_id).where(here, theirs).distinct())
    same_user = or_(theirs, legs.c.user_id.in_([user for user in found.scalars() if user]))
    joins = await connection.execute(select(legs.c.participant_id).where(here, same_user).distinct())
    anonymous = and_(or_(legs.c.user_id.is_(None), legs.c.user_id == ""), legs.c.email.is_(None))
    same_join = and_(anonymous, legs.c.participant_id.in_([join for join in joins.scalars() if join]))
    whole = and_(here, or_(same_user, same_join))
    bodies = (await connection.execute(select(legs.c.body).where(whole))).scalars().all()
    names = {leg.name for leg in map(decode, bodies) if leg.name}
    await connection.execute(update(calls).where(calls.c.id == call_id, calls.c.host.in_(names)).values(host=None))
    return (await connection.execute(delete(legs).where(whole))).rowcount


async def _forget_hosted(connection: AsyncConnection, person: str) -> None:
    # Compared here, not by lower(): databases disagree about letters beyond ASCII.
    hosts = (await connection.execute(select(calls.c.host).where(calls.c.host.is_not(None)).distinct())).scalars()
    spellings = [host for host in hosts if email_key(host) == person]
    for spelling in spellings:
        await connection.execute(update(calls).where(calls.c.host == spelling).values(host=None))
