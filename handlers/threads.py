"""Words said to the bot: a mention, a reply under one of its messages, a direct message. Finds the call they are about.

A question goes to `Conversations`; a bare meeting id gets its summary, as the command would give it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncApp, AsyncBoltContext

from bot.blocks import notices
from bot.domain.model import Kind, MeetingRef, Subject
from bot.errors import BadInput
from bot.ports import Message, Posted, Poster
from bot.question_ports import Conversation
from bot.questions.asked import Intent, Turn
from bot.services.asking import Asked
from bot.services.sharing import Place
from bot.zoom.ids import find_ref, without_ids
from handlers import state
from handlers.asking import Conversations, Said, never, ref_of
from handlers.boundary import boundary
from handlers.commands import HELP_ROWS, OPTIONS, message_for
from handlers.outcomes import told
from handlers.parsing import ReportRequest, report_request, split
from handlers.progress import watching
from handlers.services import Services
from handlers.typed import Words, words_of

KINDS = tuple(kind.value for kind in Kind)
SPOKEN = frozenset({None, "thread_broadcast", "file_share"})
"""Subtypes of a message in which somebody says something; edits, joins and deletions are none."""

QUESTION_FROM_WORDS = 3
"""Fewer are a greeting: "hello there"."""


def register(app: AsyncApp, services: Services) -> None:
    door = Door(services, Conversations(services))

    @app.event("app_mention")
    async def mentioned(event: dict[str, Any], body: dict[str, Any], context: AsyncBoltContext) -> None:
        if _by_a_person(event):
            await door.heard(_heard(event, body, context.bot_user_id, addressed=True))

    @app.event("message")
    async def said(event: dict[str, Any], body: dict[str, Any], context: AsyncBoltContext) -> None:
        # Every message event must match a listener, or Slack counts it as failed and sends it again.
        direct = event.get("channel_type") == "im"
        if _by_a_person(event) and (direct or event.get("thread_ts")):
            await door.heard(_heard(event, body, context.bot_user_id, addressed=direct))


def _by_a_person(event: dict[str, Any]) -> bool:
    return not event.get("bot_id") and event.get("subtype") in SPOKEN and bool(event.get("user"))


@dataclass(frozen=True, slots=True)
class Heard:
    """One message. `addressed`: it was said to the bot, and not only where the bot can hear it."""

    place: Place
    user_id: str
    ts: str
    thread_ts: str | None
    words: Words
    direct: bool
    addressed: bool

    @property
    def answered_in(self) -> str | None:
        """The thread of the answer; a direct message outside of one is answered beside it."""
        return self.thread_ts if self.direct else self.thread_ts or self.ts

    @property
    def where(self) -> Conversation:
        """Whose memory counts: a thread's, or that of the whole direct conversation."""
        return Conversation(self.place.team_id, self.place.channel_id, self.answered_in or "")


def _heard(event: dict[str, Any], body: dict[str, Any], bot_user_id: str | None, *, addressed: bool) -> Heard:
    words = words_of(str(event.get("text", "")), bot_user_id)
    return Heard(
        Place(str(body.get("team_id", "")), str(event["channel"])),
        str(event["user"]),
        str(event["ts"]),
        event.get("thread_ts"),
        words,
        direct=event.get("channel_type") == "im" or str(event["channel"]).startswith("D"),
        addressed=addressed or words.to_bot,
    )


class Speech:
    """An answer that all who are there can read: the first words create the message, later ones change it."""

    def __init__(self, poster: Poster, channel_id: str, thread_ts: str | None) -> None:
        self._poster = poster
        self._channel_id = channel_id
        self._thread_ts = thread_ts
        self._posted: Posted | None = None

    async def say(self, message: Message) -> Posted:
        """Raises `SlackError`."""
        if self._posted is None:
            self._posted = await self._poster.post(self._channel_id, message, self._thread_ts)
        else:
            await self._poster.update(self._posted, message)
        return self._posted


