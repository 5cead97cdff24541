"""A short account of the call for other readers: in the bot's usual words, or without jargon for a manager."""

from collections import Counter
from collections.abc import Mapping

from bot.blocks.lines import Line
from bot.blocks.names import clean
from bot.blocks.report import verdict_text
from bot.blocks.words import CAUSES, KINDS
from bot.domain.model import Label, Participant, Report
from bot.questions.answer import Answer
from bot.questions.asked import Intent
from bot.questions.pen import Pen
from bot.questions.phrasing import names, of_people, poor, rated, sentence
from bot.questions.quoting import quoted
from bot.questions.row import Asked, Row

PLAIN: Mapping[str, str] = {
    "own_uplink": "somebody's own internet connection",
    "own_downlink": "somebody's own internet connection",
    "own_access": "somebody's own internet connection",
    "bufferbloat": "somebody's own internet connection",
    "loss_burst": "somebody's own internet connection",
    "bandwidth_limited_up": "a slow internet connection",
    "bandwidth_limited_down": "a slow internet connection",
    "vpn_or_proxy": "a detour on the way to Zoom",
    "cpu": "an overloaded computer",
    "device": "a camera or computer",
    "site_or_isp": "the internet line of one site",
    "datacenter_or_zoom": "one of Zoom's data centres, which one meeting cannot prove",
    "remote_sender": "the connection of somebody who was speaking or sharing",
    "unknown_network": "the network, where is not clear",
}
"""Causes as a manager reads them; the others as they are."""


def summarise(asked: Asked) -> Answer:
    """What happened, to how many, likely why; unless short also what is next."""
    pen, report = Pen(asked.facts), asked.facts.report
    short = asked.reading.slots.get("length") == "short"
    if asked.reading.slots.get("style") == "executive":
        lines: list[Line] = [[_what(pen, report) + _counts(pen, report)], *_plainly(pen, report)]
    else:
        text = quoted(pen, verdict_text(report, asked.facts.names))
        lines = [[sentence(_what(pen, report) + text)], [sentence(_counts(pen, report))]]
        lines += [] if short else _likely(pen, report)
    first = next((p for p in poor(report.participants) if p.cause.advice), None)
    if first is not None and not short:
        lines.append([f"Next: {quoted(pen, first.cause.advice)}"])
    for key in report.verdict.people[:5]:
        if key in asked.facts.people:
            pen.name(key)
    return pen.written(lines, suggestions=("is it us or zoom?", "how sure are you?", "send me the csv"))


def _what(pen: Pen, report: Report) -> str:
    topic = clean(report.subject.topic, 60)
    return f'"{quoted(pen, topic)}": ' if topic else f"This {KINDS[report.subject.kind]}: "


def _counts(pen: Pen, report: Report) -> str:
    people = report.participants
    seen = rated(people)
    line = f"{of_people(pen, len(poor(seen)), len(seen))} rated people had a poor call"
    fair, good = (sum(p.label is label for p in seen) for label in (Label.FAIR, Label.GOOD))
    line += f", {pen.count(fair)} a fair one" if fair else ""
    line += f", {pen.count(good)} a good one" if good else ""
    rest = len(people) - len(seen)
    return f"{line}; {pen.count(rest)} not measured." if rest else f"{line}."


def _likely(pen: Pen, report: Report) -> list[Line]:
    causes: dict[str, list[Participant]] = {}
    for person in poor(report.participants):
        if person.cause.code in CAUSES:
            causes.setdefault(CAUSES[person.cause.code], []).append(person)
    if not causes:
        return [["The numbers do not tell why."]] if poor(report.participants) else []
    order = sorted(causes.items(), key=lambda item: -len(item[1]))[:3]
    return [[f"Likely: {'; '.join(f'{words} ({names(pen, who, 3)})' for words, who in order)}."]]


def _plainly(pen: Pen, report: Report) -> list[Line]:
    """`Likely reasons: the internet line of one site (3 people, Berlin); an overloaded computer (1 person).`"""
    bad = poor(report.participants)
    causes = Counter(PLAIN.get(p.cause.code, CAUSES.get(p.cause.code, "not known")) for p in bad)
    if not causes:
        return []
    places = {p.location for p in bad if p.cause.code == "site_or_isp"}
    place = clean(next(iter(places)), 40) if len(places) == 1 else None
    site = PLAIN["site_or_isp"]
    where = {site: f", {place}"} if place else {}
    parts = [f"{words} ({_people(pen, n)}{where.get(words, '')})" for words, n in causes.most_common(4)]
    return [[f"Likely reasons: {'; '.join(parts)}."]]


def _people(pen: Pen, count: int) -> str:
    return f"{pen.count(count)} {'person' if count == 1 else 'people'}"


ROWS: tuple[Row, ...] = (Row(Intent.SUMMARISE, summarise),)
