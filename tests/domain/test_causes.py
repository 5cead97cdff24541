"""Causes: how sure, on which numbers, what was ruled out, what was missing; and bad input gets an expert's label."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.causes import CAUSES, NOUNS, rule_in_words
from bot.domain.diagnosis import diagnose
from bot.domain.judgement import judge
from bot.domain.limits import CauseLimits, limit_rows, parse_limits
from bot.domain.model import (
    Cause,
    Direction,
    DirectionNote,
    Label,
    Leg,
    Measured,
    Media,
    Participant,
    Reading,
    Sort,
    Spread,
    View,
)
from bot.domain.people import people
from bot.domain.phrases import number
from bot.domain.scoring import rate
from tests.domain.domain_builders import CLEAN, DIRECTIONS, P, call, crowd, named, only, report

UPLINK = P("Kofi Mensah", "7.9:22/61/14")
ORDER = ("low", "medium", "high")


def cause_of(person: P, verified: bool | None = True, others: int = 6) -> Cause:
    return only(person, verified, others).cause


# --- the table -------------------------------------------------------------------------------------------------------


def test_every_row_has_a_rule_in_words_a_noun_and_one_plain_next_step() -> None:
    for row in CAUSES:
        assert row.rule
        assert row.noun
        assert row.advice.endswith(".")
        assert not re.search(r"\b(you|your|VLAN|QoS|bufferbloat|MTU|DSCP|SFU|RTT)\b", row.advice)
    assert set(NOUNS) == {row.code for row in CAUSES}


def test_a_rule_in_words_states_the_limits_in_force() -> None:
    assert "signal of -70 dBm or less" in rule_in_words("wifi")
    assert "signal of -65 dBm or less" in rule_in_words("wifi", parse_limits("weak_rssi_dbm=-65"))
    assert "sent lost over 3 %" in rule_in_words("own_uplink", parse_limits("loss=3/5/10"))
    assert all("{" not in rule_in_words(row.code) and rule_in_words(row.code) for row in CAUSES)
    assert rule_in_words("none") == ""


def test_causes_are_asked_in_the_published_order() -> None:
    codes = list(dict.fromkeys(row.code for row in CAUSES))
    assert codes == [
        "remote_sender",
        "site_or_isp",
        "datacenter_or_zoom",
        "cpu",
        "vpn_or_proxy",
        "satellite",
        "distance",
        "bufferbloat",
        "cellular",
        "wifi",
        "bandwidth_limited_up",
        "bandwidth_limited_down",
        "device",
        "loss_burst",
        "own_access",
        "own_uplink",
        "own_downlink",
        "unknown_network",
        "unknown",
    ]


def test_every_limit_of_a_rule_is_published_with_unit_and_source() -> None:
    rows = limit_rows()
    assert len(rows) > 15
    assert all(row.unit and row.meaning and row.source for row in rows)


def test_limits_can_be_changed() -> None:
    whole = [rate(p) for p in people(call(P("Jo", "6/70/9", "5/70/9", network="Wifi", rssi=-66)).legs, DIRECTIONS)]
    assert diagnose(whole, True).causes[whole[0].key].code == "own_access"
    assert diagnose(whole, True, limits=CauseLimits(weak_rssi_dbm=-65)).causes[whole[0].key].code == "wifi"


# --- confidence ------------------------------------------------------------------------------------------------------

DIRECTIONAL = [
    UPLINK,
    P("Jo", received="6.4:15/70/14"),
    P("Jo", "0.4/80/64"),
    P("Jo", received="0.4/80/64"),
    P("Jo", video_sent=CLEAN, fps="6", resolution="320*180", video_kbps="180:260"),
]


@pytest.mark.parametrize("person", DIRECTIONAL, ids=["uplink", "downlink", "jitter sent", "jitter received", "narrow"])
@pytest.mark.parametrize(("verified", "most"), [(True, "high"), (None, "medium"), (False, "low")])
def test_a_cause_that_depends_on_direction_is_capped_until_verified(
    person: P, verified: bool | None, most: str
) -> None:
    cause = cause_of(person, verified)
    assert ORDER.index(cause.confidence) <= ORDER.index(most)
    assert any("verified" in words or "contradict" in words for words in cause.evidence) is (verified is not True)


@pytest.mark.parametrize("end", ["crc", "rwg"])
@pytest.mark.parametrize("person", DIRECTIONAL, ids=["uplink", "downlink", "jitter sent", "jitter received", "narrow"])
@pytest.mark.parametrize("verified", [None, False])
def test_a_type_that_says_its_direction_itself_needs_no_verification(
    person: P, verified: bool | None, end: str
) -> None:
    cause = _in_types_of(end, person, verified)
    assert cause == cause_of(person, True)


def test_a_bad_sender_is_capped_for_a_room_too_since_the_sender_may_be_a_computer() -> None:
    room, maria = P("Jo", received="7.1/61/12"), P("Maria", "8.4/66/15")
    cause = _in_types_of("crc", room, None, maria, *crowd(6, received="7.1/61/12"))
    assert (cause.code, cause.confidence) == ("remote_sender", "medium")


def test_one_join_from_a_computer_needs_verification_again() -> None:
    room, computer = (call(replace(UPLINK, minutes=m)).legs[0] for m in (20, 30))
    legs = (replace(room, measured=_stated(room.measured, "crc")), computer)
    (person,) = people(legs, {**DIRECTIONS, **_stated_directions("crc")})
    assert not rate(person).directions_stated


def _stated(rows: tuple[Measured, ...], end: str) -> tuple[Measured, ...]:
    return tuple(replace(row, type=_stated_type(row.type, end)) for row in rows)


def _stated_type(plain: str, end: str) -> str:
    return plain.replace("_sent", f"_device_from_{end}").replace("_received", f"_device_to_{end}")


def _stated_directions(end: str) -> dict[str, tuple[Media, Direction]]:
    return {_stated_type(name, end): stream for name, stream in DIRECTIONS.items()}


def _in_types_of(end: str, person: P, verified: bool | None, *others: P) -> Cause:
    """The cause of a person whose client reports in such types, beside others whose clients do not."""
    whole = call(person, *(others or crowd(6)))
    first, *rest = whole.legs
    both = {**DIRECTIONS, **_stated_directions(end)}
    note = DirectionNote(Reading.DOCUMENTED, verified)
    made = replace(whole, legs=(replace(first, measured=_stated(first.measured, end)), *rest))
    return named(judge(made, both, note), person.name or "").cause


def test_people_who_hear_a_bad_sender_are_capped_until_verified() -> None:
    judged = report(P("Maria", "8.4/66/15"), *crowd(8, received="7.1/61/12"), verified=None)
    assert named(judged, "Person 1").cause.confidence == "medium"


@pytest.mark.parametrize(
    "person",
    [
        P("Jo", "6.5/90/55", "5.8/90/60", network="Wifi", rssi=-78),
        P("Jo", "5.6/95/38", "3.2/95/33", network="Cellular"),
        P("Jo", "0.3/340/12", "0.3/335/12", connection="TCP"),
        P("Jo", video_sent=CLEAN, fps="5", cpu="78"),
        P("Jo", "6.2:14/62/12", "5.4:12/62/11"),
    ],
    ids=["wifi", "cellular", "vpn", "cpu", "access"],
)
def test_a_cause_that_reads_the_same_both_ways_is_not_capped(person: P) -> None:
    assert cause_of(person, None) == cause_of(person, True)
    assert cause_of(person, None).confidence == "high"


@pytest.mark.parametrize("verified", [True, None])
def test_missing_network_facts_lower_the_confidence_and_are_named(verified: bool | None) -> None:
    bare = replace(UPLINK, network=None, connection=None, location=None, data_center=None, site=None)
    with_facts, without = cause_of(UPLINK, verified), cause_of(bare, verified)
    assert without.code == with_facts.code == "own_uplink"
    assert ORDER.index(without.confidence) < ORDER.index(with_facts.confidence)
    assert any(words.startswith("not known: network type") for words in without.evidence)


@pytest.mark.parametrize(
    "person",
    [
        P("Jo", "6.5/90/55", "5.8/90/60", network=None, rssi=None),
        P("Jo", "0.3/340/12", "0.3/335/12", connection=None, location=None),
        P("Jo", "5.6/95/38", "3.2/95/33", network=None),
        P("Jo", video_sent=CLEAN, fps="5", cpu=None, pressure=None),
        P("Jo", received="6.4/70/14", site=None, data_center=None),
    ],
)
def test_missing_facts_never_invent_a_cause(person: P) -> None:
    invented = {"wifi", "cellular", "vpn_or_proxy", "cpu", "site_or_isp", "datacenter_or_zoom"}
    assert cause_of(person).code not in invented


def test_a_missing_fact_that_cannot_matter_costs_nothing() -> None:
    assert cause_of(replace(UPLINK, connection=None)).confidence == "high"


def test_poor_people_without_addresses_could_share_a_site() -> None:
    judged = report(replace(UPLINK, site=None), P("Jo", received="9/61/9", site=None), *crowd(10))
    assert any("shared site" in words for words in named(judged, "Kofi Mensah").cause.evidence)


def test_a_downlink_without_peers_is_at_most_medium() -> None:
    assert cause_of(P("Jo", received="6.4:15/70/14"), True, others=0).confidence == "medium"


def test_a_downlink_is_doubted_when_other_receivers_are_bad_too() -> None:
    judged = report(*crowd(2, received="6.4/70/14", data_center=None), *(P(f"Clean {i}") for i in range(3)))
    cause = named(judged, "Person 1").cause
    assert (cause.code, cause.confidence) == ("own_downlink", "low")


def test_a_label_that_the_cause_does_not_explain_is_low() -> None:
    cause = cause_of(P("Jo", "2.4/340/9", "0.1/340/9", location="Elsewhere"))
    assert (cause.code, cause.confidence) == ("own_uplink", "low")


def test_a_busy_computer_weakens_an_uplink() -> None:
    assert cause_of(replace(UPLINK, cpu="80")).confidence == "medium"


def test_a_strong_signal_contradicts_wifi() -> None:
    cause = cause_of(P("Jo", "0.4/80/44", "0.4/80/44", network="Wifi", rssi=-45))
    assert (cause.code, cause.confidence) == ("wifi", "low")


def test_people_far_quicker_in_the_same_place_contradict_distance() -> None:
    cause = cause_of(P("Jo", "0.1/190:212:240/5", "0.1/190:212:240/5"))
    assert (cause.code, cause.confidence) == ("distance", "low")
    assert "6 others in the same place: median 61 ms" in cause.evidence


def test_people_as_far_in_the_same_place_confirm_distance() -> None:
    far = "0.1/190:212:240/5"
    judged = report(*crowd(3, sent=far, received=far, video_received=None, location="Perth (AU)"), P("Near"))
    assert named(judged, "Person 1").cause.confidence == "high"


# --- evidence --------------------------------------------------------------------------------------------------------


def test_evidence_gives_medium_direction_average_maximum_limit_and_unit() -> None:
    assert "audio sent: average packet loss 7.9 % (max 22 %, limit 5 %)" in cause_of(UPLINK).evidence


def test_what_was_ruled_out_is_said_with_numbers() -> None:
    ruled_out = cause_of(UPLINK).ruled_out
    assert "another person's sending (0 of 6 others received audio badly)" in ruled_out
    assert "a VPN or proxy (UDP, round trip 61 ms, limit 150 ms)" in ruled_out
    assert "a busy computer (Zoom used 12 % of the CPU on average, CPU pressure normal)" in ruled_out


def test_what_could_not_be_checked_is_not_called_ruled_out() -> None:
    bare = P("Jo", "7.9/-/-", "0.1/-/-", video_received=None, network=None, connection=None, cpu=None, pressure=None)
    ruled_out = " ".join(cause_of(bare).ruled_out)
    assert not re.search("mobile|VPN|computer|distance", ruled_out)


@pytest.mark.parametrize(
    ("person", "words"),
    [
        (P("Jo", "5.04/61/9"), "audio sent: average packet loss 5.04 % (limit 5 %)"),
        (P("Jo", "2.0004/61/9"), "audio sent: average packet loss 2.0004 % (limit 2 %)"),
        (P("Jo", "0.1/150.4/9"), "audio sent: average round-trip latency 150.4 ms (limit 150 ms)"),
        (P("Jo", "3/149.7/9"), "round trip 149.7 ms on average is normal (limit 150 ms)"),
        (P("Jo", "0.1/61/50.2"), "audio sent: average jitter 50.2 ms (limit 50 ms)"),
        (P("Jo", "6/61/9", "1.98/61/9"), "received clean: average loss 1.98 % (limit 2 %)"),
        (P("Jo", video_sent=CLEAN, fps="6.98"), "video sent: average frame rate 6.98 fps (limit 7 fps)"),
        (
            P("Jo", "6/90/9", "6/90/9", network="Wifi", rssi=-70.3),
            "Wi-Fi signal -70.3 dBm on average is weak (limit -70 dBm)",
        ),
    ],
)
def test_a_number_beside_its_limit_never_reads_as_the_limit(person: P, words: str) -> None:
    assert words in cause_of(person).evidence


@given(st.floats(0, 1000), st.sampled_from([2.0, 5.0, 150.0, 2.25]), st.sampled_from(["%", "ms", "fps"]))
def test_a_printed_number_stands_where_the_value_stands(value: float, limit: float, unit: str) -> None:
    value = round(value, 9)
    printed = float(number(value, unit, limit).split()[0])
    assert (printed > limit, printed < limit) == (value > limit, value < limit)


SITE_WORDS, SENDER_WORDS, CENTER_WORDS = "the site or its provider", "another person's sending", "the data centre"


@pytest.mark.parametrize(
    ("others", "told"),
    [
        ((), ()),
        (crowd(1), (CENTER_WORDS,)),
        (crowd(6), (CENTER_WORDS, SENDER_WORDS)),
        (crowd(6, data_center="Tokyo"), (SENDER_WORDS,)),
        (crowd(6, data_center=None), (SENDER_WORDS,)),
        (crowd(6, received=None), (CENTER_WORDS,)),
        ((*crowd(4), *(P(f"Beside {i}", site="mine") for i in range(3))), (CENTER_WORDS, SENDER_WORDS, SITE_WORDS)),
    ],
    ids=["alone", "two", "seven", "other centre", "centre not known", "nobody hears", "same line"],
)
def test_what_cannot_be_told_is_not_called_ruled_out(others: tuple[P, ...], told: tuple[str, ...]) -> None:
    """A lone remote worker's line cannot be told from their site, and it costs no confidence."""
    cause = named(report(replace(UPLINK, site="mine"), *others), UPLINK.name or "").cause
    found = [w for w in (CENTER_WORDS, SENDER_WORDS, SITE_WORDS) if any(r.startswith(w) for r in cause.ruled_out)]
    assert tuple(found) == told
    assert cause.code == "own_uplink"
    assert not any("too few" in words or "nobody else" in words for words in cause.ruled_out)
    assert (cause.confidence == "high") is (len(others) >= 2)


