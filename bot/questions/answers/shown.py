"""This call's own value beside an explanation: the worst of a quantity in one sentence. Explains nothing."""

from collections.abc import Callable

from bot.blocks.names import clean
from bot.blocks.words import KINDS
from bot.domain.model import CpuLabel, Participant
from bot.domain.shared_words import listed
from bot.questions.answer import Receipt
from bot.questions.pen import Pen
from bot.questions.phrasing import names, stream_number
from bot.questions.quoting import quoted
from bot.questions.worst import worst_measured


def shown(pen: Pen, what: str) -> str:
    """The sentence for a metric or another quantity; empty where nothing is to be shown of it."""
    if not what:
        return ""
    if what in EXAMPLES:
        return EXAMPLES[what](pen)
    found = worst_measured(pen.facts.report, what)
    if found is None:
        return f"It was not measured for anybody in this {KINDS[pen.facts.report.subject.kind]}."
    person, stream = found
    return f"Worst in this call: {pen.name(person.key)}, {stream_number(pen, person, stream, what)}."


def _people(pen: Pen) -> tuple[Participant, ...]:
    return pen.facts.report.participants


def _rssi(pen: Pen) -> str:
    known = [p for p in _people(pen) if p.wifi_rssi_dbm is not None]
    worst = min(known, key=lambda p: p.wifi_rssi_dbm or 0.0, default=None)
    if worst is None:
        return "Zoom sent no signal strength for anybody in this call."
    value = pen.of_person(worst, "rssi", worst.wifi_rssi_dbm, "dBm", "avg", "avg_rssi")
    limit = pen.limit("rssi", pen.facts.report.limits.cause.weak_rssi_dbm)
    return f"Weakest in this call: {pen.name(worst.key)}, {value} on average (weak is {limit} or less)."


def _cpu(pen: Pen) -> str:
    known = [p for p in _people(pen) if p.cpu.label is not CpuLabel.UNKNOWN and p.cpu.zoom_avg_pct is not None]
    worst = max(known, key=lambda p: p.cpu.zoom_avg_pct or 0.0, default=None)
    if worst is None:
        return "No CPU numbers were sent for anybody in this call."
    value = pen.of_person(worst, "cpu", worst.cpu.zoom_avg_pct, "%", "avg", "zoom_avg_cpu_usage")
    pressure = f", pressure {worst.cpu.pressure}" if worst.cpu.pressure else ""
    return f"Busiest in this call: {pen.name(worst.key)}, Zoom average {value}{pressure}."


def _estimate(pen: Pen, of_r: bool) -> str:
    known = [p for p in _people(pen) if (p.r_estimate if of_r else p.mos_estimate) is not None]
    worst = min(known, key=lambda p: p.r_estimate or 0.0, default=None)
    if worst is None:
        return "It could not be estimated for anybody in this call."
    value = (worst.r_estimate if of_r else worst.mos_estimate) or 0.0
    name = pen.name(worst.key)
    metric = "r" if of_r else "mos"
    pen.receipts.append(Receipt("derived", value, None, "estimate", metric, name, "audio", "received"))
    return f"Lowest estimate in this call: {name}, {value:.1f}."


def _resolution(pen: Pen) -> str:
    sizes = {s.resolution: p for p in _people(pen) for s in p.streams if s.resolution and s.media == "video"}
    if not sizes:
        return "Zoom sent no picture sizes for this call."
    smallest = min(sizes, key=_pixels)
    return f"Smallest in this call: {quoted(pen, smallest)} ({pen.name(sizes[smallest].key)})."


def _pixels(size: str) -> int:
    width, _, height = size.partition("*")
    return int(width) * int(height) if width.isdecimal() and height.isdecimal() else 0


def _data_center(pen: Pen) -> str:
    found = sorted({name for p in _people(pen) if (name := clean(p.data_center))})
    return f"In this call: {quoted(pen, listed(found[:4]))}." if found else "Zoom named none for this call."


def _tunnel(pen: Pen) -> str:
    found = [p for p in _people(pen) if p.cause.code == "vpn_or_proxy"]
    return (
        f"It is the likely cause for {names(pen, found)}." if found else "Nobody's numbers look like one in this call."
    )


def _connection(pen: Pen) -> str:
    by_type: dict[str, int] = {}
    for person in _people(pen):
        if word := clean(person.connection_type, 20):
            by_type[word] = by_type.get(word, 0) + 1
    if not by_type:
        return "Zoom sent no connection types for this call."
    parts = [
        f"{quoted(pen, word)} {pen.count(n)}" for word, n in sorted(by_type.items(), key=lambda i: (-i[1], i[0]))[:4]
    ]
    return f"People in this call by connection: {', '.join(parts)}."


EXAMPLES: dict[str, Callable[[Pen], str]] = {
    "rssi": _rssi,
    "cpu": _cpu,
    "mos": lambda pen: _estimate(pen, of_r=False),
    "r": lambda pen: _estimate(pen, of_r=True),
    "resolution": _resolution,
    "data_center": _data_center,
    "vpn": _tunnel,
    "connection": _connection,
}
