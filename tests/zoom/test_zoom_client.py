import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from structlog.testing import capture_logs

from bot.domain.model import CallUuid, Kind, MeetingNumber, MeetingRef
from bot.errors import NotConfigured, ZoomError
from bot.ports import SummaryPage
from bot.zoom.client import ZoomAccount, ZoomClient
from bot.zoom.pacing import Pacer, Unpaced
from bot.zoom.tokens import ServerToServerTokens
from tests.zoom.little_zoom import START, Answer, FakeBudget, FakeTime, LittleZoom, Seen, broken_server, serve

MEETING = MeetingRef(Kind.MEETING, MeetingNumber("85812345678"), None)
TOKEN = "token-that-nobody-may-see"
PER_SECOND = {"code": 429, "message": "You have reached the maximum per-second rate limit for this API."}
DAILY = {"code": 429, "message": "You have reached the maximum daily rate limit for this API."}
BAD_TOKEN = Answer({"code": 124, "message": "Invalid access token."}, 401)
EXPIRED_PAGE = Answer({"code": 301, "message": "Next page token is not valid"}, 400)
QOS = [{"type": "audio_input", "details": {"avg_loss": "1%", "avg_bitrate": "50 kbps"}}]


def people(*ids: str, next_page: str = "", kind: Kind = Kind.MEETING) -> Answer:
    rows = [{"participant_id": i, "id": i, "user_id": i, "user_name": f"P{i}", "qos": QOS} for i in ids]
    return Answer(
        {"page_size": 10, "next_page_token": next_page, "users" if kind is Kind.SESSION else "participants": rows}
    )


@dataclass
class FixedTokens:
    """t1 until it is refused, then t2, …"""

    refused: list[str] = field(default_factory=list)

    async def token(self) -> str:
        return f"{TOKEN}-{len(self.refused) + 1}"

    def invalidate(self, token: str) -> None:
        if token == f"{TOKEN}-{len(self.refused) + 1}":
            self.refused.append(token)


@dataclass
class World:
    zoom: LittleZoom
    client: ZoomClient
    time: FakeTime
    tokens: FixedTokens
    outcomes: list[tuple[str, str]]


@asynccontextmanager
async def world(*answers: Answer, base: str | None = None, **options: Any) -> AsyncIterator[World]:
    zoom, time, tokens = LittleZoom(list(answers)), FakeTime(), FixedTokens()
    outcomes: list[tuple[str, str]] = []
    async with serve(zoom) as served:
        account = ZoomAccount(tokens, options.pop("pace", Unpaced()))
        accounts = options.pop("accounts", dict.fromkeys(Kind, account))
        client = ZoomClient(
            httpx.AsyncClient(),
            f"{base or served}/v2",
            accounts,
            time,
            sleep=time.sleep,
            timer=time.timer,
            observe=lambda operation, outcome: outcomes.append((operation, outcome)),
            **options,
        )
        try:
            yield World(zoom, client, time, tokens, outcomes)
        finally:
            await client.aclose()


async def read(client: ZoomClient, ref: MeetingRef = MEETING) -> list[SummaryPage]:
    return [page async for page in client.summaries(ref)]


async def refusal(client: ZoomClient, ref: MeetingRef = MEETING) -> ZoomError:
    with pytest.raises(ZoomError) as refused:
        await read(client, ref)
    return refused.value


def ids(pages: list[SummaryPage]) -> list[list[str]]:
    return [[row.participant_id for row in page.rows] for page in pages]


def queries(world_: World) -> list[dict[str, list[str]]]:
    return [parse_qs(urlsplit(target).query) for target in world_.zoom.targets]


