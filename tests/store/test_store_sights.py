"""What decides about many calls is read at once as one by one; what was told of many is joined as one by one."""

import random
from dataclasses import replace
from typing import Any

import pytest

from bot.alert_ports import CallId
from bot.domain.feed import CallTold, LegTold, Sample, joined
from bot.domain.model import CallUuid, Kind, Measured
from bot.domain.subscriptions import DEFAULT_RULE
from bot.store.store import Store
from bot.zoom.events import understood
from tests.services.event_samples import NOON, data_event, ended, minute_event, started, summary_event
from tests.store.store_samples import call

UUIDS = ("one==", "two==", "three==")
IDS = [CallId(Kind.MEETING, CallUuid(uuid)) for uuid in UUIDS]
BODIES = [
    body
    for uuid in UUIDS
    for body in (
        started(uuid=uuid),
        *(minute_event(person, at, loss=f"{at}%", uuid=uuid) for person in ("1", "2", "3") for at in (1, 2)),
        minute_event("1", 2, loss="99%", uuid=uuid),
        data_event("2", [{"network_type": "Wifi"}], email="Ana@example.com", uuid=uuid),
        summary_event("3", name="Ben", uuid=uuid),
        summary_event("3", name="Ben B.", loss="3%", uuid=uuid),
        ended(uuid=uuid),
    )
]


def by_call(bodies: list[dict[str, Any]]) -> dict[str, CallTold]:
    found: dict[str, CallTold] = {}
    for body in bodies:
        told = understood(body)
        assert told is not None
        found[told.uuid] = joined(found[told.uuid], told) if told.uuid in found else told
    return found


@pytest.mark.parametrize("seed", range(8))
async def test_calls_told_of_together_are_stored_and_read_as_if_one_by_one(store: Store, seed: int) -> None:
    await store.subscriptions.subscribe("T1", "C1", "U1", (), DEFAULT_RULE, NOON)
    rng = random.Random(seed)
    events = [rng.choice(BODIES) for _ in range(2 * len(BODIES))]
    while events:
        some = [events.pop() for _ in range(min(len(events), rng.randrange(1, 30)))]
        await store.feed.settle(tuple(by_call(some).values()), ())
        for sight in await store.alerts.sights(IDS, NOON):
            assert sight.told == await store.feed.call_told(*sight.call, every_minute=True)
    rest = by_call(BODIES)
    await store.feed.settle(tuple(rest.values()), ())
    assert [sight.told for sight in await store.alerts.sights(IDS, NOON)] == [rest[uuid] for uuid in UUIDS]


async def test_what_rest_said_stands_beside_what_was_told(store: Store) -> None:
    await store.subscriptions.subscribe("T1", "C1", "U1", (), DEFAULT_RULE, NOON)
    fetched = call(3)
    uuid = fetched.subject.uuid
    assert uuid is not None
    await store.save_call(fetched)
    told = by_call([started(uuid=uuid), summary_event("1", uuid=uuid)])
    await store.feed.settle(tuple(told.values()), ())
    this, other = await store.alerts.sights([CallId(Kind.MEETING, uuid), IDS[0]], NOON)
    assert this.fetched == await store.call_by_uuid(Kind.MEETING, uuid) and this.told is not None
    assert (other.told, other.fetched) == (None, None)


async def test_nothing_is_read_of_calls_that_nobody_watches(store: Store) -> None:
    await store.feed.settle(tuple(by_call(BODIES).values()), ())
    assert [(one.watches, one.told) for one in await store.alerts.sights(IDS, NOON)] == [([], None)] * 3


async def test_a_channel_with_nothing_in_force_watches_only_what_it_has_a_message_about(store: Store) -> None:
    made = await store.subscriptions.subscribe("T1", "C1", "U1", (), DEFAULT_RULE, NOON)
    await store.feed.settle(tuple(by_call(BODIES).values()), ())
    assert [len(one.watches) for one in await store.alerts.sights(IDS, None)] == [1, 1, 1]
    await store.subscriptions.end_subscriptions([made.id], NOON)
    assert [len(one.watches) for one in await store.alerts.sights(IDS, None)] == [0, 0, 0]


async def test_texts_that_no_database_takes_are_joined_where_they_become_the_same(store: Store) -> None:
    leg = LegTold("1", summary=(1, Sample((Measured("audio_input"),))))
    one = CallTold(Kind.MEETING, CallUuid("a\x00b"), {"topic": (1, "old")}, last_ms=1, legs={"1": leg})
    other = replace(one, uuid=CallUuid("a\ud800b"), words={"topic": (2, "new")}, last_ms=2)
    for _ in range(2):
        await store.feed.settle((one, other), ())
    found = await store.feed.call_told(Kind.MEETING, CallUuid("a\ufffdb"))
    assert found is not None and (found.word("topic"), list(found.legs)) == ("new", ["1"])
