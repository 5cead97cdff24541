"""The shows of the demo: calls that go bad while one looks on, and deliveries in disorder. One story each; no HTTP."""

import random
from collections.abc import Callable, Iterable

from playground.zoom.casting import NO_SHARE, Cast, Line
from playground.zoom.places import GERMANY
from playground.zoom.timeline import Scene, Sent, Show
from playground.zoom.world import Person, Place


def flooded(rng: random.Random, sent: list[Sent]) -> list[Sent]:
    """Each event three times: once in its time, once as a retry, once by a second subscription with an id of its own.

    Copies come up to four minutes later, so that most of them overtake something newer.
    """
    again = [Sent(one.minute + rng.uniform(0, 4), one.event) for one in sent]
    other = [
        Sent(one.minute + rng.uniform(0, 4), one.event._replace(request_id=f"{rng.getrandbits(128):032x}"))
        for one in sent
    ]
    late = [Sent(one.minute + rng.uniform(0, 3), one.event) if rng.random() < 0.3 else one for one in sent]
    return [*late, *again, *other]


_BERLIN = Place("Berlin (DE )", GERMANY, "203.0.113.20")
_DUBLIN = Place("Dublin (IE )", "Ireland (DB Top)", "203.0.113.87")
_LOSSY = Line(0.6, 9.4, 58, 8, 37)
_BOTH_WAYS = Line(7.2, 8.1, 74, 36, 41)


def _in(
    place: Place, names: Iterable[str], line: Line, others: int
) -> Callable[[Cast], list[tuple[Person, Line | None]]]:
    """People at one place, the first of them the host, and others elsewhere on the same data centre."""

    def cast(hands: Cast) -> list[tuple[Person, Line | None]]:
        there: list[tuple[Person, Line | None]] = [
            (hands.person(name, uses=NO_SHARE, place=place, role="attendee" if n else "host"), line)
            for n, name in enumerate(names)
        ]
        return [*there, *((p, None) for p in hands.crowd(others, NO_SHARE, place.data_center))]

    return cast


def _stormy(topic: str, names: Iterable[str], begins: int) -> Scene:
    return Scene(topic, 8, _in(_DUBLIN, names, _LOSSY, 3), range(1, 8), begins)


SITE = Show(
    "site",
    "An office goes bad",
    "Berlin has trouble, then recovers",
    [
        Scene(
            "Product planning",
            12,
            _in(_BERLIN, ("Jana Krüger", "Tobias Albrecht", "Miriam Vogt", "Deniz Aydın"), _LOSSY, 7),
            range(1, 6),
        )
    ],
)
STORM = Show(
    "storm",
    "A storm",
    "four meetings, one office: one list",
    [
        _stormy("Support hand-over", ("Aoife Brennan", "Cian Doyle", "Niamh Walsh"), 0),
        _stormy("Budget review", ("Eoin Kelly", "Orla Byrne", "Sean Murphy"), 1),
        _stormy("Hiring panel", ("Ciara Nolan", "Declan Roche", "Maeve Quinn"), 2),
        _stormy("Release check", ("Fionn Daly", "Grainne Healy", "Rory Flynn"), 3),
    ],
)
FLOOD = Show(
    "flood",
    "A flood",
    "all sent thrice, shuffled: one alert",
    [
        Scene(
            "Vendor call",
            9,
            _in(
                Place("Porto (PT )", GERMANY, "203.0.113.133"), ("Rui Matos", "Ines Prado", "Joana Reis"), _BOTH_WAYS, 5
            ),
            range(1, 9),
        )
    ],
    flooded,
)
SHOWS = (SITE, STORM, FLOOD)
