"""What the desk remembers about itself."""

from sqlalchemy import CheckConstraint, Column, PrimaryKeyConstraint, Table, Text

from storage.codec import CONTENT
from storage.columns import Big, Document, Instant
from storage.tables.base import metadata

memory = Table(
    "memory",
    metadata,
    Column("name", Text, nullable=False),
    Column("value", Text, nullable=False),
    PrimaryKeyConstraint("name"),
)

macro = Table(
    "macro",
    metadata,
    Column("name", Text, nullable=False),
    Column("content", Document(CONTENT), nullable=False),
    Column("saved_by", Big, nullable=False),
    Column("saved_by_name", Text, nullable=False),
    Column("saved_at", Instant, nullable=False),
    PrimaryKeyConstraint("name"),
)

counter = Table(
    "counter",
    metadata,
    Column("name", Text, nullable=False),
    Column("value", Big, nullable=False),
    PrimaryKeyConstraint("name"),
    CheckConstraint("value > 0", "value"),
)
