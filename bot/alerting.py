"""Builds what decides about alerts and sends them; part of the composition root. Runs nothing itself."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass

from bot.feeding import Work
from bot.ports import Clock, Poster
from bot.services.alerts import Alerts
from bot.services.facts import Facts
from bot.services.outbox import Outbox
from bot.services.report import Reports
from bot.services.subscriptions import Subscriptions
from bot.store.store import Store
from bot.worker import Rounds, Worker

TICK_EVERY_S = 15.0


@dataclass(frozen=True, slots=True)
class Alerting:
    """Everything about alerts. `bell` wakes who looks at changed calls."""

    subscriptions: Subscriptions
    alerts: Alerts
    outbox: Outbox
    bell: asyncio.Event

    def work(self) -> Mapping[str, Work]:
        """What goes on beside the doors, by name."""
        return {
            "alerts": Worker(self.alerts, self.bell, name="alerts").run,
            "ticks": Rounds(self.alerts.tick, TICK_EVERY_S).run,
            "outbox": self.outbox.run,
        }


def alerting(store: Store, reports: Reports, poster: Poster, clock: Clock, *, then: bool = False) -> Alerting:
    """`poster` must not try again by itself: pace and retries are the outbox's. `then`: judge as of the events."""
    facts = Facts(store.feed, store, reports)
    outbox = Outbox(store.outbox, poster, clock, timer=time.monotonic)
    alerts = Alerts(store.alerts, facts, clock, timer=time.monotonic, wished=outbox.ring, then=then)
    return Alerting(Subscriptions(store.subscriptions, facts, clock), alerts, outbox, asyncio.Event())
