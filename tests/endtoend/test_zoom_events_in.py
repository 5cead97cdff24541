"""Zoom's events into a running bot and out again in Slack; killed in between; by webhook, by WebSocket, from a file."""

import asyncio
import hashlib
import hmac
import json
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from websockets.asyncio.server import ServerConnection, serve

from bot.domain.feed_call import call_of
from bot.domain.model import CallUuid, Kind
from bot.store.store import Store
from playground.slack.delivery import Ack
from tests.endtoend.bot_process import bot, serving
from tests.endtoend.bot_world import eventually
from tests.endtoend.outside_world import HELPDESK, outside, variables
from tests.services.event_samples import NUMBER, UUID, ended, minute_event, started, summary_event

SECRET = "a-webhook-secret"
REST = ("ZOOM_ACCOUNT_ID", "ZOOM_CLIENT_ID", "ZOOM_CLIENT_SECRET", "ZOOM_VIDEOSDK_API_KEY", "ZOOM_VIDEOSDK_API_SECRET")


def minutes_ago(minutes: int) -> datetime:
    return datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=minutes)


def only_events(known: Mapping[str, str]) -> dict[str, str]:
    """No access to Zoom's REST at all."""
    kept = {name: value for name, value in known.items() if name not in REST}
    return kept | {"ZOOM_WEBHOOK_SECRET_TOKEN": f"older-secret, {SECRET}"}


def signed(body: bytes) -> dict[str, str]:
    mac = hmac.new(SECRET.encode(), b"v0:1700000000:" + body, hashlib.sha256).hexdigest()
    return {"x-zm-request-timestamp": "1700000000", "x-zm-signature": f"v0={mac}"}


async def post(client: httpx.AsyncClient, event: Any) -> int:
    body = json.dumps(event).encode()
    return (await client.post("/zoom/events", content=body, headers=signed(body))).status_code


@asynccontextmanager
async def zoom_calls(url: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=url, trust_env=False) as client:
        yield client


async def test_a_call_that_runs_is_told_of_live_and_its_end_is_told_too(tmp_path: Path) -> None:
    begun = minutes_ago(20)
    async with (
        outside() as (slack, zoom),
        serving(tmp_path, only_events(variables(slack, zoom, tmp_path / "qos.db"))) as served,
        zoom_calls(served.url) as webhook,
    ):
        await slack.bot_is_connected()
        events = [started(begun), *(minute_event("1", at, loss="9%", begun=begun) for at in (17, 18, 19))]
        events += [summary_event("2", name="Kofi", at=begun + timedelta(minutes=10)), {"event": "zoomroom.alert"}, {}]
        assert [await post(webhook, event) for event in [*events, events[0]]] == [204] * 8

        async def asked(command: str) -> str:
            assert isinstance(await slack.command("lee", HELPDESK, command), Ack)
            return (await slack.next_message(HELPDESK)).text

        async def processed() -> bool:
            return "waiting to be processed" not in await asked("/qos status")

        await eventually(processed)
        running = await asked(f"/qos meeting {NUMBER}")
        assert "from Zoom's events, live, as of" in running
        assert "Incomplete: the meeting is still running" in running
        assert "loss 9" in running and "🟢 1 good" in running
        assert await post(webhook, summary_event("1", name="Ana", loss="9%", at=begun + timedelta(minutes=20))) == 204
        assert await post(webhook, ended(begun + timedelta(minutes=20), begun=begun)) == 204
        await eventually(processed)
        over = await asked(f"/qos meeting {NUMBER}")
        assert "Ana" in over and "live" not in over and "Incomplete" not in over
        status = await asked("/qos status")
        assert "last event at" in status and "1 of no interest here" in status
        assert "1 could not be read; the last one: an event name that is null" in status
        metrics = (await served.get("/metrics")).text
        assert 'qos_events_total{outcome="duplicate"} 1.0' in metrics
        assert zoom.journal == []


