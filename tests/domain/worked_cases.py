"""Worked cases as data: numbers in; label, rank, cause, confidence and verdict out; and why an engineer would say so.

`python -m tests.domain.worked_cases > docs/worked-cases.md` writes them down; a test keeps the file in step.
"""

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from bot.domain.model import Report
from tests.domain.domain_builders import CLEAN, P, crowd, named, report

DOCUMENT = Path(__file__).parents[2] / "docs" / "worked-cases.md"


class Out(NamedTuple):
    """What must come out for one person."""

    name: str
    label: str
    rank: int | None
    cause: str
    confidence: str


@dataclass(frozen=True)
class Worked:
    """`verified` says whether sent and received are proved."""

    title: str
    people: tuple[P, ...]
    expect: tuple[Out, ...]
    scope: str
    text: str
    why: str
    verified: bool | None = True

    def judged(self) -> Report:
        return report(*self.people, verified=self.verified)


def berlin(n: int, sent: str, received: str) -> tuple[P, ...]:
    return tuple(P(f"Berlin {i}", sent, received, site="berlin", location="Berlin (DE)") for i in range(1, n + 1))


def attendees(n: int, received: str) -> tuple[P, ...]:
    return tuple(P(f"Attendee {i}", None, received, video_received=CLEAN) for i in range(1, n + 1))


def in_towns(n: int, **facts: str) -> tuple[P, ...]:
    towns = ("Leeds (GB)", "Lisbon (PT)", "Accra (GH)")
    return tuple(replace(person, location=towns[i % 3]) for i, person in enumerate(crowd(n, **facts)))


