"""What is known of any event before it is understood: JSON or not, its name, its instant, its content key. Pure."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson

EARLIEST_MS, LATEST_MS = 1_262_304_000_000, 4_102_444_800_000
"""2010 and 2100: an `event_ts` outside is a mistake, and would win over every later event."""

LONGEST_NAME = 80
_CALL_IDS = ("uuid", "session_id", "id")
_PEOPLE = ("participant", "user")
_JOIN_IDS = ("participant_id", "user_id", "id")
_TOLD = ("qos", "data", "join_time", "leave_time")
_CALL_TOLD = ("start_time", "end_time")


@dataclass(frozen=True, slots=True)
class Envelope:
    """`name` is "" where there is none; `at_ms` None where `event_ts` cannot be an instant."""

    name: str
    at_ms: int | None
    content_key: str


def parse(raw: bytes) -> object:
    """The JSON value. Raises `ValueError` for anything else.

    Python's own reader has the last word: it takes a display name that was cut in the middle of a character.
    """
    try:
        return orjson.loads(raw)
    except orjson.JSONDecodeError:
        try:
            return json.loads(raw)
        except RecursionError as error:
            raise ValueError("nested too deeply") from error


def envelope(body: object) -> Envelope:
    """Never fails: a body of another shape has no name."""
    found = body if isinstance(body, dict) else {}
    name, at_ms = found.get("event"), instant_ms(found.get("event_ts"))
    known = name[:LONGEST_NAME] if isinstance(name, str) else ""
    return Envelope(known, at_ms, content_key(body))


def content_key(body: object) -> str:
    """Equal for two deliveries of one event, whatever their request ids, key order or account.

    Made of event, `event_ts`, call, join and what is told of it; of an event without a call, of the whole body.
    """
    told = _told(body)
    try:
        text = orjson.dumps(told, option=orjson.OPT_SORT_KEYS)
    except (TypeError, RecursionError):  # a lone surrogate, a number beyond 64 bits, or a very deep body
        text = repr(told).encode(errors="replace")
    return hashlib.sha256(text).hexdigest()[:32]


def instant_ms(value: object) -> int | None:
    """`event_ts` as epoch milliseconds; also from digits."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 16:
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if EARLIEST_MS <= value <= LATEST_MS else None


def _told(body: object) -> object:
    if not isinstance(body, dict):
        return body
    thing = _inside(_inside(body, "payload"), "object")
    call = _first(thing, _CALL_IDS)
    if call is None or not isinstance(body.get("event"), str):
        return body
    person = _inside(thing, _PEOPLE[0]) or _inside(thing, _PEOPLE[1])
    told = [*map(person.get, _TOLD), *map(thing.get, _CALL_TOLD)]
    if not any(told):
        return body
    return [body["event"], body.get("event_ts"), call, _first(person, _JOIN_IDS), *told]


def _inside(value: dict[str, Any], key: str) -> dict[str, Any]:
    found = value.get(key)
    return found if isinstance(found, dict) else {}


def _first(value: dict[str, Any], keys: Iterable[str]) -> object:
    for key in keys:
        found = value.get(key)
        if found:
            return found
    return None
