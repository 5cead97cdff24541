"""What each stored call says about the reading of sent and received. Spelt out, so that tables.py cannot change it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "direction_votes",
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("reading", sa.String(16), nullable=False),
        sa.Column("media", sa.String(8), nullable=False),
        sa.Column("agrees", sa.Boolean(), nullable=False),
        sa.Column("proves", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("call_id", "reading", "media", name=op.f("pk_direction_votes")),
        sa.ForeignKeyConstraint(
            ["call_id"], ["calls.id"], name=op.f("fk_direction_votes_call_id_calls"), ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    op.drop_table("direction_votes")
