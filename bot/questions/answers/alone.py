"""Whether somebody alone was affected: yes or no first, then who else was and who was fine. Blames nobody."""

from collections.abc import Sequence
from dataclasses import replace

from bot.blocks.lines import Line
from bot.blocks.words import LABELS
from bot.domain.minutes import MINUTE
from bot.domain.model import Direction, Label, Participant
from bot.domain.shared_words import listed
from bot.questions.answer import Answer
from bot.questions.answers.count import nobody, said_of
from bot.questions.asked import ASKER, Intent
from bot.questions.bad_minutes import bad_of, everybodys_labels, minute_labels
from bot.questions.facts import Need
from bot.questions.filters import Condition, all_hold, conditions
from bot.questions.one_person import called
from bot.questions.pen import Pen
from bot.questions.phrasing import names, of_people
from bot.questions.row import Asked, Row
from bot.questions.spot_words import named_spots, not_rated, reason, short, within
from bot.questions.spots import Spot, Wanted, label_in, ranked, wanted
from bot.questions.whom import named, not_found, whom

WAYS = {Direction.RECEIVED: "receiving", Direction.SENT: "sending"}


def scope_check(asked: Asked) -> Answer:
    """Of one person, of several, of a group of people, or of everybody where nobody is named."""
    pen, slots = Pen(asked.facts), asked.reading.slots
    want, report = wanted(slots, asked.turns), asked.facts.report
    if not report.participants:
        return nobody(pen)
    found = conditions(slots, report)
    if found:
        return _group(pen, found, want)
    missing, subjects = not_found(asked), named(asked)
    if missing is not None:
        return _written(pen, [[missing], *_all(pen, want)])
    if not subjects and slots.get("participant") is not None:
        subjects = whom(asked).people[:1]
    if not subjects:
        return _written(pen, [*_all(pen, want), *not_rated(pen, report.participants)])
    return _beside_others(pen, asked, subjects, want)


_SUGGESTED = ("who had it worst?", "where was everyone joining from")


def _written(pen: Pen, lines: Sequence[Line], suggestions: tuple[str, ...] = _SUGGESTED) -> Answer:
    """Without the lines that came to nothing."""
    return pen.written([line for line in lines if line], suggestions=suggestions)


def _poor(pen: Pen, people: Sequence[Participant], want: Wanted) -> list[Spot]:
    """Worst first; a label may come from something without a number of its own, such as CPU pressure."""
    poor = [p for p in people if label_in(p, want, pen.facts.report) is Label.POOR]
    return ranked(poor, want, pen.facts.report)


def _all(pen: Pen, want: Wanted) -> list[Line]:
    people = [p for p in pen.facts.report.participants if label_in(p, want, pen.facts.report) is not Label.UNRATED]
    bad = _poor(pen, people, want)
    if not people:
        return [[f"Nothing was measured{within(want)} of anybody here, so I can't tell."]]
    everybody = f"{pen.count(len(people))} people with data"
    if not bad:
        return [[f"Nobody was poor{within(want)}, of {everybody}."]]
    if len(bad) == len(people) and len(people) > 1:
        return [[f"Everybody was poor{within(want)}: all {everybody}. Worst: {named_spots(pen, bad[:1])}."]]
    if len(bad) == 1:
        return [
            [f"Only one person was poor{within(want)}, of {everybody}: {named_spots(pen, bad)}."],
            _rest(pen, [p for p in people if p is not bad[0].person], want),
        ]
    share = of_people(pen, len(bad), len(people))
    lines: list[Line] = [[f"Not one and not all: {share} people with data were poor{within(want)}."]]
    lines.append([f"Worst first: {named_spots(pen, bad)}."])
    poor_keys = {one.person.key for one in bad}
    return [*lines, _rest(pen, [p for p in people if p.key not in poor_keys], want)]


def _rest(pen: Pen, people: Sequence[Participant], want: Wanted) -> Line:
    """`The other 7 people with data were good.`"""
    labels = [label_in(p, want, pen.facts.report) for p in people]
    rated = [label for label in labels if label is not Label.UNRATED]
    if not rated:
        return []
    fair, good = rated.count(Label.FAIR), rated.count(Label.GOOD)
    if len(rated) == good:
        if good == 1:
            return ["The other person with data was good."]
        return [f"The other {pen.count(good)} people with data were good."]
    parts = [(number, word) for number, word in ((good, "good"), (fair, "fair")) if number]
    counts = [f"{pen.count(number)} {'was' if number == 1 else 'were'} {word}" for number, word in parts]
    return [f"Of the other {pen.count(len(rated))} people with data {' and '.join(counts)}."] if counts else []


# --- people beside the others ----------------------------------------------------------------------------------------


def _beside_others(pen: Pen, asked: Asked, subjects: Sequence[Participant], want: Wanted) -> Answer:
    report = pen.facts.report
    who = listed([called(asked, pen, p) for p in subjects])
    keys = {p.key for p in subjects}
    others = [p for p in report.participants if p.key not in keys]
    bad = _poor(pen, others, want)
    me = asked.reading.slots.get("participant") == ASKER
    theirs = {label_in(p, want, report) for p in subjects}
    if theirs == {Label.UNRATED}:
        why = reason(subjects[0]) if subjects[0].label is Label.UNRATED else f"nothing was measured{within(want)}"
        first = f"I can't tell for {who}: not rated, {why}."
        return _written(pen, [[first], *_others_poor(pen, bad, others, want)])
    if Label.POOR in theirs:
        lines = _poor_too(pen, who, subjects, bad, others, want, me=me)
    else:
        word = LABELS[next(label for label in (Label.FAIR, Label.GOOD) if label in theirs)][1]
        start = "No, not you" if me else "No"
        first = f"{start}: {who} {'was' if len(subjects) == 1 else 'were'} {word}{within(want)}"
        if not bad:
            lines = [[f"{first}, and nobody else was poor either."], _rest(pen, others, want)]
        else:
            lines = [[f"{first}."], *_others_poor(pen, bad, others, want)]
    lines += _same_minutes(pen, subjects, [one.person for one in bad], want) if Label.POOR in theirs else []
    name = pen.facts.names[subjects[0].key]
    suggestions = (
        f"why was {name} bad?" if Label.POOR in theirs else "who had it worst?",
        "who is in the same office?",
    )
    return _written(pen, lines, suggestions)


