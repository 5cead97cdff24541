"""Untrusted text made safe to show: display names, topics, whatever somebody typed. Knows no block.

Two strengths, because Slack parses in two ways:

* `clean` for places that are not parsed (rich_text text elements, plain_text with `emoji` off, raw_text cells);
* `defuse` for mrkdwn and the top-level `text`, where `*`, `@here`, `:emoji:` and bare domains would come alive.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from bot.domain.model import Participant

NAME_LIMIT = 40
MARKS_PER_LETTER = 3
"""Vietnamese, Thai and pointed Hebrew need up to three marks on one letter; a flood of them climbs over other lines."""

ELLIPSIS = "…"
ZERO_WIDTH_SPACE = "\u200b"

# Letters and marks without ink (Unicode DerivedCoreProperties, Default_Ignorable_Code_Point) and blank Braille.
_INKLESS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | {
    chr(code)
    for first, last in ((0x180B, 0x180F), (0xFE00, 0xFE0F), (0xE0000, 0xE0FFF))
    for code in range(first, last + 1)
}
_DROPPED = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
_SPACES = frozenset(("Zs", "Zl", "Zp"))


def visible(text: str) -> str:
    """NFC, on one line, with nothing invisible in it and no flood of marks. Spaces keep their number."""
    if text.isascii() and text.isprintable():
        return text
    kept = "".join(map(_kept, unicodedata.normalize("NFC", text)))
    return "".join(_without_floods(unicodedata.normalize("NFC", kept)))


def scrub(text: str) -> str:
    """`visible` with runs of spaces made one; spaces at the ends survive."""
    return re.sub(r" {2,}", " ", visible(text))


def _kept(char: str) -> str:
    category = unicodedata.category(char)
    if category in _SPACES or char in "\t\n\r\v\f\x85":
        return " "
    return "" if category in _DROPPED or char in _INKLESS else char


def _without_floods(text: str) -> Iterable[str]:
    marks, has_base = 0, False
    for char in text:
        if not unicodedata.category(char).startswith("M"):
            marks, has_base = 0, char != " "
        else:
            marks += 1
            if not has_base or marks > MARKS_PER_LETTER:
                continue
        yield char


def _much(limit: int) -> int:
    return max(4_000, 8 * limit)


def clean(text: str | None, limit: int = NAME_LIMIT) -> str | None:
    """`text` in at most `limit` characters, cut with `…` between whole characters; None where nothing visible is left.

    >>> clean("Ana\\u202e  (guest)\\n")
    'Ana (guest)'
    """
    if text is None:
        return None
    # A flood of megabytes must not cost its length: nothing behind this can reach the result of an honest text.
    scrubbed = scrub(text[: _much(limit)]).strip()
    return shorten(scrubbed, limit) or None


# What rows of our own lists are made of: coloured circles for labels, and a dot between spaces from fact to fact.
_CIRCLES = re.compile("[\u26aa\u26ab\u2b55\U0001f518\U0001f534\U0001f535\U0001f7e0-\U0001f7e4]")
_DOTS = re.compile("(?:(?<= )|^)[\u00b7\u0387\u2022\u2027\u2219\u22c5\u30fb](?= |$)")


def unlike_a_row(text: str) -> str:
    """Without what would let a name pass for a row of a list: `🔴 Fake · poor` becomes ` Fake poor`. Other emoji stay.

    `text` is scrubbed already, so that nothing invisible stands between a dot and its spaces.
    """
    return text if text.isascii() else scrub(_DOTS.sub("", _CIRCLES.sub("", text)))


def person_name(name: str | None, limit: int = NAME_LIMIT) -> str | None:
    """`clean` and `unlike_a_row`, and an e-mail address used as a name loses its domain: none is for messages."""
    shown = clean(unlike_a_row(scrub(name[: _much(limit)])), limit) if name else None
    address = re.fullmatch(r"([^\s@]+)@[^\s@]+\.[^\s@]+", shown or "")
    return address[1] if address else shown


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters; never cuts a letter from its marks, a flag in two or a skin tone from its hand."""
    if len(text) <= limit:
        return text
    end = max(0, limit - len(ELLIPSIS))
    while end > 0 and _joined_to_previous(text, end):
        end -= 1
    return text[:end].rstrip() + ELLIPSIS


