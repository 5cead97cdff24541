"""`POST /slack/events`: Slack's HTTP delivery of commands, interactivity and events. Absent in Socket Mode."""

from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

LARGEST_BODY_BYTES = 1024 * 1024


def routes(app: AsyncApp) -> list[Route]:
    handler = AsyncSlackRequestHandler(app)

    async def events(request: Request) -> Response:
        if not request.headers.get("x-slack-request-timestamp", "").isdecimal():
            # Bolt would answer 500 with a stack trace in the log to a timestamp that is no number.
            return PlainTextResponse("unsigned\n", status_code=401)
        if int(request.headers.get("content-length", "0") or 0) > LARGEST_BODY_BYTES:
            return PlainTextResponse("too large\n", status_code=413)
        return await handler.handle(request)

    return [Route("/slack/events", events, methods=["POST"])]
