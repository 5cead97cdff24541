"""What the local Zoom remembers between requests: access tokens, page tokens, calls per second and per day."""

import base64
import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from playground.zoom.rules import Allowance


class Grant(NamedTuple):
    """One access token. New scopes only reach tokens that are issued afterwards, so they are kept here."""

    expires: datetime
    scopes: frozenset[str]


@dataclass(slots=True)
class Tokens:
    """Several tokens are good at the same time, each until it expires."""

    issued: int = 0
    _grants: dict[str, Grant] = field(default_factory=dict)

    def issue(self, now: datetime, lifetime_s: float, scopes: frozenset[str]) -> str:
        self.issued += 1
        token = f"eyJsb2NhbCI6e30.{_opaque('access', self.issued, now.isoformat())}"
        self._grants[token] = Grant(now + timedelta(seconds=lifetime_s), scopes)
        return token

    def scopes(self, token: str, now: datetime) -> frozenset[str] | None:
        """None: unknown or expired."""
        grant = self._grants.get(token)
        return grant.scopes if grant and now < grant.expires else None

    def revoke_all(self) -> None:
        self._grants.clear()


_KEPT = 20_000


class _Place(NamedTuple):
    query: tuple[str, ...]
    offset: int
    expires: datetime


@dataclass(slots=True)
class Pages:
    """Page tokens: opaque, good for the same query only, and for a limited time."""

    _places: dict[str, _Place] = field(default_factory=dict)

    def token(self, query: tuple[str, ...], offset: int, now: datetime, lifetime_s: float) -> str:
        if len(self._places) >= _KEPT:
            self._places = {token: place for token, place in self._places.items() if now < place.expires}
        token = _opaque(*query, offset, now.isoformat())
        self._places[token] = _Place(query, offset, now + timedelta(seconds=lifetime_s))
        return token

    def offset(self, token: str, query: tuple[str, ...], now: datetime) -> int | None:
        """Where the page starts; None: unknown, expired, or of another query."""
        place = self._places.get(token)
        return place.offset if place and place.query == query and now < place.expires else None


@dataclass(slots=True)
class Meter:
    """HEAVY calls of one account in the present second and the present day (UTC)."""

    second: datetime | None = None
    in_second: int = 0
    day: datetime | None = None
    in_day: int = 0

    def take(self, allowed: Allowance, now: datetime) -> Literal["", "second", "daily"]:
        """Count one call; the limit that it breaks, or `""`. A refused call is not counted."""
        second, day = now.replace(microsecond=0), now.replace(hour=0, minute=0, second=0, microsecond=0)
        if second != self.second:
            self.second, self.in_second = second, 0
        if day != self.day:
            self.day, self.in_day = day, 0
        if self.in_day >= allowed.per_day:
            return "daily"
        if self.in_second >= allowed.per_second:
            return "second"
        self.in_second += 1
        self.in_day += 1
        return ""


def _opaque(*parts: object) -> str:
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")[:35]
