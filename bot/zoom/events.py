"""Zoom's events to what they tell of a call: one row per event name. Pure; stores nothing and answers nobody.

Lenient, because Zoom's own examples break its schemas: unknown keys are ignored, a value that cannot be read is not
measured; only an event whose call or person cannot be found is `Unreadable`. Source: Zoom's QSS events page.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from bot.domain.feed import CallTold, LegTold, Sample, Words
from bot.domain.feed_call import HOST, words_of
from bot.domain.model import CallUuid, Kind
from bot.zoom import attendees, extras
from bot.zoom.envelope import instant_ms
from bot.zoom.fields import display_name, fact, instant, text, wrong_type
from bot.zoom.values import no_complaint
from bot.zoom.wire import qos

Json = Mapping[str, Any]
MINUTE_MS = 60_000

PER_MINUTE: Final = {
    "bitrate": "avg_bitrate",
    "latency": "avg_latency",
    "jitter": "avg_jitter",
    "frame_rate": "avg_frame_rate",
}
"""What per-minute events call the fields that summaries give three of."""

DEVICES: Final = {"WIN": "Windows", "MAC": "Mac"}
"""Short forms that only events use."""


class Unreadable(Exception):
    """An event that cannot be understood. `reason` names what is wrong with it and nothing of what it holds."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Ids(NamedTuple):
    """Where an event has its person, and under which names, first choice first."""

    person: str
    join: tuple[str, ...]
    user: str
    name: str


_DATA = Ids("participant", ("participant_id", "user_id"), "participant_user_id", "user_name")
_MINUTE = Ids("participant", ("user_id", "participant_id"), "participant_user_id", "user_name")
_SUMMARY = Ids("participant", ("participant_id", "user_id"), "id", "user_name")
_STAY = Ids("participant", ("user_id", "participant_id"), "id", "user_name")
_USER = Ids("user", ("id",), "user_key", "name")


class Told(NamedTuple):
    """What a reader is given: the person's ids and JSON beside the event's instant."""

    at_ms: int
    person: Json


Reader = Callable[[Told], tuple[Words, Sample | None, Mapping[tuple[int, int], Sample]]]


def understood(body: object) -> CallTold | None:
    """What the event tells, or None for an event that is not in `EVENTS`.

    Raises:
        Unreadable: the event is one of ours and has not the shape of it.
    """
    if not isinstance(body, dict):
        raise Unreadable(wrong_type("an event", body))
    name = body.get("event")
    if not isinstance(name, str) or not name:
        raise Unreadable(wrong_type("an event name", name) if not isinstance(name, str) else "an empty event name")
    row = EVENTS.get(name)
    if row is None:
        return None
    at_ms = instant_ms(body.get("event_ts"))
    if at_ms is None:
        raise Unreadable("an event_ts that is no instant in milliseconds")
    thing = _object(_object(body, "payload"), "object")
    return row.read(row, at_ms, thing)


class Event(NamedTuple):
    """One event: its name, the kind of its call, who reads it, and where it has its person."""

    name: str
    kind: Kind
    read: Callable[["Event", int, Json], CallTold]
    ids: Ids = _DATA


def _of_person(tells: Reader) -> Callable[[Event, int, Json], CallTold]:
    def read(row: Event, at_ms: int, thing: Json) -> CallTold:
        person = _object(thing, row.ids.person)
        join = next((found for key in row.ids.join if (found := fact(person.get(key), numbers=True))), None)
        if join is None:
            raise Unreadable("a participant without an id of their join")
        words, summary, minutes = tells(Told(at_ms, person))
        words = {**_identity(row, at_ms, person), **words}
        leg = LegTold(join, words, None if summary is None else (at_ms, summary), minutes)
        measured = max((minute for minute, _ in minutes), default=0)
        return CallTold(
            row.kind,
            _uuid(row.kind, thing),
            _call_words(row.kind, at_ms, thing),
            measured_ms=measured,
            last_ms=at_ms,
            legs={join: leg},
        )

    return read


def _started(row: Event, at_ms: int, thing: Json) -> CallTold:
    return CallTold(
        row.kind,
        _uuid(row.kind, thing),
        _call_words(row.kind, at_ms, thing),
        started_at=instant(thing.get("start_time"), no_complaint),
        started_ms=at_ms,
        last_ms=at_ms,
    )


def _ended(row: Event, at_ms: int, thing: Json) -> CallTold:
    return CallTold(
        row.kind,
        _uuid(row.kind, thing),
        _call_words(row.kind, at_ms, thing),
        started_at=instant(thing.get("start_time"), no_complaint),
        ended_at=instant(thing.get("end_time"), no_complaint),
        ended_ms=at_ms,
        last_ms=at_ms,
    )


# --- what is told of a person ----------------------------------------------------------------------------------------


def _summary(told: Told) -> tuple[Words, Sample | None, Mapping[tuple[int, int], Sample]]:
    rows = _list(told.person, "qos")
    return {}, _sample(rows), {}


