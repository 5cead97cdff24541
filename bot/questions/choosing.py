"""A question that was asked back, once somebody chose: the same reading with that person in it."""

from bot.blocks.names import display_names
from bot.domain.model import Report
from bot.questions.asked import Reading, Turn


def chosen(turn: Turn, key: str, report: Report) -> Reading:
    """`turn` is the one that was asked back; `key` the participant who was chosen of its candidates."""
    name = display_names(report.participants).get(key, key)
    known = {person.name for person in report.participants}
    slots = dict(turn.slots)
    if isinstance(slots.get("participants"), list):
        slots["participants"] = [one if one in known else name for one in slots["participants"]]
    else:
        slots["participant"] = name
    others = tuple(one for one in turn.people if one != key and one not in turn.clarify)
    return Reading(turn.intent, slots, people=(*others, key))
