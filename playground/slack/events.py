"""Events as Slack sends them to the bot: who is told what, and the envelope around it. Pure; delivery is elsewhere."""

import secrets

from playground.slack import people
from playground.slack.model import CHANNEL_TYPE, Channel, Json, Message
from playground.slack.workspace import Change, Workspace

MESSAGE_EVENT = {"public": "message.channels", "private": "message.groups", "im": "message.im", "mpim": "message.mpim"}
HISTORY_SCOPE = {"public": "channels:history", "private": "groups:history", "im": "im:history", "mpim": "mpim:history"}


def events_of(workspace: Workspace, change: Change, subscribed: set[str], scopes: set[str]) -> list[Json]:
    """The events that this change causes, given the subscriptions and scopes. None where the bot is not a member."""
    if change.kind == "channel" and change.channel is not None and change.user:
        return _joined(workspace, change.channel, change.user) if "member_joined_channel" in subscribed else []
    if change.message is None or change.message.ephemeral:
        return []
    message = change.message
    channel = workspace.channels[message.channel]
    if workspace.bot.id not in channel.members:
        return []
    sees_messages = MESSAGE_EVENT[channel.kind] in subscribed and HISTORY_SCOPE[channel.kind] in scopes
    found = []
    sees_mentions = "app_mention" in subscribed and "app_mentions:read" in scopes
    if sees_mentions and change.kind == "message" and _mentions_bot(workspace, message, channel):
        place = {"channel": message.channel, "event_ts": message.ts}
        found.append({**message_json(workspace, message), "type": "app_mention", **place})
    if sees_messages and (event := _message_event(workspace, change, message, channel)):
        found.append(event)
    return found


def envelope(workspace: Workspace, event: Json) -> Json:
    """The `event_callback` body around one event."""
    return {
        "token": "verification-token-is-deprecated",
        "team_id": people.TEAM_ID,
        "context_team_id": people.TEAM_ID,
        "context_enterprise_id": None,
        "api_app_id": people.APP_ID,
        "event": event,
        "type": "event_callback",
        "event_id": f"Ev{secrets.token_hex(5).upper()}",
        "event_time": int(workspace.now()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": people.TEAM_ID,
                "user_id": workspace.bot.id,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": _is_shared(workspace, event),
        "event_context": f"4-{secrets.token_urlsafe(24)}",
    }


def message_json(workspace: Workspace, message: Message) -> Json:
    """A message as the Web API and events show it; a parent with replies carries its own thread_ts."""
    found: Json = {
        "type": "message",
        "user": message.user,
        "text": message.text,
        "ts": message.ts,
        "team": workspace.users[message.user].team_id,
    }
    if message.subtype:
        found["subtype"] = message.subtype
    if message.bot_id:
        found |= {
            "bot_id": message.bot_id,
            "app_id": people.APP_ID,
            "bot_profile": {"id": message.bot_id, "app_id": people.APP_ID, "name": workspace.bot.real_name,
                            "team_id": people.TEAM_ID, "deleted": False},
        }  # fmt: skip
    if message.blocks:
        found["blocks"] = message.blocks
    if message.files:
        found["files"] = [{"id": file.id, "name": file.name, "title": file.title} for file in message.files]
    if message.metadata:
        found["metadata"] = message.metadata
    if message.edited:
        found["edited"] = {"user": message.user, "ts": message.ts}
    if message.thread_ts:
        parent = workspace.message(message.channel, message.thread_ts)
        found |= {"thread_ts": message.thread_ts, "parent_user_id": parent.user if parent else None}
    elif message.reply_count:
        found |= {"thread_ts": message.ts, "reply_count": message.reply_count}
    return found


def _message_event(workspace: Workspace, change: Change, message: Message, channel: Channel) -> Json | None:
    place = {"channel": message.channel, "channel_type": CHANNEL_TYPE[channel.kind]}
    inner = message_json(workspace, message)
    if change.kind == "message":
        return {**inner, **place, "event_ts": message.ts}
    if change.kind not in ("message_changed", "message_deleted"):
        return None
    now = f"{workspace.now():.6f}"
    told = {"message": inner} if change.kind == "message_changed" else {"deleted_ts": message.ts}
    return {"type": "message", "subtype": change.kind, "hidden": True, **told, "previous_message": inner, **place,
            "ts": now, "event_ts": now}  # fmt: skip


def _mentions_bot(workspace: Workspace, message: Message, channel: Channel) -> bool:
    mention = f"<@{workspace.bot.id}>"
    return channel.kind != "im" and message.user != workspace.bot.id and mention in message.text


def _joined(workspace: Workspace, channel: Channel, user: str) -> list[Json]:
    if workspace.bot.id not in channel.members:
        return []
    kind = "C" if channel.kind == "public" else "G"
    return [{"type": "member_joined_channel", "user": user, "channel": channel.id, "channel_type": kind,
             "team": people.TEAM_ID, "event_ts": f"{workspace.now():.6f}"}]  # fmt: skip


def _is_shared(workspace: Workspace, event: Json) -> bool:
    channel = workspace.channels.get(str(event.get("channel")))
    return channel is not None and channel.is_shared
