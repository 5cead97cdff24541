"""The values everything else speaks in: frozen, slotted, units in their names. No behaviour beyond small questions.

`None` always means "not measured or not known", never zero and never failed.

Two layers:

* **facts**, as Zoom told them: `Measured` (one QoS type of one join), `Leg` (one join of one person), `Call` (a
  meeting, webinar or session with all its legs). Facts are what the store keeps; they hold Zoom's own `type` words,
  because which of them means *sent* is a reading that can change.
* **judgement**, derived from facts on demand: `Stream`, `Participant`, `Verdict`, `Report`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, NewType

from bot.domain.frozen import frozen
from bot.domain.limits import DEFAULT_LIMITS, Limits

MeetingNumber = NewType("MeetingNumber", str)
"""9 to 11 digits. Names the *latest* instance of a meeting, so it is not an identity."""

CallUuid = NewType("CallUuid", str)
"""Base64-like id of one instance; may contain `/`, `+` and `=`."""


class Kind(StrEnum):
    """Which of Zoom's three `qos_summary` operations a call belongs to."""

    MEETING = "meeting"
    WEBINAR = "webinar"
    SESSION = "session"


class Media(StrEnum):
    AUDIO = "audio"
    VIDEO = "video"
    SHARE = "share"


class Direction(StrEnum):
    """Seen from the participant: `SENT` leaves their computer, `RECEIVED` arrives there."""

    SENT = "sent"
    RECEIVED = "received"


class Reading(StrEnum):
    """How Zoom's `*_input` and `*_output` are read, see `bot.zoom.directions`."""

    DOCUMENTED = "documented"
    INPUT_IS_SENT = "input-is-sent"


class Label(StrEnum):
    POOR = "poor"
    FAIR = "fair"
    GOOD = "good"
    UNRATED = "unrated"


class CpuLabel(StrEnum):
    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    UNKNOWN = "unknown"


class Sort(StrEnum):
    """What "worst" means in one report."""

    WORST = "worst"
    LOSS = "loss"
    LATENCY = "latency"
    JITTER = "jitter"
    CPU = "cpu"


class Source(StrEnum):
    REST = "rest"
    EVENTS = "events"
    MIXED = "mixed"


class Pressure(StrEnum):
    """W3C Compute Pressure words as Zoom sends them, roughly 20, 50, 80 and 100 % (Zoom, QSS pages)."""

    NORMAL = "normal"
    FAIR = "fair"
    SERIOUS = "serious"
    CRITICAL = "critical"


class Spread(NamedTuple):
    """Minimum, average and maximum of one quantity over one join."""

    min: float | None
    avg: float | None
    max: float | None


class MeetingRef(NamedTuple):
    """What a person asked for: exactly one of `number` and `uuid` is set."""

    kind: Kind
    number: MeetingNumber | None
    uuid: CallUuid | None

    @property
    def id(self) -> str:
        """The identifier as it goes into a request, before encoding."""
        return str(self.number or self.uuid)


# --- facts -----------------------------------------------------------------------------------------------------------


@frozen
class Measured:
    """One QoS row of one join. `type` is Zoom's own word, e.g. `audio_input` or `video_device_from_crc`."""

    type: str
    loss_pct: Spread | None = None
    latency_ms: Spread | None = None
    jitter_ms: Spread | None = None
    bitrate_kbps: Spread | None = None
    frame_rate_fps: Spread | None = None
    resolution: str | None = None


@frozen
class CpuFacts:
    """Zoom's share of the CPU (min, avg, max), the system's maximum, and the pressure words of one join."""

    zoom_pct: Spread | None = None
    system_max_pct: float | None = None
    pressure_min: Pressure | None = None
    pressure_avg: Pressure | None = None
    pressure_max: Pressure | None = None


@dataclass(frozen=True, slots=True)
class ZoomSays:
    """Zoom's own word (`good`, `fair`, `poor`, `bad`) and MOS-like score for one medium; events only."""

    word: str | None
    score: float | None


@frozen
class Summary:
    """One row of `qos_summary`: what was measured during one join. `participant_id` is `""` where Zoom gives none."""

    participant_id: str
    user_id: str | None
    name: str | None
    email: str | None
    measured: tuple[Measured, ...]
    cpu: CpuFacts | None


@frozen
class Attendance:
    """One row of a participant list: who, where and when, for one join. Blank strings have become None.

    `network_group` is an opaque key, equal for people behind one public address; the address itself is never kept.
    """

    participant_id: str
    user_id: str | None = None
    name: str | None = None
    email: str | None = None
    role: str | None = None
    joined_at: datetime | None = None
    left_at: datetime | None = None
    network_type: str | None = None
    connection_type: str | None = None
    location: str | None = None
    data_center: str | None = None
    device: str | None = None
    client_version: str | None = None
    network_group: str | None = None
    leave_reason: str | None = None
    microphone: str | None = None
    speaker: str | None = None
    camera: str | None = None


@frozen
class Leg:
    """One join of one person: attendance facts beside what was measured. `summary` None: Zoom measured nothing yet."""

    participant_id: str
    user_id: str | None = None
    name: str | None = None
    email: str | None = None
    attendance: Attendance | None = None
    measured: tuple[Measured, ...] = ()
    cpu: CpuFacts | None = None
    wifi_rssi_dbm: Spread | None = None
    zoom_says: Mapping[Media, ZoomSays] | None = None
    has_summary: bool = True


