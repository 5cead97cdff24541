"""A channel's wishes: tried on past calls, made, listed and ended; its quiet hours; its new id. Sends nothing."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.alert_ports import SubscriptionStore
from bot.domain.backtest import DAYS, BackTest, Past, backtest
from bot.domain.quiet_hours import QuietHours
from bot.domain.subscriptions import Filter, Rule, Subscription
from bot.ports import Clock
from bot.services.facts import Facts

MOST_TRIED = 400
"""Of more calls the newest are tried: somebody waits for the answer, which says how far back it looked."""


class Subscriptions:
    """Raises `StoreError`."""

    def __init__(self, store: SubscriptionStore, facts: Facts, clock: Clock) -> None:
        self._store = store
        self._facts = facts
        self._clock = clock

    async def preview(self, filters: Sequence[Filter], rule: Rule) -> BackTest:
        """What this would have posted about the stored calls of the last 30 days."""
        now = self._clock()
        past = []
        for kind, uuid in await self._store.calls_since(now - timedelta(days=DAYS), MOST_TRIED):
            known = await self._facts.of(kind, uuid, lambda _told: now)
            ended_at = known.report.subject.ended_at if known else None
            if known is not None and ended_at is not None:
                past.append(Past(known.report, ended_at, known.host_email, known.minutes))
            await asyncio.sleep(0)  # others come in between
        return await asyncio.to_thread(backtest, past, tuple(filters), rule, now)

    async def subscribe(
        self, team_id: str, channel_id: str, owner_id: str, filters: Sequence[Filter], rule: Rule
    ) -> tuple[Subscription, int]:
        """The subscription and its number in the channel's list; the same terms again give the one that exists."""
        made = await self._store.subscribe(team_id, channel_id, owner_id, filters, rule, self._clock())
        ids = [one.id for one, _ in await self.listed(team_id, channel_id)]
        return made, ids.index(made.id) + 1 if made.id in ids else len(ids)

    async def listed(self, team_id: str, channel_id: str) -> list[tuple[Subscription, datetime | None]]:
        """In the order of their numbers, which count from 1, each with its last alert."""
        found = await self._store.subscriptions(team_id, channel_id)
        return [(one, last_fired) for one, last_fired, _ in found]

    async def not_useful(self, team_id: str, channel_id: str) -> Mapping[str, int]:
        """How often *Not useful* was pressed, by subscription id."""
        return {one.id: presses for one, _, presses in await self._store.subscriptions(team_id, channel_id)}

    async def unsubscribe(self, team_id: str, channel_id: str, number: int | None) -> list[Subscription]:
        """Ends the one with that number, or all; returns what was ended. Their messages go on being kept up to date."""
        there = [one for one, _ in await self.listed(team_id, channel_id)]
        ended = there if number is None else there[number - 1 : number] if number >= 1 else []
        if ended:
            await self._store.end_subscriptions([one.id for one in ended], self._clock())
        return ended

    async def set_quiet(self, team_id: str, channel_id: str, quiet: QuietHours | None, by: str) -> None:
        """None ends them, and what they held back is told."""
        await self._store.set_quiet(team_id, channel_id, quiet, by, self._clock())

    async def quiet(self, team_id: str, channel_id: str) -> QuietHours | None:
        return await self._store.quiet(team_id, channel_id)

    async def move_channel(self, old: str, new: str) -> int:
        """Slack gave the channel a new id: everything follows. Returns how many subscriptions that were."""
        return await self._store.move_channel(old, new)
