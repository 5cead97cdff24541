"""From a call that changed to what a channel is told: once, in place, and only what it asked for."""

import asyncio
import random
from collections.abc import AsyncIterator
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.decision_log import Outcome
from bot.domain.holds import SnoozeFor
from bot.domain.model import CallUuid, Kind, MeetingNumber, MeetingRef
from bot.domain.quiet_hours import QuietHours
from bot.domain.subscription_terms import parse_terms
from bot.errors import BadInput
from bot.services import alerts
from bot.services.deciding import decided
from tests.services.alert_scene import CHANNEL, OWNER, TEAM, Scene, meeting, minutes, scene
from tests.services.event_samples import NOON, data_event, ended, started, summary_event

NIGHT = QuietHours(time(12, 0), time(13, 0), "UTC")


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(tmp_path) as running:
        yield running


async def _outcomes(bot: Scene, channel: str = CHANNEL, number: str = "85812345678") -> set[Outcome]:
    ref = MeetingRef(Kind.MEETING, MeetingNumber(number), None)
    return {entry.outcome for entry in await bot.alerts.why(TEAM, channel, ref)}


def late(person: str, minute: float, loss: str = "15%", uuid: str = "bad==") -> dict[str, Any]:
    return summary_event(person, name=f"Name {person}", loss=loss, at=NOON + timedelta(minutes=minute), uuid=uuid)


# --- one living message ----------------------------------------------------------------------------------------------


async def test_a_bad_meeting_is_told_once_and_edited_in_place(bot: Scene) -> None:
    await bot.subscribe()
    bot.clock.pass_by(minutes=20)
    await bot.tell(*meeting())
    assert "going badly: 3 of 4 people" in bot.only.text and bot.only.edits == 0
    bot.clock.pass_by(minutes=1)
    await bot.tell(late("110", 21))
    assert "4 of 5 people" in bot.only.text and bot.only.edits == 1


async def test_a_good_meeting_is_not_told_and_why_says_so(bot: Scene) -> None:
    await bot.subscribe()
    bot.clock.pass_by(minutes=20)
    await bot.tell(*meeting(poor=1, good=6))
    assert bot.slack.messages == []
    assert await _outcomes(bot) == {Outcome.NOT_MET}
    assert await _outcomes(bot, "C-other") == set()


async def test_nothing_is_kept_about_calls_that_nobody_subscribed_to(bot: Scene) -> None:
    bot.clock.pass_by(minutes=20)
    await bot.tell(*meeting())
    assert await bot.store.alerts.due_calls(10) == [] and await _outcomes(bot) == set()


async def test_a_filter_keeps_a_call_from_one_channel_and_not_from_another(bot: Scene) -> None:
    await bot.subscribe("site:Lisbon")
    await bot.subscribe("site:Berlin", channel="C2")
    bot.clock.pass_by(minutes=20)
    await bot.tell(*meeting())
    assert bot.slack.posts() == [] and len(bot.slack.posts("C2")) == 1
    assert await _outcomes(bot) == {Outcome.FILTER}


async def test_a_call_that_ends_is_shown_as_final_and_a_silent_one_two_hours_later(bot: Scene) -> None:
    await bot.subscribe()
    bot.clock.pass_by(minutes=20)
    await bot.tell(*meeting())
    bot.clock.pass_by(minutes=1)
    await bot.tell(ended(NOON + timedelta(minutes=21), uuid="bad=="))
    assert "went badly" in bot.only.text and "Final: 3 of 4" in bot.only.text
    await bot.tell(*meeting("quiet==", number="111222333", site="Lisbon (PT)"), started(uuid="quiet==", number="1"))
    assert len(bot.slack.posts()) == 2
    await bot.tick(minutes=16)
    assert "running" not in bot.slack.posts()[1].text
    assert len(bot.slack.posts()) == 2


