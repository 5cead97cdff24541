"""What an alert says through its life: wording by example, and any card against the strict validator."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.blocks.alert import ACKNOWLEDGE, DETAILS, NOT_USEFUL, SNOOZE, alert, storm_list, verdict_changed
from bot.domain.alert_card import AlertCard, Phase, Trouble
from bot.domain.alerts import Acknowledged
from bot.domain.holds import Snooze, SnoozeFor
from bot.domain.model import Direction, Kind, Label, Media, Scope
from bot.ports import Message
from playground.slack.blocks import message_problems
from tests.blocks.test_blocks_limits import HOSTILE

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
SINCE = datetime(2026, 11, 24, 10, 12, tzinfo=UTC)
BERLIN = AlertCard(
    call="meeting:abc==",
    kind=Kind.MEETING,
    number="85812345678",
    uuid="abc==",
    topic="Weekly sync",
    host="Ana Souza",
    started_at=datetime(2026, 11, 24, 10, 0, tzinfo=UTC),
    ended_at=None,
    phase=Phase.RUNNING,
    met=True,
    by_host=False,
    label=Label.POOR,
    affected=4,
    rated=11,
    whole_affected=4,
    whole_rated=11,
    waiting=0,
    names=(),
    since=SINCE,
    until=None,
    times=1,
    site="Berlin (DE)",
    data_center="Frankfurt",
    trouble=Trouble((Media.AUDIO, Media.VIDEO), (Direction.RECEIVED,), "loss", 6.0, 14.0, 5, "%"),
    verdict="Everyone in Berlin: 4 of 4 poor, 0 of 7 elsewhere",
    verdict_key="site|berlin (de)",
    scope=Scope.SITE,
    cause="site_or_isp",
    confidence="medium",
)
ENDED = replace(
    BERLIN, phase=Phase.FINAL, until=SINCE + timedelta(minutes=19), ended_at=datetime(2026, 11, 24, 10, 45, tzinfo=UTC)
)


def first_line(card: AlertCard) -> str:
    return alert(card, now=NOW, value="{}").text.splitlines()[0]


@pytest.mark.parametrize(
    ("card", "says"),
    [
        (BERLIN, "🔴 Weekly sync is going badly: 4 of 11 people, all in Berlin · since 10:12 UTC, running"),
        (
            replace(BERLIN, phase=Phase.RECOVERED, until=SINCE + timedelta(minutes=19)),
            "🟢 Weekly sync recovered: 4 of 11 people had trouble, all in Berlin · "
            "recovered 10:31 UTC (19 min), running",
        ),
        (
            replace(ENDED, phase=Phase.PROVISIONAL, waiting=2),
            "🟢 Weekly sync recovered: 4 of 11 people had trouble, all in Berlin · 10:12–10:31 UTC (19 min) · "
            "provisional, 2 people without numbers yet",
        ),
        (
            replace(ENDED, whole_affected=5, whole_rated=12),
            "🟢 Weekly sync recovered: 4 of 11 people had trouble, all in Berlin · "
            "10:12–10:31 UTC (19 min) · Final: 5 of 12 poor",
        ),
        (
            replace(ENDED, until=None),
            "🔴 Weekly sync went badly: 4 of 11 people, all in Berlin · "
            "since 10:12 UTC to the end · Final: 4 of 11 poor",
        ),
        (
            replace(BERLIN, affected=1, names=("Ana Souza",), by_host=True, since=None),
            "🔴 Weekly sync is going badly: the host, Ana Souza (1 of 11 people) · running",
        ),
        (
            replace(BERLIN, topic=None, site=None, scope=Scope.DATACENTER, label=Label.FAIR),
            "🔴 Meeting 858 1234 5678 is going badly: 4 of 11 people fair or poor, all on data centre Frankfurt · "
            "since 10:12 UTC, running",
        ),
        (
            replace(ENDED, met=False, since=None, until=None, affected=3, rated=30, whole_affected=3, whole_rated=30),
            "🟢 Weekly sync was better than it looked: 3 of 30 people, all in Berlin · Final: 3 of 30 poor",
        ),
        (
            replace(ENDED, times=3),
            "🟢 Weekly sync recovered: 4 of 11 people had trouble, all in Berlin · "
            "10:12–10:31 UTC (19 min, 3 times in this call) · Final: 4 of 11 poor",
        ),
    ],
)  # fmt: skip
def test_the_first_line_stands_alone(card: AlertCard, says: str) -> None:
    assert first_line(card) == says


def test_the_second_line_says_what_and_why_with_its_limit() -> None:
    lines = alert(BERLIN, now=NOW, value="{}", more=3).text.splitlines()
    assert lines[1] == (
        "Received audio and video, average loss 6.0–14 % (limit 5 %) · Everyone in Berlin: 4 of 4 poor, "
        "0 of 7 elsewhere · likely the site or its internet provider (medium confidence)"
    )
    assert lines[2] == "Host Ana Souza · 3 more calls from Berlin are affected"
    assert lines[-1] == "meeting 858 1234 5678 · from 10:00 UTC · `/qos why 85812345678`"


def test_who_took_it_and_what_sleeps_is_shown() -> None:
    taken = Acknowledged("U1LEE", "lee", datetime(2026, 11, 24, 10, 15, tzinfo=UTC))
    snoozed = Snooze(SnoozeFor.HOUR, "U1LEE", NOW, NOW + timedelta(hours=1))
    message = alert(BERLIN, now=NOW, value="{}", acknowledged=taken, snoozed=snoozed)
    assert "✅ Taken by @\u200blee 10:15 UTC" in message.text
    assert "Snoozed: everything for 1 hour, until 11:30 UTC" in message.text
    assert {"type": "user", "user_id": "U1LEE"} in message.blocks[0]["elements"][0]["elements"]
    assert ACKNOWLEDGE not in json.dumps(message.blocks)
    this_call = replace(snoozed, what=SnoozeFor.MEETING, call=BERLIN.call)
    assert "Snoozed: this call until it ends\n" in alert(BERLIN, now=NOW, value="{}", snoozed=this_call).text
    over = alert(BERLIN, now=NOW + timedelta(hours=2), value="{}", snoozed=snoozed)
    assert "Snoozed" not in over.text


def test_a_message_in_a_storm_points_to_the_list() -> None:
    message = alert(BERLIN, now=NOW, value="{}", wider="Berlin (DE)", link="https://slack.com/archives/C1/p1")
    assert "Part of a wider problem (Berlin): see the list" in message.text
    assert "https://slack.com/archives/C1/p1" in json.dumps(message.blocks)


def test_the_list_of_a_storm_names_every_call_up_to_ten() -> None:
    cards = [replace(BERLIN, topic=f"Call {n}", call=str(n)) for n in range(12)]
    text = storm_list(cards, "Berlin (DE)", is_site=True, now=NOW, value="{}").text
    assert text.splitlines()[0] == "🔴 Trouble in Berlin: 12 calls · 12 of them still on"
    assert "Call 9 · 4 of 11 people" in text and "Call 10" not in text and "… 2 more" in text


def test_the_menu_says_what_a_snooze_will_hide() -> None:
    message = alert(BERLIN, now=NOW, value='{"u":"abc"}', hides={SnoozeFor.HOUR: 1, SnoozeFor.TODAY: 6})
    menu = next(e for e in message.blocks[-1]["elements"] if e["action_id"] == SNOOZE)
    texts = [option["text"]["text"] for option in menu["options"]]
    assert texts == [
        "Everything for 1 h (will hide about 1 alert)",
        "Everything today (will hide about 6 alerts)",
        "This call",
        "This site for 24 h",
    ]
    assert menu["options"][0]["value"] == 'hour|{"u":"abc"}'
    buttons = [e["action_id"] for e in message.blocks[-1]["elements"]]
    assert buttons == [DETAILS, ACKNOWLEDGE, SNOOZE, NOT_USEFUL]


def test_snooze_stands_there_as_a_word_and_nothing_is_chosen_yet() -> None:
    menu = next(e for e in alert(BERLIN, now=NOW, value="7").blocks[-1]["elements"] if e["action_id"] == SNOOZE)
    assert menu["placeholder"]["text"] == "Snooze…"
    assert "initial_option" not in menu


def test_a_changed_verdict_says_what_it_was_before() -> None:
    text = verdict_changed(BERLIN, "Most people, different places: 3 of 11 poor", NOW).text
    assert text.startswith("New verdict: Everyone in Berlin: 4 of 4 poor")
    assert "Before: Most people, different places: 3 of 11 poor" in text


maybe = st.one_of(st.none(), st.sampled_from(HOSTILE), st.text(max_size=30))
words = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30))
times = st.one_of(st.none(), st.datetimes(datetime(1969, 1, 2), datetime(2100, 1, 1), timezones=st.just(UTC)))
counts = st.integers(0, 3000)
troubles = st.builds(
    Trouble,
    st.lists(st.sampled_from(Media), min_size=1, max_size=3, unique=True).map(tuple),
    st.lists(st.sampled_from(Direction), min_size=1, max_size=2, unique=True).map(tuple),
    st.sampled_from(["loss", "latency", "jitter", "frame_rate"]),
    st.floats(0, 1e6),
    st.floats(0, 1e6),
    st.floats(0, 500),
    st.sampled_from(["%", "ms", "fps"]),
)
cards = st.builds(
    AlertCard,
    call=words,
    kind=st.sampled_from(Kind),
    number=maybe,
    uuid=maybe,
    topic=maybe,
    host=maybe,
    started_at=times,
    ended_at=times,
    phase=st.sampled_from(Phase),
    met=st.booleans(),
    by_host=st.booleans(),
    label=st.sampled_from([Label.POOR, Label.FAIR]),
    affected=counts,
    rated=counts,
    whole_affected=counts,
    whole_rated=counts,
    waiting=counts,
    names=st.lists(words, max_size=3).map(tuple),
    since=times,
    until=times,
    times=counts,
    site=maybe,
    data_center=maybe,
    trouble=st.one_of(st.none(), troubles),
    verdict=words,
    verdict_key=words,
    scope=st.sampled_from(Scope),
    cause=st.sampled_from(["none", "unknown", "site_or_isp", "no_such_code"]),
    confidence=st.sampled_from(["low", "medium", "high"]),
)


def accept(message: Message) -> None:
    assert not message_problems(list(message.blocks))
    assert 0 < len(message.text) <= 3900
    for alive in ("<!channel>", "<@", "@here", "*_~`"):
        assert alive not in message.text


@given(cards, maybe, maybe, st.dictionaries(st.sampled_from(SnoozeFor), counts), counts, words)
@settings(max_examples=60, deadline=None)
def test_slack_takes_any_alert(
    card: AlertCard, wider: str | None, link: str | None, hides: Mapping[SnoozeFor, int], more: int, name: str
) -> None:
    value = "v" * 140
    taken = Acknowledged(name, name, NOW)
    accept(alert(card, now=NOW, value=value, more=more, hides=hides))
    accept(alert(card, now=NOW, value=value, acknowledged=taken, wider=wider, link=link))
    accept(storm_list([card] * 12, wider or "", is_site=bool(link), now=NOW, value=value, acknowledged=taken))
    accept(verdict_changed(card, name, NOW))
