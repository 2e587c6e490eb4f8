"""The database, and one transaction on it as a unit of work."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from functools import cached_property
from typing import Self

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from orchestration.errors import StaleTicket
from orchestration.webhooks import Webhook
from storage.address import parse
from storage.engines import engine_for, is_unavailable, unavailable
from storage.repositories.absences import SqlAbsences
from storage.repositories.actions import SqlActions, SqlEvidence
from storage.repositories.bans import SqlBans
from storage.repositories.bindings import SqlBindings, SqlVerifications
from storage.repositories.cases import SqlCases
from storage.repositories.clocks import SqlClocks
from storage.repositories.corrections import SqlCorrections
from storage.repositories.courier import SqlCourier
from storage.repositories.erasure import SqlErasure
from storage.repositories.follow_ups import SqlFollowUps
from storage.repositories.held_replies import SqlHeldReplies
from storage.repositories.housekeeping import SqlHousekeeping
from storage.repositories.inbox import SqlInbox
from storage.repositories.incidents import SqlIncidents
from storage.repositories.knowledge import SqlKnowledgeBase
from storage.repositories.links import SqlLinks
from storage.repositories.macros import SqlMacros
from storage.repositories.memory import SqlMemory
from storage.repositories.notices import SqlNotices
from storage.repositories.outbox import SqlOutbox
from storage.repositories.people import SqlPeople
from storage.repositories.places import SqlPlaces
from storage.repositories.reception import SqlPaces, SqlReceptions
from storage.repositories.record import SqlRecord
from storage.repositories.reminders import SqlReminders
from storage.repositories.search import SqlSearch
from storage.repositories.tickets import SqlTickets
from storage.repositories.timeline import SqlTimeline
from storage.repositories.usage import SqlUsageBook
from storage.repositories.webhooks import SqlWebhooks

#: PostgreSQL's serialization failure and deadlock: nobody is wrong, run it again.
_RUN_AGAIN = frozenset({"40001", "40P01"})
#: Who meets one of these was overtaken by another writer between reading and writing.
_RACES = ("pk_ticket", "pk_timeline_entry", "uq_person_username", "uq_outbox_collapse")


class SqlUnitOfWork:
    """Everything one use case decides, on one connection."""

    def __init__(self, connection: AsyncConnection, webhooks: Sequence[Webhook] = ()) -> None:
        #: For an engine that joins this transaction, so that work and its wake-up are one.
        self.connection = connection
        self._told = webhooks

    @cached_property
    def tickets(self) -> SqlTickets:
        """Tickets, and which one of a customer's is current."""
        return SqlTickets(self.connection, self._told)

    @cached_property
    def timeline(self) -> SqlTimeline:
        """Reading what happened."""
        return SqlTimeline(self.connection)

    @cached_property
    def search(self) -> SqlSearch:
        """The words of every message and note."""
        return SqlSearch(self.connection)

    @cached_property
    def knowledge(self) -> SqlKnowledgeBase:
        """The articles that the desk knows."""
        return SqlKnowledgeBase(self.connection)

    @cached_property
    def people(self) -> SqlPeople:
        """Everyone the desk has seen."""
        return SqlPeople(self.connection)

    @cached_property
    def links(self) -> SqlLinks:
        """Which messages in Telegram show which entry."""
        return SqlLinks(self.connection)

    @cached_property
    def places(self) -> SqlPlaces:
        """Where the staff see each ticket."""
        return SqlPlaces(self.connection)

    @cached_property
    def follow_ups(self) -> SqlFollowUps:
        """What is due later."""
        return SqlFollowUps(self.connection)

    @cached_property
    def clocks(self) -> SqlClocks:
        """How far the clocks of service levels have come."""
        return SqlClocks(self.connection)

    @cached_property
    def reminders(self) -> SqlReminders:
        """What people want to be reminded of."""
        return SqlReminders(self.connection)

    @cached_property
    def outbox(self) -> SqlOutbox:
        """What is decided to be sent."""
        return SqlOutbox(self.connection)

    @cached_property
    def courier(self) -> SqlCourier:
        """The outbox as its courier sees it."""
        return SqlCourier(self.connection)

    @cached_property
    def inbox(self) -> SqlInbox:
        """What Telegram told us, until it is handled."""
        return SqlInbox(self.connection)

    @cached_property
    def memory(self) -> SqlMemory:
        """The little that the desk itself must not forget."""
        return SqlMemory(self.connection)

    @cached_property
    def macros(self) -> SqlMacros:
        """Replies that staff saved for another time."""
        return SqlMacros(self.connection)

    @cached_property
    def incidents(self) -> SqlIncidents:
        """Causes that many tickets share."""
        return SqlIncidents(self.connection)

    @cached_property
    def notices(self) -> SqlNotices:
        """What people are told in private, and when they want to be."""
        return SqlNotices(self.connection)

    @cached_property
    def record(self) -> SqlRecord:
        """What happened on the desk and on no ticket."""
        return SqlRecord(self.connection)

    @cached_property
    def absences(self) -> SqlAbsences:
        """Who of the staff is away."""
        return SqlAbsences(self.connection)

    @cached_property
    def held_replies(self) -> SqlHeldReplies:
        """Words that wait for someone's decision."""
        return SqlHeldReplies(self.connection)

    @cached_property
    def housekeeping(self) -> SqlHousekeeping:
        """What nobody needs any more."""
        return SqlHousekeeping(self.connection)

    @cached_property
    def bans(self) -> SqlBans:
        """Who may not write to the desk."""
        return SqlBans(self.connection)

    @cached_property
    def bindings(self) -> SqlBindings:
        """Whose record is whose."""
        return SqlBindings(self.connection)

    @cached_property
    def verifications(self) -> SqlVerifications:
        """How far customers are in showing which record is theirs."""
        return SqlVerifications(self.connection)

    @cached_property
    def paces(self) -> SqlPaces:
        """How fast each customer writes."""
        return SqlPaces(self.connection)

    @cached_property
    def receptions(self) -> SqlReceptions:
        """The customers who were asked before their ticket opens."""
        return SqlReceptions(self.connection)

    @cached_property
    def webhooks(self) -> SqlWebhooks:
        """What webhooks are still to be told."""
        return SqlWebhooks(self.connection)

    @cached_property
    def erasure(self) -> SqlErasure:
        """Taking words away for good."""
        return SqlErasure(self.connection)

    @cached_property
    def usage(self) -> SqlUsageBook:
        """What the models took."""
        return SqlUsageBook(self.connection)

    @cached_property
    def corrections(self) -> SqlCorrections:
        """What staff corrected of the router's work."""
        return SqlCorrections(self.connection)

    @cached_property
    def evidence(self) -> SqlEvidence:
        """What was read of the business systems."""
        return SqlEvidence(self.connection)

    @cached_property
    def cases(self) -> SqlCases:
        """What is known of tickets' matters."""
        return SqlCases(self.connection)

    @cached_property
    def actions(self) -> SqlActions:
        """Writes to the business systems, on their way."""
        return SqlActions(self.connection)


