"""Puts the local Slack together: Web API, socket, uploads, response addresses and the page's API in one application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute

from playground.serving import serve
from playground.slack import responses, ui
from playground.slack.service import Slack
from playground.slack.settings import Settings
from playground.slack.workspace import Workspace


def create_slack(workspace: Workspace, settings: Settings) -> Starlette:
    """The application; its `state.slack` is the `Slack` behind it. `settings.base_url` must be set once it serves."""
    slack = Slack(workspace, settings)

    async def respond(request: Request) -> Response:
        try:
            body = responses.parsed_body(await request.body(), request.headers.get("content-type", ""))
            token = request.path_params["token"]
            responses.answer(workspace, token, body, command_url_replaces=settings.command_url_replaces)
        except responses.Refused as refusal:
            return JSONResponse({"ok": False, "error": refusal.error}, refusal.status)
        return PlainTextResponse("ok")

    async def upload(request: Request) -> Response:
        token = request.path_params["token"]
        file = next((one for one in workspace.files.values() if one.upload_token == token), None)
        content = await request.body()
        if file is None or file.content is not None:
            return PlainTextResponse("not found", 404)
        if len(content) != file.length:
            return PlainTextResponse("length does not match", 400)
        file.content = content
        return PlainTextResponse(f"OK - {len(content)}")

    application = Starlette(
        routes=[
            Route("/api/{method}", slack.api.endpoint, methods=["GET", "POST"]),
            Route("/response/{token}", respond, methods=["POST"]),
            Route("/files/upload/{token}", upload, methods=["POST"]),
            WebSocketRoute("/socket", slack.socket.serve),
            *ui.routes(slack),
        ]
    )
    application.state.slack = slack
    return application


@asynccontextmanager
async def running(
    workspace: Workspace | None = None, settings: Settings | None = None, port: int = 0
) -> AsyncIterator[Slack]:
    """A local Slack serving on loopback until the block ends.

    Raises:
        OSError: the port is taken.
    """
    settings = settings or Settings()
    application = create_slack(workspace or Workspace(), settings)
    slack: Slack = application.state.slack
    async with serve(application, port) as base_url:
        settings.base_url = base_url
        try:
            yield slack
        finally:
            await slack.close()
