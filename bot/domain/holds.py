"""What keeps an alert back although its rule is met: quiet hours and snoozes. One reason at a time. No clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.alert_card import AlertCard
from bot.domain.decision_log import Outcome
from bot.domain.quiet_hours import QuietHours, is_quiet, quiet_until
from bot.domain.storms import OpenAlert

LOOKED_BACK_DAYS: Final = 7
SNOOZED_FOR_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Held:
    """The one reason, what it was in a few words, and when it ends by itself."""

    outcome: Outcome
    detail: str = ""
    until: datetime | None = None


class SnoozeFor(StrEnum):
    HOUR = "hour"
    TODAY = "today"
    MEETING = "meeting"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class Snooze:
    """A channel's wish not to be told, which ends by itself. `call` or `site` narrow it; neither: everything."""

    what: SnoozeFor
    by: str
    at: datetime
    until: datetime
    call: str | None = None
    site: str | None = None


def snooze(what: SnoozeFor, card: AlertCard, by: str, now: datetime, zone: str) -> Snooze | None:
    """One hour, until midnight in `zone`, this call, or this card's site for 24 hours; None: the card has no site."""
    if what is SnoozeFor.HOUR:
        return Snooze(what, by, now, now + timedelta(hours=1))
    if what is SnoozeFor.TODAY:
        here = now.astimezone(ZoneInfo(zone))
        midnight = datetime.combine(here.date() + timedelta(days=1), time(0), here.tzinfo)
        return Snooze(what, by, now, midnight.astimezone(UTC))
    if what is SnoozeFor.MEETING:
        return Snooze(what, by, now, now + SNOOZED_FOR_A_DAY, call=card.call)
    return Snooze(what, by, now, now + SNOOZED_FOR_A_DAY, site=card.site) if card.site else None


SNOOZE_WORDS = {
    SnoozeFor.HOUR: "everything for 1 hour",
    SnoozeFor.TODAY: "everything for today",
    SnoozeFor.MEETING: "this call until it ends",
    SnoozeFor.SITE: "this site for 24 hours",
}


def covers(one: Snooze, call: str, site: str | None, now: datetime) -> bool:
    """Whether a snooze is on, for this call or site."""
    if not one.at <= now < one.until:
        return False
    if one.call is not None:
        return one.call == call
    return one.site is None or (site is not None and one.site.casefold() == site.casefold())


def held(card: AlertCard, now: datetime, quiet: QuietHours | None, snoozes: Sequence[Snooze]) -> Held | None:
    """The one reason to say nothing new about this card now; a snooze, which somebody chose, comes before the hours."""
    on = [one for one in snoozes if covers(one, card.call, card.site, now)]
    if on:
        last = max(on, key=lambda one: one.until)
        return Held(Outcome.SNOOZE, SNOOZE_WORDS[last.what], last.until)
    if quiet is not None and is_quiet(quiet, now):
        hours = f"{quiet.start:%H:%M}–{quiet.end:%H:%M} {quiet.zone}"
        return Held(Outcome.QUIET, hours, quiet_until(quiet, now))
    return None


def hides_about(planned: Snooze, past: Sequence[OpenAlert], now: datetime) -> int:
    """How many alerts a snooze will hide, by the rate of the last seven days; at least the one it was pressed on.

    `past`: this channel's posted alerts. A snoozed call hides what is still to come of that call: itself.
    """
    if planned.call is not None:
        return 1
    start = now - timedelta(days=LOOKED_BACK_DAYS)
    same = [one for one in past if start <= one.opened_at <= now and covers(planned, one.call, one.site, planned.at)]
    share = (planned.until - planned.at) / timedelta(days=LOOKED_BACK_DAYS)
    return max(1, round(len(same) * share))
