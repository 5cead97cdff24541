"""Whether the data are complete, and reading them again."""

from bot.blocks.lines import Line
from bot.blocks.words import KINDS, SOURCES
from bot.questions.answer import Act, Answer, Prepared
from bot.questions.answers.time import MINUTES
from bot.questions.asked import Intent
from bot.questions.pen import Pen
from bot.questions.phrasing import of_people, rated, unmeasured
from bot.questions.quoting import quoted
from bot.questions.row import Asked, Row

MOST_MISSING = 3


def state(asked: Asked) -> Answer:
    """Complete or not, as of when, from where, what is absent."""
    pen, report = Pen(asked.facts), asked.facts.report
    people = report.participants
    without = [p for p in people if not p.has_summary]
    ended = report.subject.ended_at is not None
    word = "Yes, complete" if report.complete else "Not complete"
    lines: list[Line] = [
        [
            f"{word}: {of_people(pen, len(people) - len(without), len(people))} people have a summary, as of ",
            pen.time(report.as_of),
            f", {SOURCES[report.source]}.",
        ]
    ]
    if not ended:
        lines.append([f"The {KINDS[report.subject.kind]} is not known to have ended, so numbers can still change."])
    elif not report.complete and not without:
        lines.append(["Summary pages are missing; reading again may bring them."])
    if without:
        lines.append(["Summaries come when somebody has left; for some, such as dialled-in phones, none comes."])
    lines += [[f"Missing: {quoted(pen, one)}"] for one in report.missing[:MOST_MISSING]]
    minutes = len(asked.facts.recorded.by_clock)
    if minutes:
        lines.append([f"Per-minute values: {pen.count(minutes, 'minutes')} minutes on record."])
    else:
        lines.append(["Per-minute values: none on record."])
    lines += unmeasured(pen, people) if len(rated(people)) < len(people) else []
    return pen.written(
        lines, prepared=None, suggestions=("read it again", "how sure are you?", "why are names missing?")
    )


def refresh(asked: Asked) -> Answer:
    """Offers to read it from Zoom again; says how old the data are."""
    pen, report = Pen(asked.facts), asked.facts.report
    lines: list[Line] = [
        ["Press the button and I read it from Zoom again. The data here are as of ", pen.time(report.as_of), "."]
    ]
    if report.complete:
        lines.append(
            ["They are complete, so little will change; each reading costs some of the account's daily limit."]
        )
    return pen.written(lines, prepared=Prepared(Act.REFRESH, "Read it again"), suggestions=("is the data complete?",))


ROWS: tuple[Row, ...] = (
    Row(Intent.DATA_STATE, state, MINUTES),
    Row(Intent.REFRESH, refresh),
)
