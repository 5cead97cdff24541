"""Where a summary may be posted and where not: channels, private channels, messages between people, other companies."""

import asyncio

from bot.domain.model import Kind
from bot.ports import Thread
from bot.store.store import Store
from playground.slack import people
from playground.slack.model import Message
from tests.endtoend.bot_world import Bot, choices
from tests.endtoend.outside_world import HELPDESK, SHUT_OUT, WEEKLY

IN_DM = "D0LEEQOS01"
MEETING = f"meeting {WEEKLY}"


async def remembered(bot: Bot, message: Message) -> Thread | None:
    await bot.idle()
    async with Store.open(bot.settings.database_url) as store:
        return await store.find_thread(people.TEAM_ID, message.channel, message.ts)


def posts(bot: Bot, channel: str) -> list[Message]:
    """What everybody in that channel can see of the bot."""
    place = bot.slack.workspace.channel_named(channel)
    return [m for m in bot.received if m.channel == place.id and not m.ephemeral]


def is_member(bot: Bot, channel: str) -> bool:
    return bot.slack.workspace.bot.id in bot.slack.workspace.channel_named(channel).members


async def test_public_posts_in_a_channel_and_remembers_which_call_the_message_is_about(bot: Bot) -> None:
    message = await bot.ask(f"{MEETING} public")
    assert not message.ephemeral
    assert "Kofi Mensah" in message.text
    assert "Share to channel" not in choices(message)
    thread = await remembered(bot, message)
    assert thread is not None
    assert (thread.kind, thread.uuid is not None) == (Kind.MEETING, True)
    assert bot.received == [message]


async def test_the_button_shares_what_was_private(bot: Bot) -> None:
    private = await bot.ask(MEETING)
    await bot.press(private, "Share to channel")
    shared = await bot.slack.next_message(HELPDESK)
    told = await bot.slack.next_message(HELPDESK)
    assert not shared.ephemeral
    assert "Kofi Mensah" in shared.text
    assert told.ephemeral
    assert "Shared" in told.text
    assert "Kofi Mensah" in private.text
    assert await remembered(bot, shared) is not None
    assert bot.zoom.asked("meeting.summary") == 2


async def test_a_second_press_finds_the_first_and_posts_nothing(bot: Bot) -> None:
    private = await bot.ask(MEETING)
    both = bot.press(private, "Share to channel"), bot.press(private, "Share to channel")
    await asyncio.gather(*both)
    await bot.press(private, "Share to channel")
    await bot.idle()
    assert len(posts(bot, HELPDESK)) == 1
    told = [m.text for m in bot.received if m.ephemeral and m is not private]
    assert sorted("already" in text for text in told) == [False, True, True]
    elsewhere = await bot.ask(MEETING, "av-alerts")
    await bot.press(elsewhere, "Share to channel")
    await bot.idle()
    assert len(posts(bot, "av-alerts")) == 1
    await bot.ask(f"{MEETING} public")
    await bot.idle()
    assert len(posts(bot, HELPDESK)) == 2, "who types public means it"


async def test_a_public_channel_is_joined_before_posting(bot: Bot) -> None:
    assert not is_member(bot, "general-it")
    message = await bot.ask(f"{MEETING} public", "general-it")
    assert not message.ephemeral
    assert is_member(bot, "general-it")


async def test_a_private_channel_without_the_bot_gets_the_answer_privately_and_how_to_invite(bot: Bot) -> None:
    private = await bot.ask(f"{MEETING} public", SHUT_OUT)
    how = await bot.slack.next_message(SHUT_OUT)
    assert private.ephemeral and how.ephemeral
    assert "Kofi Mensah" in private.text
    assert "/invite" in how.text
    await bot.press(how, "Send to my DM")
    in_dm = await bot.slack.next_message(IN_DM)
    assert "Kofi Mensah" in in_dm.text
    assert await remembered(bot, in_dm) is not None
    assert "Sent to your own messages" in (await bot.slack.next_message(SHUT_OUT)).text
    bot.slack.invite(SHUT_OUT)
    await bot.press(private, "Share to channel")
    assert "Kofi Mensah" in (await bot.slack.next_message(SHUT_OUT, lambda m: not m.ephemeral)).text


