"""Rate limits of the Web API: per method and minute, and one message a second per channel. Decides, never sleeps.

Source: docs.slack.dev apis/web-api/rate-limits.
"""

import math
from collections import defaultdict, deque
from collections.abc import Callable

TIER = {2: 20, 3: 50, 4: 100}
PER_MINUTE = {
    "chat.update": TIER[3],
    "chat.postEphemeral": TIER[4],
    "chat.postMessage": 300,  # "several hundred per minute per workspace"
    "conversations.info": TIER[3],
    "conversations.join": TIER[3],
    "conversations.open": TIER[3],
    "users.info": TIER[4],
    "views.open": TIER[4],
    "views.update": TIER[4],
    "reactions.add": TIER[3],
    "files.getUploadURLExternal": TIER[4],
    "files.completeUploadExternal": TIER[4],
    "files.info": TIER[4],
}
GENEROUS_PER_MINUTE = 3_000
CHANNEL_BURST, CHANNEL_PER_S = 4, 1.0
GENEROUS_BURST, GENEROUS_PER_S = 100, 50.0


class RateLimits:
    """Counts calls against the strict or the generous limits; the clock is given."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._calls: dict[str, deque[float]] = defaultdict(deque)
        self._tokens: dict[str, tuple[float, float]] = {}

    def check(self, method: str, channel: str | None, strict: bool) -> int | None:
        """Whole seconds to wait (`Retry-After`), or None and the call is counted. `channel` only for new messages."""
        now = self._now()
        calls = self._calls[method]
        while calls and calls[0] <= now - 60:
            calls.popleft()
        limit = PER_MINUTE.get(method, GENEROUS_PER_MINUTE) if strict else GENEROUS_PER_MINUTE
        if len(calls) >= limit:
            return max(1, math.ceil(calls[0] + 60 - now))
        if channel is not None and not self._take(channel, now, strict):
            return 1
        calls.append(now)
        return None

    def _take(self, channel: str, now: float, strict: bool) -> bool:
        burst, per_s = (CHANNEL_BURST, CHANNEL_PER_S) if strict else (GENEROUS_BURST, GENEROUS_PER_S)
        left, at = self._tokens.get(channel, (float(burst), now))
        left = min(float(burst), left + (now - at) * per_s)
        self._tokens[channel] = (left - 1 if left >= 1 else left, now)
        return left >= 1
