"""Why: the likely cause per participant, and the meeting's verdict. Decides nothing about labels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.model import Cause, Label, Participant, Scope, Verdict


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One cause per participant key, and what it all amounts to."""

    causes: Mapping[str, Cause]
    verdict: Verdict


def diagnose(participants: Sequence[Participant]) -> Diagnosis:
    """`participants` worst first, unrated last."""
    return Diagnosis({p.key: _cause(p) for p in participants}, _verdict(participants))


def _cause(participant: Participant) -> Cause:
    codes = {Label.GOOD: "none", Label.UNRATED: "insufficient_data"}
    return Cause(codes.get(participant.label, "unknown"))


def _verdict(participants: Sequence[Participant]) -> Verdict:
    by_label = {label: [p for p in participants if p.label is label] for label in Label}
    rated = len(participants) - len(by_label[Label.UNRATED])
    affected = by_label[Label.POOR] or by_label[Label.FAIR]
    scope = _scope(len(participants), rated, affected)
    return Verdict(
        scope=scope,
        text=_text(scope, len(participants), rated, affected),
        people=tuple(p.key for p in affected) if scope is not Scope.CANT_TELL else (),
        rated=rated,
        poor=len(by_label[Label.POOR]),
        fair=len(by_label[Label.FAIR]),
        good=len(by_label[Label.GOOD]),
        unrated=len(by_label[Label.UNRATED]),
    )


def _scope(people: int, rated: int, affected: Sequence[Participant]) -> Scope:
    if rated == 0 or (people != 1 and (rated < 2 or rated * 2 < people)):
        return Scope.CANT_TELL
    if not affected:
        return Scope.NOBODY
    return Scope.ONE if len(affected) == 1 else Scope.SEVERAL


def _text(scope: Scope, people: int, rated: int, affected: Sequence[Participant]) -> str:
    if scope is Scope.CANT_TELL:
        return f"Can't tell: {rated} of {people} people measured"
    if scope is Scope.NOBODY:
        return f"Nobody had trouble: {rated} of {rated} good"
    word = affected[0].label
    names = [p.name or "an unnamed participant" for p in affected[:3]]
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    if scope is Scope.ONE:
        return f"Mostly fine: only {listed} had a {word} call ({len(affected)} of {rated} rated)"
    more = f" and {len(affected) - 3} more" if len(affected) > 3 else ""
    return f"{len(affected)} of {rated} had a {word} call: {listed if not more else ', '.join(names)}{more}"
