from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.model import Attendance, CpuFacts, Kind, Measured, Pressure, Spread
from bot.ports import AttendancePage, Details, SummaryPage
from bot.zoom.directions import MEDIA_TYPES
from bot.zoom.wire import attendance_page, details, summary_page

EXAMPLE = {
    "min_bitrate": "27.15kbps",
    "avg_bitrate": "27.15kbps",
    "max_bitrate": "27.15kbps",
    "min_latency": "126 ms",
    "avg_latency": "126 ms",
    "max_latency": "126 ms",
    "min_jitter": "0ms",
    "avg_jitter": "0ms",
    "max_jitter": "0ms",
    "min_loss": "0.03%",
    "avg_loss": "0.03%",
    "max_loss": "0.4%",
    "resolution": "1280*720",
    "min_frame_rate": "12 fps",
    "avg_frame_rate": "12 fps",
    "max_frame_rate": "12 fps",
}
CPU = {
    "zoom_min_cpu_usage": "0%",
    "zoom_avg_cpu_usage": "1%",
    "zoom_max_cpu_usage": "2%",
    "system_max_cpu_usage": "11%",
    "system_min_cpu_pressure_level": "normal",
    "system_avg_cpu_pressure_level": "Fair",
    "system_max_cpu_pressure_level": "critical",
}
READ_CPU = CpuFacts(Spread(0, 1, 2), 11, Pressure.NORMAL, Pressure.FAIR, Pressure.CRITICAL)


def row(**changes: Any) -> dict[str, Any]:
    return {
        "id": "zJKyaiAyTNC-MWjiWC18KQ",
        "participant_id": "20161536",
        "user_name": "jchill",
        "email": "user@example.com",
        "qos": [{"type": "audio_input", "details": EXAMPLE}],
        **changes,
    }


def page(*rows: Any, kind: Kind = Kind.MEETING, **changes: Any) -> SummaryPage:
    key = "users" if kind is Kind.SESSION else "participants"
    read, _ = summary_page(kind, {"page_size": 30, key: list(rows), **changes})
    return read


def measured(*qos: Any) -> tuple[Measured, ...]:
    return page(row(qos=list(qos))).rows[0].measured


def one(**fields: str) -> Measured:
    """One audio row with 50 kbps and whatever the test is about."""
    return measured({"type": "audio_output", "details": {"avg_bitrate": "50 kbps", **fields}})[0]


def test_the_documented_example_is_read_whole() -> None:
    (summary,) = page(row()).rows
    assert summary.participant_id == "20161536"
    assert summary.user_id == "zJKyaiAyTNC-MWjiWC18KQ"
    assert (summary.name, summary.email) == ("jchill", "user@example.com")
    assert summary.measured == (
        Measured(
            "audio_input",
            Spread(0.03, 0.03, 0.4),
            Spread(126, 126, 126),
            Spread(0, 0, 0),
            Spread(27.15, 27.15, 27.15),
            Spread(12, 12, 12),
            "1280*720",
        ),
    )


@pytest.mark.parametrize("type_", sorted(MEDIA_TYPES))
@pytest.mark.parametrize("kind", list(Kind))
def test_each_media_type_is_read_for_each_kind(kind: Kind, type_: str) -> None:
    person = {"id": "u1", "participant_id": "1", "qos": [{"type": type_, "details": EXAMPLE}]}
    (summary,) = page(person, kind=kind).rows
    assert [m.type for m in summary.measured] == [type_]
    assert summary.measured[0].latency_ms == Spread(126, 126, 126)


def test_the_cpu_row_is_read_apart() -> None:
    (summary,) = page(row(qos=[{"type": "cpu_usage", "details": CPU}])).rows
    assert summary.cpu == READ_CPU
    assert summary.measured == ()


