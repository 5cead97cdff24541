"""The structure of a rich_text block and of its elements.

Source: docs.slack.dev reference/block-kit/blocks/rich-text-block.
"""

from typing import Any

from playground.slack.rules import Rule, array, boolean, by_type, choice, obj, string, whole

_STYLE = obj({}, {"bold": boolean, "italic": boolean, "strike": boolean, "code": boolean, "underline": boolean})
_MENTION_STYLE = obj(
    {},
    {
        "bold": boolean, "italic": boolean, "strike": boolean, "highlight": boolean, "client_highlight": boolean,
        "unlink": boolean, "code": boolean, "underline": boolean,
    },
)  # fmt: skip
_ID = string(255, pattern=r"^[A-Z][A-Z0-9]+$", meaning="id")
_LINK = obj({"url": string(3000)}, {"text": string(3000), "unsafe": boolean, "style": _STYLE})

_INLINE: dict[str, Rule] = {
    "text": obj({"text": string(100_000)}, {"style": _STYLE}),
    "emoji": obj({"name": string(255)}, {"unicode": string(255), "skin_tone": whole(1, 6), "style": _STYLE}),
    "link": _LINK,
    "user": obj({"user_id": _ID}, {"style": _MENTION_STYLE}),
    "usergroup": obj({"usergroup_id": _ID}, {"style": _MENTION_STYLE}),
    "channel": obj({"channel_id": _ID}, {"style": _MENTION_STYLE}),
    "date": obj(
        {"timestamp": whole(0, 10**11), "format": string(255)},
        {"fallback": string(3000), "url": string(3000), "style": _STYLE},
    ),
    "broadcast": obj({"range": choice("here", "channel", "everyone")}, {"style": _STYLE}),
    "color": obj({"value": string(9, pattern=r"^#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?$", meaning="colour")}),
}
_inline = array(by_type(_INLINE), 1, 10_000)
_verbatim = array(by_type({"text": _INLINE["text"], "link": _LINK}), 1, 10_000)
_border = whole(0, 1)

SECTION = obj({"elements": _inline})
_PARTS: dict[str, Rule] = {
    "rich_text_section": SECTION,
    "rich_text_list": obj(
        {"style": choice("bullet", "ordered"), "elements": array(by_type({"rich_text_section": SECTION}), 1, 1000)},
        {"indent": whole(0, 8), "offset": whole(0, 100_000), "border": _border},
    ),
    "rich_text_quote": obj({"elements": _inline}, {"border": _border}),
    "rich_text_preformatted": obj({"elements": _verbatim}, {"border": _border, "language": string(50)}),
}

ELEMENTS = array(by_type(_PARTS), 1, 1000)
CELL = obj({"elements": ELEMENTS}, {"block_id": string(255)})
"""A rich_text value inside another block: a table cell, the details of a task, a container's title."""

RICH_TEXT = by_type({"rich_text": CELL})


def visible_length(value: Any) -> int:
    """Characters a reader sees in any nested rich_text value, as the table limits count them."""
    if isinstance(value, list):
        return sum(map(visible_length, value))
    if not isinstance(value, dict):
        return 0
    own = value.get("text") or (value.get("url") if value.get("type") == "link" else None) or value.get("fallback")
    return (len(own) if isinstance(own, str) else 0) + visible_length(value.get("elements", []))
