"""From what events told, and what REST may have added, to one `Call`: the same facts for the same report. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from bot.domain.feed import CallTold, LegTold, Sample, is_running, over_minutes
from bot.domain.model import Attendance, Call, Leg, MeetingNumber, Source, Subject

HOST = "host"
INSTANTS = ("joined_at", "left_at")
IN_ATTENDANCE = tuple(field.name for field in fields(Attendance) if field.name != "participant_id")


def call_of(told: CallTold, fetched: Call | None, now: datetime, *, heard: Mapping[str, Leg] | None = None) -> Call:
    """The call as it stands. `fetched` is what REST said of the same call, if it was asked.

    `heard`: each of the told joins as `heard_leg` makes it, where that was done before.
    """
    running = is_running(told, now)
    waiting = {key: heard_leg(leg) for key, leg in told.legs.items()} if heard is None else dict(heard)
    legs = _with_host(_legs(waiting, fetched), told.word("host_id"))
    whole = not running and (fetched is None or fetched.pages_complete) and not only_minutes(told, fetched)
    return Call(
        subject=_subject(told, fetched, legs, running=running),
        legs=legs,
        source=Source.EVENTS if fetched is None else Source.MIXED,
        as_of=told.last_at if fetched is None else max(told.last_at, fetched.as_of),
        pages_complete=whole,
        missing=() if fetched is None else fetched.missing,
    )


def gaps(told: CallTold, fetched: Call | None) -> int:
    """How many people have no summary, from neither source."""
    has = {leg.participant_id for leg in fetched.legs if leg.has_summary} if fetched else set()
    return sum(leg.summary is None and leg.participant_id not in has for leg in told.legs.values())


def only_minutes(told: CallTold, fetched: Call | None) -> bool:
    """Whether somebody is known by their minutes alone, so that their whole join may look different."""
    has = {leg.participant_id for leg in fetched.legs if leg.has_summary} if fetched else set()
    return any(leg.summary is None and leg.minutes and key not in has for key, leg in told.legs.items())


def words_of(row: Attendance) -> dict[str, str]:
    """A row of a participant list as fields of `LegTold.words`, without their instants of saying."""
    said = {name: getattr(row, name) for name in IN_ATTENDANCE}
    return {name: v.isoformat() if isinstance(v, datetime) else v for name, v in said.items() if v is not None}


def _legs(waiting: dict[str, Leg], fetched: Call | None) -> tuple[Leg, ...]:
    known = [_overlaid(leg, waiting.pop(leg.participant_id, None)) for leg in (fetched.legs if fetched else ())]
    # Zoom counts its ids of joins upwards, so this is the order of joining.
    return (*known, *(waiting[key] for key in sorted(waiting, key=lambda key: (len(key), key))))


def heard_leg(told: LegTold) -> Leg:
    """One join as the events alone tell it."""
    seen = _attendance(told)
    sample = told.summary[1] if told.summary else over_minutes(told.minutes) if told.minutes else None
    return Leg(
        participant_id=told.participant_id,
        user_id=seen.user_id,
        name=seen.name,
        email=seen.email,
        attendance=seen,
        measured=sample.measured if sample else (),
        cpu=sample.cpu if sample else None,
        wifi_rssi_dbm=sample.wifi_rssi_dbm if sample else None,
        zoom_says=sample.zoom_says if sample else None,
        has_summary=sample is not None,
    )


def _attendance(told: LegTold) -> Attendance:
    said: Mapping[str, Any] = {
        name: datetime.fromisoformat(value) if name in INSTANTS else value for name, (_, value) in told.words.items()
    }
    return Attendance(told.participant_id, **said)


def _overlaid(fetched: Leg, heard: Leg | None) -> Leg:
    """REST's facts of one join, and what only the events have; a summary that both have is the events'."""
    if heard is None:
        return fetched
    measured = heard if heard.has_summary and (heard.measured or heard.cpu or not fetched.has_summary) else fetched
    return Leg(
        participant_id=fetched.participant_id,
        user_id=heard.user_id or fetched.user_id,
        name=heard.name or fetched.name,
        email=heard.email or fetched.email,
        attendance=_filled(fetched.attendance, heard.attendance),
        measured=measured.measured,
        cpu=heard.cpu or fetched.cpu,
        wifi_rssi_dbm=heard.wifi_rssi_dbm or fetched.wifi_rssi_dbm,
        zoom_says=heard.zoom_says or fetched.zoom_says,
        has_summary=heard.has_summary or fetched.has_summary,
    )


def _filled(fetched: Attendance | None, heard: Attendance | None) -> Attendance | None:
    if fetched is None or heard is None:
        return fetched or heard
    absent = {name: getattr(heard, name) for name in IN_ATTENDANCE if getattr(fetched, name) is None}
    return replace(fetched, **absent)


def _with_host(legs: Sequence[Leg], host_id: str | None) -> tuple[Leg, ...]:
    """Events name the host by user id only; who has that id is the host."""
    if host_id is None:
        return tuple(legs)
    return tuple(
        replace(leg, attendance=replace(leg.attendance, role=HOST))
        if leg.user_id == host_id and leg.attendance is not None and leg.attendance.role is None
        else leg
        for leg in legs
    )


def _subject(told: CallTold, fetched: Call | None, legs: Sequence[Leg], *, running: bool) -> Subject:
    known = fetched.subject if fetched else Subject(told.kind)
    hosts = [leg.name for leg in legs if leg.attendance and leg.attendance.role == HOST and leg.name]
    number = told.word("number")
    ended_at = told.ended_at or known.ended_at or told.last_at
    return Subject(
        kind=told.kind,
        number=MeetingNumber(number) if number else known.number,
        uuid=told.uuid,
        topic=told.word("topic") or known.topic,
        host=known.host or next(iter(hosts), None),
        started_at=told.started_at or known.started_at,
        ended_at=None if running else ended_at,
    )


def sample_of(leg: Leg) -> Sample:
    """What was measured of a leg, as one sample."""
    return Sample(leg.measured, leg.cpu, leg.wifi_rssi_dbm, leg.zoom_says)


def leg_of(participant_id: str, sample: Sample) -> Leg:
    """A sample as a leg without a person; for keeping it in a leg's form."""
    return Leg(
        participant_id,
        measured=sample.measured,
        cpu=sample.cpu,
        wifi_rssi_dbm=sample.wifi_rssi_dbm,
        zoom_says=sample.zoom_says,
    )
