"""The small language in which Block Kit's limits are written: rules and how they combine. No block is named here.

Wording follows Slack's Web API (`must be less than 3001 characters [json-pointer:/blocks/0/text/text]`).
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Surface = Literal["message", "modal", "home"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One refusal: `pointer` is a JSON pointer into what was sent, `message` Slack's wording."""

    pointer: str
    message: str

    def __str__(self) -> str:
        return f"{self.message} [json-pointer:{self.pointer}]"


def _any_file(_: str) -> bool:
    return True


@dataclass(slots=True)
class Context:
    """What one validation knows: the surface, what it found so far, and totals that span blocks."""

    surface: Surface
    file_ready: Callable[[str], bool] = _any_file
    problems: list[Problem] = field(default_factory=list)
    block_ids: set[str] = field(default_factory=set)
    totals: Counter[str] = field(default_factory=Counter)

    def fail(self, pointer: str, message: str) -> None:
        self.problems.append(Problem(pointer, message))


Rule = Callable[[Context, str, Any], None]


def objects(value: Any) -> list[dict[str, Any]]:
    """The objects of what should be an array of objects; whatever else is in there is somebody else's problem."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def anything(context: Context, pointer: str, value: Any) -> None:
    """Accepts every value."""


def boolean(context: Context, pointer: str, value: Any) -> None:
    if not isinstance(value, bool):
        context.fail(pointer, "must provide a boolean")


def string(max_length: int, min_length: int = 1, pattern: str | None = None, meaning: str = "value") -> Rule:
    def check(context: Context, pointer: str, value: Any) -> None:
        if not isinstance(value, str):
            context.fail(pointer, "must provide a string")
        elif len(value) < min_length:
            context.fail(pointer, f"must be more than {min_length - 1} characters")
        elif len(value) > max_length:
            context.fail(pointer, f"must be less than {max_length + 1} characters")
        elif pattern and not re.search(pattern, value):
            context.fail(pointer, f"invalid {meaning}")

    return check


def whole(low: int, high: int) -> Rule:
    def check(context: Context, pointer: str, value: Any) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            context.fail(pointer, "must provide an integer")
        elif not low <= value <= high:
            context.fail(pointer, f"must be between {low} and {high}")

    return check


def number(context: Context, pointer: str, value: Any) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        context.fail(pointer, "must provide a number")


def choice(*values: str) -> Rule:
    def check(context: Context, pointer: str, value: Any) -> None:
        if value not in values:
            context.fail(pointer, f"must be one of: {', '.join(values)}")

    return check


def array(item: Rule, low: int, high: int) -> Rule:
    def check(context: Context, pointer: str, value: Any) -> None:
        if not isinstance(value, list):
            context.fail(pointer, "must provide an array")
            return
        if len(value) < low:
            context.fail(pointer, f"no fewer than {low} items allowed")
        if len(value) > high:
            context.fail(pointer, f"no more than {high} items allowed")
        for index, one in enumerate(value):
            item(context, f"{pointer}/{index}", one)

    return check


def obj(
    required: Mapping[str, Rule],
    optional: Mapping[str, Rule] | None = None,
    *,
    exactly_one: Sequence[str] = (),
    at_least_one: Sequence[str] = (),
    also: Rule | None = None,
) -> Rule:
    """A closed object: unknown properties are refused as Slack refuses them; `type` is checked by `by_type`."""
    allowed = {**required, **(optional or {})}

    def check(context: Context, pointer: str, value: Any) -> None:
        if not isinstance(value, dict):
            context.fail(pointer, "must provide an object")
            return
        for key in required:
            if key not in value:
                context.fail(pointer, f"missing required field: {key}")
        present = [key for key in exactly_one if key in value]
        if exactly_one and len(present) != 1:
            context.fail(pointer, f"exactly one of {', '.join(exactly_one)} is required")
        if at_least_one and not any(key in value for key in at_least_one):
            context.fail(pointer, f"missing required field: one of {', '.join(at_least_one)}")
        for key, inner in value.items():
            if key in allowed:
                allowed[key](context, f"{pointer}/{key}", inner)
            elif key != "type":
                context.fail(pointer, f"invalid additional property: {key}")
        if also is not None:
            also(context, pointer, value)

    return check


def by_type(table: Mapping[str, Rule]) -> Rule:
    """Dispatch on the object's `type`; a type outside the table is refused as `unsupported type`."""

    def check(context: Context, pointer: str, value: Any) -> None:
        if not isinstance(value, dict):
            context.fail(pointer, "must provide an object")
        elif not isinstance(value.get("type"), str):
            context.fail(pointer, "missing required field: type")
        elif value["type"] not in table:
            context.fail(f"{pointer}/type", f"unsupported type: {value['type']}")
        else:
            table[value["type"]](context, pointer, value)

    return check


def text(max_length: int, *types: str) -> Rule:
    """A text object of 1 to `max_length` characters; both kinds unless named."""
    table = {
        "plain_text": obj({"text": string(max_length)}, {"emoji": boolean}),
        "mrkdwn": obj({"text": string(max_length)}, {"verbatim": boolean}),
    }
    return by_type({name: table[name] for name in types or table})


def plain(max_length: int) -> Rule:
    return text(max_length, "plain_text")
