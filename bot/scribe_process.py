"""The scribe: `python -m bot.scribe_process`, started by `bot.scribe`, writes events down and understands them.

It reads frames from standard input (first the settings, then rows to store), answers on standard output, and ends when
its input does. Writing down goes before understanding: Zoom waits for the one and nobody for the other.
"""

import asyncio
import os
import signal
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import structlog

from bot.collector import calm_collector
from bot.errors import QosError, StoreError
from bot.pipe import packed, received
from bot.rush import Rush
from bot.services.ingest import Ingest
from bot.store.inbox import Row
from bot.store.store import Store
from bot.telemetry import set_up_logs
from bot.worker import Worker

COMMITTED_AT_ONCE = 250
UNDERSTOOD_AT_ONCE = 25
"""More would cost less for each, and make whoever waits to be written down wait longer: this is some 10 ms of work."""

PAUSE_S = 0.05
"""When nothing is left over: one event costs nearly as much as ten, and whoever decides about alerts writes too."""

log = structlog.get_logger()


class _Scribe:
    def __init__(self, store: Store, answers: asyncio.StreamWriter, alerting: bool) -> None:
        self._store = store
        self._answers = answers
        self._became = Counter[str]()
        self._bell = asyncio.Event()
        self._rush = Rush()
        self._rows: list[Row] = []
        self._came = asyncio.Event()
        self._ended = False
        self._understood = 0
        self._ingest = Ingest(
            store.feed,
            lambda: datetime.now(UTC),
            count=lambda outcome: self._became.update((str(outcome),)),
            alerting=alerting,
            at_once=UNDERSTOOD_AT_ONCE,
        )

    async def run(self, questions: asyncio.StreamReader) -> None:
        """Until there are no more questions, or something fails that waiting does not mend."""
        self.say("ready")
        worker = Worker(self, self._bell, then=self._tell, between=self._others_first)
        reading = asyncio.create_task(self._read(questions))
        writing = asyncio.create_task(self._write())
        working = asyncio.create_task(worker.run())
        done, _ = await asyncio.wait({writing, working}, return_when=asyncio.FIRST_COMPLETED)
        for task in (reading, writing, working):
            task.cancel()
        await asyncio.wait({reading, writing, working})
        for task in done:
            task.result()

    async def process(self) -> int:
        """As `Ingest.process`."""
        self._understood = await self._ingest.process()
        return self._understood

    async def _others_first(self) -> None:
        if self._understood < UNDERSTOOD_AT_ONCE:
            await asyncio.sleep(PAUSE_S)
        await self._rush.passed()

    async def _read(self, questions: asyncio.StreamReader) -> None:
        try:
            while (frame := await received(questions)) is not None:
                self._rows += _rows(*frame)
                self._came.set()
                self._bell.set()
        finally:
            self._ended = True
            self._came.set()

    async def _write(self) -> None:
        """Whoever comes while a commit is under way shares the next one."""
        while self._rows or not self._ended:
            rows, self._rows = self._rows[:COMMITTED_AT_ONCE], self._rows[COMMITTED_AT_ONCE:]
            if rows:
                await self._write_down(rows)
                self._rush.came(len(rows))
                self._bell.set()
            else:
                self._came.clear()
                await self._came.wait()

    async def _write_down(self, rows: Sequence[Row]) -> None:
        try:
            ids = await self._store.feed.add(rows)
        except StoreError as error:
            self.say("refused", [len(rows), _told_of(error)])
        else:
            self.say("ids", ids)

    def _tell(self) -> None:
        became, self._became = dict(self._became), Counter()
        self.say("became", became)

    def say(self, word: str, told: object = None) -> None:
        self._answers.write(packed([word, told]))


def _rows(told: Sequence[Sequence[Any]], bodies: bytes) -> list[Row]:
    rows: list[Row] = []
    at = 0
    for *fields, length in told:
        rows.append(Row._make((*fields, bodies[at : at + length])))
        at += length
    return rows


def _told_of(error: QosError) -> tuple[str, str, str, bool]:
    return error.slug, error.text, error.advice, error.retryable


async def _main() -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, lambda: None)  # meant for the process that serves, which ends this one
    questions = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(questions), sys.stdin)
    transport, protocol = await loop.connect_write_pipe(asyncio.streams.FlowControlMixin, os.fdopen(1, "wb"))
    answers = asyncio.StreamWriter(transport, protocol, None, loop)
    frame = await received(questions)
    if frame is None:
        return
    told = frame[0]
    set_up_logs(told["log_format"])
    try:
        async with Store.open(told["database_url"]) as store:
            calm_collector()
            await _Scribe(store, answers, told["alerting"]).run(questions)
    except QosError as error:
        last = error
    except Exception as error:
        log.error("worker_died", task="scribe", exc_info=error)
        last = QosError("worker_died", "The task worker ended by itself.", "Restart the bot; see the log.")
    else:
        return
    answers.write(packed(["died", _told_of(last)]))
    await answers.drain()
    answers.close()
    sys.exit(1)


if __name__ == "__main__":
    asyncio.run(_main())
