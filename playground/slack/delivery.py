"""How payloads reach the bot: answers, redelivery of events, and delivery by signed HTTP. The socket has its own file.

Source: docs.slack.dev apis/events-api, authentication/verifying-requests-from-slack.
"""

import asyncio
import hashlib
import hmac
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, Protocol
from urllib.parse import urlencode

import httpx

from playground.slack.model import Json
from playground.slack.settings import Settings

PayloadKind = Literal["slash_commands", "interactive", "events_api"]


@dataclass(frozen=True, slots=True)
class Ack:
    """The bot answered in time; `payload` is the body it sent along: None, text, or JSON."""

    payload: Any = None


@dataclass(frozen=True, slots=True)
class Failure:
    """No acceptable answer. `error` is what Slack tells the user, `reason` what it writes into a retry."""

    error: str
    reason: str
    final: bool = False
    """True: the bot asked for no redelivery (`x-slack-no-retry: 1`)."""


@dataclass(frozen=True, slots=True)
class Retry:
    attempt: int
    reason: str


class Delivery(Protocol):
    async def send(self, kind: PayloadKind, payload: Json, retry: Retry | None = None) -> Ack | Failure:
        """Deliver once and wait for the acknowledgement, at most `ack_timeout_s`."""

    async def pause(self, seconds: float) -> None:
        """Wait before a redelivery; ends early when the bot comes back."""


async def deliver_event(delivery: Delivery, settings: Settings, payload: Json) -> bool:
    """Deliver one event, again up to three times while it is not acknowledged. True when it was."""
    result = await delivery.send("events_api", payload)
    for attempt, delay_s in enumerate(settings.retry_delays_s, 1):
        if isinstance(result, Ack):
            return True
        if result.final:
            return False
        await delivery.pause(delay_s)
        result = await delivery.send("events_api", payload, Retry(attempt, result.reason))
    return isinstance(result, Ack)


def signature_headers(secret: str, body: bytes, now: float) -> dict[str, str]:
    """`v0=` HMAC-SHA256 over `v0:{timestamp}:{raw body}`."""
    timestamp = str(int(now))
    digest = hmac.new(secret.encode(), f"v0:{timestamp}:".encode() + body, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}


class HttpDelivery:
    """POSTs to `settings.request_url`: commands and interactivity as forms, events as JSON, all signed."""

    def __init__(self, settings: Settings, now: Callable[[], float]) -> None:
        self._settings = settings
        self._now = now
        self._http: httpx.AsyncClient | None = None

    async def send(self, kind: PayloadKind, payload: Json, retry: Retry | None = None) -> Ack | Failure:
        body, content_type = _encode(kind, payload)
        headers = {"Content-Type": content_type, "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)"}
        headers |= signature_headers(self._settings.signing_secret, body, self._now())
        if retry is not None:
            headers |= {"X-Slack-Retry-Num": str(retry.attempt), "X-Slack-Retry-Reason": retry.reason}
        try:
            async with asyncio.timeout(self._settings.ack_timeout_s):
                answer = await self._client().post(self._settings.request_url or "", content=body, headers=headers)
        except TimeoutError:
            return Failure("operation_timeout", "http_timeout")
        except httpx.HTTPError:
            return Failure("dispatch_failed", "connection_failed")
        return _answer(kind, answer)

    async def pause(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def verify_url(self, url: str) -> bool:
        """The `url_verification` handshake that precedes every other request to a new address."""
        challenge = secrets.token_urlsafe(24)
        body = json.dumps({"type": "url_verification", "token": "deprecated", "challenge": challenge}).encode()
        headers = {
            "Content-Type": "application/json",
            **signature_headers(self._settings.signing_secret, body, self._now()),
        }
        try:
            async with asyncio.timeout(self._settings.ack_timeout_s):
                answer = await self._client().post(url, content=body, headers=headers)
        except (TimeoutError, httpx.HTTPError):
            return False
        return answer.status_code == 200 and challenge in answer.text

    async def close(self) -> None:
        if self._http is not None:
            await self._http.aclose()
            self._http = None

    def _client(self) -> httpx.AsyncClient:
        if self._http is None:
            self._http = httpx.AsyncClient(trust_env=False, timeout=None)  # the ack time-out above is the limit
        return self._http


def _encode(kind: PayloadKind, payload: Json) -> tuple[bytes, str]:
    if kind == "events_api":
        return json.dumps(payload).encode(), "application/json"
    fields = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
    return urlencode(fields).encode(), "application/x-www-form-urlencoded"


def _answer(kind: PayloadKind, answer: httpx.Response) -> Ack | Failure:
    accepted = answer.is_success if kind == "events_api" else answer.status_code == 200
    if not accepted:
        return Failure("dispatch_failed", "http_error", final=answer.headers.get("x-slack-no-retry") == "1")
    if not answer.content:
        return Ack()
    if answer.headers.get("content-type", "").startswith("application/json"):
        try:
            return Ack(answer.json())
        except ValueError:
            return Failure("dispatch_failed", "http_error")
    return Ack(answer.text)
