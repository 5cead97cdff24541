"""What single minutes say: rated records, the call as it was in chosen minutes, runs of bad minutes. No rule here."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.domain.feed import CallTold, LegTold, Sample, instant
from bot.domain.judgement import judge
from bot.domain.limits import DEFAULT_LIMITS, Limits
from bot.domain.model import (
    Attendance,
    Call,
    Direction,
    Label,
    Leg,
    Measured,
    Media,
    Participant,
    Report,
    Sort,
    Stream,
    View,
)
from bot.domain.people import Directions, StreamKey, averaged, people
from bot.domain.scoring import label_of, order, rate, rate_stream

MINUTE = timedelta(minutes=1)
AS_THEY_ARE: Directions = {f"{media}_{way}": (media, way) for media in Media for way in Direction}
"""Names of streams whose direction is already settled."""

PersonLabels = Mapping[str, Label]
"""Participant key to label; people without anything rated are absent."""


@dataclass(frozen=True, slots=True)
class Minute:
    """One person in one minute, rated when it was read. `at` is the record's own time, aware UTC."""

    at: datetime
    participant_id: str
    streams: tuple[Stream, ...]


def minute(
    at: datetime,
    participant_id: str,
    measured: Iterable[Measured],
    directions: Directions,
    limits: Limits = DEFAULT_LIMITS,
) -> Minute:
    """A per-minute record of an event, with Zoom's types read as `directions` says; unknown types are left out."""
    rows = ((directions[row.type], row) for row in measured if row.type in directions)
    return Minute(at, participant_id, tuple(rate_stream(key, row, limits.metrics) for key, row in rows))


def minutes_of(told: CallTold, directions: Directions, limits: Limits = DEFAULT_LIMITS) -> tuple[Minute, ...]:
    """All per-minute records of a call; of a minute that was told twice the later telling."""
    return tuple(
        minute(instant(at_ms), leg.participant_id, sample.measured, directions, limits)
        for leg in told.legs.values()
        for at_ms, sample in latest(leg).items()
    )


def latest(leg: LegTold) -> Mapping[int, Sample]:
    """One join's samples by the minute (epoch milliseconds), in order."""
    return {at_ms: sample for (at_ms, _), sample in sorted(leg.minutes.items(), key=lambda pair: pair[0])}


def keys_of(report: Report) -> Mapping[str, str]:
    """Participant id of a join to the person's key in this report."""
    return {one: p.key for p in report.participants for one in (p.key, *p.participant_ids)}


def worst_label(streams: Iterable[Stream], media: Media | None) -> Label | None:
    """The label of the worst rated stream of this medium (None: all media); None where nothing was rated."""
    worst = max((s.badness for s in streams if s.badness is not None and media in {None, s.media}), default=None)
    return None if worst is None else label_of(worst)


def clock_minute(at: datetime) -> datetime:
    """The start of the minute in which `at` lies, in UTC."""
    return at.astimezone(UTC).replace(second=0, microsecond=0)


def by_clock(minutes: Iterable[Minute]) -> dict[datetime, list[Minute]]:
    """Clock minute to the records in it, both in the order in which they come."""
    clock: dict[datetime, list[Minute]] = {}
    found: dict[datetime, list[Minute]] = {}
    for record in minutes:
        mine = clock.get(record.at)
        if mine is None:
            mine = clock[record.at] = found.setdefault(clock_minute(record.at), [])
        mine.append(record)
    return found


def by_minute(minutes: Iterable[Minute], keys: Mapping[str, str], media: Media | None) -> dict[datetime, PersonLabels]:
    """Everybody's label per clock minute, minutes in order. Of several records for one minute the worst counts."""
    return {at: _labels(records, keys, media) for at, records in sorted(by_clock(minutes).items())}


def _labels(records: Iterable[Minute], keys: Mapping[str, str], media: Media | None) -> PersonLabels:
    worst: dict[str, float] = {}
    for record in records:
        counted = [s.badness for s in record.streams if s.badness is not None and (media is None or s.media is media)]
        if counted:
            key = keys.get(record.participant_id, record.participant_id)
            worst[key] = max(worst.get(key, 0.0), *counted)
    return {key: label_of(badness) for key, badness in worst.items()}


def during(report: Report, minutes: Iterable[Minute], chosen: Collection[datetime], media: Media | None) -> Report:
    """The call as it was in the chosen clock minutes: the same people, their numbers averaged over those minutes only.

    Labels, causes and verdict are made anew, so that "everyone in Berlin" can be said while it lasts.
    """
    known = {p.key: p for p in report.participants}
    legs = _legs(report, known, minutes, chosen)
    call = Call(report.subject, legs, report.source, report.as_of, True, report.missing)
    judged = judge(call, AS_THEY_ARE, report.direction, View(media=media), report.limits)
    return replace(judged, participants=tuple(_same_person(p, known.get(p.key)) for p in judged.participants))


