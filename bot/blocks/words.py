"""Numbers, times and terms as people read them. Nothing untrusted is made safe here, and no block is built here."""

import math
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from bot.blocks.lines import Emoji, Moment, Part
from bot.domain.metrics import METRIC, Metric
from bot.domain.model import CpuLabel, Direction, Kind, Label, Media, Reading, Sort, Source, Spread
from bot.domain.phrases import ROUNDS_TO_TEN, decimals, limit_crossed

DASH = "–"

LABELS: Mapping[Label, tuple[Emoji, str]] = {
    Label.POOR: (Emoji("red_circle", "🔴"), "poor"),
    Label.FAIR: (Emoji("large_orange_circle", "🟠"), "fair"),
    Label.GOOD: (Emoji("large_green_circle", "🟢"), "good"),
    Label.UNRATED: (Emoji("white_circle", "⚪"), "not rated"),
}

MEDIA: Mapping[Media, str] = {Media.AUDIO: "audio", Media.VIDEO: "video", Media.SHARE: "screen share"}

KINDS: Mapping[Kind, str] = {Kind.MEETING: "meeting", Kind.WEBINAR: "webinar", Kind.SESSION: "session"}

SOURCES: Mapping[Source, str] = {
    Source.REST: "from Zoom's summary",
    Source.EVENTS: "from Zoom's events",
    Source.MIXED: "from Zoom's summary and events",
}

READINGS: Mapping[Reading, str] = {
    Reading.DOCUMENTED: "sent/received as documented",
    Reading.INPUT_IS_SENT: "sent/received read as input = sent",
}

VERIFIED: Mapping[bool | None, str] = {
    True: "verified",
    False: "contradicted by your own meetings",
    None: "not yet verified",
}

SORTS: Mapping[Sort, str] = {
    Sort.LOSS: "by packet loss",
    Sort.LATENCY: "by latency",
    Sort.JITTER: "by jitter",
    Sort.CPU: "by CPU",
}

CPU_LABELS: Mapping[CpuLabel, str] = {
    CpuLabel.OK: "CPU fine",
    CpuLabel.WARN: "CPU busy",
    CpuLabel.BAD: "CPU overloaded",
}

_NETWORKS: Mapping[str, str] = {
    "wifi": "Wi-Fi",
    "wi-fi": "Wi-Fi",
    "wired": "wired",
    "ppp": "PPP",
    "cellular": "cellular",
    "others": "other network",
}

CAUSES: Mapping[str, str] = {
    "own_uplink": "their own uplink",
    "own_downlink": "their own downlink",
    "own_access": "their own internet line",
    "wifi": "weak Wi-Fi",
    "cellular": "the mobile network",
    "vpn_or_proxy": "a VPN or proxy",
    "cpu": "a busy computer",
    "device": "the device, not the network",
    "bandwidth_limited_up": "too little upload bandwidth",
    "bandwidth_limited_down": "too little download bandwidth",
    "bufferbloat": "a line filled by other traffic",
    "loss_burst": "short bursts of loss",
    "distance": "distance",
    "satellite": "a satellite link",
    "site_or_isp": "the site or its internet provider",
    "datacenter_or_zoom": "the data centre or Zoom",
    "remote_sender": "what somebody else sent",
    "unknown_network": "the network, where is not clear",
}
"""Codes of a cause worth saying; `none`, `insufficient_data` and `unknown` are not in here."""


def finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None


def figure(value: float, unit: str, limit: float | None = None) -> str:
    """The number alone: percent to one decimal under 10 and whole above, everything else whole.

    Beside a `limit` it has as many more decimals as it takes to stand on its side of it.

    >>> figure(7.94, "%"), figure(22.3, "%"), figure(61.4, "ms"), figure(5.04, "%", 5)
    ('7.9', '22', '61', '5.04')
    """
    if abs(value) >= 1e12:
        return f"{value:.0e}"
    small_percent = unit == "%" and 0 < abs(value) < ROUNDS_TO_TEN
    places = decimals(value, int(small_percent), limit)
    return "<0.1" if small_percent and places == 1 and abs(value) < 0.05 else f"{value:,.{places}f}"


