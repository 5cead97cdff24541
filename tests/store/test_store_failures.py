"""When the database is locked, full, foreign, newer or out of reach: a `StoreError` that says what to do."""

import asyncio
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from subprocess import Popen

import pytest

from bot.domain.model import Kind
from bot.errors import StoreError
from bot.store import failures
from bot.store.failures import Failure, failure_of
from bot.store.store import Store
from tests.store.store_samples import NOON, UUID, call, leg

NOBODY = 65534


async def failure_to_open(url: str) -> StoreError:
    with pytest.raises(StoreError) as caught:
        async with Store.open(url, patience_s=0.05):
            pass
    return caught.value


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Another program is in the middle of writing."""
    with closing(sqlite3.connect(file, isolation_level=None)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        yield
        raw.execute("ROLLBACK")


async def test_a_locked_database_is_said_and_works_again_afterwards(url: str, tmp_path: Path) -> None:
    async with Store.open(url, patience_s=0.05) as store:
        await store.save_call(call(1))
        with locked(tmp_path / "qos.db"):
            with pytest.raises(StoreError) as caught:
                await store.save_call(call(2))
            assert (caught.value.slug, caught.value.retryable) == ("store_locked", True)
            assert await store.call_by_uuid(Kind.MEETING, UUID) == call(1)
            assert await store.is_alive()
        await store.save_call(call(2))
        assert await store.call_by_uuid(Kind.MEETING, UUID) == call(2)


async def test_opening_a_locked_database_is_said(url: str, tmp_path: Path) -> None:
    with locked(tmp_path / "qos.db"):
        assert (await failure_to_open(url)).slug == "store_locked"
    async with Store.open(url) as store:
        assert await store.is_alive()


async def test_a_save_cancelled_while_it_waits_leaves_the_store_usable(url: str, tmp_path: Path) -> None:
    async with Store.open(url, patience_s=0.3) as store:
        await store.save_call(call(1))
        with locked(tmp_path / "qos.db"):
            waiting = asyncio.create_task(store.save_call(call(2)))
            for _ in range(30):
                await asyncio.sleep(0)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
        await store.save_call(call(3))
        assert await store.call_by_uuid(Kind.MEETING, UUID) == call(3)


async def test_a_folder_in_place_of_the_file_is_said(url: str, tmp_path: Path) -> None:
    (tmp_path / "qos.db").mkdir()
    assert (await failure_to_open(url)).slug == "store_not_writable"


async def test_a_missing_folder_is_said_and_not_made(tmp_path: Path) -> None:
    assert (await failure_to_open(f"sqlite+aiosqlite:///{tmp_path}/nowhere/qos.db")).slug == "store_not_writable"
    assert names_in(tmp_path) == []


@contextmanager
def unprivileged() -> Iterator[Path]:
    """A folder of ours that stays readable while this process is, for a while, nobody: root may write anywhere."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@contextmanager
def as_nobody() -> Iterator[None]:
    was = os.geteuid()
    if was == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(was)


@pytest.mark.parametrize("lock_mode", [None, 0o666], ids=["read-only folder", "read-only file"])
async def test_a_database_that_may_only_be_read_is_said(lock_mode: int | None) -> None:
    with unprivileged() as folder:
        url = f"sqlite+aiosqlite:///{folder}/qos.db"
        async with Store.open(url) as store:
            await store.save_call(call())
        (folder / "qos.db").chmod(0o444)
        lock_file = folder / "qos.db.open.lock"
        if lock_mode is None:
            lock_file.unlink()
            folder.chmod(0o555)
        else:
            lock_file.chmod(lock_mode)
        with as_nobody():
            assert (await failure_to_open(url)).slug == "store_not_writable"


async def test_a_full_disk_is_said_and_costs_nothing_stored(
    python: Callable[..., "Popen[str]"], url: str, tmp_path: Path
) -> None:
    script = """
import asyncio, resource, sys
from bot.domain.model import Kind
from bot.errors import StoreError
from bot.store.store import Store
from tests.store.store_samples import UUID, call

async def main():
    async with Store.open(sys.argv[1]) as store:
        await store.save_call(call(1))
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, resource.RLIM_INFINITY))
        try:
            await store.save_call(call(3000))
        except StoreError as error:
            print(error.slug)
        print(await store.call_by_uuid(Kind.MEETING, UUID) == call(1))
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        await store.save_call(call(3000))

asyncio.run(main())
"""
    with python(script, url) as process:
        output, errors = process.communicate(timeout=60)
    assert (output, errors, process.returncode) == ("store_full\nTrue\n", "", 0)
    async with Store.open(url) as store:
        assert await store.call_by_uuid(Kind.MEETING, UUID) == call(3000)


