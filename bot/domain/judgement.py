"""From the facts of a call to a judged report: people, labels, causes, order, verdict; all steps run here only."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.diagnosis import Diagnosis, diagnose
from bot.domain.limits import DEFAULT_LIMITS, Limits
from bot.domain.model import DEFAULT_VIEW, Call, Cause, DirectionNote, Label, Participant, Report, Sort, View
from bot.domain.people import Directions, people
from bot.domain.scoring import order, rate
from bot.domain.verdict import verdict

_fill = object.__setattr__


def judge(
    call: Call,
    directions: Directions,
    note: DirectionNote,
    view: View = DEFAULT_VIEW,
    limits: Limits = DEFAULT_LIMITS,
) -> Report:
    """A pure function: the same facts, reading, view and limits always give the same report.

    Causes come from everybody on all media, labels and counts from the media that the view asks for, and the verdict
    from the usual order: neither sorting nor a medium changes why somebody had trouble.
    """
    everybody = people(call.legs, directions)
    whole = [rate(person, None, limits) for person in everybody]
    diagnosis = diagnose(whole, note.verified, limits.metrics, limits.cause)
    shown = whole if view.media is None else [rate(person, view.media, limits) for person in everybody]
    usual = [_with_cause(p, diagnosis, place) for place, p in enumerate(order(shown, Sort.WORST, view.media), start=1)]
    return Report(
        subject=call.subject,
        source=call.source,
        as_of=call.as_of,
        complete=call.pages_complete and all(person.has_summary for person in everybody),
        missing=call.missing,
        direction=note,
        verdict=verdict(usual, diagnosis.patterns, view.media),
        participants=tuple(usual if view.sort is Sort.WORST else _reordered(usual, view)),
        view=view,
        limits=limits,
    )


def _with_cause(person: Participant, diagnosis: Diagnosis, place: int) -> Participant:
    """The same person with the last four fields filled in.

    In place, against the rule: `judge` made the person a moment ago and nobody else has seen them yet, while copying
    29 fields of each of 10,000 people takes a tenth of the whole report.
    """
    _fill(person, "cause", _for_label(person, diagnosis.causes[person.key]))
    if person.label is not Label.UNRATED:
        r, mos = diagnosis.listening.get(person.key, (None, None))
        _fill(person, "rank", place)
        _fill(person, "r_estimate", r)
        _fill(person, "mos_estimate", mos)
    return person


def _for_label(person: Participant, cause: Cause) -> Cause:
    """A report on one medium can find good or unmeasured what is poor in another."""
    if person.label is Label.UNRATED and cause.code != "insufficient_data":
        return Cause("insufficient_data", "low", (person.unrated_reason,) if person.unrated_reason else ())
    if person.label is Label.GOOD and cause.code != "none":
        return Cause("none", "high")
    return cause


def _reordered(usual: Sequence[Participant], view: View) -> list[Participant]:
    again = order(usual, view.sort, view.media)
    return [p if p.rank is None else replace(p, rank=place) for place, p in enumerate(again, start=1)]
