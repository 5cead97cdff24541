"""A metric over time as a chart, one line per person, with the same in words beside it. Draws nothing."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from statistics import fmean
from typing import Any

from bot.blocks.lines import Line
from bot.blocks.words import metric_word, stream_words, unit_of
from bot.domain.metrics import METRIC
from bot.domain.minutes import MINUTE
from bot.domain.model import Label, Participant, Stream
from bot.domain.scoring import frame_rate_counts
from bot.questions.answer import Answer, Chart, Series
from bot.questions.answers.time import MINUTES, without_minutes
from bot.questions.asked import Intent
from bot.questions.clock import Stretch, bounds
from bot.questions.minutely import Look, by_person
from bot.questions.pen import UNITS, Pen, spread_of
from bot.questions.phrasing import look_of, names, poor, rated, word
from bot.questions.recorded import Streams
from bot.questions.row import Asked, Row
from bot.questions.whom import meant, not_found
from bot.questions.worst import LOWEST_IS_WORST

MOST_SERIES, MOST_CATEGORIES = 6, 20
DRAWN = frozenset({"loss", "latency", "jitter", "frame_rate", "bitrate"})
UNDRAWN = {"cpu": "CPU", "rssi": "Wi-Fi signal", "mos": "A listening estimate"}
Points = Mapping[datetime, tuple[float, Stream]]


def chart(asked: Asked) -> Answer:
    """Up to six people, up to twenty points; minutes are averaged where they are more, and a gap stays a gap."""
    pen, facts, missing = Pen(asked.facts), asked.facts, not_found(asked)
    minutes, call = by_person(facts), bounds(facts)
    if missing:
        return pen.written([[missing]], suggestions=("graph loss for the worst three", "who had it worst?"))
    if not minutes or call is None:
        return without_minutes(asked, pen, "how it went over time")
    people = _people(asked)
    metric = _metric(asked, people)
    look = look_of({**asked.reading.slots, "metric": None}, pen)
    points = {
        p.key: found for p in people if (found := _points(minutes.get(p.key, {}), _stream(p, look, metric), metric))
    }
    drawn = [p for p in people if p.key in points][:MOST_SERIES]
    if not drawn:
        whose = names(pen, people) if people else "anybody"
        line = f"No {metric_word(metric)} was measured per minute for {whose}, so there is nothing to draw."
        return pen.written([[line]], suggestions=("who had it worst?", "show the raw numbers"))
    starts, size = _buckets(call, [at for p in drawn for at in points[p.key]])
    lines: list[Line] = [[f"Average {metric_word(metric)} over time: {names(pen, drawn, MOST_SERIES)}."]]
    lines += [_alternative(pen, p, points[p.key], metric) for p in drawn]
    wanted = word(asked.reading.slots, "metric")
    if wanted is not None and wanted in UNDRAWN:
        lines.insert(0, [f"{UNDRAWN[wanted]} is not on record per minute, so here is {metric_word(metric)} instead."])
    lines += _notes(pen, people, drawn, size)
    return pen.written(
        lines,
        chart=_chart(asked, drawn, points, metric, starts, size),
        suggestions=("when did it start?", "show the raw numbers"),
    )


def _people(asked: Asked) -> list[Participant]:
    """Who is named, else whom the last answer was about, else who was poor, else the worst."""
    people, everybody = list(meant(asked)), asked.facts.report.participants
    if people:
        return people
    last = next((turn.people for turn in reversed(asked.turns) if turn.people), ())
    mentioned = [asked.facts.people[key] for key in last if key in asked.facts.people]
    return mentioned[:MOST_SERIES] or poor(everybody)[:MOST_SERIES] or rated(everybody)[:3]


def _metric(asked: Asked, people: Sequence[Participant]) -> str:
    wanted = word(asked.reading.slots, "metric")
    if wanted is not None and wanted in DRAWN:
        return wanted
    decided = [p.decided_by.metric for p in people if p.decided_by and p.decided_by.metric in DRAWN]
    return max(decided, key=decided.count) if decided else "loss"


def _stream(person: Participant, look: Look, metric: str) -> Look:
    """The one stream to draw: of those looked at the one whose average over the call is worst."""
    found = [
        (spread.avg, s)
        for s in person.streams
        if s.label is not None
        and look.media in {None, s.media}
        and look.direction in {None, s.direction}
        and (metric != "frame_rate" or frame_rate_counts(s.media, s.direction, s))
        and (spread := spread_of(s, metric)) is not None
        and spread.avg is not None
    ]
    worst = _worse(metric)(found, key=lambda row: row[0], default=None)
    return look if worst is None else Look(worst[1].media, worst[1].direction)


def _worse(metric: str) -> Callable[..., Any]:
    return min if metric in LOWEST_IS_WORST or (metric in METRIC and METRIC[metric].higher_is_better) else max


def _points(minutes: Mapping[datetime, Streams], look: Look, metric: str) -> Points:
    """Per minute the average of that stream, and the stream itself."""
    pick = _worse(metric)
    found: dict[datetime, tuple[float, Stream]] = {}
    for at, streams in minutes.items():
        values = [
            (spread.avg, s)
            for s in streams
            if s.label is not None
            and look.media in {None, s.media}
            and look.direction in {None, s.direction}
            and (metric != "frame_rate" or frame_rate_counts(s.media, s.direction, s))
            and (spread := spread_of(s, metric)) is not None
            and spread.avg is not None
        ]
        if values:
            found[at] = pick(values, key=lambda row: row[0])
    return found


def _buckets(call: Stretch, measured: Sequence[datetime]) -> tuple[list[datetime], int]:
    """Starts of the categories, and how many minutes each covers."""
    start, end = min([call.start, *measured]), max([call.end, *(at + MINUTE for at in measured)])
    count = max(1, -(-(end - start) // MINUTE))
    size = -(-count // MOST_CATEGORIES)
    return [start + offset * MINUTE for offset in range(0, count, size)], size


def _chart(
    asked: Asked,
    drawn: Sequence[Participant],
    points: Mapping[str, Points],
    metric: str,
    starts: Sequence[datetime],
    size: int,
) -> Chart:
    zone, facts = asked.facts.zone, asked.facts
    label = METRIC[metric].label if metric in METRIC else metric_word(metric)
    series = tuple(Series(facts.names[p.key], _values(points[p.key], starts, size)) for p in drawn)
    categories = tuple(f"{at.astimezone(zone):%H:%M}" for at in starts)
    return Chart(f"Average {label} over time ({zone.key})", UNITS.get(metric) or unit_of(metric), categories, series)


def _values(points: Points, starts: Sequence[datetime], size: int) -> tuple[float | None, ...]:
    """One value per category: the mean of its minutes, None where none was measured."""
    buckets: list[list[float]] = [[] for _ in starts]
    for at, (value, _) in points.items():
        place = (at - starts[0]) // (size * MINUTE)
        if 0 <= place < len(buckets):
            buckets[place].append(value)
    return tuple(fmean(values) if values else None for values in buckets)


def _alternative(pen: Pen, person: Participant, points: Points, metric: str) -> Line:
    """`Kofi Mensah, audio sent: lowest 0.1 % at 10:02 UTC, highest 22 % at 10:15 UTC`."""
    low, high = (pick(points, key=lambda at: (points[at][0], at)) for pick in (min, max))
    one, two = points[low][1], points[high][1]
    where = stream_words(one.media, one.direction)
    return [
        f"{pen.name(person.key)}, {where}: lowest {pen.measured(person, one, metric)} at ",
        pen.time(low),
        f", highest {pen.measured(person, two, metric)} at ",
        pen.time(high),
        ".",
    ]


def _notes(pen: Pen, people: Sequence[Participant], drawn: Sequence[Participant], size: int) -> list[Line]:
    lines: list[Line] = []
    if size > 1:
        lines.append(
            [f"Each point is the average of {pen.count(size, 'minutes')} minutes; gaps are minutes without data."]
        )
    left = [p for p in people if p not in drawn]
    if left:
        unseen = all(p.label is Label.UNRATED for p in left)
        lines.append([f"Not drawn: {names(pen, left)}{', nothing measured' if unseen else ''}."])
    return lines


ROWS: tuple[Row, ...] = (Row(Intent.CHART, chart, MINUTES),)
