"""What tells people of one name apart: where they were, what they used, when they joined. Never an address."""

from collections.abc import Sequence

from bot.blocks.names import clean
from bot.blocks.words import network
from bot.domain.model import Participant
from bot.questions.facts import Facts


def told_apart(people: Sequence[Participant], facts: Facts) -> list[tuple[str, str]]:
    """Key and words for each: `("16778240", "Chris Adeyemi (New York)")`."""
    return [(person.key, _named(person, facts)) for person in people]


def _named(person: Participant, facts: Facts) -> str:
    details = (clean(person.location, 30), network(person.network_type), clean(person.device, 30))
    detail = next((one for one in details if one), "" if person.email else "guest")
    return f"{facts.names[person.key]} ({detail})" if detail else facts.names[person.key]
