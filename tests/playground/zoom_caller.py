"""A plain caller of the local Zoom for its own tests: real HTTP on loopback, a clock that the test moves."""

import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import httpx
import jwt
from starlette.applications import Starlette
from starlette.routing import Mount

from playground.serving import serve
from playground.zoom.app import create_zoom_app
from playground.zoom.journal import Entry
from playground.zoom.rules import Rules
from playground.zoom.world import World

NOW = datetime(2026, 3, 4, 15, 30, tzinfo=UTC)

PATHS = {
    "meeting.summary": "/v2/metrics/meetings/{}/participants/qos_summary",
    "webinar.summary": "/v2/metrics/webinars/{}/participants/qos_summary",
    "session.summary": "/v2/videosdk/sessions/{}/users/qos_summary",
    "meeting.participants": "/v2/metrics/meetings/{}/participants",
    "webinar.participants": "/v2/metrics/webinars/{}/participants",
    "session.participants": "/v2/videosdk/sessions/{}/users",
    "meeting.details": "/v2/metrics/meetings/{}",
    "webinar.details": "/v2/metrics/webinars/{}",
    "session.details": "/v2/videosdk/sessions/{}",
}


def code_of(answer: httpx.Response) -> tuple[int, int | None]:
    return answer.status_code, answer.json().get("code")


@dataclass
class Time:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **length: float) -> None:
        self.now += timedelta(**length)


@dataclass
class Caller:
    client: httpx.AsyncClient
    rules: Rules
    time: Time
    journal: list[Entry]
    token: str = ""

    async def ask_token(self, **changes: str) -> httpx.Response:
        basic = f"{changes.get('client_id', self.rules.client_id)}:{self.rules.client_secret}"
        form = {"grant_type": "account_credentials", "account_id": self.rules.account_id} | {
            key: value for key, value in changes.items() if key != "client_id"
        }
        encoded = base64.b64encode(basic.encode()).decode()
        return await self.client.post("/oauth/token", data=form, headers={"Authorization": f"Basic {encoded}"})

    async def log_in(self) -> None:
        self.token = (await self.ask_token()).json()["access_token"]

    def videosdk_jwt(self, secret: str = "", **claims: Any) -> str:
        now = int(self.time.now.timestamp())
        body = {"iss": self.rules.videosdk_key, "iat": now, "exp": now + 3600} | claims
        return jwt.encode(body, secret or self.rules.videosdk_secret, algorithm="HS256")

    async def get(self, operation: str, ident: str, token: str = "", encoded: int = 2, **query: Any) -> httpx.Response:
        """One GET; `encoded` is how many times the id is percent-encoded."""
        for _ in range(encoded):
            ident = quote(ident, safe="")
        if not operation.endswith(".summary"):
            query.setdefault("type", "past")
        token = token or (self.videosdk_jwt() if operation.startswith("session") else self.token)
        url = PATHS[operation].format(ident)
        return await self.client.get(url, params=query, headers={"Authorization": f"Bearer {token}"})

    async def walk(self, operation: str, ident: str, page_size: int) -> list[dict[str, Any]]:
        """Every row, page after page."""
        rows: list[dict[str, Any]] = []
        query: dict[str, Any] = {"page_size": page_size}
        while True:
            page = (await self.get(operation, ident, **query)).raise_for_status().json()
            rows += page["users" if operation.startswith("session") else "participants"]
            if not page["next_page_token"]:
                return rows
            query["next_page_token"] = page["next_page_token"]


@asynccontextmanager
async def local_zoom(world: World, rules: Rules | None = None, under: str = "") -> AsyncIterator[Caller]:
    """A running local Zoom and somebody logged in to it; `under` mounts it below a path."""
    rules, time = rules or Rules(), Time()
    zoom = create_zoom_app(world, rules, time)
    app = Starlette(routes=[Mount(under, app=zoom)]) if under else zoom
    async with serve(app) as address, httpx.AsyncClient(base_url=address + under, timeout=10) as client:
        caller = Caller(client, rules, time, zoom.state.journal)
        await caller.log_in()
        zoom.state.journal.clear()
        yield caller
