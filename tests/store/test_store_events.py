"""The inbox and what events told, in a real SQLite file: durable, once, in order, and forgotten in time."""

import asyncio
import json
import os
import resource
import signal
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import reduce
from pathlib import Path
from subprocess import Popen
from typing import Any

import pytest

from bot.domain.feed import CallTold, LegTold, Sample, joined
from bot.domain.model import CallUuid, Kind, Measured, MeetingNumber
from bot.errors import StoreError
from bot.ports import EventState, EventStore, Incoming, Settled
from bot.store.store import Store
from bot.zoom.envelope import content_key
from bot.zoom.events import understood
from tests.services.event_samples import NOON, NUMBER, UUID, data_event, ended, minute_event, started, summary_event
from tests.store.test_store_failures import locked

MEETING = Kind.MEETING


def incoming(n: int = 1, **changes: Any) -> Incoming:
    plain = Incoming(b'{"n":%d}' % n, "meeting.started", NOON, f"key-{n}", NOON, f"request-{n}")
    return replace(plain, **changes)


def told(*bodies: Any) -> CallTold:
    return reduce(joined, [found for body in bodies if (found := understood(body))])


def largest_in(folder: Path) -> int:
    return max(path.stat().st_size for path in folder.iterdir())


async def test_an_event_is_accepted_once_by_request_and_once_by_content(store: Store) -> None:
    feed: EventStore = store.feed
    assert await feed.accept(incoming(1)) is not None
    assert await feed.accept(incoming(1)) is None
    assert await feed.accept(incoming(1, request_id="another")) is None
    assert await feed.accept(incoming(1, content_key="another")) is None
    assert await feed.accept(incoming(2, request_id=None)) is not None
    assert await feed.accept(incoming(3, request_id=None)) is not None
    assert [event.body for event in await feed.claim(10)] == [b'{"n":1}', b'{"n":2}', b'{"n":3}']


async def test_events_at_once_share_commits_and_each_gets_its_own_answer(store: Store) -> None:
    events = [incoming(n % 300) for n in range(900)]
    ids = await asyncio.gather(*(store.feed.accept(event) for event in events))
    new = [id for id in ids if id is not None]
    assert len(new) == len(set(new)) == 300
    assert len(await store.feed.claim(1000)) == 300


async def test_too_many_at_once_are_refused_and_the_others_kept(url: str) -> None:
    async with Store.open(url) as store:
        store.feed._intake._most_waiting = 5
        tries = await asyncio.gather(*(store.feed.accept(incoming(n)) for n in range(9)), return_exceptions=True)
        refused = [one for one in tries if isinstance(one, StoreError)]
        assert [error.slug for error in refused] == ["store_overloaded"] * 4
        assert len(await store.feed.claim(10)) == 5


async def test_who_goes_away_while_waiting_disturbs_nobody(store: Store) -> None:
    waiting = [asyncio.create_task(store.feed.accept(incoming(n))) for n in range(3)]
    await asyncio.sleep(0)
    waiting[1].cancel()
    results = await asyncio.gather(*waiting, return_exceptions=True)
    assert [isinstance(result, int) for result in results] == [True, False, True]
    assert len(await store.feed.claim(10)) == 3


async def test_a_settled_event_is_not_claimed_again(store: Store) -> None:
    ids = [await store.feed.accept(incoming(n)) for n in range(4)]
    known = [id for id in ids if id is not None]
    states = [EventState.DONE, EventState.IGNORED, EventState.BURIED]
    await store.feed.settle((), [Settled(id, state, "why") for id, state in zip(known, states, strict=False)])
    assert [event.id for event in await store.feed.claim(10)] == known[3:]
    assert await store.feed.states(known) == [*states, EventState.PENDING]
    status = await store.feed.status()
    assert (status.pending, status.ignored, status.buried, status.buried_reason) == (1, 1, 1, "why")
    assert (status.received_at, status.lag_s) == (NOON, 0.0)


async def test_what_was_told_comes_back_exactly_in_any_order_and_repetition(store: Store) -> None:
    bodies = [
        started(),
        minute_event("1", 1),
        minute_event("1", 2, loss="9%"),
        minute_event("1", 2, loss="7%"),
        data_event("1", [{"network_type": "Wifi"}], email="Ana@example.com"),
        summary_event("2", name="Ben"),
        summary_event("2", name="Ben B.", loss="3%"),
        ended(),
    ]
    for body in [*bodies, *reversed(bodies)]:
        await store.feed.settle((told(body),), ())
    found = await store.feed.call_told(MEETING, CallUuid(UUID))
    assert found == told(*bodies)
    assert found == await store.feed.latest_told(MEETING, MeetingNumber(NUMBER))


