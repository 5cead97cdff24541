"""The call that the example questions are about, as Zoom would tell it, judged by the real functions."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.alert_rule import judge_alert
from bot.domain.decision_log import Outcome, entry_of
from bot.domain.feed import CallTold, LegTold, Sample
from bot.domain.feed_call import call_of
from bot.domain.judgement import judge
from bot.domain.minutes import Minute, minutes_of
from bot.domain.model import (
    CallUuid,
    CpuFacts,
    DirectionNote,
    Kind,
    Measured,
    Media,
    Pressure,
    Reading,
    Report,
    Spread,
)
from bot.domain.subscriptions import DEFAULT_RULE, Subscription
from bot.questions.facts import ChannelFacts, Facts
from bot.zoom.directions import direction_map
from tests.builders import END, NOW, START
from tests.questions.roster import AR, AS, PEOPLE, SR, SS, VR, VS, WHOLE, Key, Span, Who

MINUTE, WEEK = timedelta(minutes=1), timedelta(days=7)
NUMBER, TOPIC, HOST_ID = "85812345678", "Weekly sync", "u-ana.souza"
DIRECTIONS = direction_map(Kind.MEETING, Reading.DOCUMENTED)
NOTE = DirectionNote(Reading.DOCUMENTED, True, ("14 meetings agree",))
ALERTED = START + 23 * MINUTE
TYPES: Mapping[Key, str] = {
    AR: "audio_input",
    AS: "audio_output",
    VR: "video_input",
    VS: "video_output",
    SS: "as_input",
    SR: "as_output",
}
KBPS: Mapping[Key, float] = dict(zip(TYPES, (62, 58, 1180, 940, 310, 290), strict=True))
JITTER_MS = dict(zip(TYPES, (9, 7, 11, 10, 8, 9), strict=True))
SHARED: Span = (5, 40)


def facts(asker: str | None = None) -> Facts:
    """Everything an answer may use, for who has this e-mail; nobody's address is known without one."""
    report, minutes = _judged(PEOPLE, START), _minutes(PEOPLE)
    earlier = (_judged(_good_but({"Kofi Mensah"}, 15), START - WEEK), _judged(_two_weeks_ago(), START - 2 * WEEK))
    own = [p.key for p in report.participants if asker and p.email == asker]
    return Facts(
        report=report,
        now=NOW,
        minutes=minutes,
        earlier=earlier,
        past=earlier,
        channel=_channel(),
        asker=own[0] if own else None,
        asker_known=asker is not None,
    )


def _channel() -> ChannelFacts:
    """The default rule, and the alert of 10:23 as the minutes known by then made it."""
    subscription = Subscription("s1", "T1", "C1", "U1", (), DEFAULT_RULE, START - 30 * timedelta(days=1))
    known = [m for m in _minutes(PEOPLE) if m.at < ALERTED]
    reading = judge_alert(_judged(PEOPLE, START, until=23), known, DEFAULT_RULE)
    assert reading.met, reading
    return ChannelFacts((subscription,), (entry_of(Outcome.POSTED, reading, ALERTED, subscription.id),), alert_id=1)


def _good_but(poor: Iterable[str], count: int) -> tuple[Who, ...]:
    """The first `count` people that can be rated, clean but for these."""
    return tuple(who if who.name in poor else _clean(who) for who in [p for p in PEOPLE if p.measured][:count])


def _two_weeks_ago() -> tuple[Who, ...]:
    return _good_but({"Dave Lindqvist", "Chris Müller"}, 14)


def _clean(who: Who) -> Who:
    """The same person on a good day."""
    return replace(
        who, latency=min(who.latency, 145), base_loss=0.1, loss={}, peaks={}, slow={}, jitter={}, spans=(WHOLE,),
        spiking=None, fps=25, picture="1280*720", cpu=(14, 48, Pressure.NORMAL), connection="UDP",
    )  # fmt: skip


# --- as Zoom tells it ------------------------------------------------------------------------------------------------


def _judged(people: Iterable[Who], start: datetime, until: int = 45) -> Report:
    told = _told(people, start, until)
    return judge(call_of(told, None, start + (NOW - START if until == 45 else until * MINUTE)), DIRECTIONS, NOTE)


def _minutes(people: Iterable[Who]) -> tuple[Minute, ...]:
    return minutes_of(_told(people, START, 45), DIRECTIONS)


