"""The table of what Zoom's API can refuse, one row each: when it applies, and what a person reads. First match wins.

Sources: Zoom's QSS API page, Dashboards and Video SDK OpenAPI documents, Zoom's pages on errors, rate limits and OAuth
error messages, and threads of its developer forum. Texts may use {kind}, {subject}, {event}, {scopes}, {status} and
{code}.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.model import Kind


class Operation(StrEnum):
    """What we ask of Zoom; the word also stands in logs."""

    SUMMARY = "qos_summary"
    ATTENDANCE = "participants"
    DETAILS = "details"
    TOKEN = "token"  # noqa: S105 - the name of an operation, not a secret


@dataclass(frozen=True, slots=True)
class Row:
    """`statuses`, `codes`, `says`, `operations` and `kinds` must all match; an empty one matches anything.

    `says` holds alternatives, each a lower-case substring of Zoom's words. A `limited` row waits as Zoom says.
    """

    slug: str
    text: str
    advice: str
    statuses: tuple[int, ...] = ()
    codes: tuple[int | None, ...] = ()
    says: tuple[str, ...] = ()
    operations: tuple[Operation, ...] = ()
    kinds: tuple[Kind, ...] = ()
    retryable: bool = False
    limited: bool = False

    def matches(self, status: int, code: int | None, words: str, operation: Operation, kind: Kind) -> bool:
        """An error body under HTTP 2xx has lost its status, so only code and words count there."""
        by_status = (
            not self.statuses or status in self.statuses or (200 <= status < 300 and bool(self.codes or self.says))
        )
        return (
            by_status
            and (not self.codes or code in self.codes)
            and (not self.says or any(phrase in words for phrase in self.says))
            and (not self.operations or operation in self.operations)
            and (not self.kinds or kind in self.kinds)
        )


_OF_THE_CALL = (Operation.ATTENDANCE, Operation.DETAILS)
SERVER_ERRORS = (408, *range(500, 600))

_MISSING_SCOPE = Row(
    "missing_scope",
    "The Zoom app has not been granted the scope {scopes}.",
    "An admin adds it to the app under Scopes; the bot's next token then has it.",
)
_INVALID_TOKEN = Row(
    "invalid_token",
    "Zoom does not accept the access token, not even a fresh one.",
    "Check that the Zoom app is activated and that ZOOM_ACCOUNT_ID is its account.",
)
_INVALID_SDK_TOKEN = Row(
    "invalid_token",
    "Zoom does not accept the Video SDK key, not even freshly signed.",
    "Check that ZOOM_VIDEOSDK_API_KEY and ZOOM_VIDEOSDK_API_SECRET are the API key and secret, not the SDK key and "
    "secret, and that this machine's clock is right.",
)
_PAGE_TOKEN_EXPIRED = Row(
    "page_token_expired",
    "Zoom no longer knows where we were in its list for {subject}.",
    "Try again in a few minutes.",
    retryable=True,
)

API_ROWS: tuple[Row, ...] = (
    # the limits of the account
    Row(
        "daily_limit",
        "Zoom's daily limit for this account is used up.",
        "Stored meetings still work.",
        statuses=(429,),
        says=("daily",),
        retryable=True,
        limited=True,
    ),
    Row(
        "too_many_concurrent",
        "Zoom is already answering another request about {subject} and takes one at a time.",
        "Try again in a few seconds.",
        statuses=(429,),
        says=("concurrent",),
        retryable=True,
        limited=True,
    ),
    Row(
        "rate_limited",
        "Zoom's limit per second for this account is reached, by all its apps together.",
        "Try again in a minute; if it happens often, check ZOOM_PLAN (for sessions ZOOM_VIDEOSDK_PLAN).",
        statuses=(429,),
        retryable=True,
        limited=True,
    ),
    # the app, its token and its scopes
    replace(_MISSING_SCOPE, says=("does not contain scope",)),
    replace(_MISSING_SCOPE, codes=(4711,)),
    Row(
        "empty_token",
        "Zoom received our request without its token.",
        "Something between here and Zoom removes the Authorization header: check the proxy and ZOOM_API_URL.",
        codes=(4700,),
    ),
    Row(
        "wrong_token_kind",
        "Zoom says that this is the wrong kind of key or token for its REST API.",
        "For meetings and webinars create a Server-to-Server OAuth app; for sessions use the Video SDK's API key and "
        "secret.",
        statuses=(400, 401),
        codes=(200,),
        says=("api key or secret",),
    ),
    replace(_INVALID_SDK_TOKEN, statuses=(401,), kinds=(Kind.SESSION,)),
    replace(_INVALID_SDK_TOKEN, codes=(124,), kinds=(Kind.SESSION,)),
    replace(_INVALID_TOKEN, statuses=(401,)),
    replace(_INVALID_TOKEN, codes=(124,)),
    Row(
        "forbidden",
        "Zoom forbids this key to see {subject}.",
        "Check that the session belongs to the Video SDK account whose API key is in ZOOM_VIDEOSDK_API_KEY.",
        statuses=(403,),
        kinds=(Kind.SESSION,),
    ),
    Row(
        "forbidden",
        "Zoom forbids this app to see {subject}.",
        "An admin checks that the app's owner may view the Dashboard, and that shared access is permitted.",
        statuses=(403,),
    ),
    # the account and its plan
    Row(
        "event_subscription_missing",
        'This Zoom app isn\'t subscribed to "{event}".',
        "An admin adds it under Event subscriptions, QSS; Zoom then has data for {kind}s from that time on.",
        statuses=(400,),
        codes=(200,),
        says=("event subscription not found", "qos summary event"),
    ),
    Row(
        "not_a_videosdk_account",
        "These credentials do not belong to a Video SDK account, so Zoom shows no sessions.",
        "Use the API key and secret of the Video SDK account in ZOOM_VIDEOSDK_API_KEY and ZOOM_VIDEOSDK_API_SECRET.",
        statuses=(400,),
        codes=(200,),
        says=("video sdk account",),
    ),
    Row(
        "dashboard_plan",
        "Zoom gives this only to accounts whose plan has the Dashboard: Business or higher.",
        "An admin checks the plan, and that Dashboard is switched on for the account.",
        statuses=(400,),
        codes=(200, 400),
        says=("dashboard feature", "zmp and business"),
    ),
    Row(
        "paid_plan_needed",
        "Zoom gives this only to paid accounts.",
        "An admin checks the account's plan and add-ons: call quality needs Business or higher with the QSS add-on.",
        statuses=(400,),
        codes=(200,),
        says=("paid user", "paid account"),
    ),
    # the call
    Row(
        "too_old",
        "Zoom keeps call quality for one year, and {subject} is older.",
        "There is nothing to be done for this {kind}; a stored report of it would still be shown.",
        codes=(12702,),
    ),
    replace(_PAGE_TOKEN_EXPIRED, codes=(301,)),
    replace(_PAGE_TOKEN_EXPIRED, statuses=(400,), says=("next page token",)),
    Row(
        "validation_failed",
        "Zoom found our request about {subject} invalid.",
        "This is a mistake of the bot or of ZOOM_PAGE_SIZE: set it to 10; if it stays, report it with the reference.",
        statuses=(400,),
        codes=(300,),
    ),
    Row(
        "not_found",
        "Zoom knows no {kind} by that id.",
        "Check it: Zoom forgets a number 30 days after its last use, and a UUID must be complete.",
        statuses=(404,),
        codes=(3001, 1001, 1010),
        says=("does not exist", "does not belong"),
    ),
    Row(
        "endpoint_not_recognised",
        "Zoom does not know the address that the bot asked.",
        "Check ZOOM_API_URL (usually https://api.zoom.us/v2), and that no proxy rewrites addresses.",
        codes=(2300,),
    ),
    Row(
        "no_summary_yet",
        "Zoom has no summary for {subject} yet.",
        "Summaries appear when a {kind} has ended; check the id, or try again in a few minutes.",
        statuses=(404,),
        codes=(3001, None),
        operations=(Operation.SUMMARY,),
        retryable=True,
    ),
    Row(
        "no_details_yet",
        "Zoom has no details of {subject} yet.",
        "They appear when a {kind} has ended; check the id, or try again in a few minutes.",
        statuses=(404,),
        codes=(3001, None),
        operations=_OF_THE_CALL,
        retryable=True,
    ),
    Row(
        "session_refused",
        "Zoom refused to look at this session and does not say why.",
        "Check the session's id, and that the account has the QSS add-on and the Session user QoS summary event.",
        statuses=(400,),
        codes=(None,),
        kinds=(Kind.SESSION,),
    ),
    Row("not_found", "Zoom finds nothing under the id of {subject}.", "Check the id.", statuses=(404,)),
    # Zoom itself
    Row(
        "zoom_unavailable",
        "Zoom has a problem of its own (HTTP {status}).",
        "Try again in a few minutes; Zoom's status page says more.",
        statuses=SERVER_ERRORS,
        retryable=True,
    ),
    Row(
        "zoom_moved",
        "The address in ZOOM_API_URL only points elsewhere (HTTP {status}).",
        "Set ZOOM_API_URL to the address that Zoom's documentation gives; the bot does not take its token elsewhere.",
        statuses=tuple(range(300, 400)),
    ),
)

UNKNOWN = Row(
    "zoom_refused",
    "Zoom refused with a reason that the bot does not know (HTTP {status}{code}).",
    "Try again later; if it stays, report it with the reference.",
)
