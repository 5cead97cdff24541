"""Zoom's WebSocket event feed, supervised: connects, notices silence, connects anew. Hands every event on; reads none.

Zoom repeats nothing on this feed: what is sent while nobody listens is lost, so every such time is told as a gap.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from random import random
from typing import Protocol

import structlog
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from bot.errors import StoreError, ZoomError
from bot.ports import Clock
from bot.zoom.frames import HEARTBEAT, Meaning, address, frame
from bot.zoom.tokens import TokenSource

MOST_AT_ONCE = 200
LARGEST_FRAME = 2 * 1024 * 1024
NOT_LISTENED = "Zoom's WebSocket was not connected; Zoom does not repeat what it sent meanwhile"
FAILURES = (WebSocketException, OSError, TimeoutError, ZoomError)

log = structlog.get_logger()
_silent = logging.getLogger("bot.zoom.socket.wire")
_silent.setLevel(logging.CRITICAL + 1)  # the library would log the address, which holds the token


class Gaps(Protocol):
    """Where times without a connection are kept. Raises `StoreError`."""

    async def open_gap(self, since: datetime, why: str) -> int: ...

    async def close_gap(self, gap: int, until: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds. Zoom asks for a heartbeat every 30; without any frame for 45 the other side is taken for dead."""

    heartbeat: float = 30.0
    dead_after: float = 45.0
    hello_within: float = 15.0
    first_pause: float = 1.0
    longest_pause: float = 60.0
    finish_within: float = 5.0


DEFAULT_PACE = Pace()


class _Refused(Exception):
    """Zoom took the connection back. `reason` is ours and holds nothing of Zoom's text."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


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
                await self._hello(connection)
                await self._found()
                beating = asyncio.create_task(self._beat(connection))
                try:
                    await self._listen(connection)
                finally:
                    beating.cancel()
        except _Refused as refused:
            return refused.reason
        except FAILURES as error:
            return _reason(error)
        return "the connection ended"

    @asynccontextmanager
    async def _opened(self) -> AsyncIterator[ClientConnection]:
        """With a token of its own: Zoom refuses one that was used for an earlier connection and has since expired."""
        if self._used_token:
            self._tokens.invalidate(self._used_token)
        self._used_token = await self._tokens.token()
        async with connect(
            address(self._url, self._used_token),
            ping_interval=None,  # Zoom has a heartbeat of its own
            max_size=LARGEST_FRAME,
            open_timeout=self._pace.hello_within,
            close_timeout=5,
            logger=_silent,
        ) as connection:
            yield connection

    async def _hello(self, connection: ClientConnection) -> None:
        async with asyncio.timeout(self._pace.hello_within):
            meaning = frame(await connection.recv()).meaning
        if meaning is not Meaning.CONNECTED:
            raise _Refused(_REFUSALS.get(meaning, "Zoom did not say hello"))

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
            if found.meaning in _REFUSALS:
                raise _Refused(_REFUSALS[found.meaning])
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


_REFUSALS = {
    Meaning.TOKEN_REFUSED: "Zoom refuses the token",
    Meaning.REFUSED: "Zoom refuses the connection; look at the subscription in ZOOM_EVENTS_URL",
}


def _reason(error: BaseException) -> str:
    """Never the error's own text: it can hold the address, and that holds the token."""
    if isinstance(error, ZoomError):
        return f"{error.slug}: {error}"
    if isinstance(error, TimeoutError):
        return "Zoom fell silent"
    return f"the connection broke ({type(error).__name__})"
