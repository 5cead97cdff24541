"""Asks Zoom over HTTP and yields pages: the `ZoomSource` port. What an answer means is decided in wire and failures."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, replace
from time import monotonic
from urllib.parse import urlencode

import httpx
import orjson
import structlog

from bot.domain.model import Kind, MeetingRef
from bot.errors import NotConfigured, ZoomError
from bot.ports import AttendancePage, Clock, Details, SummaryPage
from bot.zoom import wire
from bot.zoom.failures import Asked, Operation, failure, garbled, unreachable
from bot.zoom.ids import encode_id
from bot.zoom.pacing import Pace
from bot.zoom.paging import Paging
from bot.zoom.retries import REFUSED_TOKEN, Attempts, Sleep
from bot.zoom.tokens import TIMEOUT, TokenSource

SURE_PAGE_SIZE = 10
"""The documented maximum of `qos_summary`; what we fall back to when Zoom refuses more."""

ATTENDANCE_PAGE_SIZE = 300
"""The documented maximum of the participant lists."""

_PATHS = {
    Kind.MEETING: ("/metrics/meetings/", "/participants"),
    Kind.WEBINAR: ("/metrics/webinars/", "/participants"),
    Kind.SESSION: ("/videosdk/sessions/", "/users"),
}
_SETTINGS = {
    Kind.MEETING: ("ZOOM_ACCOUNT_ID", "ZOOM_CLIENT_ID", "ZOOM_CLIENT_SECRET"),
    Kind.WEBINAR: ("ZOOM_ACCOUNT_ID", "ZOOM_CLIENT_ID", "ZOOM_CLIENT_SECRET"),
    Kind.SESSION: ("ZOOM_VIDEOSDK_API_KEY", "ZOOM_VIDEOSDK_API_SECRET"),
}

Observe = Callable[[str, str], None]
"""Called once per request with the operation and its outcome (`ok` or a slug), for metrics."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class ZoomAccount:
    """What is shared by all calls to one account: its tokens and its pace."""

    tokens: TokenSource
    pace: Pace


