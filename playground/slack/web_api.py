"""The Web API's door: exactly the methods the bot may use; tokens, scopes, rate limits, then the method.

Source: docs.slack.dev reference/methods. Anything outside the table is `unknown_method`.
"""

from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse

from playground.slack import chat_methods, other_methods
from playground.slack.calls import ApiError, Arguments, arguments_of
from playground.slack.limits import RateLimits
from playground.slack.model import Json
from playground.slack.settings import Settings
from playground.slack.workspace import Workspace

Handler = Callable[[Workspace, Settings, Arguments], Json]


@dataclass(frozen=True, slots=True)
class Method:
    run: Handler
    any_scope: tuple[str, ...] = ()
    """One of these must be granted; methods whose scope depends on the channel check it themselves."""
    posts: bool = False
    """Counts against one message a second per channel."""


_READ = tuple(other_methods.READ_SCOPE.values())

METHODS: dict[str, Method] = {
    "auth.test": Method(other_methods.auth_test),
    "chat.postMessage": Method(chat_methods.post_message, ("chat:write",), posts=True),
    "chat.update": Method(chat_methods.update, ("chat:write",)),
    "chat.getPermalink": Method(chat_methods.permalink),
    "chat.postEphemeral": Method(chat_methods.post_ephemeral, ("chat:write",), posts=True),
    "conversations.info": Method(other_methods.conversation_info, _READ),
    "conversations.join": Method(other_methods.conversation_join, ("channels:join",)),
    "conversations.open": Method(other_methods.conversation_open, ("im:write", "mpim:write")),
    "users.info": Method(other_methods.user_info, ("users:read",)),
    "views.open": Method(other_methods.view_open),
    "views.update": Method(other_methods.view_update),
    "reactions.add": Method(chat_methods.add_reaction, ("reactions:write",)),
    "files.getUploadURLExternal": Method(other_methods.upload_url, ("files:write",)),
    "files.completeUploadExternal": Method(other_methods.complete_upload, ("files:write",)),
    "files.info": Method(other_methods.file_info, ("files:read",)),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A refusal to play once instead of the method: an `error`, an HTTP status, or a 429 with `Retry-After`."""

    error: str
    status: int = 200
    retry_after_s: int | None = None


class WebApi:
    """Answers `/api/{method}` and keeps a record of the calls it saw."""

    def __init__(self, workspace: Workspace, settings: Settings, socket_address: Callable[[], str]) -> None:
        self._workspace = workspace
        self._settings = settings
        self._socket_address = socket_address
        self._limits = RateLimits(workspace.now)
        self.faults: dict[str, deque[Fault]] = defaultdict(deque)
        self.calls: deque[str] = deque(maxlen=10_000)
        """Names of the methods called, oldest first."""

    async def endpoint(self, request: Request) -> JSONResponse:
        headers: dict[str, str] = {}
        try:
            answer, status = await self._answer(request, headers), 200
        except ApiError as refusal:
            answer, status = {"ok": False, "error": refusal.error, **refusal.extra}, refusal.status
            headers |= refusal.headers
        return JSONResponse(answer, status, headers)

    async def _answer(self, request: Request, headers: dict[str, str]) -> Json:
        name = request.path_params["method"]
        args, token = await arguments_of(request)
        self.calls.append(name)
        if name == "apps.connections.open":
            return self._open_connection(token)
        method = METHODS.get(name)
        if method is None:
            raise ApiError("unknown_method", req_method=name)
        self._authenticate(token)
        headers["x-oauth-scopes"] = ",".join(sorted(self._settings.scopes))
        headers["x-accepted-oauth-scopes"] = ",".join(method.any_scope)
        if method.any_scope:
            chat_methods.needs(self._settings, *method.any_scope)
        self._play_fault(name)
        wait_s = self._limits.check(
            name, args.optional("channel") if method.posts else None, self._settings.strict_rate
        )
        if wait_s is not None:
            raise _too_many(wait_s)
        return {"ok": True, **method.run(self._workspace, self._settings, args)}

    def _open_connection(self, token: str | None) -> Json:
        if token is None:
            raise ApiError("not_authed")
        if token != self._settings.app_token:
            wrong_kind = token == self._settings.bot_token
            raise ApiError("not_allowed_token_type" if wrong_kind else "invalid_auth")
        self._play_fault("apps.connections.open")
        return {"ok": True, "url": self._socket_address()}

    def _authenticate(self, token: str | None) -> None:
        if not token:
            raise ApiError("not_authed")
        if token == self._settings.app_token:
            raise ApiError("not_allowed_token_type")
        if token != self._settings.bot_token:
            raise ApiError("invalid_auth")

    def _play_fault(self, name: str) -> None:
        if not self.faults[name]:
            return
        fault = self.faults[name].popleft()
        if fault.retry_after_s is not None:
            raise _too_many(fault.retry_after_s)
        raise ApiError(fault.error, status=fault.status)


def _too_many(wait_s: int) -> ApiError:
    return ApiError("ratelimited", status=429, headers={"Retry-After": str(wait_s)})
