"""`python -m bot ask` and `feedback` as other programs call them: documents, order, error lines, exit codes."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.endtoend.bot_process import bot
from tests.endtoend.outside_world import WEEKLY, Zoom, outside, zoom_variables

KEYS = {"version", "question", "intent", "slots", "in_scope", "text", "receipts", "clarify"}
RECEIPT_KEYS = {"kind", "value", "unit", "stat", "metric", "participant", "media", "direction", "field"}


@pytest.fixture
async def zoom() -> AsyncIterator[Zoom]:
    async with outside() as (_, zoom):
        yield zoom


@pytest.fixture
def settings(zoom: Zoom, tmp_path: Path) -> dict[str, str]:
    return zoom_variables(zoom) | {"DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path / 'qos.db'}"}


async def test_one_question_is_one_document(settings: dict[str, str], tmp_path: Path) -> None:
    ended = await bot(tmp_path, settings, "ask", WEEKLY, "was it just Kofi?", "--json")
    assert ended.code == 0, ended.err
    document = ended.document
    assert set(document) == KEYS
    assert (document["version"], document["question"]) == (1, "was it just Kofi?")
    assert (document["intent"], document["slots"]) == ("scope_check", {"participant": "Kofi Mensah"})
    assert document["in_scope"] is True
    assert document["clarify"] is None
    assert document["text"].startswith("Yes")
    assert all(set(receipt) == RECEIPT_KEYS for receipt in document["receipts"])


async def test_without_json_it_is_the_text_alone(settings: dict[str, str], tmp_path: Path) -> None:
    spaced, kind = await asyncio.gather(
        bot(tmp_path, settings, "ask", "858", "1234", "5678", "who had the worst latency?"),
        bot(tmp_path, settings, "ask", "meeting", WEEKLY, "who", "had", "the", "worst", "latency?"),
    )
    assert spaced.code == 0, spaced.err
    assert spaced.out == kind.out
    assert "Ana Souza" in spaced.out


async def test_context_and_asker_are_taken_into_account(settings: dict[str, str], tmp_path: Path) -> None:
    why, me, nobody = await asyncio.gather(
        bot(tmp_path, settings, "ask", WEEKLY, "and why?", "--context", "what about Ana?", "--json"),
        bot(tmp_path, settings, "ask", WEEKLY, "was I ok?", "--asker", "kofi.mensah@example.com", "--json"),
        bot(tmp_path, settings, "ask", WEEKLY, "was I ok?", "--json"),
    )
    assert "Ana Souza" in why.document["text"]
    assert me.document["slots"]["participant"] == "@asker"
    assert "Kofi Mensah" in me.document["text"]
    assert "Kofi" not in nobody.document["text"]


async def test_a_batch_answers_every_line_in_order(settings: dict[str, str], tmp_path: Path, zoom: Zoom) -> None:
    lines = [
        {"question": "who had it worst?"},
        {"question": "why?", "context": ["what about Ana?"], "asker": None, "note": "of no interest"},
        {"question": "was I ok?", "context": [], "asker": "kofi.mensah@example.com"},
    ]
    file = tmp_path / "questions.jsonl"
    file.write_text("\n".join([*map(json.dumps, lines), ""]))
    ended = await bot(tmp_path, settings, "ask", WEEKLY, "--batch", str(file))
    assert ended.code == 0, ended.err
    documents = [json.loads(line) for line in ended.out.splitlines()]
    assert [one["question"] for one in documents] == [line["question"] for line in lines]
    assert "Kofi Mensah" in documents[0]["text"]
    assert "Ana Souza" in documents[1]["text"]
    assert zoom.asked("meeting.summary") == 2


async def test_a_bad_line_is_named_and_what_came_before_it_stands(settings: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text('{"question": "who had it worst?"}\n{"context": []}\n')
    ended = await bot(tmp_path, settings, "ask", WEEKLY, "--batch", str(file))
    assert ended.code == 2
    assert len(ended.out.splitlines()) == 1
    assert re.fullmatch(r"bad_line: Line 2 .*question.* \(ref [0-9a-f]{8}\)", ended.last_line)


@pytest.mark.parametrize("arguments", [(WEEKLY,), ("123", "who?"), ("meeting", "who had it worst?")])
async def test_wrong_usage_is_one_line_and_exit_code_two(
    arguments: tuple[str, ...], settings: dict[str, str], tmp_path: Path
) -> None:
    ended = await bot(tmp_path, settings, "ask", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert re.fullmatch(r"[a-z_]+: .+ \(ref [0-9a-f]{8}\)", ended.last_line)


async def test_feedback_needs_the_database_only_and_may_be_empty(tmp_path: Path) -> None:
    ended = await bot(tmp_path, {"DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path / 'qos.db'}"}, "feedback")
    assert (ended.code, ended.out) == (0, "")
