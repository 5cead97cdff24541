"""One line per dependency for `/ready`: does it work, and if not, what is wrong. Asked often, so answers are kept."""

import time
from collections.abc import Awaitable, Callable, Mapping

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import QosError
from bot.services.outbox import Outbox
from bot.slack.socket import SlackSocket
from bot.store.store import Store
from bot.zoom.client import ZoomAccount
from bot.zoom.socket import ZoomSocket
from handlers.services import Readiness

KEPT_S = 5.0
Probe = Callable[[], Awaitable[Readiness]]


class Readings:
    """Probes each dependency at most every `KEPT_S` seconds."""

    def __init__(self, probes: Mapping[str, Probe], timer: Callable[[], float] = time.monotonic) -> None:
        self._probes = probes
        self._timer = timer
        self._kept: dict[str, tuple[float, Readiness]] = {}

    async def lines(self) -> list[Readiness]:
        """One per dependency, in their order."""
        return [await self._line(name, probe) for name, probe in self._probes.items()]

    async def _line(self, name: str, probe: Probe) -> Readiness:
        kept = self._kept.get(name)
        if kept is not None and self._timer() - kept[0] < KEPT_S:
            return kept[1]
        line = await probe()
        self._kept[name] = (self._timer(), line)
        return line


def database(store: Store) -> Probe:
    async def probe() -> Readiness:
        alive = await store.is_alive()
        return Readiness("database", alive, "ok" if alive else "does not answer; see the log")

    return probe


def slack_socket(socket: SlackSocket) -> Probe:
    async def probe() -> Readiness:
        connected = await socket.is_connected()
        return Readiness("slack", connected, "ok" if connected else socket.note)

    return probe


def zoom_socket(socket: ZoomSocket) -> Probe:
    async def probe() -> Readiness:
        return Readiness("zoom_events", socket.connected, "ok" if socket.connected else socket.note)

    return probe


def slack_outbox(slack: Probe, outbox: Outbox) -> Probe:
    """What else is known of Slack, unless it refuses what is to be sent."""

    async def probe() -> Readiness:
        if outbox.trouble is not None:
            return Readiness("slack", False, f"Slack says {outbox.trouble}; alerts wait")
        return await slack()

    return probe


def slack_token(client: AsyncWebClient) -> Probe:
    async def probe() -> Readiness:
        try:
            await client.auth_test()
        except SlackApiError as error:
            return Readiness("slack", False, f"Slack says {error.response.get('error')}")
        except (SlackClientError, aiohttp.ClientError, TimeoutError, OSError) as error:
            return Readiness("slack", False, f"cannot reach Slack ({type(error).__name__})")
        return Readiness("slack", True)

    return probe


def zoom_token(name: str, account: ZoomAccount) -> Probe:
    async def probe() -> Readiness:
        try:
            await account.tokens.token()
        except QosError as error:
            return Readiness(name, False, f"{error.slug}: {error}")
        return Readiness(name, True)

    return probe
