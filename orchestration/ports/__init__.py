"""What the centre needs of the rooms around it: small protocols, sized by who uses them.

One contract suite runs the in-memory fake, SQLite and PostgreSQL against these docstrings.
"""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Protocol

from orchestration.ports.advisors import Advice, Advisor, Brief
from orchestration.ports.bans import Bans
from orchestration.ports.erasure import Erasure
from orchestration.ports.macros import Macros, SavedMacro
from orchestration.ports.notices import Notices
from orchestration.ports.places import Links, Place, Places, Side
from orchestration.ports.post import Courier, GivenUp, Inbox, Outbox, Pending, Spent, Update
from orchestration.ports.reminders import Reminders
from orchestration.ports.search import Search
from orchestration.ports.tickets import FollowUps, People, Saved, Tickets, Timeline
from orchestration.ports.upkeep import Housekeeping, Memory
from orchestration.ports.webhooks import Webhooks

__all__ = [
    "Advice",
    "Advisor",
    "Bans",
    "Begin",
    "Brief",
    "Clock",
    "Courier",
    "Erasure",
    "FollowUps",
    "GivenUp",
    "Housekeeping",
    "Inbox",
    "Links",
    "Macros",
    "Memory",
    "Notices",
    "Outbox",
    "Pending",
    "People",
    "Place",
    "Places",
    "Reminders",
    "Saved",
    "SavedMacro",
    "Search",
    "Side",
    "Spent",
    "Tickets",
    "Timeline",
    "UnitOfWork",
    "Update",
    "Webhooks",
]


class UnitOfWork(Protocol):
    """Everything one use case decides, kept or forgotten together."""

    @property
    def tickets(self) -> Tickets: ...
    @property
    def timeline(self) -> Timeline: ...
    @property
    def search(self) -> Search: ...
    @property
    def people(self) -> People: ...
    @property
    def links(self) -> Links: ...
    @property
    def places(self) -> Places: ...
    @property
    def follow_ups(self) -> FollowUps: ...
    @property
    def reminders(self) -> Reminders: ...
    @property
    def notices(self) -> Notices: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def courier(self) -> Courier: ...
    @property
    def inbox(self) -> Inbox: ...
    @property
    def memory(self) -> Memory: ...
    @property
    def macros(self) -> Macros: ...
    @property
    def housekeeping(self) -> Housekeeping: ...
    @property
    def bans(self) -> Bans: ...
    @property
    def webhooks(self) -> Webhooks: ...
    @property
    def erasure(self) -> Erasure: ...


#: Opens a unit of work: `async with begin() as uow:` commits at the end, or forgets on an error.
Begin = Callable[[], AbstractAsyncContextManager[UnitOfWork]]


class Clock(Protocol):
    """The desk's time, always in UTC with its zone; one module reads the machine's."""

    def __call__(self) -> datetime: ...
