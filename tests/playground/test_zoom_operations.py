"""The local Zoom's operations as its documentation promises them: doors, ids, paging, limits."""

import base64

import pytest

from playground.zoom.rules import Rules
from playground.zoom.scenarios import SESSION_UUID, TWICE_ENCODED, seeded
from playground.zoom.world import catalogue
from tests.playground.zoom_caller import NOW, code_of, local_zoom

WEEKLY = "85812345678"
WORLD = seeded(NOW)


# --- doors -----------------------------------------------------------------------------------------------------------


async def test_a_token_tells_its_lifetime_scopes_and_this_very_server() -> None:
    async with local_zoom(WORLD) as zoom:
        answer = (await zoom.ask_token()).json()
        assert answer["token_type"] == "bearer"
        assert answer["expires_in"] == 3600
        assert "dashboard:read:list_meeting_participants_qos:admin" in answer["scope"].split()
        assert answer["api_url"] == str(zoom.client.base_url).rstrip("/")


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"client_id": "somebody"}, "invalid_client"),
        ({"account_id": "another"}, "invalid_request"),
        ({"grant_type": "client_credentials"}, "unsupported_grant_type"),
    ],
)
async def test_a_wrong_token_request_is_told_why(changes: dict[str, str], error: str) -> None:
    async with local_zoom(WORLD) as zoom:
        answer = await zoom.ask_token(**changes)
        assert answer.status_code == 400
        assert answer.json()["error"] == error
        assert answer.json()["reason"]


async def test_a_token_request_in_the_query_string_is_refused() -> None:
    async with local_zoom(WORLD) as zoom:
        basic = base64.b64encode(f"{zoom.rules.client_id}:{zoom.rules.client_secret}".encode()).decode()
        query = {"grant_type": "account_credentials", "account_id": zoom.rules.account_id}
        answer = await zoom.client.post("/oauth/token", params=query, headers={"Authorization": f"Basic {basic}"})
        assert answer.status_code == 400
        assert (await zoom.client.post("/oauth/token")).json()["code"] == 4706


async def test_a_token_is_good_until_it_expires() -> None:
    async with local_zoom(WORLD) as zoom:
        zoom.time.pass_by(seconds=3599)
        assert (await zoom.get("meeting.summary", WEEKLY)).status_code == 200
        zoom.time.pass_by(seconds=1)
        assert code_of(await zoom.get("meeting.summary", WEEKLY)) == (401, 124)
        await zoom.log_in()
        assert (await zoom.get("meeting.summary", WEEKLY)).status_code == 200


async def test_a_token_in_the_query_is_refused() -> None:
    async with local_zoom(WORLD) as zoom:
        assert code_of(await zoom.get("meeting.summary", WEEKLY, access_token=zoom.token)) == (401, 124)


async def test_a_missing_scope_is_named_and_granting_it_needs_a_new_token() -> None:
    async with local_zoom(WORLD, Rules(scopes=frozenset({"dashboard:read:meeting:admin"}))) as zoom:
        answer = await zoom.get("meeting.summary", WEEKLY)
        assert code_of(answer) == (400, 4711)
        assert "scopes:[dashboard:read:list_meeting_participants_qos:admin" in answer.json()["message"]
        assert (await zoom.get("meeting.details", WEEKLY)).status_code == 200
        zoom.rules.scopes = frozenset({"dashboard:read:admin"})
        assert code_of(await zoom.get("meeting.summary", WEEKLY)) == (400, 4711)
        await zoom.log_in()
        assert (await zoom.get("meeting.summary", WEEKLY)).status_code == 200


async def test_sessions_want_a_jwt_of_the_right_key_and_secret() -> None:
    async with local_zoom(WORLD) as zoom:
        good = zoom.videosdk_jwt()
        bad = [
            zoom.token,
            zoom.videosdk_jwt(secret="another secret of at least 32 bytes"),
            zoom.videosdk_jwt(iss="sdk-key"),
            zoom.videosdk_jwt(exp=int(NOW.timestamp())),
        ]
        assert (await zoom.get("session.summary", SESSION_UUID, token=good)).status_code == 200
        for token in bad:
            assert code_of(await zoom.get("session.summary", SESSION_UUID, token=token)) == (401, 124)
        assert code_of(await zoom.get("meeting.summary", WEEKLY, token=good)) == (401, 124)


