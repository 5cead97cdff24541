"""Builds what takes events in and works on them; part of the composition root. Runs nothing itself."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.config import Settings
from bot.ports import Clock
from bot.scribe import Scribe
from bot.services.filling import Filling
from bot.services.ingest import Ingest
from bot.services.live import LiveCalls
from bot.services.report import Reports
from bot.services.upkeep import Upkeep
from bot.store.store import Store
from bot.telemetry import Telemetry
from bot.worker import Rounds, Worker
from bot.zoom.client import ZoomAccount
from bot.zoom.socket import ZoomSocket

Work = Callable[[], Awaitable[object]]
"""Runs until cancelled."""

ROUND_EVERY_S = 60.0
EVENTS_APART_S = 0.1
"""Taking events in goes before understanding them: Zoom waits for the one and nobody for the other."""


@dataclass(frozen=True, slots=True)
class Feed:
    """The ways in for events, and the bell that wakes whoever works on them. `socket` None: by webhook only.

    `count` is told what became of an event; `alerting`: alerts are to look at what events change.
    """

    ingest: Ingest
    bell: asyncio.Event
    count: Callable[[str], None]
    alerting: bool
    socket: ZoomSocket | None = None


def feed(
    settings: Settings,
    store: Store,
    telemetry: Telemetry,
    clock: Clock,
    account: ZoomAccount | None,
    *,
    alerting: bool = True,
) -> Feed:
    """Events go into the store's inbox, under the secrets of the settings; the WebSocket uses the account's tokens.

    `alerting` False: nobody is told of what these events change.
    """
    bell = asyncio.Event()
    secret = settings.zoom_webhook_secret_token
    secrets = [one.strip() for one in (secret.get_secret_value() if secret else "").split(",")]
    ingest = Ingest(
        store.feed,
        clock,
        secrets=[one for one in secrets if one],
        arrived=bell.set,
        count=telemetry.event,
        alerting=alerting,
    )
    if settings.zoom_events_url is None or account is None:
        return Feed(ingest, bell, telemetry.event, alerting)
    socket = ZoomSocket(settings.zoom_events_url, account.tokens, ingest.accept_unsigned, store.feed, clock)
    return Feed(ingest, bell, telemetry.event, alerting, socket)


def work_on(
    settings: Settings,
    store: Store,
    feed: Feed,
    live: LiveCalls,
    reports: Reports,
    clock: Clock,
    joined: Callable[[], None],
    *,
    own_process: bool = False,
) -> Mapping[str, Work]:
    """What goes on beside the doors, by name. `joined` is called when calls have changed.

    `own_process`: events are written down and understood in a process of their own.
    """
    upkeep = Upkeep(
        store.feed,
        store,
        clock,
        events_kept=timedelta(days=settings.retention_events_days),
        reports_kept=timedelta(days=settings.retention_reports_days),
    )
    sockets: Mapping[str, Work] = {"zoom_socket": feed.socket.run} if feed.socket else {}
    return {
        **sockets,
        "worker": _scribe(settings, store, feed, joined) if own_process else _worker(feed, joined),
        "filling": Rounds(Filling(store.feed, live, reports, clock).round, ROUND_EVERY_S).run,
        "upkeep": Rounds(upkeep.round, ROUND_EVERY_S).run,
    }


def _worker(feed: Feed, joined: Callable[[], None]) -> Work:
    return Worker(feed.ingest, feed.bell, then=joined, between=lambda: asyncio.sleep(EVENTS_APART_S)).run


def _scribe(settings: Settings, store: Store, feed: Feed, joined: Callable[[], None]) -> Work:
    told = {"database_url": settings.database_url, "log_format": settings.log_format, "alerting": feed.alerting}
    return Scribe(store.feed, told, feed.count, joined).run
