"""What a term of the field means, in one or two plain sentences, and this call's own value as the example."""

from bot.blocks.lines import Line
from bot.blocks.names import clean
from bot.domain.shared_words import listed
from bot.questions.answer import Answer
from bot.questions.answers.shown import shown
from bot.questions.asked import Intent
from bot.questions.pen import Pen
from bot.questions.quoting import quoted
from bot.questions.row import Asked, Row
from bot.questions.terms import SHOWN, Term, term_of


def explained(asked: Asked) -> Answer:
    """The term and an example; an unknown one says so and names some that are known."""
    pen, wanted = Pen(asked.facts), asked.reading.slots.get("term")
    typed = wanted if isinstance(wanted, str) else ""
    term = term_of(typed) or term_of(str(asked.reading.slots.get("metric") or ""))
    if term is None:
        word = quoted(pen, clean(typed, 40) or "")
        start = f'I have no explanation for "{word}".' if word else "Which word?"
        line: Line = [f"{start} Words I can explain: {listed(SHOWN)}."]
        return pen.written([line], suggestions=("what is jitter?", "what is packet loss?", "what does poor mean here?"))
    lines: list[Line] = [[f"{term.name}: {term.means}"]]
    example = shown(pen, term.example)
    if example:
        lines.append([example])
    return pen.written(lines, suggestions=_next(term))


def _next(term: Term) -> tuple[str, ...]:
    by_metric = {
        "loss": "who had the most packet loss?",
        "latency": "who had the highest latency?",
        "jitter": "who had the most jitter?",
    }
    return (by_metric.get(term.example, "who had it worst?"), "what does poor mean here?")


ROWS: tuple[Row, ...] = (Row(Intent.GLOSSARY, explained),)
