"""How many of one person's minutes were bad, and when, in words. Minutes themselves are read in `minutely`."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.blocks.lines import Line, Part
from bot.domain.minutes import MINUTE, keys_of
from bot.domain.model import Label, Participant, Stream
from bot.domain.scoring import label_of
from bot.questions.clock import clock_minute
from bot.questions.facts import Facts
from bot.questions.minutely import Stretchy, by_person, stretches
from bot.questions.pen import Pen
from bot.questions.phrasing import of_people, span
from bot.questions.spots import OF_PEOPLE, Wanted, label_in

Labels = Mapping[datetime, Label]


def minute_labels(facts: Facts, person: Participant, want: Wanted) -> dict[datetime, Label]:
    """Clock minute to the label of what is wanted in it; minutes without anything rated are left out."""
    ids, found = {person.key, *person.participant_ids}, dict[datetime, list[Stream]]()
    for record in facts.minutes:
        if record.participant_id in ids:
            found.setdefault(clock_minute(record.at), []).extend(record.streams)
    return _labelled(facts, person, want, {at: found[at] for at in sorted(found)})


def everybodys_labels(facts: Facts, want: Wanted) -> dict[str, dict[datetime, Label]]:
    """The same for everybody at once, by key; people without minutes are left out."""
    if want.metric is None:
        return _by_worst_stream(facts, want)
    labels = {key: _labelled(facts, facts.people[key], want, known) for key, known in by_person(facts).items()}
    return {key: known for key, known in labels.items() if known}


def _by_worst_stream(facts: Facts, want: Wanted) -> dict[str, dict[datetime, Label]]:
    """One pass over all minutes, because a big call has tens of thousands of them."""
    keys, clock = keys_of(facts.report), dict[datetime, datetime]()
    worst: dict[str, dict[datetime, float]] = {}
    everything = want.everything
    for record in facts.minutes:
        bad = -1.0
        for stream in record.streams:
            if stream.badness is not None and stream.badness > bad and (everything or want.takes(stream)):
                bad = stream.badness
        key = keys.get(record.participant_id)
        if key is not None and bad >= 0:
            at = clock.get(record.at) or clock.setdefault(record.at, clock_minute(record.at))
            mine = worst.setdefault(key, {})
            mine[at] = max(bad, mine.get(at, 0.0))
    return {key: {at: label_of(mine[at]) for at in sorted(mine)} for key, mine in worst.items()}


def _labelled(
    facts: Facts, person: Participant, want: Wanted, minutes: Mapping[datetime, Sequence[Stream]]
) -> dict[datetime, Label]:
    labels = {at: _label([s for s in streams if want.takes(s)], person, want, facts) for at, streams in minutes.items()}
    return {at: label for at, label in labels.items() if label is not Label.UNRATED}


def _label(streams: list[Stream], person: Participant, want: Wanted, facts: Facts) -> Label:
    if want.metric is None:
        worst = max((s.badness for s in streams if s.badness is not None), default=None)
        return Label.UNRATED if worst is None else label_of(worst)
    then = Participant(person.key, (), None, None, Label.GOOD, tuple(streams), person.cpu)
    return label_in(then, want, facts.report)


def bad_of(labels: Labels) -> list[datetime]:
    return [at for at, label in labels.items() if label is Label.POOR]


def longest(labels: Labels) -> Stretchy | None:
    """The longest unbroken run of poor minutes; of equal ones the first."""
    runs = stretches(bad_of(labels), gap=0)
    return max(runs, key=lambda run: run.bad, default=None)


def minutes_line(pen: Pen, person: Participant, want: Wanted) -> list[Line]:
    """`Poor in 13 of 45 measured minutes, 10:12–10:25 UTC.`; nothing where Zoom sent no minutes of this person."""
    if want.metric in OF_PEOPLE:
        return []
    labels = minute_labels(pen.facts, person, want)
    if not labels:
        return []
    bad = bad_of(labels)
    line: list[Part] = [f"Poor in {of_people(pen, len(bad), len(labels))} measured minutes"]
    if bad:
        line += [", ", *span(pen, bad[0], bad[-1] + MINUTE)]
    return [[*line, "."]]
