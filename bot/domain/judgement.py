"""From the facts of a call to a judged report: people, labels, order, causes, verdict; all steps run here only."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.diagnosis import diagnose
from bot.domain.metrics import METRICS, Metric
from bot.domain.model import Call, DirectionNote, Label, Report, View
from bot.domain.people import Directions, people
from bot.domain.scoring import order, rate


def judge(
    call: Call,
    directions: Directions,
    note: DirectionNote,
    view: View = View(),  # noqa: B008  # frozen value
    metrics: Sequence[Metric] = METRICS,
) -> Report:
    """A pure function: the same facts, reading, view and limits always give the same report."""
    everybody = people(call.legs, directions)
    rated = order((rate(person, view.media, metrics) for person in everybody), view.sort, view.media)
    diagnosis = diagnose(rated)
    ranked = tuple(
        replace(p, rank=None if p.label is Label.UNRATED else place, cause=diagnosis.causes[p.key])
        for place, p in enumerate(rated, start=1)
    )
    return Report(
        subject=call.subject,
        source=call.source,
        as_of=call.as_of,
        complete=call.pages_complete and all(person.has_summary for person in everybody),
        missing=call.missing,
        direction=note,
        verdict=diagnosis.verdict,
        participants=ranked,
        view=view,
    )