def test_a_sender_is_not_ruled_out_because_most_others_hear_badly_too() -> None:
    judged = report(*crowd(6, received="7/61/9", video_received="7/61/9", data_center=None))
    assert not any(words.startswith(SENDER_WORDS) for words in named(judged, "Person 1").cause.ruled_out)


def test_a_site_whose_people_are_all_poor_is_ruled_out_by_the_others_only() -> None:
    bad = [P(f"Bad {i}", "7/61/9", site="mine") for i in range(2)]
    judged = report(*bad, *crowd(3, sent="7/61/9", data_center=None), P("Good"))
    assert "the site or its provider (3 of 4 people elsewhere poor as well)" in named(judged, "Bad 0").cause.ruled_out


def test_both_sides_of_a_choppy_talk_are_told() -> None:
    judged = report(P("Maria", "8.4:20/66/15"), *crowd(7, received="7.1/61/12"), P("Fine"))
    maria, listener = named(judged, "Maria").cause, named(judged, "Person 1").cause
    assert maria.code == "own_uplink"
    assert maria.evidence[0] == "7 of 8 others received audio badly (loss 7.1 %), though what they sent was clean"
    assert "Maria sent audio with average loss 8.4 % (limit 5 %)" in listener.evidence
    assert "7 of 8 who received audio got it badly" in listener.evidence


