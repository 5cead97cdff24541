"""The names of a call, indexed so that a typed one is found at once: by word, by initials, by near spelling."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.model import Participant
from bot.questions.first_names import SHORT_FORMS
from bot.questions.tokens import folded

NAME_CHARACTERS = 100
NAME_WORDS = 8
_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"([^\s@]+)@[^\s@]+")
_NOT_NAMES_WORDS = """
he him his she her hers they them guest ext external von de da del van der the of and mr mrs ms dr prof
"""
_NOT_NAMES = frozenset(_NOT_NAMES_WORDS.split())
_UMLAUTS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ø", "oe"), ("å", "aa"))


@dataclass(frozen=True, slots=True)
class Near:
    """A name's word that comes near a typed one, and in how many slips."""

    word: str
    slips: int


@dataclass(frozen=True)
class Roster:
    """`of_word`: places in `keys` of everybody with that word in the name, folded; worst people first."""

    keys: tuple[str, ...]
    names: tuple[str, ...]
    spelled: tuple[tuple[str, ...], ...]
    of_word: Mapping[str, tuple[int, ...]]
    of_initials: Mapping[str, tuple[int, ...]]
    words: tuple[str, ...]

    def called(self, typed: Sequence[str]) -> tuple[int, ...]:
        """Everybody whose name has all these words."""
        found = [self.of_word.get(word, ()) for word in typed]
        return tuple(n for n in found[0] if all(n in others for others in found[1:])) if found else ()

    def initial(self, first: str, letter: str) -> tuple[int, ...]:
        """`ana`, `s`: everybody called Ana with another word in S."""
        return tuple(
            n for n in self.of_word.get(first, ()) if any(w != first and w.startswith(letter) for w in self.spelled[n])
        )

    def near(self, typed: str) -> list[Near]:
        """Words of names within the slips that a word of this length allows, nearest first."""
        most = 0 if len(typed) < 3 else 1 if len(typed) < 6 else 2
        if not most:
            return []
        found = process.extract(typed, self.words, scorer=OSA.distance, score_cutoff=most, limit=20)
        return [Near(word, int(slips)) for word, slips, _ in found if slips]

    def short_form(self, typed: str) -> tuple[int, ...]:
        """Everybody whose first name is another form of the typed one: David for Dave."""
        forms = {form for group in SHORT_FORMS if typed in group for form in group}
        return tuple(n for n, words in enumerate(self.spelled) if words and words[0] in forms) if forms else ()


def roster(participants: Sequence[Participant]) -> Roster:
    """The index of these people; made once for one list of names."""
    return index(tuple((person.key, person.name) for person in participants))


@lru_cache(maxsize=32)
def index(people: tuple[tuple[str, str | None], ...]) -> Roster:
    of_word: dict[str, list[int]] = {}
    of_initials: dict[str, list[int]] = {}
    spelled = []
    for place, (_, name) in enumerate(people):
        words = name_words(name)
        spelled.append(words)
        for form in dict.fromkeys(form for word in words for form in _forms(word)):
            of_word.setdefault(form, []).append(place)
        letters = "".join(folded(word)[:1] for word in words)
        for initials in {letters, letters[:1] + letters[-1:]} if len(words) > 1 else ():
            of_initials.setdefault(initials, []).append(place)
    return Roster(
        tuple(key for key, _ in people),
        tuple(name or "" for _, name in people),
        tuple(tuple(folded(word) for word in words) for words in spelled),
        {word: tuple(places) for word, places in of_word.items()},
        {initials: tuple(places) for initials, places in of_initials.items()},
        tuple(word for word in of_word if len(word) > 2 and not word.isdigit()),
    )


def name_words(name: str | None) -> tuple[str, ...]:
    """The words of a display name in lower case with their accents; an address gives its part before the `@`."""
    text = _ADDRESS.sub(r"\1", (name or "")[:NAME_CHARACTERS].replace("'", "").replace("’", ""))
    found = [word.casefold() for word in _WORD.findall(text.replace("_", " "))]
    return tuple(word for word in found if word not in _NOT_NAMES or len(found) == 1)[:NAME_WORDS]


def _forms(word: str) -> tuple[str, ...]:
    """`müller` is typed muller and mueller; `mueller` also muller."""
    written = word
    for umlaut, letters in _UMLAUTS:
        written = written.replace(umlaut, letters)
    plain = folded(word)
    without = plain
    for letters, vowel in (("ue", "u"), ("oe", "o"), ("ae", "a")):
        without = without.replace(letters, vowel)
    return tuple(dict.fromkeys((plain, folded(written), without if len(without) > 3 else plain)))
