"""Access tokens of a Zoom account: Server-to-Server OAuth, or a Video SDK JWT. Nothing else may see a secret."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

import httpx
import jwt
import orjson

from bot.domain.model import Kind
from bot.errors import ZoomError
from bot.ports import Clock
from bot.zoom.failures import Asked, Operation, failure, garbled, unreachable, without_token

RENEW_EARLY = timedelta(minutes=5)
LIFETIME = timedelta(hours=1)
"""Zoom's tokens last an hour, and Zoom asks for JWTs of at most one."""

CLOCK_SKEW = timedelta(seconds=30)
"""A JWT is dated back by this much, so that a clock running slightly ahead does not make it "not yet valid"."""

TIMEOUT = httpx.Timeout(10.0, connect=5.0)


class TokenSource(Protocol):
    """Gives the account's current token. `invalidate` drops that token, if it still is the current one."""

    async def token(self) -> str: ...

    def invalidate(self, token: str) -> None: ...


class _Held:
    """A token and when it ends."""

    __slots__ = ("ends", "renew_at", "token")

    def __init__(self, token: str, start: datetime, lasts: timedelta) -> None:
        self.token = token
        self.ends = start + lasts
        self.renew_at = self.ends - min(RENEW_EARLY, lasts / 2)


class ServerToServerTokens:
    """Zoom's Server-to-Server OAuth (Zoom's page "Using Zoom APIs"): one token, one renewal for all who wait for it.

    Callers who waited for a renewal that failed get its error, instead of asking again one after the other.
    """

    def __init__(
        self, http: httpx.AsyncClient, oauth_url: str, account_id: str, client_id: str, client_secret: str, now: Clock
    ) -> None:
        self._http = http
        self._url = oauth_url
        self._form = {"grant_type": "account_credentials", "account_id": account_id}
        self._auth = httpx.BasicAuth(client_id, client_secret)
        self._now = now
        self._held: _Held | None = None
        self._lock = asyncio.Lock()
        self._failures = 0
        self._failed: ZoomError | None = None
        self.scopes: frozenset[str] = frozenset()
        """What the last token grants, as Zoom said; scopes added later come with the next token."""

    async def token(self) -> str:
        """A token with at least five minutes left.

        Raises:
            ZoomError: a row of `signin_refusals.py`, or `zoom_unreachable`, `zoom_garbled`, `no_token_given`.
        """
        failures = self._failures
        held = self._held
        if held is not None and self._now() < held.renew_at:
            return held.token
        async with self._lock:
            held = self._held
            if held is not None and self._now() < held.renew_at:
                return held.token
            if self._failures != failures and self._failed is not None:
                raise replace(self._failed)
            return await self._renew(held)

    def invalidate(self, token: str) -> None:
        """Zoom refused this token; the next caller fetches another, unless somebody already has."""
        if self._held is not None and self._held.token == token:
            self._held = None

    async def _renew(self, old: _Held | None) -> str:
        self._failed = None
        try:
            self._held = await self._fetch()
        except ZoomError as error:
            self._failures += 1
            if old is not None and error.retryable and self._now() < old.ends:
                return old.token  # still good for up to five minutes: no reason to fail now
            self._failed = error
            raise
        return self._held.token

    async def _fetch(self) -> _Held:
        asked = Asked(Operation.TOKEN, Kind.MEETING)
        started = self._now()
        try:
            response = await self._http.post(
                self._url, data=self._form, auth=self._auth, follow_redirects=False, timeout=TIMEOUT
            )
        except httpx.HTTPError as error:
            raise unreachable(asked) from error
        try:
            body = orjson.loads(response.content)
        except orjson.JSONDecodeError:
            body = None
        error_found = failure(response.status_code, body, response.headers, asked, started)
        if error_found is not None:
            raise error_found
        token, lasts = body.get("access_token"), body.get("expires_in")
        if isinstance(token, str) and not token.strip():
            raise without_token(response.status_code)
        if not isinstance(token, str) or not token.isascii() or not token.isprintable():
            raise garbled(asked, response.status_code)
        self.scopes = frozenset(str(body.get("scope") or "").split())
        known = isinstance(lasts, int | float) and not isinstance(lasts, bool) and 0 < lasts <= 86_400
        return _Held(token, started, timedelta(seconds=lasts) if known else LIFETIME)


class VideoSdkTokens:
    """JWTs for the Video SDK's REST API: HS256 with the API secret; the issuer is the API key, not the SDK key."""

    def __init__(self, api_key: str, api_secret: str, now: Clock) -> None:
        self._key = api_key
        self._secret = api_secret
        self._now = now
        self._held: _Held | None = None

    async def token(self) -> str:
        """A token with at least five minutes left; signing needs no network."""
        now = self._now()
        if self._held is None or now >= self._held.renew_at:
            issued = now - CLOCK_SKEW
            claims = {"iss": self._key, "iat": int(issued.timestamp()), "exp": int((issued + LIFETIME).timestamp())}
            self._held = _Held(jwt.encode(claims, self._secret, algorithm="HS256"), issued, LIFETIME)
        return self._held.token

    def invalidate(self, token: str) -> None:
        """The next caller gets a newly signed token."""
        if self._held is not None and self._held.token == token:
            self._held = None
