import asyncio
from base64 import b64encode
from collections.abc import AsyncIterator
from urllib.parse import parse_qs

import httpx
import jwt
import pytest

from bot.errors import ZoomError
from bot.zoom.tokens import ServerToServerTokens, VideoSdkTokens
from tests.zoom.little_zoom import START, Answer, FakeTime, LittleZoom, broken_server, serve

SECRET = "a-client-secret-that-nobody-may-see"


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient() as client:
        yield client


def counting(expires_in: object = 3600) -> LittleZoom:
    """Hands out t1, t2, …"""
    zoom = LittleZoom()
    zoom.script = lambda _: Answer(
        {"access_token": f"t{len(zoom.seen)}", "token_type": "bearer", "expires_in": expires_in}
    )
    return zoom


def tokens_at(http: httpx.AsyncClient, base: str, time: FakeTime) -> ServerToServerTokens:
    return ServerToServerTokens(http, f"{base}/oauth/token", "acc id", "client", SECRET, time)


async def test_a_token_is_asked_for_by_form_and_basic_auth_and_never_by_address(http: httpx.AsyncClient) -> None:
    zoom = counting()
    async with serve(zoom) as base:
        assert await tokens_at(http, base, FakeTime()).token() == "t1"
    (seen,) = zoom.seen
    assert (seen.method, seen.target) == ("POST", "/oauth/token")
    assert parse_qs(seen.form) == {"grant_type": ["account_credentials"], "account_id": ["acc id"]}
    assert seen.authorization == "Basic " + b64encode(f"client:{SECRET}".encode()).decode()


async def test_any_number_of_callers_share_one_renewal(http: httpx.AsyncClient) -> None:
    zoom = counting()
    async with serve(zoom) as base:
        tokens = tokens_at(http, base, FakeTime())
        got = await asyncio.gather(*(tokens.token() for _ in range(50)))
    assert set(got) == {"t1"}
    assert len(zoom.seen) == 1


async def test_a_token_is_renewed_five_minutes_early(http: httpx.AsyncClient) -> None:
    zoom, time = counting(), FakeTime()
    async with serve(zoom) as base:
        tokens = tokens_at(http, base, time)
        assert await tokens.token() == "t1"
        time.advance(3299)
        assert await tokens.token() == "t1"
        time.advance(1)
        assert await tokens.token() == "t2"


@pytest.mark.parametrize("expires_in", [None, "3600", True, -1, 10**12])
async def test_a_senseless_lifetime_counts_as_an_hour(http: httpx.AsyncClient, expires_in: object) -> None:
    zoom, time = counting(expires_in), FakeTime()
    async with serve(zoom) as base:
        tokens = tokens_at(http, base, time)
        await tokens.token()
        time.advance(3000)
        assert await tokens.token() == "t1"


async def test_only_the_refused_token_is_dropped(http: httpx.AsyncClient) -> None:
    zoom = counting()
    async with serve(zoom) as base:
        tokens = tokens_at(http, base, FakeTime())
        first = await tokens.token()
        for _ in range(20):
            tokens.invalidate(first)
        got = await asyncio.gather(*(tokens.token() for _ in range(20)))
        tokens.invalidate(first)
        assert set(got) == {"t2"} == {await tokens.token()}


async def test_callers_who_waited_for_a_failed_renewal_share_its_error(http: httpx.AsyncClient) -> None:
    zoom = LittleZoom([Answer({"reason": "Invalid client_id or client_secret", "error": "invalid_client"}, 400)])
    async with serve(zoom) as base:
        tokens = tokens_at(http, base, FakeTime())
        errors = await asyncio.gather(*(tokens.token() for _ in range(10)), return_exceptions=True)
        assert len(zoom.seen) == 1
        assert {error.slug for error in errors if isinstance(error, ZoomError)} == {"invalid_client"}
        assert len({error.ref for error in errors if isinstance(error, ZoomError)}) == 1
        zoom.answers = [Answer({"access_token": "later", "expires_in": 3600})]
        assert await tokens.token() == "later"


async def test_an_old_token_that_still_lives_bridges_an_outage(http: httpx.AsyncClient) -> None:
    time = FakeTime()
    zoom = LittleZoom([Answer({"access_token": "t1", "expires_in": 3600}), Answer({}, 503)])
    async with serve(zoom) as base:
        tokens = tokens_at(http, base, time)
        await tokens.token()
        time.advance(3400)
        assert await tokens.token() == "t1"
        time.advance(300)
        with pytest.raises(ZoomError) as failed:
            await tokens.token()
    assert failed.value.slug == "zoom_unavailable"


@pytest.mark.parametrize(
    ("answer", "slug"),
    [
        (Answer({"reason": "Invalid grant", "error": "invalid_grant"}, 400), "invalid_grant"),
        (Answer({"reason": "The app has been disabled.", "code": 4717}, 400), "app_disabled"),
        (Answer(b"<html>", 200), "zoom_garbled"),
        (Answer({}, 200), "zoom_garbled"),
        (Answer({"access_token": "new\nline"}, 200), "zoom_garbled"),
        (Answer({"access_token": "", "expires_in": 3600}, 200), "no_token_given"),
        (Answer({"access_token": " "}, 200), "no_token_given"),
        (Answer({"error": "invalid_client", "reason": SECRET}, 200), "invalid_client"),
        (Answer({}, 302, {"location": "https://elsewhere.example"}), "zoom_moved"),
    ],
)
async def test_a_refused_sign_in_is_told_without_secrets(http: httpx.AsyncClient, answer: Answer, slug: str) -> None:
    zoom = LittleZoom([answer])
    async with serve(zoom) as base:
        with pytest.raises(ZoomError) as refused:
            await tokens_at(http, base, FakeTime()).token()
    assert refused.value.slug == slug
    assert SECRET not in repr(refused.value)
    assert len(zoom.seen) == 1


async def test_a_sign_in_that_hangs_up_is_unreachable(http: httpx.AsyncClient) -> None:
    async with broken_server(b"") as (base, _):
        with pytest.raises(ZoomError) as failed:
            await tokens_at(http, base, FakeTime()).token()
    assert failed.value.slug == "zoom_unreachable"


async def test_a_session_token_is_a_jwt_of_at_most_an_hour() -> None:
    time = FakeTime()
    tokens = VideoSdkTokens("api-key", "s" * 40, time)
    token = await tokens.token()
    claims = jwt.decode(token, "s" * 40, algorithms=["HS256"], options={"verify_exp": False, "verify_iat": False})
    assert jwt.get_unverified_header(token) == {"alg": "HS256", "typ": "JWT"}
    assert set(claims) == {"iss", "iat", "exp"}
    assert claims["iss"] == "api-key"
    assert claims["exp"] - claims["iat"] <= 3600
    assert claims["iat"] <= START.timestamp() < claims["exp"]


async def test_a_session_token_is_kept_and_renewed_early() -> None:
    time = FakeTime()
    tokens = VideoSdkTokens("api-key", "s" * 40, time)
    first = await tokens.token()
    time.advance(3200)
    assert await tokens.token() == first
    time.advance(100)
    second = await tokens.token()
    assert second != first
    tokens.invalidate(first)
    assert await tokens.token() == second
    time.advance(2)
    tokens.invalidate(second)
    assert await tokens.token() != second
