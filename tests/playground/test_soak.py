"""The soak balances its books: a short one against the real bot, and books that do not balance are named."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from playground.slack.service import Slack
from playground.slack.settings import Settings
from playground.slack.workspace import Workspace
from playground.soak.__main__ import soak
from playground.soak.books import Books
from playground.soak.plan import WATCHES, Plan
from playground.soak.posts import Posts
from playground.soak.sending import Content, Sending, client, mark
from playground.soak.verdict import Soaked, faults, report
from playground.soak.victim import Victim

SHORT = Plan(seconds=5, per_s=60, minute_s=0.25, bad_every=1)
EVENTS = {
    b"a": Content("meeting.started", "call-1", "", False),
    b"b": Content("meeting.participant_qos", "call-1", "ana", True),
    b"c": Content("meeting.participant_qos_summary", "odd-1", "", False),
    b"d": Content("meeting.sharing_started", "odd-1", "", False),
}


@pytest.fixture
async def balanced(tmp_path: Path) -> Soaked:
    """A soak of four events, as if everything had gone well."""
    plan, settings = Plan(seconds=60, per_s=100, minute_s=1, bad_every=10), Settings()
    async with client() as http:
        sending = Sending(http, "", "", 1, {mark(raw): one for raw, one in EVENTS.items()}, Counter({204: 5}))
    posts = Posts(Slack(Workspace(), settings))
    posts.at.update({alert: [1.0] for alert in plan.due()})
    states = Counter({"done": 2, "buried": 1, "ignored": 1})
    found = Books(Counter(map(mark, EVENTS)), states, "no shape", calls=1, people=1, minutes=1, parked=0, file_mb=1)
    return Soaked(plan, 60, 1, sending, Victim(settings, tmp_path, ""), posts, found, [0, 0], [])


def test_balanced_books_have_no_fault(balanced: Soaked) -> None:
    assert len(balanced.plan.due()) > 3
    assert faults(balanced) == []
    assert "different events            4, in the store exactly once: 4" in report(balanced)
    assert report(balanced).endswith("nothing")


def test_what_is_lost_or_doubled_is_named(balanced: Soaked) -> None:
    found = balanced.books
    lost = replace(found, contents=Counter({mark(b"a"): 1, mark(b"b"): 2, mark(b"c"): 1}), minutes=2)
    said = faults(replace(balanced, books=lost))
    assert said == [
        "minutes of people: 2 instead of 1",
        "acknowledged and not in the store: 1 events",
        "more than once in the store: 1 events",
    ]
    balanced.sending.statuses[0] = 2
    assert "HTTP 0 instead of 204: 2 deliveries" in faults(balanced)


def test_an_alert_too_few_and_one_too_many_are_named(balanced: Soaked) -> None:
    first, second, *_ = sorted(balanced.plan.due())
    balanced.posts.at[first].append(3.0)
    del balanced.posts.at[second]
    balanced.posts.at["av-leads", "Soak 000001"] = [2.0]
    named = [f"#{channel}, {topic}" for channel, topic in (second, first)]
    missing, not_due, twice = faults(balanced)
    assert (missing, not_due) == (f"missing: {named[0]}", "not due: #av-leads, Soak 000001")
    assert twice == f"posted 2 times: {named[1]}, with no kill in between"
    balanced.victim.kills.append(1.25)
    assert faults(balanced)[-1] == f"posted 2 times: {named[1]}, the first 0.250 s before a kill"


def test_a_plan_keeps_its_pace_and_lets_late_events_and_copies_overtake_others() -> None:
    plan = Plan(seconds=60, per_s=100, minute_s=2)
    sent = list(plan.deliveries(datetime.now(UTC)))
    assert 0.9 < len(sent) / 6_000 < 1.1
    assert [due.at_s for due in sent] == sorted(due.at_s for due in sent) and sent[-1].at_s <= 60
    contents = Counter(due.event.raw for due in sent)
    assert 0.05 < sum(count == 2 for count in contents.values()) / len(contents) < 0.15
    assert [due.event.at for due in sent] != sorted(due.event.at for due in sent)


def test_every_channel_has_alerts_to_hear_of_and_others_to_be_spared() -> None:
    plan = Plan(seconds=1200, per_s=100)
    watched = {(call.kind, call.poor) for call in plan.calls() if call.poor}
    assert watched == {(kind, poor) for kind in ("meeting", "webinar", "session") for poor in (1, 2, 4)}
    assert {channel for channel, _ in plan.due()} == {watch.channel for watch in WATCHES}


async def test_a_short_soak_with_a_kill_loses_and_doubles_nothing() -> None:
    # One kill: a delivery is given up after the third repetition, so a machine that starts slowly must not meet four.
    soaked = await soak(SHORT, kill_every_s=2, retry_minute_s=0.2, kills_at_most=1)
    assert faults(soaked) == [], report(soaked)
    assert len(soaked.victim.kills) == 1
    assert len(soaked.plan.due()) >= 3
    assert soaked.books.calls >= 5
    assert soaked.error_lines == []
