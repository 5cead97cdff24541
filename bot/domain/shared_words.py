"""Evidence for what several people share: a sender, a site, a data centre, as phrases with numbers.

Only `heard_from_evidence` names another person (the sender); no phrase holds an address.
"""

from collections.abc import Iterable

from bot.domain.case import Case
from bot.domain.model import Direction, Label
from bot.domain.phrases import MEDIA_WORDS, bound, number, side
from bot.domain.places import Group
from bot.domain.senders import BadSender

Words = tuple[str, ...]
NOBODY_ELSEWHERE = "nobody joined from elsewhere to compare with"
UNNAMED = "an unnamed participant"


def listed(names: Iterable[str]) -> str:
    """`Ana`, `Ana and Tom`, `Ana, Tom and Mei`."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def sender_names(bad: BadSender) -> str:
    """Who sent badly."""
    return listed(name or UNNAMED for name in bad.names)


def heard_from_evidence(c: Case) -> Words:
    """The one place where evidence names another person: who sent what this person received badly."""
    found = []
    for bad in c.heard_from:
        medium = MEDIA_WORDS[bad.media]
        found.append(
            f"{sender_names(bad)} sent {medium} with average loss {number(bad.sent.value, '%', c.yard.loss.fair)} "
            f"(limit {bound(c.yard.loss.fair, '%')})"
        )
        found.append(f"{len(bad.listeners)} of {bad.receivers} who received {medium} got it badly")
    sent = side(Direction.SENT, c.signs.sent_loss, c.yard)
    return (*found, sent, *_other_media(c))


def _other_media(c: Case) -> Words:
    bad = {pattern.media for pattern in c.heard_from}
    good = [
        MEDIA_WORDS[s.media]
        for s in c.person.streams
        if s.direction is Direction.RECEIVED and s.label is Label.GOOD and s.media not in bad
    ]
    return (f"{listed(good)} received was good",) if good else ("no other received medium to compare with",)


def site_evidence(c: Case) -> Words:
    return _group_words(c.site, _behind(c.site), NOBODY_ELSEWHERE) if c.site else ()


def _behind(site: Group) -> str:
    if site.name is None:
        return "behind the same internet line"
    return f"in {site.name}" if site.whole_location else f"on one internet line in {site.name}"


def _group_words(group: Group, where: str, alone: str) -> Words:
    elsewhere = f"{group.elsewhere_poor} of {group.elsewhere_rated} elsewhere poor"
    return (
        f"{group.poor} of {group.rated} people {where} poor",
        elsewhere if group.elsewhere_rated else alone,
    )


def data_center_evidence(c: Case) -> Words:
    group = c.data_center
    if group is None:
        return ()
    what = "round trip" if group.direction is None else f"{group.metric} {group.direction}"
    whom = "all" if group.alike == group.poor else group.alike
    same = f"the same fault for {whom} of them ({what}), from {group.networks} different internet lines"
    return (*_group_words(group, f"on data centre {group.name}", "everybody was on this data centre"), same)


def _loss_range(bad: BadSender) -> str:
    low, high = f"{bad.lowest_pct:.1f}", f"{bad.highest_pct:.1f}"
    return f"loss {low} %" if low == high else f"loss {low} to {high} %"


def choppy_to(c: Case) -> Words:
    """For a sender: how many others received it badly, without naming them."""
    return tuple(
        f"{len(bad.listeners)} of {bad.receivers} others received {MEDIA_WORDS[bad.media]} badly "
        f"({_loss_range(bad)}), though what they sent was clean"
        for bad in c.sent_badly
    )
