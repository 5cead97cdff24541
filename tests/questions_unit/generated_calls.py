"""Calls, readings and threads made at random, sensible and senseless, for tests that must hold for all of them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from bot.domain.judgement import judge
from bot.domain.minutes import AS_THEY_ARE, minute
from bot.domain.model import (
    Attendance,
    Call,
    CallUuid,
    CpuFacts,
    DirectionNote,
    Kind,
    Leg,
    Measured,
    MeetingNumber,
    Pressure,
    Reading,
    Report,
    Source,
    Spread,
    Subject,
)
from bot.questions.asked import ASKER, LAST_MENTIONED, LAST_TWO, Intent, Turn
from bot.questions.asked import Reading as Asked
from bot.questions.facts import Facts
from tests.builders import END, NOW, START

NAMES = (
    "Ana Souza",
    "Ana Reyes",
    "Kofi Mensah",
    "José Álvarez",
    "Person 12",
    "+49 30 ***12",
    "<!here> *7 %*",
    "No 7",
    "ana@example.com",
    "\u202e",
    None,
)
PLACES = ("Berlin", "Berlin (DE)", "Windows 11", "Zoom Rooms", "Wifi", "6.2.1", "<x>", "", "Room 5")
TEXTS = st.sampled_from(PLACES)
HARDWARE = st.sampled_from((*PLACES, "Jabra f8:5e:a0:12:92:d8", "192.0.2.7"))
WORDS = st.sampled_from(
    [
        "worst", "best", "overall", "loss", "latency", "jitter", "cpu", "rssi", "mos", "bitrate", "frame_rate",
        "inherit", "audio", "video", "share", "sent", "received", "avg", "max", "min", "no_breach", "poor", "good",
        "location",
        "network_type", "device", "room", "Berlin", "Wifi", "microphone", "version", "vpn", "isp", "mac", "meeting",
        "meeting_median", "previous_instance", "2026-11-17", "last_week", "7d", "30d", "2w", "Ana#2",
        ASKER, LAST_MENTIONED, LAST_TWO, ">", "<", ">=", "breach", "not", "unheard of", "", "host",
    ]
)  # fmt: skip
NUMBERS = st.one_of(
    st.integers(-3, 50), st.floats(allow_nan=True, allow_infinity=True), st.just(10**400), st.booleans()
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(WORDS, NUMBERS, st.none()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.one_of(WORDS, st.sampled_from(["not", "op", "value", "metric", "role", "label"])), inner, max_size=3
        ),
    ),
    max_leaves=5,
)
SLOTS = [
    "order",
    "metric",
    "media",
    "direction",
    "n",
    "offset",
    "filter",
    "lang",
    "op",
    "value",
    "stat",
    "participant",
    "participants",
    "field",
    "compare",
    "against",
    "by",
    "values",
    "target",
    "baseline",
    "window",
    "group",
    "label",
    "location",
    "device",
    "network_type",
]
SENSIBLE: Mapping[str, tuple[Any, ...]] = {
    "order": ("worst", "best"),
    "metric": ("overall", "loss", "latency", "jitter", "cpu", "rssi", "mos", "bitrate", "frame_rate"),
    "media": ("audio", "video", "share", ["audio", "video"]),
    "direction": ("sent", "received"),
    "n": (1, 2, 3, 50),
    "offset": (0, 1, 30),
    "filter": ("no_breach", {"device": {"not": "room"}}, {"network_type": "Wifi"}, {"label": {"not": "poor"}}),
    "op": (">", "<", ">=", "<=", "breach", "not"),
    "value": (0, 2, 5.04, 150, 300),
    "stat": ("avg", "max"),
    "field": ("microphone", ["speaker", "version"], "vpn", "isp", "rssi", "location"),
    "compare": ("meeting",),
    "against": ("meeting_median",),
    "by": ("location", "network_type", "device", "version", "data_center"),
    "values": (["Wifi", "Wired"], ["Berlin"], ["Berlin", "Nowhere"]),
    "group": ({"location": "Berlin"}, {"network_type": "Wired"}),
    "target": ("previous_instance", "2026-11-17", "9999-99-99", "last_week"),
    "participant": (ASKER, LAST_MENTIONED, "Ana Souza", "Ana#2", {"role": "host"}),
    "participants": (LAST_TWO, ["Ana Souza", "Kofi Mensah"]),
}


@st.composite
def spreads(draw: st.DrawFn, top: float) -> Spread | None:
    if draw(st.integers(0, 5)) == 0:
        return None
    avg = draw(st.one_of(st.none(), st.floats(0, top)))
    return Spread(None, avg, draw(st.one_of(st.none(), st.floats(avg or 0, top))))


@st.composite
def rows(draw: st.DrawFn, kind: str) -> Measured:
    return Measured(
        kind,
        draw(spreads(30)),
        draw(spreads(900)),
        draw(spreads(200)),
        draw(spreads(2000)),
        draw(spreads(30)) if kind.startswith("video") else None,
        draw(st.sampled_from([None, "1280*720", "320*180"])),
    )


@st.composite
def legs(draw: st.DrawFn, number: int) -> Leg:
    kinds = draw(st.lists(st.sampled_from(sorted(AS_THEY_ARE)), max_size=4, unique=True))
    begin, stay = draw(st.integers(0, 30)), draw(st.integers(0, 45))
    timed = draw(st.booleans())
    seen = Attendance(
        str(number),
        role=draw(st.sampled_from([None, "host", "attendee"])),
        joined_at=START + timedelta(minutes=begin) if timed else None,
        left_at=START + timedelta(minutes=begin + stay) if timed else None,
        network_type=draw(st.sampled_from([None, "Wifi", "Wired", "Cellular", "strange"])),
        connection_type=draw(st.sampled_from([None, "UDP", "TCP", "SSL + Proxy"])),
        location=draw(st.one_of(st.none(), TEXTS)),
        data_center=draw(st.one_of(st.none(), HARDWARE)),
        device=draw(st.one_of(st.none(), TEXTS)),
        client_version=draw(st.sampled_from([None, "6.2.1", "5.17.0", "x"])),
        network_group=draw(st.sampled_from([None, "g1", "g2"])),
        microphone=draw(st.one_of(st.none(), HARDWARE)),
    )
    who = draw(st.integers(0, 9))
    return Leg(
        str(number),
        name=draw(st.sampled_from(NAMES)),
        email=f"p{who}@example.com" if who < 8 else None,
        attendance=draw(st.sampled_from([seen, seen, None])),
        measured=tuple(draw(rows(kind)) for kind in kinds),
        cpu=draw(st.sampled_from([None, CpuFacts(Spread(1, 72.5, 100), 99.0, pressure_avg=Pressure.CRITICAL)])),
        wifi_rssi_dbm=draw(st.sampled_from([None, Spread(-80, -79.5, -60), Spread(0, 0, 0)])),
        has_summary=draw(st.booleans()) or bool(kinds),
    )


@st.composite
def reports(draw: st.DrawFn, days_ago: int = 0) -> Report:
    people = tuple(draw(legs(16778240 + n)) for n in range(draw(st.integers(0, 6))))
    start = draw(st.sampled_from([START - timedelta(days=days_ago), None]))
    subject = Subject(
        Kind.MEETING,
        MeetingNumber("85812345678"),
        CallUuid(f"call-{days_ago}"),
        draw(st.sampled_from([None, "Weekly 5", "a@b.example 192.0.2.1"])),
        None,
        start,
        start and END - timedelta(days=days_ago),
    )
    note = DirectionNote(Reading.DOCUMENTED, draw(st.sampled_from([None, True, False])))
    return judge(Call(subject, people, Source.EVENTS, NOW), AS_THEY_ARE, note)


@st.composite
def calls(draw: st.DrawFn) -> Facts:
    """A call with some of its minutes, its earlier instances, and who asks."""
    report = draw(reports())
    ids = [one for p in report.participants for one in p.participant_ids]
    told = [
        minute(
            START + timedelta(minutes=draw(st.integers(0, 44))),
            draw(st.sampled_from(ids)),
            [draw(rows(kind))],
            AS_THEY_ARE,
        )
        for kind in draw(st.lists(st.sampled_from(sorted(AS_THEY_ARE)), max_size=4))
        if ids
    ]
    earlier = tuple(draw(reports(days)) for days in draw(st.sampled_from([(), (7,), (7, 14, 21)])))
    keys = [None, *(p.key for p in report.participants)]
    asker = draw(st.sampled_from(keys))
    return Facts(
        report=report,
        now=NOW,
        minutes=tuple(told),
        earlier=earlier,
        past=draw(st.sampled_from([(), earlier])),
        asker=asker,
        asker_known=asker is not None or draw(st.booleans()),
    )


@st.composite
def slots(draw: st.DrawFn) -> Mapping[str, Any]:
    """Mostly what a question may say, now and then what no question can."""
    chosen = draw(st.lists(st.sampled_from(SLOTS), max_size=5, unique=True))
    return {
        name: draw(st.sampled_from(SENSIBLE[name])) if name in SENSIBLE and draw(st.integers(0, 3)) else draw(VALUES)
        for name in chosen
    }


@st.composite
def readings(draw: st.DrawFn, intent: Intent, facts: Facts) -> Asked:
    keys = [p.key for p in facts.report.participants]
    people = draw(st.lists(st.sampled_from([*keys, "gone"]), max_size=3, unique=True))
    return Asked(intent, draw(slots()), people=tuple(people))


@st.composite
def threads(draw: st.DrawFn, facts: Facts) -> tuple[Turn, ...]:
    found = []
    for _ in range(draw(st.integers(0, 2))):
        reading = draw(readings(draw(st.sampled_from(list(Intent))), facts))
        clarify = reading.people if draw(st.booleans()) else ()
        found.append(Turn("U1", "earlier", reading.intent, reading.slots, reading.people, clarify))
    return tuple(found)


def nobody_in(facts: Facts) -> Facts:
    """The same call without anybody."""
    return replace(facts, report=replace(facts.report, participants=()), minutes=(), asker=None)
