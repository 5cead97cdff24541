"""From a delivery to a call: verified, kept, understood, joined, and nothing lost in between."""

import asyncio
import hashlib
import hmac
import json
import os
import random
import sqlite3
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.feed_call import call_of
from bot.domain.model import Call, CallUuid, Kind
from bot.errors import StoreError
from bot.ports import EventState
from bot.services import ingest as module
from bot.services.ingest import Ingest, Outcome, Verdict
from bot.store.store import Store
from bot.worker import Rounds, Worker
from tests.services.event_samples import NOON, UUID, data_event, ended, minute_event, started, summary_event

SECRETS = ("new-secret", "old-secret")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with Store.open(f"sqlite+aiosqlite:///{tmp_path / 'qos.db'}", patience_s=0.05) as opened:
        yield opened


def clock() -> datetime:
    return NOON + timedelta(hours=2)


def ingest(store: Store, counts: "Counter[str] | None" = None) -> Ingest:
    counted = Counter[str]() if counts is None else counts
    return Ingest(store.feed, clock, secrets=SECRETS, count=lambda outcome: counted.update([outcome]))


def signed(raw: bytes, secret: str = SECRETS[0], at: str = "1700000000", **headers: str) -> dict[str, str]:
    mac = hmac.new(secret.encode(), b"v0:" + at.encode() + b":" + raw, hashlib.sha256).hexdigest()
    return {"x-zm-request-timestamp": at, "x-zm-signature": f"v0={mac}", **headers}


async def deliver(service: Ingest, body: Any, **headers: str) -> Outcome:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return await service.accept(raw, signed(raw, **headers))


async def processed(service: Ingest) -> None:
    while await service.process():
        pass


async def stored_call(store: Store) -> Call | None:
    told = await store.feed.call_told(Kind.MEETING, CallUuid(UUID))
    return told and call_of(told, None, clock())


async def stopped(worker: "asyncio.Task[None]") -> None:
    worker.cancel()
    with suppress(asyncio.CancelledError):
        await worker


async def until_done(store: Store, id: int) -> None:
    while await store.feed.states([id]) != [EventState.DONE]:
        pass


async def test_an_event_signed_with_any_of_the_secrets_is_accepted_however_old(store: Store) -> None:
    service = ingest(store)
    assert (await deliver(service, started())).verdict is Verdict.ACCEPTED
    assert (await deliver(service, ended(), secret="old-secret", at="5")).verdict is Verdict.ACCEPTED
    assert (await deliver(service, summary_event("1"), secret="wrong")).verdict is Verdict.UNSIGNED
    assert (await service.accept(b"{}", {})).verdict is Verdict.UNSIGNED
    assert len(await store.feed.claim(9)) == 2


async def test_without_a_secret_nothing_is_taken(store: Store) -> None:
    service = Ingest(store.feed, clock)
    assert (await deliver(service, started())).verdict is Verdict.UNCONFIGURED


async def test_the_challenge_is_answered_with_the_secret_that_verified_it(store: Store) -> None:
    body = {"event": "endpoint.url_validation", "payload": {"plainToken": "abc"}, "event_ts": 1654503849680}
    answer = (await deliver(ingest(store), body, secret="old-secret")).answer
    assert answer == {
        "plainToken": "abc",
        "encryptedToken": hmac.new(b"old-secret", b"abc", hashlib.sha256).hexdigest(),
    }
    assert await store.feed.claim(9) == []


async def test_the_raw_bytes_are_what_is_signed_with_any_letters_in_them(store: Store) -> None:
    raw = json.dumps(summary_event("1", name="Zoë 李 😀"), ensure_ascii=False, indent=1).encode()
    service = ingest(store)
    assert (await deliver(service, raw)).verdict is Verdict.ACCEPTED
    await processed(service)
    call = await stored_call(store)
    assert call is not None
    assert call.legs[0].name == "Zoë 李 😀"


async def test_duplicates_by_request_and_by_content_change_nothing(store: Store) -> None:
    service = ingest(store)
    first = summary_event("1", name="Ana", loss="2%")
    turned = json.loads(json.dumps(first, sort_keys=True))
    verdicts = [
        (await deliver(service, first, **{"x-zm-request-id": "r1"})).verdict,
        (await deliver(service, first, **{"x-zm-request-id": "r1"})).verdict,
        (await deliver(service, turned, **{"x-zm-request-id": "r2"})).verdict,
        (await deliver(service, turned)).verdict,
    ]
    assert verdicts == [Verdict.ACCEPTED, *[Verdict.DUPLICATE] * 3]
    await processed(service)
    before = await stored_call(store)
    assert (await deliver(service, first)).verdict is Verdict.DUPLICATE
    await processed(service)
    assert await stored_call(store) == before


