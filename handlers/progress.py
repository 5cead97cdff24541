"""Telling that something takes long, while it does. What is told and where is the caller's."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

from bot.blocks import notices
from bot.errors import SlackError
from bot.ports import Message
from bot.services.fetch import Progress

PROGRESS_AFTER_S = (3.0, 12.0, 40.0)
"""When progress is told: a response_url takes five posts, two of which belong to the answer and what may follow it."""


@asynccontextmanager
async def watching(say: Callable[[Message], Awaitable[object]]) -> AsyncIterator[Progress]:
    """Yield a progress callback; what it last heard is said at `PROGRESS_AFTER_S` while the block runs.

    A line that is just being said is said to its end before the block is left, so that the answer finds it.
    """
    heard: list[tuple[int, int | None]] = [(0, None)]
    over = asyncio.Event()

    async def progress(read: int, total: int | None) -> None:
        heard[0] = (read, total)

    async def tell() -> None:
        waited_s = 0.0
        for instant_s in PROGRESS_AFTER_S:
            with suppress(TimeoutError):
                await asyncio.wait_for(over.wait(), instant_s - waited_s)
                return
            waited_s = instant_s
            with suppress(SlackError):
                await say(notices.progress(*heard[0]))

    telling = asyncio.create_task(tell())
    try:
        yield progress
    finally:
        over.set()
        await telling
