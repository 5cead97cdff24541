"""Which words name a place: one of the call, or a city that everybody knows. Knows nothing about anybody in it."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.questions.lexicon import Unit
from bot.questions.places_known import PLACES, TWO_WORDS
from bot.questions.roster import Roster
from bot.questions.tokens import words

_IN_PLACES_WORDS = "in from at near of"
IN_PLACES = frozenset(_IN_PLACES_WORDS.split())


@lru_cache(maxsize=32)
def place_names(locations: tuple[str, ...]) -> Mapping[tuple[str, ...], str]:
    """Folded words to the name of a place: as the call has it, without what stands in brackets or after a comma."""
    found: dict[tuple[str, ...], str] = {}
    for location in locations:
        name = location.partition("(")[0].partition(",")[0].strip() or location
        for way in (words(location[:100]), words(name[:100])):
            if way:
                found.setdefault(way, name)
    return found


def placed(said: Sequence[str], names: Roster, places: Mapping[tuple[str, ...], str]) -> list[Unit]:
    found: list[Unit] = []
    at = 0
    while at < len(said):
        unit = _place(said, at, names, places)
        if unit:
            found.append(unit)
        at = unit.end if unit else at + 1
    return found


def _place(said: Sequence[str], at: int, names: Roster, places: Mapping[tuple[str, ...], str]) -> Unit | None:
    """A place of the call, else a city that everybody knows; not where it is somebody's name."""
    called = names.called([said[at]])
    for size in (3, 2, 1):
        way = tuple(said[at : at + size])
        if len(way) != size:
            continue
        if way in places:
            beside = tuple(said[max(0, at - 1) : at]) + way, way + tuple(said[at + size : at + size + 1])
            whole_name = any(len(words) > size and names.called(words) for words in beside)
            in_front = said[at - 1] if at else ""
            if whole_name or (
                called and way[0] in names.of_word and _first_name(called, way[0], names) and in_front not in IN_PLACES
            ):
                return None
            return Unit("place", places[way], at, at + size)
        if way in TWO_WORDS or (size == 1 and way[0] in PLACES and not called):
            return Unit("place", " ".join(word.capitalize() for word in way), at, at + size)
    return None


def _first_name(called: Sequence[int], word: str, names: Roster) -> bool:
    return any(names.spelled[n][0] == word for n in called)