async def test_an_unknown_event_is_kept_and_counted_and_a_malformed_one_buried_and_the_rest_goes_on(
    store: Store,
) -> None:
    counts = Counter[str]()
    service = ingest(store, counts)
    bodies = [
        {"event": "zoomroom.alert", "event_ts": 1626230691572, "payload": {"object": {"id": "x"}}},
        {**summary_event("9"), "payload": {"object": "Ana"}},
        [1, 2],
        {},
        started(),
        summary_event("1", name="Ana"),
    ]
    for body in bodies:
        assert (await deliver(service, body)).verdict is Verdict.ACCEPTED
    await processed(service)
    status = await store.feed.status()
    assert (status.pending, status.ignored, status.buried) == (0, 1, 3)
    assert status.buried_reason == "an event name that is null"
    assert counts == {"accepted": 6, "done": 2, "ignored": 1, "buried": 3}
    call = await stored_call(store)
    assert call is not None
    assert [leg.name for leg in call.legs] == ["Ana"]


async def test_what_is_no_json_is_refused_at_the_door_and_buried_out_of_a_file(store: Store) -> None:
    service = ingest(store)
    assert (await deliver(service, b"<html>")).verdict is Verdict.NOT_JSON
    assert (await deliver(service, b"")).verdict is Verdict.NOT_JSON
    assert (await service.accept_unsigned(b"<html>")).verdict is Verdict.ACCEPTED
    await processed(service)
    assert (await store.feed.status()).buried_reason == "not JSON"


BODIES = [
    started(),
    ended(),
    *(minute_event(person, at, loss=f"{at}%") for person in ("1", "2") for at in (1, 2)),
    data_event("1", [{"network_type": "Wifi"}]),
    data_event("1", [{"network_type": "Wired"}], at=NOON + timedelta(minutes=4)),
    summary_event("1", name="Ana", loss="3%"),
    summary_event("1", name="Ana R.", loss="4%"),
    summary_event("3", name="Ben"),
]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False), st.lists(st.sampled_from(range(len(BODIES))), max_size=8), st.integers(1, 9))
async def test_any_order_repetition_and_batching_gives_the_same_call(
    tmp_path_factory: pytest.TempPathFactory, chance: random.Random, again: list[int], batch: int
) -> None:
    calls = []
    order = [*range(len(BODIES)), *again]
    chance.shuffle(order)
    for wanted in (list(range(len(BODIES))), order):
        folder = tmp_path_factory.mktemp("shuffle")
        async with Store.open(f"sqlite+aiosqlite:///{folder / 'qos.db'}") as store:
            service = ingest(store)
            for place, n in enumerate(wanted):
                await service.accept_unsigned(json.dumps(BODIES[n]).encode())
                if place % batch == 0:
                    await processed(service)
            await processed(service)
            calls.append(await stored_call(store))
    assert calls[0] is not None
    assert calls[0] == calls[1]


