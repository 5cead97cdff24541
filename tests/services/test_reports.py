"""From what a person asked for to a report: the store first, one fetch for all, and what Zoom falls short of."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.domain.model import Attendance, Label, Report, Source, View
from bot.errors import StoreError, ZoomError
from bot.ports import AttendancePage, SummaryPage
from bot.services import fetch
from bot.services.report import NO_INSTANCE_YET, NOT_THERE, Reports
from bot.store.store import Store
from bot.telemetry import Telemetry
from tests.services.scripted_zoom import (
    BY_NUMBER,
    BY_UUID,
    NEXT_UUID,
    NOW,
    NUMBER,
    UUID,
    ScriptedZoom,
    Time,
    details,
    refusal,
    row,
    rows,
)

VIEW = View()


@pytest.fixture
def zoom() -> ScriptedZoom:
    return ScriptedZoom()


@pytest.fixture
def clock() -> Time:
    return Time()


@pytest.fixture
async def store(tmp_path: Path, clock: Time) -> AsyncIterator[Store]:
    async with Store.open(f"sqlite+aiosqlite:///{tmp_path / 'qos.db'}", clock=clock) as opened:
        yield opened


@pytest.fixture
def reports(store: Store, zoom: ScriptedZoom, clock: Time) -> Reports:
    return Reports(store, zoom, clock, Telemetry(), timer=time.monotonic)


def keys(report: Report) -> set[str]:
    return {person.participant_ids[0] for person in report.participants}


async def until(holds: Callable[[], bool]) -> None:
    """Give way to the other tasks until it holds."""
    async with asyncio.timeout(10):
        while True:
            if holds():
                return
            await asyncio.sleep(0)


# --- the store first -------------------------------------------------------------------------------------------------


async def test_a_number_is_served_from_the_store_for_ten_minutes(
    reports: Reports, zoom: ScriptedZoom, clock: Time
) -> None:
    first = await reports.report(BY_NUMBER, VIEW)
    assert (first.subject.number, first.subject.uuid, first.source, first.as_of) == (NUMBER, UUID, Source.REST, NOW)
    clock.pass_by(minutes=9, seconds=59)
    assert (await reports.report(BY_NUMBER, VIEW)).as_of == NOW
    assert zoom.asked == [("details", NUMBER), ("summary", UUID), ("attendance", UUID)]


async def test_after_ten_minutes_zoom_is_asked_which_instance_it_is_and_a_known_one_costs_no_summary(
    reports: Reports, zoom: ScriptedZoom, clock: Time
) -> None:
    await reports.report(BY_NUMBER, VIEW)
    clock.pass_by(minutes=10)
    assert (await reports.report(BY_NUMBER, VIEW)).as_of == NOW
    assert zoom.count("details") == 2
    assert zoom.count("summary") == 1


async def test_a_new_instance_of_the_number_is_fetched(reports: Reports, zoom: ScriptedZoom, clock: Time) -> None:
    await reports.report(BY_NUMBER, VIEW)
    clock.pass_by(minutes=11)
    zoom.details_of_number = details(NEXT_UUID)
    zoom.summary[NEXT_UUID] = [SummaryPage(rows(7, 8))]
    report = await reports.report(BY_NUMBER, VIEW)
    assert report.subject.uuid == NEXT_UUID
    assert keys(report) == {"1", "7", "8"}


async def test_a_uuid_is_served_from_the_store_for_ever(reports: Reports, zoom: ScriptedZoom, clock: Time) -> None:
    await reports.report(BY_UUID, VIEW)
    clock.pass_by(days=30)
    await reports.report(BY_UUID, VIEW)
    assert zoom.count("summary") == 1


async def test_refresh_always_asks(reports: Reports, zoom: ScriptedZoom, clock: Time) -> None:
    await reports.report(BY_NUMBER, VIEW)
    clock.pass_by(minutes=1)
    fresh = await reports.report(BY_NUMBER, VIEW, refresh=True)
    assert fresh.as_of == clock.now
    assert zoom.count("summary") == 2


async def test_a_refresh_beside_an_ordinary_question_still_asks_anew(
    reports: Reports, zoom: ScriptedZoom, clock: Time
) -> None:
    await reports.report(BY_NUMBER, VIEW)
    clock.pass_by(minutes=11)
    _, fresh = await asyncio.gather(reports.report(BY_NUMBER, VIEW), reports.report(BY_NUMBER, VIEW, refresh=True))
    assert fresh.as_of == clock.now


async def test_a_store_that_cannot_be_used_is_no_reason_to_withhold_an_answer(
    reports: Reports, store: Store, zoom: ScriptedZoom
) -> None:
    await store.aclose()
    with pytest.raises(StoreError):
        await store.call_by_uuid(BY_UUID.kind, UUID)
    assert keys(await reports.report(BY_UUID, VIEW)) == {"1", "2", "3"}


# --- one fetch for all -----------------------------------------------------------------------------------------------


async def test_callers_at_once_share_one_fetch_and_all_hear_its_progress(reports: Reports, zoom: ScriptedZoom) -> None:
    heard: list[tuple[str, int, int | None]] = []

    def watcher(name: str) -> fetch.Progress:
        async def progress(read: int, total: int | None) -> None:
            heard.append((name, read, total))

        return progress

    zoom.details_of_number = details(people=3)
    zoom.open.clear()
    asking = [asyncio.create_task(reports.report(BY_NUMBER, VIEW, progress=watcher(name))) for name in ("a", "b")]
    await until(lambda: [len(watchers) for watchers in reports._watchers.values()] == [2])
    zoom.open.set()
    first, second = await asyncio.gather(*asking)
    assert first == second
    assert zoom.count("summary") == 1
    assert heard == [("a", 3, 3), ("b", 3, 3)]


async def test_one_who_gives_up_does_not_take_the_fetch_from_the_others(reports: Reports, zoom: ScriptedZoom) -> None:
    zoom.open.clear()
    impatient = asyncio.create_task(reports.report(BY_UUID, VIEW))
    patient = asyncio.create_task(reports.report(BY_UUID, VIEW))
    await until(lambda: zoom.count("summary") == 1)
    impatient.cancel()
    zoom.open.set()
    assert keys(await patient) == {"1", "2", "3"}
    assert impatient.cancelled()


async def test_a_shared_failure_reaches_everybody_and_the_next_one_asks_again(
    reports: Reports, zoom: ScriptedZoom
) -> None:
    zoom.summary[UUID] = [refusal("zoom_unavailable")]
    failed = await asyncio.gather(reports.report(BY_UUID, VIEW), reports.report(BY_UUID, VIEW), return_exceptions=True)
    assert [getattr(error, "slug", None) for error in failed] == ["zoom_unavailable"] * 2
    zoom.summary[UUID] = [SummaryPage(rows(1, 2))]
    assert len((await reports.report(BY_UUID, VIEW)).participants) == 2


# --- which instance --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", sorted(NOT_THERE))
async def test_a_running_instance_falls_back_to_what_zoom_still_gives_for_the_number(
    reports: Reports, zoom: ScriptedZoom, slug: str
) -> None:
    zoom.details_of_number = details(NEXT_UUID)
    zoom.summary = {NEXT_UUID: [refusal(slug)], NUMBER: [SummaryPage(rows(4, 5))]}
    report = await reports.report(BY_NUMBER, VIEW)
    assert keys(report) == {"1", "4", "5"}
    assert NO_INSTANCE_YET in report.missing
    assert report.subject.uuid is None
    assert report.subject.number == NUMBER
    assert report.subject.started_at is None, "the times of another instance would be wrong"


async def test_without_any_summary_the_number_is_refused_as_zoom_refuses_it(
    reports: Reports, zoom: ScriptedZoom
) -> None:
    zoom.summary = {}
    with pytest.raises(ZoomError) as caught:
        await reports.report(BY_NUMBER, VIEW)
    assert caught.value.slug == "no_summary_yet"
    assert [ident for asked, ident in zoom.asked if asked == "summary"] == [UUID, NUMBER]


async def test_a_uuid_without_a_summary_is_refused_at_once(reports: Reports, zoom: ScriptedZoom) -> None:
    zoom.summary = {}
    with pytest.raises(ZoomError):
        await reports.report(BY_UUID, VIEW)
    assert zoom.count("summary") == 1


async def test_without_details_the_number_itself_is_asked_about(reports: Reports, zoom: ScriptedZoom) -> None:
    zoom.details_of_number = refusal("missing_scope", "The scope X is not granted.")
    zoom.summary = {NUMBER: [SummaryPage(rows(1, 2))]}
    report = await reports.report(BY_NUMBER, VIEW)
    assert report.subject.number == NUMBER
    assert report.missing == ("topic, host and times: The scope X is not granted.",)


@pytest.mark.parametrize("slug", ["zoom_unreachable", "daily_limit"])
async def test_where_nothing_else_would_work_nothing_else_is_asked(
    reports: Reports, zoom: ScriptedZoom, slug: str
) -> None:
    zoom.details_of_number = refusal(slug)
    with pytest.raises(ZoomError):
        await reports.report(BY_NUMBER, VIEW)
    assert zoom.asked == [("details", NUMBER)]


# --- what Zoom falls short of ----------------------------------------------------------------------------------------


async def test_pages_that_came_before_a_failure_are_a_report_that_says_so_and_is_asked_anew(
    reports: Reports, zoom: ScriptedZoom
) -> None:
    zoom.summary[UUID] = [SummaryPage(rows(1, 10)), refusal("zoom_unavailable", "Zoom has a problem of its own.")]
    partly = await reports.report(BY_UUID, VIEW)
    assert not partly.complete
    assert len(partly.participants) == 10
    assert "summaries after the first 10 people: Zoom has a problem of its own." in partly.missing
    zoom.summary[UUID] = [SummaryPage(rows(1, 10)), SummaryPage(rows(11, 14))]
    whole = await reports.report(BY_UUID, VIEW)
    assert whole.complete
    assert len(whole.participants) == 14


async def test_a_failure_before_the_first_page_is_an_error(reports: Reports, zoom: ScriptedZoom) -> None:
    zoom.summary[UUID] = [refusal("zoom_unavailable")]
    with pytest.raises(ZoomError):
        await reports.report(BY_UUID, VIEW)


async def test_what_came_before_a_restart_is_dropped(reports: Reports, zoom: ScriptedZoom) -> None:
    zoom.summary[UUID] = [
        SummaryPage(rows(1, 3), unreadable=("a row that is a list",)),
        SummaryPage(rows(1, 2), restarted=True),
        SummaryPage(rows(4, 4)),
    ]
    zoom.attended = [
        AttendancePage((Attendance("1", device="Mac"), Attendance("9", device="Mac"))),
        AttendancePage((Attendance("1", device="Windows"),), restarted=True),
    ]
    report = await reports.report(BY_UUID, VIEW)
    assert keys(report) == {"1", "2", "4"}
    assert report.missing == ()
    assert {person.device for person in report.participants if person.key == "1"} == {"Windows"}


async def test_an_exact_repeat_counts_once_and_a_rejoin_counts_twice(reports: Reports, zoom: ScriptedZoom) -> None:
    zoom.summary[UUID] = [SummaryPage((row("1"), row("2"))), SummaryPage((row("1"), row("2", loss_pct=9.0)))]
    report = await reports.report(BY_UUID, VIEW)
    assert {person.participant_ids[0]: person.joins for person in report.participants} == {"1": 1, "2": 2}


async def test_rows_that_cannot_be_read_are_counted_with_their_reasons(reports: Reports, zoom: ScriptedZoom) -> None:
    zoom.summary[UUID] = [SummaryPage(rows(1, 2), unreadable=("no participant id",))]
    zoom.attended = [AttendancePage((), unreadable=("a time that is none", "no participant id"))]
    report = await reports.report(BY_UUID, VIEW)
    assert len(report.participants) == 2
    assert report.missing == ("3 rows of Zoom's answer that could not be read: a time that is none, no participant id",)


async def test_a_refused_participant_list_is_told_and_the_rest_is_there(reports: Reports, zoom: ScriptedZoom) -> None:
    zoom.attended = [refusal("missing_scope", "The scope Y is not granted.")]
    report = await reports.report(BY_UUID, VIEW)
    assert {person.label for person in report.participants} == {Label.GOOD}
    assert report.missing == ("network types, devices, locations, join and leave times: The scope Y is not granted.",)


async def test_somebody_who_attended_without_a_summary_makes_the_report_incomplete(
    reports: Reports, zoom: ScriptedZoom
) -> None:
    zoom.attended = [AttendancePage((Attendance("77", name="Late Guest"),))]
    report = await reports.report(BY_UUID, VIEW)
    assert not report.complete
    assert report.verdict.unrated == 1


async def test_a_summary_that_takes_too_long_ends_as_far_as_it_was_read(
    reports: Reports, zoom: ScriptedZoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def first_page_only(read: int, _: int | None) -> None:
        zoom.open.clear()

    monkeypatch.setattr(fetch, "FETCH_DEADLINE_S", 0.2)
    zoom.summary[UUID] = [SummaryPage(rows(1, 10)), SummaryPage(rows(11, 20))]
    report = await reports.report(BY_UUID, VIEW, progress=first_page_only)
    assert not report.complete
    assert report.missing == ("summaries after the first 10 people: Zoom took too long.",)
