"""Replies that staff saved for another time."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, delete, select

from orchestration.ports import SavedMacro
from storage import tables
from storage.repositories.base import Repository
from storage.upserts import insert_unknown

_macro = tables.macro

_get = select(_macro).where(_macro.c.name == bindparam("called"))
_all = select(_macro).order_by(_macro.c.name).limit(bindparam("limit"))
_forget = delete(_macro).where(_macro.c.name == bindparam("called"))


class SqlMacros(Repository):
    """Replies that staff saved, beside those in the desk's files."""

    async def add(self, macro: SavedMacro) -> bool:
        """Keeps it; False when there is one of its name, which then stays as it is."""
        row = {
            "name": macro.name,
            "content": macro.content,
            "saved_by": macro.by,
            "saved_by_name": macro.by_name,
            "saved_at": macro.at,
        }
        statement = insert_unknown(self._dialect, _macro).returning(_macro.c.name)
        return await self._connection.scalar(statement, row) is not None

    async def get(self, name: str) -> SavedMacro | None:
        """The one of that name."""
        row = (await self._connection.execute(_get, {"called": name})).one_or_none()
        return _macro_of(row) if row else None

    async def all(self, limit: int = 500) -> Sequence[SavedMacro]:
        """All there are, by name."""
        rows = await self._connection.execute(_all, {"limit": limit})
        return sorted(map(_macro_of, rows), key=lambda macro: macro.name)

    async def forget(self, name: str) -> bool:
        """Forgets it; False when there was none."""
        return (await self._connection.execute(_forget, {"called": name})).rowcount > 0


def _macro_of(row: Row[Any]) -> SavedMacro:
    return SavedMacro(row.name, row.content, row.saved_by, row.saved_by_name, row.saved_at)
