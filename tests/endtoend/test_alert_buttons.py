"""An alert from Zoom's event to the message in Slack, and what its buttons do, pressed for real."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from playground.slack.model import Message
from playground.zoom.shows import SITE, STORM
from playground.zoom.world import spaced
from tests.endtoend.alert_world import ALERTS, Watching, watching
from tests.endtoend.bot_world import choices, eventually
from tests.endtoend.outside_world import HELPDESK, Transport

TROUBLE = 8.0
"""By this minute of the show the office is in trouble, and its meeting goes on."""

SNOOZES = ("Everything for 1 h", "Everything today", "This call", "This site for 24 h")


@pytest.fixture
async def scene(tmp_path: Path, transport: Transport, pace_lifted: None) -> AsyncIterator[Watching]:
    async with watching(tmp_path, transport) as started:
        yield started


@pytest.fixture
async def socket_scene(tmp_path: Path, pace_lifted: None) -> AsyncIterator[Watching]:
    async with watching(tmp_path) as started:
        yield started


async def trouble(scene: Watching) -> Message:
    """#av-alerts has subscribed with the usual rule, and a meeting of Berlin goes badly."""
    await scene.subscribe("label:poor")
    await scene.happens(SITE, TROUBLE)
    return await scene.alert()


async def changed(scene: Watching, words: str) -> Message:
    return await scene.bot.slack.next_message(ALERTS, lambda m: words in m.text, kind="message_changed", timeout_s=20)


async def privately(scene: Watching) -> Message:
    return await scene.bot.slack.next_message(ALERTS, lambda m: m.ephemeral)


def menu(message: Message, starts: str) -> str:
    return next(words for words in choices(message) if words.startswith(starts))


async def test_a_meeting_that_goes_badly_is_told_once_while_it_runs_and_then_kept_up_to_date(
    socket_scene: Watching,
) -> None:
    scene = socket_scene
    alert = await trouble(scene)
    assert "Product planning is going badly: 4 of 11 people, all in Berlin" in alert.text
    assert "running" in alert.text
    assert {"Details", "Acknowledge", "Not useful"} <= set(choices(alert))
    assert [menu(alert, words) for words in SNOOZES]
    await scene.happens(SITE)
    over = await changed(scene, "Final")
    assert over.ts == alert.ts
    assert "recovered" in over.text
    public = [m for m in scene.bot.received if not m.ephemeral and m.channel == alert.channel and m.thread_ts is None]
    assert {m.ts for m in public} == {alert.ts}
    assert "203.0.113" not in over.text and "@example.com" not in over.text


async def test_details_are_the_report_and_for_the_presser_only(scene: Watching) -> None:
    alert = await trouble(scene)
    await scene.bot.press(alert, "Details", user="ana")
    report = await privately(scene)
    assert report.ephemeral_for == scene.bot.slack.workspace.user_named("ana").id
    assert "live, as of" in report.text
    assert "All participants" in choices(report)
    assert "going badly" in alert.text


async def test_who_took_it_is_shown_to_everybody_and_the_first_stays(scene: Watching) -> None:
    alert = await trouble(scene)
    await scene.bot.press(alert, "Acknowledge", user="kofi")
    taken = await changed(scene, "Taken by")
    assert taken.ts == alert.ts
    assert "Kofi Mensah" in taken.text
    assert "Acknowledge" not in choices(taken)
    await scene.happens(SITE)
    assert "Kofi Mensah" in (await changed(scene, "Final")).text


@pytest.mark.parametrize("entry", SNOOZES)
async def test_each_snooze_says_what_it_hides_and_shows_in_the_alert(socket_scene: Watching, entry: str) -> None:
    alert = await trouble(socket_scene)
    chosen = menu(alert, entry)
    assert "will hide about" in chosen
    await socket_scene.bot.press(alert, chosen)
    assert "Snoozed" in (await privately(socket_scene)).text
    assert "until" in (await changed(socket_scene, "Snoozed")).text


async def test_what_was_snoozed_is_not_posted_and_why_says_so(socket_scene: Watching) -> None:
    alert = await trouble(socket_scene)
    await socket_scene.bot.press(alert, menu(alert, "Everything for 1 h"))
    await changed(socket_scene, "Snoozed")
    await privately(socket_scene)
    calls = await socket_scene.happens(STORM, TROUBLE)
    number = spaced(calls[0].call.number)

    async def held_back() -> bool:
        said = await socket_scene.bot.ask(f"why {number}", ALERTS)
        return "Not posted: snoozed (everything for 1 hour). 3 of 6 rated people poor" in said.text

    await eventually(held_back)
    public = [m for m in socket_scene.bot.received if not m.ephemeral and m.channel == alert.channel]
    assert {m.ts for m in public} == {alert.ts}


async def test_not_useful_is_counted_beside_the_rule(scene: Watching) -> None:
    alert = await trouble(scene)
    await scene.bot.press(alert, "Not useful")
    assert "Noted" in (await privately(scene)).text
    listed = await scene.bot.ask("subscriptions", ALERTS)
    assert "marked not useful once" in listed.text
    assert "last alert" in listed.text


async def test_why_gives_the_numbers_behind_the_alert(socket_scene: Watching) -> None:
    await socket_scene.subscribe("label:poor")
    (call,) = await socket_scene.happens(SITE, TROUBLE)
    await socket_scene.alert()
    said = await socket_scene.bot.ask(f"why {spaced(call.call.number)}", ALERTS)
    assert said.ephemeral
    assert "Posted" in said.text and "4 of 11 rated people poor" in said.text
    assert "subscription 1" in said.text
    assert "no record" in (await socket_scene.bot.ask(f"why {spaced(call.call.number)}", HELPDESK)).text


async def test_a_storm_is_one_list_and_earlier_alerts_point_to_it(socket_scene: Watching) -> None:
    await socket_scene.subscribe("label:poor")
    await socket_scene.happens(STORM, 9.0)
    listed = await changed(socket_scene, "Trouble in Dublin")
    assert "calls" in listed.text
    public = {
        m.ts for m in socket_scene.bot.received if not m.ephemeral and m.channel == listed.channel and not m.thread_ts
    }
    assert len(public) <= 2, "from the third meeting on there is no message of its own"


async def test_a_button_of_an_alert_that_is_gone_is_answered(socket_scene: Watching) -> None:
    alert = await trouble(socket_scene)
    for block in alert.blocks:
        for element in block.get("elements", []):
            if element.get("value"):
                element["value"] = "999999"
    for button in ("Details", "Acknowledge", "Not useful"):
        await socket_scene.bot.press(alert, button)
        assert "older message" in (await privately(socket_scene)).text
