"""Answers about one person begin here: who is meant, why nobody is found, how they are called. Judges nothing."""

from dataclasses import dataclass

from bot.blocks.lines import Line
from bot.blocks.words import network
from bot.domain.model import Participant
from bot.questions.answer import Answer
from bot.questions.asked import ASKER
from bot.questions.pen import Pen
from bot.questions.row import Asked
from bot.questions.spot_words import safe
from bot.questions.whom import not_found, whom


@dataclass(frozen=True, slots=True)
class One:
    """`name` is theirs, with "(you)" for whoever asks. `note` says whom was taken where the question named nobody."""

    person: Participant
    name: str
    note: tuple[Line, ...] = ()


def one_person(asked: Asked, pen: Pen) -> One | Answer:
    """Who is meant, or the answer that says why nobody is."""
    missing = not_found(asked)
    if missing is not None:
        return _missing(asked, pen, missing)
    found = whom(asked)
    if found.first is None:
        return pen.written([["Nobody in this call is rated, so there is nobody to tell of."]], suggestions=_ASK_STATE)
    name = called(asked, pen, found.first)
    note: tuple[Line, ...] = ([f"You named nobody: this is {name}, {found.because}."],) if found.because else ()
    return One(found.first, name, note)


_ASK_STATE = ("is all the data in?", "where was everyone joining from")


def _missing(asked: Asked, pen: Pen, words: str) -> Answer:
    """What is not known, why, and what works instead."""
    facts = asked.facts
    if asked.reading.slots.get("participant") != ASKER:
        suggestions = ("who had it worst?", "where was everyone joining from")
        return pen.written([[words], ["Ask by name instead."]], suggestions=suggestions)
    if facts.asker_known:
        why = "Either you were not in it, or Zoom hides your address, as it does for guests and other accounts."
    else:
        why = "Zoom tells people apart by their e-mail address only."
    names = list(facts.names.values())[:1]
    example = (f"what about {names[0]}?",) if names else ()
    lines: list[Line] = [[words], [f"{why} Ask by the name you had in the call."]]
    return pen.written(lines, suggestions=(*example, "where was everyone joining from"))


def called(asked: Asked, pen: Pen, person: Participant) -> str:
    """`Kofi Mensah`, or `Kofi Mensah (you)` where the question says "I" or "me"."""
    slots = asked.reading.slots
    listed = slots.get("participants")
    said = {slots.get("participant") if isinstance(slots.get("participant"), str) else None}
    said |= {one for one in listed if isinstance(one, str)} if isinstance(listed, list | tuple) else set()
    you = ASKER in said and person.key == asked.facts.asker
    return f"{pen.name(person.key)} (you)" if you else pen.name(person.key)


def surroundings(person: Participant) -> list[str]:
    """Network, place, data centre, device, client version; never an address. Untrusted text is made safe."""
    center, version = safe(person.data_center, 30), safe(person.client_version, 30)
    parts = (
        safe(network(person.network_type), 20),
        safe(person.location, 30),
        f"data centre {center}" if center else None,
        safe(person.device, 40),
        f"client {version}" if version else None,
    )
    return [part for part in parts if part]
