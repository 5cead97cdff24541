"""Why the channel was or was not told, and what is prepared to change that: nothing changes before a click."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.blocks.lines import Line, Part, code
from bot.domain.alert_rule import judge_alert
from bot.domain.backtest import Past, backtest
from bot.domain.decision_log import LogEntry, Outcome, entry_in_words
from bot.domain.holds import SnoozeFor
from bot.domain.model import Label, Media
from bot.domain.rule_words import in_words
from bot.domain.subscription_terms import MOST_MINUTES, MOST_PEOPLE, parse_terms
from bot.domain.subscriptions import Filter, Rule, Subscription, first_against, terms_of
from bot.domain.subscriptions import quoted as term_value
from bot.errors import BadInput
from bot.questions.answer import Act, Answer, Prepared
from bot.questions.asked import Intent
from bot.questions.facts import PAST_DAYS, ChannelFacts, Need
from bot.questions.pen import Pen
from bot.questions.phrasing import names, poor
from bot.questions.quoting import quoted
from bot.questions.row import Asked, Row

CHANNEL = frozenset({Need.CHANNEL, Need.MINUTES})
TOLD = frozenset({Outcome.POSTED, Outcome.REPLIED})
MOST_ENTRIES, MOST_SUBSCRIPTIONS = 4, 3


def _no_channel(pen: Pen, what: str) -> Answer:
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
        return _no_channel(pen, "An alert")
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
        lines += [[f"Rule: {words}"] for words in _rules(pen, channel.subscriptions)]
    else:
        lines.append(["The subscription that decided this is gone; the channel has none now."])
    lines += [[f"Quiet hours: {quoted(pen, channel.quiet)}."]] if channel.quiet else []
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


def _rules(pen: Pen, subscriptions: Sequence[Subscription]) -> list[str]:
    shown = [quoted(pen, in_words(one.filters, one.rule)) for one in subscriptions[:MOST_SUBSCRIPTIONS]]
    rest = len(subscriptions) - len(shown)
    return [*shown, f"and {pen.count(rest)} more; /qos subscriptions lists them."] if rest else shown


# --- silence for a while ---------------------------------------------------------------------------------------------

SNOOZES: Mapping[str, SnoozeFor] = {
    "1h": SnoozeFor.HOUR,
    "hour": SnoozeFor.HOUR,
    "an hour": SnoozeFor.HOUR,
    "1 hour": SnoozeFor.HOUR,
    "60m": SnoozeFor.HOUR,
    "today": SnoozeFor.TODAY,
    "tonight": SnoozeFor.TODAY,
    "midnight": SnoozeFor.TODAY,
    "tomorrow": SnoozeFor.TODAY,
    "day": SnoozeFor.TODAY,
    "end of day": SnoozeFor.TODAY,
    "eod": SnoozeFor.TODAY,
    "meeting": SnoozeFor.MEETING,
    "this_meeting": SnoozeFor.MEETING,
    "call": SnoozeFor.MEETING,
    "end": SnoozeFor.MEETING,
    "end of meeting": SnoozeFor.MEETING,
    "site": SnoozeFor.SITE,
    "office": SnoozeFor.SITE,
    "location": SnoozeFor.SITE,
}
UNTIL: Mapping[SnoozeFor, str] = {
    SnoozeFor.HOUR: "everything here, for one hour from when you press",
    SnoozeFor.TODAY: "everything here, until midnight in your time zone",
    SnoozeFor.MEETING: "this call only, until it ends",
    SnoozeFor.SITE: "the place of this alert, for a day",
}
BUTTONS: Mapping[SnoozeFor, str] = {
    SnoozeFor.HOUR: "Snooze for one hour",
    SnoozeFor.TODAY: "Snooze for today",
    SnoozeFor.MEETING: "Snooze this call",
    SnoozeFor.SITE: "Snooze this site for a day",
}


def mute(asked: Asked) -> Answer:
    """Reads back what would be silent and until when, and asks for the click."""
    pen, channel = Pen(asked.facts), asked.facts.channel
    if channel is None:
        return _no_channel(pen, "Muting")
    if not channel.subscriptions:
        lines: list[Line] = [["There is nothing to mute: this channel has no subscription, so I post no alerts here."]]
        return pen.written(lines, suggestions=("who had it worst?",))
    what, exact = _snooze(asked.reading.slots)
    lines = [[f"Press the button and I stay silent about {UNTIL[what]}. It ends by itself."]]
    if not exact:
        choices = "; ".join(UNTIL[one] for one in SnoozeFor)
        lines.append([f"I can do these: {choices}. For fixed hours every day: ", code("/qos quiet"), "."])
    lines.append(["Nothing changes until then; stored data and answers go on."])
    prepared = Prepared(Act.SNOOZE, BUTTONS[what], {"for": what.value})
    return pen.written(lines, prepared=prepared, suggestions=("why did this fire?",))


def _snooze(slots: Mapping[str, Any]) -> tuple[SnoozeFor, bool]:
    """What comes nearest to the words, and whether it is just that."""
    for key in ("until", "target", "for"):
        value = slots.get(key)
        if isinstance(value, Mapping):
            return SnoozeFor.SITE, True
        if isinstance(value, str):
            words = " ".join(value.casefold().replace("_", " ").split())
            hit = SNOOZES.get(words) or SNOOZES.get(words.replace(" ", "_"))
            if hit is not None:
                return hit, words != "tomorrow"
    if slots.get("until"):
        return SnoozeFor.TODAY, False
    return SnoozeFor.MEETING if slots.get("target") else SnoozeFor.HOUR, bool(slots.get("target"))


# --- another rule ----------------------------------------------------------------------------------------------------


def configure(asked: Asked) -> Answer:
    """The rule in words, what it would have done with the stored calls, and a button; else how rules are written."""
    pen, channel = Pen(asked.facts), asked.facts.channel
    if channel is None:
        return _no_channel(pen, "An alert rule")
    text = _terms(asked.reading.slots)
    try:
        filters, rule = parse_terms(text)
    except BadInput as error:
        return pen.written(
            [[quoted(pen, error.text)], _how()], suggestions=("only alert us when 3 or more people are bad",)
        )
    if not text:
        rules = [[f"Now: {words}"] for words in _rules(pen, channel.subscriptions)]
        lines: list[Line] = [
            [f"Say what should make an alert, such as: only when {pen.count(3)} or more people are poor."],
            *rules,
            _how(),
        ]
        return pen.written(lines, suggestions=("only alert us when 3 or more people are bad", "why did this fire?"))
    lines = [[f"As I understand it: {quoted(pen, in_words(filters, rule))}"], _tested(pen, asked, filters, rule)]
    lines.append(_beside(pen, channel))
    prepared = Prepared(Act.SUBSCRIBE, "Subscribe with this rule", {"terms": terms_of(filters, rule)})
    return pen.written([line for line in lines if line], prepared=prepared, suggestions=("why did this fire?",))


def _how() -> Line:
    return ["Or type ", code("/qos subscribe"), " with terms for people, share, minutes, label, media or site."]


def _beside(pen: Pen, channel: ChannelFacts) -> Line:
    if not channel.subscriptions:
        return ["Press the button to save it; nothing changes before."]
    count = pen.count(len(channel.subscriptions), "subscriptions")
    word = "subscription stays" if len(channel.subscriptions) == 1 else "subscriptions stay"
    return [
        f"Press the button to save it; nothing changes before. The channel's {count} {word}, so end what it replaces: ",
        code("/qos unsubscribe"),
        ".",
    ]


def _tested(pen: Pen, asked: Asked, filters: Sequence[Filter], rule: Rule) -> Line:
    """How many alerts of the last days it would have kept, beside the channel's present rules."""
    calls = [Past(one, one.subject.ended_at or one.as_of) for one in asked.facts.past]
    if not calls:
        return ["No earlier calls are stored, so I can't say how often it would have posted."]
    would = backtest(calls, filters, rule)
    days = pen.count(PAST_DAYS, "days")
    total, posts = pen.count(would.total, "meetings"), pen.count(would.posts, "alerts")
    line = f"Over {total} stored calls of {days} days it would have posted {posts} times"
    channel = asked.facts.channel
    if channel is None or not channel.subscriptions:
        return [f"{line}."]
    now = max(backtest(calls, one.filters, one.rule).posts for one in channel.subscriptions)
    return [f"{line}; the present rule {pen.count(now, 'alerts')} times."]


