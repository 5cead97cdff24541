from base64 import b64encode
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.model import Kind, MeetingRef
from bot.errors import BadInput
from bot.zoom.ids import encode_id, find_ref, looks_like_id, parse_id, spaced

NUMBER = "85812345678"
UUIDS = [
    "4444AAAiAAAAAiAiAiiAii==",
    "/ajXp112QmuoKj4854875==",
    "aDYlohsHRtCd4ii1uC2+hA==",
    "gkBE2XmnRJq42wHoMox/5g==",
    "gaqOKVN9RAaDHKYWEcASXg==",
    "zJKyaiAyTNC-MWjiWC18KQ",
    "ab//cdEFghIJklMNopQR12==",
]
base64_uuids = st.binary(min_size=16, max_size=16).map(lambda raw: b64encode(raw).decode())


@pytest.mark.parametrize(
    "typed",
    [
        "85812345678",
        "858 1234 5678",
        "858-1234-5678",
        " 858\u00a01234\u00a05678 ",
        "858\u20111234\u20135678",
        "8581 2345 678",
        "`85812345678`",
        '"858 1234 5678"',
        "<tel:85812345678|858 1234 5678>",
        "<tel:858-1234-5678>",
        "\u200b85812345678",
    ],
)
def test_a_number_is_read_however_it_is_written(typed: str) -> None:
    assert parse_id(typed, Kind.MEETING) == MeetingRef(Kind.MEETING, NUMBER, None)
    assert looks_like_id(typed)


@pytest.mark.parametrize(
    "link",
    [
        "https://zoom.us/j/85812345678",
        "https://acme.zoom.us/j/85812345678?pwd=YWJj.1#success",
        "<https://us02web.zoom.us/j/85812345678?pwd=a&amp;uname=b>",
        "<https://us02web.zoom.us/j/85812345678|join here>",
        "http://zoomgov.com/j/85812345678/",
        "https://agency.zoomgov.com/s/85812345678",
        "zoom.us/j/85812345678",
        "HTTPS://ZOOM.US/j/85812345678",
        "https://zoom.us./j/85812345678",
        "https://zoom.us:443/j/85812345678/more/of/it",
        "https://zoom.us/w/85812345678?tk=abc",
        "https://app.zoom.us/wc/85812345678/join?fromPWA=1",
        "https://app.zoom.us/wc/85812345678/start",
        "https://zoom.us/wc/join/85812345678?wpk=x",
    ],
)
def test_a_join_link_is_read_on_any_zoom_host(link: str) -> None:
    assert parse_id(link, Kind.MEETING) == MeetingRef(Kind.MEETING, NUMBER, None)


