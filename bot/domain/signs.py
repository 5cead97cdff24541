"""What one rated person's streams say in short: the worst number per metric and direction. Knows no other people."""

from collections.abc import Mapping
from typing import NamedTuple

from bot.domain.frozen import frozen
from bot.domain.limits import Yardstick
from bot.domain.model import Direction, Label, Media, Participant, Spread, Stream
from bot.domain.scoring import frame_rate_counts


class Worst(NamedTuple):
    """The stream with the largest average of one metric."""

    stream: Stream
    value: float
    spread: Spread


@frozen
class Signs:
    """None: not measured in any rated stream of that direction, or the person is good, so that nothing stands out.

    `beyond` holds the metrics that make the label; `typical_latency_ms` is the round trip of what the person heard,
    else the longest that was measured.
    """

    person: Participant
    sent_loss: Worst | None
    received_loss: Worst | None
    sent_jitter: Worst | None
    received_jitter: Worst | None
    latency: Worst | None
    slow_sent: Stream | None
    slow_received: Stream | None
    typical_latency_ms: float | None
    beyond: frozenset[str]


NOTHING: frozenset[str] = frozenset()


def read(person: Participant, yard: Yardstick) -> Signs:
    """Linear in the person's streams; streams without traffic or measurement do not count."""
    if person.label is Label.GOOD:
        return _nothing_stands_out(person)
    loss: dict[Direction, Worst] = {}
    jitter: dict[Direction, Worst] = {}
    slow: dict[Direction, Stream] = {}
    latency: Worst | None = None
    heard_latency: float | None = None
    for stream in person.streams:
        if stream.badness is None:
            continue
        if stream.loss_pct is not None:
            _keep_worst(loss, stream, stream.loss_pct)
        if stream.jitter_ms is not None:
            _keep_worst(jitter, stream, stream.jitter_ms)
        round_trip = stream.latency_ms
        if round_trip is not None and round_trip.avg is not None:
            if latency is None or round_trip.avg > latency.value:
                latency = Worst(stream, round_trip.avg, round_trip)
            if stream.media is Media.AUDIO and stream.direction is Direction.RECEIVED:
                heard_latency = round_trip.avg
        if stream.media is Media.VIDEO and stream.label is not Label.GOOD and _is_slow(stream, yard):
            slow[stream.direction] = stream
    sent, received = Direction.SENT, Direction.RECEIVED
    return Signs(
        person,
        loss.get(sent),
        loss.get(received),
        jitter.get(sent),
        jitter.get(received),
        latency,
        slow.get(sent),
        slow.get(received),
        latency.value if heard_latency is None and latency is not None else heard_latency,
        _label_makers(person.label, loss, jitter, latency, slow, yard),
    )


def _nothing_stands_out(person: Participant) -> Signs:
    """Most people are good, and their round trip is all that the others are compared with."""
    longest: float | None = None
    for stream in person.streams:
        round_trip = stream.latency_ms
        if stream.badness is None or round_trip is None or round_trip.avg is None:
            continue
        if stream.media is Media.AUDIO and stream.direction is Direction.RECEIVED:
            longest = round_trip.avg
            break
        if longest is None or round_trip.avg > longest:
            longest = round_trip.avg
    return Signs(person, None, None, None, None, None, None, None, longest, NOTHING)


def _keep_worst(found: dict[Direction, Worst], stream: Stream, spread: Spread) -> None:
    value = spread.avg
    if value is not None:
        known = found.get(stream.direction)
        if known is None or value > known.value:
            found[stream.direction] = Worst(stream, value, spread)


def _is_slow(stream: Stream, yard: Yardstick) -> bool:
    fps = stream.frame_rate_fps
    return (
        fps is not None
        and fps.avg is not None
        and fps.avg < yard.frame_rate.good
        and frame_rate_counts(stream.media, stream.direction, stream)
    )


def _label_makers(
    label: Label,
    loss: Mapping[Direction, Worst],
    jitter: Mapping[Direction, Worst],
    latency: Worst | None,
    slow: Mapping[Direction, Stream],
    yard: Yardstick,
) -> frozenset[str]:
    """Metrics of which some rated stream is as bad as the label says."""
    found = [
        metric.key
        for metric, value in (
            (yard.loss, highest(*loss.values())),
            (yard.latency, highest(latency)),
            (yard.jitter, highest(*jitter.values())),
        )
        if value is not None and value > (metric.fair if label is Label.POOR else metric.good)
    ]
    slowest = yard.frame_rate.fair if label is Label.POOR else yard.frame_rate.good
    if any(fps_of(stream) < slowest for stream in slow.values()):
        found.append("frame_rate")
    return frozenset(found)


def highest(*found: Worst | None) -> float | None:
    """The largest of the known values, None when none is known."""
    return max((worst.value for worst in found if worst is not None), default=None)


def fps_of(stream: Stream) -> float:
    """Average frame rate of a stream that was found slow, so it is known."""
    return (stream.frame_rate_fps.avg if stream.frame_rate_fps else None) or 0.0
