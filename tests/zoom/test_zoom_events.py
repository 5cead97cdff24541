"""Zoom's events as its documentation shows them: what each tells, what is wrong with it; order never matters."""

import json
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import reduce
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.feed import CallTold, is_running, joined
from bot.domain.feed_call import call_of, gaps
from bot.domain.model import Attendance, Call, Kind, Leg, Media, Source, Spread, Subject, ZoomSays
from bot.zoom.envelope import content_key, envelope, parse
from bot.zoom.events import EVENTS, Unreadable, understood
from bot.zoom.signature import challenge, signed_by
from tests.services.event_samples import NOON, data_event, ended, minute_event, ms, started, summary_event

FIXTURES = Path(__file__).parents[1] / "fixtures" / "zoom"


def fixture(name: str) -> Any:
    return json.loads((FIXTURES / f"{name}.json").read_text())


def told(body: object) -> CallTold:
    found = understood(body)
    assert found is not None
    return found


def only_leg(found: CallTold, now: datetime = NOON) -> Leg:
    (leg,) = call_of(found, None, now).legs
    return leg


# --- signature and challenge -----------------------------------------------------------------------------------------


def test_the_published_vector_is_signed_by_its_secret() -> None:
    vector = fixture("signature")
    body, at, signature = vector["body"].encode(), vector["x-zm-request-timestamp"], vector["x-zm-signature"]
    assert signed_by(["old", vector["secret"]], at, body, signature) == vector["secret"]
    assert signed_by(["old", "other"], at, body, signature) is None
    assert signed_by([vector["secret"]], at, body + b" ", signature) is None
    assert signed_by([vector["secret"]], "1658940995", body, signature) is None
    assert signed_by([], at, body, signature) is None


@pytest.mark.parametrize("signature", ["", "v0=", "v0=é", "v1=220d", "\ud800"])
def test_a_hostile_signature_is_just_wrong(signature: str) -> None:
    assert signed_by(["s"], "é", b"{}", signature) is None


def test_the_challenge_is_answered_as_documented() -> None:
    request, response = fixture("endpoint.url_validation.request"), fixture("endpoint.url_validation.response")
    assert challenge(request, "example-secret-token") == response
    assert challenge(fixture("meeting.started"), "example-secret-token") is None
    assert challenge({"event": "endpoint.url_validation", "payload": {"plainToken": 5}}, "s") is None


# --- what each event tells -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EVENTS)
def test_every_event_has_a_fixture_that_is_understood(name: str) -> None:
    found = told(fixture(name))
    assert found.kind.value == name.split(".")[0]
    assert found.uuid
    assert found.last_ms == fixture(name)["event_ts"]


@pytest.mark.parametrize("name", ["session.alert", "phone.call_qos"])
def test_an_event_of_something_else_is_not_ours(name: str) -> None:
    assert understood(fixture(name)) is None


def test_a_summary_tells_the_same_as_rest_does() -> None:
    leg = only_leg(told(fixture("meeting.participant_qos_summary")))
    assert (leg.participant_id, leg.user_id, leg.name, leg.email) == (
        "string",
        "iFxeBPYun6SAiWUzBcEkX",
        "JillChill",
        "user@example.com",
    )
    audio, video = leg.measured
    assert (audio.type, audio.bitrate_kbps, audio.latency_ms) == ("audio_output", Spread(6, 9, 27), None)
    assert (video.type, video.bitrate_kbps, video.frame_rate_fps) == ("video_output", Spread(200, 391, 898), None)
    assert leg.cpu is not None
    assert (leg.cpu.zoom_pct, leg.cpu.system_max_pct) == (Spread(1, 2, 5), 23)
    assert leg.has_summary


def test_a_minute_tells_values_zooms_word_and_the_wifi_signal() -> None:
    found = told(fixture("meeting.participant_qos"))
    ((key, sample),) = found.legs["1234567890"].minutes.items()
    assert key == (ms(datetime(2021, 7, 13, 21, 44, tzinfo=UTC)), 1626230691572)
    (audio,) = sample.measured
    assert (audio.loss_pct, audio.latency_ms, audio.jitter_ms, audio.bitrate_kbps) == (
        Spread(None, 0.0, 0.0),
        Spread(None, 134, None),
        Spread(None, 6, None),
        Spread(None, 63, None),
    )
    assert sample.zoom_says == {Media.AUDIO: ZoomSays("good", 3.65)}
    assert sample.wifi_rssi_dbm == Spread(-56, -50, -44)