def _poor_too(
    pen: Pen,
    who: str,
    subjects: Sequence[Participant],
    bad: Sequence[Spot],
    others: Sequence[Participant],
    want: Wanted,
    *,
    me: bool,
) -> list[Line]:
    report = pen.facts.report
    own = ranked(subjects, want, report)
    numbers = "; ".join(short(pen, one) for one in own[:2])
    if not bad:
        start = "Yes, only you" if me else f"Yes, only {who}"
        return [[f"{start}{within(want)} ({numbers})."], _rest(pen, others, want)]
    start = "No, not just you" if me else "No"
    count = f"{pen.count(len(bad))} {'other was' if len(bad) == 1 else 'others were'} poor too"
    way = _same_way(bad)
    lines: list[Line] = [[f"{start}. {count}{within(want)}{way}: {named_spots(pen, bad)}."]]
    place = ranked([*subjects, *(one.person for one in bad)], want, report)
    keys = {p.key for p in subjects}
    at = next((n for n, one in enumerate(place) if one.person.key in keys), 0)
    how = "was worst" if at == 0 else "was among the milder" if 2 * at >= len(place) else "was not the worst of them"
    lines.append([f"{who} {how if len(subjects) == 1 else 'were poor'} ({numbers})."])
    bad_keys = {one.person.key for one in bad}
    return [*lines, _rest(pen, [p for p in others if p.key not in bad_keys], want)]


def _same_way(bad: Sequence[Spot]) -> str:
    ways = {one.stream.direction if one.stream else None for one in bad}
    way = next(iter(ways)) if len(ways) == 1 and len(bad) > 1 else None
    return f", all {WAYS[way]}" if way is not None else ""


def _others_poor(pen: Pen, bad: Sequence[Spot], others: Sequence[Participant], want: Wanted) -> list[Line]:
    if not bad:
        return [_rest(pen, others, want)]
    with_data = sum(label_in(p, want, pen.facts.report) is not Label.UNRATED for p in others)
    count = of_people(pen, len(bad), with_data)
    bad_keys = {one.person.key for one in bad}
    rest = _rest(pen, [p for p in others if p.key not in bad_keys], want)
    return [[f"{count} others with data were poor: {named_spots(pen, bad)}."], rest]


def _same_minutes(pen: Pen, subjects: Sequence[Participant], bad: Sequence[Participant], want: Wanted) -> list[Line]:
    """How many of the others were poor while they were; nothing without minutes."""
    if not pen.facts.minutes:
        return []
    theirs = {at for p in subjects for at in bad_of(minute_labels(pen.facts, p, want))}
    if not theirs:
        return []
    start, end = min(theirs), max(theirs) + MINUTE
    then = tuple(record for record in pen.facts.minutes if start <= record.at < end)
    labels, keys = everybodys_labels(replace(pen.facts, minutes=then), want), {p.key for p in subjects}
    compared = {key for key, minutes in labels.items() if key not in keys and theirs & minutes.keys()}
    too = [p for p in pen.facts.report.participants if p.key in compared and theirs & set(bad_of(labels[p.key]))]
    words = f"In the same {pen.count(len(theirs), 'minutes')} minutes"
    if not too:
        return [[f"{words} none of the {pen.count(len(compared))} others with data was poor."]]
    listed_too = f": {names(pen, too, 3)}" if {p.key for p in too} != {p.key for p in bad} else ""
    return [[f"{words} {of_people(pen, len(too), len(compared))} others with data were poor{listed_too}."]]


# --- a group beside the others ---------------------------------------------------------------------------------------


def _group(pen: Pen, found: Sequence[Condition], want: Wanted) -> Answer:
    report = pen.facts.report
    people = [p for p in report.participants if label_in(p, want, report) is not Label.UNRATED]
    inside = [p for p in people if all_hold(found, p)]
    outside = [p for p in people if all_hold(found, p) is False]
    said = said_of(pen, found)
    if not inside:
        first = f"Nobody with data was {said}, so it can't have been only them."
        return _written(pen, [[first], *_all(pen, want)])
    bad, elsewhere = _poor(pen, inside, want), _poor(pen, outside, want)
    counts = f"{of_people(pen, len(bad), len(inside))} people {said} were poor{within(want)}"
    beside = f"{of_people(pen, len(elsewhere), len(outside))} others" if outside else "nobody else to compare with"
    lines: list[Line] = [[f"{_only_there(bad, elsewhere, outside)}: {counts}, {beside}."]]
    lines += [[f"There: {named_spots(pen, bad, most=3)}."]] if bad else []
    lines += [[f"Elsewhere: {named_spots(pen, elsewhere, most=3)}."]] if elsewhere else []
    return pen.written(lines, suggestions=_SUGGESTED)


def _only_there(bad: Sequence[Spot], elsewhere: Sequence[Spot], outside: Sequence[Participant]) -> str:
    if not bad:
        return "Nobody was poor there"
    if elsewhere:
        return "No"
    return "Yes, only there" if outside else "I can't tell"


ROWS = (Row(Intent.SCOPE_CHECK, scope_check, frozenset({Need.MINUTES})),)
