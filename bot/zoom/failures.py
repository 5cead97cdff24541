"""Zoom's refusals to our errors: how one is recognised and told. The rows: `refusals.py`. Pure.

Zoom's `message` is the only thing that tells some refusals apart (code 200 has five meanings), so it is matched by
substring; it is never repeated, because Zoom echoes ids and keys in it. Only scope names are taken over, by pattern.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.model import Kind, MeetingRef
from bot.errors import ZoomError
from bot.zoom.ids import spaced
from bot.zoom.ratelimits import next_midnight, outage_s, retry_delay_s
from bot.zoom.refusals import API_ROWS, UNKNOWN, Operation, Row
from bot.zoom.signin_refusals import TOKEN_ROWS
from bot.zoom.wire import people_key

__all__ = [
    "Asked",
    "Operation",
    "cut_off",
    "daily_limit",
    "failure",
    "garbled",
    "retry_delay_s",
    "unreachable",
    "without_token",
]

EVENTS = {
    Kind.MEETING: "Meeting participant QoS summary",
    Kind.WEBINAR: "Webinar participant QoS summary",
    Kind.SESSION: "Session user QoS summary",
}
"""The event that a Zoom app must be subscribed to before the operation of this kind has data."""

SCOPES = {
    (Kind.MEETING, Operation.SUMMARY): "dashboard:read:list_meeting_participants_qos:admin",
    (Kind.MEETING, Operation.ATTENDANCE): "dashboard:read:list_meeting_participants:admin",
    (Kind.MEETING, Operation.DETAILS): "dashboard:read:meeting:admin",
    (Kind.WEBINAR, Operation.SUMMARY): "dashboard:read:list_webinar_participants_qos:admin",
    (Kind.WEBINAR, Operation.ATTENDANCE): "dashboard:read:list_webinar_participants:admin",
    (Kind.WEBINAR, Operation.DETAILS): "dashboard:read:webinar:admin",
}
"""The granular scope of each operation, named when Zoom's message does not name any."""

