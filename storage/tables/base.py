"""What all tables share."""

from typing import Any

from sqlalchemy import Column, ColumnElement, ForeignKeyConstraint, Index, MetaData, TextClause

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def refers(table: str, columns: list[str], to: list[str]) -> ForeignKeyConstraint:
    """Columns that name a row of another table, looked at when the transaction commits."""
    targets = [f"{table}.{name}" for name in to]
    return ForeignKeyConstraint(columns, targets, deferrable=True, initially="DEFERRED")


def partial(
    name: str, *columns: Column[Any], where: ColumnElement[bool] | TextClause, unique: bool = False
) -> Index:
    """An index of some rows only."""
    return Index(name, *columns, unique=unique, sqlite_where=where, postgresql_where=where)
