"""How phrases are written in the lexicon's rows and found among words. Holds no phrase itself.

A phrase is words with alternatives `(a|b|)` and classes `{metric}`, `{label:poor}`; commas between phrases. Small
words without weight (`IDLE`) stand neither in phrases nor in the words they are matched with.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

_IDLE_WORDS = """
a an the please really actually very quite literally honestly basically simply totally um uh er erm hmm hm hey hi
hello pretty somehow maybe perhaps kindly exactly dear
"""
IDLE = frozenset(_IDLE_WORDS.split())
_WHOLE_WORDS = "metric group device network gear media named place span time value"
WHOLE = frozenset(_WHOLE_WORDS.split())
TOGETHER = WHOLE | {"window", "without", "polite"}
"""Concepts whose words belong together: no phrase begins or ends inside "data center"."""

_ALTERNATIVES = re.compile(r"\(([^()]*)\)")


class Row(NamedTuple):
    """`phrases` say `concept`, more closely `value`."""

    concept: str
    value: Any
    phrases: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A concept found at words `start` to before `end`."""

    concept: str
    value: Any
    start: int
    end: int

    @property
    def classes(self) -> tuple[str, ...]:
        """What a phrase may call it."""
        return (f"{{{self.concept}}}", f"{{{self.concept}:{self.value}}}")


@dataclass(slots=True)
class Node:
    """One step into the phrases: what may come next, and what ends here."""

    next: dict[str, "Node"] = field(default_factory=dict)
    ends: list[tuple[str, Any]] = field(default_factory=list)


def spelled_out(phrases: str) -> Iterator[tuple[str, ...]]:
    """Every sequence of words that a row's phrases allow, idle words left out."""
    for phrase in phrases.split(","):
        for plain in _expanded(phrase.strip()):
            found = tuple(plain.split())
            if found:
                yield weighty(found)


def weighty(words: Sequence[str]) -> tuple[str, ...]:
    """`words` without the idle ones; all of them where nothing else is said."""
    return tuple(word for word in words if word not in IDLE) or tuple(words)


def _expanded(phrase: str) -> Iterator[str]:
    match = _ALTERNATIVES.search(phrase)
    if match is None:
        yield phrase
        return
    for choice in match[1].split("|"):
        yield from _expanded(f"{phrase[: match.start()]}{choice}{phrase[match.end() :]}")


def tree(rows: Iterable[Row]) -> Node:
    """All phrases of the rows as one tree, so that a text is read once however many there are."""
    root = Node()
    for row in rows:
        for sequence in spelled_out(row.phrases):
            node = root
            for word in sequence:
                node = node.next.setdefault(word, Node())
            if (row.concept, row.value) not in node.ends:
                node.ends.append((row.concept, row.value))
    return root


def vocabulary(rows: Iterable[Row]) -> frozenset[str]:
    """Every plain word that stands in a phrase."""
    return frozenset(
        word for row in rows for sequence in spelled_out(row.phrases) for word in sequence if not word.startswith("{")
    )


def longest(root: Node, words: Sequence[str], taken: Sequence[bool]) -> list[Unit]:
    """Units that do not overlap, from the left, the longest phrase first; `taken` words belong to something else."""
    found: list[Unit] = []
    at = 0
    while at < len(words):
        end, ends = at, list[tuple[str, Any]]()
        node, here = root, at
        while here < len(words) and not taken[here] and words[here] in node.next:
            node, here = node.next[words[here]], here + 1
            if node.ends:
                end, ends = here, node.ends
        found += [Unit(concept, value, at, end) for concept, value in ends]
        at = max(end, at + 1)
    return found


def everywhere(root: Node, words: Sequence[str], units: Sequence[Unit]) -> list[Unit]:
    """Every phrase that is said anywhere, overlapping or not; classes stand for the units."""
    starting: dict[int, list[Unit]] = {}
    for unit in units:
        starting.setdefault(unit.start, []).append(unit)
    inside = {at for unit in units if unit.concept in WHOLE for at in range(unit.start + 1, unit.end)}
    parts = [unit for unit in units if unit.concept in TOGETHER and unit.end - unit.start > 1]
    found: list[Unit] = []
    for at in range(len(words)):
        steps = [(root, at)]
        while steps:
            node, here = steps.pop()
            found += [Unit(concept, value, at, here) for concept, value in node.ends]
            if here < len(words) and node.next:
                steps += _onwards(node, here, words, starting)
    whole = [unit for unit in dict.fromkeys(found) if unit.start not in inside and unit.end not in inside]
    return [unit for unit in whole if not any(_is_part(unit, part) for part in parts)]


def _is_part(unit: Unit, of: Unit) -> bool:
    return of.start <= unit.start and unit.end <= of.end and unit.end - unit.start < of.end - of.start


def _onwards(
    node: Node, here: int, words: Sequence[str], starting: Mapping[int, Sequence[Unit]]
) -> Iterator[tuple[Node, int]]:
    if words[here] in node.next:
        yield node.next[words[here]], here + 1
    for unit in starting.get(here, ()):
        for name in unit.classes:
            if name in node.next:
                yield node.next[name], unit.end
