"""The seeded calls tell the stories they claim, in Zoom's own words and value strings."""

import base64
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.zoom import wire
from playground.zoom.casting import span
from playground.zoom.crowds import big_call
from playground.zoom.oddities import HOSTILE_NAMES
from playground.zoom.scenarios import SESSION_UUID, TWICE_ENCODED, seeded
from playground.zoom.world import CallRecord, Flow, Person, World, spaced
from tests.playground.zoom_caller import NOW

WORLD = seeded(NOW)


def call(ident: str) -> CallRecord:
    found = next((c for c in WORLD.calls if ident in (c.uuid, spaced(c.number))), None)
    assert found
    return found


def flows(person: Person) -> Iterator[Flow]:
    for join in person.joins:
        yield from join.flows


def poor(person: Person) -> set[tuple[str, str]]:
    """Media and directions whose average is beyond 5 % loss, 300 ms or 50 ms jitter."""
    return {
        (f.medium, f.way)
        for f in flows(person)
        if f.loss and f.latency and f.jitter and (f.loss.avg > 5 or f.latency.avg > 300 or f.jitter.avg > 50)
    }


def troubled(ident: str) -> dict[str, set[tuple[str, str]]]:
    return {person.name: poor(person) for person in call(ident).people if poor(person)}


# --- stories ---------------------------------------------------------------------------------------------------------


def test_the_same_now_gives_the_same_world_and_another_now_only_moves_it() -> None:
    assert seeded(NOW).calls == WORLD.calls
    later = seeded(NOW + timedelta(hours=3))
    assert [c.uuid for c in later.calls] == [c.uuid for c in WORLD.calls]
    assert later.calls[0].start - WORLD.calls[0].start == timedelta(hours=3)


def test_the_stand_up_of_nine_is_clean() -> None:
    assert len(call("822 4410 7316").people) == 9
    assert troubled("822 4410 7316") == {}


def test_in_the_weekly_sync_only_kofi_sends_badly() -> None:
    weekly = call("858 1234 5678")
    assert len(weekly.people) == 14
    assert troubled("858 1234 5678") == {"Kofi Mensah": {("audio", "sent"), ("video", "sent")}}
    kofi = next(p for p in weekly.people if p.name == "Kofi Mensah")
    sent = next(f for f in flows(kofi) if (f.medium, f.way) == ("audio", "sent"))
    assert (sent.loss, kofi.place.network) == ((0.4, 7.9, 22.0), "Wifi")
    ana = next(p for p in weekly.people if p.name == "Ana Souza")
    assert all(f.latency and f.latency.avg == 212 for f in flows(ana))
    assert [p.device for p in weekly.people if not list(flows(p))] == ["Phone"]


def test_the_berlin_office_receives_badly_behind_one_address_and_nobody_else_does() -> None:
    berlin = [p for p in call("861 2207 9154").people if p.place.ip == "203.0.113.20"]
    assert set(troubled("861 2207 9154")) == {p.name for p in berlin}
    assert len(berlin) == 5
    assert all(way == "received" for ways in troubled("861 2207 9154").values() for _, way in ways)
    assert len({p.place.data_center for p in call("861 2207 9154").people}) == 1
    assert len({p.place.ip for p in call("861 2207 9154").people}) == 10


def test_the_overloaded_computer_has_a_clean_network_and_few_frames() -> None:
    assert troubled("837 5519 0042") == {}
    tess = next(p for p in call("837 5519 0042").people if p.name == "Tess Morgan")
    load = tess.joins[0].load
    assert load and load.zoom.avg == 72 and load.pressure == ("serious", "critical", "critical")
    assert [f.fps.avg for f in flows(tess) if f.fps and (f.medium, f.way) == ("video", "sent")] == [5]


def test_webinar_attendees_only_receive_and_trouble_is_spread() -> None:
    webinar = call("930 1164 2875")
    assert len(webinar.people) == 1000
    attendees = [p for p in webinar.people if p.role == "attendee"]
    assert {f.way for p in attendees for f in flows(p)} == {"received"}
    assert all(("audio", "sent") in {(f.medium, f.way) for f in flows(p)} for p in webinar.people[:6])
    assert 10 <= len(troubled("930 1164 2875")) <= 50


def test_the_session_has_eight_users_and_one_on_a_mobile_network() -> None:
    session = call(SESSION_UUID)
    assert len(session.people) == 8
    assert list(troubled(SESSION_UUID)) == [p.name for p in session.people if p.place.network == "Cellular"]


def test_maria_is_heard_badly_by_all_and_nothing_else_is_wrong() -> None:
    trouble = troubled("849 3025 6617")
    assert trouble.pop("Maria Oliveira") == {("audio", "sent")}
    assert len(trouble) == len(call("849 3025 6617").people) - 1
    assert all(ways == {("audio", "received")} for ways in trouble.values())


def test_most_people_of_one_data_centre_receive_badly_at_many_addresses() -> None:
    struck = [p for p in call("895 6318 4027").people if poor(p)]
    assert len(struck) == 10
    assert len({p.place.ip for p in struck}) == 10
    assert len({p.place.data_center for p in struck}) == 1
    assert len(call("895 6318 4027").people) == 12


