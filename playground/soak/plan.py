"""What the soak sends and when, and which alerts are due for it by construction. Sends nothing and asks nobody."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush
from typing import NamedTuple

from playground.zoom import events
from playground.zoom.casting import NO_SHARE, Cast, Line
from playground.zoom.events import Event
from playground.zoom.places import address
from playground.zoom.timeline import MINUTE, Scene, film, sent_of
from playground.zoom.world import CallRecord, Kind, Person, Place

PEOPLE, MINUTES = 8, 6
KINDS: tuple[Kind, ...] = ("meeting", "meeting", "webinar", "meeting", "session")
POOR = (4, 2, 1, 4, 0)
"""How many of the eight have a bad line, call by call among those that are watched for alerts."""

COPIED, LATE = 0.1, 0.05
JITTER_MIN, COPIED_WITHIN_MIN, LATE_MIN = 0.25, 2.0, (0.5, 2.5)
UNREADABLE_EVERY, UNKNOWN_EVERY = 6, 3
"""Calls to one event that says nothing, and to one that nobody knows."""

_DROPPED = Line(0.5, 9.4, 58, 8, 37)


class Due(NamedTuple):
    """An event and the second of the soak at which it is sent."""

    at_s: float
    event: Event


@dataclass(frozen=True, slots=True)
class Watch:
    """A channel, what it subscribes to, and which calls it must therefore hear of, and no other."""

    channel: str
    terms: str
    hears: Callable[[Kind, int], bool]


WATCHES = (
    Watch("av-alerts", "label:poor", lambda _kind, poor: poor >= 2),
    Watch("av-helpdesk", "kind:webinar", lambda kind, poor: kind == "webinar" and poor >= 2),
    Watch("av-leads", "not kind:webinar people:4 share:40%", lambda kind, poor: kind != "webinar" and poor >= 4),
    Watch("general-it", "people:3 share:30%", lambda _kind, poor: poor >= 3),
)


class Planned(NamedTuple):
    """One call to come. One that is under way when the soak begins or ends is told in part, and has no trouble."""

    n: int
    begins_s: float
    kind: Kind
    poor: int

    @property
    def topic(self) -> str:
        return f"Soak {self.n:06d}"


@dataclass(frozen=True, slots=True)
class Plan:
    """Seconds of the soak, deliveries a second, and how many seconds a minute of a call lasts.

    `bad_every`: one call in so many is watched for alerts.
    """

    seconds: float
    per_s: float
    minute_s: float = 20.0
    bad_every: int = 10
    seed: str = "soak"

    @property
    def call_s(self) -> float:
        """From the start of a call to the last that may be sent of it."""
        return (MINUTES + 2 + LATE_MIN[1] + COPIED_WITHIN_MIN) * self.minute_s

    def calls(self) -> list[Planned]:
        """By their beginning."""
        apart_s = _deliveries_of_one() / self.per_s
        first, last = -round((MINUTES + 1) * self.minute_s / apart_s), round(self.seconds / apart_s)
        return [self._call(n, n * apart_s) for n in range(first, last)]

    def _call(self, n: int, begins_s: float) -> Planned:
        whole = 0 <= begins_s <= self.seconds - self.call_s
        watched, which = whole and n % self.bad_every == 0, n // self.bad_every
        if not watched:
            return Planned(n, begins_s, KINDS[n % len(KINDS)], 0)
        # One step out of line each round, so that every kind has every sort of trouble.
        return Planned(n, begins_s, KINDS[which % len(KINDS)], POOR[(which + which // len(KINDS)) % len(POOR)])

    def due(self) -> set[tuple[str, str]]:
        """Channel and topic of every alert that must come; whichever else comes is wrong."""
        all_calls = self.calls()
        return {
            (watch.channel, call.topic) for watch in WATCHES for call in all_calls if watch.hears(call.kind, call.poor)
        }

    def deliveries(self, began: datetime) -> Iterator[Due]:
        """In the order of their seconds. Calls are made up shortly before they begin, so that memory stays small."""
        waiting: list[tuple[float, int, Event]] = []
        coming, order = iter(self.calls()), 0
        rng = random.Random(self.seed)
        following = next(coming, None)
        while waiting or following is not None:
            while following is not None and (not waiting or following.begins_s <= waiting[0][0]):
                for at_s, event in self._of(following, began, rng):
                    order += 1
                    heappush(waiting, (at_s, order, event))
                following = next(coming, None)
            if waiting:
                at_s, _, event = heappop(waiting)
                yield Due(at_s, event)

    def _of(self, planned: Planned, began: datetime, rng: random.Random) -> Iterator[Due]:
        """One call as Zoom tells it, its last minute not in the future, and what disorder makes of that."""
        in_real = began + timedelta(seconds=planned.begins_s)
        show_began = _whole_s(in_real - (MINUTES + 2) * (MINUTE - timedelta(seconds=self.minute_s)))
        filmed = film(Scene(planned.topic, MINUTES, _cast(planned.poor), range(MINUTES)), rng, show_began)
        filmed = replace(filmed, call=_of_kind(filmed.call, planned.kind))
        beginning = events.started(filmed.call).raw
        for sent in sent_of(filmed, rng, show_began):
            for minute, event in _disordered(sent.minute, sent.event, rng):
                at_s = planned.begins_s + minute * self.minute_s
                if 0 <= at_s <= self.seconds:
                    yield Due(at_s, event)
                elif event.raw == beginning:
                    yield Due(0.0, event)
        for odd in _odd(planned.n, show_began):
            yield Due(min(max(planned.begins_s, 0.0) + self.minute_s, self.seconds), odd)


def _disordered(minute: float, event: Event, rng: random.Random) -> Iterator[tuple[float, Event]]:
    """A little out of step; some late, some twice: as a retry, or by a second subscription with an id of its own."""
    late = rng.uniform(*LATE_MIN) if rng.random() < LATE else 0.0
    at = minute + late + rng.uniform(0, JITTER_MIN)
    yield at, event
    if rng.random() < COPIED:
        again = event if rng.random() < 0.5 else event._replace(request_id=f"{rng.getrandbits(128):032x}")
        yield at + rng.uniform(0, COPIED_WITHIN_MIN), again


def _cast(poor: int) -> Callable[[Cast], list[tuple[Person, Line | None]]]:
    """The host has a good line. No two with a bad one share a place or a data centre, so no storm swallows an alert."""

    def cast(hands: Cast) -> list[tuple[Person, Line | None]]:
        places = [Place(f"Town {n} (US )", f"Hub {n} (T{n} Top)", address(300 + n), "Wifi") for n in range(PEOPLE)]
        return [
            (
                hands.person(uses=NO_SHARE, place=place, role="attendee" if n else "host"),
                _DROPPED if 0 < n <= poor else None,
            )
            for n, place in enumerate(places)
        ]

    return cast


def _of_kind(call: CallRecord, kind: Kind) -> CallRecord:
    return replace(call, kind=kind, number="" if kind == "session" else call.number)


def _odd(n: int, at: datetime) -> Iterator[Event]:
    """Now and then one that says nothing, and one that nobody knows; each in a content of its own."""
    if n % UNREADABLE_EVERY == 0:
        yield events.event("meeting.participant_qos_summary", at, {"uuid": f"odd-{n}", "participant": "nobody"})
    if n % UNKNOWN_EVERY == 0:
        yield events.event("meeting.sharing_started", at, {"uuid": f"odd-{n}"})


def _deliveries_of_one() -> float:
    """Deliveries of one call, on average: started and ended, and of each person minutes, data and summaries."""
    return (2 + PEOPLE * (MINUTES + 3)) * (1 + COPIED)


def _whole_s(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
