"""`POST /slack/events`: Slack's HTTP delivery of commands, interactivity and events. Absent in Socket Mode."""

from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Message

LARGEST_BODY_BYTES = 1024 * 1024


def routes(app: AsyncApp) -> list[Route]:
    handler = AsyncSlackRequestHandler(app)

    async def events(request: Request) -> Response:
        if not _is_dated(request):
            return PlainTextResponse("unsigned\n", status_code=401)
        body = await _bounded(request)
        if body is None:
            return PlainTextResponse("too large\n", status_code=413)
        return await handler.handle(_with_body(request, body))

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


def _with_body(request: Request, body: bytes) -> Request:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return Request(request.scope, receive)