async def test_an_event_that_nobody_foresaw_is_buried_alone(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    service = ingest(store)
    real = module.understood

    def breaks(body: Any) -> Any:
        return 1 / 0 if body["event"] == "meeting.ended" else real(body)

    monkeypatch.setattr(module, "understood", breaks)
    for body in (started(), ended(), summary_event("1")):
        await service.accept_unsigned(json.dumps(body).encode())
    await processed(service)
    status = await store.feed.status()
    assert (status.buried, status.buried_reason, status.pending) == (1, "could not be read (ZeroDivisionError)", 0)


# --- the worker ------------------------------------------------------------------------------------------------------


async def test_the_worker_postpones_while_the_database_is_locked_and_then_goes_on(store: Store, tmp_path: Path) -> None:
    service = ingest(store)
    await service.accept_unsigned(json.dumps(started()).encode())
    pauses: list[float] = []
    done = asyncio.Event()
    with closing(sqlite3.connect(tmp_path / "qos.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        async def pause(seconds: float) -> None:
            pauses.append(seconds)
            if len(pauses) == 3:
                other.execute("ROLLBACK")
                done.set()

        worker = asyncio.create_task(Worker(service, asyncio.Event(), pause).run())
        await done.wait()
    await until_done(store, 1)
    await stopped(worker)
    assert pauses == [0.2, 0.4, 0.8]


async def test_the_worker_hears_the_bell(store: Store) -> None:
    bell = asyncio.Event()
    service = Ingest(store.feed, clock, arrived=bell.set)
    worker = asyncio.create_task(Worker(service, bell).run())
    for n in range(3):
        outcome = await service.accept_unsigned(json.dumps(summary_event(str(n))).encode())
        assert outcome.id is not None
        async with asyncio.timeout(4):  # less than it takes to look without a bell
            await until_done(store, outcome.id)
    await stopped(worker)


async def test_a_failure_that_waiting_cannot_mend_ends_the_worker_and_a_round() -> None:
    class Broken:
        async def process(self) -> int:
            raise StoreError("store_failed", "The database file is damaged.")

    broken: Any = Broken()
    with pytest.raises(StoreError):
        await Worker(broken, asyncio.Event()).run()
    with pytest.raises(StoreError):
        await Rounds(broken.process, 60).run()


async def test_a_database_that_refuses_again_and_again_ends_the_worker() -> None:
    pauses: list[float] = []

    class Refusing:
        async def process(self) -> int:
            raise StoreError("store_failed", "The database refused the request.", retryable=True)

    async def pause(seconds: float) -> None:
        pauses.append(seconds)

    refusing: Any = Refusing()
    with pytest.raises(StoreError):
        await Worker(refusing, asyncio.Event(), pause).run()
    assert pauses == [0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 10.0]


async def test_an_event_of_a_call_whose_stored_row_is_damaged_is_buried_alone(store: Store, tmp_path: Path) -> None:
    service = ingest(store)
    await service.accept_unsigned(json.dumps(started(uuid="damaged")).encode())
    await processed(service)
    with closing(sqlite3.connect(tmp_path / "qos.db", isolation_level=None)) as other:
        other.execute("UPDATE feed_calls SET body = 'not json'")
    for body in (ended(uuid="damaged"), started(), summary_event("1", name="Ana")):
        await service.accept_unsigned(json.dumps(body).encode())
    await processed(service)
    status = await store.feed.status()
    assert (status.pending, status.buried, status.buried_reason) == (0, 1, "could not be joined (JSONDecodeError)")
    call = await stored_call(store)
    assert call is not None
    assert [leg.name for leg in call.legs] == ["Ana"]


async def test_a_round_is_only_postponed_by_a_busy_database() -> None:
    tries: list[int] = []

    async def work() -> None:
        tries.append(1)
        if len(tries) == 1:
            raise StoreError("store_locked", "Busy.", retryable=True)
        raise ZeroDivisionError

    async def pause(_seconds: float) -> None:
        return None

    with pytest.raises(ZeroDivisionError):
        await Rounds(work, 60, pause).run()
    assert len(tries) == 2


SCRIPT = """
import asyncio, json, sys
from datetime import UTC, datetime
from bot.services.ingest import Ingest
from bot.store.store import Store

async def main():
    async with Store.open(sys.argv[1]) as store:
        service = Ingest(store.feed, lambda: datetime.now(UTC))
        print("ready", flush=True)
        while await service.process():
            print("batch", flush=True)

asyncio.run(main())
"""


def in_another_process(url: str) -> "Popen[str]":
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    return Popen([sys.executable, "-c", SCRIPT, url], env=environment, stdout=PIPE, text=True)


async def test_a_kill_during_processing_loses_and_doubles_nothing(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'kill.db'}"
    people = 900
    async with Store.open(url) as store:
        service = ingest(store)
        bodies = [started(), *(summary_event(str(n), name=f"P{n}", loss=f"{n % 9}%") for n in range(people))]
        await asyncio.gather(*(service.accept_unsigned(json.dumps(body).encode()) for body in bodies))
    process = in_another_process(url)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    assert process.stdout.readline() == "batch\n"
    process.kill()
    process.communicate(timeout=30)
    async with Store.open(url) as store:
        left = len(await store.feed.claim(5000))
        assert left < people
        await processed(ingest(store))
        call = await stored_call(store)
        assert call is not None
        assert sorted(leg.name or "" for leg in call.legs) == sorted(f"P{n}" for n in range(people))
        assert (await store.feed.status()).pending == 0