async def test_a_kill_at_any_moment_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    acknowledged: set[str] = set()
    begun = minutes_ago(50)

    async def send(client: httpx.AsyncClient, people: list[str], until: asyncio.Event) -> None:
        for person in people:
            try:
                if await post(client, summary_event(person, name=f"P{person}", at=begun)) == 204:
                    acknowledged.add(person)
            except httpx.TransportError:
                return
            if len(acknowledged) >= 150:
                until.set()

    async with outside() as (slack, zoom):
        settings = only_events(variables(slack, zoom, tmp_path / "qos.db"))
        people = [str(n) for n in range(4000)]
        async with serving(tmp_path, settings) as served, zoom_calls(served.url) as webhook:
            enough = asyncio.Event()
            senders = [asyncio.create_task(send(webhook, people[n::20], enough)) for n in range(20)]
            await enough.wait()
            served.process.kill()
            await asyncio.gather(*senders)
        assert 150 <= len(acknowledged) < len(people)
        async with serving(tmp_path, settings) as served, zoom_calls(served.url) as webhook:
            assert await post(webhook, started(begun)) == 204
            repeated = sorted(acknowledged)[:20]
            assert {await post(webhook, summary_event(person, name=f"P{person}", at=begun)) for person in repeated} == {
                204
            }

            async def processed() -> bool:
                async with Store.open(settings["DATABASE_URL"]) as store:
                    return (await store.feed.status()).pending == 0

            await eventually(processed)
    async with Store.open(settings["DATABASE_URL"]) as store:
        told = await store.feed.call_told(Kind.MEETING, CallUuid(UUID))
        assert told is not None
        names = [leg.name for leg in call_of(told, None, datetime.now(UTC)).legs]
    assert acknowledged <= {str(name).removeprefix("P") for name in names}
    assert len(names) == len(set(names))


async def test_events_come_by_websocket_without_any_public_address(tmp_path: Path) -> None:
    begun = minutes_ago(30)
    events = [
        started(begun),
        summary_event("1", name="Ana", loss="9%"),
        ended(begun + timedelta(minutes=20), begun=begun),
    ]

    async def zoom_sends(connection: ServerConnection) -> None:
        await connection.send('{"module":"build_connection","success":true}')
        for event in events:
            await connection.send(json.dumps({"module": "message", "content": json.dumps(event)}))
        await connection.wait_closed()

    async with outside() as (slack, zoom), serve(zoom_sends, "127.0.0.1", 0) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        url = f"ws://127.0.0.1:{port}/ws?subscriptionId=abc"
        settings = dict(variables(slack, zoom, tmp_path / "qos.db")) | {"ZOOM_EVENTS_URL": url}
        async with serving(tmp_path, settings) as served:
            await slack.bot_is_connected()

            async def connected() -> bool:
                return "zoom_events: ok" in (await served.get("/ready")).text

            async def counted() -> bool:
                return 'qos_events_total{outcome="done"} 3.0' in (await served.get("/metrics")).text

            await eventually(connected)
            await eventually(counted)
            assert isinstance(await slack.command("lee", HELPDESK, f"/qos meeting {NUMBER}"), Ack)
            assert "Ana" in (await slack.next_message(HELPDESK)).text
            assert zoom.asked("meeting.summary") == 0
            served.terminate()
            stopped = await served.ended()
            assert stopped.code == 0
            assert "access_token" not in stopped.err


async def test_a_file_of_events_is_replayed_with_the_database_only(tmp_path: Path) -> None:
    begun = minutes_ago(60)
    events = [
        started(begun),
        summary_event("1", name="Ana", loss="9%"),
        ended(begun + timedelta(minutes=45), begun=begun),
    ]
    lines = [
        *map(json.dumps, events),
        "",
        json.dumps(events[1], sort_keys=True),
        '{"event":"zoomroom.alert"}',
        "not json",
    ]
    (tmp_path / "events.jsonl").write_text("\n".join(lines))
    settings = {"DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path / 'qos.db'}"}
    first = await bot(tmp_path, settings, "replay", "events.jsonl")
    assert (first.code, first.out) == (0, "accepted 3, duplicate 1, ignored 1, buried 1\n"), first.err
    again = await bot(tmp_path, settings, "replay", "events.jsonl")
    assert again.out == "accepted 0, duplicate 6, ignored 0, buried 0\n"
    report = await bot(tmp_path, settings, "report", "meeting", NUMBER, "--json")
    document = report.document
    assert (document["source"], document["complete"], document["verdict"]["poor"]) == ("events", True, 1)
    assert document["subject"]["number"] == NUMBER
    absent = await bot(tmp_path, settings, "replay", "nothing.jsonl")
    assert absent.code == 2


async def test_a_worker_that_dies_stops_the_process(tmp_path: Path) -> None:
    async with outside() as (slack, zoom):
        settings = only_events(variables(slack, zoom, tmp_path / "qos.db"))
        async with serving(tmp_path, settings) as served, zoom_calls(served.url) as webhook:
            assert await post(webhook, started(minutes_ago(5))) == 204
            with closing(sqlite3.connect(tmp_path / "qos.db", isolation_level=None)) as database:

                async def newer() -> bool:
                    return database.execute("UPDATE feed_calls SET body = CAST('{\"v\":2}' AS BLOB)").rowcount == 1

                await eventually(newer)
            assert await post(webhook, summary_event("1")) == 204
            stopped = await served.ended()
            assert stopped.code == 1
            assert stopped.last_line.startswith("store_newer: ")
