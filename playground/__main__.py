"""`python -m playground`: the local Slack and Zoom on one port, and the real bot beside them. Needs no network."""

import asyncio
import contextlib
import os
import signal
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import Mount

from playground.bot_child import BOT, environment, free_port, last_words, started, stopped
from playground.live import catalogue as shows
from playground.live import live
from playground.serving import serve
from playground.slack.app import create_slack
from playground.slack.model import Json
from playground.slack.service import Slack
from playground.slack.settings import QOS_COMMAND, Settings
from playground.slack.workspace import Workspace
from playground.zoom.app import create_zoom_app
from playground.zoom.rules import Rules
from playground.zoom.scenarios import seeded
from playground.zoom.world import World, catalogue

DEFAULT_PORT = 8765
CONNECT_WITHIN_S = 60.0
WEBHOOK_SECRET = "local-webhook-secret"


class _Stopped(Exception):
    """The demo cannot go on; the message is for the person who started it."""


def main() -> int:
    """Exit code 0 after Ctrl-C or SIGTERM, 1 when it could not start or the bot died."""
    wanted = os.environ.get("DEMO_PORT") or str(DEFAULT_PORT)
    if not wanted.isdigit() or int(wanted) > 65_535:
        print(f"DEMO_PORT must be a port number, not {wanted!r}.", file=sys.stderr)
        return 1
    return run(int(wanted))


def run(port: int, bot: Sequence[str] = BOT) -> int:
    """Serve on `port` (0: a free one) and run the `bot` command until stopped; the exit code."""
    try:
        asyncio.run(_run(port, bot))
    except _Stopped as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0


async def _run(port: int, bot: Sequence[str]) -> None:
    stop = _stop_signal()
    with tempfile.TemporaryDirectory(prefix="zoom-qos-demo-", ignore_cleanup_errors=True) as folder:
        bot_port = free_port()
        async with _worlds(port) as (slack, rules, world), _child(bot, slack, rules, Path(folder), bot_port) as died:
            stopping = asyncio.create_task(stop.wait())
            connecting = asyncio.create_task(slack.bot_is_connected(CONNECT_WITHIN_S))
            await asyncio.wait({stopping, connecting, died}, return_when=asyncio.FIRST_COMPLETED)
            if connecting.done():
                _check_connected(connecting)
                _print_welcome(slack)
                async with live(slack, world, f"http://127.0.0.1:{bot_port}/zoom/events", WEBHOOK_SECRET):
                    await asyncio.wait({stopping, died}, return_when=asyncio.FIRST_COMPLETED)
            connecting.cancel()
            if not stopping.done():
                raise _Stopped(f"The bot stopped by itself (exit code {died.result()}).{last_words(Path(folder))}")


@asynccontextmanager
async def _worlds(port: int) -> AsyncIterator[tuple[Slack, Rules, World]]:
    world, rules = seeded(datetime.now(UTC)), Rules(limits=True)
    calls = catalogue(world)
    settings = Settings(
        commands=[{**QOS_COMMAND, "completions": [*_asked(calls), *QOS_COMMAND["completions"]]}],
        meetings=list(calls),
        command_url_replaces=True,  # as Slack's pages say; see settings.py for reports that it adds a message instead
        zoom_note=f"A local Zoom with {len(calls)} seeded calls. Nothing leaves this machine.",
    )
    slack_app = create_slack(Workspace(), settings)
    slack: Slack = slack_app.state.slack
    settings.shows = shows(slack)
    both = Starlette(routes=[Mount("/zoom", create_zoom_app(world, rules)), Mount("/", slack_app)])
    try:
        async with serve(both, port) as settings.base_url:
            try:
                yield slack, rules, world
            finally:
                await slack.close()
    except OSError as error:
        if settings.base_url:
            raise
        hint = "Stop what uses it, or choose another: DEMO_PORT=8770 make demo"
        raise _Stopped(f"Port {port} is not free ({os.strerror(error.errno or 0)}). {hint}") from error


@asynccontextmanager
async def _child(
    command: Sequence[str], slack: Slack, rules: Rules, folder: Path, port: int
) -> AsyncIterator[asyncio.Task[int]]:
    """The bot, running; the task ends when it does. Leaving stops it: SIGTERM, and SIGKILL when that takes too long."""
    process = await started(command, folder, environment(slack.settings, folder, port, **_zoom(slack.settings, rules)))
    died = asyncio.create_task(process.wait())
    try:
        yield died
    finally:
        await stopped(process)
        await died


def _zoom(settings: Settings, rules: Rules) -> dict[str, str]:
    return {
        "ZOOM_ACCOUNT_ID": rules.account_id,
        "ZOOM_CLIENT_ID": rules.client_id,
        "ZOOM_CLIENT_SECRET": rules.client_secret,
        "ZOOM_VIDEOSDK_API_KEY": rules.videosdk_key,
        "ZOOM_VIDEOSDK_API_SECRET": rules.videosdk_secret,
        "ZOOM_API_URL": f"{settings.base_url}/zoom/v2",
        "ZOOM_OAUTH_URL": f"{settings.base_url}/zoom/oauth/token",
        "ZOOM_WEBHOOK_SECRET_TOKEN": WEBHOOK_SECRET,
    }


def _stop_signal() -> asyncio.Event:
    stop = asyncio.Event()
    names = ("SIGINT", "SIGTERM", "SIGHUP")
    for number in [getattr(signal, name) for name in names if hasattr(signal, name)]:
        with contextlib.suppress(NotImplementedError):  # Windows: Ctrl-C arrives as KeyboardInterrupt
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


def _check_connected(connecting: asyncio.Task[None]) -> None:
    if isinstance(connecting.exception(), TimeoutError):
        raise _Stopped(f"The bot did not connect to the local Slack within {CONNECT_WITHIN_S:.0f} s.")
    connecting.result()


def _print_welcome(slack: Slack) -> None:
    calls = slack.settings.meetings
    asked = _asked(calls)
    width = max(map(len, asked))
    lines = [
        f"  /qos {one.ljust(width)}  {call['title']}: {call['what']}" for one, call in zip(asked, calls, strict=True)
    ]
    print(
        "\n".join(
            [f"Open {slack.settings.base_url}", "and type into #av-helpdesk:", *lines, "Ctrl-C stops everything."]
        ),
        flush=True,
    )


def _asked(calls: Sequence[Json]) -> list[str]:
    return [f"{call['kind']} {call['id']}" for call in calls]


if __name__ == "__main__":
    sys.exit(main())
