"""What a workspace holds: users, channels, messages, files, views; how each looks to the page and the Web API."""

from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]
Kind = Literal["public", "private", "im", "mpim"]

CHANNEL_TYPE: dict[Kind, str] = {"public": "channel", "private": "group", "im": "im", "mpim": "mpim"}


@dataclass(frozen=True, slots=True)
class User:
    id: str
    name: str
    real_name: str
    color: str
    tz: str = "Europe/London"
    tz_offset_s: int = 0
    team_id: str = "T0PLAYGRND"
    email: str = ""
    bot_id: str | None = None

    def page(self) -> Json:
        return {
            "id": self.id,
            "name": self.name,
            "real_name": self.real_name,
            "is_bot": self.bot_id is not None,
            "color": self.color,
        }

    def api(self, home_team: str, with_email: bool) -> Json:
        profile = {"real_name": self.real_name, "display_name": self.name, "team": self.team_id}
        if with_email and self.email:
            profile["email"] = self.email
        return {
            "id": self.id,
            "team_id": self.team_id,
            "name": self.name,
            "real_name": self.real_name,
            "deleted": False,
            "color": self.color.lstrip("#"),
            "tz": self.tz,
            "tz_label": self.tz,
            "tz_offset": self.tz_offset_s,
            "is_bot": self.bot_id is not None,
            "is_app_user": False,
            "is_stranger": self.team_id != home_team,
            "profile": profile,
        }


@dataclass(slots=True)
class Channel:
    id: str
    name: str
    kind: Kind
    members: set[str]
    topic: str = ""
    hint: str = ""
    is_archived: bool = False
    is_shared: bool = False
    """Shared with another company (Slack Connect)."""

    def page(self, me: str, bot: str) -> Json:
        other = next((user for user in sorted(self.members) if user != me), me)
        return {
            "id": self.id,
            "name": self.name,
            "kind": self.kind,
            "topic": self.topic,
            "is_archived": self.is_archived,
            "is_shared": self.is_shared,
            "bot_is_member": bot in self.members,
            "user": other if self.kind == "im" else None,
            "hint": self.hint,
        }

    def api(self, bot: str, team: str) -> Json:
        common = {"id": self.id, "is_im": self.kind == "im", "is_archived": self.is_archived, "context_team_id": team}
        if self.kind == "im":
            user = next((one for one in sorted(self.members) if one != bot), bot)
            return {**common, "user": user, "is_org_shared": False, "is_open": True}
        return {
            **common,
            "name": self.name,
            "name_normalized": self.name,
            "is_channel": self.kind == "public",
            "is_group": self.kind == "private",
            "is_mpim": self.kind == "mpim",
            "is_private": self.kind != "public",
            "is_general": False,
            "is_shared": self.is_shared,
            "is_ext_shared": self.is_shared,
            "is_org_shared": False,
            "is_member": bot in self.members,
            "num_members": len(self.members),
            "topic": {"value": self.topic, "creator": "", "last_set": 0},
            "purpose": {"value": "", "creator": "", "last_set": 0},
        }


@dataclass(slots=True)
class File:
    id: str
    name: str
    title: str
    length: int
    mimetype: str
    user: str
    upload_token: str
    content: bytes | None = None
    completed_at: float | None = None
    shares: list[tuple[str, str, str]] = field(default_factory=list)
    """(`public` or `private`, channel, ts) of each message that shows it."""

    def page(self) -> Json:
        return {
            "id": self.id,
            "name": self.name,
            "title": self.title,
            "size": self.length,
            "mimetype": self.mimetype,
        }

    def api(self, base_url: str, scanned: bool) -> Json:
        shares: dict[str, dict[str, list[Json]]] = {}
        for visibility, channel, ts in self.shares:
            shares.setdefault(visibility, {}).setdefault(channel, []).append({"ts": ts})
        return {
            "id": self.id,
            "name": self.name,
            "title": self.title,
            "user": self.user,
            "size": self.length,
            "mimetype": self.mimetype if scanned else "",
            "filetype": self.name.rpartition(".")[2] if scanned else "",
            "url_private": f"{base_url}/ui/file/{self.id}",
            "permalink": f"{base_url}/ui/file/{self.id}",
            "shares": shares,
            "channels": [channel for visibility, channel, _ in self.shares if visibility == "public"],
        }


@dataclass(slots=True)
class Message:
    ts: str
    channel: str
    user: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    mrkdwn: bool = True
    bot_id: str | None = None
    thread_ts: str | None = None
    """The parent's ts, on replies only."""
    reply_count: int = 0
    edited: bool = False
    ephemeral_for: str | None = None
    files: list[File] = field(default_factory=list)
    reactions: dict[str, list[str]] = field(default_factory=dict)
    subtype: str | None = None
    metadata: Json | None = None

    @property
    def ephemeral(self) -> bool:
        return self.ephemeral_for is not None

    def page(self) -> Json:
        return {
            "ts": self.ts,
            "channel": self.channel,
            "user": self.user,
            "is_bot": self.bot_id is not None,
            "text": self.text,
            "mrkdwn": self.mrkdwn,
            "blocks": self.blocks,
            "thread_ts": self.thread_ts,
            "reply_count": self.reply_count,
            "edited": self.edited,
            "ephemeral": self.ephemeral,
            "files": [file.page() for file in self.files],
            "reactions": [{"name": name, "users": users} for name, users in self.reactions.items()],
            "subtype": self.subtype,
        }


@dataclass(slots=True)
class View:
    id: str
    user: str
    content: Json
    """What the app sent, with ids filled in."""
    hash: str
    root_id: str
    previous_id: str | None = None
    values: Json = field(default_factory=dict)

    def page(self) -> Json:
        content = self.content
        return {
            "id": self.id,
            "type": "modal",
            "title": content["title"],
            "blocks": content["blocks"],
            "submit": content.get("submit"),
            "close": content.get("close"),
            "callback_id": content.get("callback_id", ""),
            "private_metadata": content.get("private_metadata", ""),
            "state": self.values,
        }
