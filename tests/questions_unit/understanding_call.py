"""A call of eighteen people to ask about, and short ways of asking. Only names and facts matter here."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from bot.domain.model import Direction, Label, Media, Report
from bot.questions.asked import Intent, Person, Question, Reading, Turn
from bot.questions.understand import read
from tests.builders import participant, report, stream

NOW = datetime(2026, 11, 24, 10, 52, tzinfo=UTC)
ROWS = (
    ("kofi", "Kofi Mensah", Label.POOR, "Wifi", "Accra", "New York", "Windows"),
    ("dave", "Dave Lindqvist", Label.POOR, "Wired", "Berlin", "Frankfurt", "Windows"),
    ("chris.mueller", "Chris Müller", Label.POOR, "Wired", "Berlin", "Frankfurt", "Mac"),
    ("mei", "Mei Tanaka", Label.POOR, "Wifi", "Berlin", "Frankfurt", "Mac"),
    ("tom", "Tom Becker", Label.POOR, "Wifi", "Hamburg", "Frankfurt", "Windows"),
    ("nina", "Nina Kowalska", Label.POOR, "Wifi", "Warsaw", "Frankfurt", "Windows"),
    ("ana.souza", "Ana Souza", Label.FAIR, "Wired", "Lisbon", "New York", "Mac"),
    ("jose", "José Álvarez", Label.FAIR, "Cellular", "Madrid", "Frankfurt", "iPhone"),
    ("priya", "Priya Raman", Label.GOOD, "Wired", "Bangalore", "Mumbai", "Mac"),
    ("ana.reyes", "Ana Reyes", Label.GOOD, "Wired", "Madrid", "Frankfurt", "Windows"),
    ("luis", "Luis Ortega", Label.GOOD, "Wifi", "Madrid", "Frankfurt", "Windows"),
    ("marcus", "Marcus Bell", Label.GOOD, "Wired", "New York", "New York", "Windows"),
    ("chris.adeyemi", "Chris Adeyemi", Label.GOOD, "Wifi", "New York", "New York", "Mac"),
    ("maria", "Maria Ivanova", Label.GOOD, "Wired", "Sofia", "Frankfurt", "Mac"),
    ("bob", "Bob Stone", Label.GOOD, "Wired", "London", "London", "Windows"),
    ("jo", "Jo Park", Label.GOOD, "Wifi", None, "Frankfurt", "Android"),
    ("room", "Boardroom Berlin", Label.GOOD, "Wired", "Berlin", "Frankfurt", "Zoom Rooms"),
    ("phone", "+49 30 ***12", Label.UNRATED, None, None, None, "Phone"),
)
WITHOUT_ADDRESS = {"jo", "room", "phone"}


def weekly_sync() -> Report:
    people = []
    for key, name, label, network, place, center, device in ROWS:
        facts: dict[str, Any] = {"network_type": network, "location": place, "data_center": center, "device": device}
        facts["email"] = None if key in WITHOUT_ADDRESS else f"{key}@example.com"
        facts |= {"role": "host"} if key == "ana.souza" else {}
        facts |= {"streams": [stream(Media.SHARE, Direction.SENT, badness=0.2)]} if key == "priya" else {}
        people.append(participant(key, name, label, **facts))
    return report(people)


CALL = weekly_sync()
MARCUS = Person("U1", "marcus@example.com", "Marcus Bell")
HELPDESK = Person("U2", "helpdesk@example.com", "Help Desk")


def ask(
    text: str,
    *before: Turn,
    asker: Person = MARCUS,
    call: Report = CALL,
    mentions: dict[str, Person] | None = None,
) -> Reading:
    return read(Question(text, asker, NOW, mentions or {}), call, before)


def turn(text: str, intent: Intent, people: Sequence[str] = (), asker: str = "U1", **more: Any) -> Turn:
    """What the thread remembers of an answered question."""
    return Turn(asker, text, intent, more.get("slots", {}), tuple(people), tuple(more.get("clarify", ())))
