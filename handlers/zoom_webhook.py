"""`POST /zoom/events`: Zoom's deliveries. 204 only after the event is durable; what is to come again gets 503.

Zoom gives up on an event after any 3xx or 4xx, and repeats it after 5, 25 and 85 minutes for a 5xx or no answer.

Thousands of events may come in a second, so this door does without Starlette's requests and responses.
"""

import json
from collections.abc import Mapping

import structlog
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.errors import StoreError
from bot.services.ingest import SIGNED_WITH, Ingest, Outcome, Verdict
from handlers.patience import Patience

LARGEST_BODY_BYTES = 1024 * 1024
ANSWER_WITHIN_S = 2.5
"""Zoom waits three seconds. An event that becomes durable later than this comes again and is a duplicate then."""

ANSWERS = {
    Verdict.ACCEPTED: (204, ""),
    Verdict.DUPLICATE: (204, ""),
    Verdict.UNSIGNED: (401, "the signature does not fit ZOOM_WEBHOOK_SECRET_TOKEN\n"),
    Verdict.NOT_JSON: (400, "not JSON\n"),
    Verdict.UNCONFIGURED: (503, "ZOOM_WEBHOOK_SECRET_TOKEN is not set\n"),
}
INCOMPLETE = (503, "incomplete\n")
TOO_LARGE = (413, "too large\n")
AGAIN = (503, "cannot store events now; send this again\n")
TEXT, JSON = b"text/plain; charset=utf-8", b"application/json"
_LOOKED_AT = tuple((name.encode(), name) for name in SIGNED_WITH)
_Answer = tuple[int, str]
log = structlog.get_logger()


def routes(ingest: Ingest) -> list[Route]:
    return [Route("/zoom/events", ZoomEvents(ingest), methods=["POST"])]


class ZoomEvents:
    """An ASGI application for this one address."""

    def __init__(self, ingest: Ingest, within_s: float = ANSWER_WITHIN_S) -> None:
        self._ingest = ingest
        self._patience = Patience(within_s)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = dict(scope["headers"])
        raw: bytes | None = None
        try:
            with self._patience.limit():
                raw = await _body(headers, receive)
                outcome = await self._ingest.accept(raw, _as_text(headers))
        except _Refused as refused:
            return await _say(send, *refused.answer)
        except StoreError as error:
            log.warning("event_not_stored", slug=error.slug, ref=error.ref)
            return await _say(send, *AGAIN)
        except TimeoutError:
            if raw is None:
                return await _say(send, *INCOMPLETE)
            log.warning("event_not_stored", slug="slow")
            return await _say(send, *AGAIN)
        await _tell(send, outcome)


class _Refused(Exception):
    """Not a delivery that could be looked at."""

    def __init__(self, answer: _Answer) -> None:
        super().__init__(answer)
        self.answer = answer


async def _body(headers: Mapping[bytes, bytes], receive: Receive) -> bytes:
    """The whole body. Raises `_Refused` for one that is too large, whether or not it says so beforehand."""
    promised = headers.get(b"content-length", b"")
    if promised.isdigit() and int(promised[:20]) > LARGEST_BODY_BYTES:
        raise _Refused(TOO_LARGE)
    body, more = b"", True
    parts: list[bytes] = []
    size = 0
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise _Refused(INCOMPLETE)
        body, more = message.get("body", b""), message.get("more_body", False)
        size += len(body)
        if size > LARGEST_BODY_BYTES:
            raise _Refused(TOO_LARGE)
        parts.append(body)
    return body if len(parts) == 1 else b"".join(parts)


def _as_text(headers: Mapping[bytes, bytes]) -> dict[str, str]:
    return {name: headers.get(raw, b"").decode("latin-1") for raw, name in _LOOKED_AT}


async def _tell(send: Send, outcome: Outcome) -> None:
    if outcome.answer is not None:
        return await _respond(send, 200, json.dumps(dict(outcome.answer)).encode(), JSON)
    await _say(send, *ANSWERS[outcome.verdict])


async def _say(send: Send, status: int, words: str) -> None:
    await _respond(send, status, words.encode(), TEXT)


async def _respond(send: Send, status: int, body: bytes, media_type: bytes) -> None:
    told = [(b"content-type", media_type), (b"content-length", b"%d" % len(body))] if body else []
    await send({"type": "http.response.start", "status": status, "headers": told})
    await send({"type": "http.response.body", "body": body})
