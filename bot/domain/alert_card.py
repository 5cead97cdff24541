"""What an alert's message shows, as one value: equal cards are the same message. No words, and nothing of Slack."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.alert_rule import Reading, Why
from bot.domain.model import Direction, Kind, Label, Media, Participant, Report, Scope, Stream, Subject

NAMED_AT_MOST = 3
SETTLED = timedelta(hours=2)
"""This long after the end nothing more is waited for: Zoom's last retry of an event is at 85 minutes."""


class Phase(StrEnum):
    """`RECOVERED`: the call goes on, the trouble does not. `PROVISIONAL`: ended, and somebody's numbers are missing."""

    RUNNING = "running"
    RECOVERED = "recovered"
    PROVISIONAL = "provisional"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Trouble:
    """What was bad: media and directions, and the range of the deciding metric over the affected people."""

    media: tuple[Media, ...]
    directions: tuple[Direction, ...]
    metric: str
    low: float
    high: float
    limit: float
    unit: str


@dataclass(frozen=True, slots=True)
class AlertCard:
    """A pure function of the facts: it holds no time of posting, and nothing that depends on the order of arrival.

    Names, places and texts are raw. `site` and `data_center` are what all affected people share. `verdict_key`
    changes when the verdict does, not when a number does.
    """

    call: str
    kind: Kind
    number: str | None
    uuid: str | None
    topic: str | None
    host: str | None
    started_at: datetime | None
    ended_at: datetime | None
    phase: Phase
    met: bool
    by_host: bool
    label: Label
    affected: int
    rated: int
    whole_affected: int
    whole_rated: int
    waiting: int
    names: tuple[str, ...]
    since: datetime | None
    until: datetime | None
    times: int
    site: str | None
    data_center: str | None
    trouble: Trouble | None
    verdict: str
    verdict_key: str
    scope: Scope
    cause: str
    confidence: str


def call_key(subject: Subject) -> str:
    """One call instance: kind and UUID, or the number where that is all there is."""
    return f"{subject.kind}:{subject.uuid or subject.number or ''}"


def card_of(reading: Reading, report: Report, now: datetime) -> AlertCard:
    """The message for this reading of this report."""
    subject, about = report.subject, reading.about
    people = [p for p in about.participants if p.key in set(reading.affected)]
    host = next((p for p in report.participants if p.key == reading.host), None)
    site = _common([p.location for p in people])
    center = _common([p.data_center for p in people]) if len(people) > 1 else None
    cause, confidence = _cause(about, people)
    names = [p.name for p in people if p.name] if len(people) <= NAMED_AT_MOST else []
    return AlertCard(
        call=call_key(subject),
        kind=subject.kind,
        number=subject.number,
        uuid=subject.uuid,
        topic=subject.topic,
        host=(host.name if host else None) or subject.host,
        started_at=subject.started_at,
        ended_at=subject.ended_at,
        phase=_phase(reading, report, now),
        met=reading.met,
        by_host=reading.why is Why.HOST,
        label=reading.rule.label,
        affected=len(reading.affected),
        rated=reading.values.rated,
        whole_affected=reading.whole.affected,
        whole_rated=reading.whole.rated,
        waiting=sum(not p.has_summary for p in report.participants),
        names=tuple(names),
        since=reading.since,
        until=reading.until,
        times=reading.times,
        site=site,
        data_center=center,
        trouble=_trouble(reading, people),
        verdict=about.verdict.text,
        verdict_key=_verdict_key(about, site, center),
        scope=about.verdict.scope,
        cause=cause,
        confidence=confidence,
    )


def _phase(reading: Reading, report: Report, now: datetime) -> Phase:
    ended = report.subject.ended_at
    if ended is None:
        return Phase.RUNNING if reading.open else Phase.RECOVERED
    return Phase.FINAL if report.complete or now - ended >= SETTLED else Phase.PROVISIONAL


def _common(facts: Sequence[str | None]) -> str | None:
    """What all have, None where somebody's is not known or differs."""
    known = {" ".join(fact.split()).casefold(): fact for fact in facts if fact and fact.strip()}
    return next(iter(known.values())) if len(known) == 1 and all(facts) else None


def _cause(about: Report, people: Sequence[Participant]) -> tuple[str, str]:
    """What the verdict blames, else the cause that most of the affected people have, with the best confidence word."""
    codes = Counter(p.cause.code for p in people)
    shared = about.verdict.cause
    code = shared if shared != "none" else max(codes, key=lambda c: (codes[c], c), default="unknown")
    words = {p.cause.confidence for p in people if p.cause.code == code}
    return code, next((word for word in ("high", "medium", "low") if word in words), "low")


_SHARED = {Scope.SENDER, Scope.SITE, Scope.DATACENTER}


def _verdict_key(about: Report, site: str | None, center: str | None) -> str:
    """Who shares what; empty when nothing can be told. Counts, and whether it is one person or several, are no part."""
    verdict = about.verdict
    if verdict.scope is Scope.CANT_TELL:
        return ""
    if verdict.scope not in _SHARED:
        return "people"
    place = {Scope.SITE: site, Scope.DATACENTER: center}.get(verdict.scope) or ""
    senders = [p.key for p in about.participants if p.key in verdict.people] if verdict.scope is Scope.SENDER else []
    return "|".join((verdict.scope, place.casefold(), *sorted(senders)))


def _trouble(reading: Reading, people: Iterable[Participant]) -> Trouble | None:
    """The streams that make the affected people affected; the metric that decides most of them, as a range."""
    labels = {Label.POOR, Label.FAIR} if reading.rule.label is Label.FAIR else {Label.POOR}
    bad = [s for p in people for s in p.streams if s.label in labels and reading.rule.media in {None, s.media}]
    metrics = {metric.key: metric for metric in reading.about.limits.metrics}
    counts = Counter(s.worst_metric for s in bad if s.worst_metric in metrics)
    if not counts:
        return None
    metric = metrics[max(metrics, key=lambda key: (counts[key], -list(metrics).index(key)))]
    values = [value for s in bad if s.worst_metric == metric.key and (value := _average(s, metric.field)) is not None]
    if not values:
        return None
    return Trouble(
        tuple(media for media in Media if any(s.media is media for s in bad)),
        tuple(way for way in Direction if any(s.direction is way for s in bad)),
        metric.key,
        _rounded(min(values), metric.unit),
        _rounded(max(values), metric.unit),
        metric.fair if reading.rule.label is Label.POOR else metric.good,
        metric.unit,
    )


def _average(stream: Stream, field: str) -> float | None:
    spread = getattr(stream, field)
    average: float | None = spread.avg if spread is not None else None
    return average


def _rounded(value: float, unit: str) -> float:
    """As precise as it is shown, so that what cannot be seen edits no message."""
    return round(value, 1) if unit == "%" and value < 9.95 else float(round(value))
