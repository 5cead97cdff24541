"""Waiting for what happens in a workspace, without polling and without missing what came before the waiting began."""

import asyncio
from collections import deque
from collections.abc import Callable

from playground.slack.model import Message, View
from playground.slack.workspace import Change, Workspace

DEFAULT_TIMEOUT_S = 10.0


class Inbox:
    """Keeps every change until somebody takes it. Each is taken once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._unread: deque[Change] = deque(maxlen=5_000)
        self._waiting: list[tuple[Callable[[Change], bool], asyncio.Future[Change]]] = []
        workspace.listen(self._arrived)

    async def next(self, where: Callable[[Change], bool], timeout_s: float = DEFAULT_TIMEOUT_S) -> Change:
        """The oldest unread change for which `where` holds, else the next one to come.

        Raises:
            TimeoutError: none came; the error lists what did.
        """
        for change in self._unread:
            if where(change):
                self._unread.remove(change)
                return change
        future: asyncio.Future[Change] = asyncio.get_running_loop().create_future()
        self._waiting.append((where, future))
        try:
            async with asyncio.timeout(timeout_s):
                return await future
        except TimeoutError:
            seen = [f"{change.kind}: {_words(change)}" for change in self._unread]
            raise TimeoutError(f"nothing matched in {timeout_s} s; unread: {seen[-20:]}") from None
        finally:
            self._waiting = [waiter for waiter in self._waiting if waiter[1] is not future]

    async def next_message(
        self,
        channel: str | None = None,
        where: Callable[[Message], bool] = lambda _: True,
        *,
        kind: str = "message",
        timeout_s: float = DEFAULT_TIMEOUT_S,
    ) -> Message:
        """The bot's next message (ephemeral ones too), in that channel if one is named. `kind` may be
        `message_changed` or `message_deleted`. The message is live: later edits show in it."""
        wanted = self._workspace.channel_named(channel).id if channel is not None else None

        def matches(change: Change) -> bool:
            message = change.message
            if change.kind != kind or message is None or message.bot_id is None:
                return False
            return wanted in (None, message.channel) and where(message)

        message = (await self.next(matches, timeout_s)).message
        assert message is not None
        return message

    async def next_view(self, kind: str = "view_opened", *, timeout_s: float = DEFAULT_TIMEOUT_S) -> View:
        view = (await self.next(lambda change: change.kind == kind, timeout_s)).view
        assert view is not None
        return view

    async def next_toast(self, *, timeout_s: float = DEFAULT_TIMEOUT_S) -> str:
        return (await self.next(lambda change: change.kind == "toast", timeout_s)).text

    def clear(self) -> None:
        """Forget what nobody took."""
        self._unread.clear()

    def _arrived(self, change: Change) -> None:
        for where, future in self._waiting:
            if not future.done() and where(change):
                future.set_result(change)
                return
        self._unread.append(change)


def _words(change: Change) -> str:
    return change.message.text[:80] if change.message else change.text
