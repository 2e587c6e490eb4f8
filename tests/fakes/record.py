"""The record of the desk, in memory."""

from orchestration.ports import RoleGiven
from tests.fakes.kept import Kept
from tests.fakes.rows import View


class FakeRecord:
    def __init__(self, kept: Kept) -> None:
        self.rows = View(kept.record)

    async def add(self, given: RoleGiven) -> None:
        self.rows.put(len(self.rows.rows), given)
