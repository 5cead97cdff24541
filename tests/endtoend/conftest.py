"""The bot between a local Slack and a local Zoom, over Socket Mode and over HTTP."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.zoom import pacing
from bot.zoom.pacing import HeavyLimits
from tests.endtoend.bot_world import Bot, bot_between
from tests.endtoend.outside_world import Transport


@pytest.fixture
def pace_lifted(monkeypatch: pytest.MonkeyPatch) -> None:
    """100 pages take 2.6 s at the pace of a real account; these tests are about something else."""
    monkeypatch.setitem(pacing.HEAVY, "business", HeavyLimits(100_000, 1_000_000))


@pytest.fixture(params=["socket", "http"])
def transport(request: pytest.FixtureRequest) -> Transport:
    chosen: Transport = request.param
    return chosen


@pytest.fixture
async def bot(tmp_path: Path, transport: Transport, pace_lifted: None) -> AsyncIterator[Bot]:
    """Over Socket Mode and over HTTP: what a person sees must be the same."""
    async with bot_between(tmp_path, transport) as running:
        yield running


@pytest.fixture
async def socket_bot(tmp_path: Path, pace_lifted: None) -> AsyncIterator[Bot]:
    """Over Socket Mode only, where the way in makes no difference."""
    async with bot_between(tmp_path) as running:
        yield running
