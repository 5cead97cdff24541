"""Streams to labels to a ranking: the published rule of the bot, small enough to redo by eye. Knows no causes.

Per stream the worst metric decides, per person the worst stream. Labels come from averages, never from a maximum: a
maximum grows with the length of a call, until one bad sample in 200 spoils every hour. Badness is piecewise linear
through (0, 0), (good, 1), (fair, 2) and (bad, 3), at most 4; the score is 100 - 25 x badness as a whole number, kept on
its label's side of 75 and 50.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from bot.domain.limits import DEFAULT_CAUSE_LIMITS, DEFAULT_LIMITS, CauseLimits, Limits
from bot.domain.metrics import METRICS, Metric
from bot.domain.model import (
    Attendance,
    Cpu,
    CpuFacts,
    CpuLabel,
    DecidedBy,
    Direction,
    Label,
    Measured,
    Media,
    Participant,
    Pressure,
    Sort,
    Spread,
    Stream,
)
from bot.domain.people import NOISE_DIGITS, STATED_DIRECTION, Person, StreamKey, height, is_traffic, stays
from bot.domain.unrated import unrated_reason

LEAST_JUDGED_HEIGHT = 181
"""Received pictures of 180 lines and less are gallery tiles, small by design: no frame-rate verdict."""

FPS_FAIR_BADNESS, FPS_POOR_BADNESS = 1.4, 2.2
NEAR_TIE_POINTS = 2.0
MEDIA_PREFERENCE = {Media.AUDIO: 0, Media.SHARE: 1, Media.VIDEO: 2}
"""Which medium people miss first; only decides between streams within `NEAR_TIE_POINTS` of each other."""

NO_FACTS = Attendance("")
SCORES = {Label.POOR: (0, 49), Label.FAIR: (50, 74), Label.GOOD: (75, 100)}
"""Lowest and highest whole number of each label: a score never contradicts the label beside it."""

_LABEL_ORDER = {Label.POOR: 0, Label.FAIR: 1, Label.GOOD: 2, Label.UNRATED: 3}


def badness(metric: Metric, value: float) -> float:
    """0 is perfect, 1 the good limit, 2 the fair limit, 3 the bad edge, 4 the worst there is.

    >>> round(100 - 25 * badness(METRICS[0], 7.5))
    38
    """
    if metric.higher_is_better:
        return 0.0 if value >= metric.good else FPS_FAIR_BADNESS if value >= metric.fair else FPS_POOR_BADNESS
    if value <= metric.good:
        return value / metric.good
    if value <= metric.fair:
        return 1 + (value - metric.good) / (metric.fair - metric.good)
    bad = metric.bad or metric.fair
    if value <= bad:
        return 2 + (value - metric.fair) / (bad - metric.fair)
    return min(4.0, 3 + (value - bad) / bad)


def label_of(value: float) -> Label:
    """The word for a badness; a limit itself still counts as the better side."""
    return Label.GOOD if value <= 1 else Label.FAIR if value <= 2 else Label.POOR


def score_of(value: float) -> int:
    """0 to 100, half rounded to even; 75 and more is good, 50 to 74 fair, less poor, as the label says.

    >>> score_of(2.3), score_of(2.008)
    (42, 49)
    """
    lowest, highest = SCORES[label_of(value)]
    return min(highest, max(lowest, round(round(100 - 25 * value, NOISE_DIGITS))))


def rate_stream(key: StreamKey, row: Measured, metrics: Sequence[Metric] = METRICS) -> Stream:
    """One medium in one direction with its label; no label where nothing flowed or loss was not measured."""
    media, direction = key
    worst, worst_metric = -1.0, None
    if row.loss_pct is not None and row.loss_pct.avg is not None and is_traffic(media, row):
        for metric in metrics:
            spread: Spread | None = getattr(row, metric.field)
            if spread is None or spread.avg is None:
                continue
            if metric.key == "frame_rate" and not frame_rate_counts(media, direction, row):
                continue
            bad = badness(metric, spread.avg)
            if bad > worst:
                worst, worst_metric = bad, metric.key
    return Stream(
        media,
        direction,
        row.loss_pct,
        row.latency_ms,
        row.jitter_ms,
        row.bitrate_kbps,
        row.frame_rate_fps,
        row.resolution,
        None if worst_metric is None else label_of(worst),
        None if worst_metric is None else worst,
        worst_metric,
        row.type.endswith(STATED_DIRECTION),
    )


def frame_rate_counts(media: Media, direction: Direction, row: Measured | Stream) -> bool:
    """Sent video and large received pictures only; never screen share, where 1 fps is right for a document."""
    if media is not Media.VIDEO:
        return False
    return direction is Direction.SENT or (height(row.resolution) or 0) >= LEAST_JUDGED_HEIGHT


def rate_cpu(facts: CpuFacts | None, limits: CauseLimits = DEFAULT_CAUSE_LIMITS) -> Cpu:
    """The CPU line: averages and pressure decide; a peak of 100 % is normal and decides nothing."""
    if facts is None:
        return Cpu()
    zoom_avg = facts.zoom_pct.avg if facts.zoom_pct else None
    label = _cpu_label(zoom_avg, facts.system_max_pct, facts.pressure_avg, limits)
    return Cpu(label, zoom_avg, facts.system_max_pct, facts.pressure_avg)


def _cpu_label(
    zoom_avg: float | None, system_max: float | None, pressure: Pressure | None, limits: CauseLimits
) -> CpuLabel:
    if zoom_avg is None and pressure is None:
        return CpuLabel.UNKNOWN
    zoom = zoom_avg or 0.0
    if zoom >= limits.cpu_bad_zoom_pct or pressure is Pressure.CRITICAL:
        return CpuLabel.BAD
    busy = zoom >= limits.cpu_warn_zoom_pct and (system_max or 0.0) >= limits.cpu_warn_system_pct
    return CpuLabel.WARN if busy or pressure is Pressure.SERIOUS else CpuLabel.OK


def rate(person: Person, only: Media | None = None, limits: Limits = DEFAULT_LIMITS) -> Participant:
    """Judge one person by their worst rated stream; `only` rates a single medium and leaves the others as facts."""
    streams = tuple(sorted([rate_stream(key, row, limits.metrics) for key, row in person.streams], key=_stream_order))
    counted = [s for s in streams if s.badness is not None and (only is None or s.media is only)]
    reason = unrated_reason(person, streams, counted, only)
    worst = max([s.badness or 0.0 for s in counted], default=None) if reason is None else None
    facts = person.facts or NO_FACTS
    return Participant(
        key=person.key,
        participant_ids=person.participant_ids,
        name=person.name,
        email=person.email,
        label=Label.UNRATED if worst is None else label_of(worst),
        streams=streams,
        cpu=rate_cpu(person.cpu, limits.cause),
        joins=len(person.legs),
        score=None if worst is None else score_of(worst),
        unrated_reason=reason,
        decided_by=None if worst is None else _decided_by(counted, worst, limits.metrics),
        minutes=None if person.measured_s is None else round(person.measured_s / 60, 1),
        joined_at=person.joined_at,
        left_at=person.left_at,
        role=facts.role,
        network_type=facts.network_type,
        connection_type=facts.connection_type,
        location=facts.location,
        data_center=facts.data_center,
        device=facts.device,
        client_version=facts.client_version,
        wifi_rssi_dbm=person.wifi_rssi_dbm,
        network_group=facts.network_group,
        zoom_says=person.zoom_says,
        has_summary=person.has_summary,
        microphone=facts.microphone,
        speaker=facts.speaker,
        camera=facts.camera,
        stays=stays(person.legs),
    )


def _stream_order(stream: Stream) -> tuple[int, bool]:
    return MEDIA_PREFERENCE[stream.media], stream.direction is Direction.RECEIVED


def _decided_by(counted: list[Stream], worst: float, metrics: Sequence[Metric]) -> DecidedBy | None:
    """The number to print. Of streams within two points of the worst, with its label, the preferred medium decides."""
    label = label_of(worst)
    if label is Label.GOOD:
        return None
    near = [s for s in counted if 25 * (worst - (s.badness or 0.0)) <= NEAR_TIE_POINTS and s.label is label]
    stream = min(near, key=lambda s: (MEDIA_PREFERENCE[s.media], -(s.badness or 0.0)))
    metric = next(m for m in metrics if m.key == stream.worst_metric)
    spread: Spread = getattr(stream, metric.field)
    limit = metric.good if label is Label.FAIR else metric.fair
    return DecidedBy(metric.key, stream.media, stream.direction, spread.avg or 0.0, limit, metric.unit)


def worst_average(participant: Participant, field: str, only: Media | None = None) -> float:
    """The largest average of one metric over the person's rated streams; -1 where none was measured."""
    worst = -1.0
    for stream in participant.streams:
        if stream.badness is not None and (only is None or stream.media is only):
            spread: Spread | None = getattr(stream, field)
            if spread is not None and spread.avg is not None and spread.avg > worst:
                worst = spread.avg
    return worst


