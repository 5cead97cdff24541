"""Who had it worst, how many, only some, one alone, everything about one: the texts of the main cases."""

from dataclasses import replace

import pytest

from bot.domain.model import Cpu, Label, Stream
from bot.questions.asked import ASKER, Intent
from bot.questions.facts import Facts
from tests.builders import NOW, ana, dialled_in, good_people, kofi, participant, report
from tests.questions_unit.asking_the_weekly_sync import NOT_RATED, ask, first, key_of, lines, weekly

RANK, COUNT, ONLY = Intent.RANK_PARTICIPANTS, Intent.COUNT, Intent.LIST_FILTER
SCOPE, DETAIL = Intent.SCOPE_CHECK, Intent.PARTICIPANT_DETAIL


def of(*people: object) -> Facts:
    return Facts(report(people), NOW)  # type: ignore[arg-type]  # builders give participants


# --- rank ------------------------------------------------------------------------------------------------------------


def test_the_worst_is_one_name_with_its_numbers_its_minutes_and_the_runner_up() -> None:
    answer = ask(RANK, order="worst", metric="overall", n=1)
    assert lines(answer) == [
        "Dave Lindqvist had it worst: video received, average loss 9.8 % (max 32 %, limit 5 %).",
        "Next: Kofi Mensah (audio sent, average loss 7.9 %).",
        "Poor in 15 of 45 measured minutes, 10:20–10:35 UTC.",
        NOT_RATED,
    ]
    assert answer.people[:2] == (key_of("Dave Lindqvist"), key_of("Kofi Mensah"))


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        (
            {"metric": "latency", "n": 1},
            "Tom Becker had the worst latency: audio received, average latency 340 ms (max 391 ms, limit 300 ms).",
        ),
        (
            {"metric": "overall", "n": 1, "offset": 1},
            "Second worst is Kofi Mensah: audio sent, average loss 7.9 % (max 22 %, limit 5 %).",
        ),
        (
            {"metric": "loss", "media": "audio", "direction": "sent", "n": 1},
            "Kofi Mensah had the worst loss: audio sent, average loss 7.9 % (max 22 %, limit 5 %).",
        ),
        (
            {"metric": "loss", "media": "audio", "stat": "max", "n": 1},
            "Kofi Mensah had the worst loss in audio: audio sent, maximum loss 22 % "
            "(average 7.9 %, limit 5 % for averages).",
        ),
        ({"metric": "rssi", "n": 1}, "Kofi Mensah had the worst Wi-Fi signal: -79 dBm on average."),
        (
            {"metric": "cpu", "n": 1},
            "Nina Kowalska had the worst CPU load: Zoom used 72 % of the CPU on average (system max 100 %).",
        ),
        ({"n": 3}, "The 3 worst: Dave Lindqvist, Kofi Mensah and Chris Müller."),
        (
            {},
            "6 of 17 people with data were poor: Dave Lindqvist, Kofi Mensah, Chris Müller, Mei Tanaka, Tom Becker and "
            "1 more.",
        ),
    ],
)
def test_the_order_follows_what_was_asked_for(slots: dict[str, object], expected: str) -> None:
    assert first(ask(RANK, **{"order": "worst", **slots})) == expected


def test_a_tie_is_said() -> None:
    twin = kofi(key="16778999", name="Twin")
    assert "A tie: Twin has the same score." in lines(ask(RANK, n=1, among=of(kofi(), twin, *good_people(2))))


def test_where_nobody_crossed_a_limit_the_worst_is_said_not_to_be_bad() -> None:
    answer = ask(RANK, n=1, among=of(*good_people(3)))
    assert "Nobody crossed a limit: all 3 people with data are within it." in lines(answer)


def test_no_breach_names_who_crossed_no_limit_and_apart_who_was_not_measured() -> None:
    answer = ask(RANK, order="best", filter="no_breach")
    assert first(answer).startswith("9 of 17 people with data crossed no limit: ")
    assert "José" not in first(answer) and "Bob Stone" in first(answer)
    assert lines(answer)[-1] == NOT_RATED


def test_an_offset_beyond_the_last_says_who_the_last_is() -> None:
    assert first(ask(RANK, n=1, offset=40)).startswith("There is nobody that far down: 17 people have data")


