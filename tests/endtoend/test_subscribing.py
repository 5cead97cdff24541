"""A channel subscribes, is listed, quiet and unsubscribed: what a person types, presses, fills in, and is told."""

from pathlib import Path

import pytest

from handlers import subscription_modal
from playground.slack.delivery import deliver_event
from playground.slack.events import envelope
from playground.slack.model import Json, Message, View
from tests.endtoend.bot_world import Bot, bot_between, choices
from tests.endtoend.outside_world import HELPDESK, SHUT_OUT, UNLINKED

ALERTS = "av-alerts"


def is_member(bot: Bot, channel: str) -> bool:
    return bot.slack.workspace.bot.id in bot.slack.workspace.channel_named(channel).members


def plain(message: Message) -> str:
    return message.text.replace(UNLINKED, "")


async def subscribed(bot: Bot, terms: str, channel: str = ALERTS) -> Message:
    """Through the preview and its button; what then stands in the preview's place."""
    preview = await bot.ask(f"subscribe {terms}", channel)
    await bot.press(preview, "Subscribe")
    return await bot.slack.next_message(channel, kind="message_changed")


def entered(**fields: str) -> Json:
    """What a person put into the modal; the rest is left empty."""
    picked = {"kind", "label", "media"}
    return {
        key: {"entered": {"selected_option": {"value": value}} if key in picked else {"value": value}}
        for key, value in fields.items()
    }


def shown(view: View) -> str:
    return str(view.content["blocks"])


# --- preview and confirmation ----------------------------------------------------------------------------------------


async def test_a_preview_is_private_and_nothing_is_made_before_the_button(bot: Bot) -> None:
    preview = await bot.ask("subscribe site:Berlin people:4", ALERTS)
    assert preview.ephemeral
    assert "This channel would be told of" in preview.text
    assert "Berlin" in preview.text and "4" in preview.text
    assert "30 days" in preview.text
    assert "A made-up sample" in preview.text
    assert choices(preview)["Subscribe"] == ("sub_confirm", None)
    assert "no subscription" in (await bot.ask("subscriptions", ALERTS)).text


async def test_the_button_subscribes_in_the_previews_place_and_the_list_has_it(bot: Bot) -> None:
    said = await subscribed(bot, 'host:"Ana Souza" not kind:webinar')
    assert said.ephemeral
    assert "Subscribed, number 1." in said.text
    assert choices(said) == {}
    listed = await bot.ask("subscriptions", ALERTS)
    assert listed.ephemeral
    assert "1 subscription of this channel" in listed.text
    assert "Ana Souza" in listed.text and "Lee Park" in listed.text and "no alert yet" in listed.text
    assert "no subscription" in (await bot.ask("subscriptions", HELPDESK)).text


async def test_the_same_terms_twice_are_one_subscription(bot: Bot) -> None:
    await subscribed(bot, "site:Berlin")
    assert "number 1." in (await subscribed(bot, "site:Berlin")).text
    assert "number 2." in (await subscribed(bot, "site:Lisbon")).text
    assert "2 subscriptions" in (await bot.ask("subscriptions", ALERTS)).text


@pytest.mark.parametrize(
    ("typed", "named", "meant"),
    [
        ("sit:Berlin", '"sit:"', "/qos subscribe site:Berlin"),
        ("kind:webinr", '"kind:webinr"', "/qos subscribe kind:webinar"),
        ("people:many", '"people:many"', "/qos subscribe people:3"),
        ("site:Berlin berlin", '"berlin"', None),
    ],
)
async def test_a_bad_term_is_named_with_what_was_probably_meant(
    socket_bot: Bot, typed: str, named: str, meant: str | None
) -> None:
    said = await socket_bot.ask(f"subscribe {typed}", ALERTS)
    assert named in plain(said)
    assert meant is None or meant in plain(said)
    assert "Subscribe" not in choices(said)


async def test_what_slack_made_of_the_terms_is_read_as_typed(socket_bot: Bot) -> None:
    said = await subscribed(socket_bot, "host:<mailto:ana@example.com|ana@example.com> site:“New York”")
    assert "New York" in said.text
    assert "Subscribed, number 1." in said.text


# --- where it can be heard -------------------------------------------------------------------------------------------


async def test_a_public_channel_is_joined_when_it_is_subscribed_and_not_before(bot: Bot) -> None:
    preview = await bot.ask("subscribe site:Berlin", "general-it")
    assert not is_member(bot, "general-it")
    await bot.press(preview, "Subscribe")
    assert "Subscribed" in (await bot.slack.next_message("general-it", kind="message_changed")).text
    assert is_member(bot, "general-it")


