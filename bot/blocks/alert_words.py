"""The sentences of an alert: who, what, since when, why. Wording only; layout and buttons are elsewhere."""

from datetime import datetime

from bot.blocks.lines import Emoji, Line, Moment, Part, bold, joined
from bot.blocks.names import clean, person_name
from bot.blocks.words import (
    CAUSES,
    KINDS,
    LABELS,
    MEDIA,
    bound,
    duration,
    figure,
    instant,
    meeting_number,
    people,
    window,
)
from bot.domain.alert_card import AlertCard, Phase, Trouble
from bot.domain.model import Label, Scope
from bot.domain.rule_words import LABEL_WORDS
from bot.domain.shared_words import listed

RED, GREEN = LABELS[Label.POOR][0], LABELS[Label.GOOD][0]
TAKEN = Emoji("white_check_mark", "✅")
SNOOZED = Emoji("no_bell", "🔕")

_TELLING = {Scope.SENDER, Scope.SITE, Scope.DATACENTER, Scope.MOST}
"""Verdicts that say more than the count in the first line."""


def title(card: AlertCard) -> str:
    """The topic, else `Meeting 858 1234 5678`."""
    kind = KINDS[card.kind].capitalize()
    return clean(card.topic, 60) or f"{kind} {clean(meeting_number(card.number or ''), 20) or ''}".strip()


def headline(card: AlertCard, now: datetime) -> Line:
    """The line that stands alone: emoji, what happens to whom, since when, how far."""
    emoji = RED if _is_bad(card) else GREEN
    return joined([[emoji, " ", bold(_sentence(card))], *_when(card, now), *_how_far(card)])


def _is_bad(card: AlertCard) -> bool:
    """The trouble is on, or lasted to the end."""
    return card.met and card.phase is not Phase.RECOVERED and card.until is None


def _sentence(card: AlertCard) -> str:
    name = title(card)
    if not card.met:
        verb = "is" if card.ended_at is None else "was"
        return f"{name} {verb} better than it looked: {affected(card)}"
    if not _is_bad(card):
        return f"{name} recovered: {affected(card, ' had trouble')}"
    return f"{name} {'is going' if card.phase is Phase.RUNNING else 'went'} badly: {affected(card)}"


def affected(card: AlertCard, verb: str = "") -> str:
    """`4 of 11 people, all in Berlin`; one person by name. `verb` stands before the place: ` had trouble`."""
    state = f" {LABEL_WORDS[card.label]}" if card.label is Label.FAIR else ""
    count = f"{card.affected:,} of {people(card.rated)}{state}"
    if card.affected == 1 and card.names:
        name = person_name(card.names[0]) or "an unnamed participant"
        return f"{'the host, ' if card.by_host else ''}{name} ({count}){verb}"
    if card.by_host and card.affected == 1:
        return f"the host ({count}){verb}"
    return f"{count}{verb}{_where(card)}"


def _where(card: AlertCard) -> str:
    if card.affected < 2:
        return ""
    if card.site:
        return f", all in {place(card.site)}"
    if card.scope is Scope.DATACENTER and card.data_center:
        return f", all on data centre {place(card.data_center)}"
    return ""


def place(location: str) -> str:
    """`Berlin` for `Berlin (DE)`."""
    whole = clean(location, 40) or "one place"
    return whole.partition(" (")[0] or whole


def _when(card: AlertCard, now: datetime) -> list[Line]:
    """`since 10:12, running`, `10:12–10:31 UTC (19 min)`; nothing where no minute is known."""
    if card.since is None:
        return [["running"]] if card.ended_at is None else []
    if card.until is None:
        return [["since ", instant(card.since, now), ", running" if card.ended_at is None else " to the end"]]
    if card.phase is Phase.RECOVERED:
        recovered: list[Part] = ["recovered ", instant(card.until, now), f" ({duration(card.until - card.since)})"]
        return [[*recovered, ", running"]]
    again = f", {card.times} times in this call" if card.times > 1 else ""
    return [[*window(card.since, card.until, now), f" ({duration(card.until - card.since)}{again})"]]


def _how_far(card: AlertCard) -> list[Line]:
    missing = f"{people(card.waiting)} without numbers" if card.waiting else ""
    if card.phase is Phase.PROVISIONAL:
        return [[f"provisional{f', {missing} yet' if missing else ''}"]]
    if card.phase is Phase.FINAL:
        total = f"Final: {card.whole_affected:,} of {card.whole_rated:,} {LABEL_WORDS[card.label]}"
        return [[f"{total}{f', {missing}' if missing else ''}"]]
    return []


# --- what and why ----------------------------------------------------------------------------------------------------


def what(card: AlertCard) -> Line:
    """`Received audio and video, average loss 6–14 % (limit 5 %) · … · likely … (medium confidence)`."""
    verdict = clean(card.verdict, 260) if card.scope in _TELLING else None
    return joined([[_trouble(card.trouble)] if card.trouble else [], [verdict] if verdict else [], [*_likely(card)]])


def _trouble(trouble: Trouble) -> str:
    ways = " and ".join(trouble.directions)
    media = listed([MEDIA[medium] for medium in trouble.media])
    low, high = (figure(value, trouble.unit, trouble.limit) for value in (trouble.low, trouble.high))
    span = low if low == high else f"{low}–{high}"
    limit = f"limit {bound(trouble.limit)} {trouble.unit}"
    return f"{ways.capitalize()} {media}, average {trouble.metric.replace('_', ' ')} {span} {trouble.unit} ({limit})"


def _likely(card: AlertCard) -> list[Part]:
    if card.cause not in CAUSES:
        return []
    return [f"likely {CAUSES[card.cause]} ({card.confidence} confidence)"]


def around(card: AlertCard, more: int) -> Line:
    """`Host Ana Souza · 3 more calls from Berlin are affected`; names of up to three affected people."""
    host = person_name(card.host)
    names = [name for name in (person_name(one) for one in card.names) if name]
    shown: list[Line] = [[f"Affected: {listed(names)}"]] if len(names) > 1 else []
    return joined([*shown, [f"Host {host}"] if host and not card.by_host else [], [_more(card, more)] if more else []])


def _more(card: AlertCard, more: int) -> str:
    origin = f"from {place(card.site)}" if card.site else f"on data centre {place(card.data_center or '')}"
    return f"{more:,} more {'call' if more == 1 else 'calls'} {origin} {'is' if more == 1 else 'are'} affected"


def in_list(card: AlertCard, now: datetime) -> Line:
    """One call in a list of several: `Weekly sync · 4 of 11 people, all in Berlin · since 10:12, running`."""
    emoji = RED if _is_bad(card) else GREEN
    return joined([["• ", emoji, " ", title(card)], [affected(card)], *_when(card, now), *_how_far(card)])


def ended(card: AlertCard, now: datetime) -> list[Part]:
    """When a past call ended, or began; nothing where neither is known."""
    at = card.ended_at or card.started_at
    moment: Moment | None = instant(at, now) if at else None
    return [moment] if moment else []