def rated_during(
    report: Report, minutes: Iterable[Minute], chosen: Collection[datetime], media: Media | None
) -> tuple[Participant, ...]:
    """The people of `during`, worst first, without rank, cause and estimates: half the work for labels and numbers."""
    known = {p.key: p for p in report.participants}
    everybody = people(_legs(report, known, minutes, chosen), AS_THEY_ARE)
    rated = order([rate(person, media, report.limits) for person in everybody], Sort.WORST, media)
    return tuple(_same_person(p, known.get(p.key)) for p in rated)


def _legs(
    report: Report, known: Mapping[str, Participant], minutes: Iterable[Minute], chosen: Collection[datetime]
) -> tuple[Leg, ...]:
    """One join for everybody in the chosen minutes, in the order of the report, then those whom it does not know."""
    keys, clock = keys_of(report), by_clock(minutes)
    rows: dict[str, list[Sequence[Stream]]] = {}
    for at in sorted((at for at in clock if at in chosen), key=repr):
        told: dict[str, list[Stream]] = {}
        for record in clock[at]:
            told.setdefault(keys.get(record.participant_id, record.participant_id), []).extend(record.streams)
        for key, streams in told.items():
            rows.setdefault(key, []).append(streams)
    order_of_all = [*(key for key in known if key in rows), *sorted(rows.keys() - known.keys())]
    return tuple(_leg(key, known.get(key), _averaged(rows[key])) for key in order_of_all)


def _averaged(minutes: Iterable[Sequence[Stream]]) -> tuple[Measured, ...]:
    """One row per medium and direction for what one person's minutes hold."""
    found: dict[StreamKey, list[Stream]] = {}
    for streams in minutes:
        for stream in streams if _each_once(streams) else _told_once(streams):
            found.setdefault((stream.media, stream.direction), []).append(stream)
    return tuple(averaged(f"{media}_{way}", media, rows) for (media, way), rows in found.items())


def _each_once(streams: Sequence[Stream]) -> bool:
    return len({(stream.media, stream.direction) for stream in streams}) == len(streams)


def _told_once(streams: Iterable[Stream]) -> list[Stream]:
    """Of a minute that several records tell, each different row once, in an order that is not the records'."""
    told = {repr(_measured(stream)): stream for stream in streams}
    return [told[words] for words in sorted(told)]


def _measured(stream: Stream) -> Measured:
    return Measured(
        f"{stream.media}_{stream.direction}",
        stream.loss_pct,
        stream.latency_ms,
        stream.jitter_ms,
        stream.bitrate_kbps,
        stream.frame_rate_fps,
        stream.resolution,
    )


def _leg(key: str, person: Participant | None, rows: tuple[Measured, ...]) -> Leg:
    if person is None:
        return Leg(key, measured=rows)
    seen = Attendance(
        key,
        role=person.role,
        network_type=person.network_type,
        connection_type=person.connection_type,
        location=person.location,
        data_center=person.data_center,
        device=person.device,
        client_version=person.client_version,
        network_group=person.network_group,
    )
    return Leg(key, name=person.name, attendance=seen, measured=rows)


def _same_person(judged: Participant, known: Participant | None) -> Participant:
    if known is None:
        return judged
    return replace(judged, participant_ids=known.participant_ids, email=known.email, joins=known.joins)


# --- runs of bad minutes ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Episode:
    """One stretch of trouble. `until` is the end of its last bad minute; None while it is not over."""

    since: datetime
    until: datetime | None
    bad: tuple[datetime, ...]


def episodes(states: Mapping[datetime, bool], bad_needed: int, window: int) -> tuple[Episode, ...]:
    """Trouble begins with `bad_needed` bad minutes of the last `window`, and ends with one more good than that.

    `states` maps each clock minute with data to whether it was bad. A minute without data is neither bad nor good, so
    silence starts nothing and ends nothing. The same minutes in any order give the same episodes.
    """
    if sum(states.values()) < bad_needed:
        return ()
    good_needed = min(window, bad_needed + 1)
    found: list[Episode] = []
    running: list[datetime] | None = None
    looked: list[datetime] = []
    for at in sorted(states):
        looked = [*(one for one in looked if at - one < window * MINUTE), at]
        bad = [one for one in looked if states[one]]
        if running is None:
            fresh = [one for one in bad if not found or one not in found[-1].bad]
            if len(fresh) >= bad_needed:
                running = fresh
        elif states[at]:
            running.append(at)
        elif len(looked) - len(bad) >= good_needed:
            found.append(Episode(running[0], running[-1] + MINUTE, tuple(running)))
            running = None
    if running is not None:
        found.append(Episode(running[0], None, tuple(running)))
    return tuple(found)
