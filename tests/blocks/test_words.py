"""Numbers, times and terms as people read them."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.blocks.lines import said
from bot.blocks.words import (
    CAUSES,
    amount,
    average_and_max,
    duration,
    instant,
    meeting_number,
    network,
    people,
    stream_words,
    window,
)
from bot.domain.model import Direction, Media, Spread

NOW = datetime(2026, 11, 24, 10, 52, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (7.94, "%", "7.9 %"),
        (9.96, "%", "10 %"),
        (22.4, "%", "22 %"),
        (0, "%", "0 %"),
        (0.04, "%", "<0.1 %"),
        (0.1, "%", "0.1 %"),
        (61.4, "ms", "61 ms"),
        (1234.4, "kbps", "1,234 kbps"),
        (None, "ms", "not measured"),
        (float("nan"), "ms", "not measured"),
        (float("inf"), "%", "not measured"),
    ],
)
def test_a_number_has_its_unit_and_no_false_precision(value: float | None, unit: str, words: str) -> None:
    assert amount(value, unit) == words


@pytest.mark.parametrize(
    ("value", "unit", "limit", "words"),
    [
        (5.04, "%", 5, "5.04 %"),
        (5, "%", 5, "5.0 %"),
        (7.94, "%", 5, "7.9 %"),
        (10.2, "%", 10, "10.2 %"),
        (150.4, "ms", 150, "150.4 ms"),
        (149.96, "ms", 150, "149.96 ms"),
        (212.4, "ms", 150, "212 ms"),
        (6.97, "fps", 7, "6.97 fps"),
        (0.02, "%", 2, "<0.1 %"),
        (None, "ms", 150, "not measured"),
    ],
)
def test_a_number_beside_its_limit_stands_on_its_side_of_it(
    value: float | None, unit: str, limit: float, words: str
) -> None:
    assert amount(value, unit, limit) == words


@pytest.mark.parametrize(
    ("spread", "words"),
    [
        (Spread(0, 7.9, 22), "7.9 % (max 22)"),
        (Spread(None, 7.9, None), "7.9 %"),
        (Spread(None, None, 22), "not measured"),
        (None, "not measured"),
    ],
)
def test_an_average_has_its_maximum_in_brackets(spread: Spread | None, words: str) -> None:
    assert average_and_max(spread, "%") == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("85812345678", "858 1234 5678"),
        ("8123456789", "812 345 6789"),
        ("812345678", "812 345 678"),
        ("abc==", "abc=="),
    ],
)
def test_a_meeting_number_is_grouped_as_zoom_prints_it(number: str, words: str) -> None:
    assert meeting_number(number) == words


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(seconds=45), "45 s"),
        (timedelta(minutes=19), "19 min"),
        (timedelta(hours=3, minutes=10), "3 h 10 min"),
        (timedelta(hours=3), "3 h"),
        (timedelta(hours=100), "4 days 4 h"),
        (timedelta(hours=72), "3 days"),
        (timedelta(seconds=-5), "0 s"),
    ],
)
def test_a_duration_is_rounded_to_what_matters(length: timedelta, words: str) -> None:
    assert duration(length) == words


def test_times_are_utc_in_plain_text_and_carry_a_date_on_other_days() -> None:
    assert instant(NOW, NOW).plain == "10:52 UTC"
    assert instant(NOW - timedelta(days=1), NOW).plain == "23 Nov 10:52 UTC"
    assert instant(NOW - timedelta(days=365), NOW).plain == "24 Nov 2025 10:52 UTC"


def test_a_window_over_midnight_says_both_days() -> None:
    words = "".join(map(said, window(NOW - timedelta(hours=11), NOW - timedelta(minutes=7), NOW)))
    assert words == "23 Nov 23:52–10:45 UTC"
    assert "".join(map(said, window(NOW, None, NOW))) == "from 10:52 UTC"
    assert window(None, NOW, NOW) == []


def test_terms_are_words_a_reader_knows() -> None:
    assert stream_words(Media.SHARE, Direction.RECEIVED) == "screen share received"
    assert [network(word) for word in ("Wifi", "Wired", "5G", None)] == ["Wi-Fi", "wired", "5G", None]
    assert [people(1), people(1000)] == ["1 person", "1,000 people"]


def test_every_cause_has_words_except_those_that_say_nothing() -> None:
    codes = (
        "own_uplink own_downlink own_access wifi cellular vpn_or_proxy cpu device bandwidth_limited_up "
        "bandwidth_limited_down bufferbloat loss_burst distance satellite "
        "site_or_isp datacenter_or_zoom remote_sender unknown_network"
    )
    assert set(CAUSES) == set(codes.split())
