"""Numbers in words: with units, ordinals, times of day, windows, spans of days. Gives units; decides no meaning."""

from collections.abc import Iterator

from bot.questions.lexicon import Unit
from bot.questions.numbers import DAYS, FIRST, HOURS, LAST, MINUTES, ORDINALS, number, unit_at
from bot.questions.times import hour_at, time_at


def amounts(words: list[str]) -> list[Unit]:
    """Every amount from the left; a time inside a window is a unit of its own too."""
    found: list[Unit] = []
    at = 0
    while at < len(words):
        units = list(_at(words, at))
        found += units
        at = max((unit.end for unit in units), default=at + 1)
    return found


def _at(words: list[str], at: int) -> Iterator[Unit]:
    span = _span(words, at)
    window = None if span else _window(words, at)
    if span:
        yield span
    elif window:
        yield window
        yield from _times_inside(words, window)
    elif time := time_at(words, at):
        yield Unit("time", time.text, at, time.end)
    elif value := _value(words, at):
        yield value
    elif words[at] in ORDINALS and not set(words[at + 1 : at + 2]) & (MINUTES | HOURS):
        yield Unit("ordinal", ORDINALS[words[at]], at, at + 1)


def _times_inside(words: list[str], window: Unit) -> Iterator[Unit]:
    at = window.start
    while at < window.end:
        time = time_at(words, at)
        if time and time.end <= window.end:
            yield Unit("time", time.text, at, time.end)
        at = time.end if time else at + 1


def _value(words: list[str], at: int) -> Unit | None:
    found = number(words, at)
    if found is None:
        return None
    unit, end = unit_at(words, found.end)
    value = int(found.value) if found.value.is_integer() else found.value
    if unit == "s":
        return Unit("value", (round(found.value * 1000), "ms"), at, end)
    if unit == "mbps":
        return Unit("value", (round(found.value * 1000), "kbps"), at, end)
    if unit == "dBm":
        return Unit("value", (-abs(value), unit), at, end)
    if unit:
        return Unit("value", (value, unit), at, end)
    if end < len(words) and words[end] in MINUTES | HOURS:
        return Unit("minutes", value * (60 if words[end] in HOURS else 1), at, end + 1)
    return Unit("number", value, at, end)


def _span(words: list[str], at: int) -> Unit | None:
    """`last 30 days`, `this week`: how far back."""
    if words[at] not in {"last", "past", "this", "previous"} or at + 1 >= len(words):
        return None
    if words[at + 1] in DAYS and words[at + 1] not in {"quarter", "day"}:
        return Unit("span", f"{DAYS[words[at + 1]]}d", at, at + 2)
    count = number(words, at + 1)
    if count and count.end < len(words) and words[count.end] in DAYS:
        return Unit("span", f"{round(count.value * DAYS[words[count.end]])}d", at, count.end + 1)
    return None


def _window(words: list[str], at: int) -> Unit | None:
    return _side(words, at) or _between(words, at) or _open(words, at)


def _side(words: list[str], at: int) -> Unit | None:
    """`last 15 mins`, `first ten minutes`, `last half hour`, `second half`."""
    word, rest = words[at], tuple(words[at + 1 : at + 3])
    if word in {"first", "second", "last", "latter"} and rest[:1] == ("half",) and rest[1:] not in {("hour",), ("of",)}:
        return Unit("window", "first_half" if word == "first" else "second_half", at, at + 2)
    if word in {"first", "second", "last"} and rest == ("half", "of") and words[at + 3 : at + 4] != ["hour"]:
        return Unit("window", "first_half" if word == "first" else "second_half", at, at + 3)
    side = "last" if word in LAST else "first" if word in FIRST else None
    if side is None or not rest:
        return None
    if rest[:2] == ("half", "hour"):
        return Unit("window", f"{side}_30m", at, at + 3)
    if rest[0] == "quarter" and "hour" in words[at + 2 : at + 4]:
        return Unit("window", f"{side}_15m", at, at + 2 + words[at + 2 : at + 4].index("hour") + 1)
    if rest[0] in MINUTES and rest[0] != "min":
        return Unit("window", f"{side}_{1 if rest[0] == 'minute' else 5}m", at, at + 2)
    if rest[0] in HOURS:
        return Unit("window", f"{side}_60m", at, at + 2)
    count = number(words, at + 1)
    if count and count.end < len(words) and words[count.end] in MINUTES | HOURS:
        size = count.value * (60 if words[count.end] in HOURS else 1)
        return Unit("window", f"{side}_{round(size)}m", at, count.end + 1)
    return None


def _between(words: list[str], at: int) -> Unit | None:
    """`between 10:10 and 10:20`, `from 3 to 4pm`, `10:10-10:20`."""
    opened = words[at] in {"between", "from"}
    begin = at + opened
    first = time_at(words, begin) or (hour_at(words, begin) if opened else None)
    if (
        first is None
        or first.end >= len(words)
        or words[first.end] not in {"and", "to", "till", "until", "-", "–", "—"}
    ):
        return None
    if words[first.end] == "and" and words[at] != "between":
        return None
    last = time_at(words, first.end + 1) or hour_at(words, first.end + 1)
    return Unit("window", f"{first.text}-{last.text}", at, last.end) if last else None


def _open(words: list[str], at: int) -> Unit | None:
    way = {
        "after": "after",
        "since": "after",
        "from": "after",
        "before": "before",
        "until": "before",
        "till": "before",
    }.get(words[at])
    time = time_at(words, at + 1) if way else None
    if way is None or time is None:
        return None
    end = time.end
    while end < len(words) and words[end] in {"on", "onward", "onwards"}:
        end += 1
    return Unit("window", f"{way}_{time.text}", at, end)
