"""Whether the numbers support, contradict or leave open what the asker supposes: one row per claim."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.blocks.lines import Line
from bot.blocks.names import clean
from bot.blocks.words import CAUSES, CPU_LABELS
from bot.blocks.words import network as network_words
from bot.domain.model import CpuLabel, Label, Participant
from bot.questions.answer import Answer
from bot.questions.asked import Intent
from bot.questions.pen import Pen
from bot.questions.phrasing import deciding, label_word, likely, names, of_people, poor, rated
from bot.questions.quoting import quoted
from bot.questions.row import Asked, Row
from bot.questions.whom import meant, named, not_found, whom


@dataclass(frozen=True, slots=True)
class Finding:
    """`holds` None: undecided."""

    holds: bool | None
    words: str


def claim(asked: Asked) -> Answer:
    """Supported, contradicted or undecided, with the numbers on both sides."""
    pen, report, missing = Pen(asked.facts), asked.facts.report, not_found(asked)
    wanted = asked.reading.slots.get("claim")
    check = CLAIMS.get(wanted if isinstance(wanted, str) else "")
    if missing:
        return pen.written([[missing]], suggestions=("who had it worst?", "is it us or zoom?"))
    about = whom(asked)
    person = next(iter(poor(meant(asked)) or meant(asked)), about.first)
    if person is None:
        return pen.written([["Nobody was rated, so I can't check that."]], suggestions=("is the data complete?",))
    chosen = "" if meant(asked) or not about.because else f" ({about.because})"
    if check is None:
        return _unclear(pen, asked, person)
    finding = check(pen, person, report.participants)
    word = {True: "Yes, the numbers support that", False: "No, the numbers contradict that", None: "Can't tell"}
    lines = [[f"{word[finding.holds]} for {pen.name(person.key)}{chosen}: {finding.words}."]]
    lines.append([f"Diagnosis: {_found(pen, person)}."])
    return pen.written(lines, suggestions=(f"what do I tell {asked.facts.names[person.key]}?", "how sure are you?"))


def _unclear(pen: Pen, asked: Asked, person: Participant) -> Answer:
    """No claim that has a check: what is known of the person, else the counts."""
    if named(asked):
        line = f"I can't answer that with yes or no. {pen.name(person.key)}: {_found(pen, person)}."
        return pen.written([[line]], suggestions=("why?", "is it us or zoom?"))
    people = rated(asked.facts.report.participants)
    fine, bad = [p for p in people if p.label is Label.GOOD], poor(people)
    lines: list[Line] = [
        [
            f"I can't answer that with yes or no; the counts: {of_people(pen, len(fine), len(people))} rated people "
            f"were good, {pen.count(len(bad))} poor."
        ]
    ]
    lines += [[f"Good: {names(pen, fine)}."]] if fine else []
    return pen.written(lines, suggestions=("who had it worst?", "is it us or zoom?"))


def _found(pen: Pen, person: Participant) -> str:
    return likely(pen, person) or (
        f"{label_word(person)}, {deciding(pen, person) or 'nothing measured'}; no cause stands out"
    )


def _cpu_words(pen: Pen, person: Participant) -> str:
    cpu = person.cpu
    if cpu.label not in CPU_LABELS:
        return "CPU not measured"
    zoom = pen.of_person(person, "cpu", cpu.zoom_avg_pct, "%", "avg", "zoom_avg_cpu_usage")
    system = pen.of_person(person, "cpu", cpu.system_max_pct, "%", "max", "system_max_cpu_usage")
    pressure = f", pressure {cpu.pressure}" if cpu.pressure else ""
    return f"{CPU_LABELS[cpu.label]} (Zoom average {zoom}, system max {system}{pressure})"


def _network_is_bad(person: Participant) -> bool:
    return person.decided_by is not None and person.decided_by.metric in {"loss", "latency", "jitter"}


def _endpoint(pen: Pen, person: Participant, _: Sequence[Participant]) -> Finding:
    """The computer or device rather than the network."""
    number, cpu = deciding(pen, person), _cpu_words(pen, person)
    if person.label in {Label.UNRATED, Label.GOOD}:
        return Finding(None, f"{label_word(person)}, {number or 'nothing measured'}; {cpu}")
    busy = person.cpu.label is CpuLabel.BAD
    if _network_is_bad(person):
        words = f"the network numbers are bad ({number}); {cpu}"
        return Finding(None if busy or person.cpu.label is CpuLabel.UNKNOWN else False, words)
    if person.cpu.label is CpuLabel.UNKNOWN:
        return Finding(None, f"the network was within its limits, {number}, but {cpu}")
    return Finding(True, f"the network was within its limits; {number}; {cpu}")


def _opposite(finding: Finding) -> Finding:
    return Finding(None if finding.holds is None else not finding.holds, finding.words)


def _network(pen: Pen, person: Participant, everybody: Sequence[Participant]) -> Finding:
    return _opposite(_endpoint(pen, person, everybody))


def _office(pen: Pen, person: Participant, everybody: Sequence[Participant]) -> Finding:
    """Not the office network: others on it, or at the same place, were fine."""
    near = [p for p in rated(everybody) if p.key != person.key and _same_place(p, person)]
    place = clean(person.location)
    where = f"in {place}" if place else "on the same network"
    if not near:
        return Finding(None, f"nobody else joined from there to compare with ({place or 'place not known'})")
    bad = poor(near)
    words = f"{of_people(pen, len(bad), len(near))} others {where} were poor"
    if person.label is Label.GOOD:
        return Finding(None, f"{pen.name(person.key)} was good; {words}")
    if 2 * len(bad) >= len(near) and bad:
        return Finding(False, f"{words}, which points at the place and its line")
    return Finding(True if len(near) > 1 else None, f"{words}; {_found(pen, person)}")


def _is_office(pen: Pen, person: Participant, everybody: Sequence[Participant]) -> Finding:
    return _opposite(_office(pen, person, everybody))


def _same_place(one: Participant, other: Participant) -> bool:
    if one.network_group and other.network_group:
        return one.network_group == other.network_group
    return one.location is not None and one.location == other.location


def _of_cause(*codes: str) -> Callable[[Pen, Participant, Sequence[Participant]], Finding]:
    """A claim that is one of the diagnosis' own causes."""

    def check(pen: Pen, person: Participant, _: Sequence[Participant]) -> Finding:
        number = deciding(pen, person) or "nothing measured"
        if person.label in {Label.UNRATED, Label.GOOD}:
            return Finding(None, f"{label_word(person)}, {number}")
        if person.cause.code in codes:
            evidence = "; ".join(quoted(pen, words, person) for words in person.cause.evidence[:2])
            return Finding(True, evidence or number)
        known = person.cause.code in CAUSES and person.cause.confidence != "low"
        return Finding(False if known else None, f"{number}; {_found(pen, person)}")

    return check


