"""Everybody in one view: Slack's sortable table, monospaced text where it is refused, and a CSV. No verdict."""

import csv as csv_format
import io
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.blocks import parts
from bot.blocks.lines import Line, bold
from bot.blocks.names import clean, display_names, person_name, shorten
from bot.blocks.numbers import person_line, worst_value
from bot.blocks.parts import Element
from bot.blocks.words import CAUSES, DASH, KINDS, LABELS, figure, finite, metric_word, network, people, stream_words
from bot.domain.metrics import METRIC
from bot.domain.model import Direction, Media, Participant, Report, Spread, Stream
from bot.ports import Message

WORST = 100

Number = tuple[float | None, str]
"""A value with its unit; None is not measured."""

Content = str | Number | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table: its head (with the unit) and what a person has there."""

    head: str
    cell: Callable[[Participant], Content]


def _loss(media: Media, direction: Direction) -> Callable[[Participant], Number]:
    def cell(participant: Participant) -> Number:
        streams = [s for s in participant.streams if (s.media, s.direction) == (media, direction)]
        found = worst_value(streams, "loss")
        return (found[0] if found else None), "%"

    return cell


def _worst(metric: str) -> Callable[[Participant], Number]:
    def cell(participant: Participant) -> Number:
        found = worst_value(participant.streams, metric)
        return (found[0] if found else None), METRIC[metric].unit

    return cell


def _decided_by(participant: Participant) -> str | None:
    decided = participant.decided_by
    if decided is None:
        return None
    return f"{stream_words(decided.media, decided.direction)}, {metric_word(decided.metric)}"


COLUMNS: tuple[Column, ...] = (
    Column("Label", lambda p: LABELS[p.label][1]),
    Column("Score", lambda p: (p.score, "")),
    Column("Decided by", _decided_by),
    Column("Audio sent loss, avg %", _loss(Media.AUDIO, Direction.SENT)),
    Column("Audio received loss, avg %", _loss(Media.AUDIO, Direction.RECEIVED)),
    Column("Video sent loss, avg %", _loss(Media.VIDEO, Direction.SENT)),
    Column("Video received loss, avg %", _loss(Media.VIDEO, Direction.RECEIVED)),
    Column("Worst latency, avg ms", _worst("latency")),
    Column("Worst jitter, avg ms", _worst("jitter")),
    Column("Zoom CPU, avg %", lambda p: (p.cpu.zoom_avg_pct, "%")),
    Column("Joins", lambda p: (p.joins, "")),
    Column("Minutes", lambda p: (p.minutes, "")),
    Column("Network", lambda p: network(p.network_type)),
    Column("Location", lambda p: p.location),
    Column("Data centre", lambda p: p.data_center),
    Column("Device", lambda p: p.device),
)
HEADS = ("Rank", "Name", *(column.head for column in COLUMNS))


def table(report: Report, *, limit: int = WORST) -> Message:
    """The worst `limit` people in a native `data_table`; as many as Slack takes, then how many more."""
    names = display_names(report.participants)
    rows = [_row(p, names) for p in report.participants[:limit]]
    title = _title(report)
    blocks, held = parts.data_table(title, HEADS, rows)
    rest = _rest(len(report.participants) - held)
    return parts.message(
        _text(report, names, title, held, rest),
        [*(blocks or parts.rich_text([[bold(title)]])), *parts.context(*rest)],  # the caption is the title
    )


def _row(participant: Participant, names: Mapping[str, str]) -> list[Element]:
    start = [_cell((participant.rank, "")), parts.raw_text(names[participant.key], 60)]
    return start + [_cell(column.cell(participant)) for column in COLUMNS]


def _cell(content: Content) -> Element:
    if not isinstance(content, tuple):
        return parts.raw_text(content, 30)
    value, unit = finite(content[0]), content[1]
    return parts.raw_text(DASH) if value is None else parts.raw_number(round(value, 2), figure(value, unit))


def _title(report: Report) -> str:
    topic = clean(report.subject.topic, 80)
    return f"{people(len(report.participants)).capitalize()} in {topic or f'this {KINDS[report.subject.kind]}'}"


def _rest(count: int) -> list[Line]:
    return [[f"{count:,} more in the CSV file, sent to your direct messages with me."]] if count > 0 else []


def _text(report: Report, names: Mapping[str, str], title: str, held: int, rest: Sequence[Line]) -> str:
    lines = [
        [f"{p.rank}. " if p.rank else "", *person_line(p, names[p.key], report, likely=False)]
        for p in report.participants[:held]
    ]
    return parts.plain([[title]], lines, rest)


# --- without a native table ------------------------------------------------------------------------------------------

_NAME_WIDTH, _DECIDED_WIDTH = 22, 26
_NARROW: tuple[tuple[str, int, Callable[[Participant], Content]], ...] = (
    ("label", 9, lambda p: LABELS[p.label][1]),
    ("loss %", 7, _worst("loss")),
    ("lat ms", 7, _worst("latency")),
    ("jit ms", 7, _worst("jitter")),
    ("decided by", _DECIDED_WIDTH, _decided_by),
)


def table_text(report: Report, *, limit: int = WORST) -> Message:
    """The same people as monospaced text, for places that refuse `data_table`: worst averages and what decided."""
    names = display_names(report.participants)
    shown = report.participants[:limit]
    head = _padded("#", 5) + _padded("name", _NAME_WIDTH) + "".join(_padded(word, width) for word, width, _ in _NARROW)
    rows = [head.rstrip(), *(_narrow_row(p, names) for p in shown)]
    title = _title(report)
    rest = _rest(len(report.participants) - len(shown))
    blocks = [*parts.rich_text([[bold(title)]]), *(parts.preformatted(rows) if shown else []), *parts.context(*rest)]
    return parts.message(_text(report, names, title, len(shown), rest), blocks)


def _narrow_row(participant: Participant, names: Mapping[str, str]) -> str:
    row = _padded(str(participant.rank or DASH), 5) + _padded(names[participant.key], _NAME_WIDTH)
    for _, width, cell in _NARROW:
        content = cell(participant)
        if isinstance(content, tuple):
            value = finite(content[0])
            content = None if value is None else figure(value, content[1])
        row += _padded(content or DASH, width)
    return row.rstrip()


def _padded(text: str, width: int) -> str:
    """Cut and filled to `width` monospaced columns, one of them a gap; East Asian letters and emoji take two."""
    kept = text
    while (columns := _columns(kept)) > width - 1:
        kept = shorten(kept, len(kept) - 1)
    return kept + " " * (width - columns)


def _columns(text: str) -> int:
    return sum(
        0 if unicodedata.category(char).startswith("M") else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


# --- CSV -------------------------------------------------------------------------------------------------------------

_PERSON_HEADS = (
    "rank", "participant_id", "name", "label", "score", "unrated_reason", "joins", "minutes", "joined_at_utc",
    "left_at_utc", "network_type", "connection_type", "location", "data_center", "device", "client_version",
    "wifi_rssi_dbm", "cpu", "zoom_cpu_avg_pct", "system_cpu_max_pct", "mos_estimate", "likely_cause",
    "cause_confidence",
)  # fmt: skip
_SPREADS = ("loss_pct", "latency_ms", "jitter_ms", "bitrate_kbps", "frame_rate_fps")
_STREAM_HEADS = (
    "media",
    "direction",
    "stream_label",
    *(f"{name}_{stat}" for name in _SPREADS for stat in Spread._fields),
    "resolution",
)
_FORMULA = tuple("=+-@＝＋－＠")


def csv(report: Report) -> str:
    """Everybody, one row per person and stream, units in the heads; empty is not measured. No e-mail and no address.

    Text that a spreadsheet would run as a formula gets a leading apostrophe (OWASP, CSV injection).
    """
    out = io.StringIO()
    writer = csv_format.writer(out, lineterminator="\r\n")
    writer.writerow((*_PERSON_HEADS, *_STREAM_HEADS))
    for participant in report.participants:
        person = _person_cells(participant)
        for stream in participant.streams or (None,):
            writer.writerow((*person, *(_stream_cells(stream) if stream else [""] * len(_STREAM_HEADS))))
    return out.getvalue()


def _person_cells(p: Participant) -> list[str]:
    return [
        _digits(p.rank), _inert(" ".join(p.participant_ids)), _inert(person_name(p.name, 200)), LABELS[p.label][1],
        _digits(p.score), _inert(p.unrated_reason), _digits(p.joins), _digits(p.minutes), _time(p.joined_at),
        _time(p.left_at), _inert(network(p.network_type)), _inert(p.connection_type), _inert(p.location),
        _inert(p.data_center), _inert(p.device), _inert(p.client_version), _digits(p.wifi_rssi_dbm),
        p.cpu.label, _digits(p.cpu.zoom_avg_pct), _digits(p.cpu.system_max_pct), _digits(p.mos_estimate),
        CAUSES.get(p.cause.code, ""), _inert(p.cause.confidence if p.cause.code in CAUSES else None),
    ]  # fmt: skip


def _stream_cells(stream: Stream) -> Iterable[str]:
    yield from (stream.media, stream.direction, stream.label or "none")
    for name in _SPREADS:
        yield from map(_digits, getattr(stream, name) or (None, None, None))
    yield _inert(stream.resolution)


def _inert(text: str | None) -> str:
    shown = clean(text, 200) or ""
    return f"'{shown}" if shown.startswith(_FORMULA) else shown


def _digits(value: float | None) -> str:
    known = finite(value)
    return "" if known is None else f"{round(known, 3):g}" if abs(known) < 1e6 else f"{known:.0f}"


def _time(at: datetime | None) -> str:
    return "" if at is None else f"{at:%Y-%m-%dT%H:%M:%SZ}"
