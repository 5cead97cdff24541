"""Calls with single minutes, for the tests of alerts. A person's minutes are a text: `.` good, `~` fair, `x` poor."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.domain.judgement import judge
from bot.domain.minutes import AS_THEY_ARE, Minute, minute
from bot.domain.model import (
    Attendance,
    Call,
    CallUuid,
    DirectionNote,
    Kind,
    Leg,
    Measured,
    MeetingNumber,
    Reading,
    Report,
    Source,
    Spread,
    Subject,
)

START = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
BERLIN = "Berlin (DE)"
LOSS = {".": 0.1, "~": 3.0, "x": 9.0}


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def row(loss: float, name: str = "audio_received") -> Measured:
    return Measured(name, Spread(0, loss, loss), Spread(50, 61, 80), Spread(5, 9, 12), Spread(60, 64, 66))


def person(
    key: str,
    state: str = ".",
    location: str = "Leeds (GB)",
    *,
    name: str | None = None,
    role: str | None = None,
    email: str | None = None,
    data_center: str = "Frankfurt",
    network: str | None = None,
    medium: str = "audio_received",
) -> Leg:
    """One join; `state` `-` stands for no summary yet."""
    seen = Attendance(
        key,
        name=name or f"Person {key}",
        role=role,
        location=location,
        data_center=data_center,
        network_group=network or location,
    )
    measured = () if state == "-" else (row(LOSS[state], medium),)
    return Leg(key, None, seen.name, email, seen, measured, has_summary=state != "-")


def crowd(states: str, location: str = "Leeds (GB)", first: int = 100) -> list[Leg]:
    """A person per character, each behind the address of their place."""
    return [person(str(first + n), state, location) for n, state in enumerate(states)]


def report(
    legs: Sequence[Leg],
    *,
    ended: float | None = 45,
    uuid: str = "one==",
    number: str | None = "85812345678",
    topic: str = "Weekly sync",
    host: str | None = None,
    as_of: float = 46,
    kind: Kind = Kind.MEETING,
) -> Report:
    subject = Subject(
        kind,
        MeetingNumber(number) if number else None,
        CallUuid(uuid),
        topic,
        host,
        START,
        None if ended is None else at(ended),
    )
    call = Call(subject, tuple(legs), Source.EVENTS, at(as_of), pages_complete=ended is not None)
    return judge(call, AS_THEY_ARE, DirectionNote(Reading.DOCUMENTED))


def live(legs: Sequence[Leg], as_of: float) -> Report:
    return report(legs, ended=None, as_of=as_of)


def minutes(states: dict[str, str], first: float = 0) -> list[Minute]:
    """Per participant id one character per minute; a space is a minute without data."""
    return [
        minute(at(first + n) + timedelta(seconds=20), key, [row(LOSS[state])], AS_THEY_ARE)
        for key, text in states.items()
        for n, state in enumerate(text)
        if state != " "
    ]


def until(records: Sequence[Minute], minute_number: float) -> list[Minute]:
    """What was known when this minute was over."""
    return [record for record in records if record.at < at(minute_number)]


def berlin(text: str) -> list[Minute]:
    """Four people 200 to 203 with these minutes, and seven others 100 to 106 with good ones."""
    others = {str(100 + n): "." * len(text) for n in range(7)}
    return minutes({str(200 + n): text for n in range(4)} | others)
