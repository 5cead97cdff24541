"""Subscriptions, alerts and the outbox; which calls changed. Spelt out, so that tables.py cannot change it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision: str | None = "0003"
branch_labels = None
depends_on = None


def _of(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete="CASCADE")


def upgrade() -> None:
    op.create_table(
        "alert_channels",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Text(), nullable=False),
        sa.Column("channel_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("quiet", sa.LargeBinary()),
        sa.Column("quiet_by", sa.Text()),
        sa.Column("quiet_ends", sa.BigInteger()),
        sa.Column("refusal", sa.Text()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert_channels")),
        sa.UniqueConstraint("team_id", "channel_id", name=op.f("uq_alert_channels_team_id_channel_id")),
    )
    op.create_index(op.f("ix_alert_channels_quiet_ends"), "alert_channels", ["quiet_ends"])
    op.create_table(
        "subscriptions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger()),
        sa.Column("not_useful", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscriptions")),
        _of("subscriptions", "channel", "alert_channels"),
    )
    op.create_index(op.f("ix_subscriptions_channel"), "subscriptions", ["channel"])
    op.create_table(
        "alerts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Integer(), nullable=False),
        sa.Column("call_key", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("uuid", sa.Text()),
        sa.Column("number", sa.Text()),
        sa.Column("topic", sa.Text()),
        sa.Column("subscription_id", sa.Integer()),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("opened_at", sa.BigInteger()),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("leader", sa.Text()),
        sa.Column("storm_place", sa.Text()),
        sa.Column("storm_is_site", sa.Boolean(), nullable=False),
        sa.Column("quietly_held", sa.Boolean(), nullable=False),
        sa.Column("look_at", sa.BigInteger()),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("message_channel", sa.Text()),
        sa.Column("message_ts", sa.Text()),
        sa.Column("sent_at", sa.BigInteger()),
        sa.Column("posted_anew", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alerts")),
        sa.UniqueConstraint("channel", "call_key", name=op.f("uq_alerts_channel_call_key")),
        _of("alerts", "channel", "alert_channels"),
    )
    for columns in (["subscription_id"], ["look_at"], ["changed_at"], ["call_key"]):
        op.create_index(op.f(f"ix_alerts_{columns[0]}"), "alerts", columns)
    op.create_index(op.f("ix_alerts_channel_opened_at"), "alerts", ["channel", "opened_at"])
    op.create_index(op.f("ix_alerts_channel_is_on"), "alerts", ["channel", "is_on"])
    op.create_table(
        "snoozes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Integer(), nullable=False),
        sa.Column("alert_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snoozes")),
        _of("snoozes", "channel", "alert_channels"),
        _of("snoozes", "alert_id", "alerts"),
    )
    op.create_index(op.f("ix_snoozes_channel"), "snoozes", ["channel"])
    op.create_index(op.f("ix_snoozes_until"), "snoozes", ["until"])
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.Integer(), nullable=False),
        sa.Column("alert_id", sa.Integer()),
        sa.Column("sort", sa.String(8), nullable=False),
        sa.Column("body", sa.LargeBinary()),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.BigInteger()),
        sa.Column("parked_at", sa.BigInteger()),
        sa.Column("claimed_until", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("alert_id", "sort", name=op.f("uq_outbox_alert_id_sort")),
        _of("outbox", "channel", "alert_channels"),
        _of("outbox", "alert_id", "alerts"),
    )
    op.create_index(op.f("ix_outbox_next_at"), "outbox", ["next_at"])
    op.add_column("feed_calls", sa.Column("changes", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("feed_calls", sa.Column("is_due", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_index(op.f("ix_feed_calls_is_due"), "feed_calls", ["is_due"])


def downgrade() -> None:
    op.drop_index(op.f("ix_feed_calls_is_due"), "feed_calls")
    for column in ("is_due", "changes"):
        op.drop_column("feed_calls", column)
    for table in ("outbox", "snoozes", "alerts", "subscriptions", "alert_channels"):
        op.drop_table(table)
