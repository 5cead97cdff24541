"""The page against the real local Slack: what the bot posts is drawn, what a person types is shown."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground.slack.app import running
from tests.playground.page_world import browser_page, plain

pytestmark = pytest.mark.browser

CELLS = [[{"type": "raw_text", "text": text}] for text in ("Name", "Kofi", "Ana")]
BLOCKS: list[dict[str, Any]] = [
    {"type": "header", "text": plain("Weekly sync")},
    {"type": "data_table", "caption": "Everyone", "rows": CELLS},
    {"type": "actions", "elements": [{"type": "button", "text": plain("Why?"), "action_id": "why"}]},
]


@asynccontextmanager
async def together() -> AsyncIterator[tuple[Any, AsyncWebClient]]:
    async with running() as slack, browser_page(slack.settings.base_url) as page:
        slack.settings.ack_timeout_s = 0.2
        yield page, AsyncWebClient(slack.settings.bot_token, base_url=f"{slack.settings.base_url}/api/")


async def test_what_the_bot_posts_appears_with_its_blocks() -> None:
    async with together() as (page, web):
        await web.chat_postMessage(channel="C0HELPDESK", text="Weekly sync", blocks=BLOCKS)
        row = page.get_by_test_id("message")
        await row.get_by_role("heading", name="Weekly sync").wait_for()
        assert await row.locator("tbody th").all_inner_texts() == ["Kofi", "Ana"]
        await row.get_by_role("button", name="Why?").click()
        await page.get_by_test_id("toast").filter(has_text="The app did not respond").wait_for()


async def test_what_a_person_types_is_shown_once_with_its_mention() -> None:
    async with together() as (page, _):
        await page.get_by_test_id("composer").fill("a < b, says @ana")
        await page.get_by_test_id("send").click()
        assert await page.get_by_test_id("message").locator(".text").inner_text() == "a < b, says @Ana Souza"
        assert await page.get_by_test_id("message").count() == 1


async def test_a_command_without_a_bot_says_so_and_leaves_no_message() -> None:
    async with together() as (page, _):
        await page.get_by_test_id("composer").fill("/qos help")
        await page.get_by_test_id("composer").press("Enter")
        await page.get_by_test_id("toast").filter(has_text="/qos").wait_for()
        assert await page.get_by_test_id("message").count() == 0
        assert await page.get_by_test_id("bot-status").inner_text() == "Bot not connected"