_SCOPE_LIST = re.compile(r"scopes?\s*:?\s*\[([^\]]{0,600})\]", re.IGNORECASE)
_SCOPE = re.compile(r"[a-z][a-z_]{0,30}(?::[a-z][a-z_]{0,50}){1,4}")
_TRACKING_ID = re.compile(r"[\w=;:.,/+-]{1,200}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of Zoom, for choosing the row and wording it. `ref` None: nothing in particular, a token."""

    operation: Operation
    kind: Kind
    ref: MeetingRef | None = None

    @property
    def subject(self) -> str:
        """`858 1234 5678`, or `this meeting`: a UUID means nothing to a reader."""
        return spaced(self.ref.number) if self.ref is not None and self.ref.number else f"this {self.kind}"


def failure(status: int, body: object, headers: Mapping[str, str], asked: Asked, now: datetime) -> ZoomError | None:
    """The error that an answer means, or None for success.

    An error body under HTTP 200 counts (a code other than 0, a message, and not what was asked for); a success may
    carry `code: 0`. `headers` must find names in any case, as httpx's do. `now`: aware UTC.
    """
    fields: Mapping[str, object] = body if isinstance(body, dict) else {}
    code = _code(fields)
    if 200 <= status < 300:
        if not isinstance(body, dict):
            unreadable = garbled(asked, status)
            unreadable.tracking_id = tracking_id(headers)
            return unreadable
        if _holds_answer(asked, fields) or not (code or fields.get("error")):
            return None
    words = _words(fields, headers)
    hidden = code is not None and 200 <= status < 300 and 400 <= code < 600
    row = next(_matching(code if hidden and code else status, code, words, asked), UNKNOWN)
    error = _told(row, status, code, asked, now, fields, headers)
    error.tracking_id = tracking_id(headers)
    return error


def tracking_id(headers: Mapping[str, str]) -> str | None:
    """Zoom's own name for a request, which its support asks for; None when absent or no plain text."""
    value = headers.get("x-zm-trackingid", "")
    return value if _TRACKING_ID.fullmatch(value) else None


def unreachable(asked: Asked) -> ZoomError:
    """No connection, a reset, or no answer in time."""
    what = "Zoom's sign-in" if asked.operation is Operation.TOKEN else "Zoom"
    return ZoomError(
        "zoom_unreachable",
        f"{what} could not be reached, or took too long to answer.",
        "Try again in a minute; if it stays, check this machine's network and Zoom's status page.",
        retryable=True,
    )


def garbled(asked: Asked, status: int | None = None) -> ZoomError:
    """An answer that is not the JSON it should be."""
    return ZoomError(
        "zoom_garbled",
        f"Zoom's answer about {_about(asked)} could not be read.",
        "Try again in a minute; if it stays, something between here and Zoom changes its answers.",
        retryable=True,
        status=status,
    )


def without_token(status: int) -> ZoomError:
    """A sign-in that is accepted and gives nothing."""
    return ZoomError(
        "no_token_given",
        "Zoom accepts the sign-in, but its answer holds an empty access token.",
        "Check that ZOOM_OAUTH_URL is Zoom's own address, and that the Server-to-Server app is activated.",
        status=status,
    )


def cut_off(asked: Asked) -> ZoomError:
    """Pages that never end."""
    return ZoomError(
        "zoom_endless_pages",
        f"Zoom's list for {_about(asked)} does not end: it names the same next page again.",
        "Try again later; if it stays, tell the people who run this bot.",
        retryable=True,
    )


def daily_limit(now: datetime, retry_at: datetime | None = None) -> ZoomError:
    """The account's calls of today are used up, by Zoom's word or by our own count."""
    reset = retry_at or next_midnight(now)
    return ZoomError(
        "daily_limit",
        "Zoom's daily limit for this account is used up, by all its apps together; "
        f"it resets at {reset:%H:%M} UTC (in {_span(reset - now)}).",
        "Stored meetings still work.",
        retryable=True,
        retry_at=reset,
    )


def _about(asked: Asked) -> str:
    return "the token" if asked.operation is Operation.TOKEN else asked.subject


def _span(wait: timedelta) -> str:
    minutes = max(1, -(-int(wait.total_seconds()) // 60))
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part)


def _holds_answer(asked: Asked, fields: Mapping[str, object]) -> bool:
    if asked.operation is Operation.TOKEN:
        return isinstance(fields.get("access_token"), str)
    if asked.operation is Operation.DETAILS:
        return bool(fields.get("uuid") or fields.get("id"))
    return isinstance(fields.get(people_key(asked.kind)), list)


def _code(fields: Mapping[str, object]) -> int | None:
    for name in ("code", "errorCode"):
        value = fields.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        if isinstance(value, str) and re.fullmatch(r"[0-9]{1,6}", value):
            return int(value)
    return None


def _words(fields: Mapping[str, object], headers: Mapping[str, str]) -> str:
    told = [fields.get(name) for name in ("message", "errorMessage", "error", "reason")]
    return " ".join([*(word for word in told if isinstance(word, str)), headers.get("x-ratelimit-type", "")]).lower()


def _matching(status: int, code: int | None, words: str, asked: Asked) -> Iterator[Row]:
    for row in TOKEN_ROWS if asked.operation is Operation.TOKEN else API_ROWS:
        if row.matches(status, code, words, asked.operation, asked.kind):
            yield row


def _told(
    row: Row,
    status: int,
    code: int | None,
    asked: Asked,
    now: datetime,
    fields: Mapping[str, object],
    headers: Mapping[str, str],
) -> ZoomError:
    wait_s = retry_delay_s(headers, fields, now) if row.limited else outage_s(headers, now) if row.retryable else None
    retry_at = None if wait_s is None else now + timedelta(seconds=wait_s)
    if row.slug == "daily_limit":
        error = daily_limit(now, retry_at)
        error.status, error.code = status, code
        return error
    parts = {
        "kind": str(asked.kind),
        "subject": asked.subject,
        "event": EVENTS[asked.kind],
        "scopes": _scopes(fields, asked),
        "status": str(status),
        "code": "" if code is None else f", code {code}",
    }
    return ZoomError(
        row.slug,
        row.text.format_map(parts),
        row.advice.format_map(parts),
        retryable=row.retryable,
        status=status,
        code=code,
        retry_at=retry_at,
    )


def _scopes(fields: Mapping[str, object], asked: Asked) -> str:
    message = fields.get("message")
    listed = _SCOPE_LIST.search(message) if isinstance(message, str) else None
    names = [name.strip() for name in listed[1].split(",")] if listed else []
    plain = [name for name in names if _SCOPE.fullmatch(name)][:10]
    needed = SCOPES.get((asked.kind, asked.operation))
    plain = plain or ([needed] if needed else [])
    return " or ".join(f"`{name}`" for name in plain) or "for this operation"
