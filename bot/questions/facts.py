"""What an answer may use: the judged call, its minutes, what else is stored. Everything is read before; nothing here
asks anybody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo

from bot.blocks.names import display_names
from bot.domain.decision_log import LogEntry
from bot.domain.minutes import Minute
from bot.domain.model import Participant, Report
from bot.domain.subscriptions import Subscription
from bot.questions.recorded import Recorded

UTC = ZoneInfo("UTC")
PAST_DAYS = 30
"""How far back earlier calls are looked at."""


class Need(StrEnum):
    """What is read only for the questions that use it."""

    MINUTES = "minutes"
    EARLIER = "earlier"
    """Earlier instances of the same number."""

    PAST = "past"
    """All stored calls of the last 30 days."""

    CHANNEL = "channel"
    """Subscriptions and what was decided about this call."""


@dataclass(frozen=True, slots=True)
class ChannelFacts:
    """What the channel hears of. `would_have_posted` is filled for a rule that was asked for."""

    subscriptions: Sequence[Subscription] = ()
    log: Sequence[LogEntry] = ()
    alert_id: int | None = None
    quiet: str | None = None
    taken_by: str | None = None
    """Who acknowledged the alert, by the name to show; empty: nobody did, None: not known."""


@dataclass(frozen=True)
class Facts:
    """The call as judged by the stored facts.

    `minutes` empty: Zoom sent none, or nobody asked for them. `earlier` newest first, `past` any order; both without
    this call. `channel` None: not asked in a channel. `reading`: a number's latest instance was meant, or an exact one.
    `zone`: the asker's, for times typed and said.
    """

    report: Report
    now: datetime
    minutes: tuple[Minute, ...] = ()
    earlier: tuple[Report, ...] = ()
    past: tuple[Report, ...] = ()
    channel: ChannelFacts | None = None
    asker: str | None = None
    """Participant key of whoever asks; None when not found in the call."""

    asker_known: bool = False
    """Whether an address of the asker was there to be looked for."""

    zone: ZoneInfo = UTC

    @cached_property
    def people(self) -> Mapping[str, Participant]:
        """By key."""
        return {person.key: person for person in self.report.participants}

    @cached_property
    def recorded(self) -> Recorded:
        """The minutes, so that what was put in order for one answer serves the next about the same call."""
        return self.minutes if isinstance(self.minutes, Recorded) else Recorded(self.minutes)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What everybody is called in messages, safe to show, by key; no two alike."""
        return display_names(self.report.participants)
