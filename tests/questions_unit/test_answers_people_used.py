"""What somebody used, was connected by, and when they were there: the texts of the main cases."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.model import Stay
from bot.questions.asked import Intent
from bot.questions.facts import Facts
from tests.builders import NOW, START, good_people, kofi, participant, report
from tests.questions_unit.asking_the_weekly_sync import ask, first, lines, weekly

DEVICE, NETWORK = Intent.DEVICE_INFO, Intent.NETWORK_INFO
REJOIN, DURATION = Intent.REJOIN_CHECK, Intent.DURATION_BAD


def of(*people: object) -> Facts:
    return Facts(report(people), NOW)  # type: ignore[arg-type]  # builders give participants


# --- devices ---------------------------------------------------------------------------------------------------------


def test_a_headset_is_the_microphone_and_the_speaker() -> None:
    answer = ask(DEVICE, "Marcus Bell", field=["microphone", "speaker"])
    assert first(answer) == "Marcus Bell used: microphone Jabra Evolve2 65, speaker Jabra Evolve2 65."
    assert ask(DEVICE, "Marcus Bell", field="headset").lines == answer.lines


def test_what_zoom_does_not_report_is_said_to_be_not_reported() -> None:
    assert first(ask(DEVICE, "Bob Stone", field="camera")) == "Zoom reported no camera for Bob Stone."


def test_a_version_is_older_than_most_by_its_numbers_not_its_letters() -> None:
    answer = ask(DEVICE, "Nina Kowalska", field="version", compare="meeting")
    assert lines(answer) == [
        "Older than most: Nina Kowalska used: client version 5.17.0.",
        "0 of 15 others whose client version is known had the same; 15 had a newer one; the most common was 6.2.1.",
    ]


def test_without_a_person_everybodys_are_counted_most_used_first() -> None:
    answer = ask(DEVICE, field="version")
    assert first(answer) == (
        "Client version, most used first: 6.2.1 (12), 5.17.0 (1), 6.1.0 (1), 6.1.5 (1), 6.2.0 (1)."
    )
    assert lines(answer)[1] == "Not reported for Boardroom Berlin and +49 30 ***12."


def test_a_hardware_address_is_never_given() -> None:
    assert first(ask(DEVICE, "Bob Stone", field="mac_address")) == (
        "I never give hardware or network addresses, disk ids or computer names."
    )


# --- networks --------------------------------------------------------------------------------------------------------


def test_there_is_no_vpn_flag_and_the_signs_are_told_instead() -> None:
    assert first(ask(NETWORK, "Tom Becker", field="vpn")) == (
        "Zoom has no VPN flag. Tom Becker's connection was TCP with 340 ms average round trip (audio received, limit "
        "300 ms), which often means a VPN or proxy; I can't tell which."
    )
    assert "no sign of a VPN or proxy, which does not rule one out" in first(ask(NETWORK, "Bob Stone", field="vpn"))
    assert first(ask(NETWORK, field="vpn")) == (
        "Zoom has no VPN flag. Connected by TCP or a proxy, which often means one: Tom Becker."
    )


@pytest.mark.parametrize(
    ("name", "field", "expected"),
    [
        (
            "Kofi Mensah",
            "isp",
            "Zoom does not measure the internet provider's name; Kofi Mensah joined from Accra.",
        ),
        (
            "Kofi Mensah",
            "rssi",
            "Kofi Mensah's Wi-Fi signal was weak: -79 dBm on average (weak from -70 dBm down).",
        ),
        ("Bob Stone", "signal", "No Wi-Fi signal was measured for Bob Stone: they were wired."),
        ("Mei Tanaka", "data_center", "Mei Tanaka's data centre: Frankfurt."),
        ("Jo Park", "location", "Zoom does not tell Jo Park's place."),
        ("Mei Tanaka", "ip", "I never give network or hardware addresses."),
    ],
)
def test_a_fact_of_a_connection_is_told_or_said_not_to_be_known(name: str, field: str, expected: str) -> None:
    assert first(ask(NETWORK, name, field=field)) == expected


# --- leaving and coming back -----------------------------------------------------------------------------------------


def test_coming_back_says_how_often_and_when_they_were_away() -> None:
    answer = ask(REJOIN, "José Álvarez")
    assert lines(answer) == [
        "Yes: José Álvarez joined 3 times and was away 2 times, 5 min in all.",
        "Away: 10:09–10:11 UTC (2 min), 10:30–10:33 UTC (3 min).",
        "Last seen 10:45 UTC, at the end.",
    ]


def test_one_join_is_no_coming_back() -> None:
    answer = ask(REJOIN, "Bob Stone")
    assert first(answer) == "No: Bob Stone joined once, at 10:00 UTC, and did not come back later."


def test_joins_that_overlap_leave_no_gap() -> None:
    def at(minute: int) -> object:
        return START + timedelta(minutes=minute)

    stays = (Stay(START, at(20)), Stay(at(5), at(30)))  # type: ignore[arg-type]  # instants
    both = participant("1", "Two Devices", joins=2, stays=stays)
    assert "joins overlap" in first(ask(REJOIN, "Two Devices", among=of(both)))


def test_joins_without_times_are_not_called_a_gap() -> None:
    both = participant("1", "No Times", joins=2, stays=(Stay(None, None), Stay(None, None)))
    assert first(ask(REJOIN, "No Times", among=of(both))) == (
        "Yes: No Times joined 2 times; when is not known for all of them."
    )


def test_without_a_person_it_says_who_came_back() -> None:
    assert first(ask(REJOIN)) == "1 of 18 people came back: José Álvarez (3 joins)."
    assert first(ask(REJOIN, among=of(*good_people(2)))) == "Nobody left and came back: 2 people, one join each."


# --- bad minutes -----------------------------------------------------------------------------------------------------


def test_how_long_is_bad_minutes_of_those_measured_and_the_longest_run() -> None:
    assert lines(ask(DURATION, "Kofi Mensah")) == [
        "Kofi Mensah was poor in 12 of 45 measured minutes (27 %).",
        "Longest unbroken run: 12 min, 10:12–10:24 UTC.",
    ]


def test_without_minutes_how_long_is_not_known_and_the_whole_call_is_told() -> None:
    among = Facts(report([kofi()]), NOW)
    assert lines(ask(DURATION, "Kofi Mensah", among=among)) == [
        "For how long Kofi Mensah was bad is not known: Zoom's events tell single minutes, and none of this call are "
        "stored.",
        "Over the whole call: poor, audio sent, average loss 7.9 % (max 22 %, limit 5 %).",
    ]


def test_without_a_person_it_is_the_minutes_in_which_anybody_was_poor() -> None:
    answer = ask(DURATION)
    assert first(answer) == "Somebody was poor in 45 of 45 measured minutes."
    assert lines(answer)[1] == "Most at once: 6 people, first at 10:20 UTC."


def test_a_minute_without_data_is_neither_good_nor_bad() -> None:
    known = weekly()
    some = replace(known, minutes=tuple(m for m in known.minutes if m.at < START + timedelta(minutes=20)))
    assert first(ask(DURATION, "Kofi Mensah", among=some)).startswith("Kofi Mensah was poor in 8 of 20 measured")
