"""Why a channel was told or not, and its quiet hours. Wording only; the log is read elsewhere."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.blocks import parts
from bot.blocks.lines import Line, Part, bold, code
from bot.blocks.names import clean
from bot.blocks.words import instant
from bot.domain.decision_log import LogEntry, entry_in_words
from bot.domain.quiet_hours import QuietHours, held_back, in_words
from bot.ports import Message


def why(entries: Sequence[LogEntry], about: str, numbers: Mapping[str, int], now: datetime) -> Message:
    """Why this channel was told of a call or not. `numbers`: subscription id to its number in the list."""
    name = clean(about, 80) or "this call"
    if not entries:
        words = "Nothing was decided about it here: no data of it came, or it is older than what is kept."
        return _notice([[bold(f"{name}: no record")], [words]])
    lines: list[Line] = [
        _why_line(entry, numbers, now) for entry in sorted(entries, key=lambda e: (e.at, e.subscription_id))
    ]
    head: Line = [bold(f"Why this channel was told of {name}, or not")]
    return parts.message(parts.plain([head], lines), parts.rich_text([head, *lines]))


def _why_line(entry: LogEntry, numbers: Mapping[str, int], now: datetime) -> Line:
    number = numbers.get(entry.subscription_id)
    which = f" subscription {number}: " if number else " "
    until: list[Part] = [" It held until ", instant(entry.until, now), "."] if entry.until else []
    return ["• ", instant(entry.at, now), f"{which}{clean(entry_in_words(entry), 500) or ''}", *until]


def quiet_hours(quiet: QuietHours | None) -> Message:
    """What is set, or that nothing is."""
    if quiet is None:
        return _notice(
            [["This channel has no quiet hours. ", code("/qos quiet 22:00-07:00 Europe/Berlin"), " sets them."]]
        )
    silent = "Alerts of that time are told in one line when it ends; messages already here go on being updated."
    return _notice([[bold(f"Quiet {in_words(quiet)}.")], [silent], [code("/qos quiet off"), " ends them."]])


def quiet_over(topics: Sequence[str]) -> Message:
    """The one line at the end of quiet hours; call it only when something was held back."""
    shown = [clean(topic, 60) or "a call" for topic in topics]
    return _notice([[f"Quiet hours are over: {held_back(shown) or 'nothing was held back'}."]])


def _notice(lines: Sequence[Line]) -> Message:
    return parts.message(parts.plain(lines), parts.rich_text(lines))
