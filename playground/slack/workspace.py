"""The state of one workspace and every change to it, announced to whoever listens. No HTTP, no rules of the Web API."""

import itertools
import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from playground.slack import people
from playground.slack.identify import with_ids
from playground.slack.model import Channel, File, Json, Message, User, View

TRIGGER_LIFE_S = 3.0
RESPONSE_URL_LIFE_S = 30 * 60.0
RESPONSE_URL_USES = 5

ChangeKind = Literal[
    "message", "message_changed", "message_deleted", "thread_counted", "reaction", "view_opened", "view_updated",
    "view_closed", "toast", "channel", "bot",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """Something that happened. `for_user` None: everyone who sees it; `thread_counted`: only a reply count moved."""

    kind: ChangeKind
    message: Message | None = None
    view: View | None = None
    channel: Channel | None = None
    text: str = ""
    user: str = ""
    connected: bool = False
    for_user: str | None = None


@dataclass(slots=True)
class ResponseUrl:
    """Where an app may answer one interaction: at most 5 times in 30 minutes, without being a member."""

    token: str
    channel: str
    user: str
    opened_at: float
    original: Message | None
    """The message that was pressed; None for a slash command, whose own line can never be replaced."""
    for_command: bool = False
    uses: int = 0


class Workspace:
    """Users, channels, messages, files and views of one company, with an injectable clock (seconds since the epoch)."""

    def __init__(self, *, now: Callable[[], float] = time.time, me: str = people.LEE.id) -> None:
        self.now = now
        self.me = me
        self.bot = people.BOT
        self.users: dict[str, User] = {user.id: user for user in people.users()}
        self.channels: dict[str, Channel] = {channel.id: channel for channel in people.channels()}
        self.messages: dict[str, dict[str, Message]] = {}
        self.files: dict[str, File] = {}
        self.views: dict[str, View] = {}
        self.response_urls: dict[str, ResponseUrl] = {}
        self._triggers: dict[str, tuple[str, float, bool]] = {}
        self._last_ts = (0, 0)
        self._ids = itertools.count(1)
        self._listeners: list[Callable[[Change], None]] = []

    # -- people and places -------------------------------------------------------------------------------------------

    def channel_named(self, name: str) -> Channel:
        """A channel by id or name; a user's id or name means the bot's conversation with them, opened when missing."""
        for channel in self.channels.values():
            if name in (channel.id, channel.name) and channel.kind != "im":
                return channel
        if name in self.channels:
            return self.channels[name]
        return self.open_im(self.user_named(name).id)

    def user_named(self, name: str) -> User:
        return next(user for user in self.users.values() if name in (user.id, user.name))

    def open_im(self, user: str) -> Channel:
        """The conversation of one user with the bot."""
        return self.open_group({user, self.bot.id})

    def open_group(self, members: set[str]) -> Channel:
        kind: Literal["im", "mpim"] = "im" if len(members) == 2 else "mpim"
        for channel in self.channels.values():
            if channel.kind == kind and channel.members == members:
                return channel
        names = sorted(self.users[user].name for user in members)
        name = "qos" if kind == "im" else f"mpdm-{'--'.join(names)}-1"
        channel = Channel(self.new_id("D" if kind == "im" else "G"), name, kind, set(members))
        self.channels[channel.id] = channel
        self._announce(Change("channel", channel=channel))
        return channel

    def join(self, channel: Channel, user: str) -> None:
        channel.members.add(user)
        self._announce(Change("channel", channel=channel, user=user))

    # -- messages ----------------------------------------------------------------------------------------------------

    def post(
        self,
        channel: str,
        user: str,
        text: str,
        *,
        blocks: Iterable[Json] = (),
        thread_ts: str | None = None,
        ephemeral_for: str | None = None,
        files: Iterable[File] = (),
        subtype: str | None = None,
        mrkdwn: bool = True,
        metadata: Json | None = None,
    ) -> Message:
        message = Message(
            ts=self._next_ts(),
            channel=channel,
            user=user,
            text=text,
            blocks=with_ids(list(blocks), self._short_id),
            mrkdwn=mrkdwn,
            bot_id=self.users[user].bot_id,
            thread_ts=thread_ts,
            ephemeral_for=ephemeral_for,
            files=list(files),
            subtype=subtype,
            metadata=metadata,
        )
        here = self.messages.setdefault(channel, {})
        here[message.ts] = message
        self._announce(Change("message", message=message, for_user=ephemeral_for))
        if thread_ts in here and not message.ephemeral:
            here[thread_ts].reply_count += 1
            self._announce(Change("thread_counted", message=here[thread_ts]))
        return message

    def change(self, message: Message, *, text: str | None = None, blocks: Iterable[Json] | None = None) -> None:
        """Edit in place. Only a change of text shows "edited", as on Slack."""
        message.edited = message.edited or (text is not None and text != message.text and not message.ephemeral)
        message.text = message.text if text is None else text
        message.blocks = message.blocks if blocks is None else with_ids(list(blocks), self._short_id)
        self._announce(Change("message_changed", message=message, for_user=message.ephemeral_for))

    def delete(self, message: Message) -> None:
        self.messages[message.channel].pop(message.ts, None)
        self._announce(Change("message_deleted", message=message, for_user=message.ephemeral_for))

    def react(self, message: Message, name: str, user: str) -> bool:
        """False when that user already reacted so."""
        users = message.reactions.setdefault(name, [])
        if user in users:
            return False
        users.append(user)
        self._announce(Change("reaction", message=message, for_user=message.ephemeral_for))
        return True

    def message(self, channel: str, ts: str) -> Message | None:
        return self.messages.get(channel, {}).get(ts)

    # -- triggers, response addresses, views --------------------------------------------------------------------------

    def new_trigger(self, user: str) -> str:
        trigger = f"{secrets.randbelow(10**12)}.{next(self._ids)}.{secrets.token_hex(16)}"
        self._triggers[trigger] = (user, self.now(), False)
        return trigger

    def spend_trigger(self, trigger: str) -> str:
        """The user who pressed. A trigger lives 3 seconds and is good once.

        Raises:
            KeyError: with `invalid`, `expired` or `exchanged`.
        """
        user, born, spent = self._triggers.get(trigger, ("", 0.0, False))
        if not user:
            raise KeyError("invalid")
        if spent:
            raise KeyError("exchanged")
        if self.now() - born > TRIGGER_LIFE_S:
            raise KeyError("expired")
        self._triggers[trigger] = (user, born, True)
        return user

    def new_response_url(self, channel: str, user: str, original: Message | None = None) -> ResponseUrl:
        url = ResponseUrl(secrets.token_urlsafe(18), channel, user, self.now(), original, for_command=original is None)
        self.response_urls[url.token] = url
        return url

    def open_view(self, user: str, content: Json, previous: View | None = None) -> View:
        identity = self.new_id("V")
        view = View(identity, user, self._identified(content), self._short_id(), identity)
        if previous is not None:
            view.previous_id, view.root_id = previous.id, previous.root_id
        self.views[view.id] = view
        self._announce(Change("view_opened", view=view, for_user=user))
        return view

    def update_view(self, view: View, content: Json) -> None:
        view.content, view.hash = self._identified(content), self._short_id()
        self._announce(Change("view_updated", view=view, for_user=view.user))

    def close_view(self, view: View, *, whole_stack: bool = False) -> None:
        """Close one view, or it with everything it was pushed upon. What lies below shows again."""
        self.views.pop(view.id, None)
        self._announce(Change("view_closed", view=view, for_user=view.user))
        below = self.views.get(view.previous_id or "")
        if below is not None and whole_stack:
            self.close_view(below, whole_stack=True)
        elif below is not None:
            self._announce(Change("view_opened", view=below, for_user=below.user))

    # -- telling -----------------------------------------------------------------------------------------------------

    def toast(self, user: str, text: str) -> None:
        """A line that Slack itself shows to one person, e.g. that a command failed."""
        self._announce(Change("toast", text=text, for_user=user))

    def bot_connected(self, connected: bool) -> None:
        self._announce(Change("bot", connected=connected))

    def listen(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call `listener` for every change from now on; returns what stops it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def new_id(self, prefix: str) -> str:
        return f"{prefix}0{next(self._ids):05d}{secrets.token_hex(2).upper()}"

    def _announce(self, change: Change) -> None:
        for listener in list(self._listeners):
            listener(change)

    def _identified(self, content: Json) -> Json:
        blocks: list[dict[str, Any]] = content["blocks"]
        return {**content, "blocks": with_ids(blocks, self._short_id)}

    def _short_id(self) -> str:
        return secrets.token_urlsafe(4)

    def _next_ts(self) -> str:
        """Unique and growing even when the clock stands still or steps back; six decimals, as Slack writes them."""
        micros = int(self.now() * 1_000_000)
        now = (micros // 1_000_000, micros % 1_000_000)
        seconds, rest = max(now, (self._last_ts[0], self._last_ts[1] + 1))
        self._last_ts = (seconds + rest // 1_000_000, rest % 1_000_000)
        return f"{self._last_ts[0]}.{self._last_ts[1]:06d}"
