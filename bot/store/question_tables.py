"""The table of answered questions, beside those of `bot.store.tables`. A change here needs a migration, as there."""

from sqlalchemy import Column, Index, Integer, LargeBinary, String, Table, UniqueConstraint

from bot.store.columns import PlainText, UtcInstant
from bot.store.tables import metadata

answers = Table(
    "answers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("team_id", PlainText, nullable=False),
    Column("channel_id", PlainText, nullable=False),
    # The first message of the thread, and the message that asked: Slack delivers a mention twice.
    Column("ts", PlainText, nullable=False),
    Column("message_ts", PlainText, nullable=False),
    Column("asker_id", PlainText, nullable=False),
    Column("asked_at", UtcInstant, nullable=False, index=True),
    # Which call, what was understood, and what was said; empty while the question is being answered.
    Column("kind", String(16)),
    Column("uuid", PlainText, index=True),
    Column("number", PlainText),
    Column("turn", LargeBinary),
    Column("text", PlainText),
    Column("expanded", LargeBinary),
    Column("judged", String(8), index=True),
    Column("judged_by", PlainText),
    UniqueConstraint("team_id", "channel_id", "message_ts"),
    Index(None, "team_id", "channel_id", "ts"),
)
