"""Who of the staff is away."""

from collections.abc import Collection, Sequence
from typing import Protocol

from orchestration.team.absence import Absence


class Absences(Protocol):
    """Who said that they are away; one that is over stays until it is ended or replaced."""

    async def keep(self, absence: Absence) -> None:
        """Inserts it, or replaces the person's."""
        ...

    async def end(self, person: int) -> Absence | None:
        """Forgets the person's absence and returns it, if there was one."""
        ...

    async def of(self, people: Collection[int]) -> Sequence[Absence]:
        """The absences of these people, by id."""
        ...
