"""Which slots each intent has beside those of any question: one small function each, and the table of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.questions.asked import LAST_ANSWER, LAST_TWO, Intent
from bot.questions.heard import Heard
from bot.questions.references import Reference
from bot.questions.slots import (
    Found,
    filters,
    how_many,
    limit_of,
    media_of,
    metric_of,
    negated,
    no_breach,
    rank_order,
)
from bot.questions.slots_of_talk import alert_terms, claim_of, field_of_gap, style_of, term_of, until_of

ALL_MEDIA = ("audio", "video", "share")


@dataclass(frozen=True, slots=True)
class Said:
    """What the slots are read from. `topic` of what is out of scope or small talk; `text` as typed."""

    heard: Heard
    people: Sequence[Reference]
    text: str
    topic: str | None = None
    follows: bool = False
    """Something was answered in the thread before."""


def rank(said: Said) -> Found:
    heard = said.heard
    order, kept = rank_order(heard), filters(heard, said.people)
    if no_breach(heard) and not metric_of(heard) and not kept:
        return {"order": "best", "filter": "no_breach"}
    found: Found = {"order": order, "metric": metric_of(heard, symptoms=True) or "overall", **how_many(heard)}
    return found | ({"filter": kept} if kept else {})


def list_filter(said: Said) -> Found:
    heard = said.heard
    kept, limit = filters(heard, said.people), limit_of(heard)
    if limit:
        return {**limit, "metric": metric_of(heard) or "loss", "stat": heard.first("stat") or "avg"} | (
            {"filter": kept} if kept else {}
        )
    if kept:
        return {"filter": kept}
    if no_breach(heard) and not heard.values("without") and not negated(heard, "label"):
        return {"filter": "no_breach"}
    labels = heard.values("label")
    label = labels[0] if labels else "poor" if heard.values("bad") else None
    if label and (heard.values("without") or negated(heard, "label")):
        return {"filter": {"label": {"not": label}}}
    return {"filter": {"label": label}} if label else {}


def count(said: Said) -> Found:
    heard = said.heard
    kept, limit, metric = filters(heard, said.people), limit_of(heard), metric_of(heard)
    found: Found = {"filter": kept} if kept else {}
    if limit:
        return found | {"metric": metric or "loss", **limit, "stat": heard.first("stat") or "avg"}
    labels = heard.values("label")
    if metric:
        return found | {"metric": metric, "op": "not" if no_breach(heard) else "breach"}
    if no_breach(heard) or labels[:1] == ["good"]:
        return found | {"metric": "overall", "op": "not"}
    if labels[:1] == ["fair"]:
        return {"filter": kept | {"label": "fair"}}
    return found | ({"metric": "overall", "op": "breach"} if heard.values("bad") else {})


def one_person(said: Said) -> Found:
    return {"participant": said.people[0].slot} if said.people else {}


def detail(said: Said) -> Found:
    return one_person(said)


def device_info(said: Said) -> Found:
    heard = said.heard
    gear, groups = heard.values("gear"), heard.values("group")
    fields: list[str] = [field for value in gear for field in value.split("+")]
    if (heard.values("group") and "client_version" in groups) or heard.says(
        "older", "newer", "outdated", "out of date", "up to date", "client", "app", "updated", "zoom version", "version"
    ):
        fields = ["version"]
    fields = fields or (["device"] if heard.values("device") or "device" in groups or heard.values("endpoint") else [])
    found = one_person(said)
    found |= {"field": fields if len(fields) > 1 else fields[0]} if fields else {"field": "device"}
    versus = heard.values("others") or heard.says("older than", "newer than", "everyone", "oldest", "newest")
    return found | ({"compare": "meeting"} if versus else {})


def network_info(said: Said) -> Found:
    heard = said.heard
    groups = heard.values("group")
    field = (
        "vpn"
        if heard.values("vpn")
        else "rssi"
        if "rssi" in heard.values("metric") or heard.says("strong", "weak", "strength", "dbm")
        else "data_center"
        if "data_center" in groups
        else "isp"
        if heard.values("isp") or heard.says("isp", "provider")
        else "connection_type"
        if heard.says("tcp", "udp")
        else "location"
        if heard.values("where") or heard.values("place") or "location" in groups or heard.says("home", "remote")
        else "network_type"
    )
    return one_person(said) | {"field": field}


def compare_people(said: Said) -> Found:
    names = [one.slot for one in said.people]
    if len(names) > 1:
        return {"participants": names}
    if said.heard.values("both") or (said.heard.values("they") and not names):
        return {"participants": LAST_TWO}
    if names:
        against = "meeting_median"
        return {"participant": names[0], "against": against}
    return {}


def compare_groups(said: Said) -> Found:
    heard = said.heard
    for concept, by in (("network", "network_type"), ("place", "location"), ("device", "device")):
        values = heard.values(concept)
        if values:
            return {"by": by, "values": values}
    if heard.values("vpn"):
        return {"by": "connection_type"}
    return {"by": _by(heard)}


def breakdown(said: Said) -> Found:
    return {"by": _by(said.heard)}


def _by(heard: Heard) -> str:
    groups = heard.values("group")
    if groups:
        by = str(next((one for one in groups if one != "location"), "location"))
        return "version" if by == "client_version" else by
    return "network_type" if heard.values("network") else "device" if heard.values("device") else "location"


def compare_media(said: Said) -> Found:
    media = media_of(said.heard)
    return {"media": media if len(media) > 1 else list(ALL_MEDIA)} | one_person(said)


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


def scope(said: Said) -> Found:
    place = said.heard.first("place")
    return one_person(said) | ({"group": {"location": place}} if place and not said.people else {})


def side(said: Said) -> Found:
    place = said.heard.first("place")
    return one_person(said) | ({"group": {"location": place}} if place else {})


def verify(said: Said) -> Found:
    claim = claim_of(said.heard)
    return one_person(said) | ({"claim": claim} if claim else {})


def network_same(said: Said) -> Found:
    names = [one.slot for one in said.people if not one.open]
    return {"participants": names if len(names) > 1 else [*names] or LAST_TWO}


def cause(said: Said) -> Found:
    found = one_person(said)
    place = said.heard.first("place")
    if place and not found:
        found = {"group": {"location": place}}
    return found or {"target": LAST_ANSWER}


def last_answer(said: Said) -> Found:
    return {"target": LAST_ANSWER}


def threshold(said: Said) -> Found:
    heard = said.heard
    values = heard.values("value")
    value = values[0][0] if values else next(iter(heard.values("number")), None)
    found: Found = {"metric": metric_of(heard) or "loss"}
    return found | ({"value": value} if value is not None else {})


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
    return {"audience": audience} | one_person(said)


def summarise(said: Said) -> Found:
    return style_of(said.heard) | one_person(said)


def share(said: Said) -> Found:
    channel = said.heard.first("channel")
    typed = next((t.raw for t in said.heard.tokens if t.kind == "channel"), None)
    return {"channel": typed or channel} if channel or typed else {}


def history_person(said: Said) -> Found:
    return one_person(said) | {"baseline": said.heard.first("span") or "30d"}


def history_group(said: Said) -> Found:
    heard = said.heard
    place, network = heard.first("place"), heard.first("network")
    group = {"location": place} if place else {"network_type": network} if network else None
    return ({"group": group} if group else {"by": _by(heard)}) | {"window": heard.first("span") or "30d"}


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
    Intent.TIMELINE_ONSET: one_person,
    Intent.TIMELINE_AT: timeline_at,
    Intent.TIMELINE_SHAPE: one_person,
    Intent.FILTER_TIME: filter_time,
    Intent.SCOPE_CHECK: scope,
    Intent.CAUSE_SIDE: side,
    Intent.VERIFY_CLAIM: verify,
    Intent.NETWORK_SAME: network_same,
    Intent.CAUSE: cause,
    Intent.REMEDY: one_person,
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
