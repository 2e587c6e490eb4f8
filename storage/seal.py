"""The timeline is sealed: the database itself refuses to change or delete an entry.

There is one way around it, `unsealed`, for what must be able to: erasing a customer's data and
restoring a backup over another desk. Why, and how to use it, is in
`docs/decisions/0012-a-sealed-timeline.md`.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import DDL, Table, event, text
from sqlalchemy.ext.asyncio import AsyncConnection

#: While this row is there, the seal is open for the transaction that put it there.
_OPEN = "EXISTS (SELECT 1 FROM memory WHERE name = 'timeline-unsealed')"
_THERE = "EXISTS (SELECT 1 FROM timeline_entry WHERE ticket_id = NEW.ticket_id AND seq = NEW.seq)"
_REFUSED = "the timeline is only ever appended to"
_unseal = text("INSERT INTO memory (name, value) VALUES ('timeline-unsealed', '')")
_seal = text("DELETE FROM memory WHERE name = 'timeline-unsealed'")

#: By dialect: what makes the seal. `INSERT OR REPLACE` would delete an entry behind the triggers of
#: deletion, so SQLite has one for that too.
SEAL: dict[str, tuple[str, ...]] = {
    "sqlite": (
        f"""
CREATE TRIGGER timeline_entry_unchanged BEFORE UPDATE ON timeline_entry
WHEN NOT {_OPEN} BEGIN SELECT RAISE(ABORT, '{_REFUSED}'); END""",
        f"""
CREATE TRIGGER timeline_entry_undeleted BEFORE DELETE ON timeline_entry
WHEN NOT {_OPEN} BEGIN SELECT RAISE(ABORT, '{_REFUSED}'); END""",
        f"""
CREATE TRIGGER timeline_entry_unreplaced BEFORE INSERT ON timeline_entry
WHEN {_THERE}
AND NOT {_OPEN} BEGIN SELECT RAISE(ABORT, '{_REFUSED}'); END""",
    ),
    "postgresql": (
        f"""
CREATE FUNCTION timeline_entry_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT {_OPEN} THEN
        RAISE EXCEPTION '{_REFUSED}' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'UPDATE' THEN NEW ELSE OLD END;
END $$""",
        """
CREATE TRIGGER timeline_entry_sealed BEFORE UPDATE OR DELETE ON timeline_entry
FOR EACH ROW EXECUTE FUNCTION timeline_entry_sealed()""",
        """
CREATE TRIGGER timeline_entry_untruncated BEFORE TRUNCATE ON timeline_entry
FOR EACH STATEMENT EXECUTE FUNCTION timeline_entry_sealed()""",
    ),
}
#: What is left of it when the table is dropped with its triggers.
REMAINS: dict[str, tuple[str, ...]] = {
    "sqlite": (),
    "postgresql": ("DROP FUNCTION timeline_entry_sealed()",),
}


def put_on(timeline: Table) -> None:
    """Whoever creates this table by SQLAlchemy gets it sealed."""
    for when, by_dialect in (("after_create", SEAL), ("after_drop", REMAINS)):
        for dialect, statements in by_dialect.items():
            for statement in statements:
                ddl = DDL(statement)  # type: ignore[no-untyped-call]
                event.listen(timeline, when, ddl.execute_if(dialect=dialect))


@asynccontextmanager
async def unsealed(connection: AsyncConnection) -> AsyncIterator[None]:
    """Inside, entries may be changed and deleted, on this connection and in this transaction only.

    An error inside must end the transaction, which closes the seal again by itself.
    """
    await connection.execute(_unseal)
    yield
    await connection.execute(_seal)
