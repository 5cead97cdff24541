"""Untrusted text: nothing that a person types comes alive in Slack, and ordinary names stay as they are."""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.blocks.names import clean, defuse, display_names, person_name, scrub, shorten
from tests.builders import participant

ORDINARY = (
    "Dr. Müller",
    "Ana (guest)",
    "O'Brien-Smith",
    "Nguyễn Thị Ánh",
    "李小龙",
    "José María",
    "Chris, HR",
    "J.P. Sá",
    "R2 10:30",
)
HOSTILE = (
    "<!channel>",
    "<@U123>",
    "<https://evil.example|click>",
    "*bold* _it_ ~no~ `code`",
    "@here #general :boom: https://evil.example evil.com www.a.b",
    "a\u202eb\u2066c\u200fd",
    "x\n> quote\r\n\u2028y\x00\x1b[31m",
    "Z\u0351\u0352\u0353\u0354\u0355\u0356algo",
    "\u0301\u0302leading marks",
    "&lt;!here&gt; &amp;",
    "1:2:3::a:",
    "mailto:a@b.co",
)
PIECES = (*"*_~`@#:.&é1 \n\u202e", "<!here>", "smile", "://", "com")
typed = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES)).map("".join),
)


def examples(test: Callable[[str], None]) -> Callable[[str], None]:
    for text in (*ORDINARY, *HOSTILE):
        test = example(text)(test)
    return test


@pytest.mark.parametrize("name", ORDINARY)
def test_an_ordinary_name_stays_exactly_as_it_is(name: str) -> None:
    assert clean(name) == name
    assert defuse(name) == name


@examples
@given(typed)
def test_clean_text_is_one_visible_line_in_nfc(text: str) -> None:
    shown = clean(text, 40)
    if shown is None:
        return
    assert shown == shown.strip() != ""
    assert len(shown) <= 40
    assert unicodedata.is_normalized("NFC", shown)
    assert not {unicodedata.category(char) for char in shown} & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert "  " not in shown
    assert clean(shown, 40) == shown


@given(typed)
def test_nothing_visible_is_nobody(text: str) -> None:
    invisible = "".join(c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Zs", "Zl", "Zp"))
    assert clean(invisible) is None


@given(st.text(alphabet=st.characters(categories=("Mn", "Me")), max_size=80))
def test_a_flood_of_marks_is_at_most_three_on_a_letter(marks: str) -> None:
    shown = clean(f"a{marks}b", 200) or ""
    assert sum(unicodedata.category(char).startswith("M") for char in shown) <= 3


@examples
@given(typed)
def test_defused_text_has_no_markup_mention_link_or_emoji(text: str) -> None:
    inert = defuse(text)
    assert not re.search(r"[*~`<>\n\r]", inert)
    assert not re.search(r"&(?!(?:amp|lt|gt);)", inert)
    assert not re.search(r"(?<![^\W_])_|_(?![^\W_])", inert)
    assert not re.search(r"[@#]\w", inert)
    assert not re.search(r":[\w+'-]+:", inert)
    assert "://" not in inert
    assert not re.search(r"\w\.[^\W\d_]{2}", inert)
    assert not inert.startswith("&gt;")
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]", inert)


@given(typed)
def test_defused_text_still_reads_the_same(text: str) -> None:
    shown = defuse(text).replace("\u200b", "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    for lookalike, mark in (("∗", "*"), ("ˍ", "_"), ("∼", "~"), ("ˋ", "`")):
        shown = shown.replace(lookalike, mark)
    expected = scrub(text)
    for lookalike, mark in (("∗", "*"), ("ˍ", "_"), ("∼", "~"), ("ˋ", "`")):
        expected = expected.replace(lookalike, mark)
    assert shown == expected


def test_text_is_cut_before_it_is_escaped() -> None:
    assert defuse("&&&&&", 3) == "&amp;&amp;…"


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("abcdef", 4, "abc…"),
        ("ab\u0323\u0304cd", 4, "a…"),
        ("ab🇩🇪cd", 4, "ab…"),
        ("a👋🏽bc", 3, "a…"),
        ("abc", 3, "abc"),
    ],
)
def test_a_cut_never_tears_a_character(text: str, limit: int, short: str) -> None:
    assert shorten(text, limit) == short


def test_a_name_of_a_megabyte_is_cut_and_costs_no_time() -> None:
    assert clean("A" * 1_000_000) == "A" * 39 + "…"


def test_an_address_used_as_a_name_loses_its_domain() -> None:
    assert person_name("ana.souza@corp.example") == "ana.souza"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("🔴 Fake · poor · loss 99 %", "Fake poor loss 99 %"),
        ("⚪\ufe0f Fake \u200b·\u200b not rated", "Fake not rated"),
        ("Ana 🟠🟢🟡🔵🟣🟤⚫⭕🔘", "Ana"),
        ("· Ana ・ poor •", "Ana poor"),
        ("Ana · · · poor", "Ana poor"),
        ("🔴", None),
        ("Paral·lel 李・小龙", "Paral·lel 李・小龙"),
        ("Ana 🎉", "Ana 🎉"),
    ],
)
def test_a_name_cannot_pass_for_a_row_of_a_list(name: str, shown: str | None) -> None:
    assert person_name(name) == shown


@examples
@given(st.lists(st.sampled_from(("🔴", " ", "·", "a", "\u200b", "・", "⚪\ufe0f", "-")), max_size=12).map("".join))
def test_no_name_has_a_label_or_a_separator_in_it(name: str) -> None:
    shown = person_name(name) or ""
    assert not set(shown) & set("🔴🟠🟢⚪")
    assert not re.search(r" [·・] ", f" {shown} ")


def test_a_nameless_person_gets_a_number_instead() -> None:
    people = [participant("16778240", None), participant("key", "\u200b", participant_ids=("16778241",))]
    assert display_names(people) == {
        "16778240": "Unnamed participant 16778240",
        "key": "Unnamed participant 16778241",
    }


def test_an_address_never_stands_in_for_a_name() -> None:
    people = [
        participant("ana@corp.example", None, participant_ids=()),
        participant("x", None, participant_ids=("10.0.0.1",)),
    ]
    assert set(display_names(people).values()) == {"Unnamed participant", "Unnamed participant #2"}


@pytest.mark.parametrize(
    ("changes", "names"),
    [
        (({"location": "Lisbon (PT)"}, {"location": "Berlin (DE)"}), ["Ana Souza (Lisbon)", "Ana Souza (Berlin)"]),
        (({"device": "iPhone"}, {"device": "Windows"}), ["Ana Souza (iPhone)", "Ana Souza (Windows)"]),
        (({"location": "Lisbon"}, {"location": None}), ["Ana Souza", "Ana Souza #2"]),
    ],
)
def test_two_people_of_one_name_are_told_apart(
    changes: tuple[dict[str, Any], dict[str, Any]], names: list[str]
) -> None:
    people = [participant(str(n), "Ana Souza", **change) for n, change in enumerate(changes)]
    assert list(display_names(people).values()) == names
    assert display_names(people[::-1]) == display_names(people)


@given(
    st.lists(
        st.one_of(st.none(), st.sampled_from(("Ana", "ana", "Ana #2", "Ana (Lisbon)")), st.text(max_size=5)),
        max_size=12,
    )
)
def test_no_two_people_share_a_shown_name(names: list[str | None]) -> None:
    people = [participant(str(n), name, location="Lisbon" if n % 3 else None) for n, name in enumerate(names)]
    shown = [name.casefold() for name in display_names(people).values()]
    assert len(set(shown)) == len(people)
