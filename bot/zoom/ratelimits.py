"""How long to wait after HTTP 429 or 503, from Zoom's headers or, where they are missing, from its words. Pure."""

import math
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

PER_SECOND_S = 1.0
"""What the per-second limit and "too many concurrent requests" need, when Zoom names no time."""

LONGEST_S = 86_400.0
"""No limit of Zoom's lasts beyond the end of a day; a longer wait is a mistake in a header."""


LONGEST_OUTAGE_S = 3_600.0
"""Of an outage Zoom cannot know the end so well; a longer wait is not believed."""


def next_midnight(now: datetime) -> datetime:
    """00:00 UTC, when Zoom's daily limits start anew (rate limits page)."""
    return (now.astimezone(UTC) + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)


def retry_delay_s(headers: Mapping[str, str], body: object, now: datetime) -> float:
    """Seconds to wait, never negative.

    `Retry-After` is an ISO-8601 instant at Zoom (seen for the daily limit), else seconds, else an RFC 1123 date. When
    it is missing or makes no sense: until 00:00 UTC for a daily limit, else one second. `now`: aware UTC.
    """
    told = _told_s(headers, now)
    if told is not None and told <= LONGEST_S:
        return told
    return (next_midnight(now) - now).total_seconds() if is_daily(headers, body) else PER_SECOND_S


def outage_s(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds for which Zoom says that it is away (RFC 9110, 10.2.3); None where it does not say, or not sensibly."""
    told = _told_s(headers, now)
    return told if told is not None and 0 < told <= LONGEST_OUTAGE_S else None


def is_daily(headers: Mapping[str, str], body: object) -> bool:
    """Whether a 429 speaks of the day's limit: by `X-RateLimit-Type`, else by its message."""
    message = body.get("message") if isinstance(body, dict) else None
    words = f"{headers.get('x-ratelimit-type', '')} {message if isinstance(message, str) else ''}"
    return "daily" in words.lower()


def _told_s(headers: Mapping[str, str], now: datetime) -> float | None:
    value = headers.get("retry-after", "").strip()
    told = _seconds(value)
    if told is not None:
        return told
    instant = _instant(value)
    return None if instant is None else max(0.0, (instant - now).total_seconds())


def _seconds(value: str) -> float | None:
    try:
        seconds = float(value)
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None


def _instant(value: str) -> datetime | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(value)
            return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        except (ValueError, TypeError, OverflowError):
            continue
    return None
