"""Parts that many answers are made of: a person's number, lists of names, stretches of time. No intent here."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.blocks.lines import Line, Moment, Part
from bot.blocks.numbers import looked_at
from bot.blocks.words import CAUSES, LABELS, metric_word, stream_words
from bot.domain.direction_evidence import proved
from bot.domain.metrics import METRIC, Metric
from bot.domain.model import Direction, Label, Media, Participant, Stream
from bot.domain.phrases import limit_crossed
from bot.domain.shared_words import listed
from bot.questions.minutely import Look
from bot.questions.pen import Pen

MOST_NAMED = 5
NETWORK = ("loss", "latency", "jitter")


def word(slots: Mapping[str, Any], key: str) -> str | None:
    """The value of a slot that should be one word; None where it is anything else."""
    value = slots.get(key)
    return value if isinstance(value, str) else None


def look_of(slots: Mapping[str, Any], pen: Pen) -> Look:
    """Medium, direction and metric of a question; of anything else than one value nothing."""
    rows = {row.key: row for row in pen.facts.report.limits.metrics}
    metric = slots.get("metric")
    return Look(
        _one(Media, slots.get("media")),
        _one(Direction, slots.get("direction")),
        rows.get(metric) if isinstance(metric, str) else None,
    )


def _one(kind: Any, value: Any) -> Any:
    return kind(value) if isinstance(value, str) and value in set(kind) else None


def names(pen: Pen, people: Sequence[Participant], most: int = MOST_NAMED) -> str:
    """`Ana, Tom and 3 more`."""
    shown = [pen.name(p.key) for p in people[:most]]
    rest = len(people) - len(shown)
    return listed([*shown, f"{pen.count(rest)} more"] if rest else shown or ["nobody"])


def of_people(pen: Pen, count: int, all_of_them: int) -> str:
    """`3 of 14`."""
    return f"{pen.count(count)} of {pen.count(all_of_them)}"


def limit_of(pen: Pen, metric: str, value: float) -> str:
    """`limit 5 %`: the limit that the value crossed, or the good one."""
    rows = {row.key: row for row in pen.facts.report.limits.metrics}
    row: Metric = rows.get(metric) or METRIC[metric]
    return f"limit {pen.limit(metric, limit_crossed(row, value))}"


def stream_number(pen: Pen, person: Participant, stream: Stream, metric: str, *, limit: bool = True) -> str:
    """`audio sent, average loss 7.9 % (max 22 %, limit 5 %)`."""
    from_stream = getattr(stream, METRIC[metric].field) if metric in METRIC else None
    where, what = stream_words(stream.media, stream.direction), metric_word(metric)
    average = pen.measured(person, stream, metric)
    if from_stream is None or from_stream.avg is None:
        return f"{where}, {what} {average}"
    lowest = metric in METRIC and METRIC[metric].higher_is_better
    extreme = from_stream.min if lowest else from_stream.max
    notes = []
    if extreme is not None and extreme != from_stream.avg:
        notes.append(f"{'min' if lowest else 'max'} {pen.measured(person, stream, metric, 'min' if lowest else 'max')}")
    if limit:
        notes.append(limit_of(pen, metric, from_stream.avg))
    return f"{where}, average {what} {average}" + (f" ({', '.join(notes)})" if notes else "")


def deciding(pen: Pen, person: Participant) -> str | None:
    """What made the label, with limit; of a good person their worst number; None where nothing is rated."""
    if person.decided_by is not None:
        wanted = (person.decided_by.media, person.decided_by.direction)
        for stream in person.streams:
            if (stream.media, stream.direction) == wanted:
                return stream_number(pen, person, stream, person.decided_by.metric)
    rated = [s for s in looked_at(person, None) if s.badness is not None and s.worst_metric is not None]
    if not rated:
        return None
    worst = max(rated, key=lambda s: s.badness or 0.0)
    return stream_number(pen, person, worst, worst.worst_metric or "loss")


def label_word(person: Participant) -> str:
    """`poor`, `not rated`."""
    return LABELS[person.label][1]


def likely(pen: Pen, person: Participant) -> str | None:
    """`likely their own uplink (medium confidence, sent and received not yet verified)`; None where none is known."""
    cause = person.cause
    if cause.code not in CAUSES:
        return None
    sure = proved(person, cause.code, pen.facts.report.direction.verified)
    doubt = "" if sure else ", sent and received not yet verified"
    return f"likely {CAUSES[cause.code]} ({cause.confidence} confidence{doubt})"


def span(pen: Pen, start: datetime, end: datetime) -> list[Part]:
    """`10:12–10:24 UTC`; in Slack both in the reader's own zone."""
    first, last = pen.time(start), pen.time(end)
    if start.astimezone(UTC).date() == end.astimezone(UTC).date():
        first = Moment(first.at, first.format, first.plain.removesuffix(" UTC"))
        last = Moment(last.at, "{time}", f"{end.astimezone(UTC):%H:%M} UTC")
    return [first, "–", last]


def minutes_in(pen: Pen, length: timedelta) -> str:
    """`12 min`."""
    return pen.derived(length.total_seconds() / 60, "min", "difference")


def rated(people: Sequence[Participant]) -> list[Participant]:
    return [p for p in people if p.label is not Label.UNRATED]


def poor(people: Sequence[Participant]) -> list[Participant]:
    return [p for p in people if p.label is Label.POOR]


def unmeasured(pen: Pen, people: Sequence[Participant], most: int = 3) -> list[Line]:
    """`Not measured: Jo Park (dialled in …)`, or nothing where everybody is rated."""
    missing = [p for p in people if p.label is Label.UNRATED]
    return [[f"Not measured, so neither good nor bad: {names(pen, missing, most)}."]] if missing else []


def sentence(words: str) -> str:
    """With a capital and a full stop."""
    text = words[:1].upper() + words[1:]
    return text if text.endswith((".", "?")) else f"{text}."
