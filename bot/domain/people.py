"""Legs to people: joins attendance with summaries, finds who is one person, and merges their joins. Judges nothing.

One participant is one person in a report: rows with the same non-empty user id, else the same e-mail, else the same
participant id. A display name never merges anybody, nor does an e-mail without an `@`.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from operator import mul

from bot.domain.frozen import frozen
from bot.domain.model import (
    Attendance,
    CpuFacts,
    Direction,
    Leg,
    Measured,
    Media,
    Pressure,
    Spread,
    Stay,
    Stream,
    Summary,
    ZoomSays,
)

Directions = Mapping[str, tuple[Media, Direction]]
StreamKey = tuple[Media, Direction]

LONGEST_KEY = 64
"""Zoom's participant ids have eight to ten digits; a key has to fit a picker's value."""

FRAGMENT_S = 60.0
"""A join shorter than this tells too little: loss measured over it is off by half a point and more."""

NOISE_DIGITS = 9
"""Decimals beyond which stands what binary fractions leave behind, not what Zoom measured."""

NOT_TRAFFIC_BELOW_KBPS = {Media.AUDIO: 1.0, Media.VIDEO: 20.0, Media.SHARE: 5.0}
"""Under this average a stream is keep-alive, a muted microphone or a covered window, not traffic."""

STATED_DIRECTION = ("_from_crc", "_to_crc", "_from_rwg", "_to_rwg")
"""How Zoom's types of room systems and browsers end: they say themselves what is sent and what received."""

_PRESSURE_ORDER = tuple(Pressure)


@frozen
class Person:
    """All joins of one person, merged: one `Measured` per medium and direction, facts of the longest join.

    Of what every join repeats, the first that says it counts; the times are the first join and the last leave.
    """

    key: str
    legs: tuple[Leg, ...]
    participant_ids: tuple[str, ...]
    name: str | None
    email: str | None
    streams: tuple[tuple[StreamKey, Measured], ...]
    cpu: CpuFacts | None
    measured_s: float | None
    joined_at: datetime | None
    left_at: datetime | None
    wifi_rssi_dbm: float | None
    facts: Attendance | None
    zoom_says: Mapping[Media, ZoomSays] | None
    has_summary: bool


def join(summaries: Iterable[Summary], attendance: Iterable[Attendance]) -> tuple[Leg, ...]:
    """Each summary row beside the attendance row of the same join; attendance without a summary follows.

    The join key is the per-meeting participant id, which Zoom calls `participant_id` here and `user_id` there.
    """
    waiting = {row.participant_id: row for row in attendance if row.participant_id}
    nameless = tuple(row for row in attendance if not row.participant_id)
    legs = [_leg(row, waiting.pop(row.participant_id, None)) for row in summaries]
    legs += [_unmeasured(row) for row in (*waiting.values(), *nameless)]
    return tuple(legs)


def _leg(row: Summary, seen: Attendance | None) -> Leg:
    return Leg(
        participant_id=row.participant_id,
        user_id=row.user_id or (seen.user_id if seen else None),
        name=row.name or (seen.name if seen else None),
        email=row.email or (seen.email if seen else None),
        attendance=seen,
        measured=row.measured,
        cpu=row.cpu,
    )


def _unmeasured(row: Attendance) -> Leg:
    return Leg(row.participant_id, row.user_id, row.name, row.email, attendance=row, has_summary=False)


def people(legs: Sequence[Leg], directions: Directions) -> tuple[Person, ...]:
    """Everybody in the order in which Zoom first named them."""
    groups: dict[str, list[Leg]] = {}
    for identity, leg in zip(_identities(legs), legs, strict=True):
        groups.setdefault(identity, []).append(leg)
    used: set[str] = set()
    return tuple(_person(_key(group, used), group, directions) for group in groups.values())


def _identities(legs: Sequence[Leg]) -> list[str]:
    """One identity per leg. A row without a user id takes that of the only user who shares its e-mail or join."""
    by_email: dict[str, set[str]] = {}
    for leg in legs:
        if leg.user_id and leg.email and "@" in leg.email:
            by_email.setdefault(leg.email.lower(), set()).add(f"user:{leg.user_id}")
    named = [_named(leg, by_email) for leg in legs]
    by_join: dict[str, set[str]] = {}
    for leg, identity in zip(legs, named, strict=True):
        if identity and leg.participant_id:
            by_join.setdefault(leg.participant_id, set()).add(identity)
    return [identity or _by_join(n, leg, by_join) for n, (leg, identity) in enumerate(zip(legs, named, strict=True))]


def _named(leg: Leg, by_email: Mapping[str, set[str]]) -> str | None:
    """The user, else the only user with this e-mail, else the e-mail; None for a row with neither."""
    if leg.user_id:
        return f"user:{leg.user_id}"
    if not leg.email or "@" not in leg.email:  # `-`, `n/a`: words that many people share
        return None
    known = by_email.get(leg.email.lower(), set())
    return next(iter(known)) if len(known) == 1 else f"mail:{leg.email.lower()}"


