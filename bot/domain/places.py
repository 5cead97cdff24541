"""Places where most people are poor and elsewhere hardly anybody: a site behind one address, a data centre. Linear."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.domain.limits import Yardstick
from bot.domain.metrics import Metric
from bot.domain.model import Direction, Label
from bot.domain.signs import Signs, Worst

NETWORK_METRICS = frozenset({"loss", "latency", "jitter"})


@dataclass(frozen=True, slots=True)
class Group:
    """One place beside everybody else; `people` are the ones it explains.

    The counts are of all rated and all poor people, whatever made them poor, so that they add up to the verdict's;
    `alike` counts those whose trouble is that of the place. `network` is the opaque key of a site. `whole_location` is
    False when somebody else has the location `name` too, so that the name alone would say too much.
    """

    name: str | None
    people: frozenset[str]
    rated: int
    poor: int
    elsewhere_rated: int
    elsewhere_poor: int
    alike: int
    network: str | None = None
    whole_location: bool = True
    networks: int = 1
    metric: str | None = None
    direction: Direction | None = None


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
    """Poor by the network: what a line or a data centre can be the reason for."""
    return [s for s in people if s.person.label is Label.POOR and has_network_trouble(s)]


def _count_poor(people: Iterable[Signs]) -> int:
    return sum(s.person.label is Label.POOR for s in people)


def _keys(people: Sequence[Signs]) -> frozenset[str]:
    return frozenset(s.person.key for s in people)


def bad_sites(left: Sequence[Signs], rated: Sequence[Signs], yard: Yardstick) -> tuple[Group, ...]:
    limits, all_poor = yard.cause, len(_poor(left))
    if all_poor < limits.site_poor_people:
        return ()
    troubled = _grouped([s for s in left if has_network_trouble(s)], lambda s: s.person.network_group)
    members = _grouped(rated, lambda s: s.person.network_group)
    in_location = Counter(s.person.location for s in rated)
    told_poor = _count_poor(rated)
    found = []
    for network, affected in troubled.items():
        poor, here = len(_poor(affected)), members[network]
        elsewhere, elsewhere_poor = len(rated) - len(here), all_poor - poor
        if (
            poor >= limits.site_poor_people
            and 100 * poor >= limits.site_share_pct * len(here)
            and 100 * elsewhere_poor <= limits.elsewhere_share_pct * elsewhere
        ):
            name, poor_here = _common_location(here), _count_poor(here)
            group = Group(
                name=name,
                people=_keys(affected),
                rated=len(here),
                poor=poor_here,
                elsewhere_rated=elsewhere,
                elsewhere_poor=told_poor - poor_here,
                alike=poor,
                network=network,
                whole_location=in_location[name] == sum(s.person.location == name for s in here),
            )
            found.append(group)
    return tuple(sorted(found, key=lambda site: (-site.poor, site.name or "", min(site.people))))


def _common_location(members: Sequence[Signs]) -> str | None:
    places = {s.person.location for s in members if s.person.location}
    return next(iter(places)) if len(places) == 1 else None


def bad_data_center(left: Sequence[Signs], rated: Sequence[Signs], yard: Yardstick) -> Group | None:
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
    here = [s for s in rated if s.person.data_center == name]
    group = Group(
        name=name,
        people=_keys([s for s in left if s.person.data_center == name and (metric, direction) in _faults(s, yard)]),
        rated=len(here),
        poor=_count_poor(here),
        elsewhere_rated=len(rated) - len(here),
        elsewhere_poor=_count_poor(rated) - _count_poor(here),
        alike=len(alike),
        networks=len({s.person.network_group for s in alike if s.person.network_group}),
        metric=metric,
        direction=direction,
    )
    poor_elsewhere = sum(1 for s in poor if s.person.data_center != name)
    return group if _is_bad_data_center(group, poor_elsewhere, yard) else None


def _is_bad_data_center(group: Group, poor_elsewhere: int, yard: Yardstick) -> bool:
    """Most of everybody, or most of those on it while hardly anybody elsewhere is poor by the network."""
    limits = yard.cause
    most_on_it = 100 * group.alike >= limits.data_center_share_pct * group.rated
    most_of_all = 100 * group.alike >= limits.data_center_share_pct * (group.rated + group.elsewhere_rated)
    fine_elsewhere = (
        group.elsewhere_rated >= limits.site_poor_people
        and 100 * poor_elsewhere <= limits.elsewhere_share_pct * group.elsewhere_rated
    )
    return (
        group.alike >= limits.data_center_poor_people
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
