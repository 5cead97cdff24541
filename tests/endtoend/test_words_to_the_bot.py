"""Direct messages and mentions: a meeting id gets its summary, anything else a greeting, and nobody else an answer."""

import pytest

from handlers import progress
from playground.slack.delivery import Ack
from playground.slack.events import envelope
from playground.slack.model import Json, Message
from tests.endtoend.bot_world import Bot
from tests.endtoend.outside_world import HELPDESK, WEEKLY, WEEKLY_SPACED

IN_DM = "D0LEEQOS01"


async def deliver(bot: Bot, event: Json) -> None:
    result = await bot.slack.delivery.send("events_api", envelope(bot.slack.workspace, event))
    assert isinstance(result, Ack), result


def direct(text: str, ts: str = "1700000000.000100", **more: str) -> Json:
    return {
        "type": "message", "channel": IN_DM, "channel_type": "im", "user": "U0LEEPARK1", "text": text, "ts": ts,
        "event_ts": ts, **more,
    }  # fmt: skip


async def answers_to(bot: Bot, last: str) -> list[Message]:
    """All that the bot said until it answered `last`, a message that it does answer."""
    bot.slack.say("lee", IN_DM, last)
    await bot.slack.next_message(IN_DM, lambda m: "Weekly sync" in m.text)
    await bot.idle()
    return bot.received


async def test_a_number_in_a_direct_message_gets_its_summary(bot: Bot) -> None:
    bot.slack.say("lee", IN_DM, f"how was {WEEKLY_SPACED} for everybody?")
    message = await bot.slack.next_message(IN_DM)
    assert "Kofi Mensah" in message.text
    assert not message.ephemeral
    assert message.thread_ts is None


async def test_a_direct_message_without_a_number_gets_a_greeting(bot: Bot) -> None:
    bot.slack.say("lee", IN_DM, "hello there")
    message = await bot.slack.next_message(IN_DM)
    assert "/qos meeting" in message.text
    assert bot.zoom.journal == []


async def test_a_mention_is_answered_in_its_thread(bot: Bot) -> None:
    said = bot.slack.say("lee", HELPDESK, f"@qos what about https://us02web.zoom.us/j/{WEEKLY}?pwd=x")
    message = await bot.slack.next_message(HELPDESK)
    assert "Kofi Mensah" in message.text
    assert message.thread_ts == said.ts
    asked = bot.slack.say("lee", HELPDESK, "@qos hello")
    greeting = await bot.slack.next_message(HELPDESK)
    assert "/qos meeting" in greeting.text
    assert greeting.thread_ts == asked.ts


async def test_a_slow_answer_takes_the_place_of_its_progress(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PROGRESS_AFTER_S", (0.01, 0.02))
    bot.zoom.gate.hold()
    said = bot.slack.say("lee", HELPDESK, f"@qos {WEEKLY}")
    line = await bot.slack.next_message(HELPDESK)
    assert "so far" in line.text
    assert line.thread_ts == said.ts
    bot.zoom.gate.release()
    await bot.slack.next_message(HELPDESK, lambda m: "Kofi Mensah" in m.text, kind="message_changed")
    await bot.idle()
    assert bot.received == [line]


async def test_an_error_is_told_where_it_was_asked(bot: Bot) -> None:
    bot.zoom.rules.fail("no-dashboard", "*.summary")
    bot.slack.say("lee", IN_DM, WEEKLY)
    message = await bot.slack.next_message(IN_DM)
    assert "(ref " in message.text
    assert "Business" in message.text


async def test_the_bot_answers_neither_itself_nor_other_bots_nor_edits(bot: Bot) -> None:
    await deliver(bot, direct(WEEKLY, "1700000000.000200", bot_id="B0OTHERBOT"))
    await deliver(bot, direct(WEEKLY, "1700000000.000300", subtype="message_changed"))
    await deliver(bot, direct(WEEKLY, "1700000000.000400", subtype="bot_message"))
    await deliver(bot, {**direct(WEEKLY, "1700000000.000500"), "channel_type": "channel", "channel": "C0HELPDESK"})
    await deliver(bot, {"type": "app_mention", **_by_a_bot("1700000000.000600")})
    assert len(await answers_to(bot, WEEKLY)) == 1


def _by_a_bot(ts: str) -> Json:
    return {
        **direct(f"<@U0QOSBOT01> {WEEKLY}", ts, bot_id="B0OTHERBOT"),
        "type": "app_mention",
        "channel": "C0HELPDESK",
    }


async def test_what_slack_delivers_twice_is_answered_once(bot: Bot) -> None:
    event = direct("hello", "1700000000.000700")
    await deliver(bot, event)
    await deliver(bot, event)
    greetings = [m for m in await answers_to(bot, WEEKLY) if "/qos meeting" in m.text and "Weekly sync" not in m.text]
    assert len(greetings) == 1
