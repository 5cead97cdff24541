"""A real SQLite file per test, and an open store on it."""

import os
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

from bot.store.store import Store

ROOT = Path(__file__).parents[2]


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path / 'qos.db'}"


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    async with Store.open(url) as opened:
        yield opened


@pytest.fixture
def python(tmp_path: Path) -> Callable[..., "Popen[str]"]:
    """Starts Python on a script in another process and another folder."""

    def start(script: str, *arguments: str) -> "Popen[str]":
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-W", "error", "-c", script, *arguments]
        return Popen(command, cwd=tmp_path, env=environment, stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True)

    return start
