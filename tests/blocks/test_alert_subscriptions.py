"""What is said before and after subscribing: preview, form, list, why and quiet hours, all of it taken by Slack."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.blocks.alert_log import quiet_hours, quiet_over, why
from bot.blocks.subscription_form import ask, errors_in, terms_from, typed
from bot.blocks.subscriptions import CONFIRM, Listed, preview, subscribed, subscriptions
from bot.domain.alert_card import AlertCard
from bot.domain.alert_rule import Needed, Values, Why
from bot.domain.backtest import BackTest
from bot.domain.decision_log import LogEntry, Outcome
from bot.domain.model import Label
from bot.domain.quiet_hours import parse_quiet_hours
from bot.domain.subscription_terms import parse_terms
from bot.domain.subscriptions import Filter, Rule, Subscription
from playground.slack.view_rules import view_problems
from tests.blocks.test_alert_messages import BERLIN, ENDED, NOW, accept, cards, words
from tests.domain.test_subscriptions import filter_sets, rules

START = datetime(2026, 11, 1, tzinfo=UTC)


def wish(text: str) -> Subscription:
    filters, rule = parse_terms(text)
    return Subscription("s1", "T1", "C1", "U1LEE", filters, rule, START)


# --- preview ---------------------------------------------------------------------------------------------------------


def test_the_preview_reads_back_tries_and_shows() -> None:
    filters, rule = parse_terms("site:Berlin people:3")
    message = preview(filters, rule, BackTest(212, 30, 14, (ENDED,) * 5, 2, START), NOW)
    text = message.text
    assert "Only calls where somebody affected is in Berlin." in text
    assert (
        "In the last 30 days this would have posted 14 times, looking at 212 stored calls, "
        "the oldest of 1 Nov 00:00 UTC; 2 more would have joined the list of a wider problem. The last five:"
    ) in text
    assert text.count("Weekly sync · 4 of 11 people, all in Berlin · 10:45 UTC") == 5
    assert "A made-up sample:" in text and "Weekly sync is going badly" in text
    button = message.blocks[-1]["elements"][0]
    assert (button["action_id"], button["value"]) == (CONFIRM, "site:Berlin people:3")


@pytest.mark.parametrize(
    ("tried", "says"),
    [
        (BackTest(0, 30, 0, ()), "There is no stored call of the last 30 days"),
        (BackTest(1, 30, 0, ()), "would not have posted, looking at 1 stored call."),
        (BackTest(9, 30, 1, (BERLIN,)), "would have posted once, looking at 9 stored calls. It was:"),
    ],
)
def test_the_preview_is_honest_about_how_much_it_looked_at(tried: BackTest, says: str) -> None:
    assert says in preview((), Rule(), tried, NOW).text


@given(filter_sets, rules, st.lists(cards, max_size=5).map(tuple), st.integers(0, 9999))
@settings(max_examples=40, deadline=None)
def test_slack_takes_any_preview_and_the_button_remembers_the_rule(
    filters: tuple[Filter, ...], rule: Rule, last: tuple[AlertCard, ...], total: int
) -> None:
    message = preview(filters, rule, BackTest(total, 30, len(last), last), NOW)
    accept(message)
    value = message.blocks[-1]["elements"][0].get("value", "")
    assert parse_terms(value) == (filters, rule)
    accept(subscribed(Subscription("1", "T", "C", "U1", filters, rule, START), 3))


def test_the_longest_terms_still_fit_the_button() -> None:
    text = " ".join(f'site:"{"x" * 44}\\\\ {n}"' for n in range(20))
    filters, rule = parse_terms(text)
    accept(preview(filters, rule, BackTest(0, 30, 0, ()), NOW))


# --- what people type in Slack ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ("domain:<http://acme.com|acme.com>", "domain:acme.com"),
        ("host:<mailto:ana@acme.com|ana@acme.com>", "host:ana@acme.com"),
        ("site:“New York”", 'site:"New York"'),
        ("site:A&amp;B", "site:A&B"),
        ("people:3", "people:3"),
    ],
)
def test_what_slack_makes_of_typed_text_is_undone(sent: str, meant: str) -> None:
    assert typed(sent) == meant


def test_the_form_is_a_view_that_slack_takes() -> None:
    assert not view_problems(ask(json.dumps({"channel": "C1"})))


def sent(**fields: str) -> dict[str, dict[str, Any]]:
    chosen = {"kind", "label", "media"}
    return {
        key: {"entered": {"selected_option": {"value": text}} if key in chosen else {"value": text}}
        for key, text in fields.items()
    } | {"empty": {"entered": {"value": None}}}


def test_a_sent_form_becomes_terms() -> None:
    values = sent(kind="webinar", site="not New York", people="5", media="audio", meeting="858 1234 5678")
    filters, rule = parse_terms(terms_from(values))
    assert (filters, rule) == parse_terms('kind:webinar not site:"New York" meeting:85812345678 media:audio people:5')
    assert errors_in(values) == {} and terms_from({}) == ""


def test_a_field_that_cannot_be_read_is_named() -> None:
    errors = errors_in(sent(meeting="12", domain="a b", site="Berlin"))
    assert set(errors) == {"meeting", "domain"} and "no meeting number" in errors["meeting"]


@given(st.dictionaries(st.sampled_from(["host", "site", "domain", "meeting", "people"]), words))
@settings(max_examples=60, deadline=None)
def test_any_form_is_read_or_refused_field_by_field(fields: dict[str, str]) -> None:
    values = sent(**fields)
    errors = errors_in(values)
    assert set(errors) <= set(fields)
    if not errors:
        parse_terms(terms_from(values))


# --- list, why, quiet hours ------------------------------------------------------------------------------------------


def test_the_list_numbers_subscriptions_with_owner_rule_and_last_alert() -> None:
    rows = [Listed(1, wish("people:5"), "lee", NOW, 2), Listed(2, wish("kind:webinar"), "kim")]
    text = subscriptions(rows, NOW).text
    assert text.startswith("2 subscriptions of this channel\n1. All meetings, webinars and sessions.")
    assert "owner @\u200blee · last alert 10:30 UTC · marked not useful 2 times" in text
    assert "2. Only calls where the kind is webinar." in text and "owner @\u200bkim · no alert yet" in text
    assert "/qos subscribe" in subscriptions([], NOW).text


NEED = Needed(3, 3, 30, True, Label.POOR, 3, 5)
LOG = (
    LogEntry(NOW, "s1", Outcome.NOT_MET, Why.TOO_FEW_PEOPLE, Values(11, 2, None, 2, 5), NEED),
    LogEntry(NOW, "s1", Outcome.QUIET, Why.PEOPLE, Values(11, 4, Label.POOR), NEED, "22:00–07:00 Europe/Berlin", NOW),
    LogEntry(NOW, "s2", Outcome.FILTER, Why.PEOPLE, detail="the kind is webinar"),
)


def test_why_gives_rule_values_limits_and_reason() -> None:
    text = why(LOG, "Weekly sync", {"s1": 1}, NOW).text
    assert text.splitlines() == [
        "Why this channel was told of Weekly sync, or not",
        "• 10:30 UTC subscription 1: Not posted: the rule was not met. 2 of 11 rated people poor, 18 % "
        "(needs 3 and 30 %); the host not rated; bad in 2 of the last 5 minutes (needs 3 of 5).",
        "• 10:30 UTC subscription 1: Not posted: quiet hours (22:00–07:00 Europe/Berlin). 4 of 11 rated people poor, "
        "36 % (needs 3 and 30 %); the host poor. It held until 10:30 UTC.",
        "• 10:30 UTC Not posted: a filter kept it out: the rule wants that the kind is webinar.",
    ]
    assert "no record" in why((), "Weekly sync", {}, NOW).text


entries = st.builds(
    LogEntry,
    st.just(NOW),
    words,
    st.sampled_from(Outcome),
    st.sampled_from(Why),
    st.one_of(st.none(), st.builds(Values, st.integers(0, 99), st.integers(0, 99), st.sampled_from(Label))),
    st.just(NEED),
    words,
    st.one_of(st.none(), st.just(NOW)),
)


@given(st.lists(entries, max_size=40).map(tuple), words, st.lists(filter_sets, max_size=40), rules)
@settings(max_examples=30, deadline=None)
def test_slack_takes_any_list_and_any_why(
    log: tuple[LogEntry, ...], name: str, wishes: list[tuple[Filter, ...]], rule: Rule
) -> None:
    accept(why(log, name, {}, NOW))
    rows = [
        Listed(n, Subscription(name, "T", "C", name, filters, rule, START), name, NOW, n)
        for n, filters in enumerate(wishes, start=1)
    ]
    accept(subscriptions(rows, NOW))
    accept(quiet_over([name] * len(log)))


def test_quiet_hours_are_said_and_what_they_held_back_in_one_line() -> None:
    quiet = parse_quiet_hours("22:00-07:00 Europe/Berlin", "UTC")
    assert "Quiet from 22:00 to 07:00 every day, on the clocks of Europe/Berlin." in quiet_hours(quiet).text
    assert "no quiet hours" in quiet_hours(None).text
    said = quiet_over(["Weekly sync", "Board"]).text
    assert said == "Quiet hours are over: 2 alerts were held back: Weekly sync, Board."
    for message in (quiet_hours(quiet), quiet_hours(None), quiet_over(["x"])):
        accept(message)
