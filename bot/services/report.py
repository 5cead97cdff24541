"""The report service: from what a person asked for to a judged report, out of the store or out of Zoom."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

import structlog

from bot.domain.direction_evidence import verify, votes
from bot.domain.judgement import judge
from bot.domain.limits import DEFAULT_LIMITS, Limits
from bot.domain.model import DEFAULT_VIEW, Call, DirectionNote, Kind, MeetingRef, Reading, Report, View
from bot.domain.people import Directions
from bot.errors import NotConfigured, StoreError, ZoomError
from bot.ports import CallStore, Clock, Details, Meter, ZoomSource
from bot.services.fetch import Fetch, Progress, ask_details, no_progress
from bot.services.live import Heard, LiveCalls
from bot.zoom.directions import direction_map

NUMBER_SERVED_FROM_STORE = timedelta(minutes=10)
"""A number means Zoom's latest instance; for this long a stored report is taken to be it."""

OFF_LOOP_FROM_LEGS = 300
"""From here on judging takes longer than a keystroke, so it leaves the event loop to others."""

NOT_THERE = frozenset({"no_summary_yet", "not_found"})
"""Both are Zoom's 3001: it does not tell a summary still to come from one that never will."""

AWAY = frozenset({"daily_limit", "rate_limited", "zoom_unavailable", "zoom_unreachable"})
"""Zoom will not say now; a stored call of the number is better than none, as long as it says so."""

NO_INSTANCE_YET = (
    "topic and times: the latest instance has no summary yet; this is what Zoom still gives for the number, "
    "which may be an earlier instance"
)

Result = TypeVar("Result")
log = structlog.get_logger()


