"""What a person reads first, word for word."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.blocks.report import summary
from bot.domain.model import (
    Cause,
    Cpu,
    CpuLabel,
    Direction,
    DirectionNote,
    Kind,
    Label,
    Media,
    Participant,
    Reading,
    Report,
    Sort,
    Spread,
    View,
)
from bot.ports import Message
from tests.builders import NOW, ana, decided, dialled_in, good_people, kofi, participant, report, stream, weekly_sync

LAST = (
    "Weekly sync · meeting 858 1234 5678 · 10:00–10:45 UTC · from Zoom's summary, read 10:52 UTC"
    " · sent/received as documented, not yet verified"
)
KOFI = "🔴 Kofi Mensah · poor · audio sent · loss 7.9 % avg (max 22, limit 5) · latency 61 ms · jitter 14 ms · Wi-Fi"
EMOJI = {"red_circle": "🔴", "large_orange_circle": "🟠", "large_green_circle": "🟢", "white_circle": "⚪"}
UNKNOWN = Cause("unknown")


def read(made: Report, *, now: datetime = NOW, shared: bool = False) -> list[str]:
    return summary(made, now=now, state="{}", shared=shared).text.split("\n")


def in_blocks(message: Message) -> list[str]:
    """The same lines as a reader of the blocks sees them."""
    shown = ""
    for block in message.blocks:
        if block["type"] == "rich_text":
            for element in block["elements"][0]["elements"]:
                shown += EMOJI.get(element.get("name", ""), element.get("text", ""))
            shown += "\n"
    return shown.strip().split("\n")


def action_ids(message: Message) -> list[str]:
    return [e["action_id"] for block in message.blocks if block["type"] == "actions" for e in block["elements"]]


def test_the_worst_call_is_told_as_the_style_guide_has_it() -> None:
    assert read(weekly_sync()) == [
        "Mostly fine: only Kofi Mensah had a poor call (1 of 14 rated)",
        "Kofi Mensah: audio sent, average loss 7.9 % (limit 5 %). Likely their own uplink (medium confidence, "
        "direction not yet verified): received well (0.1 %); round trip 61 ms is normal. "
        "Ruled out: the meeting as a whole (nobody else was affected).",
        "Next: a cable instead of Wi-Fi, stop uploads or cloud backups.",
        KOFI,
        "🟠 Ana Souza · fair · video received · latency 212 ms avg (limit 150) · loss 0.4 % · jitter 11 ms"
        " · likely distance",
        "🟢 12 good · ⚪ 1 not rated (dialled in, nothing measured)",
        LAST,
    ]


def test_evidence_does_not_repeat_the_deciding_number() -> None:
    cause = replace(
        kofi().cause, evidence=("audio sent: average packet loss 7.9 % (limit 5 %)", "one", "two.", "three")
    )
    assert "direction not yet verified): one; two. Ruled" in read(report([kofi(cause=cause), *good_people(2)]))[1]


def test_blocks_and_text_say_the_same() -> None:
    message = summary(weekly_sync(), now=NOW, state="{}")
    assert in_blocks(message) == message.text.split("\n")[:-1]


def test_the_deciding_number_is_the_bold_one() -> None:
    elements = summary(weekly_sync(), now=NOW, state="{}").blocks[1]["elements"][0]["elements"]
    assert [e["text"] for e in elements if e.get("style") == {"bold": True}] == ["7.9 %", "212 ms"]


def test_times_are_in_the_readers_zone() -> None:
    small_print = summary(weekly_sync(), now=NOW, state="{}").blocks[2]["elements"][0]
    assert small_print["verbatim"] is True
    assert (
        "<!date^1795514400^{date_short_pretty} {time}|2026-11-24 10:00 UTC>–<!date^1795517100^{time}|"
        in small_print["text"]
    )


def test_a_meeting_in_which_nobody_had_trouble_still_shows_numbers_to_check() -> None:
    assert read(report(good_people(14))) == [
        "Nobody had trouble: 14 of 14 good",
        "Highest averages: loss 0.3 % (Person 1, video received; limit 2) · latency 70 ms"
        " (Person 1, video received; limit 150) · jitter 12 ms (Person 1, video received; limit 30)",
        "🟢 14 good",
        LAST,
    ]


def test_a_meeting_of_one_shows_that_person_whatever_their_label() -> None:
    good = "🟢 Person 1 · good · audio received · loss 0.1 % avg (limit 2) · latency 61 ms · jitter 9 ms"
    assert read(report(good_people(1)))[1:-1] == [good]
    assert read(report([dialled_in()]))[1:-1] == ["⚪ +1 ∗∗∗ 0199 · not rated (dialled in, nothing measured)"]


def test_a_webinar_of_a_thousand_fits_a_screen() -> None:
    poor = [kofi(key=str(n), participant_ids=(str(n),), name=f"Guest {n}", cause=UNKNOWN) for n in range(41)]
    fair = [ana(key=str(n), participant_ids=(str(n),), name=f"Guest {n}", cause=UNKNOWN) for n in range(41, 127)]
    short = [dialled_in(str(5000 + n), f"in the call for {n} s; a rating needs 60 s") for n in range(21)]
    silent = [dialled_in(str(6000 + n), "nothing measured") for n in range(22)]
    lines = read(report([*poor, *fair, *good_people(830), *short, *silent]))
    assert len(lines) == 8
    assert lines[-2] == (
        "🔴 36 more poor · 🟠 86 fair · 🟢 830 good"
        " · ⚪ 43 not rated (22 nothing measured; 21 in the call for under a minute)"
    )


def test_everybody_poor_shows_five_and_counts_the_rest() -> None:
    lines = read(report([kofi(key=str(n), name=f"P{n}", cause=UNKNOWN) for n in range(9)]))
    assert sum(line.startswith("🔴 P") for line in lines) == 5
    assert lines[-2] == "🔴 4 more poor"


def test_nobody_rated_says_why() -> None:
    assert read(report([dialled_in(str(n)) for n in range(9)]))[:2] == [
        "Can't tell: 0 of 9 people measured",
        "⚪ 9 not rated (dialled in, nothing measured)",
    ]


def test_an_empty_meeting_says_so() -> None:
    assert read(report([]))[1] == "No participants in Zoom's data."


def test_top_shows_more_people_up_to_twenty() -> None:
    made = report([kofi(key=str(n), name=f"P{n}", cause=UNKNOWN) for n in range(30)], view=View(top=50))
    assert sum(line.startswith("🔴 P") for line in read(made)) == 20


def test_another_order_is_announced_and_its_number_comes_first() -> None:
    late = participant("9", "Mei", streams=(stream(latency=149, loss=0.1), stream(Media.VIDEO, latency=90)))
    lines = read(report([late, *good_people(3)], view=View(Sort.LATENCY, Media.AUDIO)))
    assert lines[1:3] == [
        "Sorted by latency, audio only:",
        "🟢 Mei · good · audio received · latency 149 ms avg (limit 150) · loss 0.1 % · jitter 9 ms",
    ]


def test_sorted_by_cpu_shows_the_cpu() -> None:
    hot = participant("9", "Mei", cpu=Cpu(CpuLabel.BAD, 62.4, 99.6))
    line = read(report([hot, *good_people(2)], view=View(Sort.CPU)))[2]
    assert line.startswith(
        "🟢 Mei · good · CPU overloaded · Zoom 62 % avg · system max 100 % · audio received · loss 0.1 %"
    )


def test_rejoining_and_what_was_not_measured_are_said() -> None:
    row = stream(direction=Direction.SENT, loss=6, latency=None, label=Label.POOR, badness=2.2, worst_metric="loss")
    line = read(report([kofi(streams=(row,), joins=3, cause=UNKNOWN), *good_people(1)]))[1]
    assert line == (
        "🔴 Kofi Mensah · poor · audio sent · loss 6.0 % avg (limit 5) · latency not measured · jitter 9 ms"
        " · 3 joins · Wi-Fi"
    )


@pytest.mark.parametrize(("code", "unsure"), [("own_uplink", False), ("remote_sender", True)])
def test_a_room_system_says_itself_what_it_sent(code: str, unsure: bool) -> None:
    person = kofi()
    stated = tuple(replace(row, direction_stated=True) for row in person.streams)
    line = read(report([replace(person, streams=stated, cause=replace(person.cause, code=code)), *good_people(2)]))[1]
    assert ("direction not yet verified" in line) is unsure


def just_over() -> Participant:
    low = decided("loss", Media.AUDIO, Direction.SENT, 5.04, Label.POOR)
    row = stream(direction=Direction.SENT, loss=5.04, label=Label.POOR, badness=2.008, worst_metric="loss")
    return kofi(streams=(row,), decided_by=low)


def test_a_number_just_beyond_its_limit_is_told_apart_from_it() -> None:
    lines = read(report([just_over(), *good_people(2)]))
    assert lines[1].startswith("Kofi Mensah: audio sent, average loss 5.04 % (limit 5 %).")
    assert "· loss 5.04 % avg (limit 5) ·" in lines[3]


def test_a_low_frame_rate_is_shown_with_its_minimum() -> None:
    low = decided("frame_rate", Media.VIDEO, Direction.SENT, 6.0, Label.POOR)
    fps = Spread(2.0, 6.0, 15.0)
    row = stream(Media.VIDEO, Direction.SENT, label=Label.POOR, frame_rate_fps=fps, worst_metric="frame_rate")
    made = kofi(streams=(row,), decided_by=low, cause=UNKNOWN)
    assert "video sent · frame rate 6 fps avg (min 2, limit 7) · loss 0.1 %" in read(report([made, *good_people(1)]))[1]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"complete": False}, "Incomplete: not everything could be read"),
        (
            {"missing": ("network types: scope a:b:c not granted",)},
            "Not available: network types: scope a:b:c not granted",
        ),
        ({"missing": tuple("vwxyz")}, "Not available: v; w; x; and 2 more"),
    ],
)
def test_what_is_missing_is_said(changes: dict[str, Any], expected: str) -> None:
    assert read(weekly_sync(**changes))[-1].replace("\u200b", "") == expected


def test_people_without_a_summary_are_named_as_the_reason() -> None:
    waiting = [replace(person, has_summary=False) for person in good_people(2)]
    assert (
        read(report([*good_people(1), *waiting], complete=False))[-1] == "Incomplete: Zoom has no summary for 2 people"
    )


def test_a_running_webinar_says_so() -> None:
    subject = replace(weekly_sync().subject, kind=Kind.WEBINAR, ended_at=None)
    lines = read(weekly_sync(complete=False, subject=subject))
    assert lines[-1] == "Incomplete: the webinar may still be running"
    assert "webinar 858 1234 5678 · from 10:00 UTC · from Zoom's summary" in lines[-2]


def test_another_day_has_its_date() -> None:
    line = read(weekly_sync(), now=NOW + timedelta(days=40))[-1]
    assert "24 Nov 2026 10:00–10:45 UTC" in line
    assert "read 24 Nov 2026 10:52 UTC" in line


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (DirectionNote(Reading.INPUT_IS_SENT, True), "sent/received read as input = sent, verified"),
        (DirectionNote(Reading.DOCUMENTED, False), "sent/received as documented, contradicted by your own meetings"),
    ],
)
def test_the_reading_of_directions_is_said(note: DirectionNote, words: str) -> None:
    assert read(weekly_sync(direction=note))[-1].endswith(words)


def test_a_private_summary_has_four_buttons_and_a_shared_one_three() -> None:
    private = summary(weekly_sync(), now=NOW, state='{"n": 1}')
    assert action_ids(private) == ["qos_all", "qos_why", "qos_share", "qos_refresh", "qos_more"]
    *buttons, menu = private.blocks[-1]["elements"]
    assert {button["value"] for button in buttons} == {'{"n": 1}'}
    assert [option["value"] for option in menu["options"]] == ['qos_ask|{"n": 1}', 'qos_csv|{"n": 1}']
    shared = summary(weekly_sync(), now=NOW, state="{}", shared=True)
    assert action_ids(shared) == ["qos_all", "qos_why", "qos_refresh", "qos_more"]


def test_a_name_too_long_leaves_the_verdict_its_end() -> None:
    endless = kofi(name="K" * 5000, cause=UNKNOWN)
    text = f"Mostly fine: only {endless.name} had a poor call (1 of 14 rated)"
    first = read(report([endless, *good_people(3)], text))[0]
    assert first == f"Mostly fine: only {'K' * 39}… had a poor call (1 of 14 rated)"


def test_a_name_that_imitates_a_row_stays_a_name() -> None:
    name = "🔴 Fake · poor · loss 99 %"
    made = report([kofi(name=name, cause=UNKNOWN), *good_people(3)], f"Mostly fine: only {name} had a poor call")
    lines = read(made)
    assert lines[0] == "Mostly fine: only Fake poor loss 99 % had a poor call"
    assert lines[1].startswith("🔴 Fake poor loss 99 % · poor · audio sent")


@pytest.mark.parametrize(("name", "in_text"), [("W" * 40, 20), ("&" * 20, 18), ("&" * 40, 13)])
def test_the_counts_are_of_everybody_who_is_not_listed_however_long_the_names(name: str, in_text: int) -> None:
    """`&` takes five characters in the text, so that not everybody fits there."""
    people = [kofi(key=str(n), name=f"{n:02}{name}", cause=UNKNOWN) for n in range(40)]
    message = summary(report(people, view=View(top=20)), now=NOW, state="{}")
    for lines, listed in ((message.text.split("\n"), in_text), (in_blocks(message), 20)):
        assert sum(bool(re.match(r"🔴 \d\d[W&]", line)) for line in lines) == listed
        assert f"🔴 {40 - listed} more poor" in lines
        assert not any(line.startswith("…") for line in lines)


def test_no_address_is_shown() -> None:
    person = kofi(name="kofi@corp.example", email="kofi@corp.example", network_group="10.0.0.1")
    message = summary(report([person, *good_people(2)], "only kofi@corp.example had a poor call"), now=NOW, state="{}")
    assert "corp" not in message.text + str(message.blocks)
    assert "10.0.0.1" not in message.text + str(message.blocks)


def test_the_proof_of_directions_is_said_with_its_number() -> None:
    note = DirectionNote(Reading.DOCUMENTED, True, ("verified by 23 meetings", "seen from muted people in 23 meetings"))
    assert read(weekly_sync(direction=note))[-1].endswith("sent/received as documented, verified by 23 meetings")
    against = "the data contradict the setting: set ZOOM_DIRECTIONS=input-is-sent (14 meetings contradict it, 0 agree)"
    note = DirectionNote(Reading.DOCUMENTED, False, (against,))
    assert read(weekly_sync(direction=note))[-1].endswith(against)
