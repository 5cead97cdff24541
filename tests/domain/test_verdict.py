"""The first line: whom the trouble met, never branded by one person, always counting the whole meeting."""

from typing import Any

import pytest

from bot.domain.model import Label, Media, View
from tests.domain.domain_builders import CLEAN, P, crowd, report

KOFI = P("Kofi Mensah", "7.9:22/61/14")
SLOW = P("Ana Souza", video_sent=CLEAN, fps="5", cpu="78")


def berlin(n: int, bad: int) -> tuple[P, ...]:
    people = [P(f"Berlin {i}", site="b", location="Berlin") for i in range(n - bad)]
    return (*people, *(P(f"Bad {i}", received="6.2/70/9", site="b", location="Berlin") for i in range(bad)))


def test_fair_people_are_told_but_nobody_was_poor() -> None:
    verdict = report(P("Ana", "3/61/9"), P("Tom", "3/61/9"), *crowd(12)).verdict
    assert (verdict.scope, verdict.people, verdict.fair) == ("nobody", (), 2)
    assert verdict.text == "Nobody had a poor call: 2 of 14 fair (Ana and Tom), 12 good"


def test_many_fair_people_are_counted_not_listed() -> None:
    text = report(*crowd(6, sent="3/61/9"), *(P(f"Good {i}") for i in range(6))).verdict.text
    assert text == "Nobody had a poor call: 6 of 12 fair (Person 1, Person 2, Person 3 and 3 more), 6 good"


def test_one_of_two_is_not_mostly_fine() -> None:
    assert report(KOFI, P("Ana")).verdict.text == "Only Kofi Mensah had a poor call (1 of 2 rated)"


def test_a_nameless_person_is_still_told() -> None:
    assert "only an unnamed participant had" in report(P(None, "7.9/61/14"), *crowd(5)).verdict.text


def test_several_problems_are_named_by_their_causes() -> None:
    verdict = report(KOFI, SLOW, P("Tom Hale", "0.3/340/12", connection="TCP"), *crowd(9)).verdict
    assert verdict.scope == "several"
    assert verdict.text == (
        "Three separate problems: Kofi Mensah's uplink, Tom Hale's VPN or proxy and Ana Souza's computer "
        "(3 of 12 rated)"
    )
    assert (len(verdict.people), verdict.cause) == (3, "none")


def test_more_than_three_problems_are_counted() -> None:
    bad = [P(f"Bad {i}", f"{9 - i}/61/9") for i in range(4)]
    assert report(*bad, *crowd(9)).verdict.text == (
        "4 separate problems: Bad 0's uplink, Bad 1's uplink, Bad 2's uplink and 1 more (4 of 13 rated)"
    )


def test_few_of_many_leave_the_meeting_mostly_fine_however_many_names_that_makes() -> None:
    bad = [P(f"Bad {i}", f"{9 - i}/61/9") for i in range(5)]
    assert report(*bad, *crowd(60)).verdict.text.startswith(
        "Mostly fine: 4 of 65 rated had a poor call, each for reasons of their own (Bad 0's uplink, "
    )


def test_a_sender_is_the_one_who_is_named_and_the_cause_is_shared() -> None:
    judged = report(P("Maria", "8.4/66/15"), *crowd(6, received="7.1/61/12"), P("Fine"))
    maria = next(p.key for p in judged.participants if p.name == "Maria")
    assert judged.verdict.people == (maria,)
    assert judged.verdict.cause == "remote_sender"
    assert judged.verdict.text == "6 of 7 heard Maria badly; their own connections were clean"


@pytest.mark.parametrize(
    ("sent", "received", "words"),
    [
        ("video_sent", "video_received", "Everyone saw Maria badly (6 of 6); their own connections were clean"),
        (
            "share_sent",
            "share_received",
            "Everyone saw Maria's shared screen badly (6 of 6); their own connections were clean",
        ),
    ],
)
def test_a_sender_is_told_per_medium(sent: str, received: str, words: str) -> None:
    maria = P("Maria", **{sent: "8.4/66/15"})  # type: ignore[arg-type]
    assert report(maria, *crowd(6, **{received: "7.1/61/12"})).verdict.text == words


def test_somebody_elses_own_trouble_is_told_beside_a_sender() -> None:
    verdict = report(P("Maria", "8.4/66/15"), *crowd(6, received="7.1/61/12"), SLOW).verdict
    assert verdict.scope == "sender"
    assert verdict.text.endswith("; apart from that Ana Souza's computer")


def test_two_bad_senders_are_both_named_and_less_sure() -> None:
    judged = report(P("Maria", "8.4/66/15"), P("Nils", "7.7/66/15"), *crowd(8, received="7.1/61/12"))
    assert judged.verdict.text == "Everyone heard Maria and Nils badly (8 of 8); their own connections were clean"
    listener = next(p for p in judged.participants if p.name == "Person 1")
    assert (listener.cause.code, listener.cause.confidence) == ("remote_sender", "medium")