@pytest.mark.parametrize(
    "link",
    [
        "https://zoom.us.evil.com/j/85812345678",
        "https://notzoom.us/j/85812345678",
        "https://evil.com/zoom.us/j/85812345678",
        "https://zoom.us@evil.com/j/85812345678",
        "https://me@zoom.us/j/85812345678",
        "https://evil.com\\@zoom.us/j/85812345678",
        "https://evil.com/j/85812345678",
        "evil.com/zoom.us/j/85812345678",
        "<https://evil.com/j/85812345678|https://zoom.us/j/85812345678>",
        "ftp://zoom.us/j/85812345678",
        "javascript://zoom.us/j/85812345678",
        "https://zoom.us/my/room",
        "https://zoom.us/rec/share/85812345678",
        "https://zoom.us/j/123",
        "https://zoom.us/j/858123456789",
        "https://[",
    ],
)
def test_another_address_is_refused(link: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_id(link, Kind.MEETING)
    assert refused.value.slug == "invalid_id"
    assert find_ref(f"look at {link} please", Kind.MEETING) is None
    assert not looks_like_id(link)


@pytest.mark.parametrize("uuid", UUIDS)
@pytest.mark.parametrize("kind", list(Kind))
def test_a_uuid_is_taken_verbatim(uuid: str, kind: Kind) -> None:
    assert parse_id(f" {uuid} ", kind) == MeetingRef(kind, None, uuid)


@given(base64_uuids)
def test_every_instance_id_of_zooms_is_a_uuid(uuid: str) -> None:
    assert parse_id(uuid, Kind.SESSION).uuid == uuid


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "meeting",
        "internationalization",
        "PowerPointPresentation2024",
        "meeting-2024-05-planning",
        "12345678",
        "858123456789",
        "1234567890123456",
        "+1 858 123 45678",
        "858 1234 567x",
        "a" * 3000,
    ],
)
def test_what_cannot_be_an_id_is_refused_with_advice(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_id(text, Kind.MEETING)
    assert refused.value.slug == "invalid_id"
    assert refused.value.advice
    assert not looks_like_id(text)


def test_a_refusal_counts_the_digits_and_repeats_nothing() -> None:
    with pytest.raises(BadInput, match="has 8 digits"):
        parse_id("1234 5678", Kind.MEETING)
    with pytest.raises(BadInput) as refused:
        parse_id("https://evil.com/j/85812345678?pwd=secret", Kind.MEETING)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("typed", [NUMBER, "https://zoom.us/j/85812345678"])
def test_a_session_has_a_uuid_only(typed: str) -> None:
    with pytest.raises(BadInput, match="UUID"):
        parse_id(typed, Kind.SESSION)
    assert find_ref(typed, Kind.SESSION) is None


def test_a_webinar_link_says_webinar_only_when_nobody_said_otherwise() -> None:
    link = "https://zoom.us/w/85812345678?tk=abc"
    assert find_ref(link, Kind.MEETING) == MeetingRef(Kind.WEBINAR, NUMBER, None)
    assert find_ref("https://zoom.us/j/85812345678", Kind.MEETING) == MeetingRef(Kind.MEETING, NUMBER, None)
    assert parse_id(link, Kind.MEETING).kind is Kind.MEETING


@pytest.mark.parametrize(
    "sentence",
    [
        "why was 858 1234 5678 so bad?",
        "858 1234 5678 by loss",
        "please look at <https://acme.zoom.us/j/85812345678?pwd=x|the call>, thanks",
        "see zoom.us/j/85812345678.",
        "call <tel:85812345678|858 1234 5678>!",
        "(85812345678)",
        "not https://evil.com/j/99999999999 but 85812345678",
    ],
)
def test_a_call_is_found_inside_a_sentence(sentence: str) -> None:
    assert find_ref(sentence, Kind.MEETING) == MeetingRef(Kind.MEETING, NUMBER, None)


def test_a_uuid_is_found_inside_a_sentence() -> None:
    found = find_ref("and session gkBE2XmnRJq42wHoMox/5g==?", Kind.SESSION)
    assert found == MeetingRef(Kind.SESSION, None, "gkBE2XmnRJq42wHoMox/5g==")


@pytest.mark.parametrize("sentence", ["who had it worst?", "on 2026-05-06 12 people", "from 10:00 to 10:45", "top 5"])
def test_a_sentence_without_a_call_has_none(sentence: str) -> None:
    assert find_ref(sentence, Kind.MEETING) is None


@given(st.text(max_size=200), st.sampled_from(list(Kind)))
@example("https://[::1", Kind.MEETING)
@example("\ud800", Kind.MEETING)
@example("<tel:|>", Kind.MEETING)
def test_no_text_raises_anything_but_bad_input(text: str, kind: Kind) -> None:
    find_ref(text, kind)
    try:
        ref = parse_id(text, kind)
    except BadInput:
        assert not looks_like_id(text) or kind is Kind.SESSION
    else:
        assert (ref.number is None) != (ref.uuid is None)
        assert looks_like_id(text)


@pytest.mark.parametrize(
    ("identifier", "segment"),
    [
        (NUMBER, NUMBER),
        ("aDYlohsHRtCd4ii1uC2+hA==", "aDYlohsHRtCd4ii1uC2%2BhA%3D%3D"),
        ("gkBE2XmnRJq42wHoMox/5g==", "gkBE2XmnRJq42wHoMox%2F5g%3D%3D"),
        ("/ajXp112QmuoKj4854875==", "%252FajXp112QmuoKj4854875%253D%253D"),
        ("a//b==", "a%252F%252Fb%253D%253D"),
    ],
)
def test_an_id_is_encoded_once_or_twice_as_zoom_asks(identifier: str, segment: str) -> None:
    assert encode_id(identifier) == segment


@given(st.text(alphabet="ABCabc019+/=_-", min_size=1, max_size=48))
def test_an_encoded_id_is_one_segment_and_decodes_to_itself(identifier: str) -> None:
    encoded = encode_id(identifier)
    assert "/" not in encoded
    twice = identifier.startswith("/") or "//" in identifier
    assert (unquote(unquote(encoded)) if twice else unquote(encoded)) == identifier


@pytest.mark.parametrize(
    ("number", "shown"),
    [("85812345678", "858 1234 5678"), ("8581234567", "858 123 4567"), ("858123456", "858 123 456")],
)
def test_a_number_is_shown_as_zoom_prints_it(number: str, shown: str) -> None:
    assert spaced(number) == shown
    assert parse_id(shown, Kind.MEETING).number == number
