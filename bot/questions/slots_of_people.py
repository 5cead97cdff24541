"""Slots of questions about people and groups: ranks, conditions, fields, comparisons. One small function each."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.questions.asked import LAST_ANSWER, LAST_TWO
from bot.questions.heard import Heard
from bot.questions.references import Reference
from bot.questions.slots import (
    Found,
    how_many,
    limit_of,
    media_of,
    metric_of,
    negated,
    no_breach,
    rank_order,
)
from bot.questions.slots_of_filters import by_data_center, filters

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
    over = heard.says("limit", "limits", "threshold", "thresholds")
    label = labels[0] if labels else "poor" if heard.values("bad") or over else None
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
    if labels[:1] == ["poor"]:
        return {"filter": kept | {"label": "poor"}}
    return found | ({"metric": "overall", "op": "breach"} if heard.values("bad") else {})


def one_person(said: Said) -> Found:
    return {"participant": said.people[0].slot} if said.people else {}


def detail(said: Said) -> Found:
    return one_person(said)


def device_info(said: Said) -> Found:
    heard = said.heard
    gear, groups = heard.values("gear"), heard.values("group")
    exact = [value for value in gear if "+" not in value]
    fields: list[str] = list(dict.fromkeys(field for value in exact or gear for field in value.split("+")))
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
        return {"participants": names, "against": "meeting_median"}
    return {}


def compare_groups(said: Said) -> Found:
    heard = said.heard
    places = "data_center" if by_data_center(heard) else "location"
    for concept, by in (("network", "network_type"), ("place", places), ("device", "device")):
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


def scope(said: Said) -> Found:
    place = said.heard.first("place")
    return one_person(said) | ({"group": {"location": place}} if place and not said.people else {})


def side(said: Said) -> Found:
    place = said.heard.first("place")
    return one_person(said) | ({"group": {"location": place}} if place else {})


def network_same(said: Said) -> Found:
    names = [one.slot for one in said.people if not one.open]
    return {"participants": names if len(names) > 1 else [*names] or LAST_TWO}


def cause(said: Said) -> Found:
    found = one_person(said)
    place = said.heard.first("place")
    if place and not found:
        found = {"group": {"location": place}}
    return found or {"target": LAST_ANSWER}


def history_person(said: Said) -> Found:
    return one_person(said) | {"baseline": said.heard.first("span") or "30d"}


def history_group(said: Said) -> Found:
    heard = said.heard
    place, network = heard.first("place"), heard.first("network")
    group = {"location": place} if place else {"network_type": network} if network else None
    return ({"group": group} if group else {"by": _by(heard)}) | {"window": heard.first("span") or "30d"}
