"""The worked cases come out as an engineer says, wrong methods do not, and docs/worked-cases.md is in step."""

from collections.abc import Callable

import pytest

from bot.domain.causes import CAUSES
from bot.domain.metrics import METRICS
from bot.domain.model import Label, Participant, Report
from bot.domain.scoring import badness, label_of
from tests.domain.domain_builders import named
from tests.domain.worked_cases import CASES, DOCUMENT, Out, Worked, as_markdown


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_worked_case_comes_out_as_an_engineer_says(case: Worked) -> None:
    judged = case.judged()
    found = [_out(judged, expected) for expected in case.expect]
    assert found == list(case.expect)
    assert (judged.verdict.scope, judged.verdict.text) == (case.scope, case.text)


def _out(judged: Report, expected: Out) -> Out:
    """`rank` is compared where it is expected: people alike are ranked by name."""
    person = named(judged, expected.name)
    rank = person.rank if expected.rank is not None or person.label is Label.UNRATED else None
    return Out(expected.name, person.label, rank, person.cause.code, person.cause.confidence)


def test_there_are_at_least_thirty_worked_cases_and_they_cover_every_cause() -> None:
    seen = {out.cause for case in CASES for out in case.expect}
    assert len(CASES) >= 30
    assert seen >= {row.code for row in CAUSES} - {"unknown"}


def test_the_written_down_cases_are_in_step() -> None:
    assert DOCUMENT.read_text() == as_markdown()


# --- wrong methods ---------------------------------------------------------------------------------------------------


def _labels_from_maxima(person: Participant) -> str:
    values = [
        badness(metric, spread.max)
        for stream in person.streams
        for metric in METRICS[:3]
        for spread in (getattr(stream, metric.field),)
        if spread is not None and spread.max is not None
    ]
    return label_of(max(values)) if values else person.label


def _labels_with_dash_as_zero(person: Participant) -> str:
    values = [
        badness(metric, 0.0 if spread is None or spread.avg is None else spread.avg)
        for stream in person.streams
        for metric in METRICS[:3]
        for spread in (getattr(stream, metric.field),)
    ]
    return label_of(max(values)) if values else person.label


def _wifi_by_type_alone(person: Participant) -> str:
    guilty = person.label in {Label.POOR, Label.FAIR} and (person.network_type or "").casefold() == "wifi"
    return "wifi" if guilty else person.cause.code


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (_labels_from_maxima, lambda out: out.label),
        (_labels_with_dash_as_zero, lambda out: out.label),
        (_wifi_by_type_alone, lambda out: out.cause),
    ],
)
def test_a_wrong_method_fails_some_worked_case(
    wrong: Callable[[Participant], str], right: Callable[[Out], str]
) -> None:
    failures = [
        case.title for case in CASES for out in case.expect if wrong(named(case.judged(), out.name)) != right(out)
    ]
    assert failures


def _the_worst_person_brands_the_meeting(judged: Report) -> str:
    labels = {p.label for p in judged.participants}
    return "most" if Label.POOR in labels else "nobody"


def test_letting_the_worst_person_brand_the_meeting_fails_some_worked_case() -> None:
    failures = {case.title for case in CASES if _the_worst_person_brands_the_meeting(case.judged()) != case.scope}
    assert "A bad hotel Wi-Fi does not brand the meeting" in failures


@pytest.mark.parametrize("wrong", [_labels_from_maxima, _labels_with_dash_as_zero, _wifi_by_type_alone])
def test_a_wrong_method_is_right_for_a_clean_person(wrong: Callable[[Participant], str]) -> None:
    """The methods are wrong, not broken."""
    clean = named(CASES[0].judged(), "Person 1")
    assert wrong(clean) in {"good", "none"}