async def test_messages_between_people_are_answered_privately_only(bot: Bot) -> None:
    for place in ("D0LEEANA01", "mpdm-lee--ana--kofi-1"):
        private = await bot.ask(f"{MEETING} public", place)
        why = await bot.slack.next_message(place)
        assert private.ephemeral and why.ephemeral
        assert "between people" in why.text
        assert posts(bot, place) == []
        await bot.press(why, "Send to my DM")
        assert "Kofi Mensah" in (await bot.slack.next_message(IN_DM)).text
        assert "Sent to your own messages" in (await bot.slack.next_message(place)).text


async def test_a_channel_that_was_archived_meanwhile_is_named_as_such(bot: Bot) -> None:
    private = await bot.ask(MEETING)
    bot.slack.workspace.channel_named(HELPDESK).is_archived = True
    await bot.press(private, "Share to channel")
    assert "archived" in (await bot.slack.next_message(HELPDESK)).text
    assert posts(bot, HELPDESK) == []


async def test_another_companys_eyes_are_asked_about_first(bot: Bot) -> None:
    private = await bot.ask(f"{MEETING} public", "ext-acme")
    question = await bot.slack.next_message("ext-acme")
    assert question.ephemeral
    assert "another company" in question.text
    assert posts(bot, "ext-acme") == []
    await bot.press(question, "Keep it private")
    await bot.idle()
    assert "Not shared" in question.text
    assert "Kofi Mensah" in private.text
    assert posts(bot, "ext-acme") == []

    await bot.press(private, "Share to channel")
    again = await bot.slack.next_message("ext-acme")
    await bot.press(again, "Share anyway")
    shared = await bot.slack.next_message("ext-acme")
    await bot.idle()
    assert "Shared" in again.text
    assert not shared.ephemeral
    assert await remembered(bot, shared) is not None


async def test_the_bots_own_conversation_takes_a_post_without_asking(bot: Bot) -> None:
    message = await bot.ask(f"{MEETING} public", IN_DM)
    assert not message.ephemeral
    assert await remembered(bot, message) is not None


async def test_slack_asking_to_slow_down_is_obeyed(socket_bot: Bot) -> None:
    socket_bot.slack.refuse_next("chat.postMessage", retry_after_s=1)
    message = await socket_bot.ask(f"{MEETING} public")
    assert not message.ephemeral
    assert list(socket_bot.slack.api.calls).count("chat.postMessage") == 2


async def test_where_posting_is_restricted_the_answer_comes_privately(bot: Bot) -> None:
    bot.slack.refuse_next("chat.postMessage", "restricted_action")
    private = await bot.ask(f"{MEETING} public")
    why = await bot.slack.next_message(HELPDESK)
    assert private.ephemeral and why.ephemeral
    assert "Kofi Mensah" in private.text
    assert "not allowed to post" in why.text
    assert "Send to my DM" in choices(why)


async def test_a_refusal_without_a_remedy_of_its_own_costs_nobody_the_answer(socket_bot: Bot) -> None:
    socket_bot.slack.refuse_next("chat.postMessage", "team_access_not_granted")
    private = await socket_bot.ask(f"{MEETING} public")
    why = await socket_bot.slack.next_message(HELPDESK)
    assert private.ephemeral and why.ephemeral
    assert "Kofi Mensah" in private.text
    refused = next(line for line in socket_bot.log() if line["event"] == "slack_refused")
    assert refused["code"] == "team_access_not_granted"
    assert f"(ref {refused['ref']})" in why.text


async def test_an_app_that_may_not_look_at_channels_answers_and_asks_before_it_posts(socket_bot: Bot) -> None:
    socket_bot.slack.settings.scopes -= {"channels:read", "groups:read"}
    private = await socket_bot.ask(f"{MEETING} public")
    question = await socket_bot.slack.next_message(HELPDESK)
    assert private.ephemeral and question.ephemeral
    assert "Kofi Mensah" in private.text
    assert "did not tell me" in question.text
    await socket_bot.press(question, "Share anyway")
    posted = await socket_bot.slack.next_message(HELPDESK, lambda m: not m.ephemeral)
    assert "Kofi Mensah" in posted.text
