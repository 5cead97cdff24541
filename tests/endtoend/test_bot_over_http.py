"""The bot's own HTTP routes: Slack's deliveries are verified and bounded; health and metrics can be read."""

import time
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from playground.slack.delivery import signature_headers
from tests.endtoend.bot_world import Bot, bot_between
from tests.endtoend.outside_world import WEEKLY

FORM = b"command=%2Fqos&text=help&channel_id=C0HELPDESK&user_id=U0LEEPARK1&team_id=T0PLAYGRND"
TYPE = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture
async def http_bot(tmp_path: Path, pace_lifted: None) -> AsyncIterator[Bot]:
    async with bot_between(tmp_path, "http") as running:
        yield running


def signed(bot: Bot, body: bytes, at: float | None = None, secret: str | None = None) -> dict[str, str]:
    return TYPE | signature_headers(
        secret or bot.slack.settings.signing_secret, body, time.time() if at is None else at
    )


async def post(bot: Bot, headers: dict[str, str], body: bytes = FORM) -> int:
    async with httpx.AsyncClient(trust_env=False) as client:
        return (await client.post(f"{bot.url}/slack/events", content=body, headers=headers)).status_code


async def test_only_what_slack_signed_just_now_is_taken(http_bot: Bot) -> None:
    assert await post(http_bot, signed(http_bot, FORM)) == 200
    assert await post(http_bot, TYPE) == 401
    assert await post(http_bot, signed(http_bot, FORM, secret="another secret")) == 401
    assert await post(http_bot, signed(http_bot, FORM, at=time.time() - 600)) == 401
    undated = {name: "soon" if "Timestamp" in name else value for name, value in signed(http_bot, FORM).items()}
    assert await post(http_bot, undated) == 401
    assert await post(http_bot, signed(http_bot, FORM) | {"x-slack-request-timestamp": "soon"}) == 401
    assert await post(http_bot, signed(http_bot, FORM), FORM + b"&x=1") == 401
    assert not [line for line in http_bot.log() if "middleware" in line["event"]]


async def test_a_body_beyond_one_mebibyte_is_refused_also_without_a_stated_length(http_bot: Bot) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b"x" * 65_536

    body = b"x" * 1_200_000
    assert await post(http_bot, signed(http_bot, body), body) == 413
    async with httpx.AsyncClient(trust_env=False) as client:
        headers = signed(http_bot, body)
        answer = await client.post(f"{http_bot.url}/slack/events", content=chunks(), headers=headers)
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "body",
    [
        b"\xff\xfe",
        b"payload=%7Bnot+json",
        b"payload=5",
        b"payload=[]",
        b"{not json",
        b'{"authorizations": 5}',
        b"{" * 9,
    ],
)
async def test_a_signed_body_that_slack_never_sends_is_refused_in_one_line(http_bot: Bot, body: bytes) -> None:
    before = len(http_bot.log())
    assert await post(http_bot, signed(http_bot, body), body) == 400
    [line] = http_bot.log()[before:]
    assert (line["event"], line["level"]) == ("slack_body_unreadable", "warning")
    assert await post(http_bot, signed(http_bot, FORM)) == 200


async def test_in_socket_mode_there_is_no_way_in_by_http(socket_bot: Bot) -> None:
    assert await post(socket_bot, signed(socket_bot, FORM)) == 404


async def test_health_and_metrics_tell_what_happened(bot: Bot) -> None:
    await bot.ask(f"meeting {WEEKLY}")
    asked = len([entry for entry in bot.zoom.journal if entry.operation != "token"])
    await bot.ask("meeting 123")
    await bot.idle()
    async with httpx.AsyncClient(base_url=bot.url, trust_env=False) as client:
        assert (await client.get("/live")).status_code == 200
        ready = await client.get("/ready")
        metrics = await client.get("/metrics")
    assert ready.status_code == 200, ready.text
    assert {line.split(":")[0] for line in ready.text.splitlines()} == {"database", "slack", "zoom", "zoom_videosdk"}
    families = {family.name: family for family in text_string_to_metric_families(metrics.text)}
    outcomes = {s.labels["outcome"]: s.value for s in families["qos_commands"].samples if s.name.endswith("_total")}
    assert outcomes == {"ok": 1, "invalid_id": 1}
    assert "qos_report_seconds" in families
    assert sum(s.value for s in families["qos_zoom_requests"].samples if s.name.endswith("_total")) == asked
