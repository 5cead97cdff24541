"""What a question wants, in words of its own: every example of every intent, and slots that it names."""

from typing import Any

import pytest

from bot.questions.asked import Intent
from tests.questions_unit.understanding_call import ask, turn


@pytest.mark.parametrize(
    ("text", "intent", "slots"),
    [
        ("which person had the roughest call?", "rank_participants", {"order": "worst", "metric": "overall", "n": 1}),
        ("anybody without a single problem", "rank_participants", {"order": "best", "filter": "no_breach"}),
        ("who lagged most", "rank_participants", {"order": "worst", "metric": "latency", "n": 1}),
        ("top 3 by jitter", "rank_participants", {"order": "worst", "metric": "jitter", "n": 3}),
        ("who had the second worst audio", "rank_participants", {"n": 1, "offset": 1, "media": "audio"}),
        ("who had the lowest latency", "rank_participants", {"order": "best", "metric": "latency", "n": 1}),
        ("who had the lowest frame rate", "rank_participants", {"order": "worst", "metric": "frame_rate"}),
        ("and Priya, how did she do?", "participant_detail", {"participant": "Priya Raman"}),
        ("did my call go ok", "participant_detail", {"participant": "@asker"}),
        (
            "which headphones did Marcus use",
            "device_info",
            {"participant": "Marcus Bell", "field": ["microphone", "speaker"]},
        ),
        ("where did people join from", "group_breakdown", {"by": "location"}),
        ("Ana Reyes against Luis please", "compare_participants", {"participants": ["Ana Reyes", "Luis Ortega"]}),
        (
            "were wireless people worse than wired ones",
            "compare_groups",
            {"by": "network_type", "values": ["Wifi", "Wired"]},
        ),
        ("did Kofi have trouble sending or receiving", "compare_direction", {"participant": "Kofi Mensah"}),
        ("compare with the one last week", "compare_meetings", {"target": "previous_instance"}),
        ("when did the trouble begin", "timeline_onset", {}),
        ("how many minutes was he bad", "duration_bad", {"participant": "last_mentioned"}),
        ("just the final 15 minutes", "filter_time", {"window": "last_15m"}),
        ("only Dave, or others too?", "scope_check", {"participant": "Dave Lindqvist"}),
        ("how many people lost more than 5 percent", "count", {"metric": "loss", "op": ">", "value": 5, "stat": "avg"}),
        ("how many had over 0.2 s delay", "count", {"metric": "latency", "op": ">", "value": 200, "stat": "avg"}),
        ("everybody but the zoom rooms", "list_filter", {"filter": {"device": {"not": "room"}}}),
        ("only people on wifi", "list_filter", {"filter": {"network_type": "Wifi"}}),
        ("did both use the same wifi", "network_same", {"participants": "last_two"}),
        ("why did Nina's camera look so pixelated", "cause", {"participant": "Nina Kowalska", "media": "video"}),
        (
            "maybe it's his computer, not the network?",
            "verify_claim",
            {"participant": "last_mentioned", "claim": "endpoint_not_network"},
        ),
        ("what do you mean by poor", "explain_score", {}),
        ("jitter, what is that", "glossary", {"term": "jitter"}),
        ("show the raw figures for this", "evidence", {"target": "last_answer"}),
        (
            "plot loss over time for bob and luis",
            "chart",
            {"type": "line", "metric": "loss", "participants": ["Bob Stone", "Luis Ortega"]},
        ),
        ("I need text to paste into our provider's ticket", "ticket_pack", {"audience": "isp"}),
        ("post it to #av-support", "share", {"channel": "#av-support"}),
        ("forward this to <#C012AB|network-ops>", "share", {"channel": "#network-ops"}),
        ("why was there no alert for this?", "alert_explain", {"expect": "fired"}),
        ("only alert us when more than 2 people are poor", "alert_config", {"min_participants": 3}),
        ("notify us if at least 4 people are bad", "alert_config", {"min_participants": 4}),
        ("why are so many names missing", "data_gap", {"field": "user_name"}),
        ("no, the other Chris", "correct_reference", {"participant": "Chris#2"}),
        (
            "hows the screensahre for maria n jo",
            "compare_participants",
            {"participants": ["Maria Ivanova", "Jo Park"], "media": "share"},
        ),
        ("what did we discuss", "out_of_scope", {"topic": "content"}),
        ("throw Dave out of the call", "out_of_scope", {"topic": "meeting_control"}),
        ("is 3 % loss bad", "explain_threshold", {"metric": "loss", "value": 3}),
        ("mute this until tomorrow please", "alert_mute", {"target": "this_meeting", "until": "tomorrow"}),
        ("how was it at 3pm", "timeline_at", {"time": "15:00"}),
        ("what happened around half past ten", "timeline_at", {"time": "10:30"}),
    ],
)
def test_slots_follow_the_words(text: str, intent: str, slots: dict[str, Any]) -> None:
    reading = ask(text)
    assert reading.intent == intent
    assert {key: reading.slots.get(key) for key in slots} == slots


def test_lagging_is_taken_as_latency_and_said_so() -> None:
    reading = ask("who was lagging the most")
    assert reading.remark
    assert reading.instead
    assert ask(reading.instead).slots["metric"] == "loss"


def test_the_last_turn_carries_on() -> None:
    worst = turn(
        "who was worst",
        Intent.RANK_PARTICIPANTS,
        ["kofi", "dave"],
        slots={"order": "worst", "metric": "overall", "n": 1},
    )
    audio = ask("only audio", worst)
    assert (audio.intent, audio.slots["media"], audio.slots["order"]) == (Intent.RANK_PARTICIPANTS, "audio", "worst")
    assert ask("and the second?", worst).slots["offset"] == 1
    why = ask("why?", worst)
    assert (why.intent, why.slots) == (Intent.CAUSE, {"target": "last_answer"})
    both = ask("compare both", worst)
    assert both.people == ("kofi", "dave")
    long = turn("how long was Kofi bad", Intent.DURATION_BAD, ["kofi"], slots={"participant": "Kofi Mensah"})
    for text in ("and Dave?", "what about Dave", "same for dave"):
        again = ask(text, long)
        assert (again.intent, again.people) == (Intent.DURATION_BAD, ("dave",))


def test_an_answer_to_which_one_asks_the_same_again() -> None:
    asked_back = turn(
        "why was Chris bad", Intent.CAUSE, slots={"participant": "Chris"}, clarify=["chris.mueller", "chris.adeyemi"]
    )
    for text in ("the second one", "Adeyemi", "new york one", "2"):
        again = ask(text, asked_back)
        assert (again.intent, again.people) == (Intent.CAUSE, ("chris.adeyemi",)), text


@pytest.mark.parametrize(
    ("text", "intent", "lang"),
    [
        ("Wer hatte die schlechteste Verbindung?", Intent.RANK_PARTICIPANTS, "de"),
        ("Warum war der Ton von Kofi so schlecht?", Intent.CAUSE, "de"),
        ("¿Quién tuvo la peor conexión?", Intent.RANK_PARTICIPANTS, "es"),
        ("Qui a eu la pire connexion ?", Intent.RANK_PARTICIPANTS, "fr"),
        ("Quem teve a pior conexão?", Intent.RANK_PARTICIPANTS, "pt"),
    ],
)
def test_common_questions_in_other_languages_are_read(text: str, intent: Intent, lang: str) -> None:
    reading = ask(text)
    assert (reading.intent, reading.slots["lang"]) == (intent, lang)
