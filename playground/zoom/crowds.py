"""Calls of many: webinars, Video SDK sessions, and a call of any size for tests and measurements."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from playground.zoom.casting import LISTENER, NO_SHARE, PRESENTER, SPEAKER, Cast, Line, Uses, good_line
from playground.zoom.places import GERMANY, PHONE_APP, US_EAST, call_uuid, home
from playground.zoom.world import CallRecord, Kind, Person, Place

_WORLD = ("London (GB )", "Paris (FR )", "Madrid (ES )", "Nairobi (KE )", "São Paulo (BR )", "Pune (IN )", "Oslo (NO )")

_TROUBLE: tuple[tuple[float, Line], ...] = (
    (0.010, Line(0.3, 7.4, 74, 6, 33)),
    (0.008, Line(0.3, 1.1, 372, 7, 12)),
    (0.007, Line(0.4, 1.6, 96, 9, 66)),
    (0.050, Line(0.2, 3.1, 68, 6, 18)),
    (0.040, Line(0.2, 0.6, 224, 6, 11)),
    (0.020, Line(0.2, 0.9, 88, 7, 39)),
)
"""Share of an audience beside what its line is like: 2.5 % poor and 11 % fair, for loss, latency or jitter."""


def audience_line(rng: random.Random) -> Line:
    """A line drawn from the spread of trouble above; most are good."""
    drawn = rng.random()
    for share, line in _TROUBLE:
        drawn -= share
        if drawn < 0:
            return line
    return good_line(rng)


def _audience(cast: Cast, size: int) -> Iterator[Person]:
    """Attendees: they only receive. One in four is a guest, one in nine on a mobile network."""
    for n in range(size):
        place = home(cast.rng, n, GERMANY if n % 3 else US_EAST, _WORLD)
        mobile = n % 9 == 4
        if mobile:
            place = replace(place, network="Cellular")
        late = timedelta(minutes=cast.rng.randint(1, 12)) if n % 7 == 3 else timedelta()
        person = cast.person(
            line=audience_line(cast.rng),
            uses=LISTENER,
            place=place,
            machine=PHONE_APP if mobile else None,
            guest=n % 4 == 1,
        )
        yield replace(person, joins=(replace(person.joins[0], joined=cast.start + late),)) if late else person


def launch(cast: Cast) -> list[Person]:
    """A webinar of exactly 1,000: a host, five panelists who send, 994 who only receive."""
    return _webinar(cast, 1000)


def small_webinar(cast: Cast) -> list[Person]:
    return _webinar(cast, 17)


def _webinar(cast: Cast, size: int) -> list[Person]:
    panel = [replace(person, role="panelist") for person in cast.crowd(5)]
    host = cast.person("Freya Lindholm", uses=PRESENTER, role="host")
    return [host, *panel, *_audience(cast, size - 6)]


def session_users(cast: Cast) -> list[Person]:
    """Eight users of somebody's own app; one of them on a mobile network that wavers."""
    users = [replace(person, key=f"shopper-{n}") for n, person in enumerate(cast.crowd(6), start=1)]
    stylist = replace(cast.person("Stylist Imani", uses=PRESENTER, role="host"), key="stylist-3")
    tram = Place("Lyon (FR )", GERMANY, "198.51.100.9", network="Cellular")
    mobile = cast.person("Théo (mobile)", Line(3.4, 5.6, 118, 41, 63), place=tram, machine=PHONE_APP)
    return [stylist, *users, replace(mobile, key="shopper-7")]


def big_call(kind: Kind, people: int, seed: int, start: datetime = datetime(2026, 1, 14, 9, tzinfo=UTC)) -> CallRecord:
    """A call of any size with a believable spread of trouble; 10,000 people take about a second to build.

    Numbers are `970` and eight digits of the seed; a session has only its uuid. The call lasted an hour.
    """
    rng = random.Random(seed)
    end = start + timedelta(hours=1)
    cast = Cast(rng, start, end)
    uses: tuple[Uses, ...] = (LISTENER,) if kind == "webinar" else (SPEAKER, NO_SHARE, LISTENER)
    crowd = [
        cast.person(
            line=audience_line(rng),
            uses=PRESENTER if n == 0 else uses[n % len(uses)],
            place=home(rng, n, US_EAST if n % 2 else GERMANY, _WORLD),
            role="host" if n == 0 else "attendee",
            guest=n % 6 == 5,
        )
        for n in range(people)
    ]
    number = "" if kind == "session" else f"970{seed % 10**8:08d}"
    host = crowd[0].name if crowd else "Nobody"
    return CallRecord(kind, number, call_uuid(rng), f"{people} people", host, "", start, end, tuple(crowd))
