"""Whatever is typed is read: no exception, no long time, no surprise."""

import string
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.questions.asked import Intent, Reading
from tests.builders import participant, report
from tests.questions_unit.understanding_call import ask, turn

TYPED = "who was the worst and why 5% >200ms Kofi chris at 10:22 he both last 15 mins other wifi <@U1> ``` \u202e 🙂 à"
WORDS = TYPED.split()


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text: str) -> None:
    assert isinstance(ask(text), Reading)


@given(st.lists(st.sampled_from(WORDS), max_size=15))
@settings(max_examples=150, deadline=None)
def test_any_words_of_the_field_are_read_with_any_thread(words: list[str]) -> None:
    before = turn("which?", Intent.CAUSE, ["kofi"], slots={"participant": "Chris"}, clarify=["chris.mueller", "tom"])
    assert isinstance(ask(" ".join(words), before), Reading)


@pytest.mark.parametrize(
    "text", ["", "   ", "🙂🙂", "?!", ":tada:", "\0\0", "```\ncode()\n```", "שלום מה קורה", "谁的网络最差"]
)
def test_nothing_to_go_by_is_out_of_scope_or_talk(text: str) -> None:
    assert not ask(text).in_scope


def test_four_thousand_characters_take_no_time() -> None:
    for text in ("who was worst " * 300, "a" * 4_000, "Kofi " * 800, string.punctuation * 120, "the the " * 600):
        started = perf_counter()
        ask(text[:4_000])
        assert perf_counter() - started < 2


def test_a_call_of_a_thousand_people_is_read_quickly() -> None:
    call = report([participant(str(n), f"Person{n} Surname{n * 7}") for n in range(1_000)])
    ask("warm up", call=call)
    texts = (
        "who had it worst?",
        "what about persno12",
        "compare Person7 and Surname70",
        "why was Zork bad",
        "wich was wrost",
    )
    started = perf_counter()
    for text in texts:
        ask(text, call=call)
    assert (perf_counter() - started) / len(texts) < 0.05
