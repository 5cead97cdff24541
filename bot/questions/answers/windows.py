"""One part of the call only: the previous view again within a window, and before beside after."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from statistics import median

from bot.blocks.lines import Line, Part
from bot.blocks.words import metric_word, stream_words
from bot.domain.minutes import clock_minute
from bot.domain.model import Participant, Report
from bot.questions.answer import Answer
from bot.questions.answers.time import MINUTES, without_minutes
from bot.questions.asked import Intent
from bot.questions.clock import Stretch, bounds, instant_meant, stretch_meant
from bot.questions.facts import Need
from bot.questions.minutely import by_person, onset, people_within, states, within
from bot.questions.pen import Pen, spread_of
from bot.questions.phrasing import (
    NETWORK,
    deciding,
    label_word,
    look_of,
    names,
    of_people,
    poor,
    rated,
    span,
    unmeasured,
)
from bot.questions.recorded import Recorded
from bot.questions.row import Asked, Row
from bot.questions.whom import meant

AGAIN = frozenset(
    {
        Intent.RANK_PARTICIPANTS,
        Intent.LIST_FILTER,
        Intent.COUNT,
        Intent.PARTICIPANT_DETAIL,
        Intent.COMPARE_PARTICIPANTS,
        Intent.COMPARE_GROUPS,
        Intent.GROUP_BREAKDOWN,
        Intent.COMPARE_DIRECTION,
        Intent.COMPARE_MEDIA,
        Intent.SCOPE_CHECK,
        Intent.CAUSE,
        Intent.CAUSE_SIDE,
        Intent.CHART,
    }
)
"""Views that can be looked at again within a window."""

DEFAULT_MINUTES = 15
MOST_CHANGED = 3
MIDDLE = ("half", "half time", "halfway", "middle")


def filter_row(others: Sequence[Row]) -> Row:
    """The row for *only the last 15 minutes*: it asks the previous question's row again."""
    again = {row.intent: row for row in others if row.intent in AGAIN}

    def answer(asked: Asked) -> Answer:
        return only(asked, again)

    needs = frozenset().union(MINUTES, *(row.needs - {Need.EARLIER, Need.PAST, Need.CHANNEL} for row in again.values()))
    return Row(Intent.FILTER_TIME, answer, needs)


def only(asked: Asked, again: Mapping[Intent, Row]) -> Answer:
    """The previous view over the window's minutes alone, its bounds first; else who was poor in it."""
    pen, facts = Pen(asked.facts), asked.facts
    call = bounds(facts)
    if not facts.minutes or call is None:
        return without_minutes(asked, pen, "how one part of it was")
    window = stretch_meant(asked.reading.slots.get("window"), facts, call)
    assumed = window is None
    window = window or stretch_meant(f"last_{DEFAULT_MINUTES}m", facts, call) or call
    if not window.inside:
        line: Line = [
            "That is outside the ",
            f"{facts.report.subject.kind}: it ran ",
            *span(pen, call.start, call.end),
            ".",
        ]
        return pen.written([line], suggestions=("only the last 15 mins",))
    then = within(facts, window)
    start: list[Part] = ["Only ", *span(pen, window.start, window.end), ": "]
    answer = _again(asked, again, then, window) or _poor_in(Pen(replace(facts, report=then)), asked, then)
    lines = [[*start, *answer.lines[0]], *answer.lines[1:]] if answer.lines else [start]
    if assumed:
        minutes = pen.count(DEFAULT_MINUTES, "minutes")
        lines.append([f"I took that as the last {minutes} minutes; say from when to when for another part."])
    return replace(answer, lines=tuple(lines), receipts=tuple(dict.fromkeys((*pen.receipts, *answer.receipts))))


