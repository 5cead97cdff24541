"""`python -m bot check` on Zoom's events: the ways in, what came, what could not be read, and what to do."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from websockets.asyncio.server import ServerConnection, serve

from bot.store.lock import single_serve_lock
from tests.endtoend.bot_process import bot
from tests.endtoend.outside_world import outside, variables
from tests.services.event_samples import started

HELLO = '{"module":"build_connection","success":true}'
REFUSAL = '{"module":"build_connection","success":false,"content":"Invalid Token"}'
Says = Callable[[ServerConnection], Awaitable[None]]


@asynccontextmanager
async def zoom_socket(says: str) -> AsyncIterator[tuple[str, list[str]]]:
    """A WebSocket that says one thing to everybody; its address, and the tokens that came."""
    tokens: list[str] = []

    async def answer(connection: ServerConnection) -> None:
        assert connection.request is not None
        tokens.extend(parse_qs(urlsplit(connection.request.path).query)["access_token"])
        with contextlib.suppress(Exception):
            await connection.send(says)
            await connection.wait_closed()

    async with serve(answer, "127.0.0.1", 0) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        yield f"ws://127.0.0.1:{port}/ws?subscriptionId=abc", tokens


def about(out: str, piece: str) -> str:
    """The line of that piece, with its mark."""
    found = [line for line in out.splitlines() if line[6:].startswith(f"{piece}: ")]
    assert len(found) == 1, out
    return found[0]


async def test_check_says_which_ways_in_are_open_and_that_no_event_has_come(tmp_path: Path) -> None:
    async with outside() as (slack, zoom), zoom_socket(HELLO) as (url, tokens):
        known = variables(slack, zoom, tmp_path / "qos.db")
        by_both = {"ZOOM_EVENTS_URL": url, "ZOOM_WEBHOOK_SECRET_TOKEN": "one-secret, another-secret"}
        without = await bot(tmp_path, known, "check")
        with_both = await bot(tmp_path, known | by_both, "check")
        assert (without.code, with_both.code) == (0, 0), without.out + with_both.out
        assert about(without.out, "zoom webhook").startswith("ok    zoom webhook: ZOOM_WEBHOOK_SECRET_TOKEN is not set")
        assert about(without.out, "zoom events").startswith("ok    zoom events: none yet; add the QSS events")
        assert "zoom events socket" not in without.out
        assert "2 secrets set" in about(with_both.out, "zoom webhook")
        assert about(with_both.out, "zoom events socket") == "ok    zoom events socket: connects, and Zoom says hello"
        assert len(tokens) == 1
        assert not any(secret in with_both.out + with_both.err for secret in (*tokens, "one-secret", "another-secret"))


async def test_check_says_why_the_websocket_does_not_work(tmp_path: Path) -> None:
    async with outside() as (slack, zoom), zoom_socket(REFUSAL) as (url, tokens):
        refused, nobody, elsewhere = await asyncio.gather(
            *(
                bot(tmp_path, variables(slack, zoom, tmp_path / name) | {"ZOOM_EVENTS_URL": address}, "check")
                for name, address in (
                    ("a.db", url),
                    ("b.db", "ws://127.0.0.1:9/ws?subscriptionId=abc"),
                    ("c.db", slack.settings.base_url.replace("http", "ws") + "/nothing-here"),
                )
            )
        )
    assert {one.code for one in (refused, nobody, elsewhere)} == {1}
    assert about(refused.out, "zoom events socket") == "FAIL  zoom events socket: Zoom refuses the token"
    assert about(nobody.out, "zoom events socket").startswith("FAIL  zoom events socket: the connection broke (")
    assert "Zoom answers HTTP 40" in about(elsewhere.out, "zoom events socket")
    assert tokens and not any(tokens[0] in one.out + one.err for one in (refused, nobody, elsewhere))


async def test_check_leaves_the_connection_of_a_running_bot_alone(tmp_path: Path) -> None:
    async with outside() as (slack, zoom), zoom_socket(HELLO) as (url, tokens):
        known = variables(slack, zoom, tmp_path / "qos.db") | {"ZOOM_EVENTS_URL": url}
        with single_serve_lock(known["DATABASE_URL"]):
            beside = await bot(tmp_path, known, "check")
    assert beside.code == 0 and tokens == []
    assert "the running bot holds the connection" in about(beside.out, "zoom events socket")


async def test_check_tells_the_last_event_and_what_could_not_be_read(tmp_path: Path) -> None:
    malformed = {"event": "meeting.participant_qos_summary", "event_ts": 1_700_000_000_000, "payload": {"object": 5}}
    file = tmp_path / "events.jsonl"
    file.write_text("\n".join(map(json.dumps, (started(datetime.now(UTC) - timedelta(minutes=3)), malformed))))
    async with outside() as (slack, zoom):
        known = variables(slack, zoom, tmp_path / "qos.db")
        replayed = await bot(tmp_path, known, "replay", str(file))
        assert "accepted 1, duplicate 0, ignored 0, buried 1" in replayed.out
        checked = await bot(tmp_path, known, "check")
    assert checked.code == 0
    assert "the last one came " in about(checked.out, "zoom events")
    unread = about(checked.out, "zoom events unread")
    assert unread.startswith("ok    zoom events unread: 1 kept aside; the last one: ") and "not known why" not in unread


async def test_check_says_that_a_slack_token_was_revoked(tmp_path: Path) -> None:
    async with outside() as (slack, zoom):
        slack.refuse_next("auth.test", "token_revoked")
        revoked = await bot(tmp_path, variables(slack, zoom, tmp_path / "qos.db"), "check")
    assert revoked.code == 1
    assert about(revoked.out, "slack token").startswith("FAIL  slack token: Slack says token_revoked; ")
