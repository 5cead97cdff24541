"""How the local Slack delivers: connections, redelivery, the HTTP handshake, and the addresses to answer at."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import aiohttp
import httpx
import pytest
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from playground.serving import serve
from playground.slack.app import running
from playground.slack.delivery import Ack
from playground.slack.service import Slack
from playground.slack.settings import Settings
from playground.slack.workspace import Workspace


@pytest.fixture
async def slack() -> AsyncIterator[Slack]:
    async with running(settings=Settings(ack_timeout_s=1.5, retry_delays_s=(0.0, 0.0, 0.0))) as started:
        yield started


class Line:
    """A bare WebSocket client that acknowledges only what it is told to."""

    def __init__(self, socket: Any) -> None:
        self.socket = socket

    async def hear(self) -> dict[str, Any]:
        frame: dict[str, Any] = await self.socket.receive_json(timeout=5)
        return frame

    async def acknowledge(self, envelope: dict[str, Any]) -> None:
        await self.socket.send_json({"envelope_id": envelope["envelope_id"]})


@asynccontextmanager
async def bare_line(slack: Slack) -> AsyncIterator[Line]:
    web = AsyncWebClient(token="xapp-demo", base_url=f"{slack.settings.base_url}/api/")
    opened = await web.apps_connections_open(app_token="xapp-demo")
    async with aiohttp.ClientSession() as session, session.ws_connect(opened["url"]) as socket:
        line = Line(socket)
        assert (await line.hear())["type"] == "hello"
        yield line


async def test_an_envelope_of_a_broken_connection_goes_to_another(slack: Slack) -> None:
    async with bare_line(slack) as first, bare_line(slack) as second:
        working = asyncio.create_task(slack.command("lee", "av-helpdesk", "/qos meeting 1"))
        lines = {asyncio.create_task(line.hear()): line for line in (first, second)}
        done, waiting = await asyncio.wait(lines, return_when=asyncio.FIRST_COMPLETED)
        assert len(done) == 1
        envelope = done.pop().result()
        await next(line for task, line in lines.items() if task not in waiting).socket.close()
        other = waiting.pop()
        assert (await other)["envelope_id"] == envelope["envelope_id"]
        await lines[other].acknowledge(envelope)
        assert await working == Ack()


async def test_an_event_without_ack_is_delivered_again_and_says_why(slack: Slack) -> None:
    slack.settings.ack_timeout_s = 0.1
    async with bare_line(slack) as line:
        slack.say("lee", "D0LEEQOS01", "hello")
        first = await line.hear()
        second = await line.hear()
        await line.acknowledge(second)
        assert (first["retry_attempt"], second["retry_attempt"], second["retry_reason"]) == (0, 1, "timeout")
        assert first["payload"]["event_id"] == second["payload"]["event_id"]
        assert "accepts_response_payload" in first


async def test_an_event_waits_for_the_bot_to_come_back(slack: Slack) -> None:
    slack.settings.retry_delays_s = (30.0, 0.0, 0.0)
    slack.say("lee", "D0LEEQOS01", "anybody there?")
    async with bare_line(slack) as line:
        envelope = await line.hear()
        await line.acknowledge(envelope)
        assert envelope["payload"]["event"]["text"] == "anybody there?"


async def test_the_eleventh_connection_and_a_used_ticket_are_refused(slack: Slack) -> None:
    async with AsyncExitStack() as stack:
        for _ in range(10):
            await stack.enter_async_context(bare_line(slack))
        session = await stack.enter_async_context(aiohttp.ClientSession())
        async with session.ws_connect(slack.socket.address()) as socket:
            assert (await socket.receive_json(timeout=5))["reason"] == "too_many_websockets"
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(f"{slack.settings.base_url}/socket?ticket=used")


async def test_without_the_bot_a_command_fails_at_once(slack: Slack) -> None:
    await slack.command("lee", "av-helpdesk", "/qos help")
    assert await slack.next_toast() == '/qos failed with the error "dispatch_failed"'


async def test_http_events_are_retried_with_headers_until_the_bot_says_stop(slack: Slack) -> None:
    seen: asyncio.Queue[tuple[str | None, str | None]] = asyncio.Queue()

    async def endpoint(request: Request) -> Response:
        body = await request.json()
        if body["type"] == "url_verification":
            return PlainTextResponse(body["challenge"])
        headers = request.headers
        assert SignatureVerifier("demo-signing-secret").is_valid_request(await request.body(), dict(headers))
        seen.put_nowait((headers.get("x-slack-retry-num"), headers.get("x-slack-retry-reason")))
        stop = {"x-slack-no-retry": "1"} if "x-slack-retry-num" in headers else {}
        return PlainTextResponse("broken", 500, stop)

    async with serve(Starlette(routes=[Route("/", endpoint, methods=["POST"])])) as base_url:
        assert await slack.use_http(base_url)
        slack.say("lee", "D0LEEQOS01", "hello")
        assert [await asyncio.wait_for(seen.get(), 5) for _ in range(2)] == [(None, None), ("1", "http_error")]
        slack.say("lee", "D0LEEQOS01", "next")
        assert await asyncio.wait_for(seen.get(), 5) == (None, None)


async def test_an_address_that_fails_the_handshake_is_not_used(slack: Slack) -> None:
    assert not await slack.use_http(f"{slack.settings.base_url}/nowhere")
    assert slack.settings.request_url is None


async def answered(slack: Slack, token: str, **body: Any) -> tuple[int, str]:
    async with httpx.AsyncClient(base_url=slack.settings.base_url, trust_env=False) as http:
        answer = await http.post(f"/response/{token}", json=body)
    return answer.status_code, answer.text if answer.status_code == 200 else answer.json()["error"]


async def test_a_response_address_works_five_times_in_thirty_minutes() -> None:
    clock = [1_764_030_000.0]
    async with running(Workspace(now=lambda: clock[0])) as slack:
        channel = slack.workspace.channel_named("exec-support").id
        used = slack.workspace.new_response_url(channel, slack.workspace.me)
        old = slack.workspace.new_response_url(channel, slack.workspace.me)
        for _ in range(5):
            assert await answered(slack, used.token, text="hi") == (200, "ok")
        assert await answered(slack, used.token, text="hi") == (404, "used_url")
        clock[0] += 30 * 60 + 1
        assert await answered(slack, old.token, text="hi") == (404, "expired_url")
        assert await answered(slack, "nonsense", text="hi") == (404, "invalid_url")


async def test_a_response_address_refuses_what_slack_refuses(slack: Slack) -> None:
    channel = slack.workspace.channel_named("av-helpdesk").id
    url = slack.workspace.new_response_url(channel, slack.workspace.me)
    assert await answered(slack, url.token) == (400, "no_text")
    bad = [{"type": "alert", "text": {"type": "plain_text", "text": "x"}}]
    assert await answered(slack, url.token, text="x", blocks=bad) == (400, "invalid_blocks")
    assert await answered(slack, url.token, text="x", thread_ts="1.000001") == (400, "thread_not_found")


async def test_a_commands_answer_is_replaced_only_when_the_switch_says_so(slack: Slack) -> None:
    channel = slack.workspace.channel_named("av-helpdesk").id
    for replaces, expected in ((False, ["one", "two"]), (True, ["two"])):
        slack.settings.command_url_replaces = replaces
        slack.workspace.messages.clear()
        url = slack.workspace.new_response_url(channel, slack.workspace.me)
        await answered(slack, url.token, text="one")
        await answered(slack, url.token, text="two", replace_original=True)
        assert [message.text for message in slack.workspace.messages[channel].values()] == expected


async def test_a_pressed_message_can_be_answered_in_its_thread_or_deleted(slack: Slack) -> None:
    channel = slack.workspace.channel_named("av-helpdesk").id
    message = slack.workspace.post(channel, slack.workspace.bot.id, "summary")
    url = slack.workspace.new_response_url(channel, slack.workspace.me, message)
    await answered(slack, url.token, text="reply", response_type="in_channel", thread_ts=message.ts)
    reply = await slack.next_message("av-helpdesk", lambda one: one.text == "reply")
    assert (reply.thread_ts, reply.ephemeral, message.reply_count) == (message.ts, False, 1)
    assert await answered(slack, url.token, delete_original=True) == (200, "ok")
    assert message.ts not in slack.workspace.messages[channel]
