"""What a button remembers: which call, looked at how. A short JSON text in the button's `value`."""

import json
from typing import Any

from bot.domain.model import CallUuid, Kind, Media, MeetingNumber, MeetingRef, Sort, Subject, View
from bot.errors import BadInput

LONGEST_UUID = 64
"""Zoom's have 24 characters; a menu entry's value holds 150 in all."""


def encode(subject: Subject, view: View) -> str:
    """Prefers the UUID: a number would mean another instance next week."""
    uuid = subject.uuid if subject.uuid and len(subject.uuid) <= LONGEST_UUID else None
    said = {
        "k": subject.kind.value,
        "u": uuid,
        "n": None if uuid else subject.number,
        "s": view.sort.value,
        "m": view.media.value if view.media else None,
        "t": view.top,
    }
    return json.dumps({key: value for key, value in said.items() if value is not None}, separators=(",", ":"))


def decode(value: str) -> tuple[MeetingRef, View]:
    """The reverse.

    Raises:
        BadInput: a button of another version, or none of ours.
    """
    try:
        said: dict[str, Any] = json.loads(value)
        uuid, number = said.get("u"), said.get("n")
        ref = MeetingRef(
            Kind(said["k"]),
            MeetingNumber(number) if isinstance(number, str) and not uuid else None,
            CallUuid(uuid) if isinstance(uuid, str) else None,
        )
        media, top = said.get("m"), said.get("t")
        view = View(
            Sort(said.get("s", "worst")), Media(media) if media else None, top if isinstance(top, int) else None
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise old_button() from error
    if ref.uuid is None and ref.number is None:
        raise old_button()
    return ref, view


def old_button() -> BadInput:
    """The refusal of a button whose memory is not ours."""
    return BadInput(
        "old_button", "This button is from an older message.", "Ask again with `/qos meeting` and the number."
    )
