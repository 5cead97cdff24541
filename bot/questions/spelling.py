"""Slips of the field's words: `pakcet` is packet. Never touches short words, names, ordinary words or their endings."""

from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.questions.tables import FIELD_WORDS

SHORTEST = 4
SHORTEST_BESIDE_SWAPS = 5
TWO_SLIPS_FROM = 9
LONGEST = 24
_ENDINGS = ("s", "es", "d", "ed", "r", "er", "ers", "or", "ing", "ly", "y", "al", "ion", "ions", "ment", "ness")


@lru_cache(maxsize=4096)
def corrected(word: str) -> tuple[str, int] | None:
    """The word of the field that is meant, and the slips to it; None where none is clearly meant."""
    if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
        return None
    most = 2 if len(word) >= TWO_SLIPS_FROM else 1
    found = process.extract(word, FIELD_WORDS, scorer=OSA.distance, score_cutoff=most, limit=5)
    best = [choice for choice, slips, _ in found if slips == found[0][1]]
    likely = [choice for choice in best if _is_slip(word, choice)]
    return (likely[0], int(found[0][1])) if likely else None


def _is_slip(typed: str, meant: str) -> bool:
    """Letters swapped, missed, doubled or mistyped; not another form or another word that begins differently."""
    if sorted(typed) == sorted(meant):
        return True
    if len(typed) < SHORTEST_BESIDE_SWAPS or typed[0] != meant[0]:
        return False
    return not any(typed == meant + end or meant == typed + end for end in _ENDINGS)
