"""Alerts: a call changed, a time came, somebody pressed a button. What follows is kept; the outbox sends it.

A decision and the wish to send it are one transaction, made only if nothing else was decided in that channel since it
was read. So whatever is repeated, restarted or raced, a channel hears of one thing once.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime

import structlog

from bot.alert_ports import AlertRow, AlertStore, CallId, Change, ChannelRow, Saved, Sight
from bot.domain.alert_card import call_key
from bot.domain.alerts import acknowledge
from bot.domain.decision_log import LogEntry
from bot.domain.holds import SnoozeFor, snooze
from bot.domain.model import CallUuid, Kind, MeetingRef, Subject
from bot.domain.quiet_hours import is_quiet, quiet_until
from bot.errors import BadInput, StoreError
from bot.ports import Clock
from bot.services.deciding import Look, decided, kept_together
from bot.services.facts import Facts
from bot.services.joins import RememberedJoins
from bot.services.turns import Turns, nearness

AT_ONCE = 2_000
TOGETHER = 40
"""Calls looked at in one visit to the store: it costs little more than for one, and the others wait less than 0.1 s."""

LONGEST_NAP_S = 0.1
log = structlog.get_logger()


class Alerts:
    """Raises `StoreError`.

    Args:
        wished: called when a message is to go out, so that the outbox need not look for it.
        timer: seconds, for the cost of a look.
        then: judge each call as of its latest event instead of now; for events out of a file.
    """

    def __init__(
        self,
        store: AlertStore,
        facts: Facts,
        clock: Clock,
        *,
        timer: Callable[[], float],
        wished: Callable[[], None] = lambda: None,
        then: bool = False,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._store = store
        self._facts = facts
        self._clock = clock
        self._timer = timer
        self._wished = wished
        self._then = then
        self._sleep = sleep
        self._turn = asyncio.Lock()
        self._joins = RememberedJoins()
        self._turns = Turns()

    # --- a call changed ---

    async def process(self) -> int:
        """Look at calls of which something new was told; returns how many those were, zero when all is done."""
        due = await self._store.due_calls(AT_ONCE)
        if not due:
            return 0
        now = self._timer()
        ready = self._turns.next(due, now, TOGETHER)
        if not ready:
            await self._sleep(min(max(self._turns.wait_s(due, now), 0.001), LONGEST_NAP_S))
            return len(due)
        await self._told([call.id for call in ready])
        await self._store.considered(ready)
        return len(due)

    async def _told(self, calls: Sequence[CallId]) -> None:
        """Whatever is wrong with one call stays its own affair: it is found by going one by one."""
        try:
            await self._until_kept(calls)
        except StoreError:
            raise
        except Exception as error:  # its text and its stack could hold what people are called
            if len(calls) == 1:
                log.error("alert_unforeseen", kind=str(calls[0].kind), reason=type(error).__name__)
                return
            for call in calls:
                await self._told([call])

    async def told(self, kind: Kind, uuid: CallUuid) -> None:
        """A stored call changed: consider it in every channel that has subscriptions."""
        await self._until_kept([CallId(kind, uuid)])

    async def _until_kept(self, calls: Sequence[CallId]) -> None:
        async with self._turn:
            while calls:
                calls = await self._looked(calls)

    async def _looked(self, calls: Sequence[CallId]) -> Sequence[CallId]:
        """Returns the calls to look at again: something that decides about them was decided meanwhile.

        What channels know and the facts are of one instant, so that what is kept was never decided on older facts than
        the decision before.
        """
        began = self._timer()
        sights = await self._store.sights(calls, None if self._then else self._clock())
        looks, took = [], {}
        for sight in sights:
            started = self._timer()
            looks.append(Look(sight.call, await self._changes(sight)))
            took[sight.call] = self._timer() - started
            await asyncio.sleep(0)  # acknowledgements come in between
        self._turns.looked(took, began, self._timer())
        changes, again = kept_together(looks)
        outdated = await self._kept(changes)
        missed = (look.call for look in looks if any(one.channel.id in outdated for one in look.changes))
        return list(dict.fromkeys((*again, *missed)))

    async def _changes(self, sight: Sight) -> Sequence[Change]:
        if sight.told is None or not sight.watches:
            return ()
        now = sight.told.last_at if self._then else self._clock()
        known = await self._facts.told(sight.told, sight.fetched, now, self._joins)
        self._turns.found(sight.call, nearness(known, sight.watches, now))
        key = call_key(Subject(sight.call.kind, uuid=sight.call.uuid))
        looks = [decided(watch, key, sight.call, known, now) for watch in sight.watches]
        return [change for change in looks if change is not None]

    async def _kept(self, changes: Sequence[Change]) -> Sequence[int]:
        """The channels in which something else was decided meanwhile, so that nothing was kept there."""
        if not changes:
            return ()
        outdated = await self._store.commit(changes)
        self._wished()
        return outdated

    # --- a time came ---

    async def tick(self) -> None:
        """Calls that fell silent, what is final by now, and the end of quiet hours and snoozes."""
        now = self._clock()
        silent = await self._store.due_looks(now, AT_ONCE)
        for start in range(0, len(silent), TOGETHER):
            some = silent[start : start + TOGETHER]
            await self._told(some)
            await self._store.looked(some, now)
        if await self._store.snoozes_over(now):
            self._wished()
        for channel in await self._store.quiet_over(now):
            await self._quiet_over(channel, now)

    async def _quiet_over(self, channel: ChannelRow, now: datetime) -> None:
        """What is still on is posted; the rest is told in one line."""
        if channel.quiet is not None and is_quiet(channel.quiet, now):
            await self._kept([Change(channel, now, quiet_ends=quiet_until(channel.quiet, now))])
            return
        before = [CallId(row.kind, row.uuid) for row in await self._store.quietly_held(channel.id) if row.uuid]
        for start in range(0, len(before), TOGETHER):
            await self._told(before[start : start + TOGETHER])
        over = [one for one in await self._store.quiet_over(now) if one.id == channel.id]
        held = await self._store.quietly_held(channel.id)
        saved = [Saved(replace(row, quietly_held=False)) for row in held]
        topics = [row.topic or "" for row in held]
        # Where something else was decided meanwhile, the next tick does it.
        await self._kept([Change(one, now, saved=saved, line=topics) for one in over])

    # --- somebody pressed a button ---

    async def acknowledge(self, alert_id: int, user_id: str, name: str) -> None:
        """The first to take it stays.

        Raises:
            BadInput: `old_button`.
        """
        while True:
            channel, row = await self._found(alert_id)
            state = acknowledge(row.state, user_id, name, self._clock())
            if state == row.state:
                return
            saved = Saved(replace(row, state=state), card=True)
            change = Change(channel, self._clock(), (saved,), quiet_ends=channel.quiet_ends)
            if not await self._kept([change]):
                return

    async def snooze(self, alert_id: int, what: SnoozeFor, user_id: str, zone: str) -> None:
        """
        Raises:
            BadInput: `old_button`; `no_site` where the affected people share no site.
        """
        channel, row = await self._found(alert_id)
        if row.state.card is None:
            raise _old_button()
        one = snooze(what, row.state.card, user_id, self._clock(), zone)
        if one is None:
            raise BadInput("no_site", "The affected people share no site.", "Snooze the call or everything instead.")
        await self._store.add_snooze(channel, alert_id, one, self._clock())
        self._wished()

    async def not_useful(self, alert_id: int, user_id: str) -> None:
        """Counted for the subscription that posted it. Raises `BadInput` (`old_button`)."""
        await self._found(alert_id)
        await self._store.not_useful(alert_id)

    async def subject(self, alert_id: int) -> MeetingRef:
        """Which call it is about. Raises `BadInput` (`old_button`)."""
        return (await self._found(alert_id))[1].ref

    async def why(self, team_id: str, channel_id: str, ref: MeetingRef) -> Sequence[LogEntry]:
        """What was decided in that channel about the call, or about the latest call of the number."""
        row = await self._store.latest_alert(team_id, channel_id, ref)
        return () if row is None else row.state.log

    async def _found(self, alert_id: int) -> tuple[ChannelRow, AlertRow]:
        found = await self._store.alert(alert_id)
        if found is None:
            raise _old_button()
        return found


def _old_button() -> BadInput:
    return BadInput(
        "old_button", "This button is from an older message.", "Ask again with `/qos meeting` and the number."
    )
