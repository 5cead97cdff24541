"""Calls that happen while one looks on: who is in them, whose line goes bad in which minutes, and when each event is
sent. How an event looks and how it is delivered is elsewhere."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import NamedTuple

from playground.zoom import events
from playground.zoom.casting import Cast, Line, flow, good_line
from playground.zoom.events import Event
from playground.zoom.names import email_of
from playground.zoom.places import call_uuid
from playground.zoom.world import CallRecord, Flow, Person, Span, World

MINUTE = timedelta(minutes=1)
DEMO_MINUTE_S = 2.0
"""How long a minute of a call lasts in the demo."""


class Scene(NamedTuple):
    """A call to come. `cast` gives everybody with the line that they have in their bad minutes, None: never bad."""

    topic: str
    minutes: int
    cast: Callable[[Cast], Sequence[tuple[Person, Line | None]]]
    bad: range = range(0)
    begins: int = 0
    """Minutes after the show began."""


@dataclass(frozen=True, slots=True)
class Filmed:
    """One call that has an end. `minutes`: what was measured, by participant id and minute."""

    call: CallRecord
    minutes: Mapping[str, Sequence[Sequence[Flow]]]

    @property
    def running(self) -> CallRecord:
        """The call as Zoom knows it while it goes on."""
        people = (replace(p, joins=tuple(replace(j, left=None) for j in p.joins)) for p in self.call.people)
        return replace(self.call, end=None, people=tuple(people))


class Sent(NamedTuple):
    """An event and when it is sent: minutes of the show, which may be long after its own instant."""

    minute: float
    event: Event


class Show(NamedTuple):
    """Something to look at. `order` may send events again, late, or in another order."""

    id: str
    title: str
    what: str
    scenes: Sequence[Scene]
    order: Callable[[random.Random, list[Sent]], list[Sent]] = lambda _rng, sent: sent

    @property
    def minutes(self) -> int:
        return max(scene.begins + scene.minutes for scene in self.scenes) + 1


# --- filming ---------------------------------------------------------------------------------------------------------


def film(scene: Scene, rng: random.Random, show_began: datetime) -> Filmed:
    """The call with everything that will be measured in it; a summary is made of its minutes."""
    start = show_began + scene.begins * MINUTE
    end = start + scene.minutes * MINUTE
    measured: dict[str, list[list[Flow]]] = {}
    people = []
    for person, trouble in scene.cast(Cast(rng, start, end)):
        join, usual = person.joins[0], good_line(rng)
        measured[join.participant_id] = [
            [flow(rng, f.medium, f.way, trouble if trouble and n in scene.bad else usual) for f in join.flows]
            for n in range(scene.minutes)
        ]
        whole = tuple(map(_over_all, zip(*measured[join.participant_id], strict=True)))
        people.append(replace(person, joins=(replace(join, flows=whole),)))
    host = next((p for p in people if p.role == "host"), people[0])
    number = f"8{rng.randrange(10**10):010d}"
    call = CallRecord(
        "meeting", number, call_uuid(rng), scene.topic, host.name, email_of(host.name), start, end, tuple(people)
    )
    return Filmed(call, measured)


def _over_all(flows: Sequence[Flow]) -> Flow:
    return replace(
        flows[0],
        loss=_joined(one.loss for one in flows),
        latency=_joined(one.latency for one in flows),
        jitter=_joined(one.jitter for one in flows),
        bitrate=_joined(one.bitrate for one in flows),
        fps=_joined(one.fps for one in flows),
    )


def _joined(spans: Iterable[Span | None]) -> Span | None:
    known = [span for span in spans if span is not None]
    if not known:
        return None
    mean = sum(span.avg for span in known) / len(known)
    return Span(min(span.min for span in known), round(mean, 2), max(span.max for span in known))


def sent_of(filmed: Filmed, rng: random.Random, show_began: datetime) -> Iterator[Sent]:
    """Everything that Zoom sends of one call, in no order: each person's minute comes some seconds after it ended."""
    call = filmed.call
    end = call.end or call.start

    def soon(event: Event, after_s: float = 0.0) -> Sent:
        return Sent((event.at - show_began).total_seconds() / 60 + after_s / 60, event)

    yield soon(events.started(call))
    for person in call.people:
        join = person.joins[0]
        yield soon(events.data(call, person, join, call.start), rng.uniform(3, 25))
        for n, flows in enumerate(filmed.minutes[join.participant_id]):
            yield soon(events.minute(call, person, join, call.start + n * MINUTE, flows), rng.uniform(62, 95))
        yield soon(events.summary(call, person, join, end), rng.uniform(40, 58))
        yield soon(events.data_summary(call, person, join, end), rng.uniform(40, 58))
    yield soon(events.ended(call, end), 60)


def deliveries(show: Show, rng: random.Random, show_began: datetime) -> tuple[list[Filmed], list[Sent]]:
    filmed = [film(scene, rng, show_began) for scene in show.scenes]
    sent = [one for call in filmed for one in sent_of(call, rng, show_began)]
    return filmed, sorted(show.order(rng, sent), key=lambda one: one.minute)


# --- playing ---------------------------------------------------------------------------------------------------------

Deliver = Callable[[Event], Awaitable[object]]


@dataclass(slots=True)
class Player:
    """Plays shows into one webhook, and lets the local Zoom know their calls. One show plays once at a time.

    A show's last minute is now, so that nothing it tells lies in the future while its minutes pass faster than ours.
    """

    world: World
    deliver: Deliver
    clock: Callable[[], datetime]
    minute_s: float = DEMO_MINUTE_S
    playing: set[str] = field(default_factory=set)

    async def play(self, show: Show, seed: object = None) -> int:
        """Returns how many deliveries there were, when the last one was answered. Each play has meetings of its own."""
        began = (self.clock() - show.minutes * MINUTE).replace(microsecond=0)
        rng = random.Random(f"{show.id} {self.clock().isoformat() if seed is None else seed}")
        filmed, sent = deliveries(show, rng, began)
        self.playing.add(show.id)
        self.world.add(*(one.running for one in filmed))
        try:
            await self._send(sent)
        finally:
            self.world.add(*(one.call for one in filmed))
            self.playing.discard(show.id)
        return len(sent)

    async def _send(self, sent: Sequence[Sent]) -> None:
        loop = asyncio.get_running_loop()
        first = loop.time()
        async with asyncio.TaskGroup() as group:
            for minute, event in sent:
                wait_s = first + minute * self.minute_s - loop.time()
                if wait_s > 0:
                    await asyncio.sleep(wait_s)
                group.create_task(_delivered(self.deliver, event))


async def _delivered(deliver: Deliver, event: Event) -> None:
    await deliver(event)