@pytest.mark.parametrize(
    ("kind", "base"),
    [
        (Kind.MEETING, "/v2/metrics/meetings/{id}"),
        (Kind.WEBINAR, "/v2/metrics/webinars/{id}"),
        (Kind.SESSION, "/v2/videosdk/sessions/{id}"),
    ],
)
async def test_the_raw_request_targets_are_zooms(kind: Kind, base: str) -> None:
    inside = MeetingRef(kind, None, CallUuid("gkBE2XmnRJq42wHoMox/5g=="))
    twice = MeetingRef(kind, None, CallUuid("/ajXp112QmuoKj4854875=="))
    async with world(people("1", kind=kind)) as w:
        await read(w.client, inside)
        await read(w.client, twice)
        assert [page.rows async for page in w.client.attendance(inside)]
        await w.client.details(inside)
        once, double = "gkBE2XmnRJq42wHoMox%2F5g%3D%3D", "%252FajXp112QmuoKj4854875%253D%253D"
        group = "users" if kind is Kind.SESSION else "participants"
        assert w.zoom.targets == [
            f"{base.format(id=once)}/{group}/qos_summary?page_size=10",
            f"{base.format(id=double)}/{group}/qos_summary?page_size=10",
            f"{base.format(id=once)}/{group}?type=past&page_size=300",
            f"{base.format(id=once)}?type=past",
        ]
        assert {seen.authorization for seen in w.zoom.seen} == {f"Bearer {TOKEN}-1"}
        assert all(TOKEN not in target for target in w.zoom.targets)


async def test_pages_are_followed_with_the_same_query_until_the_token_is_empty_or_absent() -> None:
    last = people("3")
    del last.body["next_page_token"]
    async with world(people("1", "2", next_page="a b+/="), last) as w:
        assert ids(await read(w.client)) == [["1", "2"], ["3"]]
        assert queries(w) == [{"page_size": ["10"]}, {"page_size": ["10"], "next_page_token": ["a b+/="]}]
        assert w.outcomes == [("qos_summary", "ok")] * 2


async def test_a_page_is_given_before_the_next_is_asked_for() -> None:
    async with world(people("1", next_page="a"), people("2")) as w:
        pages = w.client.summaries(MEETING)
        assert (await anext(pages)).rows
        assert len(w.zoom.seen) == 1
        assert (await anext(pages)).rows


async def test_whatever_number_of_rows_comes_is_taken() -> None:
    async with world(people(*map(str, range(37)), next_page="a"), people(next_page="b"), people("x")) as w:
        assert [len(page) for page in ids(await read(w.client))] == [37, 0, 1]


@pytest.mark.parametrize("same", [True, False])
async def test_a_list_without_an_end_ends_with_an_error(same: bool) -> None:
    async with world() as w:
        w.zoom.script = lambda _: people(next_page="again" if same else f"t{len(w.zoom.seen)}")
        assert (await refusal(w.client)).slug == "zoom_endless_pages"
        assert len(w.zoom.seen) < 30


async def test_a_refused_page_size_falls_back_to_ten_once_and_says_so() -> None:
    def script(seen: Seen) -> Answer:
        big = "page_size=10&" not in f"{seen.target}&"
        return Answer({"code": 300, "message": "Validation Failed."}, 400) if big else people("1")

    async with world(page_size=30) as w:
        w.zoom.script = script
        with capture_logs() as logs:
            first, second = await read(w.client), await read(w.client)
        assert ids(first) == ids(second) == [["1"]]
        assert not first[0].restarted
        assert [query["page_size"] for query in queries(w)] == [["30"], ["10"], ["10"]]
        assert [entry for entry in logs if entry["event"] == "zoom_page_size_refused"] == [
            {"event": "zoom_page_size_refused", "log_level": "warning", "asked": 30, "using": 10}
        ]


async def test_a_refused_page_of_ten_is_an_error() -> None:
    async with world(Answer({"code": 300, "message": "Validation Failed."}, 400)) as w:
        assert (await refusal(w.client)).slug == "validation_failed"
        assert len(w.zoom.seen) == 1


async def test_an_expired_page_token_starts_anew_once() -> None:
    answers = [people("1", next_page="a"), EXPIRED_PAGE, people("1", next_page="b"), people("2")]
    async with world(*answers) as w:
        pages = await read(w.client)
        assert ids(pages) == [["1"], ["1"], ["2"]]
        assert [page.restarted for page in pages] == [False, True, False]
        assert "next_page_token" not in queries(w)[2]


async def test_a_second_expiry_is_an_error() -> None:
    async with world(people("1", next_page="a"), EXPIRED_PAGE, people("1", next_page="b"), EXPIRED_PAGE) as w:
        assert (await refusal(w.client)).slug == "page_token_expired"
        assert len(w.zoom.seen) == 4


async def test_attendance_starts_anew_too() -> None:
    async with world(people("1", next_page="a"), EXPIRED_PAGE, people("1")) as w:
        pages = [page async for page in w.client.attendance(MEETING)]
        assert [page.restarted for page in pages] == [False, True]


