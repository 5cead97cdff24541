"""Private replies through a response_url: five posts in 30 minutes, progress in place, text where blocks fail."""

import asyncio
from contextlib import AbstractAsyncContextManager, suppress
from typing import Any

import aiohttp
import structlog
from slack_bolt.async_app import AsyncRespond
from slack_sdk.webhook import WebhookResponse

from bot.errors import SlackError
from bot.ports import Message
from bot.services.fetch import Progress
from handlers.progress import watching

log = structlog.get_logger()

REFUSED_BLOCKS = "invalid_blocks"


class Reply:
    """One command's or button's answer, for the asker's eyes.

    Where the address is a command's (`own_line`), the first post creates the answer and later ones replace it. Through
    a button's address, replacing means the message that the button stands in: only an `in_place` answer does that.
    Progress and errors never do, so that a refresh that fails leaves the summary standing. `thread_ts`: the button
    stands in a thread, so that is where its answer is read.
    """

    def __init__(
        self, respond: AsyncRespond, *, in_place: bool = False, own_line: bool = False, thread_ts: str | None = None
    ) -> None:
        self._respond = respond
        self._thread_ts = thread_ts
        self._in_place = in_place
        self._own_line = own_line
        self._shown = False
        self._turn = asyncio.Lock()

    async def say(self, message: Message, fallback: Message | None = None) -> None:
        """Show `message`; where Slack refuses its blocks, `fallback` or the bare text.

        Raises:
            SlackError: Slack took neither.
        """
        async with self._turn:
            await self._post(message, fallback, replace=self._in_place or self._replaceable)
            self._shown = True

    async def add(self, message: Message) -> None:
        """Show `message` beside what was said before. Raises as `say` does."""
        async with self._turn:
            await self._post(message, None, replace=False)

    async def apologise(self, message: Message) -> None:
        """Show an error: in the place of progress, beside everything else."""
        async with self._turn:
            await self._post(message, None, replace=self._replaceable)

    async def clear(self) -> None:
        """Take progress away when the answer stands elsewhere."""
        async with self._turn:
            if self._replaceable:
                with suppress(SlackError):  # a progress line that stays is no reason to fail
                    await self._through(delete_original=True)
                self._shown = False

    @property
    def _replaceable(self) -> bool:
        return self._own_line and self._shown

    async def _progress(self, message: Message) -> None:
        async with self._turn:
            if self._own_line or not self._shown:
                await self._post(message, None, replace=self._shown)
                self._shown = True

    async def _post(self, message: Message, fallback: Message | None, *, replace: bool) -> None:
        status, body = await self._send(message, replace=replace)
        if REFUSED_BLOCKS in body:
            log.warning("blocks_refused", blocks=len(message.blocks))
            status, body = await self._send(fallback or Message(message.text, ()), replace=replace)
        if status != 200:
            log.warning("reply_refused", status=status)
            raise SlackError("slack_reply_refused", "Slack did not take the reply.", "Ask again.", slack_code=body[:40])

    async def _send(self, message: Message, *, replace: bool) -> tuple[int, str]:
        answer = await self._through(
            text=message.text,
            blocks=list(message.blocks),
            response_type=None if replace else "ephemeral",  # what is replaced stays as private or public as it was
            replace_original=replace,
            thread_ts=None if replace else self._thread_ts,
            unfurl_links=False,
            unfurl_media=False,
        )
        return answer.status_code, answer.body if isinstance(answer.body, str) else ""

    async def _through(self, **said: Any) -> WebhookResponse:
        try:
            return await self._respond(**said)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            unreached = SlackError("slack_unreachable", "Slack could not be reached.", "Ask again.", retryable=True)
            log.warning("slack_unreachable", method="response_url", reason=type(error).__name__, ref=unreached.ref)
            raise unreached from error

    def watching(self) -> AbstractAsyncContextManager[Progress]:
        """What the progress callback last heard is told while the block runs."""
        return watching(self._progress)
