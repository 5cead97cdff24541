"""Whom a question is about: names, roles, "me", pronouns, resolved against call and thread. Never guesses."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.model import Label, Participant, Report
from bot.questions.asked import ASKER, LAST_MENTIONED, Clarify, Intent, Person, Turn
from bot.questions.fields import matches
from bot.questions.heard import Heard
from bot.questions.lexicon import Unit
from bot.questions.people import Named
from bot.questions.roster import name_words, roster
from bot.questions.tokens import folded

MOST_CANDIDATES = 5
ASIDE = frozenset((Intent.SMALLTALK, Intent.OUT_OF_SCOPE))
REMEMBERED = 3
"""How many turns back a name that several have is settled by who was spoken of."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Somebody who was meant. `slot`: how the slots say it; `keys`: who that is, if known."""

    slot: Any
    keys: tuple[str, ...] = ()
    clarify: Clarify | None = None
    absent: str | None = None
    open: bool = False
    """A pronoun that nothing settles."""


@dataclass(frozen=True, slots=True)
class Thread:
    """What was said before, the asker's own turns first, the latest first."""

    turns: tuple[Turn, ...]

    @property
    def last(self) -> Turn | None:
        """The last question of the field; courtesies do not count."""
        return next((turn for turn in self.turns if turn.intent not in ASIDE), None)

    @property
    def people(self) -> tuple[str, ...]:
        """Whom the last turn that was about anybody was about."""
        return next((turn.people for turn in self.turns if turn.people), ())

    def pair(self) -> tuple[str, ...]:
        """The two people last spoken of: of one turn, else of the last two."""
        found: list[str] = []
        for turn in self.turns:
            if len(turn.people) > 1 and not found:
                return turn.people[:2]
            found += [key for key in turn.people[:1] if key not in found]
            if len(found) == 2:
                return tuple(reversed(found))
        return ()


def thread(turns: Sequence[Turn], asker: str) -> Thread:
    """Per asker first: what they asked before comes before what others did."""
    back = tuple(reversed(turns))
    return Thread((*(t for t in back if t.asker == asker), *(t for t in back if t.asker != asker)))


def asker_in(asker: Person, report: Report) -> str | None:
    """The participant key of whoever asks: by address, else by a name that only one person has."""
    email = (asker.email or "").casefold()
    if email:
        found = [p.key for p in report.participants if (p.email or "").casefold() == email]
        if found:
            return found[0]
    words = tuple(folded(word) for word in name_words(asker.name))
    places = roster(report.participants).called(words) if len(words) > 1 else ()
    without_address = [n for n in places if not (email and report.participants[n].email)]
    return report.participants[without_address[0]].key if len(without_address) == 1 else None


def references(
    heard: Heard, report: Report, before: Thread, asker: Person, other: bool = False
) -> tuple[Reference, ...]:
    """Everybody meant, in the order of the question, each once. `other`: whoever was spoken of was the wrong one."""
    if other:
        return _others(heard, report, before)
    found: list[Reference] = []
    by_start = {one.start: one for one in heard.names}
    for unit in heard.units_of("named", "role", "pronoun", "me"):
        one = _one(unit, by_start, report, before, asker, found)
        if one is not None and not any(
            one.slot == other.slot or (one.keys and one.keys == other.keys) for other in found
        ):
            found.append(one)
    return tuple(found)


def _one(
    unit: Unit, by_start: dict[int, Named], report: Report, before: Thread, asker: Person, found: Sequence[Reference]
) -> Reference | None:
    if unit.concept == "named":
        return _named(by_start[unit.start], report, before)
    if unit.concept == "me":
        key = asker_in(asker, report)
        return Reference(ASKER, (key,) if key else ())
    if unit.concept == "role":
        holders = in_role(unit.value, report)
        keys = tuple(p.key for p in holders)
        if unit.value == "room" and len(holders) == 1:
            return Reference(holders[0].name or holders[0].key, keys)
        return Reference({"role": unit.value}, keys if len(keys) == 1 or unit.value != "room" else ())
    if any(other.slot != ASKER for other in found):
        return None
    people = before.people
    return Reference(name_of(people[0], report), people[:1]) if people else Reference(LAST_MENTIONED, open=True)


def _others(heard: Heard, report: Report, before: Thread) -> tuple[Reference, ...]:
    """`not Ana Souza, Ana Reyes`; `the other Chris`: not whom the last answer was about."""
    names = [one for one in heard.names if heard.words[max(0, one.start - 1)] not in {"not", "wrong"}] or list(
        heard.names
    )
    wrong = set(before.people[:1])
    for one in names[-1:]:
        people = [report.participants[n] for n in one.places]
        left = [person for person in people if person.key not in wrong or len(people) == 1]
        if len(left) == 1:
            return (Reference(left[0].name or left[0].key, (left[0].key,)),)
        if left:
            keys = tuple(person.key for person in left[:MOST_CANDIDATES])
            return (Reference(f"{one.typed}#2", clarify=Clarify(one.typed, keys, one.near)),)
        return (Reference(one.typed, absent=one.typed),)
    return ()


def _named(one: Named, report: Report, before: Thread) -> Reference:
    people = [report.participants[n] for n in one.places]
    if not people:
        return Reference(one.typed, absent=one.typed)
    if len(people) == 1 and not one.near:
        return Reference(people[0].name or people[0].key, (people[0].key,))
    keys = [person.key for person in people]
    named = [key for key in keys if _was_asked_about(key, before, report)]
    if len(named) == 1 and not one.near:
        return Reference(name_of(named[0], report), (named[0],))
    spoken = [key for turn in before.turns[:REMEMBERED] for key in (*turn.people, *turn.clarify) if key in keys]
    order = list(dict.fromkeys((*spoken, *keys)))[:MOST_CANDIDATES]
    return Reference(one.typed, clarify=Clarify(one.typed, tuple(order), one.near))


def _was_asked_about(key: str, before: Thread, report: Report) -> bool:
    """Whether a question was about exactly this person; to have stood in a list is not enough."""
    name = name_of(key, report)
    return any(
        name == turn.slots.get("participant") or name in (turn.slots.get("participants") or ())
        for turn in before.turns[:REMEMBERED]
    )


def in_role(role: str, report: Report) -> list[Participant]:
    """Who has it, as far as the call tells."""
    people = report.participants
    if role == "phone":
        return [p for p in people if matches("device", p, "phone")]
    found = [p for p in people if matches("role", p, role)]
    if role == "host" and not found and report.subject.host:
        words = tuple(folded(word) for word in name_words(report.subject.host))
        found = [people[n] for n in roster(people).called(words)] if words else []
        found = found or [p for p in people if p.email and p.email == report.subject.host]
    return found


def name_of(key: str, report: Report) -> str:
    return next((p.name or p.key for p in report.participants if p.key == key), key)


def worst_people(report: Report) -> tuple[str, ...]:
    """Whom one would most likely ask about."""
    rated = [p.key for p in report.participants if p.label is not Label.UNRATED]
    return tuple((rated or [p.key for p in report.participants])[:MOST_CANDIDATES])
