"""When it went wrong, from per-minute records; and what is said of any time where there are none."""

from collections.abc import Sequence
from datetime import datetime

from bot.blocks.lines import Line, Part, joined
from bot.blocks.words import KINDS
from bot.domain.minutes import MINUTE
from bot.domain.model import Participant
from bot.questions.answer import Answer
from bot.questions.asked import Intent
from bot.questions.clock import Stretch, bounds
from bot.questions.facts import Need
from bot.questions.minutely import SUSTAINED, WITHIN, Look, by_person, onset, states, worst
from bot.questions.pen import Pen
from bot.questions.phrasing import deciding, label_word, look_of, minutes_in, names, poor, span, stream_number
from bot.questions.recorded import ByPerson
from bot.questions.row import Asked, Row
from bot.questions.whom import meant, not_found

FIRST_MINUTES = 2 * MINUTE
"""Trouble that is there so soon after somebody came was there from the start."""

MINUTES = frozenset({Need.MINUTES})
_Onsets = Sequence[tuple[datetime, Participant]]


def without_minutes(asked: Asked, pen: Pen, wanted: str) -> Answer:
    """What is known without per-minute records: whole-call numbers, when people came and went."""
    facts = asked.facts
    lines: list[Line] = [
        [
            f"I can't say {wanted}: for this {KINDS[facts.report.subject.kind]} there are only whole-call averages. "
            "Per-minute values come with Zoom's QSS events (participant QoS), and none are on record."
        ]
    ]
    about = meant(asked)[:5] or tuple(poor(facts.report.participants)[:3])
    known = [f"{pen.name(p.key)} {label_word(p)}: {number}" for p in about if (number := deciding(pen, p))]
    if known:
        lines.append([f"Over the whole call: {'; '.join(known)}."])
    came = [_came(pen, p) for p in about if p.joined_at is not None]
    if came:
        lines.append(["In the call: ", *joined(came, "; "), "."])
    return pen.written(lines, suggestions=("who had it worst?", "how sure are you?"))


def _came(pen: Pen, person: Participant) -> Line:
    if person.joined_at is None:
        return []
    if person.left_at is None or person.left_at < person.joined_at:
        return [pen.name(person.key), " from ", pen.time(person.joined_at)]
    joins = f" in {pen.count(person.joins, 'joins')} joins" if person.joins > 1 else ""
    return [pen.name(person.key), " ", *span(pen, person.joined_at, person.left_at), joins]


# --- when it began ---------------------------------------------------------------------------------------------------


def began(asked: Asked) -> Answer:
    """The first minute of sustained trouble, whose and in what; whoever had it from the start is named apart."""
    pen, facts = Pen(asked.facts), asked.facts
    minutes, call = by_person(facts), bounds(facts)
    if not minutes or call is None:
        return without_minutes(asked, pen, "when it began")
    look, about = look_of(asked.reading.slots, pen), meant(asked)
    keys = [p.key for p in about] or list(minutes)
    found: list[tuple[datetime, Participant]] = sorted(
        ((at, facts.people[key]) for key in keys if (at := onset(states(minutes, key, look)))),
        key=lambda pair: (pair[0], pair[1].rank or 0),
    )
    if not found:
        return _never(pen, minutes, look, about)
    always = [pair for pair in found if pair[0] < call.start + FIRST_MINUTES]
    later = [pair for pair in found if pair not in always]
    lines: list[Line] = [_first(pen, minutes, look, always, later, call)]
    at = later[0][0] if later else found[0][0]
    after = [pair for pair in later if pair[0] > at]
    if after:
        lines.append(["Then: ", *joined(_by_moment(pen, after), "; "), "."])
    lines.append([f"Began means poor in {pen.count(SUSTAINED, 'minutes')} of {pen.count(WITHIN, 'minutes')} minutes."])
    missing = not_found(asked)
    return pen.written([*lines, *([[missing]] if missing else [])], suggestions=("why?", "is it us or zoom?"))


def _first(
    pen: Pen,
    minutes: ByPerson,
    look: Look,
    always: _Onsets,
    later: _Onsets,
    call: Stretch,
) -> Line:
    start = [_reading_then(pen, minutes, look, at, p) for at, p in always[:2]]
    if not later:
        return [
            "From the start (",
            pen.time(call.start),
            "): ",
            *joined(start, "; "),
            f"; and {names(pen, [p for _, p in always[2:]])}" if always[2:] else "",
            ".",
        ]
    at = later[0][0]
    together = [pair for pair in later if pair[0] == at]
    line: list[Part] = ["At ", pen.time(at), f", {minutes_in(pen, at - call.start)} into the call: "]
    line += joined([_reading_then(pen, minutes, look, when, p) for when, p in together[:2]], "; ")
    if together[2:]:
        line.append(f"; and {names(pen, [p for _, p in together[2:]])}")
    if always:
        word = "was" if len(always) == 1 else "were"
        line.append(f". {names(pen, [p for _, p in always])} {word} poor from the start")
    return [*line, "."]


def _reading_then(pen: Pen, minutes: ByPerson, look: Look, at: datetime, person: Participant) -> Line:
    """`Kofi Mensah, audio sent, average loss 12 % (max 22 %, limit 5 %) in that minute`."""
    found = worst(minutes[person.key][at], look)
    if found is None:
        return [pen.name(person.key)]
    return [f"{pen.name(person.key)}, {stream_number(pen, person, found.stream, found.metric)} in that minute"]


def _by_moment(pen: Pen, later: _Onsets) -> list[Line]:
    """`10:20 UTC Dave, Chris and Mei`."""
    moments: dict[datetime, list[Participant]] = {}
    for at, person in later:
        moments.setdefault(at, []).append(person)
    return [[pen.time(at), f" {names(pen, people)}"] for at, people in list(moments.items())[:4]]


def _never(pen: Pen, minutes: ByPerson, look: Look, about: Sequence[Participant]) -> Answer:
    whose = f"{names(pen, about)} was" if len(about) == 1 else "Nobody was"
    if len(about) > 1:
        whose = f"None of {names(pen, about)} was"
    word = "never poor" if len(about) == 1 else "poor"
    lines: list[Line] = [
        [
            f"{whose} {word} for {pen.count(SUSTAINED, 'minutes')} of {pen.count(WITHIN, 'minutes')} minutes, "
            "so nothing sustained went wrong."
        ]
    ]
    keys = [p.key for p in about] or list(minutes)
    single = {at for key in keys for at, bad in states(minutes, key, look).items() if bad}
    if single:
        lines.append(
            [f"Single poor minutes: {pen.count(len(single), 'minutes')}, the first at ", pen.time(min(single)), "."]
        )
    return pen.written(lines, suggestions=("who had it worst?", "how is poor defined?"))


ROWS: tuple[Row, ...] = (Row(Intent.TIMELINE_ONSET, began, MINUTES),)
