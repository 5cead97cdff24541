"""*Copy for the ticket*: plain lines for an ISP or a helpdesk. Holds nobody's name, no topic and no address."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from statistics import median

from bot.blocks.names import clean
from bot.blocks.numbers import LISTED, average_beside, deciding_number, spread_of
from bot.blocks.words import CAUSES, amount, metric_word, network, people, stream_words
from bot.domain.limits import Limits
from bot.domain.model import Participant, Report, Stream


def ticket(report: Report, person: Participant, others: Sequence[float], reading: str, now: datetime) -> list[str]:
    """UTC window, place, numbers with direction, comparison, likely cause, source; one line each."""
    return [line for line in _lines(report, person, others, reading, now) if line]


def _lines(report: Report, person: Participant, others: Sequence[float], reading: str, now: datetime) -> Iterable[str]:
    yield "Call quality of one participant of a Zoom call"
    yield f"When:     {_window(report, person)}"
    yield _place(person)
    decided = deciding_number(person)
    yield f"Problem:  {decided}" if decided else "Problem:  none by the limits; numbers below"
    for stream in person.streams:
        if stream.label is not None:
            yield f"Measured: {_numbers(stream, report.limits)}"
    yield _beside(person, others)
    if person.cause.code in CAUSES:
        yield f"Likely:   {CAUSES[person.cause.code]} ({person.cause.confidence} confidence)"
    identity = report.subject.uuid or report.subject.number or "not known"
    yield f"Source:   Zoom QSS summary of {report.subject.kind} {clean(identity, 60)}, averages over the call"
    yield f"          {reading}; read {now.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _window(report: Report, person: Participant) -> str:
    start = person.joined_at or report.subject.started_at
    end = person.left_at or report.subject.ended_at
    if start is None:
        return "not known"
    until = f"–{end.astimezone(UTC):%H:%M}" if end and end >= start else ""
    minutes = "" if person.minutes is None else f" ({amount(person.minutes, 'min')} in the call)"
    return f"{start.astimezone(UTC):%Y-%m-%d %H:%M}{until} UTC{minutes}"


def _place(person: Participant) -> str:
    facts = [
        clean(person.location, 60),
        network(person.network_type),
        clean(person.connection_type, 30),
        f"Zoom data centre {clean(person.data_center, 60)}" if person.data_center else None,
        clean(person.device, 60),
    ]
    known = [fact for fact in facts if fact]
    return f"Where:    {', '.join(known)}" if known else ""


def _numbers(stream: Stream, limits: Limits) -> str:
    known = [key for key in LISTED if spread_of(stream, key) is not None]
    numbers = [f"{metric_word(key)} {average_beside(stream, key, limits)}" for key in known]
    return f"{stream_words(stream.media, stream.direction)}: {', '.join(numbers)}"


def _beside(person: Participant, others: Sequence[float]) -> str:
    decided = person.decided_by
    if decided is None or not others:
        return ""
    middle, worst = amount(median(others), decided.unit), amount(max(others), decided.unit)
    return f"Others:   {people(len(others))} in the same call, same stream: median {middle}, highest {worst}"
