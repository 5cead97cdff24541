"""What a message says, before it is Block Kit: lines made of parts. Knows no limit of Slack and no domain."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Styled:
    """Text with one style. `code` is for what a person can type."""

    text: str
    style: Literal["bold", "italic", "code"]


@dataclass(frozen=True, slots=True)
class Emoji:
    """Slack's short name and the character itself; words beside it carry the meaning."""

    name: str
    char: str


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant in the reader's zone by Slack's date tokens; `plain` is what plain text says instead, in UTC."""

    at: datetime
    format: str
    plain: str

    @property
    def fallback(self) -> str:
        return f"{self.at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"

    @property
    def timestamp(self) -> int | None:
        """Seconds since 1970; None for what Slack's tokens cannot say."""
        seconds = int(self.at.timestamp())
        return seconds if seconds >= 0 else None


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to one of our own messages; plain text keeps the words only."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A person in Slack by user id; `name` is what plain text says."""

    user_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Channel:
    """A Slack channel by its id; plain text says `a channel`."""

    channel_id: str


Part = str | Styled | Emoji | Moment | Link | Mention | Channel
Line = Sequence[Part]


def bold(text: str) -> Styled:
    return Styled(text, "bold")


def code(text: str) -> Styled:
    return Styled(text, "code")


def joined(items: Iterable[Line], separator: str = " · ") -> list[Part]:
    """Lines one behind the other, empty ones left out."""
    parts: list[Part] = []
    for item in items:
        if item:
            parts += [separator, *item] if parts else item
    return parts


def said(part: Part) -> str:
    """A part as plain words, not yet escaped."""
    match part:
        case Styled() | Link():
            return part.text
        case Mention():
            return f"@{part.name}"
        case Channel():
            return "a channel"
        case Emoji():
            return part.char
        case Moment():
            return part.plain
        case _:
            return part


def with_code(text: str) -> Iterable[Part]:
    """What stands in backticks becomes code; a lone backtick stays what it is."""
    for place, piece in enumerate(re.split(r"`([^`]+)`", text)):
        if piece:
            yield code(piece) if place % 2 else piece
