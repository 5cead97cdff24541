"""From truth to Zoom's JSON: type words, value strings, row shapes. Reads no request and decides no error.

Sources: OpenAPI of the QSS, Dashboards and Video SDK references (developers.zoom.us/docs/api).
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import orjson

from playground.zoom.world import CallRecord, Flow, Gateway, Join, Kind, Load, Medium, Person, Span, Way

Row = dict[str, Any]

_WORD: dict[Medium, str] = {"audio": "audio", "video": "video", "share": "as"}

_INPUT_IS: dict[tuple[bool, Medium], Way] = {
    (True, "audio"): "received",
    (True, "video"): "received",
    (True, "share"): "sent",
    (False, "audio"): "sent",
    (False, "video"): "sent",
    (False, "share"): "sent",
}
"""What `*_input` means; the key's first part: of a meeting. Meetings document audio and video the other way round."""


def type_of(kind: Kind, gateway: Gateway, medium: Medium, way: Way) -> str:
    """Zoom's `type` word for a stream. Browsers and rooms have types of their own; sessions have none for browsers."""
    if gateway == "crc" or (gateway == "rwg" and kind != "session"):
        return f"{_WORD[medium]}_device_{'from' if way == 'sent' else 'to'}_{gateway}"
    is_input = _INPUT_IS[kind == "meeting", medium] == way
    return f"{_WORD[medium]}_{'input' if is_input else 'output'}"


class _Units(NamedTuple):
    bitrate: str
    latency: str
    jitter: str
    loss: str = "%"
    frame_rate: str = " fps"


_REST = _Units("kbps", " ms", "ms")
_SESSION = _Units(" Kbps", " ms", " ms")
"""As documented: `27.15kbps`, `126 ms`, `0ms` for meetings and webinars; `27.15 Kbps`, `0 ms` for sessions."""


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def _three(name: str, span: Span | None, unit: str) -> Row:
    if span is None:
        return {f"min_{name}": "", f"avg_{name}": "", f"max_{name}": ""}
    low, mean, high = span
    return {
        f"min_{name}": _number(low) + unit,
        f"avg_{name}": _number(mean) + unit,
        f"max_{name}": _number(high) + unit,
    }


def _network(flow: Flow, units: _Units) -> Row:
    return {
        **_three("bitrate", flow.bitrate, units.bitrate),
        **_three("latency", flow.latency, units.latency),
        **_three("jitter", flow.jitter, units.jitter),
        **_three("loss", flow.loss, units.loss),
    }


def _picture(flow: Flow, units: _Units) -> Row:
    if flow.medium == "audio":
        return {}
    return {"resolution": flow.resolution, **_three("frame_rate", flow.fps, units.frame_rate)}


def _stream_rows(kind: Kind, gateway: Gateway, flow: Flow) -> Iterator[Row]:
    units = _SESSION if kind == "session" else _REST
    word = type_of(kind, gateway, flow.medium, flow.way)
    if flow.split:
        yield {"type": word, "details": _network(flow, units)}
        yield {"type": word, "details": _picture(flow, units)}
    else:
        yield {"type": word, "details": _network(flow, units) | _picture(flow, units)}


def cpu_row(load: Load) -> Row:
    details = {
        "zoom_min_cpu_usage": f"{_number(load.zoom.min)}%",
        "zoom_avg_cpu_usage": f"{_number(load.zoom.avg)}%",
        "zoom_max_cpu_usage": f"{_number(load.zoom.max)}%",
        "system_max_cpu_usage": f"{_number(load.system_max)}%",
    }
    if load.pressure:
        words = zip(("min", "avg", "max"), load.pressure, strict=True)
        details |= {f"system_{stat}_cpu_pressure_level": word for stat, word in words}
    return {"type": "cpu_usage", "details": details}


def summary_row(kind: Kind, person: Person, join: Join) -> Row:
    """One element of `participants` or `users` of a `qos_summary` answer."""
    qos = [row for flow in join.flows for row in _stream_rows(kind, person.gateway, flow)]
    if join.load:
        qos.append(cpu_row(join.load))
    if kind == "session":
        return {"id": join.participant_id, "name": person.name, "user_key": person.key, "qos": qos}
    return {
        "id": person.user_id,
        "participant_id": join.participant_id,
        "user_name": person.name,
        "email": person.email,
        "qos": qos,
    }


