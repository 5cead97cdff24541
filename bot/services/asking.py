"""Questions about a call: what is stored is read, the question understood and answered. Posts and remembers nothing."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.alert_ports import AlertStore, SubscriptionStore
from bot.domain.minutes import Minute, minutes_of
from bot.domain.model import DEFAULT_VIEW, CallUuid, Kind, MeetingRef, Report
from bot.domain.quiet_hours import in_words
from bot.ports import Clock, EventStore
from bot.question_ports import PastCalls
from bot.questions.answer import Answer
from bot.questions.answering import answered, needs, turn_of
from bot.questions.asked import Person, Question, Reading, Turn
from bot.questions.choosing import chosen
from bot.questions.facts import PAST_DAYS, UTC, ChannelFacts, Facts, Need
from bot.questions.understand import asker_in, read
from bot.services.facts import Facts as StoredCalls
from bot.services.fetch import Progress, no_progress
from bot.services.report import Reports

EARLIER_AT_MOST = 10
PAST_AT_MOST = 60
"""Somebody waits for the answer, which says how many calls it looked at."""

REMEMBERED = timedelta(seconds=20)
"""A thread asks several questions in a row; a call that still runs is not older than this in the answer."""

REPORTS_KEPT = 8
OFF_LOOP_FROM = 300
"""People from which on understanding and answering could hold others up."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Place:
    """The channel a question is asked in, for what it is told by itself."""

    team_id: str
    channel_id: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One answered question: how it was read, what is said, about which call, what the thread remembers."""

    reading: Reading
    answer: Answer
    report: Report
    turn: Turn


class Asking:
    """Answers from the store; Zoom is asked only for a call that is not stored. Raises as `Reports.report` does."""

    def __init__(
        self,
        reports: Reports,
        events: EventStore,
        past: PastCalls,
        calls: StoredCalls,
        subscriptions: SubscriptionStore,
        alerts: AlertStore,
        clock: Clock,
    ) -> None:
        self._reports = reports
        self._events = events
        self._past = past
        self._calls = calls
        self._subscriptions = subscriptions
        self._alerts = alerts
        self._clock = clock
        self._kept: dict[MeetingRef, tuple[Report, datetime]] = {}

    async def ask(
        self,
        ref: MeetingRef,
        question: Question,
        turns: Sequence[Turn] = (),
        *,
        place: Place | None = None,
        zone: ZoneInfo = UTC,
        progress: Progress = no_progress,
    ) -> Asked:
        """What the thread would answer. `turns`: what was asked before, oldest first."""
        report = await self._report(ref, progress)
        reading = await _beside(report, lambda: read(question, report, turns))
        return await self._answer(question.asker, question.text, reading, report, turns, place, zone)

    async def choose(
        self,
        ref: MeetingRef,
        asker: Person,
        turn: Turn,
        key: str,
        turns: Sequence[Turn] = (),
        *,
        place: Place | None = None,
        zone: ZoneInfo = UTC,
    ) -> Asked:
        """The question of `turn`, which was asked back, now that somebody chose the person with that key."""
        report = await self._report(ref, no_progress)
        reading = chosen(turn, key, report)
        return await self._answer(asker, turn.text, reading, report, turns, place, zone)

    async def _answer(
        self,
        asker: Person,
        text: str,
        reading: Reading,
        report: Report,
        turns: Sequence[Turn],
        place: Place | None,
        zone: ZoneInfo,
    ) -> Asked:
        facts = await self._facts(report, reading, asker, place, zone)
        answer = await _beside(report, lambda: answered(reading, facts, turns))
        return Asked(reading, answer, report, turn_of(asker.id, text, reading, answer))

    async def _report(self, ref: MeetingRef, progress: Progress) -> Report:
        """One thread asks several questions in a row: the report is judged for the first of them."""
        now, kept = self._clock(), self._kept.pop(ref, None)
        if kept is None or now - kept[1] >= REMEMBERED:
            kept = await self._reports.report(ref, DEFAULT_VIEW, progress=progress), now
        self._kept[ref] = kept
        while len(self._kept) > REPORTS_KEPT:
            self._kept.pop(next(iter(self._kept)))
        return kept[0]

    async def alert_in(self, place: Place, ref: MeetingRef) -> int | None:
        """The alert about the call that stands in that channel."""
        row = await self._alerts.latest_alert(place.team_id, place.channel_id, ref)
        return row.id if row is not None and row.message is not None else None

    def forget(self, ref: MeetingRef) -> None:
        """The call was read anew; the next question is about that."""
        self._kept.pop(ref, None)

    async def _facts(
        self, report: Report, reading: Reading, asker: Person, place: Place | None, zone: ZoneInfo
    ) -> Facts:
        """Everything that this question needs, and no more."""
        wanted, who = needs(reading), asker_in(asker, report)
        return Facts(
            report,
            self._clock(),
            minutes=await self._minutes(report) if Need.MINUTES in wanted else (),
            earlier=await self._earlier(report) if Need.EARLIER in wanted else (),
            past=await self._past_calls(report) if Need.PAST in wanted else (),
            channel=await self._channel(report, place) if place and Need.CHANNEL in wanted else None,
            asker=who,
            asker_known=asker.email is not None,
            zone=zone,
        )

    async def _minutes(self, report: Report) -> tuple[Minute, ...]:
        subject = report.subject
        told = await self._events.call_told(subject.kind, subject.uuid, every_minute=True) if subject.uuid else None
        if told is None:
            return ()
        directions, limits = self._reports.directions(subject.kind), self._reports.limits
        return await _beside(report, lambda: minutes_of(told, directions, limits))

    async def _earlier(self, report: Report) -> tuple[Report, ...]:
        """Other instances of the number that began before this one, newest first."""
        subject = report.subject
        if subject.number is None:
            return ()
        found = await self._past.calls_of_number(subject.kind, subject.number, EARLIER_AT_MOST + 1)
        judged = await self._judged((subject.kind, uuid) for uuid in found if uuid != subject.uuid)
        before = [one for one in judged if began(one) < began(report)]
        return tuple(sorted(before, key=began, reverse=True)[:EARLIER_AT_MOST])

    async def _past_calls(self, report: Report) -> tuple[Report, ...]:
        since = self._clock() - timedelta(days=PAST_DAYS)
        found = await self._past.calls_since(since, PAST_AT_MOST + 1)
        return tuple(await self._judged(one for one in found if one[1] != report.subject.uuid))[:PAST_AT_MOST]

    async def _judged(self, calls: Iterable[tuple[Kind, CallUuid]]) -> list[Report]:
        reports = []
        for kind, uuid in calls:
            known = await self._calls.of(kind, uuid, lambda _told: self._clock())
            if known is not None:
                reports.append(known.report)
            await asyncio.sleep(0)  # others come in between
        return reports

    async def _channel(self, report: Report, place: Place) -> ChannelFacts:
        subject = report.subject
        ref = MeetingRef(subject.kind, None if subject.uuid else subject.number, subject.uuid)
        row = await self._alerts.latest_alert(place.team_id, place.channel_id, ref)
        subscribed = await self._subscriptions.subscriptions(place.team_id, place.channel_id)
        quiet = await self._subscriptions.quiet(place.team_id, place.channel_id)
        return ChannelFacts(
            subscriptions=tuple(one for one, _, _ in subscribed),
            log=() if row is None else row.state.log,
            alert_id=row.id if row is not None and row.message is not None else None,
            quiet=None if quiet is None else in_words(quiet),
        )


def began(report: Report) -> datetime:
    """When a call began, as far as that is known."""
    return report.subject.started_at or report.as_of


async def _beside(report: Report, work: Callable[[], _T]) -> _T:
    """Pure work on a whole call: beside the event loop where it would hold others up."""
    return work() if len(report.participants) < OFF_LOOP_FROM else await asyncio.to_thread(work)
