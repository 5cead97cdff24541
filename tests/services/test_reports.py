"""From what a person asked for to a report: the store first, one fetch for all, and which instance is meant."""

import asyncio
from collections.abc import Callable

import pytest

from bot.domain.model import Source, View
from bot.errors import StoreError, ZoomError
from bot.ports import SummaryPage
from bot.services import fetch
from bot.services.report import NO_INSTANCE_YET, NOT_THERE, Reports
from bot.store.store import Store
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
    keys,
    refusal,
    rows,
)

VIEW = View()


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


async def test_where_nothing_else_would_work_nothing_else_is_asked(reports: Reports, zoom: ScriptedZoom) -> None:
    zoom.details_of_number = refusal("daily_limit")
    with pytest.raises(ZoomError):
        await reports.report(BY_NUMBER, VIEW)
    assert zoom.asked == [("details", NUMBER)]