def test_a_medium_that_nobody_spoilt_is_the_comparison_even_if_somebody_sent_it_badly() -> None:
    judged = report(P("Maria", "8.4/66/15"), P("Nils", video_sent="7.7/66/15"), *crowd(8, received="7.1/61/12"))
    listener = next(p for p in judged.participants if p.name == "Person 1")
    assert (listener.cause.code, listener.cause.confidence) == ("remote_sender", "high")
    assert "video received was good" in listener.cause.evidence


def test_listeners_whose_own_sending_is_lossy_make_no_sender() -> None:
    verdict = report(P("Maria", "8.4/66/15"), *crowd(8, sent="6/61/12", received="7.1/61/12")).verdict
    assert verdict.scope != "sender"


def test_a_long_round_trip_is_no_senders_fault() -> None:
    verdict = report(P("Maria", "8.4/66/15"), *crowd(8, sent="0.1/340/9", received="0.1/340/9")).verdict
    assert verdict.scope != "sender"


def test_most_of_a_site_is_told_with_both_counts() -> None:
    verdict = report(*berlin(5, 4), *crowd(9)).verdict
    assert (verdict.scope, verdict.cause, len(verdict.people)) == ("site", "site_or_isp", 4)
    assert verdict.text == "Most people in Berlin: 4 of 5 poor, 0 of 9 elsewhere"


def test_a_site_whose_places_differ_has_no_name() -> None:
    people = [P(f"Bad {i}", received="6.2/70/9", site="b", location=place) for i, place in enumerate(("Rome", "Oslo"))]
    assert report(*people, *crowd(9)).verdict.text == "Everyone at one site: 2 of 2 poor, 0 of 9 elsewhere"


@pytest.mark.parametrize(
    ("people", "why"),
    [
        ((*berlin(5, 1), *crowd(9)), "one poor person is no site"),
        ((*berlin(5, 2), *crowd(9)), "two of five are not most of it"),
        ((*berlin(3, 2), *crowd(4, sent="7/61/9")), "others are as bad"),
    ],
)
def test_a_site_needs_most_of_it_and_others_fine(people: tuple[P, ...], why: str) -> None:
    assert report(*people).verdict.scope != "site", why


def test_a_town_with_two_lines_is_not_blamed_for_one_of_them() -> None:
    neighbours = [P(f"Home {i}", site="h", location="Berlin") for i in range(3)]
    judged = report(*berlin(3, 3), *neighbours, *crowd(3))
    assert judged.verdict.text == "Everyone on one internet line in Berlin: 3 of 3 poor, 0 of 6 elsewhere"
    evidence = next(p.cause.evidence for p in judged.participants if p.name == "Bad 0")
    assert evidence[0] == "3 of 3 people on one internet line in Berlin poor"


def test_two_bad_lines_in_one_town_are_told_as_lines() -> None:
    pairs = [P(f"{site} {i}", "6/70/9", "6/70/9", site=site, location="Rome") for site in "ab" for i in range(2)]
    assert report(*pairs, *crowd(20)).verdict.text == (
        "2 internet lines: 2 of 2 poor on one internet line in Rome, 2 of 2 poor on one internet line in Rome, "
        "0 of 20 elsewhere"
    )


@pytest.mark.parametrize(
    ("extra", "words"),
    [
        (P("Slow", video_sent=CLEAN, fps="5"), "4 of 4 poor, 1 of 9 elsewhere"),
        (P("Slow", video_sent=CLEAN, fps="5", site="b", location="Berlin"), "5 of 5 poor, 0 of 8 elsewhere"),
    ],
)
def test_a_sites_counts_are_of_all_poor_people_whatever_made_them_poor(extra: P, words: str) -> None:
    judged = report(*berlin(4, 4), extra, *crowd(8))
    assert f"Everyone in Berlin: {words}" in judged.verdict.text
    assert judged.verdict.poor == 5
    evidence = next(p.cause.evidence for p in judged.participants if p.name == "Bad 0")
    assert ", ".join(evidence[:2]) == words.replace(" poor", " people in Berlin poor") + " poor"


def test_a_data_centres_counts_are_of_all_poor_people() -> None:
    bad = crowd(4, received="6.8/70/12", video_received="6/70/12")
    slow = P("Slow", video_sent=CLEAN, fps="5", data_center="Tokyo")
    verdict = report(*bad, slow, *(P(f"Good {i}", data_center="Tokyo") for i in range(5))).verdict
    assert "one data centre (Frankfurt): 4 of 4 poor, 1 of 6 elsewhere" in verdict.text
    assert verdict.poor == 5


