"""Zoom's WebSocket: a little Zoom on loopback that says hello, sends events, falls silent, and takes back tokens."""

import asyncio
import contextlib
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import structlog
from websockets.asyncio.server import ServerConnection, serve

from bot.errors import StoreError, ZoomError
from bot.zoom.frames import Frame, Meaning, address, frame
from bot.zoom.socket import Pace, ZoomSocket

FIXTURES = Path(__file__).parents[1] / "fixtures" / "zoom"
QUICK = Pace(heartbeat=0.02, dead_after=0.2, hello_within=0.5, first_pause=0.01, longest_pause=0.05)
NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
HELLO = (FIXTURES / "ws.build_connection.success.json").read_text()
REFUSAL = (FIXTURES / "ws.build_connection.failure.json").read_text()
ALIVE = (FIXTURES / "ws.heartbeat.server.json").read_text()
EVENT = (FIXTURES / "ws.message.meeting.participant_qos.json").read_text()
SUBSCRIPTION = "?subscriptionId=abc%2F1"

Script = Callable[["LittleZoom", ServerConnection], Awaitable[None]]


def numbered(n: int) -> str:
    return json.dumps({"module": "message", "content": json.dumps({"event": "e", "n": n})})


class LittleZoom:
    """Plays one script per connection, the last one again and again. Remembers tokens and heartbeats."""

    def __init__(self, *scripts: Script) -> None:
        self.scripts = list(scripts)
        self.tokens: list[str] = []
        self.paths: list[str] = []
        self.heard: list[str] = []
        self.long_heard = asyncio.Event()
        """Set after more heartbeats than the dead-peer rule would allow in silence."""
        self.url = ""

    async def __call__(self, connection: ServerConnection) -> None:
        assert connection.request is not None
        query = parse_qs(urlsplit(connection.request.path).query)
        self.tokens += query["access_token"]
        self.paths.append(query["subscriptionId"][0])
        script = self.scripts.pop(0) if len(self.scripts) > 1 else self.scripts[0]
        await script(self, connection)


async def answer_heartbeats(zoom: LittleZoom, connection: ServerConnection) -> None:
    with contextlib.suppress(Exception):
        async for message in connection:
            zoom.heard.append(str(message))
            if len(zoom.heard) == 15:
                zoom.long_heard.set()
            await connection.send(ALIVE)


def says(*frames: str, stay: bool = True) -> Script:
    async def script(zoom: LittleZoom, connection: ServerConnection) -> None:
        for one in frames:
            await connection.send(one)
        if stay:
            await answer_heartbeats(zoom, connection)

    return script


async def silence(zoom: LittleZoom, connection: ServerConnection) -> None:
    """Hello, and not a word from then on."""
    await connection.send(HELLO)
    await connection.wait_closed()


class Tokens:
    """Gives `token-1` until it is invalidated, then `token-2`."""

    def __init__(self) -> None:
        self.given = 1
        self.error: ZoomError | None = None

    async def token(self) -> str:
        if self.error is not None:
            error, self.error = self.error, None
            raise error
        return f"token-{self.given}"

    def invalidate(self, token: str) -> None:
        if token == f"token-{self.given}":
            self.given += 1


class Gaps:
    def __init__(self) -> None:
        self.told: list[str] = []

    async def open_gap(self, since: datetime, why: str) -> int:
        self.told.append("open")
        return len(self.told)

    async def close_gap(self, gap: int, until: datetime) -> None:
        self.told.append(f"close {gap}")


class Received:
    """What was handed on; `wait` returns once so many have come."""

    def __init__(self) -> None:
        self.events: list[bytes] = []
        self.failures: list[Exception] = []
        self._more = asyncio.Condition()

    async def __call__(self, event: bytes) -> None:
        if self.failures:
            raise self.failures.pop()
        async with self._more:
            self.events.append(event)
            self._more.notify_all()

    async def wait(self, count: int) -> None:
        async with asyncio.timeout(10), self._more:
            await self._more.wait_for(lambda: len(self.events) >= count)


@asynccontextmanager
async def feeding(zoom: LittleZoom, received: Received, tokens: Tokens, gaps: Gaps) -> AsyncIterator[ZoomSocket]:
    async with serve(zoom, "127.0.0.1", 0) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        zoom.url = f"ws://127.0.0.1:{port}/ws{SUBSCRIPTION}"
        socket = ZoomSocket(zoom.url, tokens, received, gaps, lambda: NOW, pace=QUICK)
        task = asyncio.create_task(socket.run())
        try:
            yield socket
            assert not task.done() or task.result()
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task


@pytest.fixture
def received() -> Received:
    return Received()


async def test_events_are_decoded_twice_and_handed_on(received: Received) -> None:
    zoom, tokens = LittleZoom(says(HELLO, ALIVE, "not json", '"text"', EVENT)), Tokens()
    async with feeding(zoom, received, tokens, Gaps()) as socket:
        await received.wait(1)
        assert (socket.connected, socket.note) == (True, "ok")
    assert json.loads(received.events[0]) == json.loads((FIXTURES / "meeting.participant_qos.json").read_text())
    assert (zoom.tokens, zoom.paths) == (["token-1"], ["abc/1"])


