"""Socket Mode: the bot's WebSocket connections, envelopes and their acknowledgements.

Source: docs.slack.dev apis/events-api/using-socket-mode. Each envelope goes to one connection; what a connection left
unacknowledged when it broke goes to another.
"""

import asyncio
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.websockets import WebSocket, WebSocketDisconnect

from playground.slack import people
from playground.slack.delivery import Ack, Failure, PayloadKind, Retry
from playground.slack.model import Json
from playground.slack.settings import Settings

MAX_CONNECTIONS = 10
TICKET_LIFE_S = 30.0


class _ConnectionLost(Exception):
    """The connection that held the envelope broke before it was acknowledged."""


@dataclass(slots=True, eq=False)
class _Connection:
    socket: WebSocket
    waiting: dict[str, asyncio.Future[Ack]] = field(default_factory=dict)
    draining: bool = False
    """Asked to reconnect: finishes what it has, gets nothing new."""

    async def deliver(self, envelope: Json) -> Ack:
        """
        Raises:
            _ConnectionLost: it broke first.
        """
        future: asyncio.Future[Ack] = asyncio.get_running_loop().create_future()
        self.waiting[envelope["envelope_id"]] = future
        try:
            await self.socket.send_json(envelope)
            return await future
        except (RuntimeError, WebSocketDisconnect) as broken:
            raise _ConnectionLost from broken
        finally:
            self.waiting.pop(envelope["envelope_id"], None)

    def acknowledge(self, answer: Json) -> None:
        future = self.waiting.get(str(answer.get("envelope_id")))
        if future is not None and not future.done():
            future.set_result(Ack(answer.get("payload")))

    def lost(self) -> None:
        for future in self.waiting.values():
            if not future.done():
                future.set_exception(_ConnectionLost())


class SocketDelivery:
    """Delivers to whichever connection is next; counts connections for the page and for whoever waits for the bot."""

    def __init__(self, settings: Settings, now: Callable[[], float], connected: Callable[[bool], None]) -> None:
        self._settings = settings
        self._now = now
        self._tell_connected = connected
        self._tickets: dict[str, float] = {}
        self._connections: list[_Connection] = []
        self._turn = 0
        self._arrived = asyncio.Event()

    @property
    def connected(self) -> bool:
        return any(not connection.draining for connection in self._connections)

    def address(self) -> str:
        """A WebSocket address with a one-use ticket, as `apps.connections.open` answers it."""
        ticket = secrets.token_urlsafe(24)
        self._tickets[ticket] = self._now() + TICKET_LIFE_S
        base = self._settings.base_url.replace("http", "ws", 1)
        return f"{base}/socket?ticket={ticket}&app_id={people.APP_ID}"

    async def send(self, kind: PayloadKind, payload: Json, retry: Retry | None = None) -> Ack | Failure:
        envelope: Json = {
            "envelope_id": secrets.token_hex(16),
            "type": kind,
            "accepts_response_payload": kind != "events_api",
            "payload": payload,
        }
        if kind == "events_api":
            envelope |= {"retry_attempt": retry.attempt if retry else 0, "retry_reason": retry.reason if retry else ""}
        try:
            async with asyncio.timeout(self._settings.ack_timeout_s):
                return await self._deliver(envelope)
        except TimeoutError:
            return Failure("operation_timeout", "timeout")

    async def _deliver(self, envelope: Json) -> Ack | Failure:
        while (connection := self._next()) is not None:
            try:
                return await connection.deliver(envelope)
            except _ConnectionLost:
                continue
        return Failure("dispatch_failed", "connection_failed")

    def _next(self) -> _Connection | None:
        ready = [connection for connection in self._connections if not connection.draining]
        self._turn += 1
        return ready[self._turn % len(ready)] if ready else None

    async def pause(self, seconds: float) -> None:
        """Ends early when a connection arrives while there was none."""
        if self.connected:
            await asyncio.sleep(seconds)
            return
        self._arrived.clear()
        try:
            async with asyncio.timeout(seconds):
                await self._arrived.wait()
        except TimeoutError:
            return

    async def refresh(self, reason: str = "refresh_requested") -> None:
        """Ask every connection to reconnect, as Slack does every few hours (`warning`, `refresh_requested`)."""
        for connection in list(self._connections):
            connection.draining = reason != "warning"
            await connection.socket.send_json(_disconnect(reason))

    async def drop(self) -> None:
        """Break every connection without a word, as a bad network does."""
        for connection in list(self._connections):
            await connection.socket.close(code=1011)

    async def serve(self, socket: WebSocket) -> None:
        """One connection from hello to goodbye."""
        expires = self._tickets.pop(socket.query_params.get("ticket", ""), 0.0)
        if expires < self._now():
            await socket.close(code=4001)
            return
        await socket.accept()
        if refusal := self._refusal():
            await socket.send_json(_disconnect(refusal))
            await socket.close()
            return
        connection = _Connection(socket)
        await socket.send_json(self._hello())
        self._connections.append(connection)
        self._arrived.set()
        self._tell_connected(True)
        try:
            while True:
                connection.acknowledge(_parsed(await socket.receive_text()))
        except WebSocketDisconnect:
            return
        finally:
            self._connections.remove(connection)
            connection.lost()
            if not self._connections:
                self._tell_connected(False)

    def _refusal(self) -> str | None:
        if self._settings.request_url is not None:
            return "link_disabled"
        return "too_many_websockets" if len(self._connections) >= MAX_CONNECTIONS else None

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self._connections) + 1,
            "debug_info": {"host": "playground", "build_number": 1, "approximate_connection_time": 18_060},
            "connection_info": {"app_id": people.APP_ID},
        }


def _disconnect(reason: str) -> Json:
    return {"type": "disconnect", "reason": reason, "debug_info": {"host": "playground"}}


def _parsed(frame: str) -> Json:
    try:
        answer = json.loads(frame)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}
