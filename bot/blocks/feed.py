"""How Zoom's events are doing, as lines of `/qos status`. Wording only."""

from datetime import datetime, timedelta

from bot.blocks.lines import Line, bold
from bot.blocks.names import clean
from bot.blocks.words import duration, instant
from bot.ports import FeedGap, FeedStatus

NOTICEABLE_LAG_S = 60.0


def feed_lines(status: FeedStatus, now: datetime) -> list[Line]:
    """Last event and its lag, what waits, what could not be read and why, and when events may have been missed."""
    lines: list[Line] = [[bold("Zoom's events")]]
    if status.received_at is None:
        lines.append(["• none has arrived"])
    else:
        ago = duration(now - status.received_at)
        lines.append(["• last event at ", instant(status.received_at, now), f" ({ago} ago){_lag(status.lag_s)}"])
    if status.pending:
        lines.append([f"• {status.pending:,} waiting to be processed"])
    if status.ignored:
        lines.append([f"• {status.ignored:,} of no interest here, kept and counted"])
    if status.buried:
        reason = clean(status.buried_reason, 120)
        lines.append([f"• {status.buried:,} could not be read{f'; the last one: {reason}' if reason else ''}"])
    lines += [_gap(gap, now) for gap in status.gaps]
    return lines


def _lag(lag_s: float | None) -> str:
    if lag_s is None:
        return ""
    if lag_s < NOTICEABLE_LAG_S:
        return ", without noticeable lag"
    return f", {duration(timedelta(seconds=lag_s))} after it happened"


def _gap(gap: FeedGap, now: datetime) -> Line:
    start: Line = ["• events may be missing from ", instant(gap.since, now)]
    end: Line = [" until now"] if gap.until is None else [" to ", instant(gap.until, now)]
    return [*start, *end, f": {clean(gap.why, 120) or 'not known why'}"]
