"""The local Zoom's pages, page tokens and rate limits, as documented."""

from typing import Any

import pytest

from playground.zoom.crowds import big_call
from playground.zoom.rules import Rules
from playground.zoom.scenarios import SESSION_UUID, seeded
from playground.zoom.world import World
from tests.playground.zoom_caller import NOW, code_of, local_zoom

WEEKLY = "85812345678"
WORLD = seeded(NOW)
CALLS = [call for call in WORLD.calls if call.what and call.end is not None]


# --- paging ----------------------------------------------------------------------------------------------------------


async def test_a_summary_page_has_one_row_unless_asked_and_ten_at_most() -> None:
    async with local_zoom(WORLD) as zoom:
        assert len((await zoom.get("meeting.summary", WEEKLY)).json()["participants"]) == 1
        ten = (await zoom.get("meeting.summary", WEEKLY, page_size=10)).json()
        assert (len(ten["participants"]), ten["page_size"]) == (10, 10)
        refused = await zoom.get("meeting.summary", WEEKLY, page_size=11)
        assert code_of(refused) == (400, 300)
        assert refused.json()["errors"][0]["field"] == "page_size"
        zoom.rules.strict_page_size = False
        lenient = (await zoom.get("meeting.summary", WEEKLY, page_size=30)).json()
        assert (len(lenient["participants"]), lenient["page_size"]) == (10, 10)


async def test_a_list_page_has_thirty_rows_unless_asked_and_three_hundred_at_most() -> None:
    async with local_zoom(WORLD) as zoom:
        page = (await zoom.get("webinar.participants", "93011642875")).json()
        assert (len(page["participants"]), page["total_records"], page["page_count"]) == (30, 1000, 34)
        assert page["webinar_number"] == "93011642875"
        most = (await zoom.get("webinar.participants", "93011642875", page_size=300)).json()
        assert len(most["participants"]) == 300
        assert code_of(await zoom.get("webinar.participants", "93011642875", page_size=301)) == (400, 300)


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.topic)
async def test_every_seeded_call_can_be_walked_to_the_end(call: Any) -> None:
    async with local_zoom(WORLD) as zoom:
        summaries = await zoom.walk(f"{call.kind}.summary", call.uuid, 10)
        seen = await zoom.walk(f"{call.kind}.participants", call.uuid, 300)
        id_here, id_there = ("id", "id") if call.kind == "session" else ("participant_id", "user_id")
        assert len(seen) == call.joins == len({row[id_there] for row in seen})
        measured = {row[id_here] for row in summaries}
        assert len(measured) == len(summaries)
        assert measured <= {row[id_there] for row in seen}
        assert (await zoom.get(f"{call.kind}.details", call.uuid)).status_code == 200


async def test_a_page_token_is_good_for_a_quarter_of_an_hour_and_for_its_query_only() -> None:
    async with local_zoom(WORLD) as zoom:
        token = (await zoom.get("meeting.summary", WEEKLY, page_size=10)).json()["next_page_token"]
        again = {"page_size": 10, "next_page_token": token}
        assert len((await zoom.get("meeting.summary", WEEKLY, **again)).json()["participants"]) == 4
        assert code_of(await zoom.get("meeting.summary", "86122079154", **again)) == (400, 301)
        assert code_of(await zoom.get("meeting.summary", WEEKLY, page_size=5, next_page_token=token)) == (400, 301)
        assert code_of(await zoom.get("meeting.summary", WEEKLY, page_size=10, next_page_token="x")) == (400, 301)
        zoom.time.pass_by(minutes=15)
        assert code_of(await zoom.get("meeting.summary", WEEKLY, **again)) == (400, 301)


async def test_a_call_of_nobody_has_one_empty_page() -> None:
    call = big_call("meeting", 0, 7, NOW.replace(hour=9))
    async with local_zoom(World([call])) as zoom:
        assert await zoom.walk("meeting.summary", call.number, 10) == []


# --- limits ----------------------------------------------------------------------------------------------------------


async def test_more_than_the_plan_allows_in_one_second_is_429() -> None:
    async with local_zoom(WORLD, Rules(limits=True, plan="pro")) as zoom:
        statuses = [(await zoom.get("meeting.summary", WEEKLY)).status_code for _ in range(10)]
        assert set(statuses) == {200}
        refused = await zoom.get("meeting.details", WEEKLY)
        assert code_of(refused) == (429, 429)
        assert refused.headers["X-RateLimit-Type"] == "QPS"
        assert refused.headers["Retry-After"] == "2026-03-04T15:30:01Z"
        assert (await zoom.get("session.summary", SESSION_UUID)).status_code == 200
        zoom.time.pass_by(seconds=1)
        assert (await zoom.get("meeting.summary", WEEKLY)).status_code == 200


@pytest.mark.parametrize(
    ("mode", "header"), [("iso", "2026-03-05T00:00:00Z"), ("seconds", str(8 * 3600 + 1800)), ("missing", None)]
)
async def test_the_day_is_used_up_until_midnight_utc(mode: Any, header: str | None) -> None:
    async with local_zoom(WORLD, Rules(limits=True, per_day=2, retry_after=mode)) as zoom:
        for _ in range(2):
            assert (await zoom.get("meeting.summary", WEEKLY)).status_code == 200
        refused = await zoom.get("meeting.summary", WEEKLY)
        assert "daily" in refused.json()["message"]
        assert refused.headers.get("Retry-After") == header
        assert ("X-RateLimit-Type" in refused.headers) is (mode != "missing")
        zoom.time.pass_by(hours=9)
        await zoom.log_in()
        assert (await zoom.get("meeting.summary", WEEKLY)).status_code == 200