async def test_a_refused_token_is_renewed_once() -> None:
    async with world(BAD_TOKEN, people("1")) as w:
        assert ids(await read(w.client)) == [["1"]]
        assert [seen.authorization[-2:] for seen in w.zoom.seen] == ["-1", "-2"]
        assert w.time.slept == [0.0]


async def test_a_token_refused_twice_is_an_error() -> None:
    async with world(BAD_TOKEN) as w:
        assert (await refusal(w.client)).slug == "invalid_token"
        assert len(w.zoom.seen) == 2


async def test_many_refused_at_once_share_one_new_token() -> None:
    def script(seen: Seen) -> Answer:
        if seen.method == "POST":
            granted = sum(s.method == "POST" for s in w.zoom.seen)
            return Answer({"access_token": f"t{granted}", "expires_in": 3600})
        return people("1") if seen.authorization == "Bearer t2" else BAD_TOKEN

    zoom_time = FakeTime()
    async with world() as w, httpx.AsyncClient() as http:
        w.zoom.script = script
        base = str(w.client._api_url).removesuffix("/v2")
        tokens = ServerToServerTokens(http, f"{base}/oauth/token", "a", "b", "c", zoom_time)
        account = ZoomAccount(tokens, Unpaced())
        async with httpx.AsyncClient() as other:
            client = ZoomClient(other, f"{base}/v2", {Kind.MEETING: account}, zoom_time, sleep=zoom_time.sleep)
            results = await asyncio.gather(*(read(client) for _ in range(15)))
    assert all(ids(pages) == [["1"]] for pages in results)
    assert sum(seen.method == "POST" for seen in w.zoom.seen) == 2


async def test_a_missing_scope_is_not_repeated_but_the_next_token_is_new() -> None:
    scope = Answer({"code": 4711, "message": "Invalid access token, does not contain scopes:[a:b:c]."}, 400)
    async with world(scope, people("1")) as w:
        assert (await refusal(w.client)).slug == "missing_scope"
        assert len(w.zoom.seen) == 1
        await read(w.client)
        assert w.zoom.seen[1].authorization == f"Bearer {TOKEN}-2"


@pytest.mark.parametrize(
    "bad",
    [Answer({}, 500), Answer(b"<html>", 502), Answer(b'{"participants": [', 200), Answer(b"[]", 200)],
    ids=["500", "502", "half json", "list"],
)
async def test_a_passing_failure_is_repeated_up_to_three_times_with_growing_waits(bad: Answer) -> None:
    async with world(bad, bad, bad, people("1")) as w:
        assert ids(await read(w.client)) == [["1"]]
        assert len(w.time.slept) == 3
        assert 0.5 <= w.time.slept[0] <= 1.0
        assert w.time.slept[0] < w.time.slept[1] < w.time.slept[2] <= 8
    async with world(bad) as w:
        assert (await refusal(w.client)).slug in ("zoom_unavailable", "zoom_garbled")
        assert len(w.zoom.seen) == 4


@pytest.mark.parametrize(
    ("reply", "slug"),
    [
        (b"", "zoom_unreachable"),
        (b'HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"participants": [', "zoom_garbled"),
        (b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"par', "zoom_garbled"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd", "zoom_garbled"),
        (b"nonsense\r\n\r\n", "zoom_unreachable"),
    ],
    ids=["reset", "short", "cut chunk", "no gzip", "no http"],
)
async def test_a_broken_answer_is_repeated_and_then_told(reply: bytes, slug: str) -> None:
    good = b'HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{"participants": []}'
    async with broken_server(reply, good) as (base, heads), world(people(), base=base) as w:
        assert ids(await read(w.client)) == [[]]
        assert len(heads) == 2
    async with broken_server(reply) as (base, heads), world(people(), base=base) as w:
        assert (await refusal(w.client)).slug == slug
        assert len(heads) == 4


async def test_a_name_cut_inside_an_emoji_does_not_cost_the_page() -> None:
    page = rb'{"participants": [{"participant_id": "1", "user_name": "Ana \ud83d", "qos": []}]}'
    async with world(Answer(page)) as w:
        [found] = await read(w.client)
        assert [row.name for row in found.rows] == ["Ana ?"]


