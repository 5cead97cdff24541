"""The checker of receipts, for tests of single answers: which printed numbers no receipt covers."""

from bot.questions.answer import Answer
from bot.questions.facts import Facts
from tests.questions.receipts import without_receipt


def numbers_without_receipt(answer: Answer, facts: Facts, question: str = "") -> list[str]:
    """Numbers of the lines and of *Show the numbers* that no receipt covers.

    Digits inside display names, devices, places, versions and topics of the calls are exempt, as are words of the
    question that hold some.
    """
    return without_receipt(answer, facts, question)
