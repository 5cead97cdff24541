"""One connection to Zoom's WebSocket, opened and greeted. What comes over it afterwards is no concern of this file."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidStatus, WebSocketException

from bot.errors import ZoomError
from bot.zoom.frames import Meaning, address, frame
from bot.zoom.tokens import TokenSource

HELLO_WITHIN_S = 15.0
LARGEST_FRAME = 2 * 1024 * 1024
FAILURES = (WebSocketException, OSError, TimeoutError, ZoomError)

REFUSALS = {
    Meaning.TOKEN_REFUSED: "Zoom refuses the token",
    Meaning.REFUSED: "Zoom refuses the connection; look at the subscription in ZOOM_EVENTS_URL",
}

_silent = logging.getLogger("bot.zoom.socket.wire")
_silent.setLevel(logging.CRITICAL + 1)  # the library would log the address, which holds the token


class Refused(Exception):
    """Zoom took the connection back. `reason` is ours and holds nothing of Zoom's text."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@asynccontextmanager
async def greeted(url: str, token: str, within_s: float = HELLO_WITHIN_S) -> AsyncIterator[ClientConnection]:
    """Open, and said hello to. Zoom: "wait for build_connection before anything else".

    Raises:
        Refused: Zoom said no, or something else than hello.
        WebSocketException, OSError, TimeoutError: there is no connection; the text may hold the token.
    """
    async with connect(
        address(url, token),
        ping_interval=None,  # Zoom has a heartbeat of its own
        max_size=LARGEST_FRAME,
        open_timeout=within_s,
        close_timeout=5,
        logger=_silent,
    ) as connection:
        async with asyncio.timeout(within_s):
            meaning = frame(await connection.recv()).meaning
        if meaning is not Meaning.CONNECTED:
            raise Refused(REFUSALS.get(meaning, "Zoom did not say hello"))
        yield connection


async def what_hinders(url: str, tokens: TokenSource, within_s: float = HELLO_WITHIN_S) -> str | None:
    """Connects once, and leaves as soon as Zoom said hello; None when it did, else why not."""
    try:
        async with greeted(url, await tokens.token(), within_s):
            return None
    except Refused as refused:
        return refused.reason
    except TimeoutError:
        return f"no hello within {within_s:.0f} s"
    except FAILURES as error:
        return reason(error)


def reason(error: BaseException) -> str:
    """Never the error's own text: it can hold the address, and that holds the token."""
    if isinstance(error, ZoomError):
        return f"{error.slug}: {error}"
    if isinstance(error, TimeoutError):
        return "Zoom fell silent"
    if isinstance(error, InvalidStatus):
        return f"Zoom answers HTTP {error.response.status_code}; look at the address in ZOOM_EVENTS_URL"
    return f"the connection broke ({type(error).__name__})"
