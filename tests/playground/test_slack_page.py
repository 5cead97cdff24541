"""The page's API: the state it starts from, the frames it gets, and what it sends."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import httpx
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground.slack.app import running
from playground.slack.service import Slack

BLOCKS = [
    {
        "type": "actions",
        "block_id": "row",
        "elements": [
            {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}, "value": "1"},
            {
                "type": "static_select",
                "action_id": "pick",
                "placeholder": {"type": "plain_text", "text": "Pick"},
                "options": [{"text": {"type": "plain_text", "text": "Loss"}, "value": "loss"}],
            },
        ],
    }
]
MODAL: dict[str, Any] = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "Rule"},
    "submit": {"type": "plain_text", "text": "Save"},
    "blocks": [
        {
            "type": "input",
            "block_id": "limit",
            "label": {"type": "plain_text", "text": "Limit"},
            "element": {"type": "plain_text_input", "action_id": "text"},
        }
    ],
}


@pytest.fixture
async def slack() -> AsyncIterator[Slack]:
    async with running() as started:
        started.settings.ack_timeout_s = 0.2
        yield started


@pytest.fixture
async def page(slack: Slack) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=slack.settings.base_url, trust_env=False) as http:
        yield http


@asynccontextmanager
async def looking(slack: Slack) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    """The page's WebSocket, ready: a frame sent after this is received."""
    address = slack.settings.base_url.replace("http", "ws", 1)
    async with aiohttp.ClientSession() as session, session.ws_connect(f"{address}/ui/socket") as socket:
        while True:
            slack.workspace.toast(slack.workspace.me, "ready?")
            try:
                await socket.receive_json(timeout=0.05)
            except TimeoutError:
                continue
            yield socket
            return


async def frame(socket: aiohttp.ClientWebSocketResponse, kind: str) -> dict[str, Any]:
    while (found := await socket.receive_json(timeout=5))["type"] != kind:
        continue
    return dict(found)


async def test_the_state_has_what_the_page_draws(page: httpx.AsyncClient, slack: Slack) -> None:
    slack.say("ana", "av-helpdesk", "hello")
    state = (await page.get("/ui/state")).json()
    assert set(state) == {
        "team", "me", "users", "channels", "messages", "commands", "meetings", "shows", "bot_connected", "zoom_note",
    }  # fmt: skip
    assert (state["me"]["name"], state["bot_connected"]) == ("lee", False)
    channels = {channel["name"]: channel for channel in state["channels"]}
    assert {"av-helpdesk", "general-it", "exec-support", "av-leads", "old-calls", "ext-acme"} <= set(channels)
    assert [channels[name]["bot_is_member"] for name in ("av-helpdesk", "general-it", "exec-support")] == [
        True,
        False,
        False,
    ]
    assert {channel["kind"] for channel in state["channels"]} == {"public", "private", "im", "mpim"}
    assert [message["text"] for message in state["messages"][channels["av-helpdesk"]["id"]]] == ["hello"]
    assert {"command", "usage_hint", "description", "completions"} == set(state["commands"][0])
    assert set(state["users"][0]) == {"id", "name", "real_name", "is_bot", "color"}


async def test_the_page_sees_its_persons_messages_and_no_others(page: httpx.AsyncClient, slack: Slack) -> None:
    async with looking(slack) as socket:
        bot, channel = slack.workspace.bot.id, slack.workspace.channel_named("av-helpdesk").id
        slack.workspace.post(channel, bot, "for ana", ephemeral_for=slack.workspace.user_named("ana").id)
        slack.workspace.post(slack.workspace.open_im(slack.workspace.user_named("ana").id).id, bot, "ana's own")
        slack.workspace.post(channel, bot, "for lee", ephemeral_for=slack.workspace.me)
        message = (await frame(socket, "message"))["message"]
        assert (message["text"], message["ephemeral"], message["is_bot"]) == ("for lee", True, True)
        assert set(message) == {
            "ts", "channel", "user", "is_bot", "text", "mrkdwn", "blocks", "thread_ts", "reply_count", "edited",
            "ephemeral", "files", "reactions", "subtype",
        }  # fmt: skip


async def test_a_reply_is_counted_on_its_parent(page: httpx.AsyncClient, slack: Slack) -> None:
    parent = slack.say("ana", "av-helpdesk", "hello")
    async with looking(slack) as socket:
        sent = {"channel": parent.channel, "text": "hi", "thread_ts": parent.ts}
        assert (await page.post("/ui/send", json=sent)).json() == {"ok": True}
        assert (await frame(socket, "message"))["message"]["thread_ts"] == parent.ts
        changed = (await frame(socket, "message_changed"))["message"]
        assert (changed["ts"], changed["reply_count"], changed["thread_ts"]) == (parent.ts, 1, None)


