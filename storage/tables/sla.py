"""The clocks of service levels."""

from sqlalchemy import BigInteger, CheckConstraint, Column, PrimaryKeyConstraint, Table, Text

from orchestration.events.sla import ClockKind
from orchestration.sla.clocks import Stage
from storage.columns import Big, Instant, choice
from storage.tables.base import metadata, refers

sla_clock = Table(
    "sla_clock",
    metadata,
    Column("ticket_id", Big, autoincrement=False, nullable=False),
    Column("kind", choice(ClockKind, "kind"), nullable=False),
    Column("calendar", Text, nullable=False),
    # Microseconds, so that no pause gains or loses any.
    Column("passed", BigInteger, nullable=False),
    Column("since", Instant),
    Column("told", choice(Stage, "told"), nullable=False),
    Column("due_at", Instant),
    PrimaryKeyConstraint("ticket_id", "kind"),
    refers("ticket", ["ticket_id"], ["id"]),
    CheckConstraint("passed >= 0", "passed"),
    # What stands still does not run out.
    CheckConstraint("since IS NOT NULL OR due_at IS NULL", "due_at"),
)
