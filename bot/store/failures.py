"""What went wrong with the database, as `StoreError`: one row per failure, found by the database's own code."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import filelock
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.errors import StoreError


@dataclass(frozen=True, slots=True)
class Failure:
    """One kind of failure: its slug, what happened, what to do, and whether trying again can help."""

    slug: str
    text: str
    advice: str
    retryable: bool = False

    def error(self) -> StoreError:
        return StoreError(self.slug, self.text, self.advice, retryable=self.retryable)


LOCKED = Failure(
    "store_locked",
    "The database is busy: another process has held it for too long.",
    "Try again in a minute; if it stays so, look for a second program that has the database file open.",
    retryable=True,
)
NOT_WRITABLE = Failure(
    "store_not_writable",
    "The database cannot be opened for writing.",
    "Check that the folder in DATABASE_URL exists and that this user may write to it and to the file.",
)
NEWER = Failure(
    "store_newer",
    "The database was written by a newer version of this bot.",
    "Run that version, or point DATABASE_URL at another database.",
)
FULL = Failure(
    "store_full",
    "The database cannot grow: the disk, its quota or a file size limit is used up.",
    "Free some space, then try again; what was stored before is safe.",
    retryable=True,
)
NOT_OURS = Failure(
    "store_failed",
    "DATABASE_URL names something that is not a database of this bot; it was left untouched.",
    "Point DATABASE_URL at a new or at the right database.",
)
DAMAGED = Failure(
    "store_failed",
    "The database file is damaged.",
    "Restore a backup, or move the file away: reports can be fetched from Zoom again.",
)
BAD_URL = Failure(
    "store_failed",
    "DATABASE_URL cannot be used: it is misspelt, or its database driver is not installed.",
    "Write it like sqlite+aiosqlite:///qos.db.",
)
NOT_KEPT = Failure(
    "store_failed",
    "DATABASE_URL names a database in memory or a file: address, and nothing would be kept there.",
    "Name a file, like sqlite+aiosqlite:///qos.db.",
)
CLOSED = Failure("store_failed", "The database is already closed: the bot is stopping.", "Try again once it runs.")
GONE = Failure(
    "store_failed",
    "The process that writes events down has ended.",
    "Zoom sends the event again; see the log for why the bot stops.",
    retryable=True,
)
NAMELESS = Failure(
    "store_failed", "A call without a number and a UUID cannot be stored.", "Ask for the meeting by its number or UUID."
)
OVERLOADED = Failure(
    "store_overloaded",
    "More events arrive than the database can take.",
    "Zoom sends them again; if it stays so, give the database a faster disk.",
    retryable=True,
)
FAILED = Failure(
    "store_failed",
    "The database refused the request.",
    "Try again; if it stays so, look for the reference in the log.",
    retryable=True,
)
ALREADY_RUNNING = Failure(
    "already_running",
    "Another `serve` already runs on this database.",
    "Stop it first, or give this one its own DATABASE_URL.",
)

_BY_SQLITE_CODE = {
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_READONLY: NOT_WRITABLE,
    sqlite3.SQLITE_CANTOPEN: NOT_WRITABLE,
    sqlite3.SQLITE_PERM: NOT_WRITABLE,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_IOERR_WRITE: FULL,  # what SQLite calls a used up quota (EDQUOT) or file size limit (EFBIG)
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: NOT_OURS,
}
_PRIMARY_CODE = 0xFF  # the low byte of an extended result code, https://www.sqlite.org/rescode.html

_BY_ERRNO = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), FULL),
    **dict.fromkeys(
        (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ELOOP), NOT_WRITABLE
    ),
}


def failure_of(error: BaseException) -> Failure:
    """The row for what SQLAlchemy, a driver, the file system or a file lock raised."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    code = getattr(cause, "sqlite_errorcode", None)
    if isinstance(code, int):
        return _BY_SQLITE_CODE.get(code) or _BY_SQLITE_CODE.get(code & _PRIMARY_CODE) or FAILED
    if isinstance(cause, (filelock.Timeout, PoolTimeout)):
        return LOCKED
    return _BY_ERRNO.get(cause.errno or 0, FAILED) if isinstance(cause, OSError) else FAILED


@contextmanager
def translated() -> Iterator[None]:
    """Around everything that touches the database: whatever fails leaves as `StoreError`, with its cause."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        raise failure_of(error).error() from error
