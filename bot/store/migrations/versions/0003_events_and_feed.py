"""Zoom's events as they came, and what they tell of calls. Spelt out, so that tables.py cannot change it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Text()),
        sa.Column("content_key", sa.String(32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("event_at", sa.BigInteger()),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
        sa.UniqueConstraint("content_key", name=op.f("uq_events_content_key")),
        sa.UniqueConstraint("request_id", name=op.f("uq_events_request_id")),
    )
    op.create_index(op.f("ix_events_state"), "events", ["state", "id"])
    op.create_index(op.f("ix_events_received_at"), "events", ["received_at"])
    op.create_table(
        "feed_calls",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("number", sa.Text()),
        sa.Column("host_id", sa.Text()),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("fill_tries", sa.Integer(), nullable=False),
        sa.Column("fill_after", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed_calls")),
        sa.UniqueConstraint("kind", "uuid", name=op.f("uq_feed_calls_kind_uuid")),
    )
    op.create_index(op.f("ix_feed_calls_kind_number_last_at"), "feed_calls", ["kind", "number", "last_at"])
    op.create_index(op.f("ix_feed_calls_last_at"), "feed_calls", ["last_at"])
    op.create_index(op.f("ix_feed_calls_fill_after"), "feed_calls", ["fill_after"])
    op.create_table(
        "feed_legs",
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text()),
        sa.Column("email", sa.Text()),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("call_id", "participant_id", name=op.f("pk_feed_legs")),
        sa.ForeignKeyConstraint(
            ["call_id"], ["feed_calls.id"], name=op.f("fk_feed_legs_call_id_feed_calls"), ondelete="CASCADE"
        ),
    )
    op.create_index(op.f("ix_feed_legs_email"), "feed_legs", ["email"])
    op.create_table(
        "minutes",
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Text(), nullable=False),
        sa.Column("minute", sa.BigInteger(), nullable=False),
        sa.Column("told_ms", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("call_id", "participant_id", "minute", "told_ms", name=op.f("pk_minutes")),
        sa.ForeignKeyConstraint(
            ["call_id"], ["feed_calls.id"], name=op.f("fk_minutes_call_id_feed_calls"), ondelete="CASCADE"
        ),
    )
    op.create_table(
        "feed_gaps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger()),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed_gaps")),
    )
    op.create_table(
        "heartbeats",
        sa.Column("name", sa.String(16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_heartbeats")),
    )


def downgrade() -> None:
    for table in ("heartbeats", "feed_gaps", "minutes", "feed_legs", "feed_calls", "events"):
        op.drop_table(table)
