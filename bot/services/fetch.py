"""Gathers one call from Zoom: the call itself, who attended, and every page of the quality summary."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import structlog

from bot.domain.model import Attendance, Call, MeetingRef, Source, Subject, Summary
from bot.domain.people import join
from bot.errors import ZoomError
from bot.ports import Clock, Details, ZoomSource

FETCH_DEADLINE_S = 900.0
"""Half of the 30 minutes that Slack lets us answer in; what has been read by then is reported as incomplete."""

NOTHING_ELSE_WILL_WORK = frozenset({"daily_limit"})
"""Refusals of a side question after which the main one need not be asked."""

DETAILS_WITHIN_S = 12.0
"""A side question that hangs must not keep the answer for longer."""

SEEN_IN_THE_LIST = "network types, devices, locations, join and leave times"
NOBODY_LISTED = "Zoom's participant list names nobody."

Progress = Callable[[int, int | None], Awaitable[None]]
"""Called with people read so far and, where known, of how many."""

Row = TypeVar("Row", Summary, Attendance)
log = structlog.get_logger()


async def no_progress(_read: int, _total: int | None) -> None:
    """For callers that nobody watches."""


@dataclass
class _Rows(Generic[Row]):
    """Rows of a paged list; an exact repeat counts once, and a restart forgets what came before it."""

    kept: dict[str, list[Row]] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)
    count: int = 0

    def take(self, rows: Iterable[Row], unreadable: Iterable[str], *, restarted: bool) -> None:
        if restarted:
            self.kept, self.unreadable, self.count = {}, [], 0
        self.unreadable.extend(unreadable)
        for row in rows:
            same_join = self.kept.setdefault(row.participant_id, [])
            if not row.participant_id or row not in same_join:
                same_join.append(row)
                self.count += 1

    def all(self) -> list[Row]:
        return [row for same_join in self.kept.values() for row in same_join]


async def ask_details(zoom: ZoomSource, ref: MeetingRef) -> tuple[Details | None, list[str]]:
    """What Zoom says of the call itself, or None and a line for the report's `missing`.

    Raises:
        ZoomError: the day's limit is used up, so that nothing else would work either.
    """
    try:
        async with asyncio.timeout(DETAILS_WITHIN_S):
            return await zoom.details(ref), []
    except TimeoutError:
        return None, ["topic, host and times: Zoom did not answer in time."]
    except ZoomError as error:
        if error.slug in NOTHING_ELSE_WILL_WORK:
            raise
        return None, [f"topic, host and times: {error.text}"]


class Fetch:
    """One gathering of one call. `details` may already be known from resolving a number."""

    def __init__(self, zoom: ZoomSource, clock: Clock, progress: Progress) -> None:
        self._zoom = zoom
        self._clock = clock
        self._progress = progress
        self._attendance: _Rows[Attendance] = _Rows()
        self._summaries: _Rows[Summary] = _Rows()
        self._missing: list[str] = []
        self._total: int | None = None
        self._pages_complete = True

    async def run(self, ref: MeetingRef, details: Details | None, missing: Iterable[str]) -> Call:
        """All facts that Zoom gives; what it refuses stands under `missing`.

        Raises:
            ZoomError: the summary itself was refused, or failed before its first page.
        """
        self._missing.extend(missing)
        self._total = details.people if details else None
        attending = asyncio.create_task(self._read_attendance(ref))
        try:
            await self._read_summaries(ref)
            await attending
        finally:
            attending.cancel()
            with suppress(asyncio.CancelledError):
                await attending
        return self._call(ref, details)

    async def _read_attendance(self, ref: MeetingRef) -> None:
        try:
            async for page in self._zoom.attendance(ref):
                self._attendance.take(page.rows, page.unreadable, restarted=page.restarted)
                self._total = self._total or page.total
        except ZoomError as error:
            self._missing.append(f"{SEEN_IN_THE_LIST}: {error.text}")
            return
        if not self._attendance.count:
            self._missing.append(f"{SEEN_IN_THE_LIST}: {NOBODY_LISTED}")

    async def _read_summaries(self, ref: MeetingRef) -> None:
        try:
            async with asyncio.timeout(FETCH_DEADLINE_S):
                async for page in self._zoom.summaries(ref):
                    self._summaries.take(page.rows, page.unreadable, restarted=page.restarted)
                    await self._progress(self._summaries.count, self._total)
        except ZoomError as error:
            if not self._summaries.count:
                raise
            self._stopped_early(error.text)
        except TimeoutError:
            self._stopped_early("Zoom took too long.")

    def _stopped_early(self, reason: str) -> None:
        self._pages_complete = False
        self._missing.append(f"summaries after the first {self._summaries.count} people: {reason}")
        log.warning("summary_incomplete", read=self._summaries.count)

    def _call(self, ref: MeetingRef, details: Details | None) -> Call:
        unreadable = [*self._summaries.unreadable, *self._attendance.unreadable]
        if unreadable:
            log.warning("rows_unreadable", count=len(unreadable), reasons=sorted(set(unreadable))[:5])
            reasons = ", ".join(sorted(set(unreadable))[:3])
            self._missing.append(f"{_rows(len(unreadable))} of Zoom's answer that could not be read: {reasons}")
        return Call(
            subject=details.subject if details else Subject(ref.kind, number=ref.number, uuid=ref.uuid),
            legs=join(self._summaries.all(), self._attendance.all()),
            source=Source.REST,
            as_of=self._clock(),
            pages_complete=self._pages_complete and not _is_running(details),
            missing=tuple(self._missing),
        )


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"


def _is_running(details: Details | None) -> bool:
    """Zoom gives a call that has begun an end only when it is over."""
    return details is not None and details.subject.started_at is not None and details.subject.ended_at is None