def test_swapped_ends_of_a_signal_are_put_right_and_integers_read() -> None:
    rows = [{"type": "wifi_rssi", "details": {"max_rssi": -75, "avg_rssi": -69, "min_rssi": -35, "rssi_unit": "dBm"}}]
    assert only_leg(told(summary_event("1", qos=rows))).wifi_rssi_dbm == Spread(-75, -69, -35)


def test_zooms_word_in_a_row_of_its_own_wins_over_one_inside_a_stream() -> None:
    rows = [
        {"type": "audio_output", "details": {"quality": "good", "quality_score": "4.1"}},
        {"type": "audio_input", "details": {"quality": "poor", "quality_score": "2.1"}},
        {"type": "as_quality", "details": {"quality": "FAIR"}},
        {"type": "video_quality", "details": {"quality": "excellent"}},
    ]
    says = only_leg(told(summary_event("1", qos=rows))).zoom_says
    assert says == {Media.AUDIO: ZoomSays("poor", 2.1), Media.SHARE: ZoomSays("fair", None)}
    own = [*rows, {"type": "audio_quality", "details": {"quality": "good", "quality_score": "4"}}]
    assert (only_leg(told(summary_event("1", qos=own))).zoom_says or {})[Media.AUDIO] == ZoomSays("good", 4.0)


def test_data_tells_network_place_and_device_and_keeps_no_address() -> None:
    found = told(fixture("meeting.participant_data_summary"))
    seen = only_leg(found).attendance
    assert seen is not None
    assert (seen.network_type, seen.location, seen.data_center, seen.connection_type, seen.client_version) == (
        "Wired",
        "New York",
        "SC",
        "P2P",
        "4.4.55383.0716",
    )
    assert seen.network_group
    assert (seen.microphone, seen.speaker, seen.camera) == ("Plantronics BT600",) * 2 + ("FaceTime HD Camera",)
    assert "192.0.2.1" not in repr(found)
    assert "00:00:5E" not in repr(found)
    assert "My PC" not in repr(found)
    short = only_leg(told(fixture("meeting.participant_data"))).attendance
    assert short is not None
    assert (short.device, short.network_group) == ("Windows", seen.network_group)


def test_an_empty_data_list_tells_who_and_nothing_more() -> None:
    leg = only_leg(told(data_event("7", [], email="ana@example.com")))
    assert (leg.email, leg.attendance and leg.attendance.network_type, leg.has_summary) == (
        "ana@example.com",
        None,
        False,
    )


def test_ids_under_their_different_names_join_one_person() -> None:
    events = [minute_event("42", 0), data_event("42", [{"network_type": "Wifi"}]), summary_event("42", name="Ana")]
    found = reduce(joined, map(told, events))
    leg = only_leg(found)
    assert (leg.name, leg.user_id, leg.attendance and leg.attendance.network_type) == ("Ana", "user-42", "Wifi")


def test_a_session_joins_on_its_session_id_and_knows_its_host() -> None:
    found = told(fixture("session.user_qos_summary"))
    leg = only_leg(found)
    assert (found.uuid, leg.participant_id, leg.user_id) == (
        "gkBE2XmnRJq42wHoMox/5g==",
        "16778240",
        "key:vkgfmFwpQqOftr90XLkeBA",
    )
    subject = call_of(found, None, NOON).subject
    assert (subject.topic, subject.host, subject.number) == ("XdafAKX5RXDACJZXv4xR-w", "example", None)


def test_started_and_ended_tell_number_topic_times_and_through_a_person_the_host() -> None:
    events = [started(), ended(), summary_event("1", name="Ana")]
    call = call_of(reduce(joined, map(told, events)), None, NOON + timedelta(hours=2))
    assert (call.subject.number, call.subject.topic, call.subject.host) == ("85812345678", "Weekly sync", "Ana")
    assert (call.subject.started_at, call.subject.ended_at) == (NOON, NOON + timedelta(minutes=45))
    assert (call.source, call.pages_complete) == (Source.EVENTS, True)


