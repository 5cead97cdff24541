"""Whose side it is on, and whether the numbers support what the asker supposes. Never blames Zoom on one meeting."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.blocks.lines import Line
from bot.blocks.names import clean
from bot.blocks.report import verdict_text
from bot.blocks.words import CAUSES, CPU_LABELS
from bot.domain.model import CpuLabel, Label, Participant, Scope
from bot.questions.answer import Answer
from bot.questions.asked import Intent
from bot.questions.pen import Pen
from bot.questions.phrasing import deciding, label_word, likely, names, of_people, poor, rated, sentence
from bot.questions.quoting import quoted
from bot.questions.row import Asked, Row
from bot.questions.whom import named, not_found, whom

ONE_MEETING = "One meeting alone never shows that Zoom is at fault; the same data centre in other meetings would."
NOT_ZOOM = frozenset(CAUSES) - {"datacenter_or_zoom", "unknown_network"}


def side(asked: Asked) -> Answer:
    """A person, a site, or several places on one data centre; with the people elsewhere as the comparison."""
    pen, report = Pen(asked.facts), asked.facts.report
    people = named(asked)
    if people:
        lines: list[Line] = [[_one(pen, person)] for person in people[:2]]
    else:
        lines = [_WHERE.get(report.verdict.scope, _own)(pen, asked)]
    lines += [[one] for one in (_centers(pen, report.participants),) if one]
    missing = not_found(asked)
    if missing:
        lines.append([missing])
    lines.append([ONE_MEETING])
    return pen.written(
        lines, suggestions=("how sure are you?", "where was everyone joining from?", "pack this for the isp")
    )


def _one(pen: Pen, person: Participant) -> str:
    name, why = pen.name(person.key), likely(pen, person)
    if person.label is Label.UNRATED:
        return f"Can't tell for {name}: nothing was measured."
    if person.label is Label.GOOD:
        return f"Neither: {name} was good in all that was measured."
    if why is None or person.cause.code not in NOT_ZOOM:
        return f"Can't tell for {name}, {label_word(person)}: {deciding(pen, person)}; {why or 'no cause stands out'}."
    return f"Not Zoom, as far as the numbers go: {name} was {label_word(person)}, {why}."


def _nobody(pen: Pen, asked: Asked) -> Line:
    people = asked.facts.report.participants
    seen = rated(people)
    return [f"Neither: nobody had a poor call ({of_people(pen, len(seen), len(people))} people rated)."]


def _cant_tell(pen: Pen, asked: Asked) -> Line:
    people = asked.facts.report.participants
    return [f"Can't tell: only {of_people(pen, len(rated(people)), len(people))} people were measured."]


def _site(pen: Pen, asked: Asked) -> Line:
    """Counts at the places of those affected, and elsewhere on the same data centres as the control."""
    people, keys = rated(asked.facts.report.participants), set(asked.facts.report.verdict.people)
    affected = [p for p in people if p.key in keys]
    places = list(dict.fromkeys(p.location for p in affected if p.location))
    text = quoted(pen, verdict_text(asked.facts.report, asked.facts.names))
    if len(places) != 1:
        return [f"Likely local, not Zoom. {sentence(text)}"]
    here = [p for p in people if p.location == places[0]]
    centers = {p.data_center for p in affected if p.data_center}
    control = [p for p in people if p.location != places[0] and p.data_center in centers]
    place = clean(places[0]) or "one place"
    line = f"Likely local to {place}, not Zoom: {of_people(pen, len(poor(here)), len(here))} people there are poor"
    if control:
        line += f", {of_people(pen, len(poor(control)), len(control))} elsewhere on the same data centre"
    for person in affected[:3]:
        pen.name(person.key)
    return [f"{line}."]


def _center(pen: Pen, asked: Asked) -> Line:
    text = quoted(pen, verdict_text(asked.facts.report, asked.facts.names))
    return [f"Perhaps the data centre or the way to it, not one site. {sentence(text)}"]


def _sender(pen: Pen, asked: Asked) -> Line:
    text = quoted(pen, verdict_text(asked.facts.report, asked.facts.names))
    for key in asked.facts.report.verdict.people[:2]:
        if key in asked.facts.people:
            pen.name(key)
    return [f"On a sender's side, not Zoom's. {sentence(text)}"]


def _own(pen: Pen, asked: Asked) -> Line:
    """Several with causes of their own; how many of them have one that is not Zoom's."""
    bad = poor(asked.facts.report.participants)
    causes = Counter(CAUSES[p.cause.code] for p in bad if p.cause.code in NOT_ZOOM)
    known = sum(causes.values())
    listed = "; ".join(f"{pen.count(n)} {words}" for words, n in causes.most_common(4))
    who = f"{of_people(pen, len(bad), len(rated(asked.facts.report.participants)))} people poor ({names(pen, bad, 3)})"
    if 2 * known > len(bad):
        return [f"More likely on people's own side than Zoom's: {who}, likely {listed}."]
    return [f"Can't tell: {who}, and for most of them no cause stands out{f'; likely {listed}' if listed else ''}."]


