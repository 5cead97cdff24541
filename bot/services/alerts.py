"""Alerts: a call changed, a time came, somebody pressed a button. What follows is kept; the outbox sends it.

A decision and the wish to send it are one transaction, made only if nothing else was decided in that channel since it
was read. So whatever is repeated, restarted or raced, a channel hears of one thing once.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime

import structlog

from bot.alert_ports import AlertRow, AlertStore, Change, ChannelRow, DueCall, Saved
from bot.domain.alert_card import call_key
from bot.domain.alerts import COOLDOWN, acknowledge
from bot.domain.decision_log import LogEntry
from bot.domain.feed import CallTold
from bot.domain.holds import SnoozeFor, snooze
from bot.domain.model import CallUuid, Kind, MeetingRef, Subject
from bot.domain.quiet_hours import is_quiet, quiet_until
from bot.errors import BadInput, StoreError
from bot.ports import Clock
from bot.services.deciding import decided
from bot.services.facts import Facts

AT_ONCE = 200
COST_SHARE = 10
"""A call is looked at again at the earliest after ten times as long as the last look took: the latest state counts."""

LONGEST_NAP_S = 0.25
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
        self._not_before: dict[tuple[Kind, CallUuid], float] = {}

    # --- a call changed ---

    async def process(self) -> int:
        """Look at every call of which something new was told; returns how many those were, zero when all is done."""
        due = await self._store.due_calls(AT_ONCE)
        if not due:
            return 0
        if not await self._store.anybody_watches():
            await self._store.considered(due)
            return len(due)
        now = self._timer()
        ready = [call for call in due if self._not_before.get(call[:2], now) <= now]
        if not ready:
            soonest = min(self._not_before[call[:2]] for call in due)
            await self._sleep(min(max(soonest - now, 0.001), LONGEST_NAP_S))
            return len(due)
        for call in ready:
            await self._one(call)
        await self._store.considered(ready)
        return len(due)

    async def _one(self, call: DueCall) -> None:
        started = self._timer()
        await self._told(call.kind, call.uuid)
        ended = self._timer()
        self._not_before = {key: at for key, at in self._not_before.items() if at > ended}
        self._not_before[call.kind, call.uuid] = ended + COST_SHARE * (ended - started)

    async def _told(self, kind: Kind, uuid: CallUuid) -> None:
        """Whatever is wrong with one call stays its own affair: the others go on."""
        try:
            await self.told(kind, uuid)
        except StoreError:
            raise
        except Exception as error:  # its text and its stack could hold what people are called
            log.error("alert_unforeseen", kind=str(kind), reason=type(error).__name__)

    async def told(self, kind: Kind, uuid: CallUuid) -> None:
        """A stored call changed: consider it in every channel that has subscriptions."""
        key = call_key(Subject(kind, uuid=uuid))
        async with self._turn:
            while not await self._looked(key, kind, uuid):
                pass

    async def _looked(self, key: str, kind: Kind, uuid: CallUuid) -> bool:
        """False: something else was decided meanwhile, so look again. What a channel knows is read before the facts,
        so that what is kept was never decided on older facts than the decision before."""
        watches = await self._store.watching(key, self._clock() - COOLDOWN)
        if not watches:
            return True
        known = await self._facts.of(kind, uuid, self._instant)
        if known is None or known.heard_at is None:
            return True
        now = known.heard_at if self._then else self._clock()
        if self._then:
            watches = await self._store.watching(key, now - COOLDOWN)
        looks = [decided(watch, key, kind, uuid, known, now) for watch in watches]
        return await self._kept([change for change in looks if change is not None])

    def _instant(self, told: CallTold | None) -> datetime:
        return told.last_at if self._then and told is not None else self._clock()

    async def _kept(self, changes: Sequence[Change]) -> bool:
        if not changes:
            return True
        outdated = await self._store.commit(changes)
        self._wished()
        return not outdated

    # --- a time came ---

    async def tick(self) -> None:
        """Calls that fell silent, what is final by now, and the end of quiet hours and snoozes."""
        now = self._clock()
        for kind, uuid in await self._store.due_looks(now, AT_ONCE):
            await self._told(kind, uuid)
            await self._store.looked(kind, uuid, now)
        if await self._store.snoozes_over(now):
            self._wished()
        for channel in await self._store.quiet_over(now):
            await self._quiet_over(channel, now)

    async def _quiet_over(self, channel: ChannelRow, now: datetime) -> None:
        """What is still on is posted; the rest is told in one line."""
        if channel.quiet is not None and is_quiet(channel.quiet, now):
            await self._kept([Change(channel, now, quiet_ends=quiet_until(channel.quiet, now))])
            return
        for row in await self._store.quietly_held(channel.id):
            if row.uuid is not None:
                await self._told(row.kind, row.uuid)
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
            if await self._kept([change]):
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
