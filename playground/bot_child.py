"""The real bot as a child process whose environment is its own: nothing of the caller's, and no `.env`, reaches it."""

import asyncio
import contextlib
import ctypes
import os
import signal
import socket
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from playground.slack.settings import Settings

BOT: tuple[str, ...] = (sys.executable, "-m", "bot")
STOP_WITHIN_S = 5.0
LAST_LINES = 20
LOG = "bot.log"
ROOT = Path(__file__).parent.parent
PR_SET_PDEATHSIG = 1  # prctl(2)


def environment(slack: Settings, folder: Path, port: int, **more: str) -> dict[str, str]:
    """Its Slack, its database in `folder`, its port; `more` by the names of the bot's settings."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT") if name in os.environ}
    return kept | {
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": f"{slack.base_url}/api/",
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'qos.db'}",
        "HOST": "127.0.0.1",
        "PORT": str(port),
        **more,
    }


async def started(
    command: Sequence[str], folder: Path, variables: Mapping[str, str], *, anew: bool = True
) -> asyncio.subprocess.Process:
    """The process, writing to `bot.log` in the folder; not `anew`: behind what stands there."""
    with (folder / LOG).open("wb" if anew else "ab") as log:
        return await asyncio.create_subprocess_exec(
            *command,
            cwd=folder,  # away from any `.env`
            env=variables,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl-C reaches this process only, which stops the bot in order
            preexec_fn=_die_with_parent(),
        )


async def stopped(process: asyncio.subprocess.Process, within_s: float = STOP_WITHIN_S) -> int:
    """Its exit code after SIGTERM, and SIGKILL when that takes too long."""
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
    try:
        async with asyncio.timeout(within_s):
            return await process.wait()
    except TimeoutError:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        return await process.wait()


def last_words(folder: Path) -> str:
    """The end of its log, indented; empty when it said nothing."""
    lines = (folder / LOG).read_text("utf-8", "replace").splitlines()[-LAST_LINES:]
    return "\n".join([" Its last words:", *(f"  {line}" for line in lines)]) if lines else ""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def _die_with_parent() -> Callable[[], None] | None:
    """On Linux the kernel ends the bot even when this process is killed outright; elsewhere nothing can."""
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    parent = os.getpid()

    def before_the_bot_starts() -> None:
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it died in between
            os._exit(1)

    return before_the_bot_starts
