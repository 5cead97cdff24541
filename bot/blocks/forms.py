"""Modals that ask: inputs with Slack's limits, and the values that come back. Knows no domain."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.blocks import parts
from bot.blocks.names import clean
from bot.blocks.parts import Element
from bot.ports import Block

LABEL_LIMIT, PLACEHOLDER_LIMIT, TYPED_LIMIT = 2000, 150, 300
ENTERED = "entered"
"""The action id of every input: the block id tells them apart."""


def form(title: str, callback_id: str, blocks: Sequence[Block], *, submit: str, private_metadata: str = "") -> Element:
    """A modal with a button that sends it."""
    view = parts.modal(title, blocks, private_metadata=private_metadata)
    return view | {
        "callback_id": callback_id[: parts.ACTION_ID],
        "submit": _text(submit, parts.VIEW_TITLE),
        "close": _text("Cancel", parts.VIEW_TITLE),
    }


def text_input(block_id: str, label: str, placeholder: str, hint: str = "") -> Block:
    """One line of text, may stay empty."""
    element = {
        "type": "plain_text_input",
        "action_id": ENTERED,
        "placeholder": _text(placeholder, PLACEHOLDER_LIMIT),
        "max_length": TYPED_LIMIT,
    }
    return _input(block_id, label, element, hint)


def number_input(block_id: str, label: str, least: int, most: int, placeholder: str, hint: str = "") -> Block:
    """A whole number, may stay empty."""
    element = {
        "type": "number_input",
        "action_id": ENTERED,
        "is_decimal_allowed": False,
        "min_value": str(least),
        "max_value": str(most),
        "placeholder": _text(placeholder, PLACEHOLDER_LIMIT),
    }
    return _input(block_id, label, element, hint)


def choice_input(block_id: str, label: str, placeholder: str, options: Sequence[tuple[str, str]]) -> Block:
    """One of (text, value), or nothing."""
    rows = [{"text": _text(text, parts.OPTION_TEXT), "value": value} for text, value in options]
    element = {
        "type": "static_select",
        "action_id": ENTERED,
        "placeholder": _text(placeholder, PLACEHOLDER_LIMIT),
        "options": rows,
    }
    return _input(block_id, label, element, "")


def entered(values: Mapping[str, Mapping[str, Any]], block_id: str) -> str:
    """What a person put into one input of `view.state.values`; empty where they left it."""
    said = values.get(block_id, {}).get(ENTERED) or {}
    option = said.get("selected_option") or {}
    return str(option.get("value") or said.get("value") or "").strip()


def _input(block_id: str, label: str, element: Element, hint: str) -> Block:
    block = {
        "type": "input",
        "block_id": block_id,
        "label": _text(label, LABEL_LIMIT),
        "element": element,
        "optional": True,
    }
    return block | ({"hint": _text(hint, LABEL_LIMIT)} if hint else {})


def _text(text: str, limit: int) -> Element:
    return {"type": "plain_text", "text": clean(text, limit) or "–", "emoji": False}
