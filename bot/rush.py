"""When understanding stands back for taking in: while events come faster than they are written down. Pure waiting."""

import asyncio
import time
from collections.abc import Awaitable, Callable

MANY = 16
"""So many share a commit, time after time, only when they have to wait for each other."""

OF_THE_LAST = 0.3
"""How much the last commit counts: a few who waited for one batch to be understood are no rush."""

CALM_AFTER_S = 0.05
STANDS_BACK_S, GOES_ON_S = 0.9, 0.1
"""In a rush that lasts, understanding has a tenth of the time: it is late then, but never starved."""


class Rush:
    """`came` is told how many shared a commit; `passed` is awaited before each batch."""

    def __init__(
        self, timer: Callable[[], float] = time.monotonic, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._timer = timer
        self._sleep = sleep
        self._usual = 0.0
        self._lasts_until = self._free_until = timer()

    def came(self, together: int) -> None:
        now = self._timer()
        self._usual += OF_THE_LAST * (together - self._usual)
        self._lasts_until = now + CALM_AFTER_S if self._usual >= MANY else now

    async def passed(self) -> None:
        """Returns when the rush is over, or the others have had their time."""
        now = self._timer()
        if now < self._free_until:
            return
        longest = now + STANDS_BACK_S
        while (now := self._timer()) < min(self._lasts_until, longest):
            await self._sleep(min(self._lasts_until, longest) - now)
        self._free_until = now + GOES_ON_S if now >= longest else now
