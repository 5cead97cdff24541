"""All of a channel's subscriptions on one call: judge, filter, hold, fold, step. The one entry for whoever delivers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.alert_card import AlertCard, card_of
from bot.domain.alert_rule import Reading, judge_alert
from bot.domain.alerts import COOLDOWN, NOTHING, Act, AlertState, Decision, folded_into, step
from bot.domain.decision_log import Outcome, entry_of, logged
from bot.domain.holds import Held, Snooze, held
from bot.domain.minutes import Minute
from bot.domain.model import Report
from bot.domain.quiet_hours import QuietHours
from bot.domain.rule_words import filter_in_words
from bot.domain.storms import OpenAlert, open_alert, storm
from bot.domain.subscriptions import Subscription, first_against


@dataclass(frozen=True, slots=True)
class Channel:
    """What of a channel decides about its alerts. `open_alerts`: its other alerts of the last 30 minutes, or on."""

    subscriptions: Sequence[Subscription]
    quiet: QuietHours | None = None
    snoozes: Sequence[Snooze] = ()
    open_alerts: Sequence[OpenAlert] = ()


def consider(
    state: AlertState,
    channel: Channel,
    report: Report,
    minutes: Sequence[Minute],
    now: datetime,
    host_email: str | None = None,
) -> tuple[AlertState, Decision]:
    """One call anew, for one channel: at most one message, whichever of its subscriptions asks for it.

    Of several subscriptions that are met the one with the smallest id speaks, so the order of arrival does not matter;
    where none is met any more, the one that posted does.
    """
    if state.as_of is not None and report.as_of < state.as_of:
        return state, NOTHING
    chosen: tuple[Subscription, Reading] | None = None
    resting: tuple[Subscription, Reading] | None = None
    for one in sorted(channel.subscriptions, key=lambda s: s.id):
        reading = judge_alert(report, minutes, one.rule, host_email)
        against = first_against(one.filters, reading.about, host_email, reading.affected if reading.met else None)
        if against is not None and state.subscription_id != one.id:
            entry = entry_of(Outcome.FILTER, reading, now, one.id, filter_in_words(against))
            state = replace(state, log=logged(state.log, entry))
            continue
        if reading.met and against is None:
            chosen = chosen or (one, reading)
        elif resting is None or state.subscription_id == one.id:
            resting = (one, reading)
    speaking = chosen or resting
    if speaking is None:
        return replace(state, as_of=report.as_of), NOTHING
    return _spoken(state, channel, report, now, *speaking)


def _spoken(
    state: AlertState, channel: Channel, report: Report, now: datetime, subscription: Subscription, reading: Reading
) -> tuple[AlertState, Decision]:
    card = card_of(reading, report, now)
    reason = held(card, now, channel.quiet, channel.snoozes)
    if reason is None and state.card is None:
        reason = _told_of_the_last_instance(card, channel.open_alerts, now)
    after, decision = step(state, reading, report, now, held=reason, subscription_id=subscription.id)
    if decision.act is not Act.POST:
        return after, decision
    found = storm(channel.open_alerts, open_alert(card, now))
    if found is None:
        return after, decision
    entry = entry_of(Outcome.STORM, reading, now, subscription.id, found.place)
    before = replace(state, as_of=report.as_of)
    return folded_into(before, card, found, entry, subscription.id), Decision(Act.FOLD, card, entry=entry, storm=found)


def _told_of_the_last_instance(card: AlertCard, open_alerts: Sequence[OpenAlert], now: datetime) -> Held | None:
    """The same number with the same verdict, told less than 30 minutes ago: a meeting that was left and begun again."""
    told = [
        one.opened_at
        for one in open_alerts
        if card.number is not None
        and (one.number, one.verdict_key) == (card.number, card.verdict_key)
        and one.call != card.call
        and timedelta(0) <= now - one.opened_at < COOLDOWN
    ]
    return Held(Outcome.COOLDOWN, "in the same meeting's last session", max(told) + COOLDOWN) if told else None
