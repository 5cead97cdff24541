"""Why? opens a view on the worst person, redraws it for another, and fails in words."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.store.store import Store
from playground.slack.view_rules import view_problems
from tests.endtoend.bot_world import Bot
from tests.endtoend.outside_world import WEEKLY


def words(node: Any) -> str:
    """Everything readable in a view, in order."""
    if isinstance(node, dict):
        own = [node["text"]] if isinstance(node.get("text"), str) else []
        return "\n".join([*own, *(words(value) for key, value in node.items() if key != "text" or not own)])
    return "\n".join(words(item) for item in node) if isinstance(node, list) else ""


async def test_why_explains_the_worst_person_and_then_whoever_is_picked(bot: Bot) -> None:
    await bot.press(await bot.ask(f"meeting {WEEKLY}"), "Why?")
    await bot.slack.next_view("view_opened")  # at once and empty: Slack lets a view be opened for three seconds only
    drawn = await bot.slack.next_view("view_updated")
    assert view_problems(drawn.content) == []
    text = words(drawn.content)
    assert "Kofi Mensah: poor" in text
    assert "average loss 7.9 % (limit 5 %)" in text
    assert "Looked at and ruled out" in text
    assert "The rule:" in text

    await bot.slack.press(drawn, "qos_why_person", chosen="🟠 Ana Souza")
    other = words((await bot.slack.next_view("view_updated")).content)
    assert "Ana Souza: fair" in other
    assert "istance" in other


async def test_the_ticket_names_no_other_person_and_no_address(bot: Bot) -> None:
    await bot.press(await bot.ask(f"meeting {WEEKLY}"), "Why?")
    await bot.slack.next_view("view_opened")
    drawn = await bot.slack.next_view("view_updated")
    [ticket] = [
        words(block)
        for block in drawn.content["blocks"]
        if block["type"] == "rich_text" and block["elements"][0]["type"] == "rich_text_preformatted"
    ]
    assert "UTC" in ticket
    assert "audio sent" in ticket
    assert not re.search(r"Kofi|Ana|Weekly sync|@|\d+\.\d+\.\d+\.\d+", ticket)


async def test_a_view_that_cannot_be_filled_says_why(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.zoom.retries._back_off", lambda _: 0.0)
    summary = await bot.ask(f"meeting {WEEKLY}")
    bot.zoom.rules.fail("server-error", "*")
    async with Store.open(bot.settings.database_url) as store:
        await store.purge_reports(datetime.now(UTC) + timedelta(days=1))
    await bot.press(summary, "Why?")
    await bot.slack.next_view("view_opened")
    assert "(ref " in words((await bot.slack.next_view("view_updated")).content)
