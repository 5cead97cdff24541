"""Whose side it is on: a person, a site, or several places on one data centre. Never blames Zoom on one meeting."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from bot.blocks.lines import Line
from bot.blocks.names import clean
from bot.blocks.report import verdict_text
from bot.blocks.words import CAUSES
from bot.domain.model import Label, Participant, Scope
from bot.domain.shared_words import listed
from bot.questions.answer import Answer
from bot.questions.asked import Intent
from bot.questions.pen import Pen
from bot.questions.phrasing import deciding, label_word, likely, names, of_people, poor, rated, sentence
from bot.questions.quoting import quoted
from bot.questions.row import Asked, Row
from bot.questions.whom import named, not_found

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
        line += _other_reasons(poor(control))
    for person in affected[:3]:
        pen.name(person.key)
    return [f"{line}."]


def _other_reasons(people: Sequence[Participant]) -> str:
    """Why the poor ones of the comparison do not speak against a local fault, where all have a cause of their own."""
    codes = list(dict.fromkeys(p.cause.code for p in people))
    if not people or not all(code in NOT_ZOOM for code in codes):
        return ""
    return f" (for other likely reasons: {listed([CAUSES[code] for code in codes[:3]])})"


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
    if not bad:
        return _nobody(pen, asked)
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


ROWS: tuple[Row, ...] = (Row(Intent.CAUSE_SIDE, side),)
