"""`python -m playground` in a real browser: the real bot answers on the page as it would in Slack."""

import asyncio
import contextlib
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.endtoend.bot_process import environment
from tests.endtoend.outside_world import ROOT
from tests.playground.page_world import browser_page

pytestmark = pytest.mark.browser


@asynccontextmanager
async def demo() -> AsyncIterator[str]:
    """The address that `make demo` prints."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "playground", cwd=ROOT, env=environment({"DEMO_PORT": "0"}),
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        async with asyncio.timeout(60):
            first = (await process.stdout.readline()).decode()
        assert first.startswith("Open http://127.0.0.1:"), first
        yield first.removeprefix("Open ").strip()
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        _, said = await process.communicate()
        assert (process.returncode, said) == (0, b"")


async def typed(page: Any, text: str) -> Any:
    """Type into the composer; the bot's answer, which is the newest message."""
    before = await page.get_by_test_id("message").count()
    await page.get_by_test_id("composer").fill(text)
    await page.get_by_test_id("send").click()
    answer = page.get_by_test_id("message").nth(before)
    await answer.wait_for(timeout=20_000)
    return answer


async def test_the_demo_answers_from_the_first_command_to_the_sorted_table(tmp_path: Path) -> None:
    async with demo() as address, browser_page(address) as page:
        summary = await typed(page, "/qos meeting 858 1234 5678")
        assert "Kofi Mensah" in await summary.inner_text()
        assert "7.9 %" in await summary.inner_text()
        await page.screenshot(path=tmp_path / "summary.png")

        count = await page.get_by_test_id("message").count()
        await summary.get_by_role("button", name="All participants").click()
        table = page.get_by_test_id("message").nth(count).locator("table")
        await table.wait_for()
        assert await table.locator("tbody tr").count() >= 10
        assert "Kofi Mensah" in await table.locator("tbody tr").first.inner_text()
        head = table.get_by_role("columnheader", name=re.compile("Worst latency"))
        await (head.get_by_role("button") if await head.get_by_role("button").count() else head).first.click()
        await page.screenshot(path=tmp_path / "table.png")
        assert "Kofi Mensah" not in await table.locator("tbody tr").first.inner_text()

        error = await typed(page, "/qos meeting 90000000104")
        assert re.search(r"subscribed.*\(ref [0-9a-f]{8}\)", await error.inner_text(), re.DOTALL)
        await page.screenshot(path=tmp_path / "error.png")

        usage = await typed(page, "/qos help")
        assert "/qos webinar" in await usage.inner_text()
        await page.screenshot(path=tmp_path / "help.png")

        count = await page.get_by_test_id("message").count()
        await summary.get_by_role("button", name="Share to channel").click()
        shared = page.get_by_test_id("message").nth(count)
        await shared.wait_for()
        assert "Kofi Mensah" in await shared.inner_text()
