"""Everything that the store in memory keeps."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from typing import Any

from orchestration.actions.undertaking import Undertaking
from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.clock.reminders import Reminder
from orchestration.content import MessageRef
from orchestration.customers.pace import Pace
from orchestration.delivery import Delivery
from orchestration.knowledge.articles import Article, Passage
from orchestration.people import Person
from orchestration.ports import HeldReply, Place, RoleGiven, SavedMacro, Side, Spent, Update
from orchestration.ports.bans import Ban
from orchestration.ports.bindings import Binding, PastBinding, Verification
from orchestration.ports.corrections import Correction
from orchestration.ports.embedding import Floats
from orchestration.ports.evidence import RecordedRead
from orchestration.ports.incidents import Incident
from orchestration.ports.models import Usage
from orchestration.ports.reception import Reception
from orchestration.sla.clocks import SlaClock
from orchestration.team.absence import Absence
from orchestration.telling.notice import Habits, Notice, Rule
from orchestration.ticket import Ticket
from orchestration.timeline import Entry, EntryRef
from orchestration.workflows.case import CaseRecord
from tests.fakes.rows import Table


@dataclass(frozen=True, slots=True)
class Arrived:
    update: Update
    at: datetime
    handled: bool = False
    set_aside: bool = False
    tries: int = 0
    reason: str | None = None

    @property
    def waits(self) -> bool:
        return not self.handled and not self.set_aside


@dataclass(frozen=True, slots=True)
class Parcel:
    id: int
    turn: int
    delivery: Delivery
    attempts: int = 0
    not_before: datetime | None = None
    leased_until: datetime | None = None
    spent: Spent | None = None
    set_aside: bool = False
    held: bool = False
    pieces: int = 0
    reason: str | None = None

    @property
    def unsent(self) -> bool:
        return self.spent is None and not self.set_aside and not self.held

    def free(self, now: datetime) -> bool:
        return self.unsent and (self.leased_until is None or self.leased_until <= now)


class Kept:
    """What is committed."""

    def __init__(self) -> None:
        self.numbers: Table[str, int] = Table()
        self.tickets: Table[int, Ticket] = Table()
        self.entries: Table[EntryRef, Entry] = Table()
        self.current: Table[int, int] = Table()
        self.people: Table[int, Person] = Table()
        self.links: Table[MessageRef, dict[EntryRef, Side]] = Table()
        self.places: Table[int, Place] = Table()
        self.follow_ups: Table[tuple[int, FollowUpKind], FollowUp] = Table()
        self.clocks: Table[int, tuple[SlaClock, ...]] = Table()
        self.reminders: Table[int, Reminder] = Table()
        self.reminder_ids = count(1)
        self.parcels: Table[int, Parcel] = Table()
        self.arrived: Table[tuple[int, int], Arrived] = Table()
        self.memory: Table[str, str] = Table()
        self.bans: Table[int, Ban] = Table()
        self.bindings: Table[int, Binding] = Table()
        self.past_bindings: Table[int, tuple[PastBinding, ...]] = Table()
        self.verifications: Table[int, Verification] = Table()
        self.paces: Table[int, Pace] = Table()
        self.receptions: Table[int, Reception] = Table()
        self.webhook_notices: Table[int, Any] = Table()
        self.webhook_notice_ids = count(1)
        self.macros: Table[str, SavedMacro] = Table()
        self.articles: Table[str, Article] = Table()
        self.meanings: Table[str, tuple[str, Passage, Floats]] = Table()
        self.incidents: Table[int, Incident] = Table()
        self.notices: Table[tuple[int, EntryRef], Notice] = Table()
        self.record: Table[int, RoleGiven] = Table()
        self.rules: Table[tuple[int, str, str, str], Rule] = Table()
        self.absences: Table[int, Absence] = Table()
        self.habits: Table[int, Habits] = Table()
        self.held_replies: Table[MessageRef, HeldReply] = Table()
        self.usage: Table[tuple[int, str, date, str], Usage] = Table()
        self.cases: Table[int, CaseRecord] = Table()
        self.reads: Table[int, RecordedRead] = Table()
        self.undertakings: Table[EntryRef, Undertaking] = Table()
        self.corrections: Table[tuple[int, int], Correction] = Table()
        #: What may be there once: whoever writes the same one at the same time is overtaken.
        self.unique: Table[tuple[str, str], int] = Table()
        self.parcel_ids = count(1)
        self.commits = 0