async def test_the_heartbeat_is_zooms_and_answers_keep_the_connection(received: Received) -> None:
    zoom = LittleZoom(says(HELLO))
    async with feeding(zoom, received, Tokens(), Gaps()):
        async with asyncio.timeout(10):
            await zoom.long_heard.wait()
    assert set(map(json.dumps, map(json.loads, zoom.heard))) == {json.dumps({"module": "heartbeat"})}
    assert len(zoom.tokens) == 1


async def test_a_silent_zoom_is_taken_for_dead_and_connected_anew_with_a_fresh_token(received: Received) -> None:
    zoom, gaps = LittleZoom(silence, says(HELLO, EVENT)), Gaps()
    async with feeding(zoom, received, Tokens(), gaps):
        await received.wait(1)
    assert zoom.tokens == ["token-1", "token-2"]
    assert gaps.told == ["open", "close 1"]


@pytest.mark.parametrize(
    "refusal",
    [
        REFUSAL,
        '{"module":"build_connection","success":false,"content":"Token is invalid"}',
        '{"module":"build_connection","success":false}',
        '{"module":"heartbeat"}',
    ],
)
async def test_without_a_hello_there_is_another_try_with_another_token(received: Received, refusal: str) -> None:
    zoom = LittleZoom(says(refusal, EVENT), says(HELLO, EVENT))
    async with feeding(zoom, received, Tokens(), Gaps()):
        await received.wait(1)
    assert zoom.tokens == ["token-1", "token-2"]
    assert len(received.events) == 1


async def test_a_token_refused_on_a_standing_connection_is_replaced(received: Received) -> None:
    zoom = LittleZoom(says(HELLO, '{"module":"build_connection","content":"Invalid Token"}'), says(HELLO, EVENT))
    async with feeding(zoom, received, Tokens(), Gaps()):
        await received.wait(1)
    assert zoom.tokens == ["token-1", "token-2"]


async def test_an_event_that_speaks_of_an_invalid_token_is_an_event() -> None:
    text = json.dumps({"module": "message", "content": '{"topic": "Invalid token"}'})
    assert frame(text) == Frame(Meaning.EVENT, b'{"topic": "Invalid token"}')


async def test_a_dropped_connection_and_a_failing_sign_in_are_survived(received: Received) -> None:
    tokens = Tokens()
    tokens.error = ZoomError("zoom_unreachable", "Zoom could not be reached.")
    zoom = LittleZoom(says(HELLO, numbered(1), stay=False), says(HELLO, numbered(2)))
    async with feeding(zoom, received, tokens, Gaps()):
        await received.wait(2)
    assert [json.loads(event)["n"] for event in received.events] == [1, 2]


async def test_what_the_store_cannot_take_yet_is_kept_until_it_can(received: Received) -> None:
    received.failures = [StoreError("store_locked", "Busy.", retryable=True) for _ in range(3)]
    zoom = LittleZoom(says(HELLO, *(numbered(n) for n in range(600))))
    async with feeding(zoom, received, Tokens(), Gaps()):
        await received.wait(600)
    assert sorted(json.loads(event)["n"] for event in received.events) == list(range(600))


async def test_a_failure_that_is_a_mistake_of_ours_ends_the_task(received: Received) -> None:
    received.failures = [ZeroDivisionError()]
    async with serve(LittleZoom(says(HELLO, EVENT)), "127.0.0.1", 0) as server:
        url = f"ws://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}/ws{SUBSCRIPTION}"
        socket = ZoomSocket(url, Tokens(), received, Gaps(), lambda: NOW, pace=QUICK)
        async with asyncio.timeout(10):
            with pytest.raises(ZeroDivisionError):
                await socket.run()


async def test_the_token_is_never_logged_though_it_stands_in_the_address(
    received: Received, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    zoom = LittleZoom(says(REFUSAL), says(HELLO, stay=False), silence, says(HELLO, EVENT))
    with structlog.testing.capture_logs() as logs:
        async with feeding(zoom, received, Tokens(), Gaps()):
            await received.wait(1)
    client_lines = [record.getMessage() for record in caplog.records if record.name != "websockets.server"]
    assert len(logs) > 3
    assert "token-" not in repr(logs) + "".join(client_lines)


def test_the_address_gets_the_token_and_keeps_the_rest() -> None:
    whole = address("wss://ws.zoom.us/ws?subscriptionId=a%2Fb&access_token=old", "new+1")
    assert whole == "wss://ws.zoom.us/ws?subscriptionId=a%2Fb&access_token=new%2B1"


@pytest.mark.parametrize("odd", ["", "null", "[]", "{}", '{"module":5}', '{"module":"message","content":{}}', b"\xff"])
def test_an_odd_frame_is_unknown(odd: Any) -> None:
    assert frame(odd).meaning is Meaning.UNKNOWN
