"""Senders whom others received badly: bad sent on one person beside bad received on many, in one medium. Linear."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from bot.domain.limits import Yardstick
from bot.domain.model import Direction, Label, Media, Spread, Stream
from bot.domain.signs import Signs, Worst


@dataclass(frozen=True, slots=True)
class BadSender:
    """One medium that `senders` sent with loss and that `listeners` of `receivers` people received badly.

    `checked` is False when no listener had another received medium to compare with, without a bad sender of its own.
    """

    media: Media
    senders: tuple[str, ...]
    names: tuple[str | None, ...]
    sent: Worst
    listeners: frozenset[str]
    receivers: int
    lowest_pct: float
    highest_pct: float
    checked: bool


class _Ear(NamedTuple):
    """How one person received one medium."""

    key: str
    loss_pct: float
    is_listener: bool
    compared: bool


_Suspects = list[tuple[Signs, Stream]]


def bad_senders(rated: Sequence[Signs], yard: Yardstick) -> tuple[BadSender, ...]:
    if len(rated) < yard.cause.sender_rated_people:
        return ()
    suspects: dict[Media, _Suspects] = {}
    for signs in rated:
        if signs.sent_loss is not None and signs.sent_loss.value > yard.loss.fair:
            for stream in signs.person.streams:
                if stream.direction is Direction.SENT and stream.badness is not None and _loss(stream) > yard.loss.fair:
                    suspects.setdefault(stream.media, []).append((signs, stream))
    return _found({m: few for m, few in suspects.items() if len(few) <= yard.cause.senders_at_most}, rated, yard)


def _found(suspects: Mapping[Media, _Suspects], rated: Sequence[Signs], yard: Yardstick) -> tuple[BadSender, ...]:
    """Two people can send badly in two media: what one spoils is no comparison for the other.

    So every medium with suspects is left out of the comparison, and counts again when its suspects turn out to be none.
    """
    found = [_bad_sender(media, few, suspects.keys(), rated, yard) for media, few in suspects.items()]
    bad = tuple(sender for sender in found if sender is not None)
    left = {sender.media: suspects[sender.media] for sender in bad}
    return bad if len(left) == len(suspects) else _found(left, rated, yard)


def _bad_sender(
    media: Media, suspects: _Suspects, spoilt: Set[Media], rated: Sequence[Signs], yard: Yardstick
) -> BadSender | None:
    limits, keys = yard.cause, {signs.person.key for signs, _ in suspects}
    ears = [
        ear for s in rated if s.person.key not in keys for ear in (_ear(s, media, spoilt, yard),) if ear is not None
    ]
    hit = [ear for ear in ears if ear.is_listener]
    if len(hit) < limits.sender_listeners or 100 * len(hit) < limits.sender_share_pct * len(ears):
        return None
    suspects = sorted(suspects, key=lambda pair: -_loss(pair[1]))
    worst = suspects[0][1]
    return BadSender(
        media=media,
        senders=tuple(signs.person.key for signs, _ in suspects),
        names=tuple(signs.person.name for signs, _ in suspects),
        sent=Worst(worst, _loss(worst), worst.loss_pct or Spread(None, None, None)),
        listeners=frozenset(ear.key for ear in hit),
        receivers=len(ears),
        lowest_pct=min(ear.loss_pct for ear in hit),
        highest_pct=max(ear.loss_pct for ear in hit),
        checked=any(ear.compared for ear in hit),
    )


def _loss(stream: Stream) -> float:
    return (stream.loss_pct.avg if stream.loss_pct else None) or 0.0


def _ear(signs: Signs, media: Media, spoilt: Set[Media], yard: Yardstick) -> _Ear | None:
    """None for a person who did not receive this medium; a `spoilt` one has a bad sender of its own."""
    here: Stream | None = None
    others: list[Stream] = []
    for stream in signs.person.streams:
        if stream.direction is Direction.RECEIVED and stream.badness is not None:
            if stream.media is media:
                here = stream
            elif stream.media not in spoilt:
                others.append(stream)
    if here is None:
        return None
    clean_sent = signs.sent_loss is None or signs.sent_loss.value <= yard.loss.good
    another_good = not others or any(stream.label is Label.GOOD for stream in others)
    return _Ear(signs.person.key, _loss(here), clean_sent and another_good and received_badly(here, yard), bool(others))


def received_badly(stream: Stream, yard: Yardstick) -> bool:
    """Bad in a way that travels with the media: loss, jitter, missing pictures; never a person's own round trip."""
    if stream.label is Label.GOOD:
        return False
    jitter = stream.jitter_ms.avg if stream.jitter_ms else None
    late = jitter is not None and jitter > yard.jitter.good
    return _loss(stream) > yard.loss.good or late or stream.worst_metric == "frame_rate"


def explained_by_senders(rated: Sequence[Signs], senders: tuple[BadSender, ...]) -> Mapping[str, tuple[BadSender, ...]]:
    """People whose label comes only from media of which they are listeners."""
    if not senders:
        return {}
    explained: dict[str, tuple[BadSender, ...]] = {}
    for signs in rated:
        heard = tuple(bad for bad in senders if signs.person.key in bad.listeners)
        if heard and _only_from(signs, {bad.media for bad in heard}):
            explained[signs.person.key] = heard
    return explained


def _only_from(signs: Signs, media: set[Media]) -> bool:
    return all(
        stream.direction is Direction.RECEIVED and stream.media in media
        for stream in signs.person.streams
        if stream.badness is not None and stream.label is signs.person.label
    )
