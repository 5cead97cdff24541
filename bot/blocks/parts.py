"""Block Kit constructors: the only place that enforces Slack's limits. Knows nothing of calls and their quality.

Text is written once, as lines of parts, and rendered three ways: rich_text elements, mrkdwn, and plain text that stands
alone. Every string passes `names.scrub` on its way in, so nothing invisible reaches Slack whoever wrote it. Limits are
those of Slack's Block Kit reference (docs.slack.dev/reference/block-kit); text is cut before it is escaped.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from bot.blocks.lines import Channel, Emoji, Line, Link, Mention, Moment, Part, Styled, said
from bot.blocks.names import ELLIPSIS, clean, defuse, scrub, shorten, visible
from bot.ports import Block, Message

BLOCKS, TEXT, FALLBACK = 50, 3000, 3900
HEADER, BUTTON_TEXT, BUTTON_VALUE, ACTION_ID, BUTTONS, CONTEXT_ELEMENTS = 150, 75, 2000, 255, 25, 10
OPTION_TEXT, OPTION_VALUE, OPTIONS, SELECT_OPTIONS = 75, 150, 5, 100
VIEW_TITLE, VIEW_BLOCKS = 24, 100
TABLE_ROWS, TABLE_COLUMNS, TABLE_CHARS, TABLE_PAGE = 201, 20, 20_000, 25
PLAIN_CODE = re.compile(r"(?:[A-Za-z0-9_/|\[\]-]|:(?!//)| (?! ))+")
"""Code in which Slack can find nothing to parse: it stays as it is, so that it can be copied."""

LINE, PARSED_LINE = 700, 500
"""Raw characters of one line: escaped at five characters each, it still fits `text`, or a text object."""

Element = dict[str, Any]
_USER_ID = re.compile(r"[UW][A-Z0-9]{2,254}")
_CHANNEL_ID = re.compile(r"[CGD][A-Z0-9]{2,}")


# --- rendering lines -------------------------------------------------------------------------------------------------


def _cut(line: Line, limit: int = LINE) -> list[Part]:
    """The first `limit` characters of a line, ending in `…` where something was left out."""
    left, parts = limit, list[Part]()
    for part in line:
        text = scrub(said(part))
        if len(text) <= left:
            parts.append(part)
            left -= len(text)
            continue
        short = shorten(text, max(1, left))
        parts.append(Styled(short, part.style) if isinstance(part, Styled) else short)
        break
    return parts


def _element(part: Part) -> Element | None:
    match part:
        case Emoji():
            return {"type": "emoji", "name": part.name}
        case Moment(timestamp=int()):
            return {"type": "date", "timestamp": part.timestamp, "format": part.format, "fallback": part.fallback}
        case Styled():
            text = scrub(part.text)
            return {"type": "text", "text": text, "style": {part.style: True}} if text else None
        case Mention() if _USER_ID.fullmatch(part.user_id):
            return {"type": "user", "user_id": part.user_id}
        case Channel() if _CHANNEL_ID.fullmatch(part.channel_id):
            return {"type": "channel", "channel_id": part.channel_id}
        case Link() if 0 < len(part.url) <= TEXT:
            return {"type": "link", "url": part.url, "text": scrub(part.text) or ELLIPSIS}
        case _:
            text = scrub(said(part))
            return {"type": "text", "text": text} if text else None


def rich_text(lines: Iterable[Line]) -> list[Block]:
    """One rich_text block of the given lines; more than one where they are longer than a text object may be."""
    blocks: list[Block] = []
    elements: list[Element] = []
    room = TEXT
    for line in lines:
        cut = _cut(line)
        size = sum(len(scrub(said(part))) for part in cut) + 1
        if elements and size > room:
            blocks.append(_section_of(elements))
            elements, room = [], TEXT
        if elements:
            _append(elements, {"type": "text", "text": "\n"})
        for element in filter(None, map(_element, cut)):
            _append(elements, element)
        room -= size
    return [*blocks, _section_of(elements)] if elements else blocks


def _append(elements: list[Element], element: Element) -> None:
    """Adds an element; plain text behind plain text becomes one element."""
    if elements and elements[-1].keys() == element.keys() == {"type", "text"}:
        elements[-1]["text"] += element["text"]
    else:
        elements.append(element)


def _section_of(elements: list[Element]) -> Block:
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": elements}]}


def preformatted(rows: Sequence[str]) -> list[Block]:
    """Monospaced rows, split over as many rich_text blocks as their length needs. Rows keep their runs of spaces."""
    blocks: list[Block] = []
    for chunk in _chunks(rows):
        text: Element = {"type": "text", "text": "\n".join(chunk)}
        blocks.append({"type": "rich_text", "elements": [{"type": "rich_text_preformatted", "elements": [text]}]})
    return blocks


def _chunks(rows: Sequence[str]) -> Iterable[list[str]]:
    chunk: list[str] = []
    size = 0
    for row in rows:
        short = shorten(visible(row), LINE)
        if chunk and size + len(short) + 1 > TEXT:
            yield chunk
            chunk, size = [], 0
        chunk.append(short)
        size += len(short) + 1
    if chunk:
        yield chunk


def _parsed(line: Line, *, dates: bool) -> str:
    """A line for a place that Slack parses: our own dates and code live, everything else is inert."""
    pieces: list[str] = []
    run = ""
    for part in _cut(line, PARSED_LINE if dates else LINE):
        if isinstance(part, Styled) and part.style == "code":
            pieces += [defuse(run), f"`{part.text if PLAIN_CODE.fullmatch(part.text) else defuse(part.text)}`"]
            run = ""
        elif dates and isinstance(part, Moment) and part.timestamp is not None:
            pieces += [defuse(run), f"<!date^{part.timestamp}^{part.format}|{part.fallback}>"]
            run = ""
        else:
            run += said(part)
    return "".join([*pieces, defuse(run)])


def plain(head: Iterable[Line], body: Sequence[Line] = (), tail: Iterable[Line] = ()) -> str:
    """Top-level `text`: all of `head` and `tail`, and as many lines of `body` between them as fit."""
    above, kept, below, left_out = _fitted(head, body, tail)
    if left_out:
        below.insert(0, f"… {left_out:,} more")
    text = "\n".join([*above, *kept, *below])
    # Only absurdly long heads get here; cut on a whole line so that no entity is torn.
    while len(text) > FALLBACK and "\n" in text:
        text = text.rsplit("\n", 1)[0]
    return text


def fits(head: Iterable[Line], body: Sequence[Line], tail: Iterable[Line]) -> bool:
    """Whether `plain` would keep every line of `body`."""
    return _fitted(head, body, tail)[3] == 0


def _fitted(
    head: Iterable[Line], body: Sequence[Line], tail: Iterable[Line]
) -> tuple[list[str], list[str], list[str], int]:
    """Rows of the three, and how many of `body` were left out."""
    above, wanted, below = _rows(head), _rows(body), _rows(tail)
    room = FALLBACK - sum(len(row) + 1 for row in (*above, *below)) - len("… 10,000 more\n")
    kept: list[str] = []
    for row in wanted:
        room -= len(row) + 1
        if room < 0:
            break
        kept.append(row)
    return above, kept, below, len(wanted) - len(kept)


def _rows(lines: Iterable[Line]) -> list[str]:
    return [row for row in (_parsed(line, dates=False).strip() for line in lines) if row]


# --- blocks ----------------------------------------------------------------------------------------------------------


def message(text: str, blocks: Sequence[Block]) -> Message:
    """At most 50 blocks; beyond that the last says that something was left out."""
    if len(blocks) > BLOCKS:
        blocks = [*blocks[: BLOCKS - 1], *context([f"{ELLIPSIS} the rest does not fit one message"])]
    return Message(text=text, blocks=tuple(blocks))


def header(text: str) -> Block:
    return {"type": "header", "text": _plain_text(text, HEADER)}


def divider() -> Block:
    return {"type": "divider"}


def section(line: Line) -> list[Block]:
    """One mrkdwn paragraph; parsed by Slack only where we mean it."""
    text = _parsed(line, dates=True)
    return [{"type": "section", "text": _mrkdwn(text)}] if text.strip() else []


def context(*lines: Line) -> list[Block]:
    """Small print, one text per line; nothing where there is nothing to say. Only dates and code need a parsed text."""
    elements = [_small_text(line) for line in lines if _is_visible(line)]
    return [{"type": "context", "elements": elements[:CONTEXT_ELEMENTS]}] if elements else []


def _is_visible(line: Line) -> bool:
    return any(clean(said(part)) for part in line)


def _small_text(line: Line) -> Element:
    if all(isinstance(part, str) for part in line):
        return _plain_text("".join(map(said, line)), PARSED_LINE)
    return _mrkdwn(_parsed(line, dates=True))


def actions(*elements: Element) -> list[Block]:
    return [{"type": "actions", "elements": list(elements[:BUTTONS])}] if elements else []


def button(text: str, action_id: str, value: str, *, style: Literal["primary", "danger"] | None = None) -> Element:
    """Raises ValueError for an action id or value that Slack would refuse: cutting either would break the button."""
    if not 0 < len(action_id) <= ACTION_ID or len(value) > BUTTON_VALUE:
        raise ValueError(
            f"button {action_id[:40]!r}: action_id over {ACTION_ID} or value over {BUTTON_VALUE} characters"
        )
    element: Element = {"type": "button", "text": _plain_text(text, BUTTON_TEXT), "action_id": action_id}
    if value:
        element["value"] = value
    return element | ({"style": style} if style else {})


def overflow(action_id: str, options: Sequence[tuple[str, str]]) -> Element:
    """A "…" menu of (text, value); Slack takes one to five options."""
    if not 0 < len(options) <= OPTIONS or any(len(value) > OPTION_VALUE for _, value in options):
        raise ValueError(f"overflow {action_id[:40]!r}: needs 1 to {OPTIONS} options of values up to {OPTION_VALUE}")
    rows = [{"text": _plain_text(text, OPTION_TEXT), "value": value} for text, value in options]
    return {"type": "overflow", "action_id": action_id, "options": rows}


def can_be_chosen(value: str) -> bool:
    """Whether Slack takes it as an option's value."""
    return 0 < len(value) <= OPTION_VALUE


