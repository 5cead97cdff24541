"""Evidence for each cause, and what speaks against it, as phrases with numbers. Decides nothing; see cause_rules.

No phrase names a person or holds an address.
"""

from bot.domain.case import Case
from bot.domain.model import Direction, Media, Stream
from bot.domain.phrases import (
    MEDIA_WORDS,
    bound,
    computer,
    counted,
    latency_shape,
    measured,
    number,
    round_trip,
    side,
    slow_picture,
)
from bot.domain.shared_words import choppy_to
from bot.domain.signs import Worst, highest
from bot.domain.traits import (
    above_peers,
    any_jittery,
    any_lossy,
    slow_round_trip,
    weak_signal,
)

Words = tuple[str, ...]


def _known(*phrases: str | None) -> Words:
    return tuple(phrase for phrase in phrases if phrase)


def loss_sent(c: Case) -> str | None:
    return measured(c.signs.sent_loss, c.yard.loss) if c.signs.sent_loss else None


def loss_received(c: Case) -> str | None:
    return measured(c.signs.received_loss, c.yard.loss) if c.signs.received_loss else None


def jitter_sent(c: Case) -> str | None:
    return measured(c.signs.sent_jitter, c.yard.jitter) if c.signs.sent_jitter else None


def jitter_received(c: Case) -> str | None:
    return measured(c.signs.received_jitter, c.yard.jitter) if c.signs.received_jitter else None


def worst_loss(c: Case) -> str | None:
    return _worse(c.signs.sent_loss, c.signs.received_loss, loss_sent(c), loss_received(c))


def worst_jitter(c: Case) -> str | None:
    return _worse(c.signs.sent_jitter, c.signs.received_jitter, jitter_sent(c), jitter_received(c))


def _worse(sent: Worst | None, received: Worst | None, if_sent: str | None, if_received: str | None) -> str | None:
    return if_sent if sent is not None and (received is None or sent.value >= received.value) else if_received


def others(c: Case) -> str:
    """How everybody else fared."""
    if c.others == 0:
        return "nobody else was rated to compare with"
    return f"{c.others_poor} of {counted(c.others, 'other', 'others')} had a poor call"


def place_peers(c: Case) -> str | None:
    """The same round trip of others in the same place."""
    if c.place_latency_ms is None:
        return None
    return f"{counted(c.place_people, 'other', 'others')} in the same place: median {number(c.place_latency_ms, 'ms')}"


def pictures(c: Case) -> Words:
    return tuple(slow_picture(s, c.yard) for s in (c.signs.slow_sent, c.signs.slow_received) if s is not None)


def clean_network_words(c: Case) -> str:
    latency, loss = c.signs.latency, highest(c.signs.sent_loss, c.signs.received_loss)
    numbers = _known(
        None if latency is None else f"round trip {number(latency.value, 'ms')}",
        None if loss is None else f"loss {number(loss, '%')}",
    )
    return f"the network was clean on average: {', '.join(numbers)}"


def cpu_evidence(c: Case) -> Words:
    return (computer(c.person), *pictures(c), clean_network_words(c))


def cpu_and_network_evidence(c: Case) -> Words:
    return (computer(c.person), *pictures(c), round_trip(c.signs.latency, c.yard))


def vpn_evidence(c: Case) -> Words:
    return _known(f"connection {c.person.connection_type}", round_trip(c.signs.latency, c.yard), place_peers(c))


def distance_evidence(c: Case) -> Words:
    way = f"{c.person.location} to data centre {c.person.data_center}"
    return _known(
        latency_shape(c.signs.latency.spread) if c.signs.latency else None,
        way if c.person.location and c.person.data_center else None,
        place_peers(c),
        worst_loss(c),
        worst_jitter(c) or "jitter not measured",
    )


def satellite_evidence(c: Case) -> Words:
    floor = f"never under {c.yard.cause.satellite_min_ms:g} ms, as over a satellite"
    shape, *rest = distance_evidence(c)
    return (shape, floor, *rest)


def _rough(c: Case) -> bool:
    return any_lossy(c) or any_jittery(c)


def bufferbloat_evidence(c: Case) -> Words:
    return _known(
        latency_shape(c.signs.latency.spread) if c.signs.latency else None,
        "the round trip rises only while the line is busy",
        worst_jitter(c),
        worst_loss(c),
    )


def cellular_evidence(c: Case) -> Words:
    return _known("on a mobile network", *_troubles(c), _rejoined(c))


