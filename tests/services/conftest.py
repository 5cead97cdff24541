"""The report service over a real SQLite file and a Zoom that a test lays out."""

import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.services.report import Reports
from bot.store.store import Store
from bot.telemetry import Telemetry
from tests.services.scripted_zoom import ScriptedZoom, Time


@pytest.fixture
def zoom() -> ScriptedZoom:
    return ScriptedZoom()


@pytest.fixture
def clock() -> Time:
    return Time()


@pytest.fixture
async def store(tmp_path: Path, clock: Time) -> AsyncIterator[Store]:
    async with Store.open(f"sqlite+aiosqlite:///{tmp_path / 'qos.db'}", clock=clock) as opened:
        yield opened


@pytest.fixture
def reports(store: Store, zoom: ScriptedZoom, clock: Time) -> Reports:
    return Reports(store, zoom, clock, Telemetry(), timer=time.monotonic)
