"""The life of one message: posted once, edited in place, told again only when the verdict changes."""

from collections.abc import Sequence

from pydantic import TypeAdapter

from bot.domain.alert_card import Phase
from bot.domain.alert_rule import judge_alert
from bot.domain.alerts import Act, AlertState, Decision, acknowledge, step
from bot.domain.decision_log import Outcome, why_in_words
from bot.domain.holds import Held
from bot.domain.minutes import Minute
from bot.domain.model import Leg, Report, Scope
from bot.domain.subscriptions import DEFAULT_RULE
from tests.domain.alert_builders import BERLIN, at, berlin, crowd, live, minutes, person, report, until


def run(
    state: AlertState, judged: Report, records: Sequence[Minute], now: float, held: Held | None = None
) -> tuple[AlertState, Decision]:
    return step(state, judge_alert(judged, records, DEFAULT_RULE), judged, at(now), held=held, subscription_id="s1")


def play(legs: Sequence[Leg], records: Sequence[Minute], last: int) -> tuple[AlertState, list[Act]]:
    """Minute by minute as it happens; returns what was done each minute."""
    state, acts = AlertState(), list[Act]()
    for now in range(1, last + 1):
        state, decision = run(state, live(legs, now), until(records, now), now)
        acts.append(decision.act)
    return state, acts


PEOPLE = [*crowd("....", BERLIN, 200), *crowd(".......")]


def test_a_site_that_goes_bad_and_recovers_is_one_message() -> None:
    records = berlin("............" + "x" * 19 + "....." + "...")
    state, acts = play(PEOPLE, records, 39)
    assert acts.count(Act.POST) == 1 and acts.index(Act.POST) == 14
    assert acts.count(Act.RECOVERED) == 1 and acts[-1] is Act.NOTHING
    card = state.card
    assert card is not None and (card.phase, card.since, card.until) == (Phase.RECOVERED, at(12), at(31))
    assert (card.affected, card.rated, card.site, card.scope) == (4, 11, BERLIN, Scope.SITE)
    assert state.replies == 0

    provisional = report([*PEOPLE[:-1], person("106", "-")], ended=40, as_of=40)
    state, decision = run(state, provisional, records, 41)
    assert decision.act is Act.EDIT and decision.card and decision.card.phase is Phase.PROVISIONAL
    final = report([*crowd("xxxx", BERLIN, 200), *crowd(".......")], ended=40, as_of=42)
    state, decision = run(state, final, records, 43)
    assert decision.act is Act.FINAL and not decision.reply
    assert state.card and (state.card.whole_affected, state.card.whole_rated) == (4, 11)


def test_the_card_says_where_while_the_averages_of_the_whole_call_are_still_good() -> None:
    state, _ = play(PEOPLE, berlin("." * 30 + "xxx"), 33)
    assert state.card and state.card.verdict.startswith("Everyone in Berlin (DE): 4 of 4 poor")
    assert state.card.cause == "site_or_isp"
    trouble = state.card.trouble
    assert trouble and (trouble.metric, trouble.low, trouble.high, trouble.limit) == ("loss", 9, 9, 5)


def test_flapping_below_the_rule_of_clearing_stays_one_quiet_message() -> None:
    state, acts = play(PEOPLE, berlin("xxx.x.x..x.x.x.x"), 16)
    assert acts.count(Act.POST) == 1
    assert Act.RECOVERED not in acts and Act.REOPENED not in acts
    assert state.replies == 0


def test_trouble_that_comes_back_reopens_the_same_message() -> None:
    state, acts = play(PEOPLE, berlin("xxx....xxx"), 10)
    assert [act for act in acts if act not in {Act.NOTHING, Act.EDIT}] == [Act.POST, Act.RECOVERED, Act.REOPENED]
    assert state.card and state.card.times == 2 and state.replies == 0


def test_a_poor_host_alone_is_told_at_once_after_three_minutes() -> None:
    legs = [person("9", ".", name="Ana Souza", role="host"), *crowd("......")]
    records = minutes({"9": "xxx"} | {str(100 + n): "..." for n in range(6)})
    state, acts = play(legs, records, 3)
    assert acts == [Act.NOTHING, Act.NOTHING, Act.POST]
    assert state.card and state.card.by_host and state.card.names == ("Ana Souza",) and state.card.affected == 1


def test_leave_events_post_once_grow_and_settle_late() -> None:
    """No minutes at all: one summary per person who leaves, the last one an hour after the end."""
    state, judged = AlertState(), live(crowd("x------"), 10)
    state, decision = run(state, judged, (), 10)
    assert decision.act is Act.NOTHING
    state, decision = run(state, live(crowd("xx.----"), 20), (), 20)
    assert decision.act is Act.POST and state.card and state.card.waiting == 4
    state, decision = run(state, live(crowd("xxx.---"), 25), (), 25)
    assert decision.act is Act.EDIT
    state, decision = run(state, report(crowd("xxx...-"), ended=45, as_of=45), (), 46)
    assert state.card and state.card.phase is Phase.PROVISIONAL and state.card.waiting == 1
    state, decision = run(state, report(crowd("xxx...x"), ended=45, as_of=46), (), 105)
    assert decision.act is Act.FINAL and state.card and state.card.whole_affected == 4


