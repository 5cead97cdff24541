"""Delivers the plan's events as Zoom would, again where nobody took them, and remembers which were acknowledged."""

import asyncio
import hashlib
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NamedTuple

import orjson

from playground.soak.plan import Due
from playground.zoom.events import Event
from playground.zoom.webhook import Webhook

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
    """`acknowledged`: content by mark; `statuses`: the last answer to each delivery; `ack_ms` from the
    first try to the acknowledgement."""

    webhook: Webhook
    acknowledged: dict[bytes, Content] = field(default_factory=dict)
    statuses: Counter[int] = field(default_factory=Counter)
    ack_ms: list[float] = field(default_factory=list)
    sent: int = 0

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
        status = await self.webhook.deliver(event, datetime.now(UTC))
        self.statuses[status] += 1
        if status in TAKEN:
            self.ack_ms.append(1000 * (time.monotonic() - began))
            self.acknowledged.setdefault(mark(event.raw), content_of(event.raw))
