"""Whether the data are complete, why a piece is absent, and reading them again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.blocks.lines import Line
from bot.blocks.names import clean
from bot.blocks.words import KINDS, SOURCES
from bot.domain.model import CpuLabel, Participant
from bot.domain.shared_words import listed
from bot.questions.answer import Act, Answer, Prepared
from bot.questions.answers.time import MINUTES
from bot.questions.asked import Intent
from bot.questions.pen import Pen
from bot.questions.phrasing import of_people, rated, unmeasured
from bot.questions.quoting import quoted
from bot.questions.row import Asked, Row

MOST_MISSING = 3


def state(asked: Asked) -> Answer:
    """Complete or not, as of when, from where, what is absent."""
    pen, report = Pen(asked.facts), asked.facts.report
    people = report.participants
    without = [p for p in people if not p.has_summary]
    ended = report.subject.ended_at is not None
    word = "Yes, complete" if report.complete else "Not complete"
    lines: list[Line] = [
        [
            f"{word}: {of_people(pen, len(people) - len(without), len(people))} people have a summary, as of ",
            pen.time(report.as_of),
            f", {SOURCES[report.source]}.",
        ]
    ]
    if not ended:
        lines.append([f"The {KINDS[report.subject.kind]} is not known to have ended, so numbers can still change."])
    elif not report.complete and not without:
        lines.append(["Summary pages are missing; reading again may bring them."])
    if without:
        lines.append(["Summaries come when somebody has left; for some, such as dialled-in phones, none comes."])
    lines += [[f"Missing: {quoted(pen, one)}"] for one in report.missing[:MOST_MISSING]]
    minutes = len({m.at.replace(second=0, microsecond=0) for m in asked.facts.minutes})
    if minutes:
        lines.append([f"Per-minute values: {pen.count(minutes, 'minutes')} minutes on record."])
    else:
        lines.append(["Per-minute values: none on record."])
    lines += unmeasured(pen, people) if len(rated(people)) < len(people) else []
    return pen.written(
        lines, prepared=None, suggestions=("read it again", "how sure are you?", "why are names missing?")
    )


# --- why something is absent -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Gap:
    """Why one thing is absent. `has` tells who has it, None for what Zoom never gives; `word` stands in the report's
    own list of what was refused."""

    what: str
    why: str
    has: Callable[[Participant], bool] | None = None
    word: str = ""


def _streamed(medium: str) -> Callable[[Participant], bool]:
    return lambda person: any(s.media == medium and s.label is not None for s in person.streams)


def _measured(field: str) -> Callable[[Participant], bool]:
    return lambda person: any(getattr(s, field) is not None for s in person.streams)


ATTENDANCE = "It comes with the participant list, which needs a Zoom scope of its own and can be refused"
GUESTS = (
    "Zoom gives names and e-mail addresses of people who are signed in to this account or registered; guests, people "
    "who are not signed in, and accounts under a HIPAA agreement come without"
)
NEVER = "Zoom does not report it"
GAPS: Mapping[str, Gap] = {
    "user_name": Gap("names", f"{GUESTS}. A number stands for them here", lambda p: bool(p.name), "names"),
    "email": Gap("e-mail addresses", f"{GUESTS}. I never show addresses anyway", lambda p: bool(p.email)),
    "vpn": Gap("a VPN", f"{NEVER}; a TCP connection with a long round trip only hints at one"),
    "isp": Gap("the internet provider", f"{NEVER}; people behind one public address are likely at one site"),
    "microphone": Gap("microphone and speaker", "Zoom sends them with the participant events, not with the summary"),
    "ip": Gap(
        "IP addresses", "I do not keep or show them, only whether people share one; city and network type are shown"
    ),
    "mac": Gap("hardware ids", "I do not keep or show them"),
    "codec": Gap("the codec", NEVER),
    "route": Gap("the route", f"{NEVER}; a traceroute needs another tool"),
    "content": Gap("what was said", "I only have quality data, never sound, pictures or text"),
    "network_type": Gap("network types", ATTENDANCE, lambda p: p.network_type is not None, "network types"),
    "location": Gap("locations", ATTENDANCE, lambda p: p.location is not None, "locations"),
    "device": Gap("devices", ATTENDANCE, lambda p: p.device is not None, "devices"),
    "version": Gap("client versions", ATTENDANCE, lambda p: p.client_version is not None, "devices"),
    "data_center": Gap("data centres", ATTENDANCE, lambda p: p.data_center is not None, "locations"),
    "rssi": Gap(
        "Wi-Fi signal strength",
        "Only newer clients on Wi-Fi send it, with events",
        lambda p: p.wifi_rssi_dbm is not None,
    ),
    "cpu": Gap(
        "CPU numbers",
        "Phones, browsers, room systems and older clients send none",
        lambda p: p.cpu.label is not CpuLabel.UNKNOWN,
    ),
    "mos": Gap(
        "listening estimates",
        "They are computed from received audio, so nobody without measured audio has one",
        lambda p: p.mos_estimate is not None,
    ),
    "audio": Gap("audio", "Who is muted sends nothing, and the sound of a phone is not measured", _streamed("audio")),
    "video": Gap(
        "video", "With the camera off nothing is sent, and nothing is received when nobody shows", _streamed("video")
    ),
    "share": Gap("screen share", "It is measured only while somebody shares", _streamed("share")),
    "loss": Gap("packet loss", "Some browsers, phones and room systems do not report it", _measured("loss_pct")),
    "latency": Gap("latency", "Some browsers, phones and room systems do not report it", _measured("latency_ms")),
    "jitter": Gap("jitter", "Some browsers, phones and room systems do not report it", _measured("jitter_ms")),
    "bitrate": Gap("bitrates", "Where nothing was sent there is none", _measured("bitrate_kbps")),
    "frame_rate": Gap("frame rates", "Only video and screen share have one", _measured("frame_rate_fps")),
    "resolution": Gap("picture sizes", "Only video and screen share have one", _measured("resolution")),
    "phone": Gap(
        "dialled-in phones",
        "Zoom measures nothing of the telephone side",
        lambda p: (p.device or "").casefold() != "phone",
    ),
    "summary": Gap(
        "summaries", "They come some minutes after somebody left; phones have none", lambda p: p.has_summary
    ),
    "joined_at": Gap("join and leave times", ATTENDANCE, lambda p: p.joined_at is not None, "join and leave times"),
}
SAME = {
    "name": "user_name",
    "names": "user_name",
    "speaker": "microphone",
    "camera": "microphone",
    "headset": "microphone",
    "ip_address": "ip",
    "public_ip": "ip",
    "mac_address": "mac",
    "disk_id": "mac",
    "traceroute": "route",
    "client_version": "version",
    "city": "location",
    "place": "location",
    "wifi": "rssi",
    "signal": "rssi",
    "camera_off": "video",
    "screen": "share",
    "dial_in": "phone",
    "participant": "summary",
    "data": "summary",
    "datacenter": "data_center",
    "fps": "frame_rate",
    "join_time": "joined_at",
    "leave_time": "joined_at",
    "transcript": "content",
    "provider": "isp",
}
KNOWN = ("names", "network types", "locations", "devices", "Wi-Fi signal", "CPU", "VPN", "per-minute values")


def gap(asked: Asked) -> Answer:
    """How many lack it and why; never measured by Zoom, refused this time, and simply not sent are told apart."""
    pen, report = Pen(asked.facts), asked.facts.report
    fields = asked.reading.slots.get("field")
    keys = [one for one in (fields if isinstance(fields, list | tuple) else [fields]) if isinstance(one, str)]
    if any(key in {"minutes", "per_minute", "minute", "timeline"} for key in keys):
        return _minutes(pen, asked)
    rows = [row for key in keys if (row := GAPS.get(SAME.get(key.casefold(), key.casefold())))]
    lines: list[Line] = [[_why(pen, asked, row)] for row in dict.fromkeys(rows[:3])]
    if not lines:
        lines = [_in_general(pen, asked)]
    lines += [[f"Zoom refused: {quoted(pen, one)}"] for one in report.missing[:MOST_MISSING]]
    lines += unmeasured(pen, report.participants) if not rows else []
    return pen.written(lines, suggestions=("is the data complete?", "read it again"))


def _why(pen: Pen, asked: Asked, row: Gap) -> str:
    people = asked.facts.report.participants
    if row.has is None:
        return f"About {row.what}: {row.why}."
    lacking = [p for p in people if not row.has(p)]
    if not lacking:
        return f"None of the {row.what} are missing: {of_people(pen, len(people), len(people))} people have them."
    refused = row.word and any(row.word in one for one in asked.facts.report.missing)
    why = "Zoom refused that part this time, see below" if refused else row.why
    shown = f" ({listed([pen.name(p.key) for p in lacking[:3]])})" if len(lacking) <= 3 else ""
    return f"Missing {row.what}: {of_people(pen, len(lacking), len(people))} people{shown}. {why}."


def _minutes(pen: Pen, asked: Asked) -> Answer:
    count = len({m.at.replace(second=0, microsecond=0) for m in asked.facts.minutes})
    if count:
        line = f"They are there: {pen.count(count, 'minutes')} minutes are on record for this call."
    else:
        line = (
            "There are no per-minute values for this call: Zoom sends them only as events (participant QoS), while the "
            "call runs, and they are kept for a shorter time than summaries."
        )
    return pen.written(
        [[line]], suggestions=("when did it start?" if count else "who had it worst?", "is the data complete?")
    )


def _in_general(pen: Pen, asked: Asked) -> Line:
    report, wanted = asked.facts.report, asked.reading.slots.get("field")
    shown = quoted(pen, clean(wanted, 40) or "") if isinstance(wanted, str) else ""
    start = f'I know no data called "{shown}". ' if shown else ""
    missing = [p for p in report.participants if p not in rated(report.participants)]
    if missing:
        count = of_people(pen, len(missing), len(report.participants))
        return [f"{start}Not measured: {count} people; the others have numbers. I can say why of {listed(KNOWN)}."]
    return [f"{start}Nothing is missing of the people's numbers. I can say why of {listed(KNOWN)}."]


def refresh(asked: Asked) -> Answer:
    """Offers to read it from Zoom again; says how old the data are."""
    pen, report = Pen(asked.facts), asked.facts.report
    lines: list[Line] = [
        ["Press the button and I read it from Zoom again. The data here are as of ", pen.time(report.as_of), "."]
    ]
    if report.complete:
        lines.append(
            ["They are complete, so little will change; each reading costs some of the account's daily limit."]
        )
    return pen.written(lines, prepared=Prepared(Act.REFRESH, "Read it again"), suggestions=("is the data complete?",))


ROWS: tuple[Row, ...] = (
    Row(Intent.DATA_STATE, state, MINUTES),
    Row(Intent.DATA_GAP, gap, MINUTES),
    Row(Intent.REFRESH, refresh),
)
