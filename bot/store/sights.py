"""Everything that decides about alerts on some calls, read in one visit: few queries, however many calls. They block.

The same bytes are decoded once: of a call that changed, nearly all is as it was when it was looked at before.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import BigInteger, Connection, Row, or_, select, type_coerce

from bot.alert_ports import AlertRow, CallId, ChannelRow, Sight, Watch
from bot.domain.alert_card import call_key
from bot.domain.alerts import COOLDOWN
from bot.domain.feed import CallTold, LegTold, MinuteKey, Sample
from bot.domain.model import Call, CallUuid, Kind, Subject
from bot.domain.storms import OpenAlert
from bot.domain.subscriptions import Subscription
from bot.store import snoozes
from bot.store.alert_rows import alert_of, channel_of, opened, subscription_of
from bot.store.alert_tables import alert_channels, alerts, subscriptions
from bot.store.alerts import open_rows
from bot.store.calls import call_from
from bot.store.legs import decode
from bot.store.tables import calls as calls_table
from bot.store.tables import feed_calls, feed_legs, legs, minutes
from bot.store.told import decode_call, decode_leg, decode_sample

SAMPLES_KEPT, LEGS_KEPT = 16_384, 4_096
"""Some 45 MB at the most (2 kB a sample); what was looked at longest ago goes first."""

_sample = lru_cache(SAMPLES_KEPT)(decode_sample)
_leg = lru_cache(LEGS_KEPT)(decode_leg)


def sights(connection: Connection, calls: Sequence[CallId], now: datetime | None) -> list[Sight]:
    """See `AlertStore.sights`."""
    headers = _headers(connection, calls)
    since = (now or min((row.last_at for row in headers.values()), default=None)) if calls else None
    if since is None:
        return [Sight(call) for call in calls]
    watches = _watches(connection, calls, since - COOLDOWN)
    told = _told(connection, [row for call, row in headers.items() if watches[call]])
    fetched = _fetched(connection, [call for call in calls if watches[call]])
    return [Sight(call, watches[call], told.get(call), fetched.get(call)) for call in calls]


# --- what channels know ----------------------------------------------------------------------------------------------


def _watches(connection: Connection, calls: Sequence[CallId], since: datetime) -> Mapping[CallId, Sequence[Watch]]:
    keys = {call: call_key(Subject(call.kind, uuid=call.uuid)) for call in calls}
    mine = connection.execute(select(alerts).where(alerts.c.call_key.in_(list(keys.values()))))
    rows = {(row.channel, row.call_key): alert_of(row) for row in mine}
    wishing = select(subscriptions.c.channel).where(subscriptions.c.ended_at.is_(None))
    with_message = {channel for channel, _ in rows}
    wanted = or_(alert_channels.c.id.in_(wishing), alert_channels.c.id.in_(with_message))
    places = [channel_of(row) for row in connection.execute(select(alert_channels).where(wanted))]
    known = _Channels(connection, places, since)
    return {
        call: [watch for place in places if (watch := known.watch(place, key, rows.get((place.id, key)))) is not None]
        for call, key in keys.items()
    }


class _Channels:
    """What each of some channels wishes and has open, whatever the call."""

    def __init__(self, connection: Connection, places: Sequence[ChannelRow], since: datetime) -> None:
        ids = [place.id for place in places]
        by_id = {place.id: place for place in places}
        self._snoozes = snoozes.of_channels(connection, ids)
        self._wishes: dict[int, list[tuple[Subscription, bool]]] = {}
        for row in connection.execute(select(subscriptions).where(subscriptions.c.channel.in_(ids))):
            wish = subscription_of(row, by_id[row.channel])
            self._wishes.setdefault(row.channel, []).append((wish, row.ended_at is not None))
        self._open: dict[int, list[tuple[str, OpenAlert]]] = {}
        for alert in open_rows(connection, ids, since):
            self._open.setdefault(alert.channel, []).extend((alert.call_key, one) for one in opened([alert]))

    def watch(self, place: ChannelRow, key: str, row: AlertRow | None) -> Watch | None:
        """None: the channel has neither a subscription in force nor anything kept about the call."""
        speaking = row.state.subscription_id if row else None
        counted = [(one, over) for one, over in self._wishes.get(place.id, ()) if not over or one.id == speaking]
        if row is None and not counted:
            return None
        return Watch(
            place,
            [one for one, _ in counted],
            frozenset(one.id for one, over in counted if over),
            self._snoozes.get(place.id, ()),
            row,
            [one for call, one in self._open.get(place.id, ()) if call != key],
        )


# --- the facts -------------------------------------------------------------------------------------------------------


def _headers(connection: Connection, calls: Sequence[CallId]) -> Mapping[CallId, Row[Any]]:
    kinds, uuids = _parts(calls)
    these = feed_calls.c.kind.in_(kinds), feed_calls.c.uuid.in_(uuids)
    wanted = set(calls)
    rows = {
        CallId(Kind(row.kind), CallUuid(row.uuid)): row for row in connection.execute(select(feed_calls).where(*these))
    }
    return {call: row for call, row in rows.items() if call in wanted}


def _parts(calls: Collection[CallId]) -> tuple[list[str], list[str]]:
    return sorted({call.kind.value for call in calls}), sorted({str(call.uuid) for call in calls})


def _told(connection: Connection, headers: Sequence[Row[Any]]) -> Mapping[CallId, CallTold]:
    ids = [row.id for row in headers]
    micros = type_coerce(minutes.c.minute, BigInteger).label("micros")
    columns = select(minutes.c.call_id, minutes.c.participant_id, micros, minutes.c.told_ms, minutes.c.body)
    samples: dict[tuple[int, str], dict[MinuteKey, Sample]] = {}
    for row in connection.execute(columns.where(minutes.c.call_id.in_(ids))):
        mine = samples.setdefault((row.call_id, row.participant_id), {})
        mine[row.micros // 1000, row.told_ms] = _sample(row.body)
    told: dict[int, dict[str, LegTold]] = {}
    people = select(feed_legs.c.call_id, feed_legs.c.participant_id, feed_legs.c.body)
    for row in connection.execute(people.where(feed_legs.c.call_id.in_(ids))):
        leg, mine = _leg(row.participant_id, row.body), samples.get((row.call_id, row.participant_id), {})
        whole = LegTold(leg.participant_id, leg.words, leg.summary, mine)
        told.setdefault(row.call_id, {})[leg.participant_id] = whole
    found = (decode_call(Kind(row.kind), CallUuid(row.uuid), row.body, told.get(row.id, {})) for row in headers)
    return {CallId(one.kind, one.uuid): one for one in found}


def _fetched(connection: Connection, calls: Sequence[CallId]) -> Mapping[CallId, Call]:
    kinds, uuids = _parts(calls)
    these = calls_table.c.kind.in_(kinds), calls_table.c.call_key.in_([f"uuid:{uuid}" for uuid in uuids])
    headers = connection.execute(select(calls_table).where(*these)).all()
    if not headers:
        return {}
    theirs = legs.c.call_id.in_([row.id for row in headers])
    bodies: dict[int, list[bytes]] = {}
    for row in connection.execute(select(legs.c.call_id, legs.c.body).where(theirs).order_by(legs.c.position)):
        bodies.setdefault(row.call_id, []).append(row.body)
    return {
        CallId(Kind(row.kind), CallUuid(row.uuid)): call_from(row, [decode(body) for body in bodies.get(row.id, ())])
        for row in headers
    }
