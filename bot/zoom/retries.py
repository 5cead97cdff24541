"""When a request to Zoom is tried again and how long it waits for that: one `Attempts` per call. Sends nothing."""

from collections import Counter
from collections.abc import Awaitable, Callable

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, wait_exponential_jitter, wait_random

from bot.errors import ZoomError
from bot.ports import Clock

REFUSED_TOKEN = "invalid_token"  # noqa: S105 - an error's slug, not a secret

REPEATED = (
    ("transient", frozenset({"zoom_unavailable", "zoom_unreachable", "zoom_garbled"}), 3),
    ("limited", frozenset({"rate_limited", "too_many_concurrent", "daily_limit"}), 10),
    ("token", frozenset({REFUSED_TOKEN}), 1),
)
"""Which errors are worth how many further tries in one call. Limits are mostly bounded by the deadline."""

_back_off = wait_exponential_jitter(multiplier=0.5, max=8.0, jitter=0.5)
_spread_out = wait_random(0.0, 0.3)

Sleep = Callable[[int | float], Awaitable[None]]


class Attempts:
    """The patience of one call: what it has used up so far, and against which deadline.

    Args:
        deadline_s: seconds for the call with all its tries; time spent waiting for the pacer is added by `paused`.
        timer: seconds on a clock that never jumps.
    """

    def __init__(self, deadline_s: float, timer: Callable[[], float], now: Clock) -> None:
        self._timer = timer
        self._now = now
        self._ends = timer() + deadline_s
        self._seen: Counter[str] = Counter()

    @property
    def left_s(self) -> float:
        """Seconds until the deadline, 0 when it has passed."""
        return max(0.0, self._ends - self._timer())

    def paused(self, seconds: float) -> None:
        """Time that was our own pace, not Zoom's slowness, does not count."""
        self._ends += seconds

    def failed(self, error: ZoomError) -> None:
        """Note one failed try."""
        self._seen.update(group for group, slugs, _ in REPEATED if error.slug in slugs)

    def again(self, sleep: Sleep) -> AsyncRetrying:
        """The loop around the tries; the last error comes out as it is."""
        return AsyncRetrying(
            retry=retry_if_exception(self._worth_it), stop=self._too_late, wait=self._wait_s, sleep=sleep, reraise=True
        )

    def _worth_it(self, error: BaseException) -> bool:
        return isinstance(error, ZoomError) and any(
            error.slug in slugs and self._seen[group] <= most for group, slugs, most in REPEATED
        )

    def _wait_s(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        if not isinstance(error, ZoomError) or error.slug == REFUSED_TOKEN:
            return 0.0
        if error.retry_at is not None:
            return max(0.0, (error.retry_at - self._now()).total_seconds()) + _spread_out(state)
        return _back_off(state)

    def _too_late(self, state: RetryCallState) -> bool:
        """A wait that would outlast the deadline is not begun: the answer would be the same, only later."""
        return state.upcoming_sleep >= self.left_s
