"""Many waits under one timer end as `asyncio.timeout` would end them."""

import asyncio

import pytest

from handlers.patience import Patience


async def waits(patience: Patience, for_what: asyncio.Event) -> str:
    with patience.limit():
        await for_what.wait()
    return "done"


async def test_who_waits_too_long_is_told_so_and_who_came_in_time_is_not() -> None:
    patience = Patience(0.05)
    never, soon = asyncio.Event(), asyncio.Event()
    waiting = [asyncio.create_task(waits(patience, one)) for one in (never, soon, never)]
    await asyncio.sleep(0)
    soon.set()
    results = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(one) for one in results] == [TimeoutError, str, TimeoutError]
    assert [task.cancelling() for task in waiting] == [0, 0, 0]


async def test_a_later_wait_is_limited_too() -> None:
    patience = Patience(0.02)
    for _ in range(2):
        with pytest.raises(TimeoutError):
            await waits(patience, asyncio.Event())


async def test_who_is_cancelled_stays_cancelled() -> None:
    patience = Patience(60)
    task = asyncio.create_task(waits(patience, asyncio.Event()))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_another_failure_passes_as_it_is() -> None:
    with pytest.raises(ZeroDivisionError), Patience(60).limit():
        raise ZeroDivisionError
