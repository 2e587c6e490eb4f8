"""People, what they are told, and who is kept out."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    PrimaryKeyConstraint,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
)

from orchestration.people import Role
from orchestration.telling.notice import Cause, Interest
from storage.columns import Big, Instant, choice
from storage.tables.base import metadata, partial, refers

person = Table(
    "person",
    metadata,
    Column("id", Big, autoincrement=False, nullable=False),
    Column("name", Text, nullable=False),
    Column("username", Text),
    Column("username_folded", Text),
    Column("language", Text),
    Column("role", choice(Role, "role")),
    Column("reachable", Boolean, nullable=False),
    Column("hints", SmallInteger, nullable=False),
    Column("by_group", choice(Role, "by_group")),
    Column("granted", choice(Role, "granted")),
    # Words, with a space between them.
    Column("skills", Text, nullable=False),
    Column("chosen_language", Text),
    PrimaryKeyConstraint("id"),
    UniqueConstraint("username_folded", name="uq_person_username"),
    CheckConstraint("(username IS NULL) = (username_folded IS NULL)", "username"),
)
partial("ix_person_role", person.c.id, where=person.c.role.is_not(None))

absence = Table(
    "absence",
    metadata,
    Column("person_id", Big, autoincrement=False, nullable=False),
    Column("until", Instant),
    PrimaryKeyConstraint("person_id"),
)

ban = Table(
    "ban",
    metadata,
    Column("customer_id", Big, autoincrement=False, nullable=False),
    Column("ticket_id", Big, nullable=False),
    Column("by", Text, nullable=False),
    Column("since", Instant, nullable=False),
    Column("withheld", Integer, nullable=False),
    PrimaryKeyConstraint("customer_id"),
    refers("ticket", ["customer_id", "ticket_id"], ["customer_id", "id"]),
    CheckConstraint("withheld >= 0", "withheld"),
)

notice = Table(
    "notice",
    metadata,
    Column("person_id", Big, autoincrement=False, nullable=False),
    Column("ticket_id", Big, nullable=False),
    Column("entry_seq", Integer, nullable=False),
    Column("cause", choice(Cause), nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("needed", Boolean, nullable=False),
    # Whoever is concerned twice by an entry is told once.
    PrimaryKeyConstraint("person_id", "ticket_id", "entry_seq"),
    refers("timeline_entry", ["ticket_id", "entry_seq"], ["ticket_id", "seq"]),
)
Index("ix_notice_entry", notice.c.ticket_id, notice.c.entry_seq)

notice_rule = Table(
    "notice_rule",
    metadata,
    Column("person_id", Big, autoincrement=False, nullable=False),
    Column("scope", Text, nullable=False),
    Column("interest", choice(Interest), nullable=False),
    # Empty for every status: a key has no nulls.
    Column("status", Text, nullable=False),
    Column("wanted", Boolean, nullable=False),
    PrimaryKeyConstraint("person_id", "scope", "interest", "status"),
)
Index("ix_notice_rule_scope", notice_rule.c.scope)

notice_habits = Table(
    "notice_habits",
    metadata,
    Column("person_id", Big, autoincrement=False, nullable=False),
    Column("zone", Text, nullable=False),
    # Minutes of the day.
    Column("quiet_from", SmallInteger),
    Column("quiet_until", SmallInteger),
    Column("digest_at", SmallInteger),
    PrimaryKeyConstraint("person_id"),
    CheckConstraint("(quiet_from IS NULL) = (quiet_until IS NULL)", "quiet"),
)
