"""Whom a question names: exactly, by initials, with slips, by role, by pronoun, and never somebody else."""

import pytest

from bot.questions.asked import Intent, Person
from tests.questions_unit.understanding_call import CALL, HELPDESK, MARCUS, ask, turn


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("what about Priya?", "priya"),
        ("what about priya raman", "priya"),
        ("how was RAMAN doing", "priya"),
        ("how was ana s", "ana.souza"),
        ("how was Ana R.?", "ana.reyes"),
        ("what about KM", "kofi"),
        ("how was dvae", "dave"),
        ("tell me about priyaa", "priya"),
        ("how did muller do", "chris.mueller"),
        ("how did Mueller do", "chris.mueller"),
        ("how did jose do?", "jose"),
        ("how did josé alvarez do?", "jose"),
        ("chris muler?", "chris.mueller"),
        ("how was the boardroom berlin", "room"),
        ("was tom's audio ok", "tom"),
        ("how was Becker, Tom?", "tom"),
        ("how was +49 30 ***12", "phone"),
        ("how was the phone number ending in 12", "phone"),
        ("how was chris a", "chris.adeyemi"),
        ("tell me about M. Bell", "marcus"),
        ("how was Ana from Lisbon", "ana.souza"),
        ("how did the Berlin Chris do", "chris.mueller"),
        ("how did Mr. Becker do", "tom"),
        ("what about david", "dave"),
        ("<@UBOT> what about Priya?", "priya"),
    ],
)
def test_a_name_is_found_however_it_is_typed(text: str, key: str) -> None:
    reading = ask(text)
    assert reading.people == (key,)
    assert reading.clarify is None
    assert reading.absent == ()


def test_names_in_a_row_are_people_each() -> None:
    reading = ask("compare Kofi, Dave and Mei")
    assert reading.people == ("kofi", "dave", "mei")
    assert reading.slots["participants"] == ["Kofi Mensah", "Dave Lindqvist", "Mei Tanaka"]


def test_somebody_named_in_a_sentence_before_is_meant() -> None:
    letter = "Hello team. My colleague Mei Tanaka complained about the call. How was her connection? Thanks, Bob"
    assert ask(letter).people == ("mei",)


def test_two_of_one_first_name_are_asked_about_worst_first() -> None:
    reading = ask("how was Chris?")
    assert reading.clarify is not None
    assert reading.clarify.candidates == ("chris.mueller", "chris.adeyemi")
    assert not reading.clarify.near
    assert reading.people == ()


def test_the_one_of_whom_the_thread_spoke_is_meant() -> None:
    slots = {"participant": "Chris Adeyemi"}
    before = turn("how was Chris Adeyemi", Intent.PARTICIPANT_DETAIL, ["chris.adeyemi"], slots=slots)
    assert ask("why was chris bad", before).people == ("chris.adeyemi",)


def test_to_have_stood_in_a_list_does_not_settle_a_name_that_two_have() -> None:
    before = turn("who was bad?", Intent.RANK_PARTICIPANTS, ["kofi", "chris.mueller", "mei"])
    reading = ask("what about chris?", before)
    assert reading.clarify is not None
    assert set(reading.clarify.candidates) == {"chris.mueller", "chris.adeyemi"}


def test_the_asker_s_own_turns_come_first() -> None:
    mine = turn("how was Chris Müller", Intent.PARTICIPANT_DETAIL, ["chris.mueller"])
    theirs = turn("how was Tom", Intent.PARTICIPANT_DETAIL, ["tom"], asker="U2")
    assert ask("how long was he bad", mine, theirs).people == ("chris.mueller",)
    assert ask("how long was he bad", mine, theirs, asker=HELPDESK).people == ("tom",)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("what about Xavier?", "Xavier"),
        ("what about xavier", "Xavier"),
        ("was it just alice?", "Alice"),
        ("compare zork and Ana Souza", "Zork"),
    ],
)
def test_a_name_of_nobody_is_absent_as_typed(text: str, typed: str) -> None:
    assert ask(text).absent == (typed,)


@pytest.mark.parametrize("text", ["what about Anna?", "how was Marius", "what about Joe?"])
def test_another_name_that_comes_near_is_never_taken_silently(text: str) -> None:
    reading = ask(text)
    assert reading.people == ()
    assert reading.clarify is not None
    assert reading.clarify.near


def test_a_wrong_last_name_is_asked_about() -> None:
    reading = ask("what about Ana Gomez?")
    assert reading.clarify is not None
    assert reading.clarify.near
    assert set(reading.clarify.candidates) == {"ana.souza", "ana.reyes"}


@pytest.mark.parametrize("text", ["was I ok?", "how was my call", "did i have any problems?", "is my wifi bad"])
def test_whoever_asks_is_found_by_address(text: str) -> None:
    reading = ask(text, asker=MARCUS)
    assert reading.slots["participant"] == "@asker"
    assert reading.people == ("marcus",)


def test_somebody_who_was_not_in_the_call_is_nobody_in_it() -> None:
    reading = ask("was I ok?", asker=HELPDESK)
    assert reading.slots["participant"] == "@asker"
    assert reading.people == ()


def test_an_asker_without_address_is_found_by_name() -> None:
    assert ask("how was I", asker=Person("U9", None, "Jo Park")).people == ("jo",)
    assert ask("how was I", asker=Person("U9", None, "Chris")).people == ()


@pytest.mark.parametrize(
    ("text", "role", "key"),
    [
        ("how was the host?", "host", "ana.souza"),
        ("did the presenter have problems", "presenter", "priya"),
        ("was whoever shared the screen ok", "presenter", "priya"),
        ("how did the organiser do", "host", "ana.souza"),
    ],
)
def test_a_role_is_whoever_has_it(text: str, role: str, key: str) -> None:
    reading = ask(text)
    assert reading.slots["participant"] == {"role": role}
    assert reading.people == (key,)


def test_a_mention_is_found_by_address_then_name() -> None:
    mentions = {"U7": Person("U7", "mei@example.com", "Somebody"), "U8": Person("U8", None, "Luis Ortega")}
    assert ask("how was <@U7>?", mentions=mentions).people == ("mei",)
    assert ask("compare <@U7> and <@U8>", mentions=mentions).people == ("mei", "luis")
    assert ask("how was <@U404>?").absent


@pytest.mark.parametrize("text", ["who will be next", "may I see the numbers", "mark everyone", "which bars were low"])
def test_ordinary_words_are_no_names(text: str) -> None:
    reading = ask(text)
    assert reading.absent == ()
    assert reading.people in {(), ("marcus",)}


def test_a_city_is_no_person() -> None:
    for text in ("what about Berlin?", "how was Paris", "was London ok"):
        reading = ask(text)
        assert reading.people == ()
        assert reading.absent == ()


def test_a_pronoun_without_anybody_is_asked_back() -> None:
    reading = ask("how long was he bad for")
    assert reading.slots["participant"] == "last_mentioned"
    assert reading.clarify is not None
    assert len(reading.clarify.candidates) == 5
    assert set(reading.clarify.candidates) <= {p.key for p in CALL.participants}
