"""A question as typed becomes a reading: which sentence asks, what is wanted, about whom. Pure; a few milliseconds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.model import Report
from bot.questions.asked import ASKER, LAST_ANSWER, LAST_TWO, Clarify, Intent, Question, Reading, Turn
from bot.questions.choices import choice
from bot.questions.continuing import continued
from bot.questions.heard import Ear, Heard, ear, hear
from bot.questions.intents import Wanted, best
from bot.questions.references import Reference, Thread, asker_in, name_of, references, thread, worst_people
from bot.questions.remarks import remarked
from bot.questions.sentences import Sentence, asking
from bot.questions.slots import looked_at
from bot.questions.slots_by_intent import SLOTS
from bot.questions.slots_of_people import Said
from bot.questions.tables import is_known
from bot.questions.tokens import tokenise

NEEDS_SOMEBODY = frozenset(
    (
        Intent.PARTICIPANT_DETAIL,
        Intent.DEVICE_INFO,
        Intent.NETWORK_INFO,
        Intent.REJOIN_CHECK,
        Intent.DURATION_BAD,
        Intent.COMPARE_DIRECTION,
        Intent.HISTORY_PARTICIPANT,
        Intent.VERIFY_CLAIM,
        Intent.CAUSE,
        Intent.REMEDY,
        Intent.SCOPE_CHECK,
        Intent.COMPARE_PARTICIPANTS,
    )
)
"""Intents that ask back where a pronoun stands for nobody in particular."""

FROM_THREAD = frozenset(
    (
        Intent.DEVICE_INFO,
        Intent.NETWORK_INFO,
        Intent.REJOIN_CHECK,
        Intent.DURATION_BAD,
        Intent.COMPARE_DIRECTION,
        Intent.HISTORY_PARTICIPANT,
        Intent.REMEDY,
    )
)
"""Intents about one person: about the one last spoken of where nobody is named."""

SEVERAL = frozenset((Intent.COMPARE_PARTICIPANTS, Intent.NETWORK_SAME, Intent.CHART))
AMONG_OTHERS = SEVERAL | {Intent.SCOPE_CHECK, Intent.CAUSE_SIDE}
"""Where "me" beside a name is meant too; elsewhere it is whoever wants to be told."""

NOT_ABOUT_THE_ASKER = frozenset(
    (
        Intent.GLOSSARY,
        Intent.TICKET_PACK,
        Intent.EXPORT,
        Intent.SHARE,
        Intent.ALERT_EXPLAIN,
        Intent.ALERT_MUTE,
        Intent.ALERT_CONFIG,
        Intent.SUMMARISE,
        Intent.DATA_STATE,
        Intent.REFRESH,
        Intent.CONFIDENCE,
        Intent.EVIDENCE,
        Intent.EXPLAIN_SCORE,
        Intent.EXPLAIN_THRESHOLD,
        Intent.SMALLTALK,
        Intent.OUT_OF_SCOPE,
        Intent.RANK_PARTICIPANTS,
        Intent.COUNT,
        Intent.LIST_FILTER,
    )
)
OF_THE_LAST_ANSWER = frozenset((Intent.CAUSE, Intent.REMEDY))
"""About whoever the last answer was about first, where nobody is named."""

UNSEEN = frozenset((Intent.SMALLTALK, Intent.OUT_OF_SCOPE))

_PLEASED = re.compile(r"[👍🙏❤🎉👏🙌💯😀😊🥳]|:(?:\+1|thumbsup|pray|heart|tada|clap|raised_hands|100|smile):")

__all__ = ["asker_in", "read"]


@dataclass(frozen=True, slots=True)
class Room:
    """What is around a question."""

    question: Question
    report: Report
    before: Thread
    listening: Ear


def read(question: Question, report: Report, turns: Sequence[Turn] = ()) -> Reading:
    """What is wanted and about whom. Never raises; of what is not understood it says `out_of_scope`."""
    room = Room(question, report, thread(turns, question.asker.id), ear(question, report))
    heard = [Sentence(text, hear(tokenise(text), room.listening)) for text in asking(question.text)]
    if not any(one.heard.words for one in heard):
        return _wordless(question.text)
    return _first_of(heard, room)


def _wordless(text: str) -> Reading:
    """Nothing but signs and pictures."""
    if _PLEASED.search(text):
        return Reading(Intent.SMALLTALK, in_scope=False)
    kind = "emoji" if re.search(r"\S", text) else "empty"
    return Reading(Intent.SMALLTALK, {"kind": kind}, in_scope=False)


def _first_of(sentences: Sequence[Sentence], room: Room) -> Reading:
    """The first sentence that asks; another one that does is offered."""
    chosen, other = _chosen(sentences)
    reading = _read(chosen, room, [one.heard for one in sentences[: sentences.index(chosen)]])
    if other is None or reading.clarify or reading.remark:
        return reading
    return replace(reading, remark="I took the first of two questions.", instead=other.text.strip(" ,;:")[:100])


def _chosen(sentences: Sequence[Sentence]) -> tuple[Sentence, Sentence | None]:
    weights = [(one, best(one.heard)) for one in sentences if one.heard.words]
    asking_ones = [
        (one, wanted) for one, wanted in weights if one.asks and wanted.intent not in UNSEEN and wanted.weight >= 30
    ]
    pool = (
        asking_ones
        or [(one, w) for one, w in weights if one.asks and w.weight > 0]
        or [max(weights, key=lambda pair: (pair[1].intent is not Intent.SMALLTALK, pair[1].weight))]
    )
    first, wanted = pool[0]
    other = next((one for one, w in asking_ones if one is not first and w.intent is not wanted.intent), None)
    return first, other


def _read(sentence: Sentence, room: Room, around: Sequence[Heard]) -> Reading:
    heard = sentence.heard
    answered = choice(heard, room.before, room.report)
    if answered is not None:
        return answered
    people = references(heard, room.report, room.before, room.question.asker)
    wanted = best(heard)
    people = _antecedent(people, around, room, wanted.intent)
    if wanted.intent is Intent.CORRECT_REFERENCE:
        people = references(heard, room.report, room.before, room.question.asker, other=True)
    carried = continued(heard, wanted, people, room.before, room.report)
    if carried is not None:
        return _about(carried.intent, dict(carried.slots), carried.people, heard, room)
    return _fresh(wanted, sentence, people, room)


def _antecedent(
    people: tuple[Reference, ...], around: Sequence[Heard], room: Room, intent: Intent
) -> tuple[Reference, ...]:
    """Somebody named in a sentence before, for a pronoun or for a question about nobody in particular."""
    if not any(one.open for one in people) and (people or intent not in NEEDS_SOMEBODY):
        return people
    found = [one for heard in around for one in references(heard, room.report, room.before, room.question.asker)]
    named = [one for one in found if one.keys and one.slot != ASKER]
    if not named or (not people and len(named) > 1):
        return people
    return tuple(named[0] if one.open else one for one in people) if people else (named[0],)


def _fresh(wanted: Wanted, sentence: Sentence, people: tuple[Reference, ...], room: Room) -> Reading:
    intent, heard = wanted.intent, sentence.heard
    if intent is Intent.PARTICIPANT_DETAIL and not people and heard.values("place"):
        intent = Intent.LIST_FILTER  # how a place was: how the people there were
    people = _without_listener(intent, people)
    people = _several(intent, people, heard, room)
    if not people and intent in FROM_THREAD and room.before.people:
        key = room.before.people[0]
        people = (Reference(name_of(key, room.report), (key,)),)
    if intent in OF_THE_LAST_ANSWER and not people and room.before.last:
        people = tuple(Reference(LAST_ANSWER, (key,)) for key in room.before.last.people[:1])
    topic = wanted.topic or ("language" if intent is Intent.OUT_OF_SCOPE and _is_foreign(heard) else None)
    said = Said(
        heard, [one for one in people if one.slot != LAST_ANSWER], sentence.text, topic, bool(room.before.turns)
    )
    slots = looked_at(heard, intent) | SLOTS[intent](said)
    if intent is Intent.EXPLAIN_THRESHOLD and not slots and room.before.last and room.before.last.slots.get("metric"):
        slots = {"metric": room.before.last.slots["metric"]}
    return _about(intent, slots, people, heard, room)


def _without_listener(intent: Intent, people: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """Without "me" where it only says who wants to know."""
    if intent in NOT_ABOUT_THE_ASKER or (intent not in AMONG_OTHERS and len(people) > 1):
        return tuple(one for one in people if one.slot != ASKER)
    return people


def _several(intent: Intent, people: tuple[Reference, ...], heard: Heard, room: Room) -> tuple[Reference, ...]:
    """ "Both" and "they" are the two last spoken of."""
    plural = heard.values("both") or (heard.values("they") and intent in SEVERAL)
    if plural and sum(not one.open for one in people) < 2:
        pair = room.before.pair()
        if pair:
            kept = tuple(one for one in people if not one.open)
            both = tuple(Reference(name_of(key, room.report), (key,)) for key in pair)
            return (*kept, *(one for one in both if one.keys not in [other.keys for other in kept]))
    if heard.values("they") and not people and intent in NEEDS_SOMEBODY and room.before.people:
        return tuple(Reference(name_of(key, room.report), (key,)) for key in room.before.people[:1])
    return people


def _is_foreign(heard: Heard) -> bool:
    letters = [c for word in heard.words for c in word if c.isalpha()]
    strange = sum(not c.isascii() for c in letters)
    unknown = sum(token.kind == "word" and not is_known(token.word) for token in heard.tokens)
    return bool(letters) and (
        heard.lang is not None or strange * 2 > len(letters) or unknown > max(1, len(heard.words) // 2)
    )


def _about(
    intent: Intent, slots: dict[str, object], people: tuple[Reference, ...], heard: Heard, room: Room
) -> Reading:
    clarify = next((one.clarify for one in people if one.clarify), None) if intent not in UNSEEN else None
    absent = tuple(one.absent for one in people if one.absent)
    keys = tuple(dict.fromkeys(key for one in people for key in one.keys))
    if clarify is None and intent in NEEDS_SOMEBODY and not keys and not absent:
        clarify = _whom(people, slots, room)
    remark, instead = remarked(heard, intent, slots)
    return Reading(
        intent,
        slots,
        in_scope=intent not in UNSEEN,
        people=keys,
        clarify=clarify,
        absent=absent if intent not in UNSEEN else (),
        remark=remark,
        instead=instead,
    )


def _whom(people: tuple[Reference, ...], slots: dict[str, object], room: Room) -> Clarify | None:
    """A pronoun, or "both", that nothing settles."""
    is_open = any(one.open for one in people) or slots.get("participants") == LAST_TWO
    candidates = worst_people(room.report)
    return Clarify("person", candidates) if is_open and candidates else None