def _by_join(position: int, leg: Leg, by_join: Mapping[str, set[str]]) -> str:
    if not leg.participant_id:
        return f"row:{position}"
    known = by_join.get(leg.participant_id, set())
    return next(iter(known)) if len(known) == 1 else f"join:{leg.participant_id}"


def _key(group: list[Leg], used: set[str]) -> str:
    """The first join's participant id, made unique: readable beside Zoom's own screens, and no personal datum."""
    base = next((leg.participant_id for leg in group if leg.participant_id), "unknown")[:LONGEST_KEY]
    key, n = base, 1
    while key in used:
        n += 1
        key = f"{base}-{n}"
    used.add(key)
    return key


def _person(key: str, legs: list[Leg], directions: Directions) -> Person:
    return _of_one_join(key, legs[0], directions) if len(legs) == 1 else _of_many_joins(key, legs, directions)


def _of_one_join(key: str, leg: Leg, directions: Directions) -> Person:
    """The same as for many joins, without merging: most people join once, and there may be 10,000 of them."""
    seen = leg.attendance
    return Person(
        key=key,
        legs=(leg,),
        participant_ids=(leg.participant_id,) if leg.participant_id else (),
        name=leg.name,
        email=leg.email,
        streams=_streams([leg], [None], directions),
        cpu=leg.cpu,
        measured_s=duration_s(leg),
        joined_at=seen.joined_at if seen else None,
        left_at=seen.left_at if seen else None,
        wifi_rssi_dbm=leg.wifi_rssi_dbm.avg if leg.wifi_rssi_dbm else None,
        facts=seen,
        zoom_says=leg.zoom_says,
        has_summary=leg.has_summary,
    )


def _of_many_joins(key: str, legs: list[Leg], directions: Directions) -> Person:
    durations = [duration_s(leg) for leg in legs]
    kept = _without_fragments(legs, durations)
    weights = [duration_s(leg) for leg in kept]
    seen = [leg.attendance for leg in legs if leg.attendance]
    return Person(
        key=key,
        legs=tuple(legs),
        participant_ids=tuple(dict.fromkeys(leg.participant_id for leg in legs if leg.participant_id)),
        name=next((leg.name for leg in legs if leg.name), None),
        email=next((leg.email for leg in legs if leg.email), None),
        streams=_streams(kept, weights, directions),
        cpu=_cpu(kept, weights),
        measured_s=_total(durations),
        joined_at=min((row.joined_at for row in seen if row.joined_at), default=None),
        left_at=max((row.left_at for row in seen if row.left_at), default=None),
        wifi_rssi_dbm=_mean([leg.wifi_rssi_dbm.avg if leg.wifi_rssi_dbm else None for leg in kept], weights),
        facts=_longest(legs, durations).attendance,
        zoom_says=next((leg.zoom_says for leg in legs if leg.zoom_says), None),
        has_summary=any(leg.has_summary for leg in legs),
    )


def stays(legs: Sequence[Leg]) -> tuple[Stay, ...]:
    """The joins of somebody who joined more than once, in order; joins without a time stand last."""
    if len(legs) < 2:
        return ()
    seen = [Stay(leg.attendance.joined_at, leg.attendance.left_at) for leg in legs if leg.attendance]
    return tuple(sorted(seen, key=lambda stay: (stay.joined_at is None, stay.joined_at or 0, stay.left_at is None)))


def duration_s(leg: Leg) -> float | None:
    """Seconds between join and leave of one leg; None where Zoom does not say both, or has them the wrong way round."""
    seen = leg.attendance
    if seen is None or seen.joined_at is None or seen.left_at is None:
        return None
    seconds = (seen.left_at - seen.joined_at).total_seconds()
    return seconds if seconds >= 0 else None


def _total(durations: Sequence[float | None]) -> float | None:
    known = [d for d in durations if d is not None]
    return sum(known) if len(known) == len(durations) else None


def _without_fragments(legs: list[Leg], durations: list[float | None]) -> list[Leg]:
    kept = [leg for leg, d in zip(legs, durations, strict=True) if leg.has_summary and (d is None or d >= FRAGMENT_S)]
    return kept or legs


def _longest(legs: list[Leg], durations: list[float | None]) -> Leg:
    described = [pair for pair in zip(durations, legs, strict=True) if pair[1].attendance is not None]
    return max(described, key=lambda pair: pair[0] or 0.0)[1] if described else legs[0]


def _streams(
    legs: list[Leg], weights: Sequence[float | None], directions: Directions
) -> tuple[tuple[StreamKey, Measured], ...]:
    found: dict[StreamKey, list[tuple[Measured, float | None]]] = {}
    for leg, weight in zip(legs, weights, strict=True):
        for row in leg.measured:
            stream = directions.get(row.type)
            if stream is not None:
                found.setdefault(stream, []).append((row, weight))
    return tuple((key, rows[0][0] if len(rows) == 1 else _merge(key[0], rows)) for key, rows in found.items())


