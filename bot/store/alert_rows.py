"""Alerts, channels and wishes as rows and back. Knows the format; runs no query."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row

from bot.alert_ports import AlertRow, ChannelRow, Reply
from bot.domain.alert_card import Phase
from bot.domain.alerts import AlertState
from bot.domain.holds import Snooze
from bot.domain.model import CallUuid, Kind, MeetingNumber
from bot.domain.quiet_hours import QuietHours
from bot.domain.storms import OpenAlert, open_alert
from bot.domain.subscriptions import Filter, Rule, Subscription
from bot.outbox_ports import Sort, Wish
from bot.ports import Posted

STATES_KEPT = 512
STATE = TypeAdapter(AlertState)
QUIET = TypeAdapter(QuietHours)
SNOOZE = TypeAdapter(Snooze)
TERMS = TypeAdapter(tuple[tuple[Filter, ...], Rule])
REPLY = TypeAdapter(Reply)
TEXTS = TypeAdapter(list[str])


def channel_of(row: Row[Any]) -> ChannelRow:
    quiet = QUIET.validate_json(row.quiet) if row.quiet else None
    return ChannelRow(row.id, row.team_id, row.channel_id, row.version, quiet, row.quiet_ends, row.refusal)


def subscription_of(row: Row[Any], channel: ChannelRow) -> Subscription:
    filters, rule = TERMS.validate_json(row.body)
    return Subscription(
        subscription_id(row.id), channel.team_id, channel.channel_id, row.owner_id, filters, rule, row.created_at
    )


def subscription_id(id: int) -> str:
    """Of even length, so that ids sort as the subscriptions were made."""
    return f"{id:09d}"


@lru_cache(STATES_KEPT)
def state_of(body: bytes) -> AlertState:
    """The same bytes are the same state: each look at a call reads the channel's other open alerts again."""
    return STATE.validate_json(body)


def alert_of(row: Row[Any]) -> AlertRow:
    return AlertRow(
        channel=row.channel,
        call_key=row.call_key,
        kind=Kind(row.kind),
        uuid=CallUuid(row.uuid) if row.uuid else None,
        number=MeetingNumber(row.number) if row.number else None,
        id=row.id,
        topic=row.topic,
        state=state_of(row.body),
        opened_at=row.opened_at,
        storm_place=row.storm_place,
        storm_is_site=row.storm_is_site,
        quietly_held=row.quietly_held,
        look_at=row.look_at,
        message=Posted(row.message_channel, row.message_ts) if row.message_ts else None,
        sent_at=row.sent_at,
        posted_anew=row.posted_anew,
    )


def alert_values(alert: AlertRow) -> dict[str, Any]:
    """The columns that a decision writes; where the message stands is not among them."""
    state, card = alert.state, alert.state.card
    return {
        "channel": alert.channel,
        "call_key": alert.call_key,
        "kind": alert.kind.value,
        "uuid": alert.uuid,
        "number": alert.number,
        "topic": alert.topic,
        "subscription_id": int(state.subscription_id) if state.subscription_id else None,
        "body": STATE.dump_json(state),
        "opened_at": alert.opened_at,
        "is_on": card is not None and card.met and card.phase is Phase.RUNNING,
        "leader": state.leader,
        "storm_place": alert.storm_place,
        "storm_is_site": alert.storm_is_site,
        "quietly_held": alert.quietly_held,
        "look_at": alert.look_at,
    }


def opened(rows: Sequence[AlertRow]) -> list[OpenAlert]:
    """As much of them as decides about other calls."""
    return [
        open_alert(row.state.card, row.opened_at, row.state.leader)
        for row in rows
        if row.state.card is not None and row.opened_at is not None
    ]


def wish_of(row: Row[Any], channel: ChannelRow, alerts: Mapping[int, AlertRow]) -> Wish:
    sort = Sort(row.sort)
    alert = alerts.get(row.alert_id) if row.alert_id is not None else None
    texts = TEXTS.validate_json(row.body) if row.body and sort in {Sort.LINE, Sort.OWNER} else []
    owner = sort is Sort.OWNER
    return Wish(
        id=row.id,
        sort=sort,
        channel=channel,
        wanted=row.wanted,
        attempts=row.attempts,
        alert=alert,
        reply=REPLY.validate_json(row.body) if sort is Sort.REPLY else None,
        topics=() if owner else tuple(texts),
        owner_id=texts[0] if owner else "",
        refusal=texts[1] if owner else "",
    )
