"""Every message that is not a report: progress, errors, help, confirmations. Decides nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.blocks import parts
from bot.blocks.lines import Line, Part, bold, code, with_code
from bot.blocks.names import clean
from bot.blocks.parts import Element
from bot.blocks.words import KINDS, READINGS, VERIFIED, bound, duration, instant, people
from bot.domain.limits import LimitRow, Limits, limit_rows
from bot.domain.metrics import Metric
from bot.domain.model import DirectionNote, Kind
from bot.errors import BadInput, QosError, ZoomError
from bot.ports import Message

TO_DM = "qos_dm"
SAYS_WHEN = frozenset({"daily_limit"})
"""Errors whose own sentence has the time already."""


@dataclass(frozen=True, slots=True)
class CommandRow:
    """One command as help prints it; `usage` and `example` are what is typed behind the slash command."""

    name: str
    usage: str
    summary: str
    example: str = ""


def _notice(lines: Sequence[Line], *buttons: Element) -> Message:
    return parts.message(parts.plain(lines), [*parts.rich_text(lines), *parts.actions(*buttons)])


# --- while it lasts, and when it goes wrong --------------------------------------------------------------------------


def progress(read: int, total: int | None = None) -> Message:
    """`Reading from Zoom: 340 of 1,000 people so far.`; `total` None where Zoom has not said."""
    if not read:
        return _notice([["Reading from Zoom: nobody so far."]])
    count = people(read) if total is None or total < read else f"{read:,} of {people(total)}"
    return _notice([[f"Reading from Zoom: {count} so far."]])


def error(problem: QosError, *, now: datetime | None = None) -> Message:
    """What happened, what to do, and a reference that is also in the log. With `now`, also from when on it can work."""
    return _notice([_error_line(problem, now)])


def wrong_input(problem: BadInput, rows: Sequence[CommandRow], options: str, command: str = "/qos") -> Message:
    """What was wrong, what was probably meant, and how the command is used."""
    return _notice([_error_line(problem, None), *_commands(rows, options, command)])


def _error_line(problem: QosError, now: datetime | None) -> Line:
    words = [sentence for sentence in (clean(problem.text, 300), clean(problem.advice, 250)) if sentence]
    line: list[Part] = [part for sentence in words for part in with_code(f"{sentence} ")]
    if isinstance(problem, BadInput) and problem.suggestion:
        line += ["Did you mean ", code(clean(problem.suggestion, 60) or "/qos help"), "? "]
    again = problem.retry_at if isinstance(problem, ZoomError) and problem.slug not in SAYS_WHEN else None
    if now is not None and again is not None and again > now:
        line += ["It can work again at ", instant(again, now), f" (in {duration(again - now)}). "]
    if not isinstance(problem, BadInput):  # there nothing was asked of anybody, so there is no log line to find
        line.append(f"(ref {problem.ref})")
    return line


def did_you_mean(word: str, suggestion: str | None = None) -> Message:
    """`word` is what was typed, `suggestion` a whole command that would work."""
    typed = clean(word, 40)
    start: list[Part] = [f'I don\'t know "{typed}". ' if typed else "I don't know that command. "]
    if suggestion is None:
        return _notice([[*start, code("/qos help"), " lists what I can do."]])
    return _notice([[*start, "Did you mean ", code(clean(suggestion, 120) or "/qos help"), "?"]])


# --- help ------------------------------------------------------------------------------------------------------------


def usage(rows: Sequence[CommandRow], options: str, command: str = "/qos") -> Message:
    """Help, made of the rows that also dispatch."""
    opening: Line = [bold("Who had a bad Zoom call, in which direction, and by how much")]
    return _notice([opening, *_commands(rows, options, command)])


def greeting(rows: Sequence[CommandRow], options: str, command: str = "/qos") -> Message:
    """The first words in somebody's direct message."""
    opening: Line = [bold("I say who had trouble in a Zoom call, with the numbers behind it.")]
    here: Line = [
        "Here a meeting number or a join link alone is enough. Then ask on in your own words: ",
        code("was it just Kofi?"),
        ", ",
        code("what do I tell her?"),
    ]
    return _notice([opening, *_commands(rows, options, command), here])


def which_call() -> Message:
    """Words that are no greeting, where nothing says which call they are about."""
    example = code("who had it worst in 858 1234 5678?")
    return _notice(
        [["Which call is that about? Put its number in, like ", example, ", or ask under one of my summaries."]]
    )


def _commands(rows: Sequence[CommandRow], options: str, command: str) -> Iterable[Line]:
    """A command that is its own example is shown once; the options that reports share stand once, below."""
    for row in rows:
        differs = row.example and row.example != row.usage
        example: Line = [", for example ", code(f"{command} {row.example}")] if differs else []
        yield ["• ", code(f"{command} {row.usage}"), f" {row.summary}", *example]
    if any("[options]" in row.usage for row in rows):
        yield ["Options in any order: ", code(options)]


