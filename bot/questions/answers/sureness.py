"""How sure an answer is, by what was covered and what was not, and the rows of data behind the last one."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.blocks.lines import Line
from bot.blocks.words import CAUSES, READINGS, VERIFIED, metric_word, stream_words
from bot.domain.minutes import MINUTE
from bot.domain.model import Participant, Report, Stream
from bot.questions.answer import Answer
from bot.questions.answers.time import MINUTES
from bot.questions.asked import Intent
from bot.questions.clock import bounds
from bot.questions.minutely import by_person, worst
from bot.questions.pen import ZOOM_FIELDS, Pen, spread_of
from bot.questions.phrasing import NETWORK, deciding, label_word, look_of, of_people, rated, span, unmeasured
from bot.questions.quoting import quoted
from bot.questions.recorded import ByPerson, Streams
from bot.questions.row import Asked, Row
from bot.questions.whom import not_found, whom

ALMOST_ALL_PCT, HALF_PCT = 90, 50
RAW = (*NETWORK, "bitrate", "frame_rate")
MOST_MINUTES, MOST_PEOPLE = 20, 3


# --- how sure --------------------------------------------------------------------------------------------------------


def confidence(asked: Asked) -> Answer:
    """A word, how many people and minutes are covered, whether directions are verified, what would change it."""
    pen, report, about = Pen(asked.facts), asked.facts.report, whom(asked)
    seen = rated(report.participants)
    word = _sureness(report, len(seen))
    person = about.first
    of_cause = _of_cause(pen, person, asked)
    covered = f"{of_people(pen, len(seen), len(report.participants))} people are rated{_minutes(pen, asked)}"
    lines: list[Line] = [
        [f"{of_cause}{word}: {covered}."],
        [f"Directions: {READINGS[report.direction.reading]}, {VERIFIED[report.direction.verified]}."],
    ]
    gaps = [*_unfinished(report), *(quoted(pen, one) for one in report.missing[:2])]
    lines.append([f"Missing: {'; '.join(gaps)}."] if gaps else ["Nothing is missing from Zoom's answer."])
    lines.append([f"It would change with {_would_change(report, asked)}."])
    more: list[Line] = [[quoted(pen, words)] for words in (*report.direction.evidence, *report.missing[2:])]
    more += unmeasured(pen, report.participants, 20)
    return pen.written(lines, more=tuple(more), suggestions=("show the raw numbers", "is the data complete?"))


def _of_cause(pen: Pen, person: Participant | None, asked: Asked) -> str:
    """`Of the cause for Kofi Mensah: medium (their own uplink). ` where a cause or a person was spoken of."""
    if person is None or person.cause.code not in CAUSES or not (asked.turns or asked.reading.people):
        return ""
    return (
        f"Of the cause for {pen.name(person.key)}: {person.cause.confidence} confidence ({CAUSES[person.cause.code]}). "
    )


def _sureness(report: Report, seen: int) -> str:
    everybody = len(report.participants)
    if not seen or 100 * seen < HALF_PCT * everybody:
        return "Not sure"
    if not report.complete or report.missing or 100 * seen < ALMOST_ALL_PCT * everybody:
        return "Fairly sure of who had trouble, not of all of it"
    if report.direction.verified is False:
        return "Sure of who had trouble, not of which direction"
    return "Sure of who had trouble" if report.direction.verified else "Sure of who had trouble, less of the direction"


def _minutes(pen: Pen, asked: Asked) -> str:
    call = bounds(asked.facts)
    told = asked.facts.recorded.by_clock
    if not told or call is None:
        return ", from whole-call averages only (no per-minute values)"
    whole = max(len(told), (call.end - call.start) // MINUTE)
    return f", {pen.count(len(told), 'minutes')} of {pen.count(whole, 'minutes')} minutes on record"


def _unfinished(report: Report) -> list[str]:
    without = any(not p.has_summary for p in report.participants)
    if report.subject.ended_at is None:
        return ["the rest of the call: it is not known to have ended"]
    return ["the summaries of some people"] if without else [] if report.complete else ["summary pages"]


def _would_change(report: Report, asked: Asked) -> str:
    if not report.complete:
        return "the data that are still to come"
    if report.direction.verified is not True:
        return "more meetings that verify which direction is sent; who had trouble would stay"
    return "per-minute values" if not asked.facts.minutes else "data of other meetings of the same people"


# --- the rows behind it ----------------------------------------------------------------------------------------------


def evidence(asked: Asked) -> Answer:
    """The numbers behind the last answer, or behind the worst person; all rows with Zoom's field names in `more`."""
    pen, missing, about = Pen(asked.facts), not_found(asked), whom(asked)
    people = list(asked.reading.people) or (list(asked.turns[-1].people) if asked.turns else [])
    chosen = [asked.facts.people[key] for key in people if key in asked.facts.people] or list(about.people)
    if missing or not chosen:
        lines: list[Line] = [[missing or "Nobody was rated, so there are no numbers behind it."]]
        return pen.written(lines, suggestions=("is the data complete?", "who was in it?"))
    minutes = by_person(asked.facts)
    shown = chosen[:MOST_PEOPLE]
    lines = [[f"{pen.name(p.key)}, {label_word(p)}: {deciding(pen, p) or 'nothing measured'}."] for p in shown]
    more: list[Line] = []
    for person in shown:
        more += _streams(pen, person)
        more += _rows(pen, person, minutes.get(person.key, {}), asked)
    if len(chosen) > len(shown):
        lines.append([f"The first {pen.count(len(shown))} of {pen.count(len(chosen))} people; export has everybody."])
    lines.append(_from(pen, asked, shown, minutes))
    return pen.written(lines, more=tuple(more), suggestions=("export it as csv", "graph it", "how sure are you?"))


