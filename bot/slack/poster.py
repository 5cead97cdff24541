"""The Poster port over Slack's Web API. Slack's error words become ours by one table."""

from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.errors import SlackError
from bot.ports import Block, Conversation, Message, Posted, SlackUser

log = structlog.get_logger()


class Row(NamedTuple):
    """What a Slack error word means to a person, and what they can do."""

    text: str
    advice: str
    retryable: bool = False


NOT_ADMIN = "Ask whoever runs the bot to run `python -m bot check`."

ERRORS: dict[str, Row] = {
    "not_in_channel": Row("I am not in that channel.", "Invite me with `/invite` and try again."),
    "channel_not_found": Row("I cannot see that conversation.", "Invite me there, or use this in a channel."),
    "is_archived": Row("That channel is archived, so nothing can be posted there.", "Use another channel."),
    "restricted_action": Row("This workspace does not let apps post there.", "Use another channel."),
    "missing_scope": Row("The Slack app lacks a permission for this.", NOT_ADMIN),
    "invalid_blocks": Row("Slack refused the layout of this message.", "The same in text follows where possible."),
    "msg_too_long": Row("The message is too long for Slack.", "Ask for fewer people with `top 5`."),
    "invalid_auth": Row("Slack no longer accepts the bot's token.", NOT_ADMIN),
    "token_revoked": Row("The bot's Slack token was revoked.", NOT_ADMIN),
    "account_inactive": Row("The bot's Slack account is switched off.", NOT_ADMIN),
    "cannot_dm_bot": Row("Slack does not let me write to you.", "Open the app's Messages tab once and try again."),
    "expired_trigger_id": Row("That took too long for Slack.", "Press the button again."),
    "trigger_expired": Row("That took too long for Slack.", "Press the button again."),
    "ratelimited": Row("Slack asks me to slow down.", "Try again in a minute.", retryable=True),
    "unreachable": Row("Slack could not be reached.", "Try again in a minute.", retryable=True),
}
OTHER = Row("Slack refused this.", "Try again; if it stays, give the reference to whoever runs the bot.")


def as_slack_error(error: SlackApiError) -> SlackError:
    """Ours for theirs; only Slack's own error word is kept, never the request."""
    response = error.response
    code = str(response.get("error") or "unknown")
    row = ERRORS.get(code, OTHER)
    retry_after = (response.headers or {}).get("Retry-After") if isinstance(response, AsyncSlackResponse) else None
    known = code if code in ERRORS else "refused"
    return SlackError(
        slug=f"slack_{known}",
        text=row.text,
        advice=row.advice,
        retryable=row.retryable,
        slack_code=code,
        retry_after_s=float(retry_after) if retry_after and str(retry_after).isdecimal() else None,
    )


def _unreachable() -> SlackError:
    row = ERRORS["unreachable"]
    return SlackError("slack_unreachable", row.text, row.advice, retryable=True, slack_code="unreachable")


class SlackPoster:
    """Messages go out without unfurling and without Slack reading names for links or mentions."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def post(self, channel_id: str, message: Message, thread_ts: str | None = None) -> Posted:
        answer = await _call(
            "chat.postMessage",
            lambda: self._client.chat_postMessage(
                channel=channel_id,
                text=message.text,
                blocks=list(message.blocks) or None,
                thread_ts=thread_ts,
                unfurl_links=False,
                unfurl_media=False,
                parse="none",
            ),
        )
        return Posted(str(answer["channel"]), str(answer["ts"]))

    async def update(self, posted: Posted, message: Message) -> None:
        await _call(
            "chat.update",
            lambda: self._client.chat_update(
                channel=posted.channel_id,
                ts=posted.ts,
                text=message.text,
                blocks=list(message.blocks) or None,
                parse="none",
            ),
        )

    async def link(self, posted: Posted) -> str:
        answer = await _call(
            "chat.getPermalink",
            lambda: self._client.chat_getPermalink(channel=posted.channel_id, message_ts=posted.ts),
        )
        return str(answer["permalink"])

    async def post_privately(self, channel_id: str, user_id: str, message: Message, thread_ts: str | None) -> None:
        await _call(
            "chat.postEphemeral",
            lambda: self._client.chat_postEphemeral(
                channel=channel_id,
                user=user_id,
                text=message.text,
                blocks=list(message.blocks) or None,
                thread_ts=thread_ts,
                parse="none",
            ),
        )

    async def join(self, channel_id: str) -> None:
        await _call("conversations.join", lambda: self._client.conversations_join(channel=channel_id))

    async def conversation(self, channel_id: str) -> Conversation:
        answer = await _call("conversations.info", lambda: self._client.conversations_info(channel=channel_id))
        said: dict[str, Any] = answer["channel"]
        return Conversation(
            id=channel_id,
            is_private=said.get("is_private"),
            is_member=said.get("is_member"),
            is_archived=said.get("is_archived"),
            is_shared_externally=bool(said.get("is_ext_shared") or said.get("is_pending_ext_shared")),
            is_direct=said.get("is_im") or said.get("is_mpim"),
        )

    async def user(self, user_id: str) -> SlackUser:
        answer = await _call("users.info", lambda: self._client.users_info(user=user_id))
        user: dict[str, Any] = answer["user"]
        profile: dict[str, Any] = user.get("profile") or {}
        name = user.get("real_name") or profile.get("real_name") or user.get("name")
        return SlackUser(user.get("tz") or None, name or None, profile.get("email") or None)

    async def react(self, posted: Posted, emoji: str) -> None:
        try:
            await _call(
                "reactions.add",
                lambda: self._client.reactions_add(channel=posted.channel_id, timestamp=posted.ts, name=emoji),
            )
        except SlackError as error:
            if error.slack_code != "already_reacted":
                raise

    async def open_dm(self, user_id: str) -> str:
        answer = await _call("conversations.open", lambda: self._client.conversations_open(users=[user_id]))
        channel: dict[str, Any] = answer["channel"]
        return str(channel["id"])

    async def open_view(self, trigger_id: str, view: Block) -> str:
        answer = await _call("views.open", lambda: self._client.views_open(trigger_id=trigger_id, view=view))
        opened: dict[str, Any] = answer["view"]
        return str(opened["id"])

    async def update_view(self, view_id: str, view: Block) -> None:
        await _call("views.update", lambda: self._client.views_update(view_id=view_id, view=view))

    async def upload_csv(
        self, channel_id: str, filename: str, title: str, content: str, comment: str, thread_ts: str | None = None
    ) -> None:
        await _call(
            "files.upload",
            lambda: self._client.files_upload_v2(
                channel=channel_id,
                filename=filename,
                title=title,
                content=content,
                initial_comment=comment,
                thread_ts=thread_ts,
            ),
        )


async def _call(method: str, request: Callable[[], Awaitable[AsyncSlackResponse]]) -> AsyncSlackResponse:
    try:
        return await request()
    except SlackApiError as error:
        ours = as_slack_error(error)
        log.warning("slack_refused", method=method, code=ours.slack_code, ref=ours.ref)
        raise ours from error
    except (SlackClientError, aiohttp.ClientError, TimeoutError, OSError) as error:
        ours = _unreachable()
        log.warning("slack_unreachable", method=method, reason=type(error).__name__, ref=ours.ref)
        raise ours from error
