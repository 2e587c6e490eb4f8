"""What was read of the business systems, and the writes to them on their way."""

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

from orchestration.events.actions import Progress
from storage.codec import ACTOR, APPROVALS, DECISION, JSON, OBJECT
from storage.columns import Big, Document, Instant, choice
from storage.tables.base import metadata, refers

recorded_read = Table(
    "recorded_read",
    metadata,
    Column("id", Big, nullable=False),
    Column("ticket_id", Big, nullable=False),
    Column("tool", Text, nullable=False),
    Column("arguments", Document(OBJECT), nullable=False),
    Column("record", Text),
    Column("read_at", Instant, nullable=False),
    Column("found", Boolean, nullable=False),
    Column("data", Document(JSON)),
    PrimaryKeyConstraint("id"),
    refers("ticket", ["ticket_id"], ["id"]),
    CheckConstraint("found OR data IS NULL", "found"),
)
Index("ix_recorded_read_ticket", recorded_read.c.ticket_id, recorded_read.c.id)

undertaking = Table(
    "undertaking",
    metadata,
    Column("ticket_id", Big, autoincrement=False, nullable=False),
    Column("seq", Integer, autoincrement=False, nullable=False),
    Column("tool", Text, nullable=False),
    Column("arguments", Document(OBJECT), nullable=False),
    Column("record", Text, nullable=False),
    Column("amount", Big, nullable=False),
    Column("proposed_by", Document(ACTOR), nullable=False),
    Column("proposed_at", Instant, nullable=False),
    Column("decision", Document(DECISION), nullable=False),
    Column("progress", choice(Progress, "progress"), nullable=False),
    Column("workflow", Text, nullable=False),
    Column("step", Text, nullable=False),
    Column("approvals", Document(APPROVALS), nullable=False),
    Column("until", Instant),
    Column("reminded", Boolean, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("tried_at", Instant),
    Column("reference", Text, nullable=False),
    Column("result", Document(JSON)),
    Column("version", Integer, nullable=False),
    PrimaryKeyConstraint("ticket_id", "seq"),
    refers("timeline_entry", ["ticket_id", "seq"], ["ticket_id", "seq"]),
    CheckConstraint("attempts >= 0", "attempts"),
    CheckConstraint("(attempts = 0) = (tried_at IS NULL)", "tried"),
)
Index("ix_undertaking_record", undertaking.c.record, undertaking.c.proposed_at)
