"""The worst that was measured in a call, per quantity: the example beside an explanation. Words nothing."""

from collections.abc import Iterable

from bot.domain.metrics import METRIC
from bot.domain.model import Label, Participant, Report, Stream
from bot.domain.scoring import frame_rate_counts
from bot.questions.pen import spread_of

LOWEST_IS_WORST = frozenset({"bitrate", "mos"})


def worst_measured(report: Report, metric: str) -> tuple[Participant, Stream] | None:
    """Who had the worst average of it, and in which stream; None where nobody has it in a stream that was rated."""
    lowest = metric in LOWEST_IS_WORST or (metric in METRIC and METRIC[metric].higher_is_better)
    found = [
        (value, person, stream)
        for person, stream in _streams(report)
        if (value := _average(stream, metric)) is not None
    ]
    pick = min if lowest else max
    best = pick(found, key=lambda row: row[0], default=None)
    return None if best is None else (best[1], best[2])


def _streams(report: Report) -> Iterable[tuple[Participant, Stream]]:
    return (
        (p, s) for p in report.participants if p.label is not Label.UNRATED for s in p.streams if s.label is not None
    )


def _average(stream: Stream, metric: str) -> float | None:
    if metric == "frame_rate" and not frame_rate_counts(stream.media, stream.direction, stream):
        return None
    spread = spread_of(stream, metric)
    return None if spread is None else spread.avg
