"""Row: what one rule of CAUSES consists of. No rule stands here."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.domain import cause_against as rule_out
from bot.domain.case import Case
from bot.domain.places import NETWORK_METRICS

ANY_METRIC = NETWORK_METRICS | {"frame_rate"}


@dataclass(frozen=True, slots=True)
class Row:
    """`strength` gives LOW, MEDIUM or HIGH before caps. `missing` names the fact that left the condition open.

    `explains` holds the metrics that this cause can make bad; `rule` is the condition in words, a template
    that names the limits (`{loss_good:g}`).
    """

    code: str
    noun: str
    rule: str
    holds: Callable[[Case], bool | None]
    evidence: Callable[[Case], tuple[str, ...]]
    strength: Callable[[Case], int]
    advice: str
    against: Callable[[Case], str] = rule_out.no_words
    missing: Callable[[Case], str] = rule_out.no_words
    directional: bool = False
    explains: frozenset[str] = ANY_METRIC
    advice_when_wired: str = ""
