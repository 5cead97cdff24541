"""Calls and threads in a real SQLite file: exact, whole, kept, and by the right name."""

import asyncio
import signal
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from subprocess import Popen

import pytest
from hypothesis import HealthCheck, given, settings

from bot.domain.model import Call, Kind
from bot.errors import StoreError
from bot.ports import BudgetStore, CallStore, Thread
from bot.store.store import Store
from tests.store.store_samples import NOON, NUMBER, UUID, call, calls, leg


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(calls)
async def test_a_call_comes_back_exactly(store: Store, given_call: Call) -> None:
    await store.save_call(given_call)
    subject = given_call.subject
    assert subject.uuid
    assert await store.call_by_uuid(subject.kind, subject.uuid) == given_call


async def test_a_call_with_very_many_legs_comes_back_in_order(store: Store) -> None:
    big = call(1203)
    await store.save_call(big)
    assert await store.call_by_uuid(Kind.MEETING, UUID) == big


async def test_what_was_never_saved_is_none(store: Store) -> None:
    assert await store.call_by_uuid(Kind.MEETING, UUID) is None
    assert await store.latest_call_by_number(Kind.MEETING, NUMBER) is None


async def test_a_number_names_the_call_that_was_fetched_last(store: Store) -> None:
    newest = call(uuid="second", as_of=NOON + timedelta(days=2))
    for stored in (call(uuid="first"), newest, call(uuid="third", as_of=NOON + timedelta(days=1))):
        await store.save_call(stored)
    await store.save_call(call(number="999999999", uuid="other", as_of=NOON + timedelta(days=9)))
    assert await store.latest_call_by_number(Kind.MEETING, NUMBER) == newest
    assert await store.call_by_uuid(Kind.MEETING, "first") == call(uuid="first")


async def test_kinds_are_kept_apart(store: Store) -> None:
    meeting, webinar = call(1), call(2, kind=Kind.WEBINAR)
    await store.save_call(meeting)
    await store.save_call(webinar)
    assert await store.call_by_uuid(Kind.MEETING, UUID) == meeting
    assert await store.latest_call_by_number(Kind.WEBINAR, NUMBER) == webinar
    assert await store.call_by_uuid(Kind.SESSION, UUID) is None


async def test_saving_again_replaces_the_call_and_all_its_legs(store: Store) -> None:
    await store.save_call(call(5))
    again = call(2, topic="Renamed", pages_complete=False, missing=("topic",))
    await store.save_call(again)
    assert await store.call_by_uuid(Kind.MEETING, UUID) == again


async def test_a_call_saved_without_its_uuid_is_replaced_once_that_is_known(store: Store) -> None:
    later = NOON + timedelta(days=3)
    await store.save_call(call(3, uuid=None, as_of=later))
    assert await store.latest_call_by_number(Kind.MEETING, NUMBER) == call(3, uuid=None, as_of=later)
    await store.save_call(call(2))
    assert await store.latest_call_by_number(Kind.MEETING, NUMBER) == call(2)


async def test_a_uuid_that_looks_like_a_number_is_another_call(store: Store) -> None:
    await store.save_call(call(1, uuid=None))
    await store.save_call(call(2, uuid=f"number:{NUMBER}", number=None))
    assert await store.latest_call_by_number(Kind.MEETING, NUMBER) == call(1, uuid=None)


async def test_a_call_without_any_name_is_refused(store: Store) -> None:
    with pytest.raises(StoreError) as caught:
        await store.save_call(call(uuid=None, number=None))
    assert caught.value.slug == "store_failed"


async def test_hostile_text_does_not_keep_a_call_from_being_stored(store: Store) -> None:
    await store.save_call(call((leg(participant_id="a\x00b", user_id="\ud800"),), topic="To\x00pic \udcff"))
    stored = await store.call_by_uuid(Kind.MEETING, UUID)
    assert stored
    assert (stored.subject.topic, len(stored.legs)) == ("To\ufffdpic \ufffd", 1)


async def test_times_come_back_aware_in_utc(store: Store) -> None:
    lisbon = datetime.fromisoformat("2026-07-01T10:00:00.000001+01:00")
    await store.save_call(call(started_at=lisbon))
    stored = await store.call_by_uuid(Kind.MEETING, UUID)
    assert stored
    assert stored.subject.started_at is not None
    assert stored.subject.started_at.isoformat() == "2026-07-01T09:00:00.000001+00:00"


