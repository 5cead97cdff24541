"""Anything typed after `/qos` is answered, in a message that Slack accepts and that mentions and links nothing."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playground.zoom.scenarios import SESSION_UUID, TWICE_ENCODED
from tests.endtoend.bot_world import Bot, words
from tests.endtoend.outside_world import HELPDESK, WEEKLY, WEEKLY_SPACED

PIECES = [
    "meeting", "webinar", "session", "limits", "help", "top", "top 3", "by", "by latency", "audio", "refresh", "public",
    WEEKLY, WEEKLY_SPACED, "0", "-1", "９９９", "99999999999999999999", TWICE_ENCODED, SESSION_UUID,
    "https://zoom.us/j/85812345678", "<https://zoom.us/j/85812345678|x>", "https://zoom.us.evil.example/j/85812345678",
    "<!channel>", "<!here|here>", "<@U0LEEPARK1>", "<#C0HELPDESK>", "<javascript:alert(1)|x>", "@here", "*bold*",
    "`code`", "```", ":tada:", "&lt;!channel&gt;", "&amp;", "\u202e", "\u200b", "\u0000", "\ud7ff", "{0}", "%s",
    "'; --", '"', "“”", "a" * 300, "🔴" * 50,
]  # fmt: skip
SHORT = st.text(max_size=40)
TYPED = st.lists(st.sampled_from(PIECES) | SHORT, max_size=6).map(" ".join)


@given(typed=TYPED)
@settings(max_examples=60, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_whatever_is_typed_is_answered_and_mentions_nobody(socket_bot: Bot, typed: str) -> None:
    message = await socket_bot.ask(typed)
    assert message.text.strip()
    assert message.blocks
    assert not any(mark in message.text for mark in ("<!", "<@", "<#", "<http", "<java"))
    await socket_bot.idle()
    assert not [line for line in socket_bot.log() if line["event"] == "unexpected"]
    socket_bot.slack.inbox.clear()


async def test_names_that_try_to_be_markup_stay_names(socket_bot: Bot) -> None:
    summary = await socket_bot.ask("meeting 876 9040 1253 by latency top 20 public")
    await socket_bot.press(summary, "All participants")
    table = await socket_bot.slack.next_message(HELPDESK)
    for message in (summary, table):
        assert not any(mark in message.text for mark in ("<!", "<@", "<#", "<http", "\u202e", "\n\n\n"))
    assert "Supplier round table" in summary.text
    assert not [text for text in (words(summary), words(table)) if "\u202e" in text]
