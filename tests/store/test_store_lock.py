"""One `serve` per SQLite file."""

import signal
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest

from bot.errors import StoreError
from bot.store.lock import single_serve_lock
from bot.store.store import Store


def test_a_second_serve_on_one_file_is_refused(url: str) -> None:
    with single_serve_lock(url), pytest.raises(StoreError) as caught, single_serve_lock(url):
        pass
    assert caught.value.slug == "already_running"


def test_another_spelling_of_the_file_is_the_same_file(url: str, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    other = f"sqlite+aiosqlite:///{tmp_path}/link/../link/qos.db"
    with single_serve_lock(url), pytest.raises(StoreError), single_serve_lock(other):
        pass


def test_other_files_may_be_served_beside(url: str) -> None:
    with single_serve_lock(url), single_serve_lock(url.replace("qos.db", "other.db")):
        pass


def test_a_serve_that_ended_or_failed_frees_the_file(url: str) -> None:
    with pytest.raises(ZeroDivisionError), single_serve_lock(url):
        raise ZeroDivisionError
    with single_serve_lock(url):
        pass


async def test_the_database_can_be_used_beside_a_serve(url: str) -> None:
    with single_serve_lock(url):
        async with Store.open(url) as store:
            assert await store.is_alive()


def test_a_killed_serve_frees_the_file(python: Callable[..., "Popen[str]"], url: str) -> None:
    script = """
import sys
from bot.store.lock import single_serve_lock
with single_serve_lock(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""
    with python(script, url) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        with pytest.raises(StoreError), single_serve_lock(url):
            pass
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=30)
        with single_serve_lock(url):
            pass


@pytest.mark.parametrize("url", ["postgresql+asyncpg://bot:secret@db/qos", "sqlite+aiosqlite://", "sqlite:///:memory:"])
def test_there_is_nothing_to_hold_where_there_is_no_file(url: str) -> None:
    with single_serve_lock(url), single_serve_lock(url):
        pass


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught, single_serve_lock(f"sqlite+aiosqlite:///{tmp_path}/nowhere/qos.db"):
        pass
    assert caught.value.slug == "store_not_writable"
    assert not (tmp_path / "nowhere").exists()


def test_a_url_that_is_none_is_said() -> None:
    with pytest.raises(StoreError) as caught, single_serve_lock("qos.db"):
        pass
    assert caught.value.slug == "store_failed"
