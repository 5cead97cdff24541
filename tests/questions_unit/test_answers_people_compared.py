"""People, groups, directions, media and calls beside each other: the texts of the main cases."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.questions import understand
from bot.questions.asked import Intent, Person, Question, Turn
from bot.questions.facts import Facts
from tests.builders import NOW, dialled_in, good_people, kofi, report
from tests.questions_unit.asking_the_weekly_sync import ask, first, key_of, lines, weekly

PEOPLE, GROUPS, BREAKDOWN = Intent.COMPARE_PARTICIPANTS, Intent.COMPARE_GROUPS, Intent.GROUP_BREAKDOWN
DIRECTION, MEDIA, SAME = Intent.COMPARE_DIRECTION, Intent.COMPARE_MEDIA, Intent.NETWORK_SAME
MEETINGS, PAST, GROUP_PAST = Intent.COMPARE_MEETINGS, Intent.HISTORY_PARTICIPANT, Intent.HISTORY_GROUP
CORRECT = Intent.CORRECT_REFERENCE
OTHERS = (
    Intent.RANK_PARTICIPANTS,
    Intent.LIST_FILTER,
    Intent.COUNT,
    Intent.SCOPE_CHECK,
    Intent.PARTICIPANT_DETAIL,
    Intent.DEVICE_INFO,
    Intent.NETWORK_INFO,
    Intent.REJOIN_CHECK,
    Intent.DURATION_BAD,
)


# --- people ----------------------------------------------------------------------------------------------------------


def test_two_people_are_compared_in_words_and_then_side_by_side() -> None:
    assert lines(ask(PEOPLE, "Ana Souza", "Luis Ortega"))[:2] == [
        "Ana Souza had it worse: fair, audio sent, average latency 212 ms (max 244 ms, limit 150 ms); beside Luis "
        "Ortega (good: audio sent, average latency 55 ms).",
        "Audio sent, averages (Ana Souza / Luis Ortega): loss 0.3 % / 0.1 %, latency 212 ms / 55 ms, "
        "jitter 7 ms / 7 ms.",
    ]


def test_a_shared_screen_says_who_shared_and_who_only_watched() -> None:
    answer = ask(PEOPLE, "Maria Ivanova", "Jo Park", media="share")
    assert "None of them shared; Maria Ivanova and Jo Park only watched." in lines(answer)
    assert "The screen was shared by Priya Raman." in lines(answer)


def test_one_against_all_is_beside_the_median_of_the_others() -> None:
    assert first(ask(PEOPLE, "Kofi Mensah", against="meeting_median")) == (
        "Kofi Mensah (poor) beside the median of the others in audio sent, averages: loss 7.9 % against 0.1 % "
        "(15 others)."
    )


def test_somebody_who_is_not_rated_is_not_compared_as_good() -> None:
    among = Facts(report([kofi(), dialled_in()]), NOW)
    answer = ask(PEOPLE, "Kofi Mensah", "+1 *** 0199", among=among)
    assert first(answer) == (
        "Only Kofi Mensah has measurements: poor, audio sent, average loss 7.9 % (max 22 %, limit 5 %)."
    )


def test_nobody_named_compares_the_two_worst_and_says_so() -> None:
    assert "You named fewer than two people: these are the ones who had it worst." in lines(ask(PEOPLE))


# --- groups ----------------------------------------------------------------------------------------------------------


def test_groups_are_compared_by_share_and_median_with_how_many_and_no_cause() -> None:
    answer = ask(GROUPS, by="network_type", values=["Wifi", "Wired"])
    assert first(answer) == "It was worse on Wi-Fi: poor were 4 of 7 on Wi-Fi, 2 of 9 on wired."
    assert lines(answer)[1].startswith("Wi-Fi: median of each person's worst average: loss ")
    assert lines(answer)[-1].startswith("One call shows no cause by itself")


def test_few_people_are_said_to_be_too_few() -> None:
    answer = ask(GROUPS, by="location", values=["Berlin", "Hamburg"])
    assert first(answer).startswith("Too few people to say which was worse: poor were ")
    assert lines(answer)[-1].startswith("Few people (Hamburg), so this may be chance")


def test_a_breakdown_has_the_worst_group_first_and_the_unknown_as_a_row() -> None:
    answer = ask(BREAKDOWN, by="location")
    assert lines(answer)[:2] == [
        "18 people, 10 places. Worst: Berlin, 3 of 4 poor.",
        "Berlin: 4 people, 3 poor, 1 good.",
    ]
    assert lines(answer)[-1] == "place not known: 2 people, 1 good, 1 not rated."


def test_groups_that_zoom_does_not_tell_are_not_made_up() -> None:
    answer = ask(BREAKDOWN, by="location", among=Facts(report(good_people(3)), NOW))
    assert first(answer) == "Zoom does not tell the place of any of the 3 people, so there are no groups."


# --- directions and media --------------------------------------------------------------------------------------------


def test_the_direction_names_what_the_others_will_have_noticed() -> None:
    answer = ask(DIRECTION, "Kofi Mensah")
    assert first(answer) == (
        "Sending was the problem for Kofi Mensah: audio sent, average loss 7.9 % (max 22 %, limit 5 %)."
    )
    assert "The others will have heard Kofi Mensah break up." in lines(answer)


def test_a_long_round_trip_is_no_directions_fault() -> None:
    assert "a round trip has no direction" in first(ask(DIRECTION, "Ana Souza"))


def test_an_unverified_reading_of_the_directions_is_said() -> None:
    known = weekly()
    note = replace(known.report.direction, verified=None)
    unsure = replace(known, report=replace(known.report, direction=note))
    assert "not yet verified" in lines(ask(DIRECTION, "Kofi Mensah", among=unsure))[-1]


def test_without_a_person_the_directions_are_counted_over_everybody() -> None:
    assert first(ask(DIRECTION)).startswith("Receiving: 3 of 16 people were poor in what they sent, 4 of 17 in what")


def test_media_are_ranked_by_people_poor_in_them() -> None:
    answer = ask(MEDIA, media=["audio", "video"])
    assert first(answer).startswith("Video was worst: 6 of 17 people poor, ")
    assert lines(answer)[1].startswith("Audio: 5 of 17 people poor, ")


# --- one network -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (
            ("Dave Lindqvist", "Chris Müller"),
            "Likely yes: Dave Lindqvist and Chris Müller were both behind the same public address, so likely the same "
            "site.",
        ),
        (
            ("Dave Lindqvist", "Mei Tanaka"),
            "Same site, not the same kind of connection: Dave Lindqvist and Mei Tanaka were behind the same public "
            "address, so likely the same site.",
        ),
        (
            ("Luis Ortega", "Ana Reyes"),
            "No, Luis Ortega and Ana Reyes were not on the same network: they were behind different public addresses.",
        ),
        (
            ("Dave Lindqvist", "+49 30 ***12"),
            "I can't tell whether Dave Lindqvist and +49 30 ***12 shared a network: Zoom gave no public address for "
            "+49 30 ***12.",
        ),
    ],
)
def test_one_network_is_one_public_address_which_is_not_told(names: tuple[str, str], expected: str) -> None:
    assert first(ask(SAME, *names)) == expected


def test_of_one_person_it_names_who_else_was_behind_their_address() -> None:
    assert first(ask(SAME, "Mei Tanaka")).startswith("Dave Lindqvist, Chris Müller and Boardroom Berlin shared Mei")


# --- other calls -----------------------------------------------------------------------------------------------------


def test_another_instance_is_compared_by_people_poor_of_those_rated() -> None:
    assert lines(ask(MEETINGS, target="previous_instance")) == [
        "Worse than the one of 17 Nov 10:00 UTC: 6 of 17 rated people were poor now (35 %), 1 of 15 then (6.7 %).",
        "Likely main cause now: the site or its internet provider; then: none found.",
        "Poor both times: Kofi Mensah.",
        "2 earlier ones are stored of this number.",
    ]
    assert "10 Nov 10:00 UTC" in first(ask(MEETINGS, target="2026-11-10"))


def test_a_day_that_is_not_stored_is_said() -> None:
    assert "None of the day you named is stored; this is the nearest." in lines(ask(MEETINGS, target="2026-11-12"))


def test_without_an_earlier_instance_it_says_what_gets_stored() -> None:
    answer = ask(MEETINGS, among=Facts(report([kofi()]), NOW))
    assert lines(answer) == [
        "No earlier instance of this call is stored, so there is nothing to compare with.",
        "A call is stored once somebody asked about it here, or once Zoom's events told of it; ask again after the "
        "next one.",
    ]


def test_a_persons_past_is_counted_with_its_days() -> None:
    assert lines(ask(PAST, "Kofi Mensah", baseline="30d")) == [
        "As before: Kofi Mensah was poor in this call, and poor in 1 of 2 other stored calls of the last 30 days.",
        "In this call: audio sent, average loss 7.9 %.",
        "Before: 17 Nov 10:00 UTC poor, 10 Nov 10:00 UTC good.",
        "No pattern in these 3 calls: no medium and direction was poor three times.",
    ]


def test_a_guest_without_an_e_mail_is_not_found_in_other_calls_by_name() -> None:
    assert first(ask(PAST, "Jo Park")) == (
        "I can't find Jo Park in other calls: Zoom gives no e-mail of theirs, and a display name proves nobody."
    )


def test_a_pattern_is_told_from_three_calls_on() -> None:
    known = weekly()
    week = timedelta(days=7)
    subjects = [
        replace(known.report.subject, uuid=f"u{n}", started_at=known.report.subject.started_at - n * week)  # type: ignore[arg-type,operator]  # ids and instants
        for n in (1, 2)
    ]
    again = tuple(replace(known.report, subject=subject) for subject in subjects)
    answer = ask(PAST, "Kofi Mensah", among=replace(known, earlier=(), past=again))
    assert lines(answer)[-1] == "A pattern: audio sent was what made it poor in 3 of 3 calls."


def test_a_places_past_lists_the_calls_with_people_there() -> None:
    assert lines(ask(GROUP_PAST, group={"location": "Berlin"}, window="30d")) == [
        "Yes: somebody in Berlin was poor in 2 of 3 stored calls of the last 30 days, this one included.",
        "10:00 UTC (this call): 3 of 4 poor.",
        "17 Nov 10:00 UTC: 0 of 3 poor.",
        "10 Nov 10:00 UTC: 2 of 3 poor.",
    ]


def test_a_place_without_a_past_says_so_and_tells_this_call() -> None:
    among = replace(weekly(), earlier=(), past=())
    assert lines(ask(GROUP_PAST, group={"location": "Berlin"}, among=among)) == [
        "Nobody who was in Berlin is rated in another stored call of the last 30 days, so there is no history to go "
        "by.",
        "A call is stored once somebody asked about it here, or once Zoom's events told of it.",
        "In this call 3 of 4 of them were poor.",
    ]


# --- the other one ---------------------------------------------------------------------------------------------------


def turn(intent: Intent, *names: str, **slots: object) -> Turn:
    return Turn("U1", "earlier", intent, slots, tuple(key_of(name) for name in names))


def test_the_other_one_gets_the_last_answer_again_with_what_tells_them_apart() -> None:
    before = (turn(Intent.DEVICE_INFO, "Chris Müller", field="microphone", participant="Chris Müller"),)
    answer = ask(CORRECT, turns=before, participant="Chris#2")
    assert first(answer) == "Chris Adeyemi (New York), then. Chris Adeyemi used: microphone AirPods Pro."
    assert answer.people[0] == key_of("Chris Adeyemi")


def test_the_other_one_takes_the_place_of_the_wrong_one_in_a_comparison() -> None:
    before = (turn(PEOPLE, "Ana Souza", "Luis Ortega", participants=["Ana Souza", "Luis Ortega"]),)
    answer = ask(CORRECT, "Ana Reyes", turns=before)
    assert "Ana Reyes" in first(answer) and "Luis Ortega" in first(answer) and "Souza" not in answer.text


def test_where_nobody_shares_the_name_it_asks_whom() -> None:
    answer = ask(CORRECT, turns=(turn(Intent.PARTICIPANT_DETAIL, "Kofi Mensah"),), participant="last_mentioned")
    assert first(answer) == (
        "There is nobody else here whose first name is that of Kofi Mensah. Whom do you mean? Ask by the full name."
    )


# --- what can be asked next ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "intent", [PEOPLE, GROUPS, BREAKDOWN, DIRECTION, MEDIA, SAME, MEETINGS, PAST, GROUP_PAST, *OTHERS]
)
@pytest.mark.parametrize("people", [(), ("Kofi Mensah",), ("Bob Stone",), ("Dave Lindqvist", "Mei Tanaka")])
def test_what_is_suggested_is_understood(intent: Intent, people: tuple[str, ...]) -> None:
    report, me = weekly().report, Person("U1")
    for text in ask(intent, *people).suggestions:
        reading = understand.read(Question(text, me, NOW), report, ())
        assert reading.in_scope and reading.clarify is None, text