def test_without_any_measurement_there_is_no_order_and_nobody_is_good() -> None:
    answer = ask(RANK, n=1, among=of(dialled_in()))
    assert lines(answer) == [
        "Zoom has no measurement for anybody here, so there is nothing to rank.",
        "Not rated, so neither good nor bad: +1 *** 0199 (dialled in, nothing measured).",
    ]


# --- count and filter ------------------------------------------------------------------------------------------------


def test_a_count_names_people_medium_direction_and_statistic_and_counts_by_maximum_too() -> None:
    answer = ask(COUNT, metric="loss", op=">", value=7.5, stat="avg")
    assert lines(answer)[:2] == [
        "2 of 17 people with data had average loss over 7.5 % in any stream: Dave Lindqvist (video received, average "
        "loss 9.8 %) and Kofi Mensah (audio sent, average loss 7.9 %).",
        "Counted by maximum it is 4: Dave Lindqvist (video received, maximum loss 32 %), Chris Müller (video received, "
        "maximum loss 23 %), Kofi Mensah (audio sent, maximum loss 22 %) and 1 more.",
    ]


def test_a_count_of_nobody_is_a_number_out_of_those_with_data() -> None:
    assert (
        first(ask(COUNT, metric="loss", op=">", value=50, media="audio"))
        == "None of the 17 people with data had average loss over 50 % in audio."
    )


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({}, "6 of 17 people with data were poor in any stream: "),
        ({"op": "breach", "metric": "loss"}, "4 of 17 people with data were poor by loss in any stream: "),
        ({"op": "not"}, "11 of 17 people with data were not poor: "),
        ({"filter": {"network_type": "Wifi"}}, "7 of 17 people were on Wi-Fi: "),
        ({"filter": {"network_type": "Cellular"}}, "1 of 17 people was on cellular: José Álvarez."),
        ({"filter": {"location": "berlin", "label": "poor"}}, "3 of 18 people were in Berlin and rated poor: "),
    ],
)
def test_a_count_without_a_number_counts_labels_or_facts(slots: dict[str, object], expected: str) -> None:
    assert first(ask(COUNT, **slots)).startswith(expected)


def test_without_rooms_it_says_how_many_were_left_out_and_how_they_were_recognised() -> None:
    answer = ask(ONLY, filter={"device": {"not": "room"}})
    assert first(answer).startswith("17 of 18 people were not a meeting room, worst first: Dave Lindqvist, Kofi")
    assert lines(answer)[-1] == (
        "Left out: 1 (Boardroom Berlin), recognised by the device that Zoom reports: Zoom Rooms and room systems."
    )
    assert key_of("Boardroom Berlin") not in answer.people[:15]


def test_people_of_whom_the_fact_is_not_known_are_neither_in_nor_out() -> None:
    answer = ask(ONLY, filter={"location": {"not": "Berlin"}})
    assert "Not known, so left out too: Jo Park and +49 30 ***12." in lines(answer)[-1]


def test_a_filter_that_keeps_nobody_says_what_there_is() -> None:
    answer = ask(ONLY, filter={"location": "Paris"})
    assert lines(answer)[:2] == [
        "Nobody here was in Paris.",
        "Zoom names here: Accra, Bangalore, Berlin, Hamburg, Lisbon.",
    ]


# --- scope -----------------------------------------------------------------------------------------------------------


def test_not_alone_says_no_first_then_the_others_then_those_who_were_fine() -> None:
    answer = ask(SCOPE, "Dave Lindqvist")
    assert lines(answer) == [
        "No. 5 others were poor too: Kofi Mensah (audio sent, average loss 7.9 %), Chris Müller (video received, "
        "average loss 7.0 %), Mei Tanaka (video received, average loss 6.2 %), Tom Becker (audio received, average "
        "latency 340 ms) and Nina Kowalska (video sent, average frame rate 5 fps).",
        "Dave Lindqvist was worst (video received, average loss 9.8 %).",
        "Of the other 11 people with data 9 were good and 2 were fair.",
        "In the same 15 minutes 5 of 16 others with data were poor.",
    ]


def test_alone_says_yes_and_that_the_others_were_good() -> None:
    answer = ask(SCOPE, "Kofi Mensah", among=of(kofi(), *good_people(9)))
    assert lines(answer) == [
        "Yes, only Kofi Mensah (audio sent, average loss 7.9 %).",
        "The other 9 people with data were good.",
    ]


def test_others_who_all_received_badly_are_said_to_be_receiving() -> None:
    answer = ask(SCOPE, "Dave Lindqvist", media="audio", direction="received")
    assert first(answer).startswith("No. 3 others were poor too in audio received, all receiving: ")


