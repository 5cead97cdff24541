"""Answers one operation about one call: finds it, pages it, or says which failure it is. Knows no HTTP delivery."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple
from urllib.parse import unquote

import orjson

from playground.zoom import wire
from playground.zoom.failures import FAILURES, Failure
from playground.zoom.ledgers import Meter, Pages, Tokens
from playground.zoom.magic import MAGIC_BY_ID, Magic
from playground.zoom.rules import OPERATION, Operation, Rules, matches
from playground.zoom.world import CallRecord, World

Clock = Callable[[], datetime]

_YEAR = timedelta(days=365)
_KEPT_ROWS = 2_000

_PATHS: dict[tuple[str, ...], str] = {
    ("metrics", "meetings", "participants", "qos_summary"): "meeting.summary",
    ("metrics", "webinars", "participants", "qos_summary"): "webinar.summary",
    ("videosdk", "sessions", "users", "qos_summary"): "session.summary",
    ("metrics", "meetings", "participants"): "meeting.participants",
    ("metrics", "webinars", "participants"): "webinar.participants",
    ("videosdk", "sessions", "users"): "session.participants",
    ("metrics", "meetings"): "meeting.details",
    ("metrics", "webinars"): "webinar.details",
    ("videosdk", "sessions"): "session.details",
}


class Asked(NamedTuple):
    """One request, taken apart. `id` is the path's id, decoded; None where single encoding lost a slash."""

    operation: Operation
    id: str | None
    echoed_id: str
    query: Mapping[str, str]

    @property
    def page_token(self) -> str:
        return self.query.get("next_page_token", "")


def take_apart(raw_path: str, query: Mapping[str, str]) -> Asked | None:
    """The operation of a raw path such as `/metrics/meetings/858…/participants`; None: Zoom has no such endpoint."""
    first, *rest = raw_path.split("/")
    if first or len(rest) < 3:
        return None
    area, things, segment, *tail = rest
    name = _PATHS.get((area, things, *tail))
    if name is None or not segment:
        return None
    decoded, echoed = decode_id(segment)
    return Asked(OPERATION[name], decoded, echoed, query)


def decode_id(segment: str) -> tuple[str | None, str]:
    """The id of a raw path segment, and how Zoom prints it.

    Zoom's gateway decodes once and its router drops slashes; what is left is decoded again. So an id that begins with
    `/` or contains `//` only arrives whole when it was encoded twice.
    """
    once = unquote(segment)
    if once.startswith("/") or "//" in once:
        return None, once.lstrip("/").replace("//", "/")
    twice = unquote(once)
    return twice, twice


