"""What people want to be reminded of."""

from sqlalchemy import Boolean, Column, Index, PrimaryKeyConstraint, Table, Text

from storage.columns import Big, Instant
from storage.tables.base import metadata, partial, refers

reminder = Table(
    "reminder",
    metadata,
    Column("id", Big, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("zone", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("by_id", Big, nullable=False),
    Column("by_name", Text, nullable=False),
    Column("whom", Text, nullable=False),
    # Where it is for one person, and not for whoever `whom` means by then.
    Column("person_id", Big),
    Column("ticket_id", Big),
    # How its time was typed.
    Column("said", Text, nullable=False),
    # As calendars write rules (RFC 5545), for what comes again.
    Column("rule", Text),
    Column("unless_written", Boolean, nullable=False),
    # Whether the ticket's conversation comes along as a file.
    Column("with_conversation", Boolean, nullable=False),
    PrimaryKeyConstraint("id"),
    refers("ticket", ["ticket_id"], ["id"]),
    # A number that was of one is never of another: buttons bear it.
    sqlite_autoincrement=True,
)
Index("ix_reminder_due", reminder.c.due_at)
Index("ix_reminder_by", reminder.c.by_id)
Index("ix_reminder_whom", reminder.c.whom)
partial("ix_reminder_person", reminder.c.person_id, where=reminder.c.person_id.is_not(None))
partial("ix_reminder_ticket", reminder.c.ticket_id, where=reminder.c.ticket_id.is_not(None))
