"""Somebody from another company sees what is posted, and gets nothing else."""

import pytest

from handlers.insiders import is_outsider
from tests.endtoend.bot_world import Bot, choices
from tests.endtoend.outside_world import WEEKLY


async def test_a_mention_in_a_shared_channel_asks_before_it_posts(socket_bot: Bot) -> None:
    channel = next(c.id for c in socket_bot.slack.workspace.channels.values() if c.name == "ext-acme")
    socket_bot.slack.say("lee", "ext-acme", f"@qos meeting {WEEKLY}")
    asked = await socket_bot.slack.next_message(channel)
    assert asked.ephemeral
    assert "another company" in asked.text
    assert "Kofi" not in asked.text
    assert "Share anyway" in choices(asked)
    assert socket_bot.zoom.asked("meeting.summary") == 0


async def test_an_outsider_who_mentions_the_bot_gets_nothing(socket_bot: Bot) -> None:
    socket_bot.slack.say("sam", "ext-acme", f"@qos meeting {WEEKLY}")
    socket_bot.slack.say("lee", "av-helpdesk", f"@qos meeting {WEEKLY}")
    answered = await socket_bot.slack.next_message()
    assert answered.channel == "C0HELPDESK"


async def test_an_outsider_who_presses_a_button_gets_a_word_and_no_data(socket_bot: Bot) -> None:
    channel = next(c.id for c in socket_bot.slack.workspace.channels.values() if c.name == "ext-acme")
    private = await socket_bot.ask(f"meeting {WEEKLY}", channel)
    await socket_bot.press(private, "Share to channel")
    question = await socket_bot.slack.next_message(channel)
    await socket_bot.press(question, "Share anyway")
    summary = await socket_bot.slack.next_message(channel, lambda m: not m.ephemeral)
    asked = socket_bot.zoom.asked("meeting.summary")
    for button in ("All participants", "Refresh"):
        await socket_bot.press(summary, button, user="sam")
        answer = await socket_bot.slack.next_message(channel, lambda m: m.ephemeral and "only answer" in m.text)
        assert "Kofi" not in answer.text
    assert socket_bot.zoom.asked("meeting.summary") == asked


@pytest.mark.parametrize(
    ("body", "own", "outside"),
    [
        ({"user": {"id": "U1", "team_id": "T1"}}, "T1", False),
        ({"user": {"id": "U1", "team_id": "T2"}}, "T1", True),
        ({"event": {"user": "U1", "user_team": "T2", "team": "T1"}}, "T1", True),
        ({"event": {"user": "U1", "team": "T1"}}, "T1", False),
        ({"user_id": "U1", "team_id": "T1"}, "T1", False),
        ({"user": {"id": "U1", "team_id": "T2"}}, None, False),
    ],
)
def test_who_is_an_outsider(body: dict[str, object], own: str | None, outside: bool) -> None:
    assert is_outsider(body, own) is outside


def test_an_app_of_a_whole_organisation_serves_all_its_workspaces() -> None:
    assert not is_outsider({"user": {"id": "U1", "team_id": "T2"}}, "T1", is_org_install=True)
