"""`FeedStore`: the port `EventStore` over a database. Decides what shares a transaction; the queries live beside."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection, Row
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.feed import CallTold, LegTold
from bot.domain.model import CallUuid, Kind, MeetingNumber
from bot.ports import EventState, FeedStatus, Incoming, Settled, StoredEvent
from bot.store import inbox, told_calls
from bot.store.columns import to_micros
from bot.store.intake import Accept, Intake
from bot.store.joining import join_calls
from bot.store.legs import in_chunks
from bot.store.told import decode_call, decode_leg, decode_sample

_T = TypeVar("_T")


class Transaction(Protocol):
    """Runs work in a transaction of its own. Raises `StoreError`."""

    async def __call__(self, work: Callable[[AsyncConnection], Awaitable[_T]], /) -> _T: ...


class AtOnce(Protocol):
    """Runs blocking work in a transaction of its own. Raises `StoreError`."""

    async def __call__(self, work: Callable[[Connection], _T], /) -> _T: ...


class FeedStore:
    """Events and what they tell of calls; every method raises `StoreError`."""

    def __init__(self, read: Transaction, write: Transaction, read_at_once: AtOnce, at_once: AtOnce) -> None:
        self._read = read
        self._write = write
        self._read_at_once = read_at_once
        self._at_once = at_once
        self._intake = Intake(self.add)
        self._accept: Accept = self._intake.accept

    # --- events ---

    async def accept(self, event: Incoming) -> int | None:
        return await self._accept(inbox.row(event))

    async def add(self, rows: Sequence[inbox.Row]) -> Sequence[int | None]:
        """Makes events durable in one transaction: the id of each, None for a duplicate."""
        return await self._at_once(lambda writing: inbox.add(writing, rows))

    def write_through(self, accept: Accept | None) -> None:
        """`accept` hands events to this function instead of this store's own intake; None: back to it."""
        self._accept = accept or self._intake.accept

    async def claim(self, most: int) -> Sequence[StoredEvent]:
        return await self._read_at_once(lambda reading: inbox.waiting(reading, most))

    async def settle(self, told: Sequence[CallTold], settled: Sequence[Settled], *, due: bool = True) -> None:
        def both(writing: Connection) -> None:
            join_calls(writing, told, due=due)
            inbox.mark(writing, settled)

        await self._at_once(both)

    async def states(self, ids: Sequence[int]) -> Sequence[EventState]:
        return await self._read(lambda reading: inbox.states(reading, ids))

    async def purge_events(self, before: datetime) -> int:
        return await self._write(lambda writing: inbox.purge(writing, before))

    # --- calls ---

    async def call_told(self, kind: Kind, uuid: CallUuid, *, every_minute: bool = False) -> CallTold | None:
        return await self._told(lambda reading: told_calls.by_uuid(reading, kind, uuid), every_minute)

    async def latest_told(self, kind: Kind, number: MeetingNumber) -> CallTold | None:
        return await self._told(lambda reading: told_calls.latest_by_number(reading, kind, number))

    async def _told(
        self, header: Callable[[AsyncConnection], Awaitable[Row[Any] | None]], every_minute: bool = False
    ) -> CallTold | None:
        """The call with its legs; the minutes of those only who have no summary, unless `every_minute`."""

        async def found(reading: AsyncConnection) -> tuple[Row[Any], list[LegTold], Sequence[Row[Any]]] | None:
            row = await header(reading)
            if row is None:
                return None
            legs = await in_chunks(_leg, await told_calls.leg_rows(reading, row.id))
            unsummed = [leg.participant_id for leg in legs if every_minute or leg.summary is None]
            return row, legs, await told_calls.minute_rows(reading, row.id, unsummed)

        stored = await self._read(found)
        if stored is None:
            return None
        row, legs, minutes = stored
        samples = await in_chunks(lambda minute: decode_sample(minute.body), minutes)
        told: dict[str, dict[tuple[int, int], Any]] = {}
        for minute, sample in zip(minutes, samples, strict=True):
            told.setdefault(minute.participant_id, {})[to_micros(minute.minute) // 1000, minute.told_ms] = sample
        whole = {
            leg.participant_id: LegTold(leg.participant_id, leg.words, leg.summary, told.get(leg.participant_id, {}))
            for leg in legs
        }
        return decode_call(Kind(row.kind), CallUuid(row.uuid), row.body, whole)

    # --- filling by REST ---

    async def due_for_filling(self, now: datetime, most: int) -> Sequence[tuple[Kind, CallUuid]]:
        return await self._read(lambda reading: told_calls.due_for_filling(reading, now, most))

    async def fill_tried(self, kind: Kind, uuid: CallUuid, again_at: datetime | None) -> int:
        return await self._write(lambda writing: told_calls.fill_tried(writing, kind, uuid, again_at))

    async def fill_postponed(self, kind: Kind, uuid: CallUuid, until: datetime | None) -> None:
        await self._write(lambda writing: told_calls.fill_postponed(writing, kind, uuid, until))

    # --- how the feed is doing ---

    async def status(self) -> FeedStatus:
        return await self._read(inbox.status)

    async def beat(self, name: str, now: datetime) -> datetime | None:
        return await self._write(lambda writing: inbox.beat(writing, name, now))

    async def open_gap(self, since: datetime, why: str) -> int:
        return await self._write(lambda writing: inbox.open_gap(writing, since, why))

    async def close_gap(self, gap: int, until: datetime) -> None:
        await self._write(lambda writing: inbox.close_gap(writing, gap, until))


def _leg(row: Row[Any]) -> LegTold:
    return decode_leg(row.participant_id, row.body)
