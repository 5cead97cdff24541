"""Whom an answer is about when the question leaves it open, and the words that say so. Matches no names."""

from dataclasses import dataclass

from bot.domain.model import Label, Participant, Report
from bot.questions.asked import ASKER
from bot.questions.facts import Facts
from bot.questions.filters import conditions
from bot.questions.row import Asked


@dataclass(frozen=True, slots=True)
class Whom:
    """`because` is said with the answer where nobody was named; empty where somebody was."""

    people: tuple[Participant, ...]
    because: str = ""

    @property
    def first(self) -> Participant | None:
        return self.people[0] if self.people else None


def named(asked: Asked) -> tuple[Participant, ...]:
    """Whom the question names, by name, role or pronoun."""
    return tuple(asked.facts.people[key] for key in asked.reading.people if key in asked.facts.people)


def group(asked: Asked) -> tuple[Participant, ...]:
    """Everybody of the place or kind that the question is limited to; empty where it is not limited."""
    wanted = {key: asked.reading.slots[key] for key in ("group", "filter") if key in asked.reading.slots}
    found = conditions(wanted, asked.facts.report)
    return tuple(p for p in asked.facts.report.participants if found and all(one.holds(p) for one in found))


def meant(asked: Asked) -> tuple[Participant, ...]:
    """Who is named, else the group; empty: everybody."""
    return named(asked) or group(asked)


def whom(asked: Asked) -> Whom:
    """Who is named, else whom the thread spoke of last, else whoever had it worst."""
    people = named(asked)
    if people:
        return Whom(people)
    for turn in reversed(asked.turns):
        last = tuple(asked.facts.people[key] for key in turn.people if key in asked.facts.people)
        if last:
            return Whom(last[:1], "the last one mentioned")
    worst = worst_of(asked.facts.report)
    return Whom((worst,), "who had it worst") if worst is not None else Whom(())


def worst_of(report: Report) -> Participant | None:
    """The worst rated person; None where nobody is rated."""
    rated = [p for p in report.participants if p.label is not Label.UNRATED]
    return min(rated, key=lambda p: 100 if p.score is None else p.score, default=None)


def not_found(asked: Asked) -> str | None:
    """Why the person that the question means is not among the people of the call; None where nobody is missing."""
    wanted = asked.reading.slots.get("participant")
    if asked.reading.people:
        return None
    if wanted == ASKER:
        return _not_you(asked.facts)
    if isinstance(wanted, dict):
        return f"Zoom's data do not say who had that role in this {asked.facts.report.subject.kind}."
    return None


def _not_you(facts: Facts) -> str:
    kind = facts.report.subject.kind
    if not facts.asker_known:
        return "I don't know the e-mail address of your Slack account, so I can't tell which participant you are."
    return f"I can't find you in this {kind}'s data: nobody in it has the e-mail address of your Slack account."
