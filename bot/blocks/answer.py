"""An answer in a thread as a Slack message: its lines, what may be pressed, whether it was useful. Judges nothing."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.blocks.lines import Line, Mention
from bot.blocks.names import shorten
from bot.blocks.parts import BUTTON_TEXT, Element, actions, button, context, message, plain, preformatted, rich_text
from bot.ports import Block, Message

NUMBERS = "qos_numbers"
ASK = "qos_next"
CHOOSE = "qos_choose"
DO = "qos_do"
FEEDBACK = "qos_feedback"
USEFUL, WRONG = "useful", "wrong"

BUTTONS_AT_MOST = 4
CHOICES_AT_MOST = 5
QUESTION_AT_MOST = 200
CHART_POINTS, CHART_SERIES, CHART_LABEL, CHART_TITLE = 20, 12, 20, 50
"""Slack's limits of a `data_visualization` block (docs.slack.dev, 2026-06)."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A line chart: `categories` along the axis, a value for each in every row, None where nothing was measured."""

    title: str
    unit: str
    categories: Sequence[str]
    rows: Sequence[tuple[str, Sequence[float | None]]]


@dataclass(frozen=True, slots=True)
class Reply:
    """What to show. `id` names the stored answer; `asked_by` and `question` stand above an answer that a button asked
    for. `does`: the label of a button that acts, and what it is to remember. `choices`: key and label of each."""

    id: int
    lines: Sequence[Line]
    more: Sequence[Line] = ()
    copy: Sequence[str] = ()
    choices: Sequence[tuple[str, str]] = ()
    does: tuple[str, Mapping[str, str]] | None = None
    suggestions: Sequence[str] = ()
    plot: Plot | None = None
    asked_by: Mention | None = None
    question: str = ""


def answer(reply: Reply) -> Message:
    """The answer as it is posted."""
    return _message(reply, expanded=False)


def expanded(reply: Reply) -> Message | None:
    """The answer with its numbers, in the same message; None where it has no more to show."""
    return _message(reply, expanded=True) if reply.more else None


def _message(reply: Reply, *, expanded: bool) -> Message:
    lines = [*reply.lines, *(reply.more if expanded else ())]
    blocks: list[Block] = [
        *_asked(reply),
        *rich_text(lines),
        *(preformatted(reply.copy) if reply.copy else ()),
        *_plotted(reply.plot),
        *actions(*_buttons(reply, expanded=expanded)),
        *([] if reply.choices else [_feedback(reply.id)]),
    ]
    return message(plain([*reply.lines], [*(reply.more if expanded else ()), *([row] for row in reply.copy)]), blocks)


def _asked(reply: Reply) -> list[Block]:
    if reply.asked_by is None:
        return []
    return context([reply.asked_by, f" asked: {shorten(reply.question, 80)}"])


def _buttons(reply: Reply, *, expanded: bool) -> Iterable[Element]:
    """At most four; a choice stands alone, since nothing else can be answered before it."""
    if reply.choices:
        for place, (key, label) in enumerate(reply.choices[:CHOICES_AT_MOST]):
            yield button(shorten(label, BUTTON_TEXT), f"{CHOOSE}_{place}", _value(reply.id, key=key))
        return
    own = []
    if reply.does is not None:
        label, remembers = reply.does
        own.append(button(shorten(label, BUTTON_TEXT), DO, _value(reply.id, **remembers), style="primary"))
    if reply.more and not expanded:
        own.append(button("Show the numbers", NUMBERS, _value(reply.id)))
    yield from own
    for place, question in enumerate(reply.suggestions[: BUTTONS_AT_MOST - len(own)]):
        asks = _value(reply.id, question=question[:QUESTION_AT_MOST])
        yield button(shorten(question[:1].upper() + question[1:], BUTTON_TEXT), f"{ASK}_{place}", asks)


def _value(id: int, **said: str) -> str:
    return json.dumps({"a": id, **said}, ensure_ascii=False, separators=(",", ":"))


def remembered(value: str) -> tuple[int, Mapping[str, str]]:
    """What a button was given: the answer's id, and `key` or `question`.

    Raises:
        ValueError: a button of another version, or none of ours.
    """
    said: Any = json.loads(value)
    if not isinstance(said, dict) or not isinstance(said.get("a"), int):
        raise ValueError("no answer's button")
    return said["a"], {name: text for name, text in said.items() if isinstance(text, str)}


def _feedback(id: int) -> Block:
    def one(text: str, judgement: str) -> Element:
        label = {"type": "plain_text", "text": text, "emoji": False}
        return {"text": label, "value": f"{judgement}|{id}", "accessibility_label": f"Mark this answer as {judgement}"}

    element = {
        "type": "feedback_buttons",
        "action_id": FEEDBACK,
        "positive_button": one("Useful", USEFUL),
        "negative_button": one("Wrong", WRONG),
    }
    return {"type": "context_actions", "elements": [element]}


def without_chart(shown: Message) -> Message:
    """For a Slack that does not know charts yet: the lines say the same."""
    return Message(shown.text, [block for block in shown.blocks if block["type"] != "data_visualization"])


def _plotted(plot: Plot | None) -> list[Block]:
    """Nothing where a gap would have to be drawn as a number: Slack's chart wants a value for every point."""
    if plot is None or not plot.rows or not plot.categories:
        return []
    complete = [place for place in range(len(plot.categories)) if all(row[place] is not None for _, row in plot.rows)]
    if not complete or len(plot.rows) > CHART_SERIES:
        return []
    kept = complete[:CHART_POINTS]
    labels = [shorten(plot.categories[place], CHART_LABEL) for place in kept]
    series = [
        {
            "name": name,
            "data": [{"label": label, "value": row[place]} for label, place in zip(labels, kept, strict=True)],
        }
        for name, row in _named(plot.rows)
    ]
    chart: Mapping[str, Any] = {
        "type": "line",
        "series": series,
        "axis_config": {"categories": labels, "y_label": plot.unit[:CHART_TITLE]},
    }
    return [{"type": "data_visualization", "title": shorten(plot.title, CHART_TITLE), "chart": dict(chart)}]


def _named(rows: Sequence[tuple[str, Sequence[float | None]]]) -> Iterable[tuple[str, Sequence[float | None]]]:
    """Slack wants every series named differently, in twenty characters."""
    used: set[str] = set()
    for place, (name, values) in enumerate(rows, start=1):
        short = shorten(name, CHART_LABEL)
        if short in used:
            short = f"{shorten(name, CHART_LABEL - 3)} {place}"
        used.add(short)
        yield short, values
