"""What Zoom's events tell of a call, as values that join in any order, and the `Call` made of them. Pure.

Every field remembers the instant of the event that said it, and the later one wins; equal instants are decided by the
content. Joining is therefore commutative, associative and idempotent: late, repeated and shuffled events do no harm.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from bot.domain.model import CallUuid, CpuFacts, Kind, Measured, Media, Spread, ZoomSays

Words = Mapping[str, tuple[int, str]]
"""Field name to the instant of its event (epoch milliseconds) and what it said."""

SILENT_AFTER = timedelta(minutes=15)
"""A call of which nothing was heard for so long is taken to be over, also without its `ended` event."""

REOPENED_AFTER_MS = 90_000
"""Measurements this long after an `ended` event mean that the call went on."""

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Sample:
    """What was measured of one person: in one minute, or over one join."""

    measured: tuple[Measured, ...] = ()
    cpu: CpuFacts | None = None
    wifi_rssi_dbm: Spread | None = None
    zoom_says: Mapping[Media, ZoomSays] | None = None


MinuteKey = tuple[int, int]
"""The minute it is about and the event that told it, both epoch milliseconds."""


@dataclass(frozen=True, slots=True)
class LegTold:
    """One join of one person as told so far. `words` has fields of `Attendance`; instants are ISO 8601."""

    participant_id: str
    words: Words = field(default_factory=dict)
    summary: tuple[int, Sample] | None = None
    minutes: Mapping[MinuteKey, Sample] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CallTold:
    """One call as told so far. `words`: number, topic, host_id. The `_ms` are the latest events of their sort."""

    kind: Kind
    uuid: CallUuid
    words: Words = field(default_factory=dict)
    started_at: datetime | None = None
    ended_at: datetime | None = None
    started_ms: int = 0
    ended_ms: int = 0
    measured_ms: int = 0
    last_ms: int = 0
    legs: Mapping[str, LegTold] = field(default_factory=dict)

    def word(self, name: str) -> str | None:
        said = self.words.get(name)
        return said[1] if said else None

    @property
    def last_at(self) -> datetime:
        """The instant of the latest event."""
        return instant(self.last_ms)


def instant(epoch_ms: int) -> datetime:
    """The aware UTC instant of epoch milliseconds."""
    return datetime.fromtimestamp(epoch_ms / 1000, UTC)


def joined(one: CallTold, other: CallTold) -> CallTold:
    """Everything that either tells of the same call."""
    legs = dict(one.legs)
    for key, leg in other.legs.items():
        legs[key] = joined_leg(legs[key], leg) if key in legs else leg
    return CallTold(
        one.kind,
        one.uuid,
        _latest_words(one.words, other.words),
        started_at=min(_known(one.started_at, other.started_at), default=None),
        ended_at=max(_known(one.ended_at, other.ended_at), default=None),
        started_ms=max(one.started_ms, other.started_ms),
        ended_ms=max(one.ended_ms, other.ended_ms),
        measured_ms=max(one.measured_ms, other.measured_ms),
        last_ms=max(one.last_ms, other.last_ms),
        legs=legs,
    )


def joined_leg(one: LegTold, other: LegTold) -> LegTold:
    """Everything that either tells of the same join."""
    summaries = [summary for summary in (one.summary, other.summary) if summary is not None]
    return LegTold(
        one.participant_id,
        _latest_words(one.words, other.words),
        max(summaries, key=lambda said: (said[0], repr(said[1])), default=None),
        _larger(one.minutes, other.minutes),
    )


def _latest_words(one: Words, other: Words) -> Words:
    return {**one, **{name: max(said, one.get(name, said)) for name, said in other.items()}}


def _larger(one: Mapping[_Key, _Value], other: Mapping[_Key, _Value]) -> Mapping[_Key, _Value]:
    """Two different contents under one key are told apart by their text: any rule will do that is always the same."""
    both = {key: max(one[key], other[key], key=repr) for key in one.keys() & other.keys() if one[key] != other[key]}
    return {**one, **other, **both}


def _known(*moments: datetime | None) -> list[datetime]:
    return [moment for moment in moments if moment is not None]


def is_running(told: CallTold, now: datetime) -> bool:
    """No end was told after the last start, and something was heard in the last 15 minutes."""
    over = told.ended_ms > 0 and told.started_ms <= told.ended_ms
    reopened = told.measured_ms > told.ended_ms + REOPENED_AFTER_MS
    return (not over or reopened) and now - told.last_at < SILENT_AFTER


def over_minutes(minutes: Mapping[MinuteKey, Sample]) -> Sample:
    """One sample of many minutes: means of averages, and the extremes. A minute told again counts as told last."""
    by_minute: dict[int, dict[str, Measured]] = {}
    in_order = sorted(minutes.items(), key=lambda pair: pair[0])
    samples = [sample for _, sample in in_order]
    for (minute, _), sample in in_order:
        by_minute.setdefault(minute, {}).update({row.type: row for row in sample.measured})
    by_type: dict[str, list[Measured]] = {}
    for _, rows in sorted(by_minute.items()):
        for row in rows.values():
            by_type.setdefault(row.type, []).append(row)
    return Sample(
        measured=tuple(_mean_of(kind, rows) for kind, rows in sorted(by_type.items())),
        cpu=_mean_cpu([sample.cpu for sample in samples if sample.cpu]),
        wifi_rssi_dbm=mean_spread([sample.wifi_rssi_dbm for sample in samples]),
        zoom_says=next((sample.zoom_says for sample in reversed(samples) if sample.zoom_says), None),
    )


def _mean_of(kind: str, rows: list[Measured]) -> Measured:
    return Measured(
        kind,
        mean_spread([row.loss_pct for row in rows]),
        mean_spread([row.latency_ms for row in rows]),
        mean_spread([row.jitter_ms for row in rows]),
        mean_spread([row.bitrate_kbps for row in rows]),
        mean_spread([row.frame_rate_fps for row in rows]),
        next((row.resolution for row in reversed(rows) if row.resolution), None),
    )


def mean_spread(spreads: Iterable[Spread | None]) -> Spread | None:
    """Lowest, mean and highest over several; a spread without ends lends its average to them."""
    known = [spread for spread in spreads if spread is not None]
    averages = [spread.avg for spread in known if spread.avg is not None]
    lows = [low for spread in known if (low := spread.avg if spread.min is None else spread.min) is not None]
    highs = [high for spread in known if (high := spread.avg if spread.max is None else spread.max) is not None]
    if not lows and not highs:
        return None
    mean = sum(averages) / len(averages) if averages else None
    return Spread(min(lows, default=None), mean, max(highs, default=None))


def _mean_cpu(facts: list[CpuFacts]) -> CpuFacts | None:
    if not facts:
        return None
    return CpuFacts(
        zoom_pct=mean_spread([cpu.zoom_pct for cpu in facts]),
        system_max_pct=max((cpu.system_max_pct for cpu in facts if cpu.system_max_pct is not None), default=None),
        pressure_min=facts[-1].pressure_min,
        pressure_avg=facts[-1].pressure_avg,
        pressure_max=facts[-1].pressure_max,
    )
