"""`POST /zoom/events`: Zoom's deliveries. 204 only after the event is durable; what is to come again gets 503.

Zoom gives up on an event after any 3xx or 4xx, and repeats it after 5, 25 and 85 minutes for a 5xx or no answer.
"""

import asyncio

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.errors import StoreError
from bot.services.ingest import Ingest, Verdict

LARGEST_BODY_BYTES = 1024 * 1024
READ_WITHIN_S = 10.0
ANSWER_WITHIN_S = 2.5
"""Zoom waits three seconds. An event that becomes durable later than this comes again and is a duplicate then."""

ANSWERS = {
    Verdict.ACCEPTED: (204, ""),
    Verdict.DUPLICATE: (204, ""),
    Verdict.UNSIGNED: (401, "the signature does not fit ZOOM_WEBHOOK_SECRET_TOKEN\n"),
    Verdict.NOT_JSON: (400, "not JSON\n"),
    Verdict.UNCONFIGURED: (503, "ZOOM_WEBHOOK_SECRET_TOKEN is not set\n"),
}
AGAIN = "cannot store events now; send this again\n"
log = structlog.get_logger()


def routes(ingest: Ingest) -> list[Route]:
    async def events(request: Request) -> Response:
        try:
            raw = await _body(request)
        except (ClientDisconnect, TimeoutError):
            return PlainTextResponse("incomplete\n", status_code=503)
        if raw is None:
            return PlainTextResponse("too large\n", status_code=413)
        try:
            async with asyncio.timeout(ANSWER_WITHIN_S):
                outcome = await ingest.accept(raw, request.headers)
        except StoreError as error:
            log.warning("event_not_stored", slug=error.slug, ref=error.ref)
            return PlainTextResponse(AGAIN, status_code=503)
        except TimeoutError:
            log.warning("event_not_stored", slug="slow")
            return PlainTextResponse(AGAIN, status_code=503)
        if outcome.answer is not None:
            return JSONResponse(dict(outcome.answer))
        status, words = ANSWERS[outcome.verdict]
        return PlainTextResponse(words, status_code=status) if words else Response(status_code=status)

    return [Route("/zoom/events", events, methods=["POST"])]


async def _body(request: Request) -> bytes | None:
    """The whole body, or None for one that is too large, whether or not it says so beforehand."""
    promised = request.headers.get("content-length", "")
    if promised.isdecimal() and int(promised[:20]) > LARGEST_BODY_BYTES:
        return None
    parts: list[bytes] = []
    size = 0
    async with asyncio.timeout(READ_WITHIN_S):
        async for part in request.stream():
            size += len(part)
            if size > LARGEST_BODY_BYTES:
                return None
            parts.append(part)
    return b"".join(parts)
