"""Remembers every request and puts Zoom's tracking id on every answer. Looks into no body and keeps no header."""

from dataclasses import dataclass
from uuid import uuid4

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


@dataclass(slots=True)
class Entry:
    """One request. `target` is the raw request target as it came over the wire, below the mount point.

    `operation` is `""` for what no operation is; `status` 0: the connection ended without an answer.
    """

    method: str
    target: str
    tracking_id: str
    operation: str = ""
    status: int = 0
    failure: str = ""


Journal = list[Entry]
SCOPE_KEY = "zoom.entry"


class Journalist:
    """ASGI middleware; handlers find their entry in `scope["zoom.entry"]`."""

    def __init__(self, app: ASGIApp, journal: Journal) -> None:
        self.app, self.journal = app, journal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        tracking_id = f"v=2.0;clid=us02;rid=WEB_{uuid4().hex}"
        entry = scope[SCOPE_KEY] = Entry(scope["method"], raw_target(scope), tracking_id)
        self.journal.append(entry)

        async def stamped(message: Message) -> None:
            if message["type"] == "http.response.start":
                entry.status = message["status"]
                MutableHeaders(scope=message)["x-zm-trackingid"] = tracking_id
            await send(message)

        await self.app(scope, receive, stamped)


def raw_path(scope: Scope) -> str:
    """The path as it came over the wire, percent signs and all, below the mount point."""
    raw: bytes = scope["raw_path"]
    return raw.decode("latin-1")[len(scope.get("root_path", "")) :]


def raw_target(scope: Scope) -> str:
    query: bytes = scope["query_string"]
    return raw_path(scope) + (f"?{query.decode('latin-1')}" if query else "")
