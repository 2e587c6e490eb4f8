"""Something is known now that was not before: specialists read the ticket again at once."""

from datetime import datetime

from orchestration.clock.followups import FollowUp, FollowUpKind
from orchestration.ports import UnitOfWork
from orchestration.status import ENDED
from orchestration.ticket import Ticket


async def read_again(uow: UnitOfWork, ticket: Ticket, now: datetime) -> None:
    """Specialists read on from what is known by now, and draft what the customer is told.

    Nobody waits for that on a ticket that has ended.
    """
    if ticket.status not in ENDED:
        await uow.follow_ups.schedule(FollowUp(ticket.id, FollowUpKind.CONSULT, now))
