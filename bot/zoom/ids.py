"""What a person types for a call: meeting number, join link or UUID; and how an id goes into a path. Pure text work."""

import html
import re
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from bot.domain.model import CallUuid, Kind, MeetingNumber, MeetingRef
from bot.errors import BadInput

ZOOM_HOSTS = ("zoom.us", "zoomgov.com")
LONGEST = 2000
"""Characters of the longest text that is looked at; join links with all their parameters have a few hundred."""

_SPACES_AND_DASHES = r"[\s\-\u00ad\u200b-\u200f\u2010-\u2015\u2060\u2212\ufe58\ufe63\uff0d\ufeff]"
_SEPARATORS = re.compile(_SPACES_AND_DASHES)
_DIGITS = re.compile(r"[0-9]+")
_NUMBER = re.compile(r"[0-9]{9,11}")
_UUID = re.compile(r"[A-Za-z0-9+/_-]{16,44}={0,2}")
_LINK_PATH = re.compile(
    r"/(?P<door>j|w|s)/(?P<number>[0-9]{9,11})(?:/.*)?"
    r"|/wc/join/(?P<web>[0-9]{9,11})(?:/.*)?"
    r"|/wc/(?P<client>[0-9]{9,11})(?:/(?:join|start).*)?/?",
    re.DOTALL,
)
_HOST = re.compile(r"[a-z0-9.-]+")
_SLACK_FORM = re.compile(r"<(?P<target>[^<>|]+)(?:\|[^<>]*)?>")
_HAS_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ADDRESS = re.compile(
    r"https?://[^\s<>|\"]+|(?<![\w.\-/@:\\])(?:[a-z0-9-]+\.)*(?:zoom\.us|zoomgov\.com)/[^\s<>|\"]+",
    re.IGNORECASE | re.ASCII,
)
_ANY_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://[^\s<>|]+|\S+\.\S+/\S*", re.IGNORECASE)
_GROUPS = re.compile(
    r"(?<![0-9.,:+\-])(?:[0-9]{9,11}|[0-9]{3}@[0-9]{3}@[0-9]{3,4}|[0-9]{3}@[0-9]{4}@[0-9]{4})(?![0-9])".replace(
        "@", f"{_SPACES_AND_DASHES}{{1,3}}"
    )
)
_QUOTES = "\"'`“”‘’«»,;!?.()[]{}"

_SESSION_ID = "Use the session's UUID, e.g. sfk/aOFJSJSYhGwk1hnxgw==."
_KINDS_OF_ID = "Use a meeting number (858 1234 5678), a join link or a UUID."


class _Found(NamedTuple):
    number: str | None = None
    uuid: str | None = None
    says_webinar: bool = False


def parse_id(text: str, kind: Kind) -> MeetingRef:
    """The call that a person named after saying its kind; the stated kind stands, also beside a webinar link.

    Raises:
        BadInput: `invalid_id`; nothing in the text can be an id of this kind.
    """
    found = _read(text)
    if found is None:
        raise _refusal(text, kind)
    if kind is Kind.SESSION and found.uuid is None:
        raise BadInput(
            "invalid_id",
            "A Video SDK session has no meeting number.",
            _SESSION_ID,
        )
    return _ref(found, kind)


def looks_like_id(text: str) -> bool:
    """Whether the whole text is a meeting number, a Zoom join link or a UUID."""
    return _read(text) is not None


def find_ref(text: str, default_kind: Kind) -> MeetingRef | None:
    """The first Zoom link, else UUID, else meeting number inside a sentence.

    A `/w/` link says webinar; nothing else says anything of the kind. Of a session only a UUID is found.
    """
    if len(text) > LONGEST:
        text = text[:LONGEST]
    found = _read(text) or _search(text)
    if found is None or (default_kind is Kind.SESSION and found.uuid is None):
        return None
    return _ref(found, Kind.WEBINAR if found.says_webinar else default_kind)


def without_ids(text: str) -> str:
    """A sentence without what `find_ref` would take for an id: what is said about the call. Mentions stay.

    >>> without_ids("who was worst in 858 1234 5678?")
    'who was worst in ?'
    """
    kept = (word for word in text[:LONGEST].split() if not _is_long_id(word))
    return _GROUPS.sub("", " ".join(kept)).strip()


def _is_long_id(word: str) -> bool:
    bare = _unwrapped(word.strip(_QUOTES))
    return _as_link(bare) is not None or _as_uuid(bare) is not None