class _OneByOne:
    """One unit of work at a time, in the order in which they came.

    SQLite has one writer, and waiting here is fair and free, while SQLite's own waiting polls.
    Who is `urgent` waits for a few of the others only, and not for the whole line.
    """

    #: So many of the others go between two urgent ones.
    BETWEEN = 3

    def __init__(self) -> None:
        self._holder: asyncio.Task[object] | None = None
        self._taken = False
        self._line: deque[asyncio.Future[None]] = deque()
        self._urgent: deque[asyncio.Future[None]] = deque()
        self._others = self.BETWEEN

    @asynccontextmanager
    async def turn(self, *, urgent: bool) -> AsyncIterator[None]:
        """Waits for its turn, and has it until the end of the block."""
        task = asyncio.current_task()
        if task is not None and task is self._holder:
            msg = "a unit of work inside another one of the same task would wait for itself"
            raise RuntimeError(msg)
        await self._take(self._urgent if urgent else self._line)
        self._holder = task
        try:
            yield
        finally:
            self._holder = None
            self._pass_on()

    async def _take(self, line: deque[asyncio.Future[None]]) -> None:
        if not self._taken:
            self._taken = True
            return
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        line.append(mine)
        try:
            await mine
        except asyncio.CancelledError:
            if mine.done() and not mine.cancelled():
                self._pass_on()  # it was handed over in the very moment
            raise

    def _pass_on(self) -> None:
        while self._line or self._urgent:
            urgent = self._urgent and (self._others >= self.BETWEEN or not self._line)
            next_ = (self._urgent if urgent else self._line).popleft()
            if not next_.done():
                self._others = 0 if urgent else self._others + 1
                next_.set_result(None)
                return
        self._taken = False


class Database:
    """Where everything is kept. Made by `open`, ended by `close`."""

    def __init__(self, url: URL, engine: AsyncEngine, webhooks: Sequence[Webhook] = ()) -> None:
        self._url = url
        self._webhooks = webhooks
        self._engine = engine
        sqlite = url.get_backend_name() == "sqlite"
        self._writer = _OneByOne() if sqlite else None

    @classmethod
    async def open(cls, address: str, webhooks: Sequence[Webhook] = ()) -> Self:
        """Connects once, to know that it can; raises `DatabaseUnavailable`.

        `address` is `sqlite:///file`, or `postgresql://user:password@host/name`.
        `webhooks` are told of what happens to the tickets that are saved.
        """
        url = parse(address)
        database = cls(url, engine_for(url), webhooks)
        try:
            async with database.begin():
                pass
        except BaseException:
            await database.close()
            raise
        return database

    async def close(self) -> None:
        """Closes every connection; nothing may be under way."""
        await self._engine.dispose()

    def begin(self) -> AbstractAsyncContextManager[SqlUnitOfWork]:
        """One transaction: commits at a clean end, and forgets on any error.

        Raises `StaleTicket` when another writer was first, so that the caller runs it again, and
        `DatabaseUnavailable` when the database cannot be reached.
        """
        return self._begin(urgent=False)

    def begin_urgently(self) -> AbstractAsyncContextManager[SqlUnitOfWork]:
        """The same for who should not wait for everybody: what Telegram did is being kept."""
        return self._begin(urgent=True)

    @asynccontextmanager
    async def _begin(self, *, urgent: bool) -> AsyncIterator[SqlUnitOfWork]:
        async with self._writer.turn(urgent=urgent) if self._writer else nullcontext():
            try:
                async with self._engine.begin() as connection:
                    yield SqlUnitOfWork(connection, self._webhooks)
            except DBAPIError as error:
                raise self._meaning(error) from error

    def _meaning(self, error: DBAPIError) -> Exception:
        code = getattr(error.orig, "sqlstate", None)
        constraint = getattr(getattr(error.orig, "diag", None), "constraint_name", None)
        if code in _RUN_AGAIN or constraint in _RACES:
            return StaleTicket()
        if is_unavailable(error):
            return unavailable(self._url, error)
        return error
