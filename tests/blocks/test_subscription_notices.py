"""What is said around subscriptions: every message stands alone as text, and Slack takes every modal."""

from datetime import UTC, datetime

import pytest

from bot.blocks import subscription_form
from bot.blocks import subscription_notices as notices
from bot.blocks.subscriptions import preview
from bot.domain.backtest import BackTest
from bot.domain.holds import SnoozeFor
from bot.domain.subscription_terms import parse_terms
from bot.domain.subscriptions import DEFAULT_RULE, Subscription
from bot.ports import Message
from playground.slack.blocks import message_problems
from playground.slack.view_rules import view_problems

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)


def subscription(terms: str) -> Subscription:
    return Subscription("1", "T1", "C1", "U1", *parse_terms(terms), NOW)


SAID: list[tuple[Message, str]] = [
    (notices.invite_first(), "Type `/invite @"),
    (notices.between_people(), "no app post in a conversation between people"),
    (notices.not_allowed(), "not allowed to post"),
    (notices.outsiders(), "another company"),
    (notices.unsubscribed([subscription("site:Berlin")]), "1 subscription of this channel"),
    (notices.unsubscribed([subscription("site:Berlin"), subscription("")]), "2 subscriptions of this channel"),
    (notices.noted_not_useful(), "/qos subscriptions"),
    *((notices.snoozed(what), "ends by itself") for what in SnoozeFor),
]


@pytest.mark.parametrize(("message", "words"), SAID)
def test_a_notice_says_what_can_be_done_in_its_text_too(message: Message, words: str) -> None:
    assert words in message.text
    assert message_problems(list(message.blocks), lambda _: False) == []


def test_what_ended_is_read_back() -> None:
    assert "Berlin" in notices.unsubscribed([subscription("site:Berlin")]).text


def test_a_preview_in_a_modal_is_confirmed_by_sending_it() -> None:
    shown = preview((), DEFAULT_RULE, BackTest(0, 30, 0, ()), NOW)
    both = notices.together(notices.outsiders(), shown)
    assert "another company" in both.text.splitlines()[0]
    view = subscription_form.confirm(both, "metadata")
    assert view_problems(view, lambda _: False) == []
    assert (view["callback_id"], view["private_metadata"]) == (subscription_form.CONFIRM_FORM, "metadata")
    assert {block["type"] for block in view["blocks"]}.isdisjoint({"actions"})


def test_slack_takes_every_state_of_the_modal() -> None:
    for view in (subscription_form.trying(), subscription_form.shown(["…"]), subscription_form.done(SAID[0][0])):
        assert view_problems(view, lambda _: False) == []