def test_whoever_asks_and_was_good_hears_that_it_was_not_them() -> None:
    known = weekly("marcus.bell@example.com")
    answer = ask(SCOPE, "Marcus Bell", among=known, participant=ASKER)
    assert first(answer) == "No, not you: Marcus Bell (you) was good."


def test_an_unrated_person_is_neither_yes_nor_no() -> None:
    answer = ask(SCOPE, "+1 *** 0199", among=of(kofi(), dialled_in()))
    assert first(answer) == "I can't tell for +1 *** 0199: not rated, dialled in, nothing measured."


def test_a_group_is_compared_with_everybody_else() -> None:
    answer = ask(SCOPE, group={"location": "Berlin"})
    assert first(answer) == "No: 3 of 4 people in Berlin were poor, 3 of 12 others."


# --- one person ------------------------------------------------------------------------------------------------------


def test_the_detail_of_a_person_has_label_streams_minutes_cause_and_surroundings() -> None:
    answer = ask(DETAIL, "Kofi Mensah")
    assert lines(answer) == [
        "Kofi Mensah was poor: audio sent, average loss 7.9 % (max 22 %, limit 5 %).",
        "Audio: sent poor, received good. Video: sent poor, received good. Screen share: received good.",
        "Poor in 12 of 45 measured minutes, 10:12–10:24 UTC. Likely their own uplink (medium confidence).",
        "Wi-Fi, Accra, data centre New York, Windows, client 6.1.0.",
    ]
    assert any(
        row[0].startswith("video sent: poor, average loss 6.1 %") for row in answer.more if isinstance(row[0], str)
    )


def test_nobody_named_means_the_last_mentioned_or_the_worst_and_says_so() -> None:
    assert lines(ask(DETAIL))[:2] == [
        "Dave Lindqvist was poor: video received, average loss 9.8 % (max 32 %, limit 5 %).",
        "You named nobody: this is Dave Lindqvist, who had it worst.",
    ]


def test_a_person_who_is_not_rated_is_neither_good_nor_bad() -> None:
    answer = ask(DETAIL, "+1 *** 0199", among=of(kofi(), dialled_in()))
    assert first(answer) == (
        "+1 *** 0199 is not rated: dialled in, nothing measured. Not measured is neither good nor bad."
    )


def test_seconds_in_the_call_are_said_in_words() -> None:
    short = participant("9", "Brief", Label.UNRATED, (), unrated_reason="in the call for 42 s; a rating needs 60 s")
    assert "in the call for under a minute" in first(ask(DETAIL, "Brief", among=of(kofi(), short)))


def test_a_medium_without_measurement_is_not_called_good() -> None:
    answer = ask(DETAIL, "Kofi Mensah", among=of(kofi()), media="share")
    assert first(answer) == (
        "Zoom has no measurement for Kofi Mensah in screen share; over everything the label is poor."
    )


@pytest.mark.parametrize(
    ("known", "start"),
    [
        (False, "I don't know the e-mail address of your Slack account"),
        (True, "I can't find you in this meeting's data"),
    ],
)
def test_whoever_asks_and_is_not_found_hears_which_of_the_two_it_is(known: bool, start: str) -> None:
    among = replace(weekly(), asker=None, asker_known=known)
    answer = ask(DETAIL, among=among, participant=ASKER)
    assert first(answer).startswith(start)
    assert ("guests" in answer.text) is known


def test_pictures_are_named_where_video_was_asked_for() -> None:
    assert "Picture sent 320*180, average frame rate 5 fps" in ask(DETAIL, "Nina Kowalska", media="video").text


def test_an_address_used_as_a_device_name_is_never_shown() -> None:
    hostile = kofi(device="Printer 192.0.2.77 f8:5e:a0:12:92:d8 ana@example.com", cpu=Cpu(), location="<!here> *x*")
    answer = ask(DETAIL, "Kofi Mensah", among=of(hostile))
    assert "192.0.2" not in answer.text and "f8:5e" not in answer.text and "@example" not in answer.text


def test_a_stream_without_traffic_is_not_listed_as_good() -> None:
    silent = next(s for s in ana().streams)
    none = Stream(silent.media, silent.direction)
    answer = ask(DETAIL, "Kofi Mensah", among=of(kofi(streams=(*kofi().streams, none))))
    assert "Without traffic or not measured: video received." in answer.text
