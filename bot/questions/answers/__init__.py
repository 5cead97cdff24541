"""One file per group of questions: each answers from a reading and the facts. How a question is read is elsewhere."""

from bot.questions.answers import (
    alerts,
    cause,
    charts,
    glossary,
    meaning,
    moments,
    other,
    output,
    side,
    state,
    sureness,
    time,
    windows,
)
from bot.questions.row import Row

_LATER: tuple[Row, ...] = (
    *time.ROWS,
    *moments.ROWS,
    *windows.ROWS,
    *cause.ROWS,
    *side.ROWS,
    *meaning.ROWS,
    *glossary.ROWS,
    *sureness.ROWS,
    *charts.ROWS,
    *output.ROWS,
    *alerts.ROWS,
    *state.ROWS,
    *other.ROWS,
)
"""Time, cause, meaning, output, alerts, state."""

_ROWS: tuple[Row, ...] = (*_LATER,)

ROWS: tuple[Row, ...] = (*_ROWS, windows.filter_row(_ROWS))
"""Every answer there is, one row per intent; a test holds it complete. A window asks the other rows again."""
