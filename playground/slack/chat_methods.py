"""chat.* and reactions.add: who may post where, and what. Each returns the fields beside `ok`."""

import re
from typing import Any

from playground.slack.blocks import message_problems
from playground.slack.calls import ApiError, Arguments
from playground.slack.events import message_json
from playground.slack.model import Channel, File, Json, Message
from playground.slack.rules import Problem
from playground.slack.settings import Settings
from playground.slack.workspace import Workspace

POST_TEXT, UPDATE_TEXT, MARKDOWN_TEXT = 40_000, 4_000, 12_000


def post_message(workspace: Workspace, settings: Settings, args: Arguments) -> Json:
    if any(name in args for name in ("username", "icon_url", "icon_emoji")):
        needs(settings, "chat:write.customize")
    channel = postable(workspace, settings, args.text("channel", "channel_not_found"), opens_im=True)
    text, blocks = content(workspace, args)
    warnings = []
    if len(text) > POST_TEXT:
        text, warnings = text[:POST_TEXT], ["message_truncated"]
    thread_ts = _thread(workspace, channel, args)
    broadcast = thread_ts is not None and args.flag("reply_broadcast")
    message = workspace.post(
        channel.id,
        workspace.bot.id,
        text,
        blocks=blocks,
        thread_ts=thread_ts,
        subtype="thread_broadcast" if broadcast else None,
        mrkdwn=args.flag("mrkdwn", True),
        metadata=_metadata(args),
    )
    answer: Json = {"channel": channel.id, "ts": message.ts, "message": message_json(workspace, message)}
    return answer if not warnings else {**answer, "response_metadata": {"warnings": warnings}}


def post_ephemeral(workspace: Workspace, settings: Settings, args: Arguments) -> Json:
    channel = postable(workspace, settings, args.text("channel", "channel_not_found"))
    user = args.text("user", "user_not_found")
    if user not in workspace.users:
        raise ApiError("user_not_found")
    if user not in channel.members:
        raise ApiError("user_not_in_channel")
    text, blocks = content(workspace, args)
    thread_ts = _thread(workspace, channel, args)
    message = workspace.post(channel.id, workspace.bot.id, text, blocks=blocks, thread_ts=thread_ts, ephemeral_for=user)
    return {"message_ts": message.ts}


def update(workspace: Workspace, settings: Settings, args: Arguments) -> Json:
    channel = visible(workspace, args.text("channel", "channel_not_found"))
    message = workspace.message(channel.id, args.text("ts", "message_not_found"))
    if message is None or message.ephemeral:
        raise ApiError("message_not_found")
    if message.user != workspace.bot.id:
        raise ApiError("cant_update_message")
    if channel.is_archived:
        raise ApiError("is_archived")
    text, blocks = content(workspace, args)
    if len(text) > UPDATE_TEXT:
        raise ApiError("msg_too_long")
    metadata = _metadata(args)
    message.metadata = message.metadata if metadata is None else metadata or None
    workspace.change(message, text=text or None, blocks=blocks if "blocks" in args or text else None)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": message_json(workspace, message)}


def permalink(workspace: Workspace, settings: Settings, args: Arguments) -> Json:
    channel = visible(workspace, args.text("channel", "channel_not_found"))
    message = workspace.message(channel.id, args.text("message_ts", "message_not_found"))
    if message is None or message.ephemeral:
        raise ApiError("message_not_found")
    link = f"{settings.base_url}/archives/{channel.id}/p{message.ts.replace('.', '')}"
    return {"channel": channel.id, "permalink": link}


def add_reaction(workspace: Workspace, settings: Settings, args: Arguments) -> Json:
    name = args.text("name", "invalid_name")
    if not re.fullmatch(r":?[a-z0-9_+'-]+(::skin-tone-[2-6])?:?", name):
        raise ApiError("invalid_name")
    channel = postable(workspace, settings, args.text("channel", "channel_not_found"))
    message = workspace.message(channel.id, args.text("timestamp", "no_item_specified"))
    if message is None or message.ephemeral:
        raise ApiError("message_not_found")
    if not workspace.react(message, name.strip(":"), workspace.bot.id):
        raise ApiError("already_reacted")
    return {}


