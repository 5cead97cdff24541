"""How the events do, in the words of `/qos status`."""

from datetime import UTC, datetime, timedelta

from bot.blocks import notices, parts
from bot.blocks.feed import feed_lines
from bot.ports import FeedGap, FeedStatus

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)


def text(status: FeedStatus) -> str:
    return parts.plain(feed_lines(status, NOW))


def test_without_events_that_is_all_there_is_to_say() -> None:
    assert text(FeedStatus()) == "Zoom's events\n• none has arrived"


def test_last_event_lag_what_waits_and_what_is_buried_are_told() -> None:
    status = FeedStatus(NOW - timedelta(minutes=3), 1.5, pending=1200, ignored=4, buried=2, buried_reason="not JSON")
    assert text(status).splitlines()[1:] == [
        "• last event at 11:57 UTC (3 min ago), without noticeable lag",
        "• 1,200 waiting to be processed",
        "• 4 of no interest here, kept and counted",
        "• 2 could not be read; the last one: not JSON",
    ]


def test_a_lag_worth_noticing_is_told_in_words() -> None:
    assert "11:59 UTC (1 min ago), 25 min after it happened" in text(FeedStatus(NOW - timedelta(minutes=1), 1500.0))


def test_gaps_say_from_when_to_when_and_why() -> None:
    since = NOW - timedelta(hours=2)
    gaps = (FeedGap(since, None, "Zoom's WebSocket was not connected"), FeedGap(since, NOW, "asleep"))
    assert text(FeedStatus(gaps=gaps)).splitlines()[2:] == [
        "• events may be missing from 10:00 UTC until now: Zoom's WebSocket was not connected",
        "• events may be missing from 10:00 UTC to 12:00 UTC: asleep",
    ]


def test_the_status_message_holds_them() -> None:
    message = notices.status([], {}, feed_lines(FeedStatus(), NOW))
    assert "none has arrived" in message.text
