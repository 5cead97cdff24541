"""Modals on the page: filled in, refused, updated, stacked, closed."""

from typing import Any

import pytest

from tests.playground.page_world import open_page, plain

pytestmark = pytest.mark.browser

OPTIONS = [{"text": plain(text), "value": text} for text in ("loss", "latency", "jitter")]


def view(*blocks: Any, id_: str = "V1", **more: Any) -> dict[str, Any]:
    base = {"id": id_, "type": "modal", "title": plain("Feedback"), "blocks": list(blocks), "submit": plain("Send")}
    return {**base, "close": plain("Not now"), "callback_id": "f", "private_metadata": "", "state": {}, **more}


def text_input(block_id: str = "why", **more: Any) -> dict[str, Any]:
    element = {"type": "plain_text_input", "action_id": "text"}
    return {"type": "input", "block_id": block_id, "label": plain("What was wrong?"), "element": element, **more}


async def test_a_modal_is_submitted_and_shows_errors_beside_the_input() -> None:
    choose = {"type": "radio_buttons", "action_id": "one", "options": OPTIONS}
    radio = {"type": "input", "block_id": "which", "label": plain("Which"), "element": choose}
    async with open_page() as (page, stub):
        await stub.send({"type": "view_opened", "view": view(text_input(), radio)})
        dialog = page.get_by_role("dialog", name="Feedback")
        await dialog.get_by_label("What was wrong?").fill("the number")
        await dialog.get_by_test_id("view-submit").click()
        assert await dialog.get_by_test_id("input-error").inner_text() == "Please complete this required field."
        assert stub.posts == []
        await dialog.get_by_label("jitter").check()
        stub.answers["view_submit"] = {"ok": True, "errors": {"why": "Say a little more."}}
        await dialog.get_by_test_id("view-submit").click()
        await dialog.get_by_text("Say a little more.").wait_for()
        assert await dialog.get_by_label("What was wrong?").get_attribute("aria-invalid") == "true"
        values = (await stub.posted("view_submit"))["values"]
        assert values["why"] == {"text": {"type": "plain_text_input", "value": "the number"}}
        assert values["which"] == {"one": {"type": "radio_buttons", "selected_option": OPTIONS[2]}}
        await stub.send({"type": "view_closed", "view_id": "V1"})
        await dialog.wait_for(state="detached")


async def test_an_updated_modal_keeps_what_was_typed() -> None:
    async with open_page() as (page, stub):
        await stub.send({"type": "view_opened", "view": view(text_input())})
        await page.get_by_label("What was wrong?").fill("the number")
        await stub.send({"type": "view_updated", "view": view(text_input(), title=plain("Nearly there"))})
        await page.get_by_role("dialog", name="Nearly there").wait_for()
        assert await page.get_by_label("What was wrong?").input_value() == "the number"


async def test_escape_closes_a_modal_and_tells_the_server_and_focus_stays_inside() -> None:
    async with open_page() as (page, stub):
        await stub.send({"type": "view_opened", "view": view(text_input())})
        await page.get_by_role("dialog").wait_for()
        for _ in range(6):
            await page.keyboard.press("Tab")
            assert await page.evaluate("document.activeElement.closest('dialog') !== null")
        await page.keyboard.press("Escape")
        assert await stub.posted("view_close") == {"view_id": "V1"}
        assert await page.get_by_role("dialog").count() == 0


async def test_views_stack_and_the_one_below_returns() -> None:
    async with open_page() as (page, stub):
        await stub.send({"type": "view_opened", "view": view(text_input())})
        await stub.send({"type": "view_opened", "view": view(text_input(), id_="V2", title=plain("Second"))})
        await page.get_by_role("dialog", name="Second").get_by_test_id("view-close").click()
        await page.get_by_role("dialog", name="Feedback").get_by_test_id("view-close").click()
        assert await page.get_by_role("dialog").count() == 0
