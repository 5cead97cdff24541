"""People counted and rated per place, network or device, and such groups beside each other. Concludes no cause."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from bot.blocks.lines import Line
from bot.blocks.words import LABELS, metric_word
from bot.domain.model import Label, Participant
from bot.questions.answer import Answer
from bot.questions.answers.count import nobody
from bot.questions.asked import Intent
from bot.questions.fields import FIELD_WORDS, PHRASES, field_of, matches, value_words
from bot.questions.pen import Pen
from bot.questions.phrasing import names, of_people
from bot.questions.row import Asked, Row
from bot.questions.spot_words import named, typed, within
from bot.questions.spots import Wanted, label_in, ranked, row_of, spot, unit, wanted

NETWORK = ("loss", "latency", "jitter")
FEW = 3
MOST_ROWS = 6
ELSE = "everybody else"


@dataclass(frozen=True, slots=True)
class Group:
    """The people who share one value, in the order of the report; `labels` are those of what is wanted."""

    name: str
    people: tuple[Participant, ...]
    labels: tuple[Label, ...]

    @property
    def rated(self) -> int:
        return sum(label is not Label.UNRATED for label in self.labels)

    @property
    def poor(self) -> int:
        return self.labels.count(Label.POOR)

    @property
    def share(self) -> float:
        return self.poor / self.rated if self.rated else -1.0

    @property
    def weight(self) -> float:
        """The share of poor people as if one more had been good: three of four are worse than one of one."""
        return self.poor / (self.rated + 1)


def group_of(pen: Pen, name: str, people: Sequence[Participant], want: Wanted) -> Group:
    return Group(name, tuple(people), tuple(label_in(p, want, pen.facts.report) for p in people))


def by_field(slots: Mapping[str, Any], default: str = "location") -> str:
    """Which fact of a person makes the groups; the place where the question names none of ours."""
    field = field_of(slots.get("by"))
    return field if field is not None and field != "participant" else default


# --- everybody per group ---------------------------------------------------------------------------------------------


def group_breakdown(asked: Asked) -> Answer:
    """A row per group, the worst first; people of whom it is not known are a row of their own."""
    pen, want = Pen(asked.facts), wanted(asked.reading.slots, asked.turns)
    people, field = asked.facts.report.participants, by_field(asked.reading.slots)
    if not people:
        return nobody(pen)
    split: dict[str, list[Participant]] = {}
    for person in people:
        split.setdefault(value_words(field, person) or "", []).append(person)
    unknown = split.pop("", [])
    word = FIELD_WORDS[field]
    if not split:
        first = f"Zoom does not tell the {word} of any of the {pen.count(len(people))} people, so there are no groups."
        return pen.written([[first]], suggestions=("who had it worst?", "which devices were used?"))
    groups = [group_of(pen, name, members, want) for name, members in split.items()]
    groups.sort(key=lambda g: (-g.weight, -len(g.people), g.name))
    lines: list[Line] = [[_headline(pen, groups, people, word, want)]]
    lines += [[_row(pen, group)] for group in groups[:MOST_ROWS]]
    rest = groups[MOST_ROWS:]
    lines += [[f"{pen.count(len(rest), 'groups')} more: {_rest(pen, rest)}."]] if rest else []
    lines += [[_row(pen, group_of(pen, f"{word} not known", unknown, want))]] if unknown else []
    more: list[Line] = [[f"{group.name}: {names(pen, group.people, 10)}."] for group in groups]
    return pen.written(lines, more=tuple(more), suggestions=_next(groups, field))


def _headline(pen: Pen, groups: Sequence[Group], people: Sequence[Participant], word: str, want: Wanted) -> str:
    several = word if len(groups) == 1 else f"{word}s"
    count = f"{pen.count(len(people))} people, {pen.count(len(groups), 'groups')} {several}"
    worst = groups[0]
    if not worst.poor:
        return f"{count}; nobody in any of them was poor{within(want)}."
    poor = sum(group.poor for group in groups)
    only = " and nowhere else" if worst.poor == poor and len(groups) > 1 and word == "place" else ""
    return f"{count}. Worst: {worst.name}, {of_people(pen, worst.poor, worst.rated)} poor{within(want)}{only}."


def _row(pen: Pen, group: Group) -> str:
    """`Berlin: 4 people, 3 poor, 1 good`."""
    counts = [(group.labels.count(label), LABELS[label][1]) for label in Label]
    parts = [f"{pen.count(number)} {word}" for number, word in counts if number]
    size = f"{pen.count(len(group.people))} {'person' if len(group.people) == 1 else 'people'}"
    return f"{group.name}: {size}, {', '.join(parts)}."


def _rest(pen: Pen, groups: Sequence[Group]) -> str:
    people, poor = sum(len(g.people) for g in groups), sum(g.poor for g in groups)
    return f"{pen.count(people)} people, {pen.count(poor)} poor"


def _next(groups: Sequence[Group], field: str) -> tuple[str, ...]:
    other = "was it worse on wifi than wired" if field != "network_type" else "where was everyone joining from"
    return (f"has {groups[0].name} had trouble before?" if field == "location" else "who had it worst?", other)


# --- groups beside each other ----------------------------------------------------------------------------------------


def compare_groups(asked: Asked) -> Answer:
    """Median of each person's worst average per group, with how many people that is; a caution where few."""
    pen, slots = Pen(asked.facts), asked.reading.slots
    want, field = wanted(slots, asked.turns), by_field(slots, "network_type")
    people = asked.facts.report.participants
    if not people:
        return nobody(pen)
    groups, unknown = _groups(pen, slots, field, people, want)
    empty = [group.name for group in groups if not group.rated]
    known = [group for group in groups if group.rated]
    if len(known) < 2:
        return _one_group(pen, known, empty, FIELD_WORDS[field], unknown)
    known.sort(key=lambda g: (-g.share, -_typical(pen, g, want)))
    shares = ", ".join(f"{of_people(pen, g.poor, g.rated)} {_said(field, g.name)}" for g in known[:MOST_ROWS])
    lines: list[Line] = [[f"{_which_is_worse(field, known)}: poor{within(want)} were {shares}."]]
    lines += [[f"{g.name}: {_medians(pen, g, want)}."] for g in known[:4]]
    lines += [[f"Nobody with data: {', '.join(empty)}."]] if empty else []
    lines.append([_caution(pen, known, unknown)])
    more: list[Line] = [[f"{g.name}: {names(pen, g.people, 10)}."] for g in known]
    return pen.written(lines, more=tuple(more), suggestions=("who had it worst?", "where was everyone joining from"))


