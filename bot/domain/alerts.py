"""The state machine of one living message per call and channel: decides what happens to it, and never sends.

The card is a function of the facts; the state remembers only what the channel was told, and what people did.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.alert_card import AlertCard, Phase, card_of
from bot.domain.alert_rule import Reading
from bot.domain.decision_log import SUPPRESSED, LogEntry, Outcome, entry_of, logged
from bot.domain.holds import Held
from bot.domain.model import Report
from bot.domain.storms import Storm

COOLDOWN = timedelta(minutes=30)
"""One verdict is told once in this time (quality policy: one alert per meeting per cause, 30 minutes quiet)."""

TOO_LATE = timedelta(hours=3)
"""A call that ended longer ago is no news: Zoom's last retry of an event comes after 85 minutes."""


class Act(StrEnum):
    """What happens to the message. Everything but POST edits it in place; FOLD updates the storm's list instead."""

    NOTHING = "nothing"
    POST = "post"
    EDIT = "edit"
    EDIT_AND_REPLY = "edit_and_reply"
    RECOVERED = "recovered"
    REOPENED = "reopened"
    FINAL = "final"
    FOLD = "fold"


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """Who took it, by Slack user id and the name to show."""

    user_id: str
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AlertState:
    """What one channel knows of one call. `card` is what its message shows, None before the first.

    `held`: it was met and kept back. `leader`: the call whose message lists this one in a storm; its own key when it
    is that call. `folded`: it has no message of its own. `told`: verdict keys with the instant of telling.
    """

    card: AlertCard | None = None
    subscription_id: str | None = None
    as_of: datetime | None = None
    posted_at: datetime | None = None
    held: bool = False
    folded: bool = False
    leader: str | None = None
    acknowledged: Acknowledged | None = None
    told: tuple[tuple[str, datetime], ...] = ()
    edits: int = 0
    replies: int = 0
    log: tuple[LogEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """`reply`: a line in the thread says how the verdict changed. `entry` is what was logged, if anything."""

    act: Act
    card: AlertCard | None = None
    reply: bool = False
    entry: LogEntry | None = None
    storm: Storm | None = None


NOTHING = Decision(Act.NOTHING)


def step(
    state: AlertState,
    reading: Reading,
    report: Report,
    now: datetime,
    *,
    held: Held | None = None,
    subscription_id: str = "",
) -> tuple[AlertState, Decision]:
    """The next state, and what to do. The same input again does nothing; a report older than the shown one neither."""
    if state.as_of is not None and report.as_of < state.as_of:
        return state, NOTHING
    state = replace(state, as_of=report.as_of)
    card = card_of(reading, report, now)
    if state.card is None:
        return _first(state, card, reading, now, held, subscription_id)
    return _next(state, state.card, card, reading, now, held, subscription_id)


def _first(
    state: AlertState, card: AlertCard, reading: Reading, now: datetime, held: Held | None, subscription_id: str
) -> tuple[AlertState, Decision]:
    reason = _silent(state, card, reading, now, held)
    if reason is not None:
        entry = entry_of(reason.outcome, reading, now, subscription_id, reason.detail, reason.until)
        kept = state.held or reason.outcome in SUPPRESSED
        return replace(state, held=kept, log=logged(state.log, entry)), Decision(Act.NOTHING, card, entry=entry)
    entry = entry_of(Outcome.POSTED, reading, now, subscription_id)
    posted = replace(
        state,
        card=card,
        subscription_id=subscription_id,
        posted_at=now,
        told=((card.verdict_key, now),),
        log=logged(state.log, entry),
    )
    return posted, Decision(Act.POST, card, entry=entry)


def _silent(state: AlertState, card: AlertCard, reading: Reading, now: datetime, held: Held | None) -> Held | None:
    """The one reason why nothing is posted, None to post."""
    if not reading.met:
        return Held(Outcome.NOT_MET)
    if card.ended_at is not None and now - card.ended_at > TOO_LATE:
        return Held(Outcome.LATE)
    if held is not None:
        return held
    return Held(Outcome.OVER) if state.held and not reading.open else None


def _next(
    state: AlertState,
    shown: AlertCard,
    card: AlertCard,
    reading: Reading,
    now: datetime,
    held: Held | None,
    subscription_id: str,
) -> tuple[AlertState, Decision]:
    # A clock that jumped back makes nothing provisional again.
    if card == shown or (shown.phase is Phase.FINAL and replace(card, phase=Phase.FINAL) == shown):
        return state, Decision(Act.NOTHING, shown)
    state = replace(state, card=card)
    if state.folded:
        return state, Decision(Act.FOLD, card)
    state = replace(state, edits=state.edits + 1)
    last_told = state.told[0][0]
    if not last_told:
        state = replace(state, told=((card.verdict_key, now),))
    # "Can't tell" has no key: neither leaving it nor falling back to it is a new verdict.
    if not (card.met and last_told and card.verdict_key) or card.verdict_key == last_told:
        return state, Decision(_act(shown, card, reply=False), card)
    held = held or _cooling(state, card, now)
    reason = held or Held(Outcome.REPLIED, card.verdict)
    entry = entry_of(reason.outcome, reading, now, subscription_id, reason.detail, reason.until)
    state = replace(state, log=logged(state.log, entry))
    if held is not None:
        return state, Decision(_act(shown, card, reply=False), card, entry=entry)
    told = ((card.verdict_key, now), *(one for one in state.told if one[0] != card.verdict_key))
    state = replace(state, told=told, replies=state.replies + 1)
    return state, Decision(_act(shown, card, reply=True), card, reply=True, entry=entry)


def _cooling(state: AlertState, card: AlertCard, now: datetime) -> Held | None:
    told_at = dict(state.told).get(card.verdict_key)
    if told_at is None or now - told_at >= COOLDOWN:
        return None
    return Held(Outcome.COOLDOWN, until=told_at + COOLDOWN)


_RANK = {Phase.RUNNING: 0, Phase.RECOVERED: 1, Phase.PROVISIONAL: 2, Phase.FINAL: 3}


def _act(shown: AlertCard, card: AlertCard, *, reply: bool) -> Act:
    if card.phase is not shown.phase:
        if card.phase is Phase.FINAL:
            return Act.FINAL
        if _RANK[card.phase] < _RANK[shown.phase] and card.phase is Phase.RUNNING:
            return Act.REOPENED
        if card.phase is Phase.RECOVERED and shown.phase is Phase.RUNNING:
            return Act.RECOVERED
    return Act.EDIT_AND_REPLY if reply else Act.EDIT


# --- what people and storms do ---------------------------------------------------------------------------------------


def acknowledge(state: AlertState, user_id: str, name: str, now: datetime) -> AlertState:
    """The first to take it stays; pressing twice changes nothing."""
    return state if state.acknowledged else replace(state, acknowledged=Acknowledged(user_id, name, now))


def led_by(state: AlertState, storm: Storm) -> AlertState:
    """An earlier message of a storm: from now on it links to the leader's list, or is the list."""
    return replace(state, leader=storm.leader)


def folded_into(state: AlertState, card: AlertCard, storm: Storm, entry: LogEntry, subscription_id: str) -> AlertState:
    """A call that has no message of its own; the leader's list shows its card. `state` is the one before the post."""
    return replace(
        state,
        card=card,
        subscription_id=subscription_id,
        leader=storm.leader,
        folded=True,
        log=logged(state.log, entry),
    )
