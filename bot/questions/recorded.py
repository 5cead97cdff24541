"""The per-minute records of a call, and the orders in which answers look at them, each made once. Judges nothing."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from bot.domain.minutes import Minute, by_clock, clock_minute
from bot.domain.model import Stream

Streams = tuple[Stream, ...]
_Place = tuple[datetime, int]
"""When a record was taken, and where it stands among all of them."""


class Recorded(tuple[Minute, ...]):
    """All records of one call. Large: a call of 1,000 people has 45,000 of them in 45 minutes, so keep few of these."""

    @cached_property
    def by_clock(self) -> Mapping[datetime, list[Minute]]:
        """Clock minute to the records in it."""
        return by_clock(self)

    @cached_property
    def bounds(self) -> tuple[datetime, datetime] | None:
        """The earliest and the latest record's own time; None where there is none."""
        if not self:
            return None
        first, last = min(self.by_clock), max(self.by_clock)
        return min(m.at for m in self.by_clock[first]), max(m.at for m in self.by_clock[last])

    @cached_property
    def _places(self) -> Mapping[str, list[_Place]]:
        """Participant id of a join to the places of its records, in time."""
        found: dict[str, list[_Place]] = {}
        for place, record in enumerate(self):
            found.setdefault(record.participant_id, []).append((record.at, place))
        for places in found.values():
            places.sort()
        return found

    @cached_property
    def joins(self) -> tuple[str, ...]:
        """Participant ids of joins, whichever was on record first before the others."""
        return tuple(sorted(self._places, key=lambda join: self._places[join][0]))

    @cached_property
    def _of(self) -> dict[tuple[str, ...], dict[datetime, Streams]]:
        return {}

    def of(self, joins: tuple[str, ...]) -> Mapping[datetime, Streams]:
        """Clock minute, in order, to what was measured in it of the person with these joins."""
        if joins not in self._of:
            found = self._of[joins] = {}
            for at, place in sorted(one for join in joins for one in self._places.get(join, ())):
                minute = clock_minute(at)
                found[minute] = (*found[minute], *self[place].streams) if minute in found else self[place].streams
        return self._of[joins]

    @cached_property
    def _badness(self) -> dict[tuple[str, ...], dict[datetime, float]]:
        return {}

    def badness(self, joins: tuple[str, ...]) -> Mapping[datetime, float]:
        """Clock minute, in order, to the badness of the worst stream; minutes without anything rated are left out."""
        if joins not in self._badness:
            rated = {
                at: [s.badness for s in streams if s.badness is not None] for at, streams in self.of(joins).items()
            }
            self._badness[joins] = {at: max(found) for at, found in rated.items() if found}
        return self._badness[joins]


@dataclass(frozen=True, slots=True)
class ByPerson(Mapping[str, Mapping[datetime, Streams]]):
    """Participant key to clock minute, in order, to what was measured in it; put in order for those who are asked for.

    `joins`: key to the ids under which somebody is on record.
    """

    recorded: Recorded
    joins: Mapping[str, tuple[str, ...]]

    def __getitem__(self, key: str) -> Mapping[datetime, Streams]:
        return self.recorded.of(self.joins[key])

    def badness(self, key: str) -> Mapping[datetime, float]:
        """Clock minute, in order, to the badness of the worst stream in it; empty for who is not on record."""
        return self.recorded.badness(self.joins[key]) if key in self.joins else {}

    def __iter__(self) -> Iterator[str]:
        return iter(self.joins)

    def __len__(self) -> int:
        return len(self.joins)


def by_person(recorded: Recorded, keys: Mapping[str, str], people: Collection[str]) -> ByPerson:
    """Everybody of `people` who is on record, whoever was on record first before the others.

    `keys`: participant id of a join to the key of the person.
    """
    found: dict[str, list[str]] = {}
    for join in recorded.joins:
        if keys.get(join, join) in people:
            found.setdefault(keys.get(join, join), []).append(join)
    return ByPerson(recorded, {key: tuple(joins) for key, joins in found.items()})
