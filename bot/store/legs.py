"""A leg as compact JSON bytes and back, exactly. Knows the format and its version; knows no table.

A body is `{"v":1,…}` with one-letter keys; what is None is left out. Measured rows, CPU and attendance are arrays in
the order of their dataclass, a `Spread` is `[min, avg, max]`, an instant is epoch microseconds. NaN and infinity become
null (not measured), lone surrogates U+FFFD: JSON knows neither.
"""

import asyncio
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import orjson

from bot.domain.model import Attendance, CpuFacts, Leg, Measured, Media, Pressure, Spread, ZoomSays
from bot.errors import StoreError
from bot.store.columns import from_micros, storable, to_micros

VERSION = 1
CHUNK = 250
"""Legs turned at once: some 10 ms of work, after which whoever else waits gets a turn."""

_In = TypeVar("_In")
_Out = TypeVar("_Out")


def encode(leg: Leg) -> bytes:
    """The leg as JSON bytes of `VERSION`."""
    body: dict[str, Any] = {"v": VERSION, "p": leg.participant_id}
    parts = (
        ("u", leg.user_id),
        ("n", leg.name),
        ("e", leg.email),
        ("a", leg.attendance and _attendance(leg.attendance)),
        ("m", [_measured(row) for row in leg.measured] or None),
        ("c", leg.cpu and _cpu(leg.cpu)),
        ("w", leg.wifi_rssi_dbm and (*leg.wifi_rssi_dbm,)),
        (
            "z",
            None if leg.zoom_says is None else {media.value: (s.word, s.score) for media, s in leg.zoom_says.items()},
        ),
        ("h", None if leg.has_summary else 0),
    )
    body.update(part for part in parts if part[1] is not None)
    try:
        return orjson.dumps(body)
    except TypeError:  # a lone surrogate, in a hostile display name perhaps
        return orjson.dumps(_storable(body))


def decode(body: bytes) -> Leg:
    """The leg that `encode` was given. Raises `StoreError` when the bytes are of a newer version or damaged."""
    try:
        found = orjson.loads(body)
        if found["v"] == VERSION:
            return _leg(found)
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise StoreError("store_failed", "A stored call is damaged.", "Ask for it again with `refresh`.") from error
    raise StoreError("store_newer", "A stored call was written by a newer version of this bot.", "Update the bot.")


async def in_chunks(convert: Callable[[_In], _Out], values: Sequence[_In]) -> list[_Out]:
    """Every value converted, in order. Many are converted in a thread, a chunk at a time: the event loop stays free."""
    if len(values) <= CHUNK:
        return [convert(value) for value in values]
    done: list[_Out] = []
    for start in range(0, len(values), CHUNK):
        done += await asyncio.to_thread(_convert, convert, values[start : start + CHUNK])
    return done


def _convert(convert: Callable[[_In], _Out], values: Sequence[_In]) -> list[_Out]:
    return [convert(value) for value in values]


def _measured(row: Measured) -> tuple[object, ...]:
    # A Spread is a tuple, but orjson writes plain tuples only.
    return (
        row.type,
        row.loss_pct and (*row.loss_pct,),
        row.latency_ms and (*row.latency_ms,),
        row.jitter_ms and (*row.jitter_ms,),
        row.bitrate_kbps and (*row.bitrate_kbps,),
        row.frame_rate_fps and (*row.frame_rate_fps,),
        row.resolution,
    )


def _cpu(cpu: CpuFacts) -> tuple[object, ...]:
    spread = cpu.zoom_pct and (*cpu.zoom_pct,)
    return (spread, cpu.system_max_pct, cpu.pressure_min, cpu.pressure_avg, cpu.pressure_max)


def _attendance(row: Attendance) -> tuple[object, ...]:
    return (
        row.participant_id,
        row.user_id,
        row.name,
        row.email,
        row.role,
        None if row.joined_at is None else to_micros(row.joined_at),
        None if row.left_at is None else to_micros(row.left_at),
        row.network_type,
        row.connection_type,
        row.location,
        row.data_center,
        row.device,
        row.client_version,
        row.network_group,
        row.leave_reason,
        *_peripherals(row),
    )


def _peripherals(row: Attendance) -> tuple[object, ...]:
    """At the end and only where one is known: bodies written before Zoom's peripherals were kept end here."""
    known = (row.microphone, row.speaker, row.camera)
    return known if any(known) else ()


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return storable(str(value))
    if isinstance(value, dict):
        return {_storable(key): _storable(item) for key, item in value.items()}
    return [_storable(item) for item in value] if isinstance(value, (list, tuple)) else value


def _leg(found: dict[str, Any]) -> Leg:
    get = found.get
    attendance, cpu, wifi, says = get("a"), get("c"), get("w"), get("z")
    return Leg(
        participant_id=found["p"],
        user_id=get("u"),
        name=get("n"),
        email=get("e"),
        attendance=_read_attendance(attendance) if attendance else None,
        measured=tuple([_read_measured(row) for row in get("m", ())]),
        cpu=_read_cpu(cpu) if cpu else None,
        wifi_rssi_dbm=Spread(*wifi) if wifi else None,
        zoom_says=None if says is None else {Media(media): ZoomSays(*said) for media, said in says.items()},
        has_summary="h" not in found,
    )


def _read_measured(row: list[Any]) -> Measured:
    kind, loss, latency, jitter, bitrate, frame_rate, resolution = row
    return Measured(
        sys.intern(kind),  # a few words, repeated some ten thousand times
        Spread(*loss) if loss else None,
        Spread(*latency) if latency else None,
        Spread(*jitter) if jitter else None,
        Spread(*bitrate) if bitrate else None,
        Spread(*frame_rate) if frame_rate else None,
        resolution,
    )


def _read_cpu(row: list[Any]) -> CpuFacts:
    zoom, system, *pressures = row
    words = [None if word is None else Pressure(word) for word in pressures]
    return CpuFacts(Spread(*zoom) if zoom else None, system, *words)


def _read_attendance(row: list[Any]) -> Attendance:
    times = [None if micros is None else from_micros(micros) for micros in row[5:7]]
    return Attendance(*row[:5], *times, *row[7:])
