"""From a call that changed to what a channel is told: once, in place, and only what it asked for."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.services.alert_scene import Scene, meeting, scene
from tests.services.event_samples import NOON, summary_event


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(tmp_path) as running:
        yield running


async def test_a_bad_meeting_is_told_once_and_edited_in_place(bot: Scene) -> None:
    await bot.subscribe()
    bot.clock.pass_by(minutes=20)
    await bot.tell(*meeting())
    assert "going badly: 3 of 4 people" in bot.only.text and bot.only.edits == 0
    bot.clock.pass_by(minutes=1)
    await bot.tell(summary_event("110", name="Late", loss="15%", at=NOON + timedelta(minutes=21), uuid="bad=="))
    assert "4 of 5 people" in bot.only.text and bot.only.edits == 1


async def test_a_good_meeting_is_not_told(bot: Scene) -> None:
    await bot.subscribe()
    bot.clock.pass_by(minutes=20)
    await bot.tell(*meeting(poor=1, good=6))
    assert bot.slack.messages == []
