"""Every question read and answered as in a thread, beside what was expected. Prints nothing."""

import re
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.domain.model import Direction, Media, Stream
from bot.questions import understand
from bot.questions.answer import Answer
from bot.questions.answering import answered, needs, turn_of
from bot.questions.asked import ASKER, LAST_MENTIONED, LAST_TWO, Clarify, Intent, Person, Question, Reading, Turn
from bot.questions.facts import Facts, Need
from bot.questions.intents import LEFT_OUT
from tests.builders import NOW
from tests.questions.comparing import missed, superfluous
from tests.questions.receipts import without_receipt
from tests.questions.rows import Expected
from tests.questions.weekly_sync import facts as call_facts

BOT_MENTION = re.compile(r"<@U0BOT>")
"""The bot's own mention, which its doors take away."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one question. `answer_missed` says what was not there, in words; `ms` is read and answered."""

    row: Expected
    intent: str
    slots_missed: tuple[str, ...]
    slots_over: tuple[str, ...]
    answer_missed: tuple[str, ...]
    unreceipted: tuple[str, ...]
    ms: float
    got: str
    first_line: str
    error: str | None = None

    @property
    def intent_ok(self) -> bool:
        return self.intent == self.row.intent

    @property
    def slots_ok(self) -> bool:
        return not self.slots_missed

    @property
    def answer_ok(self) -> bool:
        return not self.answer_missed

    @property
    def all_ok(self) -> bool:
        return self.intent_ok and self.slots_ok and self.answer_ok and not self.unreceipted


UNRESOLVED = frozenset({LAST_MENTIONED, LAST_TWO})
PRONOUNS = UNRESOLVED | {ASKER}

facts_for = lru_cache(maxsize=8)(call_facts)


def evaluate(rows: Iterable[Expected], *, reading_given: bool = False) -> tuple[Outcome, ...]:
    """`reading_given`: the answers alone, from the readings that are expected."""
    return tuple(evaluated(row, reading_given=reading_given) for row in rows)


def evaluated(row: Expected, *, reading_given: bool = False) -> Outcome:
    """One row: its context is asked first, each answer remembered for the next; then the question itself."""
    facts = facts_for(row.asker)
    try:
        turns: list[Turn] = []
        for earlier in row.context:
            reading, answer = _ask(earlier, row.asker, facts, turns)
            turns.append(turn_of(_person(row.asker).id, earlier, reading, answer))
        LEFT_OUT.set(row.question)  # a question that stands among the wordings must not be its own example
        began = time.perf_counter()
        given = expected_reading(row, facts) if reading_given else None
        reading, answer = _ask(row.question, row.asker, facts, turns, given)
        ms = 1000 * (time.perf_counter() - began)
    except Exception as error:  # whatever it is, it is this row's failure and the others go on
        return _raised(row, error)
    return Outcome(
        row,
        str(reading.intent),
        tuple(name for name in missed(row.slots, reading.slots) if not _inherited(name, row, reading, turns)),
        tuple(superfluous(row.slots, reading.slots)),
        tuple(_answer_missed(row, reading, answer, facts)),
        tuple(without_receipt(answer, facts, row.question)),
        ms,
        f"{reading.intent} {dict(reading.slots)}",
        answer.text.partition("\n")[0] or f":{answer.reaction}:",
    )


def _inherited(name: str, row: Expected, reading: Reading, turns: Sequence[Turn]) -> bool:
    """`inherit` is also right as what it stands for: the metric of the last turn that had one."""
    before = next((turn.slots["metric"] for turn in reversed(turns) if "metric" in turn.slots), None)
    return name == "metric" and row.slots["metric"] == "inherit" and reading.slots.get("metric") == before is not None


def _open(row: Expected) -> bool:
    """A pronoun that nothing resolves: whom the answer takes, or that it asks, is up to it."""
    return not UNRESOLVED.isdisjoint(map(str, row.slots.values()))


def _raised(row: Expected, error: Exception) -> Outcome:
    words = f"{type(error).__name__}: {error}"
    return Outcome(row, "", tuple(row.slots), (), (words,), (), 0.0, words, "", words)


def _person(asker: str | None) -> Person:
    return Person(asker or "somebody", asker)


def _ask(
    text: str, asker: str | None, facts: Facts, turns: Sequence[Turn], given: Reading | None = None
) -> tuple[Reading, Answer]:
    question = Question(BOT_MENTION.sub("", text).strip(), _person(asker), NOW)
    reading = given or understand.read(question, facts.report, turns)
    return reading, answered(reading, with_only(facts, needs(reading)), turns)


def expected_reading(row: Expected, facts: Facts) -> Reading:
    """What was expected, as a reading of this call."""
    keys = {name: key for key, name in facts.names.items()}
    if row.clarify:
        return Reading(Intent(row.intent), row.slots, clarify=Clarify("name", tuple(keys[one] for one in row.clarify)))
    meant = row.slots.get("participants", row.slots.get("participant", []))
    several = meant if isinstance(meant, list) else [meant]
    found = [_key(one, facts, keys) for one in several]
    absent = [one for one in several if isinstance(one, str) and one not in PRONOUNS and _key(one, facts, keys) is None]
    people = tuple(dict.fromkeys(key for key in found if key is not None))
    return Reading(Intent(row.intent), row.slots, row.in_scope, people, absent=tuple(absent))


def _key(meant: object, facts: Facts, keys: Mapping[str, str]) -> str | None:
    if meant == ASKER:
        return facts.asker
    if meant == {"role": "host"}:
        return next((p.key for p in facts.report.participants if p.role == "host"), None)
    if meant == {"role": "presenter"}:
        return next((p.key for p in facts.report.participants for s in p.streams if _shares(s)), None)
    return keys.get(str(meant))


def _shares(stream: Stream) -> bool:
    return (stream.media, stream.direction) == (Media.SHARE, Direction.SENT)


def with_only(facts: Facts, wanted: frozenset[Need]) -> Facts:
    """As the service loads them: what an answer did not ask for is not there."""
    return replace(
        facts,
        minutes=facts.minutes if Need.MINUTES in wanted else (),
        earlier=facts.earlier if Need.EARLIER in wanted else (),
        past=facts.past if Need.PAST in wanted else (),
        channel=facts.channel if Need.CHANNEL in wanted else None,
    )


def _answer_missed(row: Expected, reading: Reading, answer: Answer, facts: Facts) -> Iterable[str]:
    labels = [label for _, label in answer.clarify]
    text = "\n".join([answer.text, *labels])
    if not answer.text and not answer.reaction:
        yield "no answer"
    yield from (f"lacks /{says}/" for says in row.says if not re.search(says, text, re.IGNORECASE))
    yield from (f"says /{wrong}/" for wrong in row.says_not if re.search(wrong, text, re.IGNORECASE))
    asked_back = {facts.names[key] for key, _ in answer.clarify}
    if asked_back != set(row.clarify or ()) and not _open(row):
        wanted = " or ".join(row.clarify or ()) or "nobody"
        yield f"asks back for {' or '.join(sorted(asked_back)) or 'nobody'}, not {wanted}"
    if reading.in_scope is not row.in_scope:
        yield f"in_scope is {reading.in_scope}"
