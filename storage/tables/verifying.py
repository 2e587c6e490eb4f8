"""Whose record is whose, and how far someone is in showing it."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
)

from orchestration.events.verifying import Proof
from storage.columns import Big, Instant, choice
from storage.tables.base import metadata, partial

binding = Table(
    "binding",
    metadata,
    Column("id", Big, nullable=False),
    Column("customer_id", Big, nullable=False),
    Column("record", Text, nullable=False),
    Column("proof", choice(Proof, "proof"), nullable=False),
    Column("by", Text, nullable=False),
    Column("since", Instant, nullable=False),
    Column("until", Instant),
    Column("ended_by", Text),
    PrimaryKeyConstraint("id"),
    CheckConstraint("(until IS NULL) = (ended_by IS NULL)", "until"),
)
Index("ix_binding_customer", binding.c.customer_id)
#: A binding that holds.
holds = binding.c.until.is_(None)
partial("uq_binding_customer", binding.c.customer_id, where=holds, unique=True)

verification = Table(
    "verification",
    metadata,
    Column("customer_id", Big, autoincrement=False, nullable=False),
    Column("customer_name", Text, nullable=False),
    Column("since", Instant, nullable=False),
    # What waits to be checked.
    Column("proof", choice(Proof, "proof")),
    Column("named", Text),
    Column("postcode", Text),
    # A code that was sent.
    Column("code_digest", Text),
    Column("code_record", Text),
    Column("code_until", Instant),
    Column("tries", SmallInteger, nullable=False),
    Column("codes", SmallInteger, nullable=False),
    Column("version", Integer, nullable=False),
    PrimaryKeyConstraint("customer_id"),
    CheckConstraint("version > 0", "version"),
    CheckConstraint(
        "(proof IS NULL) = (named IS NULL) AND (proof IS NULL) = (postcode IS NULL)", "shown"
    ),
    CheckConstraint(
        "(code_digest IS NULL) = (code_record IS NULL)"
        " AND (code_digest IS NULL) = (code_until IS NULL)",
        "code",
    ),
)
#: A verification of which something waits to be checked.
unchecked = verification.c.proof.is_not(None)
partial("ix_verification_unchecked", verification.c.customer_id, where=unchecked)
