"""Whether a rule is met, with the numbers that say so. Knows nothing of messages, and nothing of earlier readings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.minutes import MINUTE, Episode, Minute, PersonLabels, by_minute, during, episodes, keys_of, worst_label
from bot.domain.model import Label, Report
from bot.domain.subscriptions import Rule, Threshold, host_of, threshold


class Why(StrEnum):
    """What in the rule decided."""

    PEOPLE = "people"
    HOST = "host"
    TOO_FEW_PEOPLE = "too_few_people"
    TOO_FEW_RATED = "too_few_rated"
    TOO_SHORT = "too_short"
    NOTHING_MEASURED = "nothing_measured"


@dataclass(frozen=True, slots=True)
class Values:
    """What was found. `host` None: not known or not rated; `bad_minutes` of the `seen_minutes` in the last window."""

    rated: int
    affected: int
    host: Label | None = None
    bad_minutes: int | None = None
    seen_minutes: int | None = None

    @property
    def share_pct(self) -> int:
        """Whole percent, rounded down: 30 stands only for at least 30."""
        return 100 * self.affected // self.rated if self.rated else 0


@dataclass(frozen=True, slots=True)
class Needed:
    """What the rule asked of a meeting with that many rated people."""

    rated: int
    people: int
    share_pct: int
    host: bool
    label: Label
    minutes: int
    window: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One look at one call by one rule. The same facts give the same reading, in whatever order they came.

    `met`: a message is due, for trouble that is on or was. `open`: it is on right now. `affected` are participant
    keys in `about`: the call as it was in the bad minutes of the last episode, else the whole call. `whole` are the
    values of the whole call, whatever single minutes say.
    """

    met: bool
    why: Why
    values: Values
    limits: Needed
    open: bool
    affected: tuple[str, ...]
    about: Report
    rule: Rule
    whole: Values
    host: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    times: int = 0
    last_minute: datetime | None = None


def judge_alert(report: Report, minutes: Sequence[Minute], rule: Rule, host_email: str | None = None) -> Reading:
    """Judge a call as known now. `minutes` are all of its per-minute records, empty where Zoom sends none.

    With per-minute records the rule must hold in `rule.minutes` of the last `rule.window` minutes. A call that has
    ended with fewer minutes on record than that is judged by the whole of it, as if there were none.
    """
    host = host_of(report, host_email)
    key = host.key if host else None
    timeline = by_minute(minutes, keys_of(report), rule.media)
    timeline = {at: labels for at, labels in timeline.items() if labels}
    if not timeline or (report.subject.ended_at is not None and len(timeline) < rule.minutes):
        return _whole(report, rule, key)
    return _by_minute(report, minutes, timeline, rule, key)


def _whole(report: Report, rule: Rule, host: str | None) -> Reading:
    labels = _labels(report, rule)
    values, need, why = _look(labels, rule, host)
    met = why in {Why.PEOPLE, Why.HOST}
    return Reading(
        met=met,
        why=why,
        values=values,
        limits=_needed(rule, need),
        open=met and report.subject.ended_at is None,
        affected=_affected(labels, rule),
        about=report,
        rule=rule,
        whole=values,
        host=host,
        times=int(met),
    )


def _labels(report: Report, rule: Rule) -> PersonLabels:
    return {
        p.key: label
        for p in report.participants
        if p.label is not Label.UNRATED and (label := worst_label(p.streams, rule.media)) is not None
    }


def _by_minute(
    report: Report, minutes: Sequence[Minute], timeline: Mapping[datetime, PersonLabels], rule: Rule, host: str | None
) -> Reading:
    looks = {at: _look(labels, rule, host) for at, labels in timeline.items()}
    states = {at: why in {Why.PEOPLE, Why.HOST} for at, (_, _, why) in looks.items()}
    found = episodes(states, rule.minutes, rule.window)
    last = max(timeline)
    recent = [at for at in sorted(timeline) if last - at < rule.window * MINUTE]
    whole = _look(_labels(report, rule), rule, host)[0]
    bad, seen = sum(states[at] for at in recent), len(recent)
    if not found:
        values, need, why = looks[next((at for at in reversed(recent) if states[at]), last)]
        why = Why.TOO_SHORT if any(states.values()) else why
        values = Values(values.rated, values.affected, values.host, bad, seen)
        return Reading(
            False, why, values, _needed(rule, need), False, (), report, rule, whole, host=host, last_minute=last
        )
    episode = found[-1]
    about = during(report, minutes, frozenset(episode.bad), rule.media)
    affected = _affected_during(episode, timeline, rule)
    rated = {key for at in episode.bad for key in timeline[at]}
    by_people = any(looks[at][2] is Why.PEOPLE for at in episode.bad)
    label = looks[episode.bad[-1]][0].host
    return Reading(
        met=True,
        why=Why.PEOPLE if by_people else Why.HOST,
        values=Values(len(rated), len(affected), label, bad, seen),
        limits=_needed(rule, threshold(rule, len(rated))),
        open=episode.until is None and report.subject.ended_at is None,
        affected=affected,
        about=about,
        rule=rule,
        whole=whole,
        host=host,
        since=episode.since,
        until=episode.until,
        times=len(found),
        last_minute=last,
    )


def _look(labels: PersonLabels, rule: Rule, host: str | None) -> tuple[Values, Threshold, Why]:
    affected = _affected(labels, rule)
    values = Values(len(labels), len(affected), labels.get(host) if host else None)
    need = threshold(rule, values.rated)
    return values, need, _why(values, need, host in affected)


def _why(values: Values, need: Threshold, host_affected: bool) -> Why:
    enough = values.affected >= need.people and 100 * values.affected >= need.share_pct * values.rated
    if values.rated >= need.rated and enough:
        return Why.PEOPLE
    if need.host and host_affected:
        return Why.HOST
    if not values.rated:
        return Why.NOTHING_MEASURED
    return Why.TOO_FEW_RATED if values.rated < need.rated and enough else Why.TOO_FEW_PEOPLE


def _is_affected(label: Label, rule: Rule) -> bool:
    return label is Label.POOR or (rule.label is Label.FAIR and label is Label.FAIR)


def _affected(labels: PersonLabels, rule: Rule) -> tuple[str, ...]:
    return tuple(sorted(key for key, label in labels.items() if _is_affected(label, rule)))


def _affected_during(episode: Episode, timeline: Mapping[datetime, PersonLabels], rule: Rule) -> tuple[str, ...]:
    """Who was affected in at least half of the bad minutes in which they were rated; if nobody, who ever was."""
    bad: dict[str, list[bool]] = {}
    for at in episode.bad:
        for key, label in timeline[at].items():
            bad.setdefault(key, []).append(_is_affected(label, rule))
    often = [key for key, states in bad.items() if 2 * sum(states) >= len(states)]
    return tuple(sorted(often or [key for key, states in bad.items() if any(states)]))


def _needed(rule: Rule, need: Threshold) -> Needed:
    return Needed(need.rated, need.people, need.share_pct, need.host, rule.label, rule.minutes, rule.window)
