"""How many people, and which: by a number, by a label, by what is known of them. Nothing is ranked here."""

from collections.abc import Sequence
from dataclasses import replace

from bot.blocks.lines import Line
from bot.blocks.words import metric_word
from bot.domain.model import Label, Participant
from bot.questions.answer import Answer
from bot.questions.asked import Intent
from bot.questions.filters import Condition, all_hold, conditions
from bot.questions.pen import Pen
from bot.questions.phrasing import names, of_people, poor, rated
from bot.questions.row import Asked, Row
from bot.questions.spot_words import named_spots, not_rated, streams_looked_at, within
from bot.questions.spots import LOW_IS_BAD, OF_PEOPLE, Wanted, label_in, ranked, row_of, wanted

STATS = {"avg": "average", "max": "maximum", "min": "minimum"}


def count(asked: Asked) -> Answer:
    """A number out of those with data, who they are, and the count by maximum where it differs."""
    pen, report, slots = Pen(asked.facts), asked.facts.report, asked.reading.slots
    want, found = wanted(slots, asked.turns), conditions(slots, report)
    people = report.participants
    if not people:
        return nobody(pen)
    if not found:
        return _by_label(pen, people, want, complement=slots.get("op") == "not")
    held = {p.key: all_hold(found, p) for p in people}
    known = [p for p in people if held[p.key] is not None]
    those = [p for p in people if held[p.key]]
    numeric = next((one.number for one in found if one.number), None)
    lines = [_first(pen, found, known, those, numeric)]
    if numeric is not None and len(found) == 1:
        lines += _by_other_statistic(pen, asked, numeric, len(those))
    elif len(those) > 1 and not any(one.field == "label" for one in found):
        lines.append(poor_among(pen, those))
    if numeric is None and len(known) < len(people):
        lines.append([f"Not known for {names(pen, [p for p in people if held[p.key] is None], 3)}."])
    rest = not_rated(pen, people) if numeric is not None else []
    return pen.written([*lines, *rest], suggestions=next_questions(pen, those))


def nobody(pen: Pen) -> Answer:
    """For a call without anybody in it."""
    return pen.written([["Zoom's data names no participants for this call."]], suggestions=("is all the data in?",))


def next_questions(pen: Pen, people: Sequence[Participant]) -> tuple[str, ...]:
    """What fits after a list of people."""
    first = [f"why was {pen.facts.names[people[0].key]} bad?"] if people and people[0].label is Label.POOR else []
    return (*first, "who had it worst?", "where was everyone joining from")


def poor_among(pen: Pen, those: Sequence[Participant]) -> Line:
    """How many of some people were poor, and who."""
    bad, with_data = poor(those), rated(those)
    if not with_data:
        return ["None of them is rated."]
    if not bad:
        return [f"None of them was poor ({pen.count(len(with_data))} rated)."]
    return [f"Poor among them: {of_people(pen, len(bad), len(with_data))} rated people ({names(pen, bad)})."]


def said_of(pen: Pen, found: Sequence[Condition]) -> str:
    """All conditions: `on Wi-Fi and not in Berlin`."""
    return " and ".join(one.said(pen) for one in found)


def verb_for(found: Sequence[Condition], people: int) -> str:
    """What stands before `said_of`."""
    return "had" if any(one.number for one in found) else "was" if people == 1 else "were"


def _first(
    pen: Pen,
    found: Sequence[Condition],
    known: Sequence[Participant],
    those: Sequence[Participant],
    want: Wanted | None,
) -> Line:
    who = "people with data" if want else "people"
    if not those:
        return [f"None of the {pen.count(len(known))} {who} {verb_for(found, 1)} {said_of(pen, found)}."]
    order = ranked(those, want, pen.facts.report) if want is not None else []
    listed = named_spots(pen, order, want.stat) if want is not None and order else names(pen, those)
    first = f"{of_people(pen, len(those), len(known))} {who} {verb_for(found, len(those))} {said_of(pen, found)}"
    return [f"{first}: {listed}."]


def _by_other_statistic(pen: Pen, asked: Asked, want: Wanted, by_this: int) -> list[Line]:
    """The same condition on maxima, or on averages where maxima were asked for."""
    if want.metric in OF_PEOPLE or want.metric in LOW_IS_BAD:
        return []
    other = "avg" if want.stat == "max" else "max"
    report = asked.facts.report
    found = conditions({**asked.reading.slots, "stat": other}, report)
    those = [p for p in report.participants if all_hold(found, p)]
    if len(those) == by_this:
        return [[f"Counted by {STATS[other]} it is the same number, {pen.count(len(those))}."]]
    listed = named_spots(pen, ranked(those, replace(want, stat=other), report), other, 3)
    return [[f"Counted by {STATS[other]} it is {pen.count(len(those))}{': ' if listed else ''}{listed}."]]


def _by_label(pen: Pen, people: Sequence[Participant], want: Wanted, *, complement: bool) -> Answer:
    """How many were poor in what is wanted; with `complement` how many were not."""
    report = pen.facts.report
    by = {label: [p for p in people if label_in(p, want, report) is label] for label in Label}
    with_data = len(people) - len(by[Label.UNRATED])
    what = f" by {metric_word(want.metric)}" if want.metric else ""
    if not with_data:
        first = f"Zoom has no measurement{within(want)} for anybody here, so nobody can be counted."
        return pen.written([[first], *not_rated(pen, people)], suggestions=("where was everyone joining from",))
    if complement:
        fine = [p for p in people if label_in(p, want, report) in {Label.FAIR, Label.GOOD}]
        first = f"{of_people(pen, len(fine), with_data)} people with data were not poor{what}{within(want)}"
        lines: list[Line] = [[f"{first}: {names(pen, fine)}." if fine else f"{first}."]]
        return pen.written([*lines, *not_rated(pen, people)], suggestions=next_questions(pen, by[Label.POOR]))
    bad = ranked(by[Label.POOR], want, report)
    first = f"{of_people(pen, len(bad), with_data)} people with data were poor{what} {streams_looked_at(want)}"
    lines = [[f"{first}: {named_spots(pen, bad)}." if bad else f"{first}."]]
    lines.append([f"{pen.count(len(by[Label.FAIR]))} more were fair and {pen.count(len(by[Label.GOOD]))} good."])
    lines += _limit_line(pen, want)
    suggestions = next_questions(pen, [one.person for one in bad])
    return pen.written([*lines, *not_rated(pen, people)], suggestions=suggestions)


def _limit_line(pen: Pen, want: Wanted) -> list[Line]:
    row = row_of(pen.facts.report, want.metric) if want.metric else None
    if row is None:
        return []
    way = "under" if row.higher_is_better else "over"
    fair, good = pen.limit(row.key, row.fair), pen.limit(row.key, row.good)
    return [[f"Poor is an average {way} {fair}, fair one {way} {good}; a maximum never decides."]]


ROWS = (Row(Intent.COUNT, count),)
