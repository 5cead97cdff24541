"""When somebody was there and for how long it was bad: leaving and coming back, bad minutes of those measured."""

from collections import Counter
from datetime import datetime

from bot.blocks.lines import Line, Part
from bot.domain.minutes import MINUTE
from bot.domain.model import Label, Participant, Stay
from bot.questions.answer import Answer
from bot.questions.asked import Intent
from bot.questions.bad_minutes import bad_of, everybodys_labels, longest, minute_labels
from bot.questions.facts import Need
from bot.questions.one_person import One, one_person
from bot.questions.pen import Pen
from bot.questions.phrasing import minutes_in, names, of_people, span
from bot.questions.row import Asked, Row
from bot.questions.spot_words import spot_words, within
from bot.questions.spots import Wanted, label_in, spot, wanted

MOST_GAPS = 4
MOST_LISTED = 5
NO_MINUTES = "Zoom's events tell single minutes, and none of this call are stored"


# --- leaving and coming back -----------------------------------------------------------------------------------------


def rejoin_check(asked: Asked) -> Answer:
    """How often somebody joined and when they were away; of everybody where nobody is named."""
    pen, slots = Pen(asked.facts), asked.reading.slots
    if not asked.reading.people and slots.get("participant") is None:
        return _everybody_rejoined(pen)
    one = one_person(asked, pen)
    if isinstance(one, Answer):
        return one
    person = one.person
    away = gaps(person)
    lines: list[Line] = [_joined(pen, one, away), *one.note]
    lines += [_away(pen, away)] if away else []
    lines += [_end(pen, person)] if person.left_at is not None else []
    return pen.written(lines, suggestions=(f"what about {pen.facts.names[person.key]}?", "who else rejoined?"))


def gaps(person: Participant) -> list[tuple[datetime, datetime]]:
    """From when to when somebody was away between their joins; joins that overlap leave none."""
    found: list[tuple[datetime, datetime]] = []
    until: datetime | None = None
    for stay in person.stays:
        if stay.joined_at is None or stay.left_at is None:
            continue
        if until is not None and stay.joined_at > until:
            found.append((until, stay.joined_at))
        until = stay.left_at if until is None else max(until, stay.left_at)
    return found


def _joined(pen: Pen, one: One, away: list[tuple[datetime, datetime]]) -> Line:
    person = one.person
    if person.joins <= 1:
        if person.joined_at is None:
            return [f"No sign of {one.name} leaving and coming back: Zoom counts one join, without its times."]
        return [f"No: {one.name} joined once, at ", pen.time(person.joined_at), ", and did not come back later."]
    times = f"{one.name} joined {pen.count(person.joins, 'joins')} times"
    if not person.stays or any(_open(stay) for stay in person.stays[:-1]):
        return [f"Yes: {times}; when is not known for all of them."]
    if not away:
        return [f"{times}, without a gap: the joins overlap, as with a second device."]
    total = sum(((end - start) for start, end in away[1:]), away[0][1] - away[0][0])
    return [f"Yes: {times} and was away {pen.count(len(away), 'gaps')} times, {minutes_in(pen, total)} in all."]


def _open(stay: Stay) -> bool:
    return stay.joined_at is None or stay.left_at is None


def _away(pen: Pen, away: list[tuple[datetime, datetime]]) -> Line:
    line: list[Part] = ["Away: "]
    for place, (start, end) in enumerate(away[:MOST_GAPS]):
        line += [", " if place else "", *span(pen, start, end), f" ({minutes_in(pen, end - start)})"]
    rest = len(away) - MOST_GAPS
    return [*line, f" and {pen.count(rest, 'gaps')} more." if rest > 0 else "."]


def _end(pen: Pen, person: Participant) -> Line:
    ended = pen.facts.report.subject.ended_at
    left = person.left_at
    if left is None:
        return []
    early = ended is not None and ended - left > MINUTE
    return ["Last seen ", pen.time(left), ", before the end." if early else ", at the end." if ended else "."]


def _everybody_rejoined(pen: Pen) -> Answer:
    people = pen.facts.report.participants
    back = sorted((p for p in people if p.joins > 1), key=lambda p: (-p.joins, p.key))
    if not back:
        first = f"Nobody left and came back: {pen.count(len(people))} people, one join each."
        return pen.written([[first]], suggestions=("who had it worst?",))
    parts = [f"{pen.name(p.key)} ({pen.count(p.joins, 'joins')} joins)" for p in back[:MOST_LISTED]]
    rest = len(back) - len(parts)
    tail = f" and {pen.count(rest)} more" if rest else ""
    lines: list[Line] = [[f"{of_people(pen, len(back), len(people))} people came back: {', '.join(parts)}{tail}."]]
    away = gaps(back[0])
    lines += [_away(pen, away)] if len(back) == 1 and away else []
    return pen.written(lines, suggestions=(f"what about {pen.facts.names[back[0].key]}?", "who had it worst?"))


