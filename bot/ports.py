"""What the services need from the world, as Protocols. Adapters implement them; services never name an adapter."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from bot.domain.direction_evidence import Vote
from bot.domain.model import Attendance, Call, CallUuid, Kind, MeetingNumber, MeetingRef, Subject, Summary


@dataclass(frozen=True, slots=True)
class SummaryPage:
    """One page of `qos_summary`. `restarted` True: paging began anew, so what came before must be dropped.

    `unreadable` gives a reason for each row that could not be read; the other rows are fine.
    """

    rows: tuple[Summary, ...]
    unreadable: tuple[str, ...] = ()
    restarted: bool = False


@dataclass(frozen=True, slots=True)
class AttendancePage:
    rows: tuple[Attendance, ...]
    total: int | None = None
    unreadable: tuple[str, ...] = ()
    restarted: bool = False


@dataclass(frozen=True, slots=True)
class Details:
    """What Zoom says of the call itself. `people` is Zoom's own head count."""

    subject: Subject
    people: int | None = None


class ZoomSource(Protocol):
    """Zoom's REST side. Every method raises `ZoomError` or `NotConfigured`; waiting, paging and pacing are inside."""

    def summaries(self, ref: MeetingRef) -> AsyncIterator[SummaryPage]: ...

    def attendance(self, ref: MeetingRef) -> AsyncIterator[AttendancePage]: ...

    async def details(self, ref: MeetingRef) -> Details: ...


@dataclass(frozen=True, slots=True)
class Thread:
    """A Slack message of ours that people can ask under, and the call it is about."""

    team_id: str
    channel_id: str
    ts: str
    kind: Kind
    uuid: CallUuid | None
    number: MeetingNumber | None


class CallStore(Protocol):
    """Stored calls and threads. Raises `StoreError`."""

    async def call_by_uuid(self, kind: Kind, uuid: CallUuid) -> Call | None: ...

    async def latest_call_by_number(self, kind: Kind, number: MeetingNumber) -> Call | None: ...

    async def save_call(self, call: Call, cast: Sequence[Vote] = ()) -> None:
        """`cast`: what the call says about sent and received."""
        ...

    async def votes(self, kind: Kind) -> Sequence[Vote]: ...

    async def remember_thread(self, thread: Thread) -> None: ...

    async def find_thread(self, team_id: str, channel_id: str, ts: str) -> Thread | None: ...


class BudgetStore(Protocol):
    """The day's count of HEAVY calls per Zoom account, kept so that it survives a restart."""

    async def take_heavy(self, account: str, day: date, wanted: int, limit: int) -> int:
        """Reserve up to `wanted` calls and return how many were left to give (0 when the day is used up)."""
        ...

    async def give_back_heavy(self, account: str, day: date, unused: int) -> None: ...


Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Message:
    """A message ready for Slack: `text` alone tells the same as `blocks` (notifications, screen readers)."""

    text: str
    blocks: Sequence[Block]


@dataclass(frozen=True, slots=True)
class Posted:
    channel_id: str
    ts: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """What Slack says of a conversation; None where it would not say."""

    id: str
    is_private: bool | None = None
    is_member: bool | None = None
    is_archived: bool | None = None
    is_shared_externally: bool | None = None
    is_direct: bool | None = None


class Poster(Protocol):
    """Slack's Web API as far as we use it. Every method raises `SlackError` with Slack's own code."""

    async def post(self, channel_id: str, message: Message, thread_ts: str | None = None) -> Posted: ...

    async def update(self, posted: Posted, message: Message) -> None: ...

    async def join(self, channel_id: str) -> None: ...

    async def conversation(self, channel_id: str) -> Conversation: ...

    async def open_dm(self, user_id: str) -> str: ...

    async def open_view(self, trigger_id: str, view: Block) -> str:
        """Open a modal within three seconds of the press; returns its id."""
        ...

    async def update_view(self, view_id: str, view: Block) -> None: ...

    async def upload_csv(self, channel_id: str, filename: str, title: str, content: str, comment: str) -> None: ...


class Clock(Protocol):
    def __call__(self) -> datetime:
        """The present instant, aware UTC."""
        ...


class Meter(Protocol):
    """Counts what happened, for `/metrics`."""

    def command(self, command: str, outcome: str) -> None: ...

    def report(self, source: str, seconds: float) -> None: ...
