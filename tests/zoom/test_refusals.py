from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.model import Kind, MeetingNumber, MeetingRef
from bot.zoom.failures import (
    SCOPES,
    Asked,
    Operation,
    cut_off,
    daily_limit,
    failure,
    garbled,
    retry_delay_s,
    unreachable,
)
from bot.zoom.refusals import API_ROWS
from bot.zoom.signin_refusals import TOKEN_ROWS

NOW = datetime(2026, 11, 24, 20, 50, tzinfo=UTC)
SUBSCRIPTION = (
    "Event subscription not found. Subscribe to the Webinar Participant QoS Summary event in your Marketplace app."
)
PER_SECOND = "You have reached the maximum per-second rate limit for this API. Try again later."
DAILY = "You have reached the maximum daily rate limit for this API. Refer to the response header for details."
DETAIL_3001 = (
    "This meeting's detail info is not available. The Meeting ID is not valid or the meeting has not ended yet."
)


def asked(operation: Operation = Operation.SUMMARY, kind: Kind = Kind.MEETING, number: str = "85812345678") -> Asked:
    return Asked(operation, kind, MeetingRef(kind, MeetingNumber(number), None))


def error_of(status: int, body: Any, what: Asked | None = None, headers: dict[str, str] | None = None) -> Any:
    return failure(status, body, httpx.Headers(headers or {}), what or asked(), NOW)


def slug_of(status: int, code: int | None, message: str, what: Asked | None = None) -> str:
    body: dict[str, Any] = {"message": message} if code is None else {"code": code, "message": message}
    return str(error_of(status, body, what).slug)


@pytest.mark.parametrize(
    ("status", "code", "message", "slug"),
    [
        (400, 12702, "Can not access a meeting a year ago.", "too_old"),
        (400, 200, SUBSCRIPTION, "event_subscription_missing"),
        (400, 200, "Only available for paid accounts that have dashboard feature enabled.", "dashboard_plan"),
        (400, 200, "This API is only available for Video SDK accounts.", "not_a_videosdk_account"),
        (400, 200, "Invalid api key or secret.", "wrong_token_kind"),
        (400, 200, "Only available for Paid user: x@y.zz", "paid_plan_needed"),
        (400, 300, "Validation Failed.", "validation_failed"),
        (400, 300, "Request Body should be a valid JSON object.", "validation_failed"),
        (400, 301, "Next page token is not valid", "page_token_expired"),
        (
            400,
            400,
            "This API is only available for ZMP and Business+ accounts that have dashboard feature enabled.",
            "dashboard_plan",
        ),
        (401, 124, "Invalid access token.", "invalid_token"),
        (401, None, "Unauthorized", "invalid_token"),
        (400, 4711, "Invalid access token, does not contain scopes:[a:b:c].", "missing_scope"),
        (401, 4711, "Invalid access token, does not contain scopes:[a:b:c].", "missing_scope"),
        (401, 4700, "Invalid access token, does not contain scopes:[a:b:c].", "missing_scope"),
        (401, 4700, "Token cannot be empty.", "empty_token"),
        (403, None, "Forbidden", "forbidden"),
        (403, 200, "The authenticated user has not permitted access to the targeted resource.", "forbidden"),
        (404, 3001, DETAIL_3001, "no_summary_yet"),
        (404, 3001, "Meeting does not exist: pfVh.", "not_found"),
        (404, 1001, "User does not exist: 1.", "not_found"),
        (404, 2300, "This API endpoint is not recognized.", "endpoint_not_recognised"),
        (429, 429, PER_SECOND, "rate_limited"),
        (429, 429, DAILY, "daily_limit"),
        (429, None, "Too many concurrent requests. A request is in progress.", "too_many_concurrent"),
        (500, 500, "Internal server error.", "zoom_unavailable"),
        (418, None, "teapot", "zoom_refused"),
        (400, 98765, "something new", "zoom_refused"),
        (302, None, "", "zoom_moved"),
    ],
)
def test_each_refusal_of_the_operations_has_its_own_row(status: int, code: int | None, message: str, slug: str) -> None:
    assert slug_of(status, code, message) == slug


