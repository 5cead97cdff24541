"""Builds what takes events in and works on them; part of the composition root. Runs nothing itself."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.config import Settings
from bot.ports import Clock
from bot.services.filling import Filling
from bot.services.ingest import Ingest
from bot.services.live import LiveCalls
from bot.services.report import Reports
from bot.services.upkeep import Upkeep
from bot.store.store import Store
from bot.telemetry import Telemetry
from bot.worker import Rounds, Worker

Work = Callable[[], Awaitable[object]]
"""Runs until cancelled."""

ROUND_EVERY_S = 60.0


@dataclass(frozen=True, slots=True)
class Feed:
    """The way in for events, and the bell that wakes whoever works on them."""

    ingest: Ingest
    bell: asyncio.Event


def feed(settings: Settings, store: Store, telemetry: Telemetry, clock: Clock) -> Feed:
    """Events go into the store's inbox, under the secrets of the settings."""
    bell = asyncio.Event()
    secret = settings.zoom_webhook_secret_token
    secrets = [one.strip() for one in (secret.get_secret_value() if secret else "").split(",")]
    ingest = Ingest(store.feed, clock, secrets=[one for one in secrets if one], arrived=bell.set, count=telemetry.event)
    return Feed(ingest, bell)


def work_on(
    settings: Settings, store: Store, feed: Feed, live: LiveCalls, reports: Reports, clock: Clock
) -> Mapping[str, Work]:
    """What goes on beside the doors, by name."""
    upkeep = Upkeep(
        store.feed,
        store,
        clock,
        events_kept=timedelta(days=settings.retention_events_days),
        reports_kept=timedelta(days=settings.retention_reports_days),
    )
    return {
        "worker": Worker(feed.ingest, feed.bell).run,
        "filling": Rounds(Filling(store.feed, live, reports, clock).round, ROUND_EVERY_S).run,
        "upkeep": Rounds(upkeep.round, ROUND_EVERY_S).run,
    }
