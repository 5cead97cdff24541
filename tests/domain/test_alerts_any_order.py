"""Late, repeated, shuffled and jumping: the same facts end in the same card, and nothing is posted twice."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.alert_card import Phase
from bot.domain.alert_rule import judge_alert
from bot.domain.alerts import Act, AlertState, Decision, step
from bot.domain.minutes import Minute
from bot.domain.model import Report
from bot.domain.subscriptions import DEFAULT_RULE, Rule
from tests.domain.alert_builders import BERLIN, at, berlin, crowd, live, report, until

PEOPLE = [*crowd("....", BERLIN, 200), *crowd(".......")]


def run(state: AlertState, judged: Report, records: Sequence[Minute], now: float) -> tuple[AlertState, Decision]:
    return step(state, judge_alert(judged, records, DEFAULT_RULE), judged, at(now))


FACTS = [("leave", str(200 + n)) for n in range(4)] + [("leave", str(100 + n)) for n in range(7)] + [("end", "")]
TEXT = "..xxxx..xxx....."


def told(seen: set[tuple[str, str]], records: Sequence[Minute], newest: float) -> Report:
    """The call as told by a set of facts: who has left, whether it ended."""
    legs = [
        leg if ("leave", leg.participant_id) in seen else replace(leg, measured=(), has_summary=False)
        for leg in [*crowd("xxxx", BERLIN, 200), *crowd(".......")]
    ]
    ended = 45.0 if ("end", "") in seen else None
    return report(legs, ended=ended, as_of=newest)


@given(st.randoms(use_true_random=False), st.booleans())
@settings(max_examples=12, deadline=None)
def test_any_order_of_the_same_facts_ends_in_the_same_final_card(chance: random.Random, by_minute: bool) -> None:
    records = berlin(TEXT) if by_minute else []
    facts: list[Minute | tuple[str, str]] = [*FACTS, *records, *FACTS[:3], *records[:5]]
    chance.shuffle(facts)
    seen: set[tuple[str, str]] = set()
    known: list[Minute] = []
    state, posts = AlertState(), 0
    for place, fact in enumerate(facts):
        if isinstance(fact, Minute):
            known.append(fact)
        else:
            seen.add(fact)
        state, decision = run(state, told(seen, known, place / 1000), known, 46)
        posts += decision.act is Act.POST
    in_order, _ = run(AlertState(), told(set(FACTS), records, 1), records, 46)
    assert posts == 1
    assert state.card == in_order.card
    assert state.card and state.card.phase is Phase.FINAL and state.card.whole_affected == 4


@given(st.text(alphabet=".~x ", min_size=1, max_size=30), st.integers(1, 5))
@settings(max_examples=40, deadline=None)
def test_there_is_never_a_second_post(text: str, needed: int) -> None:
    rule, state, posts = Rule(minutes=needed), AlertState(), 0
    records = berlin(text)
    for now in range(1, len(text) + 1):
        judged = live(PEOPLE, now)
        for _ in range(2):
            state, decision = step(state, judge_alert(judged, until(records, now), rule), judged, at(now))
            posts += decision.act is Act.POST
    assert posts <= 1
    assert (posts == 1) is (state.posted_at is not None)


@pytest.mark.parametrize("hours", [-5, 5])
def test_a_clock_that_jumps_posts_nothing_twice(hours: int) -> None:
    state, _ = run(AlertState(), live(PEOPLE, 5), berlin("xxxxx"), 5)
    judged = live(PEOPLE, 5)
    reading = judge_alert(judged, berlin("xxxxx"), DEFAULT_RULE)
    again, decision = step(state, reading, judged, at(5) + timedelta(hours=hours))
    assert decision.act is Act.NOTHING and again == state
