import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.model import Pressure, Spread
from bot.zoom.values import (
    BITRATE_KBPS,
    CPU_PCT,
    FRAME_RATE_FPS,
    JITTER_MS,
    LATENCY_MS,
    LOSS_PCT,
    REMEMBERED,
    RSSI_DBM,
    SCORE,
    Quantity,
    pressure,
    resolution,
    spread_reader,
)

QUANTITIES = (LOSS_PCT, LATENCY_MS, JITTER_MS, BITRATE_KBPS, FRAME_RATE_FPS, CPU_PCT, RSSI_DBM, SCORE)
BLANK = ["", " ", "-", "--", "-(-)", "null", "NULL", "N/A", "n/a", None, True, False, math.nan, math.inf, [], {}, b"1"]
loss_of = spread_reader(LOSS_PCT, "min_loss", "avg_loss", "max_loss")


@pytest.mark.parametrize(
    ("quantity", "text", "number"),
    [
        (BITRATE_KBPS, "27.15kbps", 27.15),
        (BITRATE_KBPS, "27.15 Kbps", 27.15),
        (BITRATE_KBPS, "27.15 kbps", 27.15),
        (BITRATE_KBPS, "23 Kbps", 23),
        (BITRATE_KBPS, "49 kbps", 49),
        (BITRATE_KBPS, "898 KBPS", 898),
        (BITRATE_KBPS, "1.5 Mbps", 1500),
        (BITRATE_KBPS, "64000bps", 64),
        (BITRATE_KBPS, "6", 6),
        (BITRATE_KBPS, 6, 6),
        (BITRATE_KBPS, 14.98, 14.98),
        (LATENCY_MS, "126 ms", 126),
        (LATENCY_MS, "126\u00a0MS", 126),
        (LATENCY_MS, "1.2 s", 1200),
        (LATENCY_MS, "0 ms", 0),
        (LATENCY_MS, "307", 307),
        (JITTER_MS, "0ms", 0),
        (JITTER_MS, "7.53ms", 7.53),
        (JITTER_MS, "8", 8),
        (LOSS_PCT, "0.03%", 0.03),
        (LOSS_PCT, "0.0%", 0),
        (LOSS_PCT, "4 %", 4),
        (LOSS_PCT, "0.82%", 0.82),
        (LOSS_PCT, "0.15 %(0.65 %)", 0.15),
        (LOSS_PCT, "0.15%(-)", 0.15),
        (FRAME_RATE_FPS, "12 fps", 12),
        (FRAME_RATE_FPS, "0 FPS", 0),
        (CPU_PCT, "11%", 11),
        (RSSI_DBM, -35, -35),
        (RSSI_DBM, "-56", -56),
        (RSSI_DBM, "-56 dBm", -56),
        (SCORE, "3.65", 3.65),
    ],
)
def test_every_known_spelling_is_read_in_one_unit(quantity: Quantity, text: object, number: float) -> None:
    assert quantity.number(text) == pytest.approx(number)


@pytest.mark.parametrize("quantity", QUANTITIES, ids=lambda q: q.name)
@pytest.mark.parametrize("blank", BLANK, ids=repr)
def test_a_blank_is_never_zero(quantity: Quantity, blank: object) -> None:
    assert quantity.number(blank) is None


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (LOSS_PCT, "126 ms"),
        (LOSS_PCT, "-1%"),
        (LOSS_PCT, "101%"),
        (LATENCY_MS, "-5 ms"),
        (LATENCY_MS, "12 fps"),
        (BITRATE_KBPS, "fast"),
        (BITRATE_KBPS, "1e9 kbps"),
        (BITRATE_KBPS, "1_0 kbps"),
        (BITRATE_KBPS, "٣ kbps"),
        (BITRATE_KBPS, "9" * 400),
        (BITRATE_KBPS, 10**400),
        (BITRATE_KBPS, "1 2 kbps"),
        (FRAME_RATE_FPS, "."),
        (CPU_PCT, "5%%"),
    ],
)
def test_unknown_or_impossible_text_is_not_measured(quantity: Quantity, text: object) -> None:
    assert quantity.number(text) is None


