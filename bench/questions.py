"""How long a question about a large call takes to be read and answered. Knows no question of its own.

The questions are those of tests/questions/seen, with names of the large call instead of theirs.
"""

import json
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import reduce
from pathlib import Path
from statistics import fmean, median

import orjson

from bench.figures import Figure, cpu_s, percentile
from bench.judging import DIRECTIONS, NOTE, SEED
from bot.domain.feed import joined
from bot.domain.feed_call import call_of
from bot.domain.judgement import judge
from bot.domain.minutes import minute
from bot.domain.model import Call
from bot.questions import understand
from bot.questions.answering import answered, needs, turn_of
from bot.questions.asked import Person, Question, Turn
from bot.questions.facts import ChannelFacts, Facts, Need
from bot.zoom.events import understood
from playground.zoom import events
from playground.zoom.crowds import big_call
from playground.zoom.world import CallRecord

QUESTIONS = Path(__file__).parent.parent / "tests" / "questions" / "seen"
MINUTE = timedelta(minutes=1)
MINUTES = 45
START = datetime(2026, 1, 14, 9, 45, tzinfo=UTC)
"""The minutes on record are then those that the questions speak of."""
ASKER = Person("somebody", None)
NAMES = re.compile(
    r"\b(?:(?:kofi|dave|chris|mei|tom|nina|jos[eé]|priya|ana|luis|marcus|maria|bob|jo)"
    r"(?: (?:mensah|lindqvist|m[uü]ller|tanaka|becker|kowalska|[aá]lvarez|raman|souza|reyes|ortega|bell|adeyemi"
    r"|ivanova|stone|park))?|mensah|lindqvist|m[uü]ller|tanaka|becker|kowalska|souza|reyes|adeyemi)\b",
    re.IGNORECASE,
)


def asked() -> list[tuple[str, list[str]]]:
    """Each seen question and its context, oldest first."""
    paths = sorted(QUESTIONS.glob("*.jsonl"))
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    return [(row["question"], row["context"]) for row in rows]


def large_call(people: int, minutes: int = MINUTES) -> tuple[Call, Facts]:
    """A call of so many as its events tell it; the last minutes of everybody are on record, each like the whole."""
    record = big_call("meeting", people, SEED, START)
    end = START + 60 * MINUTE
    told = [understood(orjson.loads(event.raw)) for event in _events(record, end)]
    call = call_of(reduce(joined, filter(None, told)), None, end + 7 * MINUTE)
    report = judge(call, DIRECTIONS, NOTE)
    records = tuple(
        minute(end - ago * MINUTE, leg.participant_id, leg.measured, DIRECTIONS)
        for ago in range(minutes, 0, -1)
        for leg in call.legs
    )
    return call, Facts(report, end + 7 * MINUTE, records, (report,), (report,), ChannelFacts())


def _events(record: CallRecord, end: datetime) -> Iterator[events.Event]:
    yield events.started(record)
    for person in record.people:
        yield events.data(record, person, person.joins[0], START)
        yield events.summary(record, person, person.joins[0], end)
    yield events.ended(record, end)


def renamed(text: str, names: Sequence[str]) -> str:
    """The same question about somebody of this call; one name always becomes the same one."""
    return NAMES.sub(lambda match: names[sum(map(ord, match[0].casefold())) % len(names)], text)


def question_times(facts: Facts, questions: Sequence[tuple[str, Sequence[str]]]) -> list[float]:
    """CPU seconds of reading and answering each question; what was asked before it in the thread does not count."""
    names = [name for name in facts.names.values() if " (" not in name and " · " not in name]
    times = []
    for text, context in questions:
        turns: list[Turn] = []
        for earlier in context:
            turns.append(_answered(renamed(earlier, names), facts, turns)[0])
        times.append(_answered(renamed(text, names), facts, turns)[1])
    return times


def _answered(text: str, facts: Facts, turns: Sequence[Turn]) -> tuple[Turn, float]:
    began = time.process_time()
    reading = understand.read(Question(text, ASKER, facts.now), facts.report, turns)
    answer = answered(reading, facts if Need.MINUTES in needs(reading) else replace(facts, minutes=()), turns)
    taken = time.process_time() - began
    return turn_of(ASKER.id, text, reading, answer), taken


def questions_about(people: int = 1_000, minutes: int = MINUTES, rounds: int = 5) -> list[Figure]:
    call, facts = large_call(people, minutes)
    judging = median(cpu_s(lambda: judge(call, DIRECTIONS, NOTE), rounds=rounds))
    times = question_times(facts, asked())
    where = f"of a call of {people:,}"
    peer = "judging that call once"
    return [
        Figure(f"CPU per question {where}, p95", 1000 * percentile(times, 95), "ms", peer, 1000 * judging, 50, False),
        Figure(f"questions {where} per second", 1 / fmean(times), "1/s", peer, 1 / judging, 20, False, True),
    ]
