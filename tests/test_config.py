"""Settings: documented, typed, and refused with one line per problem that never shows a value."""

import os
import re
from pathlib import Path

import pytest

from bot.config import Settings, SettingsError, load, problems_for_serving

ROOT = Path(__file__).parent.parent
WHOLE = {
    "SLACK_BOT_TOKEN": "xoxb-1",
    "SLACK_APP_TOKEN": "xapp-1",
    "ZOOM_ACCOUNT_ID": "a",
    "ZOOM_CLIENT_ID": "c",
    "ZOOM_CLIENT_SECRET": "s",
}


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.lower() in Settings.model_fields:
            monkeypatch.delenv(name)


def set_all(monkeypatch: pytest.MonkeyPatch, values: dict[str, str]) -> None:
    for name, value in values.items():
        monkeypatch.setenv(name, value)


def test_the_example_file_lists_every_setting_and_no_other() -> None:
    listed = re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    assert sorted(listed) == sorted(name.upper() for name in Settings.model_fields)


def test_the_example_file_as_it_stands_means_the_defaults(tmp_path: Path) -> None:
    assert Settings(_env_file=ROOT / ".env.example") == Settings(_env_file=None)


def test_nothing_set_leaves_the_documented_defaults() -> None:
    settings = load()
    assert (settings.zoom_page_size, settings.zoom_plan, settings.port) == (10, "business", 3000)
    assert settings.database_url == "sqlite+aiosqlite:///qos.db"


def test_a_whole_configuration_can_serve(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, WHOLE)
    assert problems_for_serving(load()) == []


def test_an_empty_configuration_names_every_missing_piece() -> None:
    text = "\n".join(problems_for_serving(load()))
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "ZOOM_CLIENT_ID"):
        assert name in text


WRONG = [
    ("SLACK_BOT_TOKEN", "xapp-swapped-secret", "xoxb-"),
    ("SLACK_APP_TOKEN", "xoxb-swapped-secret", "xapp-"),
    ("ZOOM_API_URL", "http://zoom.example/v2", "loopback|127.0.0.1"),
    ("ZOOM_EVENTS_URL", "ws://zoom.example/ws", "127.0.0.1"),
    ("ZOOM_PAGE_SIZE", "none-secret", "integer"),
    ("ZOOM_PLAN", "enterprise-secret", "business"),
    ("ZOOM_DIRECTIONS", "backwards-secret", "documented"),
    ("DATABASE_URL", "mysql://user:secret@host/db", "sqlite"),
    ("PORT", "70000", "65535"),
    ("LIMITS", "loss=5/2/10", "in this order"),
    ("LIMITS", "sound=1/2/3", "no limit"),
]


@pytest.mark.parametrize(("name", "value", "hint"), WRONG, ids=[name for name, _, _ in WRONG])
def test_a_wrong_setting_is_named_with_a_hint_and_without_its_value(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, hint: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load()
    [line] = caught.value.problems
    assert line.startswith(f"{name}:")
    assert re.search(hint, line)
    assert "secret" not in line


def test_each_problem_has_its_own_line(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, {"PORT": "x", "ZOOM_PAGE_SIZE": "0"})
    with pytest.raises(SettingsError) as caught:
        load()
    assert len(caught.value.problems) == 2


def test_what_is_wrong_and_what_is_missing_are_told_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZOOM_PLAN", "gold")
    with pytest.raises(SettingsError) as caught:
        load(to_serve=True)
    text = "\n".join(caught.value.problems)
    assert "ZOOM_PLAN" in text
    assert "SLACK_BOT_TOKEN" in text
    assert "ZOOM_CLIENT_ID" in text


def test_half_of_a_zoom_app_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZOOM_CLIENT_ID", "c")
    with pytest.raises(SettingsError, match="ZOOM_ACCOUNT_ID, ZOOM_CLIENT_SECRET"):
        load()


def test_plain_http_on_this_machine_is_accepted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZOOM_API_URL", "http://127.0.0.1:8765/zoom/v2/")
    assert load().zoom_api_url == "http://127.0.0.1:8765/zoom/v2"


def test_a_secret_never_shows_when_settings_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    set_all(monkeypatch, WHOLE | {"ZOOM_CLIENT_SECRET": "hush-hush"})
    assert "hush-hush" not in repr(load())
