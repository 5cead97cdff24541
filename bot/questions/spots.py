"""Which number of a person a question is about, and who comes before whom by it. Numbers only: no answer is worded."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from bot.blocks.words import figure, unit_of
from bot.domain.metrics import Metric
from bot.domain.model import CpuLabel, Direction, Label, Media, Participant, Report, Sort, Stream
from bot.domain.scoring import badness, frame_rate_counts, label_of, order, score_of
from bot.questions.asked import Turn
from bot.questions.pen import UNITS, spread_of

LOW_IS_BAD = frozenset({"bitrate", "frame_rate", "mos", "rssi"})
OF_STREAMS = ("loss", "latency", "jitter", "frame_rate", "bitrate")
OF_PEOPLE = ("cpu", "rssi", "mos")
STATS = ("avg", "max", "min")
INHERIT = "inherit"

_CPU: Mapping[CpuLabel, Label] = {CpuLabel.BAD: Label.POOR, CpuLabel.WARN: Label.FAIR, CpuLabel.OK: Label.GOOD}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which streams, which metric (None: whatever is worst) and which statistic. `media` empty: all."""

    media: tuple[Media, ...] = ()
    direction: Direction | None = None
    metric: str | None = None
    stat: str = "avg"

    @property
    def everything(self) -> bool:
        return not self.media and self.direction is None and self.metric is None

    def takes(self, stream: Stream) -> bool:
        return (not self.media or stream.media in self.media) and self.direction in {None, stream.direction}


class Spot(NamedTuple):
    """One number of one person: the worst that is wanted. `stream` None: it belongs to the person."""

    person: Participant
    metric: str
    value: float
    badness: float
    stream: Stream | None = None


def wanted(slots: Mapping[str, Any], turns: Sequence[Turn] = ()) -> Wanted:
    """What the slots say of medium, direction, metric and statistic; what is none of ours is not said."""
    media, direction = slots.get("media"), slots.get("direction")
    listed = media if isinstance(media, list | tuple) else [media]
    return Wanted(
        tuple(dict.fromkeys(Media(one) for one in listed if isinstance(one, str) and one in set(Media))),
        Direction(direction) if isinstance(direction, str) and direction in set(Direction) else None,
        _metric(slots, turns),
        slots["stat"] if isinstance(slots.get("stat"), str) and slots["stat"] in STATS else "avg",
    )


def _metric(slots: Mapping[str, Any], turns: Sequence[Turn]) -> str | None:
    said = slots.get("metric")
    if said == INHERIT:
        said = next((turn.slots["metric"] for turn in reversed(turns) if turn.slots.get("metric")), None)
    return said if isinstance(said, str) and said in {*OF_STREAMS, *OF_PEOPLE} else None


def row_of(report: Report, metric: str) -> Metric | None:
    """The limits in force of a metric; None where it has none."""
    return next((row for row in report.limits.metrics if row.key == metric), None)


def unit(metric: str) -> str:
    return UNITS[metric] if metric in UNITS else unit_of(metric)


def spot(person: Participant, want: Wanted, report: Report) -> Spot | None:
    """The worst number that is wanted, of a rated stream; None where it was not measured or nobody rated the person."""
    if person.label is Label.UNRATED:
        return None
    if want.metric is None:
        return _worst_stream(person, want)
    if want.metric in OF_PEOPLE:
        return _of_person(person, want.metric)
    row, stat = row_of(report, want.metric), _stat(want)
    found = []
    for stream in person.streams:
        spread = spread_of(stream, want.metric)
        if stream.badness is None or spread is None or not want.takes(stream):
            continue
        if want.metric == "frame_rate" and not frame_rate_counts(stream.media, stream.direction, stream):
            continue
        value: float | None = getattr(spread, stat)
        if value is not None:
            bad = badness(row, spread.avg) if row is not None and spread.avg is not None else 0.0
            found.append(Spot(person, want.metric, value, bad, stream))
    return _worst(found, want.metric)


def _stat(want: Wanted) -> str:
    """Of frames and bits the lowest is what "at its peak" means."""
    return "min" if want.stat == "max" and want.metric in LOW_IS_BAD else want.stat


def _worst(found: Sequence[Spot], metric: str) -> Spot | None:
    if metric in LOW_IS_BAD:
        return min(found, key=lambda one: one.value, default=None)
    return max(found, key=lambda one: one.value, default=None)


def _worst_stream(person: Participant, want: Wanted) -> Spot | None:
    """What decided the label, where everything is wanted; else the worst stream of those that are."""
    rated = [s for s in person.streams if s.badness is not None and s.worst_metric is not None and want.takes(s)]
    decided = person.decided_by
    if decided is not None and want.everything:
        made = [s for s in rated if (s.media, s.direction) == (decided.media, decided.direction)]
        if made:
            return Spot(person, decided.metric, decided.value, made[0].badness or 0.0, made[0])
    if not rated:
        return None
    worst = max(rated, key=lambda s: s.badness or 0.0)
    metric = worst.worst_metric or "loss"
    spread = spread_of(worst, metric)
    value = spread.avg if spread is not None else None
    return Spot(person, metric, 0.0 if value is None else value, worst.badness or 0.0, worst)


def _of_person(person: Participant, metric: str) -> Spot | None:
    rssi = person.wifi_rssi_dbm
    values = {
        "cpu": person.cpu.zoom_avg_pct,
        "rssi": rssi if rssi is None or rssi < 0 else None,
        "mos": person.mos_estimate,
    }
    value = values[metric]
    return None if value is None else Spot(person, metric, value, 0.0)


def label_in(person: Participant, want: Wanted, report: Report) -> Label:
    """The label of what is wanted alone: of one medium, one direction, one metric. A maximum never decides."""
    if want.everything or person.label is Label.UNRATED:
        return person.label
    if want.metric == "cpu":
        return _CPU.get(person.cpu.label, Label.UNRATED)
    found = spot(person, Wanted(want.media, want.direction, want.metric), report)
    if found is None or want.metric in {"mos", "bitrate"}:
        return Label.UNRATED
    if want.metric == "rssi":
        return Label.POOR if found.value <= report.limits.cause.weak_rssi_dbm else Label.GOOD
    return label_of(found.badness)


def ranked(people: Iterable[Participant], want: Wanted, report: Report) -> list[Spot]:
    """Worst first: by the metric that is wanted, else in the order of the report itself."""
    if want.everything:
        usual = order(people, Sort.WORST)
        return [found for person in usual if (found := spot(person, want, report)) is not None]
    found_all = [found for person in people if (found := spot(person, want, report)) is not None]
    if want.metric is None:
        return sorted(found_all, key=lambda one: -one.badness)
    return sorted(found_all, key=lambda one: one.value, reverse=want.metric not in LOW_IS_BAD)


def tied(one: Spot, other: Spot, want: Wanted) -> bool:
    """Whether the two are printed alike: the same number of the metric, or the same score."""
    if want.metric is not None:
        return figure(one.value, unit(one.metric)) == figure(other.value, unit(other.metric))
    if want.everything:
        return one.person.score == other.person.score and one.person.label is other.person.label
    return score_of(one.badness) == score_of(other.badness)