def static_select(
    action_id: str, placeholder: str, options: Sequence[tuple[str, str]], chosen: str | None = None
) -> Element:
    """A picker of (text, value), one of them chosen or none yet; Slack takes up to a hundred options."""
    if not 0 < len(options) <= SELECT_OPTIONS or any(len(value) > OPTION_VALUE for _, value in options):
        raise ValueError(f"select {action_id[:40]!r}: needs 1 to {SELECT_OPTIONS} options of up to {OPTION_VALUE}")
    rows = {value: {"text": _plain_text(text, OPTION_TEXT), "value": value} for text, value in options}
    picker: Element = {
        "type": "static_select",
        "action_id": action_id,
        "placeholder": _plain_text(placeholder, BUTTON_TEXT),
        "options": list(rows.values()),
    }
    return picker if chosen is None else {**picker, "initial_option": rows[chosen]}


def grouped_select(
    action_id: str, placeholder: str, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]], chosen: str
) -> Element:
    """The same of more than a hundred options: titled groups of (text, value), each of up to a hundred."""
    whole = [static_select(action_id, placeholder, options) for _, options in groups]
    listed = [
        {"label": _plain_text(title, OPTION_TEXT), "options": one["options"]}
        for (title, _), one in zip(groups, whole, strict=True)
    ]
    first = next(option for one in whole for option in one["options"] if option["value"] == chosen)
    picker = {key: value for key, value in whole[0].items() if key != "options"}
    return {**picker, "option_groups": listed, "initial_option": first}


