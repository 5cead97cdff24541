"""From what was heard to what is wanted: the strongest phrase or rule wins. The rows are elsewhere."""

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from bot.questions.asked import Intent
from bot.questions.cues_outside import KIND, TOPIC
from bot.questions.heard import Heard
from bot.questions.intent_rules import TOPICS, WHEN
from bot.questions.phrasebook import EXAMPLES

PER_WORD = 2
LONGEST_COUNTED = 5
AGREEING = 2
"""What every word of a phrase and every further phrase of the same intent add."""

WEAK = 40
ALIKE = 78
"""Below `WEAK` a wording that is `ALIKE` (of 100) an example is read as that."""

CHAT = 18
WHOLE = 84
HALF = 0.5
"""A courtesy counts little beside anything else, and much where it is all there is."""

ORDER = tuple(Intent)


@dataclass(frozen=True, slots=True)
class Wanted:
    """An intent and how strongly it was said; of `out_of_scope` the topic too."""

    intent: Intent
    weight: float
    topic: str | None = None


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


def best(heard: Heard) -> Wanted:
    """What is wanted most. Where little speaks for anything, the example that comes nearest."""
    found = scores(heard)
    if found and found[0].weight >= WEAK:
        return found[0]
    alike = process.extractOne(shape(heard), _shapes(), scorer=fuzz.token_set_ratio, score_cutoff=ALIKE)
    if alike is not None and len(heard.words) > 1:
        return Wanted(_intents_of_shapes()[alike[2]], WEAK)
    return found[0] if found else Wanted(Intent.OUT_OF_SCOPE, 0, None)


def shape(heard: Heard) -> str:
    """The words with names as `person`, so that wordings can be compared."""
    named = {at for unit in heard.units if unit.concept == "named" for at in range(unit.start, unit.end)}
    words = ["person" if at in named else word for at, word in enumerate(heard.words)]
    return " ".join(word for n, word in enumerate(words) if not n or word != "person" or words[n - 1] != "person")


def _shapes() -> tuple[str, ...]:
    return tuple(row.shape for row in EXAMPLES)


def _intents_of_shapes() -> tuple[Intent, ...]:
    return tuple(row.intent for row in EXAMPLES)
