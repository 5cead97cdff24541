"""Migrations: they agree with tables.py, go down and up, and run from any folder and in several processes at once."""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from importlib import resources
from pathlib import Path
from subprocess import Popen
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, make_url
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.schema import CreateIndex, CreateTable

from bot.store import connection as connections
from bot.store.migrate import config, upgrade
from bot.store.store import Store
from bot.store.tables import metadata
from tests.store.store_samples import NUMBER, UUID, call


@pytest.fixture
async def database(url: str) -> AsyncIterator[AsyncConnection]:
    engine = connections.writing_engine(make_url(url), 1)
    try:
        async with engine.begin() as connection:
            yield connection
    finally:
        await engine.dispose()


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {"alembic_version"}


async def test_the_migrations_make_exactly_the_tables_that_the_code_knows(database: AsyncConnection) -> None:
    def differences(connection: Connection) -> list[Any]:
        upgrade(connection)
        settings = {"compare_type": True, "compare_server_default": True}
        return compare_metadata(MigrationContext.configure(connection, opts=settings), metadata)

    assert await database.run_sync(differences) == []


async def test_the_comparison_sees_a_column_that_no_migration_makes(database: AsyncConnection) -> None:
    def differences(connection: Connection) -> list[Any]:
        upgrade(connection)
        connection.exec_driver_sql("ALTER TABLE threads DROP COLUMN number")
        return compare_metadata(MigrationContext.configure(connection), metadata)

    assert await database.run_sync(differences)


async def test_migrations_go_down_and_up_again(database: AsyncConnection) -> None:
    def down_and_up(connection: Connection) -> list[set[str]]:
        upgrade(connection)
        there = tables(connection)
        command.downgrade(config(connection), "base")
        gone = tables(connection)
        upgrade(connection)
        return [there, gone, tables(connection)]

    assert await database.run_sync(down_and_up) == [set(metadata.tables), set(), set(metadata.tables)]


def test_a_wheel_carries_the_migrations() -> None:
    there = resources.files("bot.store") / "migrations"
    assert (there / "env.py").is_file()
    assert [path.name for path in (there / "versions").iterdir() if path.name.startswith("0001_")]


async def test_a_relative_file_is_made_where_the_bot_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with Store.open("sqlite+aiosqlite:///here.db") as store:
        await store.save_call(call())
    assert (tmp_path / "here.db").is_file()


async def test_opening_again_keeps_what_is_there(url: str) -> None:
    for _ in range(2):
        async with Store.open(url) as store:
            await store.save_call(call(uuid=None))
    async with Store.open(url) as store:
        assert await store.latest_call_by_number(call().subject.kind, NUMBER) == call(uuid=None)


async def test_stores_opened_at_once_all_succeed(url: str, tmp_path: Path) -> None:
    urls = [url, url, url, *(f"sqlite+aiosqlite:///{tmp_path}/{n}.db" for n in range(3))]
    stores = await asyncio.gather(*(Store.open(each) for each in urls))
    try:
        await asyncio.gather(*(store.save_call(call(uuid=f"{n}")) for n, store in enumerate(stores)))
        assert all(await asyncio.gather(*(store.is_alive() for store in stores)))
    finally:
        await asyncio.gather(*(store.aclose() for store in stores))


async def test_processes_that_open_a_new_file_at_once_all_succeed(
    python: Callable[..., "Popen[str]"], url: str
) -> None:
    script = """
import asyncio, sys
from bot.store.store import Store
from tests.store.store_samples import call

async def main():
    async with Store.open(sys.argv[1]) as store:
        await store.save_call(call(uuid=sys.argv[2]))

print("ready", flush=True)
sys.stdin.readline()
asyncio.run(main())
"""
    processes = [python(script, url, f"uuid-{n}") for n in range(3)]
    for process in processes:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    outputs = [process.communicate("go\n", timeout=60) for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], outputs
    async with Store.open(url) as store:
        kind = call().subject.kind
        assert all([await store.call_by_uuid(kind, f"uuid-{n}") for n in range(3)])


async def test_the_file_is_durable_and_readers_do_not_wait(store: Store, url: str, tmp_path: Path) -> None:
    await store.save_call(call(uuid=UUID))
    with closing(sqlite3.connect(os.fspath(tmp_path / "qos.db"))) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    engine = connections.writing_engine(make_url(url), 1.5)
    try:
        async with engine.begin() as connection:
            found = {
                name: (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar()
                for name in ("synchronous", "foreign_keys", "busy_timeout", "secure_delete")
            }
    finally:
        await engine.dispose()
    assert found == {"synchronous": 2, "foreign_keys": 1, "busy_timeout": 1500, "secure_delete": 1}


def test_the_tables_can_be_made_in_postgresql() -> None:
    dialect = postgresql.dialect()
    for table in metadata.sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=dialect))
        assert all("CREATE INDEX" in str(CreateIndex(index).compile(dialect=dialect)) for index in table.indexes)
