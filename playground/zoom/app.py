"""The local Zoom's HTTP: token endpoint, nine GET operations, and a control door. Mountable: routes are relative."""

import asyncio
from datetime import UTC, datetime
from typing import NamedTuple

import orjson
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.types import Receive, Scope, Send

from playground.zoom import delivery, doors
from playground.zoom.desk import Asked, Clock, Desk, take_apart
from playground.zoom.failures import FAILURES, ROWS, Failure
from playground.zoom.journal import SCOPE_KEY, Journal, Journalist, raw_path
from playground.zoom.magic import magic_catalogue
from playground.zoom.rules import TOKEN, Rules
from playground.zoom.world import World


def _utc_now() -> datetime:
    return datetime.now(UTC)


def create_zoom_app(world: World, rules: Rules, clock: Clock = _utc_now) -> Starlette:
    """The local Zoom. `world` and `rules` may be changed while it runs; `clock` gives aware UTC.

    Routes: `POST /oauth/token`, the operations under `/v2`, `GET` and `POST /control/rules`. `app.state` has `world`,
    `rules`, `tokens` (`revoke_all()`) and `journal`, one entry per request.
    """
    desk = Desk(world, rules, clock)
    journal: Journal = []
    door = _TokenDoor(desk)
    control = _Control(desk)
    app = Starlette(
        routes=[
            Route("/oauth/token", door, methods=["POST"]),
            Mount("/v2", app=_Api(desk)),
            Route("/control/rules", control.read, methods=["GET"]),
            Route("/control/rules", control.change, methods=["POST"]),
        ],
        middleware=[Middleware(Journalist, journal=journal)],
        exception_handlers={404: _unknown, 405: _unknown},
    )
    app.router.redirect_slashes = False
    app.state.world, app.state.rules, app.state.tokens, app.state.journal = world, rules, desk.tokens, journal
    return app


async def _unknown(request: Request, _: Exception) -> Response:
    return delivery.failed(FAILURES["no-endpoint"], "", "", "", {})


class _Api:
    """`/v2`: takes the raw path apart, because a decoded one can no longer tell a slash in an id from a separator."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        asked = take_apart(raw_path(scope), request.query_params) if request.method == "GET" else None
        if asked is None:
            await delivery.failed(FAILURES["no-endpoint"], "", "", "", {})(scope, receive, send)
            return
        scope[SCOPE_KEY].operation = asked.operation.name
        magic = self.desk.magic(asked)
        await asyncio.sleep(self.desk.rules.latency_s + (magic.pause_s if magic else 0))
        now = self.desk.clock()
        failure = self._failure(request, asked, now)
        good = self.desk.answer(asked, now) if _needs_good(failure) else b""
        if isinstance(good, Failure):
            failure, good = good, b""
        about = _About(asked.operation.kind, asked.echoed_id, asked.operation.scopes)
        await _finish(failure, good, about, self.desk, scope, receive, send)

    def _failure(self, request: Request, asked: Asked, now: datetime) -> Failure | None:
        desk, operation = self.desk, asked.operation
        return (
            doors.refused_at_the_door(request, operation, desk.rules, desk.tokens, now)
            or desk.throttle(operation, now)
            or desk.rules.strike(operation.name, bool(asked.page_token))
            or desk.magic_failure(asked)
        )


class _About(NamedTuple):
    """What an answer's error text and limit headers speak of."""

    thing: str
    id: str = ""
    scopes: tuple[str, ...] = ()


async def _finish(
    failure: Failure | None, good: bytes, about: _About, desk: Desk, scope: Scope, receive: Receive, send: Send
) -> None:
    """Send the good answer, or let the failure have its way with it or with the connection."""
    scope[SCOPE_KEY].failure = failure.name if failure else ""
    if failure is None:
        await delivery.json_response(good)(scope, receive, send)
    elif failure.delivery == "reset":
        await delivery.break_connection(receive)
    elif failure.delivery == "hang":
        await delivery.hang(receive, desk.rules.hang_s)
    elif failure.delivery == "cut-off":
        await delivery.cut_off(good, scope, receive, send)
    elif failure.delivery in delivery.SPOILS:
        await delivery.spoilt(failure, good)(scope, receive, send)
    else:
        allowed = desk.rules.allowance(videosdk=about.thing == "session")
        headers = delivery.limit_headers(failure, allowed, desk.rules.retry_after, desk.clock())
        whole = delivery.failed(failure, about.thing, about.id, ", ".join(about.scopes), headers)
        await whole(scope, receive, send)


def _needs_good(failure: Failure | None) -> bool:
    return failure is None or failure.delivery in delivery.SPOILS


class _TokenDoor:
    """`POST /oauth/token`. `api_url` names this server, so that who follows it stays here."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        rules, now = self.desk.rules, self.desk.clock()
        scope[SCOPE_KEY].operation = TOKEN
        await asyncio.sleep(rules.latency_s)
        failure = rules.strike(TOKEN) or await doors.token_request(request, rules)
        granted = self._granted(request, now) if _needs_good(failure) else b""
        await _finish(failure, granted, _About("token"), self.desk, scope, receive, send)

    def _granted(self, request: Request, now: datetime) -> bytes:
        rules = self.desk.rules
        return orjson.dumps(
            {
                "access_token": self.desk.tokens.issue(now, rules.token_lifetime_s, rules.scopes),
                "token_type": "bearer",
                "expires_in": int(rules.token_lifetime_s),
                "scope": " ".join(sorted(rules.scopes)),
                "api_url": f"{request.url.scheme}://{request.url.netloc}",
            }
        )


class _Control:
    """`/control/rules`: the switches as JSON, for people and for tests in another process."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def read(self, request: Request) -> Response:
        known = [row.name for row in ROWS]
        return _json({"rules": self.desk.rules.state(), "failures": known, "magic": magic_catalogue()})

    async def change(self, request: Request) -> Response:
        """Any switch of `Rules` by name; beside them `"revoke": true` makes every access token invalid."""
        try:
            wanted = orjson.loads(await request.body())
            if not isinstance(wanted, dict):
                raise ValueError("a JSON object is wanted")
            revoke = wanted.pop("revoke", False)
            self.desk.rules.update(wanted)
        except ValueError as wrong:
            return _json({"ok": False, "error": str(wrong)}, 400)
        if revoke:
            self.desk.tokens.revoke_all()
        return _json({"ok": True, "rules": self.desk.rules.state()})


def _json(content: object, status: int = 200) -> Response:
    return delivery.json_response(orjson.dumps(content), status)
