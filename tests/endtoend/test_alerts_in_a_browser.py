"""Live events of the demo in a real browser: an alert arrives, is taken, and changes until the meeting is over."""

from pathlib import Path

import pytest

from tests.endtoend.test_demo_in_a_browser import demo
from tests.playground.page_world import browser_page

pytestmark = pytest.mark.browser


async def test_an_alert_arrives_is_taken_and_recovers_on_the_page(tmp_path: Path) -> None:
    async with demo() as address, browser_page(address) as page:
        await page.locator("[data-name=av-alerts]").click()
        await page.get_by_text("Subscribed, number 1.").wait_for()
        await page.get_by_test_id("show").filter(has_text="An office goes bad").click()
        alert = page.get_by_test_id("message").filter(has_text="Product planning")
        await alert.filter(has_text="is going badly").wait_for(timeout=40_000)
        await page.screenshot(path=tmp_path / "alert.png")
        words = await alert.inner_text()
        assert "4 of 11 people, all in Berlin" in words
        assert [await one.inner_text() for one in await alert.locator(".actions button").all()] == [
            "Details", "Acknowledge", "Snooze…", "Not useful",
        ]  # fmt: skip
        await alert.get_by_role("button", name="Acknowledge").click()
        await alert.filter(has_text="Taken by").wait_for(timeout=20_000)
        await page.screenshot(path=tmp_path / "taken.png")
        await alert.get_by_text("Snooze…").click()
        await page.screenshot(path=tmp_path / "snooze.png")
        await page.get_by_role("option", name="This call").click()
        await alert.filter(has_text="Snoozed: this call").wait_for(timeout=20_000)
        assert await alert.get_by_text("Snooze…").count() == 1, "the next snooze is chosen anew"
        await page.screenshot(path=tmp_path / "snoozed.png")
        await alert.filter(has_text="Final").wait_for(timeout=60_000)
        await page.screenshot(path=tmp_path / "over.png")
        assert "recovered" in await alert.inner_text()
        assert "Lee Park" in await alert.inner_text()
        assert await alert.count() == 1
