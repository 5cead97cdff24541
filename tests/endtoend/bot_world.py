"""A local Slack, a local Zoom, and the real bot between them. No tests here."""

import asyncio
import contextlib
import io
import json
import logging
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import structlog
from starlette.applications import Starlette

from bot.app import Application, opened
from bot.config import Settings
from bot.telemetry import set_up_logs
from playground.slack.blocks import message_problems
from playground.slack.delivery import Ack
from playground.slack.identify import elements
from playground.slack.model import Message
from playground.slack.service import Slack
from tests.endtoend.outside_world import HELPDESK, Late, Transport, Zoom, outside, variables

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")


@dataclass
class Bot:
    """The whole scene. `ask` and `press` speak as Lee in #av-helpdesk unless told otherwise."""

    slack: Slack
    zoom: Zoom
    application: Application
    settings: Settings
    logs: io.StringIO
    url: str
    """Where the bot's own HTTP routes answer."""
    received: list[Message] = field(default_factory=list)
    """Every message of the bot, as it is now."""

    async def ask(self, text: str, channel: str = HELPDESK, user: str = "lee") -> Message:
        """`/qos text`, acknowledged; the bot's next message there."""
        await self.type(text, channel, user)
        return await self.slack.next_message(channel)

    async def type(self, text: str, channel: str = HELPDESK, user: str = "lee") -> None:
        result = await self.slack.command(user, channel, f"/qos {text}")
        assert isinstance(result, Ack), result

    async def press(self, message: Message, which: str, user: str | None = None) -> None:
        """Press a button or choose an entry of the menu; returns when the bot has acknowledged."""
        action_id, chosen = choices(message)[which]
        result = await self.slack.press(message, action_id, chosen=chosen, user=user)
        assert isinstance(result, Ack), result

    async def idle(self) -> None:
        """Wait until the bot has finished what it began."""
        assert await self.application.services.running.drain(20) == 0

    def log(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.logs.getvalue().splitlines()]

    def leaks(self) -> list[str]:
        """What must be in no message and no log line: secrets, addresses, e-mails; in logs, no names either."""
        people = [person for call in self.zoom.app.state.world.calls for person in call.people]
        private = self.zoom.secrets() | {
            self.slack.settings.bot_token, self.slack.settings.app_token, self.slack.settings.signing_secret,
            *(person.place.ip for person in people), *(person.email for person in people),
            *(person.user_id for person in people),
        }  # fmt: skip
        said = [text for message in self.received for text in (message.text, json.dumps(message.blocks))]
        found = [f"said: {secret}" for secret in private if secret and any(secret in text for text in said)]
        lines = self.logs.getvalue()
        secret_or_name = private | {person.name for person in people if len(person.name) > 5}
        found += [f"logged: {secret}" for secret in secret_or_name if secret and secret in lines]
        found += [f"logged: {address}" for address in _EMAIL.findall(lines)]
        return found

    def refused_blocks(self) -> list[object]:
        """What Slack's rules say against the messages that stand there, text and blocks."""
        return [
            problem
            for message in self.received
            for problem in message_problems(message.blocks, lambda _: False)
        ]  # fmt: skip


def choices(message: Message) -> dict[str, tuple[str, str | None]]:
    """The words of every button and menu entry, each with its action id and, in a menu, what to choose."""
    found: dict[str, tuple[str, str | None]] = {}
    for _, element in elements(message.blocks):
        options = element.get("options")
        if options is None and "text" in element:
            found[element["text"]["text"]] = element["action_id"], None
        elif options is not None:
            found |= {option["text"]["text"]: (element["action_id"], option["text"]["text"]) for option in options}
    return found


def words(message: Message) -> str:
    """Everything that the blocks show, without their layout."""
    return " ".join(_texts(message.blocks))


def _texts(content: Any) -> list[str]:
    if isinstance(content, dict):
        own = [content["text"]] if isinstance(content.get("text"), str) else []
        return own + [text for value in content.values() for text in _texts(value)]
    return [text for item in content for text in _texts(item)] if isinstance(content, list) else []


@contextlib.contextmanager
def captured_logs() -> Iterator[io.StringIO]:
    """The log exactly as production writes it, in JSON."""
    root, lines = logging.getLogger(), io.StringIO()
    handlers, level = root.handlers[:], root.level
    root.handlers = []
    with contextlib.redirect_stderr(lines):
        set_up_logs("json")
    try:
        yield lines
    finally:
        root.handlers = handlers
        root.setLevel(level)
        structlog.reset_defaults()


@asynccontextmanager
async def bot_between(
    folder: Path, transport: Transport = "socket", *, slack_says: Mapping[str, Any] | None = None, **settings: Any
) -> AsyncIterator[Bot]:
    """Everything in this process, connected. At the end: nothing leaked, and Slack accepts all that was said."""
    async with AsyncExitStack() as stack:
        logs, door = stack.enter_context(captured_logs()), Late()
        slack, zoom = await stack.enter_async_context(outside(0, door, **(slack_says or {})))
        known = variables(slack, zoom, folder / "qos.db", transport) | settings
        configured = Settings(_env_file=None, **{name.lower(): value for name, value in known.items()})
        application = await stack.enter_async_context(opened(configured))
        door.app = Starlette(routes=application.routes)
        bot = Bot(slack, zoom, application, configured, logs, f"{slack.settings.base_url}/bot")
        slack.workspace.listen(_collector(bot.received))
        await stack.enter_async_context(_connected(bot))
        yield bot
        zoom.gate.release()
        await bot.idle()
        assert bot.leaks() == []
        assert bot.refused_blocks() == []


def _collector(received: list[Message]) -> Callable[[Any], None]:
    def arrived(change: Any) -> None:
        if change.kind == "message" and change.message.bot_id is not None:
            received.append(change.message)

    return arrived


@asynccontextmanager
async def _connected(bot: Bot) -> AsyncIterator[None]:
    if bot.application.socket is None:
        assert await bot.slack.use_http(f"{bot.url}/slack/events")
        yield
        return
    task = asyncio.create_task(bot.application.socket.run())
    try:
        connected = asyncio.create_task(bot.slack.bot_is_connected())
        await asyncio.wait({task, connected}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            task.result()
        await connected
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def eventually(check: Callable[[], Awaitable[bool]], within_s: float = 30.0) -> None:
    """Ask again and again until it holds: for other processes, which tell nobody when they are ready.

    Raises:
        AssertionError: it never held.
    """
    until = time.monotonic() + within_s
    while not await check():
        assert time.monotonic() < until, "it never held"
        await asyncio.sleep(0.05)
