"""The wrong person was taken: the last answer again for the other one of that name. Matches no names by sound."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.domain.model import Participant
from bot.questions.answer import Answer
from bot.questions.asked import Intent, Reading, Turn
from bot.questions.facts import Facts, Need
from bot.questions.fields import plain
from bot.questions.pen import Pen
from bot.questions.row import Asked, Row
from bot.questions.spot_words import safe
from bot.questions.told_apart import told_apart
from bot.questions.whom import named

NO_REPEAT = frozenset({Intent.CORRECT_REFERENCE, Intent.SMALLTALK, Intent.OUT_OF_SCOPE})
MOST_CHOICES = 5
SUGGESTED = ("where was everyone joining from", "who had it worst?")


def correction_row(rows: Sequence[Row]) -> Row:
    """The row that answers by one of `rows`: which one the thread knows."""
    answers = {row.intent: row for row in rows}

    def correct_reference(asked: Asked) -> Answer:
        last = next((turn for turn in reversed(asked.turns) if turn.intent not in NO_REPEAT), None)
        shown = _shown(asked.turns)
        others = named(asked) or _others(asked, shown)
        if len(others) != 1:
            return _which(asked, others, shown)
        other = others[0]
        intent = last.intent if last is not None and last.intent in answers else Intent.PARTICIPANT_DETAIL
        slots = _slots(last, shown, other, asked.facts)
        people = _people(last, shown, other, asked.facts) if last is not None else (other.key,)
        again = answers[intent].answer(Asked(Reading(intent, slots, people=people), asked.facts, asked.turns))
        ((_, words),) = told_apart([other], asked.facts)
        first = [f"{words}, then. ", *again.lines[0]] if again.lines else [f"{words}, then."]
        rest = tuple(key for key in again.people if key != other.key)
        return replace(again, lines=(first, *again.lines[1:]), people=(other.key, *rest))

    return Row(Intent.CORRECT_REFERENCE, correct_reference, frozenset(Need))


def _shown(turns: Sequence[Turn]) -> tuple[str, ...]:
    """Whom the last answer named, first of all."""
    return next((turn.people for turn in reversed(turns) if turn.people), ())


def _others(asked: Asked, shown: Sequence[str]) -> tuple[Participant, ...]:
    """The others of the name that is meant: of those who were to choose from, else of the same first name."""
    people = asked.facts.people
    choices = next((turn.clarify for turn in reversed(asked.turns) if turn.clarify), ())
    left = tuple(people[key] for key in choices if key in people and key not in shown[:1])
    if left:
        return left
    said = asked.reading.slots.get("participant")
    first = said.split("#")[0] if isinstance(said, str) else ""
    if plain(first) in {"", "last_mentioned", "@asker"} and shown and shown[0] in people:
        first = people[shown[0]].name or ""
    word = plain(first).split(" ")[0]
    alike = (p for p in people.values() if word and plain(p.name or "").split(" ")[0] == word)
    return tuple(p for p in alike if p.key not in shown[:1])


def _which(asked: Asked, others: Sequence[Participant], shown: Sequence[str]) -> Answer:
    pen = Pen(asked.facts)
    if others:
        choices = told_apart(others[:MOST_CHOICES], asked.facts)
        listed = " or ".join(words for _, words in choices)
        for key, _ in choices:
            pen.name(key)
        return pen.written([[f"Which one: {listed}?"]], clarify=tuple((k, asked.facts.names[k]) for k, _ in choices))
    said = asked.reading.slots.get("participant")
    word = safe(said.split("#")[0]) if isinstance(said, str) and not said.startswith(("@", "last_")) else None
    if shown and shown[0] in asked.facts.people:
        name = pen.name(shown[0])
        first = f"There is nobody else here whose first name is that of {name}. Whom do you mean?"
    else:
        first = (
            f"There is no other {word} here. Whom do you mean?" if word and not _digits(word) else "Whom do you mean?"
        )
    return pen.written(
        [[first, " Ask by the full name."]], suggestions=("where was everyone joining from", "who had it worst?")
    )


def _digits(word: str) -> bool:
    return any(char.isdigit() for char in word)


def _slots(last: Turn | None, shown: Sequence[str], other: Participant, facts: Facts) -> Mapping[str, Any]:
    """The last slots with the other person in the place of the wrong one."""
    name = other.name or facts.names[other.key]
    slots = dict(last.slots) if last is not None else {}
    listed = slots.get("participants")
    if isinstance(listed, list | tuple):
        wrong = {facts.people[key].name for key in shown[:1] if key in facts.people}
        slots["participants"] = [name if one in wrong else one for one in listed]
    else:
        slots["participant"] = name
    return slots


def _people(last: Turn, shown: Sequence[str], other: Participant, facts: Facts) -> tuple[str, ...]:
    """Several people of the last question stay several; of one it is the other one alone."""
    if not isinstance(last.slots.get("participants"), list | tuple):
        return (other.key,)
    kept = tuple(key for key in last.people if key in facts.people and key not in shown[:1] and key != other.key)
    return (other.key, *kept)[: max(2, len(last.slots["participants"]))]
