"""What is known of a call, judged as `/qos` judges it, with its single minutes. Decides nothing about alerts."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from bot.domain.feed import CallTold
from bot.domain.feed_call import call_of
from bot.domain.minutes import Minute
from bot.domain.model import Call, CallUuid, Kind, Report
from bot.domain.subscriptions import host_of
from bot.ports import CallStore, EventStore
from bot.services.joins import Joins, joins_anew
from bot.services.report import Reports

OFF_LOOP_FROM = 300
"""People from which on putting a call together would hold others up."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Known:
    """A call as it stands. `heard_at`: the latest event; None where only REST told of it."""

    report: Report
    minutes: tuple[Minute, ...]
    host_email: str | None
    heard_at: datetime | None


class Facts:
    """Reads from the store only. Raises `StoreError`."""

    def __init__(self, events: EventStore, calls: CallStore, reports: Reports) -> None:
        self._events = events
        self._calls = calls
        self._reports = reports

    async def of(self, kind: Kind, uuid: CallUuid, clock: Callable[[CallTold | None], datetime]) -> Known | None:
        """None: nothing is stored. `clock` tells the instant as of which a call is looked at, given what was heard."""
        told = await self._events.call_told(kind, uuid, every_minute=True)
        fetched = await self._calls.call_by_uuid(kind, uuid)
        if told is not None:
            return await self.told(told, fetched, clock(told))
        return None if fetched is None else Known(await self._reports.judged(fetched), (), _email(fetched), None)

    async def told(self, told: CallTold, fetched: Call | None, now: datetime, joins: Joins = joins_anew) -> Known:
        """What events told of it, and REST if it was asked, as of `now`."""
        directions, limits = self._reports.directions(told.kind), self._reports.limits

        def put_together() -> tuple[Call, tuple[Minute, ...]]:
            made = joins(told, directions, limits)
            minutes = tuple(minute for join in made.values() for minute in join.minutes)
            return call_of(told, fetched, now, heard={key: join.leg for key, join in made.items()}), minutes

        call, minutes = await _beside(len(told.legs) >= OFF_LOOP_FROM, put_together)
        report = await self._reports.judged(call)
        host = host_of(report)
        return Known(report, minutes, (host.email if host else None) or _email(call), told.last_at)


def _email(call: Call) -> str | None:
    """REST names some hosts by their address."""
    host = call.subject.host or ""
    return host if "@" in host else None


async def _beside(many: bool, work: Callable[[], _T]) -> _T:
    return await asyncio.to_thread(work) if many else work()