def is_traffic(media: Media, row: Measured | Stream) -> bool:
    """False when the average bitrate says that nothing worth measuring flowed. An unknown bitrate proves nothing.

    False too when loss, jitter and round trip are all zero: some browsers always send zeros.
    """
    bitrate = row.bitrate_kbps
    if bitrate is not None and bitrate.avg is not None and bitrate.avg < NOT_TRAFFIC_BELOW_KBPS[media]:
        return False
    return not (_is_zero(row.loss_pct) and _is_zero(row.latency_ms) and _is_zero(row.jitter_ms))


def _is_zero(spread: Spread | None) -> bool:
    """Measured, and zero in its average and, where known, its maximum."""
    return spread is not None and spread.avg == 0 and not spread.max


def _merge(media: Media, rows: list[tuple[Measured, float | None]]) -> Measured:
    """Averages weighted by time where known and else by bitrate; minima and maxima are kept, never averaged."""
    flowing = [pair for pair in rows if is_traffic(media, pair[0])] or rows
    measured, times = [row for row, _ in flowing], [weight for _, weight in flowing]
    kind = next((row.type for row in measured if not row.type.endswith(STATED_DIRECTION)), measured[0].type)
    return _blended(kind, measured, times if all(times) else _by_bitrate(measured))


def averaged(kind: str, media: Media, rows: Sequence[Stream]) -> Measured:
    """One stream in several minutes as one row of type `kind`, merged as the rows of one join are: by bitrate."""
    if len(rows) == 1:
        one = rows[0]
        flow = one.bitrate_kbps, one.frame_rate_fps, one.resolution
        return Measured(kind, one.loss_pct, one.latency_ms, one.jitter_ms, *flow)
    flowing = [row for row in rows if row.badness is not None or is_traffic(media, row)] or rows
    return _blended(kind, flowing, _by_bitrate(flowing))


def _blended(kind: str, rows: Sequence[Measured | Stream], weights: Sequence[float | None]) -> Measured:
    return Measured(
        type=kind,
        loss_pct=_blend([row.loss_pct for row in rows], weights),
        latency_ms=_blend([row.latency_ms for row in rows], weights),
        jitter_ms=_blend([row.jitter_ms for row in rows], weights),
        bitrate_kbps=_blend([row.bitrate_kbps for row in rows], weights),
        frame_rate_fps=_blend([row.frame_rate_fps for row in rows], weights),
        resolution=max(dict.fromkeys([row.resolution for row in rows if row.resolution]), key=pixels, default=None),
    )


def _by_bitrate(rows: Sequence[Measured | Stream]) -> Sequence[float | None]:
    bitrates = [row.bitrate_kbps.avg if row.bitrate_kbps else None for row in rows]
    return bitrates if all(bitrates) else [1.0] * len(rows)


def _blend(spreads: list[Spread | None], weights: Sequence[float | None]) -> Spread | None:
    known = [spread for spread in spreads if spread is not None]
    if not known:
        return None
    lowest, averages, highest = zip(*known, strict=True)
    if len(known) < len(spreads):
        averages = tuple([spread.avg if spread else None for spread in spreads])
    return Spread(_least(lowest), _mean(averages, weights), _most(highest))


def _least(values: Sequence[float | None]) -> float | None:
    return min([value for value in values if value is not None], default=None)


def _most(values: Sequence[float | None]) -> float | None:
    return max([value for value in values if value is not None], default=None)


def _mean(values: Sequence[float | None], weights: Sequence[float | None]) -> float | None:
    """Weighted mean of the known values; equal weights where none is known. Of 5 % and 5 % it is exactly 5 %."""
    pairs = [(value, weight or 0.0) for value, weight in zip(values, weights, strict=True) if value is not None]
    if not pairs:
        return None
    known, heavy = zip(*pairs, strict=True)
    total: float = sum(heavy)
    mean: float = sum(map(mul, known, heavy)) / total if total else sum(known) / len(known)
    return round(mean, NOISE_DIGITS)


def _cpu(legs: list[Leg], weights: Sequence[float | None]) -> CpuFacts | None:
    facts = [leg.cpu for leg in legs]
    known = [cpu for cpu in facts if cpu is not None]
    if not known:
        return None
    return CpuFacts(
        zoom_pct=_blend([cpu.zoom_pct if cpu else None for cpu in facts], weights),
        system_max_pct=max((cpu.system_max_pct for cpu in known if cpu.system_max_pct is not None), default=None),
        pressure_min=_worst_pressure([cpu.pressure_min for cpu in known]),
        pressure_avg=_worst_pressure([cpu.pressure_avg for cpu in known]),
        pressure_max=_worst_pressure([cpu.pressure_max for cpu in known]),
    )


def _worst_pressure(words: list[Pressure | None]) -> Pressure | None:
    return max((word for word in words if word), key=_PRESSURE_ORDER.index, default=None)


def pixels(resolution: str) -> int:
    """Area of `W*H`; 0 when it is not of that form."""
    width, _, height = resolution.partition("*")
    return int(width) * int(height) if width.isdecimal() and height.isdecimal() else 0


def height(resolution: str | None) -> int | None:
    """Lines of a `W*H` picture; None when unknown."""
    _, star, lines = (resolution or "").partition("*")
    return int(lines) if star and lines.isdecimal() else None
