"""Why a piece of data is absent: never measured by Zoom, refused this time, or simply not there."""

from collections.abc import Sequence

from bot.blocks.lines import Line
from bot.blocks.names import clean
from bot.blocks.words import stream_words
from bot.domain.model import Direction, Label, Media, Participant
from bot.domain.shared_words import listed
from bot.questions.answer import Answer
from bot.questions.answers.time import MINUTES
from bot.questions.asked import Intent
from bot.questions.gaps import GAPS, KNOWN, SAME, Gap
from bot.questions.pen import Pen
from bot.questions.phrasing import of_people, unmeasured
from bot.questions.quoting import quoted
from bot.questions.row import Asked, Row
from bot.questions.whom import named, not_found

MOST_MISSING = 3


def gap(asked: Asked) -> Answer:
    """How many lack it and why; never measured by Zoom, refused this time, and simply not sent are told apart."""
    pen, report = Pen(asked.facts), asked.facts.report
    fields = asked.reading.slots.get("field")
    keys = [one for one in (fields if isinstance(fields, list | tuple) else [fields]) if isinstance(one, str)]
    if any(key in {"minutes", "per_minute", "minute", "timeline"} for key in keys):
        return _minutes(pen, asked)
    rows = [row for key in keys if (row := GAPS.get(SAME.get(key.casefold(), key.casefold())))]
    people = named(asked)
    missing = not_found(asked)
    lines: list[Line] = [[missing]] if missing else []
    for row in dict.fromkeys(rows[:3]):
        lines += [[_of_person(pen, asked, person, row)] for person in people[:3]] or [[_why(pen, asked, row)]]
    unknown = [key for key in keys if key.casefold() not in {*GAPS, *SAME}]
    lines += [[_unknown(pen, unknown)]] if unknown else []
    if not rows and people:
        lines += [[_all_of(pen, person)] for person in people[:3]]
    if not lines or (not rows and not people and not unknown):
        lines.append(_in_general(pen, asked))
        lines += unmeasured(pen, report.participants)
    if any(row.word for row in rows) or not rows:
        lines += [[f"Zoom refused: {quoted(pen, one)}"] for one in report.missing[:MOST_MISSING]]
    return pen.written(lines, suggestions=("is the data complete?", "read it again"))


def _why(pen: Pen, asked: Asked, row: Gap) -> str:
    people = asked.facts.report.participants
    if row.has is None:
        return f"About {row.what}: {row.why}."
    lacking = [p for p in people if not row.has(p)]
    if not lacking:
        all_of_them = of_people(pen, len(people), len(people))
        return f"No {row.what} are missing here: {all_of_them} people have them. Where they are missing: {row.why}."
    refused = row.word and any(row.word in one for one in asked.facts.report.missing)
    why = "Zoom refused that part this time, see below" if refused else row.why
    shown = f" ({listed([pen.name(p.key) for p in lacking[:3]])})" if len(lacking) <= 3 else ""
    return f"Missing {row.what}: {of_people(pen, len(lacking), len(people))} people{shown}. {why}."


def _of_person(pen: Pen, asked: Asked, person: Participant, row: Gap) -> str:
    """Whether this one has it, and why not."""
    name = pen.name(person.key)
    if row.has is None:
        return f"About {row.what}: {row.why}."
    if row.medium is not None:
        return _of_medium(name, person, row)
    if row.has(person):
        return f"{name} has {row.what}. {_measures(person)}"
    refused = row.word and any(row.word in one for one in asked.facts.report.missing)
    return f"{name}: no {row.what}. {'Zoom refused that part this time' if refused else row.why}."


def _of_medium(name: str, person: Participant, row: Gap) -> str:
    """`Maria Ivanova: no video sent. With the camera off nothing is sent. Measured: video received.`"""
    held = {s.direction for s in person.streams if s.media is row.medium and s.label is not None}
    words = {way: stream_words(row.medium or Media.VIDEO, way) for way in Direction}
    absent, there = ([words[way] for way in Direction if (way in held) is is_there] for is_there in (False, True))
    if not absent:
        return f"{name}: nothing is missing, {' and '.join(there)} were measured."
    rest = f" Measured: {there[0]}." if there else ""
    return f"{name}: no {' and no '.join(absent)}. {row.why}.{rest}"


def _all_of(pen: Pen, person: Participant) -> str:
    name = pen.name(person.key)
    if person.label is Label.UNRATED:
        why = clean(person.unrated_reason, 120) or "nothing was measured"
        phone = (person.device or "").casefold() == "phone"
        rest = f" {GAPS['phone'].why}." if phone else ""
        return f"{name} is not rated: {quoted(pen, why)}.{rest}"
    return f"{name} is rated. {_measures(person)}"


def _measures(person: Participant) -> str:
    """`Measured: audio sent, audio received; nothing of video sent. …`"""
    streams = {(s.media, s.direction) for s in person.streams if s.label is not None}
    order = [(media, way) for media in Media for way in Direction]
    there, absent = ([stream_words(*one) for one in order if (one in streams) is held] for held in (True, False))
    if not there:
        return "Nothing was measured."
    rest = f"; nothing of {', '.join(absent)}" if absent else ""
    return (
        f"Measured: {', '.join(there)}{rest}. Beyond loss, latency, jitter, bitrate, pictures and CPU Zoom has nothing."
    )


def _unknown(pen: Pen, keys: Sequence[str]) -> str:
    words = listed([quoted(pen, clean(key.replace("_", " "), 40) or "that") for key in keys[:3]])
    return f"Zoom does not measure {words}: its quality data hold loss, latency, jitter, bitrate, pictures and CPU."


def _minutes(pen: Pen, asked: Asked) -> Answer:
    count = len(asked.facts.recorded.by_clock)
    if count:
        line = f"They are there: {pen.count(count, 'minutes')} minutes are on record for this call."
    else:
        line = (
            "There are no per-minute values for this call: Zoom sends them only as events (participant QoS), while the "
            "call runs, and they are kept for a shorter time than summaries."
        )
    return pen.written(
        [[line]], suggestions=("when did it start?" if count else "who had it worst?", "is the data complete?")
    )


def _in_general(pen: Pen, asked: Asked) -> Line:
    report = asked.facts.report
    missing = [p for p in report.participants if p.label is Label.UNRATED]
    if missing:
        count = of_people(pen, len(missing), len(report.participants))
        return [f"Not measured: {count} people; the others have numbers. I can say why of {listed(KNOWN)}."]
    return [f"Nothing is missing of the people's numbers. I can say why of {listed(KNOWN)}."]


ROWS: tuple[Row, ...] = (Row(Intent.DATA_GAP, gap, MINUTES),)
