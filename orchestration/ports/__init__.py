"""What the centre needs of the rooms around it: small protocols, sized by who uses them.

One contract suite runs the in-memory fake, SQLite and PostgreSQL against these docstrings.
"""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Protocol

from orchestration.ports.absences import Absences
from orchestration.ports.actions import ActionBook
from orchestration.ports.advisors import Brain
from orchestration.ports.bans import Bans
from orchestration.ports.bindings import Bindings, Verifications
from orchestration.ports.cases import CaseBook
from orchestration.ports.clocks import Clocks
from orchestration.ports.corrections import Corrections
from orchestration.ports.erasure import Erasure
from orchestration.ports.evidence import EvidenceBook
from orchestration.ports.held_replies import HeldReplies, HeldReply
from orchestration.ports.incidents import Incidents
from orchestration.ports.knowledge import KnowledgeBase
from orchestration.ports.macros import Macros, SavedMacro
from orchestration.ports.notices import Notices
from orchestration.ports.places import Links, Place, Places, Side
from orchestration.ports.post import Courier, GivenUp, Inbox, Outbox, Pending, Spent, Update
from orchestration.ports.reception import Paces, Receptions
from orchestration.ports.record import Record, RoleGiven
from orchestration.ports.reminders import Reminders
from orchestration.ports.search import Search
from orchestration.ports.tickets import FollowUps, People, Saved, Tickets, Timeline
from orchestration.ports.upkeep import Housekeeping, Memory
from orchestration.ports.usage import UsageBook
from orchestration.ports.webhooks import Webhooks

__all__ = [
    "Absences",
    "ActionBook",
    "Bans",
    "Begin",
    "Bindings",
    "Brain",
    "CaseBook",
    "Clock",
    "Clocks",
    "Corrections",
    "Courier",
    "Erasure",
    "EvidenceBook",
    "FollowUps",
    "GivenUp",
    "HeldReplies",
    "HeldReply",
    "Housekeeping",
    "Inbox",
    "Incidents",
    "KnowledgeBase",
    "Links",
    "Macros",
    "Memory",
    "Notices",
    "Outbox",
    "Paces",
    "Pending",
    "People",
    "Place",
    "Places",
    "Receptions",
    "Record",
    "Reminders",
    "RoleGiven",
    "Saved",
    "SavedMacro",
    "Search",
    "Side",
    "Spent",
    "Tickets",
    "Timeline",
    "UnitOfWork",
    "Update",
    "UsageBook",
    "Verifications",
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
    def knowledge(self) -> KnowledgeBase: ...
    @property
    def people(self) -> People: ...
    @property
    def links(self) -> Links: ...
    @property
    def places(self) -> Places: ...
    @property
    def follow_ups(self) -> FollowUps: ...
    @property
    def clocks(self) -> Clocks: ...
    @property
    def reminders(self) -> Reminders: ...
    @property
    def notices(self) -> Notices: ...
    @property
    def absences(self) -> Absences: ...
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
    def record(self) -> Record: ...
    @property
    def held_replies(self) -> HeldReplies: ...
    @property
    def housekeeping(self) -> Housekeeping: ...
    @property
    def bans(self) -> Bans: ...
    @property
    def bindings(self) -> Bindings: ...
    @property
    def verifications(self) -> Verifications: ...
    @property
    def paces(self) -> Paces: ...
    @property
    def receptions(self) -> Receptions: ...
    @property
    def webhooks(self) -> Webhooks: ...
    @property
    def incidents(self) -> Incidents: ...
    @property
    def erasure(self) -> Erasure: ...
    @property
    def usage(self) -> UsageBook: ...
    @property
    def corrections(self) -> Corrections: ...
    @property
    def evidence(self) -> EvidenceBook: ...
    @property
    def cases(self) -> CaseBook: ...
    @property
    def actions(self) -> ActionBook: ...


#: Opens a unit of work: `async with begin() as uow:` commits at the end, or forgets on an error.
Begin = Callable[[], AbstractAsyncContextManager[UnitOfWork]]


class Clock(Protocol):
    """The desk's time, always in UTC with its zone; one module reads the machine's."""

    def __call__(self) -> datetime: ...