def modal(title: str, blocks: Sequence[Block], *, private_metadata: str = "") -> Element:
    """A view that only shows; at most a hundred blocks, and metadata that a button's value could hold."""
    return {
        "type": "modal",
        "title": _plain_text(title, VIEW_TITLE),
        "close": _plain_text("Close", VIEW_TITLE),
        "blocks": list(blocks[:VIEW_BLOCKS]),
        "private_metadata": private_metadata[:BUTTON_VALUE],
    }


def raw_text(text: str | None, limit: int = 60) -> Element:
    """A cell; a dash says "not measured" or "not known"."""
    return {"type": "raw_text", "text": clean(text, limit) or "–"}


def raw_number(value: float, text: str) -> Element:
    return {"type": "raw_number", "value": value, "text": text}


def data_table(caption: str, head: Sequence[str], rows: Sequence[Sequence[Element]]) -> tuple[list[Block], int]:
    """A native sortable table and how many of `rows` it holds; rows beyond Slack's limits are dropped from the end.

    Cells come from `raw_text` and `raw_number`; every row is as wide as `head`. No block for no rows: Slack wants one.
    """
    table: list[Sequence[Element]] = [[raw_text(cell) for cell in head[:TABLE_COLUMNS]]]
    room = TABLE_CHARS - _table_size(table[0])
    for row in rows[: TABLE_ROWS - 1]:
        room -= _table_size(row[:TABLE_COLUMNS])
        if room < 0:
            break
        table.append(row[:TABLE_COLUMNS])
    held = len(table) - 1
    block: Block = {
        "type": "data_table",
        "caption": clean(caption, HEADER) or "Table",
        "page_size": TABLE_PAGE,
        "rows": table,
    }
    return ([block] if held else []), held


def _table_size(row: Sequence[Element]) -> int:
    """Slack's page does not say whether a raw_number counts by value or by text, so the longer of both."""
    return sum(max(len(cell["text"]), len(str(cell.get("value", "")))) for cell in row)


def _mrkdwn(text: str) -> Element:
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def _plain_text(text: str, limit: int) -> Element:
    return {"type": "plain_text", "text": clean(text, limit) or "–", "emoji": False}
