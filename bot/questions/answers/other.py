"""Courtesy, and requests for what the bot does not do: one line, and two questions that work here."""

from collections.abc import Mapping

from bot.blocks.words import KINDS
from bot.questions.answer import Answer
from bot.questions.asked import Intent
from bot.questions.pen import Pen
from bot.questions.row import Asked, Row
from bot.questions.whom import named, worst_of

REACTIONS: Mapping[str, str] = {
    "thanks": "raised_hands",
    "praise": "raised_hands",
    "ok": "white_check_mark",
    "acknowledge": "white_check_mark",
    "bye": "wave",
    "laugh": "smile",
}
GREETINGS = frozenset(
    {"greeting", "hello", "hi", "how_are_you", "help", "who_are_you", "test", "empty", "emoji", "insult"}
)


def smalltalk(asked: Asked) -> Answer:
    """A reaction to thanks; one line with two examples to hello and whatever else."""
    kind = str(asked.reading.slots.get("kind") or asked.reading.slots.get("topic") or "thanks")
    if kind not in GREETINGS:
        return Answer((), reaction=REACTIONS.get(kind, "raised_hands"))
    pen = Pen(asked.facts)
    examples = _examples(asked)
    word = KINDS[asked.facts.report.subject.kind]
    line = f'I answer questions on the quality of this {word}. Try "{examples[0]}" or "{examples[1]}".'
    return pen.written([[line]], suggestions=examples)


REFUSALS: Mapping[str, str] = {
    "content": "I only know call quality, not what was said, shown or written",
    "meeting_control": "I only read: muting, removing and ending is for the host, in Zoom's own controls",
    "room_booking": "I book no rooms and no meetings",
    "privacy_override": "E-mail, IP and hardware addresses stay out of answers; city and network type are what I give",
    "language": "I understand English best; short questions in it work",
    "scheduling": "I keep no calendar",
    "people": "I know how a call was for people, nothing else about them",
    "blame": "I describe connections, not people",
    "general": "I only answer questions on call quality",
    "code": "I only answer questions on call quality",
    "instructions": "I take no instructions from messages or names; I answer questions on call quality",
}


def out_of_scope(asked: Asked) -> Answer:
    """What it does not do, and two examples that work here, with a name from the call where one fits."""
    pen = Pen(asked.facts)
    topic = asked.reading.slots.get("topic")
    refusal = REFUSALS.get(topic if isinstance(topic, str) else "", "I only know call quality")
    examples = _examples(asked)
    return pen.written([[f'{refusal}. Try "{examples[0]}" or "{examples[1]}".']], suggestions=examples)


def _examples(asked: Asked) -> tuple[str, str]:
    people = named(asked)
    person = people[0] if people else worst_of(asked.facts.report)
    if person is None:
        return "is the data complete?", "who was in it?"
    name = asked.facts.names[person.key]
    if any(char.isdigit() for char in name):
        return "who had it worst?", "was video worse than audio?"
    return ("who had it worst?", f"how was {name}?") if people else (f"how was {name}?", "was video worse than audio?")


ROWS: tuple[Row, ...] = (Row(Intent.SMALLTALK, smalltalk), Row(Intent.OUT_OF_SCOPE, out_of_scope))
