"""Who may come in: the token endpoint, and the check of what a request carries. Knows no call."""

import base64
import binascii
from datetime import datetime
from urllib.parse import parse_qs

import jwt
from starlette.requests import Request

from playground.zoom.failures import FAILURES, Failure
from playground.zoom.ledgers import Tokens
from playground.zoom.rules import Operation, Rules

_FORM = "application/x-www-form-urlencoded"
_CLOCK_SKEW_S = 60


def bearer(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def refused_at_the_door(
    request: Request, operation: Operation, rules: Rules, tokens: Tokens, now: datetime
) -> Failure | None:
    """Why the request's token is not good enough for the operation; None: come in.

    A token in the query string is refused (since 2023-02-14). Sessions want a JWT, the others an OAuth token.
    """
    token = bearer(request)
    if not token or "access_token" in request.query_params:
        return FAILURES["bad-token"]
    if operation.kind == "session":
        return None if _good_jwt(token, rules, now) else FAILURES["bad-token"]
    scopes = tokens.scopes(token, now)
    if scopes is None:
        return FAILURES["bad-token"]
    return None if scopes.intersection(operation.scopes) else FAILURES["missing-scope"]


def _good_jwt(token: str, rules: Rules, now: datetime) -> bool:
    """HS256, `iss` the API key, `iat` and `exp`; times by the local Zoom's own clock."""
    try:
        claims = jwt.decode(
            token,
            rules.videosdk_secret,
            algorithms=["HS256"],
            issuer=rules.videosdk_key,
            options={"require": ["iss", "iat", "exp"], "verify_exp": False, "verify_iat": False},
        )
        issued, expires = float(claims["iat"]), float(claims["exp"])
    except (jwt.InvalidTokenError, TypeError, ValueError):
        return False
    return issued - _CLOCK_SKEW_S <= now.timestamp() < expires


async def token_request(request: Request, rules: Rules) -> Failure | None:
    """Why no token is given to this request (Server-to-Server OAuth: Basic, form body); None: it may have one."""
    credentials = _basic(request)
    if credentials is None:
        return FAILURES["token-missing"]
    if credentials != (rules.client_id, rules.client_secret):
        return FAILURES["token-client"]
    if not request.headers.get("content-type", "").startswith(_FORM):
        return FAILURES["token-grant-type"]
    form = parse_qs((await request.body()).decode("utf-8", "replace"))
    if form.get("grant_type") != ["account_credentials"]:
        return FAILURES["token-grant-type"]
    return None if form.get("account_id") == [rules.account_id] else FAILURES["token-account"]


def _basic(request: Request) -> tuple[str, str] | None:
    scheme, _, encoded = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        client, colon, secret = base64.b64decode(encoded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return (client, secret) if colon else None