class Reports:
    """Answers "who had it worst". Several people asking for one call at once share one fetch."""

    def __init__(
        self,
        store: CallStore,
        zoom: ZoomSource,
        clock: Clock,
        meter: Meter,
        *,
        reading: Reading = Reading.DOCUMENTED,
        limits: Limits = DEFAULT_LIMITS,
        timer: Callable[[], float],
        live: LiveCalls | None = None,
    ) -> None:
        self._store = store
        self._zoom = zoom
        self._clock = clock
        self._meter = meter
        self._reading = reading
        self.limits = limits
        self._timer = timer
        self._live = live
        self._fetching: dict[str, asyncio.Task[Call]] = {}
        self._notes: dict[Kind, DirectionNote] = {}
        self._watchers: dict[str, list[Progress]] = {}

    async def report(
        self, ref: MeetingRef, view: View, *, refresh: bool = False, progress: Progress = no_progress
    ) -> Report:
        """Everybody in the call, worst first.

        Raises:
            ZoomError, NotConfigured: as the Zoom client does, when something had to be fetched.
        """
        started = self._timer()
        heard = None if refresh else await self._heard(ref)
        stored = None if refresh else await self._stored(ref)
        if heard is not None and not heard.wants_rest and not _is_later(stored, heard):
            call, source = heard.call, "events"
        elif stored is not None and (heard is None or _is_later(stored, heard)):
            call, source = stored, "store"
        else:
            call, source = await self._from_zoom(ref, refresh, progress, heard), "zoom"
        self._meter.report(source, self._timer() - started)
        return await self._judge(call, view)

    async def fetch(self, ref: MeetingRef) -> None:
        """Reads the call from Zoom and stores it. Raises as `report` does."""
        await self._shared_fetch(ref, True, no_progress)

    async def _from_zoom(self, ref: MeetingRef, refresh: bool, progress: Progress, heard: Heard | None) -> Call:
        """What REST says, with what the events add; where it will not say, what the events alone tell."""
        try:
            fetched = await self._shared_fetch(heard.ref if heard else ref, refresh, progress)
        except (ZoomError, NotConfigured) as error:
            if heard is None or not heard.people:
                raise
            log.info("answered_from_events", slug=error.slug, ref=error.ref)
            return replace(heard.call, missing=(*heard.call.missing, f"summaries that no event told: {error.text}"))
        try:
            return await self._live.joined(fetched) if self._live else fetched
        except StoreError as error:
            log.warning("store_unread", slug=error.slug, ref=error.ref)
            return fetched

    async def _heard(self, ref: MeetingRef) -> Heard | None:
        try:
            return await self._live.find(ref) if self._live else None
        except StoreError as error:
            log.warning("store_unread", slug=error.slug, ref=error.ref)
            return None

    def directions(self, kind: Kind) -> Directions:
        """How this kind's names of streams are read: as sent, or as received."""
        return direction_map(kind, self._reading)

    async def judged(self, call: Call) -> Report:
        """The report on a call at hand, as people get it."""
        return await self._judge(call, DEFAULT_VIEW)

    async def _judge(self, call: Call, view: View) -> Report:
        directions = self.directions(call.subject.kind)
        note = await self.direction(call.subject.kind)
        return await _off_loop(call, lambda: judge(call, directions, note, view, self.limits))

    async def _stored(self, ref: MeetingRef, within: timedelta | None = NUMBER_SERVED_FROM_STORE) -> Call | None:
        """The stored call; of a number only one read `within` that time, for it may have another instance since."""
        try:
            if ref.uuid is not None:
                return _if_whole(await self._store.call_by_uuid(ref.kind, ref.uuid))
            if ref.number is not None:
                call = _if_whole(await self._store.latest_call_by_number(ref.kind, ref.number))
                return call if call and (within is None or self._clock() - call.as_of < within) else None
        except StoreError as error:
            log.warning("store_unread", slug=error.slug, ref=error.ref)
        return None

    async def _shared_fetch(self, ref: MeetingRef, refresh: bool, progress: Progress) -> Call:
        key = f"{ref.kind}:{ref.id}:{refresh}"  # one who wants it anew must not be given what another found stored
        watchers = self._watchers.setdefault(key, [])
        watchers.append(progress)
        task = self._fetching.get(key)
        if task is None:
            task = asyncio.create_task(self._fetch(ref, refresh, watchers))
            self._fetching[key] = task
            task.add_done_callback(lambda _: self._forget(key))
        return await asyncio.shield(task)

    def _forget(self, key: str) -> None:
        self._fetching.pop(key, None)
        self._watchers.pop(key, None)

    async def _fetch(self, ref: MeetingRef, refresh: bool, watchers: list[Progress]) -> Call:
        async def tell_all(read: int, total: int | None) -> None:
            for watcher in tuple(watchers):
                await watcher(read, total)

        try:
            return await self._whole_from_zoom(ref, refresh, tell_all)
        except ZoomError as error:
            older = await self._stored(ref, within=None) if error.slug in AWAY and not refresh else None
            if older is None:
                raise
            return replace(older, missing=(*older.missing, f"whether there is a later instance: {error.text}"))

    async def _whole_from_zoom(self, ref: MeetingRef, refresh: bool, progress: Progress) -> Call:
        details, missing = await ask_details(self._zoom, ref)
        instance = _instance(ref, details)
        if instance is not ref and not refresh:
            heard = await self._heard(instance)
            known = heard.call if heard and not heard.wants_rest else await self._stored(instance)
            if known is not None:
                return known
        try:
            call = await Fetch(self._zoom, self._clock, progress).run(instance, details, missing)
        except ZoomError as error:
            if instance is ref or error.slug not in NOT_THERE:
                raise
            call = await Fetch(self._zoom, self._clock, progress).run(ref, None, [NO_INSTANCE_YET])
        call = _named(call, ref)
        await self._save(call)
        return call

    async def direction(self, kind: Kind) -> DirectionNote:
        """The reading in force and what stored calls of this kind say about it."""
        note = self._notes.get(kind)
        if note is None:
            try:
                note = verify(await self._store.votes(kind), self._reading, kind)
            except StoreError as error:
                log.warning("votes_unread", slug=error.slug, ref=error.ref)
                return DirectionNote(self._reading)
            self._notes[kind] = note
        return note

    async def _save(self, call: Call) -> None:
        try:
            maps = {reading: direction_map(call.subject.kind, reading) for reading in Reading}
            await self._store.save_call(call, await _off_loop(call, lambda: votes(call, maps)))
            self._notes.pop(call.subject.kind, None)
        except StoreError as error:
            # The answer is here; that it will cost Zoom calls again is no reason to withhold it.
            log.warning("call_not_stored", slug=error.slug, ref=error.ref)


async def _off_loop(call: Call, work: Callable[[], Result]) -> Result:
    """Pure work on a whole call: beside the event loop where it would hold others up."""
    return work() if len(call.legs) < OFF_LOOP_FROM_LEGS else await asyncio.to_thread(work)


def _is_later(stored: Call | None, heard: Heard) -> bool:
    """Whether the stored call is another instance of the number, and was still going on after the one heard of."""
    if stored is None or stored.subject.uuid == heard.call.subject.uuid:
        return False
    return (stored.subject.ended_at or stored.as_of) > heard.call.as_of


def _if_whole(call: Call | None) -> Call | None:
    return call if call is not None and call.pages_complete else None


def _instance(ref: MeetingRef, details: Details | None) -> MeetingRef:
    """The exact instance where Zoom names it: a number could become another instance between two requests."""
    if ref.uuid is None and details is not None and details.subject.uuid is not None:
        return MeetingRef(ref.kind, None, details.subject.uuid)
    return ref


def _named(call: Call, ref: MeetingRef) -> Call:
    """Keep the number or UUID that was asked for where Zoom's own answer does not repeat it."""
    subject = call.subject
    return replace(call, subject=replace(subject, number=subject.number or ref.number, uuid=subject.uuid or ref.uuid))