_WHERE: Mapping[Scope, Callable[[Pen, Asked], Line]] = {
    Scope.NOBODY: _nobody,
    Scope.CANT_TELL: _cant_tell,
    Scope.SITE: _site,
    Scope.DATACENTER: _center,
    Scope.SENDER: _sender,
}


def _centers(pen: Pen, people: Sequence[Participant]) -> str:
    """`By data centre: Frankfurt 4 of 12 poor, New York 1 of 4 poor.`"""
    groups: dict[str, list[Participant]] = {}
    for person in rated(people):
        if name := clean(person.data_center):
            groups.setdefault(name, []).append(person)
    if not groups:
        return "Zoom did not say which data centres were used."
    order = sorted(groups.items(), key=lambda item: (-len(poor(item[1])), -len(item[1]), item[0]))[:4]
    return f"By data centre: {', '.join(f'{name} {of_people(pen, len(poor(g)), len(g))} poor' for name, g in order)}."


# --- claims ----------------------------------------------------------------------------------------------------------


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
    person = about.first
    if person is None:
        return pen.written([["Nobody was rated, so I can't check that."]], suggestions=("is the data complete?",))
    chosen = f" (I took {pen.name(person.key)}, {about.because})" if about.because else ""
    if check is None:
        lines: list[Line] = [
            [f"I can't check that one directly. {pen.name(person.key)}: {_found(pen, person)}{chosen}."]
        ]
        return pen.written(lines, suggestions=("why?", "is it us or zoom?"))
    finding = check(pen, person, report.participants)
    word = {True: "Yes, the numbers support that", False: "No, the numbers contradict that", None: "Can't tell"}
    lines = [[f"{word[finding.holds]} for {pen.name(person.key)}{chosen}: {finding.words}."]]
    lines.append([f"Diagnosis: {_found(pen, person)}."])
    return pen.written(lines, suggestions=(f"what do I tell {asked.facts.names[person.key]}?", "how sure are you?"))


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


CLAIMS: Mapping[str, Callable[[Pen, Participant, Sequence[Participant]], Finding]] = {
    "endpoint_not_network": _endpoint,
    "network_not_endpoint": _network,
    "not_office_network": _office,
    "office_network": _is_office,
    "wifi": _of_cause("wifi"),
    "vpn": _of_cause("vpn_or_proxy"),
    "cpu": _of_cause("cpu"),
    "distance": _of_cause("distance", "satellite"),
    "zoom": _of_cause("datacenter_or_zoom"),
    "isp": _of_cause("site_or_isp", "own_access", "own_uplink", "own_downlink"),
    "other_sender": _of_cause("remote_sender"),
}


ROWS: tuple[Row, ...] = (Row(Intent.CAUSE_SIDE, side), Row(Intent.VERIFY_CLAIM, claim))
