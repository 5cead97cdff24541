"""The call of the example questions is what their authors were told: labels, counts, main numbers, times."""

from collections import Counter
from datetime import timedelta

import pytest

from bot.domain.decision_log import Outcome
from bot.domain.minutes import by_minute, keys_of
from bot.domain.model import Direction, Label, Media, Participant, Pressure, Scope, Source, Stream
from bot.questions.facts import Facts
from tests.builders import END, START
from tests.questions.weekly_sync import facts

A, V, SHARE, SENT, RECEIVED = Media.AUDIO, Media.VIDEO, Media.SHARE, Direction.SENT, Direction.RECEIVED
MINUTE = timedelta(minutes=1)


@pytest.fixture(scope="module")
def call() -> Facts:
    return facts("kofi.mensah@example.com")


def someone(call: Facts, name: str) -> Participant:
    return next(p for p in call.report.participants if p.name == name)


def stream(call: Facts, name: str, media: Media, direction: Direction) -> Stream:
    return next(s for s in someone(call, name).streams if (s.media, s.direction) == (media, direction))


def test_there_are_six_poor_two_fair_nine_good_and_one_unrated(call: Facts) -> None:
    labels = {label: {p.name for p in call.report.participants if p.label is label} for label in Label}
    poor = {"Kofi Mensah", "Dave Lindqvist", "Chris Müller", "Mei Tanaka", "Tom Becker", "Nina Kowalska"}
    assert labels[Label.POOR] == poor
    assert labels[Label.FAIR] == {"Ana Souza", "José Álvarez"}
    assert len(labels[Label.GOOD]) == 9
    assert labels[Label.UNRATED] == {"+49 30 ***12"}
    verdict = call.report.verdict
    assert (verdict.rated, verdict.poor, verdict.fair, verdict.good, verdict.unrated) == (17, 6, 2, 9, 1)
    assert verdict.scope is Scope.SITE


@pytest.mark.parametrize(
    ("name", "media", "direction", "loss", "loss_max", "latency"),
    [
        ("Kofi Mensah", A, SENT, 7.9, 22, 98),
        ("Kofi Mensah", V, SENT, 6.1, 19, 98),
        ("Kofi Mensah", A, RECEIVED, 0.1, None, 98),
        ("Dave Lindqvist", V, RECEIVED, 9.8, None, 41),
        ("Dave Lindqvist", A, RECEIVED, 6.4, None, 41),
        ("Chris Müller", A, RECEIVED, 6.1, None, 40),
        ("Mei Tanaka", V, RECEIVED, 6.2, None, 42),
        ("Tom Becker", A, RECEIVED, 0.4, None, 340),
        ("Ana Souza", A, SENT, 0.3, None, 212),
        ("José Álvarez", A, RECEIVED, 3.1, None, 88),
        ("Priya Raman", SHARE, SENT, 0.2, None, 74),
    ],
)
def test_the_main_numbers_are_as_told(
    call: Facts, name: str, media: Media, direction: Direction, loss: float, loss_max: float | None, latency: float
) -> None:
    found = stream(call, name, media, direction)
    assert found.loss_pct is not None and found.latency_ms is not None
    assert (found.loss_pct.avg, found.latency_ms.avg) == (loss, latency)
    assert loss_max in {None, found.loss_pct.max}


def test_what_is_special_about_somebody_is_there(call: Facts) -> None:
    nina, jose, marcus = (someone(call, name) for name in ("Nina Kowalska", "José Álvarez", "Marcus Bell"))
    assert (nina.cpu.zoom_avg_pct, nina.cpu.system_max_pct, nina.cpu.pressure) == (72, 100, Pressure.CRITICAL)
    assert stream(call, "Nina Kowalska", V, SENT).resolution == "320*180"
    assert jose.joins == 3
    assert marcus.microphone == marcus.speaker == "Jabra Evolve2 65"
    assert someone(call, "Kofi Mensah").wifi_rssi_dbm == -79
    assert someone(call, "Tom Becker").connection_type == "TCP"
    assert [p.name for p in call.report.participants if p.role == "host"] == ["Ana Souza"]
    sharing = [
        p.name for p in call.report.participants if any((s.media, s.direction) == (SHARE, SENT) for s in p.streams)
    ]
    assert sharing == ["Priya Raman"]
    networks = Counter(p.network_group for p in call.report.participants)
    assert networks["berlin-office"] == 4


def test_causes_are_those_of_the_diagnosis(call: Facts) -> None:
    causes = {p.name: p.cause.code for p in call.report.participants if p.label in {Label.POOR, Label.FAIR}}
    assert causes == {
        "Kofi Mensah": "own_uplink",
        "Dave Lindqvist": "site_or_isp",
        "Chris Müller": "site_or_isp",
        "Mei Tanaka": "site_or_isp",
        "Tom Becker": "vpn_or_proxy",
        "Nina Kowalska": "cpu",
        "Ana Souza": "distance",
        "José Álvarez": "cellular",
    }


@pytest.mark.parametrize(
    ("name", "begin", "end"), [("Kofi Mensah", 12, 24), ("Dave Lindqvist", 20, 35), ("Mei Tanaka", 20, 35)]
)
def test_the_bad_minutes_are_as_told(call: Facts, name: str, begin: int, end: int) -> None:
    labels = by_minute(call.minutes, keys_of(call.report), None)
    bad = [at for at, people in labels.items() if people.get(someone(call, name).key) is Label.POOR]
    assert bad == [START + at * MINUTE for at in range(begin, end)]


def test_the_call_is_over_and_complete(call: Facts) -> None:
    report = call.report
    assert (report.subject.started_at, report.subject.ended_at) == (START, END)
    assert (report.subject.number, report.subject.topic, report.subject.host) == (
        "85812345678",
        "Weekly sync",
        "Ana Souza",
    )
    assert report.complete and report.source is Source.EVENTS


def test_two_earlier_instances_are_stored(call: Facts) -> None:
    found = [
        (e.subject.started_at, e.verdict.rated, {p.name for p in e.participants if p.label is Label.POOR})
        for e in call.earlier
    ]
    assert found == [
        (START - timedelta(days=7), 15, {"Kofi Mensah"}),
        (START - timedelta(days=14), 14, {"Dave Lindqvist", "Chris Müller"}),
    ]


def test_one_alert_was_posted_and_not_acknowledged(call: Facts) -> None:
    assert call.channel is not None
    assert [(one.outcome, one.at) for one in call.channel.log] == [(Outcome.POSTED, START + 23 * MINUTE)]
    assert len(call.channel.subscriptions) == 1


def test_an_asker_is_found_by_address_only(call: Facts) -> None:
    assert call.asker == someone(call, "Kofi Mensah").key
    assert (facts("helpdesk@example.com").asker, facts("helpdesk@example.com").asker_known) == (None, True)
    assert (facts(None).asker, facts(None).asker_known) == (None, False)