def _minutes(told: Told) -> tuple[Words, Sample | None, Mapping[tuple[int, int], Sample]]:
    """One sample per minute; rows without a readable time belong to the minute of the event."""
    by_minute: dict[int, list[object]] = {}
    for row in _list(told.person, "qos"):
        moment = instant(row.get("date_time")) if isinstance(row, dict) else None
        at_ms = told.at_ms if moment is None else int(moment.timestamp() * 1000)
        by_minute.setdefault(at_ms // MINUTE_MS * MINUTE_MS, []).append(_like_summary(row))
    return {}, None, {(minute, told.at_ms): _sample(rows) for minute, rows in by_minute.items()}


def _data(told: Told) -> tuple[Words, Sample | None, Mapping[tuple[int, int], Sample]]:
    """Network, place, device. Usually one element, sometimes none; of several the later one revises."""
    words: dict[str, str] = {}
    for element in _list(told.person, "data"):
        if isinstance(element, dict):
            words |= _described(element)
    return _at(told.at_ms, words), None, {}


def _stay(told: Told) -> tuple[Words, Sample | None, Mapping[tuple[int, int], Sample]]:
    """When somebody came or went. Zoom's `leave_reason` is left alone: it is a sentence with their name in it."""
    said = {"joined_at": instant(told.person.get("join_time")), "left_at": instant(told.person.get("leave_time"))}
    return _at(told.at_ms, {name: moment.isoformat() for name, moment in said.items() if moment}), None, {}


def _described(element: Json) -> dict[str, str]:
    device = element.get("device")
    row = {
        **element,
        "device": DEVICES.get(device, device) if isinstance(device, str) else device,
        "os": element.get("device_detail"),
        "location": element.get("location") or element.get("Location"),
        "ip_address": element.get("signaling_ip_address"),
    }
    seen = attendees.attendance(Kind.MEETING, {name: row.get(name) for name in _READ}, no_complaint)
    return words_of(seen) if seen else {}


_READ: Final = (
    "network_type",
    "connection_type",
    "location",
    "data_center",
    "device",
    "os",
    "version",
    "client",
    "ip_address",
    "microphone",
    "speaker",
    "camera",
)


def _sample(rows: list[object]) -> Sample:
    measured, cpu = qos(rows, no_complaint)
    return Sample(measured, cpu, extras.wifi_rssi(rows), extras.zoom_says(rows))


def _like_summary(row: object) -> object:
    """A per-minute row with the field names of a summary."""
    if not isinstance(row, dict) or not isinstance(row.get("details"), dict):
        return row
    return {**row, "details": {PER_MINUTE.get(name, name): value for name, value in row["details"].items()}}


def _identity(row: Event, at_ms: int, person: Json) -> Words:
    user = fact(person.get(row.ids.user))
    session = row.kind is Kind.SESSION
    found = {
        "user_id": f"key:{user}" if user and session else user,
        "name": display_name(person.get(row.ids.name)),
        "email": None if session else fact(person.get("email")),
        "role": HOST if person.get("is_original_host") is True else None,
    }
    return _at(at_ms, {name: value for name, value in found.items() if value})


# --- what is told of a call ------------------------------------------------------------------------------------------


def _uuid(kind: Kind, thing: Json) -> CallUuid:
    names = ("session_id", "id") if kind is Kind.SESSION else ("uuid",)
    found = next((uuid for name in names if (uuid := text(thing.get(name)))), None)
    if found is None:
        raise Unreadable("a call without its UUID")
    return CallUuid(found)


def _call_words(kind: Kind, at_ms: int, thing: Json) -> Words:
    number = None if kind is Kind.SESSION else text(thing.get("id"), numbers=True)
    found = {
        "number": number if number and number.isascii() and number.isdigit() and 9 <= len(number) <= 11 else None,
        "topic": text(thing.get("session_name" if kind is Kind.SESSION else "topic")),
        "host_id": text(thing.get("host_id")),
    }
    return _at(at_ms, {name: value for name, value in found.items() if value})


def _at(at_ms: int, words: Mapping[str, str]) -> Words:
    return {name: (at_ms, value) for name, value in words.items()}


def _object(value: Json, key: str) -> Json:
    found = value.get(key)
    if not isinstance(found, dict):
        raise Unreadable(wrong_type(f"a field {key}", found))
    return found


def _list(value: Json, key: str) -> list[Any]:
    found = value.get(key)
    if not isinstance(found, list):
        raise Unreadable(wrong_type(f"a field {key}", found))
    return found


M, W, S = Kind.MEETING, Kind.WEBINAR, Kind.SESSION

EVENTS: Final[Mapping[str, Event]] = {
    row.name: row
    for row in (
        Event("meeting.participant_qos_summary", M, _of_person(_summary), _SUMMARY),
        Event("webinar.participant_qos_summary", W, _of_person(_summary), _SUMMARY),
        Event("session.user_qos_summary", S, _of_person(_summary), _USER),
        Event("meeting.participant_data_summary", M, _of_person(_data)),
        Event("webinar.participant_data_summary", W, _of_person(_data)),
        Event("session.user_data_summary", S, _of_person(_data), _USER),
        Event("meeting.participant_data", M, _of_person(_data)),
        Event("webinar.participant_data", W, _of_person(_data)),
        Event("session.user_data", S, _of_person(_data), _USER),
        Event("meeting.participant_qos", M, _of_person(_minutes), _MINUTE),
        Event("webinar.participant_qos", W, _of_person(_minutes), _MINUTE),
        Event("session.user_qos", S, _of_person(_minutes), _USER),
        Event("meeting.participant_joined", M, _of_person(_stay), _STAY),
        Event("webinar.participant_joined", W, _of_person(_stay), _STAY),
        Event("session.user_joined", S, _of_person(_stay), _USER),
        Event("meeting.participant_left", M, _of_person(_stay), _STAY),
        Event("webinar.participant_left", W, _of_person(_stay), _STAY),
        Event("session.user_left", S, _of_person(_stay), _USER),
        Event("meeting.started", M, _started),
        Event("webinar.started", W, _started),
        Event("session.started", S, _started),
        Event("meeting.ended", M, _ended),
        Event("webinar.ended", W, _ended),
        Event("session.ended", S, _ended),
    )
}
