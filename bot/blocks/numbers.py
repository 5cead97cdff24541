"""Which numbers stand for one person in a list, and those numbers in words. Judges nothing: labels are given."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.blocks.lines import Line, Part, bold, joined
from bot.blocks.names import clean
from bot.blocks.words import (
    CAUSES,
    CPU_LABELS,
    LABELS,
    amount,
    average_and_max,
    bound,
    figure,
    finite,
    metric_word,
    network,
    stream_words,
    unit_of,
)
from bot.domain.limits import Limits
from bot.domain.metrics import METRIC
from bot.domain.model import Label, Media, Participant, Report, Sort, Spread, Stream, View
from bot.domain.phrases import limit_crossed

LISTED = ("loss", "latency", "jitter")
_NETWORK_SORTS = (Sort.LOSS, Sort.LATENCY, Sort.JITTER)


@dataclass(frozen=True, slots=True)
class Focus:
    """The stream that a person's line is about, the metric to print first, and the limit to print beside it."""

    stream: Stream
    metric: str
    limit: float


def spread_of(stream: Stream, metric: str) -> Spread | None:
    """A stream's spread of one metric by the metric's key; None where it was not measured."""
    spread: Spread | None = getattr(stream, METRIC[metric].field) if metric in METRIC else None
    return spread if spread is not None and finite(spread.avg) is not None else None


def worst_value(streams: Iterable[Stream], metric: str) -> tuple[float, Stream] | None:
    """The highest average of a metric over streams that carried traffic, and where it was."""
    found = [
        (s.avg, stream) for stream in streams if stream.label and (s := spread_of(stream, metric)) and s.avg is not None
    ]
    return max(found, key=lambda pair: pair[0], default=None)


def looked_at(participant: Participant, media: Media | None) -> list[Stream]:
    return [s for s in participant.streams if media is None or s.media is media]


def focus(participant: Participant, view: View, limits: Limits) -> Focus | None:
    """Sorted by a metric: that metric where it was worst. Otherwise what decided the label, else the worst stream."""
    streams = looked_at(participant, view.media)
    by_key = {metric.key: metric for metric in limits.metrics}
    if view.sort in _NETWORK_SORTS:
        worst = worst_value(streams, view.sort)
        return Focus(worst[1], view.sort, limit_crossed(by_key[view.sort], worst[0])) if worst else None
    decided = participant.decided_by
    if decided is not None:
        for stream in participant.streams:
            if (stream.media, stream.direction) == (decided.media, decided.direction):
                return Focus(stream, decided.metric, decided.limit)
    rated = [s for s in streams if s.label is not None]
    if not rated:
        return None
    stream = max(rated, key=lambda s: s.badness or 0.0)
    metric = by_key.get(stream.worst_metric or "", limits.metrics[0])
    return Focus(stream, metric.key, metric.good)


def deciding_number(participant: Participant) -> str | None:
    """`audio sent, average loss 7.9 % (limit 5 %)`; None for good and unrated people."""
    decided = participant.decided_by
    if decided is None:
        return None
    value, limit = amount(decided.value, decided.unit, decided.limit), f"{bound(decided.limit)} {decided.unit}"
    where = stream_words(decided.media, decided.direction)
    return f"{where}, average {metric_word(decided.metric)} {value} (limit {limit})"


def person_line(participant: Participant, name: str, report: Report, *, likely: bool = True) -> Line:
    """One person: emoji, name, label, deciding stream, its numbers, joins, network, likely cause."""
    emoji, word = LABELS[participant.label]
    start: list[Part] = [emoji, " ", name, f" · {word}"]
    if participant.label is Label.UNRATED:
        reason = clean(participant.unrated_reason, 80)
        return [*start, f" ({reason})"] if reason else start
    focused = focus(participant, report.view, report.limits)
    return joined([start, *_cpu_parts(participant, report.view), *_stream_parts(focused), *_facts(participant, likely)])


def _cpu_parts(participant: Participant, view: View) -> Iterable[Line]:
    cpu = participant.cpu
    if view.sort is not Sort.CPU:
        return
    yield [CPU_LABELS.get(cpu.label, "CPU not measured")]
    if finite(cpu.zoom_avg_pct) is not None:
        yield ["Zoom ", bold(amount(cpu.zoom_avg_pct, "%")), " avg"]
    if finite(cpu.system_max_pct) is not None:
        yield [f"system max {amount(cpu.system_max_pct, '%')}"]
    if cpu.pressure is not None:
        yield [f"pressure {cpu.pressure}"]


def _stream_parts(focused: Focus | None) -> Iterable[Line]:
    if focused is None:
        return
    yield [stream_words(focused.stream.media, focused.stream.direction)]
    yield _first_number(focused)
    yield from ([_number(focused.stream, key)] for key in LISTED if key != focused.metric)


def _number(stream: Stream, key: str) -> str:
    return f"{metric_word(key)} {average_and_max(spread_of(stream, key), unit_of(key))}"


def average_beside(stream: Stream, key: str, limits: Limits) -> str:
    """`5.04 % (max 22)`: with the digits that tell the average from the limit it crossed."""
    metric = next((metric for metric in limits.metrics if metric.key == key), None)
    return average_and_max(spread_of(stream, key), unit_of(key), metric)


def _first_number(focused: Focus) -> Line:
    """`loss **7.9 %** avg (max 22, limit 5)`."""
    spread = spread_of(focused.stream, focused.metric)
    unit = unit_of(focused.metric)
    if spread is None:
        return [_number(focused.stream, focused.metric)]
    extreme = finite(spread.min if METRIC[focused.metric].higher_is_better else spread.max)
    word = "min" if METRIC[focused.metric].higher_is_better else "max"
    notes = [] if extreme is None else [f"{word} {figure(extreme, unit)}"]
    notes.append(f"limit {bound(focused.limit)}")
    return [
        f"{metric_word(focused.metric)} ",
        bold(amount(spread.avg, unit, focused.limit)),
        f" avg ({', '.join(notes)})",
    ]


def _facts(participant: Participant, likely: bool) -> Iterable[Line]:
    if participant.joins > 1:
        yield [f"{participant.joins:,} joins"]
    where = clean(network(participant.network_type), 20)
    if where is not None:
        yield [where]
    if likely and participant.cause.code in CAUSES:
        yield [f"likely {CAUSES[participant.cause.code]}"]


def highest(report: Report, names: Mapping[str, str]) -> Line:
    """The worst average of each network metric over everybody, with who and where: what makes "all good" checkable."""
    rated = [p for p in report.participants if p.label is not Label.UNRATED]
    everybody = [(p, s) for p in rated for s in looked_at(p, report.view.media)]
    lines: list[Line] = []
    for metric in report.limits.metrics:
        if metric.key not in LISTED:
            continue
        values = [(v[0], p, s) for p, s in everybody if (v := worst_value([s], metric.key)) is not None]
        if not values:
            continue
        value, person, stream = max(values, key=lambda row: row[0])
        where = f"{names[person.key]}, {stream_words(stream.media, stream.direction)}; limit {bound(metric.good)}"
        lines.append([f"{metric_word(metric.key)} {amount(value, metric.unit, metric.good)} ({where})"])
    return ["Highest averages: ", *joined(lines)] if lines else []
