"""Delivery: paced, retried until Slack has it, parked where it refuses for good; after an outage the latest state."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.domain.model import Kind, MeetingNumber, MeetingRef
from bot.errors import StoreError
from bot.services import delivery
from tests.services.alert_scene import CHANNEL, OWNER, TEAM, Scene, meeting, scene
from tests.services.event_samples import NOON, ended, summary_event
from tests.services.little_slack import LittleSlack, refusal


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(tmp_path) as running:
        await running.subscribe()
        running.clock.pass_by(minutes=20)
        yield running


async def later(bot: Scene, seconds: float) -> None:
    bot.clock.pass_by(seconds=seconds)
    await bot.outbox.drain()


async def test_a_channel_gets_one_message_a_second_and_others_do_not_wait(bot: Scene) -> None:
    await bot.subscribe(channel="C2")
    for n in range(3):
        await bot.hear(*meeting(f"m{n}==", number=f"8{n}", site=f"Place {n}"))
    await bot.decide()
    began = bot.clock.now
    await bot.outbox.drain()
    assert len(bot.slack.posts()) == len(bot.slack.posts("C2")) == 3
    assert 2 <= (bot.clock.now - began).total_seconds() < 4


async def test_slack_decides_how_long_to_wait_and_nobody_asks_before(bot: Scene) -> None:
    bot.slack.refusals.append(refusal("ratelimited", 30))
    await bot.tell(*meeting())
    await later(bot, 28)
    assert bot.slack.calls == ["post"]
    await later(bot, 2)
    assert bot.slack.calls == ["post", "post"] and len(bot.slack.posts()) == 1


@pytest.mark.parametrize("code", ["unreachable", "internal_error", "service_unavailable", "unknown", "never_heard_of"])
async def test_troubles_that_pass_are_waited_out(bot: Scene, code: str) -> None:
    bot.slack.refusals.extend([refusal(code)] * 4)
    await bot.tell(*meeting())
    for _ in range(40):
        await later(bot, 1)
    assert len(bot.slack.posts()) == 1 and len(bot.slack.calls) == 5


async def test_after_an_outage_of_an_hour_each_meeting_is_told_once_as_it_is_then(bot: Scene) -> None:
    await bot.tell(*meeting("first==", number="8111", good=8, poor=4))
    bot.slack.down = refusal("unreachable")
    for n in range(3):
        await bot.tell(*meeting(f"m{n}==", number=f"8{n}", site=f"Place {n}"))
    for minute in range(21, 81):
        bot.clock.pass_by(minutes=1)
        at = NOON + timedelta(minutes=minute)
        loss = "14%" if minute % 2 else "0.2%"
        changed = [summary_event(str(n), loss=loss, at=at, uuid="first==") for n in range(104, 112)]
        await bot.tell(*changed, summary_event("150", loss="14%", at=at, uuid="m0=="))
    tries = len(bot.slack.calls)
    assert tries < 60 * 60 / 10
    bot.slack.down = None
    for _ in range(70):
        await later(bot, 1)
    assert len(bot.slack.posts()) == 4
    assert sorted(one.edits for one in bot.slack.posts()) == [0, 0, 0, 1]
    assert len(bot.slack.replies()) <= 1
    assert "4 of 5 people" in "".join(one.text for one in bot.slack.posts())
    assert await bot.store.outbox.next_wish_at() is None


@pytest.mark.parametrize("code", ["is_archived", "channel_not_found", "invalid_blocks", "restricted_action"])
async def test_a_refusal_for_good_tells_the_owner_once(bot: Scene, code: str) -> None:
    bot.slack.closed[CHANNEL] = code
    await bot.tell(*meeting())
    await bot.tell(*meeting("other==", number="8222", site="Lisbon (PT)"))
    await later(bot, 600)
    (told,) = bot.slack.posts(f"D{OWNER}")
    assert "could not post an alert" in told.text
    assert bot.slack.calls.count("post") == 3
    assert bot.slack.posts() == []


async def test_a_parked_message_is_tried_again_when_its_call_changes_and_the_owner_hears_of_the_next_trouble(
    bot: Scene,
) -> None:
    bot.slack.closed[CHANNEL] = "is_archived"
    await bot.tell(*meeting())
    del bot.slack.closed[CHANNEL]
    bot.clock.pass_by(minutes=16)
    await bot.tell(summary_event("150", loss="14%", at=NOON + timedelta(minutes=36), uuid="bad=="))
    assert "4 of 5" in bot.only.text
    bot.slack.closed[CHANNEL] = "is_archived"
    await bot.tell(*meeting("other==", number="8222", site="Lisbon (PT)"))
    assert len(bot.slack.posts(f"D{OWNER}")) == 2


async def test_a_public_channel_is_joined_first(bot: Scene) -> None:
    bot.slack.closed[CHANNEL] = "not_in_channel"
    await bot.tell(*meeting())
    assert bot.slack.calls == ["post", "join", "post"] and len(bot.slack.posts()) == 1


async def test_a_revoked_token_is_said_and_tried_slowly(bot: Scene) -> None:
    bot.slack.down = refusal("token_revoked")
    await bot.tell(*meeting())
    for _ in range(60):
        await later(bot, 5)
    assert bot.outbox.trouble == "token_revoked"
    assert len(bot.slack.calls) <= 6
    bot.slack.down = None
    await later(bot, 61)
    assert bot.outbox.trouble is None and len(bot.slack.posts()) == 1


async def test_a_deleted_message_is_posted_anew_once(bot: Scene) -> None:
    await bot.tell(*meeting())
    for minute in (21, 22, 23):
        bot.slack.messages.clear()
        bot.clock.pass_by(minutes=1)
        at = NOON + timedelta(minutes=minute)
        await bot.tell(summary_event(str(150 + minute), loss="14%", at=at, uuid="bad=="))
        assert len(bot.slack.posts()) == (1 if minute == 21 else 0)


async def test_a_kill_after_the_claim_and_before_slack_took_it_only_delays(bot: Scene) -> None:
    await bot.hear(*meeting())
    await bot.decide()
    (wish,) = await bot.store.outbox.due_wishes(bot.clock.now, 5)
    assert await bot.store.outbox.claim_wish(wish, bot.clock.now, bot.clock.now + timedelta(seconds=12))
    after = bot.restarted()
    await after.outbox.drain()
    assert bot.slack.messages == []
    bot.clock.pass_by(seconds=13)
    await after.outbox.drain()
    await bot.outbox.drain()
    assert len(bot.slack.messages) == 1


async def test_a_busy_database_after_slack_took_it_posts_nothing_twice(
    bot: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, refused = bot.store.outbox.sent, [StoreError("store_locked", "Busy.", retryable=True)] * 40

    async def busy(*arguments: object, **named: object) -> None:
        if refused:
            raise refused.pop()
        await kept(*arguments, **named)  # type: ignore[arg-type]  # whatever it was called with

    monkeypatch.setattr(bot.store.outbox, "sent", busy)
    await bot.tell(*meeting())
    await later(bot, 60)
    assert bot.slack.calls == ["post"]


async def test_a_change_while_the_message_is_on_its_way_is_not_lost(bot: Scene) -> None:
    slack = bot.slack
    posted = slack.post

    async def slow(*arguments: object, **named: object) -> object:
        await bot.hear(summary_event("150", loss="14%", at=NOON + timedelta(minutes=21), uuid="bad=="))
        await bot.decide()
        return await posted(*arguments, **named)  # type: ignore[arg-type]  # whatever it was called with

    slack.post = slow  # type: ignore[method-assign,assignment]  # once, around the real one
    await bot.tell(*meeting())
    slack.post = posted  # type: ignore[method-assign]
    await later(bot, 4)
    assert "4 of 5" in bot.only.text and bot.only.edits == 1


async def test_a_clock_that_is_set_back_keeps_no_message_for_long(bot: Scene) -> None:
    bot.slack.refusals.append(refusal("unreachable"))
    await bot.tell(*meeting())
    bot.clock.now -= timedelta(days=1)
    bot.clock.seconds += 60
    await bot.outbox.drain()
    assert len(bot.slack.posts()) == 1


async def test_a_stop_finishes_what_is_on_its_way(bot: Scene) -> None:
    reached, go = asyncio.Event(), asyncio.Event()
    slack: LittleSlack = bot.slack
    posted = slack.post

    async def held(*arguments: object, **named: object) -> object:
        reached.set()
        await go.wait()
        return await posted(*arguments, **named)  # type: ignore[arg-type]  # whatever it was called with

    slack.post = held  # type: ignore[method-assign,assignment]  # once, around the real one
    await bot.hear(*meeting())
    await bot.decide()
    running = asyncio.create_task(bot.outbox.run())
    await reached.wait()
    running.cancel()
    await asyncio.sleep(0)
    go.set()
    with pytest.raises(asyncio.CancelledError):
        await running
    ref = MeetingRef(Kind.MEETING, MeetingNumber("85812345678"), None)
    row = await bot.store.alerts.latest_alert(TEAM, CHANNEL, ref)
    assert row is not None and row.message is not None and len(slack.messages) == 1


async def test_a_final_state_is_delivered_after_the_call(bot: Scene) -> None:
    await bot.tell(*meeting())
    bot.clock.pass_by(seconds=1)
    await bot.tell(ended(NOON + timedelta(minutes=21), uuid="bad=="))
    assert "Final" not in bot.only.text
    await later(bot, 3)
    assert "Final" in bot.only.text


async def test_nothing_waits_in_the_database_once_all_is_told(bot: Scene) -> None:
    await bot.tell(*meeting(over=NOON + timedelta(minutes=19)))
    async with bot.store._reader.begin() as reading:
        assert (await reading.execute(text("SELECT count(*) FROM outbox"))).scalar() == 0


async def test_a_message_that_cannot_be_made_is_told_to_the_owner_and_stops_nobody(
    bot: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(delivery, "message_of", broken)
    await bot.tell(*meeting())
    monkeypatch.undo()
    await bot.tell(*meeting("other==", number="8222", site="Lisbon (PT)"))
    assert "going badly" in bot.only.text and "again and again" in bot.slack.posts(f"D{OWNER}")[0].text
