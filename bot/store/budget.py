"""Queries on the day's HEAVY calls per Zoom account. Each runs inside the caller's transaction."""

from datetime import date

from sqlalchemy import ColumnElement, case, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import heavy_budget


def _entry(account: str, day: date) -> tuple[ColumnElement[bool], ...]:
    return heavy_budget.c.account == account, heavy_budget.c.day == day


async def take(connection: AsyncConnection, account: str, day: date, wanted: int, limit: int) -> int:
    """Counts up to `wanted` calls as used, never beyond `limit`, and returns how many: 0 when nothing is left."""
    # FOR UPDATE where the database knows it; SQLite's writer has locked the whole file already.
    row = select(heavy_budget.c.used).where(*_entry(account, day)).with_for_update()
    so_far = (await connection.execute(row)).scalar_one_or_none()
    given = max(0, min(wanted, limit - (so_far or 0)))
    if given and so_far is None:
        await connection.execute(insert(heavy_budget).values(account=account, day=day, used=given))
    elif given and so_far is not None:
        await connection.execute(update(heavy_budget).where(*_entry(account, day)).values(used=so_far + given))
    return given


async def give_back(connection: AsyncConnection, account: str, day: date, unused: int) -> None:
    """Counts `unused` calls as not used after all, never below zero."""
    left = case((heavy_budget.c.used > unused, heavy_budget.c.used - unused), else_=0)
    await connection.execute(update(heavy_budget).where(*_entry(account, day)).values(used=left))


async def used(connection: AsyncConnection, account: str, day: date) -> int:
    """How many calls the day has used."""
    query = select(heavy_budget.c.used).where(*_entry(account, day))
    return (await connection.execute(query)).scalar_one_or_none() or 0