def test_cpu_fields_in_another_row_are_read_when_there_is_no_cpu_row() -> None:
    mixed = {"type": "audio_input", "details": {**EXAMPLE, **CPU}}
    assert page(row(qos=[mixed])).rows[0].cpu == READ_CPU
    own = {"type": "cpu_usage", "details": {"zoom_avg_cpu_usage": "50%"}}
    assert page(row(qos=[mixed, own])).rows[0].cpu == CpuFacts(Spread(None, 50, None))


def test_a_session_row_has_a_key_and_no_email() -> None:
    user = {"id": "32dsfsd4g5gd", "name": "jchill", "user_key": "myUserKey", "email": "x@example.com", "qos": []}
    (summary,) = page(user, kind=Kind.SESSION).rows
    assert (summary.participant_id, summary.user_id) == ("32dsfsd4g5gd", "key:myUserKey")
    assert (summary.name, summary.email) == ("jchill", None)
    assert page({**user, "user_key": " "}, kind=Kind.SESSION).rows[0].user_id is None


def test_blank_identities_are_unknown() -> None:
    (summary,) = page(row(id="", user_name=" ", email="", participant_id="")).rows
    assert (summary.user_id, summary.name, summary.email, summary.participant_id) == (None, None, None, "")


def test_a_participant_id_may_be_a_number() -> None:
    read = page(row(participant_id=20161536))
    assert (read.rows[0].participant_id, read.unreadable) == ("20161536", ())


def test_a_type_split_over_two_rows_is_merged() -> None:
    first = {"type": "video_input", "details": {"avg_bitrate": "700 kbps", "avg_loss": "1%", "avg_frame_rate": ""}}
    second = {
        "type": "video_input",
        "details": {"avg_frame_rate": "24 fps", "avg_loss": "9%", "resolution": "640*360"},
    }
    (merged,) = measured(first, second)
    assert merged.bitrate_kbps == Spread(None, 700, None)
    assert merged.loss_pct == Spread(None, 1, None)
    assert (merged.frame_rate_fps, merged.resolution) == (Spread(None, 24, None), "640*360")


def test_zeros_split_over_two_rows_are_still_not_measured() -> None:
    zeros = {"type": "audio_input", "details": {"avg_latency": "0 ms", "avg_jitter": "0 ms", "avg_loss": "0%"}}
    traffic = {"type": "audio_input", "details": {"avg_bitrate": "50 kbps"}}
    assert measured(zeros, traffic) == (Measured("audio_input", bitrate_kbps=Spread(None, 50, None)),)


def test_a_latency_of_zero_is_not_measured() -> None:
    got = one(min_latency="0 ms", avg_latency="80 ms", max_latency="90 ms", avg_loss="0%", avg_jitter="0 ms")
    assert got.latency_ms == Spread(None, 80, 90)
    assert one(avg_latency="0 ms", avg_loss="1%").latency_ms is None
    assert one(avg_latency="0 ms", avg_loss="1%").loss_pct == Spread(None, 1, None)


def test_nothing_but_zeros_beside_traffic_is_not_measured() -> None:
    assert one(avg_latency="0 ms", avg_jitter="0 ms", avg_loss="0.0%") == Measured(
        "audio_output", bitrate_kbps=Spread(None, 50, None)
    )


def test_a_clean_path_with_a_latency_keeps_its_zeros() -> None:
    got = one(avg_latency="60 ms", avg_jitter="0 ms", avg_loss="0.0%")
    assert (got.loss_pct, got.jitter_ms) == (Spread(None, 0, None), Spread(None, 0, None))


def test_no_frames_beside_traffic_are_not_measured() -> None:
    assert one(avg_frame_rate="0 fps").frame_rate_fps is None
    still = measured({"type": "video_output", "details": {"avg_bitrate": "0 kbps", "avg_frame_rate": "0 fps"}})
    assert still[0].frame_rate_fps == Spread(None, 0, None)


def test_swapped_ends_are_in_order() -> None:
    got = one(min_loss="5%", avg_loss="2%", max_loss="1%")
    assert got.loss_pct == Spread(1, 2, 5)


