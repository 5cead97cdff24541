"""What questions need from the store, as Protocols and the values that cross. Implements nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.domain.model import CallUuid, Kind, MeetingNumber, MeetingRef
from bot.ports import Message, Thread
from bot.questions.asked import Turn


class Judgement(StrEnum):
    """What somebody said of an answer."""

    USEFUL = "useful"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Conversation:
    """Where turns follow each other: the thread under a message, named by its first message."""

    team_id: str
    channel_id: str
    ts: str


@dataclass(frozen=True, slots=True)
class Kept:
    """One answered question. `expanded` is the answer with its numbers, as *Show the numbers* shows it."""

    id: int
    where: Conversation
    ref: MeetingRef
    asker_id: str
    turn: Turn
    text: str
    asked_at: datetime
    expanded: Message | None = None
    judged: Judgement | None = None
    judged_by: str | None = None


class QuestionStore(Protocol):
    """Questions and their answers. Raises `StoreError`."""

    async def thread(self, team_id: str, channel_id: str, ts: str) -> Thread | None:
        """The call that the message is about, when it is one of ours."""
        ...

    async def latest_thread(self, team_id: str, channel_id: str) -> Thread | None:
        """The call last spoken of in that conversation."""
        ...

    async def claim(self, where: Conversation, message_ts: str, asker_id: str, now: datetime) -> int | None:
        """An id for the question in that Slack message; None when somebody has it already: Slack delivers twice."""
        ...

    async def keep(self, id: int, ref: MeetingRef, turn: Turn, text: str, expanded: Message | None) -> None: ...

    async def turns(self, where: Conversation, most: int) -> Sequence[Turn]:
        """The latest turns of a thread, oldest first."""
        ...

    async def answer(self, id: int) -> Kept | None: ...

    async def judge(self, id: int, judgement: Judgement, by: str) -> bool:
        """False: there is no such answer any more."""
        ...

    async def judged(self, judgement: Judgement) -> Sequence[Kept]:
        """Oldest first."""
        ...


class PastCalls(Protocol):
    """Which calls are stored. Raises `StoreError`."""

    async def calls_since(self, since: datetime, most: int) -> Sequence[tuple[Kind, CallUuid]]: ...

    async def calls_of_number(self, kind: Kind, number: MeetingNumber, most: int) -> Sequence[CallUuid]:
        """Newest first."""
        ...
