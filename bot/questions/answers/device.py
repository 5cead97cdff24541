"""What somebody used: microphone, speaker, camera, client version, device. Names of hardware only, never an address."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from bot.blocks.lines import Line
from bot.domain.model import Participant
from bot.domain.shared_words import listed
from bot.questions.answer import Answer
from bot.questions.asked import Intent
from bot.questions.fields import FIELD_WORDS, field_of, value_words
from bot.questions.one_person import One, one_person
from bot.questions.pen import Pen
from bot.questions.phrasing import names, of_people
from bot.questions.row import Asked, Row

HARDWARE = ("microphone", "speaker", "camera")
KNOWN = (*HARDWARE, "device", "client_version")
MORE_THAN_ONE: Mapping[str, tuple[str, ...]] = {"headset": ("microphone", "speaker"), "peripherals": HARDWARE}
NEVER = frozenset({"mac", "mac_addr", "mac_address", "ip", "ip_address", "pc_name", "harddisk_id", "disk", "serial"})
MOST_LISTED = 5
ABSENT = "Zoom leaves these blank for people of other accounts and for most browsers and telephones."


def device_info(asked: Asked) -> Answer:
    """The fields asked for of one person; of everybody where nobody is named."""
    pen = Pen(asked.facts)
    never, fields, unknown = fields_asked(asked.reading.slots.get("field"))
    if never and not fields:
        first = "I never give hardware or network addresses, disk ids or computer names."
        return pen.written([[first], [_have()]], suggestions=("what device did everyone use?",))
    if unknown and not fields:
        return pen.written([["Zoom's data has no such field of a device."], [_have()]], suggestions=_next(asked, None))
    fields = fields or KNOWN
    if not asked.reading.people and asked.reading.slots.get("participant") is None and not asked.turns:
        return _everybody(pen, fields)
    one = one_person(asked, pen)
    if isinstance(one, Answer):
        return one
    beside = _beside_the_others(pen, one, fields) if asked.reading.slots.get("compare") else []
    verdict = _age(asked, one) if beside and "client_version" in fields else ""
    lines: list[Line] = [[f"{verdict}{_first(one, fields)}"], *one.note, *beside]
    if any(value_words(field, one.person) is None for field in fields):
        lines.append([ABSENT])
    elif set(fields) & set(HARDWARE):
        lines.append(["This is what Zoom told last; it keeps no times of changing it that I could read here."])
    return pen.written(lines, more=_rest(one.person, fields), suggestions=_next(asked, one.person))


def fields_asked(said: object) -> tuple[bool, tuple[str, ...], bool]:
    """Whether something was asked that is never said; our fields of a device; whether there was another word."""
    words = [one for one in (said if isinstance(said, list | tuple) else [said]) if isinstance(one, str)]
    fields: list[str] = []
    never = unknown = False
    for word in words:
        field = field_of(word)
        if word in MORE_THAN_ONE:
            fields += MORE_THAN_ONE[word]
        elif field in KNOWN:
            fields.append(field)
        elif word in NEVER:
            never = True
        else:
            unknown = True
    return never, tuple(dict.fromkeys(fields)), unknown


def _have() -> str:
    return f"What there is: {listed([FIELD_WORDS[field] for field in KNOWN])}."


def _first(one: One, fields: Sequence[str]) -> str:
    known = [(FIELD_WORDS[field], value_words(field, one.person)) for field in fields]
    said = [f"{word} {value}" for word, value in known if value]
    blank = [word for word, value in known if not value]
    if not said:
        return f"Zoom reported no {' and no '.join(blank)} for {one.name}."
    missing = f"; not reported: {listed(blank)}" if blank else ""
    return f"{one.name} used: {', '.join(said)}{missing}."


def _rest(person: Participant, fields: Sequence[str]) -> tuple[Line, ...]:
    rest = [(FIELD_WORDS[field], value_words(field, person)) for field in KNOWN if field not in fields]
    said = [f"{word} {value}" for word, value in rest if value]
    return ([f"Also known: {', '.join(said)}."],) if said else ()


def _next(asked: Asked, person: Participant | None) -> tuple[str, ...]:
    if person is None:
        return ("which client versions were used?", "who had it worst?")
    name = asked.facts.names[person.key]
    return (f"what about {name}?", "which client versions were used?")


# --- beside the others -----------------------------------------------------------------------------------------------


def _beside_the_others(pen: Pen, one: One, fields: Sequence[str]) -> list[Line]:
    others = [p for p in pen.facts.report.participants if p.key != one.person.key]
    known = [field for field in fields if value_words(field, one.person)]
    lines: list[Line] = [[_beside(pen, one, field, others)] for field in known[:2]]
    return lines


def _beside(pen: Pen, one: One, field: str, others: Sequence[Participant]) -> str:
    mine, known = value_words(field, one.person), [p for p in others if value_words(field, p)]
    word = FIELD_WORDS[field]
    if not known:
        return f"Nobody else's {word} is known, so there is nothing to compare with."
    same = [p for p in known if value_words(field, p) == mine]
    words = f"{of_people(pen, len(same), len(known))} others whose {word} is known had the same"
    if field != "client_version":
        return f"{words}."
    newer = [p for p in known if _version(p.client_version) > _version(one.person.client_version)]
    usual = Counter(value_words(field, p) for p in known).most_common(1)[0][0]
    return f"{words}; {pen.count(len(newer))} had a newer one; the most common was {usual}."


def _age(asked: Asked, one: One) -> str:
    """`Yes, older than most: `, in the words of who asks whether it is old."""
    others = [p for p in asked.facts.report.participants if p.key != one.person.key and p.client_version]
    own = _version(one.person.client_version)
    newer = sum(_version(p.client_version) > own for p in others)
    if not own or not others:
        return ""
    return "Older than most: " if 2 * newer > len(others) else "Not older than most: "


def _version(text: str | None) -> tuple[int, ...]:
    return tuple(int(part[:9]) for part in re.findall(r"\d+", text or "")[:4])


def _everybody(pen: Pen, fields: Sequence[str]) -> Answer:
    """Who used what: a row per value of the first field, the most common first."""
    field = fields[0] if len(fields) < len(KNOWN) else "device"
    people = pen.facts.report.participants
    groups: dict[str, list[Participant]] = {}
    for person in people:
        groups.setdefault(value_words(field, person) or "", []).append(person)
    unknown = groups.pop("", [])
    word = FIELD_WORDS[field]
    if not groups:
        return pen.written([[f"Zoom reported no {word} for anybody here."], [ABSENT]], suggestions=_SUGGESTED)
    order = sorted(groups.items(), key=lambda row: (-len(row[1]), row[0]))
    parts = [f"{value} ({pen.count(len(group))})" for value, group in order[:MOST_LISTED]]
    rest = len(order) - len(parts)
    tail = f", and {pen.count(rest, 'values')} more" if rest else ""
    lines: list[Line] = [[f"{word[:1].upper()}{word[1:]}, most used first: {', '.join(parts)}{tail}."]]
    if unknown:
        lines.append([f"Not reported for {names(pen, unknown, 3)}."])
    more: list[Line] = [[f"{value}: {names(pen, group, 10)}."] for value, group in order]
    return pen.written(lines, more=tuple(more), suggestions=_SUGGESTED)


_SUGGESTED = ("who had it worst?", "where was everyone joining from")
ROWS = (Row(Intent.DEVICE_INFO, device_info),)
