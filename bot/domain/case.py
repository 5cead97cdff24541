"""One person's signs beside everybody else's: what the cause rules look at."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.frozen import frozen
from bot.domain.limits import Yardstick
from bot.domain.model import Direction, Label, Media, Participant
from bot.domain.patterns import Patterns
from bot.domain.places import Group
from bot.domain.senders import BadSender, received_badly
from bot.domain.signs import Signs


@frozen
class Hearing:
    """How many people received one medium, and how many of them badly."""

    receivers: int = 0
    badly: int = 0


NOBODY = Hearing()


@dataclass(frozen=True, slots=True)
class Crowd:
    """Everybody with a label, counted; sizes are people and how many of them are poor.

    Latencies are sorted, so that a median without one person costs one search.
    """

    rated: int
    poor: int
    affected: int
    latencies: tuple[float, ...]
    by_place: Mapping[str, tuple[float, ...]]
    hearing: Mapping[Media, Hearing]
    site_sizes: Mapping[str, tuple[int, int]]
    center_sizes: Mapping[str, tuple[int, int]]


def crowd(rated: Sequence[Signs], yard: Yardstick) -> Crowd:
    """Linear in people, but for sorting their latencies."""
    by_place: dict[str, list[float]] = {}
    latencies: list[float] = []
    hearing: dict[Media, list[int]] = {}
    sites: dict[str, list[int]] = {}
    centers: dict[str, list[int]] = {}
    poor = affected = 0
    for signs in rated:
        person = signs.person
        poor += person.label is Label.POOR
        affected += person.label is not Label.GOOD
        latency = signs.typical_latency_ms
        if latency is not None:
            latencies.append(latency)
            if person.location:
                by_place.setdefault(person.location, []).append(latency)
        for sizes, place in ((sites, person.network_group), (centers, person.data_center)):
            if place is not None:
                size = sizes.setdefault(place, [0, 0])
                size[0] += 1
                size[1] += person.label is Label.POOR
        for stream in person.streams:
            if stream.direction is Direction.RECEIVED and stream.badness is not None:
                count = hearing.setdefault(stream.media, [0, 0])
                count[0] += 1
                count[1] += received_badly(stream, yard)
    return Crowd(
        rated=len(rated),
        poor=poor,
        affected=affected,
        latencies=tuple(sorted(latencies)),
        by_place={place: tuple(sorted(values)) for place, values in by_place.items()},
        hearing={media: Hearing(*counts) for media, counts in hearing.items()},
        site_sizes={network: (all_of_it, bad) for network, (all_of_it, bad) in sites.items()},
        center_sizes={center: (all_of_it, bad) for center, (all_of_it, bad) in centers.items()},
    )


def median_without(values: Sequence[float], own: float | None) -> float | None:
    """Median of sorted `values` with one occurrence of `own` left out; None when nothing is left.

    >>> median_without((40, 60, 500), 500)
    50.0
    """
    gap = len(values) if own is None else bisect_left(values, own)
    size = len(values) - (gap < len(values))
    if size <= 0:
        return None
    low, high = (size - 1) // 2, size // 2
    return (values[low + (low >= gap)] + values[high + (high >= gap)]) / 2


@frozen
class Case:
    """Everything a rule may look at. `place_latency_ms` is the median round trip of others in the same place."""

    signs: Signs
    crowd: Crowd
    yard: Yardstick
    heard_from: tuple[BadSender, ...] = ()
    sent_badly: tuple[BadSender, ...] = ()
    site: Group | None = None
    data_center: Group | None = None
    place_latency_ms: float | None = None
    place_people: int = 0

    @property
    def person(self) -> Participant:
        return self.signs.person

    @property
    def others(self) -> int:
        return self.crowd.rated - 1

    @property
    def others_poor(self) -> int:
        return self.crowd.poor - (self.person.label is Label.POOR)

    @property
    def others_affected(self) -> int:
        return self.crowd.affected - (self.person.label is not Label.GOOD)

    def other_receivers(self, media: Media) -> Hearing:
        """Everybody else who received this medium; how many of them badly."""
        everybody = self.crowd.hearing.get(media, NOBODY)
        for own in self.person.streams:
            if own.media is media and own.direction is Direction.RECEIVED and own.badness is not None:
                return Hearing(everybody.receivers - 1, everybody.badly - received_badly(own, self.yard))
        return everybody


def case(signs: Signs, around: Crowd, patterns: Patterns, yard: Yardstick) -> Case:
    """Constant work per person, but for one search among the latencies of their place."""
    key, place = signs.person.key, signs.person.location
    own = signs.typical_latency_ms
    peers = around.by_place.get(place, ()) if place else ()
    return Case(
        signs,
        around,
        yard,
        patterns.sender_of(key),
        patterns.sent_badly(key),
        patterns.site_of(key),
        patterns.data_center_of(key),
        median_without(peers, own),
        len(peers) - (own is not None and bool(peers)),
    )
