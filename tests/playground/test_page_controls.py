"""What a person does on the page reaches the server: typing, completing, pressing, choosing, filling in modals."""

from typing import Any

import pytest

from tests.playground.page_world import (
    ANA,
    HELPDESK,
    OLD,
    PRIVATE,
    SHARED,
    actions,
    button,
    markup,
    message,
    open_page,
    plain,
)

pytestmark = pytest.mark.browser

COMMAND = "/qos meeting 858 1234 5678"


async def test_the_completion_offers_commands_then_their_arguments() -> None:
    async with open_page() as (page, stub):
        box, items = page.get_by_test_id("composer"), page.get_by_test_id("completion-item")
        await box.press_sequentially("/q")
        assert "Who had the worst call" in await items.inner_text()
        await box.press("Enter")
        assert await box.input_value() == "/qos "
        assert await items.count() == 4
        await box.press_sequentially("berl")
        assert "Berlin stand-up" in await items.inner_text()
        await box.press("Tab")
        assert await box.input_value() == "/qos meeting 872 4411 0093"
        assert await page.get_by_test_id("completion").is_hidden()
        assert stub.posts == []


async def test_arrow_keys_choose_and_escape_closes_the_completion() -> None:
    async with open_page() as (page, _):
        box = page.get_by_test_id("composer")
        await box.press_sequentially("/qos ")
        await box.press("ArrowDown")
        await box.press("ArrowDown")
        assert "872 4411 0093" in await page.get_by_role("option", selected=True).inner_text()
        await box.press("Escape")
        assert await page.get_by_test_id("completion").is_hidden()
        assert await box.input_value() == "/qos "


async def test_enter_sends_exactly_what_was_typed_and_shift_enter_breaks_the_line() -> None:
    async with open_page() as (page, stub):
        box = page.get_by_test_id("composer")
        await box.fill(COMMAND)
        await box.press("Enter")
        assert await stub.posted("send") == {"channel": HELPDESK, "text": COMMAND, "thread_ts": None}
        await page.wait_for_function("document.getElementById('composer-text').value === ''")
        await box.press_sequentially("one")
        await box.press("Shift+Enter")
        await box.press_sequentially("two")
        assert await box.input_value() == "one\ntwo"
        assert len(stub.posts) == 1


async def test_a_seeded_meeting_puts_its_command_into_the_composer() -> None:
    async with open_page() as (page, stub):
        await page.get_by_test_id("try-meeting").filter(has_text="Autumn all-hands").click()
        assert await page.get_by_test_id("composer").input_value() == "/qos webinar 910 5522 7788"
        await page.get_by_test_id("send").click()
        assert (await stub.posted("send"))["text"] == "/qos webinar 910 5522 7788"


async def test_slash_commands_are_refused_in_threads() -> None:
    root = message("The summary")
    async with open_page(root) as (page, stub):
        await page.get_by_test_id("message").hover()
        await page.get_by_test_id("reply").click()
        box = page.get_by_test_id("thread-composer")
        await box.fill(COMMAND)
        await box.press("Enter")
        note = page.get_by_test_id("thread").get_by_test_id("composer-note")
        assert await note.inner_text() == "/qos is not supported in threads. Sorry!"
        assert stub.posts == []
        await box.fill("was it just kofi?")
        await box.press("Enter")
        assert await stub.posted("send") == {"channel": HELPDESK, "text": "was it just kofi?", "thread_ts": root["ts"]}


async def test_an_archived_channel_has_no_composer() -> None:
    async with open_page() as (page, _):
        await page.locator(f"[data-channel={OLD}]").click()
        assert "archived channel" in await page.get_by_test_id("archived-notice").inner_text()
        assert await page.get_by_test_id("composer").count() == 0


async def test_the_header_tells_a_shared_channel_and_the_bot_can_be_invited() -> None:
    async with open_page() as (page, stub):
        await page.locator(f"[data-channel={SHARED}]").click()
        assert await page.get_by_test_id("shared-notice").inner_text() == "shared with Acme"
        await page.locator(f"[data-channel={PRIVATE}]").click()
        await page.get_by_test_id("invite").click()
        assert await stub.posted("invite") == {"channel": PRIVATE}
        joined = {**stub.state["channels"][1], "bot_is_member": True}
        await stub.send({"type": "channel", "channel": joined})
        await page.get_by_test_id("invite").wait_for(state="detached")


async def test_a_button_reaches_the_server_and_shows_that_it_waits() -> None:
    sent = message("x", [actions(button("All participants", "all", style="primary"))])
    async with open_page(sent) as (page, stub):
        stub.gate.clear()
        press = page.get_by_role("button", name="All participants")
        await press.click()
        body = await stub.posted("action")
        assert await press.get_attribute("aria-busy") == "true"
        stub.gate.set()
        await page.locator("[aria-busy]").wait_for(state="detached")
        action = {"type": "button", "action_id": "all", "text": plain("All participants"), "value": "value of all"}
        place = {"channel": HELPDESK, "message_ts": sent["ts"], "view_id": None, "block_id": "a1"}
        assert body == {**place, "action": action, "state": {}}


async def test_a_confirmation_is_asked_before_the_action() -> None:
    confirm = {
        "title": plain("Share?"),
        "text": markup("Acme *reads* this."),
        "confirm": plain("Share"),
        "deny": plain("Keep"),
    }
    async with open_page(message("x", [actions(button("Share", "share", confirm=confirm))])) as (page, stub):
        dialog = page.get_by_role("dialog")
        await page.get_by_test_id("block-button").click()
        assert "Acme reads this." in await dialog.inner_text()
        await dialog.get_by_role("button", name="Keep").click()
        assert stub.posts == []
        await page.get_by_test_id("block-button").click()
        await page.get_by_test_id("confirm-yes").click()
        assert (await stub.posted("action"))["action"]["action_id"] == "share"


OPTIONS = [{"text": plain(text), "value": text} for text in ("loss", "latency", "jitter")]


@pytest.mark.parametrize(
    ("element", "role", "pick", "key", "value"),
    [
        ({"type": "static_select", "options": OPTIONS}, "option", "latency", "selected_option", OPTIONS[1]),
        ({"type": "overflow", "options": OPTIONS}, "menuitem", "jitter", "selected_option", OPTIONS[2]),
        ({"type": "users_select"}, "option", "Ana Souza", "selected_user", ANA),
    ],
)
async def test_choosing_from_a_list_sends_the_choice(element: Any, role: Any, pick: str, key: str, value: Any) -> None:
    async with open_page(message("x", [actions({**element, "action_id": "pick"})])) as (page, stub):
        await page.locator("[data-action-id=pick]").click()
        await page.get_by_role(role, name=pick).click()
        assert (await stub.posted("action"))["action"] == {"type": element["type"], "action_id": "pick", key: value}


async def test_a_list_works_from_the_keyboard() -> None:
    pick = actions({"type": "static_select", "action_id": "pick", "options": OPTIONS})
    async with open_page(message("x", [pick])) as (page, stub):
        await page.locator("[data-action-id=pick]").focus()
        await page.keyboard.press("Enter")
        await page.get_by_role("listbox").wait_for()
        await page.keyboard.press("ArrowDown")
        await page.keyboard.press("Enter")
        assert (await stub.posted("action"))["action"]["selected_option"] == OPTIONS[1]
