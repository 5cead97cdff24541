"""Many short waits with one limit, under one timer: `asyncio.timeout` for a door that thousands pass in a second.

A timer of its own for each costs a delivery as much as its signature and its JSON together. Decides nothing.
"""

import asyncio
from types import TracebackType


class Patience:
    """`with patience.limit():` raises `TimeoutError` in a block that lasts `within_s` seconds, or a tenth longer."""

    def __init__(self, within_s: float) -> None:
        self._within_s = within_s
        self._waiting: dict[_Limit, float] = {}
        self._timer: asyncio.TimerHandle | None = None

    def limit(self) -> "_Limit":
        return _Limit(self)

    def begin(self, limit: "_Limit") -> None:
        loop = asyncio.get_running_loop()
        self._waiting[limit] = loop.time()
        if self._timer is None:
            self._timer = loop.call_later(self._within_s / 10, self._look)

    def end(self, limit: "_Limit") -> None:
        self._waiting.pop(limit, None)

    def _look(self) -> None:
        loop = asyncio.get_running_loop()
        before = loop.time() - self._within_s
        for limit, since in list(self._waiting.items()):
            if since > before:
                break  # they began in this order
            del self._waiting[limit]
            limit.expire()
        self._timer = loop.call_later(self._within_s / 10, self._look) if self._waiting else None


class _Limit:
    """One block of one task."""

    __slots__ = ("_cancelled_before", "_expired", "_patience", "_task")

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._expired = False

    def __enter__(self) -> None:
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("not inside a task")
        self._task, self._cancelled_before = task, task.cancelling()
        self._patience.begin(self)

    def expire(self) -> None:
        self._expired = True
        self._task.cancel()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._patience.end(self)
        # As `asyncio.timeout` does: a task that somebody else has cancelled too stays cancelled.
        if self._expired and self._task.uncancel() <= self._cancelled_before and kind is asyncio.CancelledError:
            raise TimeoutError from error
