"""Every Block Kit block with its limits, a row each, and whether a message is acceptable. Views live in view_rules.py.

Limits: docs.slack.dev reference/block-kit/blocks. Elements, rich text and tables have their own files.
"""

from collections.abc import Callable, Mapping
from typing import Any

from playground.slack import tables
from playground.slack.elements import (
    ACTIONS_ELEMENTS,
    BUTTON,
    CONTEXT_ACTIONS_ELEMENTS,
    CONTEXT_ELEMENTS,
    IMAGE,
    INPUT_ELEMENTS,
    SECTION_ACCESSORIES,
    URL,
    WEB_URL,
    slack_file,
)
from playground.slack.rich_text import ELEMENTS, RICH_TEXT
from playground.slack.rules import (
    Context,
    Problem,
    Rule,
    Surface,
    anything,
    array,
    boolean,
    by_type,
    choice,
    obj,
    objects,
    plain,
    string,
    text,
    whole,
)

MESSAGE_BLOCKS = 50
MARKDOWN_CHARS = 12_000  # cumulative over one payload

MESSAGE: frozenset[Surface] = frozenset({"message"})
VIEWS: frozenset[Surface] = frozenset({"modal"})
NOT_MODAL: frozenset[Surface] = frozenset({"message", "home"})
EVERYWHERE: frozenset[Surface] = frozenset({"message", "modal", "home"})


def _block_id(context: Context, pointer: str, value: Any) -> None:
    string(255)(context, pointer, value)
    if not isinstance(value, str):
        return
    if value in context.block_ids:
        context.fail(pointer, f"block_id {value} already exists")
    context.block_ids.add(value)


def _block(
    required: Mapping[str, Rule],
    optional: Mapping[str, Rule] | None = None,
    *,
    on: frozenset[Surface] = EVERYWHERE,
    **more: Any,
) -> Rule:
    shape = obj(required, {"block_id": _block_id, **(optional or {})}, **more)

    def check(context: Context, pointer: str, value: Any) -> None:
        if context.surface not in on:
            context.fail(f"{pointer}/type", f"unsupported type: {value['type']} is not allowed in a {context.surface}")
        shape(context, pointer, value)

    return check


def _unique_action_ids(context: Context, pointer: str, block: Any) -> None:
    ids = [str(element["action_id"]) for element in objects(block.get("elements")) if "action_id" in element]
    for action_id in sorted({one for one in ids if ids.count(one) > 1}):
        context.fail(f"{pointer}/elements", f"action_id {action_id} already exists in this block")


def _markdown(context: Context, pointer: str, value: Any) -> None:
    string(MARKDOWN_CHARS)(context, pointer, value)
    context.totals["markdown"] += len(value) if isinstance(value, str) else 0
    if isinstance(value, str) and len(value) <= MARKDOWN_CHARS < context.totals["markdown"]:
        context.fail(pointer, f"markdown blocks of one payload exceed {MARKDOWN_CHARS} characters")


def _never(context: Context, pointer: str, value: Any) -> None:
    context.fail(f"{pointer}/type", f"unsupported type: {value['type']} blocks cannot be sent by an app")


def _input_element(context: Context, pointer: str, value: Any) -> None:
    by_type(INPUT_ELEMENTS)(context, pointer, value)
    if isinstance(value, dict) and value.get("type") == "file_input" and context.surface != "modal":
        context.fail(f"{pointer}/type", "unsupported type: file_input is allowed in modals only")


def _not_collapsible_with_divider(context: Context, pointer: str, block: Any) -> None:
    if block.get("is_collapsible") and "has_header_divider" in block:
        context.fail(f"{pointer}/has_header_divider", "cannot be set when is_collapsible is true")


def _task_status(inside_plan: bool) -> Rule:
    allowed = ("in_progress", "complete", "error", *(("pending",) if inside_plan else ()))
    return choice(*allowed)


def _task(inside_plan: bool) -> Rule:
    """`pending` is refused at top level and allowed inside a plan; the title is a bare string."""
    return _block(
        {"task_id": string(255), "title": string(3000)},
        {
            "status": _task_status(inside_plan),
            "details": RICH_TEXT,
            "output": RICH_TEXT,
            "sources": array(
                by_type({"url": obj({"url": WEB_URL, "text": string(3000)}, {"icon_url": WEB_URL})}), 1, 100
            ),
        },
        on=MESSAGE,
    )


