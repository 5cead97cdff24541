"""Small questions about one case that several rules ask: lossy, jittery, clean, weak signal. No cause is named here."""

from bot.domain.case import Case
from bot.domain.model import Direction, Media
from bot.domain.signs import Worst

TUNNEL_WORDS = ("tcp", "ssl", "http", "proxy")
"""Zoom's connection types that are not plain UDP: TCP, SSL, HTTP and anything `+ Proxy`."""


def over(worst: Worst | None, limit: float) -> bool:
    return worst is not None and worst.value > limit


def lossy(c: Case, direction: Direction) -> bool:
    """Average loss beyond the good limit in a rated stream of that direction."""
    return over(c.signs.sent_loss if direction is Direction.SENT else c.signs.received_loss, c.yard.loss.good)


def jittery(c: Case, direction: Direction) -> bool:
    """Average jitter beyond the good limit in a rated stream of that direction."""
    return over(c.signs.sent_jitter if direction is Direction.SENT else c.signs.received_jitter, c.yard.jitter.good)


def any_lossy(c: Case) -> bool:
    return lossy(c, Direction.SENT) or lossy(c, Direction.RECEIVED)


def any_jittery(c: Case) -> bool:
    return jittery(c, Direction.SENT) or jittery(c, Direction.RECEIVED)


def jittery_both(c: Case) -> bool:
    return jittery(c, Direction.SENT) and jittery(c, Direction.RECEIVED)


def slow_round_trip(c: Case) -> bool:
    return over(c.signs.latency, c.yard.latency.good)


def clean_network(c: Case) -> bool:
    """No measured loss, jitter or round trip beyond its good limit."""
    return not (any_lossy(c) or any_jittery(c) or slow_round_trip(c))


def above_peers(c: Case) -> bool:
    """Round trip far above the median of others in the same place."""
    own, theirs, limits = c.signs.latency, c.place_latency_ms, c.yard.cause
    if own is None or theirs is None:
        return False
    return own.value >= limits.peer_latency_ratio * theirs and own.value >= theirs + limits.peer_latency_extra_ms


def is_wifi(c: Case) -> bool | None:
    return network_is(c, "wifi")


def is_wired(c: Case) -> bool:
    return network_is(c, "wired") is True


def network_is(c: Case, word: str) -> bool | None:
    network = c.person.network_type
    return None if network is None else network.casefold().replace("-", "").replace(" ", "") == word


def weak_signal(c: Case) -> bool | None:
    """None when the signal is not known; a signal of 0 dBm and more is no measurement."""
    rssi = c.person.wifi_rssi_dbm
    return None if rssi is None or rssi >= 0 else rssi <= c.yard.cause.weak_rssi_dbm


def peers_fine(c: Case) -> bool:
    """At least two others, and hardly any of them poor: a comparison that says "not the meeting"."""
    return c.others >= 2 and 100 * c.others_poor <= c.yard.cause.elsewhere_share_pct * c.others


def slow_video(c: Case) -> bool:
    return c.signs.slow_sent is not None or c.signs.slow_received is not None


def is_tunnel(connection_type: str | None) -> bool | None:
    """Whether media took a way that a VPN or proxy forces; None when the connection is not known."""
    if connection_type is None:
        return None
    words = connection_type.casefold()
    return any(word in words for word in TUNNEL_WORDS)


def bursting(c: Case) -> bool | None:
    """The highest loss is many times the average; None when no maximum is known."""
    known = [
        worst.spread.max >= c.yard.cause.burst_ratio * worst.value
        for worst in (c.signs.sent_loss, c.signs.received_loss)
        if over(worst, c.yard.loss.good) and worst is not None and worst.spread.max is not None
    ]
    return any(known) if known else None


def similar_loss(c: Case) -> bool:
    """Loss of both directions is of one size."""
    sent, received = c.signs.sent_loss, c.signs.received_loss
    if sent is None or received is None:
        return False
    return max(sent.value, received.value) <= c.yard.cause.alike_ratio * min(sent.value, received.value)


def worst_medium(c: Case) -> Media | None:
    """The medium that decided the label."""
    return c.person.decided_by.media if c.person.decided_by else None
