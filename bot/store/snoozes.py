"""Queries on snoozes. Each runs inside the caller's transaction and blocks; none opens one."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from bot.alert_ports import ChannelRow
from bot.domain.holds import Snooze
from bot.store.alert_rows import SNOOZE
from bot.store.alert_tables import alert_channels, snoozes


def of_channels(connection: Connection, channel_ids: Collection[int]) -> Mapping[int, list[Snooze]]:
    """What is snoozed in each of these channels; where nothing is, the channel is absent."""
    query = select(snoozes.c.channel, snoozes.c.body).where(snoozes.c.channel.in_(channel_ids)).order_by(snoozes.c.id)
    found: dict[int, list[Snooze]] = {}
    for row in connection.execute(query):
        found.setdefault(row.channel, []).append(SNOOZE.validate_json(row.body))
    return found


def add(connection: Connection, where: ChannelRow, alert_id: int, snooze: Snooze) -> None:
    """Whoever is deciding about this channel decides anew."""
    body = SNOOZE.dump_json(snooze)
    values = {"channel": where.id, "alert_id": alert_id, "body": body, "until": snooze.until}
    connection.execute(insert(snoozes).values(values))
    counted = update(alert_channels).where(alert_channels.c.id == where.id)
    connection.execute(counted.values(version=alert_channels.c.version + 1))


def over(connection: Connection, now: datetime) -> list[tuple[int, int]]:
    """Takes those away that have ended; returns each one's channel and alert."""
    ended = snoozes.c.until <= now
    rows = connection.execute(select(snoozes.c.channel, snoozes.c.alert_id).where(ended)).all()
    connection.execute(delete(snoozes).where(ended))
    return [(row.channel, row.alert_id) for row in rows]