def test_only_a_listeners_evidence_names_another_person() -> None:
    judged = report(
        P("Maria", "8.4:20/66/15"),
        *crowd(7, received="7.1/61/12"),
        P("Zed", "4/61/9", "8/61/9", video_received="8/61/9"),
    )
    for person in judged.participants:
        words = " ".join((*person.cause.evidence, *person.cause.ruled_out, person.cause.advice))
        assert "Person" not in words and "Zed" not in words
        assert ("Maria" in words) is (person.cause.code == "remote_sender")


@pytest.mark.parametrize("person", [*DIRECTIONAL, P("Jo", "9/400/90", "9/400/90"), P("Jo", received="9/61/9")])
def test_no_phrase_holds_an_address(person: P) -> None:
    secret = "203.0.113.7"
    judged = report(replace(person, site=secret), P("Too", "9/61/9", site=secret), *crowd(6))
    text = judged.verdict.text + " ".join(
        words for p in judged.participants for words in (*p.cause.evidence, *p.cause.ruled_out, p.cause.advice)
    )
    assert secret not in text


def test_advice_does_not_send_a_wired_person_to_a_cable() -> None:
    assert "instead of Wi-Fi" not in cause_of(UPLINK).advice
    assert "instead of Wi-Fi" in cause_of(replace(UPLINK, network="Wifi")).advice


