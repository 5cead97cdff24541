"""A person's and a place's past in the calls that are stored, and how many calls that is. Other instances are beside.

Patterns are told from three calls on.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.blocks.lines import Line, Part
from bot.blocks.words import LABELS, stream_words
from bot.domain.model import Label, Participant, Report
from bot.questions.answer import Answer
from bot.questions.answers.instances import KEPT, again_in
from bot.questions.asked import Intent
from bot.questions.facts import PAST_DAYS, Facts, Need
from bot.questions.fields import value_words
from bot.questions.filters import all_hold, conditions
from bot.questions.one_person import one_person
from bot.questions.pen import Pen
from bot.questions.phrasing import of_people, poor, rated
from bot.questions.row import Asked, Row
from bot.questions.spot_words import short, typed
from bot.questions.spots import Wanted, label_in, spot, wanted

PATTERN_FROM = 3
MOST_LISTED = 4


# --- stored calls ----------------------------------------------------------------------------------------------------


def stored_calls(facts: Facts, days: int) -> list[Report]:
    """All that are stored of the last days, each once, newest first, without this one."""
    own, since = facts.report.subject.uuid, (facts.now - timedelta(days=days)).astimezone(UTC).date()
    found: dict[object, Report] = {}
    for report in (*facts.past, *facts.earlier):
        subject = report.subject
        if (subject.uuid is None or subject.uuid != own) and (
            subject.started_at is None or subject.started_at.astimezone(UTC).date() >= since
        ):
            found.setdefault(subject.uuid or id(report), report)
    return sorted(found.values(), key=lambda one: _started(one, facts), reverse=True)


def _started(report: Report, facts: Facts) -> datetime:
    return report.subject.started_at or facts.now - timedelta(days=PAST_DAYS)


def days_back(slots: Mapping[str, Any]) -> int:
    """`30d`, `2w`; the default is what the store is read for, which is also the most."""
    said = next((slots[key] for key in ("baseline", "window") if isinstance(slots.get(key), str)), "")
    match = re.search(r"(\d{1,3})_?\s*(d|w)", said)
    if match is None:
        return 7 if "week" in said else PAST_DAYS
    return max(1, min(PAST_DAYS, int(match[1]) * (7 if match[2] == "w" else 1)))


def _nothing_stored(pen: Pen, words: str, days: int) -> list[Line]:
    return [[f"{words} of the last {pen.count(days, 'days')} days, so there is no history to go by."], [f"{KEPT}."]]


# --- a person's past -------------------------------------------------------------------------------------------------


def history_participant(asked: Asked) -> Answer:
    """Now against their own past: how often poor, and from three calls on what was the same."""
    pen, facts = Pen(asked.facts), asked.facts
    one = one_person(asked, pen)
    if isinstance(one, Answer):
        return one
    person, days, want = one.person, days_back(asked.reading.slots), wanted(asked.reading.slots, asked.turns)
    suggestions = (f"what about {facts.names[person.key]}?", "how does this compare to last week's one")
    if person.email is None or "@" not in person.email:
        first = (
            f"I can't find {one.name} in other calls: Zoom gives no e-mail of theirs, and a display name proves nobody."
        )
        return pen.written([[first], *one.note, *_now(pen, person, want)], suggestions=suggestions)
    calls = stored_calls(facts, days)
    found = [(report, same) for report in calls if (same := again_in(report, person)) is not None]
    if not found:
        lines = _nothing_stored(pen, f"{one.name} is in no other stored call", days)
        return pen.written([*lines, *one.note, *_now(pen, person, want)], suggestions=suggestions)
    before = [label for report, same in found if (label := label_in(same, want, report)) is not Label.UNRATED]
    now = label_in(person, want, facts.report)
    bad = before.count(Label.POOR)
    count = f"{of_people(pen, bad, len(before))} other stored calls of the last {pen.count(days, 'days')} days"
    word = _usual(now, bad, len(before))
    first = f"{word}{one.name} was {LABELS[now][1]} in this call, and poor in {count}."
    lines = [[first], *one.note, *_now(pen, person, want)]
    lines.append(_before(pen, found, want))
    lines.append([_pattern(pen, [person, *(same for _, same in found)])])
    more = [_call_line(pen, report, same, want) for report, same in found[:10]]
    return pen.written(lines, more=tuple(more), suggestions=suggestions)


def _before(pen: Pen, found: Sequence[tuple[Report, Participant]], want: Wanted) -> Line:
    """`Before: 17 Nov 10:00 UTC poor, 10 Nov 10:00 UTC good.`"""
    line: list[Part] = ["Before: "]
    for place, (report, same) in enumerate(found[:MOST_LISTED]):
        at = report.subject.started_at
        line += [", " if place else "", pen.time(at) if at is not None else "time not known"]
        line.append(f" {LABELS[label_in(same, want, report)][1]}")
    rest = len(found) - MOST_LISTED
    return [*line, f" and {pen.count(rest, 'calls')} more." if rest > 0 else "."]


def _usual(now: Label, bad: int, before: int) -> str:
    """Compared in words only where something was rated before."""
    if not before or now is Label.UNRATED:
        return ""
    if now is Label.POOR:
        return "As before: " if 2 * bad >= before else "Worse than usual: "
    return "Better than usual: " if 2 * bad >= before else "As usual: "


def _now(pen: Pen, person: Participant, want: Wanted) -> list[Line]:
    found = spot(person, want, pen.facts.report)
    return [[f"In this call: {short(pen, found)}."]] if found is not None else []


def _pattern(pen: Pen, seen: Sequence[Participant]) -> str:
    if len(seen) < PATTERN_FROM:
        return f"That is {pen.count(len(seen), 'calls')} calls with this one: too few for a pattern."
    places = Counter(
        stream_words(p.decided_by.media, p.decided_by.direction)
        for p in seen
        if p.label is Label.POOR and p.decided_by is not None
    )
    if not places or places.most_common(1)[0][1] < PATTERN_FROM:
        return (
            f"No pattern in these {pen.count(len(seen), 'calls')} calls: no medium and direction was poor three times."
        )
    where, times = places.most_common(1)[0]
    counted = f"{pen.count(times, 'calls')} of {pen.count(len(seen), 'calls')}"
    return f"A pattern: {where} was what made it poor in {counted} calls."


def _call_line(pen: Pen, report: Report, person: Participant, want: Wanted) -> Line:
    at = report.subject.started_at
    when: list[Part] = [pen.time(at)] if at is not None else ["Time not known"]
    topic = typed(pen, report.subject.topic, 40) if report.subject.topic else "a call"
    return [*when, f", {topic}: {LABELS[label_in(person, want, report)][1]}."]


# --- a group's past --------------------------------------------------------------------------------------------------


def history_group(asked: Asked) -> Answer:
    """In how many stored calls somebody of the group was poor, newest first; from three calls on whether that lasts."""
    pen, facts, slots = Pen(asked.facts), asked.facts, asked.reading.slots
    want, days = wanted(slots, asked.turns), days_back(slots)
    note: list[Line] = []
    if not conditions(slots, facts.report):
        place = _worst_place(pen, want)
        if place is None:
            first = "Which place or group do you mean? Zoom tells no place of anybody poor in this call."
            return pen.written(
                [[first]], suggestions=("where was everyone joining from", "has Berlin had trouble before?")
            )
        slots = {**slots, "group": {"location": place}}
        note = [[f"You named no group, so I took {typed(pen, place)}, where it was worst in this call."]]
    said = " and ".join(one.said(pen) for one in conditions(slots, facts.report))
    rows = [(report, _members(report, slots)) for report in (facts.report, *stored_calls(facts, days))]
    seen = [(report, rated(people)) for report, people in rows if rated(people)]
    earlier = [row for row in seen if row[0] is not facts.report]
    if not earlier:
        lines = _nothing_stored(pen, f"Nobody who was {said} is rated in another stored call", days)
        here = [people for report, people in seen if report is facts.report]
        lines += (
            [[f"In this call {of_people(pen, len(poor(here[0])), len(here[0]))} of them were poor."]] if here else []
        )
        return pen.written([*lines, *note], suggestions=("where was everyone joining from", "who had it worst?"))
    bad = [row for row in seen if poor(row[1])]
    before = [row for row in bad if row[0] is not facts.report]
    first = f"{_how_often(pen, said, len(before), len(bad), len(seen))} of the last {pen.count(days, 'days')} days"
    first += ", this one included." if len(earlier) < len(seen) else ", this one not among them."
    lines = [[first], *note, *(_group_line(pen, *row) for row in seen[:MOST_LISTED])]
    if len(seen) < PATTERN_FROM:
        lines.append(["Fewer than three calls: too few for a pattern."])
    more = tuple(_group_line(pen, *row) for row in seen[MOST_LISTED : MOST_LISTED + 10])
    return pen.written(
        lines, more=more, suggestions=("where was everyone joining from", "is this berlin or is it zoom?")
    )


def _how_often(pen: Pen, said: str, before: int, bad: int, seen: int) -> str:
    calls = f"{pen.count(seen, 'calls')} stored calls"
    if not bad:
        return f"No: nobody {said} was poor in any of {calls}"
    if not before:
        return f"Not before: somebody {said} was poor in this call alone, of {calls}"
    return f"Yes: somebody {said} was poor in {pen.count(bad, 'calls')} of {calls}"


def _worst_place(pen: Pen, want: Wanted) -> str | None:
    report = pen.facts.report
    places = Counter(
        place
        for p in report.participants
        if label_in(p, want, report) is Label.POOR and (place := value_words("location", p))
    )
    return places.most_common(1)[0][0] if places else None


def _members(report: Report, slots: Mapping[str, Any]) -> list[Participant]:
    found = conditions(slots, report)
    return [p for p in report.participants if all_hold(found, p)]


def _group_line(pen: Pen, report: Report, people: Sequence[Participant]) -> Line:
    at = report.subject.started_at
    when: list[Part] = [pen.time(at)] if at is not None else ["Time not known"]
    here = " (this call)" if report is pen.facts.report else ""
    return [*when, f"{here}: {of_people(pen, len(poor(people)), len(people))} poor."]


ROWS = (
    Row(Intent.HISTORY_PARTICIPANT, history_participant, frozenset({Need.EARLIER, Need.PAST})),
    Row(Intent.HISTORY_GROUP, history_group, frozenset({Need.EARLIER, Need.PAST})),
)
