"""Which of the calls that changed are looked at next. Decides when, never whether: every changed call has its turn."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.alert_ports import CallId, DueCall, Watch
from bot.domain.model import Label
from bot.services.facts import Known

COST_SHARE = 10
"""A call is looked at again at the earliest after ten times as long as the last look took: the latest state counts."""

RECENT = timedelta(minutes=10)
UNKNOWN = 1
"""A call that was not looked at yet may be anything."""

NEAR_KEPT = 8_192


class Turns:
    """Remembers who waits, what looks cost, and how near to an alert they found each call. Seconds of one timer."""

    def __init__(self) -> None:
        self._waiting: dict[CallId, None] = {}
        self._not_before: dict[CallId, float] = {}
        self._near: dict[CallId, int] = {}

    def next(self, due: Sequence[DueCall], now: float, most: int) -> list[DueCall]:
        """Half of the places go to those that are nearest to an alert, the others to those that wait longest.

        A call that changes again while it waits keeps its place.
        """
        calls = {call.id: call for call in due}
        self._waiting = {id: None for id in (*self._waiting, *calls) if id in calls}
        ready = [calls[id] for id in self._waiting if self._not_before.get(id, now) <= now]
        near = sorted((call for call in ready if self._nearness(call.id)), key=lambda call: -self._nearness(call.id))
        first = {call.id: call for call in near[: most // 2]}
        chosen = [*first.values(), *(call for call in ready if call.id not in first)][:most]
        for call in chosen:
            del self._waiting[call.id]
        return chosen

    def _nearness(self, call: CallId) -> int:
        return self._near.get(call, UNKNOWN)

    def wait_s(self, due: Sequence[DueCall], now: float) -> float:
        """How long until the first of them is ready."""
        return min(self._not_before.get(call.id, now) for call in due) - now

    def looked(self, took_s: Mapping[CallId, float], began: float, ended: float) -> None:
        """Calls were looked at together; what that cost beside the looks is shared out as those took time."""
        whole_s = sum(took_s.values())
        share = (ended - began) / whole_s if whole_s else 0.0
        waiting = {call: at for call, at in self._not_before.items() if at > ended}
        self._not_before = waiting | {call: ended + COST_SHARE * share * seconds for call, seconds in took_s.items()}

    def found(self, call: CallId, near: int) -> None:
        """`near` as `nearness` tells."""
        self._near.pop(call, None)
        self._near[call] = near
        if len(self._near) > NEAR_KEPT:
            del self._near[next(iter(self._near))]


def nearness(known: Known, watches: Sequence[Watch], now: datetime) -> int:
    """How many people are poor, in all or lately, in a call of which some channel has not been told; else zero."""
    if all(watch.row is not None and watch.row.state.card is not None for watch in watches):
        return 0
    poor = sum(person.label is Label.POOR for person in known.report.participants)
    lately = {
        minute.participant_id
        for minute in known.minutes
        if now - minute.at < RECENT and any(stream.label is Label.POOR for stream in minute.streams)
    }
    return max(poor, len(lately))
