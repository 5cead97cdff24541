"""One `serve` per SQLite file: two would answer everything twice. The kernel drops the lock when a process dies."""

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from bot.store.connection import parse, refuse_unwritable, sqlite_file
from bot.store.failures import ALREADY_RUNNING, translated


@contextmanager
def single_serve_lock(database_url: str) -> Iterator[None]:
    """Held while a `serve` runs; nothing to hold for databases that are not a file.

    Raises `StoreError`: `already_running` when another process (or this one) holds it, or `store_not_writable`.
    """
    file = sqlite_file(parse(database_url))
    if file is None:
        yield
        return
    refuse_unwritable(file)
    lock = FileLock(f"{file}.serve.lock", blocking=False, thread_local=False)
    with translated():
        try:
            lock.acquire()
        except Timeout as error:
            raise ALREADY_RUNNING.error() from error
    try:
        yield
    finally:
        lock.release()
