"""Socket Mode, supervised: connects, notices silence, connects anew; never the reason that the process is down."""

import asyncio
from contextlib import suppress

import aiohttp
import structlog
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from tenacity import AsyncRetrying, retry_if_exception_type, wait_exponential_jitter

log = structlog.get_logger()

CHECK_EVERY_S = 5.0
CONNECT_WITHIN_S = 20.0
CLOSE_WITHIN_S = 5.0
DEAD_AFTER_CHECKS = 6
"""Half a minute without a live connection: the client's own reconnecting is stuck, so it is built anew."""

CONNECT_FAILURES = (SlackClientError, aiohttp.ClientError, TimeoutError, OSError)


class SlackSocket:
    """One Socket Mode connection that is kept alive until its task is cancelled."""

    def __init__(self, app: AsyncApp, app_token: str, base_url: str) -> None:
        self._app = app
        self._app_token = app_token
        self._base_url = base_url
        self._handler: AsyncSocketModeHandler | None = None
        self.note = "connecting"

    async def run(self) -> None:
        """Runs until cancelled."""
        try:
            while True:
                await self._connect()
                await self._watch()
                await self._close()
        finally:
            await self._close()

    async def is_connected(self) -> bool:
        return self._handler is not None and await self._handler.client.is_connected()

    async def _connect(self) -> None:
        async for attempt in AsyncRetrying(
            retry=retry_if_exception_type(CONNECT_FAILURES), wait=wait_exponential_jitter(multiplier=0.5, max=30)
        ):
            with attempt:
                await self._try()

    async def _try(self) -> None:
        client = AsyncWebClient(token=self._app_token, base_url=self._base_url)
        handler = AsyncSocketModeHandler(self._app, self._app_token, web_client=client)
        try:
            # The client's own connect() retries for ever in silence; asking for the address first shows what is wrong.
            handler.client.wss_uri = await handler.client.issue_new_wss_url()
            await asyncio.wait_for(handler.connect_async(), CONNECT_WITHIN_S)
        except CONNECT_FAILURES as error:
            self.note = _reason(error)
            log.warning("slack_socket_failed", reason=self.note)
            await _closed(handler)
            raise
        self._handler = handler
        self.note = "ok"
        log.info("slack_socket_connected")

    async def _watch(self) -> None:
        dead = 0
        while dead < DEAD_AFTER_CHECKS:
            await asyncio.sleep(CHECK_EVERY_S)
            dead = 0 if await self.is_connected() else dead + 1
            self.note = "reconnecting" if dead else "ok"
        log.warning("slack_socket_dead")

    async def _close(self) -> None:
        handler, self._handler = self._handler, None
        if handler is not None:
            await _closed(handler)


async def _closed(handler: AsyncSocketModeHandler) -> None:
    with suppress(TimeoutError, aiohttp.ClientError, OSError):
        await asyncio.wait_for(handler.close_async(), CLOSE_WITHIN_S)


def _reason(error: BaseException) -> str:
    if isinstance(error, SlackApiError):
        return f"Slack says {error.response.get('error')}"
    return f"cannot reach Slack ({type(error).__name__})"
