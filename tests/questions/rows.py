"""The question files: what a row holds, where each belongs, and what is wrong with one. Answers nothing."""

import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from bot.questions.asked import Intent

HERE = Path(__file__).parent
SEEN, UNSEEN = "seen", "unseen"
KNOWN_TO_ALL = frozenset({"samples"})
"""Files that were read by everybody, so that none of their rows can be unseen."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One question and what is right: the reading, what its answer says and does not say, whom it asks to choose from.

    `says` and `says_not` are regular expressions, searched for whatever the case.
    """

    question: str
    context: Sequence[str]
    asker: str | None
    intent: str
    slots: Mapping[str, Any]
    in_scope: bool
    says: Sequence[str]
    says_not: Sequence[str]
    clarify: Sequence[str] | None
    file: str = ""
    part: str = SEEN


KEYS = frozenset(field.name for field in fields(Expected)) - {"file", "part"}
TYPES: Mapping[str, tuple[type, ...]] = {
    "question": (str,),
    "context": (list,),
    "asker": (str, type(None)),
    "intent": (str,),
    "slots": (dict,),
    "in_scope": (bool,),
    "says": (list,),
    "says_not": (list,),
    "clarify": (list, type(None)),
}
NOT_IN_SCOPE = frozenset({Intent.SMALLTALK, Intent.OUT_OF_SCOPE})


def belongs_to(question: str) -> str:
    """Every fourth question, by its text alone, so that the same words never stand on both sides."""
    return SEEN if zlib.crc32(" ".join(question.casefold().split()).encode()) % 4 else UNSEEN


def part_of(file: str, question: str) -> str:
    return SEEN if file in KNOWN_TO_ALL else belongs_to(question)


def load(part: str | None = None, file: str | None = None, root: Path = HERE) -> tuple[Expected, ...]:
    """All rows in the order of the files; `part` and `file` (without `.jsonl`) narrow it down."""
    rows = (row for one in ([part] if part else [SEEN, UNSEEN]) for row in _part(root / one))
    return tuple(row for row in rows if file in {None, row.file})


def _part(folder: Path) -> Iterator[Expected]:
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield Expected(**json.loads(line), file=path.stem, part=folder.name)


def complaints(root: Path = HERE) -> list[str]:
    """What is wrong with the files, one line each; an unseen question is never quoted."""
    found = []
    for path in sorted(root.glob("*/*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            where = f"{path.parent.name}/{path.name}:{number}"
            found += [f"{where}: {words}" for words in _wrong(line, path)]
    if not found:
        found = [f"{file}: twice the same question" for file in _twice(load(root=root))]
    return found


def _wrong(line: str, path: Path) -> Iterator[str]:
    row = json.loads(line)
    if set(row) != KEYS:
        yield f"keys differ: {sorted(set(row) ^ KEYS)}"
        return
    yield from (f"{key} is a {type(row[key]).__name__}" for key, types in TYPES.items() if type(row[key]) not in types)
    if row["intent"] not in set(Intent):
        yield f"no such intent: {row['intent']}"
    if row["in_scope"] == (row["intent"] in NOT_IN_SCOPE):
        yield "in_scope does not go with the intent"
    if path.parent.name != part_of(path.stem, row["question"]):
        yield "belongs to the other part"
    for pattern in (*row["says"], *row["says_not"]):
        try:
            re.compile(pattern)
        except re.error as error:
            yield f"a pattern that is none: {error}"


def _twice(rows: Iterable[Expected]) -> list[str]:
    count = Counter((" ".join(row.question.casefold().split()), tuple(row.context), row.asker) for row in rows)
    doubled = {key for key, number in count.items() if number > 1}
    return sorted(
        {
            f"{row.part}/{row.file}"
            for row in rows
            if (" ".join(row.question.casefold().split()), tuple(row.context), row.asker) in doubled
        }
    )
