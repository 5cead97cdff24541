"""People and calls for the tests of the domain, written as short texts; everything unsaid is a clean wired connection.

A stream is `loss/latency/jitter`; each is an average, `average:max` or `min:average:max`, and `-` is not measured.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.domain.judgement import judge
from bot.domain.model import (
    Attendance,
    Call,
    CallUuid,
    CpuFacts,
    Direction,
    DirectionNote,
    Kind,
    Leg,
    Measured,
    Media,
    Participant,
    Pressure,
    Reading,
    Report,
    Source,
    Spread,
    Subject,
    View,
    ZoomSays,
)

START = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
DIRECTIONS = {f"{m}_{d}": (m, d) for m in Media for d in Direction}
KBPS = {Media.AUDIO: 64.0, Media.VIDEO: 900.0, Media.SHARE: 120.0}
CLEAN = "0.1/61/9"


def spread(text: str) -> Spread | None:
    """`-`, `avg`, `avg:max` or `min:avg:max`; `-` inside stands for one that is missing."""
    if text == "-":
        return None
    values = [None if part == "-" else float(part) for part in text.split(":")]
    low, average, high = {1: (None, *values, None), 2: (None, *values), 3: tuple(values)}[len(values)]
    return Spread(low, average, high)


@dataclass(frozen=True)
class P:
    """One person. `video_sent` and the like add streams; `None` takes one away."""

    name: str | None
    sent: str | None = CLEAN
    received: str | None = CLEAN
    video_sent: str | None = None
    video_received: str | None = CLEAN
    share_sent: str | None = None
    share_received: str | None = None
    fps: str = "25"
    received_fps: str = "25"
    resolution: str = "1280*720"
    video_kbps: str = "900:1400"
    minutes: float | None = 45
    network: str | None = "Wired"
    connection: str | None = "UDP"
    location: str | None = "Leeds (GB)"
    data_center: str | None = "Frankfurt"
    site: str | None = "own"
    rssi: float | None = None
    cpu: str | None = "12"
    pressure: str | None = "normal"
    joins: int = 1
    says: str | None = None
    device: str | None = "Windows"
    changes: dict[str, Any] = field(default_factory=dict)

    def rows(self) -> tuple[Measured, ...]:
        texts = {
            (Media.AUDIO, Direction.SENT): self.sent,
            (Media.AUDIO, Direction.RECEIVED): self.received,
            (Media.VIDEO, Direction.SENT): self.video_sent,
            (Media.VIDEO, Direction.RECEIVED): self.video_received,
            (Media.SHARE, Direction.SENT): self.share_sent,
            (Media.SHARE, Direction.RECEIVED): self.share_received,
        }
        return tuple(self._row(media, way, text) for (media, way), text in texts.items() if text is not None)

    def _row(self, media: Media, way: Direction, text: str) -> Measured:
        loss, latency, jitter = text.split("/")
        video = media is Media.VIDEO
        return Measured(
            type=f"{media}_{way}",
            loss_pct=spread(loss),
            latency_ms=spread(latency),
            jitter_ms=spread(jitter),
            bitrate_kbps=spread(self.video_kbps) if video else Spread(None, KBPS[media], None),
            frame_rate_fps=spread(self.fps if way is Direction.SENT else self.received_fps) if video else None,
            resolution=self.resolution if video else None,
        )

    def legs(self, place: int) -> list[Leg]:
        left = None if self.minutes is None else START + timedelta(minutes=self.minutes / self.joins)
        return [self._leg(f"{16778240 + 1024 * place + n}", place, left) for n in range(self.joins)]

    def _leg(self, participant_id: str, place: int, left: datetime | None) -> Leg:
        seen = Attendance(
            participant_id=participant_id,
            joined_at=None if left is None else START,
            left_at=left,
            network_type=self.network,
            connection_type=self.connection,
            location=self.location,
            data_center=self.data_center,
            device=self.device,
            network_group=f"own-{place}" if self.site == "own" else self.site,
        )
        facts = None
        if self.cpu is not None or self.pressure is not None:
            zoom = None if self.cpu is None else Spread(1, float(self.cpu), 100)
            facts = CpuFacts(zoom, 100, pressure_avg=None if self.pressure is None else Pressure(self.pressure))
        rows = self.rows()
        leg = Leg(
            participant_id=participant_id,
            user_id=f"user-{place}",
            name=self.name,
            attendance=seen,
            measured=rows,
            cpu=facts,
            wifi_rssi_dbm=None if self.rssi is None else Spread(self.rssi - 5, self.rssi, self.rssi + 5),
            zoom_says={Media.AUDIO: ZoomSays(self.says, None)} if self.says else None,
            has_summary=bool(rows),
        )
        return replace(leg, **self.changes)


def crowd(n: int, **facts: Any) -> tuple[P, ...]:
    """`n` people with nothing wrong, unless `facts` say so."""
    return tuple(P(f"Person {i}", **facts) for i in range(1, n + 1))


def call(*people: P, kind: Kind = Kind.MEETING) -> Call:
    legs = tuple(leg for place, person in enumerate(people) for leg in person.legs(place))
    return Call(Subject(kind, uuid=CallUuid("4444AAAiAAAAAiAiAiiAii==")), legs, Source.REST, START + timedelta(hours=1))


def report(*people: P, verified: bool | None = True, view: View | None = None) -> Report:
    return judge(call(*people), DIRECTIONS, DirectionNote(Reading.DOCUMENTED, verified), view or View())


def named(judged: Report, name: str) -> Participant:
    return next(p for p in judged.participants if p.name == name)


def only(person: P, verified: bool | None = True, others: int = 6) -> Participant:
    """This person, judged beside some clean others."""
    return named(report(person, *crowd(others), verified=verified), person.name or "")
