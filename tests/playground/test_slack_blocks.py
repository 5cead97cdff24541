"""Block Kit's limits, one sample a row: what the local Slack refuses and what it accepts."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.slack.blocks import message_problems
from playground.slack.identify import elements, find, with_ids
from playground.slack.view_rules import view_problems

Block = dict[str, Any]


def plain(text: str = "x") -> Block:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str = "x") -> Block:
    return {"type": "mrkdwn", "text": text}


def section(text: str = "x", **more: Any) -> Block:
    return {"type": "section", "text": mrkdwn(text), **more}


def button(text: str = "Go", **more: Any) -> Block:
    return {"type": "button", "text": plain(text), "action_id": "go", **more}


def actions(*these: Block) -> Block:
    return {"type": "actions", "elements": list(these)}


def option(value: str = "a", text: str = "A") -> Block:
    return {"text": plain(text), "value": value}


def raw(text: str = "x") -> Block:
    return {"type": "raw_text", "text": text}


def data_table(rows: int = 3, cols: int = 2, cell: str = "x", **more: Any) -> Block:
    return {"type": "data_table", "caption": "c", "rows": [[raw(cell)] * cols for _ in range(rows)], **more}


def table(rows: int = 2, cols: int = 2, cell: str = "x", **more: Any) -> Block:
    return {"type": "table", "rows": [[raw(cell)] * cols for _ in range(rows)], **more}


def rich(*parts: Block) -> Block:
    return {"type": "rich_text", "elements": list(parts)}


def rich_section(*inline: Block) -> Block:
    return {"type": "rich_text_section", "elements": list(inline)}


def rich_cell(text: str = "x") -> Block:
    return rich(rich_section({"type": "text", "text": text}))


def bars(**more: Any) -> Block:
    chart = {
        "type": "bar",
        "series": [{"name": "loss", "data": [{"label": "a", "value": 1}, {"label": "b", "value": -2}]}],
        "axis_config": {"categories": ["a", "b"]},
    }
    return {"type": "data_visualization", "title": "t", "chart": {**chart, **more}}


def task(status: str) -> Block:
    return {"type": "task_card", "task_id": "t1", "title": "Fetch", "status": status}


INPUT: Block = {"type": "input", "label": plain(), "element": {"type": "plain_text_input", "action_id": "a"}}
CONFIRM: Block = {"title": plain(), "text": plain(), "confirm": plain(), "deny": plain()}

INVALID: list[tuple[str, list[Any], str]] = [
    ("more than 50 blocks", [section()] * 51, "no more than 50 items"),
    ("no type", [{"text": plain()}], "missing required field: type"),
    ("not an object", ["section"], "must provide an object"),
    ("unknown block", [{"type": "banner"}], "unsupported type: banner"),
    ("unknown property", [section(colour="red")], "invalid additional property: colour"),
    ("empty section", [{"type": "section"}], "missing required field: one of text, fields"),
    ("empty text", [section("")], "must be more than 0 characters"),
    ("section over 3000", [section("x" * 3001)], "must be less than 3001 characters"),
    ("field over 2000", [{"type": "section", "fields": [mrkdwn("x" * 2001)]}], "must be less than 2001 characters"),
    ("eleven fields", [{"type": "section", "fields": [mrkdwn()] * 11}], "no more than 10 items"),
    ("no fields", [{"type": "section", "fields": []}], "no fewer than 1 items"),
    (
        "emoji on mrkdwn",
        [{"type": "section", "text": {**mrkdwn(), "emoji": True}}],
        "invalid additional property: emoji",
    ),
    ("verbatim on plain", [{"type": "header", "text": {**plain(), "verbatim": True}}], "property: verbatim"),
    ("mrkdwn header", [{"type": "header", "text": mrkdwn()}], "unsupported type: mrkdwn"),
    ("header over 150", [{"type": "header", "text": plain("x" * 151)}], "must be less than 151 characters"),
    ("header level 5", [{"type": "header", "text": plain(), "level": 5}], "must be between 1 and 4"),
    ("same block_id twice", [section(block_id="b"), section(block_id="b")], "block_id b already exists"),
    ("block_id over 255", [section(block_id="b" * 256)], "must be less than 256 characters"),
    ("action_id over 255", [actions(button(action_id="a" * 256))], "must be less than 256 characters"),
    ("same action_id twice", [actions(button(), button())], "action_id go already exists"),
    ("26 buttons", [actions(*(button(action_id=str(n)) for n in range(26)))], "no more than 25 items"),
    ("no buttons", [actions()], "no fewer than 1 items"),
    ("button text over 75", [actions(button("x" * 76))], "must be less than 76 characters"),
    ("button value over 2000", [actions(button(value="x" * 2001))], "must be less than 2001 characters"),
    ("mrkdwn button", [actions({**button(), "text": mrkdwn()})], "unsupported type: mrkdwn"),
    ("button style", [actions(button(style="blue"))], "must be one of: primary, danger"),
    ("button address", [actions(button(url="javascript:alert(1)"))], "invalid URL"),
    ("number as value", [actions(button(value=7))], "must provide a string"),
    ("unknown element", [actions({"type": "knob"})], "unsupported type: knob"),
    (
        "image in actions",
        [actions({"type": "image", "image_url": "https://e.x/a.png", "alt_text": "a"})],
        "type: image",
    ),
    ("confirm title", [actions(button(confirm={**CONFIRM, "title": plain("x" * 101)}))], "less than 101"),
    ("confirm text", [actions(button(confirm={**CONFIRM, "text": plain("x" * 301)}))], "less than 301"),
    ("confirm button", [actions(button(confirm={**CONFIRM, "deny": plain("x" * 31)}))], "less than 31"),
    ("overflow of 6", [actions({"type": "overflow", "options": [option(str(n)) for n in range(6)]})], "more than 5"),
    ("overflow of none", [actions({"type": "overflow", "options": []})], "no fewer than 1"),
    ("101 options", [actions({"type": "static_select", "options": [option(str(n)) for n in range(101)]})], "than 100"),
    ("option text", [actions({"type": "static_select", "options": [option(text="x" * 76)]})], "less than 76"),
    ("option value", [actions({"type": "static_select", "options": [option("x" * 151)]})], "less than 151"),
    ("options twice", [actions({"type": "static_select", "options": [option(), option()]})], "must be unique"),
    (
        "initial not among",
        [actions({"type": "static_select", "options": [option()], "initial_option": option("b")})],
        "must be one of the options",
    ),
    ("neither options nor groups", [actions({"type": "static_select"})], "exactly one of options, option_groups"),
    (
        "11 radio buttons",
        [actions({"type": "radio_buttons", "options": [option(str(n)) for n in range(11)]})],
        "than 10",
    ),
    ("11 in context", [{"type": "context", "elements": [mrkdwn()] * 11}], "no more than 10 items"),
    ("button in context", [{"type": "context", "elements": [button()]}], "unsupported type: button"),
    ("image without alt", [{"type": "image", "image_url": "https://e.x/a.png"}], "missing required field: alt_text"),
    ("image without source", [{"type": "image", "alt_text": "a"}], "exactly one of image_url, slack_file"),
    ("image by ftp", [{"type": "image", "alt_text": "a", "image_url": "ftp://e.x/a.png"}], "invalid URL"),
    ("file id", [{"type": "image", "alt_text": "a", "slack_file": {"id": "f1"}}], "invalid slack file id"),
    ("alert in a message", [{"type": "alert", "text": plain()}], "not allowed in a message"),
    ("file block", [{"type": "file", "external_id": "a", "source": "remote"}], "cannot be sent by an app"),
    ("table of 101 rows", [table(101)], "no more than 100 items"),
    ("table of 21 cells", [table(2, 21)], "no more than 20 items"),
    ("table over 10,000", [table(50, 20, "x" * 11)], "table exceeds 10000 characters"),
    ("two tables", [table(), table()], "only one table"),
    ("unknown cell", [{"type": "table", "rows": [[mrkdwn()]]}], "unsupported type: mrkdwn"),
    ("data_table without caption", [{"type": "data_table", "rows": [[raw()], [raw()]]}], "field: caption"),
    ("data_table header only", [data_table(1)], "no fewer than 2 items"),
    ("data_table of 202 rows", [data_table(202)], "no more than 201 items"),
    ("data_table of 21 columns", [data_table(2, 21)], "no more than 20 items"),
    ("ragged data_table", [data_table(rows=2) | {"rows": [[raw()] * 2, [raw()]]}], "same number of cells"),
    ("rich header", [{"type": "data_table", "caption": "c", "rows": [[rich_cell()], [raw()]]}], "type: rich_text"),
    ("page_size 101", [data_table(page_size=101)], "must be between 1 and 100"),
    ("data_table over 20,000", [data_table(101, 20, "x" * 10)], "data_table exceeds 20000 characters"),
    ("data_tables together", [data_table(101, 10, "x" * 15), data_table(101, 10, "x" * 15)], "of one message exceed"),
    ("empty cell", [data_table(cell="")], "must be more than 0 characters"),
    ("number without text", [data_table() | {"rows": [[raw()], [{"type": "raw_number", "value": 1}]]}], "field: text"),
    ("row header outside", [data_table(row_header_column_index=2)], "must name a column"),
    ("rich_text of nothing", [rich()], "no fewer than 1 items"),
    ("bare text in rich_text", [rich({"type": "text", "text": "x"})], "unsupported type: text"),
    ("empty rich text", [rich(rich_section({"type": "text", "text": ""}))], "must be more than 0 characters"),
    (
        "emoji in preformatted",
        [rich({"type": "rich_text_preformatted", "elements": [{"type": "emoji", "name": "a"}]})],
        "unsupported type: emoji",
    ),
    ("date without format", [rich(rich_section({"type": "date", "timestamp": 1}))], "missing required field: format"),
    ("broadcast range", [rich(rich_section({"type": "broadcast", "range": "all"}))], "must be one of: here"),
    ("list style", [rich({"type": "rich_text_list", "style": "dash", "elements": [rich_section()]})], "must be one of"),
    ("colour value", [rich(rich_section({"type": "color", "value": "red"}))], "invalid colour"),
    ("markdown together", [{"type": "markdown", "text": "x" * 7000}] * 2, "of one payload exceed 12000"),
    ("pending task", [task("pending")], "must be one of: in_progress"),
    ("plan title object", [{"type": "plan", "title": plain()}], "must provide a string"),
    ("card title string", [{"type": "card", "title": "x"}], "must provide an object"),
    ("empty card", [{"type": "card"}], "missing required field: one of hero_image"),
    ("third chart", [bars(), bars(), bars()], "no more than 2 data_visualization"),
    ("chart point missing", [bars(axis_config={"categories": ["a", "b", "c"]})], "exactly one point per category"),
    (
        "pie of nothing",
        [
            {
                "type": "data_visualization",
                "title": "t",
                "chart": {"type": "pie", "segments": [{"label": "a", "value": 0}]},
            }
        ],
        "must be more than 0",
    ),
    (
        "six feedback rows",
        [
            {
                "type": "context_actions",
                "elements": [
                    {"type": "icon_button", "icon": "trash", "text": plain(), "action_id": str(n)} for n in range(6)
                ],
            }
        ],
        "more than 5",
    ),
    ("button in context_actions", [{"type": "context_actions", "elements": [button()]}], "unsupported type: button"),
    ("file_input in a message", [{**INPUT, "element": {"type": "file_input"}}], "in modals only"),
    ("divider in data", [{"type": "container", "title": plain(), "child_blocks": [data_table()]}], "type: data_table"),
    ("untitled container", [{"type": "container", "child_blocks": [section()]}], "exactly one of title"),
]

VALID: list[tuple[str, list[Any]]] = [
    ("nothing", []),
    ("50 blocks", [section()] * 50),
    ("section of 3000", [section("x" * 3000)]),
    ("section with fields", [{"type": "section", "fields": [mrkdwn("x" * 2000)] * 10, "expand": True}]),
    ("verbatim section", [{"type": "section", "text": {**mrkdwn(), "verbatim": True}, "accessory": button()}]),
    ("header", [{"type": "header", "text": {**plain("x" * 150), "emoji": False}, "level": 2}]),
    ("25 buttons", [actions(*(button(action_id=str(n)) for n in range(25)))]),
    ("button with everything", [actions(button(value="v" * 2000, style="danger", confirm=CONFIRM, url="https://e.x"))]),
    ("overflow", [section(accessory={"type": "overflow", "action_id": "o", "options": [option()]})]),
    (
        "select",
        [actions({"type": "static_select", "placeholder": plain(), "options": [option()], "initial_option": option()})],
    ),
    (
        "select in groups",
        [actions({"type": "static_select", "option_groups": [{"label": plain(), "options": [option()]}]})],
    ),
    ("users select", [actions({"type": "users_select", "action_id": "u"})]),
    ("conversations select", [actions({"type": "conversations_select", "filter": {"include": ["public"]}})]),
    (
        "checkboxes",
        [actions({"type": "checkboxes", "options": [{"text": mrkdwn(), "value": "a", "description": mrkdwn()}]})],
    ),
    ("date picker", [actions({"type": "datepicker", "initial_date": "2026-11-23"})]),
    ("context", [{"type": "context", "elements": [mrkdwn(), plain()]}]),
    ("image", [{"type": "image", "alt_text": "a", "image_url": "https://e.x/a.png", "title": plain()}]),
    ("image file", [{"type": "image", "alt_text": "a", "slack_file": {"id": "F0123ABCDE"}}]),
    ("divider", [{"type": "divider"}]),
    ("table", [table(100, 5, column_settings=[{"align": "right"}, None, {"is_wrapped": True}])]),
    (
        "table with a number and rich text",
        [{"type": "table", "rows": [[{"type": "raw_number", "value": 1.5, "text": "1.5"}, rich_cell()]]}],
    ),
    ("data_table of 201 rows", [data_table(201, 5, page_size=100, row_header_column_index=0)]),
    (
        "data_table with numbers",
        [data_table() | {"rows": [[raw()], [{"type": "raw_number", "value": 7.9, "text": "7.9 %"}], [rich_cell()]]}],
    ),
    ("two data_tables", [data_table(101, 9, "x" * 10), data_table(101, 9, "x" * 10)]),
    (
        "rich text",
        [
            rich(
                rich_section(
                    {"type": "text", "text": "a", "style": {"bold": True}},
                    {"type": "emoji", "name": "red_circle"},
                    {"type": "link", "url": "https://e.x"},
                    {"type": "user", "user_id": "U123"},
                    {"type": "channel", "channel_id": "C123"},
                    {"type": "usergroup", "usergroup_id": "S123"},
                    {"type": "broadcast", "range": "here"},
                    {"type": "color", "value": "#aabbcc"},
                    {"type": "date", "timestamp": 1764030000, "format": "{time}", "fallback": "10:00"},
                ),
                {
                    "type": "rich_text_list",
                    "style": "bullet",
                    "indent": 1,
                    "elements": [rich_section({"type": "text", "text": "a"})],
                },
                {"type": "rich_text_quote", "elements": [{"type": "text", "text": "a"}]},
                {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "a"}], "border": 1},
            )
        ],
    ),
    ("markdown", [{"type": "markdown", "text": "**a**" * 2000}]),
    ("chart", [bars()]),
    (
        "pie",
        [
            {
                "type": "data_visualization",
                "title": "t",
                "chart": {"type": "pie", "segments": [{"label": "a", "value": 1}]},
            }
        ],
    ),
    (
        "feedback",
        [
            {
                "type": "context_actions",
                "elements": [
                    {
                        "type": "feedback_buttons",
                        "action_id": "f",
                        "positive_button": {"text": plain("Good"), "value": "good"},
                        "negative_button": {"text": plain("Bad"), "value": "bad", "accessibility_label": "Bad answer"},
                    }
                ],
            }
        ],
    ),
    ("plan", [{"type": "plan", "title": "Reading", "tasks": [task("pending"), task("complete")]}]),
    ("card", [{"type": "card", "title": plain(), "body": mrkdwn(), "actions": [button()]}]),
    ("carousel", [{"type": "carousel", "elements": [{"type": "card", "title": plain()}]}]),
    (
        "container",
        [{"type": "container", "title": plain(), "is_collapsible": True, "child_blocks": [section(), table()]}],
    ),
    ("input in a message", [INPUT]),
]


def modal(*blocks: Block, **more: Any) -> Block:
    return {"type": "modal", "title": plain("QoS"), "blocks": list(blocks), **more}


INVALID_VIEWS: list[tuple[str, Any, str]] = [
    ("no title", {"type": "modal", "blocks": []}, "missing required field: title"),
    ("title over 24", modal(title=plain("x" * 25)), "must be less than 25 characters"),
    ("mrkdwn title", modal(title=mrkdwn()), "unsupported type: mrkdwn"),
    ("submit over 24", modal(submit=plain("x" * 25)), "must be less than 25 characters"),
    ("close over 24", modal(close=plain("x" * 25)), "must be less than 25 characters"),
    ("input without submit", modal(INPUT), "a modal with input blocks needs it"),
    ("private_metadata over 3000", modal(private_metadata="x" * 3001), "must be less than 3001 characters"),
    ("callback_id over 255", modal(callback_id="x" * 256), "must be less than 256 characters"),
    ("101 blocks", modal(*[section()] * 101), "no more than 100 items"),
    ("data_table in a modal", modal(data_table()), "not allowed in a modal"),
    ("table in a modal", modal(table()), "not allowed in a modal"),
    ("markdown in a modal", modal({"type": "markdown", "text": "x"}), "not allowed in a modal"),
    (
        "context_actions in a modal",
        modal({"type": "context_actions", "elements": [{"type": "icon_button", "icon": "trash", "text": plain()}]}),
        "not allowed in a modal",
    ),
    ("alert over 200", modal({"type": "alert", "text": plain("x" * 201)}), "must be less than 201 characters"),
    ("unknown view", {"type": "sheet", "blocks": []}, "unsupported type: sheet"),
    ("not a view", [], "must provide an object"),
]

VALID_VIEWS: list[tuple[str, Any]] = [
    ("small modal", modal(section())),
    (
        "modal with input",
        modal({**INPUT, "hint": plain()}, submit=plain("Save"), close=plain("Cancel"), callback_id="c"),
    ),
    ("100 blocks", modal(*[section()] * 100)),
    ("alert", modal({"type": "alert", "text": plain(), "level": "warning"}, private_metadata="x" * 3000)),
    ("home with data_table", {"type": "home", "blocks": [data_table()]}),
]


@pytest.mark.parametrize(("blocks", "says"), [row[1:] for row in INVALID], ids=[row[0] for row in INVALID])
def test_a_bad_message_is_refused_in_slacks_words(blocks: list[Any], says: str) -> None:
    problems = message_problems(blocks)
    assert any(says in problem.message for problem in problems), [str(problem) for problem in problems]
    assert all(problem.pointer.startswith("/blocks") for problem in problems)


@pytest.mark.parametrize("blocks", [row[1] for row in VALID], ids=[row[0] for row in VALID])
def test_a_good_message_is_accepted(blocks: list[Any]) -> None:
    assert [str(problem) for problem in message_problems(blocks)] == []


@pytest.mark.parametrize(("view", "says"), [row[1:] for row in INVALID_VIEWS], ids=[row[0] for row in INVALID_VIEWS])
def test_a_bad_view_is_refused(view: Any, says: str) -> None:
    problems = view_problems(view)
    assert any(says in problem.message for problem in problems), [str(problem) for problem in problems]


@pytest.mark.parametrize("view", [row[1] for row in VALID_VIEWS], ids=[row[0] for row in VALID_VIEWS])
def test_a_good_view_is_accepted(view: Any) -> None:
    assert [str(problem) for problem in view_problems(view)] == []


def test_a_problem_points_at_what_is_wrong() -> None:
    problems = message_problems([section(), section(accessory=button("x" * 80))])
    assert [str(one) for one in problems] == [
        "must be less than 76 characters [json-pointer:/blocks/1/accessory/text/text]"
    ]


def test_a_slack_file_must_be_ready() -> None:
    image = [{"type": "image", "alt_text": "a", "slack_file": {"id": "F0123ABCDE"}}]
    assert [one.message for one in message_problems(image, lambda _: False)] == ["invalid slack file"]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["type", "text", "value"]), inner),
    max_leaves=6,
)


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) of nested JSON."""
    pairs = (
        list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    )
    return [(value, key) for key, _ in pairs] + [place for _, inner in pairs for place in _places(inner)]


