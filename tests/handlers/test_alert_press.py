"""What a press under an alert means: which alert, which entry; anything else is an old button."""

from typing import Any

import pytest

from bot.errors import BadInput
from handlers.alerts import meant
from handlers.decisions import subject


@pytest.mark.parametrize(
    ("action", "means"),
    [
        ({"value": "12"}, (12, "")),
        ({"selected_option": {"value": "hour|12"}}, (12, "hour")),
        ({"selected_option": {"value": "site|9"}, "value": "ignored"}, (9, "site")),
    ],
)
def test_a_press_names_its_alert(action: dict[str, Any], means: tuple[int, str]) -> None:
    assert meant(action) == means


@pytest.mark.parametrize("value", ["", "|", "hour|", "-1", "1.5", "²", "9" * 30, '{"k": "meeting"}'])
def test_a_value_that_is_not_ours_is_an_old_button(value: str) -> None:
    with pytest.raises(BadInput) as caught:
        meant({"value": value})
    assert caught.value.slug == "old_button"


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("858 1234 5678", ("meeting", "85812345678")),
        ("webinar 930-1164-2875", ("webinar", "93011642875")),
        ("https://zoom.us/j/85812345678?pwd=x", ("meeting", "85812345678")),
        ("session gkBE2XmnRJq42wHoMox/5g==", ("session", "gkBE2XmnRJq42wHoMox/5g==")),
    ],
)
def test_why_takes_what_a_report_takes(typed: str, known: tuple[str, str]) -> None:
    ref = subject(typed)
    assert (ref.kind.value, ref.number or ref.uuid) == known


@pytest.mark.parametrize(("typed", "slug"), [("", "missing_id"), ("webinar", "missing_id"), ("12", "")])
def test_why_of_nothing_that_could_be_a_call_is_refused(typed: str, slug: str) -> None:
    with pytest.raises(BadInput) as caught:
        subject(typed)
    assert not slug or caught.value.slug == slug
