"""The weekly sync of the example questions, asked by reading: a test names intent, slots and people."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from bot.blocks.lines import said
from bot.questions.answer import Answer
from bot.questions.answering import BY_INTENT
from bot.questions.asked import Intent, Reading, Turn
from bot.questions.facts import Facts
from bot.questions.row import Asked
from tests.questions.weekly_sync import facts
from tests.questions_unit.receipts import numbers_without_receipt

NOT_RATED = "Not rated, so neither good nor bad: +49 30 ***12 (nothing measured)."
weekly = lru_cache(maxsize=4)(facts)


def key_of(name: str, among: Facts | None = None) -> str:
    known = among or weekly()
    return next(p.key for p in known.report.participants if p.name == name)


def ask(intent: Intent, *people: str, among: Facts | None = None, turns: Sequence[Turn] = (), **slots: Any) -> Answer:
    """`people` by name. The answer has a receipt for every number, or the test fails."""
    known = among or weekly()
    keys = tuple(key_of(name, known) for name in people)
    if people and "participant" not in slots and "participants" not in slots:
        slots |= {"participant": people[0]} if len(people) == 1 else {"participants": list(people)}
    answer = BY_INTENT[intent].answer(Asked(Reading(intent, slots, people=keys), known, turns))
    assert numbers_without_receipt(answer, known) == []
    return answer


def first(answer: Answer) -> str:
    return lines(answer)[0]


def lines(answer: Answer) -> list[str]:
    return ["".join(said(part) for part in line) for line in answer.lines]
