"""The composition root: knows every concrete class and builds them; `bot.serving` runs them, the CLI asks them."""

import time
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime

import aiohttp
import httpx
from pydantic import SecretStr
from slack_bolt.async_app import AsyncApp
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient
from starlette.routing import Route

import handlers
from bot.alerting import Alerting, alerting
from bot.asking import asking
from bot.blocks.report import summary
from bot.config import Settings
from bot.domain.limits import parse_limits
from bot.domain.model import Kind, MeetingRef, Report, View
from bot.errors import NotConfigured
from bot.feeding import Feed, Work, feed, work_on
from bot.readiness import Probe, Readings, database, slack_outbox, slack_socket, slack_token, zoom_socket, zoom_token
from bot.services.live import LiveCalls
from bot.services.replay import replayed
from bot.services.report import Reports
from bot.services.sharing import Sharing
from bot.slack.poster import SlackPoster
from bot.slack.socket import SlackSocket
from bot.store.store import Store
from bot.telemetry import Telemetry
from bot.zoom.client import ZoomAccount, ZoomClient
from bot.zoom.pacing import Pacer
from bot.zoom.tokens import ServerToServerTokens, VideoSdkTokens
from handlers.services import Services
from handlers.tasks import Running

POSTED_WITHIN_S = 60.0
"""How long `replay --post` waits in all for a Slack that puts it off; `serve` sends what is left."""


def utc_now() -> datetime:
    """The one clock of the process."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Core:
    """What every command needs: the store, Zoom, and reports over both."""

    settings: Settings
    store: Store
    accounts: Mapping[Kind, ZoomAccount]
    telemetry: Telemetry
    reports: Reports
    live: LiveCalls
    feed: Feed


@dataclass(frozen=True, slots=True)
class Application:
    """A whole bot, built and not yet running. `work` goes on for as long as it runs; whatever of it ends, stops it."""

    services: Services
    routes: list[Route]
    socket: SlackSocket | None
    work: Mapping[str, Work] = field(default_factory=dict)


@asynccontextmanager
async def core(settings: Settings, *, events_alert: bool = True) -> AsyncIterator[Core]:
    """Open the store (migrating it) and the way to Zoom; close both at the end.

    `events_alert` False: channels are not told of what events change that this process takes in.

    Raises:
        StoreError: the database cannot be used.
    """
    async with AsyncExitStack() as stack:
        store = await stack.enter_async_context(Store.open(settings.database_url))
        telemetry = Telemetry()
        http = httpx.AsyncClient(follow_redirects=False)
        accounts = zoom_accounts(settings, http, store)
        zoom = ZoomClient(
            http,
            settings.zoom_api_url,
            accounts,
            utc_now,
            page_size=settings.zoom_page_size,
            observe=telemetry.zoom_request,
        )
        stack.push_async_callback(zoom.aclose)  # gives back what it reserved of the day's calls
        live = LiveCalls(store.feed, store, zoom, utc_now)
        reports = Reports(
            store,
            zoom,
            utc_now,
            telemetry,
            reading=settings.zoom_directions,
            limits=parse_limits(settings.limits),
            timer=time.monotonic,
            live=live,
        )
        account = accounts.get(Kind.MEETING)
        events = feed(settings, store, telemetry, utc_now, account, alerting=events_alert)
        yield Core(settings, store, accounts, telemetry, reports, live, events)


@asynccontextmanager
async def opened(settings: Settings, *, own_process: bool = False) -> AsyncIterator[Application]:
    """Build the whole bot around an open core. `own_process`: events are worked on in another."""
    async with AsyncExitStack() as stack:
        base = await stack.enter_async_context(core(settings))
        session = await stack.enter_async_context(aiohttp.ClientSession())
        client = slack_client(settings, session)
        slack = AsyncApp(client=client, signing_secret=_reveal(settings.slack_signing_secret) or None)
        socket = _socket(settings, slack)
        patient = SlackPoster(slack_client(settings, session, retries=False))
        alarm = alerting(base.store, base.reports, patient, utc_now)
        services = _services(base, SlackPoster(client), slack, socket, alarm)
        handlers.register(slack, services)
        routes = handlers.routes(slack, services, slack_over_http=socket is None)
        rung = alarm.bell.set
        work = work_on(settings, base.store, base.feed, base.live, base.reports, utc_now, rung, own_process=own_process)
        yield Application(services, routes, socket, {**work, **alarm.work()})


async def one_report(settings: Settings, ref: MeetingRef, view: View, *, refresh: bool) -> Report:
    """One report for the command line.

    Raises:
        QosError: as the report service does.
    """
    async with core(settings) as base:
        return await base.reports.report(ref, view, refresh=refresh)


async def replay(settings: Settings, lines: Iterable[bytes], *, post: bool = False) -> Mapping[str, int]:
    """Events out of a file, taken in and processed, for the command line; counts by what became of them.

    `post`: alerts are decided as of the events' own time, and sent.

    Raises:
        StoreError: the database cannot take them.
        NotConfigured: `post` without a Slack token.
    """
    if post and settings.slack_bot_token is None:
        absent = ("SLACK_BOT_TOKEN",)
        raise NotConfigured(
            "not_configured", "SLACK_BOT_TOKEN is missing.", "Set it, or leave out --post.", settings=absent
        )
    async with core(settings, events_alert=post) as base:
        counts = await replayed(base.feed.ingest, base.store.feed, lines)
        if post:
            await _post_all(settings, base)
        return counts


async def _post_all(settings: Settings, base: Core) -> None:
    async with aiohttp.ClientSession() as session:
        poster = SlackPoster(slack_client(settings, session, retries=False))
        alarm = alerting(base.store, base.reports, poster, utc_now, then=True)
        while await alarm.alerts.process():
            pass
        await alarm.outbox.drain(POSTED_WITHIN_S)


async def forget(settings: Settings, email: str) -> Mapping[str, int]:
    """A person erased, for the command line: counts of what was, by name.

    Raises:
        StoreError: the database cannot be used; nothing was erased.
    """
    async with Store.open(settings.database_url) as store:
        return asdict(await store.forget(email))


def as_text(report: Report) -> str:
    """The report as plain text, the same that a screen reader gets in Slack."""
    return summary(report, now=utc_now(), state="").text


def slack_client(settings: Settings, session: aiohttp.ClientSession, *, retries: bool = True) -> AsyncWebClient:
    """One HTTP session for all calls; with `retries` 429 and 5xx are tried again as Slack's `Retry-After` says."""
    again = [AsyncRateLimitErrorRetryHandler(max_retry_count=2), AsyncServerErrorRetryHandler()] if retries else []
    return AsyncWebClient(
        token=_reveal(settings.slack_bot_token),
        base_url=settings.slack_api_url,
        session=session,
        retry_handlers=again,
    )


