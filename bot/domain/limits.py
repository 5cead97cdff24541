"""What the cause rules compare with: one field per limit with its unit and where it comes from. Labels have METRICS.

The values are published beside METRICS and can be replaced; `dataclasses.fields(CauseLimits)` lists them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from math import isfinite
from typing import NamedTuple

from bot.domain.metrics import METRICS, Metric


def _limit(value: float, unit: str, meaning: str, source: str) -> float:
    return field(default=value, metadata={"unit": unit, "meaning": meaning, "source": source})


JUDGEMENT = "our judgement"
ZOOM_NEEDS = "below what any Zoom video needs (600 kbps); our judgement"


@dataclass(frozen=True, slots=True)
class CauseLimits:
    """One limit per field; unit, meaning and source stand in the field's metadata."""

    sender_rated_people: float = _limit(4, "people", "rated people before a sender is named", JUDGEMENT)
    sender_listeners: float = _limit(2, "people", "listeners who must receive the sender badly", JUDGEMENT)
    sender_share_pct: float = _limit(60, "%", "share of the listeners who must receive the sender badly", JUDGEMENT)
    senders_at_most: float = _limit(2, "people", "bad senders in one medium; more is no sender's fault", JUDGEMENT)
    site_poor_people: float = _limit(2, "people", "poor people behind one public address", JUDGEMENT)
    site_share_pct: float = _limit(60, "%", "share of that site that must be poor", JUDGEMENT)
    elsewhere_share_pct: float = _limit(20, "%", "share of everybody else that may be poor", JUDGEMENT)
    data_center_poor_people: float = _limit(3, "people", "poor people on one data centre", JUDGEMENT)
    data_center_share_pct: float = _limit(60, "%", "share of the rated people that must be poor", JUDGEMENT)
    data_center_networks: float = _limit(3, "networks", "different public addresses of the poor people", JUDGEMENT)
    peer_latency_ratio: float = _limit(2, "x", "round trip beside that of people in the same place", JUDGEMENT)
    peer_latency_extra_ms: float = _limit(50, "ms", "and at least this much more than theirs", JUDGEMENT)
    flat_latency_ratio: float = _limit(0.75, "x", "lowest beside average round trip of a long way", JUDGEMENT)
    satellite_min_ms: float = _limit(
        480, "ms", "lowest round trip over a geostationary satellite", "physics: 4 x 35,786 km"
    )
    bloat_avg_ratio: float = _limit(3, "x", "average beside lowest round trip of a filled buffer", JUDGEMENT)
    bloat_max_ratio: float = _limit(5, "x", "highest beside lowest round trip of a filled buffer", JUDGEMENT)
    weak_rssi_dbm: float = _limit(
        -70, "dBm", "average Wi-Fi signal that is weak", "design target -67 dBm; -67 to -75 suffers"
    )
    narrow_kbps: float = _limit(400, "kbps", "highest video bitrate of a narrow line", ZOOM_NEEDS)
    narrow_lines: float = _limit(360, "lines", "picture height of a narrow line", JUDGEMENT)
    burst_ratio: float = _limit(10, "x", "highest beside average loss of bursts", JUDGEMENT)
    burst_minutes: float = _limit(3, "min", "measured time before bursts are believed", JUDGEMENT)
    alike_ratio: float = _limit(3, "x", "loss of one direction beside the other on a bad line", JUDGEMENT)
    cpu_bad_zoom_pct: float = _limit(60, "%", "Zoom's average share of the CPU that is too much", JUDGEMENT)
    cpu_warn_zoom_pct: float = _limit(40, "%", "Zoom's average share that is much, beside a full CPU", JUDGEMENT)
    cpu_warn_system_pct: float = _limit(95, "%", "the system's highest CPU use that counts as full", JUDGEMENT)
    spike_loss_pct: float = _limit(20, "%", "highest loss beside a good average that is worth a remark", JUDGEMENT)


DEFAULT_CAUSE_LIMITS = CauseLimits()


@dataclass(frozen=True, slots=True)
class Limits:
    """Everything that is compared with: the metrics behind the labels, and the limits behind the causes."""

    metrics: tuple[Metric, ...] = METRICS
    cause: CauseLimits = DEFAULT_CAUSE_LIMITS


DEFAULT_LIMITS = Limits()


def parse_limits(text: str) -> Limits:
    """Changes to the defaults: `loss=2/5/10 frame_rate=12/7 weak_rssi_dbm=-65`, good/fair/bad per metric.

    Raises:
        ValueError: an unknown name or a value that is no limit, with what would be right.
    """
    metrics = {metric.key: metric for metric in METRICS}
    cause = DEFAULT_CAUSE_LIMITS
    for pair in text.replace(",", " ").split():
        key, _, value = pair.partition("=")
        if key in metrics:
            metrics[key] = _metric(metrics[key], value)
        elif key in CauseLimits.__dataclass_fields__:
            cause = replace(cause, **{key: _numbers(key, value, 1)[0]})
        else:
            raise ValueError(f"{key[:40]} is no limit; `/qos limits` lists their names")
    return Limits(tuple(metrics.values()), cause)


def _metric(metric: Metric, value: str) -> Metric:
    numbers = _numbers(metric.key, value, 2 if metric.bad is None else 3)
    rising = sorted(numbers, reverse=metric.higher_is_better) == numbers and len(set(numbers)) == len(numbers)
    if not rising or numbers[-1] <= 0:
        raise ValueError(f"{metric.key} needs good, fair and bad in this order, e.g. loss=2/5/10 or frame_rate=12/7")
    good, fair, *bad = numbers
    source = f"set by LIMITS; default {metric.source}"
    return replace(metric, good=good, fair=fair, bad=bad[0] if bad else None, source=source)


def _numbers(key: str, value: str, count: int) -> list[float]:
    try:
        numbers = [float(number) for number in value.split("/")]
    except ValueError:
        numbers = []
    if len(numbers) != count or not all(isfinite(number) for number in numbers):
        example = "/".join(["good", "fair", "bad"][:count]) if count > 1 else "a number"
        raise ValueError(f"{key} needs {example}")
    return numbers


class LimitRow(NamedTuple):
    """One cause limit for display."""

    key: str
    value: float
    unit: str
    meaning: str
    source: str


def limit_rows(limits: CauseLimits = DEFAULT_CAUSE_LIMITS) -> tuple[LimitRow, ...]:
    """Every cause limit in the order of the table."""
    return tuple(
        LimitRow(f.name, getattr(limits, f.name), f.metadata["unit"], f.metadata["meaning"], f.metadata["source"])
        for f in fields(limits)
    )


@dataclass(frozen=True, slots=True)
class Yardstick:
    """The metrics by name and the cause limits: everything a rule compares with."""

    loss: Metric
    latency: Metric
    jitter: Metric
    frame_rate: Metric
    cause: CauseLimits


def yardstick(metrics: Sequence[Metric] = METRICS, limits: CauseLimits = DEFAULT_CAUSE_LIMITS) -> Yardstick:
    """Raises `KeyError` when one of the four metrics is missing from `metrics`."""
    by_key = {metric.key: metric for metric in metrics}
    return Yardstick(by_key["loss"], by_key["latency"], by_key["jitter"], by_key["frame_rate"], limits)
