"""Joins what events told of calls to what is stored of them. Inside the caller's transaction, and blocks.

Few statements for any number of calls: while other threads are busy, each statement waits to get its turn back. A leg
is a row of its own, so that one event of a webinar of 1,000 people rewrites one of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, and_, bindparam, column, insert, select, text, update, values

from bot.domain.feed import SILENT_AFTER, CallTold, LegTold, instant, joined, joined_leg
from bot.domain.model import CallUuid, Kind
from bot.store.columns import email_key, storable, to_micros
from bot.store.tables import feed_calls, feed_legs
from bot.store.told import decode_call, decode_leg, encode_call, encode_leg, encode_sample, storable_leg
from bot.store.told_calls import MOST_FILL_TRIES

FILL_AFTER_END = timedelta(minutes=5)
"""Zoom's REST summary is not there the moment a call ends."""

AT_ONCE = 500
_Call = tuple[str, str]
_Leg = tuple[int, str]


def join_calls(connection: Connection, told: Sequence[CallTold], *, due: bool = True) -> None:
    """Joins what was told to what is stored of the calls, their legs and their minutes.

    `due`: alerts are to look.
    """
    calls: dict[_Call, CallTold] = {}
    for one in told:
        key = one.kind.value, storable(one.uuid)
        calls[key] = joined(calls[key], one) if key in calls else one
    ids = _join_headers(connection, calls, due)
    legs: dict[_Leg, LegTold] = {}
    for key, one in calls.items():
        for leg in map(storable_leg, one.legs.values()):
            this = ids[key], leg.participant_id
            legs[this] = joined_leg(legs[this], leg) if this in legs else leg
    for some in _parts(legs):
        _join_legs(connection, some)
        _join_minutes(connection, some)


def _parts(legs: Mapping[_Leg, LegTold]) -> Iterable[Mapping[_Leg, LegTold]]:
    pairs = list(legs.items())
    return (dict(pairs[start : start + AT_ONCE]) for start in range(0, len(pairs), AT_ONCE))


# --- calls -----------------------------------------------------------------------------------------------------------


def _join_headers(connection: Connection, calls: Mapping[_Call, CallTold], due: bool) -> Mapping[_Call, int]:
    """The row id of each."""
    stored = _headers(connection, calls)
    new = [
        {**_call_row(one, 0), "fill_tries": 0, "changes": 1, "is_due": due}
        for key, one in calls.items()
        if key not in stored
    ]
    if new:
        connection.execute(insert(feed_calls), new)
    changed = [_changed(row, calls[key], due) for key, row in stored.items()]
    if changed:
        names = [name for name in changed[0] if name != "of_id"]
        columns: dict[str, Any] = {name: bindparam(name) for name in names}
        connection.execute(update(feed_calls).where(feed_calls.c.id == bindparam("of_id")).values(columns), changed)
    made = _headers(connection, [key for key in calls if key not in stored]) if new else {}
    return {key: row.id for key, row in {**stored, **made}.items()}


def _headers(connection: Connection, calls: Iterable[_Call]) -> dict[_Call, Row[Any]]:
    wanted, found = list(calls), dict[_Call, Row[Any]]()
    for start in range(0, len(wanted), AT_ONCE):
        kinds, uuids = zip(*wanted[start : start + AT_ONCE], strict=True)
        these = feed_calls.c.kind.in_(sorted(set(kinds))), feed_calls.c.uuid.in_(uuids)
        for row in connection.execute(select(feed_calls).where(*these).with_for_update()):
            found[row.kind, row.uuid] = row
    return {key: found[key] for key in wanted if key in found}


def _exactly(table: Table, keys: Sequence[tuple[Any, ...]], *names: str) -> Select[Any]:
    """The rows with these keys, each found by the index: SQLite reads the whole table for `(…) IN (VALUES …)`."""
    wanted = values(*(column(name, table.c[name].type) for name in names), name="wanted").data(list(keys)).cte()
    return select(table).join(wanted, and_(*(table.c[name] == wanted.c[name] for name in names)))


def _changed(row: Row[Any], told: CallTold, due: bool) -> dict[str, Any]:
    whole = joined(decode_call(Kind(row.kind), CallUuid(row.uuid), row.body, {}), replace(told, legs={}))
    counted = {"of_id": row.id, "changes": row.changes + 1, "is_due": row.is_due or due}
    return {**_call_row(whole, row.fill_tries), **counted}


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


# --- legs and minutes ------------------------------------------------------------------------------------------------


def _join_legs(connection: Connection, legs: Mapping[_Leg, LegTold]) -> None:
    rows = connection.execute(_exactly(feed_legs, list(legs), "call_id", "participant_id"))
    stored = {(row.call_id, row.participant_id): row.body for row in rows}
    new = [_leg_row(call_id, leg) for (call_id, join), leg in legs.items() if (call_id, join) not in stored]
    if new:
        connection.execute(insert(feed_legs), new)
    revised = []
    for (call_id, join), body in stored.items():
        row = _leg_row(call_id, joined_leg(decode_leg(join, body), legs[call_id, join]))
        if row["body"] != body:
            revised.append({"of_call": call_id, "of_join": join, **{n: row[n] for n in ("user_id", "email", "body")}})
    if revised:
        one = feed_legs.c.call_id == bindparam("of_call"), feed_legs.c.participant_id == bindparam("of_join")
        columns: dict[str, Any] = {name: bindparam(name) for name in ("user_id", "email", "body")}
        connection.execute(update(feed_legs).where(*one).values(columns), revised)


def _leg_row(call_id: int, leg: LegTold) -> dict[str, Any]:
    words = {name: said for name, (_, said) in leg.words.items()}
    return {
        "call_id": call_id,
        "participant_id": leg.participant_id,
        "user_id": words.get("user_id"),
        "email": email_key(words.get("email")),
        "body": encode_leg(leg),
    }


# A minute told twice by the same instant keeps the larger of its bodies: any rule that is always the same.
_ADD_MINUTE = text(
    "INSERT INTO minutes (call_id, participant_id, minute, told_ms, body) "
    "VALUES (:call_id, :participant_id, :minute, :told_ms, :body) "
    "ON CONFLICT (call_id, participant_id, minute, told_ms) "
    "DO UPDATE SET body = excluded.body WHERE excluded.body > minutes.body"
)


def _join_minutes(connection: Connection, legs: Mapping[_Leg, LegTold]) -> None:
    told = [
        {
            "call_id": call_id,
            "participant_id": join,
            "minute": to_micros(instant(minute)),
            "told_ms": at_ms,
            "body": encode_sample(sample),
        }
        for (call_id, join), leg in legs.items()
        for (minute, at_ms), sample in leg.minutes.items()
    ]
    if told:
        connection.execute(_ADD_MINUTE, told)
