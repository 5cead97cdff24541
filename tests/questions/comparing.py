"""Whether what was read is what was expected: tolerant of case, accents, order and ways to write a window."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

WINDOW_WORDS = {"after": "since", "from": "since", "before": "until", "till": "until", "to": "until"}
_WINDOW = re.compile(r"(after|from|before|till|to|since|until)[_ ](\d{1,2}:\d{2})")


def missed(expected: Mapping[str, Any], got: Mapping[str, Any]) -> list[str]:
    """Expected slots that are absent or differ."""
    return [name for name, value in expected.items() if name not in got or not alike(value, got[name])]


def superfluous(expected: Mapping[str, Any], got: Mapping[str, Any]) -> list[str]:
    """Slots that nobody expected; counted, and not wrong."""
    return [name for name in got if name not in expected]


def alike(one: Any, other: Any) -> bool:
    """Equal numbers, names and words; lists in any order; a single value and a list of it."""
    return bool(_plain(one) == _plain(other))


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return frozenset((str(key), _plain(inner)) for key, inner in value.items())
    if isinstance(value, (list, tuple, set, frozenset)):
        inner = frozenset(_plain(one) for one in value)
        return next(iter(inner)) if len(inner) == 1 else inner
    if isinstance(value, bool) or value is None:
        return str(value).casefold()
    if isinstance(value, (int, float)):
        return float(value)
    return _word(str(value))


def _word(text: str) -> Any:
    folded = unicodedata.normalize("NFKD", text.casefold())
    plain = " ".join("".join(c for c in folded if not unicodedata.combining(c)).replace("–", "-").split())
    window = _WINDOW.fullmatch(plain)
    if window:
        return f"{WINDOW_WORDS.get(window[1], window[1])}_{window[2]}"
    try:
        return float(plain)
    except ValueError:
        return plain