_First = Callable[[Participant, float, float, Media | None], tuple[float, ...]]
_FIRST: Final[Mapping[Sort, _First]] = {
    Sort.WORST: lambda _p, _loss, _latency, _only: (),
    Sort.LOSS: lambda _p, loss, latency, _only: (-loss, -latency),
    Sort.LATENCY: lambda _p, loss, latency, _only: (-latency, -loss),
    Sort.JITTER: lambda p, loss, _latency, only: (-worst_average(p, "jitter_ms", only), -loss),
    Sort.CPU: lambda p, _loss, _latency, _only: (1.0 if p.cpu.zoom_avg_pct is None else -p.cpu.zoom_avg_pct,),
}
"""What each order looks at before the usual things, from the person and their worst loss and latency."""


def order(participants: Iterable[Participant], sort: Sort, only: Media | None = None) -> list[Participant]:
    """Worst first, unrated last. The default order is label, score, loss, latency, then the longer stay."""
    first = _FIRST[sort]

    def key(p: Participant) -> tuple[object, ...]:
        loss, latency = worst_average(p, "loss_pct", only), worst_average(p, "latency_ms", only)
        usual = (_LABEL_ORDER[p.label], p.score if p.score is not None else 101, -loss, -latency, -(p.minutes or 0.0))
        return (p.label is Label.UNRATED, *first(p, loss, latency, only), *usual, p.name or "", p.key)

    return sorted(participants, key=key)
