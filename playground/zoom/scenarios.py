"""The seeded calls of the demo: one believable story each, always the same for the same `now`. No HTTP, no formats."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from playground.zoom import crowds, oddities
from playground.zoom.casting import ALONE, LISTENER, MUTED, NO_SHARE, PRESENTER, Cast, Line, edit, span
from playground.zoom.magic import magic_calls
from playground.zoom.names import email_of
from playground.zoom.places import GERMANY, call_uuid
from playground.zoom.world import CallRecord, Kind, Load, Person, Place, Span, World

TWICE_ENCODED = "/Vh0a//kTQ2aWmB4rX9zYQ=="
"""A uuid that Zoom only finds when it was percent-encoded twice: begins with `/` and contains `//`."""

SESSION_UUID = "qT7mV/2sQ0eLx3HkZc9wUA=="


def seeded(now: datetime) -> World:
    """All calls of the demo, those of today ending before `now` (aware), and the magic numbers' calls."""
    now = now.replace(second=0, microsecond=0)
    world = World([story.at(now) for story in STORIES])
    world.add(*magic_calls(now))
    return world


class Story(NamedTuple):
    """One seeded call. `ended` minutes ago; None: still running. Without a `uuid` the seed gives one."""

    seed: int
    number: str
    topic: str
    what: str
    ended: int | None
    minutes: int
    cast: Callable[[Cast], Sequence[Person]]
    kind: Kind = "meeting"
    uuid: str = ""

    def at(self, now: datetime) -> CallRecord:
        rng = random.Random(self.seed)
        uuid = self.uuid or call_uuid(rng)
        end = None if self.ended is None else now - timedelta(minutes=self.ended)
        start = (end or now) - timedelta(minutes=self.minutes)
        people = tuple(self.cast(Cast(rng, start, end)))
        host = next((p for p in people if p.role == "host"), people[0])
        email = email_of(host.name)
        return CallRecord(self.kind, self.number, uuid, self.topic, host.name, email, start, end, people, self.what)


# --- the stories -----------------------------------------------------------------------------------------------------


def _standup(cast: Cast) -> list[Person]:
    return [cast.person("Ingrid Solberg", uses=NO_SHARE, role="host"), *cast.crowd(8, NO_SHARE)]


def _weekly_sync(cast: Cast) -> list[Person]:
    """One bad uplink (Kofi, Wi-Fi at home), one far away (Ana, Lisbon to a US data centre), one on the telephone."""
    wifi = Place("Accra (GH )", "United States (NY Top)", "198.51.100.23", network="Wifi")
    kofi = cast.person("Kofi Mensah", Line(6.2, 0.3, 61, 14, 5), place=wifi)
    kofi = edit(kofi, "audio", "sent", loss=Span(0.4, 7.9, 22.0), latency=Span(48, 61, 118), jitter=Span(4, 14, 61))
    kofi = edit(kofi, "video", "sent", loss=Span(0.2, 6.1, 19.4), fps=Span(5, 14, 25), bitrate=Span(90.2, 402.6, 811.0))
    lisbon = Place("Lisbon (PT )", "United States (NY Top)", "198.51.100.77")
    ana = cast.person("Ana Souza", Line(0.3, 0.4, 212, 6, 7), place=lisbon)
    for each in ana.joins[0].flows:
        ana = edit(ana, each.medium, each.way, latency=Span(204, 212, 241))
    return [
        cast.person("Lee Park", uses=PRESENTER, role="host"),
        kofi,
        ana,
        *cast.crowd(6),
        *cast.crowd(4, LISTENER),
        cast.dialled_in("+1 617 555 0142"),
    ]


def _berlin(cast: Cast) -> list[Person]:
    """Five of five behind the Berlin office's address receive badly; nine elsewhere, same data centre, do not."""
    office = Place("Berlin (DE )", GERMANY, "203.0.113.20")
    losses = ((7.8, 34), (8.6, 38), (6.9, 29), (9.2, 41), (7.4, 33))
    staff = ("Jana Krüger", "Tobias Albrecht", "Miriam Vogt", "Deniz Aydın", "Lukas Brandt")
    berlin = [
        cast.person(name, Line(0.3, loss, 47, 6, jitter), place=office, role="host" if name == staff[0] else "attendee")
        for name, (loss, jitter) in zip(staff, losses, strict=True)
    ]
    return [*berlin, cast.person(uses=PRESENTER, place=_munich(cast)), *cast.crowd(8, data_center=GERMANY)]


def _munich(cast: Cast) -> Place:
    return Place("Munich (DE )", GERMANY, f"198.51.100.{cast.rng.randint(100, 200)}")