@given(st.data())
def test_no_damage_to_a_message_makes_the_validator_fall_over(data: st.DataObject) -> None:
    """Any value of any good message replaced by anything: a list of problems, or none, and never an exception."""
    blocks = copy.deepcopy(data.draw(st.sampled_from([row[1] for row in VALID if row[1]])))
    container, key = data.draw(st.sampled_from(_places(blocks)[:200]))
    container[key] = data.draw(_JSON)
    assert all(problem.message and problem.pointer.startswith("/blocks") for problem in message_problems(blocks))
    assert all(problem.message for problem in view_problems(modal(*blocks)))


def test_missing_ids_are_filled_in_and_found_again() -> None:
    ids = iter(map(str, range(20)))
    sent = [
        section(accessory={"type": "button", "text": plain("Why?")}),
        {"type": "container", "title": plain(), "child_blocks": [actions(button("Refresh", action_id="refresh"))]},
        {"type": "context", "elements": [mrkdwn()]},
    ]
    done = with_ids(sent, lambda: next(ids))
    assert "block_id" not in sent[0]
    assert len({block["block_id"] for block in done}) == 3
    assert [element["text"]["text"] for _, element in elements(done)] == ["Why?", "Refresh"]
    found = find(done, "Refresh")
    assert found is not None
    assert found[1]["action_id"] == "refresh"
    assert found[0]["block_id"]
    assert find(done, "Gone") is None
