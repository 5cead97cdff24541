"""The buttons and the menu under an alert. What they change shows in the alert itself, by way of the outbox."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot.blocks import alert as buttons
from bot.blocks import subscription_notices as notices
from bot.domain.holds import SnoozeFor
from bot.domain.model import DEFAULT_VIEW
from handlers import people, state
from handlers.boundary import boundary
from handlers.commands import message_for
from handlers.replies import Reply
from handlers.services import Services


@dataclass(frozen=True, slots=True)
class Press:
    """One press under an alert. `chosen` is the menu's entry, empty for a button."""

    services: Services
    reply: Reply
    alert_id: int
    chosen: str
    user_id: str
    user_name: str


async def details(press: Press) -> None:
    """The report, for the presser only."""
    ref = await press.services.alerts.subject(press.alert_id)
    async with press.reply.watching() as progress:
        report = await press.services.reports.report(ref, DEFAULT_VIEW, progress=progress)
    await press.reply.say(await message_for(press.services, report))


async def acknowledge(press: Press) -> None:
    name = await people.name_of(press.services.poster, press.user_id) or press.user_name
    await press.services.alerts.acknowledge(press.alert_id, press.user_id, name)


async def snooze(press: Press) -> None:
    try:
        what = SnoozeFor(press.chosen)
    except ValueError as error:
        raise state.old_button() from error
    zone = await people.zone_of(press.services.poster, press.user_id)
    await press.services.alerts.snooze(press.alert_id, what, press.user_id, zone)
    await press.reply.say(notices.snoozed(what))


async def not_useful(press: Press) -> None:
    await press.services.alerts.not_useful(press.alert_id, press.user_id)
    await press.reply.say(notices.noted_not_useful())


ACTIONS: dict[str, Callable[[Press], Awaitable[None]]] = {
    buttons.DETAILS: details,
    buttons.ACKNOWLEDGE: acknowledge,
    buttons.SNOOZE: snooze,
    buttons.NOT_USEFUL: not_useful,
}


def register(app: AsyncApp, services: Services) -> None:
    for action_id, run in ACTIONS.items():
        _listen(app, services, action_id, run)


def _listen(app: AsyncApp, services: Services, action_id: str, run: Callable[[Press], Awaitable[None]]) -> None:
    @app.action(action_id)
    async def pressed(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        reply = Reply(respond)
        async with boundary(services, action_id, reply.apologise):
            await run(_press(services, reply, body))


def _press(services: Services, reply: Reply, body: dict[str, Any]) -> Press:
    alert_id, chosen = meant(body["actions"][0])
    user = body["user"]
    return Press(services, reply, alert_id, chosen, str(user["id"]), str(user.get("name", "")))


def meant(action: Mapping[str, Any]) -> tuple[int, str]:
    """The alert's id, and the chosen entry of the menu, empty for a button.

    Raises:
        BadInput: a button of another version, or none of ours.
    """
    remembered = str((action.get("selected_option") or action).get("value", ""))
    chosen, _, alert_id = remembered.rpartition("|")
    if not (alert_id.isascii() and alert_id.isdecimal() and len(alert_id) <= 18):
        raise state.old_button()
    return int(alert_id), chosen
