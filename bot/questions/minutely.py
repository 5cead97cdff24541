"""The minutes on record by person, and what of them was bad. Numbers and instants only: no answer is worded here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import NamedTuple

from bot.domain.metrics import Metric
from bot.domain.minutes import MINUTE, Minute, during, episodes, keys_of
from bot.domain.model import Direction, Label, Media, Participant, Report, Stream
from bot.domain.scoring import badness, frame_rate_counts, label_of
from bot.questions.clock import Stretch
from bot.questions.facts import Facts
from bot.questions.pen import spread_of

SUSTAINED, WITHIN = 3, 5
"""Bad minutes of how many make trouble that is sustained: as the alerts have it."""

NOT_IN_WINDOW = "nothing measured in that time"
Streams = tuple[Stream, ...]


class Look(NamedTuple):
    """Which streams and which metric a question is about; None: all of them."""

    media: Media | None = None
    direction: Direction | None = None
    metric: Metric | None = None


class Reading(NamedTuple):
    """The worst of some streams: which, by which metric, and how bad."""

    stream: Stream
    metric: str
    badness: float

    @property
    def label(self) -> Label:
        return label_of(self.badness)


@dataclass(frozen=True, slots=True)
class Stretchy:
    """A run of bad minutes: the first of them, the end of the last, and how many in it were bad."""

    start: datetime
    end: datetime
    bad: int


def by_person(facts: Facts) -> dict[str, dict[datetime, Streams]]:
    """Participant key to clock minute to what was measured in it, minutes in order."""
    keys = keys_of(facts.report)
    found: dict[str, dict[datetime, Streams]] = {}
    for record in sorted(facts.minutes, key=lambda one: one.at):
        at = record.at.astimezone(UTC).replace(second=0, microsecond=0)
        mine = found.setdefault(keys.get(record.participant_id, record.participant_id), {})
        mine[at] = (*mine.get(at, ()), *record.streams)
    return {key: minutes for key, minutes in found.items() if key in facts.people}


def worst(streams: Iterable[Stream], look: Look) -> Reading | None:
    """The worst rated stream that is looked at; None where nothing was rated."""
    found: list[Reading] = []
    for stream in streams:
        if stream.badness is None or stream.worst_metric is None:
            continue
        if look.media not in {None, stream.media} or look.direction not in {None, stream.direction}:
            continue
        if look.metric is None:
            found.append(Reading(stream, stream.worst_metric, stream.badness))
            continue
        spread = spread_of(stream, look.metric.key)
        if spread is None or spread.avg is None:
            continue
        if look.metric.key != "frame_rate" or frame_rate_counts(stream.media, stream.direction, stream):
            found.append(Reading(stream, look.metric.key, badness(look.metric, spread.avg)))
    return max(found, key=lambda one: one.badness, default=None)


def states(minutes: Mapping[datetime, Streams], look: Look, label: Label = Label.POOR) -> dict[datetime, bool]:
    """Whether each minute with something rated was bad; minutes without are left out."""
    bad = {Label.POOR} if label is Label.POOR else {Label.POOR, Label.FAIR}
    rated = {at: worst(streams, look) for at, streams in minutes.items()}
    return {at: one.label in bad for at, one in rated.items() if one is not None}


def onset(minutes: Mapping[datetime, bool]) -> datetime | None:
    """The first minute of the first sustained trouble."""
    found = episodes(minutes, SUSTAINED, WITHIN)
    return found[0].since if found else None


def stretches(bad: Iterable[datetime], gap: int = 2) -> list[Stretchy]:
    """Bad minutes with at most `gap` others between them are one stretch."""
    found: list[list[datetime]] = []
    for at in sorted(bad):
        if found and at - found[-1][-1] <= (gap + 1) * MINUTE:
            found[-1].append(at)
        else:
            found.append([at])
    return [Stretchy(run[0], run[-1] + MINUTE, len(run)) for run in found]


def within(report: Report, minutes: Sequence[Minute], stretch: Stretch) -> Report:
    """The call as it was in these minutes, everybody in it: who was not measured then is not rated."""
    chosen = {at for m in minutes if (at := m.at.astimezone(UTC).replace(second=0, microsecond=0)) in stretch}
    judged = during(report, minutes, chosen, report.view.media)
    known = {p.key for p in judged.participants}
    rest = [_unseen(p) for p in report.participants if p.key not in known]
    verdict = replace(judged.verdict, unrated=judged.verdict.unrated + len(rest))
    return replace(judged, participants=(*judged.participants, *rest), verdict=verdict)


def _unseen(person: Participant) -> Participant:
    return replace(
        person,
        label=Label.UNRATED,
        streams=(),
        rank=None,
        score=None,
        decided_by=None,
        unrated_reason=person.unrated_reason or NOT_IN_WINDOW,
    )
