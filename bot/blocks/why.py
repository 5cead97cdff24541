"""The *Why?* view: one person's label, cause, streams and comparison, and a plain block for a ticket. No judging."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from statistics import median

from bot.blocks import parts
from bot.blocks.lines import Line, bold
from bot.blocks.names import clean, display_names, scrub, unlike_a_row
from bot.blocks.numbers import LISTED, average_beside, deciding_number, spread_of
from bot.blocks.parts import Element
from bot.blocks.ticket import ticket
from bot.blocks.words import (
    CAUSES,
    CPU_LABELS,
    LABELS,
    MEDIA,
    READINGS,
    VERIFIED,
    amount,
    bound,
    finite,
    metric_word,
    people,
    stream_words,
)
from bot.domain.causes import rule_in_words
from bot.domain.direction_evidence import proved
from bot.domain.limits import Limits
from bot.domain.model import Label, Participant, Report, Stream
from bot.ports import Block

PICKED = "qos_why_person"
TITLE = "Why?"
PICK = "Choose a person"
IN_ONE_GROUP, MOST_PICKABLE = 100, 500
"""Slack takes a hundred options in a list or group; a view of more people than this could be too large for it."""


def loading() -> Element:
    """Shown at once, since Slack lets a view be opened for three seconds only."""
    return parts.modal(TITLE, parts.rich_text([["Looking at the numbers …"]]))


def failed(line: str) -> Element:
    """What went wrong, in the place of the view that was promised."""
    return parts.modal(TITLE, parts.rich_text([[line]]))


def why(report: Report, key: str | None, *, now: datetime, state: str) -> Element:
    """The view for one person; the worst one where `key` is None or no longer in the report."""
    if not report.participants:
        return failed("Zoom names no participants for this call, so there is nothing to explain.")
    names = display_names(report.participants)
    person = next((p for p in report.participants if p.key == key), report.participants[0])
    blocks: list[Block] = [
        *_picker(report, person, names),
        parts.header(f"{names[person.key]}: {_verdict(person)}"),
        *parts.rich_text(_because(person)),
        *_titled("Likely cause", _cause(report, person)),
        *_titled("Beside the others", _comparison(report, person)),
        *_streams(person, report.limits),
        *_titled("Also measured", _also(person)),
        *_ticket(report, person, now),
    ]
    return parts.modal(TITLE, blocks, private_metadata=state)


def _picker(report: Report, person: Participant, names: Mapping[str, str]) -> list[Block]:
    """Everybody, worst first, in groups of a hundred; where they do not all fit, the worst, and a line that says so."""
    others = [p for p in report.participants if parts.can_be_chosen(p.key)]
    shown = others[:MOST_PICKABLE]
    if person not in others:
        return []
    if person not in shown:
        shown[-1] = person
    options = [(f"{LABELS[p.label][0].char} {names[p.key]}", p.key) for p in shown]
    if len(options) <= IN_ONE_GROUP:
        return parts.actions(parts.static_select(PICKED, PICK, options, person.key))
    groups = [
        (f"{first + 1:,}–{first + len(some):,} of {len(others):,}, worst first", some)
        for first in range(0, len(options), IN_ONE_GROUP)
        for some in [options[first : first + IN_ONE_GROUP]]
    ]
    picker = parts.actions(parts.grouped_select(PICKED, PICK, groups, person.key))
    if len(others) == len(shown):
        return picker
    worst = f"The list has the worst {len(shown):,} of {len(others):,} people; All participants has everybody."
    return [*picker, *parts.context([worst])]


def _verdict(person: Participant) -> str:
    word = LABELS[person.label][1]
    return word if person.score is None else f"{word}, score {person.score} of 100"


def _titled(title: str, lines: Sequence[Line]) -> list[Block]:
    return parts.rich_text([[bold(title)], *lines]) if lines else []


# --- the label and its cause -----------------------------------------------------------------------------------------


def _because(person: Participant) -> list[Line]:
    """The rule in words, with this person's number in it."""
    rule = "A label comes from the worst average of the worst stream; a maximum never decides."
    if person.label is Label.UNRATED:
        reason = clean(person.unrated_reason, 120) or "not enough was measured"
        return [[f"Not rated: {reason}. Not measured is neither good nor bad."]]
    number = deciding_number(person)
    if number is None:
        return [[f"Good: every average is within its limit. {rule}"]]
    return [[f"{LABELS[person.label][1].capitalize()}, because of {number}. {rule}"]]


def _cause(report: Report, person: Participant) -> list[Line]:
    cause = person.cause
    if cause.code in ("none", "insufficient_data"):
        return [_bullet(words) for words in cause.evidence]
    sure = proved(person, cause.code, report.direction.verified)
    unsure = "" if sure else "; sent and received are not yet verified"
    named = CAUSES.get(cause.code, "can't tell")
    lines: list[Line] = [[f"{named[0].upper()}{named[1:]} ({clean(cause.confidence, 12) or 'low'} confidence{unsure})"]]
    lines += [_bullet(words) for words in cause.evidence]
    rule = rule_in_words(cause.code, report.limits)
    if rule:
        lines.append([f"The rule: {rule}"])
    if cause.ruled_out:
        lines += [["Looked at and ruled out:"], *(_bullet(words) for words in cause.ruled_out)]
    return [*lines, ["Next: ", clean(cause.advice, 300) or ""]] if cause.advice else lines


