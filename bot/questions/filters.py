"""Conditions on people, as slots have them: `{"device": {"not": "room"}}`, `{"metric": "loss", "op": ">", "value": 5}`.

Who fulfils one, who does not, of whom it is not known, and how it is said. What is answered is decided elsewhere.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.blocks.words import metric_word
from bot.domain.model import Label, Participant, Report
from bot.questions.fields import FIELDS, HOW, field_of, matches, phrase
from bot.questions.pen import Pen
from bot.questions.spot_words import streams_looked_at
from bot.questions.spots import OF_PEOPLE, Wanted, label_in, spot, unit, wanted

MOST = 1e9
OPS: Mapping[str, tuple[str, Callable[[float, float], bool]]] = {
    ">": ("over", lambda value, limit: value > limit),
    "<": ("under", lambda value, limit: value < limit),
    ">=": ("of at least", lambda value, limit: value >= limit),
    "<=": ("of at most", lambda value, limit: value <= limit),
    "=": ("of", lambda value, limit: value == limit),
}


@dataclass(frozen=True, slots=True)
class Condition:
    """`holds` is None where it is not known. `said` goes behind "were" or, for a number, behind "had"."""

    holds: Callable[[Participant], bool | None]
    said: Callable[[Pen], str]
    field: str
    negated: bool = False
    how: str = ""
    number: Wanted | None = None


def conditions(slots: Mapping[str, Any], report: Report) -> tuple[Condition, ...]:
    """Everything that the slots demand of a person; what cannot be read is left out."""
    return tuple(_all(slots, report))


def _all(slots: Mapping[str, Any], report: Report) -> Iterator[Condition]:
    for name in ("filter", "group"):
        said = slots.get(name)
        for one in said if isinstance(said, list | tuple) else (said,):
            yield from _of(one, slots, report)
    for key, value in slots.items():
        if field_of(key) in FIELDS and field_of(key) != "participant" and key not in {"by", "field"}:
            yield from _condition(str(field_of(key)), value, report)
    yield from _numeric(slots, report)


def _of(said: Any, slots: Mapping[str, Any], report: Report) -> Iterator[Condition]:
    if isinstance(said, str):
        yield from _condition("label", said, report)
    if not isinstance(said, Mapping):
        return
    if _number(said.get("value")) is not None:
        yield from _numeric({**slots, **said}, report)
    for key, value in said.items():
        field = field_of(key)
        if field is not None:
            yield from _condition(field, value, report)
        elif key in {"not", "without"}:
            yield from (_not(one) for one in _of(value, slots, report))
        elif isinstance(value, Mapping):
            yield from _numeric_field(key, value, slots, report)


def _not(one: Condition) -> Condition:
    def holds(person: Participant) -> bool | None:
        held = one.holds(person)
        return None if held is None else not held

    return Condition(holds, lambda pen: f"not {one.said(pen)}", one.field, True, one.how, one.number)


def _numeric_field(key: str, value: Mapping[str, Any], slots: Mapping[str, Any], report: Report) -> Iterator[Condition]:
    """`{"loss": {">": 5}}` and `{"loss": {"op": ">", "value": 5}}`."""
    symbol = next((op for op in OPS if _number(value.get(op)) is not None), None)
    said = {"op": symbol, "value": value.get(symbol)} if symbol else value
    yield from _numeric({**slots, "metric": key, **said}, report)


def _condition(field: str, value_or_not: Any, report: Report) -> Iterator[Condition]:
    negated = isinstance(value_or_not, Mapping) and "not" in value_or_not
    values = value_or_not["not"] if negated else value_or_not
    words = [one for one in (values if isinstance(values, list | tuple) else [values]) if isinstance(one, str) and one]
    if not words:
        return

    def holds(person: Participant) -> bool | None:
        found = [matches(field, person, word) for word in words]
        held = None if None in found else any(found)
        if held is None and negated and field == "device":
            return True  # not known to be a room: left out would be too much
        return held if held is None else held is not negated

    def said(pen: Pen) -> str:
        shown = " or ".join(dict.fromkeys(phrase(pen, field, word, report) for word in words))
        return f"not {shown}" if negated else shown

    hows = [HOW[key] for key in HOW if field == "device" and any(word.casefold().startswith(key) for word in words)]
    yield Condition(holds, said, field, negated, "; ".join(hows))


def _number(value: Any) -> float | None:
    """A number as a question may name it; what nobody measures is none."""
    known = isinstance(value, int | float) and not isinstance(value, bool) and -MOST < value < MOST
    return float(value) if known else None


def _numeric(slots: Mapping[str, Any], report: Report) -> Iterator[Condition]:
    limit, op, want = _number(slots.get("value")), slots.get("op"), wanted(slots)
    if limit is None or not isinstance(op, str) or op not in OPS or want.metric is None:
        return
    (word, test), metric = OPS[op], want.metric

    def holds(person: Participant) -> bool | None:
        found = spot(person, want, report)
        return None if found is None else test(found.value, limit)

    def said(pen: Pen) -> str:
        stat = {"avg": "average", "max": "maximum", "min": "minimum"}[want.stat]
        where = "" if metric in OF_PEOPLE else f" {streams_looked_at(want)}"
        return f"{stat} {metric_word(metric)} {word} {pen.asked(limit, unit(metric), metric)}{where}"

    yield Condition(holds, said, metric, number=want)


def all_hold(found: Sequence[Condition], person: Participant) -> bool | None:
    """Whether every condition holds; None where one is not known and none fails."""
    held = [one.holds(person) for one in found]
    return False if False in held else None if None in held else True


def bad_in(people: Sequence[Participant], want: Wanted, report: Report, label: Label = Label.POOR) -> list[Participant]:
    """Those who have that label in what is wanted."""
    return [person for person in people if label_in(person, want, report) is label]