CASES: tuple[Worked, ...] = (
    Worked(
        "Nothing wrong",
        crowd(14),
        (Out("Person 1", "good", 1, "none", "high"),),
        "nobody",
        "Nobody had trouble: 14 of 14 good",
        "Every average is inside the good limits.",
    ),
    Worked(
        "One bad uplink",
        (P("Kofi Mensah", "7.9:22/61/14"), *crowd(13)),
        (Out("Kofi Mensah", "poor", 1, "own_uplink", "high"),),
        "one",
        "Mostly fine: only Kofi Mensah had a poor call (1 of 14 rated)",
        "He received well, his round trip is normal and nobody else had trouble: two signs and a comparison.",
    ),
    Worked(
        "One bad uplink, directions not verified",
        (P("Kofi Mensah", "7.9:22/61/14"), *crowd(13)),
        (Out("Kofi Mensah", "poor", 1, "own_uplink", "medium"),),
        "one",
        "Mostly fine: only Kofi Mensah had a poor call (1 of 14 rated)",
        "The same numbers, but sent and received could be swapped: never more than medium.",
        verified=None,
    ),
    Worked(
        "One bad uplink, the data contradict the reading",
        (P("Kofi Mensah", "7.9:22/61/14"), *crowd(13)),
        (Out("Kofi Mensah", "poor", 1, "own_uplink", "low"),),
        "one",
        "Mostly fine: only Kofi Mensah had a poor call (1 of 14 rated)",
        "Stored calls say that the directions are set wrongly, so the direction is worth little.",
        verified=False,
    ),
    Worked(
        "Network facts missing",
        (P("Kofi Mensah", "7.9:22/61/14", network=None, connection=None, location=None, site=None), *crowd(13)),
        (Out("Kofi Mensah", "poor", 1, "own_uplink", "medium"),),
        "one",
        "Mostly fine: only Kofi Mensah had a poor call (1 of 14 rated)",
        "Without the network type a mobile network cannot be excluded: one step less sure, and said.",
    ),
    Worked(
        "A bad hotel Wi-Fi does not brand the meeting",
        (P("Ana Souza", "6.5/90/55", "5.8/90/60", network="Wifi", rssi=-78), *crowd(11)),
        (Out("Ana Souza", "poor", 1, "wifi", "high"), Out("Person 1", "good", 2, "none", "high")),
        "one",
        "Mostly fine: only Ana Souza had a poor call (1 of 12 rated)",
        "Weak signal and jitter both ways are two signs for Wi-Fi; eleven good people are the meeting.",
    ),
    Worked(
        "Wi-Fi by type alone proves nothing",
        (P("Tom Hale", "6.1:15/70/12", "5.5:13/70/12", network="Wifi", rssi=-48), *crowd(8)),
        (Out("Tom Hale", "poor", 1, "own_access", "high"),),
        "one",
        "Mostly fine: only Tom Hale had a poor call (1 of 9 rated)",
        "Strong signal and little jitter: the line behind the Wi-Fi loses packets both ways, alike.",
    ),
    Worked(
        "Wi-Fi, only what was sent got lost",
        (P("Tom Hale", "6.1/70/12", network="Wifi"), *crowd(8)),
        (Out("Tom Hale", "poor", 1, "own_uplink", "high"),),
        "one",
        "Mostly fine: only Tom Hale had a poor call (1 of 9 rated)",
        "Bad radio hurts both directions; one clean direction speaks against it whatever the network type.",
    ),
    Worked(
        "Wi-Fi with jitter both ways, signal unknown",
        (P("Mei Lin", "0.4/80/44", "0.6/80/47", network="Wifi"), *crowd(8)),
        (Out("Mei Lin", "fair", 1, "wifi", "medium"),),
        "nobody",
        "Nobody had a poor call: 1 of 9 fair (Mei Lin), 8 good",
        "Jitter in both directions on Wi-Fi is one sign; the signal would be the second.",
    ),
    Worked(
        "Jitter one way on Wi-Fi with a strong signal",
        (P("Mei Lin", "0.4/80/64", network="Wifi", rssi=-45), *crowd(8)),
        (Out("Mei Lin", "poor", 1, "own_uplink", "medium"),),
        "one",
        "Mostly fine: only Mei Lin had a poor call (1 of 9 rated)",
        "The signal is strong and one direction clean, so the radio is not proven; the bad direction names the cause.",
    ),
    Worked(
        "Mobile network with loss and jitter",
        (P("Ravi Nair", "5.6/95/38", "3.2/95/33", network="Cellular"), *crowd(6)),
        (Out("Ravi Nair", "poor", 1, "cellular", "high"),),
        "one",
        "Mostly fine: only Ravi Nair had a poor call (1 of 7 rated)",
        "A mobile network with metric evidence; loss and jitter are two signs.",
    ),
    Worked(
        "Mobile network, all good",
        (P("Ravi Nair", network="Cellular"), *crowd(6)),
        (Out("Ravi Nair", "good", None, "none", "high"),),
        "nobody",
        "Nobody had trouble: 7 of 7 good",
        "Strong 5G is fine: the network type is no evidence.",
    ),
    Worked(
        "Busy computer",
        (P("Ana Souza", video_sent=CLEAN, fps="5", cpu="78", pressure="critical"), *crowd(7)),
        (Out("Ana Souza", "poor", 1, "cpu", "high"),),
        "one",
        "Mostly fine: only Ana Souza had a poor call (1 of 8 rated)",
        "Few pictures sent, 78 % CPU for Zoom on average, clean network.",
    ),
    Worked(
        "CPU peak only",
        (P("Ana Souza", video_sent=CLEAN, fps="5", cpu="20"), *crowd(7)),
        (Out("Ana Souza", "poor", 1, "device", "medium"),),
        "one",
        "Mostly fine: only Ana Souza had a poor call (1 of 8 rated)",
        "A maximum of 100 % is normal. Average CPU and network are fine, so the camera or its driver is left.",
    ),
    Worked(
        "Few pictures, CPU not measured",
        (P("Ana Souza", video_sent=CLEAN, fps="9", cpu=None, pressure=None), *crowd(7)),
        (Out("Ana Souza", "fair", 1, "device", "low"),),
        "nobody",
        "Nobody had a poor call: 1 of 8 fair (Ana Souza), 7 good",
        "A busy computer cannot be excluded, so low.",
    ),
    Worked(
        "VPN or proxy",
        (P("Tom Hale", "0.3/340/12", "0.3/335/12", connection="TCP"), *crowd(9)),
        (Out("Tom Hale", "poor", 1, "vpn_or_proxy", "high"),),
        "one",
        "Mostly fine: only Tom Hale had a poor call (1 of 10 rated)",
        "TCP with a long round trip, five times that of others in the same city.",
    ),
    Worked(
        "TCP with a normal round trip",
        (P("Tom Hale", "6.3/60/12", connection="TCP + Proxy"), *crowd(9)),
        (Out("Tom Hale", "poor", 1, "own_uplink", "high"),),
        "one",
        "Mostly fine: only Tom Hale had a poor call (1 of 10 rated)",
        "A firewall forces TCP without any VPN; 60 ms show no detour.",
    ),
    Worked(
        "Distance",
        (P("Rui Costa", "0.1/190:212:240/5", "0.1/190:210:240/5", location="Lisbon (PT)", data_center="US"), *crowd(8)),
        (Out("Rui Costa", "fair", 1, "distance", "medium"),),
        "nobody",
        "Nobody had a poor call: 1 of 9 fair (Rui Costa), 8 good",
        "The round trip is long but steady (lowest 90 % of average), nothing is lost: a long way.",
    ),
    Worked(
        "Satellite",
        (P("Ida Berg", "0.6/590:640:760/13", "0.5/590:630:760/12", location="At sea"), *crowd(8)),
        (Out("Ida Berg", "poor", 1, "satellite", "medium"),),
        "one",
        "Mostly fine: only Ida Berg had a poor call (1 of 9 rated)",
        "Steady like a long way, and never under 480 ms: 4 x 35,786 km at the speed of light.",
    ),
    Worked(
        "Round trip long, lowest value missing",
        (P("Rui Costa", "0.1/212/5", "0.1/210/5", location="Lisbon (PT)"), *crowd(8)),
        (Out("Rui Costa", "fair", 1, "unknown_network", "low"),),
        "nobody",
        "Nobody had a poor call: 1 of 9 fair (Rui Costa), 8 good",
        "Distance and a filled line look alike without the lowest value: no cause is invented.",
    ),
    Worked(
        "A line filled by an upload",
        (P("Lena Roth", "0.8/22:180:640/41", "0.4/22:175:600/12", location="Kiel (DE)"), *crowd(8)),
        (Out("Lena Roth", "fair", 1, "bufferbloat", "high"),),
        "nobody",
        "Nobody had a poor call: 1 of 9 fair (Lena Roth), 8 good",
        "Average eight times the lowest, no loss, and jitter on one side only.",
    ),
    Worked(
        "Upload too narrow",
        (P("Ola Dahl", video_sent=CLEAN, fps="6", resolution="320*180", video_kbps="180:260"), *crowd(8)),
        (Out("Ola Dahl", "poor", 1, "bandwidth_limited_up", "medium"),),
        "one",
        "Mostly fine: only Ola Dahl had a poor call (1 of 9 rated)",
        "Zoom adapted: small, few pictures, never over 260 kbps, nothing lost, computer at ease.",
    ),
    Worked(
        "Download too narrow",
        (P("Ola Dahl", received_fps="6", resolution="640*360", video_kbps="200:310"), *crowd(8)),
        (Out("Ola Dahl", "poor", 1, "bandwidth_limited_down", "medium"),),
        "one",
        "Mostly fine: only Ola Dahl had a poor call (1 of 9 rated)",
        "A large received picture with few frames and few bits, nothing lost.",
    ),
    Worked(
        "Gallery tiles are small by design",
        (P("Ola Dahl", received_fps="5", resolution="320*180", video_kbps="60:90"), *crowd(8)),
        (Out("Ola Dahl", "good", None, "none", "high"),),
        "nobody",
        "Nobody had trouble: 9 of 9 good",
        "Received pictures of 180 lines and less are never judged on frame rate.",
    ),
    Worked(
        "Loss in bursts",
        (P("Sam Kerr", "3.1:44/62/12", "2.6:38/62/11"), *crowd(8)),
        (Out("Sam Kerr", "fair", 1, "loss_burst", "high"),),
        "nobody",
        "Nobody had a poor call: 1 of 9 fair (Sam Kerr), 8 good",
        "Both directions lose, and the maximum is over ten times the average in both.",
    ),
    Worked(
        "Internet line bad both ways",
        (P("Sam Kerr", "6.2:14/62/12", "5.4:12/62/11"), *crowd(8)),
        (Out("Sam Kerr", "poor", 1, "own_access", "high"),),
        "one",
        "Mostly fine: only Sam Kerr had a poor call (1 of 9 rated)",
        "Both directions lose alike on a wired line, while eight others are fine.",
    ),
    Worked(
        "Own downlink",
        (P("Jo Park", received="6.4:15/70/14", video_received="5.2/70/14"), *crowd(8)),
        (Out("Jo Park", "poor", 1, "own_downlink", "high"),),
        "one",
        "Mostly fine: only Jo Park had a poor call (1 of 9 rated)",
        "Sent clean, everything received is lossy, and all eight other receivers are clean.",
    ),
    Worked(
        "Downlink of a person alone",
        (P("Jo Park", received="6.4:15/70/14"),),
        (Out("Jo Park", "poor", 1, "own_downlink", "medium"),),
        "one",
        "Jo Park, the only person rated, had a poor call (1 of 1 rated)",
        "No peers to compare with: it could be a sender, so at most medium.",
    ),
    Worked(
        "Everyone heard Maria badly",
        (P("Maria Silva", "8.4:20/66/15"), *crowd(8, received="7.1:18/61/12")),
        (
            Out("Maria Silva", "poor", 1, "own_uplink", "high"),
            Out("Person 1", "poor", 2, "remote_sender", "high"),
        ),
        "sender",
        "Everyone heard Maria Silva badly (8 of 8); their own connections were clean",
        "Bad audio sent by one beside bad audio received by all others, who send cleanly and see video well.",
    ),
    Worked(
        "Downlink trouble of all is no sender",
        (
            P("Maria Silva", "8.4:20/66/15"),
            *(P(f"Person {i}", received="7.1/61/12", video_received="6.6/61/12", site=None) for i in range(1, 9)),
        ),
        (Out("Person 1", "poor", 2, "unknown_network", "low"),),
        "most",
        "Most people: 9 of 9 poor; where all of them joined from is not known",
        "Video from others arrives badly too, so one sender does not explain it; nor is it one line alone.",
    ),
    Worked(
        "A sender among three",
        (P("Maria Silva", "8.4:20/66/15"), *crowd(2, received="7.1:18/61/12")),
        (Out("Maria Silva", "poor", 1, "own_uplink", "medium"),),
        "most",
        "Most people, different internet lines: 3 of 3 poor, no common sender, site or data centre found",
        "Three rated people are too few to name a sender.",
    ),
    Worked(
        "A panelist whom 1,000 attendees hear badly",
        (P("Maria Silva", "9.1:20/66/15"), *attendees(1000, "7.8:16/80/12")),
        (
            Out("Maria Silva", "poor", 1, "own_uplink", "high"),
            Out("Attendee 1", "poor", 2, "remote_sender", "high"),
        ),
        "sender",
        "Everyone heard Maria Silva badly (1000 of 1000); their own connections were clean",
        "Attendees only receive; nothing sent is nothing bad sent.",
    ),
    Worked(
        "A webinar in which all only receive",
        attendees(1000, CLEAN),
        (Out("Attendee 1", "good", 1, "none", "high"),),
        "nobody",
        "Nobody had trouble: 1000 of 1000 good",
        "No sent stream is needed for a rating.",
    ),
    Worked(
        "One attendee with a bad downlink among 1,000",
        (P("Noa Levi", None, "8.8/80/12", video_received="6.1/80/12"), *attendees(999, CLEAN)),
        (Out("Noa Levi", "poor", 1, "own_downlink", "medium"),),
        "one",
        "Mostly fine: only Noa Levi had a poor call (1 of 1000 rated)",
        "999 clean receivers are a comparison; without anything sent one sign is missing.",
    ),
    Worked(
        "Everyone in Berlin",
        (*berlin(5, "5.9/70/18", "6.2/70/20"), *crowd(9)),
        (Out("Berlin 1", "poor", 1, "site_or_isp", "high"), Out("Person 1", "good", 6, "none", "high")),
        "site",
        "Everyone in Berlin (DE): 5 of 5 poor, 0 of 9 elsewhere",
        "All five behind one internet line are poor, nobody else is.",
    ),
    Worked(
        "One of two lines in Berlin",
        (
            *berlin(3, CLEAN, "6.2/70/20"),
            *(P(f"Home {i}", site="home", location="Berlin (DE)") for i in range(1, 4)),
            *crowd(3),
        ),
        (Out("Berlin 1", "poor", 1, "site_or_isp", "high"), Out("Home 1", "good", None, "none", "high")),
        "site",
        "Everyone on one internet line in Berlin (DE): 3 of 3 poor, 0 of 6 elsewhere",
        "Six are in Berlin; only those behind one of its two lines are poor.",
    ),
    Worked(
        "A bad site and somebody else's computer",
        (
            *berlin(4, "5.9/70/18", "6.2/70/20"),
            P("Ana Souza", video_sent=CLEAN, fps="5", cpu="78"),
            *crowd(7),
        ),
        (Out("Berlin 1", "poor", 1, "site_or_isp", "high"), Out("Ana Souza", "poor", None, "cpu", "high")),
        "site",
        "Everyone in Berlin (DE): 4 of 4 poor, 1 of 8 elsewhere; apart from that Ana Souza's computer",
        "The counts are of all poor people, so Ana counts elsewhere, though no line made her poor.",
    ),
    Worked(
        "Two bad senders in two media",
        (
            P("Maria Silva", "9/66/15"),
            P("Nils Berg", video_sent="9/66/15"),
            *crowd(4, received="7/61/12", video_received="7/61/12"),
        ),
        (
            Out("Maria Silva", "poor", 1, "own_uplink", "high"),
            Out("Nils Berg", "poor", 2, "own_uplink", "high"),
            Out("Person 1", "poor", 3, "remote_sender", "medium"),
        ),
        "sender",
        "4 of 5 heard Maria Silva badly; their own connections were clean; apart from that what Nils Berg sent",
        "All they receive is bad because two people send badly; nothing else is left to compare with, hence medium.",
    ),
    Worked(
        "Everybody behind one company address",
        tuple(P(f"Person {i}", received="6.5/80/12", site="vpn", location=None) for i in range(1, 6)),
        (Out("Person 1", "poor", 1, "site_or_isp", "medium"),),
        "site",
        "Everyone at one site: 5 of 5 poor, nobody joined from elsewhere",
        "One address can be a company VPN; without anybody elsewhere there is no comparison.",
    ),
    Worked(
        "One data centre",
        (*in_towns(6, received="6.8/70/12", video_received="5.5/70/12"), P("Ana Souza"), P("Tom Hale")),
        (Out("Person 1", "poor", 1, "datacenter_or_zoom", "medium"), Out("Ana Souza", "good", None, "none", "high")),
        "datacenter",
        "Most people, different places, one data centre (Frankfurt): 6 of 8 poor",
        "Six of eight, six different internet lines, the same fault (loss received), no bad sender.",
    ),
    Worked(
        "Most people, no common cause",
        (
            P("Kofi Mensah", "7.9/61/14", data_center="US"),
            P("Ana Souza", received="6.6/61/14", data_center="Frankfurt"),
            P("Tom Hale", "0.1/340/12", "0.1/340/12", connection="TCP", data_center="Tokyo"),
            *crowd(2),
        ),
        (
            Out("Kofi Mensah", "poor", 1, "own_uplink", "medium"),
            Out("Ana Souza", "poor", 2, "own_downlink", "high"),
            Out("Tom Hale", "poor", 3, "vpn_or_proxy", "high"),
        ),
        "most",
        "Most people, different internet lines: 3 of 5 poor, no common sender, site or data centre found",
        "Three of five is most people; faults, lines and data centres differ, though all are in one town.",
    ),
    Worked(
        "Two separate problems",
        (
            P("Kofi Mensah", "7.9:22/61/14"),
            P("Ana Souza", video_sent=CLEAN, fps="5", cpu="78"),
            *crowd(10),
        ),
        (Out("Kofi Mensah", "poor", 1, "own_uplink", "high"), Out("Ana Souza", "poor", 2, "cpu", "high")),
        "several",
        "Two separate problems: Kofi Mensah's uplink and Ana Souza's computer (2 of 12 rated)",
        "Two people, two unrelated causes.",
    ),
    Worked(
        "Too few measured",
        (*crowd(3), *(P(f"Phone {i}", None, None, video_received=None, device="Phone") for i in range(1, 7))),
        (Out("Phone 1", "unrated", None, "insufficient_data", "low"),),
        "cant_tell",
        "Can't tell: 3 of 9 people measured (dialled in, nothing measured)",
        "Three of nine say nothing about the meeting.",
    ),
    Worked(
        "A spike is a remark",
        (P("Jo Park", received="0.6:38/70/14"), *crowd(8)),
        (Out("Jo Park", "good", None, "none", "high"),),
        "nobody",
        "Nobody had trouble: 9 of 9 good",
        "A maximum grows with the length of a call; the average is good, so the label is good.",
    ),
    Worked(
        "Only maxima",
        (P("Jo Park", "-:12/-:400/-:80", "-:12/-:400/-:80", video_received=None), *crowd(8)),
        (Out("Jo Park", "unrated", None, "insufficient_data", "low"),),
        "nobody",
        "Nobody had trouble: 8 of 8 good",
        "Without an average loss a stream is not rated.",
    ),
    Worked(
        "A dash is not zero",
        (P("Jo Park", "-/61/9", "6.4/-/-", video_received=None), *crowd(8)),
        (Out("Jo Park", "poor", 1, "own_downlink", "medium"),),
        "one",
        "Mostly fine: only Jo Park had a poor call (1 of 9 rated)",
        "What was sent is not measured, which is not the same as clean: one sign less.",
    ),
    Worked(
        "Zoom's word contradicts good numbers",
        (P("Jo Park", says="bad"), *crowd(8)),
        (Out("Jo Park", "good", None, "none", "low"),),
        "nobody",
        "Nobody had trouble: 9 of 9 good",
        "Both are shown; labels come from numbers, so ask them.",
    ),
    Worked(
        "Zoom's word contradicts poor numbers",
        (P("Kofi Mensah", "7.9/61/14", says="good"), *crowd(8)),
        (Out("Kofi Mensah", "poor", 1, "own_uplink", "low"),),
        "one",
        "Mostly fine: only Kofi Mensah had a poor call (1 of 9 rated)",
        "The data conflict, so the confidence is low and both are shown.",
    ),
    Worked(
        "Less than a minute",
        (P("Jo Park", "22/400/90", minutes=0.5), *crowd(8)),
        (Out("Jo Park", "unrated", None, "insufficient_data", "low"),),
        "nobody",
        "Nobody had trouble: 8 of 8 good",
        "30 s of packets are too few for an average.",
    ),
)


