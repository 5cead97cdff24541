"""`python -m tests.questions`: how well questions are read and answered, seen and unseen apart.

Unseen questions are counted and never quoted, so that nobody builds for them; `--failures all` shows them too.
"""

import argparse
import json
import sys
from collections.abc import Sequence

from tests.questions.evaluation import Outcome, evaluate
from tests.questions.floor import below
from tests.questions.printing import document, failure, intents, table
from tests.questions.rows import SEEN, UNSEEN, load


def main() -> int:
    chosen = _arguments().parse_args()
    part = SEEN if chosen.seen else UNSEEN if chosen.unseen else None
    outcomes = evaluate(load(part, chosen.file), reading_given=chosen.answers)
    too_low = below(outcomes) if chosen.file is None else []
    if chosen.json:
        lines = [json.dumps(document(outcomes), indent=2)]
    else:
        lines = [*table(outcomes), *_details(outcomes, chosen.failures), "", *(too_low or ["At or above the floor."])]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if too_low else 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.questions", description=__doc__)
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--seen", action="store_true", help="only the seen questions")
    only.add_argument("--unseen", action="store_true", help="only the unseen questions")
    parser.add_argument("--file", help="only this file, without .jsonl; the floor is not looked at then")
    parser.add_argument("--failures", choices=("seen", "none", "all"), default="seen", help="which failures to list")
    parser.add_argument("--answers", action="store_true", help="the answers alone, from the readings that are expected")
    parser.add_argument("--json", action="store_true", help="the figures as JSON, without failures")
    return parser


def _details(outcomes: Sequence[Outcome], wanted: str) -> list[str]:
    failed = [one for one in outcomes if not one.all_ok]
    shown = [one for one in failed if wanted == "all" or (wanted == "seen" and one.row.part == SEEN)]
    hidden = len(failed) - len(shown)
    seen = [one for one in outcomes if one.row.part == SEEN or wanted == "all"]
    lines = ["", "Intents, of the questions that may be shown:", *intents(seen)] if seen else []
    if shown:
        lines += ["", f"Failed ({len(shown)}):", *(f"  {failure(one)}" for one in shown)]
    if hidden:
        lines += ["", f"{hidden} more failed and are not shown."]
    return lines


if __name__ == "__main__":
    sys.exit(main())
