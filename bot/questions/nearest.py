"""Which wordings a question comes nearest to, and what those ask for: a vote of the nearest rows of `wordings`.

Rules read what somebody foresaw; the vote reads what is said in another way. The same question always has the same
neighbours, and each can be looked at: no training, no model. Decides nothing alone.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.questions.asked import Intent
from bot.questions.heard import Ear, Heard, hear
from bot.questions.people import Names
from bot.questions.roster import index
from bot.questions.sentences import asking
from bot.questions.tables import VOCABULARY
from bot.questions.tokens import tokenise
from bot.questions.wordings import NAMES, WORDINGS

NEIGHBOURS = 12
LETTERS = 4
"""Runs of letters find slips and other forms of a word."""

ALIKE_FROM, SURE_FROM = 0.0, 0.3
"""How alike the nearest wording is (0 to 1): from the one the vote counts, from the other it counts whole. Words that
share a letter or two with something are like nothing."""

Said = Callable[[Heard], Iterable[str]]


def features(heard: Heard, rules: Iterable[str] = ()) -> set[str]:
    """What a sentence has in common with others: words, pairs of them, letters, concepts, phrases that ask.

    Names are one word, whoever is meant. `rules`: which rules hold.
    """
    words = _masked(heard)
    line, concepts = f" {' '.join(words)} ", [unit.concept for unit in sorted(heard.units, key=lambda u: u.start)]
    found = {f"word {word}" for word in words} | {f"pair {pair}" for pair in _pairs(words)}
    found |= {f"letters {line[at : at + LETTERS]}" for at in range(len(line) - LETTERS + 1)}
    found |= {f"concept {concept}" for concept in concepts}
    found |= {f"concepts {pair}" for pair in _pairs(concepts)} if concepts else set()
    found |= {f"value {unit.concept} {unit.value}" for unit in heard.units if unit.concept != "named"}
    found |= {f"cue {cue.concept}" for cue in heard.cues} | {f"rule {rule}" for rule in rules}
    return found


def _masked(heard: Heard) -> list[str]:
    named = {at for unit in heard.units if unit.concept == "named" for at in range(unit.start, unit.end)}
    words = ["person" if at in named else word for at, word in enumerate(heard.words)]
    return [word for at, word in enumerate(words) if word != "person" or at == 0 or words[at - 1] != "person"]


def _pairs(words: Sequence[str]) -> list[str]:
    ends = ["^", *words, "$"]
    return [f"{one} {following}" for one, following in pairwise(ends)]


@dataclass(frozen=True, slots=True)
class Index:
    """Every wording by its features. `weights`: how telling a feature is (the rarer the more); `rows`: which wordings
    have it, and how much of each wording's length it makes."""

    intents: tuple[Intent, ...]
    texts: tuple[str, ...]
    weights: Mapping[str, float]
    rows: Mapping[str, tuple[tuple[int, float], ...]]

    def shares(self, said: Collection[str], besides: str | None = None) -> dict[Intent, float]:
        """How the nearest wordings vote, at most 1 in all. `besides`: a wording that has no vote, for measuring."""
        mine = {name: self.weights[name] for name in said if name in self.weights}
        strange = (len(said) - len(mine)) * math.log(2 * len(self.texts)) ** 2
        length = math.sqrt(sum(weight * weight for weight in mine.values()) + strange)
        alike: dict[int, float] = defaultdict(float)
        for name, weight in mine.items():
            for row, part in self.rows[name]:
                alike[row] += weight * part / length
        nearest = sorted(alike.items(), key=lambda pair: (-pair[1], pair[0]))[: NEIGHBOURS + 3]
        votes = [(row, near) for row, near in nearest if besides is None or self.texts[row] != plain(besides)]
        return self._counted(votes[:NEIGHBOURS])

    def _counted(self, votes: Sequence[tuple[int, float]]) -> dict[Intent, float]:
        total = sum(near * near for _, near in votes)
        if not total:
            return {}
        sure = min(1.0, max(0.0, (votes[0][1] - ALIKE_FROM) / (SURE_FROM - ALIKE_FROM)))
        found: dict[Intent, float] = defaultdict(float)
        for row, near in votes:
            found[self.intents[row]] += sure * near * near / total
        return dict(found)


def plain(text: str) -> str:
    """A wording as it is compared with another: not by case, blanks and the sign at its end."""
    return " ".join(text.casefold().split()).strip("?!. ")


def indexed(rules: Callable[[Heard], Iterable[str]]) -> Index:
    """The index of all wordings; a third of a second of work, so it is made once."""
    return _indexed(rules)


@lru_cache(maxsize=1)
def _indexed(rules: Callable[[Heard], Iterable[str]]) -> Index:
    listening = Ear(Names(index(tuple((name, name) for name in NAMES)), VOCABULARY, {}, {}), {}, {})
    said = [_features_of(text, listening, rules) for _, text in WORDINGS]
    often = Counter(name for one in said for name in one)
    weights = {name: math.log((len(said) + 1) / (count + 0.5)) for name, count in often.items()}
    rows: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for row, one in enumerate(said):
        length = math.sqrt(sum(weights[name] ** 2 for name in one)) or 1.0
        for name in one:
            rows[name].append((row, weights[name] / length))
    return Index(
        tuple(intent for intent, _ in WORDINGS),
        tuple(plain(text) for _, text in WORDINGS),
        weights,
        {name: tuple(found) for name, found in rows.items()},
    )


def _features_of(text: str, listening: Ear, rules: Callable[[Heard], Iterable[str]]) -> set[str]:
    heard = [hear(tokenise(sentence), listening) for sentence in asking(text)]
    return {name for one in heard if one.words for name in features(one, rules(one))}
