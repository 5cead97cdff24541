"""A subscription read back in plain words, so that its owner can see what was understood. Parses nothing."""

from collections.abc import Mapping, Sequence

from bot.domain.model import Label, Media
from bot.domain.shared_words import listed
from bot.domain.subscriptions import LEAST_RATED, SMALL_MEETING, Filter, FilterKey, Rule, threshold

CALLS = "meetings, webinars and sessions"
MEDIA_WORDS: Mapping[Media | None, str] = {
    None: "",
    Media.AUDIO: " in audio",
    Media.VIDEO: " in video",
    Media.SHARE: " in screen share",
}
LABEL_WORDS: Mapping[Label, str] = {Label.POOR: "poor", Label.FAIR: "fair or poor"}

_NAMES: Mapping[FilterKey, str] = {
    FilterKey.KIND: "the kind",
    FilterKey.HOST: "the host",
    FilterKey.DOMAIN: "the domain of the host's e-mail",
    FilterKey.MEETING: "the meeting",
}


def in_words(filters: Sequence[Filter], rule: Rule) -> str:
    """Two sentences: which calls, and when. E-mail addresses lose their domain: they are not for messages."""
    return f"{filters_in_words(filters)} {rule_in_words(rule)}"


def filters_in_words(filters: Sequence[Filter]) -> str:
    """`Only calls where the kind is webinar and nobody affected is in Berlin.`"""
    if not filters:
        return f"All {CALLS}."
    return f"Only calls where {listed([filter_in_words(term) for term in filters])}."


def filter_in_words(term: Filter) -> str:
    """`the host is not Ana Souza`."""
    if term.key is FilterKey.SITE:
        return f"{'nobody' if term.negated else 'somebody'} affected is in {term.value}"
    return f"{_NAMES[term.key]} is {'not ' if term.negated else ''}{_without_domain(term)}"


def _without_domain(term: Filter) -> str:
    local, at, domain = term.value.partition("@")
    return f"{local}@…" if term.key is FilterKey.HOST and at and "." in domain else term.value


def rule_in_words(rule: Rule) -> str:
    """`An alert when …`, with every number of the rule."""
    label, where = LABEL_WORDS[rule.label], MEDIA_WORDS[rule.media]
    minutes = (
        f"Where Zoom sends data per minute, it must show in {rule.minutes} of the last {rule.window} minutes; "
        "otherwise over the whole call."
    )
    return f"An alert when {_size(rule, f'{label}{where}')}. {minutes}"


def _size(rule: Rule, state: str) -> str:
    if rule.is_default_size:
        small, large = threshold(rule, SMALL_MEETING - 1), threshold(rule, SMALL_MEETING)
        return (
            f"of at least {LEAST_RATED} rated people, {large.people} or more and at least {large.share_pct} % are "
            f"{state} ({small.people} and {small.share_pct} % under {SMALL_MEETING} people), or the host is"
        )
    need = threshold(rule, SMALL_MEETING)
    one = need.people == 1
    if rule.people is None:
        return f"of at least {need.rated} rated people, at least {need.share_pct} % are {state}"
    if rule.share_pct is None:
        return f"at least {'1 person is' if one else f'{need.people} people are'} {state}"
    people = "1 person" if one else f"{need.people} people"
    return f"at least {people}, and at least {need.share_pct} % of the rated ones, are {state}"