async def test_minutes_are_read_only_for_those_without_a_summary(store: Store) -> None:
    await store.feed.settle((told(minute_event("1", 1), minute_event("2", 1), summary_event("2")),), ())
    found = await store.feed.call_told(MEETING, CallUuid(UUID))
    assert found is not None
    assert {key: len(leg.minutes) for key, leg in found.legs.items()} == {"1": 1, "2": 0}


async def test_hostile_text_is_stored_and_joined(store: Store) -> None:
    hostile = CallTold(
        MEETING,
        CallUuid(UUID),
        {"topic": (1, "To\x00pic \ud800")},
        last_ms=1,
        legs={"a\x00b": LegTold("a\x00b", {"name": (1, "\udfff")}, (1, Sample((Measured("audio_input"),))))},
    )
    for _ in range(2):
        await store.feed.settle((hostile,), ())
    found = await store.feed.call_told(MEETING, CallUuid(UUID))
    assert found is not None
    assert (found.word("topic"), [leg.words["name"][1] for leg in found.legs.values()]) == (
        "To\ufffdpic \ufffd",
        ["\ufffd"],
    )


async def test_a_number_names_the_call_heard_of_last_whatever_arrived_last(store: Store) -> None:
    newest, older = told(started(NOON, uuid="new")), told(started(NOON - timedelta(days=7), uuid="old"))
    for one in (newest, older):
        await store.feed.settle((one,), ())
    found = await store.feed.latest_told(MEETING, MeetingNumber(NUMBER))
    assert found is not None
    assert found.uuid == "new"
    assert await store.feed.latest_told(Kind.WEBINAR, MeetingNumber(NUMBER)) is None


async def test_a_thousand_people_come_back(store: Store) -> None:
    whole = told(started(), *(summary_event(str(n), name=f"P{n}", loss=f"{n % 10}%") for n in range(1000)))
    await store.feed.settle((whole,), ())
    assert await store.feed.call_told(MEETING, CallUuid(UUID)) == whole


async def test_a_failed_settling_leaves_events_waiting_and_calls_untouched(url: str, tmp_path: Path) -> None:
    async with Store.open(url, patience_s=0.05) as store:
        id = await store.feed.accept(incoming(1))
        assert id is not None
        with locked(tmp_path / "qos.db"):
            with pytest.raises(StoreError) as caught:
                await store.feed.settle((told(started()),), [Settled(id, EventState.DONE)])
            assert caught.value.slug == "store_locked"
            with pytest.raises(StoreError):
                await store.feed.accept(incoming(2))
        assert await store.feed.call_told(MEETING, CallUuid(UUID)) is None
        assert await store.feed.accept(incoming(2)) is not None
        assert len(await store.feed.claim(10)) == 2