def amount(value: float | None, unit: str, limit: float | None = None) -> str:
    """The number with its unit; "not measured" for None. `7.9 %`, `22 %`, `61 ms`, `64 kbps`."""
    known = finite(value)
    return "not measured" if known is None else f"{figure(known, unit, limit)} {unit}"


def bound(value: float) -> str:
    """A limit as it stands in the table of metrics: `5`, `2.5`."""
    return f"{value:g}"


def average_and_max(spread: Spread | None, unit: str, metric: Metric | None = None) -> str:
    """`7.9 % (max 22)`; no bracket where the maximum is not known, "not measured" without an average.

    With its `metric`, limits in force, the average has the digits that tell it from the limit it crossed.
    """
    average = None if spread is None else finite(spread.avg)
    if spread is None or average is None:
        return "not measured"
    return amount(average, unit, limit_crossed(metric, average) if metric else None) + maximum(spread, unit)


def maximum(spread: Spread, unit: str) -> str:
    known = finite(spread.max)
    return "" if known is None else f" (max {figure(known, unit)})"


def metric_word(key: str) -> str:
    """Short name of a metric in a list of numbers: `loss`, `latency`, `frame rate`."""
    return key.replace("_", " ")


def unit_of(key: str) -> str:
    return METRIC[key].unit if key in METRIC else ""


def stream_words(media: Media, direction: Direction) -> str:
    """`audio sent`, `screen share received`."""
    return f"{MEDIA[media]} {direction}"


def network(word: str | None) -> str | None:
    """Zoom's network type in our spelling; unknown words as they are, still untrusted."""
    return None if word is None else _NETWORKS.get(word.strip().casefold(), word)


def meeting_number(number: str) -> str:
    """Grouped as Zoom prints it: `858 1234 5678`, `812 345 6789`, `812 345 678`."""
    if not (number.isdecimal() and 9 <= len(number) <= 11):
        return number
    middle = 7 if len(number) == 11 else 6
    return f"{number[:3]} {number[3:middle]} {number[middle:]}"


def people(count: int) -> str:
    return "1 person" if count == 1 else f"{count:,} people"


def duration(length: timedelta) -> str:
    """`45 s`, `19 min`, `3 h 10 min`, `2 days 4 h`; never negative."""
    seconds = max(0, round(length.total_seconds()))
    if seconds < 60:
        return f"{seconds} s"
    minutes = round(seconds / 60)
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        return f"{hours // 24} days {hours % 24} h".removesuffix(" 0 h")
    return f"{hours} h {rest} min".removesuffix(" 0 min").removeprefix("0 h ")


def _day(at: datetime, now: datetime) -> str:
    """Empty on the day of `now` (UTC), else `24 Nov ` or `24 Nov 2025 `."""
    here, today = at.astimezone(UTC), now.astimezone(UTC)
    if here.date() == today.date():
        return ""
    return f"{here.day} {here:%b} " if here.year == today.year else f"{here.day} {here:%b} {here.year} "


def instant(at: datetime, now: datetime) -> Moment:
    """`10:52 UTC` in plain text; the reader's own zone in Slack."""
    form = "{date_short_pretty} {time}" if _day(at, now) else "{time}"
    return Moment(at, form, f"{_day(at, now)}{at.astimezone(UTC):%H:%M} UTC")


def window(start: datetime | None, end: datetime | None, now: datetime) -> list[Part]:
    """`10:00–10:45 UTC`, or `from 10:00 UTC` where the end is not known; nothing without a start."""
    if start is None:
        return []
    whole = "{date_short_pretty} {time}"
    if end is None:
        return ["from ", Moment(start, whole, instant(start, now).plain)]
    same_day = start.astimezone(UTC).date() == end.astimezone(UTC).date()
    last = f"{'' if same_day else _day(end, now)}{end.astimezone(UTC):%H:%M} UTC"
    first = instant(start, now).plain.removesuffix(" UTC")
    return [Moment(start, whole, first), DASH, Moment(end, "{time}" if same_day else whole, last)]
