"""Sentences that were written elsewhere, quoted with a receipt for every number in them. Words nothing itself."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from bot.blocks.names import clean, scrub, unlike_a_row
from bot.blocks.words import bound, figure, unit_of
from bot.domain.limits import limit_rows
from bot.domain.model import Participant
from bot.domain.phrases import number
from bot.questions.answer import Receipt
from bot.questions.pen import UNITS, ZOOM_FIELDS, Pen, spread_of

LONGEST = 400
QUOTED_METRICS = ("loss", "latency", "jitter", "frame_rate", "bitrate")
STATS = ("avg", "max", "min")

_TOKEN = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d) (?P<from>\d\d:\d\d)(?:–(?P<to>\d\d:\d\d))?"
    r"|(?P<clock>\b\d{1,2}:\d\d\b)"
    r"|(?P<picture>\b\d+\*\d+\b)"
    r"|(?P<number>(?:[−-](?!\d{1,2}:\d\d\b))?\d[\d,]*(?:\.\d+)?)"
    r"(?P<unit> ?(?:%|ms|kbps|fps|dBm|min|lines|times|s|h)(?![\w]))?"
)
_OF = re.compile(r"^ of (?:the last )?\d|^ (?:people|person|others?|minutes?|more|elsewhere|rated|problems)\b")


def quoted(pen: Pen, words: str, person: Participant | None = None) -> str:
    """`words`, safe to show. Its numbers are looked up among what was measured of `person` and the limits in force, so
    that their receipts hold the unrounded value; what is not found there is a count or was computed.
    """
    safe = clean(unlike_a_row(scrub(words)), LONGEST) or ""
    remember(pen, safe, person)
    return safe


def remember(pen: Pen, words: str, person: Participant | None = None) -> None:
    """The receipts alone, for lines that must stay as they are, such as a ticket."""
    known = dict(_measured(pen, person)) if person is not None else {}
    limits = dict(_limits(pen))
    for match in _TOKEN.finditer(words):
        pen.receipts.extend(_receipts(match, words, known, limits))


def _receipts(
    match: re.Match[str], words: str, known: dict[tuple[str, str, str], Receipt], limits: dict[tuple[str, str], Receipt]
) -> Iterator[Receipt]:
    if match["day"]:
        for clock in filter(None, (match["from"], match["to"])):
            at = datetime.fromisoformat(f"{match['day']}T{clock}:00").replace(tzinfo=UTC)
            yield Receipt("time", at.isoformat().replace("+00:00", "Z"), "UTC")
        return
    if match["clock"]:
        yield Receipt("limit", match["clock"], "clock")
        return
    if match["picture"]:
        yield Receipt("measured", match["picture"], metric="resolution")
        return
    before, after = words[max(0, match.start() - 12) : match.start()], words[match.end() : match.end() + 24]
    text, unit = match["number"], (match["unit"] or "").strip()
    found = known if "limit" not in before else {}
    stat = next((word for word in ("max", "min") if word in before[-5:]), "avg")
    hit = next(
        (found[key] for key in ((text, unit, stat), (text, "", stat), (text, unit, "max")) if key in found), None
    )
    hit = hit or limits.get((text, unit)) or (limits.get((text, "")) if not unit and "limit" in before else None)
    yield hit or _plain(text, unit, after)


def _plain(text: str, unit: str, after: str) -> Receipt:
    value = float(text.replace(",", "").replace("−", "-"))
    whole = int(value) if value.is_integer() else value
    if unit == "times" or (not unit and (_OF.match(after) or value.is_integer())):
        return Receipt("count", whole, "times" if unit else None)
    return Receipt("derived", whole, unit or None)


def _measured(pen: Pen, person: Participant) -> Iterator[tuple[tuple[str, str, str], Receipt]]:
    """Every way in which a measurement of this person may be printed; the worse stream last, so that it wins."""
    name = pen.facts.names.get(person.key)
    for stream in sorted(person.streams, key=lambda s: s.badness or 0.0):
        for metric in QUOTED_METRICS:
            spread, unit = spread_of(stream, metric), UNITS.get(metric) or unit_of(metric)
            for stat in STATS if spread is not None else ():
                value: float | None = getattr(spread, stat)
                if value is None:
                    continue
                field = ZOOM_FIELDS[metric].format(stat=stat)
                receipt = Receipt("measured", value, unit, stat, metric, name, stream.media, stream.direction, field)
                for text in _forms(pen, metric, value, unit):
                    yield (text, unit, stat), receipt
                    yield (text, "", stat), receipt
    for value, metric, unit in (
        (person.cpu.zoom_avg_pct, "cpu", "%"),
        (person.wifi_rssi_dbm, "rssi", "dBm"),
        (person.minutes, "minutes", "min"),
    ):
        if value is not None:
            receipt = Receipt("measured", value, unit, "avg", metric, name)
            for text in _forms(pen, metric, value, unit):
                yield (text, unit, "avg"), receipt


def _forms(pen: Pen, metric: str, value: float, unit: str) -> set[str]:
    """The number alone as the several places print it, beside a limit or not."""
    rows = [row for row in pen.facts.report.limits.metrics if row.key == metric]
    limits = [None, *(edge for row in rows for edge in (row.good, row.fair))]
    if metric == "rssi":
        limits.append(pen.facts.report.limits.cause.weak_rssi_dbm)
    ways: tuple[Callable[[float | None], str], ...] = (
        lambda limit: figure(value, unit, limit),
        lambda limit: number(value, unit, limit).removesuffix(unit).strip(),
    )
    return {way(limit) for way in ways for limit in limits}


def _limits(pen: Pen) -> Iterator[tuple[tuple[str, str], Receipt]]:
    limits = pen.facts.report.limits
    for row in limit_rows(limits.cause):
        receipt = Receipt("limit", row.value, row.unit, metric=row.key)
        yield (bound(row.value), "" if row.unit == "x" else row.unit), receipt
    for metric in limits.metrics:
        for edge in (metric.bad, metric.fair, metric.good):
            if edge is not None:
                receipt = Receipt("limit", edge, metric.unit, metric=metric.key)
                yield (bound(edge), metric.unit), receipt
                yield (bound(edge), ""), receipt
