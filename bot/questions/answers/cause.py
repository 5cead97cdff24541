"""Why it went wrong, by the diagnosis that the report holds, and what to do or to tell whoever had it."""

from collections import Counter
from collections.abc import Sequence

from bot.blocks.lines import Line
from bot.blocks.names import clean
from bot.blocks.report import verdict_text
from bot.blocks.words import CAUSES, stream_words
from bot.domain.causes import rule_in_words
from bot.domain.model import Label, Media, Participant
from bot.questions.answer import Answer
from bot.questions.answers.lay import lay_words
from bot.questions.asked import Intent
from bot.questions.pen import Pen
from bot.questions.phrasing import (
    deciding,
    label_word,
    likely,
    look_of,
    names,
    of_people,
    poor,
    sentence,
    stream_number,
)
from bot.questions.quoting import quoted
from bot.questions.row import Asked, Row
from bot.questions.whom import Whom, group, named, not_found, whom

SHARED = frozenset({"site_or_isp", "datacenter_or_zoom", "remote_sender"})
MOST_EXPLAINED, MOST_EVIDENCE = 2, 3


def cause(asked: Asked) -> Answer:
    """The likely cause with its evidence, what was ruled out, one next step; of a person, else of the meeting."""
    pen, missing = Pen(asked.facts), not_found(asked)
    report = asked.facts.report
    if missing:
        return pen.written([[missing], *_meeting(pen, asked)], suggestions=("who had it worst?", "why?"))
    if not named(asked) and group(asked):
        return pen.written(_of_group(pen, asked), suggestions=("is it us or zoom?", "how sure are you?"))
    shared = report.verdict.cause in SHARED and not named(asked)
    about = whom(asked)
    if about.first is None or (shared and (not about.because or about.first.key in report.verdict.people)):
        return pen.written(_meeting(pen, asked), suggestions=("is it us or zoom?", "how sure are you?"))
    lines, more = [], list[Line]()
    for person in about.people[:MOST_EXPLAINED]:
        media = look_of(asked.reading.slots, pen).media
        lines += _explained(pen, person, media, about)
        more += _all_evidence(pen, person)
    return pen.written(lines, more=tuple(more), suggestions=_next(pen, about.people[0]))


def _next(pen: Pen, person: Participant) -> tuple[str, ...]:
    name = pen.facts.names[person.key]
    return (f"what do I tell {name}?", f"was it just {name}?", "how sure are you?")


def _meeting(pen: Pen, asked: Asked) -> list[Line]:
    """The verdict, with the cause that several share, or each poor person's own."""
    report = asked.facts.report
    lines: list[Line] = [[quoted(pen, sentence(verdict_text(report, asked.facts.names)))]]
    shared = next((p for p in report.participants if p.cause.code == report.verdict.cause), None)
    if shared is not None and report.verdict.cause in CAUSES:
        lines.append([f"{sentence(likely(pen, shared) or '')} {_evidence(pen, shared)}"])
        lines.append([f"Next: {quoted(pen, shared.cause.advice)}"] if shared.cause.advice else [])
    else:
        lines += [[f"{pen.name(p.key)}: {_likely(pen, p)}."] for p in poor(report.participants)[:MOST_EVIDENCE]]
    return [line for line in lines if line]


def _of_group(pen: Pen, asked: Asked) -> list[Line]:
    """How many of the group were poor, and the causes by how many have them."""
    people = group(asked)
    bad, seen = poor(people), [p for p in people if p.label is not Label.UNRATED]
    if not seen:
        return [[f"Can't tell: nothing was measured of {names(pen, people)}."]]
    if not bad:
        return [[f"Nobody of them had a poor call: {names(pen, seen)}."]]
    found = Counter(p.cause.code for p in bad)
    first = next(p for p in bad if p.cause.code == found.most_common(1)[0][0])
    lines: list[Line] = [
        [f"{of_people(pen, len(bad), len(seen))} were poor ({names(pen, bad)}): {_likely(pen, first)}."],
        [_evidence(pen, first)],
    ]
    others = [p for p in bad if p.cause.code != first.cause.code]
    lines += [[f"{pen.name(p.key)}: {_likely(pen, p)}."] for p in others[:2]]
    if first.cause.advice:
        lines.append([f"Next: {quoted(pen, first.cause.advice)}"])
    return [line for line in lines if line[0]]


def _likely(pen: Pen, person: Participant) -> str:
    return likely(pen, person) or "the numbers do not tell why"


