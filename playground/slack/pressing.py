"""Pure parts of pressing and submitting: an element's action, required inputs, and what an answer does to a view."""

from collections.abc import Iterator
from typing import Any

from playground.slack.model import Json, View
from playground.slack.view_rules import view_problems
from playground.slack.workspace import Workspace


def action_of(block: Json, element: Json, chosen: str | None = None) -> Json:
    """The action as block_actions carries it; `chosen` names an option by value or text.

    Raises:
        KeyError: there is no such option.
    """
    action: Json = {"type": element["type"], "action_id": element["action_id"], "block_id": block["block_id"]}
    if element["type"] in ("button", "icon_button", "workflow_button"):
        action |= {"text": element["text"], **({"value": element["value"]} if "value" in element else {})}
    if element["type"] == "feedback_buttons":
        return {**action, **_feedback(element, chosen)}
    if chosen is None:
        return action
    option = next((one for one in _options(element) if chosen in (one["value"], one["text"]["text"])), None)
    if option is None:
        raise KeyError(chosen)
    many = element["type"].startswith("multi_") or element["type"] == "checkboxes"
    return {**action, **({"selected_options": [option]} if many else {"selected_option": option})}


def without_answers(view: View, values: Json) -> list[str]:
    """block_ids of the inputs that must be answered and are not."""
    missing = []
    for block in view.content["blocks"]:
        if block["type"] != "input" or block.get("optional"):
            continue
        given = values.get(block["block_id"], {}).get(block["element"]["action_id"], {})
        if not any(value not in (None, "", []) for key, value in given.items() if key != "type"):
            missing.append(block["block_id"])
    return missing


def view_outcome(workspace: Workspace, view: View, payload: Any) -> dict[str, str]:
    """Carry out the acknowledgement of a submission. Returns the errors to show by block_id.

    Raises:
        ValueError: Slack would not accept that answer.
    """
    action = payload.get("response_action") if isinstance(payload, dict) else None
    if action is None:
        workspace.close_view(view)
    elif action == "clear":
        workspace.close_view(view, whole_stack=True)
    elif action == "errors":
        return _errors(view, payload.get("errors"))
    elif action in ("update", "push"):
        content = payload.get("view")
        if problems := view_problems(content):
            raise ValueError(str(problems[0]))
        if action == "update":
            workspace.update_view(view, content)
        else:
            workspace.open_view(view.user, content, previous=view)
    else:
        raise ValueError(f"unknown response_action {action}")
    return {}


def _errors(view: View, errors: Any) -> dict[str, str]:
    inputs = {block["block_id"] for block in view.content["blocks"] if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        raise ValueError("errors must name input blocks")
    return {str(block_id): str(text) for block_id, text in errors.items()}


def _feedback(element: Json, chosen: str | None) -> Json:
    for button in (element["positive_button"], element["negative_button"]):
        if chosen in (button["value"], button["text"]["text"]):
            return {"text": button["text"], "value": button["value"]}
    raise KeyError(chosen)


def _options(element: Json) -> Iterator[Json]:
    yield from element.get("options", [])
    for group in element.get("option_groups", []):
        yield from group["options"]