def _troubles(c: Case) -> Words:
    return _known(worst_loss(c) if any_lossy(c) else None, worst_jitter(c) if any_jittery(c) else None)


def _rejoined(c: Case) -> str | None:
    return f"joined {c.person.joins} times" if c.person.joins > 1 else None


def wifi_evidence(c: Case) -> Words:
    sent, received = c.signs.sent_jitter, c.signs.received_jitter
    both = sent is not None and received is not None
    return _known(
        signal(c),
        jitter_sent(c) if both else None,
        jitter_received(c) if both else None,
        loss_sent(c),
        loss_received(c),
    )


def signal(c: Case) -> str:
    """The Wi-Fi signal beside its limit."""
    weak, limit, dbm = weak_signal(c), c.yard.cause.weak_rssi_dbm, c.person.wifi_rssi_dbm
    if weak is None or dbm is None:
        return "on Wi-Fi, signal strength not known"
    word = "weak" if weak else "strong"
    return f"Wi-Fi signal {number(dbm, 'dBm', limit)} on average is {word} (limit {bound(limit, 'dBm')})"


def narrow_evidence(stream: Stream | None, c: Case) -> Words:
    if stream is None:
        return ()
    peak = stream.bitrate_kbps.max if stream.bitrate_kbps else None
    need = c.yard.cause.narrow_kbps
    return _known(
        None
        if peak is None
        else f"highest video bitrate {number(peak, 'kbps', need)} (video needs more than {bound(need, 'kbps')})",
        f"picture {stream.resolution}" if stream.resolution else None,
        slow_picture(stream, c.yard),
        worst_loss(c),
        computer(c.person),
    )


def narrow_up_evidence(c: Case) -> Words:
    return narrow_evidence(c.signs.slow_sent, c)


def narrow_down_evidence(c: Case) -> Words:
    return narrow_evidence(c.signs.slow_received, c)


def device_evidence(c: Case) -> Words:
    return (clean_network_words(c), computer(c.person), *pictures(c))


def device_and_network_evidence(c: Case) -> Words:
    return (*pictures(c), computer(c.person), round_trip(c.signs.latency, c.yard))


def burst_evidence(c: Case) -> Words:
    return _known(loss_sent(c), loss_received(c), burst_word(c))


def burst_word(c: Case) -> str | None:
    for worst in (c.signs.sent_loss, c.signs.received_loss):
        if worst is not None and worst.value > c.yard.loss.good and worst.spread.max is not None:
            times = worst.spread.max / worst.value
            if times >= c.yard.cause.burst_ratio:
                return f"the highest loss is {times:.0f} times the average: short bursts"
    return None


def access_evidence(c: Case) -> Words:
    return _known(loss_sent(c), loss_received(c), others(c), round_trip(c.signs.latency, c.yard))


def uplink_evidence(c: Case) -> Words:
    return _known(
        *choppy_to(c),
        side(Direction.RECEIVED, c.signs.received_loss, c.yard),
        round_trip(c.signs.latency, c.yard),
        None if c.sent_badly else others(c),
        loss_sent(c),
        burst_word(c),
    )


def downlink_evidence(c: Case) -> Words:
    return _known(
        side(Direction.SENT, c.signs.sent_loss, c.yard),
        receivers(c, c.signs.received_loss),
        round_trip(c.signs.latency, c.yard),
        loss_received(c),
        burst_word(c),
    )


def receivers(c: Case, worst: Worst | None) -> str:
    """How the others received the same medium."""
    medium = worst.stream.media if worst is not None else Media.AUDIO
    heard = c.other_receivers(medium)
    if heard.receivers == 0:
        return f"nobody else received {MEDIA_WORDS[medium]} to compare with"
    return f"{heard.badly} of {counted(heard.receivers, 'other', 'others')} received {MEDIA_WORDS[medium]} badly"


def jitter_evidence(c: Case) -> Words:
    return _known(jitter_sent(c), jitter_received(c), round_trip(c.signs.latency, c.yard), worst_loss(c))


def jitter_wifi_evidence(c: Case) -> Words:
    return (signal(c), *jitter_evidence(c))


def unclear_evidence(c: Case) -> Words:
    shape = latency_shape(c.signs.latency.spread) if c.signs.latency and slow_round_trip(c) else None
    return _known(shape, *_troubles(c), others(c), place_peers(c) if above_peers(c) else None)


def nothing(_: Case) -> Words:
    return ()
