"""Stored calls prove or disprove a reading of Zoom's input and output, and say nothing where they cannot."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from bot.domain.direction_evidence import Vote, verify, votes
from bot.domain.model import Call, Direction, Kind, Leg, Measured, Media, Reading, Spread, Subject
from bot.domain.people import Directions
from tests.domain.domain_builders import P, call

S, R = Direction.SENT, Direction.RECEIVED
PREFIX = {"audio": Media.AUDIO, "video": Media.VIDEO, "as": Media.SHARE}
INPUT_SENT = {f"{p}_{end}": (m, way) for p, m in PREFIX.items() for end, way in (("input", S), ("output", R))}
DOCUMENTED = INPUT_SENT | {
    f"{p}_{end}": (PREFIX[p], way) for p in ("audio", "video") for end, way in (("input", R), ("output", S))
}
ROOMS = {"audio_device_from_crc": (Media.AUDIO, S), "audio_device_to_crc": (Media.AUDIO, R)}
MEETINGS: Mapping[Reading, Directions] = {
    Reading.DOCUMENTED: DOCUMENTED | ROOMS,
    Reading.INPUT_IS_SENT: INPUT_SENT | ROOMS,
}
WEBINARS: Mapping[Reading, Directions] = dict.fromkeys(Reading, INPUT_SENT | ROOMS)
IN, OUT = "input", "output"


def person(*types: str, kbps: float = 300) -> Leg:
    rows = tuple(Measured(name, Spread(0, 0.1, 1), bitrate_kbps=Spread(0, kbps, kbps)) for name in types)
    return Leg("", measured=rows)


def meeting(*legs: Leg, kind: Kind = Kind.MEETING) -> Call:
    return replace(call(P("x")), subject=Subject(kind), legs=legs)


def opinions(found: Call, maps: Mapping[Reading, Directions] = MEETINGS) -> dict[Reading, bool | None]:
    return {vote.reading: vote.agrees for vote in votes(found, maps)}


FOR_INPUT_SENT = {Reading.DOCUMENTED: False, Reading.INPUT_IS_SENT: True}
FOR_DOCUMENTED = {Reading.DOCUMENTED: True, Reading.INPUT_IS_SENT: False}
SILENT = {Reading.DOCUMENTED: None, Reading.INPUT_IS_SENT: None}


def both(medium: str) -> Leg:
    return person(f"{medium}_{IN}", f"{medium}_{OUT}")


@pytest.mark.parametrize("medium", ["audio", "video"], ids=["muted", "camera off"])
def test_people_who_only_receive_show_the_received_side(medium: str) -> None:
    silent = person(f"{medium}_{OUT}")
    assert opinions(meeting(both(medium), both(medium), silent, silent)) == FOR_INPUT_SENT
    other = person(f"{medium}_{IN}")
    assert opinions(meeting(both(medium), both(medium), other)) == FOR_DOCUMENTED


def test_one_camera_in_the_call_is_outnumbered_by_those_who_watch() -> None:
    assert opinions(meeting(person("video_input"), person("video_output"), person("video_output"))) == FOR_INPUT_SENT


def test_a_muted_microphone_under_one_kbps_is_no_data() -> None:
    muted = Leg("", measured=(*person("audio_input", kbps=0.4).measured, *person("audio_output").measured))
    assert opinions(meeting(both("audio"), both("audio"), muted)) == FOR_INPUT_SENT


def test_one_camera_among_two_people_tells_nothing() -> None:
    assert opinions(meeting(person("video_input"), person("video_output"))) == SILENT


def test_everybody_with_both_sides_tells_nothing() -> None:
    assert opinions(meeting(both("audio"), both("audio"), both("video"))) == SILENT


def test_an_empty_call_tells_nothing() -> None:
    assert opinions(meeting()) == SILENT


def test_room_systems_tell_nothing_since_their_types_say_their_way() -> None:
    rooms = [person("audio_device_to_crc") for _ in range(5)]
    assert opinions(meeting(*rooms)) == SILENT


def test_people_one_sided_on_both_sides_tell_nothing() -> None:
    legs = [person("audio_input")] * 2 + [person("audio_output")] * 3
    assert opinions(meeting(*legs)) == SILENT


def test_a_sole_sharer_of_a_meeting_proves_neither_reading() -> None:
    shared = meeting(person("as_input"), person("as_output"), person("as_output"))
    assert opinions(shared) == SILENT


def test_a_sole_sharer_on_the_wrong_side_contradicts_both_readings() -> None:
    shared = meeting(person("as_output"), person("as_input"), person("as_input"))
    assert opinions(shared) == {Reading.DOCUMENTED: False, Reading.INPUT_IS_SENT: False}


def test_a_sole_sharer_of_a_webinar_proves_the_reading() -> None:
    shared = meeting(person("as_input"), person("as_output"), person("as_output"), kind=Kind.WEBINAR)
    assert opinions(shared, WEBINARS) == dict.fromkeys(Reading, True)


def test_view_only_attendees_show_the_received_side() -> None:
    attendees = [person("audio_output", "video_output") for _ in range(40)]
    webinar = meeting(both("audio"), *attendees, kind=Kind.WEBINAR)
    assert opinions(webinar, WEBINARS) == dict.fromkeys(Reading, True)


# --- many calls ------------------------------------------------------------------------------------------------------

MUTED = meeting(both("audio"), both("audio"), person("audio_output"))
SWAPPED = meeting(both("audio"), both("audio"), person("audio_input"))


def cast(*calls: Call, maps: Mapping[Reading, Directions] = MEETINGS) -> Sequence[Vote]:
    return [vote for found in calls for vote in votes(found, maps)]


@pytest.mark.parametrize(
    ("agree", "against", "verified"),
    [
        (12, 0, True),
        (11, 0, None),
        (23, 0, True),
        (18, 2, True),
        (17, 2, None),
        (0, 12, False),
        (2, 18, False),
        (0, 0, None),
    ],
)
def test_twelve_calls_with_a_tenth_against_decide(agree: int, against: int, verified: bool | None) -> None:
    note = verify(cast(*[MUTED] * agree, *[SWAPPED] * against), Reading.INPUT_IS_SENT, Kind.MEETING)
    assert note.verified is verified
    assert note.reading is Reading.INPUT_IS_SENT


def test_a_verified_reading_counts_its_meetings() -> None:
    note = verify(cast(*[MUTED] * 23), Reading.INPUT_IS_SENT, Kind.MEETING)
    assert note.evidence == ("verified by 23 meetings", "seen from muted people in 23 meetings")


def test_an_unverified_reading_says_how_far_it_is() -> None:
    assert verify(cast(MUTED, MUTED), Reading.INPUT_IS_SENT, Kind.MEETING).evidence == (
        "not yet verified: 2 of the 12 meetings needed agree, 0 contradict",
    )


def test_a_contradicted_reading_names_the_setting() -> None:
    note = verify(cast(*[MUTED] * 14), Reading.DOCUMENTED, Kind.MEETING)
    assert note.verified is False
    assert note.evidence == (
        "the data contradict the setting: set ZOOM_DIRECTIONS=input-is-sent (14 meetings contradict it, 0 agree)",
    )


def test_no_setting_is_named_that_the_data_contradict_too() -> None:
    swapped = replace(SWAPPED, subject=Subject(Kind.WEBINAR))
    note = verify(cast(*[swapped] * 12, maps=WEBINARS), Reading.DOCUMENTED, Kind.WEBINAR)
    assert note.evidence == ("the data contradict both readings (12 webinars contradict it, 0 agree)",)


def test_silent_calls_neither_help_nor_harm() -> None:
    silent = meeting(both("audio"), both("audio"))
    assert verify(cast(*[MUTED] * 12, *[silent] * 90), Reading.INPUT_IS_SENT, Kind.MEETING).verified is True
