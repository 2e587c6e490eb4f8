"""What the desk remembers about itself."""

from sqlalchemy import CheckConstraint, Column, Index, PrimaryKeyConstraint, Table, Text

from orchestration.people import Role
from storage import seal
from storage.codec import ACTOR, CONTENT
from storage.columns import Big, Document, Instant, choice
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

# What happened on the desk and on no ticket: who gave whom which role.
desk_record = Table(
    "desk_record",
    metadata,
    Column("id", Big, autoincrement=True, nullable=False),
    Column("at", Instant, nullable=False),
    Column("actor", Document(ACTOR), nullable=False),
    Column("person_id", Big, nullable=False),
    Column("person_name", Text, nullable=False),
    Column("role", choice(Role), nullable=False),
    # Words, with a space between them.
    Column("skills", Text, nullable=False),
    PrimaryKeyConstraint("id"),
)
Index("ix_desk_record_person", desk_record.c.person_id)
seal.put_on(desk_record, "the record of the desk")
