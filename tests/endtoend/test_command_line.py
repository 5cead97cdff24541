"""`python -m bot report` and `check` as other programs call them: documents, error lines, exit codes."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from pathlib import Path

import jsonschema
import pytest

from playground.slack.service import Slack
from playground.zoom.scenarios import SESSION_UUID, TWICE_ENCODED
from tests.endtoend.bot_process import Ended, bot
from tests.endtoend.outside_world import ROOT, WEEKLY, Zoom, outside, variables, zoom_variables

SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text())
ERROR_LINE = re.compile(r"[a-z_]+: [A-Z].+\. \(ref [0-9a-f]{8}\)")


@pytest.fixture
async def world() -> AsyncIterator[tuple[Slack, Zoom]]:
    async with outside() as both:
        yield both


@pytest.fixture
def zoom(world: tuple[Slack, Zoom]) -> Zoom:
    return world[1]


@pytest.fixture
def settings(zoom: Zoom, tmp_path: Path) -> dict[str, str]:
    """What `report` needs: Zoom and a database, nothing of Slack."""
    return zoom_variables(zoom) | {"DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path / 'qos.db'}"}


def names(ended: Ended) -> list[str]:
    return [person["name"] for person in ended.document["participants"]]


async def test_all_three_operations_print_the_document_and_nothing_else(
    settings: dict[str, str], tmp_path: Path
) -> None:
    meeting, webinar, session, uuid = await asyncio.gather(
        bot(tmp_path, settings, "report", "meeting", "858", "1234", "5678", "--json"),
        bot(tmp_path, settings, "report", "webinar", "https://acme.zoom.us/w/94177302286?tk=x", "--json"),
        bot(tmp_path, settings, "report", "session", SESSION_UUID, "--json"),
        bot(tmp_path, settings, "report", "meeting", TWICE_ENCODED, "--json"),
    )
    for ended in (meeting, webinar, session, uuid):
        assert ended.code == 0, ended.err
        jsonschema.validate(ended.document, SCHEMA, format_checker=jsonschema.FormatChecker())
        assert ended.document["complete"]
    assert meeting.document["subject"]["number"] == WEEKLY
    worst = meeting.document["participants"][0]
    assert (worst["name"], worst["label"], worst["rank"]) == ("Kofi Mensah", "poor", 1)
    assert worst["decided_by"] == {
        "metric": "loss", "media": "audio", "direction": "sent", "value": 7.9, "limit": 5.0, "unit": "%",
    }  # fmt: skip
    assert webinar.document["subject"]["kind"] == "webinar"
    assert session.document["subject"]["uuid"] == SESSION_UUID
    assert uuid.document["subject"]["uuid"] == TWICE_ENCODED
    assert names(uuid)[0] == "Noor Rahman"


async def test_options_shape_the_list_and_never_the_counts(
    settings: dict[str, str], tmp_path: Path, zoom: Zoom
) -> None:
    report = ("report", "meeting", WEEKLY, "--json")
    whole = await bot(tmp_path, settings, *report)
    once = zoom.asked("meeting.summary")
    top, latency, share = await asyncio.gather(
        bot(tmp_path, settings, *report, "--top", "2"),
        bot(tmp_path, settings, *report, "--sort", "latency"),
        bot(tmp_path, settings, *report, "--media", "share"),
    )
    assert zoom.asked("meeting.summary") == once
    assert len(whole.document["participants"]) == 14
    assert names(top) == names(whole)[:2]
    assert top.document["verdict"]["rated"] == whole.document["verdict"]["rated"] == 13
    assert names(latency)[0] == "Ana Souza"
    kofi = next(person for person in share.document["participants"] if person["name"] == "Kofi Mensah")
    assert kofi["label"] != "poor"
    decided = [person["decided_by"] for person in share.document["participants"]]
    assert {by["media"] for by in decided if by} <= {"share"}
    assert (await bot(tmp_path, settings, *report, "--refresh")).code == 0
    assert zoom.asked("meeting.summary") == 2 * once


async def test_a_stored_report_needs_no_zoom_settings(settings: dict[str, str], tmp_path: Path) -> None:
    first = await bot(tmp_path, settings, "report", "meeting", WEEKLY, "--json")
    without = {"DATABASE_URL": settings["DATABASE_URL"]}
    by_number, by_uuid, unknown = await asyncio.gather(
        bot(tmp_path, without, "report", "meeting", WEEKLY, "--json"),
        bot(tmp_path, without, "report", "meeting", first.document["subject"]["uuid"]),
        bot(tmp_path, without, "report", "meeting", "82244107316"),
    )
    assert by_number.document == first.document
    assert by_uuid.code == 0
    assert by_uuid.out.startswith("Mostly fine: only Kofi Mensah")
    assert (unknown.code, unknown.out) == (1, "")
    assert unknown.last_line.startswith("not_configured: ")
    assert "ZOOM_ACCOUNT_ID" in unknown.last_line


WRONG: dict[tuple[str, ...], tuple[int, str]] = {
    ("report", "meeting", "90000000105", "--json"): (1, "dashboard_plan"),
    ("report", "meeting", "90000000102"): (1, "no_summary_yet"),
    ("report", "meeting", "123"): (2, "invalid_id"),
    ("report", "session", WEEKLY): (2, "invalid_id"),
    ("report", "meeting"): (2, "usage"),
    ("report", "picnic", WEEKLY): (2, "usage"),
    ("report", "meeting", WEEKLY, "--top", "0"): (2, "usage"),
    ("dance",): (2, "usage"),
}
"""What goes wrong, with its exit code and slug."""


async def test_an_error_is_one_line_that_programs_can_tell_apart(settings: dict[str, str], tmp_path: Path) -> None:
    in_json = {**settings, "LOG_FORMAT": "json"}
    all_ended = await asyncio.gather(*(bot(tmp_path, in_json, *arguments) for arguments in WRONG))
    for (arguments, (code, slug)), ended in zip(WRONG.items(), all_ended, strict=True):
        assert (ended.code, ended.out) == (code, ""), arguments
        assert ERROR_LINE.fullmatch(ended.last_line), ended.last_line
        assert ended.last_line.startswith(f"{slug}: ")
        logged = ended.err.splitlines()[:-1]
        assert [line for line in logged if not line.startswith("{")] == []
        assert code == 1 or logged == []


async def test_a_wrong_setting_is_one_line_and_its_value_is_never_shown(
    settings: dict[str, str], tmp_path: Path
) -> None:
    wrong = {
        "ZOOM_API_URL": "http://zoom.example/v2", "SLACK_BOT_TOKEN": "my-secret-token", "ZOOM_PAGE_SIZE": "many",
    }  # fmt: skip
    ended = await bot(tmp_path, settings | wrong, "report", "meeting", WEEKLY)
    assert (ended.code, ended.out) == (1, "")
    lines = ended.err.splitlines()
    assert [line.split(": ")[1] for line in lines] == ["SLACK_BOT_TOKEN", "ZOOM_API_URL", "ZOOM_PAGE_SIZE"]
    assert "my-secret" not in ended.err


async def test_check_goes_through_everything_and_says_what_to_do(world: tuple[Slack, Zoom], tmp_path: Path) -> None:
    slack, zoom = world
    settings = variables(slack, zoom, tmp_path / "qos.db")
    good = await bot(tmp_path, settings, "check")
    assert good.code == 0, good.out + good.err
    assert all(line.startswith("ok  ") for line in good.out.splitlines())
    for piece in ("settings", "slack token", "slack scope chat:write", "slack socket", "database", "clock",
                  "zoom token", "zoom scope dashboard:read:list_meeting_participants_qos:admin",
                  "zoom video sdk token"):  # fmt: skip
        assert f"  {piece}:" in good.out, piece

    slack.settings.scopes -= {"files:write"}
    zoom.rules.scopes -= {"dashboard:read:list_webinar_participants_qos:admin"}
    lacking, wrong = await asyncio.gather(
        bot(tmp_path, settings, "check"),
        bot(tmp_path, settings | {"ZOOM_CLIENT_SECRET": "not-this", "SLACK_BOT_TOKEN": "xoxb-not-this"}, "check"),
    )
    failing = [line for line in lacking.out.splitlines() if line.startswith("FAIL")]
    assert lacking.code == 1
    assert len(failing) == 2
    assert "files:write" in failing[0] and "reinstall" in failing[0]
    assert "list_webinar_participants_qos" in failing[1] and "activate" in failing[1]
    assert wrong.code == 1
    assert "FAIL  slack token: Slack says invalid_auth" in wrong.out
    assert "FAIL  zoom token: " in wrong.out
    assert "not-this" not in wrong.out + wrong.err
