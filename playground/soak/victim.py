"""The bot of the soak: started, killed without warning, started again on the same database, and looked at meanwhile."""

import asyncio
import contextlib
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from playground.bot_child import BOT, environment, free_port, last_words, started, stopped
from playground.slack.settings import Settings

ALIVE_WITHIN_S, LOOK_EVERY_S = 60.0, 0.05


class BotDied(Exception):
    """It ended although nobody had killed it."""


@dataclass(slots=True)
class Victim:
    """`kills`: monotonic seconds of each kill; `down_s` until it answered again; `peak_mb` of the largest process."""

    slack: Settings
    folder: Path
    secret: str
    port: int = field(default_factory=free_port)
    kills: list[float] = field(default_factory=list)
    down_s: list[float] = field(default_factory=list)
    peak_mb: float = 0.0
    process: asyncio.subprocess.Process | None = None

    @property
    def database(self) -> Path:
        return self.folder / "qos.db"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Answering when the block begins, and told to stop in order when it ends.

        Raises:
            BotDied: it would not start.
        """
        await self._start()
        try:
            yield
        finally:
            if self.process is not None:
                self._look()
                await stopped(self.process)

    async def killed_every(
        self, seconds: float, rng: random.Random, enough: asyncio.Event, at_most: int | None = None
    ) -> None:
        """SIGKILL and start anew until it is enough, never in step with anything; then it runs."""
        while not enough.is_set() and len(self.kills) != at_most:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(seconds * rng.uniform(0.8, 1.2)):
                    await enough.wait()
                    return
            await self.kill()

    async def kill(self) -> None:
        """SIGKILL, then a new one on the same database; returns when that one answers."""
        self._look()
        process, self.process = self.process, None
        assert process is not None
        began = time.monotonic()
        self.kills.append(began)
        process.kill()
        await process.wait()
        await self._start()
        self.down_s.append(time.monotonic() - began)

    async def watched(self, every_s: float = 1.0) -> None:
        """Until cancelled: how much memory it has. Raises `BotDied`."""
        while True:
            if self.process is not None and self.process.returncode is not None:
                code = self.process.returncode
                raise BotDied(f"The bot ended by itself (exit code {code}).{last_words(self.folder)}")
            self._look()
            await asyncio.sleep(every_s)

    async def _start(self) -> None:
        variables = environment(
            self.slack, self.folder, self.port, ZOOM_WEBHOOK_SECRET_TOKEN=self.secret, LOG_FORMAT="json"
        )
        self.process = await started((*BOT, "serve"), self.folder, variables, anew=False)
        async with asyncio.timeout(ALIVE_WITHIN_S), httpx.AsyncClient(trust_env=False) as http:
            while True:
                if self.process.returncode is not None:
                    raise BotDied(f"The bot would not start.{last_words(self.folder)}")
                with contextlib.suppress(httpx.TransportError):
                    if (await http.get(f"{self.url}/live")).status_code == 200:
                        return
                await asyncio.sleep(LOOK_EVERY_S)

    def _look(self) -> None:
        """The kernel's own count of the most that the process had at once; elsewhere than on Linux nothing is known."""
        if self.process is None:
            return
        with contextlib.suppress(OSError):
            for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
                if line.startswith("VmHWM:"):
                    self.peak_mb = max(self.peak_mb, int(line.split()[1]) / 1024)
