"""Everything that can go wrong at Zoom, one row each: what is answered, or what happens to the connection instead."""

from dataclasses import dataclass
from typing import Literal

Delivery = Literal["json", "page", "empty", "hang", "reset", "cut-off", "truncated", "code-zero", "odd-row", "no-pages"]
"""`json`: the row's own body; `page`: a gateway's HTML; `hang` to `cut-off`: no whole answer.

The rest spoil a good answer.
"""


@dataclass(frozen=True, slots=True)
class Failure:
    """One row. `message` may hold `{thing}`, `{Thing}`, `{id}` and `{scopes}`; `error` set: the token endpoint's shape.

    `retry` says which limit a 429 speaks of; `retry_after` None: as the rules say.
    """

    name: str
    status: int = 200
    code: int | None = None
    message: str = ""
    delivery: Delivery = "json"
    error: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    retry: Literal["", "second", "daily"] = ""
    retry_after: Literal["iso", "seconds", "missing"] | None = None


_SUBSCRIBE = (
    "Event subscription not found. Subscribe to the Webinar Participant QoS Summary event in your Marketplace app "
    "to get access to this API."
)
_NO_DETAIL = (
    "This {thing}'s detail info is not available. The {Thing} ID is not valid or the {thing} has not ended yet."
)
_SECOND = "You have reached the maximum per-second rate limit for this API. Try again later."
_DAILY = (
    "You have reached the maximum daily rate limit for this API. Refer to the response header for details on when "
    "you can make another request."
)
_SCOPES = "Invalid access token, does not contain scopes:[{scopes}]."

ROWS: tuple[Failure, ...] = (
    # what the operations answer
    Failure("too-old", 400, 12702, "Can not access a {thing} a year ago."),
    Failure("no-subscription", 400, 200, _SUBSCRIBE),
    Failure("no-dashboard", 400, 200, "Only available for paid accounts that have dashboard feature enabled."),
    Failure("not-videosdk", 400, 200, "This API is only available for Video SDK accounts."),
    Failure("wrong-token-kind", 400, 200, "Invalid api key or secret."),
    Failure("paid-user", 400, 200, "Only available for Paid user: {id}"),
    Failure("bare-400", 400, None, "Bad Request"),
    Failure("bare-404", 404, delivery="empty"),
    Failure("page-size", 400, 300, "Validation Failed.", fields=(("page_size", "Invalid field."),)),
    Failure("type", 400, 300, "Validation Failed.", fields=(("type", "Invalid field."),)),
    Failure("page-token", 400, 301, "Next page token is not valid"),
    Failure(
        "plan",
        400,
        400,
        "This API is only available for ZMP and Business+ accounts that have dashboard feature enabled.",
    ),
    Failure("bad-token", 401, 124, "Invalid access token."),
    Failure("missing-scope", 400, 4711, _SCOPES),
    Failure("missing-scope-401", 401, 4711, _SCOPES),
    Failure("missing-scope-4700", 401, 4700, _SCOPES),
    Failure("empty-token", 401, 4700, "Token cannot be empty."),
    Failure("forbidden", 403, None, "Forbidden"),
    Failure("no-access", 403, None, "The authenticated user has not permitted access to the targeted resource."),
    Failure("not-found", 404, 3001, _NO_DETAIL),
    Failure("no-such", 404, 3001, "{Thing} does not exist: {id}."),
    Failure("no-endpoint", 404, 2300, "This API endpoint is not recognized."),
    Failure("rate-second", 429, 429, _SECOND, retry="second"),
    Failure("rate-second-no-headers", 429, 429, _SECOND, retry="second", retry_after="missing"),
    Failure("rate-daily", 429, 429, _DAILY, retry="daily"),
    Failure("rate-daily-no-headers", 429, 429, _DAILY, retry="daily", retry_after="missing"),
    Failure("too-many-at-once", 429, None, "Too many concurrent requests. A request for this resource is in progress."),
    Failure("server-error", 500, 500, "Internal server error."),
    Failure("bad-gateway", 502, delivery="page"),
    Failure("unavailable", 503, delivery="page"),
    Failure("error-in-200", 200, 3001, _NO_DETAIL),
    Failure("page-in-200", 200, delivery="page"),
    # what happens to the connection, or to an otherwise good answer
    Failure("hang", delivery="hang"),
    Failure("reset", delivery="reset"),
    Failure("cut-off", delivery="cut-off"),
    Failure("truncated", delivery="truncated"),
    Failure("code-zero", delivery="code-zero"),
    Failure("odd-row", delivery="odd-row"),
    Failure("no-next-page-key", delivery="no-pages"),
    # the token endpoint
    Failure("token-client", 400, 4702, "Invalid client_id or client_secret", error="invalid_client"),
    Failure("token-account", 400, None, "Bad Request", error="invalid_request"),
    Failure("token-grant", 400, None, "Invalid grant", error="invalid_grant"),
    Failure(
        "token-grant-type",
        400,
        4705,
        "Grant type is not supported from token endpoint.",
        error="unsupported_grant_type",
    ),
    Failure("token-missing", 400, 4706, "Client ID or client secret is missing.", error="invalid_request"),
    Failure("token-disabled", 400, 4717, "The app has been disabled.", error="invalid_client"),
)

FAILURES = {row.name: row for row in ROWS}


def body(row: Failure, thing: str, ident: str, scopes: str) -> dict[str, object]:
    """The JSON of a `json` row, in the shape of the API or of the token endpoint."""
    if row.error:
        code = {} if row.code is None else {"code": row.code}
        return {"reason": row.message, "error": row.error, **code}
    message = row.message.format(thing=thing, Thing=thing.capitalize(), id=ident, scopes=scopes)
    flat: dict[str, object] = {} if row.code is None else {"code": row.code}
    flat["message"] = message
    if row.fields:
        flat["errors"] = [{"field": field, "message": text} for field, text in row.fields]
    return flat
