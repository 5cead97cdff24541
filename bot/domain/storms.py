"""Many calls with one problem: from the third on within 15 minutes they share one message. Pure, over open alerts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.alert_card import AlertCard

WITHIN = timedelta(minutes=15)
FROM_THE = 3


@dataclass(frozen=True, slots=True)
class OpenAlert:
    """An alert of this channel. `opened_at`: when it was posted or folded; `leader`: its storm's first call, if any.

    `number` and `verdict_key` tell the same trouble in the next instance of the same meeting.
    """

    call: str
    opened_at: datetime
    site: str | None = None
    data_center: str | None = None
    leader: str | None = None
    number: str | None = None
    verdict_key: str = ""


@dataclass(frozen=True, slots=True)
class Storm:
    """`leader` gets the list, `linked` are earlier messages that now point to it, `folded` gets no message.

    `place` is the site or data centre as Zoom names it; `is_site` says which of the two.
    """

    place: str
    is_site: bool
    leader: str
    linked: tuple[str, ...]
    folded: str


def open_alert(card: AlertCard, opened_at: datetime, leader: str | None = None) -> OpenAlert:
    """The alert that this card opens."""
    return OpenAlert(card.call, opened_at, card.site, card.data_center, leader, card.number, card.verdict_key)


_PLACES: Mapping[bool, Callable[[OpenAlert], str | None]] = {
    True: lambda alert: alert.site,
    False: lambda alert: alert.data_center,
}


def storm(open_alerts: Sequence[OpenAlert], new: OpenAlert) -> Storm | None:
    """Whether `new` belongs to a storm; None: it posts a message of its own. The same site comes before a data centre.

    A storm goes on as long as its last call is not older than 15 minutes.
    """
    for is_site, place in _PLACES.items():
        wanted = place(new)
        if not wanted:
            continue
        alike = sorted(
            (one for one in open_alerts if one.call != new.call and _same(place(one), wanted) and _near(one, new)),
            key=lambda one: (one.opened_at, one.call),
        )
        leader = next((one.leader for one in alike if one.leader), None)
        if leader is None and len(alike) >= FROM_THE - 1:
            leader = alike[0].call
        if leader is not None:
            linked = tuple(one.call for one in alike if one.call != leader and one.leader is None)
            return Storm(wanted, is_site, leader, linked, new.call)
    return None


def same_place(open_alerts: Sequence[OpenAlert], card: AlertCard) -> int:
    """How many other open alerts share this card's site, else its data centre: `3 more meetings from Berlin`."""
    for place, wanted in ((_PLACES[True], card.site), (_PLACES[False], card.data_center)):
        if wanted:
            return sum(one.call != card.call and _same(place(one), wanted) for one in open_alerts)
    return 0


def _same(one: str | None, other: str) -> bool:
    return one is not None and " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _near(one: OpenAlert, new: OpenAlert) -> bool:
    return abs(new.opened_at - one.opened_at) <= WITHIN
