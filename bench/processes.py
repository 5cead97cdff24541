"""Child processes of the bench: each is a module that prints what it has to say and ends when its input does."""

import asyncio
import os
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

ANSWER_WITHIN_S = 60.0
END_WITHIN_S = 10.0


class ChildFailed(Exception):
    """It ended without saying what it was started for."""


@dataclass(frozen=True, slots=True)
class Child:
    process: Process

    async def line(self) -> str:
        """Its next line.

        Raises:
            ChildFailed: it ended; its own words went to stderr.
            TimeoutError: it said nothing in time.
        """
        assert self.process.stdout is not None
        async with asyncio.timeout(ANSWER_WITHIN_S):
            said = await self.process.stdout.readline()
        if not said:
            raise ChildFailed(f"a child process ended with {await self.process.wait()}")
        return said.decode().strip()


@asynccontextmanager
async def child(module: str, *arguments: str, environment: Mapping[str, str] | None = None) -> AsyncIterator[Child]:
    """`python -m module`, ended when the block ends."""
    variables = {**os.environ, **(environment or {})}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, *arguments, stdin=PIPE, stdout=PIPE, env=variables
    )
    try:
        yield Child(process)
    finally:
        assert process.stdin is not None
        process.stdin.close()
        try:
            async with asyncio.timeout(END_WITHIN_S):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()


def free_port() -> int:
    """For a child that does not say which it took."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
