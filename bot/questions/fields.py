"""What is known of people beside their numbers: fields, their names and spellings, and whether a person has a value.

Rows only; which people a question keeps is decided in `filters`.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from bot.blocks.words import network
from bot.domain.model import Direction, Label, Media, Participant, Report
from bot.questions.pen import Pen
from bot.questions.spot_words import safe, typed

Values = Callable[[Participant], str | None]

FIELDS: Mapping[str, Values] = {
    "network_type": lambda p: p.network_type,
    "device": lambda p: p.device,
    "location": lambda p: p.location,
    "data_center": lambda p: p.data_center,
    "client_version": lambda p: p.client_version,
    "connection_type": lambda p: p.connection_type,
    "role": lambda p: p.role,
    "label": lambda p: str(p.label),
    "microphone": lambda p: p.microphone,
    "speaker": lambda p: p.speaker,
    "camera": lambda p: p.camera,
    "participant": lambda p: p.name,
}
ALIASES: Mapping[str, str] = {
    "network": "network_type",
    "connection": "connection_type",
    "os": "device",
    "client": "client_version",
    "version": "client_version",
    "app_version": "client_version",
    "site": "location",
    "office": "location",
    "city": "location",
    "country": "location",
    "place": "location",
    "datacenter": "data_center",
    "data_centre": "data_center",
    "dc": "data_center",
    "participants": "participant",
    "person": "participant",
    "name": "participant",
    "headset": "microphone",
    "mic": "microphone",
    "quality": "label",
}
PHRASES: Mapping[str, str] = {
    "network_type": "on {}",
    "device": "on {}",
    "location": "in {}",
    "data_center": "on the data centre {}",
    "client_version": "on client version {}",
    "connection_type": "connected by {}",
    "role": "in the role of {}",
    "label": "rated {}",
    "microphone": "using the microphone {}",
    "speaker": "using the speaker {}",
    "camera": "using the camera {}",
    "participant": "{}",
}
FIELD_WORDS: Mapping[str, str] = {
    "network_type": "network",
    "device": "device",
    "location": "place",
    "data_center": "data centre",
    "client_version": "client version",
    "connection_type": "connection",
    "role": "role",
    "label": "label",
    "microphone": "microphone",
    "speaker": "speaker",
    "camera": "camera",
    "participant": "name",
}
ROOMS = re.compile(r"\brooms?\b|zoomroom|h\.?323|\bsip\b|\bcrc\b", re.IGNORECASE)
PHONES = re.compile(r"^\s*(?:phone\b|pstn|telephone)", re.IGNORECASE)
_DEVICES: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys(("room", "rooms", "zoom room", "zoom rooms", "meeting room", "meeting rooms"), ROOMS),
    **dict.fromkeys(("phone", "phones", "telephone", "pstn", "dialin", "dial-in", "dialled in"), PHONES),
    **dict.fromkeys(("mobile", "smartphone", "phone or tablet"), re.compile(r"iphone|ipad|ios|android", re.I)),
    **dict.fromkeys(("browser", "web"), re.compile(r"\bweb\b|browser|chrome|firefox|safari|edge", re.I)),
    **dict.fromkeys(("laptop", "computer", "desktop"), re.compile(r"win|mac|linux", re.I)),
    **dict.fromkeys(("ios", "iphone"), re.compile(r"iphone|ipad|\bios\b", re.I)),
}
_NETWORKS: Mapping[str, str] = {
    **dict.fromkeys(("wireless", "wlan"), "wifi"),
    **dict.fromkeys(("mobile", "mobiledata", "lte", "4g", "5g", "3g", "phone"), "cellular"),
    **dict.fromkeys(("cable", "cabled", "lan", "ethernet", "wire"), "wired"),
}
LABEL_OF: Mapping[str, Label] = {
    **{str(label): label for label in Label},
    **dict.fromkeys(("bad", "breach", "red", "trouble", "terrible", "worst"), Label.POOR),
    **dict.fromkeys(("ok", "okay", "fine", "clean", "no_breach", "green", "best"), Label.GOOD),
    **dict.fromkeys(("not rated", "unknown", "not_rated", "no data"), Label.UNRATED),
}
HOW: Mapping[str, str] = {
    "room": "recognised by the device that Zoom reports: Zoom Rooms and room systems",
    "phone": "recognised by the device that Zoom reports: a telephone",
}


def field_of(key: Any) -> str | None:
    """The field of a person that a slot means, under whichever name; None for anything else."""
    if not isinstance(key, str):
        return None
    name = ALIASES.get(key, key)
    return name if name in FIELDS else None


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Lower case without accents and surrounding space, so that `Malaga` finds `Málaga`."""
    letters = unicodedata.normalize("NFKD", text[:200].casefold().strip())
    return "".join(char for char in letters if not unicodedata.combining(char))


def _network(word: str) -> str:
    bare = re.sub(r"[\s-]", "", plain(word))
    return _NETWORKS.get(bare, bare)


def matches(field: str, person: Participant, word: str) -> bool | None:
    """Whether a person has this value of a field; None where Zoom does not say theirs."""
    value, looked_for = FIELDS[field](person), plain(word)
    if field == "role" and looked_for == "presenter":
        return any(s.media is Media.SHARE and s.direction is Direction.SENT and s.badness for s in person.streams)
    if field == "role" and looked_for in {"room", "meeting room"}:
        field, value = "device", person.device
    if value is None:
        return None
    if field == "network_type":
        return _network(value) == _network(word)
    if field == "label":
        return person.label is LABEL_OF.get(looked_for)
    if field in {"role", "participant"}:
        return plain(value) == looked_for
    if field == "device" and looked_for in _DEVICES:
        return _DEVICES[looked_for].search(value) is not None
    return looked_for in plain(value)


def phrase(pen: Pen, field: str, word: str, report: Report) -> str:
    """What goes behind \"were\": `on Wi-Fi`, `in Berlin`, `rated poor`."""
    if field == "device" and _DEVICES.get(plain(word)) is ROOMS:
        return "a meeting room"
    if field == "device" and _DEVICES.get(plain(word)) is PHONES:
        return "dialled in by telephone"
    if field == "label" and plain(word) in LABEL_OF:
        label = LABEL_OF[plain(word)]
        return "not rated" if label is Label.UNRATED else f"rated {label}"
    if field == "network_type":
        return f"on {network(_network(word)) if _network(word) in _NETWORKS.values() else typed(pen, word)}"
    known = next((v for p in report.participants if (v := FIELDS[field](p)) and plain(v) == plain(word)), None)
    return PHRASES[field].format(typed(pen, known or word))


def value_words(field: str, person: Participant) -> str | None:
    """A person's value of a field as it is shown: our spelling of networks, cleaned text, None where not known."""
    value = FIELDS[field](person)
    return safe(network(value) if field == "network_type" else value)
