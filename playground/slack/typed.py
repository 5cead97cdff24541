"""What a person types as the text that Slack stores: escaped, with mentions, channels and links marked up. Pure."""

import re
from collections.abc import Mapping

_TOKEN = re.compile(
    r"(?P<kept><@U[A-Z0-9]+>)|(?P<link>https?://[^\s<>|]+[^\s<>|.,;:!?)\]'\"])|(?<![\w@])@(?P<user>[a-z0-9._-]*[a-z0-9])"
    r"|(?<![\w#&])#(?P<channel>[a-z0-9_-]+)"
)


def stored_text(typed: str, users: Mapping[str, str], channels: Mapping[str, str]) -> str:
    """`users` and `channels` map names to ids; a name that is unknown stays as typed."""
    parts, end = [], 0
    for match in _TOKEN.finditer(typed):
        parts += [escape(typed[end : match.start()]), _marked_up(match, users, channels)]
        end = match.end()
    return "".join([*parts, escape(typed[end:])])


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _marked_up(match: re.Match[str], users: Mapping[str, str], channels: Mapping[str, str]) -> str:
    kept, link, user, channel = (match[name] for name in ("kept", "link", "user", "channel"))
    if kept:
        return kept if kept[2:-1] in users.values() else escape(kept)
    if link:
        return f"<{escape(link)}>"
    if user in users:
        return f"<@{users[user]}>"
    if channel in channels:
        return f"<#{channels[channel]}|{channel}>"
    return escape(match[0])