def _from(pen: Pen, asked: Asked, shown: Sequence[Participant], minutes: ByPerson) -> Line:
    call = bounds(asked.facts)
    when = [" of ", *span(pen, call.start, call.end)] if call else []
    if any(minutes.get(p.key) for p in shown):
        return ["Averages over the call", *when, "; all streams and single minutes are under Show the numbers."]
    return ["Averages over the call", *when, "; there are no per-minute values. All streams: Show the numbers."]


def _streams(pen: Pen, person: Participant) -> list[Line]:
    """`Kofi Mensah, audio sent: avg_loss 7.9 %, max_loss 22 %, …`."""
    name = pen.facts.names[person.key]
    return [[f"{name}, {stream_words(s.media, s.direction)}: {_fields(pen, person, s)}."] for s in person.streams]


def _fields(pen: Pen, person: Participant, stream: Stream) -> str:
    found = list[str]()
    for metric in RAW:
        spread = spread_of(stream, metric)
        for stat in ("avg", "max", "min") if spread is not None else ():
            found += _field(pen, person, stream, metric, stat) if getattr(spread, stat) is not None else []
    if stream.resolution:
        found.append(f"resolution {quoted(pen, stream.resolution)}")
    return ", ".join(found) or "nothing measured"


def _field(pen: Pen, person: Participant, stream: Stream, metric: str, stat: str) -> list[str]:
    return [f"{ZOOM_FIELDS[metric].format(stat=stat)} {pen.measured(person, stream, metric, stat)}"]


def _rows(pen: Pen, person: Participant, minutes: Mapping[datetime, Streams], asked: Asked) -> list[Line]:
    """The worst minutes, in order: when, which stream, its numbers."""
    look = look_of(asked.reading.slots, pen)
    found = [(at, reading) for at, streams in minutes.items() if (reading := worst(streams, look)) is not None]
    picked = sorted(sorted(found, key=lambda row: (-row[1].badness, row[0]))[:MOST_MINUTES])
    name = pen.facts.names[person.key]
    rows: list[Line] = []
    for at, one in picked:
        where, what = stream_words(one.stream.media, one.stream.direction), metric_word(one.metric)
        value = pen.measured(person, one.stream, one.metric)
        rows.append([pen.time(at), f" {name}, {where}: average {what} {value}, {one.label}"])
    return rows


ROWS: tuple[Row, ...] = (Row(Intent.CONFIDENCE, confidence, MINUTES), Row(Intent.EVIDENCE, evidence, MINUTES))
