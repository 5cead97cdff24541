"""One participant is one person: who merges with whom, and how their joins are weighed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.model import Attendance, Leg, Measured, Spread, Summary
from bot.domain.people import duration_s, height, join, people, pixels, stays
from tests.domain.domain_builders import DIRECTIONS, START


def leg(participant_id: str = "1", seconds: float | None = 600, loss: float = 0.1, kbps: float = 60, **who: str) -> Leg:
    left = None if seconds is None else START + timedelta(seconds=seconds)
    seen = Attendance(participant_id, joined_at=None if seconds is None else START, left_at=left)
    row = Measured(
        "audio_received",
        loss_pct=Spread(0, loss, loss * 4),
        latency_ms=Spread(40, 60, 90),
        jitter_ms=Spread(1, 5, 9),
        bitrate_kbps=Spread(10, kbps, 90),
    )
    return Leg(participant_id, attendance=seen, measured=(row,), **who)  # type: ignore[arg-type]


def keys(*legs: Leg) -> list[tuple[str, ...]]:
    return [tuple(part.participant_id for part in person.legs) for person in people(legs, DIRECTIONS)]


def test_joins_with_one_user_id_are_one_person() -> None:
    assert keys(leg("1", user_id="u", name="Ana"), leg("2", user_id="u", name="Ana S.")) == [("1", "2")]


def test_joins_with_one_email_in_any_case_are_one_person() -> None:
    assert keys(leg("1", email="Ana@example.com"), leg("2", email="ana@example.com")) == [("1", "2")]


def test_joins_with_one_participant_id_are_one_person() -> None:
    assert keys(leg("1"), leg("1")) == [("1", "1")]


def test_one_name_does_not_make_one_person() -> None:
    assert keys(leg("1", name="Alex"), leg("2", name="Alex"), leg("", name="Alex"), leg("", name="Alex")) == [
        ("1",),
        ("2",),
        ("",),
        ("",),
    ]


def test_two_users_who_share_an_email_stay_two() -> None:
    legs = (
        leg("1", user_id="a", email="room@example.com"),
        leg("2", user_id="b", email="room@example.com"),
        leg("3", email="room@example.com"),
    )
    assert keys(*legs) == [("1",), ("2",), ("3",)]


def test_a_join_without_a_user_id_belongs_to_the_only_user_with_its_email() -> None:
    assert keys(leg("1", email="ana@example.com"), leg("2", user_id="u", email="ana@example.com")) == [("1", "2")]


def test_a_row_known_by_its_join_follows_that_join_to_its_user() -> None:
    legs = (
        leg("1", user_id="u", email="ana@example.com"),
        leg("2", email="ana@example.com"),
        leg("2"),
    )
    assert keys(*legs) == [("1", "2", "2")]


@given(st.lists(st.text(max_size=8), min_size=1, max_size=12))
def test_display_names_never_merge_anybody(names: list[str]) -> None:
    legs = [leg(str(place), name=name) for place, name in enumerate(names)]
    found = people(legs, DIRECTIONS)
    assert len(found) == len(names)
    assert len({person.key for person in found}) == len(names)


def loss_of(*legs: Leg) -> float | None:
    (person,) = people(legs, DIRECTIONS)
    (_, row), *_ = person.streams
    return row.loss_pct.avg if row.loss_pct else None


def test_joins_are_weighed_by_time_and_fragments_are_left_out() -> None:
    joins = [
        leg(str(n), seconds, loss, user_id="u") for n, (seconds, loss) in enumerate(((30, 25), (1200, 0.5), (900, 3)))
    ]
    assert loss_of(*joins) == pytest.approx(1.571, abs=0.001)


def test_joins_of_unknown_length_are_weighed_by_bitrate() -> None:
    joins = (leg("1", None, 4.0, 20, user_id="u"), leg("2", None, 1.0, 60, user_id="u"))
    assert loss_of(*joins) == pytest.approx(1.75)


def test_fragments_alone_are_kept_and_their_time_adds_up() -> None:
    (person,) = people([leg("1", 40, user_id="u"), leg("2", 50, user_id="u")], DIRECTIONS)
    assert person.measured_s == 90


def test_a_maximum_is_kept_and_never_averaged() -> None:
    (person,) = people([leg("1", 600, 1.0, user_id="u"), leg("2", 600, 5.0, user_id="u")], DIRECTIONS)
    row = person.streams[0][1]
    assert row.loss_pct == Spread(0, 3.0, 20.0)


def test_a_join_in_which_nothing_flowed_does_not_dilute_the_others() -> None:
    assert loss_of(leg("1", 600, 6.0, user_id="u"), leg("2", 600, 0.0, kbps=0.2, user_id="u")) == 6.0


def test_attendance_stands_beside_the_summary_of_the_same_join_and_the_rest_follows() -> None:
    summary = Summary("7", None, "Ana", None, (), None)
    legs = join([summary], [Attendance("7", user_id="u", email="ana@example.com"), Attendance("8", name="Tom")])
    assert [(part.participant_id, part.user_id, part.has_summary) for part in legs] == [
        ("7", "u", True),
        ("8", None, False),
    ]


@pytest.mark.parametrize(("text", "area", "lines"), [("1280*720", 921600, 720), ("320*", 0, None), ("", 0, None)])
def test_a_resolution_is_read_or_unknown(text: str, area: int, lines: int | None) -> None:
    assert (pixels(text), height(text)) == (area, lines)


@pytest.mark.parametrize("email", ["-", "n/a", "unknown"])
def test_an_email_without_an_at_sign_is_nobodys_identity(email: str) -> None:
    assert keys(leg("1", email=email), leg("2", email=email)) == [("1",), ("2",)]
    assert keys(leg("1", user_id="u", email=email), leg("2", email=email)) == [("1",), ("2",)]


def test_a_leave_before_the_join_is_an_unknown_time() -> None:
    assert duration_s(leg(seconds=-600)) is None
    assert duration_s(leg(seconds=0)) == 0


def test_joins_with_the_same_loss_have_exactly_that_loss() -> None:
    legs = [leg(str(n), seconds=seconds, loss=5, user_id="u") for n, seconds in enumerate((310.7, 522.9, 655.8))]
    ((_, row),) = people(legs, DIRECTIONS)[0].streams
    assert row.loss_pct is not None
    assert row.loss_pct.avg == 5


def test_only_who_joined_more_than_once_has_stays_in_order_of_joining() -> None:
    later, unknown = leg("2", 60), leg("3", None)
    assert later.attendance is not None
    moved = replace(later.attendance, joined_at=START + timedelta(minutes=11), left_at=START + timedelta(minutes=12))
    late = replace(later, attendance=moved)
    assert stays([leg("1")]) == ()
    assert [stay.joined_at for stay in stays([unknown, late, leg("1")])] == [START, START + timedelta(minutes=11), None]
