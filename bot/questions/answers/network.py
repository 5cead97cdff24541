"""One person's connection, and whether people shared a network. What Zoom does not measure is said; no address ever."""

from collections.abc import Callable, Mapping

from bot.blocks.lines import Line
from bot.blocks.words import network, stream_words
from bot.domain.model import Media, Participant
from bot.domain.traits import is_tunnel
from bot.questions.answer import Answer
from bot.questions.asked import Intent
from bot.questions.one_person import One, one_person
from bot.questions.pen import ZOOM_FIELDS, Pen
from bot.questions.phrasing import limit_of, names
from bot.questions.row import Asked, Row
from bot.questions.spot_words import safe, spot_words
from bot.questions.spots import Spot, Wanted, ranked, spot

NEVER = frozenset({"ip", "ip_address", "public_ip", "private_ip", "internal_ip", "mac", "mac_address", "address"})
ALIASES: Mapping[str, str] = {
    "network": "network_type",
    "type": "network_type",
    "wifi": "network_type",
    "connection": "connection_type",
    "protocol": "connection_type",
    "transport": "connection_type",
    "proxy": "vpn",
    "provider": "isp",
    "internet_provider": "isp",
    "signal": "rssi",
    "wifi_signal": "rssi",
    "city": "location",
    "country": "location",
    "site": "location",
    "place": "location",
    "dc": "data_center",
    "data_centre": "data_center",
    "ping": "latency",
    "round_trip": "latency",
    "bandwidth": "bitrate",
    "speed": "bitrate",
}
SUGGESTED = ("where was everyone joining from", "was it worse on wifi than wired")


def network_info(asked: Asked) -> Answer:
    """The fact asked for, or all of them; for VPN and internet provider what Zoom has instead."""
    pen, said = Pen(asked.facts), asked.reading.slots.get("field")
    words = [one for one in (said if isinstance(said, list | tuple) else [said]) if isinstance(one, str)]
    fields = tuple(dict.fromkeys(ALIASES.get(word, word) for word in words))
    if set(fields) & NEVER:
        first = "I never give network or hardware addresses."
        return pen.written([[first], ["City, network type and data centre can be asked for."]], suggestions=SUGGESTED)
    nobody_named = not asked.reading.people and asked.reading.slots.get("participant") is None and not asked.turns
    if "vpn" in fields and nobody_named:
        return _tunnels(pen)
    one = one_person(asked, pen)
    if isinstance(one, Answer):
        return one
    told = [FACTS[field](pen, one) for field in fields if field in FACTS]
    lines: list[Line] = [[told[0]] if told else [_all(pen, one)], *one.note, *([words] for words in told[1:3])]
    if told and _all_words(one.person):
        lines.append([f"Their connection: {', '.join(_all_words(one.person))}."])
    if fields and not told:
        lines.append(["That is all Zoom tells of a connection."])
    name = asked.facts.names[one.person.key]
    return pen.written(lines, suggestions=(f"what about {name}?", *SUGGESTED))


def _all_words(person: Participant) -> list[str]:
    center, way = safe(person.data_center, 30), safe(person.connection_type, 20)
    parts = (
        safe(network(person.network_type), 20),
        way and f"connected by {way}",
        safe(person.location, 30),
        f"data centre {center}" if center else None,
    )
    return [part for part in parts if part]


def _all(pen: Pen, one: One) -> str:
    words = _all_words(one.person)
    if not words:
        return f"Zoom tells nothing of {one.name}'s connection: no network type, no place, no data centre."
    latency = spot(one.person, Wanted(metric="latency"), pen.facts.report)
    trip = f"; {spot_words(pen, latency)}" if latency else ""
    return f"{one.name} was on: {', '.join(words)}{trip}."


def _value(field: str, what: str) -> Callable[[Pen, One], str]:
    def told(_: Pen, one: One) -> str:
        value: str | None = getattr(one.person, field)
        shown = safe(network(value) if field == "network_type" else value)
        return f"{one.name}'s {what}: {shown}." if shown else f"Zoom does not tell {one.name}'s {what}."

    return told


