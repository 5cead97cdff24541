"""The page draws messages as Slack does: blocks, marks, dates, tables, threads; and hostile text stays text."""

from typing import Any

import pytest

from tests.playground.page_world import (
    ANA,
    BOT,
    EPOCH,
    HELPDESK,
    ME,
    actions,
    button,
    message,
    open_page,
    plain,
    section,
)

pytestmark = pytest.mark.browser

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "<!channel> <@U0ANA> <#C0HELP> <https://evil.example|bank>",
    "*bold* _it_ ~no~ `code` @here #av-helpdesk evil.com :tada:",
)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


async def drawn(page: Any, text: str, **more: Any) -> Any:
    """The element holding this mrkdwn, drawn by the page's own parser."""
    script = """async ([text, options]) => {
      const { mrkdwn } = await import('/static/mrkdwn.js');
      const box = document.createElement('div'); box.id = 'drawn'; box.append(mrkdwn(text, options));
      document.getElementById('drawn')?.remove(); document.body.append(box); }"""
    await page.evaluate(script, [text, more])
    return page.locator("#drawn")


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("*bold* _it_ ~no~", "<strong>bold</strong> <em>it</em> <s>no</s>"),
        ("*_both_*", "<strong><em>both</em></strong>"),
        ("2*3*4 snake_case_name", "2*3*4 snake_case_name"),
        ("* not bold * and *\nneither*", "* not bold * and *\nneither*"),
        ("*a `*` b*", '<strong>a <code class="code">*</code> b</strong>'),
        ("&amp;lt;b&amp;gt;", "&amp;lt;b&amp;gt;"),
    ],
)
async def test_marks_follow_slacks_rules(source: str, html: str) -> None:
    async with open_page() as (page, _):
        assert await (await drawn(page, source)).inner_html() == html


async def test_slacks_special_sequences_become_links_mentions_and_dates() -> None:
    async with open_page(timezone_id="Europe/Berlin") as (page, _):
        box = await drawn(page, f"<@{ANA}> <#{HELPDESK}|x> <!here> <https://a.example/?q=1&amp;r=2|label>")
        assert await box.inner_text() == "@Ana Souza #av-helpdesk @here label"
        assert await box.locator("a").get_attribute("href") == "https://a.example/?q=1&r=2"
        box = await drawn(page, f"<!date^{EPOCH}^{{date_num}} {{date_short}} {{date_long}} {{time}}|then>")
        assert await box.inner_text() == "2025-11-25 Nov 25, 2025 Tuesday, November 25th, 2025 10:52"
        assert await box.locator("time").get_attribute("title") == "2025-11-25 09:52:00 UTC"
        box = await drawn(page, "<!date^oops^{time}|then> <!date^1^{nonsense}|now>")
        assert await box.inner_text() == "then now"


async def test_quotes_and_fences_keep_what_they_hold() -> None:
    async with open_page() as (page, _):
        box = await drawn(page, "before\n&gt; said *so*\nafter\n```\n*raw* &lt;b&gt;\n```")
        assert await box.locator("blockquote strong").inner_text() == "so"
        assert await box.locator("pre").inner_text() == "*raw* <b>"


async def test_bare_names_and_addresses_are_linked_only_without_verbatim() -> None:
    text = "see https://a.example/x. or evil.com @here #av-helpdesk"
    async with open_page() as (page, _):
        box = await drawn(page, text)
        assert await box.locator("a").evaluate_all("all => all.map(a => a.href)") == [
            "https://a.example/x",
            "http://evil.com/",
        ]
        assert await box.get_by_test_id("mention").all_inner_texts() == ["@here", "#av-helpdesk"]
        box = await drawn(page, text, verbatim=True)
        assert await box.locator("*").count() == 0


async def test_unsafe_addresses_never_become_links() -> None:
    async with open_page() as (page, _):
        box = await drawn(page, "<javascript:alert(1)|click> <data:text/html,x|here>")
        assert await box.locator("a").count() == 0
        assert await box.inner_text() == "click here"


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_names_stay_text_wherever_they_stand(name: str) -> None:
    cell = {"type": "raw_text", "text": name}
    run = {"type": "rich_text_section", "elements": [{"type": "text", "text": name}]}
    blocks: list[Any] = [
        {"type": "rich_text", "block_id": "r", "elements": [run]},
        {"type": "section", "block_id": "p", "text": plain(name, emoji=False)},
        {"type": "data_table", "block_id": "t", "caption": name, "rows": [[cell], [cell]]},
        actions(button(name[:75], "x")),
    ]  # fmt: skip
    blocks[-1]["elements"][0]["text"]["emoji"] = False
    async with open_page(message(name, blocks)) as (page, _):
        row = page.get_by_test_id("message")
        assert await row.locator(".rich, .text, td, th[scope=row]").all_inner_texts() == [name, name, name]
        assert (
            await row.locator(
                "a, img, strong, em, s, code, [data-testid=mention], [data-testid=message] script"
            ).count()
            == 0
        )


async def test_escaped_markup_is_literal_in_mrkdwn() -> None:
    async with open_page(message("x", [section(escaped(HOSTILE[1]), verbatim=True)])) as (page, _):
        row = page.get_by_test_id("message")
        assert await row.locator(".text").inner_text() == HOSTILE[1]
        assert await row.locator("a, [data-testid=mention]").count() == 0


