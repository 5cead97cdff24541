"""Alerts over a real SQLite file and a little Slack: events in, messages out, time moved by the test. No tests here."""

import asyncio
import itertools
import json
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.domain.subscription_terms import parse_terms
from bot.domain.subscriptions import Subscription
from bot.services.alerts import Alerts
from bot.services.facts import Facts
from bot.services.ingest import Ingest
from bot.services.outbox import Outbox
from bot.services.report import Reports
from bot.services.subscriptions import Subscriptions
from bot.store.store import Store
from bot.telemetry import Telemetry
from tests.services.event_samples import NOON, data_event, ended, event, minute_event, started, summary_event
from tests.services.little_slack import LittleSlack, Standing
from tests.services.scripted_zoom import ScriptedZoom

TEAM, CHANNEL, OWNER = "T1", "C1", "UOWNER"


@dataclass
class Clock:
    """The instant, and the seconds of a timer, which move together; sleeping moves them too."""

    now: datetime = NOON
    seconds: float = 1000.0
    slept_s: list[float] = field(default_factory=list)

    def __call__(self) -> datetime:
        return self.now

    def timer(self) -> float:
        return self.seconds

    def pass_by(self, **length: float) -> None:
        step = timedelta(**length)
        self.now += step
        self.seconds += step.total_seconds()

    async def sleep(self, seconds: float) -> None:
        self.slept_s.append(seconds)
        self.pass_by(seconds=seconds)
        await asyncio.sleep(0)


class Scene:
    """A process of the bot, as far as alerts go. `restarted` is the next one on the same database."""

    def __init__(self, store: Store, slack: LittleSlack, clock: Clock) -> None:
        self.store = store
        self.slack = slack
        self.clock = clock
        self.reports = Reports(store, ScriptedZoom(), clock, Telemetry(), timer=time.monotonic)
        facts = Facts(store.feed, store, self.reports)
        self.ingest = Ingest(store.feed, clock)
        self.outbox = Outbox(store.outbox, slack, clock, timer=clock.timer, sleep=clock.sleep)
        self.alerts = Alerts(store.alerts, facts, clock, timer=clock.timer, wished=self.outbox.ring, sleep=clock.sleep)
        self.subscriptions = Subscriptions(store.subscriptions, facts, clock)

    async def subscribe(self, terms: str = "", channel: str = CHANNEL, owner: str = OWNER) -> Subscription:
        filters, rule = parse_terms(terms)
        made, _ = await self.subscriptions.subscribe(TEAM, channel, owner, filters, rule)
        return made

    async def hear(self, *events: dict[str, Any]) -> None:
        """Events come in and are joined to their calls."""
        for one in events:
            await self.ingest.accept_unsigned(json.dumps(one).encode())
        while await self.ingest.process():
            pass

    async def decide(self) -> None:
        while await self.alerts.process():
            pass

    async def tell(self, *events: dict[str, Any]) -> None:
        """Events come in, alerts look, and what may go out by now goes out."""
        await self.hear(*events)
        await self.decide()
        await self.outbox.drain()

    async def tick(self, **later: float) -> None:
        self.clock.pass_by(**later)
        await self.alerts.tick()
        await self.outbox.drain()

    def restarted(self) -> "Scene":
        return Scene(self.store, self.slack, self.clock)

    @property
    def only(self) -> Standing:
        (one,) = self.slack.posts()
        return one


@asynccontextmanager
async def scene(folder: Path) -> AsyncIterator[Scene]:
    clock = Clock()
    async with Store.open(f"sqlite+aiosqlite:///{folder / 'qos.db'}", clock=clock, patience_s=0.2) as store:
        yield Scene(store, LittleSlack(), clock)


# --- meetings that go badly ------------------------------------------------------------------------------------------

_millisecond = itertools.count()


def meeting(
    uuid: str = "bad==",
    *,
    number: str = "85812345678",
    poor: int = 3,
    good: int = 1,
    site: str = "Berlin (DE)",
    begun: datetime = NOON,
    over: datetime | None = None,
) -> list[dict[str, Any]]:
    """A meeting in which `poor` people sit in `site` and were poor; it goes on unless it is `over`."""
    last = over or begun + timedelta(minutes=20)
    people = [f"{n}" for n in range(100, 100 + poor + good)]
    events = [started(begun, uuid=uuid, number=number)]
    for place, person in enumerate(people):
        location = site if place < poor else "Leeds (GB)"
        ip = "203.0.113.7" if place < poor else f"198.51.100.{place % 250}"
        data = [
            {"location": location, "data_center": f"Near {site}", "network_type": "Wifi", "signaling_ip_address": ip}
        ]
        events.append(data_event(person, data, at=begun, uuid=uuid))
        events.append(summary_event(person, name=f"Name {person}", loss=loss(place < poor), at=last, uuid=uuid))
    return events + ([ended(over, begun=begun, uuid=uuid, number=number)] if over else [])


def loss(poor: bool) -> str:
    return "12%" if poor else "0.5%"


def minutes(
    states: str, *, uuid: str = "bad==", people: Iterable[str] = ("100", "101", "102"), first: int = 0
) -> list[dict[str, Any]]:
    """Single minutes of each person: `x` poor, `.` good."""
    return [
        minute_event(person, first + n, loss=loss(state == "x"), uuid=uuid)
        for n, state in enumerate(states)
        for person in people
    ]


__all__ = ["CHANNEL", "OWNER", "TEAM", "Clock", "Scene", "ended", "event", "meeting", "minutes", "scene"]
