"""What happened on the desk and on no ticket."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from orchestration.people import Role, Staff


@dataclass(frozen=True, slots=True)
class RoleGiven:
    """`by` gave someone a role, with these skills; that of an agent takes back what was given."""

    at: datetime
    by: Staff
    person: int
    name: str
    role: Role
    skills: tuple[str, ...] = ()


class Record(Protocol):
    """The record of the desk, which is only ever appended to; the audit's export reads it."""

    async def add(self, given: RoleGiven) -> None:
        """Writes it down."""
        ...
