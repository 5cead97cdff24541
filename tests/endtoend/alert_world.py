"""A bot that works on Zoom's events and watches for its channels. No tests here."""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import httpx

from bot.feeding import Work
from playground.slack.model import Message
from playground.zoom.timeline import MINUTE, Filmed, Sent, Show, deliveries
from playground.zoom.webhook import Webhook
from tests.endtoend.bot_world import Bot, bot_between, choices
from tests.endtoend.outside_world import Transport

ALERTS = "av-alerts"
SECRET = "local-webhook-secret"


@dataclass
class Watching:
    """`bot` as elsewhere; `webhook` is Zoom's."""

    bot: Bot
    webhook: Webhook
    began: datetime
    """Every show ends then."""

    async def subscribe(self, terms: str = "share:1%", channel: str = ALERTS) -> Message:
        """With terms, through preview and button; the message that says so."""
        preview = await self.bot.ask(f"subscribe {terms}", channel)
        await self.bot.press(preview, "Subscribe")
        return await self.bot.slack.next_message(channel, kind="message_changed")

    async def happens(self, show: Show, until_minute: float | None = None) -> list[Filmed]:
        """Zoom sends the show's events at once, those up to that minute; returns the calls. The rest may follow."""
        calls, sent = deliveries(show, random.Random(show.id), self.began - show.minutes * MINUTE)
        await self.send([one for one in sent if until_minute is None or one.minute <= until_minute])
        return calls

    async def send(self, sent: list[Sent]) -> None:
        """As many at a time as Zoom may have under way; all are taken."""
        for start in range(0, len(sent), 20):
            delivered = [self.webhook.deliver(one.event, datetime.now(UTC)) for one in sent[start : start + 20]]
            assert set(await asyncio.gather(*delivered)) == {204}

    async def alert(self, channel: str = ALERTS) -> Message:
        """The bot's next message there that everybody sees."""
        return await self.bot.slack.next_message(channel, lambda m: not m.ephemeral and "Details" in choices(m))


@asynccontextmanager
async def watching(folder: Path, transport: Transport = "socket") -> AsyncIterator[Watching]:
    """Doors, worker, timers and outbox of one bot, in this process."""
    async with (
        bot_between(folder, transport, zoom_webhook_secret_token=SECRET) as bot,
        httpx.AsyncClient(trust_env=False) as http,
    ):
        work = [asyncio.create_task(_until_cancelled(one)) for one in bot.application.work.values()]
        try:
            yield Watching(
                bot,
                Webhook(http, f"{bot.url}/zoom/events", SECRET, minute_s=0),
                datetime.now(UTC).replace(microsecond=0),
            )
        finally:
            ended = [task for task in work if task.done()]
            for task in work:
                task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.gather(*work, return_exceptions=True)
            assert ended == [], "what works beside the doors goes on as long as they do"


async def _until_cancelled(work: Work) -> None:
    await work()
