"""`python -m playground.soak`: twenty rough minutes for the real bot; prints the counts, exit code 1 for a fault."""

import asyncio
import contextlib
import random
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import orjson

from playground.bot_child import LOG
from playground.slack.app import running
from playground.slack.service import Slack
from playground.slack.settings import Settings
from playground.soak.books import books, oldest_s, waiting
from playground.soak.plan import WATCHES, Plan, Watch
from playground.soak.posts import Posts
from playground.soak.sending import Sending, client
from playground.soak.verdict import Soaked, faults, report
from playground.soak.victim import BotDied, Victim

SECRET = "local-webhook-secret"
SETTLED_WITHIN_S, QUIET_FOR = 600.0, 3
LAG_EVERY_S = 1.0
ANSWER_WITHIN_S = 30.0


@click.command()
@click.option("--minutes", default=20.0, help="How long events are sent.", show_default=True)
@click.option("--per-second", default=100.0, help="Deliveries of events.", show_default=True)
@click.option("--kill-every", default=120.0, help="Seconds between one SIGKILL and the next.", show_default=True)
@click.option("--minute", default=20.0, help="Seconds that a minute of a call lasts.", show_default=True)
@click.option(
    "--retry-minute", default=0.5, help="The same, for Zoom's retries after 5, 25 and 85 min.", show_default=True
)
@click.option("--bad-every", default=10, help="One call in so many is watched for alerts.", show_default=True)
@click.option("--seed", default="soak", help="Another one makes other calls.", show_default=True)
def main(
    minutes: float, per_second: float, kill_every: float, minute: float, retry_minute: float, bad_every: int, seed: str
) -> None:
    """Send signed events to a real `serve` in disorder, kill it again and again, and balance the books."""
    plan = Plan(minutes * 60, per_second, minute, bad_every, seed)
    try:
        soaked = asyncio.run(soak(plan, kill_every, retry_minute))
    except* BotDied as died:
        print(*_leaves(died), sep="\n", file=sys.stderr)
        sys.exit(1)
    print(report(soaked), flush=True)
    sys.exit(1 if faults(soaked) else 0)


def _leaves(group: BaseExceptionGroup[BotDied]) -> list[BotDied]:
    return [
        leaf for one in group.exceptions for leaf in (_leaves(one) if isinstance(one, BaseExceptionGroup) else [one])
    ]


async def soak(plan: Plan, kill_every_s: float, retry_minute_s: float, kills_at_most: int | None = None) -> Soaked:
    """The whole of it; returns when everything that was sent has had its effect, or has had ten minutes for it.

    Raises:
        BotDied: by itself.
    """
    with tempfile.TemporaryDirectory(prefix="zoom-qos-soak-", ignore_cleanup_errors=True) as folder:
        async with running(settings=Settings(strict_rate=True)) as slack, client() as http:
            victim = Victim(slack.settings, Path(folder), SECRET)
            sending = Sending(http, f"{victim.url}/zoom/events", SECRET, retry_minute_s)
            async with victim.running():
                await slack.bot_is_connected()
                for watch in WATCHES:
                    await _subscribe(slack, watch)
                posts, lag_s = Posts(slack), list[float]()
                async with _beside(victim.watched(), _lag(victim.database, lag_s)):
                    took_s = await _sent(plan, sending, victim, kill_every_s, kills_at_most)
                    settled_s = await _settled(victim.database)
                found = await asyncio.to_thread(books, victim.database)
            lines = _error_lines(victim.folder / LOG)
            return Soaked(plan, took_s, settled_s, sending, victim, posts, found, lag_s, lines)


@contextlib.asynccontextmanager
async def _beside(*work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Goes on beside the block and ends with it; what fails of it, fails the block."""
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one) for one in work]
        yield
        for task in tasks:
            task.cancel()


async def _sent(plan: Plan, sending: Sending, victim: Victim, kill_every_s: float, kills_at_most: int | None) -> float:
    enough = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(victim.killed_every(kill_every_s, random.Random(plan.seed), enough, kills_at_most))
        took_s = await sending.send(plan.deliveries(datetime.now(UTC)))
        enough.set()
    return took_s


async def _subscribe(slack: Slack, watch: Watch) -> None:
    """Typed and pressed, as a person would."""
    await slack.command("lee", watch.channel, f"/qos subscribe {watch.terms}")
    preview = await slack.next_message(watch.channel, timeout_s=ANSWER_WITHIN_S)
    await slack.press(preview, "Subscribe")
    await slack.next_message(watch.channel, kind="message_changed", timeout_s=ANSWER_WITHIN_S)


async def _lag(database: Path, into: list[float]) -> None:
    while True:
        waited_s = await asyncio.to_thread(oldest_s, database)
        if waited_s is not None:
            into.append(waited_s)
        await asyncio.sleep(LAG_EVERY_S)


async def _settled(database: Path) -> float:
    """Seconds until nothing waited any more, three looks in a row."""
    began = time.monotonic()
    quiet = 0
    while quiet < QUIET_FOR and time.monotonic() - began < SETTLED_WITHIN_S:
        quiet = quiet + 1 if await asyncio.to_thread(waiting, database) == 0 else 0
        await asyncio.sleep(1)
    return time.monotonic() - began


def _error_lines(log: Path) -> list[str]:
    """What the bot itself took for an error, and what is no line of its log at all."""
    found = []
    for line in log.read_text("utf-8", "replace").splitlines():
        try:
            said = orjson.loads(line)
        except orjson.JSONDecodeError:
            found.append(line[:300])
            continue
        if said.get("level") in ("error", "critical"):
            found.append(line[:300])
    return found


if __name__ == "__main__":
    main()
