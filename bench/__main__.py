"""`python -m bench`: what the bot costs, each figure beside its peer, in a few minutes. Needs no network.

`python -m bench 100000` looks at memory and the database over so many events instead of 10,000, which takes longer.
"""

import asyncio
import sys
from collections.abc import Iterator

from bench.acks import acks_while_reporting
from bench.alarms import alerts_while_events_arrive
from bench.fetching import against_a_bare_loop
from bench.figures import Figure, table
from bench.intake import intake
from bench.judging import against_decoding, diagnosis_against_parsing, growth
from bench.local_zoom import local_zoom
from bench.memory import peak_memory
from bench.questions import questions_about
from bot.serving import calm_collector

MANY, MOST = 1_000, 10_000
EVENTS = 10_000


def main() -> None:
    """Print each figure as soon as it is there, and all of them at the end."""
    calm_collector()  # as the process that serves does
    figures = []
    for figure in _figures(int(sys.argv[1]) if sys.argv[1:] else EVENTS):
        figures.append(figure)
        print(f"{figure.name}: {figure.ratio:.2f}x ({'met' if figure.met else 'missed'})", flush=True)
    print(f"\n{table(figures)}")


def _figures(events: int) -> Iterator[Figure]:
    yield against_decoding(MANY)
    yield diagnosis_against_parsing(MANY)
    yield growth(100, MANY)
    yield growth(MANY, MOST)
    yield from questions_about(MANY)
    yield asyncio.run(_fetching())
    yield from asyncio.run(_most())
    yield from asyncio.run(intake(events))
    yield asyncio.run(alerts_while_events_arrive())


async def _fetching() -> Figure:
    async with local_zoom([MANY]) as zoom:
        return await against_a_bare_loop(zoom, MANY)


async def _most() -> list[Figure]:
    async with local_zoom([MOST]) as zoom:
        return [await peak_memory(zoom, MOST), *await acks_while_reporting(zoom, MOST)]


if __name__ == "__main__":
    main()
