"""The meeting's verdict: who was affected, in one word and one line. Never the single worst person's label.

Names and places in the text are raw; whoever renders it escapes them. Addresses never appear.
"""

from collections.abc import Sequence

from bot.domain.causes import NOUNS
from bot.domain.model import Label, Media, Participant, Scope, Verdict
from bot.domain.patterns import Patterns
from bot.domain.shared_words import UNNAMED, listed
from bot.domain.verdict_shared import Shared, different, shared_by_several

NAMED_AT_MOST = 3
MOST_PEOPLE = 3
"""From this many poor people on, being more than half of the rated ones, it is most people."""

NUMBERS = {2: "Two", 3: "Three"}


def verdict(participants: Sequence[Participant], patterns: Patterns, only: Media | None = None) -> Verdict:
    """`participants` worst first with their causes, rated on `only` if set; the counts are of all of them."""
    by_label = {label: [p for p in participants if p.label is label] for label in Label}
    poor, fair, good = by_label[Label.POOR], by_label[Label.FAIR], by_label[Label.GOOD]
    unrated = by_label[Label.UNRATED]
    rated = len(participants) - len(unrated)
    scope, text, people, cause = _decide(participants, poor, fair, unrated, patterns, only)
    return Verdict(scope, text, people, cause, rated, len(poor), len(fair), len(good), len(unrated))


_Decision = tuple[Scope, str, tuple[str, ...], str]


def _decide(
    everybody: Sequence[Participant],
    poor: list[Participant],
    fair: list[Participant],
    unrated: list[Participant],
    patterns: Patterns,
    only: Media | None,
) -> _Decision:
    rated = len(everybody) - len(unrated)
    if rated == 0 or (len(everybody) > 1 and (rated < 2 or 2 * rated < len(everybody))):
        return Scope.CANT_TELL, _cant_tell(len(everybody), rated, poor, unrated), (), "none"
    if not poor:
        return Scope.NOBODY, _nobody(rated, fair), (), "none"
    shared = shared_by_several(everybody, patterns, only)
    main = max(shared, key=lambda s: len(s.affected), default=None)
    if main is not None:
        left = [p for p in poor if p.key not in main.affected]
        if len(main.affected) >= len(left):
            return main.scope, main.text + _also(left, shared), main.people, main.cause
    keys = tuple(p.key for p in poor)
    if len(poor) == 1:
        return Scope.ONE, _one(poor[0], rated), keys, "none"
    if len(poor) >= MOST_PEOPLE and 2 * len(poor) > rated:
        return Scope.MOST, _most(poor, rated), keys, "none"
    return Scope.SEVERAL, _several(poor, shared, rated), keys, "none"


# --- words ---


def _problems(poor: Sequence[Participant], shared: Sequence[Shared]) -> list[str]:
    """Each separate problem once, worst first: `Kofi Mensah's uplink`, `the line in Berlin`."""
    found: dict[str, None] = {}
    for person in poor:
        common = next((s for s in shared if person.key in s.affected), None)
        found[common.noun if common else f"{person.name or UNNAMED}'s {NOUNS.get(person.cause.code, 'call')}"] = None
    return list(found)


def _also(left: Sequence[Participant], shared: Sequence[Shared]) -> str:
    if not left:
        return ""
    problems = _problems(left, shared)
    more = len(problems) - NAMED_AT_MOST
    shown = problems if more <= 0 else [*problems[:NAMED_AT_MOST], f"{more} more"]
    return f"; apart from that {listed(shown)}"


def _cant_tell(people: int, rated: int, poor: Sequence[Participant], unrated: Sequence[Participant]) -> str:
    if people == 0:
        return "Can't tell: Zoom lists nobody in this call"
    text = f"Can't tell: {rated} of {people} people measured"
    if poor:
        text += f", {len(poor)} of them poor"
    reasons = {p.unrated_reason for p in unrated if p.unrated_reason}
    return f"{text} ({next(iter(reasons))})" if len(reasons) == 1 else text


def _nobody(rated: int, fair: Sequence[Participant]) -> str:
    if not fair:
        return f"Nobody had trouble: {rated} of {rated} good"
    named = [p.name or UNNAMED for p in fair[:NAMED_AT_MOST]]
    more = len(fair) - len(named)
    names = listed(named) if not more else f"{', '.join(named)} and {more} more"
    return f"Nobody had a poor call: {len(fair)} of {rated} fair ({names}), {rated - len(fair)} good"


def _one(person: Participant, rated: int) -> str:
    name = person.name or UNNAMED
    if rated == 1:
        return f"{name}, the only person rated, had a poor call (1 of 1 rated)"
    start = "Mostly fine: only" if rated > 2 else "Only"
    return f"{start} {name} had a poor call (1 of {rated} rated)"


def _most(poor: Sequence[Participant], rated: int) -> str:
    lines = {p.network_group for p in poor}
    if None in lines:
        return f"Most people: {len(poor)} of {rated} poor; where all of them joined from is not known"
    if len(lines) == 1:
        return f"Most people: {len(poor)} of {rated} poor"
    return f"Most people, {different(poor)}: {len(poor)} of {rated} poor, no common sender, site or data centre found"


FEW_OF = 10
"""One in so many is few: the meeting was mostly fine, however many names that makes in a large webinar."""


def _several(poor: Sequence[Participant], shared: Sequence[Shared], rated: int) -> str:
    problems, count = _problems(poor, shared), f"({len(poor)} of {rated} rated)"
    if len(problems) in NUMBERS:
        return f"{NUMBERS[len(problems)]} separate problems: {listed(problems)} {count}"
    more = len(problems) - NAMED_AT_MOST
    named = f"{', '.join(problems[:NAMED_AT_MOST])} and {more} more"
    if len(poor) * FEW_OF <= rated:
        return f"Mostly fine: {len(poor)} of {rated:,} rated had a poor call, each for reasons of their own ({named})"
    return f"{len(problems)} separate problems: {named} {count}"
