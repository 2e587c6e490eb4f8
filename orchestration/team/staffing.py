"""Who is there to answer a ticket: reads what the rules of `assigning` decide on."""

from collections.abc import Collection, Sequence
from datetime import datetime

from orchestration.desk import Desk, Queue
from orchestration.errors.ticket import AlreadyOwned
from orchestration.events import Assigned, AssignmentRule
from orchestration.people import SYSTEM, Person
from orchestration.ports import UnitOfWork
from orchestration.team.assigning import Nobody, Pool, after_turn, choose
from orchestration.team.away import absences_of
from orchestration.team.oncall import on_call
from orchestration.ticket import Primary, Ticket
from orchestration.timeline import Audience, Entry


async def find(
    uow: UnitOfWork, desk: Desk, ticket: Ticket, now: datetime, passed: Collection[int] = ()
) -> Person | Nobody:
    """Whom the rule of the ticket's queue gives it to, but for those `passed`; or why nobody."""
    queue = desk.queue(ticket.queue)
    if queue.assign is AssignmentRule.MANUAL:
        return Nobody.MANUAL
    people = await _people(uow, desk, queue, now)
    numbers = [person.id for person in people]
    pool = Pool(
        people,
        away=await absences_of(uow, numbers, now),
        passed=passed,
        busy=await uow.tickets.counts_of(numbers),
        turns=_turns(await uow.memory.recall(_memory_of(queue))),
        wanted=_wanted(ticket, queue),
    )
    return choose(queue.assign, pool)


async def give(uow: UnitOfWork, desk: Desk, ticket: Ticket, to: Person, now: datetime) -> None:
    """Gives the ticket to whom the rule found, and remembers that it was their turn.

    Raises `StaleTicket` when another ticket of the queue was given away meanwhile.
    """
    queue = desk.queue(ticket.queue)
    assign_by_rule(ticket, to, queue.assign, now)
    before = await uow.memory.recall(_memory_of(queue))
    turns = after_turn(_turns(before), to.id)
    await uow.memory.swap(_memory_of(queue), before, " ".join(map(str, turns)))


def assign_by_rule(ticket: Ticket, to: Person, rule: AssignmentRule, at: datetime) -> Entry:
    """The desk gives a ticket that nobody answers to `to`; raises `AlreadyOwned`."""
    ticket.check_not_closed()
    if ticket.primary is not None:
        raise AlreadyOwned(ticket=ticket.id, owner=ticket.primary.name)
    ticket.primary = Primary(to.id, to.name)
    event = Assigned(to.id, to.name, rule)
    return ticket.record(event, SYSTEM, Audience.INTERNAL, at, ticket.taken())


async def forget_turns(uow: UnitOfWork, person: int) -> None:
    """Someone left the staff: no queue waits for their turn."""
    for name in await uow.memory.names(_TURNS):
        turns = _turns(await uow.memory.recall(name))
        if person in turns:
            left = (str(each) for each in turns if each != person)
            await uow.memory.remember(name, " ".join(left))


_TURNS = "turns:"


def _memory_of(queue: Queue) -> str:
    return f"{_TURNS}{queue.id}"


def _turns(remembered: str | None) -> tuple[int, ...]:
    return tuple(map(int, (remembered or "").split()))


async def _people(uow: UnitOfWork, desk: Desk, queue: Queue, now: datetime) -> Sequence[Person]:
    """Whom the rule may choose from.

    Supervisors oversee: they are given tickets only by a queue whose file names them, and when they
    are on call.
    """
    staff = await uow.people.staff()
    if queue.assign is AssignmentRule.ON_CALL:
        by_id = {person.id: person for person in staff}
        return [by_id[each] for each in await on_call(uow, desk, now) if each in by_id]
    if queue.people:
        return [person for person in staff if queue.employs(person)]
    return [person for person in staff if person.role and not person.role.supervises]


def _wanted(ticket: Ticket, queue: Queue) -> frozenset[str] | None:
    """The skills that the ticket wants: its queue's, its tags, and what it was read as.

    An intent such as `return_refund` wants that very skill, and `return`, and `refund`.
    """
    if ticket.triage is None and not ticket.tags and not queue.skills:
        return None
    intent = ticket.triage.intent if ticket.triage else ""
    return frozenset({*queue.skills, *ticket.tags, intent, *intent.split("_")} - {""})
