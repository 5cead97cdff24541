"""Questions that go on from the last one: "and Tom?", "only audio", "the second one". Looks at turns; words nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.model import Report
from bot.questions.asked import Intent, Reading
from bot.questions.choosing import chosen
from bot.questions.heard import Heard
from bot.questions.intents import Wanted
from bot.questions.references import Reference, Thread, name_of
from bot.questions.roster import name_words
from bot.questions.slots import looked_at
from bot.questions.tokens import folded

_JOINING_WORDS = """
and what how about only just but for with same in on now also too then instead of by not ok or 's vs was is it one
ones yes no please to from at limit restrict narrow do does did again us me show give more i mean meant say sorry as
well
"""
JOINING = frozenset(_JOINING_WORDS.split())
_SLOT_CONCEPTS_WORDS = """
named role pronoun me person media metric direction stat window time minutes value number ordinal network device
place group order both they others only without op label field span lagging
"""
SLOT_CONCEPTS = frozenset(_SLOT_CONCEPTS_WORDS.split())
ABOUT_ONE = frozenset(
    (
        Intent.PARTICIPANT_DETAIL,
        Intent.DEVICE_INFO,
        Intent.NETWORK_INFO,
        Intent.REJOIN_CHECK,
        Intent.DURATION_BAD,
        Intent.COMPARE_DIRECTION,
        Intent.HISTORY_PARTICIPANT,
        Intent.CAUSE,
        Intent.REMEDY,
        Intent.SCOPE_CHECK,
        Intent.VERIFY_CLAIM,
        Intent.TIMELINE_ONSET,
        Intent.TIMELINE_SHAPE,
        Intent.TIMELINE_AT,
    )
)
LISTS = frozenset(
    (Intent.RANK_PARTICIPANTS, Intent.LIST_FILTER, Intent.COUNT, Intent.GROUP_BREAKDOWN, Intent.COMPARE_GROUPS)
)
NEVER = frozenset(
    (
        Intent.SMALLTALK,
        Intent.OUT_OF_SCOPE,
        Intent.REFRESH,
        Intent.ALERT_MUTE,
        Intent.SHARE,
        Intent.EXPORT,
        Intent.GLOSSARY,
        Intent.DATA_STATE,
    )
)
STRONG = 70


@dataclass(frozen=True, slots=True)
class Continued:
    """The last question with something of it changed."""

    intent: Intent
    slots: dict[str, Any]
    people: tuple[Reference, ...]


def is_fragment(heard: Heard) -> bool:
    """Nothing but something to change: a name, a medium, a window."""
    if len(heard.words) > 9:
        return False
    covered = {at for unit in heard.units if unit.concept in SLOT_CONCEPTS for at in range(unit.start, unit.end)}
    return bool(covered) and all(at in covered or word in JOINING for at, word in enumerate(heard.words))


def continued(
    heard: Heard, wanted: Wanted, people: Sequence[Reference], before: Thread, report: Report
) -> Continued | None:
    """The last question asked again with what this one names; None where this one stands for itself."""
    last = before.last
    if last is None or last.intent in NEVER or not is_fragment(heard):
        return None
    if (
        wanted.intent in {Intent.CORRECT_REFERENCE, Intent.SCOPE_CHECK, Intent.COMPARE_PARTICIPANTS, Intent.CAUSE}
        and wanted.weight >= STRONG
    ):
        return None
    slots = dict(last.slots)
    named = [one for one in people if not one.open]
    if named:
        return _with_people(last.intent, slots, named, heard, before, report)
    if heard.values("ordinal") and last.intent is Intent.RANK_PARTICIPANTS:
        return Continued(last.intent, slots | {"n": 1, "offset": heard.first("ordinal") - 1}, ())
    changes = looked_at(heard, last.intent)
    if not ({"media", "direction", "metric", "stat"} & changes.keys()) or (
        heard.values("order") and last.intent not in LISTS
    ):
        return None
    if wanted.intent not in {last.intent, Intent.RANK_PARTICIPANTS} and wanted.weight >= 60:
        return None
    if last.intent is Intent.COMPARE_MEDIA:
        return None
    kept = (
        tuple(Reference(name_of(key, report), (key,)) for key in last.people)
        if last.intent in ABOUT_ONE or "participants" in slots
        else ()
    )
    kept = kept[:1] if "participants" not in slots else kept
    return Continued(last.intent, slots | changes, kept)


def _with_people(
    intent: Intent, slots: dict[str, Any], named: Sequence[Reference], heard: Heard, before: Thread, report: Report
) -> Continued | None:
    if heard.values("only") or (
        len(named) > 1 and intent not in {Intent.CHART, Intent.NETWORK_SAME, Intent.COMPARE_PARTICIPANTS}
    ):
        return None
    changes = looked_at(heard, intent)
    if intent in ABOUT_ONE:
        slots.pop("target", None)
        return Continued(intent, slots | changes | {"participant": named[0].slot}, tuple(named[:1]))
    if intent in {Intent.CHART, Intent.NETWORK_SAME, Intent.COMPARE_PARTICIPANTS} and isinstance(
        slots.get("participants"), list
    ):
        last = before.last
        old = (
            [Reference(name_of(key, report), (key,)) for key in (last.people if last else ())][:2]
            if heard.words[0] == "and"
            else []
        )
        together = [*old, *(one for one in named if one.keys not in [o.keys for o in old])]
        if len(together) < 2 and intent is not Intent.CHART:
            return None
        return Continued(intent, slots | changes | {"participants": [one.slot for one in together]}, tuple(together))
    return None


def choice(heard: Heard, before: Thread, report: Report) -> Reading | None:
    """The answer to "which one?": by place in the list, name, or what tells them apart."""
    last = before.last
    if last is None or len(last.clarify) < 1 or len(heard.words) > 8:
        return None
    key = _picked(heard, last.clarify, report)
    return chosen(last, key, report) if key is not None and is_choice(heard) else None


def is_choice(heard: Heard) -> bool:
    asks = any(heard.values(concept) for concept in ("why", "who", "when", "where", "what", "how_many"))
    return not asks and not any(cue.concept == Intent.CORRECT_REFERENCE for cue in heard.cues)


def _picked(heard: Heard, keys: Sequence[str], report: Report) -> str | None:
    ordinal = heard.first("ordinal") or (next(iter(heard.values("number")), None) if len(heard.words) < 3 else None)
    if isinstance(ordinal, int) and 0 < ordinal <= len(keys):
        return keys[ordinal - 1]
    if heard.says("last", "last one", "latter"):
        return keys[-1]
    if heard.says("former"):
        return keys[0]
    people = {p.key: p for p in report.participants}
    found = []
    for key in keys:
        person = people.get(key)
        if person is None:
            continue
        facts = (person.name, person.location, person.device, person.network_type)
        words = {folded(word) for fact in facts for word in name_words(fact)}
        found.append((sum(word in words for word in set(heard.words)), key))
    best = max(found, default=(0, ""))
    return best[1] if best[0] and sum(count == best[0] for count, _ in found) == 1 else None
