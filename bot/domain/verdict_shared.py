"""What several people share, told in one line with counts: a sender, a site, a data centre. Decides no verdict.

Counts are of all rated people and of all who are poor, whatever made them poor, so that they add up to the verdict's.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.domain.model import Label, Media, Participant, Scope
from bot.domain.patterns import Patterns
from bot.domain.places import Group
from bot.domain.senders import BadSender
from bot.domain.shared_words import UNNAMED, listed

PERCEIVED = {Media.AUDIO: "heard {} badly", Media.VIDEO: "saw {} badly", Media.SHARE: "saw {}'s shared screen badly"}


@dataclass(frozen=True, slots=True)
class Shared:
    """A cause that several people share: its scope, code, whom it affects and how it is told."""

    scope: Scope
    cause: str
    affected: frozenset[str]
    people: tuple[str, ...]
    text: str
    noun: str


def shared_by_several(everybody: Sequence[Participant], patterns: Patterns, only: Media | None) -> list[Shared]:
    """The patterns that still show among these labels; a report on one medium leaves out senders of another."""
    troubled = {p.key: p for p in everybody if p.label in {Label.POOR, Label.FAIR}}
    found = [
        _by_sender(bad, troubled)
        for bad in patterns.senders
        if (only is None or bad.media is only) and any(key in troubled for key in bad.senders)
    ]
    sites = [site for site in patterns.sites if not site.people.isdisjoint(troubled)]
    if sites:
        found.append(_by_site(sites, everybody, troubled))
    center = patterns.data_center
    if center is not None and not center.people.isdisjoint(troubled):
        found.append(_by_data_center(center, everybody, troubled))
    return [shared for shared in found if len(shared.affected) > 1]


def _by_sender(bad: BadSender, troubled: dict[str, Participant]) -> Shared:
    hearers = frozenset(k for k in bad.listeners if k in troubled and troubled[k].cause.code == "remote_sender")
    names = listed([name or UNNAMED for name in bad.names])
    all_of_them = len(bad.listeners) == bad.receivers
    who = "Everyone" if all_of_them else f"{len(bad.listeners)} of {bad.receivers}"
    count = f" ({len(bad.listeners)} of {bad.receivers})" if all_of_them else ""
    return Shared(
        Scope.SENDER,
        "remote_sender",
        hearers | frozenset(bad.senders),
        tuple(key for key in bad.senders if key in troubled),
        f"{who} {PERCEIVED[bad.media].format(names)}{count}; their own connections were clean",
        f"what {names} sent",
    )


def _by_site(sites: list[Group], everybody: Sequence[Participant], troubled: dict[str, Participant]) -> Shared:
    affected = frozenset[str]().union(*(site.people for site in sites)) & troubled.keys()
    counts = _counted(everybody, lambda p: p.network_group)
    here = [counts[site.network] for site in sites]
    rest = _elsewhere(_everywhere(counts), here)
    if len(sites) == 1:
        text = f"{_how_many(here[0])} {_at(sites[0])}: {here[0].words} poor, {rest}"
    else:
        what = "places" if all(site.whole_location for site in sites) else "internet lines"
        parts = [f"{count.words} poor {_at(site)}" for site, count in zip(sites, here, strict=True)]
        text = f"{len(sites)} {what}: {', '.join(parts)}, {rest}"
    people = tuple(p.key for p in everybody if p.key in affected)
    return Shared(Scope.SITE, "site_or_isp", affected, people, text, _line(sites[0]))


def _at(site: Group) -> str:
    if site.name is None:
        return "at one site"
    return f"in {site.name}" if site.whole_location else f"on one internet line in {site.name}"


def _line(site: Group) -> str:
    return f"the line {_at(site)}" if site.name is None or site.whole_location else f"one internet line in {site.name}"


def _by_data_center(center: Group, everybody: Sequence[Participant], troubled: dict[str, Participant]) -> Shared:
    affected = center.people & troubled.keys()
    counts = _counted(everybody, lambda p: p.data_center)
    here, everywhere = counts[center.name], _everywhere(counts)
    places = different([p for p in everybody if p.key in affected])
    most = f"{_how_many(_Count(everywhere.rated, here.poor))}, " if 2 * here.poor > everywhere.rated else ""
    start = f"{most}{places}, one data centre ({center.name})"
    rest = f", {_elsewhere(everywhere, [here])}" if everywhere.rated > here.rated else ""
    text = f"{start[0].upper()}{start[1:]}: {here.words} poor{rest}"
    people = tuple(key for key in troubled if key in affected)
    return Shared(Scope.DATACENTER, "datacenter_or_zoom", affected, people, text, "the data centre")


# --- counts ---


class _Count(NamedTuple):
    rated: int
    poor: int

    @property
    def words(self) -> str:
        return f"{self.poor} of {self.rated}"


def _counted(everybody: Sequence[Participant], key: Callable[[Participant], str | None]) -> Mapping[str | None, _Count]:
    rated = Counter(key(p) for p in everybody if p.label is not Label.UNRATED)
    poor = Counter(key(p) for p in everybody if p.label is Label.POOR)
    return {name: _Count(size, poor[name]) for name, size in rated.items()}


def _everywhere(counts: Mapping[str | None, _Count]) -> _Count:
    return _Count(sum(c.rated for c in counts.values()), sum(c.poor for c in counts.values()))


def _elsewhere(everywhere: _Count, here: Sequence[_Count]) -> str:
    rest = _Count(everywhere.rated - sum(c.rated for c in here), everywhere.poor - sum(c.poor for c in here))
    return f"{rest.words} elsewhere" if rest.rated else "nobody joined from elsewhere"


def _how_many(count: _Count) -> str:
    if count.poor == count.rated:
        return "Everyone"
    return "Most people" if 2 * count.poor > count.rated else "Some people"


def different(people: Sequence[Participant]) -> str:
    """People behind different public addresses; their places differ only if their locations do."""
    return "different places" if len({p.location for p in people if p.location}) > 1 else "different internet lines"
