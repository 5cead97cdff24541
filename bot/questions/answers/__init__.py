"""One file per group of questions: each answers from a reading and the facts. How a question is read is elsewhere."""

from bot.questions.answers import (
    absent,
    alert_acts,
    alerts,
    alone,
    cause,
    charts,
    claims,
    compare,
    corrected,
    count,
    device,
    glossary,
    groups,
    history,
    instances,
    meaning,
    moments,
    network,
    only,
    other,
    output,
    person,
    presence,
    rank,
    shared_network,
    side,
    sides,
    state,
    summary,
    sureness,
    time,
    windows,
)
from bot.questions.row import Row

_PEOPLE: tuple[Row, ...] = (
    *rank.ROWS,
    *only.ROWS,
    *count.ROWS,
    *alone.ROWS,
    *person.ROWS,
    *device.ROWS,
    *network.ROWS,
    *presence.ROWS,
    *shared_network.ROWS,
    *compare.ROWS,
    *groups.ROWS,
    *sides.ROWS,
    *instances.ROWS,
    *history.ROWS,
)
"""People and groups, now and before."""

_LATER: tuple[Row, ...] = (
    *time.ROWS,
    *moments.ROWS,
    *windows.ROWS,
    *cause.ROWS,
    *side.ROWS,
    *claims.ROWS,
    *meaning.ROWS,
    *glossary.ROWS,
    *sureness.ROWS,
    *charts.ROWS,
    *output.ROWS,
    *summary.ROWS,
    *alerts.ROWS,
    *alert_acts.ROWS,
    *state.ROWS,
    *absent.ROWS,
    *other.ROWS,
)
"""Time, cause, meaning, output, alerts, state."""

_ROWS: tuple[Row, ...] = (*_PEOPLE, *_LATER)

ROWS: tuple[Row, ...] = (*_ROWS, windows.filter_row(_ROWS), corrected.correction_row(_ROWS))
"""Every answer there is, one row per intent; a test holds it complete. Windows and corrections ask the others again."""
