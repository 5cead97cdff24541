"""The day's budget of HEAVY calls: never above the limit, never below zero, across tasks and processes."""

import asyncio
from collections.abc import Callable
from datetime import date, timedelta
from subprocess import Popen

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.store.store import Store

DAY = date(2026, 3, 4)


async def test_a_day_gives_up_to_its_limit_and_then_nothing(store: Store) -> None:
    given_calls = [await store.take_heavy("acme", DAY, 4, 10) for _ in range(4)]
    assert given_calls == [4, 4, 2, 0]
    assert await store.heavy_used("acme", DAY) == 10


async def test_accounts_and_days_are_counted_apart(store: Store) -> None:
    assert await store.take_heavy("acme", DAY, 10, 10) == 10
    assert await store.take_heavy("other", DAY, 3, 10) == 3
    assert await store.take_heavy("acme", DAY + timedelta(days=1), 2, 10) == 2
    assert await store.heavy_used("nobody", DAY) == 0


async def test_what_is_given_back_can_be_taken_again(store: Store) -> None:
    await store.take_heavy("acme", DAY, 10, 10)
    await store.give_back_heavy("acme", DAY, 3)
    assert await store.take_heavy("acme", DAY, 5, 10) == 3


async def test_giving_back_too_much_or_nothing_taken_never_goes_below_zero(store: Store) -> None:
    await store.give_back_heavy("acme", DAY, 5)
    await store.take_heavy("acme", DAY, 2, 10)
    await store.give_back_heavy("acme", DAY, 5)
    assert await store.heavy_used("acme", DAY) == 0
    assert await store.take_heavy("acme", DAY, 99, 10) == 10


async def test_a_lowered_limit_gives_nothing_and_takes_nothing_away(store: Store) -> None:
    await store.take_heavy("acme", DAY, 8, 10)
    assert await store.take_heavy("acme", DAY, 1, 5) == 0
    assert await store.heavy_used("acme", DAY) == 8


steps = st.lists(st.tuples(st.sampled_from(["take", "give back"]), st.integers(-3, 12), st.integers(0, 20)), max_size=8)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
async def test_the_count_stays_right_whatever_is_asked(store: Store, steps: list[tuple[str, int, int]]) -> None:
    await store.give_back_heavy("acme", DAY, 1000)
    used = 0
    for word, amount, limit in steps:
        if word == "take":
            expected = max(0, min(amount, limit - used))
            assert await store.take_heavy("acme", DAY, amount, limit) == expected
            used += expected
        else:
            await store.give_back_heavy("acme", DAY, amount)
            used = max(0, used - max(0, amount))
        assert await store.heavy_used("acme", DAY) == used


async def test_many_tasks_together_never_get_more_than_the_limit(store: Store) -> None:
    taken = await asyncio.gather(*(store.take_heavy("acme", DAY, 3, 50) for _ in range(40)))
    assert sum(taken) == 50


async def test_the_count_survives_a_restart(url: str) -> None:
    async with Store.open(url) as store:
        await store.take_heavy("acme", DAY, 7, 10)
    async with Store.open(url) as store:
        assert await store.take_heavy("acme", DAY, 7, 10) == 3


async def test_two_processes_together_never_get_more_than_the_limit(
    python: Callable[..., "Popen[str]"], url: str
) -> None:
    script = """
import asyncio, sys
from datetime import date
from bot.store.store import Store

async def main():
    async with Store.open(sys.argv[1], patience_s=30) as store:
        print("ready", flush=True)
        sys.stdin.readline()
        taken = [await store.take_heavy("acme", date(2026, 3, 4), 2, 101) for _ in range(60)]
        print(sum(taken))

asyncio.run(main())
"""
    with python(script, url) as one, python(script, url) as two:
        for process in (one, two):
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
        for process in (one, two):
            assert process.stdin
            process.stdin.write("go\n")
            process.stdin.flush()
        outputs = [process.communicate(timeout=60) for process in (one, two)]
    assert sum(int(out) for out, _ in outputs) == 101, outputs
    async with Store.open(url) as store:
        assert await store.heavy_used("acme", DAY) == 101