@pytest.mark.parametrize(
    ("status", "code", "error", "reason", "slug"),
    [
        (400, 4702, "invalid_client", "Invalid client", "invalid_client"),
        (400, 4704, None, "Invalid client secret", "invalid_client"),
        (401, None, "invalid_client", "Invalid client_id or client_secret", "invalid_client"),
        (400, None, "invalid_grant", "Invalid grant", "invalid_grant"),
        (400, None, "unsupported_grant_type", "unsupported grant type", "unsupported_grant_type"),
        (400, 4705, None, "Grant type is not supported from token endpoint.", "unsupported_grant_type"),
        (400, 4706, None, "Client ID or client secret is missing.", "missing_credentials"),
        (400, 4711, None, "Refresh token invalid.", "scope_mismatch"),
        (400, 4717, "invalid_client", "The app has been disabled.", "app_disabled"),
        (400, 4733, None, "Code is expired.", "invalid_code"),
        (400, 4734, None, "Invalid code.", "invalid_code"),
        (400, 4735, None, "The owner does not exist.", "token_owner_gone"),
        (400, 4738, None, "", "app_not_authorised"),
        (400, 4741, None, "The token has been revoked.", "token_revoked"),
        (400, 4700, None, "Token cannot be empty.", "empty_token"),
        (400, None, "invalid_request", "Bad Request", "account_refused"),
        (503, None, None, "", "zoom_unavailable"),
        (429, None, None, "slow down", "rate_limited"),
        (404, None, None, "", "zoom_moved"),
    ],
)
def test_each_refusal_of_the_sign_in_has_its_own_row(
    status: int, code: int | None, error: str | None, reason: str, slug: str
) -> None:
    body = {"reason": reason, "error": error, "code": code}
    found = error_of(status, body, asked(Operation.TOKEN))
    assert (found.slug, found.status) == (slug, status)


def test_every_row_can_be_met() -> None:
    told = {row.slug for row in (*API_ROWS, *TOKEN_ROWS)}
    assert len(told) >= 30
    for row in (*API_ROWS, *TOKEN_ROWS):
        assert row.text.endswith(".") and row.advice.endswith((".", "}.")), row.slug
        assert "!" not in row.text + row.advice


@pytest.mark.parametrize(
    ("kind", "event"),
    [(Kind.MEETING, "Meeting participant QoS summary"), (Kind.WEBINAR, "Webinar participant QoS summary")],
)
def test_the_missing_subscription_names_the_event_of_its_kind(kind: Kind, event: str) -> None:
    found = error_of(400, {"code": 200, "message": SUBSCRIPTION}, asked(kind=kind))
    assert str(found) == (
        f'This Zoom app isn\'t subscribed to "{event}". An admin adds it under Event subscriptions, QSS; '
        f"Zoom then has data for {kind}s from that time on."
    )


def test_no_summary_yet_is_told_with_the_number() -> None:
    found = error_of(404, {"code": 3001, "message": DETAIL_3001})
    assert found.text == "Zoom has no summary for 858 1234 5678 yet."
    assert found.retryable
    by_uuid = Asked(Operation.SUMMARY, Kind.WEBINAR, MeetingRef(Kind.WEBINAR, None, None))
    assert error_of(404, {"code": 3001, "message": DETAIL_3001}, by_uuid).text.endswith("for this webinar yet.")


@pytest.mark.parametrize("operation", [Operation.ATTENDANCE, Operation.DETAILS])
def test_missing_details_are_not_a_missing_summary(operation: Operation) -> None:
    assert slug_of(404, 3001, "Meeting ID is invalid or has not ended.", asked(operation)) == "no_details_yet"


def test_a_bare_refusal_about_a_session_is_told() -> None:
    session = asked(kind=Kind.SESSION)
    assert error_of(400, None, session).slug == "session_refused"
    assert error_of(404, None, session).slug == "no_summary_yet"
    assert "ZOOM_VIDEOSDK_API_KEY" in error_of(401, {"code": 124}, session).advice


def test_missing_scopes_are_named_and_nothing_else_of_the_message() -> None:
    message = "Invalid access token eyJhbGci, does not contain scopes:[dashboard:read:meeting:admin, <!channel>, a b]."
    found = error_of(400, {"code": 4711, "message": message})
    assert found.text == "The Zoom app has not been granted the scope `dashboard:read:meeting:admin`."
    assert "eyJ" not in str(found) and "<!" not in str(found)


@pytest.mark.parametrize("key", list(SCOPES), ids=str)
def test_a_missing_scope_is_known_even_when_zoom_names_none(key: tuple[Kind, Operation]) -> None:
    found = error_of(400, {"code": 4711, "message": ""}, asked(key[1], key[0]))
    assert SCOPES[key] in found.text


@pytest.mark.parametrize("code", [429, 500, 124, 3001, 200])
def test_an_error_body_under_http_200_is_an_error(code: int) -> None:
    message = {429: PER_SECOND, 200: SUBSCRIPTION, 3001: DETAIL_3001}.get(code, "x")
    slugs = {429: "rate_limited", 500: "zoom_unavailable", 124: "invalid_token", 3001: "no_summary_yet"}
    found = error_of(200, {"code": code, "message": message})
    assert found.slug == slugs.get(code, "event_subscription_missing")
    assert (found.status, found.code) == (200, code)


