"""The ports of alerts and their outbox over a database. Decides what shares a transaction; the queries live beside."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.alert_ports import AlertRow, CallId, Change, ChannelRow, DueCall, Sight
from bot.domain.alerts import COOLDOWN
from bot.domain.holds import LOOKED_BACK_DAYS, Snooze
from bot.domain.model import CallUuid, Kind, MeetingRef
from bot.domain.quiet_hours import QuietHours
from bot.domain.subscriptions import Filter, Rule, Subscription
from bot.outbox_ports import Scene, Wish
from bot.ports import Posted
from bot.store import alerts, channels, outbox, sights, snoozes
from bot.store.alert_rows import opened
from bot.store.feed import AtOnce, Transaction


class SubscriptionStore:
    """Channels and their wishes; every method raises `StoreError`."""

    def __init__(self, read: Transaction, write: Transaction) -> None:
        self._read = read
        self._write = write

    async def subscribe(
        self, team_id: str, channel_id: str, owner_id: str, filters: Sequence[Filter], rule: Rule, now: datetime
    ) -> Subscription:
        async def add(writing: AsyncConnection) -> Subscription:
            where = await channels.made_channel(writing, team_id, channel_id)
            return await channels.subscribe(writing, where, owner_id, filters, rule, now)

        return await self._write(add)

    async def subscriptions(self, team_id: str, channel_id: str) -> Sequence[tuple[Subscription, datetime | None, int]]:
        async def found(reading: AsyncConnection) -> Sequence[tuple[Subscription, datetime | None, int]]:
            where = await channels.channel(reading, team_id, channel_id)
            return [] if where is None else await channels.listed(reading, where)

        return await self._read(found)

    async def end_subscriptions(self, ids: Sequence[str], now: datetime) -> None:
        await self._write(lambda writing: channels.end(writing, [int(id) for id in ids], now))

    async def set_quiet(self, team_id: str, channel_id: str, quiet: QuietHours | None, by: str, now: datetime) -> None:
        async def change(writing: AsyncConnection) -> None:
            where = await channels.made_channel(writing, team_id, channel_id)
            await channels.set_quiet(writing, where, quiet, by, now)

        await self._write(change)

    async def quiet(self, team_id: str, channel_id: str) -> QuietHours | None:
        found = await self._read(lambda reading: channels.channel(reading, team_id, channel_id))
        return found.quiet if found else None

    async def move_channel(self, old: str, new: str) -> int:
        return 0 if old == new else await self._write(lambda writing: channels.move(writing, old, new))

    async def calls_since(self, since: datetime, most: int) -> Sequence[tuple[Kind, CallUuid]]:
        return await self._read(lambda reading: channels.calls_since(reading, since, most))


class AlertStore:
    """What channels were told of calls; every method raises `StoreError`."""

    def __init__(self, read: AtOnce, write: AtOnce) -> None:
        self._read = read
        self._write = write

    async def due_calls(self, most: int) -> Sequence[DueCall]:
        return await self._read(lambda reading: alerts.due_calls(reading, most))

    async def considered(self, calls: Sequence[DueCall]) -> None:
        await self._write(lambda writing: alerts.considered(writing, calls))

    async def sights(self, calls: Sequence[CallId], now: datetime | None) -> Sequence[Sight]:
        return await self._read(lambda reading: sights.sights(reading, calls, now))

    async def commit(self, changes: Sequence[Change]) -> Sequence[int]:
        by_channel: dict[int, list[Change]] = {}
        for change in changes:
            by_channel.setdefault(change.channel.id, []).append(change)

        def keep(writing: Connection) -> Sequence[int]:
            return [channel for channel, theirs in by_channel.items() if not alerts.commit(writing, theirs)]

        return await self._write(keep)

    async def alert(self, alert_id: int) -> tuple[ChannelRow, AlertRow] | None:
        return await self._read(lambda reading: alerts.by_id(reading, alert_id))

    async def latest_alert(self, team_id: str, channel_id: str, ref: MeetingRef) -> AlertRow | None:
        return await self._read(lambda reading: alerts.latest(reading, team_id, channel_id, ref))

    async def due_looks(self, now: datetime, most: int) -> Sequence[CallId]:
        return await self._read(lambda reading: alerts.due_looks(reading, now, most))

    async def looked(self, calls: Sequence[CallId], now: datetime) -> None:
        await self._write(lambda writing: alerts.looked(writing, calls, now))

    async def quiet_over(self, now: datetime) -> Sequence[ChannelRow]:
        return await self._read(lambda reading: alerts.quiet_over(reading, now))

    async def quietly_held(self, channel: int) -> Sequence[AlertRow]:
        return await self._read(lambda reading: alerts.quietly_held(reading, channel))

    async def add_snooze(self, channel: ChannelRow, alert_id: int, snooze: Snooze, now: datetime) -> None:
        def add(writing: Connection) -> None:
            snoozes.add(writing, channel, alert_id, snooze)
            outbox.want_card(writing, channel.id, alert_id, now)

        await self._write(add)

    async def snoozes_over(self, now: datetime) -> int:
        def end(writing: Connection) -> int:
            over = snoozes.over(writing, now)
            for channel, alert_id in over:
                outbox.want_card(writing, channel, alert_id, now)
            return len(over)

        return await self._write(end)

    async def not_useful(self, alert_id: int) -> None:
        await self._write(lambda writing: alerts.not_useful(writing, alert_id))


class OutboxStore:
    """Messages that are to go out; every method raises `StoreError`."""

    def __init__(self, read: AtOnce, write: AtOnce) -> None:
        self._read = read
        self._write = write

    async def due_wishes(self, now: datetime, most: int) -> Sequence[Wish]:
        return await self._read(lambda reading: outbox.due(reading, now, most))

    async def next_wish_at(self) -> datetime | None:
        return await self._read(outbox.next_at)

    async def claim_wish(self, wish: Wish, now: datetime, until: datetime) -> Wish | None:
        return await self._write(lambda writing: outbox.claim(writing, wish, now, until))

    async def scene(self, alert: AlertRow, now: datetime) -> Scene:
        def seen(reading: Connection) -> Scene:
            leader = alert.state.leader
            recent = alerts.open_rows(reading, [alert.channel], now - COOLDOWN)
            return Scene(
                members=alerts.members(reading, alert.channel, leader) if leader else (),
                others=[one for one in opened(recent) if one.call != alert.call_key],
                past=alerts.past(reading, alert.channel, now - timedelta(days=LOOKED_BACK_DAYS)),
                snoozes=snoozes.of_channels(reading, [alert.channel]).get(alert.channel, ()),
            )

        return await self._read(seen)

    async def sent(self, wish: Wish, posted: Posted, now: datetime, *, anew: bool = False) -> None:
        await self._write(lambda writing: outbox.sent(writing, wish, posted, now, anew=anew))

    async def put_off(self, wish: Wish, until: datetime) -> None:
        await self._write(lambda writing: outbox.put_off(writing, wish, until))

    async def park(self, wish: Wish, refusal: str, now: datetime) -> None:
        await self._write(lambda writing: outbox.park(writing, wish, refusal, now))

    async def drop(self, wish: Wish) -> None:
        await self._write(lambda writing: outbox.drop(writing, wish))
