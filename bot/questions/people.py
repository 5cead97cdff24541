"""Which words of a question name somebody, and whom: exact, by initials, with slips; or nobody of the call.

Only names: roles, pronouns and "me" are the lexicon's. Never picks one of two.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.questions.asked import Person
from bot.questions.first_names import FIRST_NAMES
from bot.questions.name_places import in_position
from bot.questions.ordinary import ALSO_NAMES, ORDINARY
from bot.questions.places_known import PLACES
from bot.questions.roster import Roster, name_words
from bot.questions.tokens import Token, folded

_BEFORE_NAMES_WORDS = """
about for was is were did does do has had compare with and or than vs versus just only kick mute against to of on at
by from not between other except without like because tell help ask whether if unlike both was
"""
BEFORE_NAMES = frozenset(_BEFORE_NAMES_WORDS.split())
_VERBS_WORDS = """
was is were did does do has had 's have get got sound lag drop leave join look went struggle suffer
"""
VERBS = frozenset(_VERBS_WORDS.split())

LEAST_DIGITS, LAST_DIGITS = 2, 4
"""Of a telephone number that are compared, from its end: what Zoom leaves of it."""


@dataclass(frozen=True, slots=True)
class Named:
    """Words `start` to before `end` name these people. `near`: nobody is called so, but these come near.

    No `places`: nobody of the call. `typed`: the name as it was typed, with its normal capitals.
    """

    start: int
    end: int
    typed: str
    places: tuple[int, ...]
    near: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """What tells names from words: the call's people, the words of the field, who is behind each mention."""

    roster: Roster
    vocabulary: frozenset[str]
    mentions: Mapping[str, Person]
    by_email: Mapping[str, int]

    def is_word(self, word: str) -> bool:
        return word in self.vocabulary or word in ORDINARY


def named(tokens: Sequence[Token], names: Names, taken: Sequence[bool]) -> list[Named]:
    """Everybody named, from the left, the longest name first."""
    found: list[Named] = []
    at = 0
    while at < len(tokens):
        one = None if taken[at] else _at(tokens, at, names, found)
        if one:
            found.append(one)
        at = one.end if one else at + 1
    return found


def _at(tokens: Sequence[Token], at: int, names: Names, before: Sequence[Named]) -> Named | None:
    token = tokens[at]
    if token.kind == "mention":
        return _mentioned(token, at, names)
    if token.kind == "phone":
        return _by_digits(tokens, at, at + 1, names)
    if token.kind == "number" and {t.word for t in tokens[max(0, at - 2) : at]} & {"ending", "ends"}:
        return _by_digits(tokens, at, at + 1, names)
    if token.kind != "word":
        return None
    return _longer(tokens, at, names) or _single(tokens, at, names, before)


def _mentioned(token: Token, at: int, names: Names) -> Named:
    person = names.mentions.get(token.raw)
    if person is None:
        return Named(at, at + 1, "that person", ())
    if person.email and person.email.casefold() in names.by_email:
        return Named(at, at + 1, person.name or token.raw, (names.by_email[person.email.casefold()],))
    words = tuple(folded(word) for word in name_words(person.name))
    return Named(at, at + 1, person.name or "that person", names.roster.called(words) if words else ())


def _by_words(tokens: Sequence[Token], at: int, end: int, words: Sequence[str], names: Names) -> Named | None:
    places = names.roster.called(words)
    return Named(at, end, _typed(tokens[at:end]), places) if places else None


def _by_digits(tokens: Sequence[Token], at: int, end: int, names: Names) -> Named | None:
    """A telephone number by its last digits; parts of it may be stars."""
    digits = re.sub(r"\D", "", tokens[at].raw)[-LAST_DIGITS:]
    if len(digits) < LEAST_DIGITS:
        return None
    numbers = (
        (n, re.sub(r"\D", "", name)) for n, name in enumerate(names.roster.names) if not re.search(r"[^\W\d_]", name)
    )
    places = tuple(n for n, number in numbers if number and number[-len(digits) :] == digits)
    return Named(at, end, tokens[at].raw, places) if places else None


def _longer(tokens: Sequence[Token], at: int, names: Names) -> Named | None:
    """Two to four words: a full name, a first name and an initial, a full name with a slip."""
    run = 1
    while (
        run < 4
        and at + run < len(tokens)
        and tokens[at + run].kind in {"word", "number"}
        and tokens[at + run].word != "'s"
    ):
        run += 1
    for size in range(run, 1, -1):
        words = [token.word for token in tokens[at : at + size]]
        if len(set(words)) == size and (found := _by_words(tokens, at, at + size, words, names)):
            return found
    if run < 2 or not names.roster.called([tokens[at].word]):
        return None
    first, second = tokens[at], tokens[at + 1]
    if second.comma:
        return None
    if (
        len(second.word) == 1
        and second.raw != "I"
        and (second.word not in "iua" or second.capital or at + 2 == len(tokens))
    ):
        places = names.roster.initial(first.word, second.word)
        return Named(at, at + 2, _typed((first, second)), places) if places else None
    if names.is_word(second.word) and not (second.capital and second.word not in names.vocabulary):
        return None
    return _with_a_slip(tokens, at, names)


