"""Reports of calls that events told of: at once, while they run, by number, and filled in once by REST."""

import json
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.model import Attendance, Call, CallUuid, Kind, MeetingNumber, MeetingRef, Report, Source, Subject, View
from bot.errors import NotConfigured, ZoomError
from bot.ports import AttendancePage, Details, SummaryPage
from bot.services.filling import Filling
from bot.services.ingest import Ingest
from bot.services.live import LiveCalls
from bot.services.report import Reports
from bot.store.store import Store
from bot.telemetry import Telemetry
from bot.zoom.wire import summary_page
from tests.services.event_samples import NUMBER, data_event, ended, minute_event, started, summary_event
from tests.services.scripted_zoom import NOW, UUID, ScriptedZoom, Time, refusal, row

BY_NUMBER = MeetingRef(Kind.MEETING, NUMBER, None)
BY_UUID = MeetingRef(Kind.MEETING, None, UUID)
BEGUN = NOW - timedelta(minutes=30)


class World:
    """A store with events in it, a Zoom, and the report service between them."""

    def __init__(self, store: Store, zoom: ScriptedZoom, clock: Time) -> None:
        self.store, self.zoom, self.clock = store, zoom, clock
        self.ingest = Ingest(store.feed, clock)
        self.live = LiveCalls(store.feed, store, zoom, clock)
        self.reports = Reports(store, zoom, clock, Telemetry(), timer=time.monotonic, live=self.live)
        self.filling = Filling(store.feed, self.live, self.reports, clock)

    async def hear(self, *bodies: Any) -> None:
        for body in bodies:
            await self.ingest.accept_unsigned(json.dumps(body).encode())
        while await self.ingest.process():
            pass

    async def report(self, ref: MeetingRef = BY_UUID, **how: Any) -> Report:
        return await self.reports.report(ref, View(), **how)


@pytest.fixture
def world(store: Store, zoom: ScriptedZoom, clock: Time) -> World:
    return World(store, zoom, clock)


def begun(**changes: Any) -> Any:
    return started(BEGUN, uuid=UUID, **changes)


def over(minutes: int = 25) -> Any:
    return ended(BEGUN + timedelta(minutes=minutes), begun=BEGUN, uuid=UUID)


def summed(person: str, minutes: int = 25, **changes: Any) -> Any:
    return summary_event(person, at=BEGUN + timedelta(minutes=minutes), uuid=UUID, **changes)


def minute(person: str, at: int, **changes: Any) -> Any:
    return minute_event(person, at, begun=BEGUN, uuid=UUID, **changes)


def names(report: Report) -> list[str | None]:
    return [person.name for person in report.participants]


@pytest.mark.parametrize("ref", [BY_NUMBER, BY_UUID])
async def test_a_call_whose_events_are_stored_is_answered_without_asking_zoom(world: World, ref: MeetingRef) -> None:
    await world.hear(begun(), summed("1", name="Ana", loss="9%"), summed("2", name="Ben"), over())
    report = await world.report(ref)
    assert (names(report), report.source, report.complete) == (["Ana", "Ben"], Source.EVENTS, True)
    assert (report.verdict.poor, report.verdict.good) == (1, 1)
    assert report.subject.number == NUMBER
    assert world.zoom.asked == []


async def test_it_is_the_report_that_rest_gives_of_the_same_people(world: World) -> None:
    events = [summed("1", name="Ana", loss="9%"), summed("2", name="Ben"), summed("3", name="Cy", loss="3%")]
    people = [event["payload"]["object"]["participant"] for event in events]
    page, _ = summary_page(Kind.MEETING, {"participants": people})
    await world.hear(begun(), *events, over())
    heard = await world.report()
    world.zoom.summary = {UUID: [page]}
    world.zoom.attended = []
    only_rest = Reports(world.store, world.zoom, world.clock, Telemetry(), timer=time.monotonic)
    fetched = await only_rest.report(BY_UUID, View())
    assert [replace(p, role=None) for p in heard.participants] == list(fetched.participants)
    assert heard.verdict == fetched.verdict


