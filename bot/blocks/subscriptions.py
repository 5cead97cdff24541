"""A subscription before and after it is made: preview, confirmation, list. Parses and stores nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.blocks import parts
from bot.blocks.alert import sample
from bot.blocks.alert_words import affected, ended, title
from bot.blocks.lines import Line, Mention, Part, bold, code, joined
from bot.blocks.names import clean
from bot.blocks.words import instant
from bot.domain.backtest import LAST, BackTest
from bot.domain.rule_words import filter_in_words, filters_in_words, rule_in_words
from bot.domain.subscriptions import Filter, Rule, Subscription, terms_of
from bot.ports import Message

CONFIRM = "sub_confirm"
"""Its value is the text of the terms; no value for none."""

LISTED_AT_MOST, IN_ONE_LINE = 30, 3


def preview(filters: Sequence[Filter], rule: Rule, tried: BackTest, now: datetime) -> Message:
    """The rule read back, what it would have done, how an alert looks, and the button that makes it real."""
    head: list[Line] = [[bold("This channel would be told of:")], *_rule_lines(filters, rule)]
    body = [*_tried(tried, now), *sample(now)]
    button = parts.button("Subscribe", CONFIRM, terms_of(filters, rule), style="primary")
    blocks = [
        *parts.rich_text(head),
        *parts.rich_text(_tried(tried, now)),
        parts.divider(),
        *parts.rich_text(sample(now)),
        *parts.actions(button),
    ]
    return parts.message(parts.plain(head, body, [["Nothing is posted before you press Subscribe."]]), blocks)


def _rule_lines(filters: Sequence[Filter], rule: Rule) -> list[Line]:
    if len(filters) <= IN_ONE_LINE:
        return [[filters_in_words(filters)], [rule_in_words(rule)]]
    each: list[Line] = [[f"• {filter_in_words(term)}"] for term in filters]
    return [["Only calls where all of these hold:"], *each, [rule_in_words(rule)]]


def _tried(tried: BackTest, now: datetime) -> list[Line]:
    """`In the last 30 days this would have posted 14 times, looking at 212 stored calls. The last five: …`."""
    if not tried.total:
        none = (
            f"There is no stored call of the last {tried.days} days to try this on, so how often it posts is not known."
        )
        return [[none]]
    would = {0: "would not have posted", 1: "would have posted once"}
    what = would.get(tried.posts, f"would have posted {tried.posts:,} times")
    stored = f"{tried.total:,} stored {'call' if tried.total == 1 else 'calls'}"
    first: list[Part] = [
        bold(f"In the last {tried.days} days this {what}"),
        f", looking at {stored}",
    ]
    if tried.oldest is not None:
        first += [", the oldest of ", instant(tried.oldest, now)]
    if tried.folded:
        first.append(f"; {tried.folded:,} more would have joined the list of a wider problem")
    if not tried.last_five:
        return [[*first, "."]]
    which = "The last five" if tried.posts > LAST else "It was" if tried.posts == 1 else "They were"
    head: Line = [*first, f". {which}:"]
    rows: list[Line] = [
        ["• ", *joined([[title(card)], [affected(card)], ended(card, now)])] for card in tried.last_five
    ]
    return [head, *rows]


def subscribed(subscription: Subscription, number: int) -> Message:
    """Said in the channel's language of numbers, so that undoing it is one command."""
    undo: Line = ["To stop: ", code(f"/qos unsubscribe {number}")]
    lines = [[bold(f"Subscribed, number {number}.")], *_rule_lines(subscription.filters, subscription.rule), undo]
    return _notice(lines)


@dataclass(frozen=True, slots=True)
class Listed:
    """A subscription as `/qos subscriptions` shows it. `not_useful`: how many presses of that button."""

    number: int
    subscription: Subscription
    owner_name: str
    last_fired: datetime | None = None
    not_useful: int = 0


def subscriptions(rows: Sequence[Listed], now: datetime) -> Message:
    if not rows:
        return _notice([["This channel has no subscription. ", code("/qos subscribe"), " makes one, with a preview."]])
    lines = [line for row in rows[:LISTED_AT_MOST] for line in _listed(row, now)]
    more = len(rows) - LISTED_AT_MOST
    rest: list[Line] = [[f"… {more:,} more"]] if more > 0 else []
    head: Line = [bold(f"{len(rows):,} {'subscription' if len(rows) == 1 else 'subscriptions'} of this channel")]
    undo: Line = ["To stop one: ", code("/qos unsubscribe N"), ", all: ", code("/qos unsubscribe all")]
    blocks = parts.rich_text([head, *lines, *rest, undo])
    return parts.message(parts.plain([head], lines, [*rest, undo]), blocks)


def _listed(row: Listed, now: datetime) -> list[Line]:
    one = row.subscription
    fired: list[Part] = ["last alert ", instant(row.last_fired, now)] if row.last_fired else ["no alert yet"]
    marked = f"marked not useful {row.not_useful:,} times" if row.not_useful > 1 else "marked not useful once"
    owner: list[Part] = ["owner ", Mention(one.owner_id, clean(row.owner_name) or "not known")]
    rule, wish = rule_in_words(one.rule), filters_in_words(one.filters)
    facts = joined([owner, fired, [marked] if row.not_useful else []])
    return [[bold(f"{row.number}."), f" {clean(wish, 400) or ''} {rule}"], ["    ", *facts]]


def _notice(lines: Sequence[Line]) -> Message:
    return parts.message(parts.plain(lines), parts.rich_text(lines))