def test_a_summary_that_never_comes_does_not_keep_it_provisional() -> None:
    judged = report(crowd("xx.-"), ended=45, as_of=45)
    state, _ = run(AlertState(), judged, (), 46)
    state, decision = run(state, judged, (), 45 + 121)
    assert decision.act is Act.FINAL and state.card and state.card.waiting == 1
    again, decision = run(state, judged, (), 46)
    assert decision.act is Act.NOTHING and again == state


def test_a_call_that_ends_better_than_it_looked_says_so_without_a_second_post() -> None:
    state, _ = run(AlertState(), live(crowd("xx."), 10), (), 10)
    state, decision = run(state, report(crowd("xx" + "." * 20), ended=45, as_of=45), (), 46)
    assert decision.act is Act.FINAL and state.card and not state.card.met


def test_only_a_change_of_verdict_is_told_in_the_thread_and_not_twice_in_half_an_hour() -> None:
    scattered = [person("1", "x", "Rome (IT)"), person("2", "x", "Oslo (NO)"), *crowd(".....")]
    site = [*crowd("xxx", BERLIN, 200), *crowd(".....")]
    state, decision = run(AlertState(), live(scattered, 10), (), 10)
    assert decision.act is Act.POST
    state, decision = run(state, live(site, 11), (), 11)
    assert decision.act is Act.EDIT_AND_REPLY and decision.reply
    state, decision = run(state, live([*site, *crowd(".", first=300)], 12), (), 12)
    assert decision.act is Act.EDIT and not decision.reply
    state, decision = run(state, live(scattered, 13), (), 13)
    assert decision.act is Act.EDIT and decision.entry and decision.entry.outcome is Outcome.COOLDOWN
    state, decision = run(state, live(site, 14), (), 14)
    assert not decision.reply
    state, decision = run(state, live(scattered, 60), (), 60)
    assert decision.reply and state.replies == 2


def test_a_repeated_reading_does_nothing_at_all() -> None:
    for judged in (live(crowd("..."), 10), live(crowd("xx."), 10)):
        state, _ = run(AlertState(), judged, (), 10)
        again, decision = run(state, judged, (), 11)
        assert decision.act is Act.NOTHING and again == state


def test_an_older_report_that_was_judged_late_changes_nothing() -> None:
    state, _ = run(AlertState(), live(crowd("xxx."), 20), (), 20)
    after, decision = run(state, live(crowd("xx."), 10), (), 21)
    assert decision.act is Act.NOTHING and after == state


def test_what_is_held_back_is_posted_later_only_if_it_is_still_on() -> None:
    quiet = Held(Outcome.QUIET, "22:00-07:00 Europe/Berlin", at(8))
    records = berlin("xxxxxxxxxx....")
    state = AlertState()
    for now in range(1, 9):
        state, decision = run(state, live(PEOPLE, now), until(records, now), now, quiet)
        assert decision.act is Act.NOTHING
    assert [entry.outcome for entry in state.log] == [Outcome.NOT_MET, Outcome.QUIET]
    still_on, decision = run(state, live(PEOPLE, 9), until(records, 9), 9)
    assert decision.act is Act.POST and still_on.card
    _, decision = run(state, live(PEOPLE, 14), records, 14)
    assert decision.act is Act.NOTHING and decision.entry and decision.entry.outcome is Outcome.OVER


def test_a_message_that_is_there_is_kept_true_in_quiet_hours_without_a_reply() -> None:
    state, _ = run(
        AlertState(), live([person("1", "x", "Rome (IT)"), person("2", "x", "Oslo (NO)"), *crowd("....")], 10), (), 10
    )
    site = [*crowd("xxx", BERLIN, 200), *crowd(".....")]
    state, decision = run(state, live(site, 11), (), 11, Held(Outcome.QUIET, "", at(60)))
    assert decision.act is Act.EDIT and not decision.reply
    assert decision.entry and decision.entry.outcome is Outcome.QUIET


def test_a_call_that_ended_hours_ago_is_no_news_and_the_log_says_why() -> None:
    state, decision = run(AlertState(), report(crowd("xx."), ended=45), (), 45 + 181)
    assert decision.act is Act.NOTHING and decision.entry and decision.entry.outcome is Outcome.LATE
    assert "too late" in why_in_words(state.log)[0]


def test_every_silence_has_exactly_one_reason_with_its_numbers() -> None:
    state, _ = run(AlertState(), live(crowd("x..."), 10), (), 10)
    state, _ = run(state, live(crowd("x...."), 11), (), 11)
    (words,) = why_in_words(state.log)
    assert words == (
        "Not posted: the rule was not met. 1 of 4 rated people poor, 25 % (needs 2 and 20 %); the host not rated."
    )


def test_the_first_to_acknowledge_stays() -> None:
    state = acknowledge(acknowledge(AlertState(), "U1", "lee", at(1)), "U2", "kim", at(2))
    assert state.acknowledged and state.acknowledged.name == "lee"


def test_a_state_survives_being_written_down() -> None:
    state, _ = run(AlertState(), live(PEOPLE, 6), berlin("xxxxxx"), 6)
    adapter = TypeAdapter(AlertState)
    state = acknowledge(state, "U1", "lee", at(7))
    assert adapter.validate_json(adapter.dump_json(state)) == state
