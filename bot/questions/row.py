"""One row per question that can be answered: which intent, from which facts, by which function."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.questions.answer import Answer
from bot.questions.asked import Intent, Reading, Turn
from bot.questions.facts import Facts, Need


@dataclass(frozen=True, slots=True)
class Asked:
    """What an answer is computed from. `turns`: what was asked in the thread before, oldest first."""

    reading: Reading
    facts: Facts
    turns: Sequence[Turn] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """`needs`: what must be read before, beside the report; the answer says so where it came to nothing."""

    intent: Intent
    answer: Callable[[Asked], Answer]
    needs: frozenset[Need] = frozenset()