async def test_someone_without_numbers_makes_it_provisional_until_nothing_more_can_come(bot: Scene) -> None:
    await bot.subscribe()
    bot.clock.pass_by(minutes=20)
    await bot.tell(*meeting())
    bot.clock.pass_by(minutes=1)
    await bot.tell(data_event("199", [], uuid="bad=="), ended(NOON + timedelta(minutes=21), uuid="bad=="))
    assert "provisional" in bot.only.text
    await bot.tick(minutes=60)
    assert "provisional" in bot.only.text
    await bot.tick(minutes=61)
    assert "Final" in bot.only.text


async def test_minutes_that_turn_good_edit_the_message_to_recovered(bot: Scene) -> None:
    await bot.subscribe()
    bot.clock.pass_by(minutes=5)
    await bot.tell(started(uuid="bad=="), *minutes("xxx"))
    assert "going badly" in bot.only.text
    bot.clock.pass_by(minutes=5)
    await bot.tell(*minutes("....", first=3))
    assert "recovered" in bot.only.text and len(bot.slack.messages) == 1


async def test_only_a_changed_verdict_adds_a_reply(bot: Scene) -> None:
    await bot.subscribe()
    bot.clock.pass_by(minutes=20)
    await bot.tell(*meeting(good=8, poor=4))
    for minute in range(21, 24):
        bot.clock.pass_by(minutes=1)
        await bot.tell(late("150", minute, "0.4%"))
    assert bot.slack.replies() == []
    everybody = [late(str(n), 25, "14%") for n in range(104, 112)]
    bot.clock.pass_by(minutes=2)
    await bot.tell(*everybody)
    assert len(bot.slack.posts()) == 1 and len(bot.slack.replies()) == 1
    assert bot.slack.replies()[0].thread_ts == bot.only.ts


# --- never twice -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(4))
async def test_duplicates_shuffles_and_races_give_the_same_one_message(bot: Scene, seed: int) -> None:
    await bot.subscribe()
    await bot.subscribe("people:2")
    bot.clock.pass_by(minutes=25)
    events = meeting(over=NOON + timedelta(minutes=24)) * 2
    random.Random(seed).shuffle(events)
    others = [bot, bot.restarted(), bot.restarted()]
    for start in range(0, len(events), 4):
        await bot.hear(*events[start : start + 4])
        await asyncio.gather(*(one.alerts.told(Kind.MEETING, CallUuid("bad==")) for one in others))
        await asyncio.gather(*(one.outbox.drain() for one in others))
        bot.clock.pass_by(seconds=5)
    await bot.outbox.drain()
    assert len(bot.slack.posts()) == 1
    assert "went badly: 3 of 4 people" in bot.only.text and "Final" in bot.only.text


async def test_the_same_call_looked_at_again_changes_nothing(bot: Scene) -> None:
    await bot.subscribe()
    bot.clock.pass_by(minutes=20)
    await bot.tell(*meeting())
    calls = list(bot.slack.calls)
    for _ in range(3):
        await bot.alerts.told(Kind.MEETING, CallUuid("bad=="))
        await bot.outbox.drain()
    assert bot.slack.calls == calls


async def test_what_was_decided_before_a_kill_is_posted_after_it_and_what_was_not_is_decided_then(bot: Scene) -> None:
    await bot.subscribe()
    bot.clock.pass_by(minutes=20)
    await bot.hear(*meeting())
    await bot.restarted().decide()
    after = bot.restarted()
    await after.decide()
    await after.outbox.drain()
    assert len(bot.slack.posts()) == 1


# --- storms ----------------------------------------------------------------------------------------------------------


async def test_from_the_third_meeting_on_one_message_lists_them_all(bot: Scene) -> None:
    await bot.subscribe()
    bot.clock.pass_by(minutes=20)
    for n in range(4):
        await bot.tell(*meeting(f"m{n}==", number=f"8000000000{n}"))
        bot.clock.pass_by(minutes=1)
    await bot.outbox.drain()
    first, second = bot.slack.posts()
    assert "Trouble in Berlin: 4 calls" in first.text
    assert "Part of a wider problem (Berlin)" in second.text
    assert f"/p{first.ts}" in str(second.message.blocks)
    assert await _outcomes(bot, number="80000000002") == {Outcome.STORM}
    await bot.tell(ended(NOON + timedelta(minutes=24), uuid="m3==", number="80000000003"))
    bot.clock.pass_by(seconds=5)
    await bot.outbox.drain()
    assert "3 of them still on" in bot.slack.posts()[0].text and len(bot.slack.messages) == 2


