"""It is true of every answer about time, cause, meaning, output, alerts and state, whatever the call and the slots."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.decision_log import LogEntry, Outcome
from bot.domain.limits import DEFAULT_LIMITS
from bot.domain.minutes import Minute
from bot.domain.model import Direction, Label, Measured, Media, Participant, Report, Scope, Spread
from bot.domain.scoring import rate_stream
from bot.domain.subscriptions import DEFAULT_RULE, Subscription
from bot.questions.answering import answered
from bot.questions.answers import ROWS
from bot.questions.asked import ASKER, Intent, Reading, Turn
from bot.questions.facts import ChannelFacts, Facts
from tests.builders import NOW, START, ana, dialled_in, good_people, kofi, participant, report
from tests.questions.receipts import without_receipt

MINUTE = timedelta(minutes=1)
OURS = (
    "compare_time timeline_onset timeline_at timeline_shape filter_time cause_side verify_claim cause remedy "
    "explain_score explain_threshold glossary confidence evidence chart export "
    "ticket_pack summarise share alert_explain alert_mute "
    "alert_config data_state data_gap refresh smalltalk out_of_scope"
)
INTENTS = tuple(Intent(word) for word in OURS.split())
CODES = ("own_uplink", "wifi", "cpu", "site_or_isp", "datacenter_or_zoom", "remote_sender", "unknown", "none")

junk = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 10**12),
    st.floats(allow_nan=True, allow_infinity=True),
    st.text(max_size=12),
    st.sampled_from(
        ["10:12", "3:05", "+12m", "last_15m", "first_10m", "10:20-10:35", "since_10:20", "25:99", "until_9"]
    ),
    st.lists(st.text(max_size=6), max_size=2),
    st.dictionaries(st.sampled_from(["location", "from", "to", "role"]), st.text(max_size=6), max_size=2),
)
slots = st.fixed_dictionaries(
    {},
    optional={
        "time": junk,
        "split": junk,
        "window": junk,
        "metric": st.one_of(
            junk, st.sampled_from(["loss", "latency", "jitter", "cpu", "rssi", "mos", "bitrate", "inherit"])
        ),
        "value": junk,
        "media": st.one_of(junk, st.sampled_from(["audio", "video", "share"])),
        "direction": st.one_of(junk, st.sampled_from(["sent", "received"])),
        "participant": st.sampled_from([ASKER, "last_mentioned", "Kofi Mensah", {"role": "presenter"}]),
        "claim": st.one_of(
            junk, st.sampled_from(["endpoint_not_network", "not_office_network", "wifi", "not_vpn", "data_center"])
        ),
        "term": st.one_of(junk, st.sampled_from(["jitter", "MOS", "rssi", "resolution", "r-value", "udp", "vpn"])),
        "field": st.one_of(junk, st.sampled_from(["user_name", "vpn", "video", "rssi", "microphone", "minutes"])),
        "group": st.one_of(junk, st.just({"location": "Berlin"})),
        "filter": junk,
        "audience": st.one_of(junk, st.sampled_from(["isp", "zoom", "network", "helpdesk"])),
        "style": st.one_of(junk, st.just("executive")),
        "length": st.one_of(junk, st.just("short")),
        "format": junk,
        "channel": st.one_of(junk, st.just("#av-support")),
        "until": st.one_of(junk, st.sampled_from(["5pm", "an hour", "tomorrow"])),
        "target": st.one_of(junk, st.sampled_from(["last_answer", "this_meeting"])),
        "min_participants": junk,
        "minutes": junk,
        "share": junk,
        "label": st.one_of(junk, st.sampled_from(["poor", "fair", "good", "unrated"])),
        "site": junk,
        "expect": st.one_of(junk, st.just("fired")),
        "topic": st.one_of(junk, st.sampled_from(["content", "room_booking", "meeting_control", "privacy_override"])),
        "kind": st.one_of(junk, st.sampled_from(["thanks", "greeting"])),
    },
)
places = st.sampled_from([None, "Berlin", "Lisbon", "New York (US)"])


@st.composite
def somebody(draw: st.DrawFn, place: int) -> Participant:
    start = draw(st.sampled_from([kofi, ana, participant, dialled_in]))
    person: Participant = start()
    causes = (
        person.cause
        if person.label in {Label.GOOD, Label.UNRATED}
        else replace(
            person.cause, code=draw(st.sampled_from(CODES)), advice=draw(st.sampled_from(["", "Use a cable."]))
        )
    )
    return replace(
        person,
        key=str(16778240 + place),
        participant_ids=(str(16778240 + place),),
        name=draw(st.sampled_from([None, "Bo 5", "Kofi Mensah", "<!here> 7 %", "x" * 60, person.name])),
        cause=causes,
        location=draw(places),
        data_center=draw(st.sampled_from([None, "Frankfurt"])),
        network_type=draw(st.sampled_from([None, "Wifi", "Wired"])),
        connection_type=draw(st.sampled_from([None, "UDP", "TCP"])),
        wifi_rssi_dbm=draw(st.sampled_from([None, -79.4, -51.0])),
        joined_at=draw(st.sampled_from([None, START, START + 3 * MINUTE])),
        joins=draw(st.integers(1, 3)),
        has_summary=draw(st.booleans()),
    )


@st.composite
def calls(draw: st.DrawFn) -> Report:
    people = [draw(somebody(place)) for place in range(draw(st.integers(0, 5)))]
    base = report(people, complete=draw(st.booleans()), missing=draw(st.sampled_from([(), ("network types: 403",)])))
    subject = replace(base.subject, ended_at=draw(st.sampled_from([base.subject.ended_at, None])))
    subject = replace(subject, started_at=draw(st.sampled_from([subject.started_at, None])))
    scope = draw(st.sampled_from(list(Scope)))
    cause = draw(st.sampled_from(["none", "site_or_isp", "remote_sender", "datacenter_or_zoom"]))
    return replace(base, subject=subject, verdict=replace(base.verdict, scope=scope, cause=cause))


@st.composite
def minutes_of(draw: st.DrawFn, call: Report) -> tuple[Minute, ...]:
    found = []
    for person in call.participants:
        for at in draw(st.lists(st.integers(-1, 50), max_size=8, unique=True)):
            loss = draw(st.sampled_from([0.0, 0.04, 3.0, 12.25]))
            row = Measured("audio_sent", Spread(0, loss, loss), Spread(40, 61, 90), None, Spread(60, 64, 70))
            key = (draw(st.sampled_from(list(Media))), draw(st.sampled_from(list(Direction))))
            found.append(Minute(START + at * MINUTE, person.key, (rate_stream(key, row, DEFAULT_LIMITS.metrics),)))
    return tuple(found)


channels = st.sampled_from(
    [
        None,
        ChannelFacts(),
        ChannelFacts((Subscription("s1", "T1", "C1", "U1", (), DEFAULT_RULE, START),)),
        ChannelFacts(
            (Subscription("s1", "T1", "C1", "U1", (), DEFAULT_RULE, START),),
            (
                LogEntry(NOW, "s1", Outcome.QUIET, detail="22:00–07:00 Europe/Berlin", until=NOW),
                LogEntry(NOW, "s1", Outcome.POSTED),
            ),
            alert_id=3,
            quiet="22:00–07:00 Europe/Berlin",
            taken_by="",
        ),
    ]
)


@given(data=st.data(), intent=st.sampled_from(INTENTS))
@settings(max_examples=300, deadline=None)
def test_every_question_gets_a_line_and_every_number_a_receipt(data: st.DataObject, intent: Intent) -> None:
    call = data.draw(calls())
    keys = [p.key for p in call.participants]
    some = st.lists(st.sampled_from(keys), max_size=2, unique=True) if keys else st.just([])
    facts = Facts(
        call,
        NOW,
        minutes=data.draw(st.one_of(st.just(()), minutes_of(call))),
        past=data.draw(st.sampled_from([(), (report([kofi(), *good_people(3)]),)])),
        channel=data.draw(channels),
        asker=data.draw(st.sampled_from([None, *keys])),
        asker_known=data.draw(st.booleans()),
        zone=data.draw(st.sampled_from([ZoneInfo("UTC"), ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Kolkata")])),
    )
    said: dict[str, Any] = data.draw(slots)
    turns = (
        [Turn("U1", "earlier", data.draw(st.sampled_from(INTENTS)), {}, tuple(data.draw(some)))]
        if data.draw(st.booleans())
        else []
    )
    answer = answered(Reading(intent, said, people=tuple(data.draw(some))), facts, turns)
    assert answer.text.strip() or answer.reaction
    assert all(answer.text.splitlines()) or answer.preformatted
    typed = " ".join(str(value) for value in said.values())
    assert without_receipt(answer, facts, typed) == [], (intent, answer.text)
    assert len(answer.suggestions) <= 3
    assert answer.prepared is None or 0 < len(answer.prepared.label) <= 75
    if answer.chart is not None:
        assert 0 < len(answer.chart.series) <= 6
        assert len(answer.chart.categories) <= 20
        assert all(len(one.values) == len(answer.chart.categories) for one in answer.chart.series)


@pytest.mark.parametrize("intent", INTENTS)
def test_there_is_one_row_for_each(intent: Intent) -> None:
    assert [row.intent for row in ROWS].count(intent) == 1
