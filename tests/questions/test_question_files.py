"""The question files are sound, and what they measure is not under the floor. Quotes no unseen question."""

from collections import Counter

import pytest

from bot.questions.asked import Intent
from tests.questions.evaluation import Outcome, evaluate
from tests.questions.floor import FLOOR, below
from tests.questions.printing import document, table
from tests.questions.rows import SEEN, UNSEEN, complaints, load
from tests.questions.weekly_sync import facts


@pytest.fixture(scope="module")
def outcomes() -> tuple[Outcome, ...]:
    return evaluate(load())


def test_every_row_is_sound_and_stands_where_it_belongs() -> None:
    assert complaints() == []


def test_there_are_enough_questions_of_enough_habits() -> None:
    rows = load()
    assert len(rows) >= 250
    assert len({row.file for row in rows}) >= 6


def test_about_a_quarter_is_unseen() -> None:
    parts = Counter(row.part for row in load())
    assert 0.2 <= parts[UNSEEN] / parts.total() <= 0.3


def test_every_intent_is_asked_for() -> None:
    count = Counter(row.intent for row in load())
    assert {intent for intent in Intent if count[intent] < 3} == set()


def test_whoever_is_to_be_chosen_from_is_in_the_call() -> None:
    names = set(facts().names.values())
    assert {name for row in load() for name in row.clarify or ()} <= names


def test_what_is_reached_is_not_under_the_floor(outcomes: tuple[Outcome, ...]) -> None:
    assert below(outcomes) == []


def test_every_number_of_every_answer_has_a_receipt(outcomes: tuple[Outcome, ...]) -> None:
    assert Counter(one.row.file for one in outcomes if one.unreceipted) == Counter()


def test_no_question_raises(outcomes: tuple[Outcome, ...]) -> None:
    assert {f"{one.row.part}/{one.row.file}: {one.error}" for one in outcomes if one.error} == set()


def test_both_parts_are_printed_apart(outcomes: tuple[Outcome, ...]) -> None:
    lines = [line.split()[0] for line in table(outcomes)[1:]]
    assert [line for line in lines if line in FLOOR] == [SEEN, UNSEEN]
    assert set(document(outcomes)) == {SEEN, UNSEEN}