# --- what people do --------------------------------------------------------------------------------------------------


async def _posted(bot: Scene) -> int:
    bot.clock.pass_by(minutes=20)
    await bot.tell(*meeting())
    row = await bot.store.alerts.latest_alert(
        TEAM, CHANNEL, MeetingRef(Kind.MEETING, MeetingNumber("85812345678"), None)
    )
    assert row is not None and row.id is not None
    bot.clock.pass_by(seconds=10)
    return row.id


async def test_the_first_to_acknowledge_is_shown(bot: Scene) -> None:
    await bot.subscribe()
    alert = await _posted(bot)
    await asyncio.gather(*(bot.alerts.acknowledge(alert, f"U{n}00", f"Person {n}") for n in range(3)))
    await bot.outbox.drain()
    assert bot.only.text.count("Taken by") == 1


async def test_a_snooze_shows_holds_back_and_ends_by_itself(bot: Scene) -> None:
    await bot.subscribe()
    alert = await _posted(bot)
    await bot.alerts.snooze(alert, SnoozeFor.HOUR, "U1", "UTC")
    await bot.outbox.drain()
    assert "Snoozed: everything for 1 hour" in bot.only.text
    bot.clock.pass_by(minutes=10)
    await bot.tell(*meeting("new==", number="8111", site="Lisbon (PT)", begun=NOON + timedelta(minutes=10)))
    assert len(bot.slack.posts()) == 1
    await bot.tell(late("150", 70, uuid="new=="))
    await bot.tick(minutes=51)
    assert "Snoozed" not in bot.slack.posts()[0].text
    assert len(bot.slack.posts()) == 2


async def test_not_useful_is_counted_for_the_rule_that_posted(bot: Scene) -> None:
    made = await bot.subscribe()
    alert = await _posted(bot)
    await bot.alerts.not_useful(alert, "U1")
    assert await bot.subscriptions.not_useful(TEAM, CHANNEL) == {made.id: 1}
    assert (await bot.alerts.subject(alert)).uuid == "bad=="


async def test_a_button_of_an_unknown_alert_is_an_old_one(bot: Scene) -> None:
    for press in (
        bot.alerts.subject(7),
        bot.alerts.acknowledge(7, "U1", "Lee"),
        bot.alerts.not_useful(7, "U1"),
        bot.alerts.snooze(7, SnoozeFor.HOUR, "U1", "UTC"),
    ):
        with pytest.raises(BadInput) as refused:
            await press
        assert refused.value.slug == "old_button"


# --- quiet hours -----------------------------------------------------------------------------------------------------


async def test_what_quiet_hours_held_back_is_posted_if_it_is_still_on_and_else_told_in_one_line(bot: Scene) -> None:
    await bot.subscribe()
    await bot.subscriptions.set_quiet(TEAM, CHANNEL, NIGHT, "U1")
    bot.clock.pass_by(minutes=20)
    await bot.tell(*meeting("over==", number="8111", over=NOON + timedelta(minutes=19)))
    await bot.tell(*meeting("on==", number="8222", site="Lisbon (PT)"))
    assert bot.slack.messages == []
    await bot.tick(minutes=35)
    await bot.tell(late("150", 58, uuid="on=="))
    assert bot.slack.messages == []
    await bot.tick(minutes=6)
    assert len(bot.slack.posts()) == 2
    on, line = sorted(bot.slack.posts(), key=lambda one: "Quiet hours are over" in one.text)
    assert "going badly" in on.text
    assert "1 alert was held back: Weekly sync" in line.text
    await bot.tick(minutes=1)
    assert len(bot.slack.posts()) == 2


