"""Where people of the seeded calls sit, with which machine, and under which ids. Decides nobody's network quality."""

import base64
import hashlib
import random
from collections.abc import Sequence
from typing import NamedTuple

from playground.zoom.world import Place

_CITIES = (
    "Boston (US )",
    "Chicago (US )",
    "Toronto (CA )",
    "Denver (US )",
    "Austin (US )",
    "Seattle (US )",
    "Montreal (CA )",
    "Atlanta (US )",
    "Portland (US )",
    "Madison (US )",
)
US_EAST = "United States (NY Top)"
GERMANY = "Germany (FR Top)"


def user_id(email: str) -> str:
    """22 characters, as Zoom's user ids are; somebody keeps theirs from call to call."""
    return base64.urlsafe_b64encode(hashlib.sha256(email.encode()).digest()[:16]).decode().rstrip("=")


def call_uuid(rng: random.Random) -> str:
    """24 base64 characters that need no double encoding."""
    while True:
        uuid = base64.b64encode(rng.randbytes(16)).decode()
        if not uuid.startswith(("/", "+")) and "//" not in uuid:
            return uuid


def participant_id(n: int) -> str:
    """The id of the n-th join of a call, in Zoom's steps of 1,024."""
    return str(16_778_240 + 1024 * n)


def address(n: int) -> str:
    """A public address for each number below 131,072, from the range set aside for benchmarks (RFC 2544)."""
    return f"198.{18 + (n >> 16 & 1)}.{n >> 8 & 255}.{n & 255}"


def home(rng: random.Random, n: int, data_center: str = US_EAST, cities: Sequence[str] = _CITIES) -> Place:
    """A place of one's own: no two people of a call share the address."""
    return Place(rng.choice(cities), data_center, address(256 + n), rng.choice(("Wired", "Wifi", "Wifi")))


class Machine(NamedTuple):
    device: str
    os: str
    os_version: str
    version: str


MACHINES = (
    Machine("Windows", "Windows", "11", "6.2.11.50939"),
    Machine("Mac", "macOS", "14.6.1", "6.2.10.43047"),
    Machine("Windows", "Windows", "10", "6.1.5.43316"),
    Machine("Mac", "macOS", "15.1", "6.2.11.43613"),
)
PHONE_APP = Machine("Android", "Android", "14", "6.2.10.24996")
IPHONE = Machine("iOS", "iOS", "18.1", "6.2.10.20270")
ROOM = Machine("H.323/SIP", "", "", "")
DIALLED_IN = Machine("Phone", "", "", "")
