"""The peer of the intake: checks a signature, parses the JSON, keeps nothing. `python -m bench.bare_door SECRET`.

It runs under the bot's own HTTP server settings, prints its port, and ends when its standard input does.
"""

import asyncio
import hmac
import socket
import sys

import orjson
from starlette.types import Receive, Scope, Send

from bot.serving import calm_collector, http_server


class BareDoor:
    """An ASGI application without a framework. 204: signed and JSON; 401: not signed."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        raw, more = b"", True
        while more:
            message = await receive()
            raw += message.get("body", b"")
            more = message.get("more_body", False)
        status = 204 if self._signed(dict(scope["headers"]), raw) and orjson.loads(raw) is not None else 401
        await send({"type": "http.response.start", "status": status, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    def _signed(self, headers: dict[bytes, bytes], raw: bytes) -> bool:
        signed = b"v0:" + headers.get(b"x-zm-request-timestamp", b"") + b":" + raw
        right = b"v0=" + hmac.new(self._secret, signed, "sha256").hexdigest().encode()
        return hmac.compare_digest(right, headers.get(b"x-zm-signature", b""))


async def _serve(secret: str) -> None:
    listener = socket.create_server(("127.0.0.1", 0), backlog=256)
    server = http_server(BareDoor(secret))
    calm_collector()
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    print(listener.getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    server.should_exit = True
    await serving


if __name__ == "__main__":
    asyncio.run(_serve(sys.argv[1]))
