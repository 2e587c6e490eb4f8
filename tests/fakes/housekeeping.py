"""What nobody needs any more, in memory."""

from collections.abc import Sequence
from datetime import datetime

from orchestration.status import Status
from tests.fakes.desk import FakePlaces, FakeTickets
from tests.fakes.post import FakeInbox, FakeOutbox


class FakeHousekeeping:
    def __init__(
        self, tickets: FakeTickets, places: FakePlaces, inbox: FakeInbox, outbox: FakeOutbox
    ) -> None:
        self._tickets = tickets
        self._places = places
        self._inbox = inbox
        self._outbox = outbox

    async def long_closed(self, before: datetime, limit: int) -> Sequence[int]:
        closed = [
            ticket
            for ticket in self._tickets.rows.rows.values()
            if ticket.status is Status.CLOSED
            and ticket.status_since < before
            and ticket.id in self._places.rows.rows
        ]
        closed.sort(key=lambda ticket: (ticket.status_since, ticket.id))
        return [ticket.id for ticket in closed[:limit]]

    async def purge_updates(self, before: datetime, limit: int) -> int:
        rows = self._inbox.rows
        old = [one for one in rows.rows.values() if one.handled and one.at < before]
        old.sort(key=lambda one: one.at)
        for one in old[:limit]:
            rows.drop((one.update.bot, one.update.id))
        return len(old[:limit])

    async def purge_deliveries(self, before: datetime, limit: int) -> int:
        rows = self._outbox.rows
        sent = [(one.spent.at, one.id) for one in rows.rows.values() if one.spent]
        old = sorted((at, id_) for at, id_ in sent if at < before)[:limit]
        for _, id_ in old:
            rows.drop(id_)
        return len(old)
