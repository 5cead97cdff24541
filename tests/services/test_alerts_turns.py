"""Whose turn it is: what is near to an alert goes first, and everything has its turn."""

from hypothesis import given
from hypothesis import strategies as st

from bot.alert_ports import CallId, DueCall
from bot.domain.model import CallUuid, Kind
from bot.services.turns import COST_SHARE, Turns


def due(count: int) -> list[DueCall]:
    return [DueCall(Kind.MEETING, CallUuid(f"{n}"), 1) for n in range(count)]


def call(n: int) -> CallId:
    return CallId(Kind.MEETING, CallUuid(f"{n}"))


def looked_at(count: int) -> Turns:
    """All of them were, and found far from any alert."""
    turns = Turns()
    for n in range(count):
        turns.found(call(n), 0)
    return turns


def test_what_is_near_to_an_alert_goes_first_and_half_the_places_are_for_those_who_wait_longest() -> None:
    turns = looked_at(100)
    for n, poor in ((90, 1), (95, 2), (97, 1), (98, 1)):
        turns.found(call(n), poor)
    assert [one.uuid for one in turns.next(due(100), 0.0, 6)] == ["95", "90", "97", "0", "1", "2"]
    turns.found(call(95), 0)
    assert [one.uuid for one in turns.next(due(100), 0.0, 2)] == ["98", "3"]


def test_a_call_that_was_never_looked_at_does_not_wait_for_the_others() -> None:
    assert [one.uuid for one in looked_at(100).next(due(101), 0.0, 2)] == ["100", "0"]


def test_who_waits_keeps_the_place_whatever_the_store_names_first() -> None:
    turns = looked_at(10)
    assert [one.uuid for one in turns.next(due(5)[3:], 0.0, 1)] == ["3"]
    assert [one.uuid for one in turns.next(due(5), 0.0, 2)] == ["4", "0"]


def test_a_costly_look_is_repeated_late_and_holds_up_no_other() -> None:
    turns = Turns()
    turns.looked({call(0): 0.9, call(1): 0.1}, began=10.0, ended=12.0)
    first = 12.0 + COST_SHARE * 0.2
    assert turns.next(due(2), 12.0, 10) == [] and abs(turns.wait_s(due(2), 12.0) - (first - 12.0)) < 1e-9
    assert [one.uuid for one in turns.next(due(3), first + 0.01, 10)] == ["1", "2"]
    assert len(turns.next(due(3), 12.0 + COST_SHARE * 1.8 + 0.01, 10)) == 3


@given(st.integers(1, 60), st.dictionaries(st.integers(0, 59), st.integers(1, 9)), st.integers(2, 12))
def test_everything_has_its_turn_however_near_others_are(count: int, near: dict[int, int], most: int) -> None:
    turns, waiting, rounds = looked_at(count), due(count), 0
    for n, poor in near.items():
        turns.found(call(n), poor)
    pressing = {call(n) for n in near}
    while any(one.id not in pressing for one in waiting):
        looked = {one.id for one in turns.next(waiting, 0.0, most)}
        assert len(looked) == min(most, len(waiting))
        # Those near to an alert change again at once.
        waiting = [one for one in waiting if one.id not in looked or one.id in pressing]
        rounds += 1
        assert rounds <= 2 * count
