"""`python -m bot check`: the configuration, piece by piece, one line each with what to do about it."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from datetime import datetime
from email.utils import parsedate_to_datetime

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.app import core, slack_client, utc_now
from bot.config import Settings, problems_for_serving
from bot.domain.model import Kind
from bot.errors import QosError
from bot.event_checks import event_lines
from bot.zoom.tokens import ServerToServerTokens
from handlers.services import Readiness

SLACK_SCOPES = {
    "commands": "/qos",
    "chat:write": "sharing a summary",
    "channels:join": "joining a public channel before posting there",
    "channels:read": "seeing whether a channel is archived or shared with another company",
    "groups:read": "the same for private channels",
    "im:write": "sending a summary to your DM",
    "im:history": "reading what you write there",
    "app_mentions:read": "answering a mention",
    "files:write": "the CSV of a call",
    "users:read": "the time zone of quiet hours, and who made a subscription",
}
"""Bot scopes of manifest.yml with what each is for (a test compares them)."""

OPTIONAL_SCOPES = {
    "channels:history": "hearing replies under its messages without a mention",
    "groups:history": "the same in private channels",
    "users:read.email": 'finding the asker of "was it me?" in the call',
    "reactions:write": "showing that an answer takes a moment, and taking thanks",
}
"""Without these the bot works, and does less."""

ZOOM_SCOPES = (
    ("meeting summaries", "dashboard:read:list_meeting_participants_qos:admin", "dashboard_meetings:read:admin"),
    ("webinar summaries", "dashboard:read:list_webinar_participants_qos:admin", "dashboard_webinars:read:admin"),
    ("meeting topic and times", "dashboard:read:meeting:admin", "dashboard_meetings:read:admin"),
    ("meeting networks", "dashboard:read:list_meeting_participants:admin", "dashboard_meetings:read:admin"),
    ("webinar topic and times", "dashboard:read:webinar:admin", "dashboard_webinars:read:admin"),
    ("webinar networks", "dashboard:read:list_webinar_participants:admin", "dashboard_webinars:read:admin"),
)
"""What each scope is for, its granular name, and the classic one that grants it too (Zoom, Dashboard pages)."""

CLASSIC_FOR_ALL = "dashboard:read:admin"
MOST_SKEW_S = 60.0
"""Slack refuses requests signed 300 s ago; a minute off is already worth mending."""

UNREACHABLE = (SlackClientError, aiohttp.ClientError, TimeoutError, OSError)


async def check(settings: Settings) -> list[Readiness]:
    """Every line; nothing is posted and nothing but the database's own migration is written."""
    return [line async for line in _lines(settings)]


async def _lines(settings: Settings) -> AsyncIterator[Readiness]:
    for problem in problems_for_serving(settings) or [""]:
        name, _, note = problem.partition(": ")
        yield Readiness(name, False, note) if problem else Readiness("settings", True)
    async for line in _slack(settings):
        yield line
    try:
        async with core(settings) as base:
            yield Readiness("database", await base.store.is_alive(), "ok")
            for name, kind in (("zoom", Kind.MEETING), ("zoom video sdk", Kind.SESSION)):
                if kind in base.accounts:
                    async for line in _zoom(name, base.accounts[kind].tokens.token, base.accounts[kind].tokens):
                        yield line
            async for line in event_lines(settings, base.store, base.accounts.get(Kind.MEETING), utc_now()):
                yield line
    except QosError as error:
        yield Readiness("database", False, str(error))


async def _slack(settings: Settings) -> AsyncIterator[Readiness]:
    async with aiohttp.ClientSession() as session:
        if settings.slack_bot_token is not None:
            async for line in _slack_token(slack_client(settings, session)):
                yield line
        if settings.slack_app_token is not None:
            token = settings.slack_app_token.get_secret_value()
            client = AsyncWebClient(token=token, base_url=settings.slack_api_url, session=session)
            yield await _asked("slack socket", "apps.connections.open", client)
        elif settings.slack_signing_secret is not None:
            yield Readiness("slack signing secret", True, "set; Slack proves it with its first request")


async def _slack_token(client: AsyncWebClient) -> AsyncIterator[Readiness]:
    try:
        answer = await client.auth_test()
    except SlackApiError as error:
        yield Readiness("slack token", False, f"Slack says {error.response.get('error')}; copy SLACK_BOT_TOKEN again")
        return
    except UNREACHABLE as error:
        yield Readiness("slack token", False, f"cannot reach {client.base_url} ({type(error).__name__})")
        return
    headers = {str(name).lower(): str(value) for name, value in (answer.headers or {}).items()}
    yield Readiness("slack token", True, f"bot {answer.get('user')} in workspace {answer.get('team')}")
    for line in _slack_scopes(headers.get("x-oauth-scopes")):
        yield line
    yield clock_line(headers.get("date"), utc_now())


def _slack_scopes(granted: str | None) -> Iterable[Readiness]:
    if granted is None:
        yield Readiness("slack scopes", True, "Slack did not say which are granted")
        return
    has = {scope.strip() for scope in granted.split(",")}
    for scope, use in SLACK_SCOPES.items():
        note = use if scope in has else f"missing, needed for {use}; add it under OAuth & Permissions and reinstall"
        yield Readiness(f"slack scope {scope}", scope in has, note)
    for scope, use in OPTIONAL_SCOPES.items():
        yield Readiness(f"slack scope {scope}", True, use if scope in has else f"not granted, so no {use}; optional")


async def _asked(name: str, method: str, client: AsyncWebClient) -> Readiness:
    try:
        await client.api_call(method)
    except SlackApiError as error:
        said = error.response.get("error")
        return Readiness(name, False, f"Slack says {said}; SLACK_APP_TOKEN needs connections:write and Socket Mode on")
    except UNREACHABLE as error:
        return Readiness(name, False, f"cannot reach {client.base_url} ({type(error).__name__})")
    return Readiness(name, True)


def clock_line(date_header: str | None, now: datetime) -> Readiness:
    """This machine's clock against the `Date` of an answer; signatures and tokens depend on it."""
    try:
        skew_s = abs((parsedate_to_datetime(date_header or "") - now).total_seconds())
    except (ValueError, TypeError):
        return Readiness("clock", True, "no time to compare with")
    if skew_s > MOST_SKEW_S:
        return Readiness("clock", False, f"{skew_s:.0f} s off; switch time synchronisation (NTP) on")
    return Readiness("clock", True)


async def _zoom(name: str, token: Callable[[], Awaitable[str]], tokens: object) -> AsyncIterator[Readiness]:
    try:
        await token()
    except QosError as error:
        yield Readiness(f"{name} token", False, str(error))
        return
    yield Readiness(f"{name} token", True)
    if isinstance(tokens, ServerToServerTokens):
        for line in zoom_scope_lines(tokens.scopes):
            yield line


def zoom_scope_lines(granted: frozenset[str]) -> list[Readiness]:
    """One line per scope, by its granular name; a classic scope that grants it counts."""
    lines = []
    for use, granular, classic in ZOOM_SCOPES:
        has = bool(granted & {granular, classic, CLASSIC_FOR_ALL})
        note = use if has else f"missing, needed for {use}; add it to the Zoom app and activate it again"
        lines.append(Readiness(f"zoom scope {granular}", has, note))
    return lines