def _wifi(pen: Pen, person: Participant, everybody: Sequence[Participant]) -> Finding:
    """The Wi-Fi: the diagnosis, else the kind of network and the signal beside it."""
    if person.label in {Label.UNRATED, Label.GOOD} or person.cause.code == "wifi":
        return _of_cause("wifi")(pen, person, everybody)
    number, kind = deciding(pen, person) or "nothing measured", network_words(person.network_type)
    if kind is None:
        return Finding(None, f"{number}; Zoom did not say which network that was")
    if kind != "Wi-Fi":
        return Finding(False, f"{number}; the network was {clean(kind, 20)}, not Wi-Fi")
    dbm, weak = person.wifi_rssi_dbm, pen.facts.report.limits.cause.weak_rssi_dbm
    if dbm is None:
        shared = person.cause.code in {"site_or_isp", "datacenter_or_zoom", "remote_sender"}
        return Finding(False if shared else None, f"{number}; on Wi-Fi, signal not known; {_found(pen, person)}")
    value, limit = pen.of_person(person, "rssi", dbm, "dBm", "avg", "avg_rssi"), pen.limit("rssi", weak)
    if dbm > weak:
        return Finding(False, f"{number}; on Wi-Fi with a strong signal, {value} on average (weak is {limit} or less)")
    return Finding(
        None,
        f"{number}; the Wi-Fi signal is weak, {value} on average (weak is {limit} or less), but trouble in one "
        f"direction only speaks for the line: {_found(pen, person)}",
    )


def _not_wifi(pen: Pen, person: Participant, everybody: Sequence[Participant]) -> Finding:
    return _opposite(_wifi(pen, person, everybody))


def _vpn(pen: Pen, person: Participant, everybody: Sequence[Participant]) -> Finding:
    """Zoom has no VPN flag: the diagnosis, else the kind of connection."""
    kind = clean(person.connection_type, 20)
    said = f"connection {quoted(pen, kind)}" if kind else "connection type not known"
    number = deciding(pen, person) or "nothing measured"
    if person.cause.code == "vpn_or_proxy":
        return Finding(True, f"{said}; {number}; Zoom has no VPN flag, so it could be another proxy")
    return Finding(False if kind and kind.casefold() == "udp" else None, f"{said}; {number}; Zoom has no VPN flag")


def _not_vpn(pen: Pen, person: Participant, everybody: Sequence[Participant]) -> Finding:
    return _opposite(_vpn(pen, person, everybody))


def _data_center(pen: Pen, person: Participant, everybody: Sequence[Participant]) -> Finding:
    """The data centre or Zoom: how the others on the same one fared, beside everybody elsewhere."""
    if person.data_center is None:
        return Finding(None, "Zoom did not say which data centre that was")
    here = [p for p in rated(everybody) if p.data_center == person.data_center]
    there = [p for p in rated(everybody) if p.data_center and p.data_center != person.data_center]
    words = f"{of_people(pen, len(poor(here)), len(here))} people on {clean(person.data_center, 40)} were poor"
    words += f", {of_people(pen, len(poor(there)), len(there))} on others" if there else ", and nobody was on another"
    if person.cause.code == "datacenter_or_zoom":
        return Finding(None, f"{words}; one meeting alone cannot show it")
    known = person.cause.code in CAUSES and person.cause.confidence != "low"
    return Finding(False if known and 2 * len(poor(here)) < len(here) else None, f"{words}; {_found(pen, person)}")


def _not_data_center(pen: Pen, person: Participant, everybody: Sequence[Participant]) -> Finding:
    return _opposite(_data_center(pen, person, everybody))


CLAIMS: Mapping[str, Callable[[Pen, Participant, Sequence[Participant]], Finding]] = {
    "endpoint_not_network": _endpoint,
    "network_not_endpoint": _network,
    "not_office_network": _office,
    "office_network": _is_office,
    "wifi": _wifi,
    "not_wifi": _not_wifi,
    "vpn": _vpn,
    "not_vpn": _not_vpn,
    "data_center": _data_center,
    "zoom": _data_center,
    "not_zoom": _not_data_center,
    "cpu": _of_cause("cpu"),
    "distance": _of_cause("distance", "satellite"),
    "isp": _of_cause("site_or_isp", "own_access", "own_uplink", "own_downlink"),
    "other_sender": _of_cause("remote_sender"),
}


ROWS: tuple[Row, ...] = (Row(Intent.VERIFY_CLAIM, claim),)
