"""Queries that make alerts forget a person. Each runs inside the caller's transaction; none opens one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import outbox
from bot.store.alert_tables import alerts, subscriptions
from bot.store.alert_tables import outbox as outbox_table
from bot.store.legs import decode
from bot.store.tables import calls, feed_calls, feed_legs, legs
from bot.store.told import decode_leg

SOMEONE = "someone"
SHORTEST_WORD = 2
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Trail:
    """What a person was called, and the UUIDs of the calls they were in."""

    words: frozenset[str]
    calls: frozenset[str]


async def trail(connection: AsyncConnection, person: str) -> Trail:
    """To be asked before the person is erased elsewhere. `person`: e-mail in lower case."""
    words, uuids = {person}, set()
    theirs = or_(legs.c.email == person, legs.c.listed_email == person)
    fetched = select(legs.c.body, legs.c.user_id, calls.c.uuid).join(calls, calls.c.id == legs.c.call_id).where(theirs)
    for row in await connection.execute(fetched):
        words |= {decode(row.body).name or "", row.user_id or ""}
        uuids.add(row.uuid or "")
    columns = select(feed_legs.c.participant_id, feed_legs.c.body, feed_legs.c.user_id, feed_calls.c.uuid)
    heard = columns.join(feed_calls, feed_calls.c.id == feed_legs.c.call_id).where(feed_legs.c.email == person)
    for leg in await connection.execute(heard):
        said = decode_leg(leg.participant_id, leg.body).words.get("name")
        words |= {said[1] if said else "", leg.user_id or ""}
        uuids.add(leg.uuid)
    return Trail(frozenset(word for word in words if len(word) >= SHORTEST_WORD), frozenset(filter(None, uuids)))


async def forget(connection: AsyncConnection, who: Trail, now: datetime) -> int:
    """Takes the person out of what alerts remember and show; messages that stand in Slack are brought up to date.
    Returns how many alerts that were."""
    changed = 0
    uuids = sorted(who.calls)
    for start in range(0, len(uuids), AT_ONCE):
        these = alerts.c.uuid.in_(uuids[start : start + AT_ONCE])
        columns = select(alerts.c.id, alerts.c.channel, alerts.c.body, alerts.c.message_ts).where(these)
        for row in (await connection.execute(columns)).all():
            body = without(row.body, who.words)
            if body == row.body:
                continue
            changed += 1
            await connection.execute(update(alerts).where(alerts.c.id == row.id).values(body=body))
            await _replies(connection, row.id, who.words)
            if row.message_ts is not None:
                await connection.run_sync(outbox.want_card, row.channel, row.id, now)
    return changed


async def _replies(connection: AsyncConnection, alert_id: int, words: Collection[str]) -> None:
    theirs = outbox_table.c.alert_id == alert_id, outbox_table.c.body.is_not(None)
    for row in (await connection.execute(select(outbox_table.c.id, outbox_table.c.body).where(*theirs))).all():
        body = without(row.body, words)
        await connection.execute(update(outbox_table).where(outbox_table.c.id == row.id).values(body=body))


async def naming(connection: AsyncConnection, person: str) -> int:
    """How many subscriptions in force have the address in their terms: a channel's wish, which its owner changes."""
    query = select(subscriptions.c.body).where(subscriptions.c.ended_at.is_(None))
    return sum(person.encode() in body.lower() for body in (await connection.execute(query)).scalars())


def without(body: bytes, words: Collection[str]) -> bytes:
    """The same JSON with each of the words in any of its texts replaced; the same bytes where none stands there."""
    found = orjson.loads(body)
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    replaced = _replaced(found, longest_first)
    return body if replaced == found else orjson.dumps(replaced)


def _replaced(value: Any, words: Collection[str]) -> Any:
    if isinstance(value, str):
        for word in words:
            value = value.replace(word, SOMEONE)
        return value
    if isinstance(value, list):
        return [_replaced(one, words) for one in value]
    if isinstance(value, dict):
        return {key: _replaced(one, words) for key, one in value.items()}
    return value
