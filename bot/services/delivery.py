"""One message to Slack: made as things are now, and posted, brought up to date, or told in a thread. Keeps nothing."""

from typing import NamedTuple

import structlog

from bot.alert_ports import AlertRow
from bot.blocks.alert import verdict_changed
from bot.blocks.alert_log import quiet_over
from bot.blocks.alert_owner import cannot_post
from bot.domain.alert_card import AlertCard
from bot.errors import SlackError
from bot.outbox_ports import OutboxStore, Sort, Wish
from bot.ports import Clock, Message, Posted, Poster
from bot.services.alert_message import message_of, points_to

GONE = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})
"""The message cannot be brought up to date any more."""

NO_THREAD = frozenset({"thread_not_found", "cannot_reply_to_message", "message_not_found"})
POSTED_ANEW_AT_MOST = 1
log = structlog.get_logger()


class Delivered(NamedTuple):
    """Where the message stands; `anew`: the one before was gone."""

    posted: Posted
    anew: bool = False


class Delivery:
    """Raises `SlackError` and `StoreError`."""

    def __init__(self, store: OutboxStore, poster: Poster, clock: Clock) -> None:
        self._store = store
        self._poster = poster
        self._clock = clock

    async def send(self, wish: Wish) -> Delivered | None:
        """None: there is nothing to send any more."""
        if wish.sort is Sort.OWNER:
            dm = await self._poster.open_dm(wish.owner_id)
            return Delivered(await self._poster.post(dm, cannot_post(wish.channel.channel_id, wish.refusal)))
        if wish.sort is Sort.LINE:
            return Delivered(await self._post(wish.channel.channel_id, quiet_over(wish.topics)))
        if wish.alert is None or wish.alert.state.card is None or wish.alert.state.folded:
            return None
        if wish.sort is Sort.REPLY:
            return await self._reply(wish, wish.alert)
        return await self._card(wish, wish.alert, wish.alert.state.card)

    async def _card(self, wish: Wish, alert: AlertRow, card: AlertCard) -> Delivered | None:
        now = self._clock()
        scene = await self._store.scene(alert, now)
        leader = points_to(alert, scene)
        link = await self._link(leader.message) if leader and leader.message else None
        message = message_of(alert, card, scene, now, link)
        if alert.message is None:
            return Delivered(await self._post(wish.channel.channel_id, message))
        try:
            await self._poster.update(alert.message, message)
            return Delivered(alert.message)
        except SlackError as error:
            if error.slack_code not in GONE:
                raise
            if alert.posted_anew >= POSTED_ANEW_AT_MOST:
                log.warning("alert_gone", alert=alert.id, code=error.slack_code, ref=error.ref)
                return None
            log.warning("alert_posted_anew", alert=alert.id, code=error.slack_code, ref=error.ref)
        return Delivered(await self._post(wish.channel.channel_id, message), anew=True)

    async def _reply(self, wish: Wish, alert: AlertRow) -> Delivered | None:
        if wish.reply is None or alert.message is None:
            return None
        message = verdict_changed(wish.reply.card, wish.reply.before, self._clock())
        try:
            return Delivered(await self._poster.post(alert.message.channel_id, message, alert.message.ts))
        except SlackError as error:
            if error.slack_code not in NO_THREAD:
                raise
            log.warning("alert_thread_gone", alert=alert.id, code=error.slack_code, ref=error.ref)
            return None

    async def _post(self, channel_id: str, message: Message) -> Posted:
        """A public channel that the bot is not in is joined first."""
        try:
            return await self._poster.post(channel_id, message)
        except SlackError as error:
            if error.slack_code != "not_in_channel":
                raise
            refused = error
        try:
            await self._poster.join(channel_id)
        except SlackError as error:
            raise refused from error
        return await self._poster.post(channel_id, message)

    async def _link(self, posted: Posted) -> str | None:
        try:
            return await self._poster.link(posted)
        except SlackError:
            return None
