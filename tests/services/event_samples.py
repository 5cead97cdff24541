"""Event bodies of one meeting in Zoom's shape, a few words each. No tests here."""

from datetime import UTC, datetime, timedelta
from typing import Any

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
NUMBER, UUID = "85812345678", "/ajXp112QmuoKj4854875=="
LATE = NOON + timedelta(minutes=44)


def ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def event(name: str, at: datetime, thing: dict[str, Any], uuid: str = UUID) -> dict[str, Any]:
    return {"event": name, "event_ts": ms(at), "payload": {"account_id": "acc", "object": {"uuid": uuid, **thing}}}


def started(at: datetime = NOON, *, uuid: str = UUID, number: str = NUMBER) -> dict[str, Any]:
    return event("meeting.started", at, {**_header(number), "start_time": stamp(at)}, uuid)


def ended(
    at: datetime = NOON + timedelta(minutes=45), *, begun: datetime = NOON, uuid: str = UUID, number: str = NUMBER
) -> dict[str, Any]:
    times = {"start_time": stamp(begun), "end_time": stamp(at)}
    return event("meeting.ended", at, {**_header(number), **times}, uuid)


def _header(number: str) -> dict[str, Any]:
    return {"id": number, "topic": "Weekly sync", "host_id": "user-1"}


def audio(loss: str) -> dict[str, Any]:
    three = {f"{end}_{name}": value for end in ("min", "avg", "max") for name, value in _values(loss).items()}
    return {"type": "audio_output", "details": three}


def _values(loss: str) -> dict[str, str]:
    return {"bitrate": "40 kbps", "latency": "80 ms", "jitter": "5 ms", "loss": loss}


def summary_event(
    person: str,
    *,
    name: str = "",
    loss: str = "0.5%",
    at: datetime = LATE,
    qos: list[Any] | None = None,
    uuid: str = UUID,
    email: str = "",
) -> dict[str, Any]:
    who = {"participant_id": person, "user_name": name, "id": f"user-{person}", "email": email}
    rows = [audio(loss)] if qos is None else qos
    return event("meeting.participant_qos_summary", at, {"participant": {**who, "qos": rows}}, uuid)


def data_event(
    person: str, data: list[Any], *, at: datetime = NOON, email: str = "", uuid: str = UUID
) -> dict[str, Any]:
    who = {"participant_id": person, "participant_user_id": f"user-{person}", "email": email}
    return event("meeting.participant_data", at, {"participant": {**who, "data": data}}, uuid)


def minute_event(
    person: str, minute: int, *, loss: str = "0.5%", begun: datetime = NOON, uuid: str = UUID
) -> dict[str, Any]:
    at = begun + timedelta(minutes=minute)
    details = {"bitrate": "40 kbps", "latency": "80 ms", "jitter": "5 ms", "avg_loss": loss, "max_loss": loss}
    row = {"date_time": stamp(at), "type": "audio_output", "details": details}
    who = {"user_id": person, "participant_user_id": f"user-{person}"}
    return event("meeting.participant_qos", at, {"participant": {**who, "qos": [row]}}, uuid)