def _with_a_slip(tokens: Sequence[Token], at: int, names: Names) -> Named | None:
    """`chris muler`: the first name as it is, the last one nearly; `ana gomez`: somebody else, like these."""
    first, second = tokens[at], tokens[at + 1]
    called = names.roster.called([first.word])
    close = {near.word for near in names.roster.near(second.word)}
    places = tuple(n for n in called if close & set(names.roster.spelled[n]))
    if places:
        return Named(at, at + 2, _typed((first, second)), places)
    follows = at + 2 < len(tokens) and tokens[at + 2].word == "'s"
    if second.capital and (first.capital or follows) and second.word not in PLACES:
        return Named(at, at + 2, _typed((first, second)), called, near=True)
    return None


def _single(tokens: Sequence[Token], at: int, names: Names, before: Sequence[Named]) -> Named | None:
    token = tokens[at]
    places = names.roster.called([token.word]) or _of_somebody(token.word, names)
    if places and _is_meant(tokens, at, names, before):
        return Named(at, at + 1, _typed((token,)), places)
    if token.word in PLACES or (places and names.is_word(token.word)):
        return None
    return (
        _by_initials(tokens, at, names, before)
        or _near(tokens, at, names, before)
        or _nobody(tokens, at, names, before)
    )


def _of_somebody(word: str, names: Names) -> tuple[int, ...]:
    """`daves pc`: a name with its `s` and no apostrophe."""
    if len(word) < 4 or not word.endswith("s") or names.is_word(word):
        return ()
    return names.roster.called([word[:-1]])


def _is_meant(tokens: Sequence[Token], at: int, names: Names, before: Sequence[Named]) -> bool:
    """A word that is also an ordinary one is a name by its capital, or where only a name can stand."""
    token = tokens[at]
    if not names.is_word(token.word):
        return True
    if token.word not in ALSO_NAMES and token.word in names.vocabulary and not token.capital:
        return False
    follows = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if token.capital:
        return not token.opens or follows in VERBS or not follows
    return in_position(tokens, at, [one.end for one in before]) and (
        token.word in ALSO_NAMES or token.word not in names.vocabulary
    )


def _by_initials(tokens: Sequence[Token], at: int, names: Names, before: Sequence[Named]) -> Named | None:
    token = tokens[at]
    if not 2 <= len(token.word) <= 3 or names.is_word(token.word) or token.word not in names.roster.of_initials:
        return None
    if not (token.raw.isupper() or in_position(tokens, at, [one.end for one in before])):
        return None
    return Named(at, at + 1, token.raw.upper(), names.roster.of_initials[token.word])


def _near(tokens: Sequence[Token], at: int, names: Names, before: Sequence[Named]) -> Named | None:
    """One clear slip is a typo of one word; anything less clear is asked about."""
    token = tokens[at]
    word = token.word
    in_place = token.capital or in_position(tokens, at, [one.end for one in before])
    if names.is_word(word) or (token.article and not token.capital):
        return None
    other_name = word in FIRST_NAMES
    if other_name:
        places = names.roster.short_form(word)
        if places:
            return Named(at, at + 1, _typed((token,)), places, near=len(places) > 1)
    close = names.roster.near(word) if len(word) > 3 or in_place else []
    if not close:
        return None
    nearest = [near.word for near in close if near.slips == close[0].slips]
    places = tuple(dict.fromkeys(n for near in nearest for n in names.roster.of_word[near]))
    sure = (
        not other_name
        and all(near[0] == word[0] for near in nearest)
        and len(word) > 3
        and (close[0].slips == 1 or len(word) >= 7)
    )
    if sure:
        return Named(at, at + 1, _typed((token,)), places, near=len(nearest) > 1 and len(places) > 1)
    if other_name and close[0].slips > 1 and len(word) < 7:
        return None
    return Named(at, at + 1, _typed((token,)), places, near=True) if in_place or other_name else None


def _nobody(tokens: Sequence[Token], at: int, names: Names, before: Sequence[Named]) -> Named | None:
    """A name of nobody in the call: a known first name, or an unknown word where a name stands."""
    token = tokens[at]
    if len(token.word) < 2 or not token.word.isalpha():
        return None
    may_be = token.word in ALSO_NAMES and (at + 1 == len(tokens) or token.capital)
    if names.is_word(token.word) and not (
        may_be and not token.opens and in_position(tokens, at, [one.end for one in before])
    ):
        return None
    if token.article and not token.capital:
        return None
    shouted = token.raw.isupper() and len(token.raw) > 1
    in_place = in_position(tokens, at, [one.end for one in before])
    known = token.word in FIRST_NAMES
    capital = token.capital and not token.opens and not shouted
    if not (
        known
        or (capital and (in_place or (at and tokens[at - 1].word in BEFORE_NAMES)))
        or (in_place and not shouted and len(token.word) > 2)
    ):
        return None
    end = at + 1
    if end < len(tokens) and tokens[end].capital and not tokens[end].opens and not names.is_word(tokens[end].word):
        end += 1
    return Named(at, end, _typed(tokens[at:end]), ())


def _typed(tokens: Sequence[Token]) -> str:
    return " ".join(_capitals(token.raw) for token in tokens)


def _capitals(word: str) -> str:
    return word[:1].upper() + word[1:] if word.islower() else word
