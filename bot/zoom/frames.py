"""Frames of Zoom's WebSocket: what each means. Pure; opens nothing. Source: Zoom, "Using WebSockets".

An event's content is JSON text inside JSON, so it is decoded twice.
"""

from enum import StrEnum
from typing import Final, NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from bot.zoom.envelope import parse

HEARTBEAT: Final = '{"module":"heartbeat"}'
REFUSED_TOKENS = ("invalid token", "token is invalid")
"""What Zoom says, over time, of a token it does not take; sometimes on a connection that stood before."""


class Meaning(StrEnum):
    CONNECTED = "connected"
    EVENT = "event"
    ALIVE = "alive"
    TOKEN_REFUSED = "token_refused"  # noqa: S105  # a word, no token
    REFUSED = "refused"
    UNKNOWN = "unknown"


class Frame(NamedTuple):
    """`event` is the body of an event as the webhook would have carried it."""

    meaning: Meaning
    event: bytes = b""


def frame(text: str | bytes) -> Frame:
    """Never fails: what is no frame of Zoom's is UNKNOWN."""
    try:
        found = parse(text if isinstance(text, bytes) else text.encode(errors="replace"))
    except ValueError:
        return Frame(Meaning.UNKNOWN)
    if not isinstance(found, dict):
        return Frame(Meaning.UNKNOWN)
    module, content = found.get("module"), found.get("content")
    if isinstance(content, str) and any(words in content.lower() for words in REFUSED_TOKENS) and module != "message":
        return Frame(Meaning.TOKEN_REFUSED)
    if module == "build_connection":
        return Frame(Meaning.CONNECTED if found.get("success") is True else Meaning.REFUSED)
    if module == "message" and isinstance(content, str):
        return Frame(Meaning.EVENT, content.encode(errors="replace"))
    return Frame(Meaning.ALIVE if module == "heartbeat" else Meaning.UNKNOWN)


def address(url: str, token: str) -> str:
    """The address to connect to. It holds the token, so it must never be shown."""
    parts = urlsplit(url)
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != "access_token"]
    return urlunsplit(parts._replace(query=urlencode([*query, ("access_token", token)])))
