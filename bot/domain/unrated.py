"""Why somebody is not rated, in a few words. Rates nobody."""

from collections.abc import Callable, Sequence
from typing import Final

from bot.domain.model import Media, Spread, Stream
from bot.domain.people import FRAGMENT_S, NOT_TRAFFIC_BELOW_KBPS, Person


def unrated_reason(
    person: Person, streams: Sequence[Stream], counted: Sequence[Stream], only: Media | None
) -> str | None:
    """None for a person who can be rated; `counted` are the streams with a label that a report on `only` looks at."""
    if person.measured_s is not None and person.measured_s < FRAGMENT_S:
        return f"in the call for {person.measured_s:.0f} s; a rating needs {FRAGMENT_S:.0f} s"
    if counted:
        return None
    if not person.has_summary:
        return "dialled in, nothing measured" if _dialled_in(person) else "Zoom has no summary for them"
    if only is not None and any(s.badness is not None for s in streams):
        return f"no {only} measured"
    shown = [s for s in streams if s.media is only] or streams
    return next((words for words, holds in _GAPS if any(map(holds, shown))), "nothing measured")


def _lacks_loss(stream: Stream) -> bool:
    """Something flowed and was measured, but not the average loss."""
    return _flowed(stream) is not False and not _known(stream.loss_pct) and _known_at_all(stream)


def _lacks_everything(stream: Stream) -> bool:
    """Something flowed, and Zoom has nothing or only zeros of it, as from some browsers."""
    return _flowed(stream) is True


def _is_quiet(stream: Stream) -> bool:
    return _flowed(stream) is False


_GAPS: Final[tuple[tuple[str, Callable[[Stream], bool]], ...]] = (
    ("packet loss was not measured", _lacks_loss),
    ("Zoom measured nothing of what was sent and received", _lacks_everything),
    ("too little sent or received to measure", _is_quiet),
)
"""Why the streams of a person have no label, the reason that says most first."""


def _flowed(stream: Stream) -> bool | None:
    """Whether the average bitrate says that something flowed; None where it is unknown."""
    kbps = stream.bitrate_kbps.avg if stream.bitrate_kbps else None
    return None if kbps is None else kbps >= NOT_TRAFFIC_BELOW_KBPS[stream.media]


def _known_at_all(stream: Stream) -> bool:
    spreads = (stream.loss_pct, stream.latency_ms, stream.jitter_ms)
    return any(value is not None for spread in spreads if spread for value in spread)


def _known(spread: Spread | None) -> bool:
    return spread is not None and spread.avg is not None


def _dialled_in(person: Person) -> bool:
    return person.facts is not None and (person.facts.device or "").casefold().startswith("phone")
