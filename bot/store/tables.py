"""The tables, as SQLAlchemy Core sees them. A change here needs a migration; a test compares the two."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    false,
)

from bot.store.columns import PlainText, UtcInstant

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMING)

calls = Table(
    "calls",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    # What a call is known by, `uuid:…` or `number:…`: NULLs are never equal, so (kind, uuid) alone would not be unique.
    Column("call_key", PlainText, nullable=False),
    Column("uuid", PlainText),
    Column("number", PlainText),
    Column("topic", PlainText),
    Column("host", PlainText),
    Column("started_at", UtcInstant),
    Column("ended_at", UtcInstant),
    Column("source", String(16), nullable=False),
    Column("as_of", UtcInstant, nullable=False, index=True),
    Column("pages_complete", Boolean, nullable=False),
    Column("missing", JSON, nullable=False),
    UniqueConstraint("kind", "call_key"),
    Index(None, "kind", "number", "as_of"),
)

legs = Table(
    "legs",
    metadata,
    Column("call_id", ForeignKey("calls.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("participant_id", PlainText, nullable=False),
    Column("user_id", PlainText),
    # Lower-cased, and indexed so that a person can be erased. The participant list may know another address.
    Column("email", PlainText, index=True),
    Column("listed_email", PlainText, index=True),
    Column("body", LargeBinary, nullable=False),
)

threads = Table(
    "threads",
    metadata,
    Column("team_id", PlainText, primary_key=True),
    Column("channel_id", PlainText, primary_key=True),
    Column("ts", PlainText, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("uuid", PlainText),
    Column("number", PlainText),
    Column("created_at", UtcInstant, nullable=False, index=True),
)

heavy_budget = Table(
    "heavy_budget",
    metadata,
    Column("account", PlainText, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("used", Integer, nullable=False),
)

direction_votes = Table(
    "direction_votes",
    metadata,
    Column("call_id", ForeignKey("calls.id", ondelete="CASCADE"), primary_key=True),
    Column("reading", String(16), primary_key=True),
    Column("media", String(8), primary_key=True),
    Column("agrees", Boolean, nullable=False),
    Column("proves", Boolean, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True),
    # One delivery has one request id, kept when Zoom retries; a second subscription sends the content under another.
    Column("request_id", PlainText, unique=True),
    Column("content_key", String(32), nullable=False, unique=True),
    Column("name", PlainText, nullable=False),
    Column("event_at", UtcInstant),
    Column("received_at", UtcInstant, nullable=False, index=True),
    Column("state", String(8), nullable=False),
    Column("reason", PlainText),
    Column("body", LargeBinary, nullable=False),
    Index("ix_events_state", "state", "id"),
)

feed_calls = Table(
    "feed_calls",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("uuid", PlainText, nullable=False),
    Column("number", PlainText),
    Column("host_id", PlainText),
    Column("last_at", UtcInstant, nullable=False, index=True),
    Column("body", LargeBinary, nullable=False),
    # Asking REST for what the events left out: how often tried, and when next; without a time, never.
    Column("fill_tries", Integer, nullable=False),
    Column("fill_after", UtcInstant, index=True),
    # How often something new was told of it, and whether alerts have still to look at the latest.
    Column("changes", Integer, nullable=False, server_default="0"),
    Column("is_due", Boolean, nullable=False, server_default=false(), index=True),
    UniqueConstraint("kind", "uuid"),
    Index(None, "kind", "number", "last_at"),
)

feed_legs = Table(
    "feed_legs",
    metadata,
    Column("call_id", ForeignKey("feed_calls.id", ondelete="CASCADE"), primary_key=True),
    Column("participant_id", PlainText, primary_key=True),
    Column("user_id", PlainText),
    Column("email", PlainText, index=True),
    Column("body", LargeBinary, nullable=False),
)

minutes = Table(
    "minutes",
    metadata,
    Column("call_id", ForeignKey("feed_calls.id", ondelete="CASCADE"), primary_key=True),
    Column("participant_id", PlainText, primary_key=True),
    Column("minute", UtcInstant, primary_key=True),
    Column("told_ms", BigInteger, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

feed_gaps = Table(
    "feed_gaps",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("since", UtcInstant, nullable=False),
    Column("until", UtcInstant),
    Column("why", PlainText, nullable=False),
)

heartbeats = Table(
    "heartbeats",
    metadata,
    Column("name", String(16), primary_key=True),
    Column("at", UtcInstant, nullable=False),
)
