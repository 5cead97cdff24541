"""Many calls looked at together: what is kept is what would be kept if they were looked at one after the other."""

from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.alert_ports import CallId, Change, ChannelRow
from bot.domain.feed import CallTold, joined
from bot.domain.limits import DEFAULT_LIMITS
from bot.domain.minutes import AS_THEY_ARE, minutes_of
from bot.domain.model import CallUuid, Kind, MeetingNumber, MeetingRef
from bot.domain.quiet_hours import parse_quiet_hours
from bot.services.deciding import Look, kept_together
from bot.services.joins import RememberedJoins, joins_anew
from bot.zoom.events import understood
from tests.services.alert_scene import CHANNEL, TEAM, Scene, meeting, minutes, scene
from tests.services.event_samples import NOON, data_event, ended, minute_event, started, summary_event


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(tmp_path) as running:
        yield running


class Commits:
    """Counts what is written of decisions; `first` happens before the first of them."""

    def __init__(self, bot: Scene, monkeypatch: pytest.MonkeyPatch, first: Any = None) -> None:
        self.sizes: list[int] = []
        commit = bot.store.alerts.commit

        async def counted(changes: Sequence[Change]) -> Sequence[int]:
            if not self.sizes and first is not None:
                await first()
            self.sizes.append(len(changes))
            return await commit(changes)

        monkeypatch.setattr(bot.store.alerts, "commit", counted)


# --- in one channel --------------------------------------------------------------------------------------------------


async def test_a_storm_that_comes_all_at_once_is_told_as_one_that_comes_call_by_call(bot: Scene) -> None:
    await bot.subscribe()
    bot.clock.pass_by(minutes=20)
    await bot.hear(*(event for n in range(5) for event in meeting(f"m{n}==", number=f"8000000000{n}")))
    await bot.decide()
    await bot.outbox.drain()
    first, second = bot.slack.posts()
    assert "Trouble in Berlin: 5 calls" in first.text
    assert "Part of a wider problem (Berlin)" in second.text


async def test_calls_that_decide_nothing_about_each_other_are_kept_in_one_commit(
    bot: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bot.subscribe()
    bot.clock.pass_by(minutes=20)
    commits = Commits(bot, monkeypatch)
    good = [event for n in range(12) for event in meeting(f"g{n}==", number=f"810000000{n:02d}", poor=1, good=6)]
    await bot.hear(*good, *meeting())
    await bot.decide()
    await bot.outbox.drain()
    assert commits.sizes == [13] and "going badly" in bot.only.text
    for n in range(12):
        assert await bot.alerts.why(TEAM, CHANNEL, MeetingRef(Kind.MEETING, MeetingNumber(f"810000000{n:02d}"), None))


async def test_quiet_hours_of_many_held_calls_end_for_all_of_them(bot: Scene) -> None:
    await bot.subscribe()
    await bot.subscriptions.set_quiet(TEAM, CHANNEL, parse_quiet_hours("12:00-13:00 UTC", "UTC"), "U1")
    bot.clock.pass_by(minutes=20)
    over = NOON + timedelta(minutes=19)
    calls = [meeting(f"h{n}==", number=f"82{n}", site=f"Place {n}", over=over) for n in range(3)]
    await bot.tell(*(event for call in calls for event in call))
    assert bot.slack.messages == []
    await bot.tick(minutes=41)
    assert "3 alerts were held back" in bot.only.text


# --- raced -----------------------------------------------------------------------------------------------------------


async def test_a_decision_that_comes_in_between_makes_its_channel_decide_anew_and_no_other(
    bot: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bot.subscribe("people:3")
    await bot.subscribe("people:3", channel="C2")
    bot.clock.pass_by(minutes=20)

    async def raced() -> None:
        await bot.subscriptions.unsubscribe(TEAM, CHANNEL, 1)
        await bot.subscribe("people:4")

    commits = Commits(bot, monkeypatch, raced)
    await bot.hear(*meeting("three==", number="8333"), *meeting("four==", number="8444", poor=4, site="Lisbon (PT)"))
    await bot.decide()
    await bot.outbox.drain()
    bot.clock.pass_by(seconds=2)
    await bot.outbox.drain()
    assert [("4 of 5" in one.text) for one in bot.slack.posts()] == [True]
    assert sorted("4 of 5" in one.text for one in bot.slack.posts("C2")) == [False, True]
    assert len(commits.sizes) >= 2 and await bot.store.alerts.due_calls(10) == []


async def test_what_was_told_while_it_was_looked_at_is_looked_at_again(
    bot: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bot.subscribe()
    bot.clock.pass_by(minutes=20)

    async def more() -> None:
        await bot.hear(summary_event("150", name="Late", loss="14%", at=NOON + timedelta(minutes=20), uuid="bad=="))

    Commits(bot, monkeypatch, more)
    await bot.tell(*meeting())
    bot.clock.pass_by(seconds=5)
    await bot.outbox.drain()
    assert "4 of 5 people" in bot.only.text


looks = st.lists(st.lists(st.tuples(st.integers(1, 3), st.booleans()), unique_by=lambda one: one[0]), max_size=8)


@given(looks)
def test_of_what_others_feel_one_change_a_channel_is_kept_and_everything_else_is_kept_or_done_again(
    drawn: list[list[tuple[int, bool]]],
) -> None:
    all_of_them = [
        Look(
            CallId(Kind.MEETING, CallUuid(f"{n}")),
            [Change(ChannelRow(channel, "T", f"C{channel}", 7), NOON, is_felt=felt) for channel, felt in changes],
        )
        for n, changes in enumerate(drawn)
    ]
    kept, again = kept_together(all_of_them)
    for channel in {change.channel.id for change in kept}:
        assert sum(change.is_felt for change in kept if change.channel.id == channel) <= 1
    for look in all_of_them:
        lost = [change for change in look.changes if not any(change is one for one in kept)]
        assert bool(lost) == (look.call in again)
        assert all(change.is_felt for change in lost)
    if any(look.changes for look in all_of_them):
        assert kept


# --- remembered ------------------------------------------------------------------------------------------------------

BODIES = [
    body
    for uuid in ("one==", "two==")
    for body in (
        started(uuid=uuid),
        *minutes("x.x", uuid=uuid, people=("100", "101")),
        minute_event("100", 2, loss="44%", uuid=uuid),
        data_event("101", [{"network_type": "Wifi"}], uuid=uuid),
        summary_event("100", name="Ana", uuid=uuid),
        summary_event("100", name="Ana B.", loss="9%", uuid=uuid),
        ended(uuid=uuid),
    )
]


@given(st.lists(st.sampled_from(range(len(BODIES))), max_size=30), st.sampled_from([1, 4, 1000]))
def test_what_is_remembered_of_a_call_is_what_would_be_made_anew(order: list[int], kept: int) -> None:
    remembered, calls = RememberedJoins(kept), dict[str, CallTold]()
    for place in order:
        found = understood(BODIES[place])
        assert found is not None
        whole = calls[found.uuid] = joined(calls.get(found.uuid, found), found)
        made = remembered(whole, AS_THEY_ARE, DEFAULT_LIMITS)
        assert made == joins_anew(whole, AS_THEY_ARE, DEFAULT_LIMITS)
        assert tuple(one for join in made.values() for one in join.minutes) == minutes_of(whole, AS_THEY_ARE)