def _vpn(pen: Pen, one: One) -> str:
    """Zoom has no VPN flag: the way of the media and the round trip are the only signs."""
    latency = spot(one.person, Wanted((Media.AUDIO,), metric="latency"), pen.facts.report)
    latency = latency or spot(one.person, Wanted(metric="latency"), pen.facts.report)
    trip = f" with {_round_trip(pen, latency)}" if latency else ""
    way, tunnel = safe(one.person.connection_type, 20), is_tunnel(one.person.connection_type)
    if tunnel is None:
        return f"Zoom has no VPN flag, and it does not tell how {one.name} was connected{trip}, so I can't tell."
    means = (
        ", which often means a VPN or proxy; I can't tell which"
        if tunnel
        else ": no sign of a VPN or proxy, which does not rule one out"
    )
    return f"Zoom has no VPN flag. {one.name}'s connection was {way}{trip}{means}."


def _round_trip(pen: Pen, one: Spot) -> str:
    """`340 ms average round trip (audio received, limit 300 ms)`."""
    if one.stream is None:
        return spot_words(pen, one)
    value = pen.measured(one.person, one.stream, one.metric)
    where = stream_words(one.stream.media, one.stream.direction)
    return f"{value} average round trip ({where}, {limit_of(pen, one.metric, one.value)})"


def _isp(_: Pen, one: One) -> str:
    place = safe(one.person.location, 30)
    return f"Zoom does not measure the internet provider's name{f'; {one.name} joined from {place}' if place else ''}."


def _rssi(pen: Pen, one: One) -> str:
    value, person = one.person.wifi_rssi_dbm, one.person
    if value is None:
        wired = (person.network_type or "").casefold() == "wired"
        why = ": they were wired" if wired else "; Zoom sends it in events only"
        return f"No Wi-Fi signal was measured for {one.name}{why}."
    weak = pen.facts.report.limits.cause.weak_rssi_dbm
    words = "weak" if value <= weak else "good enough"
    signal = pen.of_person(person, "rssi", value, "dBm", "avg", ZOOM_FIELDS["rssi"])
    return f"{one.name}'s Wi-Fi signal was {words}: {signal} on average (weak from {pen.limit('rssi', weak)} down)."


def _measured(metric: str) -> Callable[[Pen, One], str]:
    def told(pen: Pen, one: One) -> str:
        found = spot(one.person, Wanted(metric=metric), pen.facts.report)
        if found is None:
            return f"Zoom has no {metric} of {one.name}."
        return f"{one.name}: {spot_words(pen, found)}."

    return told


FACTS: Mapping[str, Callable[[Pen, One], str]] = {
    "vpn": _vpn,
    "isp": _isp,
    "rssi": _rssi,
    "network_type": _value("network_type", "network"),
    "connection_type": _value("connection_type", "connection"),
    "location": _value("location", "place"),
    "data_center": _value("data_center", "data centre"),
    **{metric: _measured(metric) for metric in ("latency", "loss", "jitter", "bitrate")},
}


def _tunnels(pen: Pen) -> Answer:
    """Everybody whose media took a way that a VPN or proxy forces."""
    people = pen.facts.report.participants
    found = [p for p in people if is_tunnel(p.connection_type)]
    unknown = [p for p in people if is_tunnel(p.connection_type) is None]
    if len(unknown) == len(people):
        first = "Zoom has no VPN flag, and it does not tell anybody's connection type here, so I can't tell."
        return pen.written([[first]], suggestions=SUGGESTED)
    if not found:
        known = pen.count(len(people) - len(unknown), "connections")
        first = f"Zoom has no VPN flag; none of the {known} connections it describes looks like one."
        return pen.written([[first]], suggestions=SUGGESTED)
    lines: list[Line] = [
        [f"Zoom has no VPN flag. Connected by TCP or a proxy, which often means one: {names(pen, found)}."]
    ]
    latency: list[Spot] = ranked(found, Wanted(metric="latency"), pen.facts.report)
    lines += [[f"{pen.name(one.person.key)}: {spot_words(pen, one)}."] for one in latency[:2]]
    if unknown:
        lines.append([f"Not known for {names(pen, unknown, 3)}."])
    return pen.written(lines, suggestions=SUGGESTED)


ROWS = (Row(Intent.NETWORK_INFO, network_info),)
