"""What several people share, in this order: a sender, a site, a data centre. Whom one explains, the next leaves out.

A person who is explained here gets no cause of their own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.limits import Yardstick
from bot.domain.places import Group, bad_data_center, bad_sites
from bot.domain.senders import BadSender, bad_senders, explained_by_senders
from bot.domain.signs import Signs


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
    senders = bad_senders(rated, yard)
    explained = explained_by_senders(rated, senders)
    left = [s for s in rated if s.person.key not in explained]
    sites = bad_sites(left, rated, yard)
    at_sites = frozenset[str]().union(*(site.people for site in sites))
    data_center = bad_data_center([s for s in left if s.person.key not in at_sites], rated, yard)
    return Patterns(senders, sites, data_center, explained)