async def test_an_address_without_anybody_is_unreachable() -> None:
    async with broken_server(b"") as (base, _):
        pass
    async with world(people(), base=base) as w:
        assert (await refusal(w.client)).slug == "zoom_unreachable"


async def test_a_server_that_says_nothing_is_given_up_at_the_deadline() -> None:
    async def silent(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asked.wait()
        writer.close()

    asked = asyncio.Event()
    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    async with (
        server,
        world(people(), base=f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", deadline_s=0.05) as w,
    ):
        refused = await refusal(w.client)
        asked.set()
    assert refused.slug == "zoom_unreachable"
    assert w.time.slept == []


async def test_a_deadline_stops_the_repeats() -> None:
    async with world(Answer({}, 503), deadline_s=1.5) as w:
        assert (await refusal(w.client)).slug == "zoom_unavailable"
        assert len(w.zoom.seen) == 2
        assert sum(w.time.slept) < 1.5


@pytest.mark.parametrize(
    ("headers", "at_least"),
    [
        ({"Retry-After": "2026-11-24T20:50:07Z"}, 7),
        ({"Retry-After": "4"}, 4),
        ({"Retry-After": "Tue, 24 Nov 2026 20:50:09 GMT"}, 9),
        ({}, 1),
    ],
    ids=["instant", "seconds", "date", "missing"],
)
async def test_a_limit_is_waited_out_as_zoom_says(headers: dict[str, str], at_least: float) -> None:
    async with world(Answer(PER_SECOND, 429, headers), people("1")) as w:
        assert ids(await read(w.client)) == [["1"]]
        assert at_least <= w.time.slept[0] <= at_least + 0.3


@pytest.mark.parametrize(
    ("retry_after", "at_least", "at_most"),
    [("4", 4, 4.3), ("2026-11-24T20:50:07Z", 7, 7.3), ("0", 0.5, 1), ("86400", 0.5, 1), ("soon", 0.5, 1)],
)
async def test_an_outage_is_waited_out_as_zoom_says_unless_that_makes_no_sense(
    retry_after: str, at_least: float, at_most: float
) -> None:
    async with world(Answer({}, 503, {"Retry-After": retry_after}), people("1")) as w:
        assert ids(await read(w.client)) == [["1"]]
        assert at_least <= w.time.slept[0] <= at_most


async def test_an_outage_beyond_the_deadline_is_told_at_once_with_its_end() -> None:
    async with world(Answer({}, 503, {"Retry-After": "600"})) as w:
        refused = await refusal(w.client)
        assert (refused.slug, len(w.zoom.seen), w.time.slept) == ("zoom_unavailable", 1, [])
        assert refused.retry_at == datetime.fromisoformat("2026-11-24T21:00:00Z")


@pytest.mark.parametrize(
    ("answer", "slug", "retry_at"),
    [
        (
            Answer(PER_SECOND, 429, {"Retry-After": "600"}),
            "rate_limited",
            datetime.fromisoformat("2026-11-24T21:00:00Z"),
        ),
        (Answer(DAILY, 429), "daily_limit", datetime.fromisoformat("2026-11-25T00:00:00Z")),
    ],
    ids=["long", "daily"],
)
async def test_a_limit_beyond_the_deadline_is_told_at_once(answer: Answer, slug: str, retry_at: datetime) -> None:
    async with world(answer) as w:
        refused = await refusal(w.client)
        assert (refused.slug, refused.retry_at) == (slug, retry_at)
        assert (len(w.zoom.seen), w.time.slept) == (1, [])


async def test_a_limit_that_stays_ends_by_the_deadline() -> None:
    async with world(Answer(PER_SECOND, 429), deadline_s=5.0) as w:
        assert (await refusal(w.client)).slug == "rate_limited"
        assert 3 <= len(w.zoom.seen) <= 6


@pytest.mark.parametrize(
    ("answer", "slug"),
    [
        (
            Answer({"code": 3001, "message": "The Meeting ID is not valid or the meeting has not ended yet."}, 404),
            "no_summary_yet",
        ),
        (Answer({"code": 3001, "message": "The meeting has not ended yet."}, 200), "no_summary_yet"),
        (Answer({"code": 12702, "message": "Can not access a meeting a year ago."}, 400), "too_old"),
        (Answer({}, 307, {"location": "https://elsewhere.example/"}), "zoom_moved"),
    ],
    ids=["404", "error in 200", "400", "redirect"],
)
async def test_a_lasting_refusal_is_asked_once(answer: Answer, slug: str) -> None:
    async with world(answer) as w:
        assert (await refusal(w.client)).slug == slug
        assert len(w.zoom.seen) == 1
        assert w.outcomes == [("qos_summary", slug)]


async def test_a_success_may_carry_code_zero() -> None:
    answer = people("1")
    answer.body["code"] = 0
    async with world(answer) as w:
        assert ids(await read(w.client)) == [["1"]]


async def test_a_failure_is_one_log_line_with_the_reference_and_no_secret() -> None:
    answer = Answer(
        {"code": 3001, "message": "Meeting does not exist: 85812345678"}, 404, {"x-zm-trackingid": "rid=WEB_1"}
    )
    async with world(answer) as w:
        with capture_logs() as logs:
            refused = await refusal(w.client)
    (line,) = [entry for entry in logs if entry["event"] == "zoom_request_failed"]
    assert line == {
        "event": "zoom_request_failed",
        "log_level": "warning",
        "operation": "qos_summary",
        "kind": "meeting",
        "slug": "not_found",
        "status": 404,
        "code": 3001,
        "tracking_id": "rid=WEB_1",
        "ref": refused.ref,
    }
    assert re.fullmatch("[0-9a-f]{8}", refused.ref)
    assert TOKEN not in repr(logs) and "85812345678" not in repr(logs)


async def test_a_used_up_day_sends_nothing() -> None:
    budget = FakeBudget({("a", START.date()): 60_000})
    async with world(people("1"), pace=Pacer("a", "business", budget, FakeTime())) as w:
        assert (await refusal(w.client)).slug == "daily_limit"
        assert w.zoom.seen == []


async def test_every_request_and_repeat_is_counted_and_the_rest_given_back() -> None:
    budget = FakeBudget()
    pace = Pacer("a", "business", budget, FakeTime())
    async with world(Answer({}, 500), people("1", next_page="a"), people("2"), pace=pace) as w:
        await read(w.client)
        assert budget.used["a", START.date()] == 10
    assert budget.used["a", START.date()] == len(w.zoom.seen) == 3


async def test_time_spent_on_our_own_pace_does_not_count() -> None:
    class Slow(Unpaced):
        async def acquire(self) -> None:
            w.time.advance(100)

    async with world(Answer({}, 503), people("1"), pace=Slow(), deadline_s=5.0) as w:
        assert ids(await read(w.client)) == [["1"]]


@pytest.mark.parametrize(
    ("kind", "settings"),
    [
        (Kind.WEBINAR, ("ZOOM_ACCOUNT_ID", "ZOOM_CLIENT_ID", "ZOOM_CLIENT_SECRET")),
        (Kind.SESSION, ("ZOOM_VIDEOSDK_API_KEY", "ZOOM_VIDEOSDK_API_SECRET")),
    ],
)
async def test_a_kind_without_credentials_names_its_settings(kind: Kind, settings: tuple[str, ...]) -> None:
    ref = MeetingRef(kind, None, CallUuid("gkBE2XmnRJq42wHoMox/5g=="))
    async with world(people("1"), accounts={}) as w:
        with pytest.raises(NotConfigured) as refused:
            await read(w.client, ref)
        assert refused.value.settings == settings
        assert all(name in str(refused.value) for name in settings)
        assert w.zoom.seen == []


async def test_details_keep_what_was_asked_for() -> None:
    body = {"uuid": "gaqOKVN9RAaDHKYWEcASXg==", "id": 85812345678, "topic": "Weekly sync", "participants": 14}
    async with world(Answer(body)) as w:
        got = await w.client.details(MEETING)
    assert (got.subject.number, got.subject.uuid, got.people) == ("85812345678", "gaqOKVN9RAaDHKYWEcASXg==", 14)
    assert got.subject.topic == "Weekly sync"
    async with world(Answer({"id": 575734086, "topic": "x"})) as w:
        by_uuid = await w.client.details(MeetingRef(Kind.MEETING, None, CallUuid("gaqOKVN9RAaDHKYWEcASXg==")))
    assert (by_uuid.subject.number, by_uuid.subject.uuid) == ("575734086", "gaqOKVN9RAaDHKYWEcASXg==")
