"""What the delivery of alerts needs from the store, as a Protocol and the values that cross. Implements nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.alert_ports import AlertRow, ChannelRow, Reply
from bot.domain.holds import Snooze
from bot.domain.storms import OpenAlert
from bot.ports import Posted


class Sort(StrEnum):
    """What an outbox row is: an alert's living message, a reply under it, a line of its own, or a word to an owner."""

    CARD = "card"
    REPLY = "reply"
    LINE = "line"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Wish:
    """A message that is to go out. `alert` for cards and replies; `topics` of a line; `refusal` told to `owner_id`."""

    id: int
    sort: Sort
    channel: ChannelRow
    wanted: int
    attempts: int
    alert: AlertRow | None = None
    reply: Reply | None = None
    topics: Sequence[str] = ()
    owner_id: str = ""
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """What an alert's message shows beside its own card. `members`: the alerts of its storm, the oldest first.

    `others`: this channel's alerts that are open now; `past`: of the last week.
    """

    members: Sequence[AlertRow]
    others: Sequence[OpenAlert]
    past: Sequence[OpenAlert]
    snoozes: Sequence[Snooze]


class OutboxStore(Protocol):
    """Messages that are to go out. Raises `StoreError`."""

    async def due_wishes(self, now: datetime, most: int) -> Sequence[Wish]: ...

    async def next_wish_at(self) -> datetime | None: ...

    async def claim_wish(self, wish: Wish, now: datetime, until: datetime) -> Wish | None:
        """The wish as it is at this moment, for us alone until then; None where somebody else has it."""
        ...

    async def scene(self, alert: AlertRow, now: datetime) -> Scene: ...

    async def sent(self, wish: Wish, posted: Posted, now: datetime, *, anew: bool = False) -> None:
        """It stands in Slack there. A wish that was wished again meanwhile stays."""
        ...

    async def put_off(self, wish: Wish, until: datetime) -> None: ...

    async def park(self, wish: Wish, refusal: str, now: datetime) -> None:
        """Slack refused it for good; its owner is told, once per channel and refusal."""
        ...

    async def drop(self, wish: Wish) -> None: ...
