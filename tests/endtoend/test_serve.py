"""`python -m bot serve` as an orchestrator meets it: starts whatever is down, says so, finishes what it accepted."""

import asyncio
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from playground.slack.delivery import Ack
from tests.endtoend.bot_process import bot, free_port, serving
from tests.endtoend.bot_world import eventually
from tests.endtoend.outside_world import HELPDESK, WEEKLY, Transport, outside, variables


async def test_what_is_missing_is_one_line_each(tmp_path: Path) -> None:
    ended = await bot(tmp_path, {})
    assert (ended.code, ended.out) == (1, "")
    lines = ended.err.splitlines()
    assert [line.startswith("settings: ") for line in lines] == [True] * 3
    assert "SLACK_BOT_TOKEN" in lines[0] and "SLACK_SIGNING_SECRET" in lines[1] and "ZOOM_ACCOUNT_ID" in lines[2]


async def test_it_starts_while_slack_and_zoom_are_down_says_so_and_recovers(tmp_path: Path) -> None:
    port, database = free_port(), tmp_path / "qos.db"
    async with outside(port) as (slack, zoom):
        settings = variables(slack, zoom, database)
    async with serving(tmp_path, settings) as served:
        before = await served.get("/ready")
        assert before.status_code == 503
        assert "database: ok" in before.text
        assert "slack: connecting" in before.text or "slack: cannot reach Slack" in before.text
        assert "zoom: zoom_unreachable" in before.text

        async with outside(port) as (slack, zoom):

            async def ready() -> bool:
                return (await served.get("/ready")).status_code == 200

            await slack.bot_is_connected()
            await eventually(ready)
            assert isinstance(await slack.command("lee", HELPDESK, f"/qos meeting {WEEKLY}"), Ack)
            assert "Kofi Mensah" in (await slack.next_message(HELPDESK)).text
            families = {f.name for f in text_string_to_metric_families((await served.get("/metrics")).text)}
            assert {"qos_commands", "qos_zoom_requests", "qos_report_seconds"} <= families

            other = settings | {"DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path / 'other.db'}"}
            second, taken, report = await asyncio.gather(
                bot(tmp_path, settings | {"PORT": "0"}, "serve"),
                bot(tmp_path, other | {"PORT": served.url.rpartition(":")[2]}, "serve"),
                bot(tmp_path, settings, "report", "meeting", WEEKLY, "--json"),
            )
            assert (second.code, second.last_line.partition(":")[0]) == (1, "already_running")
            assert (taken.code, taken.last_line.partition(":")[0]) == (1, "port_taken")
            assert report.code == 0, "a report beside a running serve is fine"
            assert (await served.get("/live")).status_code == 200


@pytest.mark.parametrize("transport", ["socket", "http"])
async def test_a_stop_during_a_slow_report_still_delivers_it(tmp_path: Path, transport: Transport) -> None:
    async with (
        outside() as (slack, zoom),
        serving(tmp_path, variables(slack, zoom, tmp_path / "qos.db", transport)) as served,
    ):
        if transport == "socket":
            await slack.bot_is_connected()
        else:
            assert await slack.use_http(f"{served.url}/slack/events")
        zoom.gate.hold()
        assert isinstance(await slack.command("lee", HELPDESK, f"/qos meeting {WEEKLY}"), Ack)
        await zoom.gate.reached.wait()
        served.terminate()

        async def told_to_stop() -> bool:
            return transport == "http" or not slack.socket.connected

        await eventually(told_to_stop)
        zoom.gate.release()
        assert "Kofi Mensah" in (await slack.next_message(HELPDESK)).text
        ended = await served.ended()
        assert (ended.code, ended.out) == (0, "")
        assert '"event": "stopped"' in ended.err
        assert "Traceback" not in ended.err
