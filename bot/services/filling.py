"""Fills in by REST, once and within the limits, what the events left out of calls that are over."""

from datetime import datetime, timedelta

import structlog

from bot.domain.feed import SILENT_AFTER
from bot.domain.model import CallUuid, Kind, MeetingRef
from bot.errors import NotConfigured, ZoomError
from bot.ports import Clock, EventStore
from bot.services.live import LiveCalls
from bot.services.report import Reports

AT_ONCE = 10
"""Calls per round; the account's HEAVY limits pace the requests themselves."""

AGAIN_AFTER = timedelta(minutes=15)
"""Zoom's summary of a call that has just ended is not there yet."""

DAY_IS_USED_UP = "daily_limit"
log = structlog.get_logger()


class Filling:
    """Runs beside everything else; each call is tried three times at most. Raises `StoreError`."""

    def __init__(self, events: EventStore, live: LiveCalls, reports: Reports, clock: Clock) -> None:
        self._events = events
        self._live = live
        self._reports = reports
        self._clock = clock

    async def round(self) -> int:
        """Every call that is due; returns how many were filled in."""
        filled = 0
        for kind, uuid in await self._events.due_for_filling(self._clock(), AT_ONCE):
            filled += await self._one(kind, uuid)
        return filled

    async def _one(self, kind: Kind, uuid: CallUuid) -> bool:
        heard = await self._live.find(MeetingRef(kind, None, uuid), names=False)
        if heard is not None and heard.running:
            await self._events.fill_postponed(kind, uuid, self._clock() + SILENT_AFTER)
            return False
        if heard is None or not heard.wants_rest or not heard.people:
            await self._events.fill_postponed(kind, uuid, None)
            return False
        return await self._ask(heard.ref, kind, uuid)

    async def _ask(self, ref: MeetingRef, kind: Kind, uuid: CallUuid) -> bool:
        try:
            await self._reports.fetch(ref)
        except NotConfigured:
            await self._events.fill_postponed(kind, uuid, None)
            return False
        except ZoomError as error:
            log.info("not_filled_in", kind=str(kind), slug=error.slug, ref=error.ref)
            if error.slug == DAY_IS_USED_UP:
                await self._events.fill_postponed(kind, uuid, self._next(error.retry_at))
            else:
                await self._events.fill_tried(kind, uuid, self._next(None))
            return False
        await self._events.fill_tried(kind, uuid, None)
        return True

    def _next(self, retry_at: datetime | None) -> datetime:
        return max(retry_at or self._clock(), self._clock() + AGAIN_AFTER)
