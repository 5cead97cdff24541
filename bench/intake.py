"""What it costs to take events in: the real bot, its real database and real HTTP, against a door that keeps nothing."""

import asyncio
import contextlib
import sqlite3
import statistics
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from bench.bots import Bot, bot
from bench.event_crowd import crowd
from bench.event_load import SECRET, Door, door, signed
from bench.figures import Figure, percentile
from bench.memory import present_mb
from bench.processes import child
from playground.zoom.events import Event

CALLS = 100
AT_ONCE = 4_000
LEAST_OF_PEER = 0.6
MOST_MS = {50: 50, 99: 500}
"""Zoom waits three seconds; an answer that takes a sixth of it leaves room for a disk that is slow today."""

MOST_GROWTH, MOST_STORED = 1.2, 1.5
DRAINED_WITHIN_S = 300.0


async def intake(many: int = 10_000, rounds: int = 3, paced_s: float = 5.0) -> list[Figure]:
    """`many`: events over which memory and the database are looked at; `rounds` of a fifth of it at most go before.

    Both doors take the same events one after the other, and the bot understands them meanwhile, as it always does.
    """
    told = crowd(CALLS)
    async with (
        child("bench.bare_door", SECRET) as bare,
        bot({"ZOOM_WEBHOOK_SECRET_TOKEN": SECRET}) as ours,
        door(int(await bare.line())) as bare_way,
        door(ours.port) as our_way,
    ):
        sent = _Sent(told)
        each = max(1, min(AT_ONCE, many // 5))
        rates, bare_rates = [], []
        for _ in range(rounds):
            requests = sent.next(each)
            bare_rates.append(await bare_way.flat_out(requests))
            rates.append(await our_way.flat_out(requests))
            await drained(ours.database)
        rate, bare_rate = statistics.median(rates), statistics.median(bare_rates)
        early_mb = present_mb(ours.pid)
        requests = sent.next(max(2, round(paced_s * rate / 2)))
        bare_ms = await bare_way.paced(requests, rate / 2)
        ours_ms = await our_way.paced(requests, rate / 2)
        await _the_rest(our_way, ours, sent, many)
        late_mb = present_mb(ours.pid)
        stored, raw = _stored_bytes(ours.database) / sent.events, sent.bytes / sent.events
    return [
        Figure("durable events", rate, "events/s", "a bare endpoint", bare_rate, LEAST_OF_PEER, at_least=True),
        *(
            Figure(
                f"acknowledged at half of that, p{percent}",
                percentile(ours_ms, percent),
                "ms",
                "a bare endpoint",
                percentile(bare_ms, percent),
                most,
                of_ratio=False,
            )
            for percent, most in MOST_MS.items()
        ),
        Figure(
            f"memory after {sent.events:,} events", late_mb, "MB", f"after {rounds * each:,}", early_mb, MOST_GROWTH
        ),
        Figure("stored per event", stored, "bytes", "its JSON", raw, MOST_STORED),
    ]


class _Sent:
    """What has been drawn of the crowd's events so far."""

    def __init__(self, told: Iterator[Event]) -> None:
        self._told = told
        self.events = self.bytes = 0

    def next(self, count: int) -> list[bytes]:
        drawn = list(islice(self._told, count))
        self.events += len(drawn)
        self.bytes += sum(len(one.raw) for one in drawn)
        return [signed(one) for one in drawn]


async def _the_rest(way: Door, ours: Bot, sent: _Sent, many: int) -> None:
    """As fast as they are taken, with no more left unprocessed than one helping."""
    while sent.events < many:
        await way.flat_out(sent.next(min(AT_ONCE, many - sent.events)))
        await drained(ours.database)


async def drained(database: Path) -> None:
    """Returns when every event that was taken is also understood. Raises `TimeoutError`."""
    async with asyncio.timeout(DRAINED_WITHIN_S):
        while _ask(database, "SELECT EXISTS (SELECT 1 FROM events WHERE state = 'pending')"):  # noqa: ASYNC110  # another process
            await asyncio.sleep(0.05)


def _stored_bytes(database: Path) -> int:
    return _ask(database, "PRAGMA page_count") * _ask(database, "PRAGMA page_size")


def _ask(database: Path, question: str) -> int:
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return int(connection.execute(question).fetchone()[0])
