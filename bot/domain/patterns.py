"""What several people share: a sender whom others received badly, a site, a data centre; linear.

A person who is explained here gets no cause of their own. The order is sender, site, data centre; each looks only at
the people whom the ones before it left unexplained.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.domain.limits import Yardstick
from bot.domain.metrics import Metric
from bot.domain.model import Direction, Label, Media, Spread, Stream
from bot.domain.signs import Signs, Worst

NETWORK_METRICS = frozenset({"loss", "latency", "jitter"})


@dataclass(frozen=True, slots=True)
class BadSender:
    """One medium that `senders` sent with loss and that `listeners` of `receivers` people received badly.

    `checked` is False when no listener had another received medium to compare with.
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


@dataclass(frozen=True, slots=True)
class Group:
    """Rated and poor people of one place beside everybody else; `people` are the ones it explains."""

    name: str | None
    people: frozenset[str]
    rated: int
    poor: int
    elsewhere_rated: int
    elsewhere_poor: int
    networks: int = 1
    metric: str | None = None
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Patterns:
    """All that was found; `explained_by_sender` holds the media of bad senders that explain a person."""

    senders: tuple[BadSender, ...] = ()
    sites: tuple[Group, ...] = ()
    data_center: Group | None = None
    explained_by_sender: Mapping[str, tuple[BadSender, ...]] | None = None

    def sender_of(self, key: str) -> tuple[BadSender, ...]:
        """The bad senders that explain this person."""
        return (self.explained_by_sender or {}).get(key, ())

    def site_of(self, key: str) -> Group | None:
        """The bad site that explains this person."""
        return next((site for site in self.sites if key in site.people), None)

    def data_center_of(self, key: str) -> Group | None:
        """The bad data centre, if it explains this person."""
        return self.data_center if self.data_center and key in self.data_center.people else None

    def sent_badly(self, key: str) -> tuple[BadSender, ...]:
        """What this person sent that others received badly."""
        return tuple(bad for bad in self.senders if key in bad.senders)


def find(rated: Sequence[Signs], yard: Yardstick) -> Patterns:
    """`rated` are the signs of everybody with a label."""
    senders = _bad_senders(rated, yard)
    explained = _explained_by_senders(rated, senders)
    left = [s for s in rated if s.person.key not in explained]
    sites = _bad_sites(left, rated, yard)
    at_sites = frozenset[str]().union(*(site.people for site in sites))
    data_center = _bad_data_center([s for s in left if s.person.key not in at_sites], rated, yard)
    return Patterns(senders, sites, data_center, explained)


# --- a sender ---


class _Ear(NamedTuple):
    """How one person received one medium."""

    key: str
    loss_pct: float
    is_listener: bool
    compared: bool


def _bad_senders(rated: Sequence[Signs], yard: Yardstick) -> tuple[BadSender, ...]:
    if len(rated) < yard.cause.sender_rated_people:
        return ()
    suspects: dict[Media, list[tuple[Signs, Stream]]] = {}
    for signs in rated:
        if signs.sent_loss is not None and signs.sent_loss.value > yard.loss.fair:
            for stream in signs.person.streams:
                if stream.direction is Direction.SENT and stream.badness is not None and _loss(stream) > yard.loss.fair:
                    suspects.setdefault(stream.media, []).append((signs, stream))
    found = (_bad_sender(media, pairs, rated, yard) for media, pairs in suspects.items())
    return tuple(bad for bad in found if bad is not None)


def _bad_sender(
    media: Media, suspects: list[tuple[Signs, Stream]], rated: Sequence[Signs], yard: Yardstick
) -> BadSender | None:
    limits, keys = yard.cause, {signs.person.key for signs, _ in suspects}
    if len(suspects) > limits.senders_at_most:
        return None
    ears = [ear for s in rated if s.person.key not in keys for ear in (_ear(s, media, yard),) if ear is not None]
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


def _ear(signs: Signs, media: Media, yard: Yardstick) -> _Ear | None:
    """None for a person who did not receive this medium."""
    here: Stream | None = None
    others: list[Stream] = []
    for stream in signs.person.streams:
        if stream.direction is Direction.RECEIVED and stream.badness is not None:
            if stream.media is media:
                here = stream
            else:
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


def _explained_by_senders(
    rated: Sequence[Signs], senders: tuple[BadSender, ...]
) -> Mapping[str, tuple[BadSender, ...]]:
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


# --- a place ---


def has_network_trouble(signs: Signs) -> bool:
    """The label comes from loss, latency or jitter, so a line can be the reason."""
    return not NETWORK_METRICS.isdisjoint(signs.beyond)


