"""Erasing, in memory."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

from orchestration.customers.erasing import NOBODY
from orchestration.timeline import Entry
from tests.fakes.desk import FakeLinks, FakeTickets
from tests.fakes.post import FakeInbox, FakeOutbox
from tests.fakes.rows import View


class Wipes(Protocol):
    """What holds words of tickets."""

    def wipe(self, tickets: Sequence[int]) -> None: ...


class FakeErasure:
    def __init__(
        self,
        tickets: FakeTickets,
        people: Sequence[View[int, Any]],
        links: FakeLinks,
        of_tickets: Sequence[Wipes],
        outbox: FakeOutbox,
        inbox: FakeInbox,
    ) -> None:
        self._tickets = tickets
        self._people = people
        self._links = links
        self._of_tickets = of_tickets
        self._outbox = outbox
        self._inbox = inbox

    async def rewrite(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            stands = self._tickets.entries.rows[entry.ref]
            self._tickets.entries.put(
                entry.ref, replace(stands, actor=entry.actor, event=entry.event)
            )

    async def wipe(
        self, customer: int, tickets: Sequence[int], conversations: Sequence[str]
    ) -> None:
        for number in tickets:
            ticket = await self._tickets.get(number)
            ticket.customer = NOBODY
            self._tickets.rows.put(number, ticket)
        for message, shown in list(self._links.rows.rows.items()):
            if any(ref.ticket in tickets for ref in shown):
                self._links.rows.drop(message)
        for each in self._of_tickets:
            each.wipe(tickets)
        for parcel in list(self._outbox.rows.rows.values()):
            about, chat = parcel.delivery.ticket, parcel.delivery.chat
            if about in tickets or (about is None and chat == customer):
                self._outbox.rows.drop(parcel.id)
        for key, arrived in list(self._inbox.rows.rows.items()):
            if arrived.update.conversation in conversations and not arrived.waits:
                self._inbox.rows.drop(key)

    async def forget_person(self, person: int) -> None:
        for each in self._people:
            each.drop(person)
