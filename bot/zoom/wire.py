"""Pages of Zoom's answers to domain values: which field of which operation means what. No network, no words for people.

Lenient: unknown fields and types are ignored, a wrong type costs its own field and is named in `unreadable` (never with
what it held). This is the hot path of a report of 1,000 people, hence plain tables over dictionaries.
Sources: Zoom's QSS API page (qos_summary), Dashboards and Video SDK OpenAPI documents (participants, details).
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.domain.model import CallUuid, CpuFacts, Kind, Measured, MeetingNumber, Spread, Subject, Summary
from bot.ports import AttendancePage, Details, SummaryPage
from bot.zoom import attendees
from bot.zoom.directions import CPU_USAGE, MEDIA_TYPES
from bot.zoom.fields import display_name, fact, instant, spoken, text, wrong_type
from bot.zoom.values import (
    BITRATE_KBPS,
    CPU_PCT,
    FRAME_RATE_FPS,
    JITTER_MS,
    LATENCY_MS,
    LOSS_PCT,
    Complain,
    pressure,
    resolution,
    spread_reader,
    without_zeros,
)

Json = Mapping[str, object]

_loss = spread_reader(LOSS_PCT, "min_loss", "avg_loss", "max_loss")
_latency = spread_reader(LATENCY_MS, "min_latency", "avg_latency", "max_latency")
_jitter = spread_reader(JITTER_MS, "min_jitter", "avg_jitter", "max_jitter")
_bitrate = spread_reader(BITRATE_KBPS, "min_bitrate", "avg_bitrate", "max_bitrate")
_frame_rate = spread_reader(FRAME_RATE_FPS, "min_frame_rate", "avg_frame_rate", "max_frame_rate")
_zoom_cpu = spread_reader(CPU_PCT, "zoom_min_cpu_usage", "zoom_avg_cpu_usage", "zoom_max_cpu_usage")

CPU_FIELDS = (
    "zoom_avg_cpu_usage",
    "zoom_min_cpu_usage",
    "zoom_max_cpu_usage",
    "system_max_cpu_usage",
    "system_min_cpu_pressure_level",
    "system_avg_cpu_pressure_level",
    "system_max_cpu_pressure_level",
)


@dataclass(frozen=True, slots=True)
class _Names:
    """What one operation calls the fields of a person."""

    people: str
    participant_id: str
    user_id: str
    name: str


_IN_CALLS = _Names("participants", "participant_id", "id", "user_name")
_NAMES: Final = {
    Kind.MEETING: _IN_CALLS,
    Kind.WEBINAR: _IN_CALLS,
    Kind.SESSION: _Names("users", "id", "user_key", "name"),
}


def people_key(kind: Kind) -> str:
    """The field under which a page lists its rows."""
    return _NAMES[kind].people


def next_page_token(body: Json) -> str | None:
    """None at the end: Zoom sends an empty token there, or leaves it out."""
    token = body.get("next_page_token")
    return token if isinstance(token, str) and token.strip() else None


def summary_page(kind: Kind, body: Json) -> tuple[SummaryPage, str | None]:
    """One page of `qos_summary` and the token of the next."""
    names = _NAMES[kind]
    unreadable: list[str] = []
    rows: list[Summary] = []
    for row in _listed(body, names.people, unreadable):
        if not isinstance(row, dict):
            unreadable.append(f"a participant that is {spoken(row)}")
            continue
        complaints: list[str] = []
        rows.append(_summary(kind, names, row, complaints.append))
        if complaints:
            unreadable.append(" and ".join(dict.fromkeys(complaints)))
    return SummaryPage(tuple(rows), tuple(unreadable)), next_page_token(body)


def attendance_page(kind: Kind, body: Json) -> tuple[AttendancePage, str | None]:
    """One page of the participant list and the token of the next. People who only waited are left out."""
    unreadable: list[str] = []
    rows = []
    for row in _listed(body, people_key(kind), unreadable):
        if not isinstance(row, dict):
            unreadable.append(f"a participant that is {spoken(row)}")
            continue
        complaints: list[str] = []
        seen = attendees.attendance(kind, row, complaints.append)
        if seen is not None:
            rows.append(seen)
        if complaints:
            unreadable.append(" and ".join(dict.fromkeys(complaints)))
    return AttendancePage(tuple(rows), _count(body.get("total_records")), tuple(unreadable)), next_page_token(body)


def details(kind: Kind, body: Json) -> Details:
    """What Zoom says of the call itself. Of a session the id is the UUID, and there is no host."""
    session = kind is Kind.SESSION
    uuid = text(body.get("id" if session else "uuid"))
    number = None if session else text(body.get("id"), numbers=True)
    return Details(
        Subject(
            kind=kind,
            number=MeetingNumber(number) if number else None,
            uuid=CallUuid(uuid) if uuid else None,
            topic=text(body.get("session_name" if session else "topic")),
            host=None if session else text(body.get("host")),
            started_at=instant(body.get("start_time")),
            ended_at=instant(body.get("end_time")),
        ),
        _count(body.get("user_count" if session else "participants")),
    )


def _listed(body: Json, key: str, unreadable: list[str]) -> list[object]:
    rows = body.get(key)
    if isinstance(rows, list):
        return rows
    unreadable.append(f"a page without its list of {key}")
    return []


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _summary(kind: Kind, names: _Names, row: Json, complain: Complain) -> Summary:
    get = row.get
    user_id = fact(get(names.user_id), complain, "a user id")
    measured, cpu = qos(get("qos", []), complain)
    return Summary(
        participant_id=fact(get(names.participant_id), complain, "a participant id", numbers=True) or "",
        user_id=f"key:{user_id}" if user_id and kind is Kind.SESSION else user_id,
        name=display_name(get(names.name), complain),
        email=None if kind is Kind.SESSION else fact(get("email"), complain, "an e-mail"),
        measured=measured,
        cpu=cpu,
    )


def qos(rows: object, complain: Complain) -> tuple[tuple[Measured, ...], CpuFacts | None]:
    """Rows of `{type, details}` of one join: one `Measured` per type of media, and the CPU facts."""
    if not isinstance(rows, list):
        complain(wrong_type("a QoS list", rows))
        return (), None
    by_type: dict[str, dict[str, object]] = {}
    for row in rows:
        if not isinstance(row, dict):
            complain(f"a QoS row that is {spoken(row)}")
            continue
        kind, values = row.get("type"), row.get("details", {})
        if not isinstance(kind, str):
            complain(wrong_type("a QoS type", kind))
        elif not isinstance(values, dict):
            complain(wrong_type("a details object", values))
        else:
            kind = sys.intern(kind if kind in MEDIA_TYPES else kind.strip().lower())  # few words, kept 50,000 times
            earlier = by_type.get(kind)
            by_type[kind] = values if earlier is None else _merged(earlier, values)
    measured = tuple([_measured(kind, by_type[kind], complain) for kind in by_type if kind in MEDIA_TYPES])
    return measured, _cpu(by_type, complain)


def _measured(kind: str, values: dict[str, object], complain: Complain) -> Measured:
    loss, jitter = _loss(values, complain), _jitter(values, complain)
    latency, bitrate = _latency(values, complain), _bitrate(values, complain)
    frame_rate, picture = _frame_rate(values, complain), values.get("resolution")
    if picture is not None and not isinstance(picture, str):
        complain(wrong_type("a resolution", picture))
    if latency is not None and 0.0 in latency:
        if _flowed(bitrate) and _zero(latency) and _zero(jitter) and _zero(loss):
            latency = jitter = loss = None  # a path without delay, jitter and loss: nothing was measured
        latency = without_zeros(latency)
    if frame_rate is not None and frame_rate.avg == 0.0 and _flowed(bitrate):
        frame_rate = None
    return Measured(kind, loss, latency, jitter, bitrate, frame_rate, resolution(picture) if picture else None)


def _zero(spread: Spread | None) -> bool:
    return spread is not None and spread.avg == 0.0


def _flowed(bitrate: Spread | None) -> bool:
    return bitrate is not None and bool(bitrate.avg)


def _cpu(by_type: dict[str, dict[str, object]], complain: Complain) -> CpuFacts | None:
    """The `cpu_usage` row; else CPU fields of another row, where Zoom's own example has them (Zoom's QSS API page)."""
    values = by_type.get(CPU_USAGE)
    if values is None:
        values = next((row for row in by_type.values() if any(name in row for name in CPU_FIELDS)), None)
        if values is None:
            return None
    facts = (
        _zoom_cpu(values, complain),
        CPU_PCT.number(values.get("system_max_cpu_usage")),
        pressure(values.get("system_min_cpu_pressure_level")),
        pressure(values.get("system_avg_cpu_pressure_level")),
        pressure(values.get("system_max_cpu_pressure_level")),
    )
    return CpuFacts(*facts) if any(fact is not None for fact in facts) else None


_READ_ONE: Final = {
    **{f"{end}_loss": LOSS_PCT.number for end in ("min", "avg", "max")},
    **{f"{end}_latency": LATENCY_MS.number for end in ("min", "avg", "max")},
    **{f"{end}_jitter": JITTER_MS.number for end in ("min", "avg", "max")},
    **{f"{end}_bitrate": BITRATE_KBPS.number for end in ("min", "avg", "max")},
    **{f"{end}_frame_rate": FRAME_RATE_FPS.number for end in ("min", "avg", "max")},
    **{f"zoom_{end}_cpu_usage": CPU_PCT.number for end in ("min", "avg", "max")},
    **{f"system_{end}_cpu_pressure_level": pressure for end in ("min", "avg", "max")},
    "system_max_cpu_usage": CPU_PCT.number,
    "resolution": resolution,
}


def _merged(first: dict[str, object], second: dict[str, object]) -> dict[str, object]:
    """One type split over two rows (devforum 44764): each field from the first row that says something."""
    return {
        name: first[name] if read(first.get(name)) is not None else second[name]
        for name, read in _READ_ONE.items()
        if name in second or (name in first and read(first[name]) is not None)
    }
