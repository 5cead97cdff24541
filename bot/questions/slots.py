"""What a question says beside its intent, as slot values: metric, media, statistic, comparator, filters, windows."""

from typing import Any

from bot.questions.asked import Intent
from bot.questions.heard import Heard
from bot.questions.lexicon import Unit

Found = dict[str, Any]
NO_PICTURE = frozenset((("picture", "of"), ("image", "of"), ("picture", "it")))
SYMPTOM_METRIC = {"choppy": "loss", "slideshow": "frame_rate", "frozen": "loss"}
SYMPTOM_MEDIA = {"blurry": "video", "frozen": "video", "slideshow": "video"}
UNIT_METRIC = {"%": "loss", "ms": "latency", "kbps": "bitrate", "fps": "frame_rate", "dBm": "rssi"}
HIGHER_IS_BETTER = frozenset(("rssi", "mos", "bitrate", "frame_rate"))
PLURALS = (
    "ones",
    "people",
    "offenders",
    "connections",
    "list",
    "ranking",
    "rank",
    "sort",
    "order",
    "calls",
    "all participants",
    "all",
    "everyone",
    "worst first",
    "best first",
)
"""Words of a ranking that asks for more than the first."""

OP_AFTER = frozenset((">=", "<="))
MEASURED = frozenset(("loss", "latency", "jitter", "bitrate", "cpu", "frame_rate", "mos", "rssi"))
NO_MEDIA = frozenset(
    (
        Intent.SHARE,
        Intent.EXPORT,
        Intent.SMALLTALK,
        Intent.OUT_OF_SCOPE,
        Intent.GLOSSARY,
        Intent.DEVICE_INFO,
        Intent.NETWORK_SAME,
    )
)
FILTERED = frozenset(
    (
        Intent.RANK_PARTICIPANTS,
        Intent.LIST_FILTER,
        Intent.COUNT,
        Intent.SUMMARISE,
        Intent.CHART,
        Intent.EXPORT,
        Intent.TIMELINE_ONSET,
    )
)
WITH_METRIC = frozenset(
    (
        Intent.RANK_PARTICIPANTS,
        Intent.COUNT,
        Intent.LIST_FILTER,
        Intent.PARTICIPANT_DETAIL,
        Intent.COMPARE_PARTICIPANTS,
        Intent.CHART,
        Intent.COMPARE_GROUPS,
        Intent.GROUP_BREAKDOWN,
        Intent.EXPLAIN_THRESHOLD,
        Intent.TIMELINE_ONSET,
        Intent.COMPARE_DIRECTION,
        Intent.COMPARE_MEDIA,
        Intent.COMPARE_TIME,
        Intent.COMPARE_MEETINGS,
        Intent.TIMELINE_AT,
        Intent.TIMELINE_SHAPE,
        Intent.DURATION_BAD,
        Intent.SCOPE_CHECK,
        Intent.CAUSE,
        Intent.ALERT_CONFIG,
        Intent.HISTORY_PARTICIPANT,
        Intent.HISTORY_GROUP,
        Intent.FILTER_TIME,
    )
)


def metric_of(heard: Heard, symptoms: bool = False) -> str | None:
    """The metric that is named; of ambiguous words only those that a number or a rank can be about."""
    named = [value for value in heard.values("metric") if value in MEASURED]
    if named:
        return str(named[0])
    if heard.values("lagging"):
        return "latency"
    unit = next((value[1] for value in heard.values("value")), None)
    if unit in UNIT_METRIC:
        return UNIT_METRIC[unit]
    return next((SYMPTOM_METRIC[s] for s in heard.values("symptom") if s in SYMPTOM_METRIC), None) if symptoms else None


def media_of(heard: Heard) -> list[str]:
    """Media that are named, else the one that a symptom belongs to."""
    units = [u for u in heard.units_of("media") if tuple(heard.words[u.start : u.end + 1]) not in NO_PICTURE]
    return list(dict.fromkeys(str(u.value) for u in units)) or [
        SYMPTOM_MEDIA[s] for s in heard.values("symptom") if s in SYMPTOM_MEDIA
    ]


