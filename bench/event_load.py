"""Sends signed events over connections that are kept, as fast as they are taken or at a pace. Makes no events."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager

from playground.zoom.events import Event
from playground.zoom.webhook import headers

SECRET = "local-webhook-secret"
CONNECTIONS = 128
_TAKEN = b"HTTP/1.1 204 "


_Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Door:
    """Somewhere that takes `POST /zoom/events`. Raises `ValueError` for an event that it does not take."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._opened: list[asyncio.StreamWriter] = []
        self._free: asyncio.LifoQueue[_Connection | None] = asyncio.LifoQueue()
        for _ in range(CONNECTIONS):
            self._free.put_nowait(None)

    async def send(self, request: bytes) -> None:
        """Returns when it is acknowledged; waits for a free connection before."""
        connection = await self._free.get()
        if connection is None or connection[0].at_eof():  # servers close what was idle for some seconds
            connection = await asyncio.open_connection("127.0.0.1", self._port)
            self._opened.append(connection[1])
        reader, writer = connection
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(_TAKEN):
            raise ValueError(f"an event was not taken: {head.splitlines()[0].decode()}")
        self._free.put_nowait(connection)

    def close(self) -> None:
        for writer in self._opened:
            writer.close()

    async def flat_out(self, requests: Sequence[bytes]) -> float:
        """Events a second, every connection sending its next as soon as the last is acknowledged."""
        waiting = iter(requests)
        began = time.perf_counter()
        async with asyncio.TaskGroup() as group:
            for _ in range(CONNECTIONS):
                group.create_task(self._one_by_one(waiting))
        return len(requests) / (time.perf_counter() - began)

    async def _one_by_one(self, waiting: Iterable[bytes]) -> None:
        for request in waiting:
            await self.send(request)

    async def paced(self, requests: Iterable[bytes], per_s: float) -> list[float]:
        """Milliseconds from the instant at which each was due to its acknowledgement."""
        began, taken = time.perf_counter(), list[float]()
        async with asyncio.TaskGroup() as group:
            for place, request in enumerate(requests):
                due = began + place / per_s
                wait_s = due - time.perf_counter()
                if wait_s > 0:
                    await asyncio.sleep(wait_s)
                group.create_task(self._timed(request, due, taken))
        return taken

    async def _timed(self, request: bytes, due: float, taken: list[float]) -> None:
        await self.send(request)
        taken.append(1000 * (time.perf_counter() - due))


@asynccontextmanager
async def door(port: int) -> AsyncIterator[Door]:
    """Connected to that port of this machine."""
    way = Door(port)
    try:
        yield way
    finally:
        way.close()


def signed(event: Event) -> bytes:
    """The whole request, ready to be sent."""
    told = headers(SECRET, event.raw, event.request_id, int(time.time()))
    lines = [f"{name}: {value}" for name, value in {"host": "bot", "content-length": len(event.raw), **told}.items()]
    return "\r\n".join(["POST /zoom/events HTTP/1.1", *lines, "", ""]).encode() + event.raw
