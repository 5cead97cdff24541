"""`Store`: the ports `CallStore` and `BudgetStore` over a database. Decides who writes when; the queries live beside.

One writer owns its connection and its transaction, and writes take turns; reads come from a pool of their own.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Generator, Sequence
from datetime import UTC, date, datetime
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Engine, Row, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.domain.direction_evidence import Vote
from bot.domain.model import Call, CallUuid, Kind, MeetingNumber
from bot.errors import StoreError
from bot.ports import Thread
from bot.store import alerts, budget, calls, connection, erasure, threads, votes
from bot.store.alert_store import AlertStore, OutboxStore, SubscriptionStore
from bot.store.failures import CLOSED, translated
from bot.store.feed import FeedStore
from bot.store.legs import decode, in_chunks
from bot.store.migrate import migrate
from bot.store.question_store import QuestionStore
from bot.store.tables import calls as calls_table

PATIENCE_S = 5.0
"""How long a write waits for another process before it gives up as `store_locked`."""

ALIVE_WITHIN_S = 2.0

_T = TypeVar("_T")
_Header = Callable[[AsyncConnection], Awaitable[Row[Any] | None]]


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Store:
    """An open database. Every method raises `StoreError`; times are aware UTC."""

    def __init__(
        self,
        writer: AsyncEngine,
        reader: AsyncEngine,
        blocking: Engine | None,
        blocking_reader: Engine | None,
        clock: Callable[[], datetime],
    ) -> None:
        self._writer = writer
        self._blocking = blocking
        self._blocking_reader = blocking_reader
        self._reader = reader
        self._clock = clock
        self._turn = asyncio.Lock()
        self._closed = False
        self.feed = FeedStore(self._read, self._write, self._read_at_once, self._at_once)
        self.subscriptions = SubscriptionStore(self._read, self._write)
        self.alerts = AlertStore(self._read_at_once, self._at_once)
        self.outbox = OutboxStore(self._read_at_once, self._at_once)
        self.questions = QuestionStore(self._read, self._write)

    @classmethod
    def open(
        cls, database_url: str, *, patience_s: float = PATIENCE_S, clock: Callable[[], datetime] = _utc_now
    ) -> "Opening":
        """`async with Store.open(url) as store`, or `await Store.open(url)` and later `aclose()`. Migrates first."""
        return Opening(cls._opened, database_url, patience_s, clock)

    @classmethod
    async def _opened(cls, database_url: str, patience_s: float, clock: Callable[[], datetime]) -> Self:
        url = connection.parse(database_url)
        connection.refuse_unkept(url)
        await asyncio.to_thread(migrate, url, patience_s)
        writer, reader = connection.writing_engine(url, patience_s), connection.reading_engine(url, patience_s)
        blocking = connection.blocking_engine(url, patience_s), connection.blocking_reader(url, patience_s)
        return cls(writer, reader, *blocking, clock)

    async def aclose(self) -> None:
        """Closes after the write under way, if there is one. Closing twice is fine."""
        async with self._turn:
            self._closed = True
            await self._reader.dispose()
            await self._writer.dispose()
            for engine in (self._blocking, self._blocking_reader):
                if engine is not None:
                    engine.dispose()

    # --- calls ---

    async def call_by_uuid(self, kind: Kind, uuid: CallUuid) -> Call | None:
        return await self._call(lambda reading: calls.header_by_uuid(reading, kind, uuid))

    async def latest_call_by_number(self, kind: Kind, number: MeetingNumber) -> Call | None:
        """The newest by `as_of` of all stored calls with that number."""
        return await self._call(lambda reading: calls.latest_header_by_number(reading, kind, number))

    async def save_call(self, call: Call, cast: Sequence[Vote] = ()) -> None:
        """Replaces the stored call as a whole; a call now saved with its UUID also replaces the one saved without."""
        calls.keys_of(call.subject)

        async def replace(writing: AsyncConnection) -> None:
            await votes.add(writing, await calls.replace_call(writing, call), cast)
            if call.subject.uuid is not None:
                await writing.run_sync(alerts.is_due, call.subject.kind, call.subject.uuid)

        await self._write(replace)

    async def votes(self, kind: Kind) -> Sequence[Vote]:
        """What the newest stored calls of one kind say about sent and received."""
        return await self._read(lambda reading: votes.cast_by(reading, kind))

    # --- threads ---

    async def remember_thread(self, thread: Thread) -> None:
        await self._at_once(lambda writing: threads.replace_thread(writing, thread, self._clock()))

    async def find_thread(self, team_id: str, channel_id: str, ts: str) -> Thread | None:
        return await self._read(lambda reading: threads.thread_of(reading, team_id, channel_id, ts))

    # --- the day's budget ---

    async def take_heavy(self, account: str, day: date, wanted: int, limit: int) -> int:
        """How many of the `wanted` calls may be made; they count as used from now on. Holds across processes."""
        return await self._write(lambda writing: budget.take(writing, account, day, wanted, limit))

    async def give_back_heavy(self, account: str, day: date, unused: int) -> None:
        if unused > 0:
            await self._write(lambda writing: budget.give_back(writing, account, day, unused))

    async def heavy_used(self, account: str, day: date) -> int:
        return await self._read(lambda reading: budget.used(reading, account, day))

    # --- forgetting ---

    async def purge_reports(self, before: datetime) -> int:
        """Drops calls fetched and threads begun before the instant; returns how many calls that were."""
        return await self._write(lambda writing: erasure.purge(writing, before))

    async def forget_email(self, email: str) -> int:
        """Erases a person by e-mail, in any case of letters; returns how many of their joins were stored."""
        return (await self.forget(email)).joins

    async def forget(self, email: str) -> erasure.Forgotten:
        """Erases a person by e-mail from everything that is kept, and from alerts that stand in Slack."""
        return await self._write(lambda writing: erasure.forget(writing, email, self._clock()))

    # --- how it is done ---

    async def is_alive(self) -> bool:
        """True when the database answers within `ALIVE_WITHIN_S` seconds; for readiness."""
        try:
            async with asyncio.timeout(ALIVE_WITHIN_S):
                await self._read(lambda reading: reading.execute(select(calls_table.c.id).limit(1)))
        except (StoreError, TimeoutError):
            return False
        return True

    async def _call(self, header: _Header) -> Call | None:
        async def found(reading: AsyncConnection) -> tuple[Row[Any], list[bytes]] | None:
            row = await header(reading)
            return None if row is None else (row, list(await calls.leg_bodies(reading, row.id)))

        stored = await self._read(found)
        if stored is None:
            return None
        row, bodies = stored
        return calls.call_from(row, await in_chunks(decode, bodies))

    async def _read(self, work: Callable[[AsyncConnection], Awaitable[_T]]) -> _T:
        if self._closed:
            raise CLOSED.error()
        with translated():
            async with self._reader.begin() as reading:
                return await work(reading)

    async def _write(self, work: Callable[[AsyncConnection], Awaitable[_T]]) -> _T:
        with translated():
            try:
                return await self._transaction(work)
            except IntegrityError:  # another process inserted the same key in between: now it is there to be found
                return await self._transaction(work)

    async def _at_once(self, work: Callable[[Connection], _T]) -> _T:
        """Like `_write`, for work that never waits: SQLite does it in one visit to a thread, not one per statement.

        While the event loop is busy each visit costs milliseconds, and an acknowledgement would wait for five.
        """
        if self._blocking is None:
            return await self._write(lambda writing: writing.run_sync(work))
        with translated():
            async with self._turn:
                if self._closed:
                    raise CLOSED.error()
                return await _to_its_end(asyncio.to_thread(_in_transaction, self._blocking, work))

    async def _read_at_once(self, work: Callable[[Connection], _T]) -> _T:
        """Like `_read`, in one visit to a thread as `_at_once`."""
        if self._blocking_reader is None:
            return await self._read(lambda reading: reading.run_sync(work))
        if self._closed:
            raise CLOSED.error()
        with translated():
            return await _to_its_end(asyncio.to_thread(_in_transaction, self._blocking_reader, work))

    async def _transaction(self, work: Callable[[AsyncConnection], Awaitable[_T]]) -> _T:
        async with self._turn:
            if self._closed:
                raise CLOSED.error()
            async with self._writer.begin() as writing:
                return await work(writing)


def _in_transaction(engine: Engine, work: Callable[[Connection], _T]) -> _T:
    try:
        with engine.begin() as writing:
            return work(writing)
    except IntegrityError:  # as in `_write`
        with engine.begin() as writing:
            return work(writing)


async def _to_its_end(work: Coroutine[Any, Any, _T]) -> _T:
    """A thread cannot be cancelled: whoever waits for it is, once it has ended, so that its turn lasts until then."""
    task = asyncio.create_task(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.gather(task, return_exceptions=True)
        raise


class Opening:
    """A store about to be opened: await it, or enter it and have it closed."""

    def __init__(self, opened: Callable[..., Awaitable[Store]], *arguments: Any) -> None:
        self._opened = opened
        self._arguments = arguments
        self._store: Store | None = None

    def __await__(self) -> Generator[Any, None, Store]:
        return self._opened(*self._arguments).__await__()

    async def __aenter__(self) -> Store:
        self._store = await self
        return self._store

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._store is not None:
            await self._store.aclose()
