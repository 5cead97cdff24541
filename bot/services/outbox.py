"""Sends what alerts wish to say, until Slack has it: paced, retried, and parked where Slack refuses it for good.

A wish is claimed before it is sent and fulfilled in the store right after. Between Slack's acceptance and that commit
lies the one window in which a message can come twice: a process killed there posts it again, because a channel that
hears something twice is better off than one that never hears it.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

import structlog

from bot.blocks.alert_owner import REFUSALS
from bot.errors import SlackError, StoreError
from bot.outbox_ports import OutboxStore, Sort, Wish
from bot.ports import Clock, Poster
from bot.services.delivery import Delivery

PACE_S = 1.0
"""Slack: one message a second per channel."""

AT_ONCE, LOOKED_AT = 8, 200
LOOK_EVERY_S = 5.0
SEND_WITHIN_S = 10.0
CLAIMED_FOR = timedelta(seconds=12)
"""Longer than sending may take; after a kill the next process waits for the rest of it."""

FIRST_BACK_OFF_S, LONGEST_BACK_OFF_S, LONGEST_PAUSE_S = 1.0, 60.0, 30.0
TOKEN_PAUSE_S = 60.0
LONGEST_RETRY_AFTER_S = 600.0
UNKNOWN_AT_MOST = 8

TOKEN = frozenset(
    {
        "invalid_auth",
        "not_authed",
        "token_revoked",
        "token_expired",
        "account_inactive",
        "missing_scope",
        "org_login_required",
    }
)
"""Nothing can be sent to anybody before whoever runs the bot has acted."""

PASSING = frozenset(
    {
        "unreachable",
        "internal_error",
        "fatal_error",
        "service_unavailable",
        "request_timeout",
        "unknown",
        "accesslimited",
    }
)
"""Slack's own troubles: tried again for as long as they last."""

_T = TypeVar("_T")
UNSENDABLE = "unsendable"
log = structlog.get_logger()


