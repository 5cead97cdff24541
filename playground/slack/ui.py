"""The API of the page: one person's view of the workspace, live over a WebSocket, and what they do in it."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket, WebSocketDisconnect

from playground.slack import people
from playground.slack.model import Channel, Json, Message, View
from playground.slack.service import NotPossible, Slack
from playground.slack.workspace import Change

PAGE = Path(__file__).parent.parent / "page"


def routes(slack: Slack, page: Path = PAGE) -> list[BaseRoute]:
    ui = _Ui(slack)
    posts = ("send", "action", "view_submit", "view_close", "invite", "show")

    async def index(request: Request) -> Response:
        return FileResponse(page / "index.html", headers={"Cache-Control": "no-store"})

    return [
        Route("/", index),
        Mount("/static", StaticFiles(directory=page, check_dir=False)),
        Route("/ui/state", ui.state),
        Route("/ui/file/{id}", ui.file),
        WebSocketRoute("/ui/socket", ui.socket),
        *(Route(f"/ui/{name}", _post(getattr(ui, name)), methods=["POST"]) for name in posts),
    ]


def frame(slack: Slack, change: Change) -> Json:
    """A change as the page reads it."""
    kinds = {"thread_counted": "message_changed"}
    found: Json = {"type": kinds.get(change.kind, change.kind)}
    if change.message is not None:
        found["message"] = change.message.page()
    if change.kind == "view_closed" and change.view is not None:
        found["view_id"] = change.view.id
    elif change.view is not None:
        found["view"] = change.view.page()
    if change.channel is not None:
        found["channel"] = change.channel.page(slack.workspace.me, slack.workspace.bot.id)
    if change.kind == "toast":
        found["text"] = change.text
    if change.kind == "bot":
        found["connected"] = slack.socket.connected
    return found


def _post(handle: Callable[[Json], Awaitable[Json]]) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        if not request.headers.get("content-type", "").startswith("application/json"):
            return JSONResponse({"ok": False, "error": "send JSON"}, 415)
        try:
            return JSONResponse({"ok": True, **await handle(await request.json())})
        except NotPossible as refusal:
            return JSONResponse({"ok": False, "error": str(refusal)})
        except (ValueError, KeyError, TypeError, StopIteration) as error:
            return JSONResponse({"ok": False, "error": f"that request makes no sense ({type(error).__name__})"}, 400)

    return endpoint


class _Ui:
    def __init__(self, slack: Slack) -> None:
        self._slack = slack
        self._workspace = slack.workspace

    async def state(self, request: Request) -> Response:
        workspace, settings = self._workspace, self._slack.settings
        seen = [channel for channel in workspace.channels.values() if self._sees(channel)]
        return JSONResponse(
            {
                "team": {"id": people.TEAM_ID, "name": people.TEAM_NAME},
                "me": workspace.users[workspace.me].page(),
                "users": [user.page() for user in workspace.users.values()],
                "channels": [channel.page(workspace.me, workspace.bot.id) for channel in seen],
                "messages": {channel.id: self._messages(channel) for channel in seen},
                "commands": settings.commands,
                "meetings": settings.meetings,
                "shows": settings.shows,
                "bot_connected": self._slack.socket.connected or settings.request_url is not None,
                "zoom_note": settings.zoom_note,
            }
        )

    async def socket(self, socket: WebSocket) -> None:
        """Frames for the page's person, in order, until they leave."""
        origin = socket.headers.get("origin")
        if origin is not None and origin.partition("://")[2] != socket.headers.get("host"):
            await socket.close(code=4003)
            return
        await socket.accept()
        self._slack.page_opened.set()
        queue: asyncio.Queue[Json] = asyncio.Queue()
        stop = self._workspace.listen(lambda change: self._forward(change, queue))
        sender = asyncio.create_task(_pump(socket, queue))
        try:
            while True:
                await socket.receive_text()
        except WebSocketDisconnect:
            return
        finally:
            stop()
            sender.cancel()
            await asyncio.gather(sender, return_exceptions=True)

    async def send(self, body: Json) -> Json:
        text, channel, thread_ts = str(body["text"]).strip(), str(body["channel"]), body.get("thread_ts") or None
        if not text:
            raise NotPossible("there is nothing to send")
        me = self._workspace.users[self._workspace.me]
        if text.startswith("/"):
            self._slack.check_command(me, text.partition(" ")[0], thread_ts)
            self._slack.spawn(self._slack.command(me.id, channel, text))
        else:
            self._slack.say(me.id, channel, text, thread_ts)
        return {}

    async def action(self, body: Json) -> Json:
        action = dict(body["action"])
        where: Message | View | None
        if body.get("view_id"):
            where = self._workspace.views.get(str(body["view_id"]))
        else:
            where = self._workspace.message(str(body["channel"]), str(body["message_ts"]))
        if where is None:
            raise NotPossible("that message is gone")
        name, block_id = str(action["action_id"]), str(body["block_id"])
        fields = {key: value for key, value in action.items() if key not in ("type", "action_id", "block_id")}
        chosen = fields.get("value") if action.get("type") == "feedback_buttons" else None
        press = self._slack.press(
            where,
            name,
            block_id=block_id,
            chosen=chosen,
            fields=fields,
            state=body.get("state"),
            user=self._workspace.me,
        )
        await press
        return {}

    async def view_submit(self, body: Json) -> Json:
        errors = await self._slack.submit(self._view(body), dict(body.get("values") or {}))
        return {"errors": errors} if errors else {}

    async def view_close(self, body: Json) -> Json:
        await self._slack.close_view(self._view(body))
        return {}

    async def invite(self, body: Json) -> Json:
        self._slack.invite(str(body["channel"]))
        return {}

    async def show(self, body: Json) -> Json:
        """Begin something to look at; the channel that it happens in, for the page to open."""
        wanted = str(body["id"])
        show = next((one for one in self._slack.settings.shows if one["id"] == wanted), None)
        if show is None:
            raise NotPossible("there is nothing of that name to play")
        if self._slack.play is None:
            raise NotPossible("The bot takes no events yet. Try again in a moment.")
        self._slack.play(wanted)
        return {"channel": show["channel"]}

    async def file(self, request: Request) -> Response:
        file = self._workspace.files.get(request.path_params["id"])
        if file is None or file.content is None:
            return JSONResponse({"ok": False, "error": "file_not_found"}, 404)
        name = "".join(one if one.isalnum() or one in "._- " else "_" for one in file.name)
        headers = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
            "X-Content-Type-Options": "nosniff",
        }
        return Response(file.content, media_type=file.mimetype, headers=headers)

    def _view(self, body: Json) -> View:
        view = self._workspace.views.get(str(body["view_id"]))
        if view is None:
            raise NotPossible("that dialogue is closed")
        return view

    def _forward(self, change: Change, queue: asyncio.Queue[Json]) -> None:
        place = change.channel or (self._workspace.channels[change.message.channel] if change.message else None)
        if change.for_user in (None, self._workspace.me) and (place is None or self._sees(place)):
            queue.put_nowait(frame(self._slack, change))

    def _sees(self, channel: Channel) -> bool:
        return channel.kind == "public" or self._workspace.me in channel.members

    def _messages(self, channel: Channel) -> list[Json]:
        found = self._workspace.messages.get(channel.id, {}).values()
        return [message.page() for message in found if message.ephemeral_for in (None, self._workspace.me)]


async def _pump(socket: WebSocket, queue: asyncio.Queue[Json]) -> None:
    while True:
        await socket.send_json(await queue.get())