def _grouped(people: Sequence[Signs], key: Callable[[Signs], str | None]) -> dict[str, list[Signs]]:
    groups: dict[str, list[Signs]] = {}
    for signs in people:
        name = key(signs)
        if name is not None:
            groups.setdefault(name, []).append(signs)
    return groups


def _poor(people: Sequence[Signs]) -> list[Signs]:
    return [s for s in people if s.person.label is Label.POOR and has_network_trouble(s)]


def _keys(people: Sequence[Signs]) -> frozenset[str]:
    return frozenset(s.person.key for s in people)


def _bad_sites(left: Sequence[Signs], rated: Sequence[Signs], yard: Yardstick) -> tuple[Group, ...]:
    limits, all_poor = yard.cause, len(_poor(left))
    if all_poor < limits.site_poor_people:
        return ()
    troubled = _grouped([s for s in left if has_network_trouble(s)], lambda s: s.person.network_group)
    members = _grouped(rated, lambda s: s.person.network_group)
    found = []
    for network, affected in troubled.items():
        poor, size = len(_poor(affected)), len(members[network])
        elsewhere, elsewhere_poor = len(rated) - size, all_poor - poor
        if (
            poor >= limits.site_poor_people
            and 100 * poor >= limits.site_share_pct * size
            and 100 * elsewhere_poor <= limits.elsewhere_share_pct * elsewhere
        ):
            name = _common_location(members[network])
            found.append(Group(name, _keys(affected), size, poor, elsewhere, elsewhere_poor))
    return tuple(sorted(found, key=lambda site: (-site.poor, site.name or "")))


def _common_location(members: Sequence[Signs]) -> str | None:
    places = {s.person.location for s in members if s.person.location}
    return next(iter(places)) if len(places) == 1 else None


def _bad_data_center(left: Sequence[Signs], rated: Sequence[Signs], yard: Yardstick) -> Group | None:
    limits, poor = yard.cause, _poor(left)
    if len(poor) < limits.data_center_poor_people:
        return None
    groups: dict[tuple[str, str, Direction | None], list[Signs]] = {}
    for signs in poor:
        if signs.person.data_center is not None:
            for metric, direction in _faults(signs, yard):
                groups.setdefault((signs.person.data_center, metric, direction), []).append(signs)
    if not groups:
        return None
    (name, metric, direction), alike = max(groups.items(), key=lambda item: len(item[1]))
    on_it = sum(1 for s in rated if s.person.data_center == name)
    group = Group(
        name=name,
        people=_keys([s for s in left if s.person.data_center == name and (metric, direction) in _faults(s, yard)]),
        rated=on_it,
        poor=len(alike),
        elsewhere_rated=len(rated) - on_it,
        elsewhere_poor=len(poor) - len([s for s in poor if s.person.data_center == name]),
        networks=len({s.person.network_group for s in alike if s.person.network_group}),
        metric=metric,
        direction=direction,
    )
    return group if _is_bad_data_center(group, yard) else None


def _is_bad_data_center(group: Group, yard: Yardstick) -> bool:
    """Most of everybody, or most of those on it while hardly anybody elsewhere is poor."""
    limits = yard.cause
    most_on_it = 100 * group.poor >= limits.data_center_share_pct * group.rated
    most_of_all = 100 * group.poor >= limits.data_center_share_pct * (group.rated + group.elsewhere_rated)
    fine_elsewhere = (
        group.elsewhere_rated >= limits.site_poor_people
        and 100 * group.elsewhere_poor <= limits.elsewhere_share_pct * group.elsewhere_rated
    )
    return (
        group.poor >= limits.data_center_poor_people
        and group.networks >= limits.data_center_networks
        and most_on_it
        and (most_of_all or fine_elsewhere)
    )


def _faults(signs: Signs, yard: Yardstick) -> list[tuple[str, Direction | None]]:
    """Metric and direction of everything that makes the label; round trips have no direction."""
    poor = signs.person.label is Label.POOR
    rows: tuple[tuple[Metric, Direction | None, Worst | None], ...] = (
        (yard.loss, Direction.SENT, signs.sent_loss),
        (yard.loss, Direction.RECEIVED, signs.received_loss),
        (yard.jitter, Direction.SENT, signs.sent_jitter),
        (yard.jitter, Direction.RECEIVED, signs.received_jitter),
        (yard.latency, None, signs.latency),
    )
    return [
        (metric.key, direction)
        for metric, direction, worst in rows
        if metric.key in signs.beyond and worst is not None and worst.value > (metric.fair if poor else metric.good)
    ]
