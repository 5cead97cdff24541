"""Slow answers, several people at once, and the bot's own mistakes: nobody is left without words."""

import pytest

from bot.errors import StoreError
from bot.store.store import Store
from handlers import progress
from tests.endtoend.bot_world import Bot, eventually
from tests.endtoend.outside_world import HELPDESK, SHUT_OUT, WEEKLY

LAUNCH = "webinar 93011642875"
SOON = (0.05, 1.5)
"""Seconds: at the first nothing may have been read yet, at the second all that the gate lets through has."""


def uses(bot: Bot) -> list[int]:
    """How often each response address was posted to; Slack takes five."""
    return [url.uses for url in bot.slack.workspace.response_urls.values()]


async def test_progress_tells_how_many_were_read_and_the_answer_takes_its_place(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PROGRESS_AFTER_S", SOON)
    bot.zoom.gate.hold(after=5)
    await bot.type(LAUNCH)
    line = await bot.slack.next_message(HELPDESK)
    assert "so far" in line.text
    assert line.ephemeral
    later = await bot.slack.next_message(HELPDESK, kind="message_changed")
    assert later is line
    assert "50 of 1,000 people so far" in later.text
    bot.zoom.gate.release()
    answer = await bot.slack.next_message(HELPDESK, kind="message_changed")
    assert answer is line
    assert "Autumn launch" in answer.text
    assert bot.received == [line]
    assert uses(bot) == [3]


async def test_progress_is_told_after_three_seconds_and_leaves_posts_for_the_answer() -> None:
    assert progress.PROGRESS_AFTER_S[0] == 3.0
    assert len(progress.PROGRESS_AFTER_S) + 2 <= 5


async def test_all_progress_an_answer_and_a_notice_fit_into_five_posts(
    socket_bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PROGRESS_AFTER_S", (0.01, 0.02, 0.03))
    socket_bot.zoom.gate.hold()
    await socket_bot.type(f"meeting {WEEKLY} public", SHUT_OUT)
    for kind in ("message", "message_changed", "message_changed"):
        assert "so far" in (await socket_bot.slack.next_message(SHUT_OUT, kind=kind)).text
    socket_bot.zoom.gate.release()
    assert "Kofi" in (await socket_bot.slack.next_message(SHUT_OUT, kind="message_changed")).text
    assert "/invite" in (await socket_bot.slack.next_message(SHUT_OUT)).text
    assert uses(socket_bot) == [5]


async def test_an_answer_follows_where_slack_does_not_replace_a_commands_line(
    socket_bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    socket_bot.slack.settings.command_url_replaces = False
    monkeypatch.setattr(progress, "PROGRESS_AFTER_S", (0.01,))
    socket_bot.zoom.gate.hold()
    await socket_bot.type(f"meeting {WEEKLY}")
    assert "so far" in (await socket_bot.slack.next_message(HELPDESK)).text
    socket_bot.zoom.gate.release()
    answer = await socket_bot.slack.next_message(HELPDESK)
    assert "Kofi" in answer.text
    assert answer.ephemeral


async def test_progress_goes_away_when_the_answer_stands_in_the_channel(
    socket_bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PROGRESS_AFTER_S", (0.01,))
    socket_bot.zoom.gate.hold()
    await socket_bot.type(f"meeting {WEEKLY} public")
    line = await socket_bot.slack.next_message(HELPDESK)
    socket_bot.zoom.gate.release()
    assert not (await socket_bot.slack.next_message(HELPDESK)).ephemeral
    assert (await socket_bot.slack.next_message(HELPDESK, kind="message_deleted")) is line


async def test_the_acknowledgement_comes_before_the_report(bot: Bot) -> None:
    bot.zoom.gate.hold()
    await bot.type(LAUNCH)
    await bot.zoom.gate.reached.wait()
    assert bot.received == []
    await bot.ask("limits", "general-it")
    await bot.type(f"meeting {WEEKLY}", "av-leads")
    bot.zoom.gate.release()
    assert "Autumn launch" in (await bot.slack.next_message(HELPDESK)).text
    assert "Kofi" in (await bot.slack.next_message("av-leads")).text


async def test_people_who_ask_for_one_call_at_once_share_one_fetch(bot: Bot) -> None:
    bot.zoom.gate.hold()
    await bot.type(f"meeting {WEEKLY}")
    await bot.type(f"meeting {WEEKLY} by latency", "general-it", "ana")
    await bot.zoom.gate.reached.wait()
    bot.zoom.gate.release()
    assert "Kofi" in (await bot.slack.next_message(HELPDESK)).text
    assert "Sorted by latency" in (await bot.slack.next_message("general-it")).text
    assert bot.zoom.asked("meeting.summary") == 2
    assert bot.zoom.asked("token") == 1


async def test_a_mistake_of_the_bot_still_gives_words_and_a_reference(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a mistake in the code")

    message = await bot.ask(f"meeting {WEEKLY}")
    monkeypatch.setattr("handlers.commands.summary", broken)
    by_command = await bot.ask(f"meeting {WEEKLY}")
    await bot.press(message, "Refresh")
    by_button = await bot.slack.next_message(HELPDESK)
    bot.slack.say("lee", "D0LEEQOS01", WEEKLY)
    by_message = await bot.slack.next_message("D0LEEQOS01")
    await bot.idle()
    logged = [line for line in bot.log() if line["event"] == "unexpected"]
    assert len(logged) == 3
    for told, line in zip((by_command, by_button, by_message), logged, strict=True):
        assert "Something went wrong on my side" in told.text
        assert "mistake in the code" not in told.text
        assert f"(ref {line['ref']})" in told.text
        assert "RuntimeError: a mistake in the code" in line["exception"]


async def test_a_database_that_takes_nothing_does_not_stop_an_answer(
    socket_bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object) -> None:
        raise StoreError("store_full", "The disk is full.")

    for method in ("save_call", "remember_thread", "take_heavy", "latest_call_by_number", "call_by_uuid"):
        monkeypatch.setattr(Store, method, full)
    message = await socket_bot.ask(f"meeting {WEEKLY} public")
    assert "Kofi" in message.text
    await socket_bot.idle()
    assert {line["event"] for line in socket_bot.log()} >= {"call_not_stored", "thread_not_remembered", "store_unread"}


async def test_an_apology_that_cannot_be_delivered_is_in_the_log(
    socket_bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    socket_bot.zoom.gate.hold()
    await socket_bot.type(f"meeting {WEEKLY}")
    await socket_bot.zoom.gate.reached.wait()
    socket_bot.slack.workspace.response_urls.clear()
    socket_bot.zoom.gate.release()
    await socket_bot.idle()
    assert [line["event"] for line in socket_bot.log() if line["level"] == "error"] == ["apology_not_delivered"]


async def test_progress_that_cannot_be_told_does_not_stop_an_answer(
    socket_bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unreachable(*_: object, **__: object) -> None:
        raise OSError("no way to Slack")

    async def given_up() -> bool:
        return len([line for line in socket_bot.log() if line["event"] == "slack_unreachable"]) == 3

    private = await socket_bot.ask(f"meeting {WEEKLY}")
    monkeypatch.setattr(progress, "PROGRESS_AFTER_S", (0.01, 0.02, 0.03))
    socket_bot.zoom.gate.hold()
    with monkeypatch.context() as patch:
        patch.setattr("slack_bolt.context.respond.async_respond.AsyncRespond.__call__", unreachable)
        await socket_bot.press(private, "Refresh")
        await socket_bot.zoom.gate.reached.wait()
        await eventually(given_up)
    socket_bot.zoom.gate.release()
    assert await socket_bot.slack.next_message(HELPDESK, kind="message_changed") is private
