"""The wordings that the bot learns from, as hurried, polite, angry and non-native people type them, are read again."""

from collections import Counter

import pytest

from bot.questions.asked import Intent
from bot.questions.intents import LEFT_OUT
from bot.questions.wordings import WORDINGS
from tests.questions_unit.understanding_call import ask

READ_AGAIN_PCT = 97
READ_UNKNOWN_PCT = 80
"""Some wordings stand between two meanings; what is far from all others cannot be read from them."""


def test_the_wordings_are_read_as_what_they_mean() -> None:
    wrong = [(text, intent) for intent, text in WORDINGS if ask(text).intent is not intent]
    assert 100 * (1 - len(wrong) / len(WORDINGS)) >= READ_AGAIN_PCT, wrong


def test_a_wording_that_nobody_foresaw_is_mostly_read_too() -> None:
    """Each of every fifth is asked as if it did not stand there."""
    wrong = []
    for intent, text in WORDINGS[::5]:
        left_out = LEFT_OUT.set(text)
        try:
            if ask(text).intent is not intent:
                wrong.append((text, intent))
        finally:
            LEFT_OUT.reset(left_out)
    assert 100 * (1 - len(wrong) / len(WORDINGS[::5])) >= READ_UNKNOWN_PCT, wrong


@pytest.mark.parametrize("intent", list(Intent))
def test_every_intent_has_wordings_and_none_stands_twice(intent: Intent) -> None:
    texts = Counter(" ".join(text.casefold().split()) for one, text in WORDINGS if one is intent)
    assert len(texts) >= 15
    assert not [text for text, times in texts.items() if times > 1]
