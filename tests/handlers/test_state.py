"""A button carries its call and view, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.model import CallUuid, Kind, Media, MeetingNumber, MeetingRef, Sort, Subject, View
from bot.errors import BadInput
from handlers.state import decode, encode

views = st.builds(
    View, st.sampled_from(Sort), st.none() | st.sampled_from(Media), st.none() | st.integers(min_value=1, max_value=20)
)


@given(st.sampled_from(Kind), views)
def test_a_state_survives_the_button(kind: Kind, view: View) -> None:
    uuid = CallUuid("/ajXp112QmuoKj4854875==")
    assert decode(encode(Subject(kind, uuid=uuid), view)) == (MeetingRef(kind, None, uuid), view)


def test_the_uuid_is_kept_where_it_is_known_so_that_a_button_never_means_another_instance() -> None:
    subject = Subject(Kind.MEETING, MeetingNumber("85812345678"), CallUuid("4444AAAiAAAAAiAiAiiAii=="))
    ref, _ = decode(encode(subject, View()))
    assert (ref.number, ref.uuid) == (None, "4444AAAiAAAAAiAiAiiAii==")


@pytest.mark.parametrize(
    "value", ["", "x", "[]", "{}", '{"k":"meeting"}', '{"k":"phone","n":"1"}', '{"k":"meeting","n":5}']
)
def test_a_foreign_button_is_refused_in_words(value: str) -> None:
    with pytest.raises(BadInput, match="older message"):
        decode(value)


@given(st.text())
def test_no_value_can_do_more_than_be_refused(value: str) -> None:
    try:
        decode(value)
    except BadInput as refusal:
        assert refusal.slug == "old_button"


@given(st.sampled_from(Kind), views, st.text(alphabet="ab/+=", min_size=1, max_size=300))
def test_a_state_fits_a_menu_entry_whatever_zoom_calls_the_call(kind: Kind, view: View, uuid: str) -> None:
    assert len(encode(Subject(kind, MeetingNumber("85812345678"), CallUuid(uuid)), view)) <= 140
