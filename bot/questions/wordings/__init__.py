"""How people ask, as typed: rows under the intent they mean, one file per group. A new wording is a row here."""

from collections.abc import Iterable

from bot.questions.asked import Intent
from bot.questions.wordings import (
    alerts,
    belongings,
    causes,
    comparing,
    data,
    listing,
    meaning,
    one_person,
    output,
    outside,
    past,
    ranking,
    scope,
    time,
    ways,
)

NAMES = (
    "Kofi Mensah",
    "Dave Lindqvist",
    "Chris Müller",
    "Mei Tanaka",
    "Tom Becker",
    "Nina Kowalska",
    "Ana Souza",
    "José Álvarez",
    "Priya Raman",
    "Ana Reyes",
    "Luis Ortega",
    "Marcus Bell",
    "Chris Adeyemi",
    "Maria Ivanova",
    "Bob Stone",
    "Jo Park",
    "Boardroom Berlin",
)
"""Who the wordings speak of; a name counts as a name, whoever is meant."""

_GROUPS = (
    *(ranking, listing, one_person, belongings, comparing, ways, time, scope),
    *(causes, meaning, output, past, alerts, data, outside),
)


def _rows(text: str) -> Iterable[tuple[Intent, str]]:
    intent = None
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("["):
            intent = Intent(line.strip("[]"))
        elif intent is not None:
            yield intent, line


WORDINGS: tuple[tuple[Intent, str], ...] = tuple(row for group in _GROUPS for row in _rows(group.ROWS))
