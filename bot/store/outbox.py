"""Queries on messages that are to go out. Each runs inside the caller's transaction and blocks; none opens one.

A living message is one row however often it changes: what is sent is the alert as it is then, so that an outage leaves
the latest state to be told, not the history.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, insert, or_, select, update

from bot.alert_ports import AlertRow, Reply
from bot.domain.model import Kind
from bot.outbox_ports import Sort, Wish
from bot.ports import Posted, Thread
from bot.store import threads
from bot.store.alert_rows import REPLY, TEXTS, alert_of, channel_of, wish_of
from bot.store.alert_tables import alert_channels, alerts, outbox, subscriptions

BETWEEN_EDITS = timedelta(seconds=3)
"""Slack asks for no more than one update of a message in three seconds."""

PARKED_FOR = timedelta(minutes=15)
"""A refused message is tried again when its call changes, but not more often than this."""

CLOCK_JUMPED = timedelta(hours=1)
"""Nothing is put off for longer; what seems to be was written by a clock that has been set back since."""


def want_card(connection: Connection, channel: int, alert_id: int, now: datetime) -> None:
    """The living message is to show the alert as it is now."""
    sent = (connection.execute(select(alerts.c.sent_at).where(alerts.c.id == alert_id))).scalar_one_or_none()
    earliest = max(now, sent + BETWEEN_EDITS) if sent and sent <= now else now
    _want(connection, channel, alert_id, Sort.CARD, earliest, None)


def want_reply(connection: Connection, channel: int, alert_id: int, reply: Reply, now: datetime) -> None:
    """Nothing before the message itself was posted: it will say the same. One not yet sent tells both changes."""
    posted = select(alerts.c.message_ts).where(alerts.c.id == alert_id)
    if (connection.execute(posted)).scalar_one_or_none() is None:
        return
    waiting = select(outbox.c.body).where(outbox.c.alert_id == alert_id, outbox.c.sort == Sort.REPLY.value)
    body = (connection.execute(waiting)).scalar_one_or_none()
    if body is not None:
        reply = replace(reply, before=REPLY.validate_json(body).before)
    _want(connection, channel, alert_id, Sort.REPLY, now, REPLY.dump_json(reply))


def _want(
    connection: Connection, channel: int, alert_id: int, sort: Sort, earliest: datetime, body: bytes | None
) -> None:
    this = outbox.c.alert_id == alert_id, outbox.c.sort == sort.value
    row = (connection.execute(select(outbox).where(*this))).one_or_none()
    if row is None:
        _add(connection, channel, sort, earliest, body, alert_id)
        return
    values: dict[str, Any] = {"wanted": row.wanted + 1, "body": body}
    if row.next_at is None:
        values |= {"next_at": (row.parked_at or earliest) + PARKED_FOR, "parked_at": None, "attempts": 0}
    connection.execute(update(outbox).where(outbox.c.id == row.id).values(values))


def want_line(connection: Connection, channel: int, topics: Sequence[str], now: datetime) -> None:
    _add(connection, channel, Sort.LINE, now, TEXTS.dump_json(list(topics)))


def _add(
    connection: Connection,
    channel: int,
    sort: Sort,
    next_at: datetime,
    body: bytes | None,
    alert_id: int | None = None,
) -> None:
    values = {"channel": channel, "alert_id": alert_id, "sort": sort.value, "body": body, "next_at": next_at}
    connection.execute(insert(outbox).values(values | {"wanted": 1, "attempts": 0}))


# --- sending ---------------------------------------------------------------------------------------------------------


def due(connection: Connection, now: datetime, most: int) -> list[Wish]:
    """What may be sent now, in the order of wishing; a reply after its message."""
    ready = or_(outbox.c.next_at <= now, outbox.c.next_at > now + CLOCK_JUMPED)
    free = or_(outbox.c.claimed_until.is_(None), outbox.c.claimed_until <= now, _jumped(now))
    query = select(outbox).where(outbox.c.next_at.is_not(None), ready, free)
    rows = (connection.execute(query.order_by(outbox.c.next_at, outbox.c.id).limit(most))).all()
    return _wishes(connection, rows)


def _jumped(now: datetime) -> Any:
    return outbox.c.claimed_until > now + CLOCK_JUMPED


def _wishes(connection: Connection, rows: Sequence[Row[Any]]) -> list[Wish]:
    if not rows:
        return []
    places = select(alert_channels).where(alert_channels.c.id.in_({row.channel for row in rows}))
    where = {row.id: channel_of(row) for row in connection.execute(places)}
    about = select(alerts).where(alerts.c.id.in_({row.alert_id for row in rows if row.alert_id is not None}))
    found = {row.id: alert_of(row) for row in connection.execute(about)}
    return [wish_of(row, where[row.channel], found) for row in rows]


def next_at(connection: Connection) -> datetime | None:
    """The earliest that anything may be sent; None where nothing waits."""
    query = select(outbox.c.next_at, outbox.c.claimed_until).where(outbox.c.next_at.is_not(None))
    return min((max(row.next_at, row.claimed_until or row.next_at) for row in connection.execute(query)), default=None)


def claim(connection: Connection, wish: Wish, now: datetime, until: datetime) -> Wish | None:
    free = or_(outbox.c.claimed_until.is_(None), outbox.c.claimed_until <= now, _jumped(now))
    this = outbox.c.id == wish.id, outbox.c.next_at.is_not(None), free
    if not (connection.execute(update(outbox).where(*this).values(claimed_until=until))).rowcount:
        return None
    row = (connection.execute(select(outbox).where(outbox.c.id == wish.id))).one()
    found = _wishes(connection, [row])
    return found[0]


def sent(connection: Connection, wish: Wish, posted: Posted, now: datetime, *, anew: bool) -> None:
    """Where the message stands, and that this much of the wish is fulfilled."""
    if wish.sort is Sort.CARD and wish.alert is not None:
        _stands(connection, wish, wish.alert, posted, now, anew)
    done = outbox.c.id == wish.id, outbox.c.wanted == wish.wanted
    if not (connection.execute(delete(outbox).where(*done))).rowcount:
        again = {"claimed_until": None, "attempts": 0, "next_at": now + BETWEEN_EDITS}
        connection.execute(update(outbox).where(outbox.c.id == wish.id).values(again))
    if wish.channel.refusal is not None and wish.sort is not Sort.OWNER:
        here = alert_channels.c.id == wish.channel.id
        connection.execute(update(alert_channels).where(here).values(refusal=None))


def _stands(connection: Connection, wish: Wish, alert: AlertRow, posted: Posted, now: datetime, anew: bool) -> None:
    values: dict[str, Any] = {"message_channel": posted.channel_id, "message_ts": posted.ts, "sent_at": now}
    if anew:
        values["posted_anew"] = alert.posted_anew + 1
    connection.execute(update(alerts).where(alerts.c.id == alert.id).values(values))
    if alert.message != posted:
        thread = Thread(wish.channel.team_id, posted.channel_id, posted.ts, Kind(alert.kind), alert.uuid, alert.number)
        threads.replace_thread(connection, thread, now)


def put_off(connection: Connection, wish: Wish, until: datetime) -> None:
    values = {"claimed_until": None, "attempts": wish.attempts + 1, "next_at": until}
    connection.execute(update(outbox).where(outbox.c.id == wish.id).values(values))


def park(connection: Connection, wish: Wish, refusal: str, now: datetime) -> None:
    parked = {"claimed_until": None, "next_at": None, "parked_at": now}
    connection.execute(update(outbox).where(outbox.c.id == wish.id).values(parked))
    here = alert_channels.c.id == wish.channel.id
    known = (connection.execute(select(alert_channels.c.refusal).where(here))).scalar_one_or_none()
    if known == refusal:
        return
    connection.execute(update(alert_channels).where(here).values(refusal=refusal))
    for owner_id in _owners(connection, wish):
        body = TEXTS.dump_json([owner_id, refusal])
        _add(connection, wish.channel.id, Sort.OWNER, now, body)


def _owners(connection: Connection, wish: Wish) -> list[str]:
    """Whose subscription it is; of a line, everybody who has one in the channel."""
    theirs = subscriptions.c.channel == wish.channel.id
    speaking = wish.alert.state.subscription_id if wish.alert else None
    which = subscriptions.c.id == int(speaking) if speaking else subscriptions.c.ended_at.is_(None)
    found = connection.execute(select(subscriptions.c.owner_id).where(and_(theirs, which)).distinct())
    return sorted(found.scalars())


def drop(connection: Connection, wish: Wish) -> None:
    """Nothing is to be sent, unless it was wished again meanwhile."""
    done = outbox.c.id == wish.id, outbox.c.wanted == wish.wanted
    if not (connection.execute(delete(outbox).where(*done))).rowcount:
        connection.execute(update(outbox).where(outbox.c.id == wish.id).values(claimed_until=None))


def purge(connection: Connection, before: datetime) -> None:
    """Drops what was parked before the instant."""
    connection.execute(delete(outbox).where(outbox.c.parked_at < before))
