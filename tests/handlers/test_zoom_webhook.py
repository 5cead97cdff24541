"""`POST /zoom/events` over real HTTP: the status that each delivery gets, and what is stored by then."""

import asyncio
import hashlib
import hmac
import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from bot.services.ingest import Ingest
from bot.store.store import Store
from handlers import zoom_webhook
from handlers.zoom_webhook import LARGEST_BODY_BYTES
from playground.serving import serve
from tests.services.event_samples import started, summary_event

SECRET = "a-secret"


class Door:
    """The running route; `post` signs unless told otherwise."""

    def __init__(self, client: httpx.AsyncClient, store: Store) -> None:
        self.client = client
        self.store = store

    async def post(self, raw: bytes | Any, *, secret: str = SECRET, **headers: str) -> httpx.Response:
        body = raw if isinstance(raw, bytes) else json.dumps(raw).encode()
        return await self.client.post("/zoom/events", content=body, headers=signed(body, secret) | headers)

    async def stored(self) -> int:
        return len(await self.store.feed.claim(10_000))


def signed(body: bytes, secret: str = SECRET) -> dict[str, str]:
    mac = hmac.new(secret.encode(), b"v0:1700000000:" + body, hashlib.sha256).hexdigest()
    return {"x-zm-request-timestamp": "1700000000", "x-zm-signature": f"v0={mac}"}


@asynccontextmanager
async def standing(folder: Path, *secrets: str) -> AsyncIterator[Door]:
    async with Store.open(f"sqlite+aiosqlite:///{folder / 'qos.db'}", patience_s=0.1) as store:
        ingest = Ingest(store.feed, lambda: datetime.now(UTC), secrets=secrets)
        app = Starlette(routes=zoom_webhook.routes(ingest))
        async with serve(app) as url, httpx.AsyncClient(base_url=url, trust_env=False) as client:
            yield Door(client, store)


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[Door]:
    async with standing(tmp_path, "another-secret", SECRET) as opened:
        yield opened


async def test_an_event_is_stored_before_it_is_acknowledged(door: Door) -> None:
    answer = await door.post(started())
    assert (answer.status_code, answer.content) == (204, b"")
    assert await door.stored() == 1
    assert (await door.post(started())).status_code == 204
    assert await door.stored() == 1


async def test_the_challenge_is_answered_with_the_secret_that_signed_it(door: Door) -> None:
    body = {"event": "endpoint.url_validation", "event_ts": 1654503849680, "payload": {"plainToken": "abc"}}
    for secret in (SECRET, "another-secret"):
        answer = await door.post(body, secret=secret)
        encrypted = hmac.new(secret.encode(), b"abc", hashlib.sha256).hexdigest()
        assert (answer.status_code, answer.json()) == (200, {"plainToken": "abc", "encryptedToken": encrypted})
    assert await door.stored() == 0


async def test_a_wrong_or_missing_signature_is_refused(door: Door) -> None:
    assert (await door.post(started(), secret="wrong")).status_code == 401
    assert (await door.client.post("/zoom/events", content=b"{}")).status_code == 401
    assert (await door.post(started(), **{"x-zm-request-timestamp": "1700000001"})).status_code == 401
    assert await door.stored() == 0


async def test_names_in_any_script_keep_their_signature(door: Door) -> None:
    body = json.dumps(summary_event("1", name="Zoë 李 😀"), ensure_ascii=False).encode()
    assert (await door.post(body)).status_code == 204


@pytest.mark.parametrize("body", [b"", b"<html>", b"{", b"\xff\xfe"])
async def test_what_is_no_json_is_a_bad_request(door: Door, body: bytes) -> None:
    assert (await door.post(body)).status_code == 400


@pytest.mark.parametrize("body", [[], 5, "text", None, {}, {"event": 5}, {"event": "meeting.started"}])
async def test_json_of_a_wrong_shape_is_taken(door: Door, body: object) -> None:
    assert (await door.post(body)).status_code == 204
    assert await door.stored() == 1


async def test_a_body_of_a_mebibyte_is_taken_and_a_larger_one_is_not(door: Door) -> None:
    fits = json.dumps({"event": "x", "pad": ""}).encode()
    fits = fits.replace(b'""', b'"' + b"a" * (LARGEST_BODY_BYTES - len(fits)) + b'"')
    assert len(fits) == LARGEST_BODY_BYTES
    assert (await door.post(fits)).status_code == 204
    assert (await door.post(fits + b" ")).status_code == 413
    assert await door.stored() == 1


async def test_a_body_without_its_length_is_measured_too(door: Door) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(40):
            yield b" " * 65536

    answer = await door.client.post("/zoom/events", content=endless())
    assert answer.status_code == 413


async def test_a_locked_database_says_send_again_and_recovers(door: Door, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "qos.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert (await door.post(started())).status_code == 503
        other.execute("ROLLBACK")
    assert (await door.post(started())).status_code == 204
    assert await door.stored() == 1


async def test_more_than_can_be_taken_says_send_again(door: Door) -> None:
    door.store.feed._intake._most_waiting = 0
    assert (await door.post(started())).status_code == 503


async def test_without_a_secret_zoom_is_asked_to_come_again(tmp_path: Path) -> None:
    async with standing(tmp_path) as door:
        assert (await door.post(started())).status_code == 503
        assert await door.stored() == 0


async def test_many_at_once_are_all_answered_and_all_stored(door: Door) -> None:
    answers = await asyncio.gather(*(door.post(summary_event(str(n))) for n in range(300)))
    assert {answer.status_code for answer in answers} == {204}
    assert await door.stored() == 300


async def test_only_posting_is_possible(door: Door) -> None:
    assert (await door.client.get("/zoom/events")).status_code == 405
