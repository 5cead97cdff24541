"""The JSON of a leg: exact, versioned, and not in the event loop's way."""

import threading
from dataclasses import replace

import orjson
import pytest
from hypothesis import given

from bot.domain.model import Leg, Measured, Spread
from bot.errors import StoreError
from bot.store.legs import CHUNK, decode, encode, in_chunks
from tests.store.store_samples import leg, legs


@given(legs)
def test_a_leg_comes_back_exactly(given_leg: Leg) -> None:
    assert decode(encode(given_leg)) == given_leg


def test_not_measured_and_zero_stay_apart() -> None:
    spreads = (None, Spread(None, None, None), Spread(0, 0, 0))
    measured = tuple(Measured("audio_input", latency_ms=spread) for spread in spreads)
    back = decode(encode(leg(measured=measured))).measured
    assert [row.latency_ms for row in back] == list(spreads)


def test_no_opinion_of_zoom_and_an_empty_one_stay_apart() -> None:
    assert decode(encode(leg(zoom_says={}))).zoom_says == {}
    assert decode(encode(leg(zoom_says=None))).zoom_says is None


def test_a_body_says_its_version() -> None:
    assert orjson.loads(encode(leg()))["v"] == 1


def test_a_body_leaves_out_what_is_not_known() -> None:
    assert encode(Leg("16778240")) == b'{"v":1,"p":"16778240"}'


def test_a_body_from_before_peripherals_were_kept_still_loads() -> None:
    now = leg()
    assert now.attendance is not None
    body = orjson.loads(encode(now))
    before = orjson.dumps({**body, "a": body["a"][:15]})
    bare = replace(now.attendance, microphone=None, speaker=None, camera=None)
    assert decode(before) == replace(now, attendance=bare)
    assert len(orjson.loads(encode(replace(now, attendance=bare)))["a"]) == 15


def test_a_lone_surrogate_in_a_name_does_not_keep_the_leg_from_being_stored() -> None:
    hostile = leg(name="\ud83dAnn", attendance=replace(leg().attendance, name="Ann\udfff"))
    back = decode(encode(hostile))
    assert (back.name, back.attendance and back.attendance.name) == ("\ufffdAnn", "Ann\ufffd")
    assert back.measured == hostile.measured


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_is_none_counts_as_not_measured(number: float) -> None:
    back = decode(encode(leg(wifi_rssi_dbm=Spread(number, -60.0, number))))
    assert back.wifi_rssi_dbm == Spread(None, -60.0, None)


def test_a_body_of_a_newer_version_is_refused() -> None:
    with pytest.raises(StoreError) as caught:
        decode(b'{"v":2,"p":"16778240"}')
    assert caught.value.slug == "store_newer"


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"{}", b'{"v":1}', b'{"v":1,"p":"1","c":[1]}', b'{"v":1,"p":"1","m":[1]}']
)
def test_a_damaged_body_is_a_store_error(body: bytes) -> None:
    with pytest.raises(StoreError) as caught:
        decode(body)
    assert caught.value.slug == "store_failed"


async def test_many_legs_are_turned_in_order_and_outside_the_event_loop() -> None:
    used: set[int] = set()

    def convert(n: int) -> int:
        used.add(threading.get_ident())
        return -n

    count = CHUNK * 3 + 1
    assert await in_chunks(convert, range(count)) == [-n for n in range(count)]
    assert threading.get_ident() not in used


async def test_few_legs_are_turned_without_a_thread() -> None:
    assert await in_chunks(lambda _: threading.get_ident(), [1, 2]) == [threading.get_ident()] * 2