def _explained(pen: Pen, person: Participant, media: Media | None, about: Whom) -> list[Line]:
    name = pen.name(person.key)
    chosen = f" (I took {name}, {about.because})" if about.because else ""
    if person.label is Label.UNRATED:
        reason = clean(person.unrated_reason, 120) or "not enough was measured"
        return [[f"Can't tell for {name}: {quoted(pen, reason)}. Not measured is neither good nor bad{chosen}."]]
    number = deciding(pen, person)
    if person.label is Label.GOOD:
        lines: list[Line] = [
            [f"Nothing went wrong for {name}: good in all that was measured; worst was {number}{chosen}."]
        ]
        return [*lines, *_medium(pen, person, media)]
    why = likely(pen, person)
    if why is None:
        lines = [[f"The numbers do not tell why {name} was {label_word(person)}: {number}{chosen}."]]
    else:
        lines = [[f"{name} was {label_word(person)}: {why}{chosen}. {_evidence(pen, person)}"]]
    lines += _medium(pen, person, media)
    if person.cause.ruled_out:
        out = "; ".join(quoted(pen, words, person) for words in person.cause.ruled_out[:2])
        lines.append([f"Ruled out: {out}."])
    if person.cause.advice:
        lines.append([f"Next: {quoted(pen, person.cause.advice)}"])
    return lines


def _evidence(pen: Pen, person: Participant) -> str:
    words = [quoted(pen, one, person) for one in person.cause.evidence[:MOST_EVIDENCE]]
    return sentence("; ".join(words)) if words else ""


def _medium(pen: Pen, person: Participant, media: Media | None) -> list[Line]:
    """Sent beside received of the medium that was asked about: whether it left like that or arrived like that."""
    if media is None:
        return []
    found = [s for s in person.streams if s.media is media and s.badness is not None and s.worst_metric]
    if not found:
        return [[f"No {stream_words(media, found[0].direction) if found else media} of theirs was measured."]]
    parts = []
    for stream in found:
        picture = f", picture {quoted(pen, stream.resolution)}" if stream.resolution else ""
        parts.append(f"{stream_number(pen, person, stream, stream.worst_metric or 'loss')}{picture}")
    return [[sentence("; ".join(parts))]]


def _all_evidence(pen: Pen, person: Participant) -> list[Line]:
    lines: list[Line] = [
        [f"{pen.facts.names[person.key]}: {quoted(pen, words, person)}"] for words in person.cause.evidence
    ]
    rule = rule_in_words(person.cause.code, pen.facts.report.limits)
    return [*lines, [f"The rule: {quoted(pen, rule)}"]] if rule else lines


# --- what to do ------------------------------------------------------------------------------------------------------


def remedy(asked: Asked) -> Answer:
    """One action that fits the evidence, why, and sentences to paste for somebody else."""
    pen, missing, about = Pen(asked.facts), not_found(asked), whom(asked)
    if missing:
        return pen.written([[missing], *_poor_advice(pen, asked)], suggestions=("who had it worst?",))
    if not named(asked) and not asked.turns and len(poor(asked.facts.report.participants)) > 1:
        return pen.written(_poor_advice(pen, asked), suggestions=_next(pen, poor(asked.facts.report.participants)[0]))
    if about.first is None:
        return pen.written(
            [["Nobody was rated, so there is nothing to advise."]], suggestions=("is the data complete?",)
        )
    people: Sequence[Participant] = about.people[:MOST_EXPLAINED]
    lines = [_advice(pen, person, about) for person in people]
    lines += [[f"Why: {_likely(pen, p)}. {_evidence(pen, p)}"] for p in people if p.cause.code in CAUSES]
    paste = [] if [p.key for p in people] == [asked.facts.asker] else [lay_words(person) for person in people]
    if paste:
        lines.append(["To paste:"])
    return pen.written(lines, preformatted=tuple(paste), suggestions=_next(pen, people[0])[1:])


def _advice(pen: Pen, person: Participant, about: Whom) -> Line:
    name, chosen = pen.name(person.key), f" (I took {about.because})" if about.because else ""
    if person.label is Label.UNRATED:
        return [f"Nothing was measured of {name}, so there is no advice that the numbers support{chosen}."]
    if person.label is Label.GOOD:
        return [f"Nothing to change for {name}: the call was good in all that was measured{chosen}."]
    advice = quoted(pen, person.cause.advice) or "Ask what they noticed; the numbers do not tell."
    return [f"{name}{chosen}: {advice}"]


def _poor_advice(pen: Pen, asked: Asked) -> list[Line]:
    people = poor(asked.facts.report.participants)
    if not people:
        return [["Nobody had a poor call, so there is nothing to change."]]
    by_advice: dict[str, list[Participant]] = {}
    for person in people:
        by_advice.setdefault(person.cause.advice or "Ask what they noticed; the numbers do not tell.", []).append(
            person
        )
    return [[f"{names(pen, who, 3)}: {quoted(pen, advice)}"] for advice, who in list(by_advice.items())[:4]]


ROWS: tuple[Row, ...] = (Row(Intent.CAUSE, cause), Row(Intent.REMEDY, remedy))
