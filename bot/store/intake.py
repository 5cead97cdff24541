"""Many events, one commit: whoever comes while a commit is under way shares the next one. No queries, no JSON.

One commit with fsync costs about as much for a hundred events as for one, so this is what makes "durable before 204"
affordable.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

from bot.errors import StoreError
from bot.store.failures import OVERLOADED
from bot.store.inbox import Row

AT_ONCE = 250
MOST_WAITING = 5_000
"""More than a few seconds' worth: who comes then is told to come again, instead of being kept waiting in vain."""

Add = Callable[[Sequence[Row]], Awaitable[Sequence[int | None]]]
Accept = Callable[[Row], Awaitable[int | None]]
_Waiting = tuple[Row, "asyncio.Future[int | None]"]


class Intake:
    """Gathers what arrives concurrently and hands it to `add`, one call at a time."""

    def __init__(self, add: Add, most_waiting: int = MOST_WAITING) -> None:
        self._add = add
        self._most_waiting = most_waiting
        self._waiting: list[_Waiting] = []
        self._writing: asyncio.Task[None] | None = None

    async def accept(self, event: Row) -> int | None:
        """The event's id once it is durable; None for a duplicate. Raises `StoreError`."""
        if len(self._waiting) >= self._most_waiting:
            raise OVERLOADED.error()
        answer: asyncio.Future[int | None] = asyncio.get_running_loop().create_future()
        self._waiting.append((event, answer))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        return await answer

    async def _write(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
            try:
                ids = await self._add([event for event, _ in batch])
            except StoreError as error:
                for _, answer in batch:
                    _settle(answer, answer.set_exception, replace(error))
            except BaseException:
                for _, answer in batch:
                    answer.cancel()
                raise
            else:
                for (_, answer), id in zip(batch, ids, strict=True):
                    _settle(answer, answer.set_result, id)


def _settle(answer: "asyncio.Future[int | None]", settle: Callable[[Any], None], value: object) -> None:
    if not answer.done():  # whoever waited may have gone
        settle(value)
