"""What `python -m bot check` says of Zoom's events: the ways in, whether any came, and what could not be read."""

from collections.abc import AsyncIterator
from datetime import datetime

from bot.blocks.names import clean
from bot.blocks.words import duration
from bot.config import Settings
from bot.errors import StoreError
from bot.ports import FeedStatus
from bot.store.lock import single_serve_lock
from bot.store.store import Store
from bot.zoom.client import ZoomAccount
from bot.zoom.greeting import what_hinders
from handlers.services import Readiness

WEBHOOK, SOCKET, LAST, UNREAD = "zoom webhook", "zoom events socket", "zoom events", "zoom events unread"
HELLO_WITHIN_S = 10.0

NO_WEBHOOK = (
    "ZOOM_WEBHOOK_SECRET_TOKEN is not set, so /zoom/events answers 503; for events by webhook set it to the Secret "
    "Token of the Zoom app"
)
BY_SOCKET = "ZOOM_WEBHOOK_SECRET_TOKEN is not set; events come by WebSocket, which carries none of Video SDK sessions"
NONE_YET = (
    "none yet; add the QSS events (Meeting participant QoS summary and the others of the README) under Event "
    "subscriptions of the Zoom app; Zoom sends them from the next call on"
)
HELD = "not tried: the running bot holds the connection, and a second one could end it; its /ready tells"


async def event_lines(
    settings: Settings, store: Store, account: ZoomAccount | None, now: datetime
) -> AsyncIterator[Readiness]:
    """One per piece; only a WebSocket that was asked for and does not work fails.

    Raises:
        StoreError: the database cannot be asked.
    """
    yield webhook_line(settings)
    if settings.zoom_events_url is not None and account is not None:
        yield await _socket(settings, settings.zoom_events_url, account)
    for line in feed_lines(await store.feed.status(), now):
        yield line


def webhook_line(settings: Settings) -> Readiness:
    secret = settings.zoom_webhook_secret_token
    many = len([one for one in (secret.get_secret_value() if secret else "").split(",") if one.strip()])
    if many:
        word = "one secret" if many == 1 else f"{many} secrets"
        return Readiness(WEBHOOK, True, f"{word} set; POST /zoom/events takes what is signed with it")
    return Readiness(WEBHOOK, True, NO_WEBHOOK if settings.zoom_events_url is None else BY_SOCKET)


async def _socket(settings: Settings, url: str, account: ZoomAccount) -> Readiness:
    if _is_served(settings):
        return Readiness(SOCKET, True, HELD)
    hinders = await what_hinders(url, account.tokens, HELLO_WITHIN_S)
    return Readiness(SOCKET, hinders is None, hinders or "connects, and Zoom says hello")


def _is_served(settings: Settings) -> bool:
    """Known for SQLite only."""
    try:
        with single_serve_lock(settings.database_url):
            return False
    except StoreError as error:
        return error.slug == "already_running"


def feed_lines(status: FeedStatus, now: datetime) -> list[Readiness]:
    """The last event, and what could not be read. Neither fails: without events the bot answers from REST."""
    if status.received_at is None:
        return [Readiness(LAST, True, NONE_YET)]
    ago = duration(now - status.received_at)
    lines = [Readiness(LAST, True, f"the last one came {ago} ago, {status.received_at:%Y-%m-%d %H:%M} UTC")]
    if status.buried:
        why = clean(status.buried_reason, 160) or "not known why"
        note = f"{status.buried:,} kept aside; the last one: {why}. Zoom may have changed a format: look for an update"
        lines.append(Readiness(UNREAD, True, note))
    return lines
