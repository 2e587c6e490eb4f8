"""Alembic's way in: `storage.migrate` hands over a connection with a transaction begun."""

from alembic import context

from storage.migrate import COMPARISON
from storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, **COMPARISON
)
context.run_migrations()
