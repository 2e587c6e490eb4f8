"""Words for the customer that wait for a decision; the words themselves are in the timeline."""

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

from storage.columns import Big
from storage.tables.base import metadata, refers

held_reply = Table(
    "held_reply",
    metadata,
    Column("chat", Big, autoincrement=False, nullable=False),
    Column("message", Big, autoincrement=False, nullable=False),
    Column("ticket_id", Big, nullable=False),
    Column("entry_seq", Integer, nullable=False),
    Column("album", Text),
    # The entry with which it became a suggestion.
    Column("suggestion", Integer),
    Column("aloud", Boolean, nullable=False),
    PrimaryKeyConstraint("chat", "message"),
    refers("timeline_entry", ["ticket_id", "entry_seq"], ["ticket_id", "seq"]),
    CheckConstraint("suggestion > entry_seq", "suggestion"),
)
Index("ix_held_reply_entry", held_reply.c.ticket_id, held_reply.c.entry_seq)