def limits(known: Limits) -> Message:
    """The published rule: every limit, and where it comes from."""
    rule = "The worst average of a person's worst stream decides their label; a maximum never does."
    lines: list[Line] = [
        [bold("What counts as good, fair and poor")],
        *(_limits_line(metric) for metric in known.metrics),
        [rule],
        [bold("What the likely causes compare with")],
        *(_cause_line(row) for row in limit_rows(known.cause)),
        ["Whoever runs the bot changes any of them by its name with the setting ", code("LIMITS"), "."],
    ]
    return _notice(lines)


def _limits_line(metric: Metric) -> Line:
    def at(value: float) -> str:
        return f"{bound(value)} {metric.unit}"

    if metric.higher_is_better:
        words = f"good from {at(metric.good)}, fair from {at(metric.fair)}, poor below"
    else:
        words = f"good up to {at(metric.good)}, fair up to {at(metric.fair)}, poor above"
    edge = "" if metric.bad is None else f" (very poor above {at(metric.bad)})"
    return ["• ", bold(metric.label), " ", code(metric.key), f": {words}{edge}. Source: {metric.source}."]


def _cause_line(row: LimitRow) -> Line:
    unit = "" if row.unit in ("people", "networks") else f" {row.unit}"
    return ["• ", code(row.key), f" {bound(row.value)}{unit}: {row.meaning} ({row.source})"]


def status(
    dependencies: Sequence[tuple[str, bool, str]],
    notes: Mapping[Kind, DirectionNote],
    feed: Sequence[Line] = (),
) -> Message:
    """What works (name, whether, a word on it), how the events do, and what calls say about sent and received."""
    lines: list[Line] = [[bold("What the bot depends on")]]
    lines += [
        [f"• {name}: {'works' if ok else clean(note, 200) or 'does not work'}"] for name, ok, note in dependencies
    ]
    lines += feed
    lines.append([bold("Which of Zoom's input and output is sent and which received")])
    for kind, note in notes.items():
        evidence = "; ".join(filter(None, (clean(words, 200) for words in note.evidence))) or VERIFIED[note.verified]
        lines.append([f"• {KINDS[kind]}s, {READINGS[note.reading]}: {evidence}"])
    return _notice(lines)


# --- where the bot can and cannot speak ------------------------------------------------------------------------------


def invite_me(state: str, command: str = "/invite @QoS") -> Message:
    """A private channel that the bot is not in: how to let it in, or the report in a direct message instead."""
    line: Line = ["I'm not in this private channel, so I can't post here. Type ", code(command), " and try again."]
    return _notice([line], _to_dm(state))


def dm_between_people(state: str) -> Message:
    """A conversation between people, where no app can post; only the person who asked sees this."""
    line = (
        "Slack lets no app post in a conversation between people, so only you see this. I can send it to your messages."
    )
    return _notice([[line]], _to_dm(state))


def archived() -> Message:
    return _notice([["This channel is archived, so nothing can be posted in it. Ask again in another channel."]])


def posting_refused(state: str) -> Message:
    """Slack would not say why, or the channel restricts who posts."""
    return _notice(
        [["I'm not allowed to post in this channel. I can send the report to your own messages."]], _to_dm(state)
    )


def confirm_external(state: str) -> Message:
    """Asked before a report with names goes into a channel that another company reads."""
    return _confirm("People from another company can read this channel.", state)


def confirm_unseen(state: str) -> Message:
    """Asked where Slack would not say who reads the channel."""
    return _confirm("Slack did not tell me whether another company reads this channel.", state)


def _confirm(fact: str, state: str) -> Message:
    line = f"{fact} The report names participants of the call. Share it anyway?"
    return _notice(
        [[line]],
        _button("Share anyway", "qos_share_confirmed", state, "danger"),
        _button("Keep it private", "qos_dismiss", state),
    )


def for_insiders() -> Message:
    """All that somebody from another company is told."""
    return _notice([["I only answer people of the company that runs me."]])


def noted(*, useful: bool) -> Message:
    """Feedback on an answer has been kept."""
    thanks = "Noted." if useful else "Noted as wrong, with the question, so that it can be put right."
    return _notice([[thanks]])


def shared() -> Message:
    return _notice([["Shared with the channel. Anybody there can ask about it in its thread."]])


def sent_to_dm() -> Message:
    return _notice([["Sent to your own messages with me. You can ask about it there."]])


def sent_csv() -> Message:
    return _notice([["The CSV file with everybody and every stream is in your own messages with me."]])


def kept_private() -> Message:
    return _notice([["Not shared. Only you have seen this report."]])


def _to_dm(state: str) -> Element:
    return _button("Send to my DM", TO_DM, state)


def _button(text: str, action_id: str, state: str, style: Literal["primary", "danger"] | None = None) -> Element:
    return parts.button(text, action_id, state, style=style)
