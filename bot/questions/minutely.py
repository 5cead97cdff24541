"""The minutes on record by person, and what of them was bad. Numbers and instants only: no answer is worded here."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from bot.domain.metrics import Metric
from bot.domain.minutes import MINUTE, Minute, during, episodes, keys_of, rated_during
from bot.domain.model import Direction, Label, Media, Participant, Report, Stream
from bot.domain.scoring import badness, frame_rate_counts, label_of
from bot.questions import recorded
from bot.questions.clock import Stretch
from bot.questions.facts import Facts
from bot.questions.pen import spread_of
from bot.questions.recorded import ByPerson

SUSTAINED, WITHIN = 3, 5
"""Bad minutes of how many make trouble that is sustained: as the alerts have it."""

NOT_IN_WINDOW = "nothing measured in that time"


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


def by_person(facts: Facts) -> ByPerson:
    """Participant key to clock minute to what was measured in it, minutes in order."""
    return recorded.by_person(facts.recorded, keys_of(facts.report), facts.people)


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


def states(minutes: ByPerson, key: str, look: Look) -> dict[datetime, bool]:
    """Whether each minute of that person with something rated was poor; minutes without are left out."""
    if look == Look():  # what is asked most, and of everybody: the worst of a minute is found once
        return {at: label_of(one) is Label.POOR for at, one in minutes.badness(key).items()}
    rated = {at: worst(streams, look) for at, streams in minutes.get(key, {}).items()}
    return {at: one.label is Label.POOR for at, one in rated.items() if one is not None}


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


def within(facts: Facts, stretch: Stretch) -> Report:
    """The call as it was in these minutes, everybody in it: who was not measured then is not rated."""
    report, (records, chosen) = facts.report, _records(facts, stretch, ())
    judged = during(report, records, chosen, report.view.media)
    rest = _rest(report, judged.participants, ())
    verdict = replace(judged.verdict, unrated=judged.verdict.unrated + len(rest))
    return replace(judged, participants=(*judged.participants, *rest), verdict=verdict)


def people_within(facts: Facts, stretch: Stretch, only: Collection[str] = ()) -> tuple[Participant, ...]:
    """The people of `within` by their labels and numbers alone. `only`: the keys of those who are looked at."""
    report, (records, chosen) = facts.report, _records(facts, stretch, only)
    rated = rated_during(report, records, chosen, report.view.media)
    return (*rated, *_rest(report, rated, only))


def _records(facts: Facts, stretch: Stretch, only: Collection[str]) -> tuple[list[Minute], set[datetime]]:
    clock, keys = facts.recorded.by_clock, keys_of(facts.report)
    chosen = {at for at in clock if at in stretch}
    return [m for at in chosen for m in clock[at] if not only or keys.get(m.participant_id) in only], chosen


def _rest(report: Report, rated: Iterable[Participant], only: Collection[str]) -> list[Participant]:
    """Who was not measured then."""
    known = {p.key for p in rated}
    return [_unseen(p) for p in report.participants if p.key not in known and (not only or p.key in only)]


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
