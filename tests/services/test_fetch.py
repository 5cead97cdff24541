"""What Zoom falls short of: pages that fail, restart or repeat, rows that cannot be read, lists that are refused."""

from dataclasses import replace

import pytest

from bot.domain.model import Attendance, Label, View
from bot.errors import ZoomError
from bot.ports import AttendancePage, SummaryPage
from bot.services import fetch
from bot.services.report import Reports
from tests.services.scripted_zoom import (
    BY_NUMBER,
    BY_UUID,
    NUMBER,
    UUID,
    ScriptedZoom,
    details,
    keys,
    refusal,
    row,
    rows,
)

VIEW = View()


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
    seen = (Attendance("1", device="Windows"),)
    zoom.attended = [AttendancePage(seen, unreadable=("a time that is none", "no participant id"))]
    report = await reports.report(BY_UUID, VIEW)
    assert len(report.participants) == 2
    assert report.missing == ("3 rows of Zoom's answer that could not be read: a time that is none, no participant id",)


async def test_one_row_that_cannot_be_read_is_one_row(reports: Reports, zoom: ScriptedZoom) -> None:
    zoom.summary[UUID] = [SummaryPage(rows(1, 2), unreadable=("no participant id",))]
    report = await reports.report(BY_UUID, VIEW)
    assert report.missing == ("1 row of Zoom's answer that could not be read: no participant id",)


async def test_a_refused_participant_list_is_told_and_the_rest_is_there(reports: Reports, zoom: ScriptedZoom) -> None:
    zoom.attended = [refusal("missing_scope", "The scope Y is not granted.")]
    report = await reports.report(BY_UUID, VIEW)
    assert {person.label for person in report.participants} == {Label.GOOD}
    assert report.missing == ("network types, devices, locations, join and leave times: The scope Y is not granted.",)


@pytest.mark.parametrize("unreadable", [(), ("a page without its list of participants",)])
async def test_a_participant_list_of_nobody_is_named_as_missing(
    reports: Reports, zoom: ScriptedZoom, unreadable: tuple[str, ...]
) -> None:
    zoom.attended = [AttendancePage((), unreadable=unreadable)]
    missing = (await reports.report(BY_UUID, VIEW)).missing
    assert missing[0] == (
        "network types, devices, locations, join and leave times: Zoom's participant list names nobody."
    )
    assert len(missing) == 1 + len(unreadable)


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


async def test_a_side_question_that_hangs_does_not_keep_the_answer(
    reports: Reports, zoom: ScriptedZoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "DETAILS_WITHIN_S", 0.01)
    zoom.details_hang = True
    zoom.summary[NUMBER] = [SummaryPage(rows(1, 3))]
    report = await reports.report(BY_NUMBER, VIEW)
    assert len(report.participants) == 3
    assert "topic, host and times: Zoom did not answer in time." in report.missing


async def test_a_call_without_an_end_is_not_complete_and_is_asked_anew(reports: Reports, zoom: ScriptedZoom) -> None:
    whole = details()
    zoom.details_of_number = replace(whole, subject=replace(whole.subject, ended_at=None))
    zoom.summary[UUID] = [SummaryPage(rows(1, 2))]
    assert not (await reports.report(BY_NUMBER, VIEW)).complete
    zoom.details_of_number = whole
    zoom.summary[UUID] = [SummaryPage(rows(1, 4))]
    later = await reports.report(BY_NUMBER, VIEW)
    assert later.complete
    assert len(later.participants) == 4
