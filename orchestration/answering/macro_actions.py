"""What a macro does besides sending its words: the one place to add to.

An action is written in a macro's front matter below `then`, as its name and a value. It is done in
the transaction that sends, by whoever sends and with their rights; a refusal refuses all of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Protocol

from orchestration.desk import Desk
from orchestration.ending import resolution
from orchestration.errors.ticket import UnknownPerson, UnknownStatus
from orchestration.people import Staff
from orchestration.ports import UnitOfWork
from orchestration.status import Status
from orchestration.team import assignment
from orchestration.ticket import Ticket


class Action(Protocol):
    """Something that is done to the ticket once the words are on their way."""

    @property
    def words(self) -> str:
        """The action as its file says it."""
        ...

    async def perform(
        self, uow: UnitOfWork, desk: Desk, ticket: Ticket, by: Staff, now: datetime
    ) -> None:
        """Does it, or nothing where the ticket is so already; raises what its verb raises."""
        ...


@dataclass(frozen=True, slots=True)
class SetStatus:
    """`status: resolved` moves the ticket."""

    to: Status

    @property
    def words(self) -> str:
        """The action as its file says it."""
        return f"status: {self.to}"

    @classmethod
    def read(cls, value: str) -> "SetStatus":
        """Reads it; raises `ValueError` with the statuses there are."""
        try:
            return cls(resolution.status_named(value))
        except UnknownStatus:
            msg = f"must be one of {', '.join(Status)}"
            raise ValueError(msg) from None

    async def perform(
        self, uow: UnitOfWork, desk: Desk, ticket: Ticket, by: Staff, now: datetime
    ) -> None:
        """Moves the ticket; raises `IllegalTransition`, `NotAllowed` or `NotWrappedUp`.

        Whoever sends the macro has read what stands open: its preview names that.
        """
        if ticket.status is not self.to:
            await resolution.set_status_anyway(uow, desk, ticket, self.to, by, now)


@dataclass(frozen=True, slots=True)
class Assign:
    """`assign: "@joe"` gives the ticket to someone."""

    username: str

    @property
    def words(self) -> str:
        """The action as its file says it."""
        return f"assign: @{self.username}"

    @classmethod
    def read(cls, value: str) -> "Assign":
        """Reads it; raises `ValueError`."""
        name = value.removeprefix("@")
        if not name.replace("_", "").isalnum():
            msg = 'must be somebody\'s user name, such as "@joe"'
            raise ValueError(msg)
        return cls(name)

    async def perform(
        self,
        uow: UnitOfWork,
        desk: Desk,  # noqa: ARG002 - what it gives is the same on every desk
        ticket: Ticket,
        by: Staff,
        now: datetime,
    ) -> None:
        """Gives the ticket away; raises `UnknownPerson` or `NotAllowed`."""
        person = await uow.people.by_username(self.username)
        if person is None or person.role is None:
            raise UnknownPerson(name=f"@{self.username}")
        if ticket.primary is None or ticket.primary.id != person.id:
            await assignment.assign(uow, ticket, person, by, now)


#: How each action is read from a macro's file, by its name there. They are done in the order in
#: which the file has them.
READERS: Mapping[str, Callable[[str], Action]] = MappingProxyType(
    {"status": SetStatus.read, "assign": Assign.read}
)
