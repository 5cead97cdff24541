"""CPU from pages to a ranked report, and of the diagnosis in it, without network or store."""

from collections.abc import Sequence
from datetime import UTC, datetime

import orjson

from bench.figures import Figure, cpu_s
from bot.domain.diagnosis import diagnose
from bot.domain.judgement import judge
from bot.domain.model import Call, DirectionNote, Kind, Reading, Report, Source, Subject, Summary
from bot.domain.people import join, people
from bot.domain.scoring import rate
from bot.zoom.directions import direction_map
from bot.zoom.wire import summary_page
from playground.zoom.crowds import big_call
from playground.zoom.wire import summary_pages

SEED = 1
NOTE = DirectionNote(Reading.DOCUMENTED)
DIRECTIONS = direction_map(Kind.MEETING, Reading.DOCUMENTED)
AS_OF = datetime(2026, 1, 14, 12, tzinfo=UTC)


def pages_of(participants: int) -> list[bytes]:
    """What Zoom would send of a meeting of that many: one page per ten people."""
    return list(summary_pages(big_call("meeting", participants, SEED), page_size=10))


def decoded(pages: Sequence[bytes]) -> list[object]:
    """The peer: nothing but JSON."""
    return [orjson.loads(page) for page in pages]


def parsed(pages: Sequence[bytes]) -> list[Summary]:
    """Page by page, as they arrive from Zoom."""
    return [row for page in pages for row in summary_page(Kind.MEETING, orjson.loads(page))[0].rows]


def report(pages: Sequence[bytes]) -> Report:
    """Everything that happens between Zoom's bytes and the ranked report."""
    legs = join(parsed(pages), ())
    return judge(Call(Subject(Kind.MEETING), legs, Source.REST, AS_OF), DIRECTIONS, NOTE)


def against_decoding(participants: int = 1_000, rounds: int = 15) -> Figure:
    pages = pages_of(participants)
    whole, peer = cpu_s(lambda: report(pages), lambda: decoded(pages), rounds=rounds)
    name = f"CPU, pages of {participants:,} to a ranked report"
    return Figure(name, 1000 * whole, "ms", "orjson.loads of the same pages", 1000 * peer, aim=10)


def diagnosis_against_parsing(participants: int = 1_000, rounds: int = 15) -> Figure:
    pages = pages_of(participants)
    rated = [rate(person) for person in people(join(parsed(pages), ()), DIRECTIONS)]
    diagnosing, peer = cpu_s(lambda: diagnose(rated), lambda: parsed(pages), rounds=rounds)
    name = f"CPU, diagnosing {participants:,}"
    return Figure(name, 1000 * diagnosing, "ms", "parsing their pages", 1000 * peer, aim=1)


def growth(small: int, large: int, rounds: int = 3) -> Figure:
    """CPU per participant of a large call against a small one: 1 is linear."""
    few, many = pages_of(small), pages_of(large)
    # A small call is over within a clock's tick or two, so it is built over and over.
    times = max(1, large // small // 10)
    lone, whole = cpu_s(lambda: [report(few) for _ in range(times)], lambda: report(many), rounds=rounds)
    per_small, per_large = 1e6 * lone / times / small, 1e6 * whole / large
    return Figure(f"CPU per participant of {large:,}", per_large, "µs", f"of {small:,}", per_small, aim=1.5)
