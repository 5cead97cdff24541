"""Gives blocks the ids that Slack gives when an app leaves them out, and finds an element by them. Judges nothing."""

import copy
from collections.abc import Callable, Iterator
from typing import Any

Block = dict[str, Any]

_PASSIVE = {"image", "plain_text", "mrkdwn", "card"}
_NO_ACTIONS = {"rich_text", "context", "table", "data_table"}


def with_ids(blocks: list[Block], new_id: Callable[[], str]) -> list[Block]:
    """A deep copy in which every block has a block_id and every interactive element an action_id."""
    done = copy.deepcopy(blocks)
    for block in _all_blocks(done):
        block.setdefault("block_id", new_id())
        for element in _own_elements(block):
            element.setdefault("action_id", new_id())
    return done


def elements(blocks: list[Block]) -> Iterator[tuple[Block, Block]]:
    """Every interactive element as (its block, the element)."""
    for block in _all_blocks(blocks):
        for element in _own_elements(block):
            yield block, element


def find(blocks: list[Block], which: str, block_id: str | None = None) -> tuple[Block, Block] | None:
    """The element whose action_id or visible text is `which`, in that block if one is named."""
    for block, element in elements(blocks):
        if block_id is not None and block.get("block_id") != block_id:
            continue
        if which in (element.get("action_id"), visible_text(element)):
            return block, element
    return None


def visible_text(element: Block) -> str | None:
    label = element.get("text") or element.get("placeholder")
    return label.get("text") if isinstance(label, dict) else None


def _all_blocks(blocks: list[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from _all_blocks(block.get("child_blocks", []))
        if block["type"] == "carousel":
            yield from block.get("elements", [])


def _own_elements(block: Block) -> Iterator[Block]:
    if block["type"] in _NO_ACTIONS:
        return
    candidates = [*block.get("elements", []), *block.get("actions", [])]
    candidates += [block[key] for key in ("accessory", "element") if key in block]
    for element in candidates:
        if element.get("type") not in _PASSIVE:
            yield element
