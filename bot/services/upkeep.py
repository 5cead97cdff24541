"""What has to be done now and then: deleting what is older than its time, and noticing that the bot had stood still."""

from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.ports import Clock, EventStore

PURGE_EVERY = timedelta(hours=1)
STOOD_STILL_AFTER = timedelta(minutes=3)
"""The heart beats every minute; a pause this long was no hiccup."""

HEART = "serve"
NOT_RUNNING = "the bot was not running; Zoom repeats a webhook for 85 minutes, not longer"
log = structlog.get_logger()


class ReportStore(Protocol):
    """As much of the store as deleting reports needs. Raises `StoreError`."""

    async def purge_reports(self, before: datetime) -> int: ...


class Upkeep:
    """One round a minute. Raises `StoreError`."""

    def __init__(
        self, events: EventStore, reports: ReportStore, clock: Clock, *, events_kept: timedelta, reports_kept: timedelta
    ) -> None:
        self._events = events
        self._reports = reports
        self._clock = clock
        self._events_kept = events_kept
        self._reports_kept = reports_kept
        self._purged_at: datetime | None = None

    async def round(self) -> None:
        now = self._clock()
        await self._beat(now)
        if self._purged_at is None or now - self._purged_at >= PURGE_EVERY:
            events = await self._events.purge_events(now - self._events_kept)
            reports = await self._reports.purge_reports(now - self._reports_kept)
            self._purged_at = now
            if events or reports:
                log.info("purged", events=events, reports=reports)

    async def _beat(self, now: datetime) -> None:
        before = await self._events.beat(HEART, now)
        if before is not None and now - before > STOOD_STILL_AFTER:
            await self._events.close_gap(await self._events.open_gap(before, NOT_RUNNING), now)
