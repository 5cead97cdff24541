"""Limits are one table that whoever runs the bot can change, and a change is said wherever a limit is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.limits import DEFAULT_LIMITS, limit_rows, parse_limits
from bot.domain.metrics import METRICS
from bot.domain.model import Direction, Label, Measured, Media, Spread
from bot.domain.scoring import rate_stream

AUDIO = (Media.AUDIO, Direction.RECEIVED)


def test_nothing_set_leaves_the_published_limits() -> None:
    assert parse_limits("") == DEFAULT_LIMITS
    assert parse_limits("").metrics == METRICS


def test_a_changed_limit_changes_the_label_and_says_where_it_comes_from() -> None:
    row = Measured("audio_input", Spread(0, 1.5, 3), Spread(40, 60, 80))
    changed = parse_limits("loss=1/2/4")
    assert rate_stream(AUDIO, row).label is Label.GOOD
    assert rate_stream(AUDIO, row, changed.metrics).label is Label.FAIR
    [loss, *_] = changed.metrics
    assert loss.source.startswith("set by LIMITS; default ")


def test_several_changes_stand_side_by_side() -> None:
    changed = parse_limits("latency=100/200/400, frame_rate=15/8 weak_rssi_dbm=-65")
    by_key = {metric.key: metric for metric in changed.metrics}
    assert (by_key["latency"].good, by_key["latency"].fair, by_key["latency"].bad) == (100, 200, 400)
    assert (by_key["frame_rate"].good, by_key["frame_rate"].fair, by_key["frame_rate"].bad) == (15, 8, None)
    assert changed.cause.weak_rssi_dbm == -65


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sound=1/2/3", "no limit"),
        ("loss=5/2/10", "in this order"),
        ("loss=2/5", "good/fair/bad"),
        ("loss=a/b/c", "good/fair/bad"),
        ("loss=0/0/0", "in this order"),
        ("loss=1/2/inf", "good/fair/bad"),
        ("frame_rate=7/12", "in this order"),
        ("weak_rssi_dbm=low", "a number"),
        ("loss", "good/fair/bad"),
    ],
)
def test_a_wrong_limit_is_refused_with_what_would_be_right(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_limits(text)


@given(st.text())
def test_any_text_is_limits_or_a_clear_refusal(text: str) -> None:
    try:
        parse_limits(text)
    except ValueError as refusal:
        assert str(refusal)


def test_every_limit_behind_a_cause_has_a_meaning_a_unit_and_a_source() -> None:
    for row in limit_rows():
        assert row.meaning
        assert row.unit
        assert row.source
