"""What a person typed after `/qos`, to a request: pure, forgiving in order and case, exact about what it refuses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.domain.model import DEFAULT_VIEW, Kind, Media, MeetingRef, Sort, View
from bot.errors import BadInput
from bot.zoom.ids import find_ref, looks_like_id, parse_id

MOST_PEOPLE = 20
CLOSE_ENOUGH = 70
"""Below this similarity (0 to 100) a guess would be noise."""

SORTS = {sort.value: sort for sort in Sort if sort is not Sort.WORST}
MEDIA = {media.value: media for media in Media} | {"screen": Media.SHARE, "sharing": Media.SHARE}
FLAGS = ("refresh", "public")
OPTION_WORDS = ("top", "by", "worst", *SORTS, *MEDIA, *FLAGS)

_SPACES = re.compile(r"[\s\u00a0\u2000-\u200b\u202f\u3000]+")


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """One summary asked for, with how to look at it."""

    ref: MeetingRef
    view: View = DEFAULT_VIEW
    refresh: bool = False
    public: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """The first word and the rest; `word` is None when nothing was typed, "" when an id stands alone."""

    word: str | None
    rest: str


def split(text: str, known: Sequence[str]) -> Typed:
    """Which subcommand is meant. A meeting id or join link alone means its own report.

    Raises:
        BadInput: an unknown word, with the command that was probably meant.
    """
    words = _SPACES.sub(" ", text).strip()
    if not words:
        return Typed(None, "")
    first, _, rest = words.partition(" ")
    name = first.casefold().lstrip("/")
    if name == "qos" and rest:
        return split(rest, known)
    if name in known:
        return Typed(name, rest)
    if find_ref(words, Kind.MEETING) is not None and (looks_like_id(first) or first[0].isdigit()):
        return Typed("", words)
    raise _unknown_word(first, rest, known)


def _unknown_word(first: str, rest: str, known: Sequence[str]) -> BadInput:
    guess = closest(first, known)
    suggestion = f"/qos {guess} {rest}".strip() if guess else "/qos help"
    shown = first if len(first) <= 40 else f"{first[:39]}…"
    return BadInput("unknown_command", f'I don\'t know "{shown}".', suggestion=suggestion)


def closest(word: str, known: Sequence[str]) -> str | None:
    """The known word that was probably meant, None when nothing is near."""
    best = process.extractOne(word.casefold(), known, scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH)
    return best[0] if best else None


def report_request(kind: Kind, text: str) -> ReportRequest:
    """The id and options in any order.

    Raises:
        BadInput: no id, a wrong id, or an option that does not exist.
    """
    view, flags, rest = _options(text.split())
    if not rest:
        raise BadInput(
            "missing_id",
            f"Which {kind}?",
            suggestion=f"/qos {kind} {'<session id>' if kind is Kind.SESSION else '858 1234 5678'}",
        )
    return ReportRequest(_ref(kind, rest), view, refresh="refresh" in flags, public="public" in flags)


def _ref(kind: Kind, words: list[str]) -> MeetingRef:
    stray = next((word for word in words if word.isalpha() and len(word) < 16), None)
    if stray and len(words) > 1:
        guess = closest(stray, OPTION_WORDS)
        hint = f'Did you mean "{guess}"?' if guess else "See `/qos help` for the options."
        raise BadInput("unknown_option", f'I don\'t know the option "{stray}".', hint)
    return parse_id(" ".join(words), kind)


def _options(words: list[str]) -> tuple[View, set[str], list[str]]:
    sort, media, top = Sort.WORST, None, None
    flags: set[str] = set()
    rest: list[str] = []
    waiting = list(reversed(words))
    while waiting:
        word = waiting.pop()
        key = word.casefold()
        if key == "top":
            top = _top(waiting.pop() if waiting else "")
        elif key == "by":
            sort = _sort(waiting.pop() if waiting else "")
        elif key in MEDIA:
            media = MEDIA[key]
        elif key in FLAGS:
            flags.add(key)
        else:
            rest.append(word)
    return View(sort, media, top), flags, rest


def _top(word: str) -> int:
    if not word.isdecimal() or not 1 <= int(word) <= MOST_PEOPLE:
        raise BadInput("wrong_top", f'"top" takes a number from 1 to {MOST_PEOPLE}.', "For example `top 10`.")
    return int(word)


def _sort(word: str) -> Sort:
    key = word.casefold()
    if key in ("worst", ""):
        if key:
            return Sort.WORST
        raise BadInput("wrong_sort", '"by" needs a word.', f"Use by {', '.join(SORTS)}.")
    if key not in SORTS:
        guess = closest(key, tuple(SORTS))
        hint = f'Did you mean "by {guess}"?' if guess else f"Use by {', '.join(SORTS)}."
        raise BadInput("wrong_sort", f'I can\'t sort by "{word[:40]}".', hint)
    return SORTS[key]