@pytest.mark.parametrize("who", ["meeting.participant", "webinar.participant", "session.user"])
def test_joined_and_left_tell_from_when_to_when_in_any_order(who: str) -> None:
    came, went = told(fixture(f"{who}_joined")), told(fixture(f"{who}_left"))
    leg = only_leg(joined(came, went))
    assert leg == only_leg(joined(went, came))
    seen = leg.attendance
    assert seen is not None and seen.joined_at is not None and seen.left_at is not None
    assert timedelta(minutes=55) < seen.left_at - seen.joined_at < timedelta(minutes=70)
    assert (leg.name, leg.has_summary) == (seen.name, False)
    assert "Reason" not in repr(came) + repr(went)
    still = only_leg(came).attendance
    assert still is not None and (still.joined_at, still.left_at) == (seen.joined_at, None)


def test_a_time_of_joining_that_cannot_be_read_is_not_known() -> None:
    odd = fixture("meeting.participant_joined")
    odd["payload"]["object"]["participant"]["join_time"] = "yesterday"
    assert only_leg(told(odd)).attendance == replace(
        only_leg(told(fixture("meeting.participant_joined"))).attendance or Attendance("1"), joined_at=None
    )


# --- running, silent, over -------------------------------------------------------------------------------------------


def test_a_call_runs_from_its_start_to_its_end_or_to_a_long_silence() -> None:
    begun = told(started())
    assert is_running(begun, NOON + timedelta(minutes=5))
    assert not is_running(begun, NOON + timedelta(minutes=15))
    over = joined(begun, told(ended()))
    assert not is_running(over, NOON + timedelta(minutes=46))
    again = joined(over, told(minute_event("1", 50)))
    assert is_running(again, NOON + timedelta(minutes=52))
    assert call_of(again, None, NOON + timedelta(minutes=52)).subject.ended_at is None


def test_a_call_can_end_more_than_once() -> None:
    later = NOON + timedelta(minutes=60)
    found = reduce(joined, map(told, [ended(later), started(), ended(), ended(later)]))
    assert call_of(found, None, later + timedelta(hours=1)).subject.ended_at == later


def test_someone_who_has_only_minutes_is_rated_by_them_and_the_call_is_incomplete() -> None:
    found = reduce(joined, map(told, [started(), minute_event("1", 1, loss="8%"), minute_event("1", 2, loss="4%")]))
    call = call_of(found, None, NOON + timedelta(minutes=3))
    (leg,) = call.legs
    assert leg.measured[0].loss_pct == Spread(4, 6, 8)
    assert (call.pages_complete, call.as_of, gaps(found, None)) == (False, NOON + timedelta(minutes=2), 1)


def test_what_rest_filled_in_stays_and_late_events_revise_it() -> None:
    fetched = Call(
        Subject(Kind.MEETING, uuid=told(started()).uuid, host="Host"),
        (Leg("1", name="Ana", measured=()), Leg("2", name="Ben")),
        Source.REST,
        NOON + timedelta(hours=1),
    )
    found = reduce(joined, map(told, [started(), ended(), data_event("1", [{"network_type": "Wifi"}])]))
    call = call_of(found, fetched, NOON + timedelta(hours=2))
    assert ([leg.name for leg in call.legs], call.source, gaps(found, fetched)) == (["Ana", "Ben"], Source.MIXED, 0)
    late = joined(found, told(summary_event("1", name="Ana R.", loss="9%")))
    revised = call_of(late, fetched, NOON + timedelta(hours=2)).legs[0]
    assert (revised.name, revised.measured[0].loss_pct) == ("Ana R.", Spread(9, 9, 9))


