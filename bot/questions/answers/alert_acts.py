"""What is prepared to change a channel's alerts: a silence, another rule. Nothing changes before a click."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.blocks.lines import Line, code
from bot.blocks.names import clean
from bot.domain.backtest import Past, backtest
from bot.domain.holds import SnoozeFor
from bot.domain.model import Label, Media
from bot.domain.rule_words import in_words
from bot.domain.subscription_terms import LONGEST_VALUE, MOST_MINUTES, MOST_PEOPLE
from bot.domain.subscriptions import DEFAULT_RULE, Filter, FilterKey, Rule, terms_of
from bot.questions.answer import Act, Answer, Prepared
from bot.questions.answers.alerts import no_channel, rules_in_words
from bot.questions.asked import Intent
from bot.questions.facts import PAST_DAYS, ChannelFacts, Need
from bot.questions.pen import Pen
from bot.questions.phrasing import word
from bot.questions.quoting import quoted
from bot.questions.row import Asked, Row

# --- silence for a while ---------------------------------------------------------------------------------------------

SNOOZES: Mapping[str, SnoozeFor] = {
    "1h": SnoozeFor.HOUR,
    "hour": SnoozeFor.HOUR,
    "an hour": SnoozeFor.HOUR,
    "1 hour": SnoozeFor.HOUR,
    "one hour": SnoozeFor.HOUR,
    "60 minutes": SnoozeFor.HOUR,
    "60m": SnoozeFor.HOUR,
    "today": SnoozeFor.TODAY,
    "tonight": SnoozeFor.TODAY,
    "midnight": SnoozeFor.TODAY,
    "tomorrow": SnoozeFor.TODAY,
    "tmrw": SnoozeFor.TODAY,
    "day": SnoozeFor.TODAY,
    "end of day": SnoozeFor.TODAY,
    "eod": SnoozeFor.TODAY,
    "meeting": SnoozeFor.MEETING,
    "this meeting": SnoozeFor.MEETING,
    "call": SnoozeFor.MEETING,
    "end": SnoozeFor.MEETING,
    "end of meeting": SnoozeFor.MEETING,
    "site": SnoozeFor.SITE,
    "office": SnoozeFor.SITE,
    "location": SnoozeFor.SITE,
}
ROUGHLY = frozenset({"tomorrow", "tmrw", "day"})
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
        return no_channel(pen, "Muting")
    if not channel.subscriptions:
        lines: list[Line] = [["There is nothing to mute: this channel has no subscription, so I post no alerts here."]]
        return pen.written(lines, suggestions=("who had it worst?",))
    if channel.alert_id is None:
        lines = [["There is no alert about this call in this channel, so there is nothing to snooze."]]
        lines.append(
            ["Hours in which I never post: ", code("/qos quiet"), ". No alerts at all: ", code("/qos unsubscribe"), "."]
        )
        return pen.written(lines, suggestions=("why was there no alert?",))
    what, exact = _snooze(asked.reading.slots)
    lines = [[f"Ready to be silent about {UNTIL[what]}. Press the button to start; nothing changes before."]]
    if not exact:
        wanted = asked.reading.slots.get("until")
        typed = quoted(pen, clean(wanted, 30) or "") if isinstance(wanted, str) else ""
        start = f'I can\'t do exactly "{typed}"; I can do' if typed else "I can do"
        choices = "; ".join(UNTIL[one] for one in SnoozeFor)
        lines.append([f"{start}: {choices}. For fixed hours every day: ", code("/qos quiet"), "."])
    prepared = Prepared(Act.SNOOZE, BUTTONS[what], {"for": what.value})
    return pen.written(lines, prepared=prepared, suggestions=("why did this fire?",))


def _snooze(slots: Mapping[str, Any]) -> tuple[SnoozeFor, bool]:
    """What comes nearest to the words, and whether it is just that."""
    until, target = slots.get("until"), slots.get("target")
    if isinstance(until, str) and until.strip():
        words = _plain(until)
        if words in SNOOZES:
            return SNOOZES[words], words not in ROUGHLY
        nearest = SNOOZES.get(_plain(target)) if isinstance(target, str) else None
        return SnoozeFor.HOUR if re.search(r"\d ?(m|min|h|hour)", words) else nearest or SnoozeFor.TODAY, False
    if isinstance(target, Mapping) or slots.get("group"):
        return SnoozeFor.SITE, True
    if isinstance(target, str) and _plain(target) in SNOOZES:
        return SNOOZES[_plain(target)], True
    return SnoozeFor.HOUR, False


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("_", " ").split())


# --- another rule ----------------------------------------------------------------------------------------------------


def configure(asked: Asked) -> Answer:
    """The rule in words, what it would have done with the stored calls, and a button; else how rules are written."""
    pen, channel = Pen(asked.facts), asked.facts.channel
    if channel is None:
        return no_channel(pen, "An alert rule")
    filters, rule = _filters(asked.reading.slots), _rule(asked.reading.slots)
    if not filters and rule == DEFAULT_RULE:
        rules = [[f"Now: {words}"] for words in rules_in_words(pen, channel.subscriptions)]
        example = f"only when {pen.count(3)} or more people are poor"
        lines: list[Line] = [[f"Say what should make an alert, such as: {example}."], *rules, _how()]
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
    calls_of = f"{_counted(pen, would.total, 'stored call')} of {days} days"
    line = f"Over {calls_of} it would have posted {_alerts(pen, would.posts)}"
    channel = asked.facts.channel
    if channel is None or not channel.subscriptions:
        return [f"{line}."]
    now = max(backtest(calls, one.filters, one.rule).posts for one in channel.subscriptions)
    return [f"{line}; the present rule {_alerts(pen, now)}."]


def _alerts(pen: Pen, count: int) -> str:
    return _counted(pen, count, "alert") if count else "nothing"


def _counted(pen: Pen, count: int, what: str) -> str:
    return f"{pen.count(count, f'{what}s')} {what if count == 1 else f'{what}s'}"


def _rule(slots: Mapping[str, Any]) -> Rule:
    """What the slots say of it; what is out of range or unknown is left as it usually is."""
    people, minutes, share = (_whole(slots.get(key)) for key in ("min_participants", "minutes", "share"))
    label, media = word(slots, "label"), word(slots, "media")
    return Rule(
        label=Label.FAIR if label == Label.FAIR else DEFAULT_RULE.label,
        media=Media(media) if media in set(Media) else None,
        people=None if people is None else min(people, MOST_PEOPLE),
        share_pct=share if share is not None and share <= 100 else None,
        minutes=DEFAULT_RULE.minutes if minutes is None else min(minutes, MOST_MINUTES),
    )


def _filters(slots: Mapping[str, Any]) -> tuple[Filter, ...]:
    """The place that the rule is limited to."""
    for key in ("site", "location"):
        group = slots.get("group")
        for said in (slots, group if isinstance(group, Mapping) else {}):
            place = clean(word(said, key), LONGEST_VALUE)
            if place:
                return (Filter(FilterKey.SITE, place),)
    return ()


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


ROWS: tuple[Row, ...] = (
    Row(Intent.ALERT_MUTE, mute, frozenset({Need.CHANNEL})),
    Row(Intent.ALERT_CONFIG, configure, frozenset({Need.CHANNEL, Need.PAST})),
)
