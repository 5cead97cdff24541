"""`POST /slack/events`: Slack's HTTP delivery of commands, interactivity and events. Absent in Socket Mode."""

import structlog
from slack_bolt.adapter.starlette.async_handler import to_async_bolt_request, to_starlette_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

LARGEST_BODY_BYTES = 1024 * 1024
NO_BODY_OF_SLACKS = (ValueError, TypeError, AttributeError, LookupError, RecursionError)
"""What Bolt's reader raises for text that is not UTF-8, a payload that is no JSON, or JSON of another shape."""

log = structlog.get_logger()


def routes(app: AsyncApp) -> list[Route]:
    async def events(request: Request) -> Response:
        if not _is_dated(request):
            return PlainTextResponse("unsigned\n", status_code=401)
        body = await _bounded(request)
        if body is None:
            return PlainTextResponse("too large\n", status_code=413)
        asked = _read(request, body)
        if asked is None:
            return PlainTextResponse("unreadable\n", status_code=400)
        return to_starlette_response(await app.async_dispatch(asked))

    return [Route("/slack/events", events, methods=["POST"])]


def _is_dated(request: Request) -> bool:
    """Bolt would answer 500 with a stack trace in the log to a timestamp that is no number, or to a second one."""
    dates = request.headers.getlist("x-slack-request-timestamp")
    return len(dates) == 1 and dates[0].isascii() and dates[0].isdecimal() and len(dates[0]) <= 12


async def _bounded(request: Request) -> bytes | None:
    """The body, or None as soon as it is too large, whatever length was stated."""
    stated = request.headers.get("content-length", "0")
    if stated.isdecimal() and int(stated) > LARGEST_BODY_BYTES:
        return None
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY_BYTES:
            return None
    return bytes(body)


def _read(request: Request, body: bytes) -> AsyncBoltRequest | None:
    """The request as Bolt takes it, which then verifies it; None for a body that Slack never sends.

    Bolt reads before it verifies, and would answer 500 with a stack trace in the log.
    """
    try:
        return to_async_bolt_request(request, body)
    except NO_BODY_OF_SLACKS as error:
        log.warning("slack_body_unreadable", reason=type(error).__name__, bytes=len(body))
        return None
