"""How strong the proof of each cause is by its own evidence: low, medium or high. Caps and missing facts come later.

High: two independent signs or a comparison with peers. Medium: one. Low: the signs contradict each other.
"""

from bot.domain import traits as when
from bot.domain.case import Case
from bot.domain.model import CpuLabel, Direction, Media
from bot.domain.signs import Worst

LOW, MEDIUM, HIGH = 0, 1, 2


def _signs(*signs: bool) -> int:
    return min(HIGH, sum(signs))


def no_sign(_: Case) -> int:
    return LOW


def one_sign(_: Case) -> int:
    return MEDIUM


def of_sender(c: Case) -> int:
    """Comparing listeners is a peer comparison; two suspects, or nothing else received, weaken it."""
    return MEDIUM if any(len(bad.senders) > 1 or not bad.checked for bad in c.heard_from) else HIGH


def of_site(c: Case) -> int:
    return HIGH if c.site is not None and c.site.elsewhere_rated >= 2 else MEDIUM


def of_data_center(c: Case) -> int:
    """People on other data centres are the peers."""
    return HIGH if c.data_center is not None and c.data_center.elsewhere_rated >= 2 else MEDIUM


def of_cpu(c: Case) -> int:
    return _signs(True, c.signs.slow_sent is not None)


def of_vpn(c: Case) -> int:
    return _signs(True, when.above_peers(c))


def of_distance(c: Case) -> int:
    """Others in the same place with the same round trip confirm it; others far quicker contradict it."""
    if when.above_peers(c):
        return LOW
    own, theirs = c.signs.latency, c.place_latency_ms
    return _signs(True, own is not None and theirs is not None and c.place_people >= 2 and theirs > c.yard.latency.good)


def of_bufferbloat(c: Case) -> int:
    return _signs(True, when.jittery(c, Direction.SENT) != when.jittery(c, Direction.RECEIVED))


def of_cellular(c: Case) -> int:
    return _signs(True, (when.any_lossy(c) and when.any_jittery(c)) or c.person.joins > 1)


def of_wifi(c: Case) -> int:
    weak = when.weak_signal(c)
    if weak is False:
        return LOW
    one_way = c.signs.sent_loss is None or c.signs.received_loss is None
    return MEDIUM if one_way else _signs(weak is True, when.jittery_both(c))


def of_device(c: Case) -> int:
    return MEDIUM if c.person.cpu.label is CpuLabel.OK else LOW


def of_bursts(c: Case) -> int:
    """A short call has too few packets for an average."""
    minutes = c.person.minutes
    if minutes is not None and minutes < c.yard.cause.burst_minutes:
        return LOW
    return _signs(True, _bursts(c, c.signs.sent_loss) and _bursts(c, c.signs.received_loss))


def _bursts(c: Case, worst: Worst | None) -> bool:
    return (
        worst is not None
        and worst.spread.max is not None
        and worst.spread.max >= c.yard.cause.burst_ratio * worst.value
    )


def of_access(c: Case) -> int:
    return _signs(True, when.similar_loss(c) and when.peers_fine(c))


def of_uplink(c: Case) -> int:
    """A busy computer drops packets before they are sent, so it weakens the proof."""
    if c.signs.received_loss is None:
        return LOW
    if c.person.cpu.label is CpuLabel.BAD or when.jittery(c, Direction.RECEIVED):
        return MEDIUM
    return _signs(True, when.peers_fine(c) or bool(c.sent_badly))


def of_downlink(c: Case) -> int:
    """Other receivers of the same medium are the peers; without any, or with many bad ones, it could be a sender."""
    worst = c.signs.received_loss if when.lossy(c, Direction.RECEIVED) else c.signs.received_jitter
    heard = c.other_receivers(worst.stream.media if worst is not None else Media.AUDIO)
    if heard.receivers == 0:
        return MEDIUM
    if 100 * heard.badly > c.yard.cause.elsewhere_share_pct * heard.receivers:
        return LOW
    sent_measured = c.signs.sent_loss is not None
    return _signs(sent_measured, heard.receivers >= 2) if sent_measured else MEDIUM


def of_jitter_on_wifi(c: Case) -> int:
    """Without a known signal the kind of network alone stands behind it."""
    return MEDIUM if when.weak_signal(c) else LOW
