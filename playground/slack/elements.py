"""Composition objects and interactive elements with their limits, a row each. Blocks live elsewhere.

Limits: docs.slack.dev reference/block-kit (block elements, composition objects).
"""

from typing import Any

from playground.slack.rules import (
    Context,
    Rule,
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

ACTION_ID = string(255)
URL = string(3000, pattern=r"^(https?|slack|mailto|tel|zoommtg):", meaning="URL")
WEB_URL = string(3000, pattern=r"^https?://", meaning="URL")
DATE = string(10, pattern=r"^\d{4}-\d{2}-\d{2}$", meaning="date")
TIME = string(5, pattern=r"^([01]\d|2[0-3]):[0-5]\d$", meaning="time")
PLACEHOLDER = plain(150)

CONFIRM = obj(
    {"title": plain(100), "text": text(300), "confirm": plain(30), "deny": plain(30)},
    {"style": choice("primary", "danger")},
)


def _option(text_rule: Rule, **more: Rule) -> Rule:
    return obj({"text": text_rule, "value": string(150)}, {"description": text(75), **more})


OPTION = _option(plain(75))
LIST_OPTION = _option(text(75))  # checkboxes and radio buttons may use mrkdwn
OVERFLOW_OPTION = _option(plain(75), url=URL)
OPTION_GROUP = obj({"label": plain(75), "options": array(OPTION, 1, 100)})
FILTER = obj(
    {},
    {
        "include": array(choice("im", "mpim", "private", "public"), 1, 4),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
)


def slack_file(context: Context, pointer: str, value: Any) -> None:
    """Exactly one of id and url; the file must be uploaded, an image, and visible to the poster."""
    obj({}, {"id": string(30, pattern=r"^F[A-Z0-9]{8,}$", meaning="slack file id"), "url": WEB_URL},
        exactly_one=("id", "url"))(context, pointer, value)  # fmt: skip
    name = value.get("id") or value.get("url") if isinstance(value, dict) else None
    if isinstance(name, str) and not context.file_ready(name):
        context.fail(pointer, "invalid slack file")


IMAGE = obj(
    {"alt_text": string(2000)},
    {"image_url": WEB_URL, "slack_file": slack_file},
    exactly_one=("image_url", "slack_file"),
)


def _initial_among_options(context: Context, pointer: str, value: Any) -> None:
    groups = objects(value.get("option_groups"))
    known = [*objects(value.get("options")), *(option for group in groups for option in objects(group.get("options")))]
    listed = [str(option.get("value")) for option in known]
    chosen = [*objects([value.get("initial_option")]), *objects(value.get("initial_options"))]
    if any(str(option.get("value")) not in listed for option in chosen):
        context.fail(pointer, "initial option must be one of the options")
    if len(listed) != len(set(listed)):
        context.fail(pointer, "option values must be unique")


def element(required: dict[str, Rule], optional: dict[str, Rule] | None = None, **more: Any) -> Rule:
    """An interactive element: any of them may carry an action_id."""
    return obj(required, {"action_id": ACTION_ID, **(optional or {})}, **more)


_ASK: dict[str, Rule] = {"confirm": CONFIRM, "focus_on_load": boolean}
_PICK: dict[str, Rule] = {**_ASK, "placeholder": PLACEHOLDER}
_TYPE: dict[str, Rule] = {
    "placeholder": PLACEHOLDER,
    "focus_on_load": boolean,
    "dispatch_action_config": obj(
        {"trigger_actions_on": array(choice("on_enter_pressed", "on_character_entered"), 1, 2)}
    ),
}
_IDS = array(string(255), 1, 100)
_MAX = whole(1, 1000)
_STATIC: dict[str, Rule] = {"options": array(OPTION, 1, 100), "option_groups": array(OPTION_GROUP, 1, 100)}
_EITHER: dict[str, Any] = {"exactly_one": ("options", "option_groups"), "also": _initial_among_options}
_FEEDBACK = obj({"text": plain(75), "value": string(2000)}, {"accessibility_label": string(75)})

SELECTS: dict[str, Rule] = {
    "static_select": element({}, {**_PICK, **_STATIC, "initial_option": OPTION}, **_EITHER),
    "external_select": element({}, {**_PICK, "initial_option": OPTION, "min_query_length": whole(0, 1000)}),
    "users_select": element({}, {**_PICK, "initial_user": string(255)}),
    "channels_select": element(
        {}, {**_PICK, "initial_channel": string(255), "response_url_enabled": boolean}
    ),
    "conversations_select": element(
        {},
        {
            **_PICK, "initial_conversation": string(255), "default_to_current_conversation": boolean,
            "response_url_enabled": boolean, "filter": FILTER,
        },
    ),
    "multi_static_select": element(
        {}, {**_PICK, **_STATIC, "initial_options": array(OPTION, 1, 100), "max_selected_items": _MAX}, **_EITHER
    ),
    "multi_external_select": element(
        {},
        {
            **_PICK, "initial_options": array(OPTION, 1, 100), "max_selected_items": _MAX,
            "min_query_length": whole(0, 1000),
        },
    ),
    "multi_users_select": element({}, {**_PICK, "initial_users": _IDS, "max_selected_items": _MAX}),
    "multi_channels_select": element({}, {**_PICK, "initial_channels": _IDS, "max_selected_items": _MAX}),
    "multi_conversations_select": element(
        {},
        {
            **_PICK, "initial_conversations": _IDS, "default_to_current_conversation": boolean,
            "max_selected_items": _MAX, "filter": FILTER,
        },
    ),
}  # fmt: skip

BUTTON = element(
    {"text": plain(75)},
    {
        "value": string(2000),
        "url": URL,
        "style": choice("primary", "danger"),
        "confirm": CONFIRM,
        "accessibility_label": string(75),
    },
)

CHOICES: dict[str, Rule] = {
    "checkboxes": element(
        {"options": array(LIST_OPTION, 1, 10)},
        {**_ASK, "initial_options": array(LIST_OPTION, 1, 10)},
        also=_initial_among_options,
    ),
    "radio_buttons": element(
        {"options": array(LIST_OPTION, 1, 10)}, {**_ASK, "initial_option": LIST_OPTION}, also=_initial_among_options
    ),
    "datepicker": element({}, {**_PICK, "initial_date": DATE}),
    "timepicker": element({}, {**_PICK, "initial_time": TIME, "timezone": string(100)}),
    "datetimepicker": element({}, {**_ASK, "initial_date_time": whole(10**9, 10**10 - 1)}),
}

TYPED: dict[str, Rule] = {
    "plain_text_input": element(
        {},
        {
            **_TYPE, "initial_value": string(3000, 0), "multiline": boolean, "min_length": whole(0, 3000),
            "max_length": whole(1, 3000),
        },
    ),
    "email_text_input": element({}, {**_TYPE, "initial_value": string(3000)}),
    "url_text_input": element({}, {**_TYPE, "initial_value": string(3000)}),
    "number_input": element(
        {"is_decimal_allowed": boolean},
        {**_TYPE, "initial_value": string(50), "min_value": string(50), "max_value": string(50)},
    ),
    "rich_text_input": element({}, {**_TYPE, "initial_value": anything}),
    "file_input": element({}, {"filetypes": array(string(20), 1, 100), "max_files": whole(1, 10)}),
}  # fmt: skip

OVERFLOW = element({"options": array(OVERFLOW_OPTION, 1, 5)}, {"confirm": CONFIRM}, also=_initial_among_options)
WORKFLOW_BUTTON = element(
    {"text": plain(75), "workflow": anything},
    {"style": choice("primary", "danger"), "accessibility_label": string(75)},
)
FEEDBACK_BUTTONS = element({"positive_button": _FEEDBACK, "negative_button": _FEEDBACK})
ICON_BUTTON = element(
    {"icon": choice("trash"), "text": plain(75)},
    {"value": string(2000), "confirm": CONFIRM, "accessibility_label": string(75), "visible_to_user_ids": _IDS},
)

_COMMON: dict[str, Rule] = {"button": BUTTON, "overflow": OVERFLOW, "workflow_button": WORKFLOW_BUTTON}
ACTIONS_ELEMENTS: dict[str, Rule] = {**_COMMON, **SELECTS, **CHOICES}
SECTION_ACCESSORIES: dict[str, Rule] = {**_COMMON, **SELECTS, **CHOICES, "image": IMAGE}
INPUT_ELEMENTS: dict[str, Rule] = {**SELECTS, **CHOICES, **TYPED}
CONTEXT_ACTIONS_ELEMENTS: dict[str, Rule] = {"feedback_buttons": FEEDBACK_BUTTONS, "icon_button": ICON_BUTTON}
CONTEXT_ELEMENTS = by_type(
    {
        "image": IMAGE,
        "plain_text": obj({"text": string(3000)}, {"emoji": boolean}),
        "mrkdwn": obj({"text": string(3000)}, {"verbatim": boolean}),
    }
)