def test_one_medium_counts_the_poor_of_that_medium() -> None:
    """All of Berlin had bad video and one of them bad audio; asked for audio, one was poor."""
    rows = [P(f"B {i}", video_received="7/70/9", site="b", location="Berlin") for i in range(3)]
    heard = P("Worse", received="7/70/9", video_received="7/70/9", site="b", location="Berlin")
    fair = P("Fair", received="3/70/9", video_received="7/70/9", site="b", location="Berlin")
    verdict = report(*rows, heard, fair, *crowd(6), view=View(media=Media.AUDIO)).verdict
    assert verdict.text == "Some people in Berlin: 1 of 5 poor, 0 of 6 elsewhere"
    assert verdict.poor == 1


def test_two_busy_computers_in_one_office_are_no_site() -> None:
    pair = [P(f"Slow {i}", video_sent=CLEAN, fps="5", cpu="80", site="b") for i in range(2)]
    judged = report(*pair, *crowd(9))
    assert judged.verdict.scope == "several"
    assert {p.cause.code for p in judged.participants if p.label is Label.POOR} == {"cpu"}


def test_two_sites_are_both_told() -> None:
    def site(name: str) -> list[P]:
        return [P(f"{name} {i}", "6/70/9", "6/70/9", site=name, location=name) for i in range(2)]

    verdict = report(*site("Rome"), *site("Oslo"), *crowd(20)).verdict
    assert verdict.text == "2 places: 2 of 2 poor in Oslo, 2 of 2 poor in Rome, 0 of 20 elsewhere"


def test_one_data_centre_among_two_is_told_beside_the_other() -> None:
    bad = [P(f"Bad {i}", received="6.8/70/12", video_received="6/70/12", location=f"Town {i}") for i in range(4)]
    good = [P(f"Good {i}", data_center="Tokyo") for i in range(5)]
    verdict = report(*bad, *good).verdict
    assert (verdict.scope, verdict.cause) == ("datacenter", "datacenter_or_zoom")
    assert verdict.text == "Different places, one data centre (Frankfurt): 4 of 4 poor, 0 of 5 elsewhere"


@pytest.mark.parametrize(
    "people",
    [
        tuple(P(f"Bad {i}", received="6.8/70/12", data_center=f"DC {i}") for i in range(5)),
        (P("A", "6.8/70/12"), P("B", received="6.8/70/12"), P("C", "0.1/400/9"), P("D", "0.1/70/80")),
        (*crowd(4, received="6.8/70/12", video_received="6/70/12", site="one"), P("E", "8/61/9"), P("F", "8/61/9")),
    ],
    ids=["different data centres", "different faults", "one address"],
)
def test_a_data_centre_needs_one_fault_on_one_centre_from_three_lines(people: tuple[P, ...]) -> None:
    assert report(*people, P("Fine")).verdict.scope != "datacenter"


def test_most_people_without_anything_in_common_are_most() -> None:
    people = [
        P(f"Bad {i}", received="6.8/70/12", video_received="6/70/12", data_center=f"DC {i}", location=f"Town {i}")
        for i in range(5)
    ]
    verdict = report(*people, *crowd(3)).verdict
    assert (verdict.scope, verdict.cause) == ("most", "none")
    assert verdict.text == "Most people, different places: 5 of 8 poor, no common sender, site or data centre found"


@pytest.mark.parametrize("location", ["Lisbon (PT)", None])
def test_people_in_one_town_are_on_different_lines_not_in_different_places(location: str | None) -> None:
    def bad(**facts: Any) -> list[P]:
        numbers = {"received": "6.8/70/12", "video_received": "6/70/12", "location": location}
        return [P(f"Bad {i}", **{**numbers, **{k: v(i) for k, v in facts.items()}}) for i in range(5)]

    most, center = report(*bad(data_center="DC {}".format), *crowd(3)).verdict, report(*bad(), *crowd(3)).verdict
    assert most.text.startswith("Most people, different internet lines: 5 of 8 poor")
    assert center.text == "Most people, different internet lines, one data centre (Frankfurt): 5 of 8 poor"


@pytest.mark.parametrize(
    ("measured", "unmeasured", "scope"),
    [
        (3, 6, "cant_tell"),
        (1, 1, "cant_tell"),
        (1, 0, "nobody"),
        (2, 2, "nobody"),
        (0, 1, "cant_tell"),
        (0, 0, "cant_tell"),
    ],
)
def test_it_cannot_be_told_from_fewer_than_half_or_fewer_than_two(measured: int, unmeasured: int, scope: str) -> None:
    silent = [P(f"Silent {i}", None, None, video_received=None) for i in range(unmeasured)]
    verdict = report(*crowd(measured), *silent).verdict
    assert verdict.scope == scope
    assert (verdict.rated, verdict.unrated) == (measured, unmeasured)


def test_poor_people_are_told_even_when_the_meeting_cannot() -> None:
    silent = [P(f"Silent {i}", None, None, video_received=None) for i in range(6)]
    text = report(KOFI, *crowd(2), *silent).verdict.text
    assert text == "Can't tell: 3 of 9 people measured, 1 of them poor (Zoom has no summary for them)"


def test_an_empty_call_has_a_verdict() -> None:
    assert report().verdict.text == "Can't tell: Zoom lists nobody in this call"