async def test_while_it_runs_people_are_rated_by_their_minutes(world: World) -> None:
    await world.hear(begun(), *(minute("1", at, loss="9%") for at in (27, 28, 29)), summed("2", name="Ben"))
    report = await world.report()
    assert (report.complete, report.source, report.subject.ended_at) == (False, Source.EVENTS, None)
    assert report.as_of == BEGUN + timedelta(minutes=29)
    assert (report.verdict.poor, report.verdict.good) == (1, 1)
    assert world.zoom.count("summary") == 0


async def test_missing_names_come_from_one_look_at_who_is_there(world: World) -> None:
    world.zoom.attended = [
        AttendancePage((Attendance("1", name="Ana", email="ana@example.com"), Attendance("3", name="Cy")))
    ]
    await world.hear(begun(), minute("1", 29), minute("2", 29))
    for _ in range(3):
        report = await world.report()
        assert sorted(str(name) for name in names(report)) == ["Ana", "Cy", "None"]
        assert report.source is Source.EVENTS
    assert world.zoom.asked == [("attendance", UUID)]
    await world.hear(summed("1", name="Ana Reyes", minutes=29))
    assert "Ana Reyes" in names(await world.report())


async def test_without_names_there_is_still_an_answer(world: World) -> None:
    world.zoom.attended = [refusal()]
    await world.hear(begun(), minute("1", 29))
    assert names(await world.report()) == [None]


class NoAccess(ScriptedZoom):
    """As when only events are configured."""

    async def details(self, ref: MeetingRef) -> Details:
        raise NotConfigured("not_configured", "No access.", "Set it up.")

    async def attendance(self, ref: MeetingRef, *, live: bool = False) -> AsyncIterator[AttendancePage]:
        await self.details(ref)
        yield AttendancePage(())


async def test_with_events_alone_everything_but_unknown_calls_is_answered(store: Store, clock: Time) -> None:
    world = World(store, NoAccess(), clock)
    await world.hear(begun(), minute("1", 5, loss="9%"), over(20), started(NOW, uuid="runs"))
    assert (await world.report()).verdict.poor == 1
    assert (await world.report(MeetingRef(Kind.MEETING, None, CallUuid("runs")))).participants == ()
    assert await world.filling.round() == 0
    with pytest.raises(NotConfigured):
        await world.report(MeetingRef(Kind.MEETING, MeetingNumber("999999999"), None))


async def test_a_number_means_the_instance_that_runs_or_ended_last(world: World) -> None:
    older = BEGUN - timedelta(days=1)
    await world.hear(begun(), summed("1", name="Ana"), over())
    await world.hear(
        started(older, uuid="old"), ended(older, begun=older, uuid="old"), summary_event("9", at=older, uuid="old")
    )
    assert (await world.report(BY_NUMBER)).subject.uuid == UUID


async def test_a_later_instance_known_from_rest_is_not_hidden_by_an_older_one(world: World) -> None:
    await world.hear(begun(), summed("1", name="Ana"), over())
    later = Call(Subject(Kind.MEETING, NUMBER, CallUuid("later"), ended_at=NOW), (), Source.REST, NOW)
    await world.store.save_call(later)
    assert (await world.report(BY_NUMBER)).subject.uuid == "later"


async def test_an_instance_without_a_number_in_its_events_is_found_by_asking_which_it_is(world: World) -> None:
    await world.hear(summed("1", name="Ana"), {**over(), "payload": {"object": {"uuid": UUID}}})
    report = await world.report(BY_NUMBER)
    assert (names(report), report.source) == (["Ana"], Source.EVENTS)
    assert (world.zoom.count("details"), world.zoom.count("summary")) == (1, 0)


async def test_gaps_of_a_call_that_is_over_are_filled_in_once(world: World) -> None:
    await world.hear(
        begun(), summed("1", name="Ana"), data_event("2", [{"network_type": "Wifi"}], at=BEGUN, uuid=UUID), over(20)
    )
    for _ in range(3):
        report = await world.report()
        assert (report.source, report.complete, len(report.participants)) == (Source.MIXED, True, 3)
    assert world.zoom.count("summary") == 1
    (second,) = [person for person in report.participants if "2" in person.participant_ids]
    assert (second.name, second.network_type) == ("Person 2", "Wifi")


