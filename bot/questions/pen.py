"""Writes the numbers and names of an answer, and keeps a receipt for each number. No answer prints one without it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.blocks.lines import Line, Moment
from bot.blocks.words import amount, bound, figure, instant, metric_word, stream_words, unit_of
from bot.domain.metrics import METRIC
from bot.domain.model import Direction, Media, Participant, Spread, Stream
from bot.domain.phrases import limit_crossed
from bot.questions.answer import Answer, Chart, Prepared, Receipt
from bot.questions.facts import Facts

ZOOM_FIELDS = {
    "loss": "{stat}_loss",
    "latency": "{stat}_latency",
    "jitter": "{stat}_jitter",
    "bitrate": "{stat}_bitrate",
    "frame_rate": "{stat}_frame_rate",
    "rssi": "{stat}_rssi",
}
"""Zoom's names of measured quantities (QSS API, `qos_summary`); `stat` is min, avg or max."""

FIELD_OF = {"bitrate": "bitrate_kbps", "rssi": "wifi_rssi_dbm"}
UNITS = {"bitrate": "kbps", "rssi": "dBm", "cpu": "%", "mos": ""}


@dataclass
class Pen:
    """One per answer. Every method returns the words to print and remembers where the number came from."""

    facts: Facts
    receipts: list[Receipt] = field(default_factory=list)
    named: list[str] = field(default_factory=list)

    def name(self, key: str) -> str:
        """A person's name, safe to show, remembered in order for "he" and "both"."""
        if key not in self.named:
            self.named.append(key)
        return self.facts.names[key]

    def count(self, number: int, what: str = "people") -> str:
        """`3`. `what` is counted: people, minutes, meetings."""
        self.receipts.append(Receipt("count", number, what))
        return f"{number:,}"

    def measured(self, person: Participant, stream: Stream, metric: str, stat: str = "avg") -> str:
        """`7.9 %`: one statistic of one stream; "not measured" (and no receipt) where there is none.

        Beside a limit that it crosses, the average has the digits that tell it from the limit.
        """
        spread = spread_of(stream, metric)
        value: float | None = getattr(spread, stat) if spread is not None else None
        if value is None:
            return "not measured"
        unit = UNITS.get(metric) or unit_of(metric)
        rows = {row.key: row for row in self.facts.report.limits.metrics}
        limit = limit_crossed(rows[metric], value) if metric in rows and stat == "avg" else None
        self.receipts.append(
            Receipt(
                "measured",
                value,
                unit,
                stat,
                metric,
                self.facts.names[person.key],
                stream.media,
                stream.direction,
                ZOOM_FIELDS[metric].format(stat=stat) if metric in ZOOM_FIELDS else None,
            )
        )
        return self._seen(amount(value, unit, limit), unit, metric)

    def of_person(
        self, person: Participant, metric: str, value: float | None, unit: str, stat: str, zoom_field: str | None
    ) -> str:
        """`72 %`: a measurement that belongs to a person and no stream, such as CPU."""
        if value is None:
            return "not measured"
        name = self.facts.names[person.key]
        self.receipts.append(Receipt("measured", value, unit, stat, metric, name, field=zoom_field))
        return self._seen(amount(value, unit), unit, metric)

    def limit(self, metric: str, value: float) -> str:
        """`5 %`: a limit in force."""
        unit = METRIC[metric].unit if metric in METRIC else UNITS.get(metric, "")
        self.receipts.append(Receipt("limit", value, unit, metric=metric))
        return f"{bound(value)} {unit}".strip()

    def derived(self, value: float, unit: str, stat: str, metric: str | None = None) -> str:
        """`4.1 %`: computed from several measurements by `stat` (median, average, share, difference)."""
        self.receipts.append(Receipt("derived", value, unit, stat, metric))
        return self._seen(f"{figure(value, unit)} {unit}".strip(), unit, metric)

    def _seen(self, words: str, unit: str, metric: str | None) -> str:
        """The words; where they say `<0.1 %`, the edge that they name is a number of its own."""
        if words.startswith("<"):
            self.receipts.append(Receipt("limit", float(words.removeprefix("<").split()[0]), unit, metric=metric))
        return words

    def asked(self, value: float, unit: str, metric: str | None = None) -> str:
        """`5 %`: a number that the question named."""
        self.receipts.append(Receipt("limit", value, unit, metric=metric))
        return f"{bound(value)} {unit}".strip()

    def time(self, at: datetime) -> Moment:
        """`10:52 UTC` in plain text, the reader's own zone in Slack."""
        self.receipts.append(Receipt("time", at.astimezone(UTC).isoformat().replace("+00:00", "Z"), "UTC"))
        return instant(at, self.facts.now)

    def written(self, lines: Sequence[Line], **rest: object) -> Answer:
        """The answer of these lines with all receipts so far; people in the order in which they were named."""
        return Answer(
            tuple(lines),
            receipts=tuple(dict.fromkeys(self.receipts)),
            people=tuple(self.named),
            **rest,  # type: ignore[arg-type]  # checked where it is called, by Answer's own fields
        )


def spread_of(stream: Stream, metric: str) -> Spread | None:
    """A stream's spread of a metric by its key; None where it was not measured."""
    name = METRIC[metric].field if metric in METRIC else FIELD_OF.get(metric)
    found: Spread | None = getattr(stream, name) if name else None
    return found


def where(media: Media, direction: Direction) -> str:
    """`audio sent`."""
    return stream_words(media, direction)


__all__ = ["Chart", "Pen", "Prepared", "metric_word", "spread_of", "where"]
