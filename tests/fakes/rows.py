"""Rows in memory: what is committed, and how one unit of work sees and changes it."""

from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Table(Generic[K, V]):
    """What is committed, and which commit changed it last."""

    def __init__(self) -> None:
        self.rows: dict[K, V] = {}
        self.changed: dict[K, int] = {}


class View(Generic[K, V]):
    """A table as one unit of work sees and changes it."""

    def __init__(self, table: Table[K, V]) -> None:
        self._table = table
        self._written: set[K] = set()
        self.rows = dict(table.rows)

    def put(self, key: K, row: V) -> None:
        self._written.add(key)
        self.rows[key] = row

    def drop(self, key: K) -> None:
        if self.rows.pop(key, None) is not None:
            self._written.add(key)

    def overtaken(self, begun: int) -> bool:
        return any(self._table.changed.get(key, 0) > begun for key in self._written)

    def commit(self, number: int) -> None:
        for key in self._written:
            self._table.changed[key] = number
            self._table.rows.pop(key, None)
            if key in self.rows:
                self._table.rows[key] = self.rows[key]
