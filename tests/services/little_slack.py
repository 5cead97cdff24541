"""Slack as the outbox meets it: remembers every message as it stands, and refuses when told to. No tests here."""

from collections import deque
from dataclasses import dataclass, field

from bot.errors import SlackError
from bot.ports import Block, Conversation, Message, Posted, SlackUser


@dataclass
class Standing:
    """A message as it is now; `edits` counts how often it was changed."""

    channel: str
    ts: str
    message: Message
    thread_ts: str | None = None
    edits: int = 0

    @property
    def text(self) -> str:
        return self.message.text


@dataclass
class LittleSlack:
    """The port `Poster`. `refusals` are played one per call; `down` refuses everything."""

    messages: list[Standing] = field(default_factory=list)
    refusals: deque[SlackError] = field(default_factory=deque)
    down: SlackError | None = None
    closed: dict[str, str] = field(default_factory=dict)
    """Channels that take nothing, each with Slack's word for why."""

    calls: list[str] = field(default_factory=list)

    def posts(self, channel: str = "C1") -> list[Standing]:
        return [one for one in self.messages if one.channel == channel and one.thread_ts is None]

    def replies(self, channel: str = "C1") -> list[Standing]:
        return [one for one in self.messages if one.channel == channel and one.thread_ts is not None]

    async def post(self, channel_id: str, message: Message, thread_ts: str | None = None) -> Posted:
        self._play("post", channel_id)
        posted = Posted(channel_id, f"{len(self.messages) + 1}.0")
        self.messages.append(Standing(channel_id, posted.ts, message, thread_ts))
        return posted

    async def update(self, posted: Posted, message: Message) -> None:
        self._play("update", posted.channel_id)
        there = [one for one in self.messages if (one.channel, one.ts) == (posted.channel_id, posted.ts)]
        if not there:
            raise refusal("message_not_found")
        there[0].message = message
        there[0].edits += 1

    def _play(self, call: str, channel_id: str) -> None:
        self.calls.append(call)
        if self.down is not None:
            raise self.down
        if self.refusals:
            raise self.refusals.popleft()
        if channel_id in self.closed:
            raise refusal(self.closed[channel_id])

    async def link(self, posted: Posted) -> str:
        return f"https://slack.example/archives/{posted.channel_id}/p{posted.ts}"

    async def join(self, channel_id: str) -> None:
        self.calls.append("join")
        if self.closed.get(channel_id) != "not_in_channel" or channel_id.startswith("G"):
            raise refusal("channel_not_found")
        del self.closed[channel_id]

    async def conversation(self, channel_id: str) -> Conversation:
        return Conversation(channel_id)

    async def user(self, user_id: str) -> SlackUser:
        return SlackUser()

    async def post_privately(self, channel_id: str, user_id: str, message: Message, thread_ts: str | None) -> None:
        raise NotImplementedError

    async def react(self, posted: Posted, emoji: str) -> None:
        raise NotImplementedError

    async def open_dm(self, user_id: str) -> str:
        self._play("open_dm", user_id)
        return f"D{user_id}"

    async def open_view(self, trigger_id: str, view: Block) -> str:
        raise NotImplementedError

    async def update_view(self, view_id: str, view: Block) -> None:
        raise NotImplementedError

    async def upload_csv(
        self, channel_id: str, filename: str, title: str, content: str, comment: str, thread_ts: str | None = None
    ) -> None:
        raise NotImplementedError


def refusal(code: str, retry_after_s: float | None = None) -> SlackError:
    return SlackError(f"slack_{code}", "Slack refused this.", slack_code=code, retry_after_s=retry_after_s)