async def test_a_full_disk_is_said_and_events_are_taken_again_when_there_is_room(url: str, tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    async with Store.open(url) as store:
        assert await store.feed.accept(incoming(1)) is not None
        limit = largest_in(tmp_path) + 8192
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
        try:
            with pytest.raises(StoreError) as caught:
                for n in range(2, 200):
                    await store.feed.accept(incoming(n, body=os.urandom(4000)))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
            signal.signal(signal.SIGXFSZ, handler)
        assert caught.value.slug == "store_full"
        kept = len(await store.feed.claim(1000))
        assert await store.feed.accept(incoming(999)) is not None
        assert len(await store.feed.claim(1000)) == kept + 1


async def test_every_event_acknowledged_before_a_kill_is_there_afterwards(
    python: Callable[..., "Popen[str]"], url: str
) -> None:
    script = """
import asyncio, sys
from datetime import UTC, datetime
from bot.ports import Incoming
from bot.store.store import Store

async def main():
    now = datetime.now(UTC)
    async with Store.open(sys.argv[1]) as store:
        async def one(n):
            await store.feed.accept(Incoming(b"{}", "e", now, f"key-{n}", now, f"r-{n}"))
            print(n, flush=True)
        n = 0
        while True:
            await asyncio.gather(*(one(n + k) for k in range(25)))
            n += 25

asyncio.run(main())
"""
    process = python(script, url)
    assert process.stdout
    acknowledged = [int(process.stdout.readline()) for _ in range(200)]
    process.send_signal(signal.SIGKILL)
    rest, _ = process.communicate(timeout=30)
    acknowledged += [int(line) for line in rest.splitlines(keepends=True) if line.endswith("\n")]
    async with Store.open(url) as store:
        again = [await store.feed.accept(incoming(0, content_key=f"key-{n}", request_id=None)) for n in acknowledged]
        assert again == [None] * len(acknowledged)


async def test_filling_is_due_after_the_end_or_a_silence_and_only_a_few_times(store: Store) -> None:
    running, over = told(started(uuid="running")), told(started(uuid="over"), ended(uuid="over"))
    await store.feed.settle((running, over), ())
    assert await store.feed.due_for_filling(NOON + timedelta(minutes=14), 10) == []
    assert await store.feed.due_for_filling(NOON + timedelta(minutes=15), 10) == [(MEETING, "running")]
    later = NOON + timedelta(hours=1)
    await store.feed.fill_postponed(MEETING, CallUuid("running"), None)
    assert await store.feed.due_for_filling(later, 10) == [(MEETING, "over")]
    for tries in (1, 2, 3):
        assert await store.feed.fill_tried(MEETING, CallUuid("over"), later) == tries
    assert await store.feed.due_for_filling(later, 10) == []
    await store.feed.settle((told(summary_event("1", uuid="over")),), ())
    assert await store.feed.due_for_filling(later + timedelta(days=1), 10) == []


async def test_old_events_gaps_and_calls_are_dropped_and_waiting_ones_never(store: Store) -> None:
    ids = [await store.feed.accept(incoming(n)) for n in (1, 2)]
    await store.feed.settle((told(started()),), [Settled(ids[0] or 0, EventState.DONE)])
    await store.feed.close_gap(await store.feed.open_gap(NOON, "asleep"), NOON)
    later = NOON + timedelta(seconds=1)
    assert await store.feed.purge_events(NOON) == 0
    assert await store.feed.purge_events(later) == 1
    assert [event.id for event in await store.feed.claim(5)] == ids[1:]
    assert (await store.feed.status()).gaps == ()
    assert await store.purge_reports(NOON) == 0
    assert await store.purge_reports(later) == 1
    assert await store.feed.call_told(MEETING, CallUuid(UUID)) is None


async def test_a_person_is_erased_from_events_legs_and_minutes(store: Store) -> None:
    bodies = [
        summary_event("1", name="Ana", email="Ana@Example.com"),
        minute_event("1", 1),
        data_event("4", [{"network_type": "Wifi"}]),
        summary_event("2", name="Ben", email="ben@example.com"),
    ]
    bodies[2]["payload"]["object"]["participant"]["participant_user_id"] = "user-1-long-id"
    bodies[0]["payload"]["object"]["participant"]["id"] = "user-1-long-id"
    for n, body in enumerate(bodies):
        raw = json.dumps(body).encode()
        await store.feed.accept(incoming(n, body=raw, content_key=content_key(body)))
        await store.feed.settle((told(body),), ())
    assert await store.forget_email("ana@example.COM") == 2
    found = await store.feed.call_told(MEETING, CallUuid(UUID))
    assert found is not None
    assert set(found.legs) == {"2"}
    left = await store.feed.claim(10)
    assert not any(b"na@" in event.body or b"user-1-long" in event.body for event in left)
    assert await store.feed.accept(incoming(9, content_key=content_key(bodies[0]))) is None


async def test_the_heart_beats_and_gaps_are_told_newest_first(store: Store) -> None:
    assert await store.feed.beat("serve", NOON) is None
    assert await store.feed.beat("serve", NOON + timedelta(minutes=1)) == NOON
    await store.feed.close_gap(await store.feed.open_gap(NOON, "first"), NOON + timedelta(minutes=9))
    await store.feed.open_gap(NOON + timedelta(hours=1), "second")
    gaps = (await store.feed.status()).gaps
    assert [(gap.why, gap.until) for gap in gaps] == [("second", None), ("first", NOON + timedelta(minutes=9))]
