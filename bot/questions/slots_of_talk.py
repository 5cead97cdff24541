"""Slots whose values are words: claims, terms, styles, ends of a silence, absent fields, conditions of an alert."""

import re
from typing import Any

from bot.questions.heard import Heard

_UNTIL = re.compile(r"\b(?:until|till|til|untill)\s+(?P<until>[^.!?\n]{1,60})", re.IGNORECASE)
_FOR = re.compile(
    r"\bfor\s+(?:the\s+(?:next|rest\s+of\s+the)\s+)?(?P<until>(?:an?|one|two|three|four|five|ten|fifteen|thirty|half|couple|few|\d+)\b[^.!?\n]{0,30}"
    r"|(?:today|tonight|now|day|hour|week|meeting|call)\b[^.!?\n]{0,20})",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b(?P<until>today|tonight|tomorrow|this week)\b", re.IGNORECASE)
_POLITE = re.compile(r"[\s,]*\b(?:please|pls|plz|thanks|thank you|ok|thx)\b.*$", re.IGNORECASE)
PARTS = (
    ("user_name", ("name", "names")),
    ("location", ("location", "locations", "city", "office", "where")),
    ("network_type", ("network", "wifi or", "connection type")),
    ("device", ("device", "devices")),
    ("data_center", ("data center", "data centers")),
    ("version", ("version", "versions", "client version")),
    ("microphone", ("microphone", "mic", "headset", "speaker")),
)
MIN_MEDIA = ("audio", "video", "share")


def until_of(text: str) -> str | None:
    """The end as the asker named it: `tomorrow`, `2 hours`."""
    match = _UNTIL.search(text) or _FOR.search(text) or _DAY.search(text)
    words = _POLITE.sub("", match["until"]).strip(" ,;:") if match else ""
    return words or None


def claim_of(heard: Heard) -> str | None:
    """What is supposed. "It's A and not B" and "A or B" suppose A."""
    said = heard.units_of("endpoint", "gear", "networkword", "network", "vpn", "zoom", "isp", "router")
    cpu = any(value == "cpu" for value in heard.values("metric"))
    endpoint = [u.start for u in said if u.concept in {"endpoint", "gear"}] + ([0] if cpu else [])
    network = [u.start for u in said if u.concept in {"networkword", "router", "network"}]
    office = heard.says("office", "our network", "our office", "branch", "lan", "our site", "building") or (
        bool(heard.values("place")) and bool(network)
    )
    denied = [u.end for u in heard.units_of("not")]
    rather = heard.says(
        "rather than", "instead of", "nothing to do with", "off the hook", "off hook", "blameless", "innocent"
    )
    if endpoint and network:
        return (
            "endpoint_not_network"
            if min(endpoint) < min(network) and not _denied(min(endpoint), denied)
            else "network_not_endpoint"
        )
    if office:
        return "not_office_network" if denied or rather else "office_network"
    for concept, value in (("vpn", "vpn"), ("network", heard.first("network")), ("zoom", "zoom"), ("isp", "isp")):
        unit = next((u for u in said if u.concept == concept), None)
        if unit is not None and value in {"vpn", "Wifi", "zoom", "isp"}:
            name = str(value).lower()
            return f"not_{name}" if denied and name != "isp" and (_denied(unit.start, denied) or rather) else name
    if cpu:
        return "cpu"
    if endpoint:
        return "network_not_endpoint" if _denied(min(endpoint), denied) else "endpoint_not_network"
    if heard.says("distance", "far away", "far", "too far"):
        return "distance"
    if "data_center" in heard.values("group"):
        return "data_center"
    return "endpoint_not_network" if network and denied else "network_not_endpoint" if network else None


def _denied(start: int, nots: list[int]) -> bool:
    return any(0 <= start - end <= 3 for end in nots)


def term_of(heard: Heard) -> str | None:
    """The word to explain, as it was said."""
    for concept in (
        "metric",
        "lagging",
        "term",
        "vpn",
        "direction",
        "group",
        "network",
        "symptom",
        "stat",
        "device",
        "role",
    ):
        units = heard.units_of(concept)
        if units:
            return " ".join(heard.words[units[0].start : units[0].end])
    match = re.search(
        r"(?:what (?:'s|is|are|does|do)|define|explain|meaning of|definition of) (.+?)(?: means?| stand for)?$",
        " ".join(heard.words),
    )
    return match[1][:60] if match else None


def style_of(heard: Heard) -> dict[str, Any]:
    executive = heard.says(
        "boss",
        "management",
        "manager",
        "managers",
        "executive",
        "executives",
        "ceo",
        "cto",
        "cio",
        "director",
        "vp",
        "leadership",
        "board",
        "non technical",
        "layman",
        "plain english",
        "customer",
        "client",
        "plain language",
        "simple words",
        "stakeholders",
    )
    short = executive or heard.says(
        "tl dr",
        "tldr",
        "short",
        "brief",
        "briefly",
        "quick",
        "one sentence",
        "one line",
        "one liner",
        "nutshell",
        "gist",
        "bottom line",
        "two sentences",
        "two lines",
        "headline",
        "few words",
        "sum up",
        "sum it up",
        "sum this up",
        "recap",
        "quickly",
    )
    return ({"style": "executive"} if executive else {}) | ({"length": "short"} if short else {})


def field_of_gap(heard: Heard) -> str | None:
    """The piece of data that is absent."""
    for field, words in PARTS:
        if heard.says(*words):
            return field
    if heard.values("vpn"):
        return "vpn"
    metric = next(iter(heard.values("metric")), None)
    media = next(iter(heard.values("media")), None)
    return str(metric) if metric else str(media) if media else None


def alert_terms(heard: Heard) -> dict[str, Any]:
    """`more than 2 people` is three; minutes, label, medium and place where they are named."""
    found: dict[str, Any] = {}
    numbers = [u for u in heard.units_of("number") if isinstance(u.value, int)]
    if numbers:
        unit = numbers[0]
        ops = [op.value for op in heard.units_of("op") if op.end == unit.start or op.start == unit.end]
        share = heard.says("percent of people", "% of people", "% of participants", "percent of participants")
        found["share" if share else "min_participants"] = unit.value + (1 if ops[:1] == [">"] else 0)
    percent = next((v[0] for v in heard.values("value") if v[1] == "%"), None)
    if percent is not None and heard.says(
        "of people", "of participants", "of us", "of attendees", "people are", "people have"
    ):
        found["share"] = percent
    minutes = heard.first("minutes")
    if minutes:
        found["minutes"] = minutes
    labels = [one for one in heard.values("label") if one in {"poor", "fair"}]
    if labels == ["fair"]:
        found["label"] = "fair"
    place = heard.first("place")
    return found | ({"location": place} if place else {})
