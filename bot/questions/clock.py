"""Times as people type them, against the call: which instant or stretch is meant. No answer is worded here."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from bot.domain.minutes import MINUTE
from bot.domain.minutes import clock_minute as clock_minute  # part of what this module offers
from bot.questions.facts import Facts

HALF_DAY = timedelta(hours=12)
_CLOCK = re.compile(r"(?P<hour>[01]?\d|2[0-4])[:.h](?P<minute>[0-5]\d)")
_INTO = re.compile(r"\+?(?P<minutes>\d{1,4}) ?m(?:in(?:utes?)?)?(?: in(?:to)?)?|\+(?P<plain>\d{1,4})")
_SIDE = re.compile(r"(?P<side>last|first)_?(?P<size>\d{1,4})_?(?P<unit>[mh])?\w*")
_OPEN = re.compile(r"(?P<way>after|since|from|before|until|till|to)_?(?P<at>\S+)")
_BETWEEN = re.compile(r"(?P<start>[^\s–—]+?)\s*(?:-|–|—|\.\.|to|_to_|/)\s*(?P<end>\S+)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start` to before `end`; whole clock minutes, aware UTC. `inside`: some of it lies inside the call."""

    start: datetime
    end: datetime
    inside: bool = True

    def __contains__(self, at: datetime) -> bool:
        return self.start <= at < self.end


def bounds(facts: Facts) -> Stretch | None:
    """The call's own minutes: as Zoom gives them, else from the minutes on record, else from joins and leaves."""
    subject, people = facts.report.subject, facts.report.participants
    told = facts.recorded.bounds
    starts = [subject.started_at] if subject.started_at else [told[0]] if told else []
    starts = starts or [p.joined_at for p in people if p.joined_at]
    if not starts:
        return None
    ends = [subject.ended_at] if subject.ended_at else [told[1] + MINUTE] if told else []
    ends = ends or [p.left_at for p in people if p.left_at] or [facts.now]
    start, end = clock_minute(min(starts)), clock_minute(max(ends) + MINUTE - timedelta(microseconds=1))
    return Stretch(start, max(end, start + MINUTE))


def instant_meant(value: Any, facts: Facts, call: Stretch) -> tuple[datetime, bool] | None:
    """The clock minute behind `"15:05"`, and whether it lies inside the call; None where it is no time.

    Tried in this order: the asker's zone as typed, twelve hours later, then both in UTC; the first inside the call is
    meant. `"+12m"` is so many minutes into the call.
    """
    if not isinstance(value, str):
        return None
    text = value.strip().casefold()
    into = _INTO.fullmatch(text)
    if into:
        at = call.start + int(into["minutes"] or into["plain"]) * MINUTE
        return at, at in call
    match = _CLOCK.match(text)
    if match is None:
        return None
    found = list(_candidates(int(match["hour"]) % 24, int(match["minute"]), facts.zone, call))
    hit = next((at for at in found if at in call or at == call.end), None)
    if hit is not None:
        return min(hit, call.end - MINUTE), True
    return min(found, key=lambda at: min(abs(at - call.start), abs(at - call.end))), False


def _candidates(hour: int, minute: int, zone: tzinfo, call: Stretch) -> Iterator[datetime]:
    for where in (zone, UTC):
        first, last = call.start.astimezone(where).date(), call.end.astimezone(where).date()
        days = dict.fromkeys((first, last))
        for later in (timedelta(0), HALF_DAY) if hour < 12 else (timedelta(0),):
            for day in days:
                yield _at(day, hour, minute, where) + later


def _at(day: date, hour: int, minute: int, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(hour, minute), zone).astimezone(UTC)


def stretch_meant(value: Any, facts: Facts, call: Stretch) -> Stretch | None:
    """`"last_15m"`, `"first_10m"`, `"after_10:20"`, `"10:20-10:35"`, a start and an end; None for anything else."""
    if isinstance(value, Mapping):
        start = next((value[key] for key in ("from", "start", "after", "since") if value.get(key)), None)
        end = next((value[key] for key in ("to", "end", "until", "before") if value.get(key)), None)
        return _between(start, end, facts, call) if start or end else None
    if not isinstance(value, str):
        return None
    text = value.strip().casefold().replace(" ", "_")
    if text in {"first_half", "second_half", "last_half"}:
        middle = clock_minute(call.start + (call.end - call.start) / 2)
        return (
            Stretch(call.start, max(middle, call.start + MINUTE))
            if text == "first_half"
            else _clipped(middle, call.end, call)
        )
    side, way = _SIDE.fullmatch(text), _OPEN.fullmatch(text)
    if side:
        size = int(side["size"]) * (60 if side["unit"] == "h" else 1) * MINUTE
        return _clipped(
            *((call.end - size, call.end) if side["side"] == "last" else (call.start, call.start + size)), call
        )
    if way:
        before = way["way"] in {"before", "until", "till", "to"}
        return _between(None if before else way["at"], way["at"] if before else None, facts, call)
    both = _BETWEEN.fullmatch(value.strip().casefold().removeprefix("between_").replace("_and_", "-"))
    if both:
        return _between(both["start"], both["end"], facts, call)
    one = instant_meant(value, facts, call)
    return Stretch(one[0] - MINUTE, one[0] + 2 * MINUTE, one[1]) if one else None


def _between(start: Any, end: Any, facts: Facts, call: Stretch) -> Stretch | None:
    first = instant_meant(start, facts, call) if start else (call.start, True)
    last = instant_meant(end, facts, call) if end else (call.end, True)
    return _clipped(first[0], last[0], call) if first and last else None


def _clipped(start: datetime, end: datetime, call: Stretch) -> Stretch:
    first, last = max(start, call.start), min(end, call.end)
    if first < last:
        return Stretch(first, last)
    return Stretch(start, max(end, start + MINUTE), inside=False)
