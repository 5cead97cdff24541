"""The summary of one call: what a person reads first. Wording and layout only; every number comes from the report."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.blocks import parts
from bot.blocks.counts import counts
from bot.blocks.lines import Line, Part, bold, joined, with_code
from bot.blocks.names import clean, display_names, scrub, unlike_a_row
from bot.blocks.numbers import deciding_number, highest, person_line
from bot.blocks.parts import Element
from bot.blocks.words import (
    CAUSES,
    KINDS,
    MEDIA,
    READINGS,
    SORTS,
    SOURCES,
    VERIFIED,
    instant,
    meeting_number,
    people,
    stream_words,
    window,
)
from bot.domain.direction_evidence import proved
from bot.domain.model import DirectionNote, Label, Participant, Report, Sort, Source, Subject
from bot.ports import Message

SHOWN, MOST_SHOWN = 5, 20
MENU = (("qos_ask", "Ask about this"), ("qos_csv", "CSV to my messages"))
"""Action id and words of each entry; an entry's value is `action id|state`."""

_NON_GOOD = (Label.POOR, Label.FAIR)
_MISSING_SHOWN = 3


def summary(report: Report, *, now: datetime, state: str, shared: bool = False) -> Message:
    """First line, likely cause of the worst, the worst people, counts, small print, buttons.

    `state` goes into every button and menu entry (at most 140 characters); `shared` leaves out *Share to channel*.
    """
    names = display_names(report.participants)
    shown = _shown(report)
    verdict: Line = [bold(verdict_text(report, names))]
    why = _why(report, shown, names)
    listed = _listed(report, shown, names, explained=bool(why))
    others = counts(report, shown)
    small_print = [_about(report, now), *_notes(report)]
    blocks = [
        *parts.rich_text([verdict, *why]),
        *parts.rich_text([*listed, *others]),
        *parts.context(*small_print),
        *parts.actions(*_buttons(report, state, shared)),
    ]
    return parts.message(_text(report, shown, names, [verdict, *why], small_print), blocks)


def _text(
    report: Report,
    shown: Sequence[Participant],
    names: Mapping[str, str],
    head: Sequence[Line],
    small_print: Sequence[Line],
) -> str:
    """The same as plain text. Very long names can leave room for fewer people; the counts are of all the others."""
    for fewer in range(max(1, len(shown))):
        people_in_it = shown[: len(shown) - fewer]
        listed = _listed(report, people_in_it, names, explained=len(head) > 1)
        tail = [*counts(report, people_in_it), *small_print]
        if parts.fits(head, listed, tail):
            break
    return parts.plain(head, listed, tail)


def verdict_text(report: Report, names: Mapping[str, str]) -> str:
    """The verdict as one safe line. A name too long to show is shortened in it, so that the sentence keeps its end."""
    text = report.verdict.text
    blamed = set(report.verdict.people)
    for participant in report.participants:
        name = participant.name
        if participant.key in blamed and name and len(name) > len(names[participant.key]):
            text = text.replace(name, names[participant.key])
    whole = clean(unlike_a_row(scrub(text)), 300) or "Can't tell: nothing measured"
    unread = not report.complete and all(p.has_summary for p in report.participants)
    return f"{whole}, so far" if unread else whole


# --- people ----------------------------------------------------------------------------------------------------------


def _shown(report: Report) -> Sequence[Participant]:
    """Up to five, or as many as asked for. Good people are listed only when an order was asked for, or when alone."""
    if len(report.participants) == 1:
        return report.participants
    wanted = min(report.view.top or SHOWN, MOST_SHOWN)
    any_label = report.view.sort is not Sort.WORST
    rows = [p for p in report.participants if p.label in _NON_GOOD or (any_label and p.label is Label.GOOD)]
    return rows[:wanted]


def _why(report: Report, shown: Sequence[Participant], names: Mapping[str, str]) -> list[Line]:
    """Two lines on the worst person, if their cause is known: what was measured and what it likely was; what to do."""
    worst = next((p for p in shown if p.label in _NON_GOOD), None)
    if worst is None or worst.cause.code not in CAUSES:
        return []
    cause = worst.cause
    unsure = "" if proved(worst, cause.code, report.direction.verified) else ", direction not yet verified"
    number = deciding_number(worst)
    facts = _phrases(_beyond_number(worst), 120)
    ruled_out = _phrases(cause.ruled_out, 80)
    sentences = [
        f"{names[worst.key]}: {number}." if number else f"{names[worst.key]}:",
        f"Likely {CAUSES[cause.code]} ({clean(cause.confidence, 12) or 'low'} confidence{unsure})"
        + (f": {'; '.join(facts)}." if facts else "."),
        f"Ruled out: {'; '.join(ruled_out)}." if ruled_out else "",
    ]
    advice = "; ".join(_phrases([cause.advice], 200))
    lines: list[Line] = [[" ".join(filter(None, sentences))]]
    return [*lines, [f"Next: {advice}."]] if advice else lines


