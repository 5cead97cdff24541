"""What is answered about times, causes, meanings, alerts and data of the weekly sync, word for word where needed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.subscription_terms import parse_terms
from bot.questions.answer import Act, Answer
from bot.questions.answering import answered
from bot.questions.asked import ASKER, Intent, Reading, Turn
from bot.questions.clock import bounds, instant_meant, stretch_meant
from bot.questions.facts import ChannelFacts, Facts
from bot.questions.pen import Pen
from bot.questions.quoting import quoted
from tests.builders import END, NOW, START, good_people, kofi, report
from tests.questions.weekly_sync import facts as weekly_sync

MINUTE = timedelta(minutes=1)


@cache
def facts() -> Facts:
    return weekly_sync("marcus.bell@example.com")


def ask(intent: Intent, *names: str, about: Facts | None = None, turns: Sequence[Turn] = (), **slots: Any) -> Answer:
    call = about or facts()
    keys = tuple(next(key for key, name in call.names.items() if name == wanted) for wanted in names)
    return answered(Reading(intent, slots, people=keys), call, turns)


def first(answer: Answer) -> str:
    return answer.text.splitlines()[0]


# --- time ------------------------------------------------------------------------------------------------------------


def test_when_it_began_names_the_minute_who_and_what_and_who_had_it_from_the_start() -> None:
    assert ask(Intent.TIMELINE_ONSET).text == (
        "At 10:12 UTC, 12 min into the call: Kofi Mensah, audio sent, average loss 20 % (max 21 %, limit 5 %) in that "
        "minute. Tom Becker and Nina Kowalska were poor from the start.\n"
        "Then: 10:20 UTC Dave Lindqvist, Chris Müller and Mei Tanaka.\n"
        "Began means poor in 3 of 5 minutes."
    )


def test_a_group_has_its_own_beginning() -> None:
    answer = ask(Intent.TIMELINE_ONSET, group={"location": "Berlin"})
    assert first(answer).startswith("At 10:20 UTC, 20 min into the call: ")
    assert "Kofi" not in answer.text


def test_whoever_was_never_poor_has_no_beginning() -> None:
    assert first(ask(Intent.TIMELINE_ONSET, "Bob Stone")) == (
        "Bob Stone was never poor for 3 of 5 minutes, so nothing sustained went wrong."
    )


def test_a_moment_counts_who_was_poor_of_those_measured() -> None:
    assert first(ask(Intent.TIMELINE_AT, time="10:15")).startswith(
        "At 10:15 UTC 3 of 17 measured people were poor: Kofi Mensah, audio sent, average loss 21 % (max 23 %, "
    )


def test_a_moment_outside_the_call_says_when_the_call_was() -> None:
    assert first(ask(Intent.TIMELINE_AT, time="11:30")) == "11:30 UTC is outside the meeting (10:00–10:45 UTC)."


def test_a_time_is_meant_in_the_zone_of_whoever_asks() -> None:
    berlin = replace(facts(), zone=ZoneInfo("Europe/Berlin"))
    assert first(ask(Intent.TIMELINE_AT, about=berlin, time="11:15")).startswith("At 10:15 UTC")


def test_a_time_that_fits_only_utc_is_utc() -> None:
    new_york = replace(facts(), zone=ZoneInfo("America/New_York"))
    assert first(ask(Intent.TIMELINE_AT, about=new_york, time="10:15")).startswith("At 10:15 UTC")


def test_five_past_three_is_in_the_afternoon_when_the_call_was() -> None:
    later = 5 * 60 * MINUTE
    subject = replace(facts().report.subject, started_at=START + later, ended_at=END + later)
    call = replace(facts().report, subject=subject)
    afternoon = Facts(call, NOW + 300 * MINUTE)
    span = bounds(afternoon)
    assert span is not None
    assert instant_meant("03:05", afternoon, span) == (START + 305 * MINUTE, True)


@pytest.mark.parametrize(
    ("window", "begin", "end"),
    [
        ("last_15m", 30, 45),
        ("first_10m", 0, 10),
        ("10:20-10:35", 20, 35),
        ("since_10:20", 20, 45),
        ("until_10:20", 0, 20),
        ({"from": "10:20", "to": "10:35"}, 20, 35),
    ],
)
def test_windows_are_read(window: Any, begin: int, end: int) -> None:
    span = bounds(facts())
    assert span is not None
    found = stretch_meant(window, facts(), span)
    assert found is not None
    assert (found.start, found.end, found.inside) == (START + begin * MINUTE, START + end * MINUTE, True)


def test_the_shape_tells_a_stretch_from_what_was_throughout() -> None:
    assert ask(Intent.TIMELINE_SHAPE).text == (
        "In one stretch of 23 min: 10:12–10:35 UTC (Kofi Mensah, Dave Lindqvist, Chris Müller and Mei Tanaka).\n"
        "Throughout: Tom Becker poor in 45 of 45 minutes; Nina Kowalska poor in 45 of 45 minutes.\n"
        "Worst minute: 6 of 17 measured people poor at 10:20 UTC."
    )


def test_a_window_asks_the_previous_question_again() -> None:
    turn = Turn("U1", "how was Kofi?", Intent.CAUSE_SIDE, {}, ())
    answer = ask(Intent.FILTER_TIME, window="first_10m", turns=[turn])
    start = "Only 10:00–10:10 UTC: More likely on people's own side than Zoom's: 2 of 17 people poor"
    assert first(answer).startswith(start)


def test_before_and_after_say_whose_call_changed() -> None:
    answer = ask(Intent.COMPARE_TIME, split="10:20")
    assert first(answer) == "Worse after 10:20 UTC: 5 of 17 measured people poor, before it 3 of 17."
    assert "Dave Lindqvist (video received, average loss 0.1 % before, 18 % after)" in answer.text


@pytest.mark.parametrize(
    "intent",
    [
        Intent.TIMELINE_ONSET,
        Intent.TIMELINE_AT,
        Intent.TIMELINE_SHAPE,
        Intent.FILTER_TIME,
        Intent.COMPARE_TIME,
        Intent.CHART,
    ],
)
def test_without_minutes_nothing_is_guessed(intent: Intent) -> None:
    answer = ask(intent, about=replace(facts(), minutes=()), time="10:15", window="last_15m")
    assert "only whole-call averages" in first(answer)
    assert "10:12" not in answer.text


# --- cause and side --------------------------------------------------------------------------------------------------


def test_why_gives_the_cause_its_evidence_what_was_ruled_out_and_one_step() -> None:
    lines = ask(Intent.CAUSE, "Kofi Mensah").text.splitlines()
    assert lines[0].startswith("Kofi Mensah was poor: likely their own uplink (medium confidence). Received clean: ")
    assert lines[1].startswith("Ruled out: ")
    assert lines[2].startswith("Next: Use a cable instead of Wi-Fi")


def test_why_without_a_person_is_the_cause_that_several_share() -> None:
    answer = ask(Intent.CAUSE)
    assert first(answer).startswith("Most people in Berlin: 3 of 4 poor")
    assert "Likely the site or its internet provider (high confidence)" in answer.text


def test_why_says_whom_it_took() -> None:
    turn = Turn("U1", "how was Tom?", Intent.PARTICIPANT_DETAIL, {}, ask(Intent.CAUSE, "Tom Becker").people)
    assert "(I took Tom Becker, the last one mentioned)" in first(ask(Intent.CAUSE, turns=[turn]))


def test_what_to_tell_them_has_no_jargon_and_no_number() -> None:
    assert ask(Intent.REMEDY, "Nina Kowalska").preformatted == (
        "In this call your picture moved in jerks for the others. Your computer was very busy, while your internet "
        "connection was fine. Please close other programs and turn off the virtual background before the next call.",
    )


def test_the_side_compares_with_people_elsewhere_and_never_blames_zoom() -> None:
    answer = ask(Intent.CAUSE_SIDE)
    assert first(answer).startswith("Likely local to Berlin, not Zoom: 3 of 4 people there are poor, 2 of 7 elsewhere")
    assert answer.text.splitlines()[-1].startswith("One meeting alone never shows that Zoom is at fault")


@pytest.mark.parametrize(
    ("name", "claim", "start"),
    [
        ("Nina Kowalska", "endpoint_not_network", "Yes, the numbers support that"),
        ("Kofi Mensah", "endpoint_not_network", "No, the numbers contradict that"),
        ("Dave Lindqvist", "not_office_network", "No, the numbers contradict that"),
        ("Kofi Mensah", "not_office_network", "Can't tell"),
        ("Tom Becker", "not_vpn", "No, the numbers contradict that"),
        ("Dave Lindqvist", "wifi", "No, the numbers contradict that"),
        ("Bob Stone", "endpoint_not_network", "Can't tell"),
    ],
)
def test_a_claim_is_supported_contradicted_or_left_open(name: str, claim: str, start: str) -> None:
    assert first(ask(Intent.VERIFY_CLAIM, name, claim=claim)).startswith(f"{start} for {name}")


def test_whoever_is_not_in_the_call_is_told_so() -> None:
    stranger = replace(facts(), asker=None, asker_known=True)
    assert first(ask(Intent.CAUSE, about=stranger, participant=ASKER)) == (
        "I can't find you in this meeting's data: nobody in it has the e-mail address of your Slack account."
    )


# --- meaning ---------------------------------------------------------------------------------------------------------


def test_poor_is_explained_by_the_limits_in_force_and_an_example() -> None:
    answer = ask(Intent.EXPLAIN_SCORE, "Kofi Mensah")
    assert first(answer) == (
        "Poor means that one average is beyond its limit: loss over 5 %, latency over 300 ms, jitter over 50 ms, "
        "sent frame rate under 7 fps."
    )
    assert "Example: Kofi Mensah is poor, score 36 of 100: audio sent, average loss 7.9 %" in answer.text


@pytest.mark.parametrize(
    ("metric", "value", "said"),
    [
        ("loss", 4, "4 % average loss is fair: attentive people hear or see short gaps."),
        ("latency", 300, "300 ms average latency is fair: people start to talk over each other."),
        ("frame_rate", 5, "5 fps average frame rate is poor: the picture jerks."),
        ("rssi", -79, "-79 dBm Wi-Fi signal is weak (weak is -70 dBm or less). It makes no label."),
        ("cpu", 72, "72 % CPU by Zoom on average is overloaded (overloaded is 60 % or more)."),
    ],
)
def test_a_value_is_measured_against_the_limits(metric: str, value: float, said: str) -> None:
    assert first(ask(Intent.EXPLAIN_THRESHOLD, metric=metric, value=value)) == said


def test_a_term_comes_with_this_calls_own_value() -> None:
    answer = ask(Intent.GLOSSARY, term="jitter")
    assert first(answer).startswith("Jitter: how unevenly the pieces arrive.")
    assert "Worst in this call: José Álvarez, audio received, average jitter 41 ms" in answer.text


def test_an_unknown_term_says_so_and_names_known_ones() -> None:
    assert first(ask(Intent.GLOSSARY, term="flux capacitor")).startswith(
        'I have no explanation for "flux capacitor". Words I can explain: packet loss, latency'
    )


def test_how_sure_counts_people_and_minutes_and_says_what_would_change_it() -> None:
    assert ask(Intent.CONFIDENCE, "Kofi Mensah").text == (
        "Of the cause for Kofi Mensah: medium confidence (their own uplink). "
        "Sure of who had trouble: 17 of 18 people are rated, 45 of 45 minutes on record.\n"
        "Directions: sent/received as documented, verified.\n"
        "Nothing is missing from Zoom's answer.\n"
        "It would change with data of other meetings of the same people."
    )


def test_evidence_has_zooms_field_names_under_the_numbers() -> None:
    turn = Turn("U1", "how was Kofi?", Intent.PARTICIPANT_DETAIL, {}, ask(Intent.CAUSE, "Kofi Mensah").people)
    answer = ask(Intent.EVIDENCE, turns=[turn])
    assert first(answer).startswith("Kofi Mensah, poor: audio sent, average loss 7.9 %")
    shown = "\n".join("".join(part if isinstance(part, str) else "" for part in line) for line in answer.more)
    assert "avg_loss 7.9 %, max_loss 22 %" in shown


# --- output ----------------------------------------------------------------------------------------------------------


def test_a_chart_has_a_line_per_person_and_says_the_same_in_words() -> None:
    answer = ask(Intent.CHART, "Kofi Mensah", "Bob Stone", metric="loss")
    assert answer.chart is not None
    assert [one.name for one in answer.chart.series] == ["Kofi Mensah", "Bob Stone"]
    assert len(answer.chart.categories) == 15
    assert "Kofi Mensah, audio sent: lowest 1.2 % at 10:00 UTC, highest 22 % at 10:23 UTC." in answer.text


def test_minutes_without_data_are_gaps_in_a_chart_and_never_zero() -> None:
    away = [m for m in facts().minutes if not 9 <= (m.at - START) // MINUTE < 18]
    answer = ask(Intent.CHART, "Bob Stone", about=replace(facts(), minutes=tuple(away)), metric="loss")
    assert answer.chart is not None
    assert [value is None for value in answer.chart.series[0].values][2:7] == [False, True, True, True, False]


def test_a_ticket_holds_the_window_the_site_and_nobodys_name() -> None:
    answer = ask(Intent.TICKET_PACK, audience="isp", group={"location": "Berlin"})
    block = "\n".join(answer.preformatted)
    assert "Site:     Berlin: 3 of 4 people poor; elsewhere 3 of 13" in block
    assert "Poor:     2026-11-24 10:20–10:35 UTC (15 minutes)" in block
    assert "Line:     public IP left out; add the one of this line" in block
    assert not any(name in block for name in facts().names.values() if name != "Boardroom Berlin")


def test_only_the_helpdesk_is_told_who_it_is() -> None:
    assert "User:     Kofi Mensah" in ask(Intent.TICKET_PACK, "Kofi Mensah", audience="helpdesk").preformatted
    assert "Kofi" not in "\n".join(ask(Intent.TICKET_PACK, "Kofi Mensah", audience="zoom").preformatted)


def test_a_manager_gets_two_lines_without_jargon() -> None:
    assert ask(Intent.SUMMARISE, style="executive", length="short").text == (
        '"Weekly sync": 6 of 17 rated people had a poor call, 2 a fair one, 9 a good one; 1 not measured.\n'
        "Likely reasons: the internet line of one site (3 people, Berlin); somebody's own internet connection "
        "(1 person); a detour on the way to Zoom (1 person); an overloaded computer (1 person)."
    )


@pytest.mark.parametrize(
    ("intent", "slots", "act", "arguments"),
    [
        (Intent.SHARE, {"channel": "#av-support"}, Act.SHARE, {"channel": "#av-support"}),
        (Intent.EXPORT, {"format": "csv"}, Act.EXPORT, {}),
        (Intent.REFRESH, {}, Act.REFRESH, {}),
        (Intent.ALERT_MUTE, {"until": "an hour"}, Act.SNOOZE, {"for": "hour"}),
        (Intent.ALERT_MUTE, {"target": "this_meeting"}, Act.SNOOZE, {"for": "meeting"}),
        (Intent.ALERT_CONFIG, {"min_participants": 3}, Act.SUBSCRIBE, {"terms": "people:3"}),
        (
            Intent.ALERT_CONFIG,
            {"min_participants": 4, "media": "audio", "location": "New York"},
            Act.SUBSCRIBE,
            {"terms": 'site:"New York" media:audio people:4'},
        ),
    ],
)
def test_acts_are_prepared_and_ask_for_a_click(
    intent: Intent, slots: dict[str, Any], act: Act, arguments: dict[str, str]
) -> None:
    answer = ask(intent, **slots)
    assert answer.prepared is not None
    assert (answer.prepared.act, answer.prepared.arguments) == (act, arguments)
    assert "Press the button" in answer.text


# --- alerts ----------------------------------------------------------------------------------------------------------


def test_why_it_fired_has_the_minute_the_numbers_and_the_rule() -> None:
    answer = ask(Intent.ALERT_EXPLAIN)
    assert first(answer).startswith("It fired at 10:23 UTC: 6 of 17 rated people poor, 35 % (needs 3 and 30 %)")
    assert "Rule: All meetings, webinars and sessions. An alert when" in answer.text


def test_without_a_subscription_that_is_the_reason() -> None:
    silent = replace(facts(), channel=ChannelFacts())
    assert first(ask(Intent.ALERT_EXPLAIN, about=silent, expect="fired")) == (
        "No alert was posted here, because this channel has no subscription."
    )


def test_a_rule_that_was_not_met_says_by_how_much() -> None:
    known = facts().channel
    assert known is not None
    calm = Facts(report([kofi(), *good_people(12)]), NOW, channel=replace(known, log=(), alert_id=None))
    assert first(ask(Intent.ALERT_EXPLAIN, about=calm, expect="fired")) == (
        "No alert: the rule was not met: 1 of 13 rated people poor, the rule needs 3 and 30 %."
    )


@pytest.mark.parametrize("intent", [Intent.ALERT_EXPLAIN, Intent.ALERT_MUTE, Intent.ALERT_CONFIG])
def test_outside_a_channel_it_says_what_works_instead(intent: Intent) -> None:
    answer = ask(intent, about=replace(facts(), channel=None))
    assert "belongs to a Slack channel" in first(answer)
    assert answer.prepared is None


@pytest.mark.parametrize(("taken_by", "said"), [("", "Nobody has acknowledged it yet."), ("lee", "Taken by lee.")])
def test_who_took_an_alert_is_said_where_it_is_known(taken_by: str, said: str) -> None:
    known = facts().channel
    assert known is not None
    assert said in ask(Intent.ALERT_EXPLAIN, about=replace(facts(), channel=replace(known, taken_by=taken_by))).text
    assert "acknowledged" not in ask(Intent.ALERT_EXPLAIN).text


def test_the_terms_of_a_button_read_back_as_the_rule_that_was_said() -> None:
    prepared = ask(Intent.ALERT_CONFIG, min_participants=4, minutes=6, label="fair", site='Ho"me \\ x').prepared
    assert prepared is not None
    filters, rule = parse_terms(prepared.arguments["terms"])
    assert (rule.people, rule.minutes, rule.label, filters[0].value) == (4, 6, "fair", 'Ho"me \\ x')


# --- data and the rest -----------------------------------------------------------------------------------------------


def test_the_state_counts_summaries_and_says_as_of_when() -> None:
    assert first(ask(Intent.DATA_STATE)) == (
        "Yes, complete: 18 of 18 people have a summary, as of 10:46 UTC, from Zoom's events."
    )


@pytest.mark.parametrize(
    ("name", "field", "said"),
    [
        ("Maria Ivanova", "video", "Maria Ivanova: no video sent. With the camera off nothing is sent"),
        ("Dave Lindqvist", "rssi", "Dave Lindqvist: no Wi-Fi signal strength. Only people on Wi-Fi have one"),
        ("Nina Kowalska", "battery", "Zoom does not measure battery"),
        ("Tom Becker", "vpn", "About a VPN: Zoom does not report it"),
    ],
)
def test_what_zoom_never_measures_differs_from_what_somebody_lacks(name: str, field: str, said: str) -> None:
    assert first(ask(Intent.DATA_GAP, name, field=field)).startswith(said)


def test_thanks_get_a_reaction_and_hello_two_examples() -> None:
    assert ask(Intent.SMALLTALK).reaction == "raised_hands"
    assert first(ask(Intent.SMALLTALK, kind="greeting")) == (
        'I answer questions on the quality of this meeting. Try "how was Dave Lindqvist?" or '
        '"was video worse than audio?".'
    )


def test_what_it_does_not_do_is_one_line_with_two_examples() -> None:
    assert ask(Intent.OUT_OF_SCOPE, "Dave Lindqvist", topic="meeting_control").text == (
        "I only read: muting, removing and ending is for the host, in Zoom's own controls. "
        'Try "who had it worst?" or "how was Dave Lindqvist?".'
    )


def test_a_quoted_number_keeps_its_unrounded_value() -> None:
    pen, person = Pen(facts()), next(p for p in facts().report.participants if p.name == "Kofi Mensah")
    said = quoted(pen, "audio sent: average packet loss 7.9 % (max 22 %, limit 5 %)", person)
    assert said.startswith("audio sent")
    kinds = [(one.kind, one.stat) for one in pen.receipts]
    assert kinds == [("measured", "avg"), ("measured", "max"), ("limit", None)]
