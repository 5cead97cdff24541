"""When the rule is met: by the whole call, by single minutes, by the host; and why it is not."""

import random
from dataclasses import replace

import pytest

from bot.domain.alert_rule import Why, judge_alert
from bot.domain.feed import CallTold, LegTold, Sample
from bot.domain.minutes import AS_THEY_ARE, episodes, minutes_of
from bot.domain.model import CallUuid, Kind, Label, Media
from bot.domain.subscriptions import DEFAULT_RULE, Rule
from tests.domain.alert_builders import LOSS, at, crowd, live, minutes, person, report, row


@pytest.mark.parametrize(
    ("states", "why"),
    [
        ("xx.", Why.PEOPLE),
        ("xx", Why.TOO_FEW_RATED),
        ("x........", Why.TOO_FEW_PEOPLE),
        ("xx.......", Why.PEOPLE),
        ("xx........", Why.TOO_FEW_PEOPLE),
        ("xxx.......", Why.PEOPLE),
        ("xxx........", Why.TOO_FEW_PEOPLE),
        ("xxxx.......", Why.PEOPLE),
        ("~~~~~~~~~~", Why.TOO_FEW_PEOPLE),
        ("---", Why.NOTHING_MEASURED),
    ],
)
def test_the_default_rule_is_three_and_thirty_percent_or_two_and_twenty(states: str, why: Why) -> None:
    reading = judge_alert(report(crowd(states)), (), DEFAULT_RULE)
    assert reading.why is why
    assert reading.met is (why is Why.PEOPLE)


@pytest.mark.parametrize(
    ("rule", "states", "met"),
    [
        (Rule(people=1), "x", True),
        (Rule(people=5), "xxxx....", False),
        (Rule(people=5), "xxxxx" + 95 * ".", True),
        (Rule(share_pct=50), "xx..", True),
        (Rule(share_pct=50), "xx...", False),
        (Rule(share_pct=50), "x.", False),
        (Rule(people=2, share_pct=50), "x..", False),
        (Rule(people=2, share_pct=50), "xx..", True),
        (Rule(Label.FAIR), "~x.", True),
        (Rule(media=Media.VIDEO), "xxx", False),
        (Rule(media=Media.AUDIO), "xxx", True),
    ],
)
def test_a_rule_of_ones_own_is_taken_literally(rule: Rule, states: str, met: bool) -> None:
    assert judge_alert(report(crowd(states)), (), rule).met is met


def test_a_poor_host_alone_is_enough_and_a_poor_guest_is_not() -> None:
    rest = crowd("......")
    host = judge_alert(report([person("9", "x", role="host"), *rest]), (), DEFAULT_RULE)
    guest = judge_alert(report([person("9", "x"), *rest]), (), DEFAULT_RULE)
    by_mail = judge_alert(report([person("9", "x", email="ana@acme.com"), *rest]), (), DEFAULT_RULE, "Ana@acme.com")
    assert (host.met, host.why, host.affected) == (True, Why.HOST, ("9",))
    assert not guest.met and by_mail.met


def test_one_bad_minute_alerts_nobody_whatever_the_average_says() -> None:
    legs = crowd("xxx")
    records = minutes({"100": "x", "101": "x", "102": "x"})
    reading = judge_alert(live(legs, 1), records, DEFAULT_RULE)
    assert not reading.met and reading.why is Why.TOO_SHORT
    assert (reading.values.bad_minutes, reading.values.seen_minutes) == (1, 1)


def test_three_of_the_last_five_minutes_alert() -> None:
    legs = crowd("......")
    records = minutes({"100": "..x.xx", "101": "..x.xx", "102": "......", "103": "......"})
    reading = judge_alert(live(legs, 6), records, DEFAULT_RULE)
    assert reading.met and reading.open and reading.since == at(2)
    assert reading.affected == ("100", "101")
    assert {p.label for p in reading.about.participants if p.key in reading.affected} == {Label.POOR}


