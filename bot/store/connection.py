"""Engines: how a connection to each database is set up. The one place that knows SQLite from others; no queries."""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.store.failures import BAD_URL, NOT_KEPT, NOT_WRITABLE

READERS = 4
POOL_WAIT_S = 30.0

_PRAGMAS = ("foreign_keys = ON", "synchronous = FULL", "secure_delete = ON")
"""FULL: what was committed survives a power cut, in WAL mode too. secure_delete: an erased person is overwritten."""

_WAL = ("journal_mode = WAL", "journal_size_limit = 67108864")

_READS = "query_only = ON"

_READER_OPTIONS: dict[str, dict[str, Any]] = {"postgresql": {"isolation_level": "REPEATABLE READ"}}
"""A call and its legs are two queries that must see one state. In SQLite every transaction does."""


def parse(database_url: str) -> URL:
    """The URL in parts. Raises `StoreError`."""
    try:
        return make_url(database_url)
    except SQLAlchemyError as error:
        raise BAD_URL.error() from error


def sqlite_file(url: URL) -> Path | None:
    """The database file, resolved so that two spellings of one file are equal; None for every other database."""
    database = url.database or ""
    if url.get_backend_name() != "sqlite" or database in ("", ":memory:") or database.startswith("file:"):
        return None
    return Path(database).resolve()


def refuse_unkept(url: URL) -> None:
    """Raises `StoreError` for an SQLite database that is not a plain file: each connection would see its own."""
    if url.get_backend_name() == "sqlite" and sqlite_file(url) is None:
        raise NOT_KEPT.error()


def refuse_unwritable(file: Path) -> None:
    """Raises `StoreError` for a file that could not be written, before a driver tries.

    Only asks: opening and closing the file here would drop the locks that this process holds on it through SQLite
    (https://www.sqlite.org/howtocorrupt.html, 2.2).
    """
    needed = file if file.exists() else file.parent
    allowed = os.access(needed, os.R_OK | os.W_OK, effective_ids=os.access in os.supports_effective_ids)
    if file.is_dir() or not file.parent.is_dir() or not allowed:
        raise NOT_WRITABLE.error()


def migrating_engine(url: URL, patience_s: float, *, wal: bool) -> AsyncEngine:
    """For one transaction under the opening lock. `wal` False leaves a file that may not be ours as it is."""
    return _engine(url, _PRAGMAS + (_WAL if wal else ()), patience_s, "BEGIN IMMEDIATE", pool_size=1, max_overflow=0)


def writing_engine(url: URL, patience_s: float) -> AsyncEngine:
    """One connection. A transaction takes the write lock at its start: a read may not turn into a write half-way."""
    return _engine(url, _PRAGMAS + _WAL, patience_s, "BEGIN IMMEDIATE", pool_size=1, max_overflow=0)


def reading_engine(url: URL, patience_s: float) -> AsyncEngine:
    """A few connections that cannot write; in WAL mode none of them waits for the writer."""
    options = _READER_OPTIONS.get(url.get_backend_name(), {})
    pragmas = (*_PRAGMAS, *_WAL, _READS)
    return _engine(url, pragmas, patience_s, "BEGIN", pool_size=READERS, max_overflow=0, **options)


def blocking_engine(url: URL, patience_s: float) -> Engine | None:
    """One connection that writes without an event loop, for SQLite; None for others, whose drivers need one."""
    return _blocking(url, (f"busy_timeout = {int(patience_s * 1000)}", *_PRAGMAS, *_WAL), "BEGIN IMMEDIATE", 1)


def blocking_reader(url: URL, patience_s: float) -> Engine | None:
    """A few connections that read without an event loop, for SQLite; None for others."""
    return _blocking(url, (f"busy_timeout = {int(patience_s * 1000)}", *_PRAGMAS, *_WAL, _READS), "BEGIN", READERS)


def _blocking(url: URL, pragmas: tuple[str, ...], begin: str, connections: int) -> Engine | None:
    if sqlite_file(url) is None:
        return None
    engine = create_engine(
        url.set(drivername="sqlite"),
        hide_parameters=True,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=POOL_WAIT_S,
        connect_args={"check_same_thread": False},  # one thread at a time, but not always the same
    )
    _set_up_sqlite(engine, pragmas, begin)
    return engine


def _engine(url: URL, pragmas: tuple[str, ...], patience_s: float, begin: str, **options: Any) -> AsyncEngine:
    try:
        # hide_parameters: an error's text ends up in logs, and e-mails and names do not belong there.
        engine = create_async_engine(url, hide_parameters=True, pool_timeout=POOL_WAIT_S, **options)
    except (SQLAlchemyError, ImportError) as error:
        raise BAD_URL.error() from error
    if engine.dialect.name == "sqlite":
        _set_up_sqlite(engine.sync_engine, (f"busy_timeout = {int(patience_s * 1000)}", *pragmas), begin)
    return engine


def _set_up_sqlite(engine: Engine, pragmas: tuple[str, ...], begin: str) -> None:
    @event.listens_for(engine, "connect")
    def connected(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        # None: Python's sqlite3 module starts no transactions of its own; `began` does.
        connection.isolation_level = None
        try:
            cursor = connection.cursor()
            for pragma in pragmas:
                cursor.execute(f"PRAGMA {pragma}")
            cursor.close()
        except BaseException:
            connection.close()  # the pool does not know it yet, so nobody else would
            raise

    @event.listens_for(engine, "begin")
    def began(connection: Any) -> None:
        connection.exec_driver_sql(begin)
