"""Modals and Home tabs: the limits around the blocks, and whether a view is acceptable.

Limits: docs.slack.dev reference/views.
"""

from collections.abc import Callable
from typing import Any, Literal

from playground.slack.blocks import BLOCKS
from playground.slack.rules import Context, Problem, Rule, array, boolean, by_type, obj, plain, string

VIEW_BLOCKS = 100

_VIEW_COMMON: dict[str, Rule] = {
    "private_metadata": string(3000, 0),
    "callback_id": string(255, 0),
    "external_id": string(255, 0),
}


def _blocks_of_view(context: Context, pointer: str, value: Any) -> None:
    array(by_type(BLOCKS), 0, VIEW_BLOCKS)(context, pointer, value)


def _input_needs_submit(context: Context, pointer: str, view: Any) -> None:
    blocks = view.get("blocks")
    if not isinstance(blocks, list) or view.get("submit") is not None:
        return
    if any(isinstance(block, dict) and block.get("type") == "input" for block in blocks):
        context.fail(f"{pointer}/submit", "missing required field: submit (a modal with input blocks needs it)")


def _or_null(rule: Rule) -> Rule:
    def check(context: Context, pointer: str, value: Any) -> None:
        if value is not None:
            rule(context, pointer, value)

    return check


_VIEWS: dict[str, Rule] = {
    "modal": obj(
        {"title": plain(24), "blocks": _blocks_of_view},
        {
            **_VIEW_COMMON, "submit": _or_null(plain(24)), "close": _or_null(plain(24)), "clear_on_close": boolean,
            "notify_on_close": boolean, "submit_disabled": boolean,
        },
        also=_input_needs_submit,
    ),
    "home": obj({"blocks": _blocks_of_view}, _VIEW_COMMON),
}  # fmt: skip


def view_problems(view: Any, file_ready: Callable[[str], bool] = lambda _: True) -> list[Problem]:
    """What Slack refuses in a view; pointers start at `/view`."""
    kind: Literal["modal", "home"] = "home" if isinstance(view, dict) and view.get("type") == "home" else "modal"
    context = Context(kind, file_ready)
    by_type(_VIEWS)(context, "/view", view)
    return context.problems
