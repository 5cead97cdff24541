"""Only the people for whom a condition holds, worst first, and who was left out. Conditions are read in `filters`."""

from collections.abc import Sequence

from bot.blocks.lines import Line
from bot.blocks.words import LABELS
from bot.domain.model import Label, Participant
from bot.questions.answer import Answer
from bot.questions.answers.count import next_questions, nobody, poor_among, said_of, verb_for
from bot.questions.asked import Intent
from bot.questions.fields import FIELDS, value_words
from bot.questions.filters import Condition, all_hold, conditions
from bot.questions.pen import Pen
from bot.questions.phrasing import names, of_people
from bot.questions.row import Asked, Row
from bot.questions.spot_words import spot_words
from bot.questions.spots import Spot, Wanted, label_in, ranked, wanted

MOST_LISTED = 5
MOST_NAMED = 15
"""A list was asked for, so it is longer than a first message's."""


def list_filter(asked: Asked) -> Answer:
    """Who remains, who of them had it worst, how many were left out and how they were recognised."""
    pen, report, slots = Pen(asked.facts), asked.facts.report, asked.reading.slots
    found, people = conditions(slots, report), report.participants
    if not people:
        return nobody(pen)
    if not found:
        return _everybody(pen, people)
    held = {p.key: all_hold(found, p) for p in people}
    kept, unknown = [p for p in people if held[p.key]], [p for p in people if held[p.key] is None]
    left = [p for p in people if held[p.key] is False]
    if not kept:
        return _none_kept(pen, found, people, unknown)
    want = next((one.number for one in found if one.number), None) or wanted(slots, asked.turns)
    order = ranked(kept, want, report)
    placed = {one.person.key for one in order}
    listed = names(pen, [*(one.person for one in order), *(p for p in kept if p.key not in placed)], MOST_NAMED)
    first = f"{of_people(pen, len(kept), len(people))} people {verb_for(found, len(kept))} {said_of(pen, found)}"
    lines: list[Line] = [[f"{first}{', worst first' if len(kept) > 1 else ''}: {listed}."]]
    if len(kept) > 1 and not any(one.field == "label" for one in found):
        lines.append(poor_among(pen, kept))
    if order:
        what = "Worst of them" if len(order) > 1 else "Their number"
        lines.append([f"{what}: {pen.name(order[0].person.key)} ({spot_words(pen, order[0], want.stat)})."])
    lines += _left_out(pen, found, left, unknown)
    more: list[Line] = [row(pen, one, want) for one in order]
    return pen.written(lines, more=tuple(more), suggestions=next_questions(pen, kept))


def row(pen: Pen, one: Spot, want: Wanted) -> Line:
    """`Dave Lindqvist, poor: video received, average loss 9.8 % (max 22 %, limit 5 %)`."""
    label = LABELS[label_in(one.person, want, pen.facts.report)][1]
    return [f"{pen.name(one.person.key)}, {label}: {spot_words(pen, one, want.stat)}"]


def _left_out(
    pen: Pen, found: Sequence[Condition], left: Sequence[Participant], unknown: Sequence[Participant]
) -> list[Line]:
    parts = []
    if left:
        how = "; ".join(dict.fromkeys(one.how for one in found if one.how))
        parts.append(f"Left out: {pen.count(len(left))}{f' ({names(pen, left, 3)}), {how}' if how else ''}.")
    if unknown:
        parts.append(f"Not known, so left out too: {names(pen, unknown, 3)}.")
    return [[" ".join(parts)]] if parts else []


def _none_kept(
    pen: Pen, found: Sequence[Condition], people: Sequence[Participant], unknown: Sequence[Participant]
) -> Answer:
    lines: list[Line] = [[f"Nobody here {verb_for(found, 1)} {said_of(pen, found)}."]]
    field = next(
        (one.field for one in found if one.field in FIELDS and one.field not in {"participant", "label"}), None
    )
    seen = sorted({words for p in people if field is not None and (words := value_words(field, p))})
    if seen:
        lines.append([f"Zoom names here: {', '.join(seen[:MOST_LISTED])}."])
    if unknown:
        lines.append([f"Not known for {names(pen, unknown, 3)}."])
    return pen.written(lines, suggestions=("who had it worst?", "where was everyone joining from"))


def _everybody(pen: Pen, people: Sequence[Participant]) -> Answer:
    """No condition that can be read: everybody by label, and what can be asked for."""
    by = {label: sum(p.label is label for p in people) for label in Label}
    counts = ", ".join(f"{pen.count(number)} {LABELS[label][1]}" for label, number in by.items() if number)
    lines: list[Line] = [[f"All {pen.count(len(people))} people: {counts}. Worst first: {names(pen, people)}."]]
    lines.append(["I can keep or leave out by network, device, place, data centre, client version, role and label."])
    return pen.written(lines, suggestions=("only people on wifi", "everyone except the meeting rooms"))


ROWS = (Row(Intent.LIST_FILTER, list_filter),)
