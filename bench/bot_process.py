"""The bot as it is served, with Zoom's pace lifted: 1,000 pages take 26 s at the pace of a real account.

`python -m bench.bot_process` reads the bot's settings from the environment, as `python -m bot serve` does.
"""

import asyncio
import sys

from bot import serving
from bot.config import Settings
from bot.telemetry import set_up_logs
from bot.zoom import pacing

UNPACED = pacing.HeavyLimits(100_000, 10_000_000)


def lift_pace() -> None:
    """For this process."""
    pacing.HEAVY["business"] = UNPACED


async def _serve_until_told(settings: Settings) -> None:
    serving_it = asyncio.create_task(serving.serve(settings))
    told = asyncio.create_task(asyncio.to_thread(sys.stdin.read))
    await asyncio.wait({serving_it, told}, return_when=asyncio.FIRST_COMPLETED)
    if serving_it.done():
        serving_it.result()


if __name__ == "__main__":
    lift_pace()
    set_up_logs("json")
    asyncio.run(_serve_until_told(Settings(_env_file=None)))
