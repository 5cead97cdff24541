"""`python -m playground` as a person meets it: one address, calls to try, one line when it cannot, no leftovers."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

ROOT = Path(__file__).parent.parent.parent

BOT = """
import asyncio, os, pathlib, sys
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

pathlib.Path(sys.argv[1]).write_text(chr(10).join([str(os.getpid()), *sorted(os.environ)]))

async def run():
    url = os.environ["SLACK_API_URL"]
    app = AsyncApp(client=AsyncWebClient(token=os.environ["SLACK_BOT_TOKEN"], base_url=url), signing_secret="none")

    @app.command("/qos")
    async def qos(ack, command):
        await ack(text="you asked for " + command["text"])

    token = os.environ["SLACK_APP_TOKEN"]
    await AsyncSocketModeHandler(app, token, web_client=AsyncWebClient(token=token, base_url=url)).start_async()

asyncio.run(run())
"""
DEMO = (
    "import sys; from playground.__main__ import run; sys.exit(run(int(sys.argv[1]), [sys.executable, *sys.argv[2:]]))"
)


@asynccontextmanager
async def demo(port: int, *bot: str) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", DEMO, str(port), *bot,
        cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "ZOOM_EVENTS_URL": "wss://leaked.example", "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


@pytest.fixture
def bot(tmp_path: Path) -> tuple[str, str]:
    script, notes = tmp_path / "small_bot.py", tmp_path / "notes"
    script.write_text(BOT)
    return str(script), str(notes)


async def welcome(process: asyncio.subprocess.Process) -> list[str]:
    assert process.stdout is not None
    lines: list[str] = []
    async with asyncio.timeout(60):
        while not lines or not lines[-1].startswith("Ctrl-C"):
            line = (await process.stdout.readline()).decode()
            assert line, (await process.communicate())[1].decode()
            lines.append(line.rstrip())
    return lines


def notes(bot: tuple[str, str]) -> list[str]:
    """What the small bot wrote down: its process id, then the names in its environment."""
    return Path(bot[1]).read_text().splitlines()


def alive(pid: int) -> bool:
    """Whether that process still runs (a zombie does not)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


async def gone(pid: int) -> bool:
    for _ in range(200):
        if not alive(pid):
            return True
        await asyncio.sleep(0.02)
    return False


async def test_the_demo_answers_and_ctrl_c_stops_everything(bot: tuple[str, str]) -> None:
    async with demo(0, *bot) as process:
        lines = await welcome(process)
        address = lines[0].removeprefix("Open ")
        assert sum("http://" in line for line in lines) == 1
        assert any("/qos meeting 858 1234 5678" in line for line in lines)
        async with aiohttp.ClientSession(address) as session:
            state = await (await session.get("/ui/state")).json()
            assert state["bot_connected"]
            assert {
                "kind": "meeting",
                "id": "858 1234 5678",
                "title": "Weekly sync",
                "what": "one bad uplink",
            } in state["meetings"]
            async with session.ws_connect("/ui/socket") as page:
                await session.post("/ui/send", json={"channel": "C0HELPDESK", "text": "/qos meeting 858 1234 5678"})
                frame = await page.receive_json(timeout=5)
        assert frame["message"]["text"] == "you asked for meeting 858 1234 5678"
        pid, *names = notes(bot)
        assert "ZOOM_EVENTS_URL" not in names
        assert {"SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "ZOOM_API_URL", "DATABASE_URL", "PORT"} <= set(names)
        process.send_signal(signal.SIGINT)
        assert await asyncio.wait_for(process.wait(), 15) == 0
        assert await gone(int(pid))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can end a child whose parent was killed outright")
async def test_a_killed_demo_leaves_no_bot_behind(bot: tuple[str, str]) -> None:
    async with demo(0, *bot) as process:
        await welcome(process)
        process.kill()
        await process.wait()
        assert await gone(int(notes(bot)[0]))


async def test_a_dead_bot_ends_the_demo_and_its_last_words_are_shown() -> None:
    async with demo(0, "-c", "import sys; sys.exit('no database today')") as process:
        out, err = await asyncio.wait_for(process.communicate(), 60)
        assert process.returncode == 1
        assert out == b""
        assert err.decode().splitlines() == [
            "The bot stopped by itself (exit code 1). Its last words:",
            "  no database today",
        ]


async def test_a_taken_port_is_one_clear_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        async with demo(port, "-c", "") as process:
            _, err = await asyncio.wait_for(process.communicate(), 60)
            assert process.returncode == 1
            assert err.decode().splitlines() == [
                f"Port {port} is not free (Address already in use). "
                "Stop what uses it, or choose another: DEMO_PORT=8770 make demo"
            ]
