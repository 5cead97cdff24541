"""Subscribing a channel: the subcommands, and the button under a preview. Posts nothing by itself."""

import json
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot.blocks import subscription_form as modal
from bot.blocks import subscription_notices as notices
from bot.blocks import subscriptions as shown
from bot.blocks.alert_log import quiet_hours
from bot.domain.quiet_hours import parse_quiet_hours
from bot.domain.subscription_terms import parse_terms
from bot.errors import BadInput
from bot.ports import Message
from bot.services.sharing import EXPOSED, Place
from handlers import people, state
from handlers.boundary import boundary
from handlers.context import Context
from handlers.outcomes import unreachable
from handlers.replies import Reply
from handlers.services import Services

ALL = "all"
OFF = ("off", "none", "never")


# --- subcommands -----------------------------------------------------------------------------------------------------


async def subscribe(context: Context, rest: str) -> None:
    """With terms a private preview with a button; without, a modal that asks for them."""
    if not rest:
        await context.services.poster.open_view(context.trigger_id, modal.ask(remembered(context.place, "")))
        return
    terms = modal.typed(rest)
    parse_terms(terms)  # a bad term is told before anything else
    _, message = await previewed(context.services, context.place, terms)
    await context.reply.say(message)


async def unsubscribe(context: Context, rest: str) -> None:
    number = _number(rest)
    place = context.place
    ended = await context.services.subscriptions.unsubscribe(place.team_id, place.channel_id, number)
    if not ended:
        what = "no subscription" if number is None else f"no subscription {number}"
        raise BadInput("no_such_subscription", f"This channel has {what}.", "`/qos subscriptions` lists them.")
    await context.reply.say(notices.unsubscribed(ended))


def _number(typed: str) -> int | None:
    word = typed.strip().casefold().removeprefix("#")
    if word == ALL:
        return None
    if not (word.isascii() and word.isdecimal() and len(word) <= 4 and int(word)):
        what = f'"{typed.strip()[:40]}" is no number of a subscription.' if word else "Which subscription?"
        raise BadInput("bad_number", what, "`/qos subscriptions` numbers them.", suggestion="/qos unsubscribe 1")
    return int(word)


async def subscriptions(context: Context, _rest: str) -> None:
    services, place = context.services, context.place
    found = await services.subscriptions.listed(place.team_id, place.channel_id)
    marked = await services.subscriptions.not_useful(place.team_id, place.channel_id)
    names = await people.names_of(services.poster, [one.owner_id for one, _ in found[: shown.LISTED_AT_MOST]])
    rows = [
        shown.Listed(number, one, names.get(one.owner_id, ""), last_fired, marked.get(one.id, 0))
        for number, (one, last_fired) in enumerate(found, start=1)
    ]
    await context.reply.say(shown.subscriptions(rows, services.clock()))


async def quiet(context: Context, rest: str) -> None:
    """Nothing typed: what is set. `off` ends it."""
    services, place = context.services, context.place
    if rest.strip().casefold() in OFF:
        await services.subscriptions.set_quiet(place.team_id, place.channel_id, None, context.user_id)
    elif rest.strip():
        hours = parse_quiet_hours(rest, await people.zone_of(services.poster, context.user_id))
        await services.subscriptions.set_quiet(place.team_id, place.channel_id, hours, context.user_id)
    now_set = await services.subscriptions.quiet(place.team_id, place.channel_id)
    await context.reply.say(quiet_hours(now_set))


# --- preview and confirmation ----------------------------------------------------------------------------------------


async def previewed(services: Services, place: Place, terms: str) -> tuple[bool, Message]:
    """The preview, or why this channel cannot be subscribed; True where there is something to confirm."""
    against = await services.sharing.against(place)
    if against is not None and against not in EXPOSED:
        return False, unreachable(against)
    filters, rule = parse_terms(terms)
    tried = await services.subscriptions.preview(filters, rule)
    message = shown.preview(filters, rule, tried, services.clock())
    return True, notices.together(notices.outsiders(), message) if against else message


async def made(services: Services, place: Place, user_id: str, terms: str) -> tuple[bool, Message]:
    """Subscribe, joining a public channel first; False where the bot could not be heard there."""
    against = await services.sharing.against(place, join=True)
    if against is not None and against not in EXPOSED:
        return False, unreachable(against)
    filters, rule = parse_terms(terms)
    one, number = await services.subscriptions.subscribe(place.team_id, place.channel_id, user_id, filters, rule)
    return True, shown.subscribed(one, number)


def register(app: AsyncApp, services: Services) -> None:
    @app.action(shown.CONFIRM)
    async def confirmed(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        """The answer takes the preview's place; where something is in the way, the preview stays for a second try."""
        await ack()
        reply = Reply(respond, in_place=True)
        async with boundary(services, shown.CONFIRM, reply.apologise):
            channel, team = body.get("channel") or {}, body.get("team") or {}
            place = Place(str(team.get("id", "")), str(channel.get("id", "")), str(channel.get("name", "")))
            terms = str(body["actions"][0].get("value", ""))
            done, message = await made(services, place, str(body["user"]["id"]), terms)
            await (reply.say(message) if done else reply.add(message))

    @app.event("channel_id_changed")
    async def moved(event: dict[str, Any]) -> None:
        async with boundary(services, "channel_id_changed", _nobody):
            await services.subscriptions.move_channel(str(event["old_channel_id"]), str(event["new_channel_id"]))


async def _nobody(_message: Message) -> None:
    """Slack tells the bot, not a person; the log has it."""


def remembered(place: Place, terms: str) -> str:
    """For a modal's metadata: where the command was typed, and the terms as they are."""
    return f"{json.dumps([place.team_id, place.channel_id, place.channel_name])}\n{terms}"


def recalled(metadata: str) -> tuple[Place, str]:
    where, _, terms = metadata.partition("\n")
    try:
        team_id, channel_id, name = json.loads(where)
    except ValueError as error:
        raise state.old_button() from error
    return Place(str(team_id), str(channel_id), str(name)), terms
