"""What Zoom's events say: their bodies, out of calls and people, in the documented shapes. Sends nothing.

Sources: Zoom's QSS events page, and the event references of meetings, webinars and Video SDK sessions.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import orjson

from playground.zoom.places import user_id
from playground.zoom.wire import Row, cpu_row, instant, type_of
from playground.zoom.world import CallRecord, Flow, Join, Kind, Person, Span

ACCOUNT_ID = "acc-local-zoom"
_SHORT = {"Windows": "WIN", "Mac": "MAC"}
_MEETING_TYPES: dict[Kind, int] = {"meeting": 8, "webinar": 5, "session": 0}
_WIFI_DBM = Span(-71, -63, -55)


class Event(NamedTuple):
    """One event. Deliveries with the same `request_id` are one event sent again; `at` is its own instant."""

    at: datetime
    raw: bytes
    request_id: str


def event(name: str, at: datetime, thing: Row, request_id: str = "") -> Event:
    body = {"event": name, "event_ts": int(at.timestamp() * 1000)}
    body["payload"] = {"account_id": ACCOUNT_ID, "object": thing}
    return Event(at, orjson.dumps(body), request_id or secrets.token_hex(16))


# --- of a call -------------------------------------------------------------------------------------------------------


def started(call: CallRecord) -> Event:
    return event(f"{call.kind}.started", call.start, _about(call))


def ended(call: CallRecord, end: datetime) -> Event:
    return event(f"{call.kind}.ended", end, {**_about(call), "end_time": instant(end)})


def _about(call: CallRecord) -> Row:
    if call.kind == "session":
        return {"id": call.uuid, **_named(call), "start_time": instant(call.start)}
    return {
        "id": call.number,
        "uuid": call.uuid,
        "host_id": user_id(call.host_email),
        "topic": call.topic,
        "start_time": instant(call.start),
        "timezone": "Europe/London",
        "duration": 60,
        "type": _MEETING_TYPES[call.kind],
    }


def _named(call: CallRecord) -> Row:
    return {"session_id": call.uuid, "session_name": call.topic, "session_key": ""}


# --- of a person -----------------------------------------------------------------------------------------------------


def data(call: CallRecord, person: Person, join: Join, at: datetime) -> Event:
    """Network, place and device, when somebody has joined."""
    row = _data_row(person, _SHORT.get(person.device, person.device))
    return _of_person("data", call, person, join, at, {"data": [row]})


def data_summary(call: CallRecord, person: Person, join: Join, at: datetime) -> Event:
    """The same when they have left, with the long names of devices."""
    row = _data_row(person, person.device)
    if call.kind != "webinar":
        row |= {"device_detail": f"{person.os} {person.os_version}".strip(), "client": ""}
    return _of_person("data_summary", call, person, join, at, {"data": [row]})


def minute(call: CallRecord, person: Person, join: Join, at: datetime, flows: Sequence[Flow]) -> Event:
    """What was measured in the minute that began at `at`; tells no name."""
    rows = [
        {
            "date_time": instant(at),
            "type": type_of(call.kind, person.gateway, flow.medium, flow.way),
            "details": _minute_details(call.kind, person, flow),
        }
        for flow in flows
    ]
    return _of_person("qos", call, person, join, at, {"qos": rows})


def summary(call: CallRecord, person: Person, join: Join, at: datetime) -> Event:
    """The whole join, once it is over."""
    rows = [
        {"type": type_of(call.kind, person.gateway, flow.medium, flow.way), "details": _summary_details(flow)}
        for flow in join.flows
    ]
    return _of_person(
        "qos_summary", call, person, join, at, {"qos": rows + ([cpu_row(join.load)] if join.load else [])}
    )


def _of_person(what: str, call: CallRecord, person: Person, join: Join, at: datetime, told: Row) -> Event:
    if call.kind == "session":
        who = {"id": join.participant_id, "name": person.name, "user_key": person.key}
        who["is_original_host"] = person.role == "host"  # type: ignore[assignment]  # the one value that is no text
        return event(f"session.user_{what}", at, {**_named(call), "user": {**who, **told}})
    thing: Row = {"uuid": call.uuid, "participant": {**_WHO[what](person, join), "email": person.email, **told}}
    if what == "data_summary" and call.kind == "meeting":
        thing["id"] = call.number
    return event(f"{call.kind}.participant_{what}", at, thing)


_WHO = {
    "data": lambda person, join: {"participant_id": join.participant_id, "participant_user_id": person.user_id},
    "data_summary": lambda person, join: {"participant_id": join.participant_id, "participant_user_id": person.user_id},
    "qos": lambda person, join: {"user_id": join.participant_id, "participant_user_id": person.user_id},
    "qos_summary": lambda person, join: {
        "participant_id": join.participant_id,
        "user_name": person.name,
        "id": person.user_id,
    },
}
"""How each event names a person: the id of the join has two names, and so has the user's id."""


