"""Calls and legs to store: a few by hand, and hypothesis strategies for arbitrary ones."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from bot.domain.model import (
    Attendance,
    Call,
    CpuFacts,
    Kind,
    Leg,
    Measured,
    Media,
    Pressure,
    Source,
    Spread,
    Subject,
    ZoomSays,
)

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
NUMBER = "85812345678"
UUID = "/ajXp112QmuoKj4854875=="


def leg(n: int = 1, **changes: Any) -> Leg:
    """One join of person `n`, with everything that Zoom can say of it."""
    attendance = Attendance(
        f"join-{n}",
        user_id=f"user-{n}",
        name=f"Person {n}",
        email=f"person{n}@example.com",
        role="attendee",
        joined_at=NOON,
        left_at=NOON + timedelta(minutes=30, microseconds=n),
        network_type="Wifi",
        connection_type="UDP",
        location="Lisbon (PT)",
        data_center="Frankfurt",
        device="Windows",
        client_version="6.2.1",
        network_group="g1",
        leave_reason="left the meeting",
        microphone="Jabra Evolve2 65",
        camera="FaceTime HD Camera",
    )
    measured = (
        Measured("audio_input", Spread(0, 1.5, 9.25), Spread(20, 40, 80), Spread(1, 2, None), Spread(30, 32, 35)),
        Measured("video_output", None, Spread(None, 55.5, None), None, None, Spread(5, 20, 30), "1280*720"),
    )
    plain = Leg(
        f"join-{n}",
        f"user-{n}",
        f"Person {n}",
        f"person{n}@example.com",
        attendance,
        measured,
        CpuFacts(Spread(1, 2, 3), 97.0, Pressure.NORMAL, None, Pressure.CRITICAL),
        Spread(-80, -60.5, -50),
        {Media.AUDIO: ZoomSays("good", 4.2), Media.SHARE: ZoomSays(None, None)},
    )
    return replace(plain, **changes)


def call(legs: int | tuple[Leg, ...] = 2, **changes: Any) -> Call:
    """A meeting with that many people; `changes` are of `Call` or of its `Subject`."""
    subject = Subject(Kind.MEETING, NUMBER, UUID, "Weekly", "Host", NOON, NOON + timedelta(hours=1))
    of_subject = {name: changes.pop(name) for name in list(changes) if name in Subject.__slots__}
    people = tuple(leg(n) for n in range(legs)) if isinstance(legs, int) else legs
    fetched = Call(replace(subject, **of_subject), people, Source.REST, NOON + timedelta(hours=2))
    return replace(fetched, **changes)


# NUL and lone surrogates cannot be kept in every database; tests of their own say what becomes of them.
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
maybe_text = st.none() | texts
numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**53), 2**53)
spreads = st.none() | st.builds(Spread, numbers, numbers, numbers)
instants = st.none() | st.datetimes(timezones=st.just(UTC))
pressures = st.none() | st.sampled_from(Pressure)

measured_rows = st.builds(Measured, texts, spreads, spreads, spreads, spreads, spreads, maybe_text)
cpus = st.none() | st.builds(CpuFacts, spreads, numbers, pressures, pressures, pressures)
attendances = st.none() | st.builds(
    Attendance,
    texts,
    user_id=maybe_text,
    name=maybe_text,
    email=maybe_text,
    role=maybe_text,
    joined_at=instants,
    left_at=instants,
    network_type=maybe_text,
    connection_type=maybe_text,
    location=maybe_text,
    data_center=maybe_text,
    device=maybe_text,
    client_version=maybe_text,
    network_group=maybe_text,
    leave_reason=maybe_text,
)
says = st.none() | st.dictionaries(st.sampled_from(Media), st.builds(ZoomSays, maybe_text, numbers))
legs = st.builds(
    Leg,
    texts,
    maybe_text,
    maybe_text,
    maybe_text,
    attendances,
    st.lists(measured_rows, max_size=3).map(tuple),
    cpus,
    spreads,
    says,
    st.booleans(),
)
subjects = st.builds(
    Subject, st.sampled_from(Kind), texts.filter(bool), texts.filter(bool), maybe_text, maybe_text, instants, instants
)
calls = st.builds(
    Call,
    subjects,
    st.lists(legs, max_size=4).map(tuple),
    st.sampled_from(Source),
    st.datetimes(timezones=st.just(UTC)),
    st.booleans(),
    st.lists(texts, max_size=3).map(tuple),
)