async def test_a_command_that_fails_says_so_and_is_no_message(page: httpx.AsyncClient, slack: Slack) -> None:
    channel = slack.workspace.channel_named("av-helpdesk").id
    async with looking(slack) as socket:
        assert (await page.post("/ui/send", json={"channel": channel, "text": "/qos help"})).json() == {"ok": True}
        assert (await frame(socket, "toast"))["text"] == '/qos failed with the error "dispatch_failed"'
    assert slack.workspace.messages.get(channel) is None
    parent = slack.say("lee", "av-helpdesk", "hello")
    refused = {"channel": channel, "text": "/qos help", "thread_ts": parent.ts}
    answer = (await page.post("/ui/send", json=refused)).json()
    assert answer == {"ok": False, "error": "/qos is not supported in threads. Sorry!"}


async def test_a_press_must_name_something_that_is_there(page: httpx.AsyncClient, slack: Slack) -> None:
    channel = slack.workspace.channel_named("av-helpdesk").id
    message = slack.workspace.post(channel, slack.workspace.bot.id, "summary", blocks=BLOCKS)
    press = {"channel": channel, "message_ts": message.ts, "view_id": None, "block_id": "row"}
    go = {"type": "button", "action_id": "go", "value": "1"}
    assert (await page.post("/ui/action", json={**press, "action": go})).json() == {"ok": True}
    assert "dispatch_failed" in await slack.next_toast()
    missing = (await page.post("/ui/action", json={**press, "action": {**go, "action_id": "gone"}})).json()
    assert missing["ok"] is False
    gone = (await page.post("/ui/action", json={**press, "message_ts": "1.1", "action": go})).json()
    assert gone == {"ok": False, "error": "that message is gone"}


async def test_an_invited_bot_is_a_member(page: httpx.AsyncClient, slack: Slack) -> None:
    channel = slack.workspace.channel_named("exec-support")
    async with looking(slack) as socket:
        assert (await page.post("/ui/invite", json={"channel": channel.id})).json() == {"ok": True}
        assert (await frame(socket, "channel"))["channel"]["bot_is_member"] is True


async def test_a_modal_reaches_the_page_and_goes_away_when_closed(page: httpx.AsyncClient, slack: Slack) -> None:
    client = AsyncWebClient(token="xoxb-demo", base_url=f"{slack.settings.base_url}/api/")
    async with looking(slack) as socket:
        trigger = slack.workspace.new_trigger(slack.workspace.me)
        await client.views_open(trigger_id=trigger, view=MODAL)
        view = (await frame(socket, "view_opened"))["view"]
        assert (view["type"], view["submit"]["text"], view["close"]) == ("modal", "Save", None)
        errors = (await page.post("/ui/view_submit", json={"view_id": view["id"], "values": {}})).json()
        assert errors == {"ok": True, "errors": {"limit": "Please complete this required field."}}
        assert (await page.post("/ui/view_close", json={"view_id": view["id"]})).json() == {"ok": True}
        assert (await frame(socket, "view_closed"))["view_id"] == view["id"]


async def test_nonsense_is_an_answer_and_not_a_crash(page: httpx.AsyncClient) -> None:
    for path, body in (("send", {}), ("send", []), ("action", {"action": 1}), ("view_close", {"view_id": "V9"})):
        answer = await page.post(f"/ui/{path}", json=body)
        assert answer.json()["ok"] is False
    form = await page.post("/ui/send", data={"channel": "C0HELPDESK", "text": "from another site"})
    assert form.status_code == 415


async def test_a_show_begins_at_a_press_and_names_its_channel(page: httpx.AsyncClient, slack: Slack) -> None:
    begun: list[str] = []
    slack.settings.shows = [{"id": "site", "title": "An office", "what": "goes bad", "channel": "C0AVALERTS"}]
    early = (await page.post("/ui/show", json={"id": "site"})).json()
    assert early == {"ok": False, "error": "The bot takes no events yet. Try again in a moment."}
    slack.play = begun.append
    unknown = (await page.post("/ui/show", json={"id": "nothing"})).json()
    assert unknown == {"ok": False, "error": "there is nothing of that name to play"}
    assert (await page.post("/ui/show", json={"id": "site"})).json() == {"ok": True, "channel": "C0AVALERTS"}
    assert begun == ["site"]


async def test_it_is_known_when_somebody_has_opened_the_page(slack: Slack) -> None:
    assert not slack.page_opened.is_set()
    async with looking(slack):
        assert slack.page_opened.is_set()
