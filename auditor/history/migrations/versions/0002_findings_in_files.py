"""Findings are no longer in the index: a host's ``findings.json`` knows since when each has stood, and nothing read these."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Drop the table."""
    op.drop_index("findings_by_id", table_name="findings")
    op.drop_table("findings")


def downgrade() -> None:
    """Nothing leads back: an index is rebuilt from the runs' files."""
    raise NotImplementedError("rebuild the index instead: auditor reindex")
