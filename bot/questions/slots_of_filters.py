"""Whom a list keeps or leaves out, as conditions on fields. Reads words; looks at no participant."""

from collections.abc import Sequence
from typing import Any

from bot.questions.heard import Heard
from bot.questions.references import Reference
from bot.questions.slots import Found

FIELDS = {"network": "network_type", "device": "device", "place": "location", "role": "role"}
"""Concepts that are conditions, and the field each is about."""


def filters(heard: Heard, people: Sequence[Reference]) -> Found:
    """`{"network_type": "Wifi"}`, `{"device": {"not": "room"}}`: whom a list keeps or leaves out."""
    found: Found = {}
    without = [unit.end for unit in heard.units_of("without")]
    after_but = [n + 1 for n, word in enumerate(heard.words) if word == "but" and heard.values("everyone")]
    starts = [*without, *after_but, *_plain_negations(heard)]
    for unit in heard.units_of("network", "device", "place", "role", "group"):
        field = FIELDS.get(unit.concept)
        field = "data_center" if field == "location" and by_data_center(heard) else field
        if field is None or any(
            unit.start >= o.start and unit.end <= o.end and (unit.start, unit.end) != (o.start, o.end)
            for o in heard.units_of("named")
        ):
            continue
        if unit.concept == "role" and any(
            o.concept == "device" and o.start == unit.start for o in heard.units_of("device")
        ):
            continue
        out = any(0 <= unit.start - start <= 4 for start in starts)
        _add(found, field, unit.value, out)
    if starts:
        for one in people:
            if isinstance(one.slot, str) and not one.open and one.keys:
                _add(found, "participant", one.slot, True)
    return found


def by_data_center(heard: Heard) -> bool:
    """Whether a place is where Zoom's servers are: `homed to Frankfurt`, `on the Frankfurt dc`."""
    return "data_center" in heard.values("group") or heard.says("homed", "homed to", "dc", "dcs")


def _plain_negations(heard: Heard) -> list[int]:
    return [u.end for u in heard.units_of("not") if heard.words[u.start] in {"not", "no", "without", "never"}]


def _add(found: Found, field: str, value: Any, out: bool) -> None:
    """Several values of one field are a list."""
    old = found.get(field)
    if out:
        kept = old["not"] if isinstance(old, dict) else None
        found[field] = {
            "not": [*(kept if isinstance(kept, list) else [kept]), value] if kept and kept != value else value
        }
    elif isinstance(old, list):
        found[field] = [*old, value]
    elif old is None:
        found[field] = value
    elif old != value and not isinstance(old, dict):
        found[field] = [old, value]