@given(st.text(max_size=80) | st.integers() | st.floats() | st.booleans() | st.none() | st.binary())
def test_any_value_gives_a_possible_number_or_none(value: object) -> None:
    for quantity in QUANTITIES:
        number = quantity.number(value)
        assert number is None or (math.isfinite(number) and quantity.lowest <= number <= quantity.highest)


@given(
    st.decimals(min_value=0, max_value=100, places=2, allow_nan=False),
    st.sampled_from(["", " ", "\u00a0", "  "]),
    st.sampled_from(["%", ""]),
    st.sampled_from(["", " ", "\t"]),
)
def test_a_number_survives_any_spacing(number: object, gap: str, unit: str, around: str) -> None:
    assert LOSS_PCT.number(f"{around}{number}{gap}{unit}{around}") == pytest.approx(float(str(number)))


@given(st.floats(min_value=0, max_value=10_000).map(lambda x: round(x, 3)), st.sampled_from(["kbps", "KBPS", "Kbps"]))
def test_the_case_of_a_unit_does_not_matter(number: float, unit: str) -> None:
    assert BITRATE_KBPS.number(f"{number:.3f} {unit}") == pytest.approx(number)


def test_a_true_is_not_taken_for_the_number_one_after_a_one_was_read() -> None:
    assert LOSS_PCT.number(1) == 1
    assert LOSS_PCT.number("1") == 1
    assert LOSS_PCT.number(True) is None
    assert loss_of({"avg_loss": True}) is None


def test_the_memory_of_texts_is_bounded() -> None:
    quantity = Quantity("test", "%")
    for n in range(REMEMBERED + 10):
        quantity.number(f"{n}")
    quantity.number("1" * 5000)
    assert len(quantity.numbers) <= REMEMBERED
    assert quantity.number(None) is None


def test_the_export_form_gives_average_and_maximum() -> None:
    assert loss_of({"avg_loss": "0.15 %(0.65 %)"}) == Spread(None, 0.15, 0.65)
    assert loss_of({"avg_loss": "0.15 %(0.65 %)", "max_loss": "2%"}) == Spread(None, 0.15, 2)
    assert loss_of({"avg_loss": "-(-)"}) is None


def test_swapped_ends_are_put_right() -> None:
    assert loss_of({"min_loss": "4%", "avg_loss": "2%", "max_loss": "1%"}) == Spread(1, 2, 4)


def test_a_spread_without_any_number_is_none() -> None:
    assert loss_of({}) is None
    assert loss_of({"min_loss": "", "avg_loss": "-", "max_loss": None}) is None


def test_a_value_of_a_wrong_type_is_complained_of_and_costs_only_itself() -> None:
    complaints: list[str] = []
    assert loss_of({"min_loss": [1], "avg_loss": 0.5, "max_loss": "2%"}, complaints.append) == Spread(None, 0.5, 2)
    assert complaints == ["a loss that is neither text nor a number"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1280*720", "1280*720"),
        ("1280x720", "1280*720"),
        (" 1280 X 720 ", "1280*720"),
        ("1920*1040", "1920*1040"),
        ("", None),
        ("-", None),
        ("0*0", None),
        ("big", None),
        (None, None),
        (720, None),
        ("9" * 100, None),
    ],
)
def test_a_resolution_has_one_spelling(text: object, expected: str | None) -> None:
    assert resolution(text) == expected
    assert resolution(text) == expected


@pytest.mark.parametrize("word", ["serious", "SERIOUS", " Serious "])
def test_a_pressure_word_counts_in_any_case(word: str) -> None:
    assert pressure(word) is Pressure.SERIOUS


@pytest.mark.parametrize("word", ["", "warm", None, 3])
def test_another_word_is_no_pressure(word: object) -> None:
    assert pressure(word) is None
