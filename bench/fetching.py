"""Wall time of fetching a call from a local Zoom, through the bot's client and through a bare loop."""

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import httpx
import orjson

from bench.figures import Figure
from bench.local_zoom import LocalZoom, number_of
from bot.domain.model import Kind, MeetingNumber, MeetingRef
from bot.services.fetch import Fetch, no_progress
from bot.zoom.client import ZoomAccount, ZoomClient
from bot.zoom.pacing import Unpaced
from bot.zoom.tokens import ServerToServerTokens

SUMMARY = "participants/qos_summary?page_size=10"
ATTENDANCE = "participants?type=past&page_size=300"


async def against_a_bare_loop(zoom: LocalZoom, participants: int = 1_000, rounds: int = 7) -> Figure:
    """Both read every summary page and, beside them, the participant list."""
    async with httpx.AsyncClient() as http, httpx.AsyncClient() as bare_http:
        known = zoom.settings
        tokens = ServerToServerTokens(
            http,
            known["ZOOM_OAUTH_URL"],
            known["ZOOM_ACCOUNT_ID"],
            known["ZOOM_CLIENT_ID"],
            known["ZOOM_CLIENT_SECRET"],
            _now,
        )
        account = ZoomAccount(tokens, Unpaced())
        client = ZoomClient(http, known["ZOOM_API_URL"], {Kind.MEETING: account}, _now)
        token = await tokens.token()

        async def through_the_bot() -> int:
            ref = MeetingRef(Kind.MEETING, MeetingNumber(number_of(participants)), None)
            return len((await Fetch(client, _now, no_progress).run(ref, None, ())).legs)

        async def through_a_bare_loop() -> int:
            call = f"{known['ZOOM_API_URL']}/metrics/meetings/{number_of(participants)}"
            read = await asyncio.gather(
                *(_all_pages(bare_http, f"{call}/{kind}", token) for kind in (SUMMARY, ATTENDANCE))
            )
            return read[0]

        ours, peer = await _wall_s(through_the_bot, through_a_bare_loop, rounds=rounds, participants=participants)
    name = f"wall time, fetching {participants // 10:,} pages"
    return Figure(name, 1000 * ours, "ms", "a bare httpx loop", 1000 * peer, aim=1.5)


async def _all_pages(http: httpx.AsyncClient, url: str, token: str) -> int:
    """Rows read by following the page tokens, and nothing else."""
    rows, next_page = 0, url
    while next_page:
        page = orjson.loads((await http.get(next_page, headers={"Authorization": f"Bearer {token}"})).content)
        rows += len(page["participants"])
        next_page = f"{url}&next_page_token={page['next_page_token']}" if page["next_page_token"] else ""
    return rows


async def _wall_s(*works: Callable[[], Awaitable[int]], rounds: int, participants: int) -> list[float]:
    """Median seconds of each work; they take turns. Each must find every participant."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for place, work in enumerate(works):
            began = time.perf_counter()
            found = await work()
            taken[place].append(time.perf_counter() - began)
            if found != participants:
                raise ValueError(f"{found} of {participants} people were read")
    return [statistics.median(times) for times in taken]


def _now() -> datetime:
    return datetime.now(UTC)
