"""Whether people shared a network: behind the same public address, same place, same kind. No address is known here."""

from collections.abc import Sequence

from bot.blocks.lines import Line
from bot.blocks.words import network
from bot.domain.model import Participant
from bot.domain.shared_words import listed
from bot.questions.answer import Answer
from bot.questions.asked import Intent
from bot.questions.one_person import called
from bot.questions.pen import Pen
from bot.questions.phrasing import names, poor, rated
from bot.questions.row import Asked, Row
from bot.questions.spot_words import safe
from bot.questions.whom import named, not_found

MOST_SITES = 4
NOT_KNOWN = "not known"
SUGGESTED = ("where was everyone joining from", "was it worse on wifi than wired")
SITE = "behind the same public address, so likely the same site"


def network_same(asked: Asked) -> Answer:
    """Of two and more people; of one, who else was there; of nobody, everybody who shared one."""
    pen, people = Pen(asked.facts), named(asked)
    missing = not_found(asked)
    if missing is not None:
        return pen.written([[missing]], suggestions=SUGGESTED)
    if not people and (asked.reading.slots.get("participants") or asked.reading.slots.get("participant")):
        people = _last(asked)
    if len(people) > 1:
        return _together(pen, asked, people)
    return _with(pen, asked, people[0]) if people else _sites(pen)


def _last(asked: Asked) -> tuple[Participant, ...]:
    """The last two that the thread named."""
    for turn in reversed(asked.turns):
        found = tuple(asked.facts.people[key] for key in turn.people if key in asked.facts.people)
        if found:
            return found[:2]
    return ()


def _together(pen: Pen, asked: Asked, people: Sequence[Participant]) -> Answer:
    who = listed([called(asked, pen, p) for p in people])
    groups = {p.network_group for p in people}
    unknown = [p for p in people if p.network_group is None]
    both = "both" if len(people) == 2 else "all of them"
    if unknown:
        named_ones = names(pen, unknown)
        first = f"I can't tell whether {who} shared a network: Zoom gave no public address for {named_ones}."
    elif len(groups) > 1:
        first = f"No, {who} were not on the same network: they were behind different public addresses."
    elif len({_kind(p) for p in people}) > 1:
        first = f"Same site, not the same kind of connection: {who} were {SITE}."
    else:
        first = f"Likely yes: {who} were {both} {SITE}."
    lines: list[Line] = [[first], [_kinds(pen, people)], [_places(pen, people)]]
    return pen.written(lines, suggestions=("who is in the same office?", *SUGGESTED[:1]))


def _kind(person: Participant) -> str | None:
    return safe(network(person.network_type), 20)


def _kinds(pen: Pen, people: Sequence[Participant]) -> str:
    kinds = {_kind(p) for p in people}
    if len(kinds) == 1 and None not in kinds:
        kind = next(iter(kinds))
        name = "; Zoom does not tell the name of a Wi-Fi" if kind == "Wi-Fi" else ""
        return f"All on {kind}{name}."
    return f"Network: {', '.join(f'{pen.name(p.key)} {_kind(p) or NOT_KNOWN}' for p in people)}."


def _places(pen: Pen, people: Sequence[Participant]) -> str:
    places = {safe(p.location, 30) for p in people}
    if len(places) == 1 and None not in places:
        return f"Same place: {next(iter(places))}."
    return f"Place: {', '.join(f'{pen.name(p.key)} {safe(p.location, 30) or NOT_KNOWN}' for p in people)}."


def _with(pen: Pen, asked: Asked, person: Participant) -> Answer:
    name = called(asked, pen, person)
    others = [p for p in pen.facts.report.participants if p.key != person.key]
    if person.network_group is None:
        place = safe(person.location, 30)
        near = [p for p in others if place is not None and p.location == person.location]
        first = f"Zoom gave no public address for {name}, so I can't tell who shared their network."
        lines: list[Line] = [[first]]
        lines += [[f"From the same place, {place}: {names(pen, near)}."]] if near else []
        return pen.written(lines, suggestions=SUGGESTED)
    same = [p for p in others if p.network_group == person.network_group]
    if not same:
        first = f"Nobody else was behind {name}'s public address; {pen.count(len(others))} others were elsewhere."
        return pen.written([[first]], suggestions=SUGGESTED)
    lines = [[f"{names(pen, same)} shared {name}'s network: {SITE}."], [_how(pen, [person, *same])]]
    return pen.written([*lines, [_kinds(pen, [person, *same][:4])]], suggestions=SUGGESTED)


def _how(pen: Pen, people: Sequence[Participant]) -> str:
    with_data = rated(people)
    return f"{pen.count(len(poor(people)))} of {pen.count(len(with_data))} rated people there were poor."


def _sites(pen: Pen) -> Answer:
    people = pen.facts.report.participants
    groups: dict[str, list[Participant]] = {}
    for person in people:
        if person.network_group is not None:
            groups.setdefault(person.network_group, []).append(person)
    if not groups:
        first = "Zoom gave no public address for anybody here, so I can't tell who shared a network."
        return pen.written([[first]], suggestions=SUGGESTED)
    shared = sorted((g for g in groups.values() if len(g) > 1), key=lambda g: (-len(poor(g)), -len(g), g[0].key))
    if not shared:
        first = f"No two people shared a network: {pen.count(len(groups), 'networks')} different public addresses."
        return pen.written([[first]], suggestions=SUGGESTED)
    lines: list[Line] = [[f"{_site(shared[0])}{names(pen, shared[0])} were {SITE}. {_how(pen, shared[0])}"]]
    lines += [[f"{_site(group)}{names(pen, group)}. {_how(pen, group)}"] for group in shared[1:MOST_SITES]]
    rest = len(shared) - MOST_SITES
    lines += [[f"And {pen.count(rest, 'networks')} more that several people shared."]] if rest > 0 else []
    return pen.written(lines, suggestions=SUGGESTED)


def _site(people: Sequence[Participant]) -> str:
    places = {safe(p.location, 30) for p in people}
    place = next(iter(places)) if len(places) == 1 else None
    return f"{place}: " if place else ""


ROWS = (Row(Intent.NETWORK_SAME, network_same),)