def looked_at(heard: Heard, intent: Intent) -> Found:
    """Medium, direction, statistic and window: part of any question that names them."""
    found: Found = {}
    media, directions = ([] if intent in NO_MEDIA else media_of(heard)), heard.values("direction")
    if len(media) == 1:
        found["media"] = media[0]
    elif media:
        found["media"] = media
    if len(directions) == 1 and intent not in {Intent.GLOSSARY, Intent.COMPARE_DIRECTION, Intent.SHARE}:
        found["direction"] = directions[0]
    stats = heard.values("stat")
    if stats and intent in WITH_METRIC:
        found["stat"] = stats[0]
    if intent in WITH_METRIC and (metric := metric_of(heard)):
        found["metric"] = metric
    window = heard.first("window")
    if window and intent not in {Intent.COMPARE_TIME, Intent.ALERT_MUTE}:
        found["window"] = window
    elif (time := heard.first("time")) and intent in {
        Intent.RANK_PARTICIPANTS,
        Intent.COUNT,
        Intent.LIST_FILTER,
        Intent.PARTICIPANT_DETAIL,
        Intent.CAUSE,
    }:
        found["time"] = time
    if heard.lang:
        found["lang"] = heard.lang
    return found


def limit_of(heard: Heard) -> Found:
    """`{"op": ">", "value": 5}`: the comparator beside the number."""
    values = heard.units_of("value")
    numbers = values or [u for u in heard.units_of("number") if _beside_op(heard, u) and not _counts_people(heard, u)]
    if not numbers:
        return {}
    unit = numbers[0]
    lower = next((u.value for u in heard.units_of("number") if u.end <= unit.start), None)
    if heard.says("between") and lower is not None:
        return {"op": ">=", "value": lower}
    value = unit.value[0] if unit.concept == "value" else unit.value
    return {"op": _op(heard, unit), "value": value}


def _counts_people(heard: Heard, unit: Unit) -> bool:
    return any(one.start == unit.end for one in heard.units_of("people"))


def _beside_op(heard: Heard, unit: Unit) -> bool:
    ops = heard.units_of("op")
    return any(op.end == unit.start or op.start == unit.end for op in ops)


def _op(heard: Heard, unit: Unit) -> str:
    ops = heard.units_of("op")
    after = next((op.value for op in ops if op.start == unit.end and op.value in OP_AFTER), None)
    before = next((op.value for op in reversed(ops) if op.end <= unit.start), None)
    return str(after or before or ">")


def rank_order(heard: Heard) -> str:
    """Worst unless something good is asked for; of "highest" and "lowest" it depends on the metric."""
    metric = metric_of(heard, symptoms=True)
    bad = bool(heard.values("bad"))
    no_bad = no_breach(heard)
    orders, most = heard.values("order"), heard.first("most")
    if no_bad:
        return "best"
    if orders:
        return str(orders[0])
    if most and metric and not bad:
        return "best" if (most == "high") is (metric in HIGHER_IS_BETTER) else "worst"
    if most == "low" and bad:
        return "best"
    return "best" if heard.values("good") and not negated(heard, "good") else "worst"


def no_breach(heard: Heard) -> bool:
    """`zero problems`, `didn't struggle`: nobody bad is asked for."""
    return negated(heard, "bad") or (
        bool(heard.values("good"))
        and not heard.values("order")
        and bool(heard.values("who") or heard.values("anyone"))
        and not negated(heard, "good")
        and not heard.values("most")
    )


def negated(heard: Heard, concept: str) -> bool:
    """A negation up to three words before it."""
    nots = [unit.end for unit in heard.units_of("not", "without", "nobody")]
    return any(0 <= unit.start - end <= 3 for unit in heard.units_of(concept) for end in nots)


def how_many(heard: Heard) -> Found:
    """`n` and `offset` of a ranking."""
    ordinal = heard.first("ordinal")
    if ordinal and ordinal > 1:
        return {"n": 1, "offset": ordinal - 1}
    numbers = [
        u
        for u in ([] if heard.values("value") else heard.units_of("number"))
        if not _beside_op(heard, u) and isinstance(u.value, int) and 0 < u.value <= 1000
    ]
    if numbers:
        place = numbers[0]
        if place.start and heard.words[place.start - 1] in {"number", "no", "place"}:
            return {"n": 1, "offset": place.value - 1} if place.value > 1 else {"n": 1}
        return {"n": place.value}
    if heard.says("next", "runner up", "one after that", "came next", "who else", "next worst"):
        return {"n": 1, "offset": 1}
    plural = heard.says(*PLURALS)
    superlative = heard.values("order") or heard.values("most") or any(word.endswith("iest") for word in heard.words)
    one = heard.values("who") and (heard.values("symptom") or heard.values("lagging") or heard.says("ruined", "broke"))
    return {"n": 1} if (superlative or one) and not plural else {}
