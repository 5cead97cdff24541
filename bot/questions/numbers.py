"""Numbers and units as people write them: `5`, `five`, `two hundred`, `per cent`. Knows no time of day."""

from typing import NamedTuple

_SMALL = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty
"""
_LARGER = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "hundred": 100, "dozen": 12}
NUMBERS = {word: n for n, word in enumerate(_SMALL.split())} | _LARGER | {"couple": 2, "few": 5}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "2nd": 2,
    "3rd": 3,
    "1st": 1,
}
_UNITS = """
%: % percent percents pct percentage prozent
ms: ms msec msecs millisecond milliseconds millis mili milisec miliseconds
s: s sec secs second seconds
kbps: kbps kbit kbits kb
mbps: mbps mbit mbits mb
fps: fps frames
dBm: dbm db
"""
UNITS = {
    word: unit
    for unit, _, said in (row.partition(": ") for row in _UNITS.strip().splitlines())
    for word in said.split()
}
MINUTES = frozenset(("m", "min", "mins", "minute", "minutes", "minuts", "minits"))
HOURS = frozenset(("h", "hour", "hours", "hrs"))
DAYS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30, "quarter": 90, "fortnight": 14}
LAST = frozenset(("last", "final", "past", "closing", "latest", "ending"))
FIRST = frozenset(("first", "opening", "initial", "starting"))
BEFORE_TIMES = frozenset(
    ("at", "around", "about", "since", "before", "after", "from", "until", "till", "by", "to", "between", "circa", "@")
)
PEOPLE = frozenset(("people", "participants", "users", "attendees", "guys", "of"))


class Found(NamedTuple):
    """A value and the place after it."""

    value: float
    end: int


def number(words: list[str], at: int) -> Found | None:
    """A number in figures or words; "one" only where a unit follows, because it also stands for a thing."""
    if at >= len(words):
        return None
    word = words[at]
    if word.isascii() and word.replace(".", "", 1).isdigit():
        return Found(float(word), at + 1)
    if word not in NUMBERS or (word in {"one", "zero"} and not counted(words, at + 1)):
        return None
    value, end = NUMBERS[word], at + 1
    if value in range(20, 100) and end < len(words) and NUMBERS.get(words[end], 10) in range(1, 10):
        value, end = value + NUMBERS[words[end]], end + 1
    if end < len(words) and words[end] == "hundred" and value < 10:
        value, end = value * 100, end + 1
        rest = number(words, end + (words[end : end + 1] == ["and"])) if end < len(words) else None
        if rest and rest.value < 100:
            value, end = value + int(rest.value), rest.end
    if end + 1 < len(words) and words[end] == "point" and words[end + 1] in NUMBERS:
        return Found(float(value) + NUMBERS[words[end + 1]] / 10, end + 2)
    return Found(float(value), end + (words[end : end + 1] == ["of"]) if word == "couple" else end)


def counted(words: list[str], at: int) -> bool:
    return at < len(words) and (
        words[at] in UNITS or words[at] in MINUTES | HOURS or words[at] in DAYS or words[at] == "hundred"
    )


def unit_at(words: list[str], at: int) -> tuple[str, int]:
    if at < len(words) and words[at] in UNITS:
        return UNITS[words[at]], at + 1
    if tuple(words[at : at + 2]) == ("per", "cent"):
        return "%", at + 2
    return "", at
