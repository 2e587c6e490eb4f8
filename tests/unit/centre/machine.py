"""What the machines have in common that play a desk in any order: they wait for what it does."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

from hypothesis.stateful import RuleBasedStateMachine

from orchestration.errors import DeskError

T = TypeVar("T")


class DeskMachine(RuleBasedStateMachine):
    """Every rule is one commit, as one update or one follow-up is; a refused one is none."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.Runner()

    def teardown(self) -> None:
        self.loop.close()

    def wait(self, doing: Awaitable[T]) -> T:
        async def whole() -> T:
            return await doing

        return self.loop.run(whole())

    def tries(self, doing: Awaitable[object]) -> None:
        """What is refused must leave no trace; the invariants look for one."""
        try:
            self.wait(doing)
        except DeskError:
            return
