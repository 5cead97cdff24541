"""Words said to the bot: a direct message, or a mention in a channel. A meeting id in them gets its summary."""

import re
from collections import OrderedDict
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.blocks import notices
from bot.domain.model import Kind, Subject
from bot.errors import BadInput
from bot.ports import Message, Posted, Poster
from bot.services.sharing import Place
from bot.zoom.ids import find_ref
from handlers import state
from handlers.boundary import boundary
from handlers.commands import HELP_ROWS, OPTIONS, message_for
from handlers.outcomes import told
from handlers.parsing import ReportRequest, report_request, split
from handlers.progress import watching
from handlers.services import Services

REMEMBERED = 1000
KINDS = tuple(kind.value for kind in Kind)
_MENTIONS = re.compile(r"<@[^<>]*>")


class Seen:
    """Slack delivers a mention in a joined channel twice and repeats what it thinks was lost: (channel, ts) tells."""

    def __init__(self, size: int = REMEMBERED) -> None:
        self._size = size
        self._keys: OrderedDict[tuple[str, str], None] = OrderedDict()

    def first_time(self, channel: str, ts: str) -> bool:
        if (channel, ts) in self._keys:
            return False
        self._keys[channel, ts] = None
        if len(self._keys) > self._size:
            self._keys.popitem(last=False)
        return True


def register(app: AsyncApp, services: Services) -> None:
    seen = Seen()

    @app.event("app_mention")
    async def mentioned(event: dict[str, Any], body: dict[str, Any]) -> None:
        if _by_a_person(event) and seen.first_time(event["channel"], event["ts"]):
            await _answer(services, event, body, thread_ts=event.get("thread_ts") or event["ts"])

    @app.event("message")
    async def said(event: dict[str, Any], body: dict[str, Any]) -> None:
        # Every message event must match a listener, or Slack counts it as failed and sends it again.
        direct = event.get("channel_type") == "im"
        if direct and _by_a_person(event) and seen.first_time(event["channel"], event["ts"]):
            await _answer(services, event, body, thread_ts=event.get("thread_ts"))


def _by_a_person(event: dict[str, Any]) -> bool:
    return not event.get("bot_id") and not event.get("subtype") and bool(event.get("user"))


class Said:
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


async def _answer(services: Services, event: dict[str, Any], body: dict[str, Any], thread_ts: str | None) -> None:
    said = Said(services.poster, event["channel"], thread_ts)
    async with boundary(services, "message", said.say):
        request = _request(str(event.get("text", "")))
        if request is None:
            await said.say(notices.greeting(HELP_ROWS, OPTIONS))
            return
        place = Place(str(body.get("team_id", "")), event["channel"])
        exposed = await services.sharing.exposure(place)
        if exposed is not None:
            remembered = state.encode(_subject(request), request.view)
            await services.poster.post_privately(
                event["channel"], event["user"], told(exposed, remembered), event.get("thread_ts")
            )
            return
        async with watching(said.say) as progress:
            report = await services.reports.report(request.ref, request.view, progress=progress)
        posted = await said.say(await message_for(services, report, shared=True))
        await services.sharing.remember(place.team_id, posted, report.subject)


def _request(text: str) -> ReportRequest | None:
    """What a sentence asks for: `webinar 858 1234 5678 by loss` as a command would, else the first id found in it."""
    said = _MENTIONS.sub(" ", text).strip()
    try:
        typed = split(said, KINDS)
        if typed.word:
            return report_request(Kind(typed.word), typed.rest)
    except BadInput:
        pass  # a sentence, not a command
    ref = find_ref(said, Kind.MEETING)
    return ReportRequest(ref) if ref is not None else None


def _subject(request: ReportRequest) -> Subject:
    return Subject(request.ref.kind, number=request.ref.number, uuid=request.ref.uuid)
