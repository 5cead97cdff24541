"""What people type after `/qos subscribe`: understood, read back, matched, and refused by name."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.model import Kind, Label, Media
from bot.domain.rule_words import in_words
from bot.domain.subscription_terms import parse_terms
from bot.domain.subscriptions import (
    DEFAULT_RULE,
    Filter,
    FilterKey,
    Rule,
    Subscription,
    first_against,
    matches,
    terms,
    terms_of,
    threshold,
)
from bot.errors import BadInput
from tests.domain.alert_builders import START, crowd, person, report

free_text = st.text(min_size=1, max_size=30).map(lambda t: " ".join(t.split())).filter(bool)
domains = st.from_regex(r"[a-z0-9-]{1,12}\.[a-z]{2,5}", fullmatch=True)
ids = st.one_of(st.from_regex(r"[0-9]{9,11}", fullmatch=True), st.just("abcDEF123/+xyzabcDEF12=="))
values = {
    FilterKey.KIND: st.sampled_from([kind.value for kind in Kind]),
    FilterKey.HOST: free_text,
    FilterKey.SITE: free_text,
    FilterKey.DOMAIN: domains,
    FilterKey.MEETING: ids,
}
one_filter = st.one_of(*[st.builds(Filter, st.just(key), value, st.booleans()) for key, value in values.items()])


def can_hold(filters: list[Filter]) -> bool:
    wanted = [f.key for f in filters if not f.negated and f.key in {FilterKey.KIND, FilterKey.DOMAIN}]
    both = {replace(f, negated=not f.negated) for f in filters}
    return len(wanted) == len(set(wanted)) and both.isdisjoint(filters)


filter_sets = st.lists(one_filter, max_size=6, unique=True).filter(can_hold).map(tuple)
rules = st.builds(
    Rule,
    st.sampled_from([Label.POOR, Label.FAIR]),
    st.one_of(st.none(), st.sampled_from(Media)),
    st.one_of(st.none(), st.integers(1, 1000)),
    st.one_of(st.none(), st.integers(1, 100)),
    st.integers(1, 60),
)


@given(filter_sets, rules)
@settings(max_examples=150, deadline=None)
def test_what_is_written_out_reads_back_as_the_same(filters: tuple[Filter, ...], rule: Rule) -> None:
    wish = Subscription("1", "T1", "C1", "U1", filters, rule, START)
    assert parse_terms(terms(wish)) == (filters, rule)


@given(filter_sets, rules)
@settings(max_examples=100, deadline=None)
def test_every_rule_has_words_with_all_its_numbers(filters: tuple[Filter, ...], rule: Rule) -> None:
    words = in_words(filters, rule)
    assert words.endswith(".") and "None" not in words and "  " not in words.strip()
    for number in (rule.people, rule.share_pct, rule.minutes):
        assert number is None or str(number) in words
    for term in filters:
        if term.key is not FilterKey.HOST:
            assert term.value in words
    if rule.media is not None:
        assert f" in {'screen share' if rule.media is Media.SHARE else rule.media}" in words


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_typing_is_understood_or_refused_in_words(text: str) -> None:
    try:
        filters, rule = parse_terms(text)
    except BadInput as error:
        assert error.text and error.slug
    else:
        assert parse_terms(terms_of(filters, rule)) == (filters, rule)


def test_nothing_typed_is_everything_by_the_default_rule() -> None:
    assert parse_terms("  ") == ((), DEFAULT_RULE)
    words = in_words((), DEFAULT_RULE)
    assert "3 or more and at least 30 %" in words and "2 and 20 % under 10 people" in words and "host" in words
    assert "3 of the last 5 minutes" in words


@pytest.mark.parametrize("typed", ["meeting:858 1234 5678", "meeting:85812345678", 'MEETING:"858-1234-5678"'])
def test_a_meeting_number_may_have_spaces(typed: str) -> None:
    assert parse_terms(f"{typed} people:2")[0] == (Filter(FilterKey.MEETING, "85812345678"),)


def test_terms_come_in_any_order_and_case() -> None:
    filters, rule = parse_terms('share:30 NOT Kind:Webinar site:"New  York" Label:FAIR media:audio minutes:2 people:5')
    assert filters == (Filter(FilterKey.KIND, "webinar", True), Filter(FilterKey.SITE, "New York"))
    assert rule == Rule(Label.FAIR, Media.AUDIO, 5, 30, 2)


@pytest.mark.parametrize(
    ("typed", "named", "meant"),
    [
        ("people:3 cite:Berlin", "cite:", "/qos subscribe site:Berlin"),
        ("not sites:Berlin", "sites:", "/qos subscribe not site:Berlin"),
        ("kind:webniar", "kind:webniar", "/qos subscribe kind:webinar"),
        ("label:good", "label:good", None),
        ("people:0", "people:0", "/qos subscribe people:3"),
        ("people:many", "people:many", "/qos subscribe people:3"),
        ("share:120%", "share:120%", "/qos subscribe share:3%"),
        ("minutes:-1", "minutes:-1", "/qos subscribe minutes:3"),
        ("meeting:12", "meeting:12", "/qos subscribe meeting:85812345678"),
        ("site:", '"site:"', "/qos subscribe site:Berlin"),
        ("berlin", '"berlin"', None),
        ("site", '"site"', "/qos subscribe site:"),
        ("not people:3", "not people:3", None),
        ("people:3 people:4", "people:", None),
        ('site:"New York', 'site:"New', None),
        ("kind:webinar not", '"not"', "/qos subscribe not kind:webinar"),
        ("kind:webinar kind:meeting", "kind:meeting", None),
        ("site:Berlin not site:Berlin", "site:Berlin", None),
        ("domain:a@b@c", "domain:a@b@c", None),
    ],
)
def test_a_bad_term_is_named_with_what_was_meant(typed: str, named: str, meant: str | None) -> None:
    with pytest.raises(BadInput) as caught:
        parse_terms(typed)
    assert named in caught.value.text
    assert caught.value.suggestion == meant


BERLIN = [person("1", "x", "Berlin (DE)"), person("2", "x", "Berlin (DE)"), *crowd("......")]
HOSTED = [person("9", ".", name="Ana Souza", role="host", email="ana@acme.com"), *crowd("...")]


@pytest.mark.parametrize(
    ("typed", "holds"),
    [
        ("site:berlin", True),
        ('site:"Berlin (DE)"', True),
        ("site:DE", True),
        ("site:Leeds", False),
        ("not site:Leeds", True),
        ("not site:Berlin", False),
        ("site:Ber", False),
        ("kind:meeting", True),
        ("not kind:meeting", False),
        ('meeting:"858 1234 5678"', True),
        ("meeting:111222333", False),
        ("host:Ana", False),
        ("not host:Ana", True),
    ],
)
def test_a_filter_looks_at_the_affected_people_and_the_call(typed: str, holds: bool) -> None:
    assert matches(parse_terms(typed)[0], report(BERLIN)) is holds


@pytest.mark.parametrize(
    ("typed", "holds"),
    [
        ("host:ana@acme.com", True),
        ('host:"ana souza"', True),
        ("domain:acme.com", True),
        ("not domain:acme.com", False),
        ("domain:other.com", False),
    ],
)
def test_the_host_is_known_by_role_name_and_mail(typed: str, holds: bool) -> None:
    filters = parse_terms(typed)[0]
    assert matches(filters, report(HOSTED)) is holds
    assert matches(filters, report(crowd("..."), host="Ana Souza"), "ana@acme.com") is holds


def test_all_terms_must_hold_and_the_first_that_does_not_is_named() -> None:
    filters = parse_terms("site:Berlin not kind:meeting")[0]
    assert first_against(filters, report(BERLIN)) == Filter(FilterKey.KIND, "meeting", True)
    assert first_against(filters[:1], report(BERLIN), affected=("100",)) == filters[0]


def test_naming_a_size_replaces_the_default_one_with_its_host_clause() -> None:
    assert (threshold(DEFAULT_RULE, 9).people, threshold(DEFAULT_RULE, 9).share_pct) == (2, 20)
    assert (threshold(DEFAULT_RULE, 10).people, threshold(DEFAULT_RULE, 10).share_pct) == (3, 30)
    assert threshold(DEFAULT_RULE, 10).host and not threshold(Rule(people=1), 10).host
    assert threshold(Rule(people=5), 100) == threshold(Rule(people=5), 6)
    assert Rule(minutes=3).window == 5 and Rule(minutes=6).window == 10 and Rule(minutes=1).window == 2


def test_a_mail_address_of_a_host_is_not_read_back_in_full() -> None:
    assert "acme.com" not in in_words(parse_terms("host:ana@acme.com")[0], DEFAULT_RULE)
