"""Answers about people and groups, on any call, slots and thread: a helpful line, receipts, never an address."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.blocks.lines import said
from bot.questions.answer import Answer
from bot.questions.answering import BY_INTENT
from bot.questions.asked import Intent
from bot.questions.facts import Facts
from bot.questions.row import Asked
from tests.questions_unit.asking_the_weekly_sync import lines
from tests.questions_unit.generated_calls import calls, nobody_in, readings, threads
from tests.questions_unit.receipts import numbers_without_receipt

INTENTS = (
    Intent.RANK_PARTICIPANTS,
    Intent.LIST_FILTER,
    Intent.COUNT,
    Intent.SCOPE_CHECK,
    Intent.PARTICIPANT_DETAIL,
    Intent.DEVICE_INFO,
    Intent.NETWORK_INFO,
    Intent.REJOIN_CHECK,
    Intent.DURATION_BAD,
    Intent.NETWORK_SAME,
    Intent.COMPARE_PARTICIPANTS,
    Intent.COMPARE_GROUPS,
    Intent.GROUP_BREAKDOWN,
    Intent.COMPARE_DIRECTION,
    Intent.COMPARE_MEDIA,
    Intent.COMPARE_MEETINGS,
    Intent.HISTORY_PARTICIPANT,
    Intent.HISTORY_GROUP,
    Intent.CORRECT_REFERENCE,
)
EMAIL = re.compile(r"[\w.]+@[\w.]+\.\w+")


def checked(answer: Answer, facts: Facts) -> None:
    text = "\n".join([answer.text, *("".join(said(part) for part in line) for line in answer.more)])
    assert answer.lines and all(line.strip() for line in lines(answer)), lines(answer)
    assert (missing := numbers_without_receipt(answer, facts)) == [], f"{missing} in {text!r}"
    assert not EMAIL.search(text), text
    assert "192.0.2" not in text and "f8:5e" not in text and "!" not in text.replace("<!here>", ""), text
    assert not re.search(r"\b(?:nan|inf|None(?! of))\b", text), text
    assert set(answer.people) <= set(facts.people) and len(answer.suggestions) <= 3


@pytest.mark.parametrize("intent", INTENTS)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_any_reading_of_any_call_has_a_helpful_line_and_receipts(intent: Intent, data: st.DataObject) -> None:
    facts = data.draw(calls())
    reading, turns = data.draw(readings(intent, facts)), data.draw(threads(facts))
    checked(BY_INTENT[intent].answer(Asked(reading, facts, turns)), facts)
    checked(BY_INTENT[intent].answer(Asked(reading, nobody_in(facts), turns)), nobody_in(facts))