async def test_every_answer_carries_a_tracking_id_and_is_in_the_journal() -> None:
    async with local_zoom(WORLD) as zoom:
        answers = [
            await zoom.ask_token(),
            await zoom.get("meeting.summary", WEEKLY, page_size=10),
            await zoom.get("meeting.summary", "12345"),
            await zoom.client.get("/v2/nothing"),
            await zoom.client.get("/elsewhere"),
        ]
        ids = [answer.headers["x-zm-trackingid"] for answer in answers]
        assert all(ident.startswith("v=2.0;clid=us02;rid=WEB_") for ident in ids)
        assert ids == [entry.tracking_id for entry in zoom.journal]
        assert [entry.status for entry in zoom.journal] == [200, 200, 404, 404, 404]
        assert zoom.journal[1].operation == "meeting.summary"
        assert zoom.journal[1].target == f"/v2/metrics/meetings/{WEEKLY}/participants/qos_summary?page_size=10"


async def test_it_works_below_a_mount_point() -> None:
    async with local_zoom(WORLD, under="/zoom") as zoom:
        assert (await zoom.get("meeting.summary", TWICE_ENCODED)).status_code == 200
        assert zoom.journal[0].target.startswith("/v2/metrics/meetings/%252FVh0a%252F%252F")


# --- ids -------------------------------------------------------------------------------------------------------------


async def test_a_uuid_with_a_leading_slash_must_be_encoded_twice() -> None:
    async with local_zoom(WORLD) as zoom:
        twice = await zoom.get("meeting.details", TWICE_ENCODED, encoded=2)
        assert twice.json()["uuid"] == TWICE_ENCODED
        once = await zoom.get("meeting.details", TWICE_ENCODED, encoded=1)
        assert code_of(once) == (404, 3001)
        assert once.json()["message"] == f"Meeting does not exist: {TWICE_ENCODED[1:].replace('//', '/')}."
        raw = await zoom.client.get(f"/v2/metrics/meetings/{TWICE_ENCODED}", headers={"Authorization": "Bearer x"})
        assert code_of(raw) == (404, 2300)


@pytest.mark.parametrize("encoded", [1, 2])
async def test_a_uuid_with_one_slash_inside_may_be_encoded_once_or_twice(encoded: int) -> None:
    async with local_zoom(WORLD) as zoom:
        answer = await zoom.get("session.details", SESSION_UUID, encoded=encoded)
        assert answer.json()["id"] == SESSION_UUID


async def test_a_number_names_the_latest_instance() -> None:
    async with local_zoom(WORLD) as zoom:
        latest = (await zoom.get("meeting.details", "5552018843")).json()
        older = (await zoom.get("meeting.details", TWICE_ENCODED)).json()
        assert latest["id"] == older["id"] == 5552018843
        assert latest["uuid"] != TWICE_ENCODED
        assert latest["start_time"] > older["start_time"]


async def test_unknown_running_and_foreign_calls_are_3001() -> None:
    async with local_zoom(WORLD) as zoom:
        for operation, ident in [
            ("meeting.summary", "11122233344"),
            ("meeting.summary", "80422165538"),
            ("meeting.details", "80422165538"),
            ("webinar.summary", WEEKLY),
            ("meeting.summary", "AAAAAAAAAAAAAAAAAAAAAA=="),
        ]:
            assert code_of(await zoom.get(operation, ident)) == (404, 3001)
        assert (await zoom.get("meeting.details", "80422165538", type="live")).status_code == 200
        assert code_of(await zoom.get("meeting.participants", WEEKLY, type="live")) == (404, 3001)


async def test_what_ended_over_a_year_ago_is_12702() -> None:
    async with local_zoom(WORLD) as zoom:
        zoom.time.pass_by(days=366)
        await zoom.log_in()
        assert code_of(await zoom.get("meeting.summary", WEEKLY)) == (400, 12702)


async def test_without_the_event_subscription_the_text_says_webinar_even_for_meetings() -> None:
    async with local_zoom(WORLD, Rules(subscribed=frozenset({"session"}))) as zoom:
        answer = await zoom.get("meeting.summary", WEEKLY)
        assert code_of(answer) == (400, 200)
        assert "Subscribe to the Webinar Participant QoS Summary event" in answer.json()["message"]
        assert (await zoom.get("meeting.participants", WEEKLY)).status_code == 200


def test_the_catalogue_offers_every_kind_as_people_write_it() -> None:
    rows = catalogue(WORLD)
    assert {row["kind"] for row in rows} == {"meeting", "webinar", "session"}
    assert rows[0] == {"kind": "meeting", "id": "858 1234 5678", "title": "Weekly sync", "what": "one bad uplink"}


def test_the_local_zoom_knows_nothing_of_the_bot(request: pytest.FixtureRequest) -> None:
    sources = (request.config.rootpath / "playground" / "zoom").glob("*.py")
    assert [path.name for path in sources if "from bot" in path.read_text() or "import bot" in path.read_text()] == []