# --- what a view may change ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sort", Sort)
def test_sorting_changes_no_cause_and_no_verdict(sort: Sort) -> None:
    everybody = (UPLINK, P("Ana", received="9/61/9"), P("Tom", "0.3/340/12", connection="TCP"), *crowd(9))
    usual, other = report(*everybody), report(*everybody, view=View(sort=sort))
    assert usual.verdict == other.verdict
    assert {p.key: p.cause for p in usual.participants} == {p.key: p.cause for p in other.participants}


@pytest.mark.parametrize("top", [1, 20])
def test_top_changes_nothing_but_the_view(top: int) -> None:
    everybody = (UPLINK, *crowd(9))
    assert report(*everybody, view=View(top=top)).verdict == report(*everybody).verdict


def test_a_medium_keeps_the_cause_that_needs_the_whole_call() -> None:
    """Clean video is what makes the sender rule hold; a report on audio must still know it."""
    everybody = (P("Maria", "8.4/66/15"), *crowd(8, received="7.1/61/12"))
    audio = report(*everybody, view=View(media=Media.AUDIO))
    assert audio.verdict.scope == "sender"
    assert named(audio, "Person 1").cause.code == "remote_sender"
    video = report(*everybody, view=View(media=Media.VIDEO))
    assert (video.verdict.scope, video.verdict.poor) == ("nobody", 0)
    assert named(video, "Person 1").cause.code == "none"


