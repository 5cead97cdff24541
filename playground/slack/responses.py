"""What an app answers without a token: posts to a response_url, and the body of an acknowledged slash command.

Source: docs.slack.dev interactivity/handling-user-interaction.
"""

import json
from typing import Any
from urllib.parse import parse_qsl

from playground.slack.blocks import message_problems
from playground.slack.model import Json, Message
from playground.slack.workspace import RESPONSE_URL_LIFE_S, RESPONSE_URL_USES, ResponseUrl, Workspace

MAX_TEXT = 40_000


class Refused(Exception):
    """Slack's error word and the HTTP status of a refused answer."""

    def __init__(self, error: str, status: int = 400) -> None:
        super().__init__(error)
        self.error = error
        self.status = status


def parsed_body(raw: bytes, content_type: str) -> Json:
    """JSON, or a form whose `payload` is JSON.

    Raises:
        Refused: it is neither.
    """
    text = raw.decode("utf-8", "replace")
    if "json" not in content_type:
        text = dict(parse_qsl(text)).get("payload", text)
    try:
        body = json.loads(text)
    except ValueError as error:
        raise Refused("invalid_payload") from error
    if not isinstance(body, dict):
        raise Refused("invalid_payload")
    return body


def answer(workspace: Workspace, token: str, body: Json, *, command_url_replaces: bool) -> Message | None:
    """Carry out one post to a response_url; None when it deleted the original.

    Raises:
        Refused: unknown, used-up or expired address, or an unacceptable message.
    """
    url = workspace.response_urls.get(token)
    if url is None:
        raise Refused("invalid_url", 404)
    if workspace.now() - url.opened_at > RESPONSE_URL_LIFE_S:
        raise Refused("expired_url", 404)
    if url.uses >= RESPONSE_URL_USES:
        raise Refused("used_url", 404)
    url.uses += 1
    original = url.original if url.original and _still_there(workspace, url.original) else None
    if _flag(body, "delete_original"):
        if original is None:
            raise Refused("message_not_found", 404)
        workspace.delete(original)
        return None
    text, blocks = checked(workspace, body)
    if _flag(body, "replace_original") and original is not None:
        workspace.change(original, text=text, blocks=blocks)
        return original
    message = _post(workspace, url, body, text, blocks)
    if command_url_replaces and url.for_command:
        url.original = message
    return message


def reply_to_command(workspace: Workspace, url: ResponseUrl, typed: str, payload: Any) -> Message | None:
    """The acknowledgement's body as the reply; `in_channel` also publishes the typed command. None: nothing was said.

    Raises:
        Refused: the body is not an acceptable message.
    """
    body = {"text": payload} if isinstance(payload, str) and payload else payload
    if not isinstance(body, dict) or not body:
        return None
    if body.get("response_type") == "in_channel":
        workspace.post(url.channel, url.user, typed)
    if not body.get("text") and not body.get("blocks"):
        return None
    text, blocks = checked(workspace, body)
    return _post(workspace, url, body, text, blocks)


def checked(workspace: Workspace, body: Json) -> tuple[str, list[Json]]:
    """The text and blocks of an answer.

    Raises:
        Refused: `no_text`, `msg_too_long`, `invalid_blocks` or `invalid_arguments`.
    """
    text, blocks = body.get("text") or "", body.get("blocks") or []
    if "attachments" in body or not isinstance(text, str):
        raise Refused("invalid_arguments")
    if isinstance(blocks, str):
        try:
            blocks = json.loads(blocks)
        except ValueError as error:
            raise Refused("invalid_blocks_format") from error
    if not text and not blocks:
        raise Refused("no_text")
    if len(text) > MAX_TEXT:
        raise Refused("msg_too_long")
    if message_problems(blocks, lambda _: False):  # files are reported not to work in answers (java-slack-sdk#1349)
        raise Refused("invalid_blocks")
    return text, blocks


def _post(workspace: Workspace, url: ResponseUrl, body: Json, text: str, blocks: list[Json]) -> Message:
    kind = body.get("response_type", "ephemeral")
    if kind not in ("ephemeral", "in_channel"):
        raise Refused("invalid_arguments")
    thread_ts = body.get("thread_ts")
    if thread_ts is not None and workspace.message(url.channel, str(thread_ts)) is None:
        raise Refused("thread_not_found")
    return workspace.post(
        url.channel,
        workspace.bot.id,
        text,
        blocks=blocks,
        thread_ts=thread_ts,
        ephemeral_for=url.user if kind == "ephemeral" else None,
        mrkdwn=body.get("mrkdwn") is not False,
    )


def _flag(body: Json, name: str) -> bool:
    return body.get(name) in (True, "true")


def _still_there(workspace: Workspace, message: Message) -> bool:
    return workspace.message(message.channel, message.ts) is message
