"""From a message as typed to words that can be matched: Slack's markup, contractions, accents. Knows no meaning."""

import re
import unicodedata
from dataclasses import dataclass, replace

from bot.questions.shorthand import SHORTHAND

LONGEST = 4_000
"""Characters that are read; Slack's own limit for a message."""

_FENCE = re.compile(r"```.*?(?:```|\Z)", re.DOTALL)
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
_QUOTED = re.compile(r"^\s*(?:&gt;|>)\s(?!\d).*$", re.MULTILINE)
_LINK = re.compile(r"<(?:https?|mailto|tel):[^|<>]*(?:\|(?P<words>[^<>]*))?>")
_SPECIAL = re.compile(r"<![^<>]*>")
_TOKEN = re.compile(
    r"<@(?P<mention>[A-Z0-9]{1,40})(?:\|[^<>]*)?>"
    r"|<\#(?P<channel_id>[A-Z0-9]{1,40})(?:\|(?P<channel>[^<>]*))?>"
    r"|(?P<plain_channel>(?<!\w)\#[\w-]{1,80})"
    r"|(?P<phone>\+\d[\d *().-]{5,24}\d)"
    r"|(?P<emoji>(?<!\w):[a-z0-9_+'-]{1,60}:(?!\w))"
    r"|(?P<clock>(?<![\w.:])\d{1,2}(?::|h(?=\d))\d{2}(?![\d:]))"
    r"|(?P<mark>(?<!\w)(?:[2345][gG]|\d{3,4}[pP])(?!\w))"
    r"|(?P<number>(?<![\w])\d{1,9}(?:[.,]\d{1,6})?)"
    r"|(?P<word>\w[\w'’`´]*)"
    r"|(?P<sign>>=|<=|=>|=<|[<>≥≤=%°$€&+/,;:.!?|()–—-])"
    r"|(?P<other>\S)"
)
_ARTICLE_WORDS = "the a an my our your their his her its some any every all no these those which what"
ARTICLES = frozenset(_ARTICLE_WORDS.split())
_APOSTROPHES = str.maketrans(dict.fromkeys("’`´ʼ＇", "'"))
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})
_ENDINGS = (
    ("n't", "not"),
    ("'re", "are"),
    ("'ve", "have"),
    ("'ll", "will"),
    ("'d", "would"),
    ("'m", "am"),
    ("'s", "'s"),
)
_ASKING = frozenset(("how", "where", "when", "who", "why", "what"))
_IRREGULAR = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
_LONG_DRAWN = re.compile(r"([^\W\d])\1{2,}")
_ENDS_SENTENCE = frozenset(".!?;:")


@dataclass(frozen=True, slots=True)
class Token:
    """One word. `word`: folded, for matching; `raw`: as typed. `kind`: word, number, clock, mention, channel, phone,
    emoji or sign. `capital`: begins with a capital in a text that is not all capitals; `opens`: first of its sentence.
    `article`: a word such as "the" or "my" stands before it, which no name has.
    `comma`: one stands before it.
    """

    word: str
    raw: str
    kind: str
    capital: bool = False
    opens: bool = False
    article: bool = False
    comma: bool = False


def folded(text: str) -> str:
    """Lower case without accents: `Müller` and `MULLER` are `muller`."""
    lowered = text.casefold().translate(_LETTERS)
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))


_DRAWN_OUT = re.compile(r"([a-zA-Z])\1{2,}")
"""`soooo`"""


def tokenise(text: str) -> tuple[Token, ...]:
    """The words of a message in order. Code blocks and quoted lines are left out where anything else is there."""
    plain = _plain(text[:LONGEST])
    capitals = any(c.islower() for c in plain)
    found: list[Token] = []
    opens = True
    for match in _TOKEN.finditer(plain):
        new = _tokens(match, opens, capitals)
        opens = (opens and not new) or (match.lastgroup == "sign" and match[0] in _ENDS_SENTENCE)
        if new and found and found[-1].word in ARTICLES:
            new[0] = replace(new[0], article=True)
        if new and found and found[-1].word == ",":
            new[0] = replace(new[0], comma=True)
        found.extend(new)
    return tuple(found)


def _plain(text: str) -> str:
    normal = unicodedata.normalize("NFKC", text).replace("\0", " ")
    for pattern in (_FENCE, _QUOTED):
        without = pattern.sub(" ", normal)
        normal = without if re.search(r"\w", without) else normal
    normal = _DRAWN_OUT.sub(r"\1", normal)
    normal = _SPECIAL.sub(" ", _LINK.sub(lambda found: f" {found['words'] or ''} ", normal))
    for entity, sign in _ENTITIES:
        normal = normal.replace(entity, sign)
    return normal


def _tokens(match: re.Match[str], opens: bool, capitals: bool) -> list[Token]:
    kind, raw = match.lastgroup or "other", match[0]
    if kind == "mention":
        return [Token("<mention>", match["mention"], "mention", opens=opens)]
    if kind in {"channel", "channel_id", "plain_channel"}:
        name = (match["channel"] or match["channel_id"] or raw).lstrip("#")
        return [Token("<channel>", f"#{name}", "channel", opens=opens)]
    if kind == "number":
        return [Token(raw.replace(",", "."), raw, "number", opens=opens)]
    if kind in {"clock", "phone", "emoji", "sign"}:
        return [Token(raw, raw, kind, opens=opens)]
    if kind == "other":
        return [Token(raw, raw, "emoji")] if unicodedata.category(raw) == "So" else []
    return _words(raw, opens, capitals)


def _words(raw: str, opens: bool, capitals: bool) -> list[Token]:
    raw = raw.translate(_APOSTROPHES).strip("'_")
    if not raw:
        return []
    capital = capitals and raw[0].isupper()
    parts = [
        Token(part, raw if n == 0 else part, "word", capital and n == 0, opens and n == 0)
        for n, part in enumerate(_split(folded(raw), raw.isupper()))
    ]
    if len(parts) == 2 and parts[1].word == "'s":
        parts[0] = replace(parts[0], raw=raw[:-2])
    return parts


def _split(word: str, capital: bool = False) -> list[str]:
    """`didn't` is did, not; `nina's` is nina, 's; `whos` is who, 's."""
    word = _LONG_DRAWN.sub(r"\1\1", word.strip("_"))
    if word in SHORTHAND and not (len(word) == 1 and capital):
        return SHORTHAND[word].split()
    for ending, meaning in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            stem = word[: -len(ending)]
            base = _IRREGULAR.get(stem, stem) if meaning == "not" else stem
            if meaning == "would" and stem in _ASKING:
                meaning = "did"
            return [*SHORTHAND.get(base, base).split(), meaning]
    head, apostrophe, rest = word.partition("'")
    if apostrophe and rest and head in _ELIDED:
        return [_ELIDED[head], *_split(rest)]
    return [word.replace("'", "")] if word.replace("'", "") else []


_ELIDED = {"l": "l", "d": "d", "qu": "que", "n": "ne", "c": "ce", "s": "se", "j": "je", "m": "me", "t": "te"}
"""French words that lose their vowel before another."""


def words(text: str) -> tuple[str, ...]:
    """The folded words of a name or a phrase, signs left out."""
    return tuple(t.word for t in tokenise(text) if t.kind in {"word", "number"})