def test_blank_values_are_not_measured() -> None:
    blank = dict.fromkeys(EXAMPLE, "")
    assert measured({"type": "audio_input", "details": blank}) == (Measured("audio_input"),)
    assert measured({"type": "audio_input", "details": dict.fromkeys(EXAMPLE, None)}) == (Measured("audio_input"),)
    assert measured({"type": "audio_input"}) == (Measured("audio_input"),)


def test_unknown_fields_and_types_are_ignored_silently() -> None:
    odd = {"type": "smell_input", "details": {"avg_loss": "3%"}}
    read = page(row(shoe_size=43, qos=[odd, {"type": "audio_input", "details": EXAMPLE}]), code=0)
    assert [m.type for m in read.rows[0].measured] == ["audio_input"]
    assert read.unreadable == ()


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        ("Kofi", "a participant that is text"),
        (None, "a participant that is null"),
        ([1], "a participant that is a list"),
    ],
)
def test_a_row_that_is_no_object_is_named_and_the_rest_read(person: Any, reason: str) -> None:
    read = page(person, row())
    assert read.unreadable == (reason,)
    assert len(read.rows) == 1


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"qos": None}, "a QoS list that is null"),
        ({"qos": "secret"}, "a QoS list that is text"),
        ({"qos": ["secret"]}, "a QoS row that is text"),
        ({"qos": [{"type": 7, "details": {}}]}, "a QoS type that is a number"),
        ({"qos": [{"type": "audio_input", "details": ["secret"]}]}, "a details object that is a list"),
        (
            {"qos": [{"type": "audio_input", "details": {"avg_loss": {"secret": 1}}}]},
            "a loss that is neither text nor a number",
        ),
        ({"qos": [{"type": "as_input", "details": {"resolution": 720}}]}, "a resolution that is a number"),
        ({"user_name": 5}, "a name that is a number"),
        ({"email": ["secret"]}, "an e-mail that is a list"),
        ({"id": True}, "a user id that is true or false"),
    ],
)
def test_a_wrong_type_costs_only_itself(changes: dict[str, Any], reason: str) -> None:
    read = page(row(**changes), row(participant_id="2"))
    assert read.unreadable == (reason,)
    assert [r.participant_id for r in read.rows] == ["20161536", "2"]
    assert read.rows[1].measured
    assert "secret" not in " ".join(read.unreadable)


def test_a_page_without_its_list_is_named() -> None:
    assert summary_page(Kind.MEETING, {"users": []}) == (
        SummaryPage((), ("a page without its list of participants",)),
        None,
    )
    assert attendance_page(Kind.SESSION, {"users": 5}) == (
        AttendancePage((), None, ("a page without its list of users",)),
        None,
    )


@pytest.mark.parametrize(("token", "expected"), [("abc", "abc"), ("", None), (" ", None), (None, None), (5, None)])
def test_an_empty_token_is_the_end(token: Any, expected: str | None) -> None:
    assert summary_page(Kind.MEETING, {"participants": [], "next_page_token": token})[1] == expected


JOIN = {
    "connection_type": "UDP",
    "data_center": "United States (SC Top)",
    "device": "Windows",
    "email": "jchill@example.com",
    "id": "old",
    "ip_address": "192.0.2.1",
    "join_time": "2022-03-01T10:15:14Z",
    "leave_reason": "Host ended the meeting.",
    "leave_time": "2022-03-01T10:17:35Z",
    "location": "Milpitas (US )",
    "mac_addr": "f85e-a012-92d8",
    "network_type": "Wired",
    "participant_user_id": "DYHrdpjrS3uaOf7dPkkg8w",
    "role": "host",
    "status": "in_meeting",
    "user_id": "20162560",
    "user_name": "jchill",
    "version": "5.9.1.2581",
}


def joins(*rows: Any, kind: Kind = Kind.MEETING) -> AttendancePage:
    key = "users" if kind is Kind.SESSION else "participants"
    return attendance_page(kind, {key: list(rows), "total_records": 12})[0]


