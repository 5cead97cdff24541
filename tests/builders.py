"""Builders of domain values for tests: everything has a believable default, and a test names only what it is about."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.domain.metrics import METRIC
from bot.domain.model import (
    CallUuid,
    Cause,
    Cpu,
    DecidedBy,
    Direction,
    DirectionNote,
    Kind,
    Label,
    Media,
    MeetingNumber,
    Participant,
    Reading,
    Report,
    Scope,
    Source,
    Spread,
    Stream,
    Subject,
    Verdict,
    View,
)

START = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
END = datetime(2026, 11, 24, 10, 45, tzinfo=UTC)
NOW = datetime(2026, 11, 24, 10, 52, tzinfo=UTC)


def spread(avg: float | None, maximum: float | None = None, minimum: float | None = None) -> Spread | None:
    return None if avg is None else Spread(minimum, avg, maximum)


def stream(
    media: Media = Media.AUDIO,
    direction: Direction = Direction.RECEIVED,
    loss: float | None = 0.1,
    latency: float | None = 61,
    jitter: float | None = 9,
    *,
    label: Label | None = Label.GOOD,
    loss_max: float | None = None,
    **changes: Any,
) -> Stream:
    """A good stream of received audio, unless told otherwise."""
    values: dict[str, Any] = {
        "loss_pct": spread(loss, loss_max),
        "latency_ms": spread(latency),
        "jitter_ms": spread(jitter),
        "bitrate_kbps": spread(64),
        "label": label,
        "badness": None if label is None else 0.4,
        "worst_metric": None if label is None else "loss",
    }
    return Stream(media, direction, **(values | changes))


def decided(metric: str, media: Media, direction: Direction, value: float, label: Label) -> DecidedBy:
    """`value` beyond the limit that makes `label`."""
    row = METRIC[metric]
    return DecidedBy(metric, media, direction, value, row.fair if label is Label.POOR else row.good, row.unit)


def participant(
    key: str = "16778240",
    name: str | None = "Lee Park",
    label: Label = Label.GOOD,
    streams: Sequence[Stream] | None = None,
    **changes: Any,
) -> Participant:
    """A good participant with clean audio and video, unless told otherwise."""
    default = (stream(), stream(direction=Direction.SENT), stream(Media.VIDEO, loss=0.3, latency=70, jitter=12))
    values: dict[str, Any] = {
        "participant_ids": (key,),
        "email": None,
        "cpu": Cpu(),
        "score": None if label is Label.UNRATED else 90,
        "cause": Cause("none" if label is Label.GOOD else "unknown"),
    }
    return Participant(
        key=key, name=name, label=label, streams=tuple(default if streams is None else streams), **(values | changes)
    )


def report(people: Sequence[Participant], text: str = "", **changes: Any) -> Report:
    """A report of `people` in the given order; ranks and counts follow from their labels."""
    ranked = tuple(
        replace(person, rank=None if person.label is Label.UNRATED else place)
        for place, person in enumerate(people, start=1)
    )
    count = {label: sum(p.label is label for p in people) for label in Label}
    rated = len(people) - count[Label.UNRATED]
    affected = [p for p in people if p.label is Label.POOR] or [p for p in people if p.label is Label.FAIR]
    scope = (
        Scope.CANT_TELL
        if not rated
        else Scope.NOBODY
        if not affected
        else Scope.ONE
        if len(affected) == 1
        else Scope.SEVERAL
    )
    words = text or {
        Scope.CANT_TELL: f"Can't tell: {rated} of {len(people)} people measured",
        Scope.NOBODY: f"Nobody had trouble: {rated} of {rated} good",
    }.get(scope, f"{len(affected)} of {rated} had trouble")
    values: dict[str, Any] = {
        "subject": Subject(
            Kind.MEETING, MeetingNumber("85812345678"), CallUuid("abc=="), "Weekly sync", "Ana Souza", START, END
        ),
        "source": Source.REST,
        "as_of": NOW,
        "complete": True,
        "missing": (),
        "direction": DirectionNote(Reading.DOCUMENTED),
        "verdict": Verdict(
            scope,
            words,
            tuple(p.key for p in affected),
            rated=rated,
            poor=count[Label.POOR],
            fair=count[Label.FAIR],
            good=count[Label.GOOD],
            unrated=count[Label.UNRATED],
        ),
        "participants": ranked,
        "view": View(),
    }
    return Report(**(values | changes))


def kofi(**changes: Any) -> Participant:
    """Sent audio broke up; everything he received was fine."""
    sent = stream(
        direction=Direction.SENT,
        loss=7.9,
        latency=61,
        jitter=14,
        label=Label.POOR,
        loss_max=22,
        badness=2.58,
        worst_metric="loss",
    )
    values: dict[str, Any] = {
        "streams": (sent, stream(loss=0.1)),
        "decided_by": decided("loss", Media.AUDIO, Direction.SENT, 7.9, Label.POOR),
        "score": 36,
        "network_type": "Wifi",
        "cause": Cause(
            "own_uplink",
            "medium",
            (
                "audio sent: average packet loss 7.9 % (limit 5 %)",
                "received well (0.1 %)",
                "round trip 61 ms is normal",
            ),
            "a cable instead of Wi-Fi, stop uploads or cloud backups",
            ("the meeting as a whole (nobody else was affected)",),
        ),
    }
    return participant(**({"key": "16778240", "name": "Kofi Mensah", "label": Label.POOR} | values | changes))


def ana(**changes: Any) -> Participant:
    """Far from the data centre."""
    video = stream(
        Media.VIDEO,
        loss=0.4,
        latency=212,
        jitter=11,
        label=Label.FAIR,
        badness=1.41,
        worst_metric="latency",
        loss_max=None,
    )
    values: dict[str, Any] = {
        "streams": (video, stream(loss=0.2, latency=140)),
        "decided_by": decided("latency", Media.VIDEO, Direction.RECEIVED, 212, Label.FAIR),
        "score": 65,
        "cause": Cause("distance", "medium", ("Lisbon to a US data centre",), "nothing to do at her end"),
    }
    return participant(**({"key": "16778241", "name": "Ana Souza", "label": Label.FAIR} | values | changes))


def good_people(count: int, first: int = 16778300) -> list[Participant]:
    return [participant(str(first + n), f"Person {n + 1}") for n in range(count)]


def dialled_in(key: str = "16779000", reason: str = "dialled in, nothing measured") -> Participant:
    return participant(key, "+1 *** 0199", Label.UNRATED, streams=(), unrated_reason=reason)


def weekly_sync(**changes: Any) -> Report:
    """The meeting of the style guide: Kofi poor, Ana fair, 12 good, one not rated."""
    people = [kofi(), ana(), *good_people(12), dialled_in()]
    return report(people, "Mostly fine: only Kofi Mensah had a poor call (1 of 14 rated)", **changes)