async def test_right_after_its_end_summaries_may_still_be_under_way(world: World) -> None:
    await world.hear(begun(), minute("1", 28), over(29))
    report = await world.report()
    assert (report.complete, report.source) == (False, Source.EVENTS)
    assert world.zoom.count("summary") == 0


async def test_a_late_event_revises_what_rest_filled_in(world: World) -> None:
    await world.hear(begun(), minute("1", 10), over(20))
    assert (await world.report()).verdict.poor == 0
    await world.hear(summed("1", name="Ana", loss="9%"))
    report = await world.report()
    assert (report.verdict.poor, report.source, "Ana" in names(report)) == (1, Source.MIXED, True)
    assert world.zoom.count("summary") == 1


async def test_when_rest_will_not_say_the_events_alone_are_told(world: World) -> None:
    world.zoom.summary = {UUID: [refusal("no_summary_yet", "Zoom has no summary yet.")]}
    await world.hear(begun(), minute("1", 10, loss="9%"), over(20))
    report = await world.report()
    assert (report.source, report.complete, report.verdict.poor) == (Source.EVENTS, False, 1)
    assert report.missing == ("summaries that no event told: Zoom has no summary yet.",)


async def test_a_refresh_asks_zoom_and_keeps_what_only_events_have(world: World) -> None:
    rows = [
        {"type": "wifi_rssi", "details": {"avg_rssi": -70}},
        {"type": "audio_quality", "details": {"quality": "poor"}},
    ]
    await world.hear(begun(), summed("1", name="Ana", qos=rows), over())
    report = await world.report(refresh=True)
    assert world.zoom.count("summary") == 1
    (ana,) = [person for person in report.participants if "1" in person.participant_ids]
    assert (report.source, ana.wifi_rssi_dbm, ana.label) == (Source.MIXED, -70, "good")


# --- filling in the background ---------------------------------------------------------------------------------------


async def test_a_round_fills_in_what_is_over_and_leaves_what_runs(world: World) -> None:
    await world.hear(begun(), minute("1", 10), over(20))
    await world.hear(started(NOW - timedelta(minutes=20), uuid="runs"), minute_event("1", 0, begun=NOW, uuid="runs"))
    world.clock.pass_by(minutes=1)
    assert [await world.filling.round() for _ in range(3)] == [1, 0, 0]
    assert world.zoom.count("summary") == 1
    assert (await world.report()).source is Source.MIXED


async def test_a_call_that_fell_silent_is_filled_in_too(world: World) -> None:
    await world.hear(begun(), minute("1", 29))
    assert await world.filling.round() == 0
    world.clock.pass_by(minutes=16)
    assert await world.filling.round() == 1


async def test_without_gaps_zoom_is_not_asked(world: World) -> None:
    await world.hear(begun(), summed("1"), over(20))
    world.clock.pass_by(hours=1)
    assert await world.filling.round() == 0
    assert world.zoom.asked == []


async def test_zoom_is_asked_three_times_at_most_and_not_at_once(world: World) -> None:
    world.zoom.summary = {UUID: [refusal("no_summary_yet", "Zoom has no summary yet.")]}
    await world.hear(begun(), minute("1", 10), over(20))
    for _ in range(10):
        await world.filling.round()
        await world.filling.round()
        world.clock.pass_by(minutes=16)
    assert world.zoom.count("summary") == 3


async def test_a_used_up_day_is_waited_for_without_counting(world: World) -> None:
    limit = ZoomError("daily_limit", "Used up.", "Wait.", retry_at=NOW + timedelta(hours=5))
    world.zoom.summary = {UUID: [limit]}
    await world.hear(begun(), minute("1", 10), over(20))
    await world.filling.round()
    world.clock.pass_by(hours=4)
    await world.filling.round()
    assert world.zoom.count("summary") == 1
    world.zoom.summary = {UUID: [SummaryPage((row("1"),))]}
    world.clock.pass_by(hours=2)
    assert await world.filling.round() == 1
