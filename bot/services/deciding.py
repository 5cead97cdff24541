"""What a look at a call changes in a channel: the domain's decision as rows and messages to keep. Pure.

Of many calls looked at together, `kept_together` says whose changes can be kept at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.alert_ports import AlertRow, CallId, Change, Reply, Saved, Watch
from bot.domain.alert_card import SETTLED, Phase
from bot.domain.alerts import Act, AlertState, Decision
from bot.domain.channel_alerts import Channel, consider
from bot.domain.decision_log import Outcome
from bot.domain.feed import SILENT_AFTER
from bot.domain.storms import OpenAlert, open_alert
from bot.services.facts import Known

SHOWN = frozenset({Act.POST, Act.EDIT, Act.EDIT_AND_REPLY, Act.RECOVERED, Act.REOPENED, Act.FINAL})
"""Acts after which a message of its own shows something else."""

NOT_AT_ONCE = timedelta(minutes=1)
"""A look that changed nothing is not repeated sooner, whatever the clock says."""


@dataclass(frozen=True, slots=True)
class Look:
    """One call, and what looking at it changes, at most one change per channel."""

    call: CallId
    changes: Sequence[Change]


def kept_together(looks: Sequence[Look]) -> tuple[list[Change], list[CallId]]:
    """The changes that can be kept at once, and the calls to look at again after that.

    All looks are on what was known at one instant. A change that others do not feel leaves that knowledge true for
    them, so any number of those can be kept, and then one that is felt: it is as if each had been decided after the
    one before. A channel's next change that is felt has to be decided anew.
    """
    felt: set[int] = set()
    kept: list[Change] = []
    again: list[CallId] = []
    for look in looks:
        waits = [change for change in look.changes if change.is_felt and change.channel.id in felt]
        felt |= {change.channel.id for change in look.changes if change.is_felt}
        kept += [change for change in look.changes if change not in waits]
        again += [look.call] if waits else []
    return kept, again


def decided(watch: Watch, key: str, call: CallId, known: Known, now: datetime) -> Change | None:
    """None: nothing is to be kept."""
    if not watch.subscriptions:
        return None
    before = watch.row or AlertRow(watch.channel.id, key, call.kind, call.uuid, known.report.subject.number)
    channel = Channel(watch.subscriptions, watch.channel.quiet, watch.snoozes, watch.others)
    state, decision = consider(before.state, channel, known.report, known.minutes, now, known.host_email)
    row = _row(before, state, decision, known, now)
    if not _differs(row, before, now):
        return None
    card = decision.act in SHOWN
    reply = _reply(before, decision) if state.subscription_id not in watch.ended else None
    return Change(
        watch.channel,
        now,
        saved=(Saved(row, card, reply),),
        lead=_lead(row, decision),
        led=_led(decision),
        quiet_ends=_quiet_ends(watch, decision),
        is_felt=decision.storm is not None or _open(row) != _open(before),
    )


def _open(row: AlertRow) -> OpenAlert | None:
    """As much of it as decides about the channel's other calls."""
    card = row.state.card
    return None if card is None or row.opened_at is None else open_alert(card, row.opened_at, row.state.leader)


def _row(before: AlertRow, state: AlertState, decision: Decision, known: Known, now: datetime) -> AlertRow:
    subject, card = known.report.subject, decision.card
    opening = before.opened_at is None and decision.act in {Act.POST, Act.FOLD}
    found = decision.storm
    held_now = decision.entry is not None and decision.entry.outcome is Outcome.QUIET and state.card is None
    return replace(
        before,
        number=subject.number or before.number,
        topic=(card.topic if card else None) or before.topic or subject.number,
        state=state,
        opened_at=now if opening else before.opened_at,
        storm_place=found.place if found else before.storm_place,
        storm_is_site=found.is_site if found else before.storm_is_site,
        quietly_held=state.card is None and (held_now or before.quietly_held),
        look_at=_look_at(state, decision, known, now),
    )


def _differs(row: AlertRow, before: AlertRow, now: datetime) -> bool:
    """More than how fresh the facts are, and when to look again: that is only kept when its time has come."""
    due = before.look_at is not None and before.look_at <= now
    sooner = row.look_at is not None and (before.look_at is None or row.look_at < before.look_at)
    return due or sooner or _bare(row) != _bare(before)


def _bare(row: AlertRow) -> AlertRow:
    return replace(row, state=replace(row.state, as_of=None), look_at=None)


def _look_at(state: AlertState, decision: Decision, known: Known, now: datetime) -> datetime | None:
    """The next instant at which something is different although no event came."""
    ended, moments = known.report.subject.ended_at, []
    if ended is None:
        moments.append(known.report.as_of + SILENT_AFTER)
    elif state.card is not None and state.card.phase is not Phase.FINAL:
        moments.append(ended + SETTLED)
    if state.card is None and decision.entry is not None and decision.entry.until is not None:
        moments.append(decision.entry.until)
    return max(min(moments), now + NOT_AT_ONCE) if moments else None


def _reply(before: AlertRow, decision: Decision) -> Reply | None:
    if not decision.reply or decision.card is None:
        return None
    told = before.state.card.verdict if before.state.card else ""
    return Reply(decision.card, "" if told == decision.card.verdict else told)


def _lead(row: AlertRow, decision: Decision) -> frozenset[str]:
    """The storm whose list shows this call."""
    leader = row.state.leader
    changed = decision.act in SHOWN or decision.act is Act.FOLD
    return frozenset({leader}) if changed and leader and leader != row.call_key else frozenset()


def _led(decision: Decision) -> dict[str, tuple[str, str, bool]]:
    found = decision.storm
    if found is None:
        return {}
    return dict.fromkeys((found.leader, *found.linked), (found.leader, found.place, found.is_site))


def _quiet_ends(watch: Watch, decision: Decision) -> datetime | None:
    entry = decision.entry
    if entry is not None and entry.outcome is Outcome.QUIET and watch.channel.quiet_ends is None:
        return entry.until
    return watch.channel.quiet_ends
