"""The pace of one Zoom account: HEAVY calls per second and per day, shared by every caller. Sends nothing."""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal, Protocol

import structlog
from aiolimiter import AsyncLimiter

from bot.errors import StoreError
from bot.ports import BudgetStore, Clock
from bot.zoom.failures import daily_limit

Plan = Literal["free", "pro", "business"]


@dataclass(frozen=True, slots=True)
class HeavyLimits:
    per_second: int
    per_day: int


HEAVY: Final[dict[Plan, HeavyLimits]] = {
    "free": HeavyLimits(1, 1_000),
    "pro": HeavyLimits(10, 30_000),
    "business": HeavyLimits(40, 60_000),
}
"""Zoom's limits of the HEAVY label by plan (rate limits page); the day's is shared with resource-intensive calls."""

LEASE = 10
"""Calls reserved in the store at a time: one write per ten calls, and at most this many lost in a crash."""

ASKED_AGAIN_AFTER = timedelta(minutes=1)
"""The day's limit is the account's, with all its other apps: it can be raised, so Zoom is asked again, but rarely."""

HEADROOM = 0.98
"""The share of the rate that is used: 2 % lets the network squeeze requests together a little without a 429."""

log = structlog.get_logger()


class Pace(Protocol):
    """Something to wait for before each request."""

    async def acquire(self) -> None: ...

    def used_up(self, until: datetime | None) -> None: ...

    async def aclose(self) -> None: ...


class Pacer:
    """Spaces requests evenly, so that no second ever holds more than the plan allows, and counts the day's.

    `account` names the count in the store; it must not be a secret.
    """

    def __init__(self, account: str, plan: Plan, store: BudgetStore, now: Clock) -> None:
        self._account = account
        self._limits = HEAVY[plan]
        self._store = store
        self._now = now
        self._day: date | None = None
        self._left = 0
        self._closed_until: datetime | None = None
        self._resets_at: datetime | None = None
        self._lock = asyncio.Lock()
        self._limiter = AsyncLimiter(1, 1 / (self._limits.per_second * HEADROOM))

    async def acquire(self) -> None:
        """Wait for the turn of one HEAVY call.

        Raises:
            ZoomError: `daily_limit`, before any request is sent.
        """
        now = self._now()
        if self._closed_until is not None and now < self._closed_until:
            raise daily_limit(now, self._resets_at)
        day = await self._count_one()
        try:
            await self._limiter.acquire()
        except asyncio.CancelledError:
            if self._day == day:
                self._left += 1
            raise

    def used_up(self, until: datetime | None) -> None:
        """Zoom says that the day's calls are used up, until then where it says; nothing is sent for a while."""
        self._resets_at = until
        again = self._now() + ASKED_AGAIN_AFTER
        self._closed_until = min(until, again) if until is not None else again

    async def aclose(self) -> None:
        """Give back what was reserved and not used."""
        async with self._lock:
            await self._give_back()

    async def _count_one(self) -> date:
        async with self._lock:
            today = self._now().date()
            if self._day != today:
                await self._give_back()
                self._day = today
            if self._left == 0:
                self._left = await self._lease(today)
            if self._left == 0:
                raise daily_limit(self._now())
            self._left -= 1
            return today

    async def _lease(self, day: date) -> int:
        try:
            return await self._store.take_heavy(self._account, day, LEASE, self._limits.per_day)
        except StoreError as error:
            # A count that cannot be kept is no reason to answer nobody; Zoom keeps its own.
            log.warning("zoom_budget_not_counted", slug=error.slug, ref=error.ref)
            return LEASE

    async def _give_back(self) -> None:
        unused, self._left = self._left, 0
        if unused and self._day is not None:
            try:
                await self._store.give_back_heavy(self._account, self._day, unused)
            except StoreError as error:
                log.warning("zoom_budget_not_given_back", slug=error.slug, ref=error.ref)


class Unpaced:
    """No limit: for benchmarks against a local Zoom."""

    async def acquire(self) -> None:
        """Never waits."""

    def used_up(self, until: datetime | None) -> None:
        """Asks again at once."""

    async def aclose(self) -> None:
        """Nothing to give back."""
