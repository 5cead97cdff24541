"""Why a channel was or was not told: its log and its rules in words. Changes nothing."""

from collections.abc import Sequence

from bot.blocks.lines import Line, Part, code
from bot.domain.alert_rule import judge_alert
from bot.domain.decision_log import LogEntry, Outcome, entry_in_words
from bot.domain.model import Label
from bot.domain.rule_words import in_words
from bot.domain.subscriptions import Subscription, first_against
from bot.questions.answer import Answer
from bot.questions.asked import Intent
from bot.questions.facts import ChannelFacts, Need
from bot.questions.pen import Pen
from bot.questions.phrasing import names, poor
from bot.questions.quoting import quoted
from bot.questions.row import Asked, Row

CHANNEL = frozenset({Need.CHANNEL, Need.MINUTES})
TOLD = frozenset({Outcome.POSTED, Outcome.REPLIED})
MOST_ENTRIES, MOST_SUBSCRIPTIONS = 4, 3


def no_channel(pen: Pen, what: str) -> Answer:
    """Outside Slack there is nothing to alert; what works instead."""
    line: Line = [f"{what} belongs to a Slack channel, and this question was not asked in one."]
    works: Line = [
        "In a channel: ",
        code("/qos why"),
        " with the meeting's number, ",
        code("/qos subscribe"),
        ", ",
        code("/qos quiet"),
        ".",
    ]
    return pen.written([line, works], suggestions=("who had it worst?", "is it us or zoom?"))


# --- why it was told or not ------------------------------------------------------------------------------------------


def explain(asked: Asked) -> Answer:
    """The log's reasons with their numbers, the rules in words; without a subscription, that there is none."""
    pen, channel = Pen(asked.facts), asked.facts.channel
    if channel is None:
        return no_channel(pen, "An alert")
    if not channel.subscriptions and not channel.log:
        lines: list[Line] = [
            ["No alert was posted here, because this channel has no subscription."],
            ["Type ", code("/qos subscribe"), " here to hear of meetings that go badly from now on."],
        ]
        return pen.written(lines, suggestions=("alert us when more than 2 people are bad",))
    log = sorted(channel.log, key=lambda entry: entry.at)
    told = [entry for entry in log if entry.outcome in TOLD]
    lines = [_first(pen, asked, channel, log, told)]
    first = next((e for e in log if e.outcome is Outcome.POSTED), log[-1] if log else None)
    lines += [_entry(pen, entry) for entry in log if entry is not first][-MOST_ENTRIES:]
    if channel.subscriptions:
        lines += [[f"Rule: {words}"] for words in rules_in_words(pen, channel.subscriptions)]
    else:
        lines.append(["The subscription that decided this is gone; the channel has none now."])
    lines += [[f"Quiet hours: {quoted(pen, channel.quiet)}."]] if channel.quiet else []
    lines += _taken(pen, channel)
    affected = poor(asked.facts.report.participants)
    lines += [[f"Poor in this call: {names(pen, affected)}."]] if affected else []
    return pen.written(lines, suggestions=("mute this for an hour", "only alert us when 3 or more people are bad"))


def _first(pen: Pen, asked: Asked, channel: ChannelFacts, log: Sequence[LogEntry], told: Sequence[LogEntry]) -> Line:
    posted = next((entry for entry in log if entry.outcome is Outcome.POSTED), None)
    expected = asked.reading.slots.get("expect") == "fired"
    if posted is not None:
        start = "An alert was posted at " if expected else "It fired at "
        return [start, pen.time(posted.at), ": ", quoted(pen, _found(posted))]
    if log:
        last = log[-1]
        return ["No alert: ", *_entry(pen, last)]
    return ["No alert: ", *_judged_now(pen, asked, channel)]


def _taken(pen: Pen, channel: ChannelFacts) -> list[Line]:
    if channel.alert_id is None or channel.taken_by is None:
        return []
    return [[f"Taken by {quoted(pen, channel.taken_by)}." if channel.taken_by else "Nobody has acknowledged it yet."]]


def _found(entry: LogEntry) -> str:
    return entry_in_words(entry).removeprefix("Posted. ")


def _entry(pen: Pen, entry: LogEntry) -> Line:
    line: list[Part] = [pen.time(entry.at), " ", quoted(pen, entry_in_words(entry))]
    return [*line, " Until ", pen.time(entry.until), "."] if entry.until else line


def _judged_now(pen: Pen, asked: Asked, channel: ChannelFacts) -> Line:
    """Nothing is on record for this call: what the rule says of it as it stands."""
    wish = channel.subscriptions[0]
    reading = judge_alert(asked.facts.report, asked.facts.minutes, wish.rule)
    values, need = reading.values, reading.limits
    against = first_against(wish.filters, reading.about, None, reading.affected if reading.met else None)
    word = "poor" if wish.rule.label is Label.POOR else "fair or poor"
    share = f" and {pen.asked(need.share_pct, '%')}" if need.share_pct else ""
    numbers = (
        f"{pen.count(values.affected)} of {pen.count(values.rated)} rated people {word}, "
        f"the rule needs {pen.count(need.people)}{share}"
    )
    if against is not None:
        return [f"a filter of the subscription keeps this call out ({numbers})."]
    if reading.met:
        return [
            f"nothing was decided about this call, though the rule would be met now ({numbers}). The subscription may "
            "be newer than the call, or Zoom's events did not come."
        ]
    return [f"the rule was not met: {numbers}."]


def rules_in_words(pen: Pen, subscriptions: Sequence[Subscription]) -> list[str]:
    shown = [quoted(pen, in_words(one.filters, one.rule)) for one in subscriptions[:MOST_SUBSCRIPTIONS]]
    rest = len(subscriptions) - len(shown)
    return [*shown, f"and {pen.count(rest)} more; /qos subscriptions lists them."] if rest else shown


ROWS: tuple[Row, ...] = (Row(Intent.ALERT_EXPLAIN, explain, CHANNEL),)