def _beyond_number(person: Participant) -> Sequence[str]:
    """Evidence that does not repeat the deciding number, which the line already starts with."""
    decided = person.decided_by
    said = f"{stream_words(decided.media, decided.direction)}: average" if decided else None
    return [words for words in person.cause.evidence if said is None or not words.startswith(said)]


def _phrases(texts: Sequence[str], limit: int) -> list[str]:
    """The first two that say anything, each without its full stop."""
    phrases = ((clean(unlike_a_row(scrub(text)), limit) or "").rstrip(".") for text in texts)
    return [phrase for phrase in phrases if phrase][:2]


def _listed(report: Report, shown: Sequence[Participant], names: Mapping[str, str], *, explained: bool) -> list[Line]:
    """One line per person shown; where nobody had trouble, one line with the highest numbers instead."""
    lines = [
        person_line(p, names[p.key], report, likely=not (explained and place == 0)) for place, p in enumerate(shown)
    ]
    order = _order(report)
    if order and lines:
        return [[order], *lines]
    if not lines and report.verdict.rated:
        found = highest(report, names)
        lines = [found] if found else []
    return [[order], *lines] if order else lines


def _order(report: Report) -> str:
    """What is unusual about this view: `Sorted by latency, audio only:`."""
    view = report.view
    words = [f"sorted {SORTS[view.sort]}"] if view.sort in SORTS else []
    words += [f"{MEDIA[view.media]} only"] if view.media is not None else []
    text = ", ".join(words)
    return f"{text[0].upper()}{text[1:]}:" if text else ""


# --- small print -----------------------------------------------------------------------------------------------------


def about(subject: Subject, now: datetime) -> list[Part]:
    """`Weekly sync · meeting 858 1234 5678 · 10:00–10:45 UTC`, as far as known."""
    kind = KINDS[subject.kind]
    identity = (
        f"{kind} {meeting_number(subject.number)}"
        if subject.number
        else f"{kind} {clean(subject.uuid, 60) or ''}".strip()
    )
    topic = clean(subject.topic, 80)
    return joined([[topic] if topic else [], [identity], window(subject.started_at, subject.ended_at, now)])


def _about(report: Report, now: datetime) -> Line:
    source: Line = [f"{SOURCES[report.source]}, {_read(report)} ", instant(report.as_of, now)]
    reading = [f"{READINGS[report.direction.reading]}, {_proof(report.direction)}"]
    return joined([about(report.subject, now), source, reading])


def _read(report: Report) -> str:
    """Events of a call without an end are of a call that runs: the store ends those that fell silent."""
    if report.source is Source.REST:
        return "read"
    return "live, as of" if report.subject.ended_at is None else "as of"


def _proof(note: DirectionNote) -> str:
    """`verified by 23 meetings`, or what to set; not yet proved needs no numbers here, `/qos status` has them."""
    said = clean(note.evidence[0], 200) if note.verified is not None and note.evidence else None
    return said or VERIFIED[note.verified]


def _notes(report: Report) -> list[Line]:
    """What is not in the report: `Incomplete: …`, `Not available: …`."""
    notes: list[Line] = []
    if not report.complete:
        notes.append([f"Incomplete: {_incomplete(report)}"])
    missing = [words for words in (clean(words, 300) for words in report.missing) if words]
    if missing:
        rest = len(missing) - _MISSING_SHOWN
        more = f"; and {rest:,} more" if rest > 0 else ""
        notes.append(["Not available: ", *with_code(f"{'; '.join(missing[:_MISSING_SHOWN])}{more}")])
    return notes


def _incomplete(report: Report) -> str:
    without = sum(not p.has_summary for p in report.participants)
    if without:
        yet = " yet" if report.source is not Source.REST and report.subject.ended_at is None else ""
        return f"Zoom has no summary for {people(without)}{yet}"
    if report.subject.ended_at is None:
        running = "may still be" if report.source is Source.REST else "is still"
        return f"the {KINDS[report.subject.kind]} {running} running"
    return "not everything could be read"


def _buttons(report: Report, state: str, shared: bool) -> list[Element]:
    """At most four buttons; what is used less stands in the menu."""
    share = [] if shared else [parts.button("Share to channel", "qos_share", state)]
    why = [parts.button("Why?", "qos_why", state)] if report.participants else []
    return [
        parts.button("All participants", "qos_all", state),
        *why,
        *share,
        parts.button("Refresh", "qos_refresh", state),
        parts.overflow("qos_more", [(words, f"{action}|{state}") for action, words in MENU]),
    ]
