"""`python -m bench`: what the bot costs, each figure beside its peer, in about a minute. Needs no network."""

import asyncio
from collections.abc import Iterator

from bench.acks import acks_while_reporting
from bench.fetching import against_a_bare_loop
from bench.figures import Figure, table
from bench.judging import against_decoding, diagnosis_against_parsing, growth
from bench.local_zoom import local_zoom
from bench.memory import peak_memory
from bot.serving import calm_collector

MANY, MOST = 1_000, 10_000


def main() -> None:
    """Print each figure as soon as it is there, and all of them at the end."""
    calm_collector()  # as the process that serves does
    figures = []
    for figure in _figures():
        figures.append(figure)
        print(f"{figure.name}: {figure.ratio:.2f}x ({'met' if figure.met else 'missed'})", flush=True)
    print(f"\n{table(figures)}")


def _figures() -> Iterator[Figure]:
    yield against_decoding(MANY)
    yield diagnosis_against_parsing(MANY)
    yield growth(100, MANY)
    yield growth(MANY, MOST)
    yield asyncio.run(_fetching())
    yield from asyncio.run(_most())


async def _fetching() -> Figure:
    async with local_zoom([MANY]) as zoom:
        return await against_a_bare_loop(zoom, MANY)


async def _most() -> list[Figure]:
    async with local_zoom([MOST]) as zoom:
        return [await peak_memory(zoom, MOST), *await acks_while_reporting(zoom, MOST)]


if __name__ == "__main__":
    main()
