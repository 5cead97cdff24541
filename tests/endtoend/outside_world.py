"""A local Slack and a local Zoom, as the bot meets them. No tests here."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.types import ASGIApp, Receive, Scope, Send

from playground.serving import serve
from playground.slack.app import create_slack
from playground.slack.service import Slack
from playground.slack.settings import Settings as SlackSettings
from playground.slack.workspace import Workspace
from playground.zoom.app import create_zoom_app
from playground.zoom.journal import Entry
from playground.zoom.rules import Rules
from playground.zoom.scenarios import seeded
from playground.zoom.world import World

ROOT = Path(__file__).parents[2]
Transport = Literal["socket", "http"]
HELPDESK = "av-helpdesk"
WEEKLY, WEEKLY_SPACED = "85812345678", "858 1234 5678"
UNLINKED = "\u200b"
"""Stands inside addresses, so that Slack makes no link of them."""

SHUT_OUT = "exec-support"
"""A private channel that the bot is not a member of."""


@cache
def manifest() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "manifest.yml").read_text())
    return loaded


def slack_settings(**changes: Any) -> SlackSettings:
    """Exactly the scopes and events of the manifest, so that one that is missing there shows."""
    said = manifest()
    granted: dict[str, Any] = {
        "scopes": set(said["oauth_config"]["scopes"]["bot"]),
        "bot_events": set(said["settings"]["event_subscriptions"]["bot_events"]),
        "command_url_replaces": True,
    }
    return SlackSettings(**(granted | changes))


@cache
def calls() -> World:
    """The seeded calls; the same for every test, nobody changes them."""
    return seeded(datetime.now(UTC))


class Gate:
    """In front of the local Zoom: holds summary pages back until told otherwise."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._passing = 0
        self._open = asyncio.Event()
        self._open.set()
        self.reached = asyncio.Event()
        """Set as soon as somebody waits at the gate."""

    def hold(self, after: int = 0) -> None:
        """Let so many summary pages pass, then hold the next ones."""
        self._passing = after
        self.reached.clear()
        self._open.clear()

    def release(self) -> None:
        self._open.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].endswith("/qos_summary") and not self._open.is_set():
            if self._passing:
                self._passing -= 1
            else:
                self.reached.set()
                await self._open.wait()
        await self._app(scope, receive, send)


@dataclass
class Zoom:
    """The local Zoom, serving. `journal` has one entry per request that came."""

    url: str
    rules: Rules
    gate: Gate
    app: Starlette

    @property
    def journal(self) -> list[Entry]:
        journal: list[Entry] = self.app.state.journal
        return journal

    def asked(self, operation: str) -> int:
        """How many requests of that operation, e.g. `meeting.summary`."""
        return sum(entry.operation == operation for entry in self.journal)

    def secrets(self) -> set[str]:
        rules = self.rules
        return {rules.client_secret, rules.videosdk_secret, *self.app.state.tokens._grants}


class Late:
    """An application that is only known once its server serves."""

    def __init__(self) -> None:
        self.app: ASGIApp = Starlette()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app(scope, receive, send)


@asynccontextmanager
async def outside(port: int = 0, bot: ASGIApp | None = None, **slack_says: Any) -> AsyncIterator[tuple[Slack, Zoom]]:
    """Slack, Zoom under `/zoom`, and the bot's routes under `/bot`, on one port. Zoom throttles nobody."""
    rules, settings = Rules(), slack_settings(**slack_says)
    zoom_app = create_zoom_app(calls(), rules)
    gate = Gate(zoom_app)
    slack_app = create_slack(Workspace(), settings)
    slack: Slack = slack_app.state.slack
    whole = Starlette(routes=[Mount("/zoom", gate), Mount("/bot", bot or Starlette()), Mount("/", slack_app)])
    async with serve(whole, port) as settings.base_url:
        try:
            yield slack, Zoom(f"{settings.base_url}/zoom", rules, gate, zoom_app)
        finally:
            gate.release()
            await slack.close()


def variables(slack: Slack, zoom: Zoom, database: Path, transport: Transport = "socket") -> dict[str, str]:
    """The bot's environment, by the names of its settings."""
    door = (
        {"SLACK_APP_TOKEN": slack.settings.app_token}
        if transport == "socket"
        else {"SLACK_SIGNING_SECRET": slack.settings.signing_secret}
    )
    return door | zoom_variables(zoom) | {
        "SLACK_BOT_TOKEN": slack.settings.bot_token,
        "SLACK_API_URL": f"{slack.settings.base_url}/api/",
        "DATABASE_URL": f"sqlite+aiosqlite:///{database}",
        "HOST": "127.0.0.1",
        "LOG_FORMAT": "json",
    }  # fmt: skip


def zoom_variables(zoom: Zoom) -> dict[str, str]:
    rules = zoom.rules
    return {
        "ZOOM_ACCOUNT_ID": rules.account_id,
        "ZOOM_CLIENT_ID": rules.client_id,
        "ZOOM_CLIENT_SECRET": rules.client_secret,
        "ZOOM_VIDEOSDK_API_KEY": rules.videosdk_key,
        "ZOOM_VIDEOSDK_API_SECRET": rules.videosdk_secret,
        "ZOOM_API_URL": f"{zoom.url}/v2",
        "ZOOM_OAUTH_URL": f"{zoom.url}/oauth/token",
    }
