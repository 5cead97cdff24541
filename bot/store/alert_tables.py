"""The tables of alerts, beside those of `bot.store.tables`. A change here needs a migration, as there."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, UniqueConstraint

from bot.store.columns import PlainText, UtcInstant
from bot.store.tables import metadata

alert_channels = Table(
    "alert_channels",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("team_id", PlainText, nullable=False),
    Column("channel_id", PlainText, nullable=False),
    # Counts the decisions of this channel: who decides on an older count decides anew, so nothing is told twice.
    Column("version", Integer, nullable=False),
    Column("quiet", LargeBinary),
    Column("quiet_by", PlainText),
    # When quiet hours end that held something back; NULL while nothing waits for their end.
    Column("quiet_ends", UtcInstant, index=True),
    # Why Slack does not take messages here, as already told to the owner; NULL once it took one again.
    Column("refusal", PlainText),
    UniqueConstraint("team_id", "channel_id"),
)

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("channel", ForeignKey("alert_channels.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("owner_id", PlainText, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("created_at", UtcInstant, nullable=False),
    # An ended one still says how the messages that it posted are kept up to date.
    Column("ended_at", UtcInstant),
    Column("not_useful", Integer, nullable=False),
)

alerts = Table(
    "alerts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("channel", ForeignKey("alert_channels.id", ondelete="CASCADE"), nullable=False),
    Column("call_key", PlainText, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("uuid", PlainText),
    Column("number", PlainText),
    Column("topic", PlainText),
    Column("subscription_id", Integer, index=True),
    Column("body", LargeBinary, nullable=False),
    # Posted or folded into a storm's list; NULL where nothing was told.
    Column("opened_at", UtcInstant),
    Column("is_on", Boolean, nullable=False),
    Column("leader", PlainText),
    Column("storm_place", PlainText),
    Column("storm_is_site", Boolean, nullable=False),
    Column("quietly_held", Boolean, nullable=False),
    # When to look again although no event comes: the end of a hold, of the call by silence, of what is provisional.
    Column("look_at", UtcInstant, index=True),
    Column("changed_at", UtcInstant, nullable=False, index=True),
    Column("message_channel", PlainText),
    Column("message_ts", PlainText),
    Column("sent_at", UtcInstant),
    Column("posted_anew", Integer, nullable=False),
    UniqueConstraint("channel", "call_key"),
    Index(None, "call_key"),
    Index(None, "channel", "opened_at"),
    Index(None, "channel", "is_on"),
)

snoozes = Table(
    "snoozes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("channel", ForeignKey("alert_channels.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("alert_id", ForeignKey("alerts.id", ondelete="CASCADE"), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("until", UtcInstant, nullable=False, index=True),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("channel", ForeignKey("alert_channels.id", ondelete="CASCADE"), nullable=False),
    Column("alert_id", ForeignKey("alerts.id", ondelete="CASCADE")),
    Column("sort", String(8), nullable=False),
    # A reply's or a line's content; a card has none, because it is made of the alert's state when it is sent.
    Column("body", LargeBinary),
    # Counts the wishes for this message: one that came while it was sent is not lost.
    Column("wanted", Integer, nullable=False),
    Column("attempts", Integer, nullable=False),
    # NULL while it is parked: Slack refused it, and its owner knows.
    Column("next_at", UtcInstant, index=True),
    Column("parked_at", UtcInstant),
    Column("claimed_until", UtcInstant),
    UniqueConstraint("alert_id", "sort"),
)
