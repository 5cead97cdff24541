"""Answered questions. Spelt out, so that tables.py cannot change it."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision: str | None = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Text(), nullable=False),
        sa.Column("channel_id", sa.Text(), nullable=False),
        sa.Column("ts", sa.Text(), nullable=False),
        sa.Column("message_ts", sa.Text(), nullable=False),
        sa.Column("asker_id", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(16)),
        sa.Column("uuid", sa.Text()),
        sa.Column("number", sa.Text()),
        sa.Column("turn", sa.LargeBinary()),
        sa.Column("text", sa.Text()),
        sa.Column("expanded", sa.LargeBinary()),
        sa.Column("judged", sa.String(8)),
        sa.Column("judged_by", sa.Text()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answers")),
        sa.UniqueConstraint(
            "team_id", "channel_id", "message_ts", name=op.f("uq_answers_team_id_channel_id_message_ts")
        ),
    )
    for column in ("asked_at", "uuid", "judged"):
        op.create_index(op.f(f"ix_answers_{column}"), "answers", [column])
    op.create_index(op.f("ix_answers_team_id_channel_id_ts"), "answers", ["team_id", "channel_id", "ts"])


def downgrade() -> None:
    op.drop_table("answers")
