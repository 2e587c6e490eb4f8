"""What is kept of customers before there is a ticket, and beside it."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from storage.codec import MOMENTS, RECEIVED
from storage.columns import Big, Document, Instant
from storage.tables.base import metadata

pace = Table(
    "pace",
    metadata,
    Column("customer_id", Big, autoincrement=False, nullable=False),
    Column("moments", Document(MOMENTS), nullable=False),
    Column("gathers_until", Instant),
    Column("flood_until", Instant),
    Column("told", Boolean, nullable=False),
    PrimaryKeyConstraint("customer_id"),
)

reception = Table(
    "reception",
    metadata,
    Column("customer_id", Big, autoincrement=False, nullable=False),
    Column("customer_name", Text, nullable=False),
    Column("queue", Text, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("words", Document(RECEIVED), nullable=False),
    Column("previous", Big),
    Column("version", Integer, nullable=False),
    PrimaryKeyConstraint("customer_id"),
    CheckConstraint("version > 0", "version"),
)
Index("ix_reception_due", reception.c.due_at)