@dataclass(frozen=True, slots=True)
class Subject:
    """Which call this is. Times are aware UTC."""

    kind: Kind
    number: MeetingNumber | None = None
    uuid: CallUuid | None = None
    topic: str | None = None
    host: str | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """All facts of one call, as fetched or stored.

    `missing` says in plain words what Zoom would not give; `pages_complete` is False when summary pages are missing.
    """

    subject: Subject
    legs: tuple[Leg, ...]
    source: Source
    as_of: datetime
    pages_complete: bool = True
    missing: tuple[str, ...] = ()


# --- judgement -------------------------------------------------------------------------------------------------------


@frozen
class Stream:
    """One medium in one direction of one person, merged over their joins. `label` None: no traffic or not measured.

    `direction_stated`: Zoom's type says itself which way it goes (room systems, browsers), whatever the reading.

    `badness` runs from 0 (perfect) through 1 (good limit), 2 (fair limit) and 3 (bad edge) to 4; see domain/scoring.
    """

    media: Media
    direction: Direction
    loss_pct: Spread | None = None
    latency_ms: Spread | None = None
    jitter_ms: Spread | None = None
    bitrate_kbps: Spread | None = None
    frame_rate_fps: Spread | None = None
    resolution: str | None = None
    label: Label | None = None
    badness: float | None = None
    worst_metric: str | None = None
    direction_stated: bool = False


@frozen
class Cpu:
    """A person's CPU line, never part of their label."""

    label: CpuLabel = CpuLabel.UNKNOWN
    zoom_avg_pct: float | None = None
    system_max_pct: float | None = None
    pressure: Pressure | None = None


@dataclass(frozen=True, slots=True)
class DecidedBy:
    """The number that made the label: `value` crossed `limit` (the good limit for fair, the fair limit for poor)."""

    metric: str
    media: Media
    direction: Direction
    value: float
    limit: float
    unit: str


@frozen
class Cause:
    """A likely cause: `code` is a row of CAUSES, a confidence word, the numbers behind it, one next step.

    `ruled_out` says in words what was looked at and did not hold.
    """

    code: str
    confidence: str = "low"
    evidence: tuple[str, ...] = ()
    advice: str = ""
    ruled_out: tuple[str, ...] = ()


class Stay(NamedTuple):
    """From when to when one join lasted; None where Zoom does not say."""

    joined_at: datetime | None
    left_at: datetime | None


@frozen
class Participant:
    """One person over all their joins, judged. `rank` is None for unrated people, who also carry the reason.

    `stays` are the joins of somebody who joined more than once, first join first.
    """

    key: str
    participant_ids: tuple[str, ...]
    name: str | None
    email: str | None
    label: Label
    streams: tuple[Stream, ...]
    cpu: Cpu
    joins: int = 1
    rank: int | None = None
    score: int | None = None
    unrated_reason: str | None = None
    decided_by: DecidedBy | None = None
    minutes: float | None = None
    joined_at: datetime | None = None
    left_at: datetime | None = None
    role: str | None = None
    network_type: str | None = None
    connection_type: str | None = None
    location: str | None = None
    data_center: str | None = None
    device: str | None = None
    client_version: str | None = None
    wifi_rssi_dbm: float | None = None
    network_group: str | None = None
    mos_estimate: float | None = None
    r_estimate: float | None = None
    cause: Cause = Cause("unknown")
    zoom_says: Mapping[Media, ZoomSays] | None = None
    has_summary: bool = True
    microphone: str | None = None
    speaker: str | None = None
    camera: str | None = None
    stays: tuple[Stay, ...] = ()

    @property
    def directions_stated(self) -> bool:
        """Every stream that was rated says itself which way it goes."""
        return all(stream.direction_stated for stream in self.streams if stream.badness is not None)


class Scope(StrEnum):
    """Who was affected, in one word."""

    NOBODY = "nobody"
    ONE = "one"
    SEVERAL = "several"
    SENDER = "sender"
    SITE = "site"
    DATACENTER = "datacenter"
    MOST = "most"
    CANT_TELL = "cant_tell"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The first line. `people` are participant keys; the counts are of the whole meeting."""

    scope: Scope
    text: str
    people: tuple[str, ...] = ()
    cause: str = "none"
    rated: int = 0
    poor: int = 0
    fair: int = 0
    good: int = 0
    unrated: int = 0


@dataclass(frozen=True, slots=True)
class DirectionNote:
    """Which reading was used, and what speaks for it. `verified` None: not enough meetings either way."""

    reading: Reading
    verified: bool | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """How a report is looked at: order, one medium only, how many people to show."""

    sort: Sort = Sort.WORST
    media: Media | None = None
    top: int | None = None


DEFAULT_VIEW = View()


@dataclass(frozen=True, slots=True)
class Report:
    """A judged call: everybody, worst first, unrated last. Rendering applies `view.top`; counts are never shortened."""

    subject: Subject
    source: Source
    as_of: datetime
    complete: bool
    missing: tuple[str, ...]
    direction: DirectionNote
    verdict: Verdict
    participants: tuple[Participant, ...]
    view: View = DEFAULT_VIEW
    limits: Limits = DEFAULT_LIMITS
