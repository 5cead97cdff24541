"""What a channel wants to hear of: filter terms, rule terms, and the subscription that holds them. Sends nothing."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.model import Label, Media, Participant, Report

HOST_ROLE = "host"

SMALL_MEETING = 10
"""Below so many rated people the default asks for two poor ones and 20 %, from here on for three and 30 %."""

LEAST_RATED = 3
USUAL_MINUTES = 3


class FilterKey(StrEnum):
    KIND = "kind"
    HOST = "host"
    DOMAIN = "domain"
    SITE = "site"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Filter:
    """One term. `value` is as typed, single-spaced; a meeting number without spaces, a domain without its @."""

    key: FilterKey
    value: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """When a meeting goes badly enough. `people` and `share_pct` both None: the default thresholds and the host.

    `label` FAIR means fair or worse; `minutes` counts within a window that keeps the proportion 3 of 5.
    """

    label: Label = Label.POOR
    media: Media | None = None
    people: int | None = None
    share_pct: int | None = None
    minutes: int = USUAL_MINUTES

    @property
    def window(self) -> int:
        """The last minutes looked at: 5 for 3 (Twilio's 3 of 5), and in that proportion for others."""
        return -(-5 * self.minutes // 3)

    @property
    def is_default_size(self) -> bool:
        return self.people is None and self.share_pct is None


DEFAULT_RULE = Rule()


@dataclass(frozen=True, slots=True)
class Threshold:
    """What a meeting with some number of rated people must reach. `host`: a poor host alone is enough."""

    rated: int
    people: int
    share_pct: int
    host: bool


def threshold(rule: Rule, rated: int) -> Threshold:
    """Naming `people:` or `share:` replaces the default thresholds as a whole, the host clause included."""
    if rule.is_default_size:
        small = rated < SMALL_MEETING
        return Threshold(LEAST_RATED, 2 if small else 3, 20 if small else 30, host=True)
    if rule.people is None:
        return Threshold(LEAST_RATED, 1, rule.share_pct or 0, host=False)
    return Threshold(rule.people, rule.people, rule.share_pct or 0, host=False)


@dataclass(frozen=True, slots=True)
class Subscription:
    """A channel's wish, with its owner (Slack user id)."""

    id: str
    team_id: str
    channel_id: str
    owner_id: str
    filters: tuple[Filter, ...]
    rule: Rule
    created_at: datetime


# --- to text ---------------------------------------------------------------------------------------------------------


def terms(subscription: Subscription) -> str:
    """What could be typed to get this subscription again; empty for everything by the default rule."""
    return terms_of(subscription.filters, subscription.rule)


def terms_of(filters: Sequence[Filter], rule: Rule) -> str:
    """`not kind:webinar site:"New York" people:5`."""
    return " ".join([*map(_filter_term, filters), *_rule_terms(rule)])


def _filter_term(term: Filter) -> str:
    return f"{'not ' if term.negated else ''}{term.key}:{quoted(term.value)}"


def quoted(value: str) -> str:
    """In quotes where a bare word would be read differently."""
    if re.fullmatch(r'[^\s"\\]+', value):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _rule_terms(rule: Rule) -> Iterator[str]:
    if rule.label is not DEFAULT_RULE.label:
        yield f"label:{rule.label}"
    if rule.media is not None:
        yield f"media:{rule.media}"
    if rule.people is not None:
        yield f"people:{rule.people}"
    if rule.share_pct is not None:
        yield f"share:{rule.share_pct}%"
    if rule.minutes != DEFAULT_RULE.minutes:
        yield f"minutes:{rule.minutes}"


# --- matching --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Facts:
    """What filters look at; casefolded, without what is not known."""

    kind: str
    hosts: frozenset[str]
    domains: frozenset[str]
    sites: frozenset[str]
    ids: frozenset[str]


def matches(
    filters: Sequence[Filter], report: Report, host_email: str | None = None, affected: Collection[str] | None = None
) -> bool:
    """Whether every term holds; see `first_against`."""
    return first_against(filters, report, host_email, affected) is None


def first_against(
    filters: Sequence[Filter], report: Report, host_email: str | None = None, affected: Collection[str] | None = None
) -> Filter | None:
    """The first term that keeps this call out, None when all hold. What is not known equals nothing.

    `site:` looks at the affected people only (`affected` participant keys; without it, everybody who is poor or fair):
    a channel for Berlin cares about trouble in Berlin, not about a Berlin listener in somebody else's bad meeting.
    """
    facts = _facts(report, host_email, affected)
    return next((term for term in filters if _HOLDS[term.key](term.value.casefold(), facts) is term.negated), None)


_HOLDS: Mapping[FilterKey, Callable[[str, _Facts], bool]] = {
    FilterKey.KIND: lambda value, facts: value == facts.kind,
    FilterKey.HOST: lambda value, facts: value in facts.hosts,
    FilterKey.DOMAIN: lambda value, facts: value in facts.domains,
    FilterKey.SITE: lambda value, facts: value in facts.sites,
    FilterKey.MEETING: lambda value, facts: value in facts.ids,
}


def _facts(report: Report, host_email: str | None, affected: Collection[str] | None) -> _Facts:
    subject, host = report.subject, host_of(report, host_email)
    emails = [e.casefold() for e in (host_email, host.email if host else None) if e]
    names = [name.casefold() for name in (subject.host, host.name if host else None) if name]
    return _Facts(
        kind=subject.kind.value,
        hosts=frozenset((*emails, *(" ".join(name.split()) for name in names))),
        domains=frozenset(e.rpartition("@")[2] for e in emails),
        sites=frozenset(
            word for p in report.participants if _counts(p, affected) for word in site_words(p.location or "")
        ),
        ids=frozenset(str(known).casefold() for known in (subject.number, subject.uuid) if known),
    )


def _counts(person: Participant, affected: Collection[str] | None) -> bool:
    return person.label in {Label.POOR, Label.FAIR} if affected is None else person.key in affected


def site_words(location: str) -> frozenset[str]:
    """The ways to name a place: `New York (US)` is also `New York` and `US`. Casefolded."""
    whole = " ".join(location.casefold().split())
    parts = re.fullmatch(r"(.*?)\s*\((.*)\)", whole)
    return frozenset(filter(None, (whole, *((part.strip() for part in parts.groups()) if parts else ()))))


def host_of(report: Report, host_email: str | None = None) -> Participant | None:
    """The host among the participants: by role, else by e-mail, else the only one with the host's name."""
    people, email = report.participants, (host_email or "").casefold()
    for found in (
        [p for p in people if (p.role or "").casefold() == HOST_ROLE],
        [p for p in people if email and (p.email or "").casefold() == email],
        [p for p in people if p.name and p.name == report.subject.host],
    ):
        if len(found) == 1:
            return found[0]
    return None