# --- bad minutes -----------------------------------------------------------------------------------------------------


def duration_bad(asked: Asked) -> Answer:
    """Poor minutes of those measured, the longest unbroken run, the share; of the call where nobody is meant."""
    pen, want = Pen(asked.facts), wanted(asked.reading.slots, asked.turns)
    if not asked.reading.people and asked.reading.slots.get("participant") is None:
        return _whole_call(pen, want)
    one = one_person(asked, pen)
    if isinstance(one, Answer):
        return one
    labels = minute_labels(asked.facts, one.person, want)
    if not labels:
        return _not_known(pen, one, want)
    bad, run = bad_of(labels), longest(labels)
    if not bad or run is None:
        fair = sum(label is Label.FAIR for label in labels.values())
        also = f"; {pen.count(fair, 'minutes')} were fair" if fair else ""
        first = (
            f"{one.name} was poor in none of {pen.count(len(labels), 'minutes')} measured minutes{within(want)}{also}."
        )
        return pen.written([[first], *one.note, *_whole_label(pen, one, want)], suggestions=_next(pen, one))
    share = pen.derived(100 * len(bad) / len(labels), "%", "share")
    counted = f"{pen.count(len(bad), 'minutes')} of {pen.count(len(labels), 'minutes')} measured minutes"
    lines: list[Line] = [[f"{one.name} was poor in {counted}{within(want)} ({share})."], *one.note]
    lines.append(
        ["Longest unbroken run: ", f"{pen.count(run.bad, 'minutes')} min, ", *span(pen, run.start, run.end), "."]
    )
    if len(bad) > run.bad:
        lines.append(["First ", pen.time(bad[0]), ", last ", pen.time(bad[-1]), "."])
    return pen.written(lines, suggestions=_next(pen, one))


def _next(pen: Pen, one: One) -> tuple[str, ...]:
    name = pen.facts.names[one.person.key]
    return (f"why was {name} bad?", f"was it just {name}?", "when did it start going wrong?")


def _whole_label(pen: Pen, one: One, want: Wanted) -> list[Line]:
    found, label = spot(one.person, want, pen.facts.report), label_in(one.person, want, pen.facts.report)
    return [[f"Over the whole call: {label}, {spot_words(pen, found)}."]] if found else []


def _not_known(pen: Pen, one: One, want: Wanted) -> Answer:
    reason = f"nothing was measured of them{within(want)} minute by minute" if pen.facts.minutes else NO_MINUTES
    first = f"For how long {one.name} was bad is not known: {reason}."
    return pen.written([[first], *one.note, *_whole_label(pen, one, want)], suggestions=_next(pen, one)[:2])


def _whole_call(pen: Pen, want: Wanted) -> Answer:
    """The minutes in which anybody was poor."""
    facts = pen.facts
    labels = everybodys_labels(facts, want)
    measured = {at for one in labels.values() for at in one}
    if not measured:
        poor = [p for p in facts.report.participants if label_in(p, want, facts.report) is Label.POOR]
        who = f" {names(pen, poor)} were poor over the whole call." if poor else " Nobody was poor over the whole call."
        return pen.written([[f"For how long it was bad is not known: {NO_MINUTES}."], [who.strip()]], suggestions=_ASK)
    at_once = Counter(at for one in labels.values() for at in bad_of(one))
    count = f"{pen.count(len(at_once), 'minutes')} of {pen.count(len(measured), 'minutes')} measured minutes"
    if not at_once:
        return pen.written(
            [[f"Nobody was poor in any of {pen.count(len(measured), 'minutes')} minutes."]], suggestions=_ASK
        )
    lines: list[Line] = [[f"Somebody was poor in {count}{within(want)}."]]
    most = max(at_once.values())
    when = min(at for at, number in at_once.items() if number == most)
    lines.append([f"Most at once: {pen.count(most)} people, first at ", pen.time(when), "."])
    first, last = min(at_once), max(at_once)
    lines.append(["From the first to the last of them: ", *span(pen, first, last + MINUTE), "."])
    return pen.written(lines, suggestions=_ASK)


_ASK = ("who had it worst?", "when did it start going wrong?")
ROWS = (
    Row(Intent.REJOIN_CHECK, rejoin_check),
    Row(Intent.DURATION_BAD, duration_bad, frozenset({Need.MINUTES})),
)