def _overload(cast: Cast) -> list[Person]:
    """Tess's computer cannot keep up: a clean network, a handful of frames, Zoom at 72 % of the CPU."""
    tess = cast.person("Tess Morgan", Line(0.3, 0.4, 38, 6, 6))
    tess = edit(tess, "video", "sent", fps=Span(2, 5, 11), resolution="640*360", bitrate=Span(60.5, 214.3, 480.1))
    busy = Load(Span(51, 72, 96), 100, ("serious", "critical", "critical"))
    tess = replace(tess, joins=(replace(tess.joins[0], load=busy),))
    return [cast.person("Oskar Lindqvist", uses=PRESENTER, role="host"), tess, *cast.crowd(4)]


def _heard_badly(cast: Cast) -> list[Person]:
    """Maria's uplink drops 8 %; everybody else receives that audio with holes, and nothing else is wrong."""
    maria = cast.person("Maria Oliveira", Line(0.4, 0.3, 58, 9, 6), NO_SHARE, role="host")
    maria = edit(maria, "audio", "sent", loss=Span(1.2, 8.0, 19.0), jitter=Span(6, 18, 64))
    others = [*cast.crowd(7, NO_SHARE), *cast.crowd(2, MUTED)]
    heard = [edit(p, "audio", "received", loss=span(cast.rng.uniform(6.1, 7.9), 0.1, 2.3, 2)) for p in others]
    return [maria, *heard]


def _data_center(cast: Cast) -> list[Person]:
    """Ten of twelve, at ten addresses but on one data centre, receive with 6 to 9 % loss; two elsewhere are fine."""
    struck = [
        cast.person(line=Line(0.4, cast.rng.uniform(6.4, 9.0), 88, 7, 36), uses=NO_SHARE, place=place)
        for place in (p.place for p in cast.crowd(10, data_center="United States (SC Top)"))
    ]
    return [replace(struck[0], role="host"), *struck[1:], *cast.crowd(2, NO_SHARE, GERMANY)]


def _alone(cast: Cast) -> list[Person]:
    return [cast.person("Sam Whitaker", Line(0.2, 0.3, 34, 5, 5), ALONE, role="host")]


def _rota_yesterday(cast: Cast) -> list[Person]:
    """Yesterday Noor's home connection was poor both ways."""
    noor = cast.person("Noor Rahman", Line(6.4, 7.1, 96, 34, 37), NO_SHARE, role="host")
    return [noor, *cast.crowd(4, NO_SHARE)]


def _rota_today(cast: Cast) -> list[Person]:
    return [cast.person("Noor Rahman", uses=NO_SHARE, role="host"), *cast.crowd(5, NO_SHARE)]


def _rehearsal(cast: Cast) -> list[Person]:
    return [cast.person(role="host"), *cast.crowd(6)]


_DAY = 24 * 60

STORIES: tuple[Story, ...] = (
    Story(2, "85812345678", "Weekly sync", "one bad uplink", 18, 42, _weekly_sync),
    Story(1, "82244107316", "Daily stand-up", "everybody fine", 95, 16, _standup),
    Story(3, "86122079154", "Quarterly review", "a whole office", 130, 55, _berlin),
    Story(4, "83755190042", "Design critique", "one overloaded computer", 40, 48, _overload),
    Story(5, "93011642875", "Autumn launch", "a webinar of 1,000", 200, 62, crowds.launch, "webinar"),
    Story(13, "94177302286", "Customer Q&A", "a small webinar", 310, 30, crowds.small_webinar, "webinar"),
    Story(6, "", "fitting-room-17", "one user on a mobile network", 65, 27, crowds.session_users, "session",
          SESSION_UUID),
    Story(7, "84930256617", "Sales kick-off", "one sender all heard badly", 75, 35, _heard_badly),
    Story(8, "87690401253", "Supplier round table", "guests, browsers, rooms, odd names", 150, 50,
          oddities.round_table),
    Story(9, "81577823490", "Sound check", "a meeting of one", 25, 12, _alone),
    Story(10, "89563184027", "Regional planning", "most people at once", 240, 45, _data_center),
    Story(11, "5552018843", "Support rota", "today's instance of two", 55, 30, _rota_today),
    Story(14, "5552018843", "Support rota", "yesterday's instance, by its uuid", 55 + _DAY, 30, _rota_yesterday,
          uuid=TWICE_ENCODED),
    Story(12, "80422165538", "Launch rehearsal", "still running: Zoom has no summary yet", None, 25, _rehearsal),
)  # fmt: skip
