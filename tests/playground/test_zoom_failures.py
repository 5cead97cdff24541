"""Every switch of the local Zoom does what it says, by order, by the control door, and by a magic number."""

import json
from typing import Any

import httpx
import pytest

from playground.zoom.failures import FAILURES, ROWS
from playground.zoom.magic import MAGIC, magic_catalogue
from playground.zoom.rules import Rules
from playground.zoom.scenarios import SESSION_UUID, seeded
from tests.playground.zoom_caller import NOW, PATHS, local_zoom

WEEKLY = "85812345678"
WORLD = seeded(NOW)
IDS = {"meeting": WEEKLY, "webinar": "94177302286", "session": SESSION_UUID}
ANSWERS = [row.name for row in ROWS if row.delivery in ("json", "page", "empty") and not row.error]


@pytest.mark.parametrize("name", ANSWERS)
async def test_an_ordered_failure_is_answered_once_and_then_all_is_well(name: str) -> None:
    row = FAILURES[name]
    async with local_zoom(WORLD) as zoom:
        zoom.rules.fail(name, "meeting.summary", times=1)
        assert (await zoom.get("meeting.details", WEEKLY)).status_code == 200
        answer = await zoom.get("meeting.summary", WEEKLY)
        assert answer.status_code == row.status
        if row.delivery == "json":
            assert answer.json().get("code") == row.code
            assert "{" not in answer.json()["message"]
        else:
            assert answer.content[:9] in (b"<!DOCTYPE", b"")
        assert zoom.journal[-1].failure == name
        assert "participants" in (await zoom.get("meeting.summary", WEEKLY)).json()


@pytest.mark.parametrize("operation", PATHS)
async def test_any_operation_can_fail(operation: str) -> None:
    kind = operation.partition(".")[0]
    async with local_zoom(WORLD) as zoom:
        assert (await zoom.get(operation, IDS[kind])).status_code == 200
        zoom.rules.fail("not-found", operation)
        answer = await zoom.get(operation, IDS[kind])
        assert (answer.status_code, answer.json()["code"]) == (404, 3001)
        assert f"This {kind}'s detail info" in answer.json()["message"]


@pytest.mark.parametrize("name", [row.name for row in ROWS if row.error])
async def test_the_token_endpoint_can_fail(name: str) -> None:
    async with local_zoom(WORLD) as zoom:
        zoom.rules.fail(name, "token", times=1)
        answer = await zoom.ask_token()
        assert answer.status_code == 400
        assert answer.json()["error"] == FAILURES[name].error
        assert (await zoom.ask_token()).status_code == 200


@pytest.mark.parametrize("where", ["meeting.summary", "token"])
async def test_a_reset_and_a_cut_off_answer_break_the_connection(where: str) -> None:
    async with local_zoom(WORLD) as zoom:

        async def ask() -> httpx.Response:
            return await (zoom.ask_token() if where == "token" else zoom.get("meeting.summary", WEEKLY))

        for name in ("reset", "cut-off"):
            zoom.rules.fail(name, where, times=1)
            with pytest.raises(httpx.TransportError):
                await ask()
        assert (await ask()).status_code == 200
        assert zoom.journal[0].status == 0


async def test_a_hanging_answer_ends_when_the_caller_gives_up() -> None:
    async with local_zoom(WORLD) as zoom:
        zoom.rules.fail("hang", "meeting.summary", times=1)
        zoom.client.timeout = httpx.Timeout(5, read=0.05)
        with pytest.raises(httpx.ReadTimeout):
            await zoom.get("meeting.summary", WEEKLY)
        zoom.client.timeout = httpx.Timeout(5)
        assert (await zoom.get("meeting.summary", WEEKLY)).status_code == 200


async def test_a_truncated_answer_is_no_json() -> None:
    async with local_zoom(WORLD) as zoom:
        zoom.rules.fail("truncated")
        answer = await zoom.get("meeting.summary", WEEKLY)
        assert answer.status_code == 200
        with pytest.raises(json.JSONDecodeError):
            answer.json()


async def test_good_answers_can_carry_oddities() -> None:
    async with local_zoom(WORLD) as zoom:
        for name in ("code-zero", "odd-row", "no-next-page-key"):
            zoom.rules.fail(name, "*.summary", times=1)
        zero, odd = [(await zoom.get("meeting.summary", WEEKLY, page_size=10)).json() for _ in range(2)]
        last = (await zoom.get("meeting.summary", "81577823490", page_size=10)).json()
        assert zero["code"] == 0 and len(zero["participants"]) == 10
        assert odd["participants"][1]["qos"] == "not available"
        assert "next_page_token" not in last and len(last["participants"]) == 1


