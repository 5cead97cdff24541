"""The answer document, version 1, as `ask --json` prints it. Only shapes; what is said is decided elsewhere."""

from typing import Any, Literal

from pydantic import BaseModel

from bot.questions.answer import Answer, Receipt
from bot.questions.asked import Reading


class ReceiptDocument(BaseModel):
    """Where one number of the text comes from. `value` is as Zoom sent it, or as computed; a time is RFC 3339 UTC."""

    kind: Literal["measured", "count", "limit", "time", "derived"]
    value: float | int | str
    unit: str | None
    stat: str | None
    metric: str | None
    participant: str | None
    media: str | None
    direction: str | None
    field: str | None


class AnswerDocument(BaseModel):
    """`clarify`: the names to choose from where the right answer is to ask back."""

    version: Literal[1] = 1
    question: str
    intent: str
    slots: dict[str, Any]
    in_scope: bool
    text: str
    receipts: list[ReceiptDocument]
    clarify: list[str] | None


def document(question: str, reading: Reading, answer: Answer) -> AnswerDocument:
    """Thanks are answered by a reaction in Slack; here its name stands between colons."""
    return AnswerDocument(
        question=question,
        intent=reading.intent.value,
        slots=dict(reading.slots),
        in_scope=reading.in_scope,
        text=answer.text or f":{answer.reaction}:",
        receipts=[_receipt(one) for one in answer.receipts],
        clarify=[name for _, name in answer.clarify] or None,
    )


def _receipt(one: Receipt) -> ReceiptDocument:
    return ReceiptDocument(
        kind=one.kind,
        value=one.value,
        unit=one.unit,
        stat=one.stat,
        metric=one.metric,
        participant=one.participant,
        media=one.media,
        direction=one.direction,
        field=one.field,
    )