def test_who_where_and_when_is_read() -> None:
    read = joins(JOIN)
    (seen,) = read.rows
    assert read.total == 12
    assert (seen.participant_id, seen.user_id) == ("20162560", "DYHrdpjrS3uaOf7dPkkg8w")
    assert (seen.name, seen.email, seen.role) == ("jchill", "jchill@example.com", "host")
    assert seen.joined_at == datetime(2022, 3, 1, 10, 15, 14, tzinfo=UTC)
    assert seen.left_at == datetime(2022, 3, 1, 10, 17, 35, tzinfo=UTC)
    assert (seen.network_type, seen.connection_type) == ("Wired", "UDP")
    assert (seen.location, seen.data_center) == ("Milpitas (US)", "United States (SC Top)")
    assert (seen.device, seen.client_version) == ("Windows", "5.9.1.2581")
    assert seen.leave_reason == "Host ended the meeting."


def test_the_address_leaves_only_an_opaque_key() -> None:
    one_, same, other, none = joins(
        JOIN, {**JOIN, "user_id": "2"}, {**JOIN, "ip_address": "192.0.2.2"}, {**JOIN, "ip_address": ""}
    ).rows
    assert one_.network_group == same.network_group != other.network_group
    assert len(one_.network_group or "") == 16
    assert none.network_group is None
    assert "192.0.2" not in repr(one_) and "f85e" not in repr(one_)


def test_a_session_user_is_read_by_its_own_names() -> None:
    user = {
        "id": "32dsfsd4g5gd",
        "name": "exampleuser",
        "device": "Web",
        "os": "iOS",
        "client": "Web Meeting SDK 2.18",
        "location": "New York",
        "user_key": "myUserKey",
        "is_original_host": True,
    }
    (seen,) = joins(user, kind=Kind.SESSION).rows
    assert (seen.participant_id, seen.user_id, seen.name) == ("32dsfsd4g5gd", "key:myUserKey", "exampleuser")
    assert (seen.device, seen.client_version, seen.role) == ("Web (iOS)", "Web Meeting SDK 2.18", "host")
    assert seen.email is None


@pytest.mark.parametrize(
    ("changes", "field", "expected"),
    [
        ({"participant_user_id": ""}, "user_id", "old"),
        ({"participant_user_id": "", "id": ""}, "user_id", None),
        (
            {"data_center": "", "full_data_center": "United States;China (TJ RWG);"},
            "data_center",
            "United States, China (TJ RWG)",
        ),
        ({"device": "", "os": "iOS"}, "device", "iOS"),
        ({"device": "Windows", "os": "Windows 11"}, "device", "Windows 11"),
        ({"device": "Phone"}, "device", "Phone"),
        ({"device": "", "os": ""}, "device", None),
        ({"version": "", "client": "6.1"}, "client_version", "6.1"),
        ({"join_time": "2022-03-01T10:15:14"}, "joined_at", None),
        ({"join_time": "yesterday"}, "joined_at", None),
        ({"join_time": ""}, "joined_at", None),
        ({"join_time": "2022-03-01T12:15:14+02:00"}, "joined_at", datetime(2022, 3, 1, 10, 15, 14, tzinfo=UTC)),
        ({"join_time": "0001-01-01T00:00:00+14:00"}, "joined_at", None),
        ({"user_id": 20162560}, "participant_id", "20162560"),
    ],
)
def test_attendance_fields_fall_back_and_blank_is_unknown(changes: dict[str, Any], field: str, expected: Any) -> None:
    assert getattr(joins({**JOIN, **changes}).rows[0], field) == expected


def test_peripherals_are_read_and_blank_ones_are_not_reported() -> None:
    (seen,) = joins({**JOIN, "microphone": "Plantronics  BT600", "speaker": "", "camera": "FaceTime HD Camera"}).rows
    assert (seen.microphone, seen.speaker, seen.camera) == ("Plantronics BT600", None, "FaceTime HD Camera")


def test_the_waiting_room_is_no_attendance() -> None:
    read = joins({**JOIN, "status": "in_waiting_room"}, JOIN)
    assert (len(read.rows), read.unreadable) == (1, ())