async def test_a_failure_can_wait_and_can_be_for_later_pages_only() -> None:
    async with local_zoom(WORLD) as zoom:
        zoom.rules.fail("server-error", "*.summary", times=2, skip=1)
        statuses = [(await zoom.get("meeting.summary", WEEKLY)).status_code for _ in range(4)]
        assert statuses == [200, 500, 500, 200]
        zoom.rules.fail("page-token", later=True)
        first = await zoom.get("meeting.summary", WEEKLY, page_size=10)
        token = first.json()["next_page_token"]
        second = await zoom.get("meeting.summary", WEEKLY, page_size=10, next_page_token=token)
        assert (first.status_code, second.status_code) == (200, 400)
        zoom.rules.clear()
        assert (await zoom.get("meeting.summary", WEEKLY)).status_code == 200


# --- the control door ------------------------------------------------------------------------------------------------


async def test_the_control_door_changes_rules_while_it_runs() -> None:
    async with local_zoom(WORLD) as zoom:
        order = {"failure": "rate-daily", "operation": "meeting.*", "times": 1}
        answer = await zoom.client.post("/control/rules", json={"faults": [order], "retry_after": "seconds"})
        assert answer.json()["rules"]["faults"][0]["failure"] == "rate-daily"
        assert int((await zoom.get("meeting.summary", WEEKLY)).headers["Retry-After"]) == 8 * 3600 + 1800
        await zoom.client.post("/control/rules", json={"scopes": [], "revoke": True})
        assert (await zoom.get("meeting.summary", WEEKLY)).json()["code"] == 124
        await zoom.log_in()
        assert (await zoom.get("meeting.summary", WEEKLY)).json()["code"] == 4711


@pytest.mark.parametrize(
    "wanted",
    [
        {"no_such_switch": 1},
        {"faults": [{"failure": "no such failure"}]},
        {"faults": [{"failure": "reset", "operation": "meting.*"}]},
        {"faults": [{"wrong": 1}]},
        {"plan": "golden"},
        {"latency_s": "long"},
        {"limits": 1},
        {"per_day": True},
        {"scopes": "all"},
        [1],
    ],
)
async def test_the_control_door_refuses_what_it_does_not_know_and_changes_nothing(wanted: Any) -> None:
    async with local_zoom(WORLD) as zoom:
        before = zoom.rules.state()
        sent = {"hang_s": 1, **wanted} if isinstance(wanted, dict) else wanted
        answer = await zoom.client.post("/control/rules", json=sent)
        assert answer.status_code == 400
        assert answer.json()["error"]
        assert zoom.rules.state() == before


async def test_the_control_door_tells_no_secret() -> None:
    async with local_zoom(WORLD) as zoom:
        text = (await zoom.client.get("/control/rules")).text
        assert zoom.rules.client_secret not in text
        assert zoom.rules.videosdk_secret not in text
        assert "rate-daily" in text


# --- magic numbers ---------------------------------------------------------------------------------------------------

SHOWN = [row for row in MAGIC if row.operation]


@pytest.mark.parametrize("row", SHOWN, ids=lambda row: f"{row.number}-{row.name}")
async def test_a_magic_number_shows_its_failure(row: Any) -> None:
    operation = row.operation.replace("*.", f"{row.kind}.").replace(".*", ".summary")
    expected = FAILURES[row.name]
    async with local_zoom(WORLD) as zoom:

        async def ask() -> httpx.Response:
            query: dict[str, Any] = {} if operation.endswith(".details") else {"page_size": 10}
            if row.later:
                query["next_page_token"] = (await zoom.get(operation, row.number, **query)).json()["next_page_token"]
            return await zoom.get(operation, row.number, **query)

        if expected.delivery == "reset":
            with pytest.raises(httpx.TransportError):
                await ask()
        elif expected.delivery == "hang":
            zoom.client.timeout = httpx.Timeout(5, read=0.05)
            with pytest.raises(httpx.ReadTimeout):
                await ask()
        else:
            assert (await ask()).status_code == expected.status
        assert zoom.journal[-1].failure == row.name
        if row.every == 2:
            assert (await ask()).status_code == 200
        if row.then:
            assert (await zoom.ask_token()).json()["error"] == FAILURES[row.then].error
            assert (await zoom.ask_token()).status_code == 200


async def test_the_magic_numbers_of_age_and_state_need_no_order() -> None:
    async with local_zoom(WORLD) as zoom:
        assert (await zoom.get("meeting.summary", "90000000101")).json()["code"] == 12702
        assert (await zoom.get("meeting.summary", "90000000102")).json()["code"] == 3001


async def test_every_answer_can_be_slow() -> None:
    async with local_zoom(WORLD, Rules(latency_s=0.02)) as zoom:
        assert (await zoom.get("meeting.summary", WEEKLY)).elapsed.total_seconds() >= 0.02


def test_the_magic_catalogue_tells_each_number_once_and_what_it_shows() -> None:
    rows = magic_catalogue()
    assert len({row["id"] for row in rows}) == len(rows) == len(MAGIC)
    assert rows[0]["id"] == "900 0000 0101"
    assert all(row["what"] for row in rows)