def _bullet(words: str) -> Line:
    return ["• ", clean(unlike_a_row(scrub(words)), 300) or ""]


# --- the others ------------------------------------------------------------------------------------------------------


def _comparison(report: Report, person: Participant) -> list[Line]:
    """The deciding number beside the same number of everybody else who has one."""
    lines: list[Line] = []
    decided = person.decided_by
    if decided is not None:
        others = others_averages(report.participants, person)
        where = f"{stream_words(decided.media, decided.direction)}, average {metric_word(decided.metric)}"
        if others:
            middle, worst = amount(median(others), decided.unit), amount(max(others), decided.unit)
            lines.append([f"• {where}: {people(len(others))} beside this one, median {middle}, highest {worst}"])
        else:
            lines.append([f"• {where}: measured for nobody else"])
    neighbours = [p for p in report.participants if p is not person and _same_network(p, person)]
    if neighbours:
        poor = sum(p.label is Label.POOR for p in neighbours)
        lines.append([f"• From the same network: {people(len(neighbours))} more, {poor} poor"])
    return lines


def others_averages(participants: Iterable[Participant], person: Participant) -> list[float]:
    """The deciding metric's averages of all other rated people, in the same medium and direction."""
    decided = person.decided_by
    if decided is None:
        return []
    streams = (
        s
        for p in participants
        if p is not person and p.label is not Label.UNRATED
        for s in p.streams
        if s.label is not None and (s.media, s.direction) == (decided.media, decided.direction)
    )
    spreads = (spread_of(stream, decided.metric) for stream in streams)
    return [spread.avg for spread in spreads if spread is not None and spread.avg is not None]


def _same_network(one: Participant, other: Participant) -> bool:
    return one.network_group is not None and one.network_group == other.network_group


# --- all numbers -----------------------------------------------------------------------------------------------------


def _streams(person: Participant, limits: Limits) -> list[Block]:
    return _titled("All streams", [_stream_line(stream, limits) for stream in person.streams])


def _stream_line(stream: Stream, limits: Limits) -> Line:
    """`audio sent · poor · loss 7.9 % (max 22) · latency 61 ms (max 118) · jitter 14 ms (max 61) · 42 kbps`."""
    word = "no traffic or not measured" if stream.label is None else stream.label.value
    numbers = [f"{metric_word(key)} {average_beside(stream, key, limits)}" for key in LISTED]
    rate, fps = stream.bitrate_kbps, stream.frame_rate_fps
    if rate is not None and finite(rate.avg) is not None:
        numbers.append(amount(rate.avg, "kbps"))
    if fps is not None and finite(fps.avg) is not None:
        numbers.append(amount(fps.avg, "fps"))
    if stream.resolution:
        numbers.append(clean(stream.resolution, 12) or "")
    return ["• ", bold(stream_words(stream.media, stream.direction)), f" · {' · '.join([word, *numbers])}"]


def _also(person: Participant) -> list[Line]:
    """The CPU line, the listening estimate with its assumptions, and Zoom's own word: none of them makes the label."""
    lines: list[Line] = []
    cpu = person.cpu
    if cpu.label in CPU_LABELS:
        facts = [f"Zoom {amount(cpu.zoom_avg_pct, '%')} avg", f"system max {amount(cpu.system_max_pct, '%')}"]
        pressure = f", pressure {cpu.pressure}" if cpu.pressure else ""
        lines.append([f"• {CPU_LABELS[cpu.label]}: {', '.join(facts)}{pressure}"])
    if person.mos_estimate is not None and person.r_estimate is not None:
        lines.append(
            [
                f"• Estimated listening quality {person.mos_estimate:.1f} of 4.5 (R {person.r_estimate:.1f}): "
                "ITU-T G.107 from received audio, assuming no echo, a codec that hides loss (Ie 0, Bpl 20) and random "
                "loss. An estimate; never the label."
            ]
        )
    for media, said in (person.zoom_says or {}).items():
        score = "" if said.score is None else f" (score {bound(said.score)})"
        lines.append([f"• Zoom says: {MEDIA[media]} {clean(said.word, 20) or 'without a word'}{score}"])
    if person.wifi_rssi_dbm is not None:
        lines.append([f"• Wi-Fi signal {amount(person.wifi_rssi_dbm, 'dBm')} on average"])
    return lines


def _ticket(report: Report, person: Participant, now: datetime) -> list[Block]:
    if person.label is Label.UNRATED:
        return []
    reading = f"{READINGS[report.direction.reading]}, {VERIFIED[report.direction.verified]}"
    rows = ticket(report, person, others_averages(report.participants, person), reading, now)
    return [*parts.rich_text([[bold("Copy for the ticket")]]), *parts.preformatted(rows)]
