"""Numbers that fail on purpose, so that anybody at the demo page sees each error by asking for it. Data only."""

import base64
import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from playground.zoom.casting import NO_SHARE, Cast
from playground.zoom.places import call_uuid
from playground.zoom.world import CallRecord, Kind, spaced


class Magic(NamedTuple):
    """`number` asked for shows `name` from failures.py on the `operation`s; in words, `what`.

    `every` 2: first and third time, so that what is tried again works. `later` True: only from the second page on.
    `then` is a failure of the next token request. `pause_s` is waited before each answer.
    """

    number: str
    name: str
    what: str
    operation: str = "*.summary"
    every: int = 1
    later: bool = False
    then: str = ""
    pause_s: float = 0.0
    people: int = 14
    kind: Kind = "meeting"


def session_id(n: int) -> str:
    """The n-th session id that fails on purpose; a session has no number."""
    return base64.b64encode(f"failing-room-{n:03d}".encode()).decode()


MAGIC: tuple[Magic, ...] = (
    Magic("90000000101", "too-old", "more than a year ago: Zoom no longer gives it", operation=""),
    Magic("90000000102", "not-ended", "still running: no summary yet", operation=""),
    Magic("90000000103", "not-found", "no such meeting", operation="meeting.*"),
    Magic("90000000104", "no-subscription", "the app is not subscribed to the summary event"),
    Magic("90000000105", "no-dashboard", "the account has no dashboard feature"),
    Magic("90000000106", "paid-user", "only for paid users"),
    Magic("90000000107", "wrong-token-kind", "a token of the wrong kind"),
    Magic("90000000108", "plan", "only for Business and higher plans"),
    Magic("90000000109", "page-size", "the page size is refused, 10 included"),
    Magic("90000000110", "page-token", "a page token expires once: paging starts anew", every=2, later=True),
    Magic("90000000111", "page-token", "every page token is refused", later=True),
    Magic("90000000112", "bad-token", "the access token expires once: it is renewed", every=2),
    Magic("90000000113", "bad-token", "every access token is refused"),
    Magic("90000000114", "bad-token", "the token expires, and no new one is given", then="token-client"),
    Magic("90000000115", "missing-scope", "the app lacks the scope"),
    Magic("90000000116", "forbidden", "the app's role may not see it"),
    Magic("90000000117", "no-access", "shared access was not granted"),
    Magic("90000000118", "no-endpoint", "the path is not recognised"),
    Magic("90000000119", "rate-second", "too many requests in one second, once", every=2),
    Magic("90000000120", "rate-daily", "the day's requests are used up"),
    Magic("90000000121", "rate-daily-no-headers", "the day's requests are used up, and no header says until when"),
    Magic("90000000122", "too-many-at-once", "too many requests at once, once", every=2),
    Magic("90000000123", "server-error", "Zoom fails"),
    Magic("90000000124", "unavailable", "Zoom fails once, then answers", every=2),
    Magic("90000000125", "hang", "Zoom never answers"),
    Magic("90000000126", "reset", "the connection breaks"),
    Magic("90000000127", "truncated", "half an answer"),
    Magic("90000000128", "error-in-200", "an error dressed as a success"),
    Magic("90000000129", "page-in-200", "a web page instead of data"),
    Magic("90000000130", "missing-scope", "no scope for the participant list: told, and the rest is there",
          operation="*.participants"),
    Magic("90000000131", "forbidden", "no access to the meeting's details: told, and the rest is there",
          operation="*.details"),
    Magic("90000000132", "slow", "160 people, half a second a page: progress is told", operation="", pause_s=0.5,
          people=160),
    Magic("90000000133", "odd-row", "one row that cannot be read: told, and the rest is there"),
    Magic("90000000134", "code-zero", "a success that carries an error code of 0"),
    Magic("90000000135", "no-next-page-key", "the last page says so by leaving the key out"),
    Magic(session_id(1), "not-videosdk", "not a Video SDK account", kind="session"),
    Magic(session_id(2), "bare-400", "a refusal without a reason", kind="session"),
    Magic(session_id(3), "bare-404", "an empty refusal", kind="session"),
)  # fmt: skip

MAGIC_BY_ID = {row.number: row for row in MAGIC}

_AGES = {"too-old": timedelta(days=400)}


def magic_calls(now: datetime) -> Iterator[CallRecord]:
    """A small good call behind each magic number, so that what recovers has something to show."""
    for seed, row in enumerate(MAGIC, start=9000):
        rng = random.Random(seed)
        end = now - _AGES.get(row.name, timedelta(minutes=30))
        start = end - timedelta(minutes=30)
        running = row.name == "not-ended"
        uuid = row.number if row.kind == "session" else call_uuid(rng)
        people = tuple(Cast(rng, start, None if running else end).crowd(row.people, NO_SHARE))
        number = "" if row.kind == "session" else row.number
        topic = row.what.split(":")[0].capitalize()
        yield CallRecord(
            row.kind, number, uuid, topic, people[0].name, people[0].email, start, None if running else end, people
        )


def magic_catalogue() -> list[dict[str, str]]:
    """The failing numbers for the demo page, in the shape of `catalogue`."""
    return [{"kind": row.kind, "id": spaced(row.number), "title": row.name, "what": row.what} for row in MAGIC]
