"""`python -m bot` as another process, away from this one's environment and from any `.env`. No tests here."""

import asyncio
import contextlib
import json
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from tests.endtoend.bot_world import eventually
from tests.endtoend.outside_world import ROOT

ENDS_WITHIN_S = 60


@dataclass(frozen=True)
class Ended:
    """How a process ended and what it printed."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """Standard output as JSON: all of it, or it is not."""
        return json.loads(self.out)

    @property
    def last_line(self) -> str:
        return self.err.splitlines()[-1]


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "SYSTEMROOT") if name in os.environ}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"} | dict(settings)


async def bot(folder: Path, settings: Mapping[str, str], *arguments: str) -> Ended:
    """Run one command to its end."""
    process = await _start(folder, settings, *arguments)
    async with asyncio.timeout(ENDS_WITHIN_S):
        out, err = await process.communicate()
    return Ended(process.returncode or 0, out.decode(), err.decode())


@dataclass
class Serving:
    """A running `serve`; `url` answers its HTTP routes."""

    url: str
    process: asyncio.subprocess.Process

    async def get(self, path: str) -> httpx.Response:
        async with httpx.AsyncClient(base_url=self.url, trust_env=False) as client:
            return await client.get(path)

    def terminate(self) -> None:
        self.process.send_signal(signal.SIGTERM)

    async def ended(self) -> Ended:
        async with asyncio.timeout(ENDS_WITHIN_S):
            out, err = await self.process.communicate()
        return Ended(self.process.returncode or 0, out.decode(), err.decode())


@asynccontextmanager
async def serving(folder: Path, settings: Mapping[str, str]) -> AsyncIterator[Serving]:
    """`python -m bot serve`, answering `/live`; killed at the end if it still runs."""
    port = free_port()
    process = await _start(folder, {**settings, "PORT": str(port)}, "serve")
    served = Serving(f"http://127.0.0.1:{port}", process)

    async def alive() -> bool:
        assert process.returncode is None, (await process.communicate())[1].decode()
        try:
            return (await served.get("/live")).status_code == 200
        except httpx.TransportError:
            return False

    try:
        await eventually(alive)
        yield served
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.communicate()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


async def _start(folder: Path, settings: Mapping[str, str], *arguments: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *arguments, cwd=folder, env=environment(settings),
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
