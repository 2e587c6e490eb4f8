"""Saved replies in memory."""

from collections.abc import Sequence

from orchestration.ports import SavedMacro
from tests.fakes.kept import Kept
from tests.fakes.rows import View


class FakeMacros:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.macros)

    async def add(self, macro: SavedMacro) -> bool:
        if macro.name in self.rows.rows:
            return False
        self.rows.put(macro.name, macro)
        return True

    async def get(self, name: str) -> SavedMacro | None:
        return self.rows.rows.get(name)

    async def all(self, limit: int = 500) -> Sequence[SavedMacro]:
        return [macro for _, macro in sorted(self.rows.rows.items())][:limit]

    async def forget(self, name: str) -> bool:
        known = name in self.rows.rows
        self.rows.drop(name)
        return known
