"""A scripted Zoom on loopback for the client's tests: answers in order, remembers what was asked. Knows no rules."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from playground.serving import serve

START = datetime(2026, 11, 24, 20, 50, tzinfo=UTC)


@dataclass
class Answer:
    body: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    def response(self) -> Response:
        if isinstance(self.body, bytes):
            return Response(self.body, self.status, self.headers)
        return JSONResponse(self.body, self.status, self.headers)


@dataclass
class Seen:
    method: str
    target: str
    authorization: str
    form: str


Script = Callable[[Seen], Answer]


@dataclass
class LittleZoom:
    """ASGI app; `script` decides each answer, or `answers` are given one after the other, the last one for ever."""

    answers: list[Answer] = field(default_factory=list)
    script: Script | None = None
    seen: list[Seen] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        query = scope["query_string"].decode()
        target = scope["raw_path"].decode() + (f"?{query}" if query else "")
        form = (await request.body()).decode()
        seen = Seen(request.method, target, request.headers.get("authorization", ""), form)
        self.seen.append(seen)
        if self.script is not None:
            answer = self.script(seen)
        else:
            answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        await asyncio.sleep(0)
        await answer.response()(scope, receive, send)

    @property
    def targets(self) -> list[str]:
        return [seen.target for seen in self.seen]


@asynccontextmanager
async def broken_server(*replies: bytes) -> AsyncIterator[tuple[str, list[bytes]]]:
    """A raw server that sends each reply and hangs up, the last one for ever; for answers no framework would send."""
    waiting, heads = list(replies), []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(waiting.pop(0) if len(waiting) > 1 else waiting[0])
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", heads


@dataclass
class FakeTime:
    """A clock that only moves when somebody sleeps on it, or by `advance`."""

    now: datetime = START
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> datetime:
        return self.now

    def timer(self) -> float:
        return (self.now - START).total_seconds()

    def advance(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.advance(seconds)
        await asyncio.sleep(0)


@dataclass
class FakeBudget:
    """The day's count as a table would keep it; outlives any pacer."""

    used: dict[tuple[str, date], int] = field(default_factory=dict)

    async def take_heavy(self, account: str, day: date, wanted: int, limit: int) -> int:
        used = self.used.get((account, day), 0)
        granted = max(0, min(wanted, limit - used))
        self.used[account, day] = used + granted
        await asyncio.sleep(0)
        return granted

    async def give_back_heavy(self, account: str, day: date, unused: int) -> None:
        self.used[account, day] -= unused


__all__ = ["START", "Answer", "FakeBudget", "FakeTime", "LittleZoom", "Seen", "broken_server", "serve"]
