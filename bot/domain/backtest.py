"""What a rule would have done with the stored calls: the same decisions as live, replayed. Posts nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.domain.alert_card import AlertCard
from bot.domain.alerts import COOLDOWN, Act, AlertState
from bot.domain.channel_alerts import Channel, consider
from bot.domain.minutes import Minute
from bot.domain.model import Report
from bot.domain.storms import OpenAlert, open_alert
from bot.domain.subscriptions import Filter, Rule, Subscription

DAYS = 30
LAST = 5
PREVIEW = "preview"


class Past(NamedTuple):
    """A stored call, judged. `minutes`: its per-minute records, where they are still kept."""

    report: Report
    ended_at: datetime
    host_email: str | None = None
    minutes: Sequence[Minute] = ()


@dataclass(frozen=True, slots=True)
class BackTest:
    """`total` stored calls of the last `days` were looked at, the first of them ended at `oldest`.

    `posts` would have been messages, `folded` more would have been in a storm's list; `last_five` newest first.
    """

    total: int
    days: int
    posts: int
    last_five: tuple[AlertCard, ...]
    folded: int = 0
    oldest: datetime | None = None


def backtest(
    calls: Sequence[Past], filters: Sequence[Filter], rule: Rule, now: datetime | None = None, days: int = DAYS
) -> BackTest:
    """Every call as it stood when it had ended, in the order of their ends, through the same step as live alerts.

    Quiet hours, snoozes and other subscriptions are left out: they are not the rule. `now` None: take all calls.
    """
    start = None if now is None else now - timedelta(days=days)
    looked_at = sorted(
        (call for call in calls if start is None or call.ended_at >= start),
        key=lambda call: (call.ended_at, call.report.subject.uuid or call.report.subject.number or ""),
    )
    posted: list[AlertCard] = []
    open_alerts: list[OpenAlert] = []
    folded = 0
    for call in looked_at:
        open_alerts = [one for one in open_alerts if call.ended_at - one.opened_at < COOLDOWN]
        wish = Subscription(PREVIEW, "", "", "", tuple(filters), rule, call.ended_at)
        channel = Channel((wish,), open_alerts=open_alerts)
        state, decision = consider(AlertState(), channel, call.report, call.minutes, call.ended_at, call.host_email)
        if decision.card is None or decision.act not in {Act.POST, Act.FOLD}:
            continue
        if decision.storm is not None:
            members = {decision.storm.leader, *decision.storm.linked}
            open_alerts = [
                replace(one, leader=decision.storm.leader) if one.call in members else one for one in open_alerts
            ]
        open_alerts.append(open_alert(decision.card, call.ended_at, state.leader))
        if decision.act is Act.POST:
            posted.append(decision.card)
        else:
            folded += 1
    return BackTest(
        total=len(looked_at),
        days=days,
        posts=len(posted),
        last_five=tuple(posted[: -LAST - 1 : -1]),
        folded=folded,
        oldest=looked_at[0].ended_at if looked_at else None,
    )
