"""One meeting with every oddity that Zoom's data can have: guests, rejoins, browsers, rooms, hostile names, zeros."""

from dataclasses import replace
from datetime import timedelta

from playground.zoom.casting import LISTENER, NO_SHARE, PRESENTER, Cast, Line, edit
from playground.zoom.places import IPHONE, PHONE_APP, ROOM, US_EAST, home
from playground.zoom.world import Person, Place, Span

HOSTILE_NAMES = (
    "<!channel> free lunch",
    "*bold* _and_ ~struck~ `code`",
    ":tada: :rotating_light:",
    "\u202egnp.erocs\u202c \u2066hidden\u2069",
    "<https://example.com|click me> & co.",
    "one\nline\tand\u2028another",
    "N" * 200,
)
"""Display names as guests may choose them: a mention, formatting, emoji, a bidi trick, a link, line breaks, length."""


def round_table(cast: Cast) -> list[Person]:
    """24 people, among them two different Chrises, three joins of one person, two of a nameless guest."""
    return [
        cast.person("Helena Novak", uses=PRESENTER, role="host"),
        _rejoiner(cast),
        *_returning_guest(cast),
        *_browsers(cast),
        *_rooms(cast),
        cast.person("Chris", Line(0.2, 0.3, 40, 5, 5), LISTENER, guest=True),
        cast.person("Chris", Line(5.9, 0.4, 71, 22, 6), NO_SHARE, guest=True),
        *(cast.person(name, guest=True) for name in HOSTILE_NAMES),
        replace(cast.person(uses=LISTENER, guest=True), name=""),
        _split_rows(cast),
        _all_empty(cast),
        _not_summarised(cast),
        cast.person(
            "Priya Raman", Line(0.4, 0.5, 74, 6, 44), machine=IPHONE, guest=True, email="priya@partner.example"
        ),
        *cast.crowd(2, NO_SHARE),
    ]


def _rejoiner(cast: Cast) -> Person:
    """Three joins with one user id: a short one that tells nothing, a poor one on Wi-Fi, a good one by cable."""
    person = cast.person("Yusuf Karim", Line(5.8, 6.6, 84, 31, 36), place=home(cast.rng, 40))
    minute = timedelta(minutes=1)
    short = replace(person.joins[0], left=cast.start + timedelta(seconds=35))
    poor = cast.join(Line(6.1, 6.9, 84, 33, 38), NO_SHARE, cast.start + minute, cast.start + 21 * minute)
    fine = cast.join(Line(0.2, 0.3, 31, 4, 4), NO_SHARE, cast.start + 22 * minute)
    return replace(person, joins=(short, poor, fine))


def _returning_guest(cast: Cast) -> tuple[Person, ...]:
    """A guest who came twice: without id and email nothing proves that it is one person."""
    first = cast.person("Guest", uses=LISTENER, guest=True)
    first = replace(first, joins=(replace(first.joins[0], left=cast.start + timedelta(minutes=9)),))
    again = cast.person("Guest", uses=LISTENER, guest=True)
    return first, replace(again, joins=(replace(again.joins[0], joined=cast.start + timedelta(minutes=11)),))


def _browsers(cast: Cast) -> tuple[Person, ...]:
    """Two people in a browser; Firefox reports zeros beside real bitrate for what it shares."""
    chrome = cast.person("Wanda (browser)", Line(0.5, 5.7, 66, 8, 24), NO_SHARE, gateway="rwg", guest=True)
    firefox = cast.person("Filippo (browser)", uses=PRESENTER, gateway="rwg", guest=True)
    nothing = Span(0.0, 0.0, 0.0)
    firefox = edit(firefox, "share", "sent", loss=nothing, latency=nothing, jitter=nothing)
    return chrome, edit(firefox, "video", "sent", latency=nothing, fps=nothing)


def _rooms(cast: Cast) -> tuple[Person, ...]:
    place = Place("Denver (US )", US_EAST, "203.0.113.44", connection="TCP")
    far = Place("Singapore (SG )", US_EAST, "203.0.113.61", connection="SSL")
    return (
        cast.person("Boardroom 4 (H.323)", place=place, machine=ROOM, gateway="crc", guest=True),
        cast.person(
            "Harbour suite (SIP)", Line(0.3, 0.5, 336, 8, 9), NO_SHARE, far, machine=ROOM, gateway="crc", guest=True
        ),
    )


def _split_rows(cast: Cast) -> Person:
    return edit(cast.person("Split Row", uses=NO_SHARE), "video", "sent", split=True)


def _all_empty(cast: Cast) -> Person:
    """Types are there, but every value is an empty string."""
    person = cast.person("Quiet Observer", uses=LISTENER, machine=PHONE_APP)
    nothing = {"loss": None, "latency": None, "jitter": None, "bitrate": None, "fps": None, "resolution": ""}
    for medium in ("audio", "video", "share"):
        person = edit(person, medium, "received", **nothing)
    return person


def _not_summarised(cast: Cast) -> Person:
    """In the participant list, but Zoom has no summary row."""
    person = cast.person("Late Arrival")
    return replace(person, joins=(replace(person.joins[0], flows=(), load=None, summarised=False),))
