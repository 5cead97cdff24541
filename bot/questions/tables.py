"""All rows of the lexicon as two trees: words that are concepts, and phrases that ask. Built once."""

from bot.questions.cues_alerts import ALERT_CUES
from bot.questions.cues_cause import CAUSE_CUES
from bot.questions.cues_compare import COMPARE_CUES
from bot.questions.cues_meaning import MEANING_CUES
from bot.questions.cues_output import OUTPUT_CUES
from bot.questions.cues_outside import CHAT_CUES, OUTSIDE_CUES
from bot.questions.cues_people import PEOPLE_CUES
from bot.questions.cues_person import PERSON_CUES
from bot.questions.cues_time import TIME_CUES
from bot.questions.lexicon import tree, vocabulary
from bot.questions.lexicon_grammar import GRAMMAR
from bot.questions.lexicon_measures import MEASURES
from bot.questions.lexicon_people import PEOPLE
from bot.questions.lexicon_things import THINGS
from bot.questions.ordinary import ORDINARY
from bot.questions.shorthand import SHORTHAND

CONCEPTS = (*MEASURES, *THINGS, *PEOPLE, *GRAMMAR)
CUES = (
    *PEOPLE_CUES,
    *PERSON_CUES,
    *COMPARE_CUES,
    *TIME_CUES,
    *CAUSE_CUES,
    *MEANING_CUES,
    *OUTPUT_CUES,
    *ALERT_CUES,
    *CHAT_CUES,
    *OUTSIDE_CUES,
)
CONCEPT_TREE = tree(CONCEPTS)
CUE_TREE = tree(CUES)
VOCABULARY = vocabulary((*CONCEPTS, *CUES))
FIELD_WORDS = tuple(sorted(w for w in VOCABULARY | ORDINARY | set(SHORTHAND) if len(w) > 3 and w.isalpha()))
"""What a mistyped word is looked up in; ordinary words too, so that `meetign` is no other word of the field."""


def is_known(word: str) -> bool:
    """A word of the field or an ordinary English one."""
    return word in VOCABULARY or word in ORDINARY