async def test_taking_quiet_hours_away_tells_what_they_held_back(bot: Scene) -> None:
    await bot.subscribe()
    await bot.subscriptions.set_quiet(TEAM, CHANNEL, NIGHT, "U1")
    bot.clock.pass_by(minutes=20)
    await bot.tell(*meeting(over=NOON + timedelta(minutes=19)))
    await bot.subscriptions.set_quiet(TEAM, CHANNEL, None, "U1")
    await bot.tick(seconds=15)
    assert "held back" in bot.only.text and await bot.subscriptions.quiet(TEAM, CHANNEL) is None


# --- subscriptions ---------------------------------------------------------------------------------------------------


async def test_the_same_terms_twice_are_one_subscription(bot: Scene) -> None:
    filters, rule = parse_terms("site:Berlin people:5")
    first, number = await bot.subscriptions.subscribe(TEAM, CHANNEL, OWNER, filters, rule)
    await bot.subscribe()
    again, same = await bot.subscriptions.subscribe(TEAM, CHANNEL, "UOTHER", filters, rule)
    assert (again, same) == (first, number) == (first, 1)
    assert [one.id for one, _ in await bot.subscriptions.listed(TEAM, CHANNEL)] == [first.id, again.id[:-1] + "2"]


async def test_an_ended_subscription_keeps_its_message_up_to_date_and_posts_no_other(bot: Scene) -> None:
    made = await bot.subscribe()
    bot.clock.pass_by(minutes=20)
    await bot.tell(*meeting())
    ((_, fired),) = await bot.subscriptions.listed(TEAM, CHANNEL)
    assert fired == bot.clock.now
    assert await bot.subscriptions.unsubscribe(TEAM, CHANNEL, 2) == []
    assert await bot.subscriptions.unsubscribe(TEAM, CHANNEL, 1) == [made]
    assert await bot.subscriptions.listed(TEAM, CHANNEL) == []
    bot.clock.pass_by(minutes=1)
    await bot.tell(ended(NOON + timedelta(minutes=21), uuid="bad=="), *meeting("new==", number="8111"))
    assert "Final" in bot.only.text


async def test_a_preview_says_what_stored_calls_would_have_posted(bot: Scene) -> None:
    for n in range(3):
        begun = NOON - timedelta(days=n + 1)
        poor = 3 if n else 0
        events = meeting(f"p{n}==", number=f"8{n}", begun=begun, over=begun + timedelta(minutes=30), poor=poor, good=3)
        await bot.hear(*events)
    tried = await bot.subscriptions.preview(*parse_terms(""))
    assert (tried.total, tried.posts) == (3, 2)


async def test_a_channel_with_a_new_id_keeps_its_subscription_its_messages_and_its_threads(bot: Scene) -> None:
    await bot.subscribe()
    bot.clock.pass_by(minutes=20)
    await bot.tell(*meeting())
    assert await bot.subscriptions.move_channel(CHANNEL, "C9") == 1
    bot.slack.messages[0].channel = "C9"
    bot.clock.pass_by(minutes=1)
    await bot.tell(late("150", 21), *meeting("new==", number="8111", site="Lisbon (PT)"))
    old, new = bot.slack.posts("C9")
    assert old.edits == 1 and "going badly" in new.text and bot.slack.posts() == []
    assert await bot.store.find_thread(TEAM, "C9", old.ts) is not None


async def test_a_call_that_cannot_be_judged_holds_up_no_other(bot: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    def picky(watch: Any, key: str, *rest: Any) -> Any:
        if key.endswith("poison=="):
            raise ZeroDivisionError
        return decided(watch, key, *rest)

    monkeypatch.setattr(alerts, "decided", picky)
    await bot.subscribe()
    bot.clock.pass_by(minutes=20)
    await bot.tell(*meeting("poison=="), *meeting("fine==", number="8222"))
    assert len(bot.slack.posts()) == 1
