"""What Zoom is told while an event cannot be kept, by a real `serve` over real HTTP, and that it recovers by itself."""

import asyncio
import os
import resource
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from bot.domain.feed_call import call_of
from bot.domain.model import CallUuid, Kind
from bot.store.store import Store
from tests.endtoend.bot_process import Serving, serving
from tests.endtoend.bot_world import eventually
from tests.endtoend.outside_world import outside, variables
from tests.endtoend.test_zoom_events_in import minutes_ago, only_events, post, zoom_calls
from tests.services.event_samples import UUID, started, summary_event

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at other processes as Linux shows them")


class Door:
    """A running `serve` whose events are understood in a process of its own, by now."""

    def __init__(self, served: Serving, client: httpx.AsyncClient, folder: Path) -> None:
        self.served = served
        self.folder = folder
        self._client = client
        self._begun = minutes_ago(30)

    async def begin(self) -> None:
        assert await post(self._client, started(self._begun)) == 204
        await eventually(self.understood)

    async def understood(self) -> bool:
        return 'outcome="done"' in (await self.served.get("/metrics")).text

    async def send(self, person: int) -> int:
        return await post(self._client, summary_event(str(person), name=f"P{person}", at=self._begun))

    @property
    def others(self) -> Sequence[int]:
        """The processes that it started."""
        pid = self.served.process.pid
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    async def people(self) -> list[str]:
        """Who is stored to have been there, once everything is understood."""

        async def done() -> bool:
            return (await store.feed.status()).pending == 0

        async with Store.open(f"sqlite+aiosqlite:///{self.folder / 'qos.db'}") as store:
            await eventually(done)
            told = await store.feed.call_told(Kind.MEETING, CallUuid(UUID))
            assert told is not None
            return sorted(leg.name or "" for leg in call_of(told, None, datetime.now(UTC)).legs)

    def stored(self) -> int:
        with closing(sqlite3.connect(self.folder / "qos.db")) as database:
            return int(database.execute("SELECT count(*) FROM events").fetchone()[0])


@asynccontextmanager
async def door(folder: Path) -> AsyncIterator[Door]:
    async with outside() as (slack, zoom):
        settings = only_events(variables(slack, zoom, folder / "qos.db"))
        async with serving(folder, settings) as served, zoom_calls(served.url) as client:
            opened = Door(served, client, folder)
            await opened.begin()
            yield opened


@contextmanager
def no_room(standing: Door) -> Iterator[None]:
    """No file of these processes may grow by more than a few pages: what a full disk or a used up quota does."""
    limit = max(path.stat().st_size for path in standing.folder.iterdir()) + 65_536
    pids = [standing.served.process.pid, *standing.others]
    before = {pid: resource.prlimit(pid, resource.RLIMIT_FSIZE) for pid in pids}
    for pid, (_, hard) in before.items():
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        for pid, limits in before.items():
            resource.prlimit(pid, resource.RLIMIT_FSIZE, limits)


async def test_a_full_disk_is_told_to_zoom_and_what_was_acknowledged_counts_once(tmp_path: Path) -> None:
    async with door(tmp_path) as standing:
        refused = []
        with no_room(standing):
            taken = 0
            while len(refused) < 3:
                status = await standing.send(taken + len(refused))
                assert status in (204, 503)
                if status == 503:
                    refused.append(taken + len(refused))
                else:
                    assert not refused, "the disk is still full"
                    taken += 1
            assert 0 < taken < 500
        assert [await standing.send(person) for person in refused] == [204] * 3
        assert [await standing.send(person) for person in range(taken)] == [204] * taken
        assert await standing.people() == sorted(f"P{person}" for person in range(taken + 3))
        assert standing.stored() == 1 + taken + 3


async def test_a_locked_database_is_told_to_zoom_and_what_was_acknowledged_counts_once(tmp_path: Path) -> None:
    async with door(tmp_path) as standing:
        assert await standing.send(1) == 204
        with closing(sqlite3.connect(tmp_path / "qos.db", isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            assert [await standing.send(2), await standing.send(3)] == [503, 503]
            other.execute("ROLLBACK")

        async def taken_again() -> bool:
            return await standing.send(2) == 204

        await eventually(taken_again)
        assert [await standing.send(person) for person in (1, 2, 3, 4)] == [204] * 4
        assert await standing.people() == ["P1", "P2", "P3", "P4"]
        assert standing.stored() == 5


async def test_a_scribe_that_is_killed_stops_the_process_and_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    async with door(tmp_path) as standing:
        assert await standing.send(1) == 204
        for other in standing.others:
            os.kill(other, signal.SIGKILL)
        stopped = await standing.served.ended()
        assert stopped.code == 1
        assert stopped.last_line.startswith("worker_died: ")
    async with door(tmp_path) as standing:
        assert await standing.people() == ["P1"]


async def test_a_scribe_ends_with_the_process_that_it_works_for(tmp_path: Path) -> None:
    async with door(tmp_path) as standing:
        others = standing.others
        assert others
        standing.served.process.kill()
        await standing.served.ended()

        async def gone() -> bool:
            return not await asyncio.to_thread(lambda: any(Path(f"/proc/{other}").exists() for other in others))

        await eventually(gone)
