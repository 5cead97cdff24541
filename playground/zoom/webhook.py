"""Zoom's webhook: signs events, sends them, and repeats what was not taken. Knows no call and no shape of an event.

Source: "Using webhooks" (signature, URL validation, retries).
"""

import asyncio
import hmac
import secrets
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

import httpx
import orjson

from playground.zoom.events import Event

RETRIES_MIN = (5.0, 20.0, 60.0)
"""Minutes between the tries of an event that got a 5xx or no answer: it comes again after 5, 25 and 85 in all.
Anything else is not repeated."""

ANSWER_WITHIN_S = 3.0


def headers(secret: str, raw: bytes, request_id: str, timestamp_s: int) -> dict[str, str]:
    """`x-zm-signature` is `v0=` and the HMAC-SHA256 over `v0:{timestamp}:{raw body}`."""
    return {
        "content-type": "application/json; charset=utf-8",
        "user-agent": "Zoom Marketplace/1.0a",
        "clientid": "local-zoom",
        "x-zm-request-timestamp": str(timestamp_s),
        "x-zm-signature": f"v0={_hmac(secret, f'v0:{timestamp_s}:'.encode() + raw)}",
        "x-zm-request-id": request_id,
        "x-zm-trackingid": f"v=2.0;clid=us02;rid=WEB_{secrets.token_hex(12)}",
    }


def _hmac(secret: str, message: bytes) -> str:
    return hmac.new(secret.encode(), message, "sha256").hexdigest()


@dataclass(slots=True)
class Webhook:
    """One address that gets events. `minute_s`: how long a minute lasts here, for the waits before retries."""

    http: httpx.AsyncClient
    url: str
    secret: str
    minute_s: float = 60.0
    answers: Counter[int] = field(default_factory=Counter)
    """Status code to how often it was the last word on an event; 0: no answer at all."""

    async def validate(self, now: datetime) -> bool:
        """The URL challenge, as when the address is saved; False: the answer was another, or none came."""
        token = secrets.token_urlsafe(16)
        body = {"payload": {"plainToken": token}, "event_ts": int(now.timestamp() * 1000)}
        raw = orjson.dumps({**body, "event": "endpoint.url_validation"})
        answer = await self._post(raw, secrets.token_hex(16), now)
        if answer is None or answer.status_code != 200:
            return False
        try:
            return bool(answer.json() == {"plainToken": token, "encryptedToken": _hmac(self.secret, token.encode())})
        except ValueError:
            return False

    async def deliver(self, one: Event, now: datetime) -> int:
        """Send until it is taken, refused or given up; the last status, 0 for no answer."""
        status = await self._status(one, now)
        for wait_min in RETRIES_MIN:
            if 0 < status < 500:
                break
            await asyncio.sleep(wait_min * self.minute_s)
            status = await self._status(one, now)
        self.answers[status] += 1
        return status

    async def _status(self, one: Event, now: datetime) -> int:
        answer = await self._post(one.raw, one.request_id, now)
        return 0 if answer is None else answer.status_code

    async def _post(self, raw: bytes, request_id: str, now: datetime) -> httpx.Response | None:
        signed: Mapping[str, str] = headers(self.secret, raw, request_id, int(now.timestamp()))
        try:
            return await self.http.post(self.url, content=raw, headers=signed, timeout=ANSWER_WITHIN_S)
        except httpx.HTTPError:
            return None
