"""The Slack app's manifest is valid, and says what the code does."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from handlers.commands import BY_NAME, COMMAND

ROOT = Path(__file__).parent.parent
SCHEMA = Path(__file__).parent / "fixtures" / "slack" / "manifest.schema.1.0.0.json"

# The Web API methods the code calls, with the scope each one needs (docs.slack.dev, method pages).
SCOPE_OF_METHOD = {
    "chat_postMessage": {"chat:write"},
    "chat_update": {"chat:write"},
    "chat_postEphemeral": {"chat:write"},
    "chat_getPermalink": set(),
    "conversations_join": {"channels:join"},
    "conversations_info": {"channels:read", "groups:read"},
    "conversations_open": {"im:write"},
    "files_upload_v2": {"files:write"},
    "users_info": {"users:read", "users:read.email"},
    "reactions_add": {"reactions:write"},
    "views_open": set(),
    "views_update": set(),
}
SCOPE_OF_EVENT = {
    "app_mention": "app_mentions:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "channel_id_changed": "groups:read",
}


def manifest() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "manifest.yml").read_text())
    return loaded


def called_methods() -> set[str]:
    text = (ROOT / "bot" / "slack" / "poster.py").read_text()
    return set(re.findall(r"self\._client\.(\w+)\(", text))


def test_the_manifest_is_valid_under_slacks_schema() -> None:
    jsonschema.Draft7Validator(json.loads(SCHEMA.read_text())).validate(manifest())


def test_the_manifest_declares_the_command_the_code_answers() -> None:
    commands = manifest()["features"]["slash_commands"]
    assert [command["command"] for command in commands] == [COMMAND]
    hint = commands[0]["usage_hint"]
    assert all(word in BY_NAME for word in re.findall(r"[a-z]+", hint)), hint


def test_the_scopes_are_those_that_the_code_needs_and_no_others() -> None:
    needed = {"commands"} | set(SCOPE_OF_EVENT.values())
    for method in called_methods():
        needed |= SCOPE_OF_METHOD[method]
    assert set(manifest()["oauth_config"]["scopes"]["bot"]) == needed


def test_every_scope_has_its_reason_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text()
    for scope in manifest()["oauth_config"]["scopes"]["bot"]:
        assert f"`{scope}`" in readme, scope


def test_every_subscribed_event_has_a_listener() -> None:
    text = "".join(path.read_text() for path in (ROOT / "handlers").glob("*.py"))
    listened = set(re.findall(r'app\.event\("(\w+)"\)', text))
    for event in manifest()["settings"]["event_subscriptions"]["bot_events"]:
        assert event.split(".")[0] in listened, event
        assert event in SCOPE_OF_EVENT
