"""What the models took."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, PrimaryKeyConstraint, Table, Text

from storage.columns import Big
from storage.tables.base import metadata, refers

model_usage = Table(
    "model_usage",
    metadata,
    Column("ticket_id", Big, autoincrement=False, nullable=False),
    Column("specialist", Text, nullable=False),
    # The day of the desk's own zone, as 2026-03-29.
    Column("day", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("input", BigInteger, nullable=False),
    Column("output", BigInteger, nullable=False),
    Column("cache_read", BigInteger, nullable=False),
    Column("cache_written", BigInteger, nullable=False),
    # Millionths of a US dollar; none where some of it has no known price.
    Column("cost", BigInteger),
    PrimaryKeyConstraint("ticket_id", "specialist", "day", "model"),
    refers("ticket", ["ticket_id"], ["id"]),
    CheckConstraint(
        "input >= 0 AND output >= 0 AND cache_read >= 0 AND cache_written >= 0", "tokens"
    ),
    CheckConstraint("cost >= 0", "cost"),
)
Index("ix_model_usage_day", model_usage.c.day, model_usage.c.specialist)