@dataclass(slots=True)
class Desk:
    """The state behind the operations."""

    world: World
    rules: Rules
    clock: Clock
    tokens: Tokens = field(default_factory=Tokens)
    pages: Pages = field(default_factory=Pages)
    meters: dict[bool, Meter] = field(default_factory=lambda: {False: Meter(), True: Meter()})
    _asked_magic: dict[tuple[str, str], int] = field(default_factory=dict)
    _attended: dict[tuple[int, bool], tuple[CallRecord, list[wire.Attended]]] = field(default_factory=dict)
    _rows: dict[tuple[int, bool, int], bytes] = field(default_factory=dict)

    def throttle(self, operation: Operation, now: datetime) -> Failure | None:
        """The 429 of an account that asked too often; all nine operations are HEAVY."""
        if not self.rules.limits:
            return None
        videosdk = operation.kind == "session"
        broken = self.meters[videosdk].take(self.rules.allowance(videosdk), now)
        return FAILURES[f"rate-{broken}"] if broken else None

    def magic(self, asked: Asked) -> Magic | None:
        """The row behind a number that fails on purpose, also when its call is asked for by uuid."""
        call = self.world.by_uuid(asked.operation.kind, asked.id or "")
        row = MAGIC_BY_ID.get((call.number if call else None) or asked.id or "")
        return row if row and row.kind == asked.operation.kind else None

    def magic_failure(self, asked: Asked) -> Failure | None:
        """What a magic number shows on this request; counts the requests that could show it."""
        row = self.magic(asked)
        if row is None or not matches(asked.operation.name, row.operation) or (row.later and not asked.page_token):
            return None
        key = row.number, asked.operation.name
        seen = self._asked_magic.get(key, 0)
        self._asked_magic[key] = seen + 1
        if seen % row.every:
            return None
        if row.then:
            self.rules.fail(row.then, "token", times=1)
        return FAILURES[row.name]

    def answer(self, asked: Asked, now: datetime) -> bytes | Failure:
        """The JSON of a good answer, or the failure that this request deserves."""
        size = self._page_size(asked)
        if size is None:
            return FAILURES["page-size"]
        if asked.query.get("type", "live") not in ("live", "past", "pastOne"):
            return FAILURES["type"]
        call = self._find(asked, now)
        if isinstance(call, Failure):
            return call
        if asked.operation.name.endswith(".details"):
            return orjson.dumps(wire.details(call))
        return self._list(asked, call, size, now)

    def _page_size(self, asked: Asked) -> int | None:
        """Rows per page; None: refused. Lenient rules shorten a page that is too long, as some of Zoom's APIs do."""
        operation = asked.operation
        text = asked.query.get("page_size") or str(operation.page_default)
        if not operation.page_max:
            return 0
        if not (text.isascii() and text.isdigit() and int(text) > 0):
            return None
        if int(text) > operation.page_max and self.rules.strict_page_size:
            return None
        return min(int(text), operation.page_max)

    def _find(self, asked: Asked, now: datetime) -> CallRecord | Failure:
        kind, is_summary = asked.operation.kind, asked.operation.name.endswith(".summary")
        if is_summary and kind not in self.rules.subscribed:
            return FAILURES["no-subscription"]
        if asked.id is None:
            return FAILURES["no-such"]
        call = self.world.find(kind, asked.id)
        if call is None:
            return FAILURES["not-found" if asked.id.isdigit() else "no-such"]
        running = call.end is None or call.end > now
        wants_running = not is_summary and asked.query.get("type", "live") == "live"
        if running != wants_running:
            return FAILURES["not-found"]
        if call.end and call.end < now - _YEAR:
            return FAILURES["too-old"]
        return call

    def _list(self, asked: Asked, call: CallRecord, size: int, now: datetime) -> bytes | Failure:
        query = (asked.operation.name, call.uuid, *(asked.query.get(key, "") for key in ("page_size", "type")))
        offset = self.pages.offset(asked.page_token, query, now) if asked.page_token else 0
        if offset is None:
            return FAILURES["page-token"]
        is_summary = asked.operation.name.endswith(".summary")
        everybody = self._everybody(call, is_summary)
        end = min(offset + size, len(everybody))
        token = ""
        if end < len(everybody):
            token = self.pages.token(query, end, now, self.rules.page_lifetime_s)
        rows = [self._row(call, is_summary, place, everybody[place]) for place in range(offset, end)]
        return wire.list_page(call.kind, rows, token, size, _wrapper(call, is_summary, len(everybody), size))

    def _everybody(self, call: CallRecord, is_summary: bool) -> list[wire.Attended]:
        key = id(call), is_summary
        if key not in self._attended:
            self._attended[key] = call, wire.attended(call, summarised_only=is_summary)
        return self._attended[key][1]

    def _row(self, call: CallRecord, is_summary: bool, place: int, entry: wire.Attended) -> bytes:
        key = id(call), is_summary, place
        row = self._rows.get(key)
        if row is None:
            row = orjson.dumps((wire.summary_row if is_summary else wire.attendance_row)(call.kind, *entry))
            if len(self._rows) < _KEPT_ROWS:
                self._rows[key] = row
        return row


def _wrapper(call: CallRecord, is_summary: bool, total: int, size: int) -> wire.Row:
    """What the participant lists of meetings and webinars say beside the rows; the other lists say nothing."""
    if is_summary or call.kind == "session":
        return {}
    pages = -(-total // size)
    return {"page_count": pages, "total_records": total, f"{call.kind}_number": call.number}
