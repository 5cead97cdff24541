"""The living message of one call, the list of a storm, and the line that tells a changed verdict. Decides nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType

from bot.blocks import parts
from bot.blocks.alert_words import RED, SNOOZED, TAKEN, around, headline, in_list, place, what
from bot.blocks.lines import Line, Link, Mention, Part, bold, code, joined
from bot.blocks.names import clean
from bot.blocks.parts import Element
from bot.blocks.report import about
from bot.blocks.words import instant
from bot.domain.alert_card import AlertCard, Phase, Trouble
from bot.domain.alerts import Acknowledged
from bot.domain.holds import SNOOZE_WORDS, Snooze, SnoozeFor
from bot.domain.model import CallUuid, Direction, Kind, Label, Media, MeetingNumber, Scope, Subject
from bot.ports import Message

DETAILS, ACKNOWLEDGE, SNOOZE, NOT_USEFUL = "alert_details", "alert_ack", "alert_snooze", "alert_not_useful"
LISTED_AT_MOST = 10
SNOOZE_WORD = "Snooze…"
NO_COUNTS: Mapping[SnoozeFor, int] = MappingProxyType({})

_MENU = {
    SnoozeFor.HOUR: "Everything for 1 h",
    SnoozeFor.TODAY: "Everything today",
    SnoozeFor.MEETING: "This call",
    SnoozeFor.SITE: "This site for 24 h",
}


def alert(
    card: AlertCard,
    *,
    now: datetime,
    value: str,
    acknowledged: Acknowledged | None = None,
    snoozed: Snooze | None = None,
    more: int = 0,
    hides: Mapping[SnoozeFor, int] = NO_COUNTS,
    wider: str | None = None,
    link: str | None = None,
) -> Message:
    """The message of one call in its present state.

    `value` goes into every button, and behind `hour|` and the like into the menu (at most 140 characters). `more`:
    other open alerts of the same place. `hides`: how many alerts each snooze would hide. `wider`: the storm's place,
    when this message points to the storm's list at `link`.
    """
    lines = [*_lines(card, now, more), *_states(now, acknowledged, snoozed, wider, link)]
    return _message(lines, [_small_print(card, now)], _buttons(card, value, acknowledged, hides))


def storm_list(
    cards: Sequence[AlertCard],
    wider: str,
    *,
    is_site: bool,
    now: datetime,
    value: str,
    acknowledged: Acknowledged | None = None,
    snoozed: Snooze | None = None,
    hides: Mapping[SnoozeFor, int] = NO_COUNTS,
) -> Message:
    """The first message of a storm, become its list. `cards` oldest first; buttons are about the first of them."""
    where = f"in {place(wider)}" if is_site else f"on data centre {place(wider)}"
    open_now = sum(card.met and card.phase is Phase.RUNNING for card in cards)
    first: Line = [RED, " ", bold(f"Trouble {where}: {len(cards):,} calls"), f" · {open_now:,} of them still on"]
    more = len(cards) - LISTED_AT_MOST
    body = [in_list(card, now) for card in cards[:LISTED_AT_MOST]]
    rest: list[Line] = [[f"… {more:,} more"]] if more > 0 else []
    lines = [first, *body, *rest, *_states(now, acknowledged, snoozed, None, None)]
    buttons = _buttons(cards[0], value, acknowledged, hides) if cards else []
    return _message(lines, [], buttons)


def verdict_changed(card: AlertCard, before: str, now: datetime) -> Message:
    """The reply in the thread: what it is now, why, and what was said before."""
    verdict = clean(card.verdict, 260) or "Can't tell"
    lines: list[Line] = [[bold(f"New verdict: {verdict}")], what(card)]
    earlier = clean(before, 260)
    if earlier:
        lines.append([f"Before: {earlier}"])
    return _message([line for line in lines if line], [["as of ", instant(now, now)]], [])


def sample(now: datetime) -> list[Line]:
    """How an alert looks, made up; for the preview of a subscription."""
    return [["A made-up sample:"], *_lines(replace(_SAMPLE, since=now - timedelta(minutes=18)), now, 3)]


# --- pieces ----------------------------------------------------------------------------------------------------------


def _lines(card: AlertCard, now: datetime, more: int) -> list[Line]:
    return [line for line in (headline(card, now), what(card), around(card, more)) if line]


def _states(
    now: datetime, acknowledged: Acknowledged | None, snoozed: Snooze | None, wider: str | None, link: str | None
) -> list[Line]:
    lines: list[Line] = []
    if wider is not None:
        see: Part = Link("see the list", link) if link else "the list stands in an earlier message"
        lines.append([f"Part of a wider problem ({place(wider)}): ", see])
    if acknowledged is not None:
        name = clean(acknowledged.name) or "somebody"
        lines.append([TAKEN, " Taken by ", Mention(acknowledged.user_id, name), " ", instant(acknowledged.at, now)])
    if snoozed is not None and snoozed.until > now:
        until: Line = [", until ", instant(snoozed.until, now)] if snoozed.call is None else []
        lines.append([SNOOZED, f" Snoozed: {SNOOZE_WORDS[snoozed.what]}", *until])
    return lines


def _small_print(card: AlertCard, now: datetime) -> Line:
    subject = Subject(
        card.kind,
        MeetingNumber(card.number) if card.number else None,
        CallUuid(card.uuid) if card.uuid else None,
        started_at=card.started_at,
        ended_at=card.ended_at,
    )
    known = clean(card.number or card.uuid, 60)
    why: list[Part] = [code(f"/qos why {known}")] if known else []
    return joined([about(subject, now), why])


def _buttons(
    card: AlertCard, value: str, acknowledged: Acknowledged | None, hides: Mapping[SnoozeFor, int]
) -> list[Element]:
    take = [] if acknowledged else [parts.button("Acknowledge", ACKNOWLEDGE, value)]
    entries = [(_entry(one, hides), f"{one}|{value}") for one in SnoozeFor if _offered(one, card)]
    return [
        parts.button("Details", DETAILS, value),
        *take,
        parts.static_select(SNOOZE, SNOOZE_WORD, entries),
        parts.button("Not useful", NOT_USEFUL, value),
    ]


def _offered(one: SnoozeFor, card: AlertCard) -> bool:
    return one is not SnoozeFor.SITE or bool(card.site)


def _entry(one: SnoozeFor, hides: Mapping[SnoozeFor, int]) -> str:
    count = hides.get(one)
    if count is None:
        return _MENU[one]
    return f"{_MENU[one]} (will hide about {count:,} {'alert' if count == 1 else 'alerts'})"


def _message(lines: Sequence[Line], small_print: Sequence[Line], buttons: Sequence[Element]) -> Message:
    blocks = [*parts.rich_text(lines), *parts.context(*small_print), *parts.actions(*buttons)]
    return parts.message(parts.plain([lines[0]], lines[1:], small_print), blocks)


_SAMPLE = AlertCard(
    call="",
    kind=Kind.MEETING,
    number=None,
    uuid=None,
    topic="Weekly sync",
    host="Ana Souza",
    started_at=None,
    ended_at=None,
    phase=Phase.RUNNING,
    met=True,
    by_host=False,
    label=Label.POOR,
    affected=4,
    rated=11,
    whole_affected=4,
    whole_rated=11,
    waiting=0,
    names=(),
    since=None,
    until=None,
    times=1,
    site="Berlin (DE)",
    data_center="Frankfurt",
    trouble=Trouble((Media.AUDIO, Media.VIDEO), (Direction.RECEIVED,), "loss", 6, 14, 5, "%"),
    verdict="Everyone in Berlin: 4 of 4 poor, 0 of 7 elsewhere",
    verdict_key="",
    scope=Scope.SITE,
    cause="site_or_isp",
    confidence="medium",
)
