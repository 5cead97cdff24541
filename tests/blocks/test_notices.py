"""The messages that are not reports, word for word."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.blocks import notices
from bot.blocks.notices import CommandRow
from bot.domain.limits import DEFAULT_LIMITS
from bot.errors import BadInput, QosError, ZoomError
from bot.ports import Message
from playground.slack.blocks import message_problems
from tests.builders import NOW

ROWS = (
    CommandRow("meeting", "meeting ID [options]", "Who had the worst call in a meeting", "meeting 858 1234 5678"),
    CommandRow("help", "help", "This list", "help"),
)


def action_ids(message: Message) -> list[str]:
    return [e["action_id"] for block in message.blocks if block["type"] == "actions" for e in block["elements"]]


@pytest.mark.parametrize(
    ("read", "total", "words"),
    [
        (340, None, "Reading from Zoom: 340 people so far."),
        (340, 1000, "Reading from Zoom: 340 of 1,000 people so far."),
        (12, 10, "Reading from Zoom: 12 people so far."),
    ],
)
def test_progress_says_how_far(read: int, total: int | None, words: str) -> None:
    assert notices.progress(read, total).text == words


def test_an_error_says_what_happened_what_to_do_and_a_reference() -> None:
    problem = ZoomError("none", "Zoom has no summary for 858 1234 5678 yet.", "Check the number.", ref="7f3a91c2")
    assert notices.error(problem).text == "Zoom has no summary for 858 1234 5678 yet. Check the number. (ref 7f3a91c2)"


def test_an_error_that_passes_says_when() -> None:
    problem = ZoomError("used_up", "Used up.", ref="7f3a91c2", retry_at=NOW + timedelta(hours=3, minutes=10))
    assert (
        notices.error(problem, now=NOW).text
        == "Used up. It can work again at 14:02 UTC (in 3 h 10 min). (ref 7f3a91c2)"
    )
    assert notices.error(problem, now=NOW + timedelta(days=1)).text == "Used up. (ref 7f3a91c2)"


def test_wrong_input_is_answered_with_what_would_work() -> None:
    problem = BadInput("id", "I don't know <!here>.", suggestion="/qos meeting 858 1234 5678", ref="7f3a91c2")
    message = notices.error(problem)
    assert message.text == ("I don't know &lt;!here&gt;. Did you mean `/qos meeting 858 1234 5678`?")
    styled = [e["text"] for e in message.blocks[0]["elements"][0]["elements"] if e.get("style") == {"code": True}]
    assert styled == ["/qos meeting 858 1234 5678"]


def test_the_longest_error_keeps_its_reference() -> None:
    problem = QosError("x", "`&` " * 900, "& " * 900, ref="7f3a91c2")
    assert notices.error(problem).text.endswith("(ref 7f3a91c2)")


def test_what_stands_in_backticks_becomes_code() -> None:
    message = notices.error(QosError("x", "Type `/invite` first.", ref="7f3a91c2"))
    assert message.text == "Type `/invite` first. (ref 7f3a91c2)"


def test_an_unknown_word_gets_a_guess_or_help() -> None:
    guess = notices.did_you_mean("meting", "/qos meeting 858 1234 5678")
    assert guess.text == 'I don\'t know "meting". Did you mean `/qos meeting 858 1234 5678`?'
    assert notices.did_you_mean("*x*").text == 'I don\'t know "∗x∗". `/qos help` lists what I can do.'
    assert notices.did_you_mean("\u202e").text.startswith("I don't know that command.")


def test_help_is_made_of_the_rows() -> None:
    assert notices.usage(ROWS, "top N").text.split("\n")[1:] == [
        "• `/qos meeting ID [options]` Who had the worst call in a meeting, for example `/qos meeting 858 1234 5678`",
        "• `/qos help` This list",
        "Options in any order: `top N`",
    ]
    assert set(notices.usage(ROWS, "top N").text.split("\n")[1:]) < set(
        notices.greeting(ROWS, "top N").text.split("\n")
    )


def test_every_limit_is_published_with_its_source() -> None:
    lines = notices.limits(DEFAULT_LIMITS).text.split("\n")
    assert lines[1].startswith(
        "• packet loss `loss`: good up to 2 %, fair up to 5 %, poor above (very poor above 10 %). Source: "
    )
    assert lines[4].startswith("• frame rate `frame_rate`: good from 12 fps, fair from 7 fps, poor below. Source: ")
    assert "• `weak_rssi_dbm` -70 dBm: average Wi-Fi signal that is weak" in "\n".join(lines)


@pytest.mark.parametrize(
    ("build", "buttons"),
    [
        (notices.invite_me, ["qos_dm"]),
        (notices.dm_between_people, ["qos_dm"]),
        (notices.posting_refused, ["qos_dm"]),
        (notices.confirm_external, ["qos_share_confirmed", "qos_dismiss"]),
        (lambda _: notices.archived(), []),
        (lambda _: notices.shared(), []),
        (lambda _: notices.sent_to_dm(), []),
        (lambda _: notices.kept_private(), []),
        (lambda _: notices.usage(ROWS, "top N"), []),
        (lambda _: notices.limits(DEFAULT_LIMITS), []),
    ],
)
def test_a_notice_has_the_buttons_it_speaks_of_and_no_exclamation(
    build: Callable[[str], Message], buttons: list[str]
) -> None:
    message = build("{}")
    assert action_ids(message) == buttons
    assert "!" not in message.text
    assert message_problems(list(message.blocks)) == []
