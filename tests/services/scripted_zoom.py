"""A Zoom that gives what a test lays out, page by page, and remembers what it was asked. No tests here."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta

from bot.domain.model import (
    Attendance,
    CallUuid,
    Kind,
    Measured,
    MeetingNumber,
    MeetingRef,
    Report,
    Spread,
    Subject,
    Summary,
)
from bot.errors import ZoomError
from bot.ports import AttendancePage, Details, SummaryPage

NUMBER, UUID, NEXT_UUID = (
    MeetingNumber("85812345678"),
    CallUuid("kTQ2aWmB4rX9zYQ1234567=="),
    CallUuid("next2aWmB4rX9zYQ=="),
)
BY_NUMBER = MeetingRef(Kind.MEETING, NUMBER, None)
BY_UUID = MeetingRef(Kind.MEETING, None, UUID)
NOW = datetime(2026, 11, 24, 10, 52, tzinfo=UTC)


class Time:
    """The present instant, moved by the test."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **length: float) -> None:
        self.now += timedelta(**length)


def row(participant_id: str, loss_pct: float = 0.2) -> Summary:
    """One join with clean audio, unless told otherwise."""
    loss, latency, jitter, bitrate = (Spread(avg, avg, avg) for avg in (loss_pct, 60.0, 8.0, 64.0))
    audio = Measured("audio_output", loss, latency, jitter, bitrate)
    return Summary(participant_id, None, f"Person {participant_id}", None, (audio,), None)


def rows(first: int, last: int) -> tuple[Summary, ...]:
    return tuple(row(str(number)) for number in range(first, last + 1))


def details(uuid: CallUuid | None = UUID, people: int | None = None) -> Details:
    return Details(Subject(Kind.MEETING, NUMBER, uuid, "Weekly sync", "Ana Souza", NOW, NOW), people)


def refusal(slug: str = "forbidden", text: str = "Zoom forbids it.") -> ZoomError:
    return ZoomError(slug, text, "Ask an admin.")


def keys(report: Report) -> set[str]:
    """The first participant id of everybody."""
    return {person.participant_ids[0] for person in report.participants}


Page = SummaryPage | ZoomError


class ScriptedZoom:
    """`details`, `summary` and `attendance` may be replaced at any time; an error in a list is raised in its turn."""

    def __init__(self) -> None:
        self.details_of_number: Details | ZoomError = details()
        self.details_of_uuid: Details | ZoomError = details()
        self.details_hang = False
        self.summary: dict[str, Sequence[Page]] = {UUID: [SummaryPage(rows(1, 3))]}
        self.attended: Sequence[AttendancePage | ZoomError] = [AttendancePage((Attendance("1", device="Windows"),))]
        self.asked: list[tuple[str, str]] = []
        self.open = asyncio.Event()
        """Summaries wait for it."""
        self.open.set()

    def count(self, operation: str) -> int:
        return sum(asked == operation for asked, _ in self.asked)

    async def details(self, ref: MeetingRef) -> Details:
        self.asked.append(("details", ref.id))
        if self.details_hang:
            await asyncio.Event().wait()
        found = self.details_of_number if ref.number else self.details_of_uuid
        if isinstance(found, ZoomError):
            raise found
        return found

    async def summaries(self, ref: MeetingRef) -> AsyncIterator[SummaryPage]:
        self.asked.append(("summary", ref.id))
        for page in self.summary.get(ref.id, [refusal("no_summary_yet", "Zoom has no summary yet.")]):
            await self.open.wait()
            if isinstance(page, ZoomError):
                raise page
            yield page

    async def attendance(self, ref: MeetingRef, *, live: bool = False) -> AsyncIterator[AttendancePage]:
        self.asked.append(("attendance", ref.id))
        for page in self.attended:
            if isinstance(page, ZoomError):
                raise page
            yield page