def zoom_accounts(settings: Settings, http: httpx.AsyncClient, store: Store) -> dict[Kind, ZoomAccount]:
    """Meetings and webinars share one account, its tokens and its pace; Video SDK sessions have their own."""
    accounts: dict[Kind, ZoomAccount] = {}
    account_id, client_id = settings.zoom_account_id, settings.zoom_client_id
    if account_id and client_id and settings.zoom_client_secret:
        secret = settings.zoom_client_secret.get_secret_value()
        tokens = ServerToServerTokens(http, settings.zoom_oauth_url, account_id, client_id, secret, utc_now)
        rest = ZoomAccount(tokens, Pacer(f"account:{account_id}", settings.zoom_plan, store, utc_now))
        accounts |= {Kind.MEETING: rest, Kind.WEBINAR: rest}
    if settings.zoom_videosdk_api_key and settings.zoom_videosdk_api_secret:
        key, secret = settings.zoom_videosdk_api_key, settings.zoom_videosdk_api_secret.get_secret_value()
        pace = Pacer(f"videosdk:{key}", settings.zoom_videosdk_plan, store, utc_now)
        accounts[Kind.SESSION] = ZoomAccount(VideoSdkTokens(key, secret, utc_now), pace)
    return accounts


def _socket(settings: Settings, slack: AsyncApp) -> SlackSocket | None:
    token = _reveal(settings.slack_app_token)
    return SlackSocket(slack, token, settings.slack_api_url) if token else None


def _services(
    base: Core, poster: SlackPoster, slack: AsyncApp, socket: SlackSocket | None, alarm: Alerting
) -> Services:
    return Services(
        reports=base.reports,
        sharing=Sharing(poster, base.store),
        poster=poster,
        ingest=base.feed.ingest,
        subscriptions=alarm.subscriptions,
        alerts=alarm.alerts,
        asking=asking(base.store, base.reports, utc_now),
        questions=base.store.questions,
        feed_status=base.store.feed.status,
        clock=utc_now,
        meter=base.telemetry,
        running=Running(),
        readiness=Readings(_probes(base, slack.client, socket, alarm)).lines,
        metrics_text=base.telemetry.render,
    )


def _probes(base: Core, client: AsyncWebClient, socket: SlackSocket | None, alarm: Alerting) -> dict[str, Probe]:
    slack = slack_outbox(slack_socket(socket) if socket else slack_token(client), alarm.outbox)
    probes = {"database": database(base.store), "slack": slack}
    if base.feed.socket is not None:
        probes["zoom_events"] = zoom_socket(base.feed.socket)
    accounts = {"zoom": base.accounts.get(Kind.MEETING), "zoom_videosdk": base.accounts.get(Kind.SESSION)}
    return probes | {name: zoom_token(name, account) for name, account in accounts.items() if account is not None}


def _reveal(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret else ""
