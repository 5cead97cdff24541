"""The answer to "which one?": by place in the list, by name, or by what tells the candidates apart."""

from collections.abc import Sequence

from bot.domain.model import Report
from bot.questions.asked import Intent, Reading
from bot.questions.choosing import chosen
from bot.questions.heard import Heard
from bot.questions.references import Thread
from bot.questions.roster import name_words
from bot.questions.tokens import folded

LONGEST = 8
ASKING = ("why", "who", "when", "where", "what", "how_many", "which", "how")


def choice(heard: Heard, before: Thread, report: Report) -> Reading | None:
    """The question that was asked back, for whoever is chosen; None where this is no answer to it."""
    last = before.turns[0] if before.turns else None
    if last is None or not last.clarify or not 0 < len(heard.words) <= LONGEST or not _is_choice(heard):
        return None
    key = _picked(heard, last.clarify, report)
    return chosen(last, key, report) if key is not None else None


def _is_choice(heard: Heard) -> bool:
    asks = any(heard.values(concept) for concept in ASKING)
    return not asks and not any(cue.concept == Intent.CORRECT_REFERENCE for cue in heard.cues)


def _picked(heard: Heard, keys: Sequence[str], report: Report) -> str | None:
    number = next(iter(heard.values("number")), None) if len(heard.words) < 3 else None
    place = heard.first("ordinal") or number
    if isinstance(place, int) and 0 < place <= len(keys):
        return keys[place - 1]
    if heard.says("last", "last one", "latter", "bottom one"):
        return keys[-1]
    if heard.says("former", "top one"):
        return keys[0]
    return _told_apart(heard, keys, report)


def _told_apart(heard: Heard, keys: Sequence[str], report: Report) -> str | None:
    """Whoever has most of these words in name, place, device and network; None where two have."""
    named = {report.participants[n].key for one in heard.names if not one.near for n in one.places}
    if len(named & set(keys)) == 1:
        return next(iter(named & set(keys)))
    people = {p.key: p for p in report.participants}
    found = []
    for key in keys:
        person = people.get(key)
        facts = (person.name, person.location, person.device, person.network_type) if person else ()
        words = {folded(word) for fact in facts for word in name_words(fact)}
        found.append((sum(word in words for word in set(heard.words)), key))
    best = max(found, default=(0, ""))
    return best[1] if best[0] and sum(count == best[0] for count, _ in found) == 1 else None
