"""`/qos` as a person types it, from Slack through the real bot to Zoom and back."""

import json

import pytest

from playground.zoom.scenarios import SESSION_UUID, TWICE_ENCODED
from tests.endtoend.bot_world import Bot, choices, words
from tests.endtoend.outside_world import HELPDESK, SHUT_OUT, UNLINKED, WEEKLY, WEEKLY_SPACED

PRIVATE_CHOICES = {"All participants", "Share to channel", "Refresh", "Ask about this"}


async def test_a_meeting_is_summed_up_privately_with_its_buttons(bot: Bot) -> None:
    message = await bot.ask(f"meeting {WEEKLY_SPACED}")
    assert message.ephemeral_for == "U0LEEPARK1"
    for part in ("Kofi Mensah", "7.9 %", "limit 5 %", "audio sent", "61 ms", "14 ms", "max 22", "Wi-Fi"):
        assert part in message.text, part
        assert part in words(message), part
    assert "Kofi Mensah" in message.text.splitlines()[0]
    for part in ("Weekly sync", WEEKLY_SPACED, "11 good", "1 not rated", "from Zoom's summary", "as documented"):
        assert part in message.text, part
    assert choices(message).keys() >= PRIVATE_CHOICES


async def test_text_alone_tells_what_the_blocks_tell(socket_bot: Bot) -> None:
    message = await socket_bot.ask(f"meeting {WEEKLY}")
    for line in words(message).split("·"):
        for number in line.split():
            if number.replace(".", "").isdigit():
                assert number in message.text


async def test_a_webinar_of_a_thousand_names_five_and_counts_everybody(socket_bot: Bot) -> None:
    message = await socket_bot.ask("webinar 930 1164 2875")
    assert "Autumn launch" in message.text
    lines = [line for line in message.text.splitlines() if line.startswith(("🔴", "🟠")) and " · " in line]
    named = [line for line in lines if "more" not in line.split(" · ")[0]]
    assert len(named) == 5
    assert len(message.text) < 4000
    assert socket_bot.zoom.asked("webinar.summary") >= 100


async def test_a_session_is_asked_for_by_its_id(bot: Bot) -> None:
    message = await bot.ask(f"session {SESSION_UUID}")
    assert "fitting-room-17" in message.text
    assert bot.zoom.asked("session.summary") == 1


async def test_a_meeting_of_one_looks_right(socket_bot: Bot) -> None:
    message = await socket_bot.ask("meeting 815 7782 3490")
    assert "Sam Whitaker" in message.text
    assert "Sound check" in message.text
    assert "1 of 1" in message.text


@pytest.mark.parametrize(
    ("typed", "operation"),
    [
        (WEEKLY, "meeting.summary"),
        (WEEKLY_SPACED, "meeting.summary"),
        ("858-1234-5678", "meeting.summary"),
        (f"https://us02web.zoom.us/j/{WEEKLY}?pwd=abc", "meeting.summary"),
        ("https://acme.zoom.us/w/93011642875", "webinar.summary"),
        (f"qos meeting {WEEKLY}", "meeting.summary"),
        (f"MEETING  {WEEKLY} ", "meeting.summary"),
    ],
)
async def test_an_id_is_understood_however_it_is_written(socket_bot: Bot, typed: str, operation: str) -> None:
    message = await socket_bot.ask(typed)
    assert choices(message).keys() >= PRIVATE_CHOICES
    assert socket_bot.zoom.asked(operation) >= 1


async def test_a_pasted_passcode_goes_nowhere(socket_bot: Bot) -> None:
    message = await socket_bot.ask(f"https://us02web.zoom.us/j/{WEEKLY}?pwd=SecretPasscode1")
    assert "SecretPasscode1" not in json.dumps([message.text, message.blocks])
    assert "SecretPasscode1" not in socket_bot.logs.getvalue()


async def test_a_uuid_with_two_slashes_reaches_zoom_whole(bot: Bot) -> None:
    message = await bot.ask(f"meeting {TWICE_ENCODED}")
    assert "Support rota" in message.text
    assert "Noor Rahman" in message.text.splitlines()[0]
    target = next(entry.target for entry in bot.zoom.journal if entry.operation == "meeting.summary")
    assert target.startswith("/v2/metrics/meetings/%252FVh0a%252F%252FkTQ2aWmB4rX9zYQ%253D%253D/")


async def test_options_work_in_any_order(socket_bot: Bot) -> None:
    first = await socket_bot.ask(f"meeting top 3 {WEEKLY_SPACED} by latency")
    assert "Sorted by latency" in first.text
    ranked = [line for line in first.text.splitlines() if line[:1] in "🔴🟠🟢" and " · " in line and "ms" in line]
    assert len(ranked) == 3
    assert "Ana Souza" in ranked[0]
    second = await socket_bot.ask(f"meeting by latency audio {WEEKLY}")
    assert "audio only" in second.text


async def test_asking_again_costs_zoom_nothing_and_refresh_asks_anew(bot: Bot) -> None:
    await bot.ask(f"meeting {WEEKLY}")
    once = bot.zoom.asked("meeting.summary")
    assert once == 2
    await bot.ask(f"meeting {WEEKLY} top 2")
    assert bot.zoom.asked("meeting.summary") == once
    await bot.ask(f"meeting {WEEKLY} refresh")
    assert bot.zoom.asked("meeting.summary") == 2 * once


@pytest.mark.parametrize("typed", ["", "help", "HELP", "  "])
async def test_nothing_and_help_list_every_command(socket_bot: Bot, typed: str) -> None:
    message = await socket_bot.ask(typed)
    for command in ("/qos meeting", "/qos webinar", "/qos session", "/qos limits", "/qos help"):
        assert command in message.text
    assert message.ephemeral


async def test_the_limits_are_told_with_their_sources(socket_bot: Bot) -> None:
    message = await socket_bot.ask("limits")
    for part in ("loss", "latency", "jitter", "2 %", "5 %", "150 ms"):
        assert part in message.text


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (f"meting {WEEKLY_SPACED}", f"/qos meeting {WEEKLY_SPACED}"),
        ("hepl", "/qos help"),
        ("xyzzy", "/qos help"),
        ("meeting", "Which meeting?"),
        ("meeting 123", "9 to 11"),
        ("session 85812345678", "no meeting number"),
        (f"meeting {WEEKLY} top 0", "1 to 20"),
        (f"meeting {WEEKLY} top", "1 to 20"),
        (f"meeting {WEEKLY} by", "by loss"),
        (f"meeting {WEEKLY} by latancy", "by latency"),
        (f"meeting {WEEKLY} publik", "public"),
        ("https://example.com/j/85812345678", "I don't know"),
        ("meeting https://example.com/j/85812345678", "zoom.us"),
    ],
)
async def test_wrong_input_is_answered_with_what_would_work_and_asks_zoom_nothing(
    socket_bot: Bot, typed: str, answer: str
) -> None:
    message = await socket_bot.ask(typed)
    assert answer in message.text.replace(UNLINKED, "")
    assert message.ephemeral
    assert socket_bot.zoom.journal == []


@pytest.mark.parametrize(
    "channel", [HELPDESK, "general-it", SHUT_OUT, "D0LEEANA01", "mpdm-lee--ana--kofi-1", "D0LEEQOS01"]
)
async def test_a_private_answer_needs_no_membership(socket_bot: Bot, channel: str) -> None:
    message = await socket_bot.ask(f"meeting {WEEKLY}", channel)
    assert message.ephemeral
    assert "Kofi Mensah" in message.text
