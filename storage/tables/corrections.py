"""Whom conversations are for, as staff corrected it; the words go with their customer."""

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, Table

from storage.codec import WORDS
from storage.columns import Big, Document, Instant
from storage.tables.base import metadata, refers

route_correction = Table(
    "route_correction",
    metadata,
    Column("ticket_id", Big, autoincrement=False, nullable=False),
    Column("upto_seq", Integer, autoincrement=False, nullable=False),
    Column("conversation", Document(WORDS), nullable=False),
    Column("specialists", Document(WORDS), nullable=False),
    Column("corrected_by", Big, nullable=False),
    Column("corrected_at", Instant, nullable=False),
    PrimaryKeyConstraint("ticket_id", "upto_seq"),
    refers("timeline_entry", ["ticket_id", "upto_seq"], ["ticket_id", "seq"]),
)
Index(
    "ix_route_correction_at",
    route_correction.c.corrected_at,
    route_correction.c.ticket_id,
    route_correction.c.upto_seq,
)
