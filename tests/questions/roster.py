"""Who was in the call that the example questions are about: one row per person. Judges nobody."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.model import Direction, Media, Pressure

AS, AR = (Media.AUDIO, Direction.SENT), (Media.AUDIO, Direction.RECEIVED)
VS, VR = (Media.VIDEO, Direction.SENT), (Media.VIDEO, Direction.RECEIVED)
SS, SR = (Media.SHARE, Direction.SENT), (Media.SHARE, Direction.RECEIVED)
Key = tuple[Media, Direction]
Span = tuple[int, int]
"""From this minute of the call to before that one."""

WHOLE: Span = (0, 45)


@dataclass(frozen=True, slots=True)
class Who:
    """One person: what differs from a clean call. `loss` etc. are averages of the whole call by stream, in % and ms.

    `spiking`: the minutes in which `loss` was lost; `peaks` the maxima. `quiet` are streams without traffic.
    """

    name: str
    network: str | None
    place: str | None
    data_center: str | None
    device: str
    version: str | None = "6.2.1"
    latency: float = 60
    loss: Mapping[Key, float] = field(default_factory=dict)
    peaks: Mapping[Key, float] = field(default_factory=dict)
    slow: Mapping[Key, float] = field(default_factory=dict)
    jitter: Mapping[Key, float] = field(default_factory=dict)
    base_loss: float = 0.1
    spiking: Span | None = None
    spans: tuple[Span, ...] = (WHOLE,)
    quiet: frozenset[Key] = frozenset()
    fps: float = 25
    picture: str = "1280*720"
    cpu: tuple[float, float, Pressure] = (14, 48, Pressure.NORMAL)
    rssi: float | None = None
    connection: str = "UDP"
    sound: str | None = None
    role: str | None = None
    email: bool = True
    shares: bool = False
    measured: bool = True
    behind: str | None = None

    @property
    def address(self) -> str | None:
        plain = self.name.lower().translate(str.maketrans("éáü ", "eau."))
        return f"{plain.replace('muller', 'mueller')}@example.com" if self.email else None


OFFICE = "berlin-office"
OFFICE_HIT: Span = (20, 35)
MUTED, CAMERA_OFF = frozenset({AS, VS}), frozenset({VS})

PEOPLE: tuple[Who, ...] = (
    Who("Ana Souza", "Wired", "Lisbon", "New York", "Mac", latency=212, base_loss=0.3, role="host"),
    Who("Kofi Mensah", "Wifi", "Accra", "New York", "Windows", "6.1.0", 98, {AS: 7.9, VS: 6.1}, {AS: 22, VS: 19},
        spiking=(12, 24), rssi=-79),
    Who("Dave Lindqvist", "Wired", "Berlin", "Frankfurt", "Windows", loss={VR: 9.8, AR: 6.4}, latency=41,
        spiking=OFFICE_HIT, behind=OFFICE),
    Who("Chris Müller", "Wired", "Berlin", "Frankfurt", "Mac", loss={VR: 7.0, AR: 6.1}, latency=40,
        spiking=OFFICE_HIT, behind=OFFICE),
    Who("Mei Tanaka", "Wifi", "Berlin", "Frankfurt", "Mac", loss={VR: 6.2, AR: 5.6}, latency=42, rssi=-55,
        spiking=OFFICE_HIT, behind=OFFICE),
    Who("Tom Becker", "Wifi", "Hamburg", "Frankfurt", "Windows", latency=330, base_loss=0.4, slow={AR: 340},
        rssi=-58, connection="TCP"),
    Who("Nina Kowalska", "Wifi", "Warsaw", "Frankfurt", "Windows", "5.17.0", 47, fps=5, picture="320*180",
        cpu=(72, 100, Pressure.CRITICAL), rssi=-54),
    Who("José Álvarez", "Cellular", "Madrid", "Frankfurt", "iPhone", "6.2.0", 88, {AR: 3.1}, {AR: 6.4},
        jitter={AR: 41}, spans=((0, 9), (11, 30), (33, 45))),
    Who("Priya Raman", "Wired", "Bangalore", "Mumbai", "Mac", latency=74, loss={SS: 0.2}, role="alternative host",
        shares=True),
    Who("Ana Reyes", "Wired", "Madrid", "Frankfurt", "Windows", latency=52),
    Who("Luis Ortega", "Wifi", "Madrid", "Frankfurt", "Windows", latency=55, rssi=-52),
    Who("Marcus Bell", "Wired", "New York", "New York", "Windows", latency=24, sound="Jabra Evolve2 65"),
    Who("Chris Adeyemi", "Wifi", "New York", "New York", "Mac", latency=29, rssi=-56, sound="AirPods Pro"),
    Who("Maria Ivanova", "Wired", "Sofia", "Frankfurt", "Mac", latency=61, quiet=CAMERA_OFF),
    Who("Bob Stone", "Wired", "London", "London", "Windows", latency=18),
    Who("Jo Park", "Wifi", None, "Frankfurt", "Android", "6.1.5", 66, quiet=MUTED, rssi=-60, email=False),
    Who("Boardroom Berlin", "Wired", "Berlin", "Frankfurt", "Zoom Rooms", None, 39, email=False,
        behind=OFFICE),
    Who("+49 30 ***12", None, None, None, "Phone", None, email=False, measured=False),
)  # fmt: skip