def test_a_wrong_type_in_attendance_is_named() -> None:
    read = joins({**JOIN, "location": 5}, "x")
    assert read.unreadable == ("a location that is a number", "a participant that is text")
    assert read.rows[0].location is None


def test_the_details_of_a_meeting_are_read() -> None:
    body = {
        "host": "API",
        "end_time": "2022-03-01T10:17:35Z",
        "id": 575734086,
        "participants": 2,
        "start_time": "2022-03-01T10:15:14Z",
        "topic": "API Meeting",
        "uuid": "gaqOKVN9RAaDHKYWEcASXg==",
    }
    for kind in (Kind.MEETING, Kind.WEBINAR):
        got = details(kind, body)
        assert (got.subject.number, got.subject.uuid, got.people) == ("575734086", "gaqOKVN9RAaDHKYWEcASXg==", 2)
        assert (got.subject.topic, got.subject.host) == ("API Meeting", "API")
        assert got.subject.started_at == datetime(2022, 3, 1, 10, 15, 14, tzinfo=UTC)
        assert got.subject.ended_at == datetime(2022, 3, 1, 10, 17, 35, tzinfo=UTC)


def test_the_details_of_a_session_are_read() -> None:
    body = {
        "id": "sfk/aOFJSJSYhGwk1hnxgw==",
        "session_number": 97763643886,
        "session_name": "My session",
        "user_count": 2,
    }
    got = details(Kind.SESSION, body)
    assert (got.subject.uuid, got.subject.number, got.subject.topic) == ("sfk/aOFJSJSYhGwk1hnxgw==", None, "My session")
    assert got.people == 2


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "id",
                    "participant_id",
                    "user_id",
                    "qos",
                    "type",
                    "details",
                    "avg_loss",
                    "avg_latency",
                    "join_time",
                    "status",
                ]
            )
            | st.text(max_size=6),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)


@given(json_values, st.sampled_from(list(Kind)))
def test_no_json_breaks_a_page(value: Any, kind: Kind) -> None:
    for body in ({"participants": value, "users": value}, {"participants": [value], "users": [value]}):
        read, _ = summary_page(kind, body)
        assert isinstance(read, SummaryPage)
        seen, _ = attendance_page(kind, body)
        assert isinstance(seen, AttendancePage)
    assert isinstance(details(kind, value if isinstance(value, dict) else {}), Details)


FACTS = (
    *("user_id", "id", "email", "network_type", "connection_type", "location"),
    *("data_center", "device", "version", "ip_address"),
)
BLANK_WORDS = ["-", "--", "n/a", "N/A", "null", "None", " - "]


@pytest.mark.parametrize("word", BLANK_WORDS)
def test_a_word_for_nothing_is_no_identity(word: str) -> None:
    (read,) = page(row(id=word, email=word, participant_id=word)).rows
    assert (read.user_id, read.email, read.participant_id) == (None, None, "")
    (user,) = page({"id": word, "user_key": word, "name": "Ana", "qos": []}, kind=Kind.SESSION).rows
    assert (user.user_id, user.participant_id) == (None, "")


@pytest.mark.parametrize("word", BLANK_WORDS)
def test_a_word_for_nothing_is_no_fact_of_a_participant(word: str) -> None:
    body = {"participants": [{"user_name": "Ana", **dict.fromkeys(FACTS, word)}]}
    (seen,) = attendance_page(Kind.MEETING, body)[0].rows
    assert seen == Attendance("", name="Ana")


@pytest.mark.parametrize(("said", "kept"), [("-", None), ("--", None), ("None", "None"), ("Null", "Null")])
def test_people_may_be_called_none_but_nobody_is_called_a_dash(said: str, kept: str | None) -> None:
    assert page(row(user_name=said)).rows[0].name == kept
    seen = attendance_page(Kind.MEETING, {"participants": [{"user_name": said}]})[0].rows[0]
    assert seen.name == kept
