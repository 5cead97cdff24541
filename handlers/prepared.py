"""What an answer offered to do and somebody then pressed: one row per act. Nothing happens before the press."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bot.blocks import notices, subscription_notices
from bot.blocks.table import csv
from bot.domain.holds import SnoozeFor
from bot.domain.model import DEFAULT_VIEW
from bot.errors import BadInput, SlackError
from bot.ports import Posted
from bot.question_ports import Kept
from bot.questions.answer import Act
from bot.services import asking
from bot.services.sharing import Outcome, Place
from handlers import people, state, subscriptions
from handlers.commands import message_for
from handlers.outcomes import told
from handlers.replies import Reply
from handlers.services import Services

_CHANNEL = re.compile(r"<#([A-Z0-9]+)(?:\|([^<>]*))?>")


@dataclass(frozen=True, slots=True)
class Order:
    """`said`: what the answer prepared, by `do` and its arguments."""

    services: Services
    reply: Reply
    answer: Kept
    said: Mapping[str, str]
    place: Place
    user_id: str


async def snooze(order: Order) -> None:
    """Of the alert that stands in this channel."""
    services = order.services
    here = asking.Place(order.place.team_id, order.place.channel_id)
    alert_id = await services.asking.alert_in(here, order.answer.ref)
    try:
        what = SnoozeFor(order.said.get("for", ""))
    except ValueError as error:
        raise state.old_button() from error
    if alert_id is None:
        raise BadInput(
            "no_alert", "There is no alert about this call in this channel.", "`/qos quiet` sets quiet hours."
        )
    zone = await people.zone_of(services.poster, order.user_id)
    await services.alerts.snooze(alert_id, what, order.user_id, zone)
    await order.reply.say(subscription_notices.snoozed(what))


async def subscribe(order: Order) -> None:
    """The same preview as the command's, with its own button: terms are read back and tried on past calls first."""
    _, message = await subscriptions.previewed(order.services, order.place, order.said.get("terms", ""))
    await order.reply.say(message)


async def share(order: Order) -> None:
    """Into the channel that the question named; Slack gives its id where it was picked from Slack's list."""
    wanted = order.said.get("channel", "").removeprefix("#")
    named = {name or id: id for id, name in _CHANNEL.findall(order.answer.turn.text)}
    channel_id = named.get(wanted) or next(iter(named.values()), None)
    if channel_id is None:
        raise BadInput(
            "which_channel", "I could not tell which channel that is.", "Type # and pick it from Slack's list."
        )
    services = order.services
    report = await services.reports.report(order.answer.ref, DEFAULT_VIEW)
    place = Place(order.place.team_id, channel_id, wanted)
    outcome = await services.sharing.share(await message_for(services, report, shared=True), report.subject, place)
    kept = state.encode(report.subject, DEFAULT_VIEW)
    await order.reply.say(notices.shared() if outcome is Outcome.SHARED else told(outcome, kept))


async def export(order: Order) -> None:
    """Everybody's numbers as a file in the thread."""
    services, where = order.services, order.answer.where
    report = await services.reports.report(order.answer.ref, DEFAULT_VIEW)
    name = f"call-quality-{report.subject.number or 'session'}-{report.as_of:%Y%m%d-%H%M}.csv"
    title = f"Call quality, {len(report.participants)} people"
    content = await asyncio.to_thread(csv, report)  # 10,000 people take a quarter of a second
    note = "Everybody in the call, all streams."
    await services.poster.upload_csv(where.channel_id, name, title, content, note, where.ts or None)


async def refresh(order: Order) -> None:
    """Zoom is asked again; the summary that the thread stands under shows what it says, where there is one."""
    services, where = order.services, order.answer.where
    report = await services.reports.report(order.answer.ref, DEFAULT_VIEW, refresh=True)
    services.asking.forget(order.answer.ref)
    message = await message_for(services, report, shared=True)
    here = asking.Place(where.team_id, where.channel_id)
    try:
        if not where.ts or await services.asking.alert_in(here, order.answer.ref) is not None:
            raise LookupError
        await services.poster.update(Posted(where.channel_id, where.ts), message)
    except (SlackError, LookupError):  # the thread begins with an alert, or with somebody's own words
        await services.poster.post(where.channel_id, message, where.ts or None)


ACTS: Mapping[str, Callable[[Order], Awaitable[None]]] = {
    Act.SNOOZE: snooze,
    Act.SUBSCRIBE: subscribe,
    Act.SHARE: share,
    Act.EXPORT: export,
    Act.REFRESH: refresh,
}


async def carry_out(order: Order) -> None:
    """Raises `QosError`; `old_button` for what this version does not know."""
    run = ACTS.get(order.said.get("do", ""))
    if run is None:
        raise state.old_button()
    await run(order)
