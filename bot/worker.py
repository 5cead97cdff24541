"""Has services work on what waits (events, changed calls), for as long as the process runs. Decides nothing.

Each batch is finished, or stays as it was and is tried again later; what cannot be read is buried by the service.
Anything else that goes wrong ends the task, and with it the process: nothing limps.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

import structlog

from bot.errors import StoreError

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.2, 10.0
LOOK_EVERY_S = 5.0
"""Another process may have left events behind; nobody rings the bell for those."""

PASSES = ("store_locked", "store_full", "store_overloaded")
"""What is waited out for as long as it takes; of other refusals only so many in a row are."""

MOST_REFUSALS = 8

log = structlog.get_logger()


class Processing(Protocol):
    """What is done with a batch of whatever waits. Raises `StoreError`."""

    async def process(self) -> int:
        """How many were worked on; zero: nothing waits."""
        ...


class Worker:
    """One per process and kind of work. The bell wakes it.

    Args:
        then: called after each batch, so that whoever goes on with it need not look for it.
        name: of what it works on, for the log.
        between: awaited after each batch, for as long as others go first.
    """

    def __init__(
        self,
        work: Processing,
        bell: asyncio.Event,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        *,
        then: Callable[[], None] = lambda: None,
        name: str = "events",
        between: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self._work = work
        self._bell = bell
        self._sleep = sleep
        self._then = then
        self._name = name
        self._between = between

    async def run(self) -> None:
        """Runs until cancelled."""
        pause_s, refused = FIRST_PAUSE_S, 0
        while True:
            self._bell.clear()
            try:
                worked = await self._work.process()
            except StoreError as error:
                refused += error.slug not in PASSES
                if not error.retryable or refused >= MOST_REFUSALS:
                    raise
                log.warning(f"{self._name}_postponed", slug=error.slug, ref=error.ref, again_in_s=pause_s)
                await self._sleep(pause_s)
                pause_s = min(pause_s * 2, LONGEST_PAUSE_S)
                continue
            pause_s, refused = FIRST_PAUSE_S, 0
            if worked:
                self._then()
            else:
                await self._until_rung()
            if self._between is not None:
                await self._between()

    async def _until_rung(self) -> None:
        try:
            async with asyncio.timeout(LOOK_EVERY_S):
                await self._bell.wait()
        except TimeoutError:
            return


class Rounds:
    """Something that is done again and again, with a pause between. A failing store only delays the next round."""

    def __init__(
        self,
        work: Callable[[], Awaitable[object]],
        every_s: float,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._work = work
        self._every_s = every_s
        self._sleep = sleep

    async def run(self) -> None:
        """Runs until cancelled."""
        while True:
            try:
                await self._work()
            except StoreError as error:
                if not error.retryable:
                    raise
                log.warning("round_postponed", slug=error.slug, ref=error.ref)
            await self._sleep(self._every_s)
