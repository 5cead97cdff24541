"""What the services need from the world, as Protocols. Adapters implement them; services never name an adapter."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol

from bot.domain.direction_evidence import Vote
from bot.domain.feed import CallTold
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

    def attendance(self, ref: MeetingRef, *, live: bool = False) -> AsyncIterator[AttendancePage]:
        """`live`: who is there now, of a call that still runs."""
        ...

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


@dataclass(frozen=True, slots=True)
class Incoming:
    """An event as it came. `name` "" and `event_at` None where the body does not say; `request_id` names a delivery."""

    body: bytes
    name: str
    event_at: datetime | None
    content_key: str
    received_at: datetime
    request_id: str | None = None


class EventState(StrEnum):
    PENDING = "pending"
    DONE = "done"
    IGNORED = "ignored"
    BURIED = "buried"


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event that is ours and waits to be processed."""

    id: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of an event; `reason` in words where it is buried."""

    id: int
    state: EventState
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class FeedGap:
    """A time in which events may have been missed; `until` None while it lasts."""

    since: datetime
    until: datetime | None
    why: str


@dataclass(frozen=True, slots=True)
class FeedStatus:
    """How the feed is doing. `lag_s`: from the last event's own instant to its arrival."""

    received_at: datetime | None = None
    lag_s: float | None = None
    pending: int = 0
    ignored: int = 0
    buried: int = 0
    buried_reason: str | None = None
    gaps: tuple[FeedGap, ...] = ()


class EventStore(Protocol):
    """Events and what they tell of calls. Raises `StoreError`."""

    async def accept(self, event: Incoming) -> int | None:
        """The event's id once it is durable; None when the same delivery or the same content is there already."""
        ...

    async def claim(self, most: int) -> Sequence[StoredEvent]:
        """The oldest events that wait, in order of arrival. Nobody else may claim before they are settled."""
        ...

    async def settle(self, told: Sequence[CallTold], settled: Sequence[Settled], *, due: bool = True) -> None:
        """Join what was told to what is stored and mark the events, in one transaction. `due`: alerts are to look."""
        ...

    async def states(self, ids: Sequence[int]) -> Sequence[EventState]: ...

    async def call_told(self, kind: Kind, uuid: CallUuid, *, every_minute: bool = False) -> CallTold | None:
        """The call with its legs; the minutes of those only who have no summary, unless `every_minute`."""
        ...

    async def latest_told(self, kind: Kind, number: MeetingNumber) -> CallTold | None:
        """Of all calls with that number, the one heard of last."""
        ...

    async def due_for_filling(self, now: datetime, most: int) -> Sequence[tuple[Kind, CallUuid]]: ...

    async def fill_tried(self, kind: Kind, uuid: CallUuid, again_at: datetime | None) -> int:
        """Count a try at asking REST, and say when to try again (None: never); returns how many tries that were."""
        ...

    async def fill_postponed(self, kind: Kind, uuid: CallUuid, until: datetime | None) -> None:
        """Look again at that time (None: nothing is left out), without counting a try."""
        ...

    async def status(self) -> FeedStatus: ...

    async def beat(self, name: str, now: datetime) -> datetime | None:
        """Remember that the process is alive; returns when that was remembered before."""
        ...

    async def open_gap(self, since: datetime, why: str) -> int: ...

    async def close_gap(self, gap: int, until: datetime) -> None: ...

    async def purge_events(self, before: datetime) -> int: ...


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


@dataclass(frozen=True, slots=True)
class SlackUser:
    """What Slack says of a person; None where it does not. `zone` is an IANA name."""

    zone: str | None = None
    name: str | None = None
    email: str | None = None


class Poster(Protocol):
    """Slack's Web API as far as we use it. Every method raises `SlackError` with Slack's own code."""

    async def post(self, channel_id: str, message: Message, thread_ts: str | None = None) -> Posted: ...

    async def update(self, posted: Posted, message: Message) -> None: ...

    async def link(self, posted: Posted) -> str:
        """The address of a message."""
        ...

    async def post_privately(self, channel_id: str, user_id: str, message: Message, thread_ts: str | None) -> None:
        """Only `user_id` sees it."""
        ...

    async def join(self, channel_id: str) -> None: ...

    async def conversation(self, channel_id: str) -> Conversation: ...

    async def user(self, user_id: str) -> SlackUser: ...

    async def react(self, posted: Posted, emoji: str) -> None:
        """Put a reaction under somebody's message; once only, whoever asks how often."""
        ...

    async def open_dm(self, user_id: str) -> str: ...

    async def open_view(self, trigger_id: str, view: Block) -> str:
        """Open a modal within three seconds of the press; returns its id."""
        ...

    async def update_view(self, view_id: str, view: Block) -> None: ...

    async def upload_csv(
        self, channel_id: str, filename: str, title: str, content: str, comment: str, thread_ts: str | None = None
    ) -> None: ...


class Clock(Protocol):
    def __call__(self) -> datetime:
        """The present instant, aware UTC."""
        ...


class Meter(Protocol):
    """Counts what happened, for `/metrics`."""

    def command(self, command: str, outcome: str) -> None: ...

    def report(self, source: str, seconds: float) -> None: ...