def as_markdown() -> str:
    """The whole table, for docs/worked-cases.md."""
    lines = [
        "# Worked cases",
        "",
        "Each case runs as a test. Written by `python -m tests.domain.worked_cases > docs/worked-cases.md`.",
        "",
        "Numbers are `loss %/round trip ms/jitter ms`, each an average, `average:max` or `min:average:max`; `-` is not",
        "measured. What is not mentioned is a clean wired connection (`0.1/61/9`, UDP, its own address, CPU 12 %).",
        "",
        "| # | case | numbers in | label, rank, cause (confidence) out | verdict | why |",
        "|---|---|---|---|---|---|",
    ]
    lines += [_row(number, case) for number, case in enumerate(CASES, start=1)]
    return "\n".join(lines) + "\n"


def _row(number: int, case: Worked) -> str:
    judged = case.judged()
    out = "<br>".join(
        f"{name}: {p.label}, {p.rank or '–'}, `{p.cause.code}` ({p.cause.confidence})"
        for name in (expected.name for expected in case.expect)
        for p in (named(judged, name),)
    )
    verdict = f"`{judged.verdict.scope}` {judged.verdict.text}"
    return f"| {number} | {case.title} | {_numbers(case)} | {out} | {verdict} | {case.why} |"


def _numbers(case: Worked) -> str:
    groups: dict[str, list[str]] = {}
    for person in case.people:
        groups.setdefault(_said(person), []).append(person.name or "")
    described = [f"{names[0] if len(names) == 1 else f'{len(names)} people'}: {text}" for text, names in groups.items()]
    if case.verified is not True:
        described.append("directions " + ("not verified" if case.verified is None else "contradicted"))
    return "<br>".join(described)


def _said(person: P) -> str:
    plain, words = P(None), []
    for key in P.__dataclass_fields__:
        value = getattr(person, key)
        if key != "name" and value != getattr(plain, key):
            words.append(f"{key.replace('_', ' ')} {'none' if value is None else value}")
    return ", ".join(words) or "clean"


if __name__ == "__main__":
    sys.stdout.write(as_markdown())
