"""How many people are not in the list above, by label, and why some are not rated. Lists nobody."""

import re
from collections import Counter
from collections.abc import Sequence

from bot.blocks.lines import Line, joined
from bot.blocks.names import clean
from bot.blocks.words import LABELS
from bot.domain.model import Label, Participant, Report

_REASONS_SHOWN = 3


def counts(report: Report, shown: Sequence[Participant]) -> list[Line]:
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
