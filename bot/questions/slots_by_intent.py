"""Which slots each intent has beside those of any question: the table, and the functions of everything but people."""

from collections.abc import Callable, Mapping

from bot.questions.asked import LAST_ANSWER, Intent
from bot.questions.slots import Found, limit_of, media_of, metric_of
from bot.questions.slots_of_filters import filters
from bot.questions.slots_of_people import (
    Said,
    breakdown,
    cause,
    compare_groups,
    compare_media,
    compare_people,
    count,
    detail,
    device_info,
    history_group,
    history_person,
    list_filter,
    network_info,
    network_same,
    one_person,
    rank,
    scope,
    side,
)
from bot.questions.slots_of_talk import alert_terms, claim_of, field_of_gap, style_of, term_of, until_of


def one_or_group(said: Said) -> Found:
    """Somebody, else everybody of a place that was named."""
    place = said.heard.first("place")
    return one_person(said) or ({"group": {"location": place}} if place else {})


def compare_time(said: Said) -> Found:
    heard = said.heard
    time = heard.first("time")
    window = str(heard.first("window") or "")
    if window.startswith("first_") and window.endswith("m"):
        return {"split": f"+{window[6:]}"} | one_person(said)
    halves = window or heard.says("halves", "half")
    return ({"split": time} if time else {"split": "half"} if halves else {}) | one_person(said)


def timeline_at(said: Said) -> Found:
    time = said.heard.first("time")
    return ({"time": time} if time else {}) | one_person(said)


def filter_time(said: Said) -> Found:
    window, time = said.heard.first("window"), said.heard.first("time")
    return ({"window": window} if window else {"window": f"after_{time}"} if time else {}) | one_person(said)


def verify(said: Said) -> Found:
    claim = claim_of(said.heard)
    return one_person(said) | ({"claim": claim} if claim else {})


def last_answer(said: Said) -> Found:
    return {"target": LAST_ANSWER}


def threshold(said: Said) -> Found:
    heard = said.heard
    values = heard.values("value")
    value = values[0][0] if values else next(iter(heard.values("number")), None)
    metric = metric_of(heard) or ("loss" if value is not None else None)
    return ({"metric": metric} if metric else {}) | ({"value": value} if value is not None else {})


def glossary(said: Said) -> Found:
    term = term_of(said.heard)
    return {"term": term} if term else {}


def chart(said: Said) -> Found:
    names = [one.slot for one in said.people]
    metric = metric_of(said.heard, symptoms=True)
    kept = filters(said.heard, ())
    if not (names or metric or kept or media_of(said.heard)):
        return {"target": LAST_ANSWER}
    found: Found = {"type": "line"} | ({"metric": metric} if metric else {})
    return found | ({"participants": names} if names else {}) | ({"filter": kept} if kept else {})


def export(said: Said) -> Found:
    kind = next((one for one in ("json", "pdf", "tsv") if said.heard.says(one)), "csv")
    return {"format": kind, "scope": "meeting"} | one_person(said)


def ticket(said: Said) -> Found:
    heard = said.heard
    audience = (
        "isp"
        if heard.values("isp")
        else "network"
        if heard.says("network team", "network engineer", "network guys", "network engineers", "network people")
        else "helpdesk"
        if heard.says("itdept", "helpdesk", "help desk", "service desk", "it team", "it department", "it", "servicenow")
        and not heard.says("it for", "it up", "it to")
        else "zoom"
        if heard.values("zoom")
        else "isp"
    )
    return {"audience": audience} | one_or_group(said)


def summarise(said: Said) -> Found:
    return style_of(said.heard) | one_person(said)


def share(said: Said) -> Found:
    channel = said.heard.first("channel")
    typed = next((t.raw for t in said.heard.tokens if t.kind == "channel"), None)
    return {"channel": typed or channel} if channel or typed else {}


def alert_explain(said: Said) -> Found:
    missed = said.heard.values("not") or said.heard.says("missed", "missing", "nobody", "silent")
    return {"expect": "fired"} if missed else {}


def mute(said: Said) -> Found:
    until = until_of(said.text)
    place = said.heard.first("place")
    return {"target": {"location": place} if place else "this_meeting"} | ({"until": until} if until else {})


def alert_config(said: Said) -> Found:
    found = alert_terms(said.heard)
    limit = limit_of(said.heard) if said.heard.values("value") else {}
    return found | ({**limit, "metric": metric_of(said.heard)} if limit else {})


def gap(said: Said) -> Found:
    field = field_of_gap(said.heard)
    return ({"field": field} if field else {}) | one_person(said)


def topic(said: Said) -> Found:
    return {"topic": said.topic} if said.topic else {}


def kind(said: Said) -> Found:
    return {"kind": said.topic} if said.topic and said.topic != "thanks" else {}


def target_before(said: Said) -> Found:
    return {"target": "previous_instance"} | one_person(said)


SLOTS: Mapping[Intent, Callable[[Said], Found]] = {
    Intent.RANK_PARTICIPANTS: rank,
    Intent.LIST_FILTER: list_filter,
    Intent.COUNT: count,
    Intent.PARTICIPANT_DETAIL: detail,
    Intent.DEVICE_INFO: device_info,
    Intent.NETWORK_INFO: network_info,
    Intent.REJOIN_CHECK: one_person,
    Intent.DURATION_BAD: one_person,
    Intent.COMPARE_PARTICIPANTS: compare_people,
    Intent.COMPARE_GROUPS: compare_groups,
    Intent.GROUP_BREAKDOWN: breakdown,
    Intent.COMPARE_DIRECTION: one_person,
    Intent.COMPARE_MEDIA: compare_media,
    Intent.COMPARE_TIME: compare_time,
    Intent.COMPARE_MEETINGS: target_before,
    Intent.TIMELINE_ONSET: one_or_group,
    Intent.TIMELINE_AT: timeline_at,
    Intent.TIMELINE_SHAPE: one_or_group,
    Intent.FILTER_TIME: filter_time,
    Intent.SCOPE_CHECK: scope,
    Intent.CAUSE_SIDE: side,
    Intent.VERIFY_CLAIM: verify,
    Intent.NETWORK_SAME: network_same,
    Intent.CAUSE: cause,
    Intent.REMEDY: one_or_group,
    Intent.EXPLAIN_SCORE: one_person,
    Intent.EXPLAIN_THRESHOLD: threshold,
    Intent.GLOSSARY: glossary,
    Intent.CONFIDENCE: last_answer,
    Intent.EVIDENCE: last_answer,
    Intent.CHART: chart,
    Intent.EXPORT: export,
    Intent.TICKET_PACK: ticket,
    Intent.SUMMARISE: summarise,
    Intent.SHARE: share,
    Intent.HISTORY_PARTICIPANT: history_person,
    Intent.HISTORY_GROUP: history_group,
    Intent.ALERT_EXPLAIN: alert_explain,
    Intent.ALERT_MUTE: mute,
    Intent.ALERT_CONFIG: alert_config,
    Intent.DATA_STATE: lambda said: {},
    Intent.DATA_GAP: gap,
    Intent.REFRESH: lambda said: {},
    Intent.CORRECT_REFERENCE: one_person,
    Intent.SMALLTALK: kind,
    Intent.OUT_OF_SCOPE: topic,
}
