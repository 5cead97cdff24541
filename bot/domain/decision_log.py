"""Why a channel was told or not told: one entry per kind of decision, and the entry in words. Decides nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.alert_rule import Needed, Reading, Values, Why
from bot.domain.model import Label
from bot.domain.rule_words import LABEL_WORDS


class Outcome(StrEnum):
    """What was decided. Everything but POSTED and REPLIED is a reason for silence."""

    POSTED = "posted"
    REPLIED = "replied"
    NOT_MET = "not_met"
    FILTER = "filter"
    COOLDOWN = "cooldown"
    QUIET = "quiet"
    SNOOZE = "snooze"
    LATE = "late"
    STORM = "storm"
    OVER = "over"


SUPPRESSED = frozenset({Outcome.COOLDOWN, Outcome.QUIET, Outcome.SNOOZE, Outcome.LATE, Outcome.STORM})
"""The rule was met and the filters held, and still nothing was posted."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One decision with the numbers behind it, and when it was first taken.

    `detail` is the filter, who snoozed, or the place of the storm; `until` the end of what held it back.
    """

    at: datetime
    subscription_id: str
    outcome: Outcome
    why: Why | None = None
    values: Values | None = None
    limits: Needed | None = None
    detail: str = ""
    until: datetime | None = None


def entry_of(
    outcome: Outcome,
    reading: Reading,
    now: datetime,
    subscription_id: str,
    detail: str = "",
    until: datetime | None = None,
) -> LogEntry:
    """An entry with the numbers of this reading."""
    return LogEntry(now, subscription_id, outcome, reading.why, reading.values, reading.limits, detail, until)


def logged(log: Sequence[LogEntry], entry: LogEntry) -> tuple[LogEntry, ...]:
    """The log with this entry: a decision that repeats itself stands there once, since its first time.

    Of readings that did not meet the rule the closest one is kept, because that is what people ask for.
    """
    for place, old in enumerate(log):
        if (old.subscription_id, old.outcome, old.detail) == (entry.subscription_id, entry.outcome, entry.detail):
            closer = entry.outcome is Outcome.NOT_MET and _closeness(old) >= _closeness(entry)
            again = old if closer else replace(entry, at=old.at)
            return (*log[:place], again, *log[place + 1 :])
    return (*log, entry)


def _closeness(entry: LogEntry) -> tuple[int, int]:
    values = entry.values
    return (0, 0) if values is None else (values.bad_minutes or 0, values.affected)


# --- in words --------------------------------------------------------------------------------------------------------


def why_in_words(entries: Sequence[LogEntry]) -> tuple[str, ...]:
    """One sentence per entry, oldest first. Instants stay in the entries: each reader has their own zone."""
    return tuple(map(entry_in_words, sorted(entries, key=lambda e: (e.at, e.subscription_id, e.outcome))))


def entry_in_words(entry: LogEntry) -> str:
    """`Not posted: quiet hours. The rule was met: 4 of 11 rated people poor (needs 3 and 30 %).`"""
    detail = f" ({entry.detail})" if entry.detail else ""
    start = {
        Outcome.POSTED: "Posted",
        Outcome.REPLIED: f"Told in the thread that the verdict changed{detail}",
        Outcome.NOT_MET: "Not posted: the rule was not met",
        Outcome.FILTER: f"Not posted: a filter kept it out: the rule wants that {entry.detail}",
        Outcome.COOLDOWN: f"Not posted: the same was told less than 30 minutes before{detail}",
        Outcome.QUIET: f"Not posted: quiet hours{detail}",
        Outcome.SNOOZE: f"Not posted: snoozed{detail}",
        Outcome.LATE: f"Not posted: the data came too late to be news{detail}",
        Outcome.STORM: f"No message of its own: part of a wider problem{detail}",
        Outcome.OVER: "Not posted when that ended: the trouble was over by then",
    }[entry.outcome]
    found = _found(entry)
    return f"{start}. {found}" if found else f"{start}."


def _found(entry: LogEntry) -> str:
    values, need = entry.values, entry.limits
    if values is None or need is None:
        return ""
    if entry.why is Why.NOTHING_MEASURED:
        return "Nobody was rated."
    state = LABEL_WORDS[need.label]
    people = f"{values.affected} of {values.rated} rated people {state}, {values.share_pct} %"
    wanted = f"needs {need.people}{f' and {need.share_pct} %' if need.share_pct else ''}"
    words = f"{people} ({wanted}"
    if values.rated < need.rated:
        words += f", and {need.rated} rated"
    words += ")"
    if need.host:
        host = "not rated" if values.host in {None, Label.UNRATED} else str(values.host)
        words += f"; the host {host}"
    if values.seen_minutes is not None:
        words += (
            f"; bad in {values.bad_minutes} of the last {values.seen_minutes} minutes "
            f"(needs {need.minutes} of {need.window})"
        )
    return f"{words}."