async def test_a_private_channel_is_told_how_to_invite_before_it_can_be_subscribed(bot: Bot) -> None:
    said = await bot.ask("subscribe site:Berlin", SHUT_OUT)
    assert "/invite" in said.text
    assert "Subscribe" not in choices(said)
    bot.slack.invite(SHUT_OUT)
    assert "Subscribed, number 1." in (await subscribed(bot, "site:Berlin", SHUT_OUT)).text


@pytest.mark.parametrize("place", ["D0LEEANA01", "mpdm-lee--ana--kofi-1"])
async def test_no_alert_can_come_between_people(socket_bot: Bot, place: str) -> None:
    said = await socket_bot.ask("subscribe site:Berlin", place)
    assert "between people" in said.text
    assert "Subscribe" not in choices(said)


async def test_where_another_company_reads_along_that_is_said_first(socket_bot: Bot) -> None:
    preview = await socket_bot.ask("subscribe site:Berlin", "ext-acme")
    assert "another company" in preview.text.splitlines()[0]
    await socket_bot.press(preview, "Subscribe")
    assert "Subscribed" in (await socket_bot.slack.next_message("ext-acme", kind="message_changed")).text


async def test_the_conversation_with_the_bot_can_be_subscribed(socket_bot: Bot) -> None:
    assert "Subscribed, number 1." in (await subscribed(socket_bot, "people:3", "D0LEEQOS01")).text


# --- the modal -------------------------------------------------------------------------------------------------------


async def test_without_terms_a_modal_asks_previews_and_subscribes(bot: Bot) -> None:
    await bot.type("subscribe", ALERTS)
    view = await bot.slack.next_view()
    assert await bot.slack.submit(view, entered(site="Berlin", people="4", kind="meeting")) == {}
    await bot.idle()
    assert "This channel would be told of" in shown(view)
    assert "Berlin" in shown(view)
    assert "no subscription" in (await bot.ask("subscriptions", ALERTS)).text
    assert await bot.slack.submit(view, {}) == {}
    await bot.idle()
    assert "Subscribed, number 1." in shown(view)
    listed = await bot.ask("subscriptions", ALERTS)
    assert "Berlin" in listed.text and "the kind is meeting" in listed.text


async def test_a_field_that_cannot_be_read_is_marked_and_the_modal_stays(bot: Bot) -> None:
    await bot.type("subscribe", ALERTS)
    view = await bot.slack.next_view()
    errors = await bot.slack.submit(view, entered(meeting="twelve", domain="a b", site="Berlin"))
    assert set(errors) == {"meeting", "domain"}
    assert await bot.slack.submit(view, entered(site="Berlin")) == {}


async def test_an_empty_modal_means_the_usual_rule(socket_bot: Bot) -> None:
    await socket_bot.type("subscribe", ALERTS)
    view = await socket_bot.slack.next_view()
    assert await socket_bot.slack.submit(view, {}) == {}
    await socket_bot.idle()
    assert await socket_bot.slack.submit(view, {}) == {}
    await socket_bot.idle()
    assert "Subscribed, number 1." in shown(view)


async def test_a_modal_in_a_closed_channel_says_so_and_cannot_be_sent_again(socket_bot: Bot) -> None:
    await socket_bot.type("subscribe", SHUT_OUT)
    view = await socket_bot.slack.next_view()
    assert await socket_bot.slack.submit(view, {}) == {}
    await socket_bot.idle()
    assert "/invite" in shown(view)
    assert view.content.get("submit") is None


# --- ending them -----------------------------------------------------------------------------------------------------


async def test_one_or_all_are_ended_and_the_rest_numbered_anew(bot: Bot) -> None:
    for site in ("Berlin", "Lisbon", "Accra"):
        await subscribed(bot, f"site:{site}")
    assert "Berlin" in (await bot.ask("unsubscribe 1", ALERTS)).text
    listed = (await bot.ask("subscriptions", ALERTS)).text
    assert listed.index("1.") < listed.index("Lisbon") < listed.index("2.") < listed.index("Accra")
    assert "2 subscriptions" in (await bot.ask("unsubscribe all", ALERTS)).text
    assert "no subscription" in (await bot.ask("subscriptions", ALERTS)).text


