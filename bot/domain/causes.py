"""CAUSES: one row per rule, in the order in which they are asked; the first that holds names the cause.

A row has a condition (cause_rules), words (cause_words), how strong the proof is, and one next step that a helpdesk can
paste. Confidence: high with two independent signs or a comparison with peers, medium with one, low when data are
missing or conflict. Unless the directions are verified, nothing that depends on them is more than medium.
"""

from bot.domain import cause_against as rule_out
from bot.domain import cause_rules as when
from bot.domain import cause_strength as strength
from bot.domain import cause_words as say
from bot.domain import shared_words as share
from bot.domain.cause_row import Row
from bot.domain.limits import DEFAULT_LIMITS, Limits, limit_rows
from bot.domain.places import NETWORK_METRICS

LOSS = frozenset({"loss"})
PICTURES = frozenset({"frame_rate"})
CABLE_WHEN_WIRED = (
    "Stop uploads, downloads and cloud backups during calls; if it stays, send these numbers to the provider."
)


CAUSES: tuple[Row, ...] = (
    Row(
        code="remote_sender",
        noun="another person's sending",
        rule="of {sender_rated_people:g} or more rated people at most {senders_at_most:g} send a medium with over "
        "{loss_fair:g} % loss, at least {sender_listeners:g} and {sender_share_pct:g} % of its receivers get it badly, "
        "and those send cleanly and receive another medium well, if there is one without a bad sender of its own",
        holds=when.sender,
        evidence=share.heard_from_evidence,
        strength=strength.of_sender,
        advice="Nothing needs changing here: the trouble was in what somebody else sent. Their connection comes first.",
        against=rule_out.not_a_sender,
        directional=True,
    ),
    Row(
        code="site_or_isp",
        noun="site",
        rule="at least {site_poor_people:g} people and {site_share_pct:g} % behind one internet line are poor, at most "
        "{elsewhere_share_pct:g} % of everybody else",
        holds=when.site,
        evidence=share.site_evidence,
        strength=strength.of_site,
        advice="Ask whoever runs the internet line at this place, or its provider, to check the time of the call.",
        against=rule_out.not_a_site,
        missing=rule_out.no_address,
        explains=NETWORK_METRICS,
    ),
    Row(
        code="datacenter_or_zoom",
        noun="data centre",
        rule="at least {data_center_poor_people:g} people and {data_center_share_pct:g} % are poor in the same way, on "
        "one data centre, from at least {data_center_networks:g} internet lines",
        holds=when.data_center,
        evidence=share.data_center_evidence,
        strength=strength.of_data_center,
        advice="Check Zoom's status page for the time of the call and open a ticket with Zoom if it happens again.",
        against=rule_out.not_a_data_center,
        missing=rule_out.no_data_center,
        explains=NETWORK_METRICS,
    ),
    Row(
        code="cpu",
        noun="computer",
        rule="few pictures per second on a busy computer (Zoom {cpu_bad_zoom_pct:g} % or critical pressure on average) "
        "while the network is clean",
        holds=when.cpu,
        evidence=say.cpu_evidence,
        strength=strength.of_cpu,
        advice="Close other programs, turn off the virtual background and HD video, and plug in the power supply.",
        against=rule_out.not_the_cpu,
        missing=rule_out.no_cpu,
        explains=PICTURES,
    ),
    Row(
        code="vpn_or_proxy",
        noun="VPN or proxy",
        rule="the connection is not plain UDP, and the round trip is over {latency_good:g} ms or at least "
        "{peer_latency_ratio:g} times that of others in the same place",
        holds=when.vpn_or_proxy,
        evidence=say.vpn_evidence,
        strength=strength.of_vpn,
        advice="Try one call without the VPN or proxy; if that helps, ask IT to let Zoom go to the internet directly.",
        against=rule_out.not_a_vpn,
        missing=rule_out.no_connection,
    ),
    Row(
        code="satellite",
        noun="satellite link",
        rule="as for distance, and the lowest round trip is {satellite_min_ms:g} ms or more",
        holds=when.satellite,
        evidence=say.satellite_evidence,
        strength=strength.of_distance,
        advice="A satellite link always adds half a second; use a cable or a mobile line if there is one.",
        missing=rule_out.no_lowest,
        explains=frozenset({"latency"}),
    ),
    Row(
        code="distance",
        noun="long way to the data centre",
        rule="a long round trip whose lowest is at least {flat_latency_ratio:g} of the average, loss at most "
        "{loss_good:g} %, jitter at most {jitter_good:g} ms",
        holds=when.distance,
        evidence=say.distance_evidence,
        strength=strength.of_distance,
        advice="Nothing is wrong with this connection; ask the Zoom administrator which data centre serves this place.",
        against=rule_out.not_distance,
        missing=rule_out.no_lowest,
        explains=frozenset({"latency"}),
    ),
    Row(
        code="bufferbloat",
        noun="line filled by other traffic",
        rule="average round trip at least {bloat_avg_ratio:g} times and highest at least {bloat_max_ratio:g} times the "
        "lowest, loss at most {loss_good:g} %",
        holds=when.bufferbloat,
        evidence=say.bufferbloat_evidence,
        strength=strength.of_bufferbloat,
        advice="Stop uploads, backups and cloud sync on this line during calls.",
        against=rule_out.not_bufferbloat,
        missing=rule_out.no_extremes,
        explains=frozenset({"latency", "jitter"}),
    ),
    Row(
        code="cellular",
        noun="mobile network",
        rule="on a mobile network, with loss over {loss_good:g} % or jitter over {jitter_good:g} ms",
        holds=when.cellular,
        evidence=say.cellular_evidence,
        strength=strength.of_cellular,
        advice="Use Wi-Fi or a cable if there is one; otherwise stay in one place and turn the camera off.",
        against=rule_out.not_cellular,
        missing=rule_out.no_network_type,
    ),
    Row(
        code="wifi",
        noun="Wi-Fi",
        rule="on Wi-Fi with a signal of {weak_rssi_dbm:g} dBm or less, or jitter both ways, and loss or jitter in both "
        "directions",
        holds=when.wifi,
        evidence=say.wifi_evidence,
        strength=strength.of_wifi,
        advice="Move closer to the Wi-Fi access point, or better, use a cable.",
        against=rule_out.not_wifi,
        missing=rule_out.no_wifi_facts,
    ),
    Row(
        code="bandwidth_limited_up",
        noun="upload speed",
        rule="sent video stays under {narrow_kbps:g} kbps with small and few pictures, little loss and an "
        "idle computer",
        holds=when.narrow_up,
        evidence=say.narrow_up_evidence,
        strength=strength.one_sign,
        advice="Run a speed test and look at the upload figure; until the line is faster, turn HD video off.",
        against=rule_out.not_narrow_up,
        missing=rule_out.no_video_facts,
        directional=True,
        explains=PICTURES,
    ),
    Row(
        code="bandwidth_limited_down",
        noun="download speed",
        rule="received video stays under {narrow_kbps:g} kbps with small and few pictures, little loss and an "
        "idle computer",
        holds=when.narrow_down,
        evidence=say.narrow_down_evidence,
        strength=strength.one_sign,
        advice="Run a speed test and look at the download figure; until the line is faster, use speaker view.",
        against=rule_out.not_narrow_down,
        missing=rule_out.no_video_facts,
        directional=True,
        explains=PICTURES,
    ),
    Row(
        code="device",
        noun="camera or computer, not the network",
        rule="few pictures per second, while network and computer are fine",
        holds=when.device,
        evidence=say.device_evidence,
        strength=strength.of_device,
        advice="The network was fine: check the camera and its driver, update Zoom, or try another camera.",
        explains=PICTURES,
    ),
    Row(
        code="loss_burst",
        noun="short bursts of loss",
        rule="both directions lose over {loss_good:g} % and the highest loss is at least {burst_ratio:g} times "
        "the average",
        holds=when.loss_burst,
        evidence=say.burst_evidence,
        strength=strength.of_bursts,
        advice="Try a cable; if the bursts come back, have the cable and the router checked.",
        against=rule_out.not_bursts,
        missing=rule_out.no_highest,
        explains=LOSS,
        advice_when_wired="Try another cable and router port; if the bursts stay, send these numbers to the provider.",
    ),
    Row(
        code="own_access",
        noun="internet line",
        rule="both directions lose over {loss_good:g} %, and nothing points at Wi-Fi",
        holds=when.access_line,
        evidence=say.access_evidence,
        strength=strength.of_access,
        advice="Restart the router and try a cable; if it stays, send these numbers to the internet provider.",
        against=rule_out.not_both_ways,
        explains=LOSS,
    ),
    Row(
        code="own_uplink",
        noun="uplink",
        rule="what they sent lost over {loss_good:g} %, what they received did not",
        holds=when.uplink,
        evidence=say.uplink_evidence,
        strength=strength.of_uplink,
        advice="Use a cable instead of Wi-Fi, and stop uploads or cloud backups during calls.",
        against=rule_out.not_uplink,
        directional=True,
        explains=LOSS,
        advice_when_wired=CABLE_WHEN_WIRED,
    ),
    Row(
        code="own_downlink",
        noun="downlink",
        rule="what they received lost over {loss_good:g} %, what they sent did not, and other receivers were clean",
        holds=when.downlink,
        evidence=say.downlink_evidence,
        strength=strength.of_downlink,
        advice="Stop downloads and streaming on the same line, and use speaker view instead of gallery view.",
        against=rule_out.not_downlink,
        directional=True,
        explains=LOSS,
    ),
    Row(
        code="wifi",
        noun="Wi-Fi",
        rule="jitter without loss, on Wi-Fi whose signal is not known to be strong",
        holds=when.jitter_on_wifi,
        evidence=say.jitter_wifi_evidence,
        strength=strength.of_jitter_on_wifi,
        advice="Move closer to the Wi-Fi access point, or better, use a cable.",
        missing=rule_out.no_wifi_facts,
        explains=frozenset({"jitter"}),
    ),
    Row(
        code="own_access",
        noun="internet line",
        rule="jitter both ways without loss, not on Wi-Fi",
        holds=when.jitter_both,
        evidence=say.jitter_evidence,
        strength=strength.one_sign,
        advice="Restart the router and try a cable; if it stays, send these numbers to the internet provider.",
        explains=frozenset({"jitter"}),
    ),
    Row(
        code="own_uplink",
        noun="uplink",
        rule="jitter without loss, only in what they sent, not on Wi-Fi",
        holds=when.jitter_sent,
        evidence=say.jitter_evidence,
        strength=strength.one_sign,
        advice="Stop uploads and cloud backups during calls.",
        directional=True,
        explains=frozenset({"jitter"}),
    ),
    Row(
        code="own_downlink",
        noun="downlink",
        rule="jitter without loss, only in what they received, not on Wi-Fi",
        holds=when.jitter_received,
        evidence=say.jitter_evidence,
        strength=strength.of_downlink,
        advice="Stop downloads and streaming on the same line during calls.",
        directional=True,
        explains=frozenset({"jitter"}),
    ),
    Row(
        code="cpu",
        noun="computer",
        rule="few pictures per second on a busy computer; the network had lesser trouble",
        holds=when.pictures_and_cpu,
        evidence=say.cpu_and_network_evidence,
        strength=strength.no_sign,
        advice="Close other programs, turn off the virtual background and HD video, and plug in the power supply.",
        explains=PICTURES,
    ),
    Row(
        code="device",
        noun="camera or computer",
        rule="few pictures per second; the network had lesser trouble",
        holds=when.pictures_only,
        evidence=say.device_and_network_evidence,
        strength=strength.no_sign,
        advice="Check the camera and its driver, update Zoom, or try another camera.",
        explains=PICTURES,
    ),
    Row(
        code="unknown_network",
        noun="network",
        rule="the network was bad, but no rule above says where",
        holds=when.unclear_network,
        evidence=say.unclear_evidence,
        strength=strength.no_sign,
        advice="Try another network or a cable once and compare; the numbers show trouble but not where.",
    ),
    Row(
        code="unknown",
        noun="call",
        rule="no rule above holds",
        holds=when.anything,
        evidence=say.nothing,
        strength=strength.no_sign,
        advice="Ask what they noticed; the numbers do not tell.",
    ),
)

NOUNS = {row.code: row.noun for row in reversed(CAUSES)}
"""Code to noun, as in "Kofi's uplink"; the first row of a code wins."""


def rule_in_words(code: str, limits: Limits = DEFAULT_LIMITS) -> str:
    """When a cause is named, with the limits in force; `; or` between several ways. Empty for a code without a rule."""
    values = {f"{metric.key}_{word}": getattr(metric, word) for metric in limits.metrics for word in ("good", "fair")}
    values |= {row.key: row.value for row in limit_rows(limits.cause)}
    return "; or ".join(row.rule.format_map(values) for row in CAUSES if row.code == code)