def _terms(slots: Mapping[str, Any]) -> str:
    """The slots as subscription terms; out-of-range and unknown values are left out."""
    found = []
    people, minutes, share = (_whole(slots.get(key)) for key in ("min_participants", "minutes", "share"))
    if people is not None:
        found.append(f"people:{min(people, MOST_PEOPLE)}")
    if share is not None and share <= 100:
        found.append(f"share:{share}%")
    if minutes is not None:
        found.append(f"minutes:{min(minutes, MOST_MINUTES)}")
    if slots.get("label") in {Label.POOR, Label.FAIR}:
        found.append(f"label:{slots['label']}")
    if slots.get("media") in set(Media):
        found.append(f"media:{slots['media']}")
    for key in ("site", "location", "host", "kind"):
        value = slots.get(key)
        if isinstance(value, str) and value.strip():
            found.append(f"{'site' if key == 'location' else key}:{term_value(' '.join(value.split())[:100])}")
    return " ".join(found)


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


ROWS: tuple[Row, ...] = (
    Row(Intent.ALERT_EXPLAIN, explain, CHANNEL),
    Row(Intent.ALERT_MUTE, mute, frozenset({Need.CHANNEL})),
    Row(Intent.ALERT_CONFIG, configure, frozenset({Need.CHANNEL, Need.PAST})),
)
