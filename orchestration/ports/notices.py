"""What people are told in private: what waits for them, and what they want."""

from collections.abc import Sequence
from typing import Protocol

from orchestration.telling.notice import Habits, Notice, Rule


class Notices(Protocol):
    """What waits to be told to each person, and what they want to be told when."""

    async def add(self, *notices: Notice) -> None:
        """Adds them; of one person and entry the first stays."""
        ...

    async def waiting(self, person: int) -> Sequence[Notice]:
        """What waits for someone, by ticket and entry."""
        ...

    async def remove(self, person: int, notices: Sequence[Notice]) -> None:
        """These wait no more."""
        ...

    async def rules_of(self, person: int) -> Sequence[Rule]:
        """What one person said, by scope, interest and status."""
        ...

    async def rules_about(self, scopes: Sequence[str]) -> Sequence[Rule]:
        """What anybody said of these scopes."""
        ...

    async def keep_rule(self, rule: Rule) -> None:
        """Inserts it, or replaces the person's rule of that interest, scope and status."""
        ...

    async def forget_rule(self, rule: Rule) -> None:
        """Forgets the person's rule of that interest, scope and status, if there is one."""
        ...

    async def habits_of(self, person: int) -> Habits:
        """When that person wants to be told; the usual habits, until they say otherwise."""
        ...

    async def keep_habits(self, person: int, habits: Habits) -> None:
        """Replaces a person's habits."""
        ...
