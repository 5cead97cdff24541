"""Brings a database to the tables that this code knows, with Alembic run from here: no alembic.ini, any working folder.

Whoever opens a database first migrates it. Processes that open one SQLite file at once take turns at a lock file.
"""

import asyncio
import threading
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from filelock import FileLock
from sqlalchemy import URL, Connection, inspect
from sqlalchemy.exc import IntegrityError, ProgrammingError

from bot.store.connection import migrating_engine, refuse_unwritable, sqlite_file
from bot.store.failures import NEWER, NOT_OURS, translated
from bot.store.tables import metadata

OPENING_WAIT_S = 30.0

_one_at_a_time = threading.Lock()
"""Alembic's `context` and `op` are globals of the process."""


def config(connection: Connection) -> Config:
    """Alembic's configuration for our migrations over a connection whose transaction is the caller's."""
    settings = Config()
    settings.set_main_option("script_location", "bot.store:migrations")
    settings.attributes["connection"] = connection
    return settings


def migrate(url: URL, patience_s: float) -> None:
    """Migrates to the newest tables; blocks: run it in a thread. Raises `StoreError`; a foreign file is untouched."""
    file = sqlite_file(url)
    if file is not None:
        refuse_unwritable(file)
    with translated(), _opening(file), _one_at_a_time:
        # A loop of its own: this thread has none, and the driver is an asynchronous one.
        try:
            asyncio.run(_migrate(url, patience_s))
        except (IntegrityError, ProgrammingError):
            # A server has no lock file: another process made the same tables meanwhile, and now they are found.
            asyncio.run(_migrate(url, patience_s))


def _opening(file: Path | None) -> AbstractContextManager[object]:
    return nullcontext() if file is None else FileLock(f"{file}.open.lock", timeout=OPENING_WAIT_S)


async def _migrate(url: URL, patience_s: float) -> None:
    for wal in (False, True):  # first look and migrate; only then is the file ours to switch to WAL
        engine = migrating_engine(url, patience_s, wal=wal)
        try:
            async with engine.begin() as connection:
                await connection.run_sync(upgrade)
        finally:
            await engine.dispose()


def upgrade(connection: Connection) -> None:
    """Upgrades inside the caller's transaction. Raises `StoreError` for a database that is foreign or newer."""
    settings = config(connection)
    scripts = ScriptDirectory.from_config(settings)
    ours = {script.revision for script in scripts.walk_revisions()}
    # Tables before version: when another process finishes in between, its version is seen, never tables without one.
    tables = set(inspect(connection).get_table_names())
    current = set(MigrationContext.configure(connection).get_current_heads())
    if current - ours:
        raise (NEWER if tables >= set(metadata.tables) else NOT_OURS).error()
    if tables and not current and tables != {"alembic_version"}:
        raise NOT_OURS.error()
    if current != set(scripts.get_heads()):
        command.upgrade(settings, "head")