async def test_a_failed_save_undoes_only_itself(store: Store) -> None:
    await store.save_call(call(3))
    naive = NOON.replace(tzinfo=None)  # refused inside the transaction, after the old call was deleted in it
    good = [call(n % 4, uuid=f"uuid-{n}") for n in range(20)]
    bad = [call(7, as_of=naive), *(call(1, uuid=f"uuid-{n}", ended_at=naive) for n in range(0, 20, 3))]
    tasks = [asyncio.create_task(store.save_call(one)) for one in (*good[:10], *bad, *good[10:])]
    results = await asyncio.gather(*tasks, return_exceptions=True)
    assert sum(isinstance(result, StoreError) for result in results) == len(bad)
    assert await store.call_by_uuid(Kind.MEETING, UUID) == call(3)
    assert [await store.call_by_uuid(Kind.MEETING, f"uuid-{n}") for n in range(20)] == good


async def test_a_reader_never_sees_half_a_call(store: Store, url: str) -> None:
    versions = [call(n, topic=str(n)) for n in (3, 40, 600)]
    await store.save_call(versions[0])

    async def save() -> None:
        for version in versions * 4:
            await store.save_call(version)

    async with Store.open(url) as other:
        saving = asyncio.create_task(save())
        seen = []
        while not saving.done():
            seen += await asyncio.gather(*(one.call_by_uuid(Kind.MEETING, UUID) for one in (store, other)))
        await saving
    assert seen
    assert all(stored in versions for stored in seen)


async def test_two_stores_on_one_file_write_side_by_side(store: Store, url: str) -> None:
    async with Store.open(url) as other:
        saves = [one.save_call(call(n, uuid=f"{n}")) for n in range(30) for one in (store, other)]
        await asyncio.gather(*saves)
        assert [await other.call_by_uuid(Kind.MEETING, f"{n}") for n in range(30)] == [
            call(n, uuid=f"{n}") for n in range(30)
        ]


async def test_a_cancelled_save_leaves_the_old_call_or_the_new_one(store: Store) -> None:
    old, new = call(2, topic="old"), call(700, topic="new")
    for turns in range(0, 60, 4):
        await store.save_call(old)
        saving = asyncio.create_task(store.save_call(new))
        for _ in range(turns):
            await asyncio.sleep(0)
        saving.cancel()
        await asyncio.gather(saving, return_exceptions=True)
        assert await store.call_by_uuid(Kind.MEETING, UUID) in (old, new)


async def test_what_was_saved_is_there_after_the_process_was_killed(
    python: Callable[..., "Popen[str]"], url: str
) -> None:
    script = """
import asyncio, sys
from tests.store.store_samples import call
from bot.store.store import Store

async def main():
    store = await Store.open(sys.argv[1])
    await store.save_call(call(3))
    print("saved", flush=True)
    sys.stdin.read()

asyncio.run(main())
"""
    with python(script, url) as process:
        assert process.stdout
        assert process.stdout.readline() == "saved\n"
        process.send_signal(signal.SIGKILL)
    async with Store.open(url) as store:
        assert await store.call_by_uuid(Kind.MEETING, UUID) == call(3)


async def test_a_thread_leads_back_to_its_call(store: Store) -> None:
    thread = Thread("T1", "C1", "1700000000.000100", Kind.WEBINAR, UUID, None)
    await store.remember_thread(thread)
    assert await store.find_thread("T1", "C1", "1700000000.000100") == thread
    assert await store.find_thread("T1", "C2", "1700000000.000100") is None
    assert await store.find_thread("T2", "C1", "1700000000.000100") is None


async def test_a_thread_remembered_again_is_about_the_new_call(store: Store) -> None:
    thread = Thread("T1", "C1", "1700000000.000100", Kind.MEETING, None, NUMBER)
    await store.remember_thread(thread)
    await store.remember_thread(replace(thread, uuid=UUID))
    assert await store.find_thread("T1", "C1", "1700000000.000100") == replace(thread, uuid=UUID)


def test_the_store_is_what_the_services_ask_for() -> None:
    ports = {name for port in (CallStore, BudgetStore) for name in vars(port) if not name.startswith("_")}
    assert ports <= set(dir(Store))
