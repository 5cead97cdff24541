"""The scribe, seen from the process that serves: events are written down and understood in a process of its own.

Here events are verified and acknowledged, in between Slack is answered. One Python process does one thing at a time,
and understanding an event takes longer than accepting it; so the two are not in one process.
"""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import repeat
from typing import NamedTuple

import structlog

from bot.errors import QosError, StoreError
from bot.pipe import packed, received
from bot.store.failures import GONE, OVERLOADED
from bot.store.feed import FeedStore
from bot.store.inbox import Row
from bot.store.intake import MOST_WAITING

MODULE = "bot.scribe_process"
ENDS_WITHIN_S = 10.0
IN_ONE_FRAME = 16
MOST_UNREAD_BYTES = 64 * 1024 * 1024
log = structlog.get_logger()


class Scribe:
    """Until it is ready, and after it has gone, events are written down by the process that serves.

    Args:
        told: what the other process needs to know, see `bot.scribe_process`.
        count: called with what became of each event.
        joined: called when calls have changed.
    """

    def __init__(
        self,
        feed: FeedStore,
        told: Mapping[str, object],
        count: Callable[[str], None],
        joined: Callable[[], None],
        most_waiting: int = MOST_WAITING,
    ) -> None:
        self._feed = feed
        self._told = told
        self._count = count
        self._joined = joined
        self._most_waiting = most_waiting
        self._rows: list[Row] = []
        self._answers: deque[asyncio.Future[int | None]] = deque()

    async def run(self) -> None:
        """Runs until cancelled. Raises `QosError` when the other process ends by itself: nothing limps."""
        other = await _started()
        try:
            other.questions.write(packed(self._told))
            await self._listen(other)
            raise QosError("worker_died", "The process that understands events has ended.", "Restart the bot.")
        finally:
            self._feed.write_through(None)
            await self._end(other)

    async def _listen(self, other: "_Other") -> None:
        """Until it ends. Raises `QosError` with its last words."""
        while (frame := await received(other.answers)) is not None:
            word, told = frame[0]
            match word:
                case "ready" if not other.questions.is_closing():
                    self._feed.write_through(lambda row: self._accept(other.questions, row))
                    other.questions.write(packed([]))  # what came before is looked at now
                case "ids":
                    for answer, id in self._answered(len(told), told):
                        answer.set_result(id)
                case "refused":
                    many, error = told
                    for answer, _ in self._answered(many, repeat(None)):
                        answer.set_exception(_error(error))
                case "became":
                    for outcome, times in told.items():
                        for _ in range(times):
                            self._count(outcome)
                    self._joined()
                case "died":
                    raise _error(told)

    async def _accept(self, questions: asyncio.StreamWriter, row: Row) -> int | None:
        """As `Intake.accept`, over there. What comes in one pass of the event loop goes in one frame."""
        unread = questions.transport.get_write_buffer_size()
        if len(self._answers) >= self._most_waiting or unread > MOST_UNREAD_BYTES:
            raise OVERLOADED.error()
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[int | None] = loop.create_future()
        self._answers.append(answer)
        self._rows.append(row)
        if len(self._rows) == 1:
            loop.call_soon(self._send, questions)
        elif len(self._rows) >= IN_ONE_FRAME:
            self._send(questions)  # over there the work begins while others are still verified here
        return await answer

    def _send(self, questions: asyncio.StreamWriter) -> None:
        rows, self._rows = self._rows, []
        if not rows:
            return
        bodies = b"".join([row.body for row in rows])
        questions.write(packed([(*row[:-1], len(row.body)) for row in rows], bodies))

    def _answered(
        self, many: int, answers: Iterable[int | None]
    ) -> Iterable[tuple["asyncio.Future[int | None]", int | None]]:
        """The events that were sent first; who waited for one may have gone."""
        for _, said in zip(range(many), answers, strict=False):
            answer = self._answers.popleft()
            if not answer.done():
                yield answer, said

    async def _end(self, other: "_Other") -> None:
        """It finishes what it was given, and is not waited for in vain."""
        self._send(other.questions)
        other.questions.close()
        try:
            async with asyncio.timeout(ENDS_WITHIN_S):
                with suppress(QosError):
                    await self._listen(other)
                await other.process.wait()
        except TimeoutError:
            log.warning("scribe_killed")
        finally:
            with suppress(ProcessLookupError):
                other.process.kill()
            for answer, _ in self._answered(len(self._answers), repeat(None)):
                answer.set_exception(GONE.error())


class _Other(NamedTuple):
    """The other process, and the ways to it and back."""

    process: Process
    questions: asyncio.StreamWriter
    answers: asyncio.StreamReader


async def _started() -> _Other:
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", MODULE, stdin=PIPE, stdout=PIPE)
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("a process without its pipes")
    return _Other(process, process.stdin, process.stdout)


def _error(told: Sequence[object]) -> StoreError:
    slug, text, advice, retryable = told
    return StoreError(str(slug), str(text), str(advice), retryable=bool(retryable))
