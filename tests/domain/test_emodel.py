"""The E-model gives every published and computed vector, and the estimate only where all it needs was measured."""

import pytest

from bot.domain.emodel import (
    Setup,
    delay_impairment,
    good_or_better_pct,
    listening_quality,
    loss_impairment,
    meeting_rating,
    mos,
    poor_or_worse_pct,
    rating,
)
from tests.domain.domain_builders import P, crowd, named, only, report


def test_the_defaults_give_the_published_rating_and_mos() -> None:
    assert rating() == pytest.approx(93.206, abs=0.001)
    assert mos(rating()) == pytest.approx(4.409, abs=0.001)


@pytest.mark.parametrize(("r", "expected"), [(90, 4.34), (80, 4.03), (70, 3.60), (60, 3.10), (50, 2.58)])
def test_r_gives_the_published_mos(r: float, expected: float) -> None:
    assert mos(r) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(("r", "good", "poor"), [(90, 97, 0), (80, 89, 0), (70, 73, 6), (60, 50, 17), (50, 27, 38)])
def test_r_gives_the_published_share_of_listeners(r: float, good: int, poor: int) -> None:
    assert good_or_better_pct(r) == pytest.approx(good, abs=0.6)
    assert poor_or_worse_pct(r) == pytest.approx(poor, abs=1.5)


def test_mos_stays_between_one_and_four_and_a_half() -> None:
    assert mos(-5) == 1.0
    assert mos(0) == 1.0
    assert mos(100) == 4.5
    assert mos(120) == 4.5


DELAYS = (100, 150, 200, 250, 300, 400, 500)


@pytest.mark.parametrize(("ta", "idd"), [*zip(DELAYS, (0, 0.16, 3.04, 8.92, 14.76, 24.07, 30.64), strict=True)])
def test_delay_costs_what_g107_says(ta: float, idd: float) -> None:
    assert delay_impairment(ta) == pytest.approx(idd, abs=0.006)


@pytest.mark.parametrize(("ta", "r"), [*zip(DELAYS, (93.2, 93.0, 90.2, 84.3, 78.4, 69.1, 62.6), strict=True)])
def test_delay_without_echo_gives_the_rating(ta: float, r: float) -> None:
    assert rating(Setup(ta=ta)) == pytest.approx(r, abs=0.1)


@pytest.mark.parametrize(("ta", "r"), [*zip(DELAYS, (90.7, 89.5, 85.8, 79.2, 72.7, 62.2, 54.8), strict=True)])
def test_delay_with_talker_echo_gives_the_rating(ta: float, r: float) -> None:
    assert rating(Setup(telr=65, t=ta, ta=ta, tr=2 * ta)) == pytest.approx(r, abs=0.1)


@pytest.mark.parametrize(("r", "ta"), [(90, 202), (80, 286), (70, 389), (60, 551)])
def test_a_rating_is_reached_at_its_delay(r: float, ta: float) -> None:
    assert rating(Setup(ta=ta)) == pytest.approx(r, abs=0.1)


LOSSES = (0.5, 1, 2, 3, 5, 8, 10, 15)
CODECS = {
    "G.711 without concealment": ((0, 4.3), (83.3, 75.3, 63.0, 54.2, 42.1, 31.4, 26.8, 19.4)),
    "G.711 with concealment": ((0, 25.1), (91.4, 89.6, 86.2, 83.1, 77.4, 70.2, 66.1, 57.7)),
    "G.729A with VAD": ((11, 19.0), (80.1, 78.0, 74.2, 70.8, 64.7, 57.3, 53.2, 45.1)),
    "the assumption for Zoom": ((0, 20), (90.9, 88.7, 84.6, 80.8, 74.2, 66.1, 61.5, 52.5)),
}


@pytest.mark.parametrize("codec", CODECS)
def test_loss_gives_the_rating_of_a_codec(codec: str) -> None:
    (ie, bpl), expected = CODECS[codec]
    found = [rating(Setup(ppl=loss, ie=ie, bpl=bpl)) for loss in LOSSES]
    assert found == pytest.approx(list(expected), abs=0.1)


def test_loss_gives_the_mos_of_the_assumed_codec() -> None:
    found = [mos(rating(Setup(ppl=loss, bpl=20))) for loss in LOSSES]
    assert found == pytest.approx([4.36, 4.31, 4.18, 4.05, 3.79, 3.41, 3.18, 2.71], abs=0.01)


def test_bursty_loss_costs_more_than_random_loss() -> None:
    assert loss_impairment(3, 0, 20, burst_r=2) > loss_impairment(3, 0, 20)


MEETINGS = [
    ((45, 80, 4, 0.05), 93.0, 4.40),
    ((150, 80, 10, 1), 87.0, 4.26),
    ((300, 80, 30, 2), 69.8, 3.59),
    ((61, 80, 14, 7.9), 66.2, 3.41),
    ((245, 80, 3, 0.05), 87.9, 4.28),
    ((640, 80, 13, 0.6), 63.7, 3.29),
]


@pytest.mark.parametrize(("numbers", "r", "expected_mos"), MEETINGS)
def test_the_meeting_formula_gives_its_vectors(
    numbers: tuple[float, float, float, float], r: float, expected_mos: float
) -> None:
    found = meeting_rating(*numbers)
    assert found == pytest.approx(r, abs=0.1)
    assert mos(found) == pytest.approx(expected_mos, abs=0.01)


def test_a_person_alone_is_estimated_beside_the_assumed_round_trip() -> None:
    alone = only(P("Jo Park", received="7.9/61/14"), others=0)
    assert (alone.r_estimate, alone.mos_estimate) == (66.2, 3.4)


def test_the_reference_is_the_median_round_trip_of_the_others() -> None:
    far = crowd(3, received="0.1/400/9")
    judged = report(P("Jo Park", received="7.9/61/14"), *far)
    expected = round(meeting_rating(61, 400, 14, 7.9), 1)
    assert named(judged, "Jo Park").r_estimate == expected


def test_sent_audio_is_not_what_a_person_heard() -> None:
    assert only(P("Jo Park", "9/61/14", None)).r_estimate is None


@pytest.mark.parametrize("received", ["-/61/9", "0.5/-/9", "0.5/61/-"])
def test_a_missing_number_gives_no_estimate(received: str) -> None:
    person = only(P("Jo Park", received=received))
    assert (person.r_estimate, person.mos_estimate) == (None, None)


def test_the_estimate_is_given_for_rated_people_only() -> None:
    assert only(P("Jo Park", minutes=0.5)).mos_estimate is None


def test_the_worst_that_can_be_measured_gives_no_negative_rating() -> None:
    assert listening_quality(only(P("Jo Park", received="100/9000/900")), None) == (0.0, 1.0)