class ZoomClient:
    """Zoom's three `qos_summary` operations, and who, where and when, for all three kinds.

    Args:
        http: closed by `aclose`. Redirects are never followed, they would carry the token elsewhere.
        api_url: without a slash at its end, e.g. `https://api.zoom.us/v2`.
        accounts: one per kind that is configured; meetings and webinars share one.
        page_size: rows asked for per summary page.
        deadline_s: seconds for one request with all its repeats, our own pacing not counted.
        sleep, timer, now: time, so that tests need not wait.
    """

    def __init__(
        self,
        http: httpx.AsyncClient,
        api_url: str,
        accounts: Mapping[Kind, ZoomAccount],
        now: Clock,
        *,
        page_size: int = SURE_PAGE_SIZE,
        deadline_s: float = 30.0,
        sleep: Sleep = asyncio.sleep,
        timer: Callable[[], float] = monotonic,
        observe: Observe = lambda _operation, _outcome: None,
    ) -> None:
        self._http = http
        self._api_url = api_url.rstrip("/")
        self._accounts = dict(accounts)
        self._now = now
        self._page_size = page_size
        self._deadline_s = deadline_s
        self._sleep = sleep
        self._timer = timer
        self._observe = observe

    async def summaries(self, ref: MeetingRef) -> AsyncIterator[SummaryPage]:
        """Pages of `qos_summary`, as they arrive.

        Raises:
            ZoomError: a row of `refusals.py` or `signin_refusals.py`, `zoom_unreachable`, `zoom_garbled`.
            NotConfigured: the settings for this kind are missing.
        """
        query = {"page_size": str(self._page_size)}
        async with aclosing(self._pages(Asked(Operation.SUMMARY, ref.kind, ref), query)) as pages:
            async for body, restarted in pages:
                page, _ = wire.summary_page(ref.kind, body)
                yield replace(page, restarted=True) if restarted else page

    async def attendance(self, ref: MeetingRef, *, live: bool = False) -> AsyncIterator[AttendancePage]:
        """Pages of the participant list: one row per join. `live`: of a call that runs. Raises as `summaries` does."""
        query = {"type": "live" if live else "past", "page_size": str(ATTENDANCE_PAGE_SIZE)}
        async with aclosing(self._pages(Asked(Operation.ATTENDANCE, ref.kind, ref), query)) as pages:
            async for body, restarted in pages:
                page, _ = wire.attendance_page(ref.kind, body)
                yield replace(page, restarted=True) if restarted else page

    async def details(self, ref: MeetingRef) -> Details:
        """Topic, host, times and head count; of a number, Zoom's latest instance. Raises as `summaries` does."""
        body = await self._get(Asked(Operation.DETAILS, ref.kind, ref), urlencode({"type": "past"}))
        found = wire.details(ref.kind, body)
        subject = replace(found.subject, number=ref.number or found.subject.number, uuid=ref.uuid or found.subject.uuid)
        return replace(found, subject=subject)

    async def aclose(self) -> None:
        """Give back what was reserved of the day's calls, and close the connections."""
        for account in {id(account): account for account in self._accounts.values()}.values():
            await account.pace.aclose()
        await self._http.aclose()

    async def _pages(self, asked: Asked, query: dict[str, str]) -> AsyncGenerator[tuple[dict[str, object], bool], None]:
        paging = Paging(asked, query)
        while True:
            try:
                body = await self._get(asked, paging.parameters())
            except ZoomError as error:
                if not self._mended(paging, error):
                    raise
                continue
            yield body, paging.restarted
            try:
                if not paging.advance(body):
                    return
            except ZoomError as error:
                self._report(asked, error)
                raise

    def _mended(self, paging: Paging, error: ZoomError) -> bool:
        """Whether the list can be asked for again: with a smaller page, or once more from its beginning."""
        size = int(paging.query["page_size"])
        if paging.asked.operation is Operation.SUMMARY and error.code == 300 and size > SURE_PAGE_SIZE:
            if self._page_size > SURE_PAGE_SIZE:
                log.warning("zoom_page_size_refused", asked=size, using=SURE_PAGE_SIZE)
                self._page_size = SURE_PAGE_SIZE
            paging.query = {**paging.query, "page_size": str(SURE_PAGE_SIZE)}
            paging.begin_anew()
            return True
        if error.slug == "page_token_expired" and paging.token is not None and paging.may_restart:
            log.warning("zoom_paging_restarted", operation=str(paging.asked.operation), kind=str(paging.asked.kind))
            paging.may_restart = False
            paging.begin_anew()
            return True
        return False

    async def _get(self, asked: Asked, query: str) -> dict[str, object]:
        account = self._accounts.get(asked.kind)
        if account is None:
            raise _not_configured(asked.kind)
        attempts = Attempts(self._deadline_s, self._timer, self._now)
        url = f"{self._api_url}{_path(asked)}?{query}"
        try:
            return await self._try(account, asked, url, attempts)
        except ZoomError as error:
            failed: ZoomError | None = error

        async def once_more() -> dict[str, object]:
            """The failure that is known already, so that it counts and is waited for; then new tries."""
            nonlocal failed
            if failed is not None:
                error, failed = failed, None
                raise error
            return await self._try(account, asked, url, attempts)

        # Only now: setting the machinery of repeating up costs a tenth of a page, and most first tries succeed.
        body: dict[str, object] = await attempts.again(self._sleep)(once_more)
        return body

    async def _try(self, account: ZoomAccount, asked: Asked, url: str, attempts: Attempts) -> dict[str, object]:
        """One request. Each failure is logged here, where its reference and Zoom's tracking id are at hand."""
        token = ""
        try:
            asked_at = self._timer()
            await account.pace.acquire()
            attempts.paused(self._timer() - asked_at)
            async with asyncio.timeout(attempts.left_s):
                token = await account.tokens.token()
                response = await self._send(asked, url, token)
            body = _json(response)
            error = failure(response.status_code, body, response.headers, asked, self._now())
            if error is not None:
                raise error
        except TimeoutError as error:
            late = unreachable(asked)
            self._note(account, asked, token, late, attempts)
            raise late from error
        except ZoomError as error:
            self._note(account, asked, token, error, attempts)
            raise
        self._observe(asked.operation, "ok")
        return body if isinstance(body, dict) else {}

    async def _send(self, asked: Asked, url: str, token: str) -> httpx.Response:
        headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
        try:
            return await self._http.get(url, headers=headers, follow_redirects=False, timeout=TIMEOUT)
        except httpx.DecodingError as error:
            raise garbled(asked) from error
        except httpx.RemoteProtocolError as error:
            # httpx has one error for "no answer at all" and for "the body broke off".
            raise (garbled(asked) if "body" in str(error) else unreachable(asked)) from error
        except httpx.TransportError as error:
            raise unreachable(asked) from error

    def _note(self, account: ZoomAccount, asked: Asked, token: str, error: ZoomError, attempts: Attempts) -> None:
        attempts.failed(error)
        if token and error.slug in (REFUSED_TOKEN, "missing_scope"):
            account.tokens.invalidate(token)  # scopes granted meanwhile are only in a new token
        if error.slug == "daily_limit" and error.status is not None:
            account.pace.used_up(error.retry_at)
        self._report(asked, error)

    def _report(self, asked: Asked, error: ZoomError) -> None:
        self._observe(asked.operation, error.slug)
        log.warning(
            "zoom_request_failed",
            operation=str(asked.operation),
            kind=str(asked.kind),
            slug=error.slug,
            status=error.status,
            code=error.code,
            tracking_id=error.tracking_id,
            ref=error.ref,
        )


def _path(asked: Asked) -> str:
    before, people = _PATHS[asked.kind]
    after = {Operation.SUMMARY: f"{people}/qos_summary", Operation.ATTENDANCE: people}.get(asked.operation, "")
    return f"{before}{encode_id(asked.ref.id) if asked.ref else ''}{after}"


def _json(response: httpx.Response) -> object:
    """The body, or None where it is not JSON.

    A display name cut inside an emoji leaves half a surrogate pair, which only the standard library reads; it becomes
    a question mark, for it can neither be stored nor sent.
    """
    try:
        return orjson.loads(response.content)
    except orjson.JSONDecodeError:
        pass
    try:
        lenient = json.dumps(json.loads(response.content), ensure_ascii=False)
        return orjson.loads(lenient.encode("utf-8", "replace"))
    except ValueError:
        return None


def _not_configured(kind: Kind) -> NotConfigured:
    settings = _SETTINGS[kind]
    return NotConfigured(
        "not_configured",
        f"The bot has no access to Zoom's {kind}s: {', '.join(settings)} are not set.",
        "Whoever runs the bot sets them, as the README describes, and starts it again.",
        settings=settings,
    )
