"""Who acts: customers, staff, specialists and the desk itself."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal


class Role(StrEnum):
    """What a person of the staff may do; the rights themselves stand in `rights.py`."""

    AGENT = "agent"
    EXPERT = "expert"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"

    @property
    def supervises(self) -> bool:
        """Whether this role may act on other people's tickets."""
        return self in {Role.SUPERVISOR, Role.ADMIN}

    def or_more(self, other: "Role | None") -> "Role":
        """The one of both that may do more."""
        ranks = list(Role)
        return self if other is None else max(self, other, key=ranks.index)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone the desk has seen; a bot cannot list a group or look a name up.

    `role` is what they act as, None for whoever is not staff: the greater of what the group says of
    them (`by_group`) and what `/role` gave them (`granted`). `skills` are what they know best, for
    colleagues who ask for a skill rather than for a name. `reachable` says whether the person may
    be written to in private: only those who wrote to the bot, and have not blocked it, can be.
    `hints` counts how often they were told that plain words in a topic stay inside. `language` is
    what Telegram tells, `chosen_language` the one they want to be written to in.
    """

    id: int
    name: str
    username: str | None = None
    language: str | None = None
    role: Role | None = None
    reachable: bool = False
    hints: int = 0
    by_group: Role | None = None
    granted: Role | None = None
    skills: tuple[str, ...] = ()
    chosen_language: str | None = None

    def in_group(self, says: Role | None) -> "Person":
        """The same person once the group says that of them; None ends what was granted, too."""
        if says is None:
            return replace(self, role=None, by_group=None, granted=None, skills=())
        return replace(self, role=says.or_more(self.granted), by_group=says)

    def given(self, role: Role, skills: tuple[str, ...] = ()) -> "Person":
        """The same person with that role beside what the group says of them."""
        group = self.by_group or Role.AGENT
        granted = None if role is Role.AGENT else role
        return replace(self, role=group.or_more(granted), granted=granted, skills=skills)

    @property
    def mention(self) -> str:
        """The name that notifies them, when they have one."""
        return f"@{self.username}" if self.username else self.name


@dataclass(frozen=True, slots=True)
class Customer:
    """The customer as the author of something."""

    id: int
    name: str
    kind: Literal["customer"] = "customer"


@dataclass(frozen=True, slots=True)
class Staff:
    """A person of the staff as the author of something.

    An anonymous administrator's name is unknown to every bot: such a one supervises under a
    generic name, and cannot own a ticket, because nobody could be asked about it.
    """

    id: int
    name: str
    role: Role
    anonymous: bool = False
    kind: Literal["staff"] = "staff"


@dataclass(frozen=True, slots=True)
class Specialist:
    """An AI colleague as the author of something; `id` is the name of its file."""

    id: str
    name: str
    kind: Literal["specialist"] = "specialist"


@dataclass(frozen=True, slots=True)
class System:
    """The desk itself: it says only fixed sentences and never a model's words."""

    kind: Literal["system"] = "system"


Actor = Customer | Staff | Specialist | System

SYSTEM = System()
