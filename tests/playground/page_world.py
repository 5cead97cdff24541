"""A small stand-in for the playground's Slack server, and a browser on its page. No tests here."""

import asyncio
import contextlib
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket, WebSocketDisconnect

from playground.serving import serve

PAGE = Path(__file__).parents[2] / "playground" / "page"
CHROMIUM = shutil.which("chromium")
ARGS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
]  # fmt: skip

Json = dict[str, Any]

ME, BOT, ANA = "U0LEE", "U0QOS", "U0ANA"
HELPDESK, PRIVATE, OLD, SHARED, DM = "C0HELP", "G0ALERT", "C0OLD", "C0SHARED", "D0QOS"
EPOCH = 1_764_064_320  # 2025-11-25 09:52:00 UTC


def user(id_: str, name: str, real_name: str, color: str, is_bot: bool = False) -> Json:
    return {"id": id_, "name": name, "real_name": real_name, "is_bot": is_bot, "color": color}


def channel(id_: str, name: str, kind: str = "public", **more: Any) -> Json:
    base = {"id": id_, "name": name, "kind": kind, "topic": "", "is_archived": False, "is_shared": False}
    return {**base, "bot_is_member": True, "user": None, "hint": "Try a meeting below.", **more}


def message(text: str = "", blocks: list[Json] | None = None, *, at: float = EPOCH, by: str = BOT, **more: Any) -> Json:
    base = {"ts": f"{at:.6f}", "channel": HELPDESK, "user": by, "is_bot": by == BOT, "text": text, "mrkdwn": True}
    base |= {"blocks": blocks or [], "thread_ts": None, "reply_count": 0, "edited": False, "ephemeral": False}
    return {**base, "files": [], "reactions": [], "subtype": None, **more}


def people() -> list[Json]:
    return [
        user(ME, "lee", "Lee Park", "#8a4fbf"),
        user(BOT, "qos", "Call Quality", "#1d63c4", is_bot=True),
        user(ANA, "ana", "Ana Souza", "#b3541e"),
    ]


def world(*messages: Json) -> Json:
    by_channel: dict[str, list[Json]] = {}
    for one in messages:
        by_channel.setdefault(one["channel"], []).append(one)
    return {
        "team": {"id": "T0", "name": "Northwind"},
        "me": people()[0],
        "users": people(),
        "channels": [
            channel(HELPDESK, "av-helpdesk", topic="Calls that went wrong, and why"),
            channel(PRIVATE, "qos-alerts", "private", bot_is_member=False),
            channel(SHARED, "acme-rollout", is_shared=True),
            channel(OLD, "office-move-2024", is_archived=True),
            channel(DM, "qos", "im", user=BOT, hint="Ask about any call here."),
        ],
        "messages": by_channel,
        "commands": [
            {
                "command": "/qos",
                "usage_hint": "meeting 858 1234 5678",
                "description": "Who had the worst call, and why",
                "completions": ["meeting 858 1234 5678", "meeting 872 4411 0093", "webinar 910 5522 7788", "help"],
            }
        ],
        "meetings": [
            {"kind": "meeting", "id": "858 1234 5678", "title": "Weekly sync", "what": "one bad uplink"},
            {"kind": "meeting", "id": "872 4411 0093", "title": "Berlin stand-up", "what": "a whole site"},
            {"kind": "webinar", "id": "910 5522 7788", "title": "Autumn all-hands", "what": "1,000 people"},
        ],
        "bot_connected": True,
        "zoom_note": "A local Zoom answers here.",
    }


def plain(text: str, **more: Any) -> Json:
    return {"type": "plain_text", "text": text, **more}


def markup(text: str, **more: Any) -> Json:
    return {"type": "mrkdwn", "text": text, **more}


def section(text: str, **more: Any) -> Json:
    return {"type": "section", "block_id": "s1", "text": markup(text, **more)}


def button(text: str, action_id: str, **more: Any) -> Json:
    return {"type": "button", "text": plain(text), "action_id": action_id, "value": f"value of {action_id}", **more}


def actions(*elements: Json) -> Json:
    return {"type": "actions", "block_id": "a1", "elements": list(elements)}


class Stub:
    """Serves the page and the given state, keeps every POST, and sends frames when told to."""

    def __init__(self, state: Json) -> None:
        self.state = state
        self.posts: list[tuple[str, Json]] = []
        self.answers: dict[str, Json] = {}
        self.came = asyncio.Condition()
        self.gate = asyncio.Event()
        self.gate.set()
        self.sockets: set[WebSocket] = set()
        self.app = Starlette(
            routes=[
                Route("/", lambda _: FileResponse(PAGE / "index.html")),
                Mount("/static", StaticFiles(directory=PAGE)),
                Route("/ui/state", lambda _: JSONResponse(self.state)),
                WebSocketRoute("/ui/socket", self._socket),
                Route("/ui/file/{id}", self._file),
                Route("/ui/{what}", self._post, methods=["POST"]),
            ]
        )

    async def send(self, frame: Json) -> None:
        for socket in list(self.sockets):
            await socket.send_json(frame)

    async def posted(self, what: str) -> Json:
        """The body of the first such POST, waiting until it came."""
        async with asyncio.timeout(10), self.came:
            await self.came.wait_for(lambda: any(path == what for path, _ in self.posts))
        return next(body for path, body in self.posts if path == what)

    async def _post(self, request: Request) -> Response:
        what = request.path_params["what"]
        body = await request.json()
        async with self.came:
            self.posts.append((what, body))
            self.came.notify_all()
        await self.gate.wait()
        return JSONResponse(self.answers.get(what, {"ok": True}))

    async def _file(self, request: Request) -> Response:
        return Response("name,loss\nKofi,7.9\n", headers={"content-disposition": 'attachment; filename="people.csv"'})

    async def _socket(self, socket: WebSocket) -> None:
        await socket.accept()
        self.sockets.add(socket)
        with contextlib.suppress(WebSocketDisconnect):
            await socket.receive_text()
        self.sockets.discard(socket)


@asynccontextmanager
async def browser_page(address: str, **context: Any) -> AsyncIterator[Any]:
    """A Playwright page at the address, its socket open. Skips the test where Playwright or Chromium is missing."""
    playwright = pytest.importorskip("playwright.async_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    settings = {
        "viewport": {"width": 1280, "height": 800},
        "locale": "en-GB",
        "timezone_id": "Europe/Berlin",
        **context,
    }
    async with playwright.async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        page = await browser.new_page(**{**settings, **context})
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
        await page.goto(address)
        await page.wait_for_selector("#app[data-socket=open]")
        yield page
        await browser.close()
        assert errors == []


@asynccontextmanager
async def open_page(*messages: Json, shows: Sequence[Json] = (), **context: Any) -> AsyncIterator[tuple[Any, Stub]]:
    """The page over a stub with these messages, and live events to begin."""
    stub = Stub(world(*messages) | {"shows": list(shows)})
    async with serve(stub.app) as address, browser_page(address, **context) as page:
        yield page, stub