def _told(people: Iterable[Who], start: datetime, until: int) -> CallTold:
    ended = until == 45
    legs = [leg for place, who in enumerate(people) for leg in _legs(who, 16778240 + 10240 * place, start, until)]
    return CallTold(
        Kind.MEETING,
        CallUuid(f"weekly{start:%m%d}=="),
        {"number": (1, NUMBER), "topic": (1, TOPIC), "host_id": (1, HOST_ID)},
        started_at=start,
        ended_at=start + (END - START) if ended else None,
        started_ms=_ms(start),
        ended_ms=_ms(start + (END - START)) if ended else 0,
        measured_ms=_ms(start + until * MINUTE),
        last_ms=_ms(start + (until + ended) * MINUTE),
        legs={leg.participant_id: leg for leg in legs},
    )


def _legs(who: Who, first_id: int, start: datetime, until: int) -> Iterable[LegTold]:
    for place, (begin, end) in enumerate(who.spans):
        if begin >= until:
            return
        words = {
            "user_id": who.address and f"u-{who.address.split('@')[0]}",
            "name": who.name,
            "email": who.address,
            "role": who.role,
            "joined_at": (start + begin * MINUTE).isoformat(),
            "left_at": (start + end * MINUTE).isoformat() if end <= until else None,
            "network_type": who.network,
            "connection_type": who.connection if who.measured else None,
            "location": who.place,
            "data_center": who.data_center,
            "device": who.device,
            "client_version": who.version,
            "network_group": who.behind or (f"home-{first_id}" if who.measured else None),
            "microphone": who.sound,
            "speaker": who.sound,
        }
        minutes = {
            (_ms(start + at * MINUTE), _ms(start + (at + 1) * MINUTE)): _sample(who, at)
            for at in range(begin, min(end, until) if who.measured else begin)
        }
        whole = (_ms(start + end * MINUTE), _sample(who, None)) if until == 45 else None
        known = {name: (1, value) for name, value in words.items() if value is not None}
        yield LegTold(str(first_id + 1024 * place), known, whole, minutes)


def _sample(who: Who, at: int | None) -> Sample:
    """What was measured in one minute of the call; None: over the whole of it."""
    if not who.measured:
        return Sample()
    zoom, system, pressure = who.cpu
    rssi = None if who.rssi is None else Spread(who.rssi - 4, who.rssi, who.rssi + 3)
    return Sample(
        tuple(_measured(who, key, at) for key in TYPES if _has(who, key, at)),
        CpuFacts(Spread(zoom * 0.6, zoom, min(100, zoom * 1.3)), system, Pressure.NORMAL, pressure, pressure),
        rssi,
    )


def _has(who: Who, key: Key, at: int | None) -> bool:
    if key in {SS, SR}:
        return (key == SS) is who.shares and (at is None or SHARED[0] <= at < SHARED[1])
    return not (key == VS and key in who.quiet)


def _measured(who: Who, key: Key, at: int | None) -> Measured:
    silent = key in who.quiet
    latency, jitter = who.slow.get(key, who.latency), who.jitter.get(key, JITTER_MS[key])
    loss = 0.0 if silent else _loss(who, key, at)
    peak = who.peaks.get(key) or _worst_minute(who, key, loss) if at is None else 1.05 * loss
    kbps = 0.4 if silent else KBPS[key] * (who.fps / 25 if key == VS else 1)
    video = key[0] is Media.VIDEO
    return Measured(
        TYPES[key],
        Spread(0.0, loss, round(peak, 1)),
        Spread(round(latency * 0.95), latency, round(latency * 1.15)),
        Spread(1, jitter, jitter + 12),
        Spread(kbps * 0.5, kbps, kbps * 1.4),
        Spread(1, who.fps if key == VS else 24, 30) if video else None,
        (who.picture if key == VS else "1280*720") if video else None,
    )


def _worst_minute(who: Who, key: Key, loss: float) -> float:
    begin, end = who.spiking or (0, 0)
    return 1.05 * max([_loss(who, key, at) for at in range(begin, end)], default=1.8 * loss)


def _loss(who: Who, key: Key, at: int | None) -> float:
    """Lost in `spiking` minutes only, so that the whole call has the average of the row, as far as peaks allow."""
    whole = who.loss.get(key)
    if whole is None or at is None or who.spiking is None:
        return who.base_loss if whole is None else whole
    begin, end = who.spiking
    if not begin <= at < end:
        return 1.2 if key in who.peaks else who.base_loss
    wave = (0.95, 1.0, 1.05)[at % 3]
    return round(min(whole * 45 / (end - begin) * wave, who.peaks.get(key, 100) * wave / 1.05), 1)


def _ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)
