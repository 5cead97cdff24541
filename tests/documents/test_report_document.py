"""The report document keeps to its contract: names, nulls, times, and a schema in docs/ that is in step."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import jsonschema
import pytest

from bot.documents.report import document
from bot.documents.schema import report_schema
from bot.domain.judgement import judge
from bot.domain.model import (
    Attendance,
    Call,
    Direction,
    DirectionNote,
    Kind,
    Leg,
    Measured,
    Media,
    MeetingNumber,
    Reading,
    Report,
    Source,
    Spread,
    Subject,
    View,
)

SCHEMA = Path(__file__).parents[2] / "docs" / "report.schema.json"
NOW = datetime(2026, 11, 25, 10, 52, tzinfo=UTC)
DIRECTIONS = {
    "audio_input": (Media.AUDIO, Direction.RECEIVED),
    "audio_output": (Media.AUDIO, Direction.SENT),
}


def leg(pid: str, loss: float | None, **facts: object) -> Leg:
    row = Measured(
        "audio_output", Spread(0.0, loss, 22.0), Spread(40.0, 61.0, 80.0), bitrate_kbps=Spread(20.0, 45.5, 60.0)
    )
    return Leg(pid, name=f"Person {pid}", measured=(row,) if loss is not None else (), **facts)  # type: ignore[arg-type]  # any field


def report(view: View = View(), **changes: object) -> Report:  # noqa: B008  # frozen value
    joined = datetime(2026, 11, 25, 11, 0, tzinfo=timezone(timedelta(hours=1)))
    seen = Attendance("1", network_type="Wifi", joined_at=joined, left_at=joined + timedelta(minutes=45))
    call = Call(
        Subject(Kind.MEETING, MeetingNumber("85812345678"), started_at=joined),
        (leg("1", 7.9, attendance=seen), leg("2", 3.0), leg("3", 0.1), leg("4", None)),
        Source.REST,
        NOW,
    )
    return judge(replace(call, **changes), DIRECTIONS, DirectionNote(Reading.DOCUMENTED), view)  # type: ignore[arg-type]  # as above


def as_json(judged: Report) -> dict[str, object]:
    loaded: dict[str, object] = json.loads(document(judged).model_dump_json())
    return loaded


def test_the_schema_in_docs_is_the_one_the_code_generates() -> None:
    assert SCHEMA.read_text() == report_schema(), "run `make docs`"


@pytest.mark.parametrize("changes", [{}, {"legs": ()}, {"missing": ("x",)}], ids=["usual", "empty", "missing"])
def test_every_report_is_valid_under_its_schema(changes: dict[str, object]) -> None:
    jsonschema.Draft202012Validator(json.loads(report_schema())).validate(as_json(report(**changes)))


def test_the_fields_are_those_of_the_contract() -> None:
    printed = as_json(report())
    assert list(printed) == [
        "version", "subject", "source", "as_of", "complete", "limits", "missing", "direction", "verdict",
        "participants", "cause_limits",
    ]  # fmt: skip
    [first, *_] = printed["participants"]  # type: ignore[misc]  # JSON
    assert list(first) == [
        "key", "participant_ids", "name", "email", "rank", "label", "unrated_reason", "score", "joins", "minutes",
        "joined_at", "left_at", "network_type", "connection_type", "location", "data_center", "device",
        "client_version", "wifi_rssi_dbm", "decided_by", "streams", "cpu", "mos_estimate", "r_estimate", "cause",
        "zoom_says",
    ]  # fmt: skip


def test_what_was_not_measured_is_null_and_never_zero() -> None:
    printed = document(report())
    worst, last = printed.participants[0], printed.participants[-1]
    assert worst.streams[0].jitter_ms is None
    assert worst.streams[0].frame_rate_fps is None
    assert (last.label, last.score, last.rank, last.minutes) == ("unrated", None, None, None)
    assert last.unrated_reason


def test_the_deciding_number_stands_beside_the_limit_it_crossed() -> None:
    poor, fair, good, _ = document(report()).participants
    assert poor.decided_by is not None and fair.decided_by is not None
    assert (poor.decided_by.value, poor.decided_by.limit, poor.decided_by.direction) == (7.9, 5, "sent")
    assert (fair.decided_by.value, fair.decided_by.limit) == (3, 2)
    assert good.decided_by is None


def test_times_are_rfc_3339_utc() -> None:
    printed = as_json(report())
    assert printed["as_of"] == "2026-11-25T10:52:00Z"
    assert printed["participants"][0]["joined_at"] == "2026-11-25T10:00:00Z"  # type: ignore[index]  # JSON


def test_top_shortens_the_people_and_never_the_counts() -> None:
    printed = document(report(View(top=1)))
    assert len(printed.participants) == 1
    verdict = printed.verdict
    assert (verdict.rated, verdict.poor, verdict.fair, verdict.good, verdict.unrated) == (3, 1, 1, 1, 1)


def test_a_call_with_people_whom_zoom_has_no_summary_for_is_not_complete() -> None:
    assert document(report()).complete
    unmeasured = Leg("5", attendance=Attendance("5"), has_summary=False)
    assert not document(report(legs=(leg("1", 0.1), unmeasured))).complete
    assert not document(report(pages_complete=False)).complete
