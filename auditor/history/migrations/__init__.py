"""The steps from an older index to today's, run by alembic when an index is opened that has not taken them."""
