"""Units of work in memory."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from orchestration.deliveries import NotForCustomers
from orchestration.delivery import OfEntry
from orchestration.errors import StaleTicket
from orchestration.timeline import Audience
from orchestration.webhooks import Webhook
from tests.fakes.absences import FakeAbsences
from tests.fakes.actions import FakeActions, FakeEvidence
from tests.fakes.bans import FakeBans
from tests.fakes.bindings import FakeBindings, FakeVerifications
from tests.fakes.cases import FakeCases
from tests.fakes.clocks import FakeClocks
from tests.fakes.corrections import FakeCorrections
from tests.fakes.desk import (
    FakeFollowUps,
    FakeLinks,
    FakeMemory,
    FakePeople,
    FakePlaces,
    FakeTickets,
    FakeTimeline,
)
from tests.fakes.erasure import FakeErasure
from tests.fakes.held_replies import FakeHeldReplies
from tests.fakes.housekeeping import FakeHousekeeping
from tests.fakes.incidents import FakeIncidents
from tests.fakes.kept import Kept
from tests.fakes.knowledge import FakeKnowledgeBase
from tests.fakes.macros import FakeMacros
from tests.fakes.notices import FakeNotices
from tests.fakes.post import FakeCourier, FakeInbox, FakeOutbox
from tests.fakes.reception import FakePaces, FakeReceptions
from tests.fakes.record import FakeRecord
from tests.fakes.reminders import FakeReminders
from tests.fakes.rows import View
from tests.fakes.search import FakeSearch
from tests.fakes.usage import FakeUsageBook
from tests.fakes.webhooks import FakeWebhooks


class FakeUnitOfWork:
    """Everything one use case decides."""

    def __init__(self, kept: Kept, webhooks: Sequence[Webhook] = ()) -> None:
        self._kept = kept
        self._begun = kept.commits
        self.bans = FakeBans(kept)
        self.bindings = FakeBindings(kept)
        self.verifications = FakeVerifications(kept)
        self.paces = FakePaces(kept)
        self.receptions = FakeReceptions(kept)
        self.webhooks = FakeWebhooks(kept)
        self.tickets = FakeTickets(kept, self.webhooks, webhooks)
        self.timeline = FakeTimeline(self.tickets)
        self.search = FakeSearch(self.tickets)
        self.knowledge = FakeKnowledgeBase(kept)
        self.people = FakePeople(kept)
        self.links = FakeLinks(kept)
        self.places = FakePlaces(kept, self.tickets)
        self.follow_ups = FakeFollowUps(kept)
        self.clocks = FakeClocks(kept)
        self.reminders = FakeReminders(kept)
        self.outbox = FakeOutbox(kept)
        self.courier = FakeCourier(self.outbox)
        self.inbox = FakeInbox(kept)
        self.housekeeping = FakeHousekeeping(self.tickets, self.places, self.inbox, self.outbox)
        self.memory = FakeMemory(kept)
        self.macros = FakeMacros(kept)
        self.incidents = FakeIncidents(kept, self.tickets)
        self.notices = FakeNotices(kept)
        self.record = FakeRecord(kept)
        self.absences = FakeAbsences(kept)
        self.held_replies = FakeHeldReplies(kept)
        self.usage = FakeUsageBook(kept)
        self.corrections = FakeCorrections(kept)
        self.evidence = FakeEvidence(kept)
        self.cases = FakeCases(kept)
        self.actions = FakeActions(kept)
        self.erasure = FakeErasure(
            self.tickets,
            [self.people.rows, self.absences.rows],
            self.links,
            (
                self.follow_ups,
                self.reminders,
                self.held_replies,
                self.corrections,
                self.evidence,
                self.cases,
                self.actions,
            ),
            self.outbox,
            self.inbox,
        )

    def commit(self) -> None:
        """Checks first, so that a refused commit has changed nothing."""
        views: list[View[Any, Any]] = [
            self.tickets.numbers,
            self.tickets.rows,
            self.tickets.entries,
            self.tickets.current,
            self.knowledge.rows,
            self.knowledge.meant,
            self.people.rows,
            self.people.usernames,
            self.links.rows,
            self.places.rows,
            self.follow_ups.rows,
            self.clocks.rows,
            self.reminders.rows,
            self.outbox.rows,
            self.outbox.names,
            self.inbox.rows,
            self.memory.rows,
            self.webhooks.rows,
            self.bans.rows,
            self.bindings.rows,
            self.bindings.ended,
            self.verifications.rows,
            self.paces.rows,
            self.receptions.rows,
            self.macros.rows,
            self.record.rows,
            self.incidents.rows,
            self.notices.rows,
            self.notices.rules,
            self.notices.habits,
            self.absences.rows,
            self.held_replies.rows,
            self.usage.rows,
            self.corrections.rows,
            self.evidence.rows,
            self.cases.rows,
            self.actions.rows,
        ]
        if any(view.overtaken(self._begun) for view in views):
            raise StaleTicket
        self._keep_the_promise()
        self._kept.commits += 1
        for view in views:
            view.commit(self._kept.commits)

    def _keep_the_promise(self) -> None:
        """What the real database holds by its constraints."""
        for parcel in self.outbox.rows.rows.values():
            delivery = parcel.delivery
            if not isinstance(delivery.body, OfEntry):
                continue
            entry = self.tickets.entries.rows[delivery.body.entry]
            public = entry.audience is Audience.PUBLIC
            if delivery.audience is not entry.audience or (delivery.chat and not public):
                raise NotForCustomers(delivery)


class FakeStore:
    """Begins units of work, as `storage.unit_of_work.Database` does."""

    def __init__(self, webhooks: Sequence[Webhook] = ()) -> None:
        self.kept = Kept()
        self._webhooks = webhooks

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[FakeUnitOfWork]:
        """Commits at a clean end, and forgets on any error."""
        uow = FakeUnitOfWork(self.kept, self._webhooks)
        yield uow
        uow.commit()
