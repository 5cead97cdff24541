"""This call beside another instance of its number: people poor, causes, who was poor both times. No longer past.

A person is found again by e-mail, which is never shown.
"""

import re
from datetime import date, timedelta
from typing import Any

from bot.blocks.lines import Line, Part
from bot.blocks.words import CAUSES, LABELS
from bot.domain.model import Label, Participant, Report
from bot.questions.answer import Answer
from bot.questions.answers.groups import group_of
from bot.questions.asked import Intent
from bot.questions.facts import Facts, Need
from bot.questions.one_person import called
from bot.questions.pen import Pen
from bot.questions.phrasing import names, of_people, poor
from bot.questions.row import Asked, Row
from bot.questions.spots import Wanted, label_in, wanted
from bot.questions.whom import named

WEEK = timedelta(days=7)
KEPT = "A call is stored once somebody asked about it here, or once Zoom's events told of it"
SUGGESTED = ("who had it worst?", "is all the data in?")


def compare_meetings(asked: Asked) -> Answer:
    """Better or worse than the instance that is meant, in people poor of those rated, then causes and people."""
    pen, facts = Pen(asked.facts), asked.facts
    if not facts.earlier:
        first = "No earlier instance of this call is stored, so there is nothing to compare with."
        return pen.written([[first], [f"{KEPT}; ask again after the next one."]], suggestions=SUGGESTED)
    then, exact = _instance(facts, asked.reading.slots.get("target"))
    now, want = facts.report, wanted(asked.reading.slots, asked.turns)
    lines: list[Line] = [_better_or_worse(pen, now, then, want)]
    if not exact:
        lines.append(["None of the day you named is stored; this is the nearest."])
    lines += [_persons(pen, asked, person, then, want) for person in named(asked)[:2]]
    lines.append([_main_cause(now, then)])
    again = [p for p in poor(now.participants) if (same := again_in(then, p)) and same.label is Label.POOR]
    lines.append([f"Poor both times: {names(pen, again)}." if again else "Nobody known was poor both times."])
    stored = (
        f"{pen.count(len(facts.earlier), 'calls')} earlier {'one is' if len(facts.earlier) == 1 else 'ones are'} stored"
    )
    return pen.written([*lines, [f"{stored} of this number."]], suggestions=("who had it worst?", "why?"))


def _instance(facts: Facts, target: Any) -> tuple[Report, bool]:
    """The instance meant and whether it is of the day meant: a date, a week ago, else the one before."""
    dated = [(one.subject.started_at, one) for one in facts.earlier if one.subject.started_at is not None]
    if not isinstance(target, str) or not dated:
        return facts.earlier[0], True
    named_day = re.search(r"\d{4}-\d\d-\d\d", target)
    start = facts.report.subject.started_at or facts.now
    if named_day is not None:
        try:
            day = date.fromisoformat(named_day[0])
        except ValueError:
            return facts.earlier[0], False
        nearest = min(dated, key=lambda pair: abs((pair[0].astimezone(facts.zone).date() - day).days))
        return nearest[1], nearest[0].astimezone(facts.zone).date() == day
    if "week" in target:
        nearest = min(dated, key=lambda pair: abs(pair[0] - (start - WEEK)))
        return nearest[1], True
    return facts.earlier[0], True


def _better_or_worse(pen: Pen, now: Report, then: Report, want: Wanted) -> Line:
    one, two = group_of(pen, "now", now.participants, want), group_of(pen, "then", then.participants, want)
    at = then.subject.started_at
    when: list[Part] = ["the one of ", pen.time(at)] if at is not None else ["the one before"]
    if not one.rated or not two.rated:
        which = "this call" if not one.rated else "that one"
        return ["Nothing to compare with ", *when, f": nobody in {which} is rated."]
    word = "Worse than " if one.share > two.share else "Better than " if one.share < two.share else "About like "
    share = pen.derived(100 * one.share, "%", "share"), pen.derived(100 * two.share, "%", "share")
    counts = f"{of_people(pen, one.poor, one.rated)} rated people were poor now ({share[0]})"
    return [word, *when, f": {counts}, {of_people(pen, two.poor, two.rated)} then ({share[1]})."]


def _persons(pen: Pen, asked: Asked, person: Participant, then: Report, want: Wanted) -> Line:
    name, same = called(asked, pen, person), again_in(then, person)
    if same is None:
        return [f"{name} is not known to have been in that one."]
    now_label, then_label = label_in(person, want, pen.facts.report), label_in(same, want, then)
    return [f"{name}: {LABELS[now_label][1]} now, {LABELS[then_label][1]} then."]


def _main_cause(now: Report, then: Report) -> str:
    words = [CAUSES.get(report.verdict.cause, "none found") for report in (now, then)]
    if words[0] == words[1] != "none found":
        return f"Likely main cause both times: {words[0]}."
    return f"Likely main cause now: {words[0]}; then: {words[1]}."


def again_in(report: Report, person: Participant) -> Participant | None:
    """The same person in another call, by e-mail; None where Zoom gives none of theirs."""
    if person.email is None or "@" not in person.email:
        return None
    wanted_email = person.email.casefold()
    return next((p for p in report.participants if p.email and p.email.casefold() == wanted_email), None)


ROWS = (Row(Intent.COMPARE_MEETINGS, compare_meetings, frozenset({Need.EARLIER})),)
