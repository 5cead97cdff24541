"""One row of a participant list to `Attendance`: who, where and when, for one join. Pure; keeps no address."""

import hashlib
import re
import sys
from collections.abc import Callable, Mapping
from functools import lru_cache

from bot.domain.model import Attendance, Kind
from bot.zoom.fields import display_name, fact, instant
from bot.zoom.values import Complain

LONGEST_DEVICE = 60
_BEFORE_BRACKET = re.compile(r"\s+(?=\))|(?<=\()\s+")
_SPACES = re.compile(r"\s+")


def attendance(kind: Kind, row: Mapping[str, object], complain: Complain) -> Attendance | None:
    """The row, or None for somebody who only was in the waiting room."""
    get = row.get

    def said(field: str) -> str | None:
        return fact(get(field), complain, f"a {field}")

    if said("status") == "in_waiting_room":
        return None
    who = _session_user(row, said) if kind is Kind.SESSION else _participant(row, said)
    participant_id, user_id, role = who
    name_field = "name" if kind is Kind.SESSION else "user_name"
    return Attendance(
        participant_id=participant_id or "",
        user_id=user_id,
        name=display_name(get(name_field), complain, f"a {name_field}"),
        email=said("email") if kind is not Kind.SESSION else None,
        role=_shared(role),
        joined_at=instant(get("join_time"), complain, "a join_time"),
        left_at=instant(get("leave_time"), complain, "a leave_time"),
        network_type=_shared(said("network_type")),
        connection_type=_shared(said("connection_type")),
        location=_tidy(said("location")),
        data_center=_data_center(said("data_center") or said("full_data_center")),
        device=_device(said("device"), said("os") or said("browser_name")),
        client_version=_shared(said("version") or said("client")),
        network_group=_network_group(said("ip_address")),
        leave_reason=said("leave_reason"),
        microphone=_peripheral(said("microphone")),
        speaker=_peripheral(said("speaker")),
        camera=_peripheral(said("camera")),
    )


Said = Callable[[str], str | None]
_Who = tuple[str | None, str | None, str | None]


def _participant(row: Mapping[str, object], said: Said) -> _Who:
    """`user_id` is the id of this join here; `id` is the older name of `participant_user_id`."""
    join = fact(row.get("user_id"), numbers=True)
    return join, said("participant_user_id") or said("id"), said("role")


def _session_user(row: Mapping[str, object], said: Said) -> _Who:
    key = said("user_key")
    role = "host" if row.get("is_original_host") is True else None
    return fact(row.get("id"), numbers=True), f"key:{key}" if key else None, role


def _shared(words: str | None) -> str | None:
    """The same text, kept once for everybody who has it: a call of 10,000 repeats a few hundred."""
    return words and sys.intern(words)


_once = lru_cache(maxsize=4096)
"""Places and devices repeat: each is worked out once, and kept once for everybody who has it."""


@_once
def _tidy(place: str | None) -> str | None:
    """`Milpitas (US )` as `Milpitas (US)`."""
    return place and _SPACES.sub(" ", _BEFORE_BRACKET.sub("", place))


@_once
def _data_center(places: str | None) -> str | None:
    """A `;`-list of places, each once."""
    parts = dict.fromkeys(filter(None, (_tidy(part.strip()) for part in (places or "").split(";"))))
    return ", ".join(parts) or None


@_once
def _device(device: str | None, system: str | None) -> str | None:
    """`Windows`, `Windows 11`, or `Web (Firefox)`: the system or the browser where it says more."""
    if device is None or system is None or system.casefold() in device.casefold():
        return _short(device or system)
    return _short(system if device.casefold() in system.casefold() else f"{device} ({system})")


def _short(name: str | None) -> str | None:
    return name if name is None or len(name) <= LONGEST_DEVICE else f"{name[: LONGEST_DEVICE - 1]}…"


@_once
def _peripheral(name: str | None) -> str | None:
    """`FaceTime HD Camera`. Blank for people of other accounts (Zoom's dashboard pages)."""
    return _short(name and _SPACES.sub(" ", name))


def _network_group(address: str | None) -> str | None:
    """An opaque key that is equal for equal public addresses; the address itself goes no further."""
    return hashlib.sha256(address.lower().encode(errors="replace")).hexdigest()[:16] if address else None
