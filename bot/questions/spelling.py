"""Slips of the field's words: `pakcet` is packet. Never touches short words, names or ordinary words."""

from collections.abc import Callable, Collection
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.questions.tables import FIELD_WORDS

SHORTEST = 4
ENDINGS = ("s", "ed", "ing", "er", "est", "ly", "d")


@lru_cache(maxsize=4096)
def corrected(word: str) -> tuple[str, int] | None:
    """The word of the field that is meant, and the slips to it; None where none is clearly meant."""
    if len(word) < SHORTEST or not word.isalpha() or len(word) > 24:
        return None
    most = 1 if len(word) < 7 else 2
    found = process.extract(word, FIELD_WORDS, scorer=OSA.distance, score_cutoff=most, limit=5)
    if not found:
        return None
    best = [(choice, int(slips)) for choice, slips, _ in found if slips == found[0][1]]
    same_start = [one for one in best if one[0][0] == word[0]]
    if same_start:
        return same_start[0]
    return best[0] if best[0][1] == 1 and len(word) > 4 else None


def respelled(words: Collection[str], is_known: Callable[[str], bool]) -> dict[str, str]:
    """Each unknown word with the one that is meant."""
    unknown = {word for word in words if not is_known(word)}
    return {word: found[0] for word in unknown if (found := corrected(word))}
