"""What is said with an answer where another reading was likely too, and the question that asks for that one. Rows."""

from typing import Any, NamedTuple

from bot.questions.asked import Intent
from bot.questions.heard import Heard


class Remark(NamedTuple):
    """Of this concept (and value) in this intent."""

    concept: str
    intents: frozenset[Intent]
    remark: str
    instead: str


RANKS = frozenset((Intent.RANK_PARTICIPANTS, Intent.COUNT, Intent.LIST_FILTER))
LOWER_BOUND = "Of the two limits I took the lower one."
REMARKS = (
    Remark(
        "lagging",
        RANKS,
        'I took "lagging" as latency; some mean freezing, which is loss.',
        "who had the most packet loss?",
    ),
    Remark("symptom", RANKS, "I took that as packet loss; jitter breaks sound up too.", "who had the most jitter?"),
)


def remarked(heard: Heard, intent: Intent, slots: dict[str, Any]) -> tuple[str | None, str | None]:
    """The first remark that fits; both None where the words were plain."""
    if slots.get("op") == ">=" and heard.says("between"):
        return LOWER_BOUND, None
    for row in REMARKS:
        plain = row.concept == "symptom" and (heard.values("metric") or slots.get("metric") != "loss")
        if intent in row.intents and heard.values(row.concept) and not plain:
            return row.remark, row.instead
    return None, None
