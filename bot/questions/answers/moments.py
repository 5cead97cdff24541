"""Who was poor at one moment, and how trouble was spread over the call: from per-minute records."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.blocks.lines import Line, Part, joined
from bot.domain.minutes import MINUTE, clock_minute
from bot.domain.model import Label, Participant
from bot.questions.answer import Answer
from bot.questions.answers.time import MINUTES, without_minutes
from bot.questions.asked import Intent
from bot.questions.clock import Stretch, bounds, instant_meant
from bot.questions.minutely import Stretchy, by_person, people_within, states, stretches
from bot.questions.pen import Pen
from bot.questions.phrasing import (
    deciding,
    label_word,
    look_of,
    minutes_in,
    names,
    of_people,
    poor,
    rated,
    span,
    unmeasured,
)
from bot.questions.row import Asked, Row
from bot.questions.whom import meant, not_found

THROUGHOUT_PCT = 80
"""Poor in so much of their minutes: throughout."""

MOST_STRETCHES = 4
ONE_MINUTE = timedelta(minutes=1)


# --- at one moment ---------------------------------------------------------------------------------------------------


def at_moment(asked: Asked) -> Answer:
    """Who was poor in that minute and the ones beside it, and by what; the worst minute where none is named."""
    pen, facts = Pen(asked.facts), asked.facts
    call = bounds(facts)
    if not facts.minutes or call is None:
        return without_minutes(asked, pen, "who was poor at one moment")
    wanted = instant_meant(asked.reading.slots.get("time"), facts, call)
    if wanted is not None and not wanted[1]:
        line: Line = [
            pen.time(wanted[0]),
            f" is outside the {facts.report.subject.kind} (",
            *span(pen, call.start, call.end),
            ").",
        ]
        return pen.written(
            [line, ["Name a time inside it, or ask when it began."]], suggestions=("when did it start?",)
        )
    at = wanted[0] if wanted else _worst_minute(asked, pen)
    around = Stretch(max(at - MINUTE, call.start), min(at + 2 * MINUTE, max(call.end, at + MINUTE)))
    then = people_within(facts, around, {p.key for p in meant(asked)})
    start: list[Part] = [] if wanted else ["No time named, so the worst minute: "]
    lines: list[Line] = [[*start, *_who_then(asked, pen, at, then)]]
    lines.append(["Measured over ", *span(pen, around.start, around.end), "."])
    lines += unmeasured(pen, then) if not meant(asked) else []
    return pen.written(lines, suggestions=("when did it start?", "was it bursts or throughout?"))


def _worst_minute(asked: Asked, pen: Pen) -> datetime:
    """The minute with most poor people, the first of several."""
    look, counted = look_of(asked.reading.slots, pen), dict[datetime, int]()
    chosen = {p.key for p in meant(asked)}
    minutes = by_person(asked.facts)
    for key in minutes:
        if not chosen or key in chosen:
            for at, bad in states(minutes, key, look).items():
                counted[at] = counted.get(at, 0) + bad
    first = min(asked.facts.recorded.by_clock, default=clock_minute(asked.facts.now))
    return min(counted, key=lambda at: (-counted[at], at), default=first)


def _who_then(asked: Asked, pen: Pen, at: datetime, then: Sequence[Participant]) -> Line:
    people = {p.key: p for p in then}
    about = [people[p.key] for p in meant(asked) if p.key in people]
    if about:
        rest = f"; and {names(pen, about[5:])}" if about[5:] else ""
        return ["At ", pen.time(at), " ", *joined([_state(pen, p) for p in about[:5]], "; "), f"{rest}."]
    bad, seen = poor(then), rated(then)
    if not seen:
        return ["At ", pen.time(at), " nobody was measured, so I can't tell."]
    if not bad:
        line: list[Part] = ["At ", pen.time(at), f" nobody was poor, of {pen.count(len(seen))} measured people"]
        worst = min(seen, key=lambda p: p.score if p.score is not None else 100)
        number = deciding(pen, worst)
        return [*line, f"; worst was {pen.name(worst.key)}, {label_word(worst)}: {number}." if number else "."]
    listed = [_state(pen, p) for p in bad[:4]]
    more = f"; and {names(pen, bad[4:])}" if bad[4:] else ""
    was = "was" if len(bad) == 1 else "were"
    return [
        "At ",
        pen.time(at),
        f" {of_people(pen, len(bad), len(seen))} measured people {was} poor: ",
        *joined(listed, "; "),
        f"{more}.",
    ]


def _state(pen: Pen, person: Participant) -> Line:
    number = deciding(pen, person)
    if person.label is Label.UNRATED or number is None:
        return [f"{pen.name(person.key)} was not measured"]
    word = f" ({label_word(person)})" if person.label is not Label.POOR else ""
    return [f"{pen.name(person.key)}{word}, {number}"]


# --- over the call ---------------------------------------------------------------------------------------------------


def shape(asked: Asked) -> Answer:
    """Start, end, bursts, one stretch or throughout, with the minutes; whoever had it throughout is named apart."""
    pen, facts = Pen(asked.facts), asked.facts
    call, minutes = bounds(facts), by_person(facts)
    if not minutes or call is None:
        return without_minutes(asked, pen, "how it was spread")
    look = look_of(asked.reading.slots, pen)
    keys = [p.key for p in meant(asked)] or list(minutes)
    told = {key: told for key in keys if (told := states(minutes, key, look))}
    always = [key for key, known in told.items() if 100 * sum(known.values()) >= THROUGHOUT_PCT * len(known)]
    bad = {at for key, known in told.items() if key not in always for at, state in known.items() if state}
    lines: list[Line] = [_spread(pen, asked, call, told, always, bad)]
    if always and bad:
        lines.append(["Throughout: ", _throughout(pen, asked, told, always), "."])
    peak = _peak(told)
    if len(told) > 1 and peak is not None:
        lines.append(
            [
                f"Worst minute: {pen.count(peak[1])} of {pen.count(peak[2])} measured people poor at ",
                pen.time(peak[0]),
                ".",
            ]
        )
    missing = not_found(asked)
    lines += [[missing]] if missing else []
    return pen.written(lines, suggestions=("when did it start?", "graph it", "why?"))


def _spread(
    pen: Pen,
    asked: Asked,
    call: Stretch,
    told: Mapping[str, Mapping[datetime, bool]],
    always: Sequence[str],
    bad: set[datetime],
) -> Line:
    if not told:
        return ["Nothing was rated in any minute, so I can't say how it was spread."]
    if not bad and not always:
        whole = len({at for known in told.values() for at in known})
        whose = names(pen, meant(asked)) if meant(asked) else "Nobody"
        word = "had no" if meant(asked) else "had a"
        return [f"{whose} {word} poor minute in {pen.count(whole, 'minutes')} measured minutes."]
    if not bad:
        return ["Throughout: ", _throughout(pen, asked, told, always), "."]
    found = stretches(bad)
    people = [asked.facts.people[k] for k in told if k not in always and any(told[k].values())]
    whose = f" ({names(pen, people)})" if people else ""
    return [*_word(pen, found, call), *_list(pen, found), f"{whose}."]


def _throughout(pen: Pen, asked: Asked, told: Mapping[str, Mapping[datetime, bool]], always: Sequence[str]) -> str:
    one = [
        f"{pen.name(key)} poor in {pen.count(sum(told[key].values()), 'minutes')} of "
        f"{pen.count(len(told[key]), 'minutes')} minutes"
        for key in always[:3]
    ]
    rest = f" and {names(pen, [asked.facts.people[key] for key in always[3:]])}" if always[3:] else ""
    return "; ".join(one) + rest


def _word(pen: Pen, found: Sequence[Stretchy], call: Stretch) -> Line:
    """What the stretches look like: where in the call they lie, and how many they are."""
    length = call.end - call.start
    first, last, bad = found[0].start, found[-1].end, sum(one.bad for one in found)
    if 100 * bad * MINUTE >= THROUGHOUT_PCT * length:
        return ["Throughout: "]
    if last <= call.start + length / 3:
        return ["At the start only: "]
    if first >= call.end - length / 3:
        return ["At the end only: "]
    if len(found) == 1:
        return [f"In one stretch of {minutes_in(pen, last - first)}: "]
    return [f"In {pen.count(len(found), 'stretches')} bursts: "]


def _list(pen: Pen, found: Sequence[Stretchy]) -> list[Part]:
    shown = sorted(sorted(found, key=lambda one: -one.bad)[:MOST_STRETCHES], key=lambda one: one.start)
    parts = joined([_stretch(pen, one) for one in shown], ", ")
    rest = len(found) - len(shown)
    return [*parts, f" and {pen.count(rest, 'stretches')} shorter"] if rest else parts


def _stretch(pen: Pen, one: Stretchy) -> Line:
    return [pen.time(one.start)] if one.end - one.start <= ONE_MINUTE else span(pen, one.start, one.end)


def _peak(told: Mapping[str, Mapping[datetime, bool]]) -> tuple[datetime, int, int] | None:
    """The minute with most poor people, how many, and of how many measured."""
    bad, seen = dict[datetime, int](), dict[datetime, int]()
    for known in told.values():
        for at, state in known.items():
            seen[at] = seen.get(at, 0) + 1
            bad[at] = bad.get(at, 0) + state
    if not any(bad.values()):
        return None
    peak = min(bad, key=lambda one: (-bad[one], one))
    return peak, bad[peak], seen[peak]


ROWS: tuple[Row, ...] = (
    Row(Intent.TIMELINE_AT, at_moment, MINUTES),
    Row(Intent.TIMELINE_SHAPE, shape, MINUTES),
)
