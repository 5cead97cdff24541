"""A conversation in the demo, in a real browser: asked and answered in the thread, numbers shown, feedback taken."""

from pathlib import Path

import pytest

from tests.endtoend.test_demo_in_a_browser import demo, typed
from tests.playground.page_world import browser_page

pytestmark = pytest.mark.browser


async def test_a_conversation_in_a_thread_on_the_page(tmp_path: Path) -> None:
    async with demo() as address, browser_page(address) as page:
        summary = await typed(page, "/qos meeting 858 1234 5678 public")
        await summary.hover()
        await summary.get_by_role("button", name="Reply in thread").click()
        thread = page.locator("#thread")

        async def asked(text: str) -> str:
            before = await thread.get_by_test_id("message").count()
            await thread.get_by_test_id("thread-composer").fill(text)
            await thread.get_by_test_id("thread-send").click()
            answer = thread.get_by_test_id("message").nth(before + 1)
            await answer.wait_for(timeout=20_000)
            return await answer.inner_text()

        assert "Yes, only Kofi Mensah" in await asked("was it just Kofi?")
        assert "uplink" in await asked("why was he bad?")
        assert "212 ms" in await asked("who had the worst latency?")
        assert "second" in await asked("and the second?")
        assert "network cable" in await asked("what do I tell Kofi?")
        last = thread.get_by_test_id("message").last
        await last.get_by_role("button", name="Useful").click()
        await thread.get_by_text("Noted.").wait_for(timeout=20_000)
        detail = await asked("how was Ana?")
        assert "Ana Souza" in detail
        await thread.get_by_role("button", name="Show the numbers").last.click()
        await thread.get_by_text("jitter").last.wait_for(timeout=20_000)
        await page.screenshot(path=tmp_path / "thread.png")
