"""The local Slack against real Bolt apps: commands, presses, modals, events and answers, by socket and by HTTP."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from playground.serving import serve
from playground.slack.app import running
from playground.slack.delivery import Ack, Failure
from playground.slack.service import NotPossible, Slack
from playground.slack.settings import Settings

BUTTONS = [
    {"type": "section", "text": {"type": "mrkdwn", "text": "Weekly sync"}},
    {
        "type": "actions",
        "elements": [
            {
                "type": "button",
                "action_id": "again",
                "text": {"type": "plain_text", "text": "Refresh"},
                "value": "85812345678",
            },
            {"type": "button", "action_id": "ask", "text": {"type": "plain_text", "text": "Ask"}},
        ],
    },
]
MODAL = {
    "type": "modal",
    "callback_id": "rule",
    "notify_on_close": True,
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


class Bot:
    """A small Bolt app that uses what the bot uses, and remembers what it was sent."""

    def __init__(self, base_url: str) -> None:
        self.app = AsyncApp(
            client=AsyncWebClient(token="xoxb-demo", base_url=f"{base_url}/api/"), signing_secret="demo-signing-secret"
        )
        self.seen: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.app.command("/qos")(self.qos)
        self.app.action("again")(self.again)
        self.app.action("ask")(self.ask)
        self.app.view("rule")(self.saved)
        self.app.view_closed("rule")(self.closed)
        self.app.event("app_mention")(self.event)
        self.app.event("message")(self.event)

    async def qos(self, ack: Any, command: Any, respond: Any, client: Any) -> None:
        self.seen.put_nowait(command)
        text = command["text"]
        if text == "silence":
            return
        if text in ("plain", "public"):
            await ack(text="done", response_type="in_channel" if text == "public" else "ephemeral")
            return
        await ack()
        if text == "post":
            await client.chat_postMessage(channel=command["channel_id"], text="summary", blocks=BUTTONS)
        else:
            await respond(text="summary", blocks=BUTTONS, response_type="ephemeral")

    async def again(self, ack: Any, body: Any, respond: Any) -> None:
        await ack()
        self.seen.put_nowait(body)
        await respond(text="fresher", replace_original=True)

    async def ask(self, ack: Any, body: Any, client: Any) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=MODAL)

    async def saved(self, ack: Any, view: Any) -> None:
        value = view["state"]["values"]["limit"]["text"]["value"]
        if value.isdigit():
            await ack()
        else:
            await ack(response_action="errors", errors={"limit": "a number, please"})

    async def closed(self, ack: Any, body: Any) -> None:
        await ack()
        self.seen.put_nowait(body)

    async def event(self, body: Any) -> None:
        self.seen.put_nowait(body)

    async def heard(self) -> dict[str, Any]:
        return await asyncio.wait_for(self.seen.get(), 5)

    async def heard_press(self) -> dict[str, Any]:
        while (body := await self.heard()).get("type") != "block_actions":
            continue
        return body


@asynccontextmanager
async def by_socket(slack: Slack) -> AsyncIterator[Bot]:
    bot = Bot(slack.settings.base_url)
    web = AsyncWebClient(token="xapp-demo", base_url=f"{slack.settings.base_url}/api/")
    handler = AsyncSocketModeHandler(bot.app, "xapp-demo", web_client=web)
    await handler.connect_async()
    await slack.bot_is_connected()
    try:
        yield bot
    finally:
        await handler.close_async()


@asynccontextmanager
async def by_http(slack: Slack) -> AsyncIterator[Bot]:
    bot = Bot(slack.settings.base_url)
    handler = AsyncSlackRequestHandler(bot.app)

    async def endpoint(request: Request) -> Response:
        return await handler.handle(request)

    async with serve(Starlette(routes=[Route("/slack/events", endpoint, methods=["POST"])])) as base_url:
        assert await slack.use_http(f"{base_url}/slack/events")
        yield bot


@pytest.fixture
async def slack() -> AsyncIterator[Slack]:
    async with running(settings=Settings(ack_timeout_s=1.5, retry_delays_s=(0.0, 0.0, 0.0))) as started:
        yield started


@pytest.fixture(params=[by_socket, by_http], ids=["socket", "http"])
async def bot(request: pytest.FixtureRequest, slack: Slack) -> AsyncIterator[Bot]:
    way: Callable[[Slack], Any] = request.param
    async with way(slack) as connected:
        yield connected


async def test_a_command_carries_what_was_typed_and_where(bot: Bot, slack: Slack) -> None:
    result = await slack.command("lee", "exec-support", '/qos meeting 858 "A & B" <x>  ')
    command = await bot.heard()
    assert isinstance(result, Ack)
    assert (command["command"], command["text"]) == ("/qos", 'meeting 858 "A & B" <x>')
    assert (command["user_name"], command["channel_name"]) == ("lee", "privategroup")


async def test_an_answer_works_where_the_bot_is_no_member_and_only_its_reader_sees_it(bot: Bot, slack: Slack) -> None:
    await slack.command("lee", "exec-support", "/qos meeting 1")
    message = await slack.next_message("exec-support")
    assert (message.text, message.ephemeral_for) == ("summary", slack.workspace.me)


async def test_the_body_of_an_ack_is_the_reply(bot: Bot, slack: Slack) -> None:
    await slack.command("lee", "av-helpdesk", "/qos plain")
    assert (await slack.next_message("av-helpdesk")).ephemeral
    await slack.command("lee", "av-helpdesk", "/qos public")
    assert not (await slack.next_message("av-helpdesk")).ephemeral
    typed = [one.text for one in slack.workspace.messages[slack.workspace.channel_named("av-helpdesk").id].values()]
    assert typed == ["done", "/qos public", "done"]


async def test_a_command_without_an_ack_fails_in_the_open(bot: Bot, slack: Slack) -> None:
    slack.settings.ack_timeout_s = 0.1
    result = await slack.command("lee", "av-helpdesk", "/qos silence")
    assert isinstance(result, Failure)
    assert await slack.next_toast() == '/qos failed with the error "operation_timeout"'


async def test_a_pressed_private_message_can_replace_itself(bot: Bot, slack: Slack) -> None:
    await slack.command("lee", "exec-support", "/qos meeting 1")
    message = await slack.next_message("exec-support")
    await slack.press(message, "Refresh")
    body = await bot.heard_press()
    assert body["actions"][0]["value"] == "85812345678"
    assert body["container"]["is_ephemeral"] is True
    assert "message" not in body
    changed = await slack.next_message("exec-support", kind="message_changed")
    assert (changed.ts, changed.text, changed.ephemeral) == (message.ts, "fresher", True)
    with pytest.raises(NotPossible):
        await slack.press(message, "Refresh", user="ana")


async def test_a_pressed_public_message_travels_along(bot: Bot, slack: Slack) -> None:
    await slack.command("lee", "av-helpdesk", "/qos post")
    message = await slack.next_message("av-helpdesk")
    await slack.press(message, "again", user="ana")
    body = await bot.heard_press()
    assert body["message"]["ts"] == message.ts
    assert (body["user"]["name"], body["channel"]["name"]) == ("ana", "av-helpdesk")


async def test_a_modal_is_opened_corrected_and_submitted(bot: Bot, slack: Slack) -> None:
    await slack.command("lee", "av-helpdesk", "/qos post")
    await slack.press(await slack.next_message("av-helpdesk"), "Ask")
    view = await slack.next_view()
    assert await slack.submit(view, {}) == {"limit": "Please complete this required field."}
    wrong = {"limit": {"text": {"type": "plain_text_input", "value": "many"}}}
    assert await slack.submit(view, wrong) == {"limit": "a number, please"}
    assert view.id in slack.workspace.views
    assert await slack.submit(view, {"limit": {"text": {"type": "plain_text_input", "value": "5"}}}) == {}
    assert view.id not in slack.workspace.views


async def test_a_closed_modal_is_told_when_the_app_asked_for_it(bot: Bot, slack: Slack) -> None:
    await slack.command("lee", "av-helpdesk", "/qos post")
    await bot.heard()
    await slack.press(await slack.next_message("av-helpdesk"), "Ask")
    view = await slack.next_view()
    await slack.close_view(view)
    body = await bot.heard()
    assert (body["type"], body["view"]["id"]) == ("view_closed", view.id)


async def test_a_mention_gives_a_mention_and_also_a_message_when_that_is_subscribed(bot: Bot, slack: Slack) -> None:
    slack.settings.bot_events.discard("message.channels")
    slack.say("lee", "av-helpdesk", "@qos who was worst? see https://zoom.us/j/85812345678")
    body = await bot.heard()
    event = body["event"]
    assert (event["type"], "channel_type" in event) == ("app_mention", False)
    assert event["text"] == f"<@{slack.workspace.bot.id}> who was worst? see <https://zoom.us/j/85812345678>"
    assert body["authorizations"][0]["user_id"] == slack.workspace.bot.id
    slack.settings.bot_events.add("message.channels")
    slack.say("lee", "av-helpdesk", "@qos and now?")
    both = [await bot.heard(), await bot.heard()]
    assert {one["event"]["type"] for one in both} == {"app_mention", "message"}
    assert len({one["event"]["ts"] for one in both}) == 1
    assert len({one["event_id"] for one in both}) == 2


async def test_a_direct_message_is_heard_and_says_where_it_came_from(bot: Bot, slack: Slack) -> None:
    slack.say("lee", "D0LEEQOS01", "who was <worst> & why")
    event = (await bot.heard())["event"]
    assert (event["channel_type"], event["text"]) == ("im", "who was &lt;worst&gt; &amp; why")


async def test_nothing_is_heard_where_the_bot_is_not(bot: Bot, slack: Slack) -> None:
    slack.say("lee", "exec-support", "@qos hello")
    assert "Invite it first" in await slack.next_toast()
    slack.invite("exec-support")
    slack.say("lee", "exec-support", "@qos hello again")
    assert (await bot.heard())["event"]["text"].endswith("hello again")


async def test_a_command_is_refused_where_slack_refuses_it(bot: Bot, slack: Slack) -> None:
    parent = slack.say("lee", "av-helpdesk", "hello")
    for user, text, thread_ts in (("lee", "/qos", parent.ts), ("lee", "/what", None), ("sam", "/qos", None)):
        with pytest.raises(NotPossible):
            await slack.command(user, "ext-acme" if user == "sam" else "av-helpdesk", text, thread_ts)
    with pytest.raises(NotPossible, match="archived"):
        slack.say("lee", "old-calls", "hello")


async def test_a_refreshed_bot_reconnects_and_works_on(slack: Slack) -> None:
    async with by_socket(slack) as bot:
        slack.inbox.clear()
        await slack.socket.refresh()
        await slack.bot_is_connected()
        assert isinstance(await slack.command("lee", "av-helpdesk", "/qos plain"), Ack)
        assert (await bot.heard())["text"] == "plain"
