"""What is said around subscriptions and alerts: where nothing can be posted, what ended, what was noted."""

from collections.abc import Sequence

from bot.blocks import parts
from bot.blocks.lines import Line, bold, code
from bot.blocks.names import clean
from bot.domain.holds import SNOOZE_WORDS, SnoozeFor
from bot.domain.rule_words import filters_in_words, rule_in_words
from bot.domain.subscriptions import Subscription
from bot.ports import Message


def invite_first(command: str = "/invite @QoS") -> Message:
    """A private channel, or one that lets nobody in: how to let the bot in before it is subscribed."""
    line: Line = ["I'm not in this channel and cannot join it, so no alert could arrive here. Type ", code(command)]
    return _notice([[*line, ", then subscribe."]])


def between_people() -> Message:
    line = (
        "Slack lets no app post in a conversation between people. Subscribe in a channel, or in your messages with me."
    )
    return _notice([[line]])


def not_allowed() -> Message:
    return _notice([["I'm not allowed to post in this channel. Subscribe in another one."]])


def outsiders() -> Message:
    """Stands above a preview where another company reads along."""
    return _notice([[bold("People from another company can read this channel."), " Alerts name people of the call."]])


def unsubscribed(ended: Sequence[Subscription]) -> Message:
    """What this channel no longer hears of; the other subscriptions are numbered anew."""
    count = "1 subscription" if len(ended) == 1 else f"{len(ended):,} subscriptions"
    lines: list[Line] = [[bold(f"Ended: {count} of this channel.")]]
    wishes = (clean(filters_in_words(one.filters), 300) or "" for one in ended[:10])
    lines += [[f"• {wish} {rule_in_words(one.rule)}"] for wish, one in zip(wishes, ended, strict=False)]
    return _notice(lines)


def snoozed(what: SnoozeFor) -> Message:
    return _notice([[f"Snoozed {SNOOZE_WORDS[what]}. It ends by itself; the alert above shows when."]])


def noted_not_useful() -> Message:
    listed: Line = ["Noted. ", code("/qos subscriptions"), " counts it beside the rule that asked for this alert; "]
    return _notice([[*listed, code("/qos subscribe"), " tries a stricter one on past calls first."]])


def together(*messages: Message) -> Message:
    """Several as one, in this order."""
    return Message("\n".join(one.text for one in messages), [block for one in messages for block in one.blocks])


def _notice(lines: Sequence[Line]) -> Message:
    return parts.message(parts.plain(lines), parts.rich_text(lines))
