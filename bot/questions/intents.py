"""From what was heard to what is wanted: phrases and rules, and the wordings that come nearest. Rows are elsewhere."""

from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache

from bot.questions.asked import Intent
from bot.questions.cues_outside import KIND, TOPIC
from bot.questions.heard import Heard
from bot.questions.intent_rules import TOPICS, WHEN
from bot.questions.nearest import features, indexed

PER_WORD = 2
LONGEST_COUNTED = 5
AGREEING = 2
"""What every word of a phrase and every further phrase of the same intent add."""

VOTE = 300
"""What the whole vote of the nearest wordings weighs beside the rules, which go to about 120: chosen where questions
that neither had seen were read best (`make eval`)."""

WEAK = 40
"""Less than that speaks for nothing."""

CLEAR = 0.5
CHATTER = frozenset((Intent.SMALLTALK, Intent.OUT_OF_SCOPE))
_SMALL_WORDS = """
and be can do ease how only or part than what when where which why not that polite who they people anyone everyone
nobody others us number place show thing
"""
SMALL_WORDS = frozenset(_SMALL_WORDS.split())
"""Concepts that stand in any sentence. With nothing else in it the vote for a question must be `CLEAR`."""

GUARDED = frozenset({"instructions", "privacy_override", "meeting_control"})

LEFT_OUT: ContextVar[str | None] = ContextVar("left_out", default=None)
"""A wording that does not vote; for measuring only."""

CHAT = 18
WHOLE = 84
HALF = 0.5
"""A courtesy counts little beside anything else, and much where it is all there is."""

ORDER = tuple(Intent)


@dataclass(frozen=True, slots=True)
class Wanted:
    """An intent and how strongly it was said, `ruled` by phrases and rules alone; of `out_of_scope` the topic too."""

    intent: Intent
    weight: float
    topic: str | None = None
    ruled: float = 0.0


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[Intent, int, tuple[tuple[frozenset[str], bool], ...]], ...]:
    return tuple(
        (
            row.intent,
            row.weight,
            tuple((frozenset(term.lstrip("!").split("|")), not term.startswith("!")) for term in row.terms.split()),
        )
        for row in WHEN
    )


def scores(heard: Heard) -> list[Wanted]:
    """Every intent that anything speaks for, the strongest first; ties in the order of `Intent`."""
    features = heard.features
    strongest: dict[Intent, float] = {}
    agreeing: dict[Intent, int] = {}
    topic: tuple[float, str] = (0, "")
    chat: tuple[float, str] = (0, "")
    for cue in heard.cues:
        length = PER_WORD * (min(cue.end - cue.start, LONGEST_COUNTED) - 1)
        if cue.concept == TOPIC:
            topic = max(topic, (TOPICS[cue.value] + length, cue.value))
            continue
        if cue.concept == KIND:
            chat = max(chat, (CHAT + length, cue.value))
            continue
        intent = Intent(cue.concept)
        strongest[intent] = max(strongest.get(intent, 0), cue.value + length)
        agreeing[intent] = agreeing.get(intent, 0) + 1
    for intent, weight, terms in _rules():
        if all(bool(names & features) is wanted for names, wanted in terms):
            strongest[intent] = max(strongest.get(intent, 0), weight)
            agreeing[intent] = agreeing.get(intent, 0) + 1
    found = [Wanted(i, weight + AGREEING * (min(agreeing[i], 4) - 1)) for i, weight in strongest.items()]
    if topic[1]:
        found.append(Wanted(Intent.OUT_OF_SCOPE, topic[0], topic[1]))
    if chat[1] and (share := _courtesy(heard)) >= HALF:
        found.append(Wanted(Intent.SMALLTALK, chat[0] + WHOLE * (share == 1), chat[1]))
    return sorted(found, key=lambda one: (-one.weight, ORDER.index(one.intent)))


def _courtesy(heard: Heard) -> float:
    """How much of what was said is courtesies."""
    said = {at for cue in heard.cues if cue.concept == KIND for at in range(cue.start, cue.end)}
    return len(said) / max(1, len(heard.words))


def prepare() -> None:
    """Make what the first question would wait half a second for."""
    indexed(holding)


def best(heard: Heard) -> Wanted:
    """What is wanted most: by the rules, and by the wordings that come nearest."""
    ruled = {one.intent: one for one in scores(heard)}
    votes = indexed(holding).shares(features(heard, holding(heard)), LEFT_OUT.get())
    if not _of_the_field(heard):
        votes = {intent: share for intent, share in votes.items() if share >= CLEAR or intent in CHATTER}
    found = [_voted(intent, ruled.get(intent), votes.get(intent, 0.0)) for intent in dict.fromkeys((*ruled, *votes))]
    first = max(found, key=lambda one: (one.weight, -ORDER.index(one.intent)), default=None)
    if first is None or first.weight < WEAK:
        return Wanted(Intent.OUT_OF_SCOPE, 0.0)
    return first


def _of_the_field(heard: Heard) -> bool:
    """Whether anything is said that a call's quality has to do with: a name, a medium, trouble, a phrase that asks."""
    return bool(heard.cues) or any(unit.concept not in SMALL_WORDS for unit in heard.units)


def _voted(intent: Intent, ruled: Wanted | None, share: float) -> Wanted:
    """What must never be read as a question counts more than what is like one."""
    if ruled is None:
        return Wanted(intent, VOTE * share)
    guarded = VOTE / 2 if ruled.topic in GUARDED else 0.0
    return Wanted(intent, ruled.weight + VOTE * share + guarded, ruled.topic, ruled.weight)


@lru_cache(maxsize=512)
def _holds(features: frozenset[str]) -> tuple[str, ...]:
    return tuple(
        intent.value for intent, _, terms in _rules() if all(bool(n & features) is wanted for n, wanted in terms)
    )


def holding(heard: Heard) -> tuple[str, ...]:
    """The intents of the rules that hold, as words for the vote."""
    return _holds(heard.features)