def needs(settings: Settings, *any_of: str) -> None:
    """
    Raises:
        ApiError: `missing_scope`, with what is needed and what was granted.
    """
    if not settings.scopes.intersection(any_of):
        raise ApiError("missing_scope", needed=",".join(any_of), provided=",".join(sorted(settings.scopes)))


def visible(workspace: Workspace, channel_id: str) -> Channel:
    """A conversation the bot may know of: public, or one it is in.

    Raises:
        ApiError: `channel_not_found`, also for private places it is not in.
    """
    channel = workspace.channels.get(channel_id)
    if channel is None or (channel.kind != "public" and workspace.bot.id not in channel.members):
        raise ApiError("channel_not_found")
    return channel


def postable(workspace: Workspace, settings: Settings, channel_id: str, *, opens_im: bool = False) -> Channel:
    """A conversation the bot may post in; with `opens_im`, a user's id opens the conversation with them."""
    if opens_im and channel_id in workspace.users:
        if workspace.users[channel_id].bot_id:
            raise ApiError("cannot_dm_bot")
        return workspace.open_im(channel_id)
    channel = visible(workspace, channel_id)
    if channel.is_archived:
        raise ApiError("is_archived")
    if workspace.bot.id not in channel.members and "chat:write.public" not in settings.scopes:
        raise ApiError("not_in_channel")
    return channel


def content(workspace: Workspace, args: Arguments) -> tuple[str, list[Json]]:
    """Text and blocks of a message, validated.

    Raises:
        ApiError: `no_text`, `invalid_blocks` (with `errors`), `invalid_blocks_format`, `markdown_text_conflict`, …
    """
    if "attachments" in args:
        raise ApiError(
            "invalid_arguments", response_metadata={"messages": ["[ERROR] attachments are not supported here"]}
        )
    text, markdown = args.optional("text") or "", args.optional("markdown_text")
    blocks = args.nested("blocks", "invalid_blocks_format")
    if markdown is not None:
        if text or blocks:
            raise ApiError("markdown_text_conflict")
        if len(markdown) > MARKDOWN_TEXT:
            raise ApiError("msg_too_long")
        text = markdown
    if blocks is not None and not isinstance(blocks, list):
        raise ApiError("invalid_blocks_format")
    if not text.strip() and not blocks:
        raise ApiError("no_text")
    refuse("invalid_blocks", message_problems(blocks or [], lambda name: file_ready(workspace, name)))
    return text, blocks or []


def refuse(error: str, problems: list[Problem]) -> None:
    if problems:
        errors = [str(problem) for problem in problems]
        messages = [f"[ERROR] {one}" for one in errors]
        raise ApiError(error, errors=errors, response_metadata={"messages": messages})


def file_ready(workspace: Workspace, name: str) -> bool:
    """Whether a slack_file (id or address) is an uploaded image that an app may show."""
    file: File | None = workspace.files.get(name.rpartition("/")[2])
    return (
        file is not None
        and file.completed_at is not None
        and workspace.now() >= file.completed_at
        and file.mimetype in ("image/png", "image/jpeg", "image/gif")
    )


def _thread(workspace: Workspace, channel: Channel, args: Arguments) -> str | None:
    """The parent's ts. A ts that is not a parent here (unknown, a reply, an ephemeral) is refused."""
    thread_ts = args.optional("thread_ts")
    if thread_ts is None:
        return None
    parent: Message | None = workspace.message(channel.id, thread_ts)
    if parent is None or parent.ephemeral or parent.thread_ts is not None:
        raise ApiError("thread_not_found")
    return thread_ts


def _metadata(args: Arguments) -> Json | None:
    metadata: Any = args.nested("metadata", "invalid_metadata_format")
    if metadata is None:
        return None
    shaped = isinstance(metadata, dict) and (
        not metadata
        or (isinstance(metadata.get("event_type"), str) and isinstance(metadata.get("event_payload"), dict))
    )
    if not shaped:
        raise ApiError("invalid_metadata_format")
    return dict(metadata)
