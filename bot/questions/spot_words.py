"""A person's number in words, which streams were looked at, why somebody is not rated. No intent is answered here."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.blocks.lines import Line
from bot.blocks.names import clean, scrub, unlike_a_row
from bot.blocks.words import MEDIA, metric_word, stream_words
from bot.domain.model import Label, Participant
from bot.domain.shared_words import listed
from bot.questions.answer import Receipt
from bot.questions.pen import ZOOM_FIELDS, Pen, spread_of
from bot.questions.phrasing import limit_of, stream_number
from bot.questions.spots import LOW_IS_BAD, Spot, Wanted

MOST_NAMED = 5
BEST_MOS = 4.5

# As `bot.blocks.counts` has it: a reason that names somebody's own seconds.
_SECONDS = re.compile(r"^in the call for \d+ s\b.*")
_STAT_WORDS = {"avg": "average", "max": "maximum", "min": "minimum"}

# What is never said, whatever a device is called: hardware and network addresses, e-mail.
_ADDRESS = re.compile(
    r"(?:[0-9a-f]{2}[:-]){3,}[0-9a-f]{2}|(?:[0-9a-f]{4}[.-]){2}[0-9a-f]{4}|\b\d{1,3}(?:\.\d{1,3}){3}\b"
    r"|(?:[0-9a-f]{1,4}:){3,}[0-9a-f:]*|\S+@\S+",
    re.IGNORECASE,
)

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def spot_words(pen: Pen, one: Spot, stat: str = "avg") -> str:
    """`audio sent, average loss 7.9 % (max 22 %, limit 5 %)`; of a maximum the average beside it."""
    if one.stream is None:
        return _of_person(pen, one)
    if stat == "avg":
        return stream_number(pen, one.person, one.stream, one.metric)
    stat = "min" if one.metric in LOW_IS_BAD else stat
    where, what = stream_words(one.stream.media, one.stream.direction), metric_word(one.metric)
    value = pen.measured(one.person, one.stream, one.metric, stat)
    spread = spread_of(one.stream, one.metric)
    notes = [f"average {pen.measured(one.person, one.stream, one.metric)}"]
    if spread is not None and spread.avg is not None and pen_has_limit(pen, one.metric):
        notes.append(f"{limit_of(pen, one.metric, spread.avg)} for averages")
    return f"{where}, {_STAT_WORDS[stat]} {what} {value} ({', '.join(notes)})"


def pen_has_limit(pen: Pen, metric: str) -> bool:
    return any(row.key == metric for row in pen.facts.report.limits.metrics)


def short(pen: Pen, one: Spot, stat: str = "avg") -> str:
    """`video received, average loss 9.8 %`: for a list of people."""
    if one.stream is None:
        return _of_person(pen, one)
    stat = "min" if stat == "max" and one.metric in LOW_IS_BAD else stat
    where, what = stream_words(one.stream.media, one.stream.direction), metric_word(one.metric)
    return f"{where}, {_STAT_WORDS[stat]} {what} {pen.measured(one.person, one.stream, one.metric, stat)}"


def named(pen: Pen, one: Spot, stat: str = "avg") -> str:
    """`Dave Lindqvist (video received, average loss 9.8 %)`."""
    return f"{pen.name(one.person.key)} ({short(pen, one, stat)})"


def named_spots(pen: Pen, spots: Sequence[Spot], stat: str = "avg", most: int = MOST_NAMED) -> str:
    """People with their numbers, the worst first, and how many more."""
    shown = [named(pen, one, stat) for one in spots[:most]]
    rest = len(spots) - len(shown)
    return listed([*shown, f"{pen.count(rest)} more"] if rest else shown) if shown else ""


def _of_person(pen: Pen, one: Spot) -> str:
    person = one.person
    if one.metric == "cpu":
        used = pen.of_person(person, "cpu", one.value, "%", "avg", "zoom_avg_cpu_usage")
        whole = person.cpu.system_max_pct
        peak = f" (system max {pen.of_person(person, 'cpu', whole, '%', 'max', 'system_max_cpu_usage')})"
        return f"Zoom used {used} of the CPU on average{peak if whole is not None else ''}"
    if one.metric == "rssi":
        return f"Wi-Fi signal {pen.of_person(person, 'rssi', one.value, 'dBm', 'avg', ZOOM_FIELDS['rssi'])} on average"
    name = pen.facts.names[person.key]
    pen.receipts.append(Receipt("derived", one.value, None, "estimate", "mos", name))
    return f"estimated listening quality {one.value:.1f} of {pen.asked(BEST_MOS, '', 'mos')}"


def streams_looked_at(want: Wanted) -> str:
    """`in any stream`, `in audio`, `in video sent`, `in what was received`."""
    media = listed([MEDIA[one] for one in want.media]) if want.media else ""
    if want.direction is None:
        return f"in {media}" if media else "in any stream"
    return f"in {media} {want.direction}" if media else f"in what was {want.direction}"


def within(want: Wanted) -> str:
    """The same with a space before it; nothing where all streams were looked at."""
    return "" if not want.media and want.direction is None else f" {streams_looked_at(want)}"


@lru_cache(maxsize=4096)
def safe(text: str | None, limit: int = 40) -> str | None:
    """A device, place or version as Zoom has it, safe to show and without any address in it."""
    shown = clean(unlike_a_row(scrub(_ADDRESS.sub("…", text[:400]))), limit) if text else None
    return shown if shown and shown.strip("… ") else None


def typed(pen: Pen, words: str, limit: int = 40) -> str:
    """What the question named, safe to show; a number in it has a receipt."""
    shown = safe(words, limit) or "that"
    for number in _NUMBER.findall(shown):
        pen.receipts.append(Receipt("limit", float(number), "as asked"))
    return shown


def reason(person: Participant) -> str:
    """Why somebody is not rated, without a number of their own."""
    words = _SECONDS.sub("in the call for under a minute", clean(person.unrated_reason, 80) or "")
    return words if words and not any(char.isdigit() for char in words) else "not enough was measured"


def not_rated(pen: Pen, people: Sequence[Participant], most: int = 3) -> list[Line]:
    """`Not rated, so neither good nor bad: +49 *** 12 (dialled in, nothing measured).`; nothing if all are rated."""
    missing = [person for person in people if person.label is Label.UNRATED]
    if not missing:
        return []
    shown = [f"{pen.name(person.key)} ({reason(person)})" for person in missing[:most]]
    rest = len(missing) - len(shown)
    words = listed([*shown, f"{pen.count(rest)} more"] if rest else shown)
    return [[f"Not rated, so neither good nor bad: {words}."]]
