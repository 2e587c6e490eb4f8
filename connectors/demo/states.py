"""The systems' records as they stand, for whoever checks what a ticket has done to them."""

from pathlib import Path

from connectors.demo.schema import Value, find, opened


def rows(file: Path, table: str, **wanted: Value) -> list[dict[str, Value]]:
    """The rows of a table with these values, such as the refunds of one invoice.

    `schema.TABLES` says which tables and columns there are. Raises `LookupError` for a column that
    is none.
    """
    with opened(file, "ro") as records:
        return find(records, table, **wanted)
