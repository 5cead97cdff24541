"""What a label and a number mean: the rule with the limits in force, and one example of this call."""

from collections.abc import Mapping
from math import isfinite

from bot.blocks.lines import Line, code
from bot.blocks.words import metric_word
from bot.domain.metrics import METRIC, Metric
from bot.domain.model import Label
from bot.domain.scoring import badness, label_of
from bot.questions.answer import Answer
from bot.questions.answers.shown import shown
from bot.questions.asked import Intent
from bot.questions.pen import Pen
from bot.questions.phrasing import deciding, label_word, word
from bot.questions.row import Asked, Row
from bot.questions.whom import named, whom

NOTICED: Mapping[tuple[str, Label], str] = {
    ("loss", Label.GOOD): "nobody should notice it",
    ("loss", Label.FAIR): "attentive people hear or see short gaps",
    ("loss", Label.POOR): "sound has gaps and pictures freeze",
    ("latency", Label.GOOD): "nobody should notice it",
    ("latency", Label.FAIR): "people start to talk over each other",
    ("latency", Label.POOR): "talking over each other is hard to avoid",
    ("jitter", Label.GOOD): "nobody should notice it",
    ("jitter", Label.FAIR): "sound may get uneven at times",
    ("jitter", Label.POOR): "sound gets uneven or metallic",
    ("frame_rate", Label.GOOD): "movement looks smooth",
    ("frame_rate", Label.FAIR): "movement looks a little jerky",
    ("frame_rate", Label.POOR): "the picture jerks",
}
OVER = {False: "over", True: "under"}


def score(asked: Asked) -> Answer:
    """Which averages make poor and fair, that the worst stream decides, one example, where it is changed."""
    pen = Pen(asked.facts)
    wanted = word(asked.reading.slots, "label")
    fair_first = wanted == Label.FAIR
    if wanted == Label.UNRATED:
        return _unrated(pen, asked)
    poor_rule = f"Poor means that one average is beyond its limit: {_edges(pen, 'fair')}"
    fair_rule = f"Fair begins at: {_edges(pen, 'good')}"
    good = "Good means that every average is within the first limits"
    first, second = (fair_rule, poor_rule) if fair_first else (poor_rule, fair_rule)
    if wanted == Label.GOOD:
        first, second = f"{good}, so not {_edges(pen, 'good')}", poor_rule
    lines: list[Line] = [
        [f"{first}."],
        [f"{second}. The worst medium and direction decides; a maximum never does, and Zoom's own label is not used."],
        [_example(pen, asked)],
        ["All limits: ", code("/qos limits"), "; whoever runs the bot changes them with the setting LIMITS."],
    ]
    return pen.written(lines, suggestions=("who had it worst?", "what is jitter?", "how sure are you?"))


def _unrated(pen: Pen, asked: Asked) -> Answer:
    people = [p for p in asked.facts.report.participants if p.label is Label.UNRATED]
    lines: list[Line] = [["Not rated means that too little was measured to judge: neither good nor bad."]]
    count = len(people)
    lines.append([f"In this call: {pen.count(count)} {'person' if count == 1 else 'people'}."])
    return pen.written(lines, suggestions=("is the data complete?", "who had it worst?"))


def _edges(pen: Pen, edge: str) -> str:
    """`average loss over 5 %, latency over 300 ms, …` with the limits in force."""
    parts = []
    for metric in asked_metrics(pen):
        sent = "sent " if metric.key == "frame_rate" else ""
        value = pen.limit(metric.key, getattr(metric, edge))
        parts.append(f"{sent}{metric_word(metric.key)} {OVER[metric.higher_is_better]} {value}")
    return ", ".join(parts)


def asked_metrics(pen: Pen) -> tuple[Metric, ...]:
    """The metrics behind the labels, limits in force."""
    return pen.facts.report.limits.metrics


def _example(pen: Pen, asked: Asked) -> str:
    person = named(asked)[0] if named(asked) else whom(asked).first
    if person is None:
        return "Nobody in this call is rated, so there is no example."
    number = deciding(pen, person)
    points = (
        "" if person.score is None else f", score {pen.count(person.score, 'points')} of {pen.count(100, 'points')}"
    )
    return f"Example: {pen.name(person.key)} is {label_word(person)}{points}: {number or 'nothing measured'}."


# --- one value -------------------------------------------------------------------------------------------------------


