"""The tables and the CSV: everything is there, numbers sort as numbers, and nothing runs in a spreadsheet."""

import csv as csv_format
import io
from typing import Any

import pytest

from bot.blocks.table import COLUMNS, HEADS, csv, table, table_text
from bot.domain.model import Report
from tests.builders import dialled_in, good_people, kofi, participant, report, weekly_sync


def rows(made: Report, **options: Any) -> list[dict[str, Any]]:
    block = next(b for b in table(made, **options).blocks if b["type"] == "data_table")
    return [dict(zip(HEADS, row, strict=True)) for row in block["rows"][1:]]


def test_numbers_are_numbers_and_what_was_not_measured_is_a_dash() -> None:
    first, *_, last = rows(weekly_sync())
    assert first["Audio sent loss, avg %"] == {"type": "raw_number", "value": 7.9, "text": "7.9"}
    assert first["Decided by"] == {"type": "raw_text", "text": "audio sent, loss"}
    assert first["Network"] == {"type": "raw_text", "text": "Wi-Fi"}
    assert first["Video sent loss, avg %"] == {"type": "raw_text", "text": "–"}
    assert last["Rank"] == last["Worst latency, avg ms"] == {"type": "raw_text", "text": "–"}


def test_a_measured_zero_is_not_a_dash() -> None:
    cells = rows(report([participant(minutes=0.0, cpu=kofi().cpu)]))[0]
    assert cells["Minutes"] == {"type": "raw_number", "value": 0.0, "text": "0"}


def test_the_worst_hundred_are_shown_and_the_rest_counted() -> None:
    message = table(report(good_people(250)))
    assert len(message.blocks[0]["rows"]) == 101
    assert (
        message.blocks[-1]["elements"][0]["text"] == "150 more in the CSV file, sent to your direct messages with me."
    )
    assert message.text.endswith("150 more in the CSV file, sent to your direct messages with me.")


def test_rows_that_do_not_fit_are_dropped_from_the_end() -> None:
    wide = [
        participant(str(n), f"{n} " + "x" * 99, location="y" * 99, device="z" * 99, data_center="w" * 99)
        for n in range(200)
    ]
    message = table(report(wide), limit=200)
    shown = len(message.blocks[0]["rows"]) - 1
    assert 0 < shown < 200
    assert f"{200 - shown} more in the CSV file" in message.text
    assert sum(len(cell["text"]) for row in message.blocks[0]["rows"] for cell in row) <= 20_000


def test_an_empty_meeting_has_no_table_to_refuse() -> None:
    assert [block["type"] for block in table(report([])).blocks] == ["rich_text"]
    assert table_text(report([])).text == "0 people in Weekly sync"


def test_the_text_table_has_aligned_columns() -> None:
    made = report([kofi(), participant("2", "李小龙李小龙李小龙李小龙"), dialled_in()])
    lines = table_text(made).blocks[1]["elements"][0]["elements"][0]["text"].split("\n")
    assert lines == [
        "#    name                  label    loss % lat ms jit ms decided by",
        "1    Kofi Mensah           poor     7.9    61     14     audio sent, loss",
        "2    李小龙李小龙李小龙李… good     0.3    70     12     –",
        "–    +1 *** 0199           not rat… –      –      –      –",
    ]


def test_both_tables_say_the_same_as_plain_text() -> None:
    assert table(weekly_sync()).text == table_text(weekly_sync()).text
    assert table(weekly_sync()).text.split("\n")[1].startswith("1. 🔴 Kofi Mensah · poor · audio sent · loss 7.9 %")


def test_every_column_has_a_head_of_its_own() -> None:
    assert len(set(HEADS)) == len(COLUMNS) + 2 <= 20


def read(made: Report) -> list[dict[str, str]]:
    return list(csv_format.DictReader(io.StringIO(csv(made))))


def test_the_csv_has_everybody_and_every_stream() -> None:
    found = read(weekly_sync())
    assert len({row["participant_id"] for row in found}) == 15
    assert (found[0]["media"], found[0]["direction"], found[0]["loss_pct_avg"], found[0]["loss_pct_max"]) == (
        "audio",
        "sent",
        "7.9",
        "22",
    )
    assert found[0]["loss_pct_min"] == ""
    assert found[-1]["unrated_reason"] == "dialled in, nothing measured"
    assert found[-1]["media"] == ""


@pytest.mark.parametrize("name", ["=1+1", "+49", "-2+3", "@SUM(A1)", "\t=1", "\u200b=1", "＝1"])
def test_no_name_runs_as_a_formula(name: str) -> None:
    assert read(report([participant(name=name)]))[0]["name"].startswith("'")


def test_a_name_cannot_break_out_of_its_cell() -> None:
    name = 'a","b\r\nc;=1'
    assert read(report([participant(name=name)]))[0]["name"] == 'a","b c;=1'


def test_the_csv_holds_no_address() -> None:
    person = participant("1", "ana@corp.example", email="ana@corp.example", network_group="10.0.0.1")
    assert "corp" not in csv(report([person]))
    assert "10.0.0.1" not in csv(report([person]))


def test_a_signal_strength_stays_a_number() -> None:
    assert read(report([participant(wifi_rssi_dbm=-67.0)]))[0]["wifi_rssi_dbm"] == "-67"
