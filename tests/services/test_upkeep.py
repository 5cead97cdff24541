"""What is done now and then: deleting in time, and noticing that the bot had stood still."""

import json
from datetime import timedelta

import pytest

from bot.domain.model import CallUuid, Kind
from bot.services.ingest import Ingest
from bot.services.upkeep import Upkeep
from bot.store.store import Store
from tests.services.event_samples import UUID, started
from tests.services.scripted_zoom import NOW, Time

MEETING = Kind.MEETING


@pytest.fixture
def upkeep(store: Store, clock: Time) -> Upkeep:
    return Upkeep(store.feed, store, clock, events_kept=timedelta(days=7), reports_kept=timedelta(days=90))


async def test_events_go_after_a_week_and_calls_after_three_months(store: Store, clock: Time, upkeep: Upkeep) -> None:
    ingest = Ingest(store.feed, clock)
    raw = json.dumps(started(NOW)).encode()
    first = await ingest.accept_unsigned(raw)
    await ingest.process()
    await upkeep.round()
    assert (await ingest.accept_unsigned(raw)).id is None
    clock.pass_by(days=7, minutes=1)
    await upkeep.round()
    assert await store.feed.states([first.id or 0]) == []
    assert await store.feed.call_told(MEETING, CallUuid(UUID)) is not None
    clock.pass_by(days=83)
    await upkeep.round()
    assert await store.feed.call_told(MEETING, CallUuid(UUID)) is None


async def test_a_time_without_a_heartbeat_is_told_as_a_gap(store: Store, clock: Time, upkeep: Upkeep) -> None:
    await upkeep.round()
    clock.pass_by(minutes=1)
    await upkeep.round()
    assert (await store.feed.status()).gaps == ()
    clock.pass_by(minutes=10)
    await upkeep.round()
    (gap,) = (await store.feed.status()).gaps
    assert (gap.since, gap.until) == (NOW + timedelta(minutes=1), NOW + timedelta(minutes=11))
    assert "not running" in gap.why


async def test_a_clock_that_jumps_back_makes_no_gap(store: Store, clock: Time, upkeep: Upkeep) -> None:
    await upkeep.round()
    clock.pass_by(hours=-5)
    await upkeep.round()
    clock.pass_by(minutes=1)
    await upkeep.round()
    assert (await store.feed.status()).gaps == ()
