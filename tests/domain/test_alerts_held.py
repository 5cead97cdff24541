"""What keeps an alert back: snoozes that end by themselves, and quiet hours on the clocks of a zone."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.alert_card import card_of
from bot.domain.alert_rule import judge_alert
from bot.domain.decision_log import Outcome
from bot.domain.holds import Snooze, SnoozeFor, covers, held, hides_about, snooze
from bot.domain.quiet_hours import (
    QuietHours,
    as_typed,
    held_back,
    in_words,
    is_quiet,
    parse_quiet_hours,
    quiet_until,
)
from bot.domain.storms import OpenAlert
from bot.domain.subscriptions import DEFAULT_RULE
from bot.errors import BadInput
from tests.domain.alert_builders import at, crowd, live

BERLIN, LISBON = "Berlin (DE)", "Lisbon (PT)"

# --- snoozes ---------------------------------------------------------------------------------------------------------

JUDGED = live([*crowd("xx", BERLIN, 200), *crowd("....")], 1)
CARD = card_of(judge_alert(JUDGED, (), DEFAULT_RULE), JUDGED, at(1))


@pytest.mark.parametrize(
    ("what", "until"),
    [
        (SnoozeFor.HOUR, at(61)),
        (SnoozeFor.TODAY, datetime(2026, 11, 24, 23, 0, tzinfo=UTC)),
        (SnoozeFor.MEETING, at(1 + 24 * 60)),
        (SnoozeFor.SITE, at(1 + 24 * 60)),
    ],
)
def test_a_snooze_ends_by_itself(what: SnoozeFor, until: datetime) -> None:
    one = snooze(what, CARD, "U1", at(1), "Europe/Berlin")
    assert one is not None and one.until == until
    on = held(CARD, until - timedelta(seconds=1), None, [one])
    assert on is not None and on.outcome is Outcome.SNOOZE and on.until == until
    assert held(CARD, until, None, [one]) is None


def test_a_snoozed_site_or_call_leaves_the_others_alone() -> None:
    site = snooze(SnoozeFor.SITE, CARD, "U1", at(1), "UTC")
    call = snooze(SnoozeFor.MEETING, CARD, "U1", at(1), "UTC")
    assert site and call
    assert covers(site, "other", "berlin (de)", at(2)) and not covers(site, "other", LISBON, at(2))
    assert covers(call, CARD.call, None, at(2)) and not covers(call, "other", BERLIN, at(2))
    assert snooze(SnoozeFor.SITE, replace(CARD, site=None), "U1", at(1), "UTC") is None


def test_what_a_snooze_hides_follows_the_rate_of_the_last_week() -> None:
    past = [OpenAlert(str(n), at(1) - timedelta(hours=n), BERLIN if n % 2 else LISBON) for n in range(1, 169)]
    day = Snooze(SnoozeFor.SITE, "U1", at(1), at(1) + timedelta(days=1), site=BERLIN)
    hour = Snooze(SnoozeFor.HOUR, "U1", at(1), at(61))
    assert hides_about(day, past, at(1)) == 12
    assert hides_about(hour, past, at(1)) == 1
    assert hides_about(day, [], at(1)) == 1


# --- quiet hours -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["22:00-07:00 Europe/Berlin", "22-7 Europe/Berlin", "22:00 – 07:00 Europe/Berlin"])
def test_quiet_hours_are_read_with_their_zone(typed: str) -> None:
    quiet = parse_quiet_hours(typed, "UTC")
    assert as_typed(quiet) == "22:00-07:00 Europe/Berlin"
    assert in_words(quiet) == "from 22:00 to 07:00 every day, on the clocks of Europe/Berlin"
    assert parse_quiet_hours("22-7", "Asia/Tokyo").zone == "Asia/Tokyo"


@pytest.mark.parametrize("typed", ["", "late", "25:00-07:00", "22:00-22:00", "22:00-07:00 Berlin", "22:75-7", "22"])
def test_hours_that_are_none_are_refused_with_an_example(typed: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_quiet_hours(typed, "UTC")
    assert caught.value.slug in {"bad_quiet_hours", "bad_zone"}


def test_a_zone_with_a_typing_error_is_guessed() -> None:
    with pytest.raises(BadInput) as caught:
        parse_quiet_hours("22:00-07:00 europe/berlin", "UTC")
    assert caught.value.suggestion == "/qos quiet 22:00-07:00 Europe/Berlin"


def test_quiet_hours_pass_midnight_and_move_with_summer_time() -> None:
    quiet = parse_quiet_hours("22:00-07:00 Europe/Berlin", "UTC")
    winter, summer = datetime(2026, 1, 10, tzinfo=UTC), datetime(2026, 7, 10, tzinfo=UTC)
    assert is_quiet(quiet, winter.replace(hour=21)) and not is_quiet(quiet, winter.replace(hour=20, minute=59))
    assert is_quiet(quiet, summer.replace(hour=20)) and not is_quiet(quiet, summer.replace(hour=5))
    assert quiet_until(quiet, winter.replace(hour=22)) == datetime(2026, 1, 11, 6, tzinfo=UTC)
    assert quiet_until(quiet, datetime(2026, 3, 28, 23, tzinfo=UTC)) == datetime(2026, 3, 29, 5, tzinfo=UTC)
    day = QuietHours(quiet.end, quiet.start, quiet.zone)
    for hour in range(24):
        assert is_quiet(quiet, winter.replace(hour=hour)) is not is_quiet(day, winter.replace(hour=hour))


@given(
    st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    st.sampled_from(["Europe/Berlin", "Asia/Kolkata", "America/St_Johns", "UTC", "Australia/Lord_Howe"]),
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
)
@settings(max_examples=150, deadline=None)
def test_quiet_hours_end_within_a_day_and_read_back(start: time, end: time, zone: str, now: datetime) -> None:
    if start == end:
        return
    quiet = QuietHours(start, end, zone)
    assert parse_quiet_hours(as_typed(quiet), "UTC") == quiet
    over = quiet_until(quiet, now)
    assert now < over <= now + timedelta(hours=26)
    assert over.astimezone(ZoneInfo(zone)).date() >= now.astimezone(ZoneInfo(zone)).date()


def test_what_was_held_back_is_one_line() -> None:
    assert held_back(["Weekly sync"]) == "1 alert was held back: Weekly sync"
    assert held_back([str(n) for n in range(7)]) == "7 alerts were held back: 0, 1, 2, 3, 4 and 2 more"
    assert held_back([]) == ""
