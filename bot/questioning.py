"""Questions on the command line: one, a file of them, and the answers that somebody marked wrong."""

from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.app import core, utc_now
from bot.asking import asking
from bot.config import Settings
from bot.documents.answer import AnswerDocument, document
from bot.domain.model import MeetingRef
from bot.errors import BadInput
from bot.question_ports import Judgement, Kept
from bot.questions.asked import Person, Question, Turn
from bot.services.asking import Asked, Asking
from bot.store.store import Store

NOBODY = Person("")


class Line(BaseModel):
    """One line of a batch. `context`: the thread so far, oldest first; `asker`: an e-mail address."""

    model_config = ConfigDict(extra="ignore")

    question: str
    context: list[str] = []
    asker: str | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and what became of it."""

    question: str
    asked: Asked

    @property
    def document(self) -> AnswerDocument:
        return document(self.question, self.asked.reading, self.asked.answer)


async def one(settings: Settings, ref: MeetingRef, line: Line) -> Exchange:
    """One question as the thread would answer it.

    Raises:
        QosError: as the report service does.
    """
    async with core(settings) as base:
        return await _asked(asking(base.store, base.reports, utc_now), ref, line)


async def batch(settings: Settings, ref: MeetingRef, lines: Iterable[bytes]) -> AsyncIterator[Exchange]:
    """One answer per line, in the order of the lines; blank lines are passed over.

    Raises:
        BadInput: `bad_line`, with its number; what came before has been answered.
        QosError: as the report service does.
    """
    async with core(settings) as base:
        answers = asking(base.store, base.reports, utc_now)
        for number, raw in enumerate(lines, start=1):
            if raw.strip():
                yield await _asked(answers, ref, _line(raw, number))


def _line(raw: bytes, number: int) -> Line:
    try:
        return Line.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        what = f"Line {number} is no question: {where + ': ' if where else ''}{first['msg']}."
        wanted = 'Each line is {"question": "…", "context": [], "asker": "…"}.'
        raise BadInput("bad_line", what, wanted) from error


async def _asked(answers: Asking, ref: MeetingRef, line: Line) -> Exchange:
    asker = Person(line.asker, line.asker) if line.asker else NOBODY
    turns: list[Turn] = []
    for earlier in line.context:
        turns.append((await answers.ask(ref, Question(earlier, asker, utc_now()), turns)).turn)
    return Exchange(line.question, await answers.ask(ref, Question(line.question, asker, utc_now()), turns))


async def wrong_answers(settings: Settings) -> Sequence[Kept]:
    """What was marked wrong, oldest first. Needs the database only."""
    async with Store.open(settings.database_url) as store:
        return await store.questions.judged(Judgement.WRONG)
