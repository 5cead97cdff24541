"""Times of day as people write and say them: `10:22`, `3pm`, `half past ten`, `12 minutes in`."""

from typing import NamedTuple

from bot.questions.numbers import BEFORE_TIMES, HOURS, MINUTES, NUMBERS, PEOPLE, Found, counted, number, unit_at


class Time(NamedTuple):
    """`HH:MM` or `+12m`, and the place after it."""

    text: str
    end: int


def time_at(words: list[str], at: int) -> Time | None:
    """A time of day, or minutes into the call."""
    if at >= len(words):
        return None
    return _clock(words, at) or _spoken(words, at) or _into(words, at) or _after_at(words, at)


def _clock(words: list[str], at: int) -> Time | None:
    word = words[at]
    if word in {"noon", "midday"}:
        return Time("12:00", at + 1)
    for sign in (":", "h"):
        left, found, right = word.partition(sign)
        if found and left.isdecimal() and right.isdecimal() and len(right) == 2:
            return _said(words, int(left), int(right), at + 1)
    count = number(words, at)
    if count and _half_day(words, count.end)[0]:
        hour, minute = int(count.value), round((count.value % 1) * 100)
        return _said(words, hour, minute, count.end)
    if (count and tuple(words[count.end : count.end + 2]) in {("o", "clock"), ("oclock",)}) or (
        count and words[count.end : count.end + 1] == ["oclock"]
    ):
        return _said(words, int(count.value), 0, count.end + (1 if words[count.end] == "oclock" else 2))
    return None


def _said(words: list[str], hour: int, minute: int, at: int) -> Time | None:
    half, end = _half_day(words, at)
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return Time(f"{hour:02d}:{minute:02d}", end) if hour <= 24 and minute < 60 else None


def _half_day(words: list[str], at: int) -> tuple[str, int]:
    if at < len(words) and words[at] in {"am", "pm"}:
        return words[at], at + 1
    pair = tuple(words[at : at + 2])
    return ("pm", at + 2) if pair == ("p", "m") else ("am", at + 2) if pair == ("a", "m") else ("", at)


def _spoken(words: list[str], at: int) -> Time | None:
    """`half past ten`, `quarter to three`, `ten past two`."""
    size = {"half": 30, "quarter": 15}.get(words[at])
    count = None if size else number(words, at)
    minutes, end = (size, at + 1) if size else (int(count.value), count.end) if count else (None, at)
    if minutes is None or minutes >= 60:
        return None
    if end < len(words) and words[end] in MINUTES:
        end += 1
    if end >= len(words) or words[end] not in {"past", "to", "after", "before"}:
        return None
    hour = number(words, end + 1) or (Found(1.0, end + 2) if words[end + 1 : end + 2] == ["one"] else None)
    if hour is None or not 0 < hour.value <= 24 or not hour.value.is_integer() or (words[end] != "past" and not size):
        return None
    late = words[end] in {"past", "after"}
    return _said(words, int(hour.value) - (not late), minutes if late else 60 - minutes, hour.end)


def _into(words: list[str], at: int) -> Time | None:
    """`minute 12`, `12 minutes in`."""
    if words[at] in {"minute", "min"}:
        count = number(words, at + 1)
        return Time(f"+{int(count.value)}m", count.end) if count else None
    count = number(words, at)
    if (
        count
        and words[count.end : count.end + 1]
        and words[count.end] in MINUTES
        and words[count.end + 1 : count.end + 2] in (["in"], ["into"])
    ):
        return Time(f"+{int(count.value)}m", count.end + 2)
    return None


def _after_at(words: list[str], at: int) -> Time | None:
    """A bare number where only a time can stand: `at 10.22`, `around 1022`, `at ten twenty`, `at 10`."""
    if not at or words[at - 1] not in BEFORE_TIMES:
        return None
    count = number(words, at)
    if (
        count is None
        or unit_at(words, count.end)[0]
        or (words[count.end : count.end + 1] and words[count.end] in PEOPLE | MINUTES | HOURS)
    ):
        return None
    word = words[at]
    if word.isdecimal() and len(word) == 4 and int(word[:2]) < 24 and int(word[2:]) < 60:
        return _said(words, int(word[:2]), int(word[2:]), count.end)
    left, dot, right = word.partition(".")
    if dot and len(right) == 2 and right.isdecimal() and int(right) < 60 and left.isdecimal() and int(left) < 24:
        return _said(words, int(left), int(right), count.end)
    if word in NUMBERS and count.value <= 12:
        minutes = number(words, count.end)
        if minutes and minutes.value < 60 and not counted(words, minutes.end):
            return _said(words, int(count.value), int(minutes.value), minutes.end)
    return hour_at(words, at) if words[at - 1] in {"at", "@", "around"} else None


def hour_at(words: list[str], at: int) -> Time | None:
    count = number(words, at)
    if count is None or not count.value.is_integer() or not 0 <= count.value <= 24:
        return None
    return _said(words, int(count.value), 0, count.end)
