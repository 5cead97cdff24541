"""Builds believable people and what their networks did. Which people meet in which call is decided elsewhere."""

import random
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from playground.zoom.names import email_of, names
from playground.zoom.places import DIALLED_IN, MACHINES, US_EAST, Machine, home, participant_id, user_id
from playground.zoom.world import Flow, Gateway, Join, Load, Medium, Person, Place, Span, Way


@dataclass(frozen=True, slots=True)
class Line:
    """Averages of somebody's connection: loss in % and jitter in ms each way, round-trip latency in ms."""

    loss_up: float = 0.2
    loss_down: float = 0.2
    latency: float = 42.0
    jitter_up: float = 5.0
    jitter_down: float = 5.0


class Uses(NamedTuple):
    """What somebody did in the call; a medium that was never used has no type at all."""

    mic: bool = True
    hears: bool = True
    camera: bool = True
    watches: bool = True
    shares: bool = False
    sees_share: bool = True


SPEAKER = Uses()
PRESENTER = Uses(shares=True, sees_share=False)
LISTENER = Uses(mic=False, camera=False)
NO_SHARE = Uses(sees_share=False)
MUTED = Uses(mic=False, camera=False, sees_share=False)
ALONE = Uses(hears=False, watches=False, sees_share=False)


class _Norm(NamedTuple):
    """What a stream of this sort usually looks like on a good line."""

    kbps: float
    fps: float | None = None
    resolution: str = ""


_NORMS: dict[tuple[Medium, Way], _Norm] = {
    ("audio", "sent"): _Norm(58),
    ("audio", "received"): _Norm(64),
    ("video", "sent"): _Norm(890, 25, "1280*720"),
    ("video", "received"): _Norm(1240, 24, "640*360"),
    ("share", "sent"): _Norm(410, 6, "1920*1080"),
    ("share", "received"): _Norm(395, 6, "1920*1080"),
}


def good_line(rng: random.Random) -> Line:
    return Line(
        loss_up=round(rng.uniform(0, 0.6), 2),
        loss_down=round(rng.uniform(0, 0.7), 2),
        latency=rng.randint(18, 92),
        jitter_up=rng.randint(2, 12),
        jitter_down=rng.randint(2, 11),
    )


def span(avg: float, low: float, high: float, digits: int = 0) -> Span:
    """From `low` to `high` times the average, rounded as Zoom prints the quantity."""
    return Span(round(avg * low, digits), round(avg, digits), round(avg * high, digits))


def flow(rng: random.Random, medium: Medium, way: Way, line: Line) -> Flow:
    """One stream as this line carried it; retransmission and congestion cost bitrate, loss comes in bursts."""
    norm = _NORMS[medium, way]
    loss, jitter = (line.loss_up, line.jitter_up) if way == "sent" else (line.loss_down, line.jitter_down)
    wobble = 0.85 + 0.3 * rng.random()
    kbps = norm.kbps * wobble / (1 + loss / 20)
    return Flow(
        medium,
        way,
        loss=span(loss * wobble, 0.0, 2.2 + 2.4 * rng.random(), 2),
        latency=span(line.latency * (0.97 + 0.06 * rng.random()), 0.84, 1.35 + 0.4 * rng.random()),
        jitter=span(jitter * wobble, 0.3, 2.1 + rng.random()),
        bitrate=span(kbps, 0.4, 1.5, 2),
        fps=span(norm.fps * (0.92 + 0.12 * rng.random()), 0.5, 1.15) if norm.fps else None,
        resolution=norm.resolution,
    )


def flows(rng: random.Random, line: Line, uses: Uses) -> tuple[Flow, ...]:
    wanted: tuple[tuple[bool, Medium, Way], ...] = (
        (uses.mic, "audio", "sent"),
        (uses.hears, "audio", "received"),
        (uses.camera, "video", "sent"),
        (uses.watches, "video", "received"),
        (uses.shares, "share", "sent"),
        (uses.sees_share, "share", "received"),
    )
    return tuple(flow(rng, medium, way, line) for used, medium, way in wanted if used)


def load(rng: random.Random) -> Load:
    avg = rng.randint(6, 24)
    return Load(span(avg, 0.3, 2.0), rng.randint(38, 84))


def with_flow(join: Join, medium: Medium, way: Way, **changes: object) -> Join:
    """The same join with some facts of one stream replaced."""
    changed = tuple(
        replace(f, **changes) if (f.medium, f.way) == (medium, way) else f  # type: ignore[arg-type]  # keyed by field
        for f in join.flows
    )
    return replace(join, flows=changed)


def edit(person: Person, medium: Medium, way: Way, **changes: object) -> Person:
    """The same person with some facts of one stream replaced in every join."""
    return replace(person, joins=tuple(with_flow(join, medium, way, **changes) for join in person.joins))


class Cast:
    """Hands out people of one call one after the other: join ids count up, and names come from one shuffled pool."""

    def __init__(self, rng: random.Random, start: datetime, end: datetime | None) -> None:
        self.rng, self.start, self.end = rng, start, end
        self._names = names(rng)
        self._joins = 0

    def join(
        self,
        line: Line | None = None,
        uses: Uses = SPEAKER,
        joined: datetime | None = None,
        left: datetime | None = None,
    ) -> Join:
        """One more join; without times it lasts from start to end. A join without a `line` has nothing measured."""
        pid = participant_id(self._joins)
        self._joins += 1
        measured = () if line is None else flows(self.rng, line, uses)
        return Join(pid, joined or self.start, left or self.end, measured, None if line is None else load(self.rng))

    def person(
        self,
        name: str = "",
        line: Line | None = None,
        uses: Uses = SPEAKER,
        place: Place | None = None,
        role: str = "attendee",
        machine: Machine | None = None,
        gateway: Gateway = "",
        guest: bool = False,
        email: str | None = None,
    ) -> Person:
        """Somebody who stays from start to end; without a `line` they have a good one. Guests: no id, no email."""
        name = name or next(self._names)
        machine = machine or self.rng.choice(MACHINES)
        address = ("" if guest else email_of(name)) if email is None else email
        return Person(
            name=name,
            email=address,
            user_id=user_id(address) if address and not guest else "",
            place=place or home(self.rng, self._joins),
            joins=(self.join(line or good_line(self.rng), uses),),
            role=role,
            device=machine.device,
            os=machine.os,
            os_version=machine.os_version,
            version=machine.version,
            gateway=gateway,
        )

    def dialled_in(self, name: str) -> Person:
        """Somebody on the telephone: the participant list has them, nothing was measured."""
        place = Place("", US_EAST, "", network="Others", connection="")
        person = self.person(name, place=place, machine=DIALLED_IN, guest=True)
        return replace(person, joins=(replace(person.joins[0], flows=(), load=None),))

    def crowd(self, size: int, uses: Uses = SPEAKER, data_center: str = US_EAST) -> list[Person]:
        """People with good lines, each at a place of their own."""
        return [self.person(uses=uses, place=home(self.rng, self._joins, data_center)) for _ in range(size)]