def test_the_order_of_rows_changes_nothing() -> None:
    everybody = (UPLINK, P("Ana", received="9/61/9"), *crowd(5))
    forward, backward = report(*everybody), report(*reversed(everybody))
    assert forward.verdict.text == backward.verdict.text
    assert {p.name: p.cause for p in forward.participants} == {p.name: p.cause for p in backward.participants}


NUMBER = st.one_of(st.none(), st.floats(0, 2000))
STREAM = st.builds(lambda *n: "/".join("-" if v is None else f"{v:.2f}" for v in n), NUMBER, NUMBER, NUMBER)
PERSON = st.builds(
    P,
    st.one_of(st.none(), st.text(max_size=5)),
    st.one_of(st.none(), STREAM),
    st.one_of(st.none(), STREAM),
    video_sent=st.one_of(st.none(), STREAM),
    fps=st.sampled_from(["-", "3", "9", "25"]),
    network=st.sampled_from([None, "Wifi", "Cellular", "Wired", "PPP"]),
    connection=st.sampled_from([None, "UDP", "TCP + Proxy", ""]),
    site=st.sampled_from([None, "a", "b", "own"]),
    rssi=st.one_of(st.none(), st.floats(-120, 20)),
    says=st.sampled_from([None, "good", "bad"]),
    minutes=st.one_of(st.none(), st.floats(0, 90)),
)


@given(st.lists(PERSON, max_size=8), st.sampled_from([True, False, None]))
def test_any_call_gets_one_cause_per_person_and_one_verdict(everybody: list[P], verified: bool | None) -> None:
    judged = report(*everybody, verified=verified)
    codes = {row.code for row in CAUSES} | {"none", "insufficient_data"}
    for person in judged.participants:
        assert person.cause.code in codes
        assert person.cause.confidence in ORDER
        assert (person.label is Label.GOOD) == (person.cause.code == "none")
        assert (person.label is Label.UNRATED) == (person.cause.code == "insufficient_data")
        assert person.label in {Label.GOOD, Label.UNRATED} or person.cause.evidence
    counts = judged.verdict
    assert counts.rated == counts.poor + counts.fair + counts.good
    assert counts.rated + counts.unrated == len(judged.participants)
    assert counts.text


# --- bad input -------------------------------------------------------------------------------------------------------


