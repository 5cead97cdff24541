"""What the bot's database says after a soak, read from outside it. Compares nothing."""

import contextlib
import sqlite3
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playground.soak.sending import mark

WAITING = """
SELECT (SELECT count(*) FROM events WHERE state = 'pending')
     + (SELECT count(*) FROM feed_calls WHERE is_due)
     + (SELECT count(*) FROM outbox WHERE next_at IS NOT NULL)
"""
OLDEST = "SELECT min(received_at) FROM events WHERE state = 'pending'"
REASON = "SELECT reason FROM events WHERE state = 'buried' ORDER BY id DESC LIMIT 1"
MICROS = 1_000_000


@dataclass(frozen=True, slots=True)
class Books:
    """`contents`: how often each event stands there; `states`: how many events of each; `parked`: messages that Slack
    refused for good; the others are rows."""

    contents: Counter[bytes]
    states: Counter[str]
    buried_reason: str
    calls: int
    people: int
    minutes: int
    parked: int
    file_mb: float


def books(database: Path) -> Books:
    """Blocks for some seconds."""
    with _opened(database) as connection:
        contents = Counter(mark(zlib.decompress(row[0])) for row in connection.execute("SELECT body FROM events"))
        states = Counter(dict(connection.execute("SELECT state, count(*) FROM events GROUP BY state").fetchall()))
        reason = connection.execute(REASON).fetchone()
        return Books(
            contents,
            states,
            reason[0] if reason else "",
            _count(connection, "SELECT count(*) FROM feed_calls"),
            _count(connection, "SELECT count(*) FROM feed_legs"),
            _count(connection, "SELECT count(*) FROM minutes"),
            _count(connection, "SELECT count(*) FROM outbox WHERE next_at IS NULL"),
            database.stat().st_size / 1024 / 1024,
        )


def waiting(database: Path) -> int:
    """Events not understood, calls not looked at, and messages not sent."""
    with _opened(database) as connection:
        return _count(connection, WAITING)


def oldest_s(database: Path) -> float | None:
    """For how long the oldest event has waited to be understood; 0: none waits; None: just now nobody can look."""
    with contextlib.suppress(sqlite3.OperationalError), _opened(database) as connection:
        oldest = connection.execute(OLDEST).fetchone()[0]
        return 0.0 if oldest is None else max(0.0, time.time() - oldest / MICROS)
    return None


@contextlib.contextmanager
def _opened(database: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        yield connection


def _count(connection: sqlite3.Connection, question: str) -> int:
    return int(connection.execute(question).fetchone()[0])
