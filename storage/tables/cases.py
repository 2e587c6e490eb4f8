"""What is known of each ticket's matters."""

from sqlalchemy import Column, PrimaryKeyConstraint, Table

from storage.codec import CASE
from storage.columns import Big, Document
from storage.tables.base import metadata, refers

case_record = Table(
    "case_record",
    metadata,
    Column("ticket_id", Big, autoincrement=False, nullable=False),
    Column("document", Document(CASE), nullable=False),
    PrimaryKeyConstraint("ticket_id"),
    refers("ticket", ["ticket_id"], ["id"]),
)
