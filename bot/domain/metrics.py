"""METRICS: one row per metric that decides a label, with its limits and where each limit comes from.

The limits are published: `/qos limits` prints this table and every report carries it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Metric:
    """Values up to `good` are good, up to `fair` fair, beyond poor; `bad` is the edge at which a stream is very poor.

    Where `higher_is_better`, values from `good` up are good, from `fair` up fair, below poor, and there is no bad edge.
    """

    key: str
    field: str
    label: str
    unit: str
    good: float
    fair: float
    bad: float | None
    source: str
    higher_is_better: bool = False


METRICS: tuple[Metric, ...] = (
    Metric(
        key="loss",
        field="loss_pct",
        label="packet loss",
        unit="%",
        good=2,
        fair=5,
        bad=10,
        source="Zoom recommends 2 %; Teams real-time analytics 5 %; Teams CQD 10 %",
    ),
    Metric(
        key="latency",
        field="latency_ms",
        label="round-trip latency",
        unit="ms",
        good=150,
        fair=300,
        bad=500,
        source="Zoom recommends 150 ms; Skype VIA study 320 ms, Sinch 300 ms; Teams CQD 500 ms",
    ),
    Metric(
        key="jitter",
        field="jitter_ms",
        label="jitter",
        unit="ms",
        good=30,
        fair=50,
        bad=100,
        source="Teams CQD and Twilio 30 ms; ITU-T Y.1541 50 ms; 100 ms is our judgement",
    ),
    Metric(
        key="frame_rate",
        field="frame_rate_fps",
        label="frame rate",
        unit="fps",
        good=12,
        fair=7,
        bad=None,
        source="Teams CQD 7 fps; 12 fps is our judgement; sent video and large received pictures only",
        higher_is_better=True,
    ),
)

METRIC = {metric.key: metric for metric in METRICS}
