import asyncio
import selectors
from collections.abc import Awaitable, Callable, Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, TypeVar

import pytest

from bot.errors import StoreError, ZoomError
from bot.zoom.pacing import HEAVY, LEASE, Pacer, Plan, Unpaced
from tests.zoom.little_zoom import START, FakeBudget, FakeTime

Result = TypeVar("Result")


class _NoWait(selectors.DefaultSelector):  # type: ignore[misc, valid-type]  # chosen at run time by the platform
    """Lets a loop believe that the time it wanted to sleep has passed."""

    passed = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self.passed += max(timeout or 0.0, 1e-6)  # as on a real machine, no round of the loop takes no time at all
        return super().select(0)


class FastLoop(asyncio.SelectorEventLoop):
    """A loop whose clock jumps instead of waiting, so that a minute of pacing takes no time."""

    def __init__(self) -> None:
        self._no_wait = _NoWait()
        super().__init__(self._no_wait)

    def time(self) -> float:
        return self._no_wait.passed


def run_fast(work: Callable[[], Awaitable[Result]]) -> Result:
    async def main() -> Result:
        return await work()

    with asyncio.Runner(loop_factory=FastLoop) as runner:
        return runner.run(main())


async def times_of(pacer: Pacer, calls: int) -> list[float]:
    async def one() -> float:
        await pacer.acquire()
        return asyncio.get_running_loop().time()

    return sorted(await asyncio.gather(*(one() for _ in range(calls))))


@pytest.mark.parametrize("plan", list(HEAVY))
def test_no_second_holds_more_calls_than_the_plan_allows(plan: Plan) -> None:
    async def work() -> list[float]:
        return await times_of(Pacer("a", plan, FakeBudget(), FakeTime()), HEAVY[plan].per_second * 3)

    times = run_fast(work)
    for start in times:
        assert sum(start <= moment < start + 1 for moment in times) <= HEAVY[plan].per_second
    assert times[-1] < 3.5


def test_calls_are_spaced_evenly() -> None:
    async def work() -> list[float]:
        return await times_of(Pacer("a", "business", FakeBudget(), FakeTime()), 40)

    times = run_fast(work)
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert min(gaps) > 0.024
    assert max(gaps) < 0.028


def test_the_plans_are_zooms() -> None:
    table: Mapping[Any, Any] = HEAVY
    assert {plan: (row.per_second, row.per_day) for plan, row in table.items()} == {
        "free": (1, 1_000),
        "pro": (10, 30_000),
        "business": (40, 60_000),
    }


def test_a_used_up_day_is_refused_before_any_wait() -> None:
    budget = FakeBudget({("a", START.date()): 1_000})

    async def work() -> float:
        with pytest.raises(ZoomError) as refused:
            await Pacer("a", "free", budget, FakeTime()).acquire()
        assert refused.value.slug == "daily_limit"
        assert "(in 3 h 10 min)" in str(refused.value)
        return asyncio.get_running_loop().time()

    assert run_fast(work) < 0.001


def test_the_days_count_survives_a_restart() -> None:
    budget = FakeBudget({("a", START.date()): 985})

    async def work() -> None:
        first = Pacer("a", "free", budget, FakeTime())
        for _ in range(12):
            await first.acquire()
        await first.aclose()
        assert budget.used["a", START.date()] == 997
        second = Pacer("a", "free", budget, FakeTime())
        for _ in range(3):
            await second.acquire()
        with pytest.raises(ZoomError, match="daily limit"):
            await second.acquire()

    run_fast(work)


def test_a_crash_loses_one_lease_at_most() -> None:
    budget = FakeBudget()

    async def work() -> None:
        await Pacer("a", "business", budget, FakeTime()).acquire()

    run_fast(work)
    assert budget.used["a", START.date()] == LEASE


def test_a_new_day_starts_a_new_count_and_gives_the_old_lease_back() -> None:
    budget, time = FakeBudget(), FakeTime()
    tomorrow = START.date() + timedelta(days=1)

    async def work() -> None:
        pacer = Pacer("a", "business", budget, time)
        await pacer.acquire()
        time.advance(4 * 3600)
        await pacer.acquire()
        await pacer.aclose()
        await pacer.aclose()

    run_fast(work)
    assert budget.used == {("a", START.date()): 1, ("a", tomorrow): 1}


def test_a_caller_who_gives_up_waiting_costs_nothing() -> None:
    budget = FakeBudget()

    async def work() -> None:
        pacer = Pacer("a", "free", budget, FakeTime())
        await pacer.acquire()
        waiting = asyncio.create_task(pacer.acquire())
        await asyncio.sleep(0.1)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        await pacer.aclose()

    run_fast(work)
    assert budget.used["a", START.date()] == 1


def test_a_store_that_cannot_count_stops_nobody() -> None:
    class Locked(FakeBudget):
        async def take_heavy(self, account: str, day: date, wanted: int, limit: int) -> int:
            raise StoreError("database_locked", "The database is locked.")

        async def give_back_heavy(self, account: str, day: date, unused: int) -> None:
            raise StoreError("database_locked", "The database is locked.")

    async def work() -> int:
        pacer = Pacer("a", "business", Locked(), FakeTime())
        for _ in range(LEASE + 5):
            await pacer.acquire()
        await pacer.aclose()
        return LEASE + 5

    assert run_fast(work) == 15


async def test_unpaced_never_waits() -> None:
    pace = Unpaced()
    async with asyncio.timeout(1):
        for _ in range(1000):
            await pace.acquire()
    await pace.aclose()


def test_once_zoom_says_the_day_is_used_up_nothing_is_sent_for_a_while() -> None:
    time, budget = FakeTime(), FakeBudget()
    pacer = Pacer("a", "business", budget, time)

    async def refused() -> str:
        try:
            await pacer.acquire()
        except ZoomError as error:
            return error.slug
        return ""

    async def story() -> list[str]:
        said = [await refused()]
        pacer.used_up(time.now + timedelta(hours=3))
        said.append(await refused())
        time.advance(120)
        said.append(await refused())
        pacer.used_up(time.now + timedelta(seconds=5))
        time.advance(6)
        return [*said, await refused()]

    assert run_fast(story) == ["", "daily_limit", "", ""]