def _again(asked: Asked, again: Mapping[Intent, Row], then: Report, window: Stretch) -> Answer | None:
    """The last view of the thread that can be asked again, over the window's facts."""
    turn = next((turn for turn in reversed(asked.turns) if turn.intent in again), None)
    if turn is None:
        return None
    people = asked.reading.people or (
        turn.people if "participant" in turn.slots or "participants" in turn.slots else ()
    )
    slots = {**turn.slots, **{key: value for key, value in asked.reading.slots.items() if key != "window"}}
    reading = replace(asked.reading, intent=turn.intent, slots=slots, people=people)
    clock = asked.facts.recorded.by_clock
    minutes = Recorded(m for at in clock if at in window for m in clock[at])
    facts = replace(asked.facts, report=then, minutes=minutes)
    return again[turn.intent].answer(Asked(reading, facts, asked.turns))


def _poor_in(pen: Pen, asked: Asked, then: Report) -> Answer:
    keys = {p.key for p in meant(asked)}
    people = [p for p in then.participants if not keys or p.key in keys]
    seen, bad = rated(people), poor(people)
    if not seen:
        return pen.written([["nobody was measured in those minutes."]])
    if not bad:
        worst = seen[0]
        number = deciding(pen, worst)
        line = f"nobody was poor, of {pen.count(len(seen))} measured people"
        line += f"; worst was {pen.name(worst.key)}, {label_word(worst)}: {number}." if number else "."
        return pen.written([[line], *unmeasured(pen, people)])
    lines: list[Line] = [[f"{of_people(pen, len(bad), len(seen))} measured people poor: {names(pen, bad)}."]]
    lines += [[f"{pen.name(p.key)}: {deciding(pen, p) or 'not measured'}."] for p in bad[:3]]
    return pen.written([*lines, *unmeasured(pen, people)], suggestions=("why?", "when did it start?"))


# --- before and after ------------------------------------------------------------------------------------------------


def before_and_after(asked: Asked) -> Answer:
    """Poor people and medians on either side of a moment; without one, of the onset, else of the middle."""
    pen, facts = Pen(asked.facts), asked.facts
    call = bounds(facts)
    if not facts.minutes or call is None:
        return without_minutes(asked, pen, "how it was before and after")
    wanted = asked.reading.slots.get("split")
    middle = clock_minute(call.start + (call.end - call.start) / 2)
    split = (middle, True) if wanted in MIDDLE else instant_meant(wanted, facts, call)
    if split is not None and not split[1]:
        line: Line = [pen.time(split[0]), " is outside the call (", *span(pen, call.start, call.end), ")."]
        return pen.written([line, ["Name a time inside it."]], suggestions=("when did it start?",))
    at, why = (split[0], "") if split else _own_split(asked, pen, call)
    at = min(max(at, call.start + (call.end - call.start) / 10), call.end)
    at = clock_minute(at)
    keys = {p.key for p in meant(asked)}
    one = people_within(facts, Stretch(call.start, at), keys)
    two = people_within(facts, Stretch(at, call.end + (call.end - at)), keys)
    lines: list[Line] = [_verdict(pen, at, one, two), *_medians(pen, one, two)]
    if why:
        lines.append([why])
    changed = [p for p in poor(two) if p.key not in {q.key for q in poor(one)}]
    recovered = [p for p in poor(one) if p.key not in {q.key for q in poor(two)}]
    lines += [["Poor only after: ", *_changed(pen, changed, one, two)]] if changed else []
    lines += [["Poor only before: ", *_changed(pen, recovered, two, one, turned=True)]] if recovered else []
    return pen.written(lines, suggestions=("when did it start?", "why?"))


def _own_split(asked: Asked, pen: Pen, call: Stretch) -> tuple[datetime, str]:
    look, minutes = look_of(asked.reading.slots, pen), by_person(asked.facts)
    found = sorted(at for key in minutes if (at := onset(states(minutes, key, look))))
    later = [at for at in found if at >= call.start + (call.end - call.start) / 10]
    if later:
        return later[0], "No moment was named, so I took the first one at which it went wrong."
    return call.start + (call.end - call.start) / 2, "No moment was named, so I took the middle of the call."