def _joined_to_previous(text: str, index: int) -> bool:
    char = text[index]
    if (
        unicodedata.category(char).startswith("M")
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\u1160" <= char <= "\u11ff"
    ):
        return True
    if not _is_flag_half(char):
        return False
    halves = 0
    while index - halves - 1 >= 0 and _is_flag_half(text[index - halves - 1]):
        halves += 1
    return halves % 2 == 1


def _is_flag_half(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


# What Slack would act on, and what to put there. Formatting marks become look-alikes, because a zero-width space beside
# `*` counts as a word's edge and is the known way to switch formatting *on* inside a word. An underscore between two
# letters or digits never formats, and is common in names, so it stays.
_LOOKALIKES = {"*": "∗", "~": "∼", "`": "ˋ"}
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<![^\W_])_|_(?![^\W_])"), "ˍ"),
    (re.compile(r"([@#＠＃])(?=\w)"), rf"\1{ZERO_WIDTH_SPACE}"),
    (re.compile(r":(?=//)|(?<!\d):(?=[\w+'-])|:(?=[\w+'-]+:)"), f":{ZERO_WIDTH_SPACE}"),
    (re.compile(r"(?<=\w)([.。．｡])(?=[^\W\d_]{2})"), rf"\1{ZERO_WIDTH_SPACE}"),
    (re.compile(r"^(\s*)(?=>)"), rf"\1{ZERO_WIDTH_SPACE}"),
)
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def defuse(text: str, limit: int | None = None) -> str:
    """For mrkdwn and top-level `text`: reads the same, does nothing. Cut to `limit` characters before escaping.

    Ordinary names come out as they went in; escaping is Slack's own (`&`, `<`, `>`).

    >>> defuse("Dr. Müller & <!here>")
    'Dr. Müller &amp; &lt;!here&gt;'
    """
    safe = scrub(text)
    if limit is not None:
        safe = shorten(safe, limit)
    for mark, lookalike in _LOOKALIKES.items():
        safe = safe.replace(mark, lookalike)
    for pattern, replacement in _RULES:
        safe = pattern.sub(replacement, safe)
    return safe.translate(_ENTITIES)


def display_names(participants: Sequence[Participant]) -> Mapping[str, str]:
    """Participant key to a name that nobody else in the list has; the same whatever the order of the list.

    People who share a name are told apart by location, else device, else a number. An address or e-mail is never used.
    """
    shown: dict[str, str] = {}
    taken: set[str] = set()
    for group in _same_name(participants).values():
        for participant, wanted in zip(group, _told_apart(group), strict=True):
            shown[participant.key] = _unique(wanted, taken)
    return shown


def _same_name(participants: Sequence[Participant]) -> dict[str, list[Participant]]:
    groups: dict[str, list[Participant]] = {}
    for participant in sorted(participants, key=lambda p: p.key):
        groups.setdefault(_base_name(participant).casefold(), []).append(participant)
    return groups


def _base_name(participant: Participant) -> str:
    name = person_name(participant.name)
    if name is not None:
        return name
    number = next(
        (pid for pid in (*participant.participant_ids, participant.key) if re.fullmatch(r"[0-9]{1,20}", pid)), ""
    )
    return f"Unnamed participant {number}".strip()


def _told_apart(group: Sequence[Participant]) -> list[str]:
    names = [_base_name(p) for p in group]
    if len(group) == 1:
        return names
    for facts in ([p.location for p in group], [p.device for p in group]):
        words = [re.sub(r"\s*\([^()]*\)$", "", clean(fact, 24) or "") for fact in facts]
        if all(words) and len({word.casefold() for word in words}) == len(words):
            return [f"{name} ({word})" for name, word in zip(names, words, strict=True)]
    return names


def _unique(wanted: str, taken: set[str]) -> str:
    name, n = wanted, 1
    while name.casefold() in taken:
        n += 1
        name = f"{wanted} #{n}"
    taken.add(name.casefold())
    return name
