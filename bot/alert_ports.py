"""What alerts need from the store, as Protocols and the values that cross. Implements nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, Protocol

from bot.domain.alert_card import AlertCard
from bot.domain.alerts import AlertState
from bot.domain.feed import CallTold
from bot.domain.holds import Snooze
from bot.domain.model import Call, CallUuid, Kind, MeetingNumber, MeetingRef
from bot.domain.quiet_hours import QuietHours
from bot.domain.storms import OpenAlert
from bot.domain.subscriptions import Filter, Rule, Subscription
from bot.ports import Posted


class CallId(NamedTuple):
    """One call instance."""

    kind: Kind
    uuid: CallUuid


class DueCall(NamedTuple):
    """A call of which something new was told. `changes` counts those tellings."""

    kind: Kind
    uuid: CallUuid
    changes: int

    @property
    def id(self) -> CallId:
        return CallId(self.kind, self.uuid)


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """A channel as alerts know it. `version` counts its decisions; `refusal` is what its owner was told of Slack's."""

    id: int
    team_id: str
    channel_id: str
    version: int
    quiet: QuietHours | None = None
    quiet_ends: datetime | None = None
    refusal: str | None = None


@dataclass(frozen=True, slots=True)
class AlertRow:
    """One call in one channel. `id` None: not stored yet. `opened_at`: when it was posted or folded.

    `storm_place` is where its storm is, None outside of one. `look_at`: when to look again without an event.
    """

    channel: int
    call_key: str
    kind: Kind
    uuid: CallUuid | None
    number: MeetingNumber | None
    id: int | None = None
    topic: str | None = None
    state: AlertState = field(default_factory=AlertState)
    opened_at: datetime | None = None
    storm_place: str | None = None
    storm_is_site: bool = False
    quietly_held: bool = False
    look_at: datetime | None = None
    message: Posted | None = None
    sent_at: datetime | None = None
    posted_anew: int = 0

    @property
    def ref(self) -> MeetingRef:
        return MeetingRef(self.kind, None, self.uuid) if self.uuid else MeetingRef(self.kind, self.number, None)


@dataclass(frozen=True, slots=True)
class Watch:
    """Everything of one channel that decides about one call. `subscriptions` includes ended ones; `ended` are those."""

    channel: ChannelRow
    subscriptions: Sequence[Subscription]
    ended: frozenset[str]
    snoozes: Sequence[Snooze]
    row: AlertRow | None
    others: Sequence[OpenAlert]


@dataclass(frozen=True, slots=True)
class Sight:
    """Everything that decides about one call, all of it as it was at one instant.

    `told` has every minute. Where no channel watches, the facts are not read: both are None.
    """

    call: CallId
    watches: Sequence[Watch] = ()
    told: CallTold | None = None
    fetched: Call | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A changed verdict to be told in the thread: the card now, and the verdict as it was told before."""

    card: AlertCard
    before: str


@dataclass(frozen=True, slots=True)
class Saved:
    """A row to keep. `card`: its message is to be posted or brought up to date; `reply`: and the thread told."""

    row: AlertRow
    card: bool = False
    reply: Reply | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What one look changes in one channel, all or nothing, provided that nothing else was decided since `version`.

    `lead`: storm leaders (call keys) whose list is to be brought up to date. `led`: earlier alerts that a storm takes
    in, by call key, with the storm's leader, place, and whether that is a site. `line`: topics to tell in one line.
    `is_felt`: what is decided about the channel's other calls can differ after it.
    """

    channel: ChannelRow
    now: datetime
    saved: Sequence[Saved] = ()
    lead: frozenset[str] = frozenset()
    led: Mapping[str, tuple[str, str, bool]] = field(default_factory=dict)
    quiet_ends: datetime | None = None
    line: Sequence[str] = ()
    is_felt: bool = True


class SubscriptionStore(Protocol):
    """Channels and their wishes. Raises `StoreError`."""

    async def subscribe(
        self, team_id: str, channel_id: str, owner_id: str, filters: Sequence[Filter], rule: Rule, now: datetime
    ) -> Subscription: ...

    async def subscriptions(self, team_id: str, channel_id: str) -> Sequence[tuple[Subscription, datetime | None, int]]:
        """In the order of their making, with the last alert and the presses of *Not useful*."""
        ...

    async def end_subscriptions(self, ids: Sequence[str], now: datetime) -> None: ...

    async def set_quiet(
        self, team_id: str, channel_id: str, quiet: QuietHours | None, by: str, now: datetime
    ) -> None: ...

    async def quiet(self, team_id: str, channel_id: str) -> QuietHours | None: ...

    async def move_channel(self, old: str, new: str) -> int: ...

    async def calls_since(self, since: datetime, most: int) -> Sequence[tuple[Kind, CallUuid]]:
        """The newest calls stored, from events or from REST."""
        ...


class AlertStore(Protocol):
    """What channels were told of calls. Raises `StoreError`."""

    async def due_calls(self, most: int) -> Sequence[DueCall]: ...

    async def considered(self, calls: Sequence[DueCall]) -> None:
        """They were looked at as they were when `due_calls` gave them; what was told since stays due."""
        ...

    async def sights(self, calls: Sequence[CallId], now: datetime | None) -> Sequence[Sight]:
        """What decides about each of these calls. A channel watches that has a subscription or a message about it.

        `others` opened within `COOLDOWN` before `now`, or are on. None: before the earliest of the calls' last events.
        """
        ...

    async def commit(self, changes: Sequence[Change]) -> Sequence[int]:
        """Keep the changes of each channel that is still at their version; returns the ids of channels that were not.

        Changes of one channel are at one version and are kept all or none; at most one of them is felt.
        """
        ...

    async def alert(self, alert_id: int) -> tuple[ChannelRow, AlertRow] | None: ...

    async def latest_alert(self, team_id: str, channel_id: str, ref: MeetingRef) -> AlertRow | None: ...

    async def due_looks(self, now: datetime, most: int) -> Sequence[CallId]: ...

    async def looked(self, calls: Sequence[CallId], now: datetime) -> None:
        """Looks that were due by `now` are done."""
        ...

    async def quiet_over(self, now: datetime) -> Sequence[ChannelRow]: ...

    async def quietly_held(self, channel: int) -> Sequence[AlertRow]: ...

    async def add_snooze(self, channel: ChannelRow, alert_id: int, snooze: Snooze, now: datetime) -> None: ...

    async def snoozes_over(self, now: datetime) -> int: ...

    async def not_useful(self, alert_id: int) -> None: ...
