"""Delivers the plan's events as Zoom would, again where nobody took them, and remembers which were acknowledged."""

import asyncio
import hashlib
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import aiohttp
import orjson

from playground.soak.plan import Due
from playground.zoom.events import Event
from playground.zoom.webhook import ANSWER_WITHIN_S, RETRIES_MIN, headers

TAKEN = (200, 204)


def mark(raw: bytes) -> bytes:
    """Short for the content of an event."""
    return hashlib.blake2b(raw, digest_size=16).digest()


class Content(NamedTuple):
    """What an acknowledged event is about: its call, its person if any; whether it is one minute of somebody."""

    name: str
    call: str
    person: str
    is_minute: bool

    @property
    def is_odd(self) -> bool:
        return self.call.startswith("odd-")


def content_of(raw: bytes) -> Content:
    body = orjson.loads(raw)
    thing: Mapping[str, Any] = body["payload"]["object"]
    found = thing.get("participant") or thing.get("user")
    person: Mapping[str, Any] = found if isinstance(found, dict) else {}
    who = next((person[key] for key in ("participant_id", "user_id", "id") if person.get(key)), "")
    call = thing.get("uuid") or thing.get("session_id") or thing.get("id") or ""
    return Content(body["event"], str(call), str(who), bool(person.get("qos")) and "summary" not in body["event"])


@dataclass(slots=True)
class Sending:
    """`minute_s`: how long a minute lasts for the waits before retries. `acknowledged`: content by mark; `statuses`:
    the last answer to each delivery; `ack_ms` from the first try to the acknowledgement."""

    http: aiohttp.ClientSession
    url: str
    secret: str
    minute_s: float
    acknowledged: dict[bytes, Content] = field(default_factory=dict)
    statuses: Counter[int] = field(default_factory=Counter)
    ack_ms: list[float] = field(default_factory=list)
    sent: int = 0
    tried_again: int = 0

    async def send(self, deliveries: Iterable[Due]) -> float:
        """Each in its second; returns when the last was taken or given up: how many seconds that took."""
        began = time.monotonic()
        async with asyncio.TaskGroup() as group:
            for at_s, event in deliveries:
                wait_s = began + at_s - time.monotonic()
                # Also when behind: the answers to what was sent have to be read in between.
                await asyncio.sleep(max(wait_s, 0))
                self.sent += 1
                group.create_task(self._deliver(event))
        return time.monotonic() - began

    async def _deliver(self, event: Event) -> None:
        began = time.monotonic()
        status = await self._status(event)
        for wait_min in RETRIES_MIN:
            if 0 < status < 500:
                break
            await asyncio.sleep(wait_min * self.minute_s)
            self.tried_again += 1
            status = await self._status(event)
        self.statuses[status] += 1
        if status in TAKEN:
            self.ack_ms.append(1000 * (time.monotonic() - began))
            self.acknowledged.setdefault(mark(event.raw), content_of(event.raw))

    async def _status(self, event: Event) -> int:
        """0: no answer, or none in time."""
        signed = headers(self.secret, event.raw, event.request_id, int(time.time()))
        try:
            async with (
                asyncio.timeout(ANSWER_WITHIN_S),
                self.http.post(self.url, data=event.raw, headers=signed) as answer,
            ):
                return answer.status
        except (aiohttp.ClientError, TimeoutError, OSError):
            return 0


def client() -> aiohttp.ClientSession:
    """As many connections as there are events under way, as with a sender of Zoom's size."""
    return aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
