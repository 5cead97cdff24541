"""What the questions must reach, in % of each part; raise it when it is passed for good. Measures nothing."""

from collections.abc import Sequence

from tests.questions.evaluation import Outcome
from tests.questions.printing import figures
from tests.questions.rows import SEEN, UNSEEN

FLOOR = {
    SEEN: {"intent": 86.0, "slots": 79.0, "answer": 89.0},
    UNSEEN: {"intent": 84.0, "slots": 74.0, "answer": 86.0},
}


def below(outcomes: Sequence[Outcome]) -> list[str]:
    """What is too low, one line each; a number without a receipt always is."""
    lines = []
    for part, floor in FLOOR.items():
        found = [one for one in outcomes if one.row.part == part]
        if not found:
            continue
        got = figures(found)
        lines += [
            f"{part}: {key} {got[key]:.1f} % is under {least:g} %" for key, least in floor.items() if got[key] < least
        ]
        if got["no_receipt"]:
            lines.append(f"{part}: {got['no_receipt']} numbers have no receipt")
    return lines
