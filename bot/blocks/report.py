"""The summary of one call: what a person reads first. Wording and layout only; every number comes from the report."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.blocks import parts
from bot.blocks.lines import Line, Part, bold, joined, with_code
from bot.blocks.names import clean, display_names
from bot.blocks.numbers import deciding_number, highest, person_line
from bot.blocks.parts import Element
from bot.blocks.words import (
    CAUSES,
    KINDS,
    LABELS,
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
from bot.domain.model import Label, Participant, Report, Sort, Source, Subject
from bot.ports import Message

SHOWN, MOST_SHOWN = 5, 20
MENU = (("qos_ask", "Ask about this"), ("qos_csv", "CSV to my messages"))
"""Action id and words of each entry; an entry's value is `action id|state`."""

_NON_GOOD = (Label.POOR, Label.FAIR)
_REASONS_SHOWN, _MISSING_SHOWN = 3, 3


def summary(report: Report, *, now: datetime, state: str, shared: bool = False) -> Message:
    """First line, likely cause of the worst, the worst people, counts, small print, buttons.

    `state` goes into every button and menu entry (at most 140 characters); `shared` leaves out *Share to channel*.
    """
    names = display_names(report.participants)
    shown = _shown(report)
    verdict: Line = [bold(verdict_text(report, names))]
    why = _why(report, shown, names)
    listed = _listed(report, shown, names, explained=bool(why))
    counts = _counts(report, shown)
    small_print = [_about(report, now), *_notes(report)]
    blocks = [
        *parts.rich_text([verdict, *why]),
        *parts.rich_text([*listed, *counts]),
        *parts.context(*small_print),
        *parts.actions(*_buttons(report, state, shared)),
    ]
    text = parts.plain([verdict, *why], listed, [*counts, *small_print])
    return parts.message(text, blocks)


def verdict_text(report: Report, names: Mapping[str, str]) -> str:
    """The verdict as one safe line. A name too long to show is shortened in it, so that the sentence keeps its end."""
    text = report.verdict.text
    blamed = set(report.verdict.people)
    for participant in report.participants:
        name = participant.name
        if participant.key in blamed and name and len(name) > len(names[participant.key]):
            text = text.replace(name, names[participant.key])
    whole = clean(text, 300) or "Can't tell: nothing measured"
    unread = not report.complete and all(p.has_summary for p in report.participants)
    return f"{whole}, of those read so far" if unread else whole


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
    unsure = "" if report.direction.verified else ", direction not yet verified"
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
    phrases = ((clean(text, limit) or "").rstrip(".") for text in texts)
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


def _counts(report: Report, shown: Sequence[Participant]) -> list[Line]:
    """Everybody who is not in the list above: `🟠 3 more fair · 🟢 12 good · ⚪ 1 not rated (dialled in)`."""
    verdict, listed = report.verdict, Counter(p.label for p in shown)
    totals = {
        Label.POOR: verdict.poor,
        Label.FAIR: verdict.fair,
        Label.GOOD: verdict.good,
        Label.UNRATED: verdict.unrated,
    }
    groups: list[Line] = []
    for label, total in totals.items():
        rest = total - listed[label]
        if rest > 0:
            emoji, word = LABELS[label]
            more = " more" if listed[label] else ""
            reasons = _reasons(report) if label is Label.UNRATED else ""
            groups.append([emoji, f" {rest:,}{more} {word}{reasons}"])
    if not groups and not shown:
        return [["No participants in Zoom's data."]]
    return [joined(groups)] if groups else []


# Reasons that name each person's own seconds would never group.
_PERSONAL = re.compile(r"^in the call for \d+ s\b.*")


def _reasons(report: Report) -> str:
    found = [clean(p.unrated_reason, 60) or "reason not known" for p in report.participants if p.label is Label.UNRATED]
    grouped = (
        found if len(found) == 1 else [_PERSONAL.sub("in the call for under a minute", reason) for reason in found]
    )
    common = Counter(grouped).most_common()
    if not common:
        return ""
    if len(common) == 1:
        return f" ({common[0][0]})"
    words = [f"{count:,} {reason}" for reason, count in common[:_REASONS_SHOWN]]
    others = sum(count for _, count in common[_REASONS_SHOWN:])
    return f" ({'; '.join(words)}{f'; {others:,} for other reasons' if others else ''})"


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
    reading = [f"{READINGS[report.direction.reading]}, {VERIFIED[report.direction.verified]}"]
    return joined([about(report.subject, now), source, reading])


def _read(report: Report) -> str:
    """Events of a call without an end are of a call that runs: the store ends those that fell silent."""
    if report.source is Source.REST:
        return "read"
    return "live, as of" if report.subject.ended_at is None else "as of"


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
