"""Inserting what may be there already, in the dialect of either database; made once each."""

from collections.abc import Callable
from functools import cache

from sqlalchemy import ColumnElement, Table
from sqlalchemy.dialects import postgresql, sqlite

Insert = sqlite.Insert | postgresql.Insert


def _insert(dialect: str, table: Table) -> Insert:
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


@cache
def insert_unknown(dialect: str, table: Table) -> Insert:
    """Inserts a row, or does nothing when its key is known."""
    return _insert(dialect, table).on_conflict_do_nothing(index_elements=table.primary_key.columns)


@cache
def insert_free(dialect: str, table: Table) -> Insert:
    """Inserts a row, or does nothing when another one stands in its place by whatever index."""
    return _insert(dialect, table).on_conflict_do_nothing()


@cache
def replace(
    dialect: str, table: Table, where: Callable[[Insert], ColumnElement[bool]] | None = None
) -> Insert:
    """Inserts a row, or replaces the one of its key; only `where` that one allows it, if given."""
    insert = _insert(dialect, table)
    key = table.primary_key.columns
    rest = [column.name for column in table.c if column.name not in key]
    return insert.on_conflict_do_update(
        index_elements=key,
        set_={name: insert.excluded[name] for name in rest},
        where=where(insert) if where else None,
    )


@cache
def count_up(dialect: str, counter: Table) -> Insert:
    """Adds one to the counter of that `name`; a new counter begins at 1."""
    insert = _insert(dialect, counter).values(value=1)
    return insert.on_conflict_do_update(
        index_elements=counter.primary_key.columns, set_={"value": counter.c.value + 1}
    )


@cache
def add_up(dialect: str, table: Table) -> Insert:
    """Inserts a row, or adds its numbers to those of its key; with none of them it is none."""
    insert = _insert(dialect, table)
    key = table.primary_key.columns
    rest = [column for column in table.c if column.name not in key]
    return insert.on_conflict_do_update(
        index_elements=key,
        set_={column.name: column + insert.excluded[column.name] for column in rest},
    )
