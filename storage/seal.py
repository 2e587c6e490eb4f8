"""The timeline and the desk's record are sealed: the database refuses to change or delete a row.

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
_unseal = text("INSERT INTO memory (name, value) VALUES ('timeline-unsealed', '')")
_seal = text("DELETE FROM memory WHERE name = 'timeline-unsealed'")


def _on_sqlite(table: str, there: str, refused: str) -> tuple[str, ...]:
    """`INSERT OR REPLACE` would delete a row behind the triggers of deletion, so it has its own."""
    found = f"EXISTS (SELECT 1 FROM {table} WHERE {there})"  # noqa: S608 - names of our own
    return (
        f"""
CREATE TRIGGER {table}_unchanged BEFORE UPDATE ON {table}
WHEN NOT {_OPEN} BEGIN SELECT RAISE(ABORT, '{refused}'); END""",
        f"""
CREATE TRIGGER {table}_undeleted BEFORE DELETE ON {table}
WHEN NOT {_OPEN} BEGIN SELECT RAISE(ABORT, '{refused}'); END""",
        f"""
CREATE TRIGGER {table}_unreplaced BEFORE INSERT ON {table}
WHEN {found}
AND NOT {_OPEN} BEGIN SELECT RAISE(ABORT, '{refused}'); END""",
    )


def _on_postgresql(table: str, refused: str) -> tuple[str, ...]:
    return (
        f"""
CREATE FUNCTION {table}_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT {_OPEN} THEN
        RAISE EXCEPTION '{refused}' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'UPDATE' THEN NEW ELSE OLD END;
END $$""",
        f"""
CREATE TRIGGER {table}_sealed BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION {table}_sealed()""",
        f"""
CREATE TRIGGER {table}_untruncated BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION {table}_sealed()""",
    )


def put_on(table: Table, called: str) -> None:
    """Whoever creates this table by SQLAlchemy gets it sealed; refusals say what it is `called`."""
    there = " AND ".join(f"{key.name} = NEW.{key.name}" for key in table.primary_key)
    refused = f"{called} is only ever appended to"
    made = {
        "sqlite": _on_sqlite(table.name, there, refused),
        "postgresql": _on_postgresql(table.name, refused),
    }
    # What is left of it when the table is dropped with its triggers.
    left = {"postgresql": (f"DROP FUNCTION {table.name}_sealed()",)}
    for when, by_dialect in (("after_create", made), ("after_drop", left)):
        for dialect, statements in by_dialect.items():
            for statement in statements:
                ddl = DDL(statement)  # type: ignore[no-untyped-call]
                event.listen(table, when, ddl.execute_if(dialect=dialect))


@asynccontextmanager
async def unsealed(connection: AsyncConnection) -> AsyncIterator[None]:
    """Inside, entries may be changed and deleted, on this connection and in this transaction only.

    An error inside must end the transaction, which closes the seal again by itself.
    """
    await connection.execute(_unseal)
    yield
    await connection.execute(_seal)
