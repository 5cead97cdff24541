"""Why one thing or another is absent from the data: a new one is a row. No digits, and no person is looked at here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.domain.model import CpuLabel, Media, Participant


@dataclass(frozen=True, slots=True)
class Gap:
    """Why one thing is absent. `has` tells who has it, None for what Zoom never gives; `word` stands in the report's
    own list of what was refused."""

    what: str
    why: str
    has: Callable[[Participant], bool] | None = None
    word: str = ""
    medium: Media | None = None


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
    "microphone": Gap(
        "microphones and speakers",
        "Zoom sends them with its events and participant list, not with the summary; phones have none",
        lambda p: p.microphone is not None or p.speaker is not None,
    ),
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
        "Only people on Wi-Fi have one, and only newer clients send it",
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
    "audio": Gap(
        "audio",
        "Who is muted sends nothing, and the sound of a phone is not measured",
        _streamed("audio"),
        "",
        Media.AUDIO,
    ),
    "video": Gap(
        "video",
        "With the camera off nothing is sent, and nothing is received when nobody shows",
        _streamed("video"),
        "",
        Media.VIDEO,
    ),
    "share": Gap("screen share", "It is measured only while somebody shares", _streamed("share"), "", Media.SHARE),
    "loss": Gap("packet loss", "Some browsers, phones and room systems do not report it", _measured("loss_pct")),
    "latency": Gap("latency", "Some browsers, phones and room systems do not report it", _measured("latency_ms")),
    "jitter": Gap("jitter", "Some browsers, phones and room systems do not report it", _measured("jitter_ms")),
    "bitrate": Gap("bitrates", "Where nothing was sent there is none", _measured("bitrate_kbps")),
    "frame_rate": Gap(
        "frame rates",
        "Without a picture there is none: the camera is off, or nobody shows",
        _measured("frame_rate_fps"),
        "",
        Media.VIDEO,
    ),
    "resolution": Gap(
        "picture sizes",
        "Without a picture there is none: the camera is off, or nobody shows",
        _measured("resolution"),
        "",
        Media.VIDEO,
    ),
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