@pytest.mark.parametrize(
    ("operation", "body"),
    [
        (Operation.SUMMARY, {"participants": []}),
        (Operation.SUMMARY, {"code": 0, "participants": []}),
        (Operation.SUMMARY, {"code": 7, "message": "with rows", "participants": []}),
        (Operation.SUMMARY, {"page_size": 10}),
        (Operation.DETAILS, {"uuid": "x", "code": 200}),
        (Operation.TOKEN, {"access_token": "x", "code": 1}),
    ],
)
def test_a_success_is_no_error(operation: Operation, body: dict[str, Any]) -> None:
    assert error_of(200, body, asked(operation)) is None


@pytest.mark.parametrize("body", [None, [], "text", 5])
def test_a_success_that_is_no_object_is_garbled(body: Any) -> None:
    assert error_of(200, body).slug == "zoom_garbled"


def test_the_daily_limit_says_when_it_resets() -> None:
    found = error_of(429, {"code": 429, "message": DAILY})
    assert str(found) == (
        "Zoom's daily limit for this account is used up, by all its apps together; it resets at 00:00 UTC "
        "(in 3 h 10 min). Stored meetings still work."
    )
    assert found.retry_at == datetime(2026, 11, 25, tzinfo=UTC)
    assert daily_limit(NOW).text == found.text
    assert "(in 1 min)" in daily_limit(datetime(2026, 11, 24, 23, 59, 30, tzinfo=UTC)).text


def test_the_header_alone_tells_a_daily_limit() -> None:
    assert error_of(429, None, headers={"X-RateLimit-Type": "Daily-limit"}).slug == "daily_limit"
    assert error_of(429, None, headers={"X-RateLimit-Type": "QPS"}).slug == "rate_limited"


@pytest.mark.parametrize(
    ("retry_after", "message", "seconds"),
    [
        ("2026-11-24T20:50:07Z", PER_SECOND, 7),
        ("2026-11-24T20:50:07", PER_SECOND, 7),
        ("2026-11-25T00:00:00Z", DAILY, 11_400),
        ("Tue, 24 Nov 2026 20:50:09 GMT", PER_SECOND, 9),
        ("3", PER_SECOND, 3),
        ("2.5", PER_SECOND, 2.5),
        ("0", PER_SECOND, 0),
        ("2020-05-31T00:00:00Z", PER_SECOND, 0),
        ("", PER_SECOND, 1),
        ("", DAILY, 11_400),
        ("", "Too many concurrent requests.", 1),
        ("soon", PER_SECOND, 1),
        ("-5", PER_SECOND, 1),
        ("nan", PER_SECOND, 1),
        ("inf", PER_SECOND, 1),
        ("9999-12-31T23:59:59Z", PER_SECOND, 1),
        ("9999-12-31T23:59:59Z", DAILY, 11_400),
    ],
)
def test_retry_after_is_read_in_every_form(retry_after: str, message: str, seconds: float) -> None:
    headers = httpx.Headers({"Retry-After": retry_after} if retry_after else {})
    assert retry_delay_s(headers, {"code": 429, "message": message}, NOW) == pytest.approx(seconds)


@given(st.text(max_size=40), st.text(max_size=60) | st.none() | st.integers())
def test_a_wait_is_never_negative_nor_longer_than_a_day(retry_after: str, message: Any) -> None:
    wait = retry_delay_s({"retry-after": retry_after}, {"message": message}, NOW)
    assert 0 <= wait <= timedelta(days=1).total_seconds()


@given(
    st.integers(100, 599),
    st.one_of(
        st.none(),
        st.dictionaries(
            st.sampled_from(["code", "message", "error", "reason", "errorCode"]),
            st.text(max_size=30) | st.integers() | st.none() | st.lists(st.integers(), max_size=2),
        ),
    ),
    st.sampled_from(list(Operation)),
    st.sampled_from(list(Kind)),
)
def test_whatever_zoom_answers_gets_words_and_no_echo(status: int, body: Any, operation: Operation, kind: Kind) -> None:
    secret = "sk-4f9a"
    if body is not None:
        body["message"] = f"{body.get('message')} {secret}"
    found = error_of(status, body, asked(operation, kind))
    if found is not None:
        assert found.slug and found.text and found.advice and found.ref
        assert secret not in str(found)
        assert "{" not in str(found)


def test_zooms_tracking_id_is_kept_when_it_is_one() -> None:
    told = {"x-zm-trackingid": "v=2.0;clid=us02;rid=WEB_596c"}
    assert error_of(500, None, headers=told).tracking_id == "v=2.0;clid=us02;rid=WEB_596c"
    assert error_of(500, None, headers={"x-zm-trackingid": "a b\tc"}).tracking_id is None
    assert error_of(500, None).tracking_id is None


def test_failures_without_an_answer_have_words() -> None:
    for found in (unreachable(asked()), unreachable(asked(Operation.TOKEN)), garbled(asked()), cut_off(asked())):
        assert found.text and found.advice and found.retryable