def judged_alone(leg: Leg) -> Participant:
    call_of_one = replace(call(P("Jo")), legs=(leg,))
    (person,) = people(call_of_one.legs, DIRECTIONS)
    return rate(person)


def test_missing_averages_are_not_read_from_minima_and_maxima() -> None:
    person = only(P("Jo", "0:-:30/20:-:900/1:-:200", "0:-:30/20:-:900/1:-:200", video_received=None))
    assert (person.label, person.cause.code) == (Label.UNRATED, "insufficient_data")


def test_a_missing_average_of_one_metric_drops_that_metric_only() -> None:
    person = only(P("Jo", "6.2/20:-:900/-", "0.1/61/9"))
    assert person.label is Label.POOR
    assert person.decided_by is not None
    assert person.decided_by.metric == "loss"


def test_only_maxima_are_unrated() -> None:
    person = only(P("Jo", "-:12/-:400/-:80", "-:12/-:400/-:80", video_received=None))
    assert (person.label, person.mos_estimate) == (Label.UNRATED, None)


def test_contradictory_words_and_numbers_are_both_shown() -> None:
    good, poor = only(P("Jo", says="poor")), only(replace(UPLINK, says="good"))
    assert (good.label, good.cause.code, good.cause.confidence) == (Label.GOOD, "none", "low")
    assert good.cause.evidence == ("Zoom says audio poor, though every average is good",)
    assert poor.label is Label.POOR
    assert "Zoom says audio good, though the numbers are poor: the two disagree" in poor.cause.evidence
    assert poor.cause.confidence == "low"


def test_swapped_ends_of_the_signal_change_nothing() -> None:
    leg = call(P("Jo", "6.5/90/55", "5.8/90/60", network="Wifi")).legs[0]
    straight = judged_alone(replace(leg, wifi_rssi_dbm=Spread(-85, -78, -70)))
    swapped = judged_alone(replace(leg, wifi_rssi_dbm=Spread(-70, -78, -85)))
    assert straight == swapped
    assert swapped.wifi_rssi_dbm == -78


def test_a_signal_of_zero_or_more_is_no_measurement() -> None:
    assert cause_of(P("Jo", "6.5:9/90/9", "5.8:9/90/9", network="Wifi", rssi=0)).evidence[-1] == (
        "not known: Wi-Fi signal, so weak Wi-Fi was not excluded"
    )


def test_a_one_person_meeting_is_rated_and_told() -> None:
    judged = report(P("Jo", "7.9/61/14"))
    assert (judged.verdict.scope, judged.verdict.rated) == ("one", 1)
    assert judged.participants[0].cause.code == "own_uplink"
    assert report(P("Jo")).verdict.text == "Nobody had trouble: 1 of 1 good"


def test_a_thousand_receivers_are_good_and_nobody_is_called_a_sender() -> None:
    judged = report(*(P(f"Attendee {i}", None, CLEAN) for i in range(1000)))
    assert (judged.verdict.scope, judged.verdict.good) == ("nobody", 1000)


def test_a_dialled_in_person_is_unrated_and_harms_nobody() -> None:
    judged = report(P("Phone", None, None, video_received=None, device="Phone"), *crowd(5))
    assert named(judged, "Phone").unrated_reason == "dialled in, nothing measured"
    assert judged.verdict.text == "Nobody had trouble: 5 of 5 good"


def test_a_room_system_is_rated_by_its_own_types() -> None:
    leg = call(P("Room", "7.9/61/14", device="H.323/SIP")).legs[0]
    rows = tuple(
        replace(row, type=row.type.replace("_sent", "_device_from_crc").replace("_received", "_device_to_crc"))
        for row in leg.measured
    )
    crc = {name.replace("_sent", "_device_from_crc").replace("_received", "_device_to_crc"): stream
           for name, stream in DIRECTIONS.items()}  # fmt: skip
    (person,) = people((replace(leg, measured=rows),), crc)
    assert rate(person).label is Label.POOR


def test_a_browser_that_always_sends_zeros_is_unrated_for_that_medium() -> None:
    zeros = "0:0:0/0:0:0/0:0:0"
    person = only(P("Jo", share_received=zeros))
    share = next(s for s in person.streams if s.media is Media.SHARE)
    assert (share.label, person.label) == (None, Label.GOOD)
    assert only(P("Jo", zeros, zeros, video_received=None)).label is Label.UNRATED
