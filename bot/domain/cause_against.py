"""What speaks against a cause, and which fact was missing to decide it, as short phrases with numbers. Decides nothing.

An empty phrase: nothing worth saying, or nothing measured that could rule the cause out. "Too few to tell" is no reason
against anything, so it is not said here.
"""

from bot.domain.case import Case
from bot.domain.cause_words import burst_word, receivers
from bot.domain.model import CpuLabel, Direction, Media, Stream
from bot.domain.people import height
from bot.domain.phrases import MEDIA_WORDS, bound, computer, latency_shape, number
from bot.domain.signs import Worst
from bot.domain.traits import any_jittery, any_lossy, is_wifi, lossy, slow_round_trip, weak_signal, worst_medium


def no_words(_: Case) -> str:
    return ""


def _short_round_trip(c: Case) -> str:
    latency = c.signs.latency
    if latency is None:
        return ""
    limit = c.yard.latency.good
    return f"round trip {number(latency.value, 'ms', limit)}, limit {bound(limit, 'ms')}"


def _short_loss(c: Case, worst: Worst) -> str:
    limit = c.yard.loss.good
    return f"{worst.stream.direction} loss {number(worst.value, '%', limit)}, limit {bound(limit, '%')}"


def not_a_sender(c: Case) -> str:
    limits, medium = c.yard.cause, worst_medium(c) or Media.AUDIO
    heard = c.other_receivers(medium)
    too_few = c.crowd.rated < limits.sender_rated_people or heard.receivers == 0
    if c.sent_badly or too_few or 100 * heard.badly >= limits.sender_share_pct * heard.receivers:
        return ""
    return f"another person's sending ({heard.badly} of {heard.receivers} others received {MEDIA_WORDS[medium]} badly)"


def not_a_site(c: Case) -> str:
    """Only others from there can clear a site; when most of it is poor, only that people elsewhere are poor as well."""
    size, poor = c.crowd.site_sizes.get(c.person.network_group or "", (0, 0))
    if size <= 1:
        return ""
    if 100 * poor < c.yard.cause.site_share_pct * size:
        return f"the site or its provider ({poor} of {size} people there poor)"
    elsewhere, elsewhere_poor = c.crowd.rated - size, c.crowd.poor - poor
    if 100 * elsewhere_poor <= c.yard.cause.elsewhere_share_pct * elsewhere:
        return ""
    return f"the site or its provider ({elsewhere_poor} of {elsewhere} people elsewhere poor as well)"


def not_a_data_center(c: Case) -> str:
    """Only others on the same data centre can clear it."""
    size, poor = c.crowd.center_sizes.get(c.person.data_center or "", (0, 0))
    limit = c.yard.cause.data_center_share_pct
    if size <= 1 or 100 * poor >= limit * size:
        return ""
    return f"the data centre or Zoom ({poor} of {size} people on it poor, needs {limit:g} %)"


def not_the_cpu(c: Case) -> str:
    if c.person.cpu.label is CpuLabel.BAD:
        return f"the computer alone ({computer(c.person)}, but the network was bad as well)"
    return f"a busy computer ({computer(c.person)})" if c.person.cpu.label is not CpuLabel.UNKNOWN else ""


def not_a_vpn(c: Case) -> str:
    facts = [fact for fact in (c.person.connection_type, _short_round_trip(c)) if fact]
    return f"a VPN or proxy ({', '.join(facts)})" if facts else ""


def not_distance(c: Case) -> str:
    latency = c.signs.latency
    if latency is None:
        return ""
    if not slow_round_trip(c):
        return f"distance ({_short_round_trip(c)})"
    rough = ", with loss or jitter" if any_lossy(c) or any_jittery(c) else ""
    return f"distance alone ({latency_shape(latency.spread)}{rough})"


def not_bufferbloat(c: Case) -> str:
    if any_lossy(c) or c.signs.latency is None or not (slow_round_trip(c) or any_jittery(c)):
        return ""
    return f"a line filled by other traffic ({latency_shape(c.signs.latency.spread)})"


def not_cellular(c: Case) -> str:
    return f"a mobile network (network type {c.person.network_type})" if c.person.network_type else ""


def not_wifi(c: Case) -> str:
    wireless = is_wifi(c)
    if wireless is False:
        return f"Wi-Fi (network type {c.person.network_type})"
    signal, limit = c.person.wifi_rssi_dbm, c.yard.cause.weak_rssi_dbm
    if signal is not None and weak_signal(c) is False:
        return f"weak Wi-Fi (signal {number(signal, 'dBm', limit)}, limit {bound(limit, 'dBm')})"
    return "Wi-Fi (only one direction is bad)" if any_lossy(c) or any_jittery(c) else ""


def _not_narrow(stream: Stream | None, way: Direction) -> str:
    peak = stream.bitrate_kbps.max if stream is not None and stream.bitrate_kbps else None
    lines = height(stream.resolution) if stream is not None else None
    if peak is None:
        return ""
    picture = "" if lines is None else f", {lines} lines"
    return f"a narrow line (video {way} up to {number(peak, 'kbps')}{picture})"


def not_narrow_up(c: Case) -> str:
    return _not_narrow(c.signs.slow_sent, Direction.SENT)


def not_narrow_down(c: Case) -> str:
    return _not_narrow(c.signs.slow_received, Direction.RECEIVED)


def not_bursts(c: Case) -> str:
    both = lossy(c, Direction.SENT) and lossy(c, Direction.RECEIVED)
    return "loss in bursts (the highest loss is near the average)" if both and burst_word(c) is None else ""


def not_both_ways(c: Case) -> str:
    sent, received = c.signs.sent_loss, c.signs.received_loss
    if sent is None or received is None or lossy(c, Direction.SENT) == lossy(c, Direction.RECEIVED):
        return ""
    clean = min(sent, received, key=lambda worst: worst.value)
    return f"the whole internet line ({_short_loss(c, clean)})"


def not_uplink(c: Case) -> str:
    sent = c.signs.sent_loss
    return "" if sent is None or lossy(c, Direction.SENT) else f"their own uplink ({_short_loss(c, sent)})"


def not_downlink(c: Case) -> str:
    received = c.signs.received_loss
    if received is None:
        return ""
    if lossy(c, Direction.RECEIVED):
        return f"their own downlink ({receivers(c, received)})"
    return f"their own downlink ({_short_loss(c, received)})"


# --- facts that were missing -----------------------------------------------------------------------------------------


def no_address(_: Case) -> str:
    return "where they joined from, so a shared site was not excluded"


def no_data_center(c: Case) -> str:
    missing = "data centre" if c.person.data_center is None else "where people joined from"
    return f"{missing}, so a fault of the data centre was not excluded"


def no_cpu(_: Case) -> str:
    return "CPU, so a busy computer was not excluded"


def no_connection(c: Case) -> str:
    missing = "connection type" if c.person.connection_type is None else "round trip"
    return f"{missing}, so a VPN or proxy was not excluded"


def no_lowest(_: Case) -> str:
    return "lowest round trip, so distance was not excluded"


def no_extremes(_: Case) -> str:
    return "lowest or highest round trip, so a line filled by other traffic was not excluded"


def no_network_type(_: Case) -> str:
    return "network type, so a mobile network was not excluded"


def no_wifi_facts(c: Case) -> str:
    missing = "network type" if is_wifi(c) is None else "Wi-Fi signal"
    return f"{missing}, so weak Wi-Fi was not excluded"


def no_video_facts(_: Case) -> str:
    return "highest bitrate or picture size, so a narrow line was not excluded"


def no_highest(_: Case) -> str:
    return "highest loss, so bursts were not excluded"