def _data_row(person: Person, device: str) -> Row:
    place, inside = person.place, person.is_internal
    lan = "192.168.1.23" if inside else ""
    ports = {
        f"{medium}_internal_ip_{part}": value
        for medium in ("signaling", "audio", "video", "as")
        for part, value in (("address", lan), ("port", "8801"))
    }
    return {
        "device": device,
        "location": place.location,
        "network_type": place.network,
        "microphone": "Jabra Evolve2 40" if inside else "",
        "speaker": "Jabra Evolve2 40" if inside else "",
        "camera": "FaceTime HD Camera" if inside else "",
        "data_center": place.data_center,
        "connection_type": place.connection,
        "pc_name": "",
        "domain": "example.com" if inside else "",
        "mac_addr": "f85e-a012-92d8" if inside else "",
        "harddisk_id": "",
        "version": person.version,
        "signaling_ip_address": place.ip,
        **ports,
        "destination_ip_domain": "zoom.example",
        "destination_ip_port": "8801",
    }


def _minute_details(kind: Kind, person: Person, flow: Flow) -> Row:
    loss = flow.loss or Span(0, 0, 0)
    details: Row = {
        "bitrate": _text(flow.bitrate, " kbps"),
        "latency": _text(flow.latency, " ms"),
        "jitter": _text(flow.jitter, " ms"),
        "avg_loss": f"{loss.avg:.1f}%",
        "max_loss": f"{loss.max:.1f}%",
    }
    if flow.medium != "audio":
        details |= {"resolution": flow.resolution, "frame_rate": _text(flow.fps, " fps")}
    if kind != "session":
        score = max(1.0, 4.3 - 0.2 * loss.avg)
        details |= {"quality": "good" if score >= 3.5 else "fair" if score >= 3.2 else "poor"}
        details |= {"quality_score": f"{score:.2f}"}
    if kind == "meeting" and person.place.network == "Wifi":
        least, mean, most = _WIFI_DBM
        details |= {"min_rssi": f"{least:.0f}", "avg_rssi": f"{mean:.0f}", "max_rssi": f"{most:.0f}"}
        details |= {"rssi_unit": "dBm"}
    return details


def _text(span: Span | None, unit: str) -> str:
    return f"{span.avg:.0f}{unit}" if span else ""


def _summary_details(flow: Flow) -> Row:
    named = {"bitrate": (flow.bitrate, " kbps"), "latency": (flow.latency, " ms"), "jitter": (flow.jitter, " ms")}
    details: Row = {}
    for name, (span, unit) in named.items():
        details |= _three(name, span, unit, 0)
    details |= _three("loss", flow.loss, "%", 1)
    if flow.medium != "audio":
        details |= {"resolution": flow.resolution, **_three("frame_rate", flow.fps, " fps", 0)}
    return details


def _three(name: str, span: Span | None, unit: str, digits: int) -> Row:
    values = ("", "", "") if span is None else tuple(f"{value:.{digits}f}{unit}" for value in span)
    return {f"{stat}_{name}": value for stat, value in zip(("min", "avg", "max"), values, strict=True)}