async def test_a_database_that_reached_its_largest_size_is_full(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "small.db")) as raw:
        raw.execute("PRAGMA max_page_count = 2")
        raw.execute("CREATE TABLE filler (body BLOB)")
        with pytest.raises(sqlite3.OperationalError) as caught:
            raw.execute("INSERT INTO filler VALUES (zeroblob(100000))")
    assert failure_of(caught.value).slug == "store_full"


async def test_a_foreign_database_is_refused_and_left_as_it_was(url: str, tmp_path: Path) -> None:
    file = tmp_path / "qos.db"
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("CREATE TABLE customers (id INTEGER)")
    before = file.read_bytes()
    error = await failure_to_open(url)
    assert (error.slug, "not a database of this bot" in error.text) == ("store_failed", True)
    assert file.read_bytes() == before
    assert names_in(tmp_path) == ["qos.db", "qos.db.open.lock"]


async def test_a_database_migrated_by_another_program_is_not_called_newer(url: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "qos.db")) as raw:
        raw.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        raw.execute("INSERT INTO alembic_version VALUES ('fedcba')")
        raw.commit()
    assert (await failure_to_open(url)).text == failures.NOT_OURS.text


async def test_a_file_that_is_no_database_is_refused_and_left_as_it_was(url: str, tmp_path: Path) -> None:
    file = tmp_path / "qos.db"
    file.write_text("Dear diary, " * 500)
    assert (await failure_to_open(url)).text == failures.NOT_OURS.text
    assert file.read_text() == "Dear diary, " * 500


async def test_a_newer_database_is_refused_and_left_as_it_was(url: str, tmp_path: Path) -> None:
    async with Store.open(url) as store:
        await store.save_call(call())
    with closing(sqlite3.connect(tmp_path / "qos.db")) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    assert (await failure_to_open(url)).slug == "store_newer"
    with closing(sqlite3.connect(tmp_path / "qos.db")) as raw:
        assert raw.execute("SELECT count(*) FROM legs").fetchone() == (2,)


async def test_a_broken_database_is_not_alive(url: str, tmp_path: Path) -> None:
    async with Store.open(url) as store:
        assert await store.is_alive()
        with closing(sqlite3.connect(tmp_path / "qos.db")) as raw:
            raw.execute("ALTER TABLE calls RENAME TO elsewhere")
        assert not await store.is_alive()
        with pytest.raises(StoreError) as caught:
            await store.call_by_uuid(Kind.MEETING, UUID)
        assert caught.value.slug == "store_failed"


async def test_a_closed_store_says_so_and_can_be_closed_again(url: str) -> None:
    store = await Store.open(url)
    await store.aclose()
    await store.aclose()
    for use in (lambda: store.save_call(call()), lambda: store.call_by_uuid(Kind.MEETING, UUID)):
        with pytest.raises(StoreError) as caught:
            await use()
        assert caught.value.text == failures.CLOSED.text
    assert not await store.is_alive()


@pytest.mark.parametrize(
    "url",
    [
        "",
        "qos.db",
        "sqlite:///qos.db",
        "sqlite+aiosqlite://",
        "sqlite+aiosqlite:///:memory:",
        "sqlite+aiosqlite:///file:qos.db?uri=true",
        "nosuchdatabase://somewhere/qos",
        "postgresql+nosuchdriver://bot:hunter2@db/qos",
    ],
)
async def test_a_url_that_cannot_be_used_is_said_without_repeating_it(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    error = await failure_to_open(url)
    assert error.slug == "store_failed"
    assert "sqlite+aiosqlite:///qos.db" in error.advice
    assert "hunter2" not in str(error)


async def test_a_failure_tells_nobody_who_was_in_the_call(store: Store) -> None:
    with pytest.raises(StoreError) as caught:
        await store.save_call(call((leg(1),), topic="Secret plan", as_of=NOON.replace(tzinfo=None)))
    told = f"{caught.value} {caught.value.__cause__}"
    assert "Secret plan" not in told
    assert "example.com" not in told


ROWS = [row for row in vars(failures).values() if isinstance(row, Failure)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text[:30])
def test_every_failure_says_what_happened_and_what_to_do(row: Failure) -> None:
    error = row.error()
    assert error.text.endswith(".")
    assert error.advice.endswith(".")
    assert error.retryable is row.retryable
