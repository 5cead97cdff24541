"""Each join of a call as events tell it, with its minutes rated. Remembers what it made: one event changes one join."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.domain.feed import CallTold, LegTold, Sample, instant
from bot.domain.feed_call import heard_leg
from bot.domain.limits import Limits
from bot.domain.minutes import Minute, latest, minute
from bot.domain.model import CallUuid, Kind, Leg
from bot.domain.people import Directions

MINUTES_KEPT = 16_384
"""Rated minutes of the calls looked at last, some 40 MB."""


@dataclass(frozen=True, slots=True)
class Join:
    """What was made of `told`. `minutes` are in the order of `latest(told)`."""

    told: LegTold
    leg: Leg
    minutes: tuple[Minute, ...]


class Joins(Protocol):
    """Makes the joins of a call, by participant id."""

    def __call__(self, told: CallTold, directions: Directions, limits: Limits, /) -> Mapping[str, Join]: ...


def joins_anew(told: CallTold, directions: Directions, limits: Limits) -> Mapping[str, Join]:
    """All of them, whatever was made before."""
    return {key: _join(leg, directions, limits, None) for key, leg in told.legs.items()}


class RememberedJoins:
    """The same, but a join that is as it was when its call was asked for last is not made again.

    For one user at a time, with the same directions for a kind and the same limits each time.
    """

    def __init__(self, minutes_kept: int = MINUTES_KEPT) -> None:
        self._minutes_kept = minutes_kept
        self._calls: dict[tuple[Kind, CallUuid], dict[str, Join]] = {}
        self._minutes = 0

    def __call__(self, told: CallTold, directions: Directions, limits: Limits, /) -> Mapping[str, Join]:
        before = self._calls.pop((told.kind, told.uuid), {})
        now: dict[str, Join] = {}
        for key, leg in told.legs.items():
            known = before.get(key)
            same = known is not None and known.told == leg
            now[key] = known if known is not None and same else _join(leg, directions, limits, known)
        self._minutes += _count(now) - _count(before)
        self._calls[told.kind, told.uuid] = now
        while self._minutes > self._minutes_kept and len(self._calls) > 1:
            self._minutes -= _count(self._calls.pop(next(iter(self._calls))))
        return now


def _count(joins: Mapping[str, Join]) -> int:
    """A join counts as a minute more, so that what has no minutes goes as well."""
    return sum(1 + len(join.minutes) for join in joins.values())


def _join(told: LegTold, directions: Directions, limits: Limits, before: Join | None) -> Join:
    known: dict[int, tuple[Sample, Minute]] = {}
    if before is not None:
        pairs = zip(latest(before.told).items(), before.minutes, strict=True)
        known = {at_ms: (sample, made) for (at_ms, sample), made in pairs}

    def rated(at_ms: int, sample: Sample) -> Minute:
        was = known.get(at_ms)
        if was is not None and was[0] is sample:
            return was[1]
        return minute(instant(at_ms), told.participant_id, sample.measured, directions, limits)

    return Join(told, heard_leg(told), tuple(rated(*pair) for pair in latest(told).items()))