# --- wrong shapes ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"event_ts": "soon"}, "an event_ts that is no instant in milliseconds"),
        ({"event_ts": 12}, "an event_ts that is no instant in milliseconds"),
        ({"payload": None}, "a field payload that is null"),
        ({"payload": {"object": []}}, "a field object that is a list"),
        ({"payload": {"object": {"uuid": "u", "participant": "Ana"}}}, "a field participant that is text"),
        (
            {"payload": {"object": {"uuid": "u", "participant": {"qos": []}}}},
            "a participant without an id of their join",
        ),
        (
            {"payload": {"object": {"uuid": "", "participant": {"participant_id": "1", "qos": []}}}},
            "a call without its",
        ),
        (
            {"payload": {"object": {"uuid": "u", "participant": {"participant_id": "1", "qos": "Ana"}}}},
            "a field qos that",
        ),
        ({"event": ""}, "an empty event name"),
        ({"event": 5}, "an event name that is a number"),
    ],
)
def test_an_event_of_a_wrong_shape_is_unreadable_for_a_reason_without_personal_data(
    change: dict[str, Any], reason: str
) -> None:
    with pytest.raises(Unreadable) as caught:
        understood({**summary_event("1", name="Ana"), **change})
    assert caught.value.reason.startswith(reason)
    assert "Ana" not in caught.value.reason


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["uuid", "qos", "type"]), inner),
    max_leaves=8,
)


@given(st.sampled_from(sorted(EVENTS)), st.data())
def test_whatever_stands_in_a_field_an_event_is_read_or_unreadable(name: str, data: st.DataObject) -> None:
    body = fixture(name)
    spot: Any = body
    while isinstance(spot, dict | list) and spot:
        keys = sorted(spot) if isinstance(spot, dict) else range(len(spot))
        key = data.draw(st.sampled_from(list(keys)))
        if not isinstance(spot[key], dict | list) or data.draw(st.booleans()):
            spot[key] = data.draw(json_values)
            break
        spot = spot[key]
    try:
        found = understood(body)
    except Unreadable:
        return
    if found is not None:
        call_of(found, None, NOON)


# --- envelope and content key ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EVENTS)
def test_the_content_key_does_not_depend_on_order_account_or_what_we_do_not_read(name: str) -> None:
    body = fixture(name)
    turned = json.loads(json.dumps(body, sort_keys=True))
    turned["payload"]["account_id"] = "another"
    turned["new"] = 1
    assert content_key(turned) == content_key(body)
    assert content_key({**body, "event_ts": 1626230691573}) != content_key(body)


def test_different_people_minutes_and_unknown_events_have_different_keys() -> None:
    bodies = [
        summary_event("1"),
        summary_event("2"),
        minute_event("1", 1),
        minute_event("1", 2),
        fixture("session.alert"),
    ]
    bodies += [fixture("phone.call_qos"), [], {}, "text", None, {"event": "zoomroom.alert", "a": 1}]
    assert len({content_key(body) for body in bodies}) == len(bodies)


@given(json_values)
def test_any_json_has_an_envelope(body: object) -> None:
    assert envelope(body).name == ""
    assert envelope({"event": body}).content_key


def test_a_name_cut_inside_a_character_is_still_json() -> None:
    raw = b'{"event":"meeting.started","name":"\\ud83d"}'
    assert envelope(parse(raw)).name == "meeting.started"
    with pytest.raises(ValueError, match="nested"):
        parse(b"[" * 200_000)


# --- order -----------------------------------------------------------------------------------------------------------

BODIES = [
    started(),
    ended(),
    ended(NOON + timedelta(minutes=50)),
    *(minute_event(person, at, loss=f"{at}%") for person in ("1", "2") for at in (1, 2, 3)),
    minute_event("1", 2, loss="99%"),
    data_event("1", [{"network_type": "Wifi", "location": "Lisbon (PT)"}], at=NOON),
    data_event("1", [{"network_type": "Wired"}], at=NOON + timedelta(minutes=4)),
    data_event("1", [], at=NOON + timedelta(minutes=5)),
    summary_event("1", name="Ana", loss="3%"),
    summary_event("1", name="Ana R.", loss="4%"),
    summary_event("3", name="Ben", loss="1%", at=NOON + timedelta(minutes=20)),
]


@given(st.lists(st.sampled_from(range(len(BODIES))), max_size=12), st.randoms(use_true_random=False))
def test_any_order_and_any_repeats_tell_the_same_call(again: list[int], chance: random.Random) -> None:
    order = [*range(len(BODIES)), *again]
    chance.shuffle(order)
    shuffled = reduce(joined, (told(BODIES[n]) for n in order))
    plain = reduce(joined, map(told, BODIES))
    now = NOON + timedelta(hours=1)
    assert shuffled == replace(plain, legs=dict(plain.legs))
    assert call_of(shuffled, None, now) == call_of(plain, None, now)
