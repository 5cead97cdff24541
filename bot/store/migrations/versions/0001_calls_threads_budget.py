"""Calls with their legs, threads and the day's budget. Spelt out, so that later tables.py cannot change the past."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calls",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("call_key", sa.Text(), nullable=False),
        sa.Column("uuid", sa.Text()),
        sa.Column("number", sa.Text()),
        sa.Column("topic", sa.Text()),
        sa.Column("host", sa.Text()),
        sa.Column("started_at", sa.BigInteger()),
        sa.Column("ended_at", sa.BigInteger()),
        sa.Column("source", sa.String(16), nullable=False),
        sa.Column("as_of", sa.BigInteger(), nullable=False),
        sa.Column("pages_complete", sa.Boolean(), nullable=False),
        sa.Column("missing", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calls")),
        sa.UniqueConstraint("kind", "call_key", name=op.f("uq_calls_kind_call_key")),
    )
    op.create_index(op.f("ix_calls_as_of"), "calls", ["as_of"])
    op.create_index(op.f("ix_calls_kind_number_as_of"), "calls", ["kind", "number", "as_of"])
    op.create_table(
        "legs",
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Text()),
        sa.Column("email", sa.Text()),
        sa.Column("listed_email", sa.Text()),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("call_id", "position", name=op.f("pk_legs")),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_legs_call_id_calls"), ondelete="CASCADE"),
    )
    op.create_index(op.f("ix_legs_email"), "legs", ["email"])
    op.create_index(op.f("ix_legs_listed_email"), "legs", ["listed_email"])
    op.create_table(
        "threads",
        sa.Column("team_id", sa.Text(), nullable=False),
        sa.Column("channel_id", sa.Text(), nullable=False),
        sa.Column("ts", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("uuid", sa.Text()),
        sa.Column("number", sa.Text()),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("team_id", "channel_id", "ts", name=op.f("pk_threads")),
    )
    op.create_index(op.f("ix_threads_created_at"), "threads", ["created_at"])
    op.create_table(
        "heavy_budget",
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("used", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("account", "day", name=op.f("pk_heavy_budget")),
    )


def downgrade() -> None:
    for table in ("heavy_budget", "threads", "legs", "calls"):
        op.drop_table(table)
