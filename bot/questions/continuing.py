"""Questions that go on from the last one: "and Tom?", "only audio", "who else?", "more than 2 %?". Words nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.model import Report
from bot.questions.asked import Intent, Turn
from bot.questions.heard import Heard
from bot.questions.intents import Wanted
from bot.questions.references import Reference, Thread, name_of
from bot.questions.slots import limit_of, looked_at
from bot.questions.slots_of_filters import filters

_JOINING_WORDS = """
and what how about only just but for with same in on now also too then instead of by not ok or 's vs was is it one ones
yes no please to from at limit restrict narrow do does did again us me show give more i mean meant say sorry as well
were are if alone please view rather change make which
"""
JOINING = frozenset(_JOINING_WORDS.split())
_SLOT_WORDS = """
named role pronoun me person media metric direction stat window time minutes value number ordinal network device place
group order both they others only without op label field span lagging be do others not people everyone
"""
SLOT_CONCEPTS = frozenset(_SLOT_WORDS.split())
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
    )
)
OF_SEVERAL = frozenset((Intent.CHART, Intent.NETWORK_SAME, Intent.COMPARE_PARTICIPANTS))
OF_GROUPS = frozenset((Intent.GROUP_BREAKDOWN, Intent.COMPARE_GROUPS, Intent.HISTORY_GROUP, Intent.LIST_FILTER))
LISTS = frozenset((Intent.RANK_PARTICIPANTS, Intent.LIST_FILTER, Intent.COUNT))
NEVER = frozenset((Intent.REFRESH, Intent.ALERT_MUTE, Intent.SHARE, Intent.EXPORT, Intent.GLOSSARY, Intent.DATA_STATE))
STANDS_ALONE = frozenset((Intent.CORRECT_REFERENCE, Intent.SCOPE_CHECK, Intent.COMPARE_PARTICIPANTS, Intent.CAUSE))
STRONG = 70
LONGEST = 9
CONDITION = ("metric", "op", "value", "stat", "filter", "media", "direction", "window")
FURTHER = (
    "who else",
    "next",
    "next one",
    "who is next",
    "who 's next",
    "and next",
    "and who else",
    "one after that",
    "and then",
)
NAMES = (
    "who",
    "who are they",
    "who are those",
    "which ones",
    "who exactly",
    "names",
    "and who",
    "who is that",
    "who were they",
)
BOTH = ("both", "both of them", "and both", "two of them", "both of those", "what about both", "how about both")
WHICH_OF_THEM = (
    "which of them",
    "who of them",
    "which one of them",
    "which of two",
    "who of two",
    "which of those two",
)


@dataclass(frozen=True, slots=True)
class Continued:
    """The last question with something of it changed."""

    intent: Intent
    slots: dict[str, Any]
    people: tuple[Reference, ...] = ()


def is_fragment(heard: Heard) -> bool:
    """Nothing but something to change: a name, a medium, a window."""
    if len(heard.words) > LONGEST:
        return False
    covered = {at for unit in heard.units if unit.concept in SLOT_CONCEPTS for at in range(unit.start, unit.end)}
    return bool(covered) and all(at in covered or word in JOINING for at, word in enumerate(heard.words))


def continued(
    heard: Heard, wanted: Wanted, people: Sequence[Reference], before: Thread, report: Report
) -> Continued | None:
    """The last question asked again with what this one names; None where this one stands for itself."""
    last = before.last
    if last is None or last.intent in NEVER:
        return None
    followed = _followed(heard, wanted, last, before, report)
    if followed is not None:
        return followed
    if not is_fragment(heard) or (wanted.intent in STANDS_ALONE and wanted.ruled >= STRONG):
        return None
    named = [one for one in people if not one.open]
    if named:
        return _with_people(named, heard, last, report)
    return _with_place(heard, last) or _with_change(heard, wanted, last, report)


def _followed(heard: Heard, wanted: Wanted, last: Turn, before: Thread, report: Report) -> Continued | None:
    """What only makes sense after a list or two people."""
    said, slots = " ".join(heard.words), dict(last.slots)
    if said in FURTHER and last.intent is Intent.RANK_PARTICIPANTS:
        return Continued(
            last.intent, slots | {"n": 1, "offset": int(slots.get("offset") or 0) + int(slots.get("n") or 1)}
        )
    if said in NAMES and last.intent is Intent.COUNT:
        return Continued(Intent.LIST_FILTER, _listed(slots))
    if wanted.intent is Intent.COUNT and last.intent in LISTS and not _own_condition(heard):
        kept = {key: slots[key] for key in CONDITION if key in slots}
        return Continued(Intent.COUNT, kept) if kept else None
    comparative = heard.says("worse", "better") and last.intent in OF_SEVERAL
    pair = before.pair()
    ranked = wanted.intent is Intent.RANK_PARTICIPANTS and (heard.says(*WHICH_OF_THEM) or comparative)
    if len(pair) == 2 and (ranked or said in BOTH):
        both = tuple(_person(key, report) for key in pair)
        look = looked_at(heard, Intent.COMPARE_PARTICIPANTS)
        return Continued(Intent.COMPARE_PARTICIPANTS, {"participants": [one.slot for one in both]} | look, both)
    return None


def _listed(slots: dict[str, Any]) -> dict[str, Any]:
    """The people who were counted, as the condition of a list."""
    if slots.get("op") == "breach":
        return {key: slots[key] for key in ("media", "direction") if key in slots} | {"filter": {"label": "poor"}}
    if slots.get("op") == "not":
        return {"filter": {"label": "good"}}
    return {key: slots[key] for key in CONDITION if key in slots}


def _own_condition(heard: Heard) -> bool:
    return any(
        heard.values(one) for one in ("metric", "label", "network", "device", "place", "value", "bad", "lagging")
    )


def _person(key: str, report: Report) -> Reference:
    return Reference(name_of(key, report), (key,))


def _with_people(named: Sequence[Reference], heard: Heard, last: Turn, report: Report) -> Continued | None:
    slots, changes = dict(last.slots), looked_at(heard, last.intent)
    if heard.values("only") or heard.values("without") or (len(named) > 1 and last.intent not in OF_SEVERAL):
        return None
    if last.intent in ABOUT_ONE:
        slots.pop("target", None)
        return Continued(last.intent, slots | changes | {"participant": named[0].slot}, tuple(named[:1]))
    if last.intent in OF_SEVERAL and isinstance(slots.get("participants"), list):
        old = [_person(key, report) for key in last.people][:2] if heard.words[0] == "and" else []
        together = [*old, *(one for one in named if one.keys not in [other.keys for other in old])]
        if len(together) < 2 and last.intent is not Intent.CHART:
            return None
        return Continued(
            last.intent, slots | changes | {"participants": [one.slot for one in together]}, tuple(together)
        )
    return None


def _with_place(heard: Heard, last: Turn) -> Continued | None:
    """`and Madrid?` after a question about Berlin."""
    place, slots = heard.first("place"), dict(last.slots)
    if place is None or last.intent not in OF_GROUPS or heard.values("only") or heard.values("without"):
        return None
    if isinstance(slots.get("values"), list):
        return Continued(last.intent, slots | {"values": [place]})
    for key in ("group", "filter"):
        if isinstance(slots.get(key), dict) and "location" in slots[key]:
            return Continued(last.intent, slots | {key: slots[key] | {"location": place}})
    return None


def _with_change(heard: Heard, wanted: Wanted, last: Turn, report: Report) -> Continued | None:
    slots, changes = dict(last.slots), looked_at(heard, last.intent)
    if heard.values("ordinal") and last.intent is Intent.RANK_PARTICIPANTS:
        return Continued(last.intent, slots | {"n": 1, "offset": heard.first("ordinal") - 1})
    if last.intent in {Intent.LIST_FILTER, Intent.COUNT} and (limit := limit_of(heard)):
        return Continued(last.intent, slots | changes | limit)
    if wanted.intent is Intent.LIST_FILTER and last.intent in LISTS and (kept := filters(heard, ())):
        return Continued(Intent.LIST_FILTER, _narrowed(slots, kept) | changes)
    if (
        wanted.intent is Intent.GROUP_BREAKDOWN
        and last.intent in {Intent.DEVICE_INFO, Intent.NETWORK_INFO}
        and last.people
    ):
        return _another_field(heard, last, report)
    looks = {"media", "direction", "metric", "stat"} & changes.keys()
    if not looks or last.intent is Intent.COMPARE_MEDIA or (heard.values("order") and last.intent not in LISTS):
        return None
    if wanted.intent not in {last.intent, Intent.RANK_PARTICIPANTS} and wanted.ruled >= 60:
        return None
    slots.pop("offset", None)
    if last.intent in ABOUT_ONE or "participants" in slots:
        kept_people = tuple(_person(key, report) for key in last.people)
        return Continued(last.intent, slots | changes, kept_people if "participants" in slots else kept_people[:1])
    return Continued(last.intent, slots | changes)


def _narrowed(slots: dict[str, Any], kept: dict[str, Any]) -> dict[str, Any]:
    """The condition of the last list and another one."""
    keys = (
        ("media", "direction", "metric", "op", "value", "stat")
        if slots.get("value") is not None
        else ("media", "direction")
    )
    old = slots.get("filter")
    return {key: slots[key] for key in keys if key in slots} | {"filter": (old if isinstance(old, dict) else {}) | kept}


def _another_field(heard: Heard, last: Turn, report: Report) -> Continued:
    person, group = _person(last.people[0], report), heard.first("group")
    device = group in {"client_version", "device"}
    field = "version" if group == "client_version" else group
    intent = Intent.DEVICE_INFO if device else Intent.NETWORK_INFO
    return Continued(intent, {"participant": person.slot, "field": field}, (person,))
