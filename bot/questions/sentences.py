"""Which parts of a message ask: sentences, and two questions in one sentence. Judges words at the start only."""

import re
from dataclasses import dataclass

from bot.questions.heard import Heard
from bot.questions.tokens import LONGEST

MOST = 40
_SHORT_FORMS = r"\b(?:[^\W\d_]|vs|dr|mr|mrs|ms|approx|etc|e\.g|i\.e|no|max|min|avg|st|bzw|usw)\.$"
_BREAK = re.compile(r"(?<=[.?!…])\s+|\n+")
_NOT_AN_END = re.compile(_SHORT_FORMS, re.IGNORECASE)
_SECOND = re.compile(
    r"[,;]?\s+(?:and|und|y|et|e)\s+(?:also\s+|then\s+)?"
    r"(?=(?:why|when|how long|how sure|what should|what can|how do|how can|who else|was it just|is it|can you)\b)",
    re.IGNORECASE,
)
_GREETED = r"^\W*(?:(?:hi|hey|hello|ok|so|and|but|please|pls|also|then|well|now|dear \w+|@?bot)[\s,:]+)*"
_OPENERS = """
who what why when where which how was were is are did does do can could would should will has have had show list
give gimme tell compare explain graph chart plot export send post share mute snooze silence stop only just top worst
rank sort summarise summarize summary check refresh kick book any anyone anybody make alert notify define draw let need
want
"""
_WORDS = "|".join(_OPENERS.split())
_ASKS = re.compile(rf"\?\s*$|{_GREETED}(?:i |i'd |we )?(?:would like|{_WORDS})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` as typed and what was heard in it."""

    text: str
    heard: Heard

    @property
    def asks(self) -> bool:
        return _ASKS.search(self.text) is not None


def asking(text: str) -> list[str]:
    """The sentences in order, each question of "who was worst and why" for itself."""
    found: list[str] = []
    for part in _BREAK.split(text[:LONGEST]):
        if found and _NOT_AN_END.search(found[-1]):
            found[-1] = f"{found[-1]} {part}"
        elif part.strip():
            found.append(part)
    return [half for part in found[:MOST] for half in _SECOND.split(part, maxsplit=1) if half.strip()] or [
        text[:LONGEST]
    ]
