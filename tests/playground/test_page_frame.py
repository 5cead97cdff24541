"""The page around the messages: unread marks, scrolling, errors, themes, the phone layout, reconnecting."""

from typing import Any

import pytest

from tests.playground.page_world import ANA, BOT, DM, EPOCH, HELPDESK, actions, button, markup, message, open_page

pytestmark = pytest.mark.browser


async def test_messages_elsewhere_mark_the_channel_unread() -> None:
    async with open_page() as (page, stub):
        await stub.send({"type": "message", "message": message("psst", channel=DM, by=BOT)})
        item = page.locator(f"[data-channel={DM}]")
        assert await item.get_by_test_id("unread").inner_text() == "1"
        await item.click()
        await page.get_by_text("psst").wait_for()
        assert await page.get_by_test_id("unread").count() == 0


async def test_the_list_stays_at_the_bottom_unless_the_reader_scrolled_up() -> None:
    long = [message(f"line {at}", at=EPOCH + at * 400) for at in range(40)]
    async with open_page(*long) as (page, stub):
        scroller = page.locator("#scroller")
        distance = "node => node.scrollHeight - node.scrollTop - node.clientHeight"
        assert await scroller.evaluate(distance) < 2
        await scroller.evaluate("node => { node.scrollTop = 0; }")
        await page.wait_for_function("document.getElementById('scroller').scrollTop === 0")
        await stub.send({"type": "message", "message": message("new", at=EPOCH + 40 * 400)})
        await page.get_by_test_id("jump").click()
        await page.get_by_test_id("jump").wait_for(state="hidden")
        assert await scroller.evaluate(distance) < 80


async def test_errors_are_told_in_a_toast() -> None:
    async with open_page() as (page, stub):
        await stub.send({"type": "toast", "text": "/qos failed with the error “operation_timeout”"})
        assert "operation_timeout" in await page.get_by_test_id("toast").inner_text()
        stub.answers["send"] = {"ok": False, "error": "is_archived"}
        await page.get_by_test_id("composer").fill("hello")
        await page.get_by_test_id("composer").press("Enter")
        await page.get_by_text("This channel is archived.").wait_for()
        assert await page.get_by_test_id("composer").input_value() == "hello"


CONTRAST = """selector => {
  const parse = css => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    canvas.fillStyle = css; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, at) => sum + v * [.2126, .7152, .0722][at], 0);
  return [...document.querySelectorAll(selector)].map(node => {
    let behind = node; while (parse(getComputedStyle(behind).backgroundColor)[3] < 255) behind = behind.parentElement;
    const [a, b] = [getComputedStyle(node).color, getComputedStyle(behind).backgroundColor].map(parse).map(light);
    return (Math.max(a, b) + .05) / (Math.min(a, b) + .05); }); }"""
WORDS = (
    ".author, .stamp, .badge, .btn-text, .mention, .link, .context, .topic, .channel-name, .side-title, .try-what, "
    "code.code, .only-you"
)


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_words_are_readable_in_both_themes(theme: str) -> None:
    blocks: list[Any] = [
        {"type": "section", "block_id": "s", "text": markup(f"<@{ANA}> <https://a.example|link> `code`")},
        {"type": "context", "block_id": "c", "elements": [markup("read 10:52")]},
        actions(button("Go", "1", style="primary"), button("Stop", "2", style="danger"), button("Else", "3")),
    ]
    async with open_page(message("x", blocks), message("y", ephemeral=True, at=EPOCH + 9), color_scheme=theme) as (
        page,
        _,
    ):
        ratios = await page.evaluate(CONTRAST, WORDS)
        assert len(ratios) > 20
        assert min(ratios) >= 4.5


async def test_the_theme_follows_the_system_until_it_is_chosen() -> None:
    async with open_page(color_scheme="dark") as (page, _):
        colour = "getComputedStyle(document.querySelector('.pane')).backgroundColor"
        assert await page.evaluate(colour) == "rgb(26, 29, 33)"
        await page.get_by_test_id("theme-toggle").click()
        assert await page.evaluate(colour) == "rgb(255, 255, 255)"
        await page.reload()
        await page.wait_for_selector("#app[data-socket=open]")
        assert await page.evaluate(colour) == "rgb(255, 255, 255)"


async def test_the_phone_layout_hides_the_channels_behind_a_menu() -> None:
    async with open_page(message("x"), viewport={"width": 390, "height": 844}) as (page, _):
        assert await page.evaluate("document.documentElement.scrollWidth") == 390
        item = page.locator(f"[data-channel={DM}]")
        assert not await item.is_visible()
        await page.get_by_test_id("menu-button").click()
        await item.click()
        assert "Call Quality" in await page.get_by_test_id("channel-title").inner_text()


async def test_the_page_finds_its_server_again() -> None:
    async with open_page() as (page, stub):
        for socket in list(stub.sockets):
            await socket.close()
        await page.wait_for_selector("#app[data-socket=closed]", state="attached")
        stub.state["messages"][HELPDESK] = [message("while you were away")]
        await page.get_by_text("while you were away").wait_for()


async def test_a_live_event_is_begun_from_the_side_and_its_channel_opens() -> None:
    shows = [{"id": "storm", "title": "A storm", "what": "four meetings, one list", "channel": DM}]
    async with open_page(shows=shows) as (page, stub):
        stub.answers["show"] = {"ok": True, "channel": DM}
        await page.get_by_test_id("show").filter(has_text="A storm").click()
        assert await stub.posted("show") == {"id": "storm"}
        await page.wait_for_function(f"location.hash === '#{DM}'")
        assert "Call Quality" in await page.get_by_test_id("channel-title").inner_text()
