"""How fast `/qos` is acknowledged while the bot builds a big report: the real bot in a process of its own.

Measured where Slack is: from sending a command over the socket to its acknowledgement.
"""

import asyncio
import time

from bench.bots import bot
from bench.figures import Figure, percentile
from bench.local_zoom import LocalZoom, number_of
from playground.slack.delivery import Ack
from playground.slack.service import Slack
from playground.zoom.world import spaced

WHO, WHERE = "lee", "av-helpdesk"
PAUSE_S = 0.01
MOST_MS = 100
REPORT_WITHIN_S = 120.0


async def acks_while_reporting(zoom: LocalZoom, participants: int, at_rest: int = 50) -> list[Figure]:
    """The median and the 99th percentile in ms, each beside the same bot at rest."""
    async with bot(zoom.settings) as running:
        slack = running.slack
        rest = [await _ack_ms(slack) for _ in range(at_rest)]
        arriving = asyncio.create_task(_report(slack, participants))
        busy = []
        while not arriving.done():
            busy.append(await _ack_ms(slack))
            await asyncio.sleep(PAUSE_S)
        await arriving
    name = f"ack of /qos, {participants:,} being read"
    return [
        Figure(
            f"{name}, p{percent}",
            percentile(busy, percent),
            "ms",
            "at rest",
            percentile(rest, percent),
            MOST_MS,
            of_ratio=False,
        )
        for percent in (50, 99)
    ]


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
