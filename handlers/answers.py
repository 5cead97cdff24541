"""What may be pressed under an answer: its numbers, the next question, a choice, what it prepared, was it useful."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond

from bot.blocks import answer as shown
from bot.blocks import notices
from bot.ports import Posted
from bot.question_ports import Judgement, Kept
from bot.services.sharing import Place
from handlers import prepared, state
from handlers.asking import Conversations, Said
from handlers.boundary import boundary
from handlers.replies import Reply
from handlers.services import Services


@dataclass(frozen=True, slots=True)
class Press:
    """One press under a stored answer. `said`: what the button remembers beside it."""

    services: Services
    conversations: Conversations
    reply: Reply
    answer: Kept
    said: Mapping[str, str]
    place: Place
    user_id: str
    action_ts: str
    message: Posted
    """Where the button stands."""

    def asks(self, text: str) -> Said:
        """A question put by the button: into the thread of the answer that it stands under."""
        where = self.answer.where
        return Said(self.answer.ref, where, self.action_ts, self.user_id, text, where.ts or None, pressed=True)


async def numbers(press: Press) -> None:
    """The same message, with its numbers."""
    if press.answer.expanded is None:
        raise state.old_button()
    await press.services.poster.update(press.message, press.answer.expanded)


async def ask(press: Press) -> None:
    said = press.asks(press.said.get("question", ""))
    id = await press.conversations.claim(said.where, said.message_ts, said.user_id)
    if id is not None:
        await press.conversations.answer(id, said)


async def choose(press: Press) -> None:
    """Whoever presses chooses; the answer follows in the thread."""
    said = press.asks(press.answer.turn.text)
    id = await press.conversations.claim(said.where, said.message_ts, said.user_id)
    if id is not None:
        await press.conversations.choose(id, said, press.answer.turn, press.said.get("key", ""))


async def do(press: Press) -> None:
    """Nothing was changed when the answer was given; it is now."""
    order = prepared.Order(press.services, press.reply, press.answer, press.said, press.place, press.user_id)
    await prepared.carry_out(order)


PRESSES: Mapping[str, Callable[[Press], Awaitable[None]]] = {
    shown.NUMBERS: numbers,
    shown.ASK: ask,
    shown.CHOOSE: choose,
    shown.DO: do,
}


def register(app: AsyncApp, services: Services) -> None:
    conversations = Conversations(services)
    for action_id, run in PRESSES.items():
        for place in range(shown.CHOICES_AT_MOST):
            _listen(app, services, conversations, f"{action_id}_{place}", run)
        _listen(app, services, conversations, action_id, run)

    @app.action(shown.FEEDBACK)
    async def judged(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        reply = Reply(respond, thread_ts=_thread_of(body))
        async with boundary(services, shown.FEEDBACK, reply.apologise):
            word, _, id = str(body["actions"][0].get("value", "")).partition("|")
            if word not in set(Judgement) or not (id.isascii() and id.isdecimal() and len(id) <= 18):
                raise state.old_button()
            if not await services.questions.judge(int(id), Judgement(word), str(body["user"]["id"])):
                raise state.old_button()
            await reply.say(notices.noted(useful=word == Judgement.USEFUL))


def _listen(
    app: AsyncApp,
    services: Services,
    conversations: Conversations,
    action_id: str,
    run: Callable[[Press], Awaitable[None]],
) -> None:
    @app.action(action_id)
    async def pressed(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        reply = Reply(respond, thread_ts=_thread_of(body))
        async with boundary(services, action_id.rstrip("_0123456789"), reply.apologise):
            await run(await _press(services, conversations, reply, body))


def _thread_of(body: dict[str, Any]) -> str | None:
    return (body.get("message") or {}).get("thread_ts")


async def _press(services: Services, conversations: Conversations, reply: Reply, body: dict[str, Any]) -> Press:
    action, channel, team = body["actions"][0], body.get("channel") or {}, body.get("team") or {}
    try:
        id, said = shown.remembered(str(action.get("value", "")))
    except ValueError as error:
        raise state.old_button() from error
    answer = await services.questions.answer(id)
    place = Place(str(team.get("id", "")), str(channel.get("id", "")), str(channel.get("name", "")))
    if answer is None or answer.where.channel_id != place.channel_id or answer.where.team_id != place.team_id:
        raise state.old_button()
    return Press(
        services,
        conversations,
        reply,
        answer,
        said,
        place,
        str(body["user"]["id"]),
        str(action.get("action_ts", "")),
        Posted(place.channel_id, str((body.get("message") or {}).get("ts", ""))),
    )
