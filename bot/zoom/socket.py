"""Zoom's WebSocket event feed, supervised: connects, notices silence, connects anew. Hands every event on; reads none.

Zoom repeats nothing on this feed: what is sent while nobody listens is lost, so every such time is told as a gap.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from random import random
from typing import Protocol

import structlog
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import WebSocketException

from bot.errors import StoreError
from bot.ports import Clock
from bot.zoom.frames import HEARTBEAT, Meaning, frame
from bot.zoom.greeting import FAILURES, HELLO_WITHIN_S, REFUSALS, Refused, greeted, reason
from bot.zoom.tokens import TokenSource

MOST_AT_ONCE = 200
NOT_LISTENED = "Zoom's WebSocket was not connected; Zoom does not repeat what it sent meanwhile"

log = structlog.get_logger()


class Gaps(Protocol):
    """Where times without a connection are kept. Raises `StoreError`."""

    async def open_gap(self, since: datetime, why: str) -> int: ...

    async def close_gap(self, gap: int, until: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds. Zoom asks for a heartbeat every 30; without any frame for 45 the other side is taken for dead."""

    heartbeat: float = 30.0
    dead_after: float = 45.0
    hello_within: float = HELLO_WITHIN_S
    first_pause: float = 1.0
    longest_pause: float = 60.0
    finish_within: float = 5.0


DEFAULT_PACE = Pace()


class ZoomSocket:
    """One connection that is kept until its task is cancelled.

    Args:
        receive: makes an event durable; raises `StoreError`, and is then asked again, because Zoom will not repeat it.
        sleep: time, so that tests need not wait.
    """

    def __init__(
        self,
        url: str,
        tokens: TokenSource,
        receive: Callable[[bytes], Awaitable[object]],
        gaps: Gaps,
        clock: Clock,
        *,
        pace: Pace = DEFAULT_PACE,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._url = url
        self._tokens = tokens
        self._receive = receive
        self._gaps = gaps
        self._clock = clock
        self._pace = pace
        self._sleep = sleep
        self._used_token = ""
        self._gap: int | None = None
        self._heard_at = clock()
        self._room = asyncio.Semaphore(MOST_AT_ONCE)
        self._keeping: set[asyncio.Task[None]] = set()
        self._broken: BaseException | None = None
        self.connected = False
        self.note = "connecting"

    async def run(self) -> None:
        """Runs until cancelled; what had arrived by then is still stored."""
        tries = 0
        try:
            while True:
                self.note = await self._one_connection()
                tries = 0 if self.connected else tries + 1
                await self._lost()
                pause_s = self._pause_s(tries)
                log.warning("zoom_socket_lost", reason=self.note, again_in_s=round(pause_s, 1))
                await self._sleep(pause_s)
        finally:
            if self._keeping:
                await asyncio.wait(self._keeping, timeout=self._pace.finish_within)

    def _pause_s(self, tries: int) -> float:
        """Half of it is chance, so that many who lost Zoom at once do not come back at once."""
        longest: float = min(self._pace.first_pause * 2 ** min(tries, 10), self._pace.longest_pause)
        return longest * (0.5 + random() / 2)  # noqa: S311  # chance, no secret

    async def _one_connection(self) -> str:
        """From connecting to the end of the connection; returns why it ended."""
        try:
            async with self._opened() as connection:
                await self._found()
                beating = asyncio.create_task(self._beat(connection))
                try:
                    await self._listen(connection)
                finally:
                    beating.cancel()
        except Refused as refused:
            return refused.reason
        except FAILURES as error:
            return reason(error)
        return "the connection ended"

    @asynccontextmanager
    async def _opened(self) -> AsyncIterator[ClientConnection]:
        """With a token of its own: Zoom refuses one that was used for an earlier connection and has since expired."""
        if self._used_token:
            self._tokens.invalidate(self._used_token)
        self._used_token = await self._tokens.token()
        async with greeted(self._url, self._used_token, self._pace.hello_within) as connection:
            yield connection

    async def _beat(self, connection: ClientConnection) -> None:
        with suppress(WebSocketException):  # whoever listens is told of the end too
            while True:
                await connection.send(HEARTBEAT)
                await asyncio.sleep(self._pace.heartbeat)

    async def _listen(self, connection: ClientConnection) -> None:
        """Until the connection ends. Many events are stored at once; while the store cannot, Zoom has to wait."""
        while True:
            async with asyncio.timeout(self._pace.dead_after):
                found = frame(await connection.recv())
            self._heard_at = self._clock()
            if self._broken is not None:
                raise self._broken
            if found.meaning in REFUSALS:
                raise Refused(REFUSALS[found.meaning])
            if found.meaning is Meaning.EVENT:
                await self._room.acquire()
                task = asyncio.create_task(self._keep(found.event))
                self._keeping.add(task)
                task.add_done_callback(self._kept)

    async def _keep(self, event: bytes) -> None:
        pause_s = self._pace.first_pause
        while True:
            try:
                await self._receive(event)
                return
            except StoreError as error:
                log.warning("event_not_stored", slug=error.slug, ref=error.ref, again_in_s=pause_s)
            await self._sleep(pause_s)
            pause_s = min(pause_s * 2, self._pace.longest_pause)

    def _kept(self, task: "asyncio.Task[None]") -> None:
        self._keeping.discard(task)
        self._room.release()
        if not task.cancelled():
            self._broken = self._broken or task.exception()

    async def _found(self) -> None:
        self.connected, self.note = True, "ok"
        self._heard_at = self._clock()
        log.info("zoom_socket_connected")
        if self._gap is not None:
            try:
                await self._gaps.close_gap(self._gap, self._clock())
                self._gap = None
            except StoreError as error:
                log.warning("gap_not_stored", slug=error.slug, ref=error.ref)

    async def _lost(self) -> None:
        """A gap begins with the connection that ended; what never was connected is one from the start on."""
        self.connected = False
        if self._gap is None:
            try:
                self._gap = await self._gaps.open_gap(self._heard_at, NOT_LISTENED)
            except StoreError as error:
                log.warning("gap_not_stored", slug=error.slug, ref=error.ref)
