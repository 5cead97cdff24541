"""Live events in the demo: the local Zoom's webhook at the bot, and shows that begin at the press of a button."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime

import httpx

from playground.slack.identify import find
from playground.slack.model import Json
from playground.slack.service import NotPossible, Slack
from playground.zoom.events import Event
from playground.zoom.shows import SHOWS, SITE
from playground.zoom.timeline import DEMO_MINUTE_S, Player
from playground.zoom.webhook import Webhook
from playground.zoom.world import World

ALERTS, SUBSCRIBE = "av-alerts", "Subscribe"
FIRST_SHOW_AFTER_S = 6.0
"""How long somebody has had the page open before the first show begins by itself."""

VALIDATIONS, VALIDATED_EVERY_S = 100, 0.2
BY_ID = {show.id: show for show in SHOWS}


def catalogue(slack: Slack) -> list[Json]:
    """The shows as the page offers them."""
    channel = slack.workspace.channel_named(ALERTS).id
    return [{"id": show.id, "title": show.title, "what": show.what, "channel": channel} for show in SHOWS]


@asynccontextmanager
async def live(
    slack: Slack, world: World, url: str, secret: str, minute_s: float = DEMO_MINUTE_S
) -> AsyncIterator[None]:
    """Events go to the bot's `url` while the block runs; until it answers the challenge nothing can be played."""
    async with httpx.AsyncClient(trust_env=False) as http:
        webhook = Webhook(http, url, secret, minute_s)

        async def deliver(event: Event) -> None:
            await webhook.deliver(event, _now())

        player = Player(world, deliver, _now, minute_s)
        opening = asyncio.create_task(_opening(slack, webhook, player))
        try:
            yield
        finally:
            slack.play = None
            opening.cancel()
            await asyncio.gather(opening, return_exceptions=True)


async def _opening(slack: Slack, webhook: Webhook, player: Player) -> None:
    if not await _is_valid(webhook):
        return
    await _subscribe(slack)
    async with asyncio.TaskGroup() as playing:

        def begin(id_: str) -> None:
            if id_ in player.playing:
                raise NotPossible("That is under way already")
            player.playing.add(id_)
            playing.create_task(player.play(BY_ID[id_]))

        slack.play = begin
        await slack.page_opened.wait()
        await asyncio.sleep(FIRST_SHOW_AFTER_S)
        if not player.playing:
            begin(SITE.id)
        await asyncio.Event().wait()


async def _subscribe(slack: Slack) -> None:
    """The channel of the shows is to hear of them: typed and pressed as a person would, with the usual rule."""
    await slack.command(slack.workspace.me, ALERTS, "/qos subscribe label:poor")
    with suppress(TimeoutError):
        preview = await slack.next_message(ALERTS, lambda message: find(message.blocks, SUBSCRIBE) is not None)
        await slack.press(preview, SUBSCRIBE)
        await slack.next_message(ALERTS, kind="message_changed")


async def _is_valid(webhook: Webhook) -> bool:
    """The bot's socket may be there before its webhook is."""
    for _ in range(VALIDATIONS):
        if await webhook.validate(_now()):
            return True
        await asyncio.sleep(VALIDATED_EVERY_S)
    return False


def _now() -> datetime:
    return datetime.now(UTC)
