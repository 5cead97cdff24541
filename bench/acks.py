"""How fast `/qos` is acknowledged while the bot builds a big report: the real bot in a process of its own.

Measured where Slack is: from sending a command over the socket to its acknowledgement.
"""

import asyncio
import statistics
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.figures import Figure
from bench.local_zoom import LocalZoom, number_of
from bench.processes import child
from playground.slack.app import running
from playground.slack.delivery import Ack
from playground.slack.service import Slack
from playground.zoom.world import spaced

WHO, WHERE = "lee", "av-helpdesk"
PAUSE_S = 0.01
MOST_MS = 100
REPORT_WITHIN_S = 120.0


async def acks_while_reporting(zoom: LocalZoom, participants: int, at_rest: int = 50) -> list[Figure]:
    """The median and the 99th percentile in ms, each beside the same bot at rest."""
    async with _bot(zoom) as slack:
        rest = [await _ack_ms(slack) for _ in range(at_rest)]
        arriving = asyncio.create_task(_report(slack, participants))
        busy = []
        while not arriving.done():
            busy.append(await _ack_ms(slack))
            await asyncio.sleep(PAUSE_S)
        await arriving
    name = f"ack of /qos, {participants:,} being read"
    return [
        Figure(f"{name}, p{percent}", _at(busy, percent), "ms", "at rest", _at(rest, percent), MOST_MS, of_ratio=False)
        for percent in (50, 99)
    ]


def _at(times: list[float], percent: int) -> float:
    return statistics.quantiles(times, n=100, method="inclusive")[percent - 1]


async def _report(slack: Slack, participants: int) -> None:
    """Ask for the report and wait for it: the message that names the meeting."""
    number = number_of(participants)
    result = await slack.command(WHO, WHERE, f"/qos meeting {number}")
    if not isinstance(result, Ack):
        raise ValueError(f"the bot did not take the command: {result}")
    message = await slack.next_message(WHERE, lambda said: spaced(number) in said.text, timeout_s=REPORT_WITHIN_S)
    if "from Zoom's summary" not in message.text:
        raise ValueError(f"no report: {message.text}")


async def _ack_ms(slack: Slack) -> float:
    began = time.perf_counter()
    result = await slack.command(WHO, WHERE, "/qos help")
    if not isinstance(result, Ack):
        raise ValueError(f"the bot did not acknowledge: {result}")
    return 1000 * (time.perf_counter() - began)


@asynccontextmanager
async def _bot(zoom: LocalZoom) -> AsyncIterator[Slack]:
    """The bot over Socket Mode between a local Slack in this process and a local Zoom in another."""
    with TemporaryDirectory() as folder:
        async with running() as slack:
            variables = zoom.settings | {
                "SLACK_BOT_TOKEN": slack.settings.bot_token,
                "SLACK_APP_TOKEN": slack.settings.app_token,
                "SLACK_API_URL": f"{slack.settings.base_url}/api/",
                "DATABASE_URL": f"sqlite+aiosqlite:///{Path(folder) / 'qos.db'}",
                "HOST": "127.0.0.1",
                "PORT": "0",
            }
            async with child("bench.bot_process", environment=variables):
                await slack.bot_is_connected()
                yield slack