def test_four_good_minutes_of_five_end_it_and_three_do_not() -> None:
    legs = crowd("...")
    bad = {"100": "xxx...", "101": "xxx...", "102": "......"}
    assert judge_alert(live(legs, 6), minutes(bad), DEFAULT_RULE).open
    over = judge_alert(live(legs, 7), minutes({key: f"{text}." for key, text in bad.items()}), DEFAULT_RULE)
    assert over.met and not over.open
    assert (over.since, over.until, over.times) == (at(0), at(3), 1)


def test_minutes_without_data_start_nothing_and_end_nothing() -> None:
    states = {at(n): True for n in (0, 1, 2)}
    assert episodes(states, 3, 5)[0].until is None
    assert episodes(states | {at(9): False, at(10): False}, 3, 5)[0].until is None
    assert episodes({at(0): True, at(1): True, at(8): True}, 3, 5) == ()


def test_flapping_is_counted_once_per_real_recovery() -> None:
    text = "xxx....xxx....x.x.x"
    found = episodes({at(n): state == "x" for n, state in enumerate(text)}, 3, 5)
    assert [(one.since, one.until) for one in found] == [(at(0), at(3)), (at(7), at(10)), (at(14), None)]


def test_different_people_taking_turns_are_still_one_trouble() -> None:
    records = minutes({"100": "xx.", "101": "x.x", "102": ".xx", "103": "..."})
    reading = judge_alert(live(crowd("...."), 3), records, DEFAULT_RULE)
    assert reading.met and reading.affected == ("100", "101", "102")


def test_the_order_and_repetition_of_minutes_change_nothing() -> None:
    legs = crowd("......")
    records = minutes({"100": ".xxx....", "101": ".xxx....", "102": "..x.....", "103": "........"})
    first = judge_alert(live(legs, 8), records, DEFAULT_RULE)
    for seed in range(10):
        shuffled = [*records, *records[::3]]
        random.Random(seed).shuffle(shuffled)
        assert judge_alert(live(legs, 8), shuffled, DEFAULT_RULE) == first


def test_an_ended_call_with_too_few_minutes_on_record_is_judged_as_a_whole() -> None:
    legs = crowd("xxx")
    records = minutes({"100": "..", "101": "..", "102": ".."})
    assert judge_alert(report(legs), records, DEFAULT_RULE).met
    assert not judge_alert(live(legs, 2), records, DEFAULT_RULE).met


def test_a_person_who_left_and_came_back_is_one_person_in_the_minutes() -> None:
    legs = [person("1", ".", email="a@b.co"), person("2", ".", email="a@b.co"), *crowd("..")]
    records = minutes({"1": "xx", "100": "xxx", "101": "..."}) + minutes({"2": "x"}, first=2)
    reading = judge_alert(live(legs, 3), records, DEFAULT_RULE)
    assert reading.met and (reading.values.affected, reading.values.rated) == (2, 3)


def test_minutes_come_from_what_events_told_the_later_telling_counting() -> None:
    ms = int(at(0).timestamp() * 1000)
    told_legs = {
        key: LegTold(key, minutes={(ms + 60_000 * n, ms + 60_000 * n): Sample((row(LOSS["x"]),)) for n in range(3)})
        for key in ("100", "101")
    }
    told = CallTold(Kind.MEETING, CallUuid("one=="), legs=told_legs)
    records = minutes_of(told, AS_THEY_ARE)
    assert judge_alert(live(crowd("..."), 3), records, Rule(people=2)).since == at(0)
    corrected = {(ms, ms + 90_000): Sample((row(LOSS["."]),))} | dict(told_legs["100"].minutes)
    again = replace(told, legs=told_legs | {"100": LegTold("100", minutes=corrected)})
    assert not judge_alert(live(crowd("..."), 3), minutes_of(again, AS_THEY_ARE), Rule(people=2)).met
