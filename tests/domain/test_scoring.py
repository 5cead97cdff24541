"""The published rule: badness, labels, scores, what decides, what is no traffic, and the orders."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.metrics import METRIC, METRICS
from bot.domain.model import CpuFacts, CpuLabel, Direction, Label, Measured, Media, Pressure, Sort, Spread, View
from bot.domain.scoring import badness, label_of, rate_cpu, rate_stream, score_of
from tests.domain.domain_builders import CLEAN, P, crowd, named, only, report

LOSS = [(0, 100), (1, 88), (2, 75), (3.5, 62), (5, 50), (6.5, 42), (7.5, 38), (10, 25), (20, 0), (100, 0)]


@pytest.mark.parametrize(
    ("metric", "value", "score"),
    [("loss", *row) for row in LOSS]
    + [("latency", 225, 62), ("latency", 400, 38), ("jitter", 40, 62), ("jitter", 75, 38)],
)
def test_a_value_gives_the_published_score(metric: str, value: float, score: int) -> None:
    assert score_of(badness(METRIC[metric], value)) == score


@pytest.mark.parametrize(
    ("metric", "value", "label"),
    [
        ("loss", 2, "good"),
        ("loss", 2.01, "fair"),
        ("loss", 5, "fair"),
        ("loss", 5.01, "poor"),
        ("latency", 150, "good"),
        ("latency", 300, "fair"),
        ("latency", 301, "poor"),
        ("jitter", 30, "good"),
        ("jitter", 50, "fair"),
        ("jitter", 51, "poor"),
        ("frame_rate", 12, "good"),
        ("frame_rate", 11.9, "fair"),
        ("frame_rate", 7, "fair"),
        ("frame_rate", 6.9, "poor"),
    ],
)
def test_a_limit_counts_as_the_better_side(metric: str, value: float, label: str) -> None:
    assert label_of(badness(METRIC[metric], value)) == label


@pytest.mark.parametrize(("loss", "score"), [(5.04, 49), (5.0001, 49), (2.01, 74), (2.0001, 74), (1.9999, 75)])
def test_a_score_never_contradicts_its_label(loss: float, score: int) -> None:
    assert score_of(badness(METRIC["loss"], loss)) == score


@given(st.sampled_from(METRICS), st.floats(0, 1e6))
def test_good_is_75_and_more_fair_50_and_more_poor_less(metric: object, value: float) -> None:
    bad = badness(METRIC[metric.key], value)  # type: ignore[attr-defined]
    score, label = score_of(bad), label_of(bad)
    assert label is (Label.GOOD if score >= 75 else Label.FAIR if score >= 50 else Label.POOR)


@given(st.integers(0, 3_000))
def test_a_score_of_a_decimal_is_what_exact_arithmetic_gives(hundredths: int) -> None:
    loss = Fraction(hundredths, 100)
    exact = next(
        bad
        for bad, holds in (
            (loss / 2, loss <= 2),
            (1 + (loss - 2) / 3, loss <= 5),
            (2 + (loss - 5) / 5, loss <= 10),
            (min(Fraction(4), 3 + (loss - 10) / 10), True),
        )
        if holds
    )
    low, high = (75, 100) if loss <= 2 else (50, 74) if loss <= 5 else (0, 49)
    assert score_of(badness(METRIC["loss"], hundredths / 100)) == min(high, max(low, round(100 - 25 * exact)))


@given(st.sampled_from(METRICS[:3]), st.floats(0, 1e6), st.floats(0, 1e6))
def test_a_larger_value_is_never_better(metric: object, one: float, two: float) -> None:
    row = METRIC[metric.key]  # type: ignore[attr-defined]
    assert badness(row, min(one, two)) <= badness(row, max(one, two)) <= 4


def test_a_maximum_never_makes_a_label() -> None:
    assert only(P("Jo", "0.1:90/61:4000/9:900", "0.1:90/61:4000/9:900")).label is Label.GOOD


@pytest.mark.parametrize(
    ("person", "media", "direction", "value"),
    [
        (P("Jo", "6.0/61/9", video_sent="6.3/61/9"), "audio", "sent", 6.0),
        (P("Jo", share_sent="6.0/61/9", video_sent="6.3/61/9"), "share", "sent", 6.0),
        (P("Jo", "6.0/61/9", video_sent="6.5/61/9"), "video", "sent", 6.5),
        (P("Jo", "4.9/61/9", video_sent="5.1/61/9"), "video", "sent", 5.1),
        (P("Jo", "6.0/61/9", "6.2/61/9"), "audio", "received", 6.2),
    ],
    ids=["audio before video", "share before video", "no near tie", "never a better label", "worse of one medium"],
)
def test_near_ties_are_decided_by_audio_then_share_then_video(
    person: P, media: str, direction: str, value: float
) -> None:
    decided = only(person).decided_by
    assert decided is not None
    assert (decided.media, decided.direction, decided.value) == (media, direction, value)


def test_the_deciding_limit_is_the_one_crossed() -> None:
    fair, poor = only(P("Jo", "3.0/61/9")).decided_by, only(P("Jo", "6.0/61/9")).decided_by
    assert fair is not None
    assert poor is not None
    assert (fair.limit, poor.limit) == (2, 5)
    assert only(P("Jo")).decided_by is None


@pytest.mark.parametrize(
    ("media", "kbps", "rated"),
    [
        (Media.AUDIO, 0.9, False),
        (Media.AUDIO, 1.0, True),
        (Media.VIDEO, 19.9, False),
        (Media.VIDEO, 20.0, True),
        (Media.SHARE, 4.9, False),
        (Media.SHARE, 5.0, True),
        (Media.AUDIO, None, True),
    ],
)
def test_under_its_bitrate_a_stream_is_no_traffic(media: Media, kbps: float | None, rated: bool) -> None:
    row = Measured(
        "x", Spread(0, 9, 20), Spread(40, 60, 80), Spread(1, 5, 9), None if kbps is None else Spread(0, kbps, 90)
    )
    assert (rate_stream((media, Direction.SENT), row).label is not None) is rated


def test_all_zeros_beside_bitrate_are_no_measurement() -> None:
    zeros = Measured("x", Spread(0, 0, 0), Spread(0, 0, 0), Spread(0, 0, 0), Spread(20, 64, 90))
    assert rate_stream((Media.SHARE, Direction.RECEIVED), zeros).label is None


def test_no_loss_and_no_jitter_beside_a_round_trip_are_perfect() -> None:
    row = Measured("x", Spread(0, 0, 0), Spread(20, 22, 30), Spread(0, 0, 0), Spread(20, 64, 90))
    assert rate_stream((Media.AUDIO, Direction.RECEIVED), row).label is Label.GOOD


def test_a_dash_for_loss_leaves_the_stream_unrated() -> None:
    row = Measured("x", None, Spread(20, 900, 990), Spread(0, 90, 99), Spread(20, 64, 90))
    assert rate_stream((Media.AUDIO, Direction.RECEIVED), row).label is None


@pytest.mark.parametrize(
    ("person", "label"),
    [
        (P("Jo", received_fps="3", resolution="320*180"), "good"),
        (P("Jo", received_fps="3", resolution="640*360"), "poor"),
        (P("Jo", received_fps="3", resolution=""), "good"),
        (P("Jo", video_sent=CLEAN, video_received=None, fps="3", resolution="320*180"), "poor"),
        (P("Jo", share_received="0.1/61/9"), "good"),
    ],
    ids=["tile", "large", "size unknown", "sent", "share"],
)
def test_frame_rate_counts_for_sent_video_and_large_received_pictures_only(person: P, label: str) -> None:
    assert only(person).label == label


@pytest.mark.parametrize(
    ("facts", "label"),
    [
        (None, "unknown"),
        (CpuFacts(system_max_pct=100), "unknown"),
        (CpuFacts(Spread(0, 12, 100), 100), "ok"),
        (CpuFacts(Spread(0, 45, 100), 96), "warn"),
        (CpuFacts(Spread(0, 45, 100), 90), "ok"),
        (CpuFacts(Spread(0, 60, 100), 90), "bad"),
        (CpuFacts(pressure_avg=Pressure.SERIOUS), "warn"),
        (CpuFacts(pressure_avg=Pressure.CRITICAL), "bad"),
        (CpuFacts(Spread(0, 12, 100), 20, pressure_max=Pressure.CRITICAL), "ok"),
    ],
)
def test_the_cpu_line_comes_from_averages(facts: CpuFacts | None, label: str) -> None:
    assert rate_cpu(facts).label is CpuLabel(label)


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        (P("Jo", minutes=0.5), "in the call for 30 s; a rating needs 60 s"),
        (P("Jo", None, None, video_received=None, device="Phone"), "dialled in, nothing measured"),
        (P("Jo", None, None, video_received=None), "Zoom has no summary for them"),
        (P("Jo", "-/61/9", "-/61/9", video_received=None), "packet loss was not measured"),
        (P("Jo", "-:12/-/-", None, video_received=None), "packet loss was not measured"),
        (P("Jo", "-/-/-", None, video_received=None), "Zoom measured nothing of what was sent and received"),
        (P("Jo", "0/0/0", "0/0/0", video_received=None), "Zoom measured nothing of what was sent and received"),
        (P("Jo", None, None, video_kbps="6:9"), "too little sent or received to measure"),
        (P("Jo", None, None, video_received="-/-/-", video_kbps="-"), "nothing measured"),
    ],
)
def test_an_unrated_person_says_why(person: P, reason: str) -> None:
    judged = report(person, *crowd(3))
    found = named(judged, "Jo")
    assert (found.label, found.rank, found.score, found.unrated_reason) == (Label.UNRATED, None, None, reason)
    assert judged.participants[-1] is found


def test_an_unknown_time_is_rated() -> None:
    assert only(P("Jo", "6/61/9", minutes=None)).label is Label.POOR


MIXED = (
    P("Loss", "6.0/100/10", cpu="10"),
    P("Latency", "1.0/420/20", "1.0/420/20", cpu="5"),
    P("Jitter", "2.5/90/60", cpu="30"),
    P("Cpu", cpu="90"),
    P("No cpu", "0.2/61/9", cpu=None, pressure=None),
    P("Short", minutes=0.2),
)


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        (Sort.WORST, ["Latency", "Loss", "Jitter"]),
        (Sort.LOSS, ["Loss", "Jitter", "Latency"]),
        (Sort.LATENCY, ["Latency", "Loss", "Jitter"]),
        (Sort.JITTER, ["Jitter", "Latency", "Loss"]),
        (Sort.CPU, ["Cpu", "Jitter", "Loss"]),
    ],
)
def test_an_order_puts_its_worst_first_and_ranks_follow(sort: Sort, names: list[str]) -> None:
    found = report(*MIXED, view=View(sort=sort)).participants
    assert [p.name for p in found[:3]] == names
    assert [p.rank for p in found] == [1, 2, 3, 4, 5, None]
    assert found[-1].name == "Short"


def test_an_unmeasured_cpu_comes_after_an_idle_one() -> None:
    people = (P("No cpu", "9/61/9", cpu=None, pressure=None), P("Idle", cpu="0"))
    assert [p.name for p in report(*people, view=View(sort=Sort.CPU)).participants] == ["Idle", "No cpu"]


def test_the_usual_order_is_label_score_loss_latency_and_the_longer_stay() -> None:
    people = (
        P("Shorter", "6/61/9", minutes=10),
        P("Longer", "6/61/9", minutes=40),
        P("Slower", "6/90/9", minutes=5),
        P("Worse", "7/61/9", minutes=2),
        P("Fair", "3/61/9"),
        P("Good"),
    )
    found = [p.name for p in report(*people).participants]
    assert found == ["Worse", "Slower", "Longer", "Shorter", "Fair", "Good"]


def test_one_medium_rates_that_medium_only_and_counts_everybody() -> None:
    people = (P("Jo", "0.1/61/9", video_sent="8/61/9"), *crowd(3))
    whole, audio = report(*people), report(*people, view=View(media=Media.AUDIO))
    assert (whole.verdict.poor, audio.verdict.poor) == (1, 0)
    assert whole.verdict.rated == audio.verdict.rated == 4
    assert named(audio, "Jo").cause.code == "none"


def test_other_limits_give_other_labels() -> None:
    strict = [replace(METRIC["loss"], good=0.05, fair=0.08), *METRICS[1:]]
    row = Measured("x", Spread(0, 0.1, 0.2), Spread(20, 30, 40), Spread(1, 2, 3), Spread(20, 64, 90))
    assert rate_stream((Media.AUDIO, Direction.SENT), row, strict).label is Label.POOR


def test_a_leave_before_the_join_is_an_unknown_time_and_is_rated() -> None:
    jo = only(P("Jo", "6/61/9", minutes=-10))
    assert (jo.label, jo.minutes, jo.unrated_reason) == (Label.POOR, None, None)
