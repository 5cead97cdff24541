"""The switches of the local Slack: credentials, scopes, subscriptions, strictness. All may be changed while it runs."""

from dataclasses import dataclass, field

from playground.slack.model import Json

ALL_SCOPES = frozenset(
    {
        "commands", "chat:write", "app_mentions:read", "channels:history", "channels:join", "channels:read",
        "groups:history", "groups:read", "im:history", "im:read", "im:write", "mpim:history", "mpim:read", "mpim:write",
        "files:read", "files:write", "reactions:write", "users:read", "users:read.email",
    }
)  # fmt: skip

QOS_COMMAND: Json = {
    "command": "/qos",
    "usage_hint": "meeting 858 1234 5678 | help",
    "description": "Who had the worst Zoom call, and why",
    "completions": ["help", "status", "subscribe", "subscriptions", "quiet 22:00-07:00"],
}


@dataclass(slots=True)
class Settings:
    bot_token: str = "xoxb-demo"
    app_token: str = "xapp-demo"
    signing_secret: str = "demo-signing-secret"
    base_url: str = ""
    """Where this server answers, e.g. `http://127.0.0.1:8765`; `running` fills it in."""

    request_url: str | None = None
    """None: Socket Mode. An address: HTTP delivery to it, and the socket is switched off."""

    scopes: set[str] = field(default_factory=lambda: set(ALL_SCOPES))
    bot_events: set[str] = field(
        default_factory=lambda: {"app_mention", "message.channels", "message.groups", "message.im"}
    )
    commands: list[Json] = field(default_factory=lambda: [dict(QOS_COMMAND)])
    meetings: list[Json] = field(default_factory=list)
    shows: list[Json] = field(default_factory=list)
    """What the page offers to play: `{"id", "title", "what", "channel"}`; `Slack.play` begins one."""

    zoom_note: str = ""

    strict_rate: bool = False
    """True: Slack's documented limits (tiers per minute; one message a second per channel after a burst of four)."""

    ack_timeout_s: float = 3.0
    retry_delays_s: tuple[float, ...] = (0.0, 60.0, 300.0)
    """Waits before the three redeliveries of an event that was not acknowledged."""

    file_scan_s: float = 0.0
    """How long after completing an upload its mimetype stays unknown and the file unusable in blocks."""

    command_url_replaces: bool = False
    """False, as observed on Slack: `replace_original` through a slash command's response_url posts a new message
    (slackapi/bolt-python#1268, slackapi/bolt-js#2287). True: it replaces what that address posted last."""
