"""What a button remembers: which call, looked at how. A short JSON text in the button's `value`."""

import json
from typing import Any

from bot.domain.model import CallUuid, Kind, Media, MeetingNumber, MeetingRef, Sort, Subject, View
from bot.errors import BadInput


def encode(subject: Subject, view: View) -> str:
    """Prefers the UUID: a number would mean another instance next week."""
    said = {
        "k": subject.kind.value,
        "u": subject.uuid,
        "n": None if subject.uuid else subject.number,
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
        raise _old_button() from error
    if ref.uuid is None and ref.number is None:
        raise _old_button()
    return ref, view


def _old_button() -> BadInput:
    return BadInput(
        "old_button", "This button is from an older message.", "Ask again with `/qos meeting` and the number."
    )
