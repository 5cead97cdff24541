"""The Why? view explains one person by the published rule, and its ticket block gives nobody away."""

import json
from dataclasses import replace
from typing import Any

from bot.blocks.why import why
from bot.domain.model import Cause, Direction, Label, Media, Report
from playground.slack.view_rules import view_problems
from tests.builders import NOW, ana, decided, dialled_in, good_people, kofi, report, stream, weekly_sync


def view(given: Report | None = None, key: str | None = None) -> dict[str, Any]:
    return why(given or weekly_sync(), key, now=NOW, state="{}")


def words(drawn: dict[str, Any]) -> str:
    """Everything a reader sees, in order."""

    def walk(node: Any) -> list[str]:
        if isinstance(node, dict):
            own = [node["text"]] if isinstance(node.get("text"), str) else []
            return own + [t for key, value in node.items() if key != "text" or not own for t in walk(value)]
        return [t for item in node for t in walk(item)] if isinstance(node, list) else []

    return "\n".join(walk(drawn["blocks"]))


def ticket_of(drawn: dict[str, Any]) -> str:
    [block] = [
        b for b in drawn["blocks"] if b["type"] == "rich_text" and b["elements"][0]["type"] == "rich_text_preformatted"
    ]
    return str(block["elements"][0]["elements"][0]["text"])


def test_the_worst_person_is_explained_first() -> None:
    assert "Kofi Mensah: poor" in words(view())


def test_any_person_can_be_picked() -> None:
    drawn = view(key=ana().key)
    assert "Ana Souza: fair" in words(drawn)
    [picker] = drawn["blocks"][0]["elements"]
    assert picker["initial_option"]["value"] == ana().key
    assert len(picker["options"]) == len(weekly_sync().participants)


def crowd(size: int) -> Report:
    return report([kofi(), *good_people(size - 1)])


def test_more_than_a_hundred_people_can_be_picked_in_groups_of_a_hundred() -> None:
    crowded = crowd(230)
    last = crowded.participants[-1].key
    drawn = view(crowded, last)
    assert view_problems(drawn) == []
    [picker] = drawn["blocks"][0]["elements"]
    assert [group["label"]["text"] for group in picker["option_groups"]] == [
        "1–100 of 230, worst first",
        "101–200 of 230, worst first",
        "201–230 of 230, worst first",
    ]
    picked = [option["value"] for group in picker["option_groups"] for option in group["options"]]
    assert picked == [p.key for p in crowded.participants]
    assert picker["initial_option"]["value"] == last and "options" not in picker
    assert "The list has" not in words(drawn)


def test_where_not_everybody_fits_the_picker_says_so_and_has_whoever_is_shown() -> None:
    crowded = crowd(1_000)
    last = crowded.participants[-1].key
    drawn = view(crowded, last)
    assert view_problems(drawn) == []
    assert len(json.dumps(drawn)) < 250_000
    [picker] = drawn["blocks"][0]["elements"]
    picked = [option["value"] for group in picker["option_groups"] for option in group["options"]]
    assert len(picked) == 500 and picked[-1] == last
    assert "The list has the worst 500 of 1,000 people; All participants has everybody." in words(drawn)


def test_a_key_that_is_gone_falls_back_to_the_worst_person() -> None:
    assert "Kofi Mensah" in words(view(key="gone"))


def test_the_rule_names_the_number_and_its_limit() -> None:
    assert "because of audio sent, average loss 7.9 % (limit 5 %)" in words(view())


def test_every_line_about_a_number_just_beyond_its_limit_shows_that_it_is_beyond() -> None:
    low = decided("loss", Media.AUDIO, Direction.SENT, 5.04, Label.POOR)
    row = stream(direction=Direction.SENT, loss=5.04, label=Label.POOR, badness=2.008, worst_metric="loss")
    drawn = view(report([kofi(streams=(row,), decided_by=low), *good_people(3)]))
    assert "because of audio sent, average loss 5.04 % (limit 5 %)" in words(drawn)
    assert "audio sent\n · poor · loss 5.04 %" in words(drawn)
    assert "Problem:  audio sent, average loss 5.04 % (limit 5 %)" in ticket_of(drawn)
    assert "Measured: audio sent: loss 5.04 %" in ticket_of(drawn)
    assert "5.0 %" not in words(drawn)


def test_the_others_are_compared_on_the_deciding_number() -> None:
    assert "beside this one, median" in words(view())


def test_what_was_ruled_out_is_said() -> None:
    cause = Cause(
        "own_uplink", "medium", ("received clean",), "Use a cable.", ("the site: nobody else joined from there",)
    )
    drawn = words(view(report([kofi(cause=cause), *good_people(5)])))
    assert "Looked at and ruled out:" in drawn
    assert "the site: nobody else joined from there" in drawn
    assert "Next: Use a cable." in drawn


def test_an_unrated_person_is_neither_good_nor_bad() -> None:
    drawn = words(view(report([dialled_in(), *good_people(3)]), key=dialled_in().key))
    assert "Not rated" in drawn
    assert "Copy for the ticket" not in drawn


def test_the_listening_estimate_says_that_it_is_one() -> None:
    drawn = words(view(report([kofi(mos_estimate=3.4, r_estimate=66.2), *good_people(3)])))
    assert "Estimated listening quality 3.4" in drawn
    assert "ITU-T G.107" in drawn
    assert "never the label" in drawn


def test_the_ticket_holds_numbers_and_nobody() -> None:
    people = weekly_sync().participants
    given = replace(weekly_sync(), subject=replace(weekly_sync().subject, topic="Ana's secret plan"))
    ticket = ticket_of(view(given))
    assert "audio sent, average loss 7.9 % (limit 5 %)" in ticket
    assert "2026-11-24 10:" in ticket
    assert "UTC" in ticket
    for person in people:
        assert (person.name or "nobody") not in ticket
    assert "secret plan" not in ticket
    assert "@" not in ticket


def test_a_call_without_participants_says_so() -> None:
    assert "nothing to explain" in words(view(report([])))


def test_the_view_remembers_its_call() -> None:
    assert json.loads(why(weekly_sync(), None, now=NOW, state='{"k":"meeting"}')["private_metadata"]) == {
        "k": "meeting"
    }


def test_labels_are_said_in_words() -> None:
    for label, word in ((Label.POOR, "poor"), (Label.GOOD, "good")):
        person = kofi(label=label, decided_by=None) if label is Label.GOOD else kofi()
        assert f": {word}" in words(view(report([person, *good_people(2)]), key=person.key))