class Outbox:
    """One per process. `trouble` says why nothing can be sent, for readiness; None while all is well.

    Args:
        timer: seconds, for pace and pauses; the clock may jump.
    """

    def __init__(
        self,
        store: OutboxStore,
        poster: Poster,
        clock: Clock,
        *,
        timer: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._store = store
        self._delivery = Delivery(store, poster, clock)
        self._clock = clock
        self._timer = timer
        self._sleep = sleep
        self._bell = asyncio.Event()
        self._sending: dict[str, asyncio.Task[None]] = {}
        self._free_at: dict[str, float] = {}
        self._paused_until = 0.0
        self._failures = 0
        self.trouble: str | None = None

    def ring(self) -> None:
        """Something new is to go out."""
        self._bell.set()

    async def run(self) -> None:
        """Runs until cancelled; what is on its way to Slack then is still finished. Raises `StoreError`."""
        pause_s = FIRST_BACK_OFF_S
        try:
            while True:
                self._bell.clear()
                try:
                    wait_s = await self._start()
                    pause_s = FIRST_BACK_OFF_S
                except StoreError as error:
                    if not error.retryable:
                        raise
                    log.warning("outbox_postponed", slug=error.slug, ref=error.ref, again_in_s=pause_s)
                    wait_s, pause_s = pause_s, min(pause_s * 2, LONGEST_PAUSE_S)
                await self._until(wait_s)
        finally:
            await self._finish()

    async def drain(self, patience_s: float = 0.0) -> None:
        """Send until nothing is due, keeping to the pace; waits `patience_s` in all for what is put off.

        Raises:
            StoreError: the database cannot be used.
        """
        left_s = patience_s
        while True:
            wait_s = await self._start()
            if self._sending:
                await asyncio.wait(self._sending.values(), return_when=asyncio.FIRST_COMPLETED)
                self._reap()
                continue
            if wait_s is None or (wait_s > PACE_S and wait_s > left_s):
                return
            left_s -= wait_s if wait_s > PACE_S else 0
            await self._sleep(wait_s)

    # --- what may go now ---

    async def _start(self) -> float | None:
        """Begin to send what may be sent now; returns in how many seconds more may be, None when nothing waits."""
        self._reap()
        now = self._timer()
        if now < self._paused_until:
            return self._paused_until - now
        self._free_at = {key: at for key, at in self._free_at.items() if at > now}
        waits = []
        for wish in await self._store.due_wishes(self._clock(), LOOKED_AT):
            key = _place(wish)
            if key in self._sending:
                continue
            if key in self._free_at:
                waits.append(self._free_at[key] - now)
            elif len(self._sending) < AT_ONCE:
                self._free_at[key] = now + PACE_S
                self._sending[key] = asyncio.create_task(self._one(wish), name=f"outbox:{wish.id}")
                self._sending[key].add_done_callback(lambda _: self._bell.set())
        if not waits and not self._sending:
            next_at = await self._store.next_wish_at()
            if next_at is not None:
                waits.append(max(0.01, (next_at - self._clock()).total_seconds()))
        return min(waits, default=None)

    def _reap(self) -> None:
        """Whatever went wrong with a message beyond Slack's refusals ends the outbox, and with it the process."""
        done = {key: task for key, task in self._sending.items() if task.done()}
        for key, task in done.items():
            del self._sending[key]
            task.result()

    async def _until(self, wait_s: float | None) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(min(wait_s or LOOK_EVERY_S, LOOK_EVERY_S)):
                await self._bell.wait()

    async def _finish(self) -> None:
        if self._sending:
            await asyncio.wait(self._sending.values(), timeout=SEND_WITHIN_S)

    # --- one message ---

    async def _one(self, wish: Wish) -> None:
        now = self._clock()
        claimed = await self._kept(lambda: self._store.claim_wish(wish, now, now + CLAIMED_FOR))
        if claimed is None:
            return
        try:
            async with asyncio.timeout(SEND_WITHIN_S):
                delivered = await self._delivery.send(claimed)
        except SlackError as error:
            await self._refused(claimed, error)
            return
        except TimeoutError:
            slow = SlackError("slack_unreachable", "Slack did not answer in time.", slack_code="unreachable")
            await self._refused(claimed, slow)
            return
        except StoreError:
            raise
        except Exception as error:  # its text and its stack could hold what people are called
            unforeseen = SlackError("unsendable", "The message could not be made.", slack_code=UNSENDABLE)
            log.error("alert_unsendable", alert=wish.id, reason=type(error).__name__, ref=unforeseen.ref)
            await self._given_up(claimed, unforeseen)
            return
        self._failures, self.trouble = 0, None
        if delivered is None:
            await self._kept(lambda: self._store.drop(claimed))
            return
        posted, anew = delivered
        await self._kept(lambda: self._store.sent(claimed, posted, self._clock(), anew=anew))

    async def _kept(self, work: Callable[[], Awaitable[_T]]) -> _T:
        """What Slack has taken must be kept, however long the database is busy."""
        pause_s = 0.05
        while True:
            try:
                return await work()
            except StoreError as error:
                if not error.retryable:
                    raise
                log.warning("outbox_unkept", slug=error.slug, ref=error.ref, again_in_s=pause_s)
            await self._sleep(pause_s)
            pause_s = min(pause_s * 2, FIRST_BACK_OFF_S)

    async def _refused(self, wish: Wish, error: SlackError) -> None:
        code = error.slack_code
        known = code in REFUSALS or (wish.sort is Sort.OWNER and code not in TOKEN | PASSING | {"ratelimited"})
        if known or (code not in TOKEN | PASSING | {"ratelimited"} and wish.attempts + 1 >= UNKNOWN_AT_MOST):
            await self._given_up(wish, error)
            return
        wait_s = self._wait_s(wish, error)
        await self._kept(lambda: self._store.put_off(wish, self._clock() + timedelta(seconds=wait_s)))

    async def _given_up(self, wish: Wish, error: SlackError) -> None:
        log.warning("alert_refused", sort=str(wish.sort), code=error.slack_code, ref=error.ref)
        if wish.sort is Sort.OWNER:
            await self._kept(lambda: self._store.drop(wish))
            return
        await self._kept(lambda: self._store.park(wish, error.slack_code, self._clock()))

    def _wait_s(self, wish: Wish, error: SlackError) -> float:
        """How long this message waits; trouble that is not about this message makes all the others wait as well."""
        code = error.slack_code
        back_off_s: float = min(FIRST_BACK_OFF_S * 2 ** min(wish.attempts, 10), LONGEST_BACK_OFF_S)
        if code in TOKEN:
            if self.trouble != code:
                log.error("slack_refuses_the_bot", code=code, ref=error.ref)
            self.trouble = code
            return self._paused(TOKEN_PAUSE_S)
        if code == "ratelimited":
            asked_s = error.retry_after_s if error.retry_after_s is not None else back_off_s
            return self._paused(min(max(asked_s, FIRST_BACK_OFF_S), LONGEST_RETRY_AFTER_S))
        if code in PASSING:
            if self._timer() >= self._paused_until:
                self._failures += 1
                self._paused(min(FIRST_BACK_OFF_S * 2 ** min(self._failures - 1, 10), LONGEST_PAUSE_S))
            return max(back_off_s, self._paused_until - self._timer())
        return back_off_s

    def _paused(self, seconds: float) -> float:
        self._paused_until = max(self._paused_until, self._timer() + seconds)
        return seconds


def _place(wish: Wish) -> str:
    """Where it goes: places are paced each by itself."""
    return f"owner:{wish.owner_id}" if wish.sort is Sort.OWNER else f"channel:{wish.channel.id}"