def encode_id(identifier: str) -> str:
    """The id as one path segment: percent-encoded, twice where Zoom asks for it (Zoom's QSS API page, path parameters).

    >>> encode_id("/ajXp112QmuoKj4854875==")
    '%252FajXp112QmuoKj4854875%253D%253D'
    """
    once = quote(identifier, safe="")
    return quote(once, safe="") if identifier.startswith("/") or "//" in identifier else once


def spaced(number: str) -> str:
    """A meeting number as Zoom prints it: `858 1234 5678`, `858 123 4567`, `858 123 456`."""
    middle = 7 if len(number) == 11 else 6
    return f"{number[:3]} {number[3:middle]} {number[middle:]}"


def _ref(found: _Found, kind: Kind) -> MeetingRef:
    if found.uuid is not None:
        return MeetingRef(kind, None, CallUuid(found.uuid))
    return MeetingRef(kind, MeetingNumber(found.number or ""), None)


def _read(text: str) -> _Found | None:
    """The whole text as one id."""
    if len(text) > LONGEST:
        return None
    bare = _unwrapped(text)
    return _as_number(bare) or _as_uuid(bare) or _as_link(bare)


def _unwrapped(text: str) -> str:
    """Without quotes around it and out of Slack's `<target|label>`, with `&amp;` undone."""
    bare = text.strip().strip("\"'`“”‘’ ")
    slack = _SLACK_FORM.fullmatch(bare)
    if slack is not None:
        bare = slack["target"].removeprefix("tel:")
    return html.unescape(bare).strip()


def _as_number(text: str) -> _Found | None:
    digits = _SEPARATORS.sub("", text)
    return _Found(number=digits) if _NUMBER.fullmatch(digits) else None


def _as_uuid(text: str) -> _Found | None:
    return _Found(uuid=text) if _UUID.fullmatch(text) and (text.endswith("=") or _looks_random(text)) else None


def _looks_random(text: str) -> bool:
    """Base64 jumps between small letters, capitals and digits about every second character; words and names do not."""
    classes = [("l" if c.islower() else "u" if c.isupper() else "d") for c in text if c.isalnum()]
    changes = sum(a != b for a, b in pairwise(classes))
    return len(set(classes)) > 1 and 3 * changes >= len(classes)


def _as_link(text: str) -> _Found | None:
    address = text if _HAS_SCHEME.match(text) else f"https://{text}"
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or parts.username is not None or not _is_zoom(host):
        return None
    path = _LINK_PATH.fullmatch(parts.path)
    if path is None:
        return None
    return _Found(number=path["number"] or path["web"] or path["client"], says_webinar=path["door"] == "w")


def _is_zoom(host: str) -> bool:
    return bool(_HOST.fullmatch(host)) and any(host == zoom or host.endswith(f".{zoom}") for zoom in ZOOM_HOSTS)


def _search(text: str) -> _Found | None:
    plain = html.unescape(_SLACK_FORM.sub(lambda form: f" {form['target'].removeprefix('tel:')} ", text))
    for address in _ADDRESS.findall(plain):
        link = _as_link(address.rstrip(_QUOTES))
        if link is not None:
            return link
    for word in plain.split():
        uuid = _as_uuid(word) or _as_uuid(word.strip(_QUOTES))
        if uuid is not None:
            return uuid
    number = _GROUPS.search(_ANY_ADDRESS.sub(" ", plain))
    return _as_number(number[0]) if number else None


def _refusal(text: str, kind: Kind) -> BadInput:
    """Says what was wrong, as far as one can tell, and never repeats the text: it may hold a passcode."""
    bare = _unwrapped(text)
    digits = _SEPARATORS.sub("", bare)
    if not bare:
        return BadInput("invalid_id", f"Which {kind}?", _KINDS_OF_ID)
    if _DIGITS.fullmatch(digits):
        plural = "digit" if len(digits) == 1 else "digits"
        return BadInput(
            "invalid_id", f"That number has {len(digits)} {plural}; a meeting number has 9 to 11.", _KINDS_OF_ID
        )
    if "://" in bare or re.match(r"\S+\.\S+/", bare):
        what = "That link leads to no Zoom call: it must be on zoom.us or zoomgov.com and hold the meeting number."
        return BadInput("invalid_id", what, "Use the link from the invitation, e.g. https://zoom.us/j/85812345678.")
    if kind is Kind.SESSION:
        return BadInput("invalid_id", "That is no session that I can look up.", _SESSION_ID)
    return BadInput("invalid_id", f"That is no {kind} that I can look up.", _KINDS_OF_ID)