def test_the_round_table_has_every_oddity() -> None:
    table = call("876 9040 1253")
    everybody = table.people
    assert {p.gateway for p in everybody} == {"", "rwg", "crc"}
    assert set(HOSTILE_NAMES) <= {p.name for p in everybody}
    assert [len(p.joins) for p in everybody if len(p.joins) > 1] == [3]
    assert sum(p.name == "Chris" for p in everybody) == 2
    assert any(p.name == "" for p in everybody)
    assert any(not p.email and not p.user_id for p in everybody)
    rows = [wire.summary_row("meeting", p, j) for p, j in wire.attended(table, summarised_only=True)]
    types = [[q["type"] for q in row["qos"]] for row in rows]
    assert any(len(set(words)) < len(words) for words in types)
    assert any(details["avg_latency"] == "" for details in _details(rows, "audio_input"))
    assert any(details["avg_latency"] == "0 ms" for details in _details(rows, "as_device_from_rwg"))
    assert len(rows) == table.joins - 1


def _details(rows: list[dict[str, Any]], word: str) -> list[dict[str, str]]:
    return [q["details"] for row in rows for q in row["qos"] if q["type"] == word]


def test_nobody_in_one_call_shares_an_id_or_an_email() -> None:
    for each in WORLD.calls:
        emails = [p.email for p in each.people if p.email]
        ids = [p.user_id for p in each.people if p.user_id]
        joins = [j.participant_id for p in each.people for j in p.joins]
        assert all(len(found) == len(set(found)) for found in (emails, ids, joins))


def test_every_uuid_is_sixteen_bytes_and_one_needs_double_encoding() -> None:
    assert all(len(base64.b64decode(c.uuid, validate=True)) == 16 for c in WORLD.calls)
    assert TWICE_ENCODED.startswith("/") and "//" in TWICE_ENCODED
    assert len({c.uuid for c in WORLD.calls}) == len(WORLD.calls)


def test_a_world_finds_the_latest_instance_in_any_order_of_arrival() -> None:
    today, yesterday = [c for c in WORLD.calls if c.number == "5552018843"]
    for order in ([today, yesterday], [yesterday, today]):
        assert World(order).latest("meeting", "5552018843") is today


# --- words and value strings -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "gateway", "medium", "way", "word"),
    [
        ("meeting", "", "audio", "received", "audio_input"),
        ("meeting", "", "video", "sent", "video_output"),
        ("meeting", "", "share", "sent", "as_input"),
        ("webinar", "", "audio", "sent", "audio_input"),
        ("webinar", "", "video", "received", "video_output"),
        ("session", "", "share", "received", "as_output"),
        ("meeting", "rwg", "audio", "sent", "audio_device_from_rwg"),
        ("webinar", "crc", "share", "received", "as_device_to_crc"),
        ("session", "rwg", "video", "sent", "video_input"),
    ],
)
def test_directions_become_the_documented_type_words(kind: Any, gateway: Any, medium: Any, way: Any, word: str) -> None:
    assert wire.type_of(kind, gateway, medium, way) == word


VALUE = {
    "bitrate": r"\d+(\.\d+)?",
    "latency": r"\d+ ms",
    "jitter": r"\d+",
    "loss": r"\d+(\.\d+)?%",
    "frame_rate": r"\d+ fps",
    "cpu_usage": r"\d+%",
    "pressure_level": r"normal|fair|serious|critical",
    "resolution": r"\d+\*\d+",
}
UNITS = {"meeting": {"bitrate": "kbps", "jitter": "ms"}, "session": {"bitrate": " Kbps", "jitter": " ms"}}


@pytest.mark.parametrize(("ident", "kind"), [("858 1234 5678", "meeting"), (SESSION_UUID, "session")])
def test_every_value_is_spelt_as_documented(ident: str, kind: str) -> None:
    for page in wire.summary_pages(call(ident)):
        for row in orjson.loads(page)[wire.list_key(call(ident).kind)]:
            for quality in row["qos"]:
                for name, value in quality["details"].items():
                    what = next(key for key in VALUE if name.endswith(key))
                    assert re.fullmatch(VALUE[what] + UNITS[kind].get(what, ""), value), (name, value)


def test_audio_has_no_picture_and_an_unused_medium_no_type() -> None:
    page = orjson.loads(next(wire.summary_pages(call("822 4410 7316"))))
    qos = {q["type"]: q["details"] for q in page["participants"][0]["qos"]}
    assert "resolution" not in qos["audio_input"]
    assert qos["video_input"]["resolution"] == "640*360"
    assert not any(word.startswith("as_") for word in qos)


@given(
    avg=st.floats(0, 1e6),
    low=st.floats(0, 1),
    high=st.floats(1, 50),
    digits=st.sampled_from([0, 2]),
)
def test_a_span_is_always_in_order(avg: float, low: float, high: float, digits: int) -> None:
    made = span(avg, low, high, digits)
    assert made.min <= made.avg <= made.max


@pytest.mark.parametrize("kind", ["meeting", "webinar", "session"])
def test_a_big_call_is_as_big_as_asked_and_always_the_same(kind: Any) -> None:
    made = big_call(kind, 250, 3)
    assert len(made.people) == len({j.participant_id for p in made.people for j in p.joins}) == 250
    assert made == big_call(kind, 250, 3)
    assert made != big_call(kind, 250, 4)
    rows = [row for page in wire.summary_pages(made) for row in orjson.loads(page)[wire.list_key(kind)]]
    assert len(rows) == 250


@pytest.mark.parametrize(
    ("number", "written"), [("85812345678", "858 1234 5678"), ("5552018843", "555 201 8843"), ("a=b", "a=b")]
)
def test_numbers_are_written_as_people_write_them(number: str, written: str) -> None:
    assert spaced(number) == written
