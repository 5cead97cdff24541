"""Hours in which a channel hears nothing new: parsed, in words, and whether it is now. No clock: `now` is given."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from difflib import get_close_matches
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from bot.errors import BadInput

EXAMPLE = "/qos quiet 22:00-07:00 Europe/Berlin"

_HOURS = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*(?:-|–|—|to)\s*(\d{1,2})(?::(\d{2}))?(?:\s+(\S+))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Daily from `start` up to, not including, `end`, on the clocks of `zone` (an IANA name); may pass midnight."""

    start: time
    end: time
    zone: str


def parse_quiet_hours(text: str, default_zone: str) -> QuietHours:
    """`22:00-07:00 Europe/Berlin`; without a zone the setter's.

    Raises:
        BadInput: no hours, an hour that no day has, an empty stretch, or an unknown zone.
    """
    match = _HOURS.fullmatch(text.strip())
    if match is None:
        raise BadInput("bad_quiet_hours", f'"{text.strip()[:40]}" are no hours.', suggestion=EXAMPLE)
    start, end = _time(match[1], match[2]), _time(match[3], match[4])
    if start == end:
        raise BadInput("bad_quiet_hours", "Quiet hours that end when they begin are none.", suggestion=EXAMPLE)
    return QuietHours(start, end, _zone(match[5] or default_zone))


def _time(hour: str, minute: str | None) -> time:
    if int(hour) == 24 and not int(minute or 0):
        return time(0, 0)
    if int(hour) > 23 or int(minute or 0) > 59:
        raise BadInput("bad_quiet_hours", f'No day has the time "{hour}:{minute or "00"}".', suggestion=EXAMPLE)
    return time(int(hour), int(minute or 0))


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        known = sorted(available_timezones())
        by_fold = {zone.casefold(): zone for zone in known}
        guess = by_fold.get(name.casefold()) or next(iter(get_close_matches(name[:40], known, 1, 0.6)), None)
        raise BadInput(
            "bad_zone",
            f'I don\'t know the time zone "{name[:40]}".',
            "" if guess else "Use a name such as Europe/Berlin.",
            suggestion=f"/qos quiet 22:00-07:00 {guess}" if guess else None,
        ) from error
    return name


def in_words(quiet: QuietHours) -> str:
    """`from 22:00 to 07:00 every day, on the clocks of Europe/Berlin`."""
    return f"from {quiet.start:%H:%M} to {quiet.end:%H:%M} every day, on the clocks of {quiet.zone}"


def as_typed(quiet: QuietHours) -> str:
    """`22:00-07:00 Europe/Berlin`; parses back to the same."""
    return f"{quiet.start:%H:%M}-{quiet.end:%H:%M} {quiet.zone}"


def is_quiet(quiet: QuietHours, now: datetime) -> bool:
    """By the wall clock of the zone, so that summer time moves with it."""
    clock = now.astimezone(ZoneInfo(quiet.zone)).time()
    if quiet.start < quiet.end:
        return quiet.start <= clock < quiet.end
    return clock >= quiet.start or clock < quiet.end


def quiet_until(quiet: QuietHours, now: datetime) -> datetime:
    """The next instant (UTC) at which the wall clock shows `end`; where summer time skips it, when it would have."""
    zone = ZoneInfo(quiet.zone)
    today = now.astimezone(zone).date()
    ends = (datetime.combine(today + timedelta(days=n), quiet.end, zone).astimezone(UTC) for n in range(3))
    return next(end for end in ends if end > now)


def held_back(topics: Sequence[str]) -> str:
    """What is told in one line when quiet hours end: `2 alerts were held back: Weekly sync, Board`; empty for none."""
    if not topics:
        return ""
    shown = ", ".join(topics[:5]) + (f" and {len(topics) - 5:,} more" if len(topics) > 5 else "")
    return f"{len(topics):,} {'alert was' if len(topics) == 1 else 'alerts were'} held back: {shown}"
