"""The bench runs and prints ratios. What it measures is looked at by people, never asserted: a machine may be busy."""

import re

import pytest

from bench.acks import acks_while_reporting
from bench.alarms import alerts_while_events_arrive
from bench.event_crowd import crowd
from bench.event_load import SECRET, door, signed
from bench.fetching import against_a_bare_loop
from bench.figures import Figure, cpu_s, table
from bench.intake import intake
from bench.judging import against_decoding, diagnosis_against_parsing, growth, pages_of, report
from bench.local_zoom import local_zoom
from bench.memory import peak_memory
from bench.processes import ChildFailed, child
from bench.questions import asked, large_call, questions_about, renamed

FEW = 30
RATIO = re.compile(r" \d+\.\d\dx ")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Children wait for nobody for long here."""
    monkeypatch.setattr("bench.processes.ANSWER_WITHIN_S", 30.0)


def test_what_is_measured_is_a_whole_report() -> None:
    judged = report(pages_of(FEW))
    assert len(judged.participants) == FEW
    assert [person.rank for person in judged.participants] == list(range(1, FEW + 1))


def test_cpu_figures_print_their_ratios() -> None:
    figures = [against_decoding(FEW, rounds=1), diagnosis_against_parsing(FEW, rounds=1), growth(10, FEW, rounds=1)]
    lines = table(figures).splitlines()
    assert len(lines) == 1 + len(figures)
    assert all(RATIO.search(line) and line.rstrip().endswith(("met", "missed")) for line in lines[1:])


def test_figures_of_questions_print_their_ratios() -> None:
    figures = questions_about(FEW, minutes=3, rounds=1)
    assert [figure.unit for figure in figures] == ["ms", "1/s"]
    assert len(RATIO.findall(table(figures))) == len(figures)


def test_questions_are_about_people_of_the_large_call() -> None:
    call, facts = large_call(FEW, minutes=2)
    assert len(facts.minutes) == 2 * len(call.legs) == 2 * FEW
    assert renamed("was it just Kofi Mensah, or dave too?", ["Maya Chen"]) == "was it just Maya Chen, or Maya Chen too?"
    assert len(asked()) > 100


async def test_figures_over_the_network_print_their_ratios(quick: None) -> None:
    async with local_zoom([FEW]) as zoom:
        figures = [
            await against_a_bare_loop(zoom, FEW, rounds=1),
            await peak_memory(zoom, FEW),
            *await acks_while_reporting(zoom, FEW, at_rest=3),
        ]
    assert [figure.unit for figure in figures] == ["ms", "MB", "ms", "ms"]
    assert len(RATIO.findall(table(figures))) == len(figures)


async def test_figures_of_events_print_their_ratios(quick: None) -> None:
    figures = [*await intake(40, rounds=1, paced_s=0.1), await alerts_while_events_arrive(20, alerts=2, at_rest=2)]
    assert [figure.unit for figure in figures] == ["events/s", "ms", "ms", "MB", "bytes", "ms"]
    assert len(RATIO.findall(table(figures))) == len(figures)


async def test_the_bare_door_takes_only_what_is_signed(quick: None) -> None:
    async with child("bench.bare_door", SECRET) as process, door(int(await process.line())) as way:
        event = next(crowd(1))
        await way.send(signed(event))
        with pytest.raises(ValueError, match="401"):
            await way.send(signed(event).replace(b"v0=", b"v1="))


async def test_a_child_that_dies_is_told_of(quick: None) -> None:
    async with child("bench.memory", "not a number") as process:
        with pytest.raises(ChildFailed):
            await process.line()


@pytest.mark.parametrize(
    ("value", "aim", "of_ratio", "word"),
    [(30, 3, True, "met"), (31, 3, True, "missed"), (99, 100, False, "met"), (101, 100, False, "missed")],
)
def test_an_aim_is_met_or_missed(value: float, aim: float, of_ratio: bool, word: str) -> None:
    line = table([Figure("a thing", value, "ms", "another", 10, aim, of_ratio)]).splitlines()[1]
    assert line.rstrip().endswith(f" {word}")


def test_an_aim_may_be_a_least() -> None:
    figures = [Figure("a thing", value, "a second", "another", 10, 0.6, at_least=True) for value in (6, 5.9)]
    assert [figure.met for figure in figures] == [True, False]
    assert "at least 0.6x" in table(figures)


def test_works_take_turns_and_the_median_counts() -> None:
    turns: list[str] = []
    times = cpu_s(lambda: turns.append("ours"), lambda: turns.append("peer"), rounds=3)
    assert turns == ["ours", "peer"] * 3
    assert len(times) == 2
