"""Keeps count of work that was accepted, so that a stopping process finishes it first."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class Running:
    """Slack's framework starts listeners as tasks that nobody owns; each registers here while it works."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[object]] = set()

    @contextmanager
    def track(self) -> Iterator[None]:
        task = asyncio.current_task()
        if task is None:
            yield
            return
        self._tasks.add(task)
        try:
            yield
        finally:
            self._tasks.discard(task)

    async def drain(self, within_s: float) -> int:
        """Wait for what is under way, and for what begins meanwhile; returns how many tasks had to be cancelled."""
        ends = asyncio.get_running_loop().time() + within_s
        while waiting := self._tasks - {asyncio.current_task()}:
            _, pending = await asyncio.wait(waiting, timeout=ends - asyncio.get_running_loop().time())
            if pending:
                for task in pending:
                    task.cancel()
                return len(pending)
        return 0