class Door:
    """Where everything that is said arrives."""

    def __init__(self, services: Services, conversations: Conversations) -> None:
        self._services = services
        self._conversations = conversations

    async def heard(self, heard: Heard) -> None:
        speech = Speech(self._services.poster, heard.place.channel_id, heard.answered_in)
        async with boundary(self._services, "message", speech.say):
            request = _request(heard.words.text) if heard.addressed else None
            ref = request.ref if request else await self._bound(heard)
            if ref is None and not heard.addressed:
                return
            id = await self._conversations.claim(heard.where, heard.ts, heard.user_id)
            if id is None:
                return  # delivered before
            if request is not None:
                await self._about(id, request, heard, speech)
            elif ref is not None:
                said = _said(heard, ref, heard.words.text)
                unless = never if heard.addressed else not_for_us
                await self._conversations.answer(id, said, heard.words.mentions, unless=unless)
            else:
                greets = len(heard.words.text.split()) < QUESTION_FROM_WORDS
                await speech.say(notices.greeting(HELP_ROWS, OPTIONS) if greets else notices.which_call())

    async def _bound(self, heard: Heard) -> MeetingRef | None:
        """The call that the thread is about, by our own table; in a direct message the call last spoken of there."""
        place, store = heard.place, self._services.questions
        if not heard.addressed and heard.words.to_other:
            return None
        thread = await store.thread(place.team_id, place.channel_id, heard.thread_ts) if heard.thread_ts else None
        if thread is None and heard.direct:
            thread = await store.latest_thread(place.team_id, place.channel_id)
        return MeetingRef(thread.kind, None if thread.uuid else thread.number, thread.uuid) if thread else None

    async def _about(self, id: int, request: ReportRequest, heard: Heard, speech: Speech) -> None:
        """A call named by its id: a question about it is answered, anything else gets the summary."""
        services = self._services
        exposed = await services.sharing.exposure(heard.place)
        if exposed is not None:
            message = told(exposed, state.encode(_subject(request), request.view))
            await services.poster.post_privately(heard.place.channel_id, heard.user_id, message, heard.thread_ts)
            return
        async with watching(speech.say) as progress:
            report = await services.reports.report(request.ref, request.view, progress=progress)
        # Before anything is said: whoever asks on at once is understood.
        begins = Posted(heard.place.channel_id, heard.answered_in or heard.ts)
        await services.sharing.remember(heard.place.team_id, begins, report.subject)
        said = _said(heard, ref_of(report.subject), without_ids(heard.words.text))
        if said.text and await self._conversations.answer(id, said, heard.words.mentions, unless=wants_summary):
            return
        posted = await speech.say(await message_for(services, report, shared=True))
        await services.sharing.remember(heard.place.team_id, posted, report.subject)


SUMMARISED = frozenset({Intent.SUMMARISE, Intent.SMALLTALK, Intent.OUT_OF_SCOPE, Intent.REFRESH})


def wants_summary(asked: Asked, _turns: Sequence[Turn]) -> bool:
    """Beside a meeting's id these words ask for nothing else."""
    return asked.reading.intent in SUMMARISED


def not_for_us(asked: Asked, turns: Sequence[Turn]) -> bool:
    """People also talk to each other there: what is no question about the call is left alone, unless they were already
    talking with the bot."""
    chat = asked.reading.intent in {Intent.SMALLTALK, Intent.OUT_OF_SCOPE}
    return chat and all(turn.asker != asked.turn.asker for turn in turns)


def _said(heard: Heard, ref: MeetingRef, text: str) -> Said:
    return Said(ref, heard.where, heard.ts, heard.user_id, text, heard.answered_in)


def _request(text: str) -> ReportRequest | None:
    """What a sentence asks for: `webinar 858 1234 5678 by loss` as a command would, else the first id found in it."""
    try:
        typed = split(text, KINDS)
        if typed.word:
            return report_request(Kind(typed.word), typed.rest)
    except BadInput:
        pass  # a sentence, not a command
    ref = find_ref(text, Kind.MEETING)
    return ReportRequest(ref) if ref is not None else None


def _subject(request: ReportRequest) -> Subject:
    return Subject(request.ref.kind, number=request.ref.number, uuid=request.ref.uuid)
