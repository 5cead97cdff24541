"""One file per group of questions: each answers from a reading and the facts. How a question is read is elsewhere."""

from bot.questions.row import Row

ROWS: tuple[Row, ...] = ()
"""Every answer there is, one row per intent; a test holds it complete."""
