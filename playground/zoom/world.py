"""The calls that took place, as truth: what was sent and what was received. Zoom's words and formats are not here."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

Kind = Literal["meeting", "webinar", "session"]
Medium = Literal["audio", "video", "share"]
Way = Literal["sent", "received"]
Gateway = Literal["", "rwg", "crc"]
"""How somebody came in: `""` the desktop or mobile client, `rwg` a browser, `crc` an H.323 or SIP room system."""


class Span(NamedTuple):
    """Least, average and greatest value of one quantity over one join."""

    min: float
    avg: float
    max: float


@dataclass(frozen=True, slots=True)
class Flow:
    """One medium in one direction during one join. None: Zoom has the type, but an empty string for the value.

    Units: loss in %, latency (round trip) and jitter in ms, bitrate in kbps, fps in frames per second.
    `split` True: Zoom tells it in two rows of one type, network facts in one, picture facts in the other.
    """

    medium: Medium
    way: Way
    loss: Span | None
    latency: Span | None
    jitter: Span | None
    bitrate: Span | None
    fps: Span | None = None
    resolution: str = ""
    split: bool = False


@dataclass(frozen=True, slots=True)
class Load:
    """CPU of one join in %: Zoom's share, the system's peak, and the pressure words (min, avg, max)."""

    zoom: Span
    system_max: float
    pressure: tuple[str, str, str] | None = None


@dataclass(frozen=True, slots=True)
class Join:
    """One join of one person. `participant_id` is only valid within the call. `left` None: still there.

    `summarised` False: the participant list has this join, the summary has not.
    """

    participant_id: str
    joined: datetime
    left: datetime | None
    flows: tuple[Flow, ...] = ()
    load: Load | None = None
    summarised: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody sits: all that Zoom tells of the network. `ip` is the public address."""

    location: str
    data_center: str
    ip: str
    network: str = "Wired"
    connection: str = "UDP"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a call. `user_id` and `email` are `""` for guests; `key` is the Video SDK's `user_key`."""

    name: str
    email: str
    user_id: str
    place: Place
    joins: tuple[Join, ...]
    role: str = "attendee"
    device: str = "Windows"
    os: str = "Windows"
    os_version: str = "11"
    version: str = "6.2.11.50939"
    gateway: Gateway = ""
    key: str = ""

    @property
    def is_internal(self) -> bool:
        """Zoom blanks peripherals and machine names of people outside the host's account."""
        return bool(self.user_id)


@dataclass(frozen=True, slots=True)
class CallRecord:
    """One instance of a meeting, webinar or session. `number` names all its instances, `uuid` this one only."""

    kind: Kind
    number: str
    uuid: str
    topic: str
    host: str
    host_email: str
    start: datetime
    end: datetime | None
    people: tuple[Person, ...]
    what: str = ""

    @property
    def joins(self) -> int:
        return sum(len(person.joins) for person in self.people)


@dataclass(slots=True)
class World:
    """Every call that the local Zoom knows. A number names its latest instance, as at Zoom."""

    calls: list[CallRecord] = field(default_factory=list)
    _by_uuid: dict[tuple[str, str], CallRecord] = field(default_factory=dict, init=False, repr=False)
    _by_number: dict[tuple[str, str], CallRecord] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        given, self.calls = self.calls, []
        self.add(*given)

    def add(self, *calls: CallRecord) -> None:
        """A call that is known already takes the place of what was known: it went on, or it has ended."""
        for call in calls:
            before = self._by_uuid.get((call.kind, call.uuid))
            self.calls = [*(one for one in self.calls if one is not before), call] if before else [*self.calls, call]
            self._by_uuid[call.kind, call.uuid] = call
            known = self._by_number.get((call.kind, call.number))
            if call.number and (known is None or call.start >= known.start):
                self._by_number[call.kind, call.number] = call

    def by_uuid(self, kind: Kind, uuid: str) -> CallRecord | None:
        return self._by_uuid.get((kind, uuid))

    def latest(self, kind: Kind, number: str) -> CallRecord | None:
        """The instance that started last; a session is only ever named by its uuid."""
        return None if kind == "session" else self._by_number.get((kind, number))

    def find(self, kind: Kind, number_or_uuid: str) -> CallRecord | None:
        return self.latest(kind, number_or_uuid) or self.by_uuid(kind, number_or_uuid)


def spaced(number: str) -> str:
    """`85812345678` as people write it, `858 1234 5678`; anything that is not 9 to 11 digits unchanged."""
    if not number.isascii() or not number.isdigit() or not 9 <= len(number) <= 11:
        return number
    middle = 4 if len(number) == 11 else 3
    return f"{number[:3]} {number[3 : 3 + middle]} {number[3 + middle :]}"


def catalogue(world: World) -> list[dict[str, str]]:
    """The calls worth trying, for the demo page: `{"kind", "id", "title", "what"}`; older instances by uuid."""
    return [
        {"kind": call.kind, "id": _asked_as(world, call), "title": call.topic, "what": call.what}
        for call in world.calls
        if call.what
    ]


def _asked_as(world: World, call: CallRecord) -> str:
    return spaced(call.number) if world.latest(call.kind, call.number) is call else call.uuid
