"""What channels were told, and what is to be sent: decided once, kept together, forgotten when asked."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from bot.alert_ports import AlertRow, CallId, Change, Reply, Saved, Watch
from bot.domain.alert_card import AlertCard, card_of
from bot.domain.alert_rule import judge_alert
from bot.domain.alerts import AlertState
from bot.domain.feed import CallTold, LegTold
from bot.domain.model import CallUuid, Kind, MeetingNumber, MeetingRef
from bot.domain.quiet_hours import parse_quiet_hours
from bot.domain.subscriptions import DEFAULT_RULE, Filter, FilterKey
from bot.outbox_ports import Sort
from bot.ports import Posted
from bot.store.store import Store
from tests.domain.alert_builders import at, crowd, live

NOW = at(1)
KEY, UUID = "meeting:one==", CallUuid("one==")
REF = MeetingRef(Kind.MEETING, None, UUID)


def card() -> AlertCard:
    report = live([*crowd("xx", "Berlin (DE)", 200), *crowd("....")], 1)
    return card_of(judge_alert(report, (), DEFAULT_RULE), report, NOW)


def posted(watch: Watch) -> Change:
    state = AlertState(card(), watch.subscriptions[0].id, NOW, NOW)
    row = AlertRow(watch.channel.id, KEY, Kind.MEETING, UUID, MeetingNumber("1"), state=state, opened_at=NOW)
    return Change(watch.channel, NOW, (Saved(row, card=True),))


async def watching(store: Store) -> Watch:
    (sight,) = await store.alerts.sights([CallId(Kind.MEETING, UUID)], NOW)
    (watch,) = sight.watches
    return watch


async def watched(store: Store) -> Watch:
    await store.subscriptions.subscribe("T1", "C1", "U1", (), DEFAULT_RULE, NOW)
    return await watching(store)


async def test_of_two_decisions_on_the_same_knowledge_one_is_kept(store: Store) -> None:
    watch = await watched(store)
    outcomes = await asyncio.gather(*(store.alerts.commit([posted(watch)]) for _ in range(5)))
    assert sorted(map(list, outcomes)) == [[], *[[watch.channel.id]] * 4]
    assert len(await store.outbox.due_wishes(NOW, 10)) == 1


async def test_a_decision_is_kept_with_its_message_or_not_at_all(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = await watched(store)
    broken = replace(posted(watch), line=["no", 7])  # type: ignore[list-item]  # cannot be written
    with pytest.raises(Exception, match=r"serializ|expected|string"):
        await store.alerts.commit([broken])
    assert await store.alerts.latest_alert("T1", "C1", REF) is None
    assert await store.outbox.next_wish_at() is None


async def test_a_claimed_message_is_nobody_elses_until_the_claim_ends(store: Store) -> None:
    await store.alerts.commit([posted(await watched(store))])
    (wish,) = await store.outbox.due_wishes(NOW, 10)
    soon = NOW + timedelta(seconds=12)
    claims = await asyncio.gather(*(store.outbox.claim_wish(wish, NOW, soon) for _ in range(4)))
    assert sum(claim is not None for claim in claims) == 1
    assert await store.outbox.due_wishes(NOW, 10) == [] and await store.outbox.next_wish_at() == soon
    assert len(await store.outbox.due_wishes(soon, 10)) == 1


async def sent(store: Store) -> AlertRow:
    await store.alerts.commit([posted(await watched(store))])
    (wish,) = await store.outbox.due_wishes(NOW, 10)
    await store.outbox.sent(wish, Posted("C1", "1.0"), NOW)
    row = await store.alerts.latest_alert("T1", "C1", REF)
    assert row is not None and row.message == Posted("C1", "1.0")
    return row


async def test_a_posted_alert_is_a_thread_that_can_be_asked_under(store: Store) -> None:
    await sent(store)
    thread = await store.find_thread("T1", "C1", "1.0")
    assert thread is not None and thread.uuid == UUID


async def test_two_changed_verdicts_that_wait_are_one_reply_from_the_first_to_the_last(store: Store) -> None:
    row = await sent(store)
    for before, after in (("first", "second"), ("second", "third")):
        watch = await watching(store)
        reply = Reply(replace(card(), verdict=after), before)
        assert await store.alerts.commit([Change(watch.channel, NOW, (Saved(row, reply=reply),))]) == []
    (wish,) = [one for one in await store.outbox.due_wishes(NOW, 10) if one.sort is Sort.REPLY]
    assert wish.reply is not None and (wish.reply.before, wish.reply.card.verdict) == ("first", "third")


async def test_a_state_comes_back_as_it_was_kept(store: Store) -> None:
    row = await sent(store)
    assert row.state == AlertState(card(), row.state.subscription_id, NOW, NOW)
    quiet = parse_quiet_hours("22:00-07:00 Europe/Berlin", "UTC")
    await store.subscriptions.set_quiet("T1", "C1", quiet, "U1", NOW)
    assert await store.subscriptions.quiet("T1", "C1") == quiet
    wish = Filter(FilterKey.SITE, "New York", negated=True)
    made = await store.subscriptions.subscribe("T1", "C1", "U2", (wish,), DEFAULT_RULE, NOW)
    listed = await store.subscriptions.subscriptions("T1", "C1")
    assert [one.filters for one, _, _ in listed] == [(), (wish,)]
    assert listed[1][0] == made and listed[0][1] == NOW


async def _told(store: Store, person: str, name: str, email: str, now: datetime) -> None:
    ms = int(now.timestamp() * 1000)
    words = {"name": (ms, name), "email": (ms, email), "user_id": (ms, f"user-{person}")}
    leg = LegTold(person, words)
    await store.feed.settle((CallTold(Kind.MEETING, UUID, {}, last_ms=ms, legs={person: leg}),), ())


async def test_what_was_told_since_a_look_stays_due(store: Store) -> None:
    await _told(store, "200", "Ana", "ana@example.com", NOW)
    due = await store.alerts.due_calls(10)
    await _told(store, "201", "Ben", "ben@example.com", NOW)
    await store.alerts.considered(due)
    assert [one.changes for one in await store.alerts.due_calls(10)] == [2]
    await store.alerts.considered(await store.alerts.due_calls(10))
    assert await store.alerts.due_calls(10) == []


async def test_a_person_is_forgotten_in_alerts_and_the_message_is_brought_up_to_date(store: Store) -> None:
    await _told(store, "200", "Person 200", "ana@example.com", NOW)
    row = await sent(store)
    assert row.state.card is not None and "Person 200" in row.state.card.names
    await store.subscriptions.subscribe(
        "T1", "C2", "U1", (Filter(FilterKey.HOST, "Ana@example.com"),), DEFAULT_RULE, NOW
    )
    gone = await store.forget("ANA@example.com")
    assert (gone.joins, gone.alerts, gone.naming) == (1, 1, 1)
    after = await store.alerts.latest_alert("T1", "C1", REF)
    assert after is not None and after.state.card is not None
    assert after.state.card.names == ("someone", "Person 201")
    assert [one.sort for one in await store.outbox.due_wishes(NOW + timedelta(days=999), 10)] == [Sort.CARD]
    async with store._reader.begin() as reading:
        assert b"Person 200" not in (await reading.execute(text("SELECT body FROM alerts"))).scalar_one()


async def test_old_decisions_go_with_the_old_reports(store: Store) -> None:
    await sent(store)
    await store.purge_reports(NOW)
    assert await store.alerts.latest_alert("T1", "C1", REF) is not None
    await store.purge_reports(NOW + timedelta(seconds=1))
    assert await store.alerts.latest_alert("T1", "C1", REF) is None
    assert len(await store.subscriptions.subscriptions("T1", "C1")) == 1
