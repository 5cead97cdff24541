"""Puts an answer on the wire, or spoils it: the half answers, silences and broken connections of failures.py."""

import asyncio
import contextlib
import socket
import struct
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import orjson
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from playground.zoom.failures import Failure, body
from playground.zoom.rules import Allowance, RetryAfter
from playground.zoom.wire import instant

_PAGE = b"<!DOCTYPE html><html><head><title>Zoom</title></head><body><h1>Something went wrong</h1></body></html>"


def json_response(content: bytes, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    return Response(content, status, dict(headers or {}), media_type="application/json;charset=UTF-8")


def failed(row: Failure, thing: str, ident: str, scopes: str, headers: Mapping[str, str]) -> Response:
    """The whole answers among the failures."""
    if row.delivery == "page":
        return Response(_PAGE, row.status, dict(headers), media_type="text/html")
    if row.delivery == "empty":
        return Response(b"", row.status, dict(headers))
    return json_response(orjson.dumps(body(row, thing, ident, scopes)), row.status, headers)


def limit_headers(row: Failure, allowed: Allowance, mode: RetryAfter, now: datetime) -> dict[str, str]:
    """What observed 429s carry: `Retry-After` as an ISO instant, here also as seconds; sometimes nothing at all."""
    mode = row.retry_after or mode
    if not row.retry or mode == "missing":
        return {}
    daily = row.retry == "daily"
    again = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1) if daily else _next_second(now)
    wait_s = max(1, -int(-(again - now).total_seconds() // 1))
    return {
        "X-RateLimit-Category": "Heavy",
        "X-RateLimit-Type": "Daily-limit" if daily else "QPS",
        "X-RateLimit-Limit": str(allowed.per_day if daily else allowed.per_second),
        "X-RateLimit-Remaining": "0",
        "Retry-After": str(wait_s) if mode == "seconds" else instant(again),
    }


def _next_second(now: datetime) -> datetime:
    return now.replace(microsecond=0) + timedelta(seconds=1)


# --- good answers, spoilt --------------------------------------------------------------------------------------------


def _code_zero(page: dict[str, Any]) -> dict[str, Any]:
    return {"code": 0, **page}


def _odd_row(page: dict[str, Any]) -> dict[str, Any]:
    """The second row's `qos` is a sentence."""
    for key in ("participants", "users"):
        for row in page.get(key, [])[1:2]:
            row["qos"] = "not available"
    return page


def _no_page_key(page: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in page.items() if key != "next_page_token" or value}


_REWRITTEN: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "code-zero": _code_zero,
    "odd-row": _odd_row,
    "no-pages": _no_page_key,
}


def spoilt(row: Failure, good: bytes) -> Response:
    """A good answer with something wrong in it."""
    if row.delivery == "truncated":
        return json_response(good[: len(good) // 2])
    return json_response(orjson.dumps(_REWRITTEN[row.delivery](orjson.loads(good))))


SPOILS = frozenset({*_REWRITTEN, "truncated", "cut-off"})


# --- no answer -------------------------------------------------------------------------------------------------------


async def hang(receive: Receive, hang_s: float) -> None:
    """Say nothing until the other side gives up, at most `hang_s`."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(hang_s):
            await _gone(receive)


async def cut_off(good: bytes, scope: Scope, receive: Receive, send: Send) -> None:
    """Promise the whole answer, send half of it, and break the connection."""
    start = [(b"content-type", b"application/json"), (b"content-length", str(len(good)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": start})
    await send({"type": "http.response.body", "body": good[: len(good) // 2], "more_body": True})
    await asyncio.sleep(0)
    await break_connection(receive)


async def break_connection(receive: Receive) -> None:
    """Break the TCP connection with a reset. ASGI has no word for it, so this reaches for uvicorn's transport.

    Raises:
        RuntimeError: the server below is not uvicorn, or something between hides it.
    """
    transport = getattr(getattr(receive, "__self__", None), "transport", None)
    if not isinstance(transport, asyncio.Transport):
        raise RuntimeError("cannot reach the connection: serve this application with uvicorn")
    plug = transport.get_extra_info("socket")
    if plug is not None:
        plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()
    await _gone(receive)


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
