"""From a reading and the facts to an answer: asks back where somebody must choose, else its intent's row answers."""

from collections.abc import Sequence
from dataclasses import replace

from bot.blocks.names import person_name
from bot.questions.answer import Answer
from bot.questions.answers import ROWS
from bot.questions.asked import Clarify, Intent, Reading, Turn
from bot.questions.facts import Facts, Need
from bot.questions.pen import Pen
from bot.questions.row import Asked
from bot.questions.told_apart import told_apart

NUMBERS = "show the raw numbers"
BY_INTENT = {row.intent: row for row in ROWS}


def needs(reading: Reading) -> frozenset[Need]:
    """What is to be read before `answered` is called; nothing where it will ask back."""
    return frozenset() if reading.clarify else BY_INTENT[reading.intent].needs


def answered(reading: Reading, facts: Facts, turns: Sequence[Turn] = ()) -> Answer:
    """The answer, never empty but for a reaction. A pure function."""
    if reading.clarify is not None:
        return _asked_back(reading.clarify, facts)
    if reading.absent and not reading.people and reading.intent is not Intent.OUT_OF_SCOPE:
        return _nobody(reading, facts)
    answer = _without_repeats(BY_INTENT[reading.intent].answer(Asked(reading, facts, turns)))
    notes = [*_absent_note(reading), *([reading.remark] if reading.remark else [])]
    if not notes or answer.reaction:
        return answer
    suggestions = answer.suggestions
    if reading.instead and reading.instead not in suggestions:
        suggestions = (reading.instead, *suggestions)[:3]
    return replace(answer, lines=(*answer.lines, *([note] for note in notes)), suggestions=suggestions)


def _without_repeats(answer: Answer) -> Answer:
    """*Show the numbers* stands there already."""
    if not answer.more or NUMBERS not in answer.suggestions:
        return answer
    return replace(answer, suggestions=tuple(one for one in answer.suggestions if one != NUMBERS))


def turn_of(asker: str, text: str, reading: Reading, answer: Answer) -> Turn:
    """What the thread remembers of it."""
    clarify = tuple(key for key, _ in answer.clarify)
    people = reading.people if clarify else answer.people or reading.people
    return Turn(asker, text, reading.intent, reading.slots, people, clarify)


def _asked_back(asked: Clarify, facts: Facts) -> Answer:
    pen, typed = Pen(facts), person_name(asked.typed) or "that"
    choices = told_apart([facts.people[key] for key in asked.candidates], facts)
    for key in asked.candidates:
        pen.name(key)
    listed = _or([words for _, words in choices])
    first = f'Nobody here is called "{typed}". Did you mean {listed}?' if asked.near else f"Which {typed}: {listed}?"
    return pen.written([[first]], clarify=tuple((key, facts.names[key]) for key, _ in choices))


def _nobody(reading: Reading, facts: Facts) -> Answer:
    pen = Pen(facts)
    typed = " or ".join(f'"{name}"' for name in _typed(reading))
    lines = [[f"Nobody called {typed} is in this {facts.report.subject.kind}'s data, and no name comes near."]]
    return pen.written(lines, suggestions=("who had it worst?", "who was in it?"))


def _absent_note(reading: Reading) -> list[str]:
    return [f'Nobody called "{name}" is in the data.' for name in _typed(reading)] if reading.people else []


def _typed(reading: Reading) -> list[str]:
    return [person_name(name) or "that" for name in reading.absent]


def _or(words: Sequence[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
