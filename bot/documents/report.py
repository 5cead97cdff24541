"""The report document, version 1: what `python -m bot report … --json` prints. `null` is not measured, never zero."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

from bot.domain.limits import limit_rows
from bot.domain.model import Cause, Cpu, DecidedBy, Participant, Report, Spread, Stream, ZoomSays
from bot.domain.model import Media as DomainMedia

Kind = Literal["meeting", "webinar", "session"]
Media = Literal["audio", "video", "share"]
Direction = Literal["sent", "received"]
Number = int | float


def _rfc3339(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


Instant = Annotated[datetime, PlainSerializer(_rfc3339, return_type=str)]


class _Document(BaseModel):
    model_config = ConfigDict(frozen=True)


class SubjectDocument(_Document):
    kind: Kind
    number: str | None
    uuid: str | None
    topic: str | None
    host: str | None
    started_at: Instant | None
    ended_at: Instant | None


class LimitDocument(_Document):
    metric: str
    good: Number
    fair: Number
    bad: Number | None
    unit: str
    source: str


class CauseLimitDocument(_Document):
    key: str
    value: Number
    unit: str
    meaning: str
    source: str


class DirectionDocument(_Document):
    reading: Literal["documented", "input-is-sent"]
    verified: bool | None
    evidence: list[str]


class VerdictDocument(_Document):
    scope: Literal["nobody", "one", "several", "sender", "site", "datacenter", "most", "cant_tell"]
    people: list[str]
    cause: str
    text: str
    rated: int
    poor: int
    fair: int
    good: int
    unrated: int


class SpreadDocument(_Document):
    min: Number | None
    avg: Number | None
    max: Number | None


class StreamDocument(_Document):
    media: Media
    direction: Direction
    label: Literal["poor", "fair", "good", "none"]
    loss_pct: SpreadDocument | None
    latency_ms: SpreadDocument | None
    jitter_ms: SpreadDocument | None
    bitrate_kbps: SpreadDocument | None
    frame_rate_fps: SpreadDocument | None
    resolution: str | None


class DecidedByDocument(_Document):
    metric: str
    media: Media
    direction: Direction
    value: Number
    limit: Number
    unit: str


class CpuDocument(_Document):
    label: Literal["ok", "warn", "bad", "unknown"]
    zoom_avg_pct: Number | None
    system_max_pct: Number | None
    pressure: Literal["normal", "fair", "serious", "critical"] | None


class CauseDocument(_Document):
    code: str
    confidence: Literal["high", "medium", "low"]
    evidence: list[str]
    advice: str


class ZoomSaysDocument(_Document):
    word: str | None
    score: Number | None


class ParticipantDocument(_Document):
    key: str
    participant_ids: list[str]
    name: str | None
    email: str | None
    rank: int | None
    label: Literal["poor", "fair", "good", "unrated"]
    unrated_reason: str | None
    score: int | None = Field(ge=0, le=100)
    joins: int
    minutes: Number | None
    joined_at: Instant | None
    left_at: Instant | None
    network_type: str | None
    connection_type: str | None
    location: str | None
    data_center: str | None
    device: str | None
    client_version: str | None
    wifi_rssi_dbm: Number | None
    decided_by: DecidedByDocument | None
    streams: list[StreamDocument]
    cpu: CpuDocument
    mos_estimate: Number | None
    r_estimate: Number | None
    cause: CauseDocument
    zoom_says: dict[Media, ZoomSaysDocument] | None


class ReportDocument(_Document):
    """Version 1 of the report. Fields may be added; none changes its meaning within a version."""

    version: Literal[1]
    subject: SubjectDocument
    source: Literal["rest", "events", "mixed"]
    as_of: Instant
    complete: bool
    limits: list[LimitDocument]
    missing: list[str]
    direction: DirectionDocument
    verdict: VerdictDocument
    participants: list[ParticipantDocument]
    cause_limits: list[CauseLimitDocument]


def document(report: Report) -> ReportDocument:
    """The whole report; `view.top` shortens `participants`, never the counts."""
    subject, verdict = report.subject, report.verdict
    shown = report.participants if report.view.top is None else report.participants[: report.view.top]
    return ReportDocument(
        version=1,
        subject=SubjectDocument(
            kind=subject.kind.value,
            number=subject.number,
            uuid=subject.uuid,
            topic=subject.topic,
            host=subject.host,
            started_at=subject.started_at,
            ended_at=subject.ended_at,
        ),
        source=report.source.value,
        as_of=report.as_of,
        complete=report.complete,
        limits=[
            LimitDocument(metric=m.key, good=m.good, fair=m.fair, bad=m.bad, unit=m.unit, source=m.source)
            for m in report.limits.metrics
        ],
        missing=list(report.missing),
        cause_limits=[CauseLimitDocument(**row._asdict()) for row in limit_rows(report.limits.cause)],
        direction=DirectionDocument(
            reading=report.direction.reading.value,
            verified=report.direction.verified,
            evidence=list(report.direction.evidence),
        ),
        verdict=VerdictDocument(
            scope=verdict.scope.value,
            people=list(verdict.people),
            cause=verdict.cause,
            text=verdict.text,
            rated=verdict.rated,
            poor=verdict.poor,
            fair=verdict.fair,
            good=verdict.good,
            unrated=verdict.unrated,
        ),
        participants=[_participant(p) for p in shown],
    )


def _participant(p: Participant) -> ParticipantDocument:
    return ParticipantDocument(
        key=p.key,
        participant_ids=list(p.participant_ids),
        name=p.name,
        email=p.email,
        rank=p.rank,
        label=p.label.value,
        unrated_reason=p.unrated_reason,
        score=p.score,
        joins=p.joins,
        minutes=_tidy(p.minutes),
        joined_at=p.joined_at,
        left_at=p.left_at,
        network_type=p.network_type,
        connection_type=p.connection_type,
        location=p.location,
        data_center=p.data_center,
        device=p.device,
        client_version=p.client_version,
        wifi_rssi_dbm=_tidy(p.wifi_rssi_dbm),
        decided_by=_decided_by(p.decided_by),
        streams=[_stream(s) for s in p.streams],
        cpu=_cpu(p.cpu),
        mos_estimate=_tidy(p.mos_estimate),
        r_estimate=_tidy(p.r_estimate),
        cause=_cause(p.cause),
        zoom_says=_zoom_says(p.zoom_says),
    )


def _stream(s: Stream) -> StreamDocument:
    return StreamDocument(
        media=s.media.value,
        direction=s.direction.value,
        label="none" if s.label is None else s.label.value,
        loss_pct=_spread(s.loss_pct),
        latency_ms=_spread(s.latency_ms),
        jitter_ms=_spread(s.jitter_ms),
        bitrate_kbps=_spread(s.bitrate_kbps),
        frame_rate_fps=_spread(s.frame_rate_fps),
        resolution=s.resolution,
    )


def _spread(spread: Spread | None) -> SpreadDocument | None:
    if spread is None:
        return None
    return SpreadDocument(min=_tidy(spread.min), avg=_tidy(spread.avg), max=_tidy(spread.max))


def _tidy(value: float | None) -> Number | None:
    """Whole numbers without `.0`; sums of floats without their tail."""
    if value is None:
        return None
    rounded = round(value, 4)
    return int(rounded) if rounded == int(rounded) else rounded


def _decided_by(decided: DecidedBy | None) -> DecidedByDocument | None:
    if decided is None:
        return None
    return DecidedByDocument(
        metric=decided.metric,
        media=decided.media.value,
        direction=decided.direction.value,
        value=_tidy(decided.value) or 0,
        limit=decided.limit,
        unit=decided.unit,
    )


def _cpu(cpu: Cpu) -> CpuDocument:
    return CpuDocument(
        label=cpu.label.value,
        zoom_avg_pct=_tidy(cpu.zoom_avg_pct),
        system_max_pct=_tidy(cpu.system_max_pct),
        pressure=cpu.pressure.value if cpu.pressure else None,
    )


def _cause(cause: Cause) -> CauseDocument:
    return CauseDocument(
        code=cause.code,
        confidence=cause.confidence,
        evidence=list(cause.evidence),
        advice=cause.advice,
    )


def _zoom_says(said: Mapping[DomainMedia, ZoomSays] | None) -> dict[Media, ZoomSaysDocument] | None:
    if not said:
        return None
    return {media.value: ZoomSaysDocument(word=z.word, score=_tidy(z.score)) for media, z in said.items()}