def _verdict(pen: Pen, at: datetime, one: Sequence[Participant], two: Sequence[Participant]) -> Line:
    a, b = poor(one), poor(two)
    if len(one) == len(two) == 1 and rated(one) and rated(two):
        return _one_person(pen, at, one[0], two[0])
    if not rated(one) or not rated(two):
        return ["Nobody was measured on one side of ", pen.time(at), ", so there is nothing to compare."]
    share_a, share_b = len(a) / len(rated(one)), len(b) / len(rated(two))
    word = "Worse" if share_b > share_a else "Better" if share_b < share_a else "The same"
    return [
        f"{word} after ",
        pen.time(at),
        f": {of_people(pen, len(b), len(rated(two)))} measured people poor, before it "
        f"{of_people(pen, len(a), len(rated(one)))}.",
    ]


def _one_person(pen: Pen, at: datetime, before: Participant, after: Participant) -> Line:
    """`Better after 10:25 UTC: Kofi Mensah good, poor before it.`"""
    scores = [100 if p.score is None else p.score for p in (before, after)]
    word = "Worse" if scores[1] < scores[0] else "Better" if scores[1] > scores[0] else "The same"
    name, number = pen.name(after.key), deciding(pen, after)
    own = f" ({number})" if number else ""
    return [f"{word} after ", pen.time(at), f": {name} {label_word(after)}{own}, {label_word(before)} before it."]


def _changed(
    pen: Pen,
    people: Sequence[Participant],
    other: Sequence[Participant],
    own: Sequence[Participant],
    turned: bool = False,
) -> Line:
    """`Dave Lindqvist (video received, average loss 0.1 % before, 29 % after) and Mei`."""
    shown, mine = people[:MOST_CHANGED], {p.key: p for p in own}
    parts = [_both_sides(pen, mine[p.key], next((q for q in other if q.key == p.key), None), turned) for p in shown]
    rest = f"; and {names(pen, people[MOST_CHANGED:])}" if people[MOST_CHANGED:] else ""
    return [f"{'; '.join(parts)}{rest}."]


def _both_sides(pen: Pen, bad: Participant, other: Participant | None, turned: bool) -> str:
    decided = bad.decided_by
    same = [
        [s for s in p.streams if decided and (s.media, s.direction) == (decided.media, decided.direction)]
        for p in (bad, other)
        if p
    ]
    if decided is None or len(same) < 2 or not all(same):
        return pen.name(bad.key)
    worse, better = pen.measured(bad, same[0][0], decided.metric), pen.measured(bad, same[1][0], decided.metric)
    before, after = (worse, better) if turned else (better, worse)
    where = stream_words(decided.media, decided.direction)
    return f"{pen.name(bad.key)} ({where}, average {metric_word(decided.metric)} {before} before, {after} after)"


def _medians(pen: Pen, one: Sequence[Participant], two: Sequence[Participant]) -> list[Line]:
    """`Median over people of their worst average: loss 0.2 % before, 3.1 % after; …`."""
    rows = {row.key: row for row in pen.facts.report.limits.metrics}
    parts = []
    for key in NETWORK:
        a, b = _worst_averages(one, key), _worst_averages(two, key)
        if a and b:
            unit = rows[key].unit
            first, second = (pen.derived(median(values), unit, "median", key) for values in (a, b))
            parts.append(f"{metric_word(key)} {first} before, {second} after")
    return [[f"Median of everybody's worst average: {'; '.join(parts)}."]] if parts else []


def _worst_averages(people: Sequence[Participant], metric: str) -> list[float]:
    found = []
    for person in rated(people):
        values = [
            s.avg
            for stream in person.streams
            if stream.label and (s := spread_of(stream, metric)) and s.avg is not None
        ]
        if values:
            found.append(max(values))
    return found


ROWS: tuple[Row, ...] = (Row(Intent.COMPARE_TIME, before_and_after, MINUTES),)
