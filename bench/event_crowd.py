"""Events to send: what Zoom tells of many calls at once, minute by minute, and of calls gone bad. Sends nothing."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count

from playground.zoom import events
from playground.zoom.casting import NO_SHARE, Cast, Line
from playground.zoom.crowds import big_call
from playground.zoom.events import Event
from playground.zoom.places import call_uuid
from playground.zoom.world import CallRecord, Person

MINUTE = timedelta(minutes=1)
PEOPLE = 10
_LOSSY = Line(0.6, 9.4, 58, 8, 37)


def crowd(calls: int, ago: timedelta = timedelta(hours=2)) -> Iterator[Event]:
    """Without end: each call's start so long ago, then every minute of everybody in it, all calls mixed."""
    rng = random.Random(calls)
    start = datetime.now(UTC).replace(microsecond=0) - ago
    held = [big_call("meeting", PEOPLE, seed, start) for seed in range(calls)]
    yield from map(events.started, held)
    told: list[tuple[CallRecord, Person]] = [(call, person) for call in held for person in call.people]
    for minute in count():
        rng.shuffle(told)
        for call, person in told:
            join = person.joins[0]
            yield events.minute(call, person, join, start + minute * MINUTE, join.flows)


def bad_call(n: int) -> tuple[str, list[Event], Event]:
    """Its number, what goes before, and the event with which three people have been poor. Nobody's place is told."""
    rng = random.Random(f"bad {n}")
    start = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=5)
    cast = Cast(rng, start, None)
    people = tuple(cast.person(line=_LOSSY, uses=NO_SHARE) for _ in range(3))
    call = CallRecord("meeting", f"960{n:08d}", call_uuid(rng), f"Bad call {n}", "", "", start, None, people)
    left = [events.summary(call, one, one.joins[0], start + 4 * MINUTE) for one in people]
    return call.number, [events.started(call), *left[:-1]], left[-1]
