"""What the buttons under a summary do, pressed for real."""

import csv
import io
import re

import pytest

from playground.slack import responses
from playground.slack.blocks import message_problems
from playground.slack.model import Json, Message
from playground.slack.rules import Problem
from tests.endtoend.bot_world import Bot, choices
from tests.endtoend.outside_world import HELPDESK, WEEKLY

IN_DM = "D0LEEQOS01"
LAUNCH = "webinar 93011642875"


def tables(message: Message) -> list[Json]:
    return [block for block in message.blocks if block["type"] == "data_table"]


async def everybody(bot: Bot, command: str) -> Message:
    await bot.press(await bot.ask(command), "All participants")
    return await bot.slack.next_message(HELPDESK)


async def test_all_participants_is_one_sortable_table(bot: Bot) -> None:
    message = await everybody(bot, f"meeting {WEEKLY}")
    assert message.ephemeral
    (table,) = tables(message)
    assert len(table["rows"]) == 14 + 1
    assert [cell["text"] for cell in table["rows"][1][:3]] == ["1", "Kofi Mensah", "poor"]
    assert table["rows"][1][0]["type"] == "raw_number"
    assert "Kofi Mensah" in message.text
    await bot.idle()
    assert bot.slack.workspace.files == {}
    assert bot.zoom.asked("meeting.summary") == 2


async def test_a_thousand_people_are_a_table_of_the_worst_and_a_file_with_everybody(bot: Bot) -> None:
    message = await everybody(bot, LAUNCH)
    (table,) = tables(message)
    shown = len(table["rows"]) - 1
    assert 20 <= shown <= 100
    file_message = await bot.slack.next_message(IN_DM, lambda m: bool(m.files))
    (file,) = file_message.files
    assert file.content is not None
    rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"))))
    people = {row["participant_id"] for row in rows}
    assert f"{len(people) - shown:,} more" in message.text
    assert len(people) >= 950
    assert [row["rank"] for row in rows if row["rank"] == "1"]
    assert b"@" not in file.content
    assert not re.search(rb"\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b", re.sub(rb'"?[\d.]+\.\d{4,}"?', b"", file.content))
    assert file.name.endswith(".csv")


async def test_where_slack_refuses_the_table_the_same_comes_as_text(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_tables(blocks: list[Json], ready: object) -> list[Problem]:
        if any(block["type"] == "data_table" for block in blocks):
            return [Problem("/blocks", "data_table is not available here")]
        return message_problems(blocks, lambda _: False)

    monkeypatch.setattr(responses, "message_problems", no_tables)
    message = await everybody(bot, f"meeting {WEEKLY}")
    assert tables(message) == []
    assert "Kofi Mensah" in message.text
    assert message.blocks
    assert any(line["event"] == "blocks_refused" for line in bot.log())


async def test_refresh_asks_zoom_anew_and_stands_in_the_same_place(bot: Bot) -> None:
    message = await bot.ask(f"meeting {WEEKLY}")
    before = bot.zoom.asked("meeting.summary")
    await bot.press(message, "Refresh")
    changed = await bot.slack.next_message(HELPDESK, kind="message_changed")
    assert changed is message
    assert changed.ephemeral
    assert "Share to channel" in choices(changed)
    assert bot.zoom.asked("meeting.summary") == 2 * before
    await bot.idle()
    assert bot.received == [message]


async def test_refresh_of_a_shared_summary_changes_it_for_everybody(bot: Bot) -> None:
    message = await bot.ask(f"meeting {WEEKLY} public")
    await bot.press(message, "Refresh", user="ana")
    changed = await bot.slack.next_message(HELPDESK, kind="message_changed")
    assert changed is message
    assert not changed.ephemeral
    assert "Share to channel" not in choices(changed)


async def test_a_refresh_that_fails_leaves_the_summary_standing(bot: Bot) -> None:
    message = await bot.ask(f"meeting {WEEKLY}")
    standing = message.text
    bot.zoom.rules.fail("no-dashboard", "*.summary")
    await bot.press(message, "Refresh")
    error = await bot.slack.next_message(HELPDESK)
    assert "(ref " in error.text
    assert error.ephemeral
    assert message.text == standing


async def test_what_a_button_shows_slowly_never_takes_the_summarys_place(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bot.zoom.rules.fail("server-error", "*.summary", skip=1, times=4)
    monkeypatch.setattr("bot.zoom.retries._back_off", lambda _: 0.0)
    incomplete = await bot.ask(f"meeting {WEEKLY}")
    standing = incomplete.text
    assert "Incomplete" in standing
    monkeypatch.setattr("handlers.progress.PROGRESS_AFTER_S", (0.01, 0.02))
    bot.zoom.gate.hold()
    await bot.press(incomplete, "All participants")
    progress = await bot.slack.next_message(HELPDESK)
    assert "so far" in progress.text
    bot.zoom.gate.release()
    table = await bot.slack.next_message(HELPDESK)
    assert tables(table)
    assert incomplete.text == standing


async def test_ask_about_this_opens_the_summary_where_questions_work(bot: Bot) -> None:
    await bot.press(await bot.ask(f"meeting {WEEKLY} public"), "Ask about this", user="ana")
    told = await bot.slack.next_message(HELPDESK)
    assert told.ephemeral_for == "U0ANASOUZA"
    in_dm = await bot.slack.next_message("ana", lambda m: not m.ephemeral and m.channel != "D0LEEANA01")
    assert "Kofi Mensah" in in_dm.text
    assert bot.slack.workspace.channels[in_dm.channel].members == {"U0ANASOUZA", bot.slack.workspace.bot.id}


async def test_a_button_keeps_the_view_that_was_asked_for(socket_bot: Bot) -> None:
    message = await socket_bot.ask(f"meeting {WEEKLY} by latency audio top 3")
    await socket_bot.press(message, "Refresh")
    changed = await socket_bot.slack.next_message(HELPDESK, kind="message_changed")
    assert "Sorted by latency, audio only" in changed.text


async def test_a_button_of_another_version_is_explained(socket_bot: Bot) -> None:
    message = await socket_bot.ask(f"meeting {WEEKLY}")
    for block in message.blocks:
        for element in block.get("elements", []):
            if element.get("action_id") == "qos_refresh":
                element["value"] = "v0:85812345678"
    await socket_bot.press(message, "Refresh")
    answer = await socket_bot.slack.next_message(HELPDESK)
    assert "older message" in answer.text