@pytest.mark.parametrize(
    ("typed", "says"),
    [("7", "no subscription 7"), ("all", "no subscription"), ("", "Which subscription?"), ("first", '"first" is no')],
)
async def test_what_cannot_be_ended_is_said(socket_bot: Bot, typed: str, says: str) -> None:
    said = await socket_bot.ask(f"unsubscribe {typed}", ALERTS)
    assert says in said.text
    assert "/qos subscriptions" in said.text


# --- quiet hours -----------------------------------------------------------------------------------------------------


async def test_quiet_hours_are_set_told_and_ended(bot: Bot) -> None:
    assert "no quiet hours" in (await bot.ask("quiet", ALERTS)).text
    assert (
        "from 22:00 to 07:00 every day, on the clocks of Europe/Berlin"
        in (await bot.ask("quiet 22:00-07:00 Europe/Berlin", ALERTS)).text
    )
    assert "22:00" in (await bot.ask("quiet", ALERTS)).text
    assert "no quiet hours" in (await bot.ask("quiet off", ALERTS)).text
    assert "no quiet hours" in (await bot.ask("quiet", HELPDESK)).text


async def test_without_a_zone_the_hours_are_the_setters_own(bot: Bot) -> None:
    said = await bot.ask("quiet 22-7", ALERTS, user="ana")
    assert "on the clocks of Europe/Lisbon" in said.text


async def test_where_slack_says_no_zone_the_hours_are_utc(socket_bot: Bot) -> None:
    socket_bot.slack.refuse_next("users.info", "user_not_found")
    assert "on the clocks of UTC" in (await socket_bot.ask("quiet 22-7", ALERTS)).text


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("22:00-07:00 Europe/Berln", "/qos quiet 22:00-07:00 Europe/Berlin"),
        ("at night", '"at night" are no hours'),
        ("22:00-22:00", "are none"),
    ],
)
async def test_hours_that_cannot_be_are_refused_with_what_would_work(socket_bot: Bot, typed: str, says: str) -> None:
    assert says in plain(await socket_bot.ask(f"quiet {typed}", ALERTS))


# --- beside them -----------------------------------------------------------------------------------------------------


async def test_why_of_a_call_nobody_heard_of_says_that_there_is_no_record(socket_bot: Bot) -> None:
    assert "no record" in (await socket_bot.ask("why 999 8888 7777", ALERTS)).text
    assert "Which call?" in (await socket_bot.ask("why", ALERTS)).text


async def test_help_names_every_command_of_alerts(socket_bot: Bot) -> None:
    text = (await socket_bot.ask("help")).text
    for command in ("subscribe [terms]", "unsubscribe N|all", "subscriptions", "quiet", "why ID"):
        assert f"/qos {command}" in text


async def test_a_channel_with_a_new_id_keeps_its_subscriptions(bot: Bot) -> None:
    await subscribed(bot, "site:Berlin", "av-leads")
    old = bot.slack.workspace.channel_named("av-leads")
    moved = {"type": "channel_id_changed", "old_channel_id": old.id, "new_channel_id": "C0NEWLEADS", "event_ts": "1.0"}
    assert await deliver_event(bot.slack.delivery, bot.slack.settings, envelope(bot.slack.workspace, moved))
    await bot.idle()
    bot.slack.workspace.channels["C0NEWLEADS"] = bot.slack.workspace.channels.pop(old.id)
    bot.slack.workspace.channels["C0NEWLEADS"].id = "C0NEWLEADS"
    assert "Berlin" in (await bot.ask("subscriptions", "av-leads")).text


async def test_subscriptions_outlive_a_restart(tmp_path: Path, pace_lifted: None) -> None:
    async with bot_between(tmp_path) as before:
        await subscribed(before, "site:Berlin")
        await before.ask("quiet 22-7", ALERTS)
    async with bot_between(tmp_path) as after:
        assert "Berlin" in (await after.ask("subscriptions", ALERTS)).text
        assert "22:00" in (await after.ask("quiet", ALERTS)).text


async def test_a_preview_that_takes_long_is_announced_and_then_takes_its_place(
    socket_bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subscription_modal, "ANSWER_WITHIN_S", 0.0)
    await socket_bot.type("subscribe", ALERTS)
    view = await socket_bot.slack.next_view()
    assert await socket_bot.slack.submit(view, entered(site="Berlin")) == {}
    assert "Trying the rule" in shown(view)
    await socket_bot.slack.next_view("view_updated")
    await socket_bot.slack.next_view("view_updated")
    assert "This channel would be told of" in shown(view)
