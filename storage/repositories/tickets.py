"""Tickets: one row each, swapped as a whole, with the entries that it recorded."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from orchestration.errors import NoSuchTicket, StaleTicket
from orchestration.people import Customer
from orchestration.ticket import Primary, Ticket, Triage
from storage import tables
from storage.repositories.base import Repository
from storage.repositories.timeline import entry_row
from storage.upserts import count_up, insert_unknown, replace

_ticket = tables.ticket
_current = tables.current_ticket

_all = select(_ticket)
_get = _all.where(_ticket.c.id == bindparam("number"))
_of_customer = (
    _all.where(_ticket.c.customer_id == bindparam("customer"))
    .order_by(_ticket.c.id.desc())
    .limit(bindparam("limit"))
)
_current_of = _all.join_from(_current, _ticket, _current.c.ticket_id == _ticket.c.id).where(
    _current.c.customer_id == bindparam("customer")
)
_no_current = delete(_current).where(_current.c.customer_id == bindparam("customer"))
_owned_by = _all.where(_ticket.c.primary_id == bindparam("person"), tables.unclosed).order_by(
    _ticket.c.id
)
_unended = _all.where(tables.unended).order_by(_ticket.c.id).limit(bindparam("limit"))
_swap = update(_ticket).where(
    _ticket.c.id == bindparam("number"), _ticket.c.version == bindparam("loaded")
)
_insert_entries = insert(tables.timeline_entry)


class SqlTickets(Repository):
    """Tickets, and which one of a customer's is current."""

    async def next_number(self) -> int:
        """Counts up; whoever comes second waits for the first to commit or forget."""
        statement = count_up(self._dialect, tables.counter).returning(tables.counter.c.value)
        return int((await self._connection.execute(statement, {"name": "ticket"})).scalar_one())

    async def get(self, number: int) -> Ticket:
        """The ticket of that number; raises `NoSuchTicket`."""
        row = (await self._connection.execute(_get, {"number": number})).one_or_none()
        if row is None:
            raise NoSuchTicket(ticket=number)
        return _ticket_of(row)

    async def save(self, ticket: Ticket) -> None:
        """Swaps the row and adds the entries; raises `StaleTicket`."""
        if not ticket.recorded:
            return
        loaded = ticket.version - len(ticket.recorded)
        if loaded == 0:
            insertion = insert_unknown(self._dialect, _ticket)
            written = await self._connection.execute(insertion, _constants(ticket) | _state(ticket))
        else:
            whom = {"number": ticket.id, "loaded": loaded}
            written = await self._connection.execute(_swap, whom | _state(ticket))
        if written.rowcount == 0:
            raise StaleTicket
        await self._connection.execute(_insert_entries, [entry_row(one) for one in ticket.recorded])
        ticket.recorded.clear()

    async def of_customer(self, customer: int, limit: int = 20) -> Sequence[Ticket]:
        """A customer's tickets, newest first."""
        return await self._read(_of_customer, customer=customer, limit=limit)

    async def current_of(self, customer: int) -> Ticket | None:
        """The ticket that a customer's plain messages go to."""
        row = (await self._connection.execute(_current_of, {"customer": customer})).one_or_none()
        return _ticket_of(row) if row else None

    async def make_current(self, customer: int, number: int | None) -> None:
        """Chooses that ticket, or none."""
        if number is None:
            await self._connection.execute(_no_current, {"customer": customer})
        else:
            statement = replace(self._dialect, _current)
            await self._connection.execute(
                statement, {"customer_id": customer, "ticket_id": number}
            )

    async def owned_by(self, person: int) -> Sequence[Ticket]:
        """The tickets not yet closed whose primary responder is that person, oldest first."""
        return await self._read(_owned_by, person=person)

    async def unended(self, limit: int = 30) -> Sequence[Ticket]:
        """The tickets neither resolved nor closed, oldest first."""
        return await self._read(_unended, limit=limit)

    async def _read(self, statement: Any, **parameters: int) -> Sequence[Ticket]:  # noqa: ANN401
        rows = await self._connection.execute(statement, parameters)
        return [_ticket_of(row) for row in rows]


def _constants(ticket: Ticket) -> dict[str, Any]:
    """What never changes. An update that named the keys would have SQLite check every reference."""
    return {
        "id": ticket.id,
        "customer_id": ticket.customer.id,
        "created_at": ticket.created_at,
        "previous": ticket.previous,
    }


def _state(ticket: Ticket) -> dict[str, Any]:
    primary, triage = ticket.primary, ticket.triage
    return {
        "customer_name": ticket.customer.name,
        "subject": ticket.subject,
        "status": ticket.status,
        "status_since": ticket.status_since,
        "queue": ticket.queue,
        "urgency": ticket.urgency,
        "primary_id": primary.id if primary else None,
        "primary_name": primary.name if primary else None,
        "triage_intent": triage.intent if triage else None,
        "triage_urgency": triage.urgency if triage else None,
        "triage_language": triage.language if triage else None,
        "autonomy": ticket.autonomy,
        "people_called": ticket.people_called,
        "reachable": ticket.reachable,
        "rating": ticket.rating,
        "erased": ticket.erased,
        "version": ticket.version,
    }


def _ticket_of(row: Row[Any]) -> Ticket:
    return Ticket(
        id=row.id,
        customer=Customer(row.customer_id, row.customer_name),
        subject=row.subject,
        status=row.status,
        status_since=row.status_since,
        created_at=row.created_at,
        queue=row.queue,
        urgency=row.urgency,
        primary=None if row.primary_id is None else Primary(row.primary_id, row.primary_name),
        triage=None
        if row.triage_intent is None
        else Triage(row.triage_intent, row.triage_urgency, row.triage_language),
        autonomy=row.autonomy,
        people_called=row.people_called,
        reachable=row.reachable,
        rating=row.rating,
        erased=row.erased,
        previous=row.previous,
        version=row.version,
    )
