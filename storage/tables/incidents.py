"""Causes that many tickets share."""

from sqlalchemy import CheckConstraint, Column, Integer, PrimaryKeyConstraint, Table, Text

from storage.codec import ACTOR
from storage.columns import Big, Document, Instant
from storage.tables.base import metadata

incident = Table(
    "incident",
    metadata,
    Column("number", Big, autoincrement=False, nullable=False),
    Column("title", Text, nullable=False),
    Column("opened_by", Text, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("updates", Integer, nullable=False),
    Column("resolved_at", Instant),
    Column("released", Integer, nullable=False),
    Column("released_by", Document(ACTOR)),
    PrimaryKeyConstraint("number"),
    CheckConstraint("number > 0", "number"),
    CheckConstraint("released BETWEEN 0 AND updates", "released"),
    CheckConstraint("released = 0 OR released_by IS NOT NULL", "released_by"),
)
