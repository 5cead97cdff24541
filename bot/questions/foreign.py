"""Questions in German, Spanish, French and Portuguese, put into English word by word; and which language it is."""

from collections.abc import Sequence
from dataclasses import replace

from bot.questions.first_names import FIRST_NAMES
from bot.questions.foreign_words import FOREIGN
from bot.questions.ordinary import ORDINARY
from bot.questions.tables import VOCABULARY
from bot.questions.tokens import Token

LONGEST_PHRASE = 4
FEWEST = 2
"""Words of one language that make a question one of that language, and more than half as many as its words."""

_ALSO_ENGLISH = "die war hat man rank per note ton plus mal chef e o as"
_ENGLISH = ORDINARY | VOCABULARY | FIRST_NAMES | frozenset(_ALSO_ENGLISH.split())


def translated(tokens: Sequence[Token]) -> tuple[str | None, list[Token]]:
    """The language where it is not English, and the words in English as far as the rows go."""
    lang = _language([token.word for token in tokens])
    return (lang, _in_english(tokens, FOREIGN[lang])) if lang else (None, list(tokens))


def _language(words: Sequence[str]) -> str | None:
    telling = {
        lang: sum(word in rows for word in words if len(word) > 1 and word not in _ENGLISH)
        for lang, rows in _TELLING.items()
    }
    best = max(telling, key=lambda lang: telling[lang])
    enough = telling[best] >= FEWEST or (telling[best] == 1 and len(words) <= 2)
    return best if enough and telling[best] * 3 >= len(words) else None


_TELLING = {lang: frozenset(word for phrase in rows for word in phrase) for lang, rows in FOREIGN.items()}


def _in_english(tokens: Sequence[Token], rows: dict[tuple[str, ...], str]) -> list[Token]:
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        size = next((n for n in range(LONGEST_PHRASE, 0, -1) if tuple(t.word for t in tokens[at : at + n]) in rows), 0)
        if not size:
            found.append(tokens[at])
            at += 1
            continue
        meaning = rows[tuple(token.word for token in tokens[at : at + size])]
        found += [replace(tokens[at], word=word, raw=word, kind="word", capital=False) for word in meaning.split()]
        at += size
    return found
