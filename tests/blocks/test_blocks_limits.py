"""Whatever a report holds, Slack takes the message: arbitrary reports against a strict validator."""

import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.blocks import notices, parts
from bot.blocks.lines import Moment, bold, code
from bot.blocks.report import summary
from bot.blocks.table import csv, table, table_text
from bot.blocks.why import failed, loading, why
from bot.domain.metrics import METRICS
from bot.domain.model import (
    CallUuid,
    Cause,
    Cpu,
    CpuLabel,
    DecidedBy,
    Direction,
    DirectionNote,
    Kind,
    Label,
    Media,
    MeetingNumber,
    Participant,
    Reading,
    Report,
    Scope,
    Sort,
    Source,
    Spread,
    Stream,
    Subject,
    Verdict,
    View,
)
from bot.errors import QosError
from bot.ports import Message
from playground.slack.blocks import message_problems
from playground.slack.view_rules import view_problems
from tests.builders import NOW

HOSTILE = (
    "<!channel>",
    "*_~`",
    ":boom:",
    "&" * 400,
    "\u202e\n",
    "z" + "\u0351" * 300,
    "😀" * 300,
    " ",
    "",
    "a@b.co",
    "https://evil.com",
)
maybe = st.one_of(st.none(), st.sampled_from(HOSTILE), st.text(max_size=30))
typed = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30))
floats = st.one_of(st.none(), st.floats(), st.floats(0, 400))
spreads = st.one_of(st.none(), st.builds(Spread, floats, floats, floats))
times = st.one_of(st.none(), st.datetimes(datetime(1969, 1, 2), datetime(2100, 1, 1), timezones=st.just(UTC)))
labels = st.sampled_from(Label)
metric_keys = st.sampled_from([m.key for m in METRICS])
streams = st.builds(
    Stream,
    st.sampled_from(Media),
    st.sampled_from(Direction),
    *[spreads] * 5,
    resolution=maybe,
    label=st.one_of(st.none(), labels),
    badness=st.one_of(st.none(), st.floats(0, 4)),
    worst_metric=st.one_of(st.none(), metric_keys),
)
decisions = st.builds(
    DecidedBy,
    metric_keys,
    st.sampled_from(Media),
    st.sampled_from(Direction),
    st.floats(),
    st.floats(0, 500),
    st.sampled_from(["%", "ms"]),
)
causes = st.builds(
    Cause,
    st.sampled_from(["none", "unknown", "own_uplink", "site_or_isp", "no_such_code"]),
    typed,
    st.lists(typed, max_size=3).map(tuple),
    typed,
    st.lists(typed, max_size=3).map(tuple),
)
people = st.builds(
    Participant,
    key=typed,
    participant_ids=st.lists(typed, max_size=2).map(tuple),
    name=maybe,
    email=maybe,
    label=labels,
    streams=st.lists(streams, max_size=4).map(tuple),
    cpu=st.builds(Cpu, st.sampled_from(CpuLabel), floats, floats),
    joins=st.integers(0, 50),
    rank=st.one_of(st.none(), st.integers(1, 2000)),
    score=st.one_of(st.none(), st.integers(0, 100)),
    unrated_reason=maybe,
    decided_by=st.one_of(st.none(), decisions),
    minutes=floats,
    joined_at=times,
    network_type=maybe,
    location=maybe,
    data_center=maybe,
    device=maybe,
    cause=causes,
    has_summary=st.booleans(),
)
counts = st.integers(0, 3000)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A few arbitrary people, repeated up to the size of a large webinar."""
    some = draw(st.lists(people, max_size=6))
    size = draw(st.sampled_from([len(some), len(some), 30, 2000])) if some else 0
    everybody = tuple(
        Participant(**{f: getattr(some[n % len(some)], f) for f in Participant.__slots__} | {"key": f"{n}"})
        for n in range(size)
    )
    return Report(
        subject=draw(
            st.builds(
                Subject,
                st.sampled_from(Kind),
                st.one_of(st.none(), st.just(MeetingNumber("85812345678")), typed.map(MeetingNumber)),
                st.one_of(st.none(), typed.map(CallUuid)),
                maybe,
                maybe,
                times,
                times,
            )
        ),
        source=draw(st.sampled_from(Source)),
        as_of=draw(times) or NOW,
        complete=draw(st.booleans()),
        missing=tuple(draw(st.lists(typed, max_size=5))),
        direction=draw(st.builds(DirectionNote, st.sampled_from(Reading), st.sampled_from([True, False, None]))),
        verdict=draw(
            st.builds(
                Verdict,
                st.sampled_from(Scope),
                typed,
                st.just(tuple(p.key for p in everybody[:3])),
                st.just("none"),
                *[counts] * 5,
            )
        ),
        participants=everybody,
        view=draw(
            st.builds(
                View,
                st.sampled_from(Sort),
                st.one_of(st.none(), st.sampled_from(Media)),
                st.sampled_from([None, 1, 20, 99]),
            )
        ),
    )


def assert_accepted(message: Message) -> None:
    assert message_problems(list(message.blocks)) == []
    assert 0 < len(message.text) <= 3900
    json.dumps([message.text, *message.blocks], allow_nan=False).encode()
    inert = message.text.replace("\n", "")
    assert not re.search(r"<|>|://|&(?!(?:amp|lt|gt);)", inert)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u2028\u2029\x00-\x1f]", inert)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(reports(), st.booleans())
def test_any_report_makes_messages_that_slack_takes(report: Report, shared: bool) -> None:
    assert_accepted(summary(report, now=NOW, state="x" * 140, shared=shared))
    assert_accepted(table(report))
    assert_accepted(table(report, limit=200))
    assert_accepted(table_text(report))
    csv(report).encode()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(reports(), st.none() | st.integers(min_value=0, max_value=5))
def test_any_person_of_any_report_makes_a_view_that_slack_takes(report: Report, place: int | None) -> None:
    people = report.participants
    key = people[place % len(people)].key if people and place is not None else None
    view = why(report, key, now=NOW, state="x" * 140)
    assert view_problems(view) == []


def test_the_other_views_are_taken_too() -> None:
    assert view_problems(loading()) == []
    assert view_problems(failed("<!channel> " * 400)) == []


@given(st.text(max_size=3000), st.text(max_size=3000))
def test_any_error_makes_a_message_that_slack_takes(text: str, advice: str) -> None:
    assert_accepted(notices.error(QosError("slug", text, advice)))


@given(st.text(max_size=300), st.one_of(st.none(), st.text(max_size=300)))
def test_any_typed_word_makes_a_message_that_slack_takes(word: str, suggestion: str | None) -> None:
    assert_accepted(notices.did_you_mean(word, suggestion))


wild_lines = st.lists(
    st.lists(st.one_of(typed, typed.map(bold), typed.map(code), times.map(lambda t: Moment(t or NOW, "{time}", "x")))),
    max_size=40,
)


@given(wild_lines)
def test_any_lines_make_blocks_that_slack_takes(lines: list[list[Any]]) -> None:
    assert message_problems([*parts.rich_text(lines), *parts.context(*lines)][:50]) == []
    for line in lines[:5]:
        assert message_problems(parts.section(line)) == []
    assert len(parts.plain(lines[:1], lines[1:30], lines[30:31])) <= 3900


def test_a_message_never_has_more_than_fifty_blocks() -> None:
    message = parts.message("x", [parts.divider()] * 80)
    assert len(message.blocks) == 50
    assert "does not fit" in message.blocks[-1]["elements"][0]["text"]


def test_lines_left_out_of_the_text_are_counted() -> None:
    text = parts.plain([["head"]], [["&" * 600]] * 9, [["tail"]])
    assert text.startswith("head\n")
    assert text.endswith("… 8 more\ntail")


def test_headers_and_buttons_are_cut_where_slack_would_refuse() -> None:
    menu = parts.overflow("more", [("a" * 200, "v")])
    row = parts.actions(parts.button("b" * 200, "press", "v"), menu)
    assert message_problems([parts.header("h" * 400), *row]) == []
    assert parts.actions() == []


@pytest.mark.parametrize(
    "build",
    [
        lambda: parts.button("x", "press", "v" * 2001),
        lambda: parts.button("x", "", "v"),
        lambda: parts.button("x", "a" * 256, "v"),
        lambda: parts.overflow("more", []),
        lambda: parts.overflow("more", [("a", "v")] * 6),
    ],
)
def test_what_cannot_be_cut_is_refused_here_and_not_by_slack(build: Any) -> None:
    with pytest.raises(ValueError, match=r"press|more|aaa|''"):
        build()
