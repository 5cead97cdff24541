"""The measuring stick itself: what counts as alike, and which numbers count as covered by a receipt."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.model import Direction, Media
from bot.questions.answer import Answer, Receipt
from bot.questions.pen import Pen
from tests.builders import START
from tests.questions.comparing import alike, missed, superfluous
from tests.questions.receipts import without_receipt
from tests.questions.rows import SEEN, UNSEEN, belongs_to
from tests.questions.weekly_sync import facts

CALL = facts("marcus.bell@example.com")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José Álvarez", "jose alvarez"),
        (5, 5.0),
        (["audio", "video"], ["video", "audio"]),
        ("version", ["version"]),
        ("since_10:20", "after_10:20"),
        ("10:20-10:35", "10:20–10:35"),
        ({"device": {"not": ["room", "phone"]}}, {"device": {"not": ["phone", "room"]}}),
    ],
)
def test_what_means_the_same_is_alike(one: object, other: object) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Souza", "Ana Reyes"),
        (5, 6),
        (">", ">="),
        (["audio"], ["audio", "video"]),
        ("since_10:20", "until_10:20"),
        ({"device": {"not": "room"}}, {"device": "room"}),
    ],
)
def test_what_differs_is_not_alike(one: object, other: object) -> None:
    assert not alike(one, other)


def test_an_absent_slot_is_missed_and_one_more_is_only_superfluous() -> None:
    expected, got = {"metric": "loss", "n": 1}, {"metric": "loss", "order": "worst"}
    assert (missed(expected, got), superfluous(expected, got)) == (["n"], ["order"])


def _said(*lines: str, receipts: tuple[Receipt, ...] = ()) -> Answer:
    return Answer(tuple([line] for line in lines), receipts)


def test_a_number_that_nobody_vouches_for_is_found() -> None:
    receipt = Receipt("measured", 7.94, "%", "avg", "loss")
    assert without_receipt(_said("It lost 7.9 %, at most 22 %.", receipts=(receipt,)), CALL) == ["22 %"]


def test_a_receipt_in_another_unit_does_not_vouch() -> None:
    assert without_receipt(_said("300 ms", receipts=(Receipt("limit", 300, "kbps"),)), CALL) == ["300 ms"]


def test_times_and_days_need_the_receipt_of_an_instant() -> None:
    pen = Pen(CALL)
    pen.time(START - timedelta(days=7))
    said = [["17 Nov 10:00 UTC"], ["2026-11-17"], ["10:01 UTC"], ["18 Nov"]]
    assert without_receipt(pen.written(said), CALL) == ["10:01", "18 Nov"]


def test_what_the_pen_wrote_is_covered() -> None:
    pen = Pen(CALL)
    person = next(p for p in CALL.report.participants if p.name == "Kofi Mensah")
    sent = next(s for s in person.streams if (s.media, s.direction) == (Media.AUDIO, Direction.SENT))
    words = f"{pen.name(person.key)}: {pen.measured(person, sent, 'loss')} of {pen.count(45, 'minutes')} minutes"
    assert without_receipt(pen.written([[words]]), CALL) == []


def test_names_devices_and_versions_are_no_numbers() -> None:
    said = _said("+49 30 ***12 dialled in", "Jabra Evolve2 65 on Windows 6.2.1", "meeting 858 1234 5678", 'no "r2d2"')
    assert without_receipt(said, CALL, "how was r2d2") == []


def test_what_show_the_numbers_says_is_looked_at_too() -> None:
    assert without_receipt(Answer((["fine"],), more=(["12 ms"],)), CALL) == ["12 ms"]


@given(st.text(max_size=80))
def test_a_question_belongs_to_one_part_however_it_is_spaced_or_cased(text: str) -> None:
    assert belongs_to(text) in {SEEN, UNSEEN}
    assert belongs_to(f"  {text.casefold()} ") == belongs_to(text.casefold())
