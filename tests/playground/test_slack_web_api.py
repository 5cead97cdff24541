"""The local Slack's Web API through the real SDK: who may do what, and how it is refused."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from playground.slack.app import running
from playground.slack.service import Slack
from playground.slack.settings import Settings
from playground.slack.workspace import Workspace

MODAL: dict[str, Any] = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "QoS"},
    "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "…"}}],
}
TOO_LONG = [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}}]


class Clock:
    def __init__(self) -> None:
        self.now_s = 1_764_030_000.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def slack(clock: Clock) -> AsyncIterator[Slack]:
    async with running(Workspace(now=clock), Settings()) as started:
        yield started


@pytest.fixture
def client(slack: Slack) -> AsyncWebClient:
    return AsyncWebClient(token="xoxb-demo", base_url=f"{slack.settings.base_url}/api/")


def place(slack: Slack, name: str) -> str:
    return slack.workspace.channel_named(name).id


async def refusal(call: Any) -> dict[str, Any]:
    with pytest.raises(SlackApiError) as caught:
        await call
    data = caught.value.response.data
    assert isinstance(data, dict)
    return data


async def test_the_bot_learns_who_it_is_and_what_it_may(client: AsyncWebClient, slack: Slack) -> None:
    answer = await client.auth_test()
    assert (answer["user_id"], answer["bot_id"]) == (slack.workspace.bot.id, slack.workspace.bot.bot_id)
    assert "chat:write" in answer.headers["x-oauth-scopes"].split(",")


@pytest.mark.parametrize(
    ("token", "error"), [("", "not_authed"), ("xoxb-wrong", "invalid_auth"), ("xapp-demo", "not_allowed_token_type")]
)
async def test_a_wrong_token_is_refused(slack: Slack, token: str, error: str) -> None:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    async with httpx.AsyncClient(base_url=slack.settings.base_url, trust_env=False) as http:
        assert (await http.post("/api/auth.test", headers=headers)).json() == {"ok": False, "error": error}


async def test_only_the_methods_the_bot_may_use_exist(client: AsyncWebClient) -> None:
    assert (await refusal(client.conversations_history(channel="C1")))["error"] == "unknown_method"
    assert (await refusal(client.api_call("chat.delete")))["error"] == "unknown_method"


async def test_a_missing_scope_names_what_is_needed(client: AsyncWebClient, slack: Slack) -> None:
    slack.settings.scopes.discard("users:read")
    answer = await refusal(client.users_info(user=slack.workspace.me))
    assert (answer["error"], answer["needed"]) == ("missing_scope", "users:read")
    assert "chat:write" in answer["provided"]


@pytest.mark.parametrize(
    ("channel", "error"),
    [
        ("general-it", "not_in_channel"),
        ("exec-support", "channel_not_found"),
        ("D0LEEANA01", "channel_not_found"),
        ("mpdm-lee--ana--kofi-1", "channel_not_found"),
        ("old-calls", "is_archived"),
    ],
)
async def test_posting_needs_membership(client: AsyncWebClient, slack: Slack, channel: str, error: str) -> None:
    assert (await refusal(client.chat_postMessage(channel=place(slack, channel), text="hi")))["error"] == error


async def test_a_public_channel_can_be_joined_and_a_private_one_cannot(client: AsyncWebClient, slack: Slack) -> None:
    general = place(slack, "general-it")
    await client.conversations_join(channel=general)
    assert (await client.chat_postMessage(channel=general, text="hi"))["ok"]
    assert (await client.conversations_join(channel=general))["warning"] == "already_in_channel"
    private = await refusal(client.conversations_join(channel=place(slack, "exec-support")))
    assert private["error"] == "channel_not_found"
    member = await refusal(client.conversations_join(channel=place(slack, "av-leads")))
    assert member["error"] == "method_not_supported_for_channel_type"


async def test_a_channel_tells_what_it_is(client: AsyncWebClient, slack: Slack) -> None:
    shared = (await client.conversations_info(channel=place(slack, "ext-acme")))["channel"]
    assert (shared["is_ext_shared"], shared["is_member"], shared["is_private"]) == (True, True, False)
    hidden = await refusal(client.conversations_info(channel=place(slack, "exec-support")))
    assert hidden["error"] == "channel_not_found"
    dm = (await client.conversations_info(channel="D0LEEQOS01"))["channel"]
    assert (dm["is_im"], dm["user"]) == (True, slack.workspace.me)


async def test_a_message_to_a_user_opens_the_conversation_with_them(client: AsyncWebClient, slack: Slack) -> None:
    ana = slack.workspace.user_named("ana").id
    answer = await client.chat_postMessage(channel=ana, text="hi")
    assert answer["channel"].startswith("D")
    assert (await client.conversations_open(users=ana))["channel"]["id"] == answer["channel"]
    assert (await refusal(client.chat_update(channel=ana, ts=answer["ts"], text="no")))["error"] == "channel_not_found"


@pytest.mark.filterwarnings("ignore:The top-level `text` argument is missing:UserWarning")
async def test_bad_blocks_are_refused_with_a_pointer(client: AsyncWebClient, slack: Slack) -> None:
    answer = await refusal(client.chat_postMessage(channel=place(slack, "av-helpdesk"), blocks=TOO_LONG))
    assert answer["error"] == "invalid_blocks"
    assert answer["errors"] == ["must be less than 3001 characters [json-pointer:/blocks/0/text/text]"]
    assert answer["response_metadata"]["messages"] == [f"[ERROR] {answer['errors'][0]}"]
    assert (await refusal(client.chat_postMessage(channel=place(slack, "av-helpdesk"))))["error"] == "no_text"


async def test_threads_have_parents(client: AsyncWebClient, slack: Slack) -> None:
    channel = place(slack, "av-helpdesk")
    parent = await client.chat_postMessage(channel=channel, text="summary")
    reply = await client.chat_postMessage(channel=channel, text="detail", thread_ts=parent["ts"])
    assert reply["message"]["thread_ts"] == parent["ts"]
    assert slack.workspace.messages[channel][parent["ts"]].reply_count == 1
    for wrong in ("1.000001", reply["ts"]):
        answer = await refusal(client.chat_postMessage(channel=channel, text="lost", thread_ts=wrong))
        assert answer["error"] == "thread_not_found"
    updated = await client.chat_update(channel=channel, ts=parent["ts"], text="summary, later")
    assert updated["message"]["thread_ts"] == parent["ts"]


async def test_only_its_own_messages_can_be_updated(client: AsyncWebClient, slack: Slack) -> None:
    channel = place(slack, "av-helpdesk")
    mine = await client.chat_postMessage(channel=channel, text="one")
    theirs = slack.say("lee", "av-helpdesk", "hello")
    private = await client.chat_postEphemeral(channel=channel, user=slack.workspace.me, text="psst")
    refusals = {
        "msg_too_long": client.chat_update(channel=channel, ts=mine["ts"], text="x" * 4001),
        "cant_update_message": client.chat_update(channel=channel, ts=theirs.ts, text="no"),
        "message_not_found": client.chat_update(channel=channel, ts=private["message_ts"], text="no"),
    }
    for error, call in refusals.items():
        assert (await refusal(call))["error"] == error
    await client.chat_update(channel=channel, ts=mine["ts"], text="two")
    message = slack.workspace.messages[channel][mine["ts"]]
    assert (message.text, message.edited) == ("two", True)


async def test_a_private_reply_needs_its_reader_in_the_channel(client: AsyncWebClient, slack: Slack) -> None:
    sam = slack.workspace.user_named("sam").id
    call = client.chat_postEphemeral(channel=place(slack, "av-helpdesk"), user=sam, text="psst")
    assert (await refusal(call))["error"] == "user_not_in_channel"


async def test_a_long_post_is_cut_with_a_warning(client: AsyncWebClient, slack: Slack) -> None:
    answer = await client.chat_postMessage(channel=place(slack, "av-helpdesk"), text="x" * 40_001)
    assert answer["response_metadata"]["warnings"] == ["message_truncated"]
    assert len(answer["message"]["text"]) == 40_000


async def test_timestamps_are_unique_and_grow_while_the_clock_stands_still(slack: Slack) -> None:
    stamps = [slack.say("lee", "av-helpdesk", "again").ts for _ in range(20)]
    assert stamps == sorted(set(stamps))


async def test_a_reaction_is_added_once(client: AsyncWebClient, slack: Slack) -> None:
    message = slack.say("lee", "av-helpdesk", "hello")
    again = {"channel": message.channel, "timestamp": message.ts, "name": "eyes"}
    await client.reactions_add(**again)
    assert message.reactions == {"eyes": [slack.workspace.bot.id]}
    assert (await refusal(client.reactions_add(**again)))["error"] == "already_reacted"


async def test_a_modal_needs_a_fresh_trigger(client: AsyncWebClient, slack: Slack, clock: Clock) -> None:
    trigger = slack.workspace.new_trigger(slack.workspace.me)
    view = (await client.views_open(trigger_id=trigger, view=MODAL))["view"]
    assert (await refusal(client.views_open(trigger_id=trigger, view=MODAL)))["error"] == "exchanged_trigger_id"
    late = slack.workspace.new_trigger(slack.workspace.me)
    clock.now_s += 3.1
    assert (await refusal(client.views_open(trigger_id=late, view=MODAL)))["error"] == "expired_trigger_id"
    changed = {**MODAL, "title": {"type": "plain_text", "text": "Ready"}}
    await client.views_update(view_id=view["id"], hash=view["hash"], view=changed)
    stale = client.views_update(view_id=view["id"], hash=view["hash"], view=changed)
    assert (await refusal(stale))["error"] == "hash_conflict"
    assert (await slack.next_view("view_updated")).content["title"]["text"] == "Ready"
    assert (await refusal(client.views_update(view_id="V1", view=MODAL)))["error"] == "not_found"


async def test_a_bad_modal_does_not_spend_the_trigger(client: AsyncWebClient, slack: Slack) -> None:
    trigger = slack.workspace.new_trigger(slack.workspace.me)
    bad = {**MODAL, "title": {"type": "plain_text", "text": "x" * 25}}
    answer = await refusal(client.views_open(trigger_id=trigger, view=bad))
    assert answer["error"] == "invalid_arguments"
    assert "/view/title/text" in answer["response_metadata"]["messages"][0]
    assert (await client.views_open(trigger_id=trigger, view=MODAL))["ok"]


async def test_a_file_is_uploaded_posted_and_downloaded(client: AsyncWebClient, slack: Slack) -> None:
    channel = place(slack, "av-helpdesk")
    parent = await client.chat_postMessage(channel=channel, text="summary")
    answer = await client.files_upload_v2(
        filename="people.csv", content="name,loss\nKofi,7.9\n", channel=channel, thread_ts=parent["ts"], title="People"
    )
    info = (await client.files_info(file=answer["file"]["id"]))["file"]
    assert (info["title"], info["mimetype"]) == ("People", "text/csv")
    assert list(info["shares"]["public"]) == [channel]
    message = await slack.next_message("av-helpdesk", lambda one: bool(one.files))
    assert (message.thread_ts, message.files[0].name) == (parent["ts"], "people.csv")
    async with httpx.AsyncClient(base_url=slack.settings.base_url, trust_env=False) as http:
        download = await http.get(f"/ui/file/{answer['file']['id']}")
    assert download.text == "name,loss\nKofi,7.9\n"
    assert download.headers["content-disposition"].startswith("attachment")


async def test_a_file_of_another_length_is_refused(client: AsyncWebClient, slack: Slack) -> None:
    offer = await client.files_getUploadURLExternal(filename="a.csv", length=3)
    async with httpx.AsyncClient(trust_env=False) as http:
        assert (await http.post(offer["upload_url"], content=b"four")).status_code == 400
    call = client.files_completeUploadExternal(files=[{"id": offer["file_id"], "title": "a"}])
    assert (await refusal(call))["error"] == "file_not_found"


async def test_an_image_block_waits_for_the_file_to_be_scanned(
    client: AsyncWebClient, slack: Slack, clock: Clock
) -> None:
    slack.settings.file_scan_s = 2.0
    answer = await client.files_upload_v2(filename="a.png", content=b"png", title="a")
    image = {"type": "image", "alt_text": "a", "slack_file": {"id": answer["file"]["id"]}}
    post: dict[str, Any] = {"channel": place(slack, "av-helpdesk"), "text": "a", "blocks": [image]}
    assert (await client.files_info(file=answer["file"]["id"]))["file"]["mimetype"] == ""
    assert (await refusal(client.chat_postMessage(**post)))["errors"][0].startswith("invalid slack file")
    clock.now_s += 2.0
    assert (await client.chat_postMessage(**post))["ok"]


async def test_strict_limits_answer_429_with_the_seconds_to_wait(
    client: AsyncWebClient, slack: Slack, clock: Clock
) -> None:
    slack.settings.strict_rate = True
    post: dict[str, Any] = {"channel": place(slack, "av-helpdesk"), "text": "again"}
    for _ in range(4):
        await client.chat_postMessage(**post)
    with pytest.raises(SlackApiError) as caught:
        await client.chat_postMessage(**post)
    response = caught.value.response
    assert (response.status_code, response["error"]) == (429, "ratelimited")
    assert response.headers["Retry-After"] == "1"
    assert (await client.chat_postMessage(channel=place(slack, "av-leads"), text="elsewhere"))["ok"]
    clock.now_s += 1
    assert (await client.chat_postMessage(**post))["ok"]


async def test_a_tier_is_counted_per_minute(client: AsyncWebClient, slack: Slack, clock: Clock) -> None:
    slack.settings.strict_rate = True
    for _ in range(50):
        await client.conversations_info(channel="D0LEEQOS01")
    clock.now_s += 20
    with pytest.raises(SlackApiError) as caught:
        await client.conversations_info(channel="D0LEEQOS01")
    assert caught.value.response.headers["Retry-After"] == "40"


async def test_an_ordered_refusal_is_played_once_and_the_sdk_gets_over_it(client: AsyncWebClient, slack: Slack) -> None:
    client.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=1))
    slack.refuse_next("chat.postMessage", retry_after_s=0)
    assert (await client.chat_postMessage(channel=place(slack, "av-helpdesk"), text="hi"))["ok"]
    assert list(slack.api.calls) == ["chat.postMessage"] * 2
    slack.refuse_next("users.info", "internal_error", status=500)
    assert (await refusal(client.users_info(user=slack.workspace.me)))["error"] == "internal_error"


async def test_arguments_arrive_in_the_query_the_form_or_json(slack: Slack) -> None:
    headers = {"Authorization": "Bearer xoxb-demo"}
    channel, text = place(slack, "av-helpdesk"), "hi"
    async with httpx.AsyncClient(base_url=f"{slack.settings.base_url}/api", headers=headers, trust_env=False) as http:
        for call in (
            http.get("/chat.postMessage", params={"channel": channel, "text": text}),
            http.post("/chat.postMessage", data={"channel": channel, "text": text}),
            http.post("/chat.postMessage", json={"channel": channel, "text": text}),
            http.post("/chat.postMessage", params={"channel": channel}, data={"text": text}),
        ):
            assert (await call).json()["ok"]
