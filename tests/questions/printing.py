"""What an evaluation comes to, as lines to print: a table per file, confusions, and what failed. Evaluates nothing."""

import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from tests.questions.evaluation import Outcome
from tests.questions.rows import SEEN, UNSEEN

HEAD = ("", "questions", "intent", "slots", "answer", "all", "no receipt", "over", "mean ms", "p95 ms")


def percent(hits: Iterable[bool]) -> float:
    """0 to 100; nothing at all is 100."""
    known = list(hits)
    return 100 * sum(known) / len(known) if known else 100.0


def figures(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Accuracies in %, times in ms; `no_receipt` counts numbers, `over` superfluous slots."""
    times = sorted(one.ms for one in outcomes if not one.error) or [0.0]
    return {
        "questions": len(outcomes),
        "intent": percent(one.intent_ok for one in outcomes),
        "slots": percent(one.slots_ok for one in outcomes),
        "answer": percent(one.answer_ok for one in outcomes),
        "all": percent(one.all_ok for one in outcomes),
        "no_receipt": sum(len(one.unreceipted) for one in outcomes),
        "over": sum(len(one.slots_over) for one in outcomes),
        "mean_ms": statistics.fmean(times),
        "p95_ms": times[max(0, -(-95 * len(times) // 100) - 1)],
    }


def document(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The same as one JSON value: per part, and per file of each."""
    parts = {part: [one for one in outcomes if one.row.part == part] for part in (SEEN, UNSEEN)}
    return {
        part: figures(found) | {"files": {file: figures(ones) for file, ones in _by_file(found).items()}}
        for part, found in parts.items()
        if found
    }


def table(outcomes: Sequence[Outcome]) -> list[str]:
    rows: list[tuple[str, ...]] = [HEAD]
    for part in (SEEN, UNSEEN):
        found = [one for one in outcomes if one.row.part == part]
        if found:
            rows += [_cells(f"  {file}", ones) for file, ones in _by_file(found).items()]
            rows.append(_cells(part, found))
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    return [
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        )
        for row in rows
    ]


def _by_file(outcomes: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    found: dict[str, list[Outcome]] = {}
    for one in outcomes:
        found.setdefault(one.row.file, []).append(one)
    return found


def _cells(name: str, outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    f = figures(outcomes)
    shares = tuple(f"{f[key]:.1f}%" for key in ("intent", "slots", "answer", "all"))
    return (name, str(f["questions"]), *shares, str(f["no_receipt"]), str(f["over"]), *_times(f))


def _times(found: dict[str, Any]) -> tuple[str, str]:
    return f"{found['mean_ms']:.2f}", f"{found['p95_ms']:.2f}"


def intents(outcomes: Sequence[Outcome]) -> list[str]:
    """Intents that are not always read right, the worst first, and what they were taken for most often."""
    by_intent: dict[str, list[Outcome]] = {}
    for one in outcomes:
        by_intent.setdefault(one.row.intent, []).append(one)
    lines = []
    for intent, found in sorted(by_intent.items(), key=lambda pair: percent(one.intent_ok for one in pair[1])):
        wrong = Counter(one.intent or "an error" for one in found if not one.intent_ok)
        if wrong:
            taken = ", ".join(f"{name} {count}" for name, count in wrong.most_common(4))
            lines.append(f"  {intent:<22} {len(found) - wrong.total()} of {len(found)}; taken for {taken}")
    return lines or ["  every intent was read right"]


def failure(one: Outcome) -> str:
    """One line: file, question, what was expected and what came."""
    row, reasons = one.row, []
    if not one.intent_ok:
        reasons.append(f"intent {row.intent} → {one.intent or one.error}")
    elif one.slots_missed:
        wanted = {name: row.slots[name] for name in one.slots_missed}
        reasons.append(f"slots {wanted} → {one.got.partition(' ')[2]}")
    reasons += [*one.answer_missed, *(f"no receipt for {number}" for number in one.unreceipted)]
    context = f" (after {' / '.join(row.context)})" if row.context else ""
    asker = f" [{row.asker.partition('.')[0].partition('@')[0]}]" if row.asker else ""
    question = " ".join(row.question.split())[:160]
    return f"{row.file}: {question!r}{context}{asker}: {'; '.join(reasons)} | {one.first_line[:160]}"
