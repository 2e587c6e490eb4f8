"""Tickets: one row each, swapped as a whole, with the entries that it recorded."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from orchestration.errors import StaleTicket
from orchestration.errors.ticket import NoSuchTicket
from orchestration.events.closing import Look, Summary
from orchestration.events.drafting import DraftLock
from orchestration.events.escalation import Escalated
from orchestration.events.team import ChangesParts, Consultation, Decision, Participant
from orchestration.people import Customer
from orchestration.ports import Saved
from orchestration.ticket import LastReply, Primary, Ticket, Triage
from orchestration.webhooks import Webhook, notices
from storage import tables
from storage.repositories.base import Repository
from storage.repositories.timeline import entry_row
from storage.repositories.webhooks import SqlWebhooks
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
_counts_of = (
    select(_ticket.c.primary_id, func.count())
    .where(
        _ticket.c.primary_id.in_(bindparam("people", expanding=True)),
        _ticket.c.primary_id.is_not(None),
        tables.unended,
    )
    .group_by(_ticket.c.primary_id)
)
_of_incident = _all.where(_ticket.c.incident == bindparam("incident"), tables.unclosed).order_by(
    _ticket.c.id
)
_unended = _all.where(tables.unended).order_by(_ticket.c.id).limit(bindparam("limit"))
_swap = update(_ticket).where(
    _ticket.c.id == bindparam("number"), _ticket.c.version == bindparam("loaded")
)
_hold = _swap.values(version=_ticket.c.version)
_insert_entries = insert(tables.timeline_entry)

_participant = tables.participant
_participants_of = (
    select(_participant)
    .where(_participant.c.ticket_id.in_(bindparam("numbers", expanding=True)))
    .order_by(_participant.c.ticket_id, _participant.c.person_id)
)
_taking_part = _all.where(
    _ticket.c.id.in_(
        select(_participant.c.ticket_id).where(_participant.c.person_id == bindparam("person"))
    ),
    tables.unclosed,
)
_asked = _all.where(_ticket.c.expert_id == bindparam("person"))
_nobody_takes_part = delete(_participant).where(_participant.c.ticket_id == bindparam("number"))
_insert_participants = insert(_participant)


class SqlTickets(Repository):
    """Tickets, and which one of a customer's is current.

    Saving one also writes down what `webhooks` are to be told of it. `saved` holds what this unit
    of work has saved so far, in order.
    """

    def __init__(self, connection: AsyncConnection, webhooks: Sequence[Webhook] = ()) -> None:
        super().__init__(connection)
        self._webhooks = webhooks
        self.saved: list[Saved] = []

    async def next_number(self) -> int:
        """Counts up; whoever comes second waits for the first to commit or forget."""
        statement = count_up(self._dialect, tables.counter).returning(tables.counter.c.value)
        return int((await self._connection.execute(statement, {"name": "ticket"})).scalar_one())

    async def get(self, number: int) -> Ticket:
        """The ticket of that number; raises `NoSuchTicket`."""
        found = await self._read(_get, number=number)
        if not found:
            raise NoSuchTicket(ticket=number)
        return found[0]

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
        self.saved.append((ticket, tuple(ticket.recorded)))
        told = notices(self._webhooks, ticket, ticket.recorded)
        await SqlWebhooks(self._connection).add(told)
        if any(isinstance(entry.event, ChangesParts | Escalated) for entry in ticket.recorded):
            await self._swap_participants(ticket)
        ticket.recorded.clear()

    async def hold(self, ticket: Ticket) -> None:
        """Keeps other writers off the ticket until the commit; raises `StaleTicket`."""
        whom = {"number": ticket.id, "loaded": ticket.version}
        if (await self._connection.execute(_hold, whom)).rowcount == 0:
            raise StaleTicket

    async def _swap_participants(self, ticket: Ticket) -> None:
        await self._connection.execute(_nobody_takes_part, {"number": ticket.id})
        rows = [
            {"ticket_id": ticket.id, "person_id": each.id, "name": each.name, "part": each.part}
            for each in ticket.participants
        ]
        if rows:
            await self._connection.execute(_insert_participants, rows)

    async def of_customer(self, customer: int, limit: int = 20) -> Sequence[Ticket]:
        """A customer's tickets, newest first."""
        return await self._read(_of_customer, customer=customer, limit=limit)

    async def current_of(self, customer: int) -> Ticket | None:
        """The ticket that a customer's plain messages go to."""
        return next(iter(await self._read(_current_of, customer=customer)), None)

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

    async def counts_of(self, people: Collection[int]) -> Mapping[int, int]:
        """How many unended tickets each of these people answers, where they answer any."""
        rows = await self._connection.execute(_counts_of, {"people": list(people)})
        return dict(rows.all())

    async def involving(self, person: int) -> Sequence[Ticket]:
        """The tickets not yet closed in which that person takes part or is asked, oldest first."""
        found = {
            ticket.id: ticket
            for statement in (_taking_part, _asked)
            for ticket in await self._read(statement, person=person)
        }
        return [found[number] for number in sorted(found)]

    async def of_incident(self, number: int) -> Sequence[Ticket]:
        """The tickets not yet closed that belong to that incident, oldest first."""
        return await self._read(_of_incident, incident=number)

    async def unended(self, limit: int = 30) -> Sequence[Ticket]:
        """The tickets neither resolved nor closed, oldest first."""
        return await self._read(_unended, limit=limit)

    async def _read(self, statement: Any, **parameters: int) -> Sequence[Ticket]:  # noqa: ANN401
        rows = (await self._connection.execute(statement, parameters)).all()
        taking: dict[int, list[Participant]] = {row.id: [] for row in rows}
        if taking:
            numbers = {"numbers": list(taking)}
            for one in await self._connection.execute(_participants_of, numbers):
                taking[one.ticket_id].append(Participant(one.person_id, one.name, one.part))
        return [_ticket_of(row, tuple(taking[row.id])) for row in rows]


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
    asked, decision = ticket.consultation, ticket.decision
    summary, look = ticket.summary, ticket.look
    lock, reply = ticket.lock, ticket.last_reply
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
        "priority_set": ticket.priority_set,
        "tags": ticket.tags,
        "escalations": ticket.escalations,
        "links": ticket.links,
        "absorbed": ticket.absorbed,
        "merged_into": ticket.merged_into,
        "expert_id": asked.expert if asked else None,
        "expert_name": asked.name if asked else None,
        "expert_asked_by": asked.asked_by if asked else None,
        "expert_since": asked.since if asked else None,
        "decision_seq": decision.seq if decision else None,
        "decision_by": decision.by if decision else None,
        "decision_words": decision.words if decision else None,
        "summary_by": summary.by if summary else None,
        "summary_at": summary.at if summary else None,
        "summary_words": summary.words if summary else None,
        "look_by": look.by if look else None,
        "look_at": look.at if look else None,
        "incident": ticket.incident,
        "draft": ticket.draft,
        "reply_draft": ticket.reply_draft,
        "lock_holder": lock.holder if lock else None,
        "lock_name": lock.name if lock else None,
        "lock_role": lock.role if lock else None,
        "lock_until": lock.until if lock else None,
        "reply_seq": reply.seq if reply else None,
        "reply_by": reply.by if reply else None,
        "reply_sent_at": reply.sent_at if reply else None,
        "rating": ticket.rating,
        "erased": ticket.erased,
        "version": ticket.version,
    }


def _ticket_of(row: Row[Any], participants: tuple[Participant, ...]) -> Ticket:
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
        priority_set=row.priority_set,
        tags=row.tags,
        escalations=row.escalations,
        links=row.links,
        absorbed=row.absorbed,
        merged_into=row.merged_into,
        participants=participants,
        consultation=None
        if row.expert_id is None
        else Consultation(row.expert_id, row.expert_name, row.expert_asked_by, row.expert_since),
        decision=None
        if row.decision_seq is None
        else Decision(row.decision_seq, row.decision_by, row.decision_words),
        summary=None
        if row.summary_by is None
        else Summary(row.summary_by, row.summary_at, row.summary_words),
        incident=row.incident,
        draft=row.draft,
        reply_draft=row.reply_draft,
        look=None if row.look_by is None else Look(row.look_by, row.look_at),
        lock=None
        if row.lock_holder is None
        else DraftLock(row.lock_holder, row.lock_name, row.lock_role, row.lock_until),
        last_reply=None
        if row.reply_seq is None
        else LastReply(row.reply_seq, row.reply_by, row.reply_sent_at),
        version=row.version,
    )