def table(rows: int = 12, page_size: int = 5) -> dict[str, Any]:
    header = [{"type": "raw_text", "text": text} for text in ("Name", "Loss")]
    body = [
        [
            {"type": "raw_text", "text": f"Person {at}"},
            {"type": "raw_number", "value": (at * 7) % rows, "text": f"{(at * 7) % rows} %"},
        ]
        for at in range(1, rows)
    ]
    body.append([{"type": "raw_text", "text": "Nobody"}, {"type": "raw_text", "text": "–"}])
    return {
        "type": "data_table",
        "block_id": "t",
        "caption": "Everyone",
        "page_size": page_size,
        "rows": [header, *body],
    }


async def test_a_data_table_sorts_by_number_and_keeps_the_unmeasured_last() -> None:
    async with open_page(message("table", [table()])) as (page, _):
        figure = page.get_by_test_id("data-table")
        numbers = figure.locator("tbody .number")
        loss = figure.get_by_role("button", name="Loss")
        await loss.click()
        assert await numbers.all_inner_texts() == ["1 %", "2 %", "3 %", "4 %", "5 %"]
        assert await figure.locator("th[aria-sort=ascending]").count() == 1
        await loss.click()
        assert await numbers.all_inner_texts() == ["11 %", "10 %", "9 %", "8 %", "7 %"]
        await figure.get_by_test_id("table-next").click(click_count=2)
        assert await numbers.all_inner_texts() == ["1 %", "–"]
        assert await numbers.first.evaluate("cell => getComputedStyle(cell).textAlign") == "right"


async def test_a_data_table_turns_its_pages_and_filters() -> None:
    async with open_page(message("table", [table()])) as (page, _):
        figure = page.get_by_test_id("data-table")
        position = figure.get_by_test_id("table-position")
        assert await position.inner_text() == "1–5 of 12"
        assert await figure.get_by_test_id("table-prev").is_disabled()
        await figure.get_by_test_id("table-next").click()
        assert await position.inner_text() == "6–10 of 12"
        await figure.get_by_test_id("table-filter").fill("nobody")
        assert await position.inner_text() == "1–1 of 1"
        assert await figure.locator("caption").inner_text() == "Everyone"


async def test_an_ephemeral_message_says_who_sees_it() -> None:
    async with open_page(message("For you", ephemeral=True), message("For all", at=EPOCH + 1)) as (page, _):
        private, public = page.get_by_test_id("message").nth(0), page.get_by_test_id("message").nth(1)
        assert await private.get_by_test_id("only-visible").inner_text() == "Only visible to you"
        assert await public.get_by_test_id("only-visible").count() == 0


async def test_a_message_shows_author_badge_and_the_exact_instant() -> None:
    async with open_page(message("Hello")) as (page, _):
        row = page.get_by_test_id("message")
        assert await row.locator(".message-head").inner_text() == "Call Quality\nAPP\n10:52"
        assert await row.get_by_test_id("time").get_attribute("title") == "2025-11-25 09:52:00 UTC"


async def test_a_thread_opens_at_the_side_and_follows_new_replies() -> None:
    root = message("The summary", reply_count=1)
    reply = message("was it just kofi?", at=EPOCH + 60, by=ME, thread_ts=root["ts"])
    async with open_page(root, reply) as (page, stub):
        await page.get_by_test_id("replies").click()
        panel = page.get_by_test_id("thread")
        assert await panel.get_by_test_id("message").count() == 2
        await stub.send({"type": "message", "message": message("No.", at=EPOCH + 61, thread_ts=root["ts"])})
        await panel.get_by_text("No.", exact=True).wait_for()
        assert await panel.get_by_test_id("message").count() == 3
        assert "2 replies" in await page.get_by_test_id("replies").inner_text()
        assert await page.get_by_test_id("message-list").get_by_test_id("message").count() == 1
        await page.get_by_test_id("thread-close").click()
        assert await panel.is_hidden()


async def test_an_unknown_block_is_shown_and_not_dropped() -> None:
    async with open_page(message("x", [{"type": "hologram", "block_id": "h"}])) as (page, _):
        assert await page.get_by_test_id("unsupported").inner_text() == "unsupported block: hologram"


async def test_long_section_text_folds_unless_it_is_told_to_expand() -> None:
    folded, open_ = section("word " * 300), {**section("word " * 300), "expand": True, "block_id": "s2"}
    async with open_page(message("x", [folded, open_])) as (page, _):
        more = page.get_by_test_id("see-more")
        assert await more.count() == 1
        height = await page.locator(".section .text").first.evaluate("node => node.clientHeight")
        await more.click()
        assert await page.locator(".section .text").first.evaluate("node => node.clientHeight") > height


async def test_an_edited_message_replaces_the_old_one_and_a_deleted_one_goes() -> None:
    first, second = message("one"), message("two", at=EPOCH + 400)
    async with open_page(first, second) as (page, stub):
        await stub.send({"type": "message_changed", "message": {**first, "text": "uno"}})
        await page.get_by_text("uno", exact=True).wait_for()
        await stub.send({"type": "message_deleted", "message": second})
        await page.get_by_text("two", exact=True).wait_for(state="detached")
        assert await page.get_by_test_id("message").count() == 1


async def test_a_file_can_be_downloaded() -> None:
    file = {"id": "F1", "name": "people.csv", "title": "All people", "size": 25, "mimetype": "text/csv"}
    async with open_page(message("Here", files=[file])) as (page, _):
        async with page.expect_download() as download:
            await page.get_by_test_id("file").click()
        assert (await download.value).suggested_filename == "people.csv"


async def test_screen_readers_hear_the_text_of_what_arrives() -> None:
    async with open_page() as (page, stub):
        await stub.send({"type": "message", "message": message("Nobody had trouble", by=BOT)})
        await page.get_by_test_id("message").wait_for()
        assert await page.locator("#announcer").inner_text() == "Call Quality: Nobody had trouble"
