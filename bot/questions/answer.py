"""What an answer is made of: lines, a receipt for every number, buttons. How it looks in Slack is decided elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from bot.blocks.lines import Line, said

Value = float | int | str
"""A number as Zoom sent it or as computed, unrounded; of a time its RFC 3339 text in UTC."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Where one number of an answer comes from. `field` is Zoom's own name for it, where it has one."""

    kind: Literal["measured", "count", "limit", "time", "derived"]
    value: Value
    unit: str | None = None
    stat: str | None = None
    metric: str | None = None
    participant: str | None = None
    media: str | None = None
    direction: str | None = None
    field: str | None = None


class Act(StrEnum):
    """What an answer can prepare; it happens when somebody presses the button."""

    SNOOZE = "snooze"
    SUBSCRIBE = "subscribe"
    SHARE = "share"
    EXPORT = "export"
    REFRESH = "refresh"


@dataclass(frozen=True, slots=True)
class Prepared:
    """One button that does something. `label` at most 75 characters; `arguments` are short words."""

    act: Act
    label: str
    arguments: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Series:
    """One line of a chart: its name, and a value or None (nothing measured) per category."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """`categories` are the labels of the axis; every series has one value for each."""

    title: str
    unit: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The first line answers and stands alone. `more` is what *Show the numbers* shows.

    `people`: participant keys in the order in which they are named, for "he", "both" and "the second".
    `clarify`: keys to choose from, with the words of their buttons.
    `suggestions`: up to three questions that fit next, as one would type them.
    `reaction`: the name of an emoji that is the whole answer; there are no lines then.
    `preformatted`: lines to copy, such as a ticket.
    """

    lines: tuple[Line, ...]
    receipts: tuple[Receipt, ...] = ()
    more: tuple[Line, ...] = ()
    people: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    clarify: tuple[tuple[str, str], ...] = ()
    prepared: Prepared | None = None
    preformatted: tuple[str, ...] = ()
    chart: Chart | None = None
    reaction: str | None = None

    @property
    def text(self) -> str:
        """The answer as plain text, one line per line."""
        rows = ["".join(said(part) for part in line) for line in self.lines]
        return "\n".join([*rows, *self.preformatted])