def threshold(asked: Asked) -> Answer:
    """How good or bad a value is by the limits in force, what people notice of it, the call's own worst beside it."""
    pen, slots = Pen(asked.facts), asked.reading.slots
    key, value = slots.get("metric"), _number(slots.get("value"))
    rows = {metric.key: metric for metric in asked_metrics(pen)}
    if not isinstance(key, str) or key in {"overall", "inherit"}:
        key = _of_last_answer(asked) if value is not None or key == "inherit" else None
    if key in OTHERS:
        return pen.written([[OTHERS[key](pen, value)], *_worst(pen, key)], suggestions=_SUGGESTED)
    metric = rows.get(key or "")
    if metric is None:
        line = f"The limits of poor: {_edges(pen, 'fair')}; of fair: {_edges(pen, 'good')}."
        return pen.written([[line], [_example(pen, asked)]], suggestions=_SUGGESTED)
    if value is None:
        lines: list[Line] = [[f"{metric.label.capitalize()}: {_bands(pen, metric)}. Averages decide, never a maximum."]]
        return pen.written([*lines, *_worst(pen, metric.key)], suggestions=_SUGGESTED)
    label = label_of(badness(metric, value))
    word, unit = metric_word(metric.key), metric.unit
    lines = [
        [f"{pen.asked(value, unit, metric.key)} average {word} is {label}: {NOTICED[(metric.key, label)]}."],
        [f"{metric.label.capitalize()}: {_bands(pen, metric)}. Averages decide, never a maximum."],
        *_worst(pen, metric.key),
    ]
    return pen.written(lines, suggestions=_SUGGESTED)


_SUGGESTED = ("who had it worst?", "what does poor mean here?")


def _bands(pen: Pen, metric: Metric) -> str:
    """`good up to 2 %, fair up to 5 %, poor above`."""
    good, fair = pen.limit(metric.key, metric.good), pen.limit(metric.key, metric.fair)
    if metric.higher_is_better:
        return f"good from {good} up, fair from {fair} up, poor below"
    return f"good up to {good}, fair up to {fair}, poor above"


def _number(value: object) -> float | None:
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or not isfinite(value)
        or not 0 <= abs(value) < 1e9
    ):
        return None
    return float(value)


def _of_last_answer(asked: Asked) -> str | None:
    """The metric that the thread last spoke of, else the one that decided the worst person's label."""
    for turn in reversed(asked.turns):
        metric = word(turn.slots, "metric")
        if metric in METRIC:
            return metric
    person = whom(asked).first
    return person.decided_by.metric if person and person.decided_by else None


def _worst(pen: Pen, metric: str) -> list[Line]:
    return [[shown(pen, metric)]]


# --- metrics without a part in the label -----------------------------------------------------------------------------


def _rssi(pen: Pen, value: float | None) -> str:
    limit = pen.facts.report.limits.cause.weak_rssi_dbm
    edge = pen.limit("rssi", limit)
    if value is None:
        return f"Wi-Fi signal: {edge} or less on average counts as weak; closer to zero is stronger. It makes no label."
    word = "weak" if -abs(value) <= limit else "not weak"
    return (
        f"{pen.asked(-abs(value), 'dBm', 'rssi')} Wi-Fi signal is {word} (weak is {edge} or less). It makes no label."
    )


def _cpu(pen: Pen, value: float | None) -> str:
    edge = pen.asked(pen.facts.report.limits.cause.cpu_bad_zoom_pct, "%", "cpu")
    if value is None:
        return f"CPU: Zoom using {edge} or more on average counts as overloaded, a system maximum alone does not."
    word = "overloaded" if value >= pen.facts.report.limits.cause.cpu_bad_zoom_pct else "not overloaded"
    return f"{pen.asked(value, '%', 'cpu')} CPU by Zoom on average is {word} (overloaded is {edge} or more)."


def _bitrate(pen: Pen, value: float | None) -> str:
    edge = pen.asked(pen.facts.report.limits.cause.narrow_kbps, "kbps", "bitrate")
    start = "Bitrate" if value is None else f"{pen.asked(value, 'kbps', 'bitrate')}"
    return f"{start} makes no label: the need depends on the picture. Video that never gets over {edge} is narrow."


def _mos(pen: Pen, value: float | None) -> str:
    start = "A MOS" if value is None else f"A MOS of {pen.asked(value, '', 'mos')}"
    return (
        f"{start} makes no label here: it is an estimate of how listening feels, higher is better, from received audio."
    )


OTHERS = {"rssi": _rssi, "cpu": _cpu, "bitrate": _bitrate, "mos": _mos}

ROWS: tuple[Row, ...] = (Row(Intent.EXPLAIN_SCORE, score), Row(Intent.EXPLAIN_THRESHOLD, threshold))
