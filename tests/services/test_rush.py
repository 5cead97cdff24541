"""Understanding stands back for taking in, and is never starved."""

import pytest

from bot.rush import CALM_AFTER_S, GOES_ON_S, MANY, STANDS_BACK_S, Rush


class Time:
    """While it sleeps, many go on coming to `rush`."""

    def __init__(self) -> None:
        self.now = 100.0
        self.rush: Rush | None = None

    def timer(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        if self.rush is not None:
            self.rush.came(2 * MANY)


def coming(rush: Rush, together: int, times: int = 20) -> None:
    for _ in range(times):
        rush.came(together)


async def waited(time: Time, rush: Rush) -> float:
    before = time.now
    await rush.passed()
    return time.now - before


async def test_nobody_stands_back_for_a_few_or_for_many_once() -> None:
    time = Time()
    rush = Rush(time.timer, time.sleep)
    coming(rush, MANY - 1)
    assert await waited(time, rush) == 0
    coming(rush, 5)
    rush.came(2 * MANY)
    assert await waited(time, rush) == 0


async def test_a_short_rush_is_waited_out() -> None:
    time = Time()
    rush = Rush(time.timer, time.sleep)
    coming(rush, 2 * MANY)
    assert await waited(time, rush) == pytest.approx(CALM_AFTER_S)
    assert await waited(time, rush) == 0
    coming(rush, 2 * MANY)
    coming(rush, 1)
    assert await waited(time, rush) == 0


async def test_in_a_rush_without_end_a_share_of_the_time_is_left() -> None:
    time = Time()
    time.rush = rush = Rush(time.timer, time.sleep)
    coming(rush, 2 * MANY)
    assert await waited(time, rush) == pytest.approx(STANDS_BACK_S)
    time.now += GOES_ON_S / 2
    coming(rush, 2 * MANY)
    assert await waited(time, rush) == 0, "it goes on for a while"
    time.now += GOES_ON_S
    coming(rush, 2 * MANY)
    assert await waited(time, rush) == pytest.approx(STANDS_BACK_S)
