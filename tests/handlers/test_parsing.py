"""What people type after /qos is understood in any order and case, and refused with what would have worked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.model import Kind, Media, Sort, View
from bot.errors import BadInput
from handlers.commands import BY_NAME
from handlers.parsing import OPTION_WORDS, report_request, split

NAMES = tuple(BY_NAME)
UUID = "/ajXp112QmuoKj4854875=="


@pytest.mark.parametrize("text", ["", "   ", "\u00a0"])
def test_nothing_typed_means_help(text: str) -> None:
    assert split(text, NAMES).word is None


@pytest.mark.parametrize(
    ("text", "word", "rest"),
    [
        ("meeting 858 1234 5678", "meeting", "858 1234 5678"),
        ("  MEETING   858 1234 5678 ", "meeting", "858 1234 5678"),
        ("/qos webinar 85812345678", "webinar", "85812345678"),
        ("qos help", "help", ""),
        ("85812345678", "", "85812345678"),
        ("858 1234 5678 by loss", "", "858 1234 5678 by loss"),
        ("https://acme.zoom.us/j/85812345678?pwd=x", "", "https://acme.zoom.us/j/85812345678?pwd=x"),
        ("<https://zoom.us/w/85812345678|Join>", "", "<https://zoom.us/w/85812345678|Join>"),
        (UUID, "", UUID),
    ],
)
def test_the_subcommand_is_found(text: str, word: str, rest: str) -> None:
    assert split(text, NAMES) == (split(text, NAMES).__class__)(word, rest)


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("meting 858 1234 5678", "/qos meeting 858 1234 5678"),
        ("webniar 858 1234 5678", "/qos webinar 858 1234 5678"),
        ("hlep", "/qos help"),
        ("zebra", "/qos help"),
    ],
)
def test_an_unknown_word_gets_the_nearest_command_with_the_rest_kept(text: str, suggestion: str) -> None:
    with pytest.raises(BadInput) as caught:
        split(text, NAMES)
    assert caught.value.slug == "unknown_command"
    assert caught.value.suggestion == suggestion


@pytest.mark.parametrize(
    ("text", "view", "flags"),
    [
        ("858 1234 5678", View(), ()),
        ("858 1234 5678 top 10", View(top=10), ()),
        ("top 10 858 1234 5678", View(top=10), ()),
        ("85812345678 by latency audio", View(Sort.LATENCY, Media.AUDIO), ()),
        ("AUDIO 85812345678 BY Loss TOP 3", View(Sort.LOSS, Media.AUDIO, 3), ()),
        ("85812345678 public refresh by cpu", View(Sort.CPU), ("public", "refresh")),
        ("858-1234-5678 share by worst", View(media=Media.SHARE), ()),
    ],
)
def test_options_come_in_any_order_and_case(text: str, view: View, flags: tuple[str, ...]) -> None:
    request = report_request(Kind.MEETING, text)
    assert request.ref.number == "85812345678"
    assert request.view == view
    assert (request.public, request.refresh) == ("public" in flags, "refresh" in flags)


def test_a_uuid_keeps_its_case_and_slashes() -> None:
    assert report_request(Kind.MEETING, f"{UUID} by loss").ref.uuid == UUID


@pytest.mark.parametrize(
    ("text", "slug", "hint"),
    [
        ("", "missing_id", None),
        ("top 5", "missing_id", None),
        ("85812345678 top 50", "wrong_top", "top 10"),
        ("85812345678 top", "wrong_top", "top 10"),
        ("85812345678 by los", "wrong_sort", 'Did you mean "by loss"'),
        ("85812345678 by", "wrong_sort", "loss, latency"),
        ("85812345678 refesh", "unknown_option", 'Did you mean "refresh"'),
        ("85812345678 quickly", "unknown_option", "/qos help"),
        ("12345", "invalid_id", "858 1234 5678"),
        ("https://zoom.us.evil.com/j/85812345678", "invalid_id", ""),
    ],
)
def test_what_cannot_be_understood_says_what_would_work(text: str, slug: str, hint: str | None) -> None:
    with pytest.raises(BadInput) as caught:
        report_request(Kind.MEETING, text)
    assert caught.value.slug == slug
    assert (hint or "") in str(caught.value)


def test_a_missing_id_suggests_a_whole_command() -> None:
    with pytest.raises(BadInput) as caught:
        report_request(Kind.WEBINAR, "")
    assert caught.value.suggestion == "/qos webinar 858 1234 5678"


words = st.lists(st.one_of(st.sampled_from(OPTION_WORDS), st.text(max_size=12)), max_size=8).map(" ".join)


@given(words)
def test_any_text_is_either_a_request_or_a_clear_refusal(text: str) -> None:
    try:
        typed = split(text, NAMES)
        if typed.word in {kind.value for kind in Kind}:
            report_request(Kind(typed.word), typed.rest)
    except BadInput as refusal:
        assert refusal.text