def _groups(
    pen: Pen, slots: Mapping[str, Any], field: str, people: Sequence[Participant], want: Wanted
) -> tuple[list[Group], list[Participant]]:
    """The groups that are named; one against all others; every group where none is."""
    said = slots.get("values")
    words = [one for one in (said if isinstance(said, list | tuple) else [said]) if isinstance(one, str) and one]
    known, unknown = [p for p in people if value_words(field, p)], [p for p in people if not value_words(field, p)]
    if not words:
        split: dict[str, list[Participant]] = {}
        for person in known:
            split.setdefault(value_words(field, person) or "", []).append(person)
        return [group_of(pen, name, members, want) for name, members in split.items()], unknown
    groups = []
    for word in dict.fromkeys(words):
        members = [p for p in known if matches(field, p, word)]
        shown = {value_words(field, p) for p in members}
        name = next(iter(shown)) if len(shown) == 1 else None
        groups.append(group_of(pen, name or typed(pen, word), members, want))
    if len(groups) == 1:
        inside = {p.key for p in groups[0].people}
        groups.append(group_of(pen, ELSE, [p for p in known if p.key not in inside], want))
    return groups, unknown


def _said(field: str, name: str) -> str:
    return f"among {name}" if name == ELSE else PHRASES[field].format(name)


def _which_is_worse(field: str, known: Sequence[Group]) -> str:
    first, second = known[0], known[1]
    if first.share == second.share:
        return f"About alike {_said(field, first.name)} and {_said(field, second.name)}"
    if min(first.rated, second.rated) < FEW:
        return "Too few people to say which was worse"
    return f"It was worse {_said(field, first.name)}"


def _one_group(
    pen: Pen, known: Sequence[Group], empty: Sequence[str], word: str, unknown: Sequence[Participant]
) -> Answer:
    suggestions = ("where was everyone joining from", "who had it worst?")
    if not known:
        named_ones = f" ({', '.join(empty)})" if empty else ""
        return pen.written(
            [[f"Nobody with data is in those groups{named_ones}, so I can't compare."]], suggestions=suggestions
        )
    only = known[0]
    first = f"There is one group only by {word}, so nothing to compare: {_row(pen, only)}"
    lines: list[Line] = [[first]]
    lines += [[f"Nobody with data: {', '.join(empty)}."]] if empty else []
    lines += [[f"Not known for {names(pen, unknown, 3)}."]] if unknown else []
    return pen.written(lines, suggestions=suggestions)


def _values(pen: Pen, group: Group, metric: str, want: Wanted) -> list[float]:
    one = Wanted(want.media, want.direction, metric)
    found = (spot(person, one, pen.facts.report) for person in group.people)
    return [spot_.value for spot_ in found if spot_ is not None]


def _typical(pen: Pen, group: Group, want: Wanted) -> float:
    """The median of the metric beside its good limit, or of loss; for the order of groups that are alike."""
    metric = want.metric if want.metric in NETWORK else "loss"
    values, row = _values(pen, group, str(metric), want), row_of(pen.facts.report, str(metric))
    return median(values) / row.good if values and row else 0.0


def _medians(pen: Pen, group: Group, want: Wanted) -> str:
    metrics = (want.metric,) if want.metric else NETWORK
    parts = []
    for metric in metrics:
        values = _values(pen, group, metric, want)
        if values:
            parts.append(f"{metric_word(metric)} {pen.derived(median(values), unit(metric), 'median', metric)}")
    words = f"median of each person's worst average: {', '.join(parts)}" if parts else "no numbers"
    worst = ranked(group.people, want, pen.facts.report)
    return f"{words} ({pen.count(group.rated)} rated)" + (f", worst {named(pen, worst[0])}" if worst else "")


def _caution(pen: Pen, groups: Sequence[Group], unknown: Sequence[Participant]) -> str:
    small = [group.name for group in groups if group.rated < FEW]
    words = f"Few people ({', '.join(small)}), so this may be chance" if small else "One call shows no cause by itself"
    missing = f"; not known for {names(pen, unknown, 2)}" if unknown else ""
    return f"{words}{missing}."


ROWS = (Row(Intent.GROUP_BREAKDOWN, group_breakdown), Row(Intent.COMPARE_GROUPS, compare_groups))
