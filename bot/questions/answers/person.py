"""Everything about one person: label, streams, minutes, likely cause, surroundings. Devices and networks are beside."""

from bot.blocks.lines import Line
from bot.blocks.words import LABELS, MEDIA, metric_word, stream_words
from bot.domain.model import Label, Media, Participant, Stream
from bot.domain.shared_words import listed
from bot.questions.answer import Answer
from bot.questions.asked import Intent
from bot.questions.bad_minutes import minutes_line
from bot.questions.facts import Need
from bot.questions.one_person import One, one_person, surroundings
from bot.questions.pen import Pen, spread_of
from bot.questions.phrasing import likely, sentence
from bot.questions.quoting import quoted
from bot.questions.row import Asked, Row
from bot.questions.spot_words import reason, spot_words, within
from bot.questions.spots import OF_STREAMS, Spot, Wanted, label_in, spot, wanted

NOTHING = "no traffic or not measured"


def detail(asked: Asked) -> Answer:
    """The label and the number that made it, then each medium and direction, minutes, cause, surroundings."""
    pen, want = Pen(asked.facts), wanted(asked.reading.slots, asked.turns)
    one = one_person(asked, pen)
    if isinstance(one, Answer):
        return one
    person = one.person
    lines: list[Line] = [[_first(pen, one, want)], *one.note]
    streams = _labels_line(person, want)
    lines += [[streams]] if streams else []
    lines += _minutes_and_cause(pen, person, want)
    around = surroundings(person)
    pictures = _pictures(pen, person, want) if want.media == (Media.VIDEO,) else ""
    lines += [[pictures]] if pictures else []
    lines += [[sentence(", ".join(around))]] if around else []
    return pen.written(lines, more=tuple(numbers(pen, person)), suggestions=_next(pen, person))


def _first(pen: Pen, one: One, want: Wanted) -> str:
    person, report = one.person, pen.facts.report
    if person.label is Label.UNRATED:
        return f"{one.name} is not rated: {reason(person)}. Not measured is neither good nor bad."
    found, label = spot(person, want, report), label_in(person, want, report)
    if found is None:
        what = f" of {metric_word(want.metric)}" if want.metric else ""
        overall = LABELS[person.label][1]
        return f"Zoom has no measurement{what} for {one.name}{within(want)}; over everything the label is {overall}."
    words = spot_words(pen, found, want.stat)
    if label is Label.UNRATED:
        return f"{one.name}: {words}."
    if label is Label.GOOD:
        return f"{one.name} was good{within(want)}, every average is within its limit. Worst: {words}."
    return f"{one.name} was {LABELS[label][1]}{within(want)}: {words}."


def _labels_line(person: Participant, want: Wanted) -> str:
    """`Audio: sent poor, received good. Video: received good.`"""
    parts = []
    for media in Media:
        shown = [s for s in person.streams if s.media is media and want.takes(s) and s.label is not None]
        ways = [f"{s.direction} {LABELS[s.label][1]}" for s in shown if s.label is not None]
        parts += [f"{MEDIA[media].capitalize()}: {', '.join(ways)}."] if ways else []
    silent = [stream_words(s.media, s.direction) for s in person.streams if s.label is None and want.takes(s)]
    parts += [f"Without traffic or not measured: {listed(silent)}."] if silent and parts else []
    return " ".join(parts)


def _minutes_and_cause(pen: Pen, person: Participant, want: Wanted) -> list[Line]:
    if person.label is Label.UNRATED:
        return []
    minutes, cause = minutes_line(pen, person, want), likely(pen, person)
    words = sentence(cause) if cause and person.label is not Label.GOOD else ""
    if not minutes:
        return [[words]] if words else []
    return [[*minutes[0], f" {words}" if words else ""]]


def _pictures(pen: Pen, person: Participant, want: Wanted) -> str:
    """`Picture sent 1280*720 at 25 fps, received 640*360 at 24 fps.`"""
    parts = []
    for stream in person.streams:
        if stream.media is Media.VIDEO and want.takes(stream) and stream.resolution:
            rate = pen.measured(person, stream, "frame_rate")
            parts.append(f"{stream.direction} {quoted(pen, stream.resolution)}, average frame rate {rate}")
    return f"Picture {'; '.join(parts)}." if parts else ""


def _next(pen: Pen, person: Participant) -> tuple[str, ...]:
    name = pen.facts.names[person.key]
    if person.label in {Label.GOOD, Label.UNRATED}:
        return (f"what device did {name} use?", "who had it worst?")
    return (f"why was {name} bad?", f"how long was {name} bad?", f"was it just {name}?")


# --- all numbers -----------------------------------------------------------------------------------------------------


def numbers(pen: Pen, person: Participant) -> list[Line]:
    """One line per stream, then what is measured of the person."""
    lines: list[Line] = [[_stream_line(pen, person, stream)] for stream in person.streams]
    cpu, rssi = person.cpu, person.wifi_rssi_dbm
    if cpu.zoom_avg_pct is not None:
        lines.append([f"{spot_words(pen, Spot(person, 'cpu', cpu.zoom_avg_pct, 0))}{_pressure(person)}."])
    if rssi is not None:
        lines.append([f"{spot_words(pen, Spot(person, 'rssi', rssi, 0))}."])
    if person.mos_estimate is not None:
        estimate = spot_words(pen, Spot(person, "mos", person.mos_estimate, 0))
        lines.append([f"{sentence(estimate)} It is never part of the label."])
    return lines


def _pressure(person: Participant) -> str:
    return f", CPU pressure {person.cpu.pressure}" if person.cpu.pressure else ""


def _stream_line(pen: Pen, person: Participant, stream: Stream) -> str:
    label = LABELS[stream.label][1] if stream.label is not None else NOTHING
    parts = [label]
    for metric in OF_STREAMS:
        spread = spread_of(stream, metric)
        if spread is not None and spread.avg is not None:
            peak = f" (max {pen.measured(person, stream, metric, 'max')})" if spread.max is not None else ""
            parts.append(f"average {metric_word(metric)} {pen.measured(person, stream, metric)}{peak}")
    parts += [f"picture {quoted(pen, stream.resolution)}"] if stream.resolution else []
    return f"{stream_words(stream.media, stream.direction)}: {', '.join(parts)}."


ROWS = (Row(Intent.PARTICIPANT_DETAIL, detail, frozenset({Need.MINUTES})),)
