"""Questions in the thread under an alert: about its call, its rule, its minutes; and what a question may change."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from playground.slack.model import Message
from playground.slack.people import TEAM_ID
from playground.zoom.shows import SITE
from tests.endtoend.alert_world import ALERTS, Watching, watching
from tests.endtoend.bot_world import choices, eventually

TROUBLE = 8.0


@pytest.fixture
async def scene(tmp_path: Path, pace_lifted: None) -> AsyncIterator[Watching]:
    async with watching(tmp_path) as started:
        yield started


async def trouble(scene: Watching) -> Message:
    await scene.subscribe("label:poor")
    await scene.happens(SITE, TROUBLE)
    alert = await scene.alert()
    questions = scene.bot.application.services.questions

    async def is_remembered() -> bool:
        return await questions.thread(TEAM_ID, alert.channel, alert.ts) is not None

    await eventually(is_remembered)
    return alert


async def asked(scene: Watching, alert: Message, text: str) -> Message:
    said = scene.bot.slack.say("lee", ALERTS, text, alert.ts)
    return await scene.bot.slack.next_message(
        ALERTS, lambda m: m.thread_ts == alert.ts and not m.ephemeral and m.ts > said.ts
    )


async def test_people_ask_on_under_an_alert(scene: Watching) -> None:
    alert = await trouble(scene)
    fired = await asked(scene, alert, "why did this fire?")
    assert fired.text.startswith("It fired at")
    assert "at least" in fired.text
    began = await asked(scene, alert, "when did it start going wrong?")
    assert "UTC" in began.text
    assert "video received, average loss" in began.text
    side = await asked(scene, alert, "is it us or zoom?")
    assert "Berlin" in side.text


async def test_an_alert_is_snoozed_by_asking_and_pressing(scene: Watching) -> None:
    alert = await trouble(scene)
    answer = await asked(scene, alert, "mute this for an hour")
    assert "Snoozed" not in alert.text
    label = next(text for text in choices(answer) if "hour" in text.lower() or "1 h" in text)
    await scene.bot.press(answer, label)
    await scene.bot.slack.next_message(ALERTS, lambda m: "Snoozed" in m.text, kind="message_changed", timeout_s=20)