def _child_blocks(context: Context, pointer: str, value: Any) -> None:
    array(by_type({name: BLOCKS[name] for name in CONTAINER_CHILDREN}), 1, 10)(context, pointer, value)


CARD = _block(
    {},
    {
        "hero_image": by_type({"image": IMAGE}),
        "icon": by_type({"image": IMAGE}),
        "slack_icon": anything,
        "title": text(150),
        "subtitle": text(150),
        "body": text(200),
        "subtext": text(200),
        "actions": array(by_type({"button": BUTTON}), 1, 3),
    },
    at_least_one=("hero_image", "title", "actions", "body"),
)

CONTAINER_CHILDREN = (
    "actions", "context", "divider", "file", "header", "image", "input", "rich_text", "section", "table", "video",
)  # fmt: skip

BLOCKS: dict[str, Rule] = {
    "actions": _block({"elements": array(by_type(ACTIONS_ELEMENTS), 1, 25)}, also=_unique_action_ids),
    "alert": _block({"text": text(200)}, {"level": choice("default", "info", "warning", "error", "success")}, on=VIEWS),
    "call": _never,
    "card": CARD,
    "carousel": _block({"elements": array(by_type({"card": CARD}), 1, 10)}, on=NOT_MODAL),
    "container": _block(
        {"child_blocks": _child_blocks},
        {
            "title": plain(150), "rich_text_title": RICH_TEXT, "subtitle": text(150),
            "icon": by_type({"image": IMAGE}), "width": choice("narrow", "standard", "wide", "full"),
            "is_collapsible": boolean, "default_collapsed": boolean, "has_header_divider": boolean,
        },
        on=NOT_MODAL,
        exactly_one=("title", "rich_text_title"),
        also=_not_collapsible_with_divider,
    ),
    "context": _block({"elements": array(CONTEXT_ELEMENTS, 1, 10)}),
    "context_actions": _block(
        {"elements": array(by_type(CONTEXT_ACTIONS_ELEMENTS), 1, 5)}, on=MESSAGE, also=_unique_action_ids
    ),
    "data_table": _block(*tables.DATA_TABLE, on=NOT_MODAL, also=tables.DATA_TABLE_ALSO),
    "data_visualization": _block(*tables.DATA_VISUALIZATION, on=MESSAGE),
    "divider": _block({}),
    "file": _never,
    "header": _block({"text": plain(150)}, {"level": whole(1, 4)}),
    "image": _block(
        {"alt_text": string(2000)},
        {"title": plain(2000), "image_url": WEB_URL, "slack_file": slack_file},
        exactly_one=("image_url", "slack_file"),
    ),
    "input": _block(
        {"label": plain(2000), "element": _input_element},
        {"hint": plain(2000), "optional": boolean, "dispatch_action": boolean},
    ),
    "markdown": _block({"text": _markdown}, on=MESSAGE),
    "plan": _block({"title": string(3000)}, {"tasks": array(by_type({"task_card": _task(True)}), 1, 50)}, on=MESSAGE),
    "rich_text": _block({"elements": ELEMENTS}),
    "section": _block(
        {},
        {
            "text": text(3000), "fields": array(text(2000), 1, 10), "accessory": by_type(SECTION_ACCESSORIES),
            "expand": boolean,
        },
        at_least_one=("text", "fields"),
    ),
    "table": _block(*tables.TABLE, on=NOT_MODAL),
    "task_card": _task(False),
    "video": _block(
        {
            "alt_text": string(2000), "title": plain(200), "thumbnail_url": WEB_URL, "video_url": WEB_URL,
        },
        {
            "title_url": URL, "description": plain(200), "author_name": string(50), "provider_name": string(50),
            "provider_icon_url": WEB_URL,
        },
    ),
}  # fmt: skip


def message_problems(blocks: Any, file_ready: Callable[[str], bool] = lambda _: True) -> list[Problem]:
    """What Slack refuses in a message's `blocks`; empty when they are fine. Pointers start at `/blocks`."""
    context = Context("message", file_ready)
    array(by_type(BLOCKS), 0, MESSAGE_BLOCKS)(context, "/blocks", blocks)
    return context.problems
