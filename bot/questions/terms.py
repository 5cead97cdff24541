"""The terms of the field in plain words: a new one is a row. No digits: a number here would have no receipt."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """`also`: other words for it, lower case. `example`: which value of the call shows it; empty for none."""

    name: str
    means: str
    also: tuple[str, ...] = ()
    example: str = ""


TERMS: tuple[Term, ...] = (
    Term(
        "Packet loss",
        "the share of the small pieces of sound or picture that never arrived. It is heard as gaps and seen as frozen "
        "or broken pictures.",
        ("loss", "packet loss", "lost packets", "dropped packets", "packet drop", "avg_loss", "packetloss"),
        "loss",
    ),
    Term(
        "Latency",
        "the time that data take to the other side and back (round trip). People start to talk over each other when it "
        "is long.",
        ("latency", "rtt", "round trip", "round-trip", "round trip time", "ping", "delay", "lag", "network delay"),
        "latency",
    ),
    Term(
        "Jitter",
        "how unevenly the pieces arrive. Much of it makes sound metallic or choppy, because pieces come too late to be "
        "played.",
        ("jitter", "jittery"),
        "jitter",
    ),
    Term(
        "Bitrate",
        "how much data per second a stream carries. A low one beside small pictures means little room on the line, or "
        "nothing to send.",
        ("bitrate", "bit rate", "kbps", "throughput", "bandwidth", "mbps"),
        "bitrate",
    ),
    Term(
        "Frame rate",
        "how many pictures per second a video shows. Few make movement jerk; for a shared document few are right.",
        ("frame rate", "framerate", "fps", "frames per second", "frame_rate"),
        "frame_rate",
    ),
    Term(
        "Resolution",
        "the size of the picture in dots, width by height. Gallery tiles are small by design.",
        ("resolution", "picture size", "hd", "pixels"),
        "resolution",
    ),
    Term(
        "MOS",
        "mean opinion score, an estimate of how good listening feels, higher is better. Here it is estimated from "
        "received audio and never makes a label.",
        ("mos", "mean opinion score", "mos score", "opinion score"),
        "mos",
    ),
    Term(
        "R-value",
        "the number behind a MOS: it starts high and every impairment, such as delay and loss, takes some away.",
        ("r", "r-value", "r value", "r factor", "r-factor", "e-model", "emodel"),
        "r",
    ),
    Term(
        "RSSI",
        "Wi-Fi signal strength in dBm. It is negative; closer to zero is stronger.",
        ("rssi", "dbm", "signal", "signal strength", "wifi signal", "wi-fi signal"),
        "rssi",
    ),
    Term(
        "CPU pressure",
        "how short of computing time a computer is: normal, fair, serious or critical. A busy one makes video jerk "
        "although the network is fine.",
        ("cpu", "cpu pressure", "pressure", "cpu usage", "compute pressure"),
        "cpu",
    ),
    Term(
        "QSS",
        "Zoom's Quality of Service Subscription: the quality numbers per person that this bot reads, as a summary "
        "after the call and, where subscribed, as events during it.",
        ("qss", "quality of service subscription", "qos", "quality of service"),
    ),
    Term(
        "Uplink",
        "what leaves somebody's computer: here called sent. Trouble there is noticed by the others.",
        ("uplink", "upload", "upstream", "sent", "sending", "output"),
    ),
    Term(
        "Downlink",
        "what arrives at somebody's computer: here called received. Trouble there is noticed by that person alone.",
        ("downlink", "download", "downstream", "received", "receiving", "input"),
    ),
    Term(
        "Bufferbloat",
        "a line filled by other traffic, such as a backup: data wait in a queue, so that the round trip rises while "
        "the line is busy.",
        ("bufferbloat", "buffer bloat"),
    ),
    Term(
        "VPN",
        "a tunnel through another network. It makes the way longer; Zoom does not report it, a TCP connection with a "
        "long round trip only hints at one.",
        ("vpn", "proxy", "tunnel"),
        "vpn",
    ),
    Term(
        "Data centre",
        "the place through which Zoom connects somebody. A far one makes the round trip long.",
        ("data centre", "data center", "datacenter", "datacentre", "dc"),
        "data_center",
    ),
    Term(
        "UDP and TCP",
        "two ways to send data. UDP is quick and right for calls; TCP repeats what was lost and so adds delay, and is "
        "used where UDP is blocked.",
        ("udp", "tcp", "udp and tcp", "tcp and udp", "udp/tcp", "tls", "ssl"),
        "connection",
    ),
    Term(
        "Codec",
        "how sound and picture are packed for sending. Zoom's summary does not say which one was used.",
        ("codec", "codecs", "opus", "encoder"),
    ),
    Term(
        "FEC",
        "forward error correction: extra data are sent along, so that some loss can be repaired without asking again.",
        ("fec", "forward error correction"),
    ),
    Term(
        "NAT",
        "several devices behind one public address, as in most offices and homes. People behind one address are likely "
        "at one site.",
        ("nat", "public ip", "public address"),
    ),
    Term(
        "Average and maximum",
        "the average covers the whole call and makes the label; the maximum is the single worst sample and never does.",
        ("average", "avg", "maximum", "max", "avg and max", "average and maximum", "peak", "mean"),
    ),
    Term(
        "Zoom Room",
        "a meeting room with Zoom's own equipment; it counts as one participant.",
        ("zoom room", "zoom rooms", "room system", "crc", "sip"),
    ),
    Term(
        "Cause",
        "what most likely explains the numbers, by published rules, with a confidence word. It is never certain.",
        ("cause", "likely cause", "diagnosis", "confidence"),
    ),
    Term(
        "Score",
        "points from the worst stream of somebody: more is better, and the label follows from them.",
        ("score", "points", "badness"),
    ),
)

_BY_WORD = {word: term for term in TERMS for word in (term.name.casefold(), *term.also)}
SHOWN = (
    "packet loss",
    "latency",
    "jitter",
    "bitrate",
    "frame rate",
    "MOS",
    "RSSI",
    "CPU pressure",
    "VPN",
    "data centre",
)


def term_of(typed: str) -> Term | None:
    """The row behind a word as typed, also in plural; None for a word that has none."""
    words = " ".join(re.sub(r"[?!.\"'`]", " ", typed.casefold()).split())
    for one in (words, words.removesuffix("s"), words.replace("_", " "), words.replace("-", " ")):
        if one in _BY_WORD:
            return _BY_WORD[one]
    return None