def attendance_row(kind: Kind, person: Person, join: Join) -> Row:
    """One element of the participant or user list: who, where, when. Outsiders' devices and machine names are blank."""
    place = person.place
    shared: Row = {
        "device": person.device,
        "ip_address": place.ip,
        "location": place.location,
        "network_type": place.network,
        "data_center": place.data_center,
        "connection_type": place.connection,
        "microphone": "Jabra Evolve2 40" if person.is_internal else "",
        "speaker": "Jabra Evolve2 40" if person.is_internal else "",
        "camera": "FaceTime HD Camera" if person.is_internal else "",
        "join_time": instant(join.joined),
        "os": person.os,
        "os_version": person.os_version,
        **({"leave_time": instant(join.left)} if join.left else {}),
        **({"browser_name": "Firefox", "browser_version": "133"} if person.gateway == "rwg" else {}),
    }
    if kind == "session":
        return {"id": join.participant_id, "name": person.name, "user_key": person.key, **shared, "client": "Video SDK"}
    return {
        "id": person.user_id,
        "participant_user_id": person.user_id,
        "user_id": join.participant_id,
        "user_name": person.name,
        "email": person.email,
        "role": person.role,
        **shared,
        "full_data_center": f"{place.data_center};",
        "internal_ip_addresses": ["192.168.1.23"] if person.is_internal else [],
        "mac_addr": "f85e-a012-92d8" if person.is_internal else "",
        "harddisk_id": "",
        "pc_name": f"PC-{join.participant_id[-5:]}" if person.is_internal else "",
        "domain": "example.com" if person.is_internal else "",
        "version": person.version,
        "leave_reason": f"{person.name} left the {kind}." if join.left else "",
        "audio_quality": "",
        "video_quality": "",
        "screen_share_quality": "",
    }


def details(call: CallRecord) -> Row:
    """The answer of `GET /metrics/meetings/{id}`, its webinar twin, or `GET /videosdk/sessions/{id}`."""
    media = {flow.medium for person in call.people for join in person.joins for flow in join.flows}
    shared: Row = {
        "start_time": instant(call.start),
        "duration": _duration(call),
        "has_voip": "audio" in media,
        "has_video": "video" in media,
        "has_screen_share": "share" in media,
        "has_recording": False,
        "has_pstn": any(person.device == "Phone" for person in call.people),
        **({"end_time": instant(call.end)} if call.end else {}),
    }
    if call.kind == "session":
        return {
            "id": call.uuid,
            "session_name": call.topic,
            "session_key": "",
            "user_count": len(call.people),
            **shared,
        }
    return {
        "uuid": call.uuid,
        "id": int(call.number),
        "topic": call.topic,
        "host": call.host,
        "email": call.host_email,
        "user_type": "Licensed",
        "dept": "",
        "participants": call.joins,
        "has_sip": any(person.gateway == "crc" for person in call.people),
        **shared,
    }


def instant(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _duration(call: CallRecord) -> str:
    seconds = int((call.end - call.start).total_seconds()) if call.end else 0
    hours, rest = divmod(seconds, 3600)
    return f"{hours:02d}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60:02d}:{rest % 60:02d}"


Attended = tuple[Person, Join]


def attended(call: CallRecord, summarised_only: bool) -> list[Attended]:
    """Every join of a call in order; a re-join is an entry of its own."""
    return [(person, join) for person in call.people for join in person.joins if join.summarised or not summarised_only]


def list_key(kind: Kind) -> str:
    return "users" if kind == "session" else "participants"


def list_page(kind: Kind, rows: Sequence[bytes], token: str | None, page_size: int, wrapper: Row) -> bytes:
    """One page's JSON around rows that are JSON already. `token` None leaves the key out."""
    head: Row = {**({} if token is None else {"next_page_token": token}), "page_size": page_size, **wrapper}
    return b'%b,"%b":[%b]}' % (orjson.dumps(head)[:-1], list_key(kind).encode(), b",".join(rows))


def summary_pages(call: CallRecord, page_size: int = 10) -> Iterator[bytes]:
    """Every `qos_summary` page of a call as Zoom would send it, without a server: for measurements."""
    rows = attended(call, summarised_only=True)
    for start in range(0, max(len(rows), 1), page_size):
        token = f"page-{start + page_size}" if start + page_size < len(rows) else ""
        page = [orjson.dumps(summary_row(call.kind, *entry)) for entry in rows[start : start + page_size]]
        yield list_page(call.kind, page, token, page_size, {})
