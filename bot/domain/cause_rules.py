"""When a cause holds: one small condition per rule. True, False, or None where a missing fact leaves it open.

A missing fact only matters when everything else fits: a normal round trip rules a VPN out whatever the connection was.
"""

from bot.domain.case import Case
from bot.domain.model import CpuLabel, Direction, Label, Stream
from bot.domain.people import height
from bot.domain.places import has_network_trouble
from bot.domain.signs import Worst
from bot.domain.traits import (
    above_peers,
    any_jittery,
    any_lossy,
    bursting,
    clean_network,
    is_tunnel,
    is_wifi,
    jittery,
    jittery_both,
    lossy,
    network_is,
    slow_round_trip,
    slow_video,
    weak_signal,
)

CLEAR_MAJORITY = 0.5


def sender(c: Case) -> bool | None:
    return bool(c.heard_from)


def site(c: Case) -> bool | None:
    if c.site is not None:
        return True
    open_question = c.person.network_group is None and has_network_trouble(c.signs) and c.others_poor > 0
    return None if open_question else False


def data_center(c: Case) -> bool | None:
    if c.data_center is not None:
        return True
    facts = c.person.data_center is not None and c.person.network_group is not None
    limits, poor = c.yard.cause, c.crowd.poor
    many = poor >= limits.data_center_poor_people and 100 * poor >= limits.data_center_share_pct * c.crowd.rated
    return None if many and not facts and has_network_trouble(c.signs) else False


def cpu(c: Case) -> bool | None:
    if not (clean_network(c) and slow_video(c)):
        return False
    return None if c.person.cpu.label is CpuLabel.UNKNOWN else c.person.cpu.label is CpuLabel.BAD


def vpn_or_proxy(c: Case) -> bool | None:
    tunnel = is_tunnel(c.person.connection_type)
    if c.signs.latency is None:
        return None if tunnel else tunnel
    return tunnel if slow_round_trip(c) or above_peers(c) else False


def _flat(c: Case) -> bool | None:
    """A long way and nothing else: low and average round trip close together, little loss and jitter."""
    latency = c.signs.latency
    if "latency" not in c.signs.beyond or latency is None or any_lossy(c) or any_jittery(c):
        return False
    low = latency.spread.min
    return low >= c.yard.cause.flat_latency_ratio * latency.value if low else None


def satellite(c: Case) -> bool | None:
    flat, latency = _flat(c), c.signs.latency
    if not flat or latency is None:
        return flat
    return (latency.spread.min or 0.0) >= c.yard.cause.satellite_min_ms


def distance(c: Case) -> bool | None:
    return _flat(c)


def bufferbloat(c: Case) -> bool | None:
    if any_lossy(c) or not (slow_round_trip(c) or any_jittery(c)):
        return False
    latency, limits = c.signs.latency, c.yard.cause
    if latency is None or not latency.spread.min or latency.spread.max is None:
        return None if slow_round_trip(c) else False
    low = latency.spread.min
    return latency.value >= limits.bloat_avg_ratio * low and latency.spread.max >= limits.bloat_max_ratio * low


def cellular(c: Case) -> bool | None:
    return network_is(c, "cellular") if any_lossy(c) or any_jittery(c) else False


def wifi(c: Case) -> bool | None:
    """The network type alone proves nothing: a weak signal, or jitter both ways, and trouble in both directions."""
    if not _bad_in_all_measured(c):
        return False
    if not is_wifi(c):
        return is_wifi(c)
    weak = weak_signal(c)
    return True if jittery_both(c) else weak


def _bad_in_all_measured(c: Case) -> bool:
    measured = [
        direction
        for direction, loss in ((Direction.SENT, c.signs.sent_loss), (Direction.RECEIVED, c.signs.received_loss))
        if loss is not None
    ]
    return bool(measured) and all(lossy(c, d) or jittery(c, d) for d in measured)


def narrow_up(c: Case) -> bool | None:
    return _narrow(c, c.signs.slow_sent)


def narrow_down(c: Case) -> bool | None:
    return _narrow(c, c.signs.slow_received)


def _narrow(c: Case, slow: Stream | None) -> bool | None:
    """Few pictures, small ones and few bits although nothing got lost and the computer had time."""
    if slow is None or any_lossy(c) or c.person.cpu.label in {CpuLabel.BAD, CpuLabel.WARN}:
        return False
    lines, limits = height(slow.resolution), c.yard.cause
    if lines is not None and lines > limits.narrow_lines:
        return False
    highest_kbps = slow.bitrate_kbps.max if slow.bitrate_kbps else None
    return None if highest_kbps is None or lines is None else highest_kbps < limits.narrow_kbps


def device(c: Case) -> bool | None:
    return clean_network(c) and slow_video(c)


def loss_burst(c: Case) -> bool | None:
    return bursting(c) if access_line(c) else False


def access_line(c: Case) -> bool:
    return lossy(c, Direction.SENT) and lossy(c, Direction.RECEIVED)


def uplink(c: Case) -> bool | None:
    return lossy(c, Direction.SENT) and not lossy(c, Direction.RECEIVED)


def downlink(c: Case) -> bool | None:
    """Not when most others received the same medium badly too: then it is not this person's line alone."""
    return lossy(c, Direction.RECEIVED) and not lossy(c, Direction.SENT) and not _shared(c, c.signs.received_loss)


def _shared(c: Case, worst: Worst | None) -> bool:
    if worst is None:
        return False
    others = c.other_receivers(worst.stream.media)
    return others.badly > CLEAR_MAJORITY * others.receivers


def jitter_on_wifi(c: Case) -> bool | None:
    if any_lossy(c) or not any_jittery(c) or weak_signal(c) is False:
        return False
    return is_wifi(c)


def jitter_both(c: Case) -> bool | None:
    return not any_lossy(c) and jittery_both(c)


def jitter_sent(c: Case) -> bool | None:
    return not any_lossy(c) and jittery(c, Direction.SENT) and not jittery(c, Direction.RECEIVED)


def jitter_received(c: Case) -> bool | None:
    only = not any_lossy(c) and jittery(c, Direction.RECEIVED) and not jittery(c, Direction.SENT)
    return only and not _shared(c, c.signs.received_jitter)


def pictures_only(c: Case) -> bool:
    """The label comes from the frame rate; the network has lesser trouble."""
    return slow_video(c) and not has_network_trouble(c.signs)


def pictures_and_cpu(c: Case) -> bool | None:
    return pictures_only(c) and c.person.cpu.label is CpuLabel.BAD


def unclear_network(c: Case) -> bool | None:
    return not clean_network(c)


def anything(c: Case) -> bool | None:
    return c.person.label is not Label.UNRATED
