"""One question put to the bot in Slack, wherever it came from: claimed once, answered in its thread, remembered."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from weakref import WeakValueDictionary

import structlog

from bot.blocks import answer as shown
from bot.blocks.lines import Mention
from bot.domain.model import MeetingRef, Subject
from bot.errors import SlackError
from bot.ports import Message, Posted
from bot.question_ports import Conversation
from bot.questions.answer import Prepared
from bot.questions.asked import Person, Question, Turn
from bot.services.asking import Asked, Place
from handlers import people
from handlers.services import Services

TURNS = 12
"""How much of a thread is remembered."""

WORKING_AFTER_S = 0.3
WORKING = "eyes"
REFUSED_BLOCKS = frozenset({"invalid_blocks", "invalid_blocks_format"})
THREAD_GONE = frozenset({"thread_not_found", "message_not_found", "cannot_reply_to_message"})
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Said:
    """Something that was said to the bot: `text` as people see it, `message_ts` the message that says it.

    `where` names the thread whose memory counts; `thread_ts` is where the answer goes, None for a direct message's own
    line. `pressed`: a button asked it, so the answer says who did.
    """

    ref: MeetingRef
    where: Conversation
    message_ts: str
    user_id: str
    text: str
    thread_ts: str | None
    pressed: bool = False

    @property
    def message(self) -> Posted:
        return Posted(self.where.channel_id, self.message_ts)


def never(_asked: Asked, _turns: Sequence[Turn]) -> bool:
    return False


class Conversations:
    """Answers in order for each asker of a thread, so that "and him?" finds what was answered before it."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._turns: WeakValueDictionary[tuple[Conversation, str], asyncio.Lock] = WeakValueDictionary()

    async def claim(self, where: Conversation, message_ts: str, user_id: str) -> int | None:
        """The id of the answer to come; None when this message has been taken already. Raises `StoreError`."""
        return await self._services.questions.claim(where, message_ts, user_id, self._services.clock())

    async def answer(
        self,
        id: int,
        said: Said,
        mentions: Sequence[str] = (),
        *,
        unless: Callable[[Asked, Sequence[Turn]], bool] = never,
    ) -> bool:
        """Answer a claimed question; False, and nothing is said, where `unless` holds. Raises `QosError`."""
        services = self._services
        async with self._in_order(said):
            async with _working(services, said):
                asker, zone = await people.person_of(services.poster, said.user_id)
                named = {one: (await people.person_of(services.poster, one))[0] for one in mentions}
                question = Question(said.text, asker, services.clock(), named)
                turns = await services.questions.turns(said.where, TURNS)
                asked = await services.asking.ask(said.ref, question, turns, place=_place(said.where), zone=zone)
            if unless(asked, turns):
                return False
            await self._say(id, said, asker, asked)
            return True

    async def choose(self, id: int, said: Said, turn: Turn, key: str) -> None:
        """The question that was asked back, now that somebody pressed who is meant. Raises `QosError`."""
        services = self._services
        async with self._in_order(said):
            asker, zone = await people.person_of(services.poster, said.user_id)
            turns = await services.questions.turns(said.where, TURNS)
            place = _place(said.where)
            asked = await services.asking.choose(said.ref, asker, turn, key, turns, place=place, zone=zone)
            await self._say(id, said, asker, asked)

    def _in_order(self, said: Said) -> asyncio.Lock:
        """Kept for as long as somebody holds it or waits for it."""
        return self._turns.setdefault((said.where, said.user_id), asyncio.Lock())

    async def _say(self, id: int, said: Said, asker: Person, asked: Asked) -> None:
        services, answer = self._services, asked.answer
        reply = reply_of(id, asked)
        if said.pressed:
            reply = replace(reply, asked_by=Mention(said.user_id, asker.name or "somebody"), question=said.text)
        await services.questions.keep(id, ref_of(asked.report.subject), asked.turn, answer.text, shown.expanded(reply))
        if answer.reaction:
            with suppress(SlackError):  # thanks need no answer, least of all an error
                await services.poster.react(said.message, answer.reaction)
            return
        await self._post(said, shown.answer(reply))

    async def _post(self, said: Said, message: Message) -> None:
        """In its thread; where that is gone, for the asker alone. A Slack without charts gets the words."""
        poster, channel = self._services.poster, said.where.channel_id
        for one in (message, shown.without_chart(message), Message(message.text, ())):
            try:
                await poster.post(channel, one, said.thread_ts)
                return
            except SlackError as error:
                if error.slack_code in THREAD_GONE:
                    await poster.post_privately(channel, said.user_id, one, None)
                    return
                if error.slack_code not in REFUSED_BLOCKS:
                    raise
                log.warning("blocks_refused", blocks=len(one.blocks), ref=error.ref)


def reply_of(id: int, asked: Asked) -> shown.Reply:
    """What of an answer is shown, in the words of the message that shows it."""
    answer = asked.answer
    chart = answer.chart
    plot = None
    if chart is not None:
        plot = shown.Plot(chart.title, chart.unit, chart.categories, [(one.name, one.values) for one in chart.series])
    return shown.Reply(
        id,
        answer.lines,
        more=answer.more,
        copy=answer.preformatted,
        choices=answer.clarify,
        does=_does(answer.prepared) if answer.prepared else None,
        suggestions=answer.suggestions,
        plot=plot,
    )


def _does(prepared: Prepared) -> tuple[str, Mapping[str, str]]:
    return prepared.label, {"do": prepared.act.value, **prepared.arguments}


def ref_of(subject: Subject) -> MeetingRef:
    """The exact instance that was answered about, so that next week's does not take its place."""
    return MeetingRef(subject.kind, None if subject.uuid else subject.number, subject.uuid)


def _place(where: Conversation) -> Place:
    return Place(where.team_id, where.channel_id)


@asynccontextmanager
async def _working(services: Services, said: Said) -> AsyncIterator[None]:
    """Whoever has to wait sees that somebody is at it."""

    async def tell() -> None:
        await asyncio.sleep(WORKING_AFTER_S)
        with suppress(SlackError):
            await services.poster.react(said.message, WORKING)

    telling = asyncio.create_task(tell())
    try:
        yield
    finally:
        telling.cancel()
        await asyncio.gather(telling, return_exceptions=True)
