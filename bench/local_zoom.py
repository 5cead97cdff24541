"""A local Zoom in a process of its own, so that what it costs is not counted as ours. `python -m bench.local_zoom 100`.

The process serves one meeting per size, prints its address, and ends when its standard input does.
"""

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bench.processes import child
from playground.serving import serve
from playground.zoom.app import create_zoom_app
from playground.zoom.crowds import big_call
from playground.zoom.rules import Rules
from playground.zoom.world import World


@dataclass(frozen=True, slots=True)
class LocalZoom:
    """Where it serves; its credentials are the playground's."""

    url: str

    @property
    def settings(self) -> dict[str, str]:
        """By the names of the bot's environment."""
        rules = Rules()
        return {
            "ZOOM_ACCOUNT_ID": rules.account_id,
            "ZOOM_CLIENT_ID": rules.client_id,
            "ZOOM_CLIENT_SECRET": rules.client_secret,
            "ZOOM_API_URL": f"{self.url}/v2",
            "ZOOM_OAUTH_URL": f"{self.url}/oauth/token",
        }


def number_of(participants: int) -> str:
    """The number of the meeting of that size: it is made from the seed, which is the size."""
    return f"970{participants:08d}"


@asynccontextmanager
async def local_zoom(sizes: Sequence[int]) -> AsyncIterator[LocalZoom]:
    """Run it until the block ends."""
    async with child("bench.local_zoom", *map(str, sizes)) as process:
        yield LocalZoom(await process.line())


async def _serve(sizes: Sequence[int]) -> None:
    began = datetime.now(UTC) - timedelta(hours=3)
    world = World([big_call("meeting", size, seed=size, start=began) for size in sizes])
    async with serve(create_zoom_app(world, Rules())) as url:
        print(url, flush=True)
        await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(_serve([int(size) for size in sys.argv[1:]]))
