"""Calls as the events tell them: found by UUID or number, joined with what REST said, given names while they run."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.domain.feed import CallTold, LegTold, is_running
from bot.domain.feed_call import call_of, gaps, words_of
from bot.domain.model import Attendance, Call, CallUuid, Kind, MeetingRef, Source
from bot.errors import NotConfigured, StoreError, ZoomError
from bot.ports import CallStore, Clock, EventStore, ZoomSource

REST_READY_AFTER = timedelta(minutes=5)
"""For so long after the last event, summaries may still be under way, and Zoom's REST has none yet."""

NAMES_AGAIN_AFTER = timedelta(minutes=1)
OFF_LOOP_FROM_LEGS = 300

SAID_BY_REST_MS = 1
"""Older than every event: what the participant list says never stands against what an event said."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Heard:
    """A call of which there were events. `wants_rest`: it is over, and REST may fill what the events left out."""

    ref: MeetingRef
    call: Call
    running: bool
    wants_rest: bool
    people: int


class LiveCalls:
    """What the feed knows of a call. Raises `StoreError`."""

    def __init__(self, events: EventStore, calls: CallStore, zoom: ZoomSource, clock: Clock) -> None:
        self._events = events
        self._calls = calls
        self._zoom = zoom
        self._clock = clock
        self._names_asked: dict[CallUuid, datetime] = {}

    async def find(self, ref: MeetingRef, *, names: bool = True) -> Heard | None:
        """The call, or of a number the one heard of last. `names`: ask Zoom who is there, where events did not say."""
        told = await self._told(ref)
        if told is None:
            return None
        now = self._clock()
        running = is_running(told, now)
        if running and names and _nameless(told):
            told = await self._named(told, now)
        fetched = await self._calls.call_by_uuid(told.kind, told.uuid)
        open_questions = gaps(told, fetched) > 0 or not told.legs
        return Heard(
            ref=MeetingRef(told.kind, None, told.uuid),
            call=await _call(told, fetched, now),
            running=running,
            wants_rest=not running and fetched is None and open_questions and self._is_time(told, now),
            people=len(told.legs),
        )

    async def joined(self, fetched: Call) -> Call:
        """What REST said, and what the events add to it."""
        if fetched.source is not Source.REST:
            return fetched
        uuid = fetched.subject.uuid
        told = await self._events.call_told(fetched.subject.kind, uuid) if uuid else None
        return fetched if told is None else await _call(told, fetched, self._clock())

    async def _told(self, ref: MeetingRef) -> CallTold | None:
        if ref.uuid is not None:
            return await self._events.call_told(ref.kind, ref.uuid)
        return await self._events.latest_told(ref.kind, ref.number) if ref.number is not None else None

    def _is_time(self, told: CallTold, now: datetime) -> bool:
        return not told.legs or now - told.last_at >= REST_READY_AFTER

    async def _named(self, told: CallTold, now: datetime) -> CallTold:
        """One reading of the list of those who are there, at most once a minute; kept, so that nobody asks again."""
        asked = self._names_asked.get(told.uuid)
        if asked is not None and now - asked < NAMES_AGAIN_AFTER:
            return told
        self._names_asked = {u: at for u, at in self._names_asked.items() if now - at < NAMES_AGAIN_AFTER}
        self._names_asked[told.uuid] = now
        try:
            rows = [row async for page in self._zoom.attendance(_by_uuid(told), live=True) for row in page.rows]
            await self._events.settle((_as_told(told.kind, told.uuid, rows),), ())
        except NotConfigured:
            return told
        except (ZoomError, StoreError) as error:
            log.warning("names_unread", slug=error.slug, ref=error.ref)
            return told
        return await self._events.call_told(told.kind, told.uuid) or told


async def _call(told: CallTold, fetched: Call | None, now: datetime) -> Call:
    """Beside the event loop where there are many people, so that nobody else is held up."""
    if len(told.legs) < OFF_LOOP_FROM_LEGS:
        return call_of(told, fetched, now)
    return await asyncio.to_thread(call_of, told, fetched, now)


def _nameless(told: CallTold) -> bool:
    return not told.legs or any("name" not in leg.words for leg in told.legs.values())


def _by_uuid(told: CallTold) -> MeetingRef:
    return MeetingRef(told.kind, None, told.uuid)


def _as_told(kind: Kind, uuid: CallUuid, rows: list[Attendance]) -> CallTold:
    legs = {}
    for row in rows:
        words = {name: (SAID_BY_REST_MS, said) for name, said in words_of(row).items()}
        if row.participant_id:
            legs[row.participant_id] = LegTold(row.participant_id, words)
    return CallTold(kind, uuid, legs=legs)
