"""Buttons under summaries: one row per action id."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot.blocks import notices
from bot.blocks.table import csv, table, table_text
from bot.domain.model import MeetingRef, Report, View
from bot.ports import Message
from bot.services.sharing import Outcome, Place
from handlers import state
from handlers.boundary import boundary
from handlers.commands import message_for
from handlers.outcomes import told
from handlers.replies import Reply
from handlers.services import Services


@dataclass(frozen=True, slots=True)
class Press:
    """One press of a button: what it is about, who pressed, where, and how to answer."""

    services: Services
    reply: Reply
    ref: MeetingRef
    view: View
    place: Place
    user_id: str
    in_public: bool

    async def report(self, *, refresh: bool = False) -> Report:
        async with self.reply.watching() as progress:
            return await self.services.reports.report(self.ref, self.view, refresh=refresh, progress=progress)


async def show_all(press: Press) -> None:
    """The sortable table; people beyond it come as a CSV in the presser's own DM."""
    report = await press.report()
    shown, in_words = await asyncio.to_thread(lambda: (table(report), table_text(report)))
    await press.reply.say(shown, fallback=in_words)
    if _rows(shown) < len(report.participants):
        await _csv_to_dm(press, report)


def _rows(message: Message) -> int:
    return sum(len(block["rows"]) - 1 for block in message.blocks if block["type"] == "data_table")


async def _csv_to_dm(press: Press, report: Report) -> None:
    channel = await press.services.poster.open_dm(press.user_id)
    name = f"call-quality-{report.subject.number or 'session'}-{report.as_of:%Y%m%d-%H%M}.csv"
    title = f"Call quality, {len(report.participants)} people"
    content = await asyncio.to_thread(csv, report)  # 10,000 people take a quarter of a second
    await press.services.poster.upload_csv(channel, name, title, content, "Everybody in the call, all streams.")


async def send_csv(press: Press) -> None:
    await _csv_to_dm(press, await press.report())
    await press.reply.say(notices.sent_csv())


async def refresh(press: Press) -> None:
    report = await press.report(refresh=True)
    await press.reply.say(await message_for(press.services, report, shared=press.in_public))


async def share(press: Press, *, confirmed: bool = False) -> None:
    report = await press.report()
    message = await message_for(press.services, report, shared=True)
    outcome = await press.services.sharing.share_once(message, report.subject, press.place, confirmed=confirmed)
    if outcome is Outcome.SHARED:
        await press.reply.say(notices.shared())
    else:
        await press.reply.say(told(outcome, state.encode(report.subject, press.view)))


async def share_confirmed(press: Press) -> None:
    await share(press, confirmed=True)


async def to_dm(press: Press) -> None:
    report = await press.report()
    message = await message_for(press.services, report, shared=True)
    await press.services.sharing.send_to_dm(message, report.subject, press.place.team_id, press.user_id)
    await press.reply.say(notices.sent_to_dm())


async def dismiss(press: Press) -> None:
    await press.reply.say(notices.kept_private())


@dataclass(frozen=True, slots=True)
class Action:
    """`in_place`: the answer replaces the message that the button stands in, instead of following it."""

    id: str
    run: Callable[[Press], Awaitable[None]]
    in_place: bool = False


ACTIONS = (
    Action("qos_all", show_all),
    Action("qos_share", share),
    Action("qos_share_confirmed", share_confirmed, in_place=True),
    Action("qos_refresh", refresh, in_place=True),
    Action("qos_ask", to_dm),
    Action("qos_csv", send_csv),
    Action("qos_dm", to_dm),
    Action("qos_dismiss", dismiss, in_place=True),
)


async def _old(_press: Press) -> None:
    raise state.old_button()


OLD = Action("qos_old", _old)
MENU = "qos_more"
ANY = re.compile(".*")
BY_ID = {action.id: action for action in ACTIONS}


def register(app: AsyncApp, services: Services) -> None:
    for action in ACTIONS:
        _listen(app, services, action)

    @app.action(MENU)
    async def chosen(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        action_id, _, remembered = str(body["actions"][0]["selected_option"]["value"]).partition("|")
        await _run(services, BY_ID.get(action_id, OLD), body, respond, remembered)


def register_last(app: AsyncApp, services: Services) -> None:
    """Buttons that no door knows any more still get an answer; without one Slack says that the app did not respond."""

    @app.action(ANY)
    async def unknown(ack: AsyncAck, respond: AsyncRespond) -> None:
        await ack()
        async with boundary(services, OLD.id, Reply(respond).apologise):
            raise state.old_button()


def _listen(app: AsyncApp, services: Services, action: Action) -> None:
    @app.action(action.id)
    async def pressed(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        await _run(services, action, body, respond, str(body["actions"][0].get("value", "")))


async def _run(
    services: Services, action: Action, body: dict[str, Any], respond: AsyncRespond, remembered: str
) -> None:
    reply = Reply(respond, in_place=action.in_place)
    async with boundary(services, action.id, reply.apologise):
        await action.run(_press(services, reply, body, remembered))


def _press(services: Services, reply: Reply, body: dict[str, Any], remembered: str) -> Press:
    ref, view = state.decode(remembered)
    channel, team = body.get("channel") or {}, body.get("team") or {}
    place = Place(str(team.get("id", "")), str(channel.get("id", "")), str(channel.get("name", "")))
    return Press(services, reply, ref, view, place, str(body["user"]["id"]), _in_public(body))


def _in_public(body: dict[str, Any]) -> bool:
    """Whether the button stands in a message that others see too."""
    return not (body.get("container") or {}).get("is_ephemeral", False)
