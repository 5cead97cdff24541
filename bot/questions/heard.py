"""One sentence as concepts: names, amounts, places, words of the field, and the phrases that ask. Decides no intent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.model import Report
from bot.questions.amounts import amounts
from bot.questions.asked import Question
from bot.questions.first_names import FIRST_NAMES
from bot.questions.foreign import translated
from bot.questions.lexicon import IDLE, Unit, everywhere, longest
from bot.questions.people import Named, Names, named
from bot.questions.places import place_names, placed
from bot.questions.places_known import PLACES
from bot.questions.roster import roster
from bot.questions.shorthand import SHORTHAND
from bot.questions.spelling import corrected
from bot.questions.tables import CONCEPT_TREE, CUE_TREE, VOCABULARY
from bot.questions.tokens import Token

KINDS = frozenset(("word", "number", "clock", "mention", "channel", "phone"))
SIGNS = {
    "<": "<",
    ">": ">",
    "<=": "<=",
    "=<": "=<",
    ">=": ">=",
    "=>": "=>",
    "≥": ">=",
    "≤": "<=",
    "%": "%",
    "&": "and",
    "+": "and",
    "/": "or",
}
RANGE = frozenset("-–—")
PERSONAL = frozenset(("named", "role", "pronoun", "me"))
BAD = frozenset((("label", "poor"), ("order", "worst")))
SHORT = 5
TITLES = frozenset(
    (
        "mr",
        "mrs",
        "dr",
        "prof",
        "professor",
        "doctor",
        "miss",
        "sir",
        "madam",
        "herr",
        "frau",
        "senor",
        "monsieur",
        "madame",
    )
)
GOOD = frozenset((("label", "good"), ("order", "best")))
BAD_CONCEPTS = frozenset(("trouble", "symptom", "lagging"))
COUNTED = ("person", "named", "network", "place", "media", "direction", "device", "metric", "value", "part")
_OPENING_WORDS = (
    "ok alright right well cool great nice fine good so like then thanks yes sorry now perfect listen look also"
)
OPENING = frozenset(_OPENING_WORDS.split())
_AFTER_WORDS = """
ok so like then and but now who what why when where which how was were is are did does do can could would should show
give tell let has have only just also thanks one
"""
AFTER_OPENING = frozenset(_AFTER_WORDS.split())
"""Words that open a question without being part of it, before these."""


@dataclass(frozen=True)
class Ear:
    """What a call and a question bring to the hearing: names of people and places."""

    names: Names
    located: Mapping[int, str]
    places: Mapping[tuple[str, ...], str]


@dataclass(frozen=True)
class Heard:
    """`units` are concepts by place, `cues` phrases that ask (concept: an intent or a topic; value: weight or name)."""

    tokens: tuple[Token, ...]
    words: list[str]
    units: tuple[Unit, ...]
    names: tuple[Named, ...]
    cues: tuple[Unit, ...]
    lang: str | None = None

    def values(self, concept: str) -> list[Any]:
        """The values of a concept in the order in which they are said, each once."""
        found = [unit.value for unit in sorted(self.units, key=lambda u: u.start) if unit.concept == concept]
        return [value for n, value in enumerate(found) if value not in found[:n]]

    def first(self, concept: str) -> Any:
        return next(iter(self.values(concept)), None)

    def units_of(self, *concepts: str) -> list[Unit]:
        return sorted(
            (unit for unit in self.units if unit.concept in concepts), key=lambda unit: (unit.start, -unit.end)
        )

    def says(self, *phrases: str) -> bool:
        """Whether any of these runs of words is there."""
        text = f" {' '.join(self.words)} "
        return any(f" {phrase} " in text for phrase in phrases)

    @property
    def features(self) -> frozenset[str]:
        """For the rows of rules: `metric`, `metric:loss`, `person2` for two different people."""
        found = {unit.concept for unit in self.units} | {f"{unit.concept}:{unit.value}" for unit in self.units}
        found |= {f"{concept}2" for concept in COUNTED if len(self.values(concept)) > 1}
        found |= {"short"} if len(self.words) <= SHORT else set()
        return frozenset(found)


def ear(question: Question, report: Report) -> Ear:
    """Indexes of names and places; made once per call."""
    people = report.participants
    by_email = {p.email.casefold(): n for n, p in enumerate(people) if p.email} if question.mentions else {}
    names = Names(roster(people), VOCABULARY, question.mentions, by_email)
    located = {n: p.location for n, p in enumerate(people) if p.location}
    return Ear(names, located, place_names(tuple(dict.fromkeys(p.location for p in people if p.location))))


def hear(tokens: Sequence[Token], listening: Ear) -> Heard:
    """The concepts of one sentence. Linear in its words."""
    lang, content = translated(_content(_addressed(tokens, listening)))
    content = _spelled(_spoken_why(content) if lang is None else content, listening)
    said = [token.word for token in content]
    taken = [False] * len(content)
    places = placed(said, listening.names.roster, listening.places)
    _take(taken, places)
    people, places = _by_place(named(content, listening.names, taken), places, listening)
    spoken = [Unit("named", one.typed, one.start, one.end) for one in people]
    _take(taken, spoken)
    counted = [unit for unit in amounts(said) if not any(taken[unit.start : unit.end])]
    _take(taken, counted)
    channels = [Unit("channel", t.raw, n, n + 1) for n, t in enumerate(content) if t.kind == "channel"]
    units = [*places, *spoken, *counted, *channels, *longest(CONCEPT_TREE, said, taken)]
    units += _derived(units)
    return Heard(tuple(content), said, tuple(units), tuple(people), tuple(everywhere(CUE_TREE, said, units)), lang)


def _addressed(tokens: Sequence[Token], listening: Ear) -> Sequence[Token]:
    """Without the mention of whoever is spoken to."""
    first = 0
    while first < len(tokens) and tokens[first].kind == "mention" and tokens[first].raw not in listening.names.mentions:
        first += 1
    return tokens[first:]


def _content(tokens: Sequence[Token]) -> list[Token]:
    found: list[Token] = []
    for n, token in enumerate(tokens):
        if token.raw == "IT" and token.capital:
            found.append(replace(token, word="itdept"))
        elif token.kind in KINDS:
            found.append(token)
        elif token.word == "+" and n and tokens[n - 1].kind == "number":
            found.append(replace(token, word=">="))
        elif token.word in SIGNS:
            found.append(replace(token, word=SIGNS[token.word]))
        elif (
            token.word in RANGE
            and 0 < n < len(tokens) - 1
            and {tokens[n - 1].kind, tokens[n + 1].kind} <= {"clock", "number"}
        ):
            found.append(token)
    found = [token for token in found if not (token.word in TITLES and token.capital)] or found
    kept = [
        one for one in found if one.word not in IDLE or (one.capital and not one.opens) or _is_initial(one, found)
    ] or found
    while len(kept) > 2 and kept[0].word in OPENING and kept[1].word in AFTER_OPENING:
        kept = kept[1:]
    return kept


def _is_initial(token: Token, found: Sequence[Token]) -> bool:
    """The last word, one letter: `chris a`."""
    return token is found[-1] and len(token.word) == 1 and len(found) > 1


def _by_place(people: Sequence[Named], places: Sequence[Unit], listening: Ear) -> tuple[list[Named], list[Unit]]:
    """`Ana from Lisbon`, `the Berlin Chris`: a place beside a name that several have says which."""
    found, left = list(people), list(places)
    for n, one in enumerate(people):
        beside = next((u for u in left if u.end == one.start or one.end <= u.start <= one.end + 1), None)
        if len(one.places) < 2 or beside is None:
            continue
        there = tuple(p for p in one.places if listening.located.get(p, "").startswith(str(beside.value)))
        if len(there) == 1:
            found[n] = replace(one, places=there, near=False)
            left.remove(beside)
    return found, left


def _spoken_why(tokens: list[Token]) -> list[Token]:
    """`y was kofi bad`; in Spanish and Portuguese it is another word."""
    if len(tokens) > 1 and tokens[0].word == "y" and tokens[1].word in AFTER_OPENING:
        return [replace(tokens[0], word="why"), *tokens[1:]]
    return tokens


def _spelled(tokens: Sequence[Token], listening: Ear) -> list[Token]:
    """Unknown words that are clearly a slip of one of the field, and not nearer to somebody's name."""
    names = listening.names
    found = []
    for token in tokens:
        known = (
            token.kind != "word"
            or names.is_word(token.word)
            or token.word in names.roster.of_word
            or token.word in PLACES
            or token.word in FIRST_NAMES
        )
        better = None if known else corrected(token.word)
        if better is None:
            found.append(token)
            continue
        near = names.roster.near(token.word)
        slips = near[0].slips if near else 9
        nearer_name = (
            slips < better[1]
            or (slips == better[1] and near[0].word[0] == token.word[0])
            or (token.capital and not token.opens)
        )
        meant = (token.word,) if nearer_name else SHORTHAND.get(better[0], better[0]).split()
        found += [replace(token, word=word) for word in meant]
    return found


def _take(taken: list[bool], units: Iterable[Unit]) -> None:
    for unit in units:
        for at in range(unit.start, unit.end):
            taken[at] = True


def _derived(units: Sequence[Unit]) -> list[Unit]:
    """What several concepts have in common: somebody, something bad, something good."""
    found = []
    for unit in units:
        if unit.concept in PERSONAL:
            found.append(Unit("person", (unit.concept, unit.value), unit.start, unit.end))
        if (unit.concept, unit.value) in BAD or unit.concept in BAD_CONCEPTS:
            found.append(Unit("bad", "bad", unit.start, unit.end))
        if (unit.concept, unit.value) in GOOD:
            found.append(Unit("good", "good", unit.start, unit.end))
    return found
