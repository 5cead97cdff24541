"""Payloads of what a person does: a slash command, a press in a message or view, a submitted or closed view. Pure."""

from playground.slack import people
from playground.slack.events import message_json
from playground.slack.model import Channel, Json, Message, User, View
from playground.slack.workspace import Workspace

_TOKEN = "verification-token-is-deprecated"


def channel_name(channel: Channel) -> str:
    """As interaction payloads name it; a private channel's own name is not revealed."""
    return {"im": "directmessage", "private": "privategroup"}.get(channel.kind, channel.name)


def slash_command(workspace: Workspace, user: User, channel: Channel, command: str, text: str, reply_to: str) -> Json:
    """The fields of a slash command; `should_escape` is off, so `text` is exactly what was typed."""
    return {
        "token": _TOKEN,
        "team_id": people.TEAM_ID,
        "team_domain": people.TEAM_DOMAIN,
        "channel_id": channel.id,
        "channel_name": channel_name(channel),
        "user_id": user.id,
        "user_name": user.name,
        "command": command,
        "text": text,
        "api_app_id": people.APP_ID,
        "is_enterprise_install": "false",
        "response_url": reply_to,
        "trigger_id": workspace.new_trigger(user.id),
    }


def message_action(
    workspace: Workspace, user: User, message: Message, action: Json, reply_to: str, state: Json
) -> Json:
    """block_actions from a message. An ephemeral message is not included, only its container, as on Slack."""
    channel = workspace.channels[message.channel]
    container: Json = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": message.channel,
        "is_ephemeral": message.ephemeral,
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    payload = {
        **_common(workspace, user, "block_actions"),
        "container": container,
        "channel": {"id": channel.id, "name": channel_name(channel)},
        "state": {"values": state},
        "response_url": reply_to,
        "actions": [_stamped(workspace, action)],
    }
    return payload if message.ephemeral else {**payload, "message": message_json(workspace, message)}


def view_action(workspace: Workspace, user: User, view: View, action: Json) -> Json:
    return {
        **_common(workspace, user, "block_actions"),
        "container": {"type": "view", "view_id": view.id},
        "view": view_json(workspace, view),
        "actions": [_stamped(workspace, action)],
    }


def view_submission(workspace: Workspace, user: User, view: View) -> Json:
    return {**_common(workspace, user, "view_submission"), "view": view_json(workspace, view), "response_urls": []}


def view_closed(workspace: Workspace, user: User, view: View) -> Json:
    payload = _common(workspace, user, "view_closed")
    payload.pop("trigger_id")
    return {**payload, "view": view_json(workspace, view), "is_cleared": False}


def view_json(workspace: Workspace, view: View) -> Json:
    """A view as the Web API answers it and as interactions carry it."""
    content = view.content
    return {
        "id": view.id,
        "team_id": people.TEAM_ID,
        "type": content["type"],
        "title": content.get("title"),
        "blocks": content["blocks"],
        "submit": content.get("submit"),
        "close": content.get("close"),
        "callback_id": content.get("callback_id", ""),
        "private_metadata": content.get("private_metadata", ""),
        "external_id": content.get("external_id", ""),
        "clear_on_close": content.get("clear_on_close", False),
        "notify_on_close": content.get("notify_on_close", False),
        "state": {"values": view.values},
        "hash": view.hash,
        "root_view_id": view.root_id,
        "previous_view_id": view.previous_id,
        "app_id": people.APP_ID,
        "app_installed_team_id": people.TEAM_ID,
        "bot_id": workspace.bot.bot_id,
    }


def _common(workspace: Workspace, user: User, kind: str) -> Json:
    return {
        "type": kind,
        "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team_id},
        "api_app_id": people.APP_ID,
        "token": _TOKEN,
        "trigger_id": workspace.new_trigger(user.id),
        "team": {"id": people.TEAM_ID, "domain": people.TEAM_DOMAIN},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _stamped(workspace: Workspace, action: Json) -> Json:
    return {**action, "action_ts": f"{workspace.now():.6f}"}
