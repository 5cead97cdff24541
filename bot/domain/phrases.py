"""Numbers in words for evidence: loss to one decimal under 10 %, ms and kbps whole, always with unit and limit.

Beside a limit a number has as many more digits as it takes to stand on its side of it: `5.04 % (limit 5 %)`.

Sentences here are phrases: lower case, no full stop, so that they can be joined. No names, no addresses.
"""

from bot.domain.limits import Yardstick
from bot.domain.metrics import Metric
from bot.domain.model import Direction, Media, Participant, Spread, Stream
from bot.domain.signs import Worst, fps_of

ROUNDS_TO_TEN = 9.95
MOST_DECIMALS = 15
MEDIA_WORDS = {Media.AUDIO: "audio", Media.VIDEO: "video", Media.SHARE: "screen share"}


def decimals(value: float, least: int, limit: float | None) -> int:
    """How many decimals to print: `least`, and more while the printed number is not on the value's side of the limit.

    >>> decimals(5.04, 1, 5), decimals(150.4, 0, 150), decimals(5.0, 1, 5), decimals(7.94, 1, 5)
    (2, 1, 1, 1)
    """
    if limit is None:
        return least
    side = _side(value, limit)
    return next((n for n in range(least, MOST_DECIMALS) if _side(round(value, n), limit) == side), MOST_DECIMALS)


def _side(value: float, limit: float) -> int:
    return (value > limit) - (value < limit)


def number(value: float, unit: str, limit: float | None = None) -> str:
    """`7.9 %`, `22 %`, `61 ms`: one decimal for percentages under ten and frame rates, more beside a near limit."""
    one_decimal = (unit == "%" and value < ROUNDS_TO_TEN) or unit == "fps"
    return f"{value:.{decimals(value, int(one_decimal), limit)}f} {unit}"


def bound(value: float, unit: str) -> str:
    """A limit as it is written in the table: `5 %`, `2.5 %`."""
    return f"{value:g} {unit}"


def percent(part: int, whole: int) -> int:
    """Whole percent; 0 of nobody."""
    return round(100 * part / whole) if whole else 0


def counted(n: float, one: str, many: str) -> str:
    """`1 person`, `3 people`."""
    return f"{n:.0f} {one if n == 1 else many}"


def stream_name(stream: Stream) -> str:
    """`audio sent`."""
    return f"{MEDIA_WORDS[stream.media]} {stream.direction}"


def limit_crossed(metric: Metric, value: float) -> float:
    """The fair limit for a poor value, else the good limit."""
    over = value < metric.fair if metric.higher_is_better else value > metric.fair
    return metric.fair if over else metric.good


def measured(worst: Worst, metric: Metric) -> str:
    """`audio sent: average packet loss 7.9 % (max 22 %, limit 5 %)`."""
    limit, unit = limit_crossed(metric, worst.value), metric.unit
    average = f"average {metric.label} {number(worst.value, unit, limit)}"
    peak = "" if worst.spread.max is None else f"max {number(worst.spread.max, unit)}, "
    return f"{stream_name(worst.stream)}: {average} ({peak}limit {bound(limit, unit)})"


def side(direction: Direction, loss: Worst | None, yard: Yardstick) -> str:
    """`what was received is clean: loss 0.1 % (limit 2 %)`, or that it was not measured."""
    if loss is None:
        return f"{direction}: nothing measured"
    word, limit = "clean" if loss.value <= yard.loss.good else "bad", yard.loss.good
    return f"{direction} {word}: average loss {number(loss.value, '%', limit)} (limit {bound(limit, '%')})"


def round_trip(latency: Worst | None, yard: Yardstick) -> str:
    """`round trip 61 ms on average is normal (limit 150 ms)`."""
    if latency is None:
        return "round trip not measured"
    word = "is normal" if latency.value <= yard.latency.good else "is long"
    limit = limit_crossed(yard.latency, latency.value)
    return f"round trip {number(latency.value, 'ms', limit)} on average {word} (limit {bound(limit, 'ms')})"


def latency_shape(spread: Spread) -> str:
    """`round trip lowest 230 ms, average 245 ms, highest 260 ms`."""
    parts = (("lowest", spread.min), ("average", spread.avg), ("highest", spread.max))
    return "round trip " + ", ".join(f"{word} {number(v, 'ms')}" for word, v in parts if v is not None)


def slow_picture(stream: Stream, yard: Yardstick) -> str:
    """`video sent: average frame rate 5 fps (limit 7 fps)`."""
    fps = fps_of(stream)
    limit = limit_crossed(yard.frame_rate, fps)
    return f"{stream_name(stream)}: average frame rate {number(fps, 'fps', limit)} (limit {bound(limit, 'fps')})"


def computer(person: Participant) -> str:
    """`Zoom used 12 % of the CPU on average, pressure normal`; says so when nothing is known."""
    cpu = person.cpu
    parts = [] if cpu.zoom_avg_pct is None else [f"Zoom used {cpu.zoom_avg_pct:.0f} % of the CPU on average"]
    parts += [] if cpu.pressure is None else [f"CPU pressure {cpu.pressure}"]
    return ", ".join(parts) or "CPU not measured"
