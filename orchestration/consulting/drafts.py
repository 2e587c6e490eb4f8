"""The specialists' draft: a person sends it, sends other words in its place, or discards it.

It goes out as that person's public reply, with what it was drafted from on its entry. The ticket
names the one draft that can be sent, so it goes out once.
"""

from datetime import datetime

from orchestration.answering import replies
from orchestration.answering.collisions import Sending, may_send_anyway, obstacle
from orchestration.answering.staff_message import StaffMessage
from orchestration.consulting import turns
from orchestration.errors.drafting import AlreadyDecided, CannotSendAnyway
from orchestration.events import Obstacle, ReplyDrafted
from orchestration.events.ticket import Origin
from orchestration.people import Specialist, Staff
from orchestration.ports import UnitOfWork
from orchestration.rights import Verb
from orchestration.ticket import Ticket
from orchestration.timeline import Entry, EntryRef


async def send(
    uow: UnitOfWork, ticket: Ticket, seq: int, by: Staff, now: datetime, *, anyway: bool = False
) -> Obstacle | None:
    """Sends the draft of entry `seq` as the public reply of `by`, unless something is new.

    Returns what that is, and nothing has happened; `anyway` sends past it. The customer's words
    that came after those which the draft answers are new, too. Raises `AlreadyDecided`,
    `NotAllowed`, `CannotSendAnyway`, and what replying raises.
    """
    entry, drafted = await read(uow, ticket, seq, by)
    found = await obstacle(uow, ticket, Sending(by, now))
    if found is None and await _outdated(uow, ticket, drafted):
        found = Obstacle.CUSTOMER
    if found is not None and not anyway:
        return found
    if found is not None and not may_send_anyway(ticket, by, now):
        raise CannotSendAnyway(ticket=ticket.id)
    origin = Origin(None, seq, _name(entry))
    sent = StaffMessage(by, drafted.content, None)
    await replies.send(uow, ticket, sent, None, origin, now)
    return None


async def send_edited(
    uow: UnitOfWork, ticket: Ticket, seq: int, written: StaffMessage, now: datetime
) -> None:
    """Sends a person's words in place of the draft's, and keeps both.

    Raises what `send` raises.
    """
    entry, drafted = await read(uow, ticket, seq, written.author)
    origin = Origin(written.sent_at, seq, _name(entry), drafted.content)
    await replies.send(uow, ticket, written, None, origin, now)


async def discard(uow: UnitOfWork, ticket: Ticket, seq: int, by: Staff, now: datetime) -> None:
    """That draft is not sent; raises what `read` raises."""
    await read(uow, ticket, seq, by)
    turns.discard(ticket, seq, by, now)
    await uow.tickets.save(ticket)
    await turns.show_again(uow, ticket, seq)


async def read(uow: UnitOfWork, ticket: Ticket, seq: int, by: Staff) -> tuple[Entry, ReplyDrafted]:
    """The draft of entry `seq`, for `by` to decide about.

    Raises `AlreadyDecided` when it is not the ticket's draft any more, and `NotAllowed`.
    """
    if ticket.reply_draft != seq:
        raise AlreadyDecided(ticket=ticket.id)
    ticket.check_allowed(by, Verb.ANSWER_SUGGESTION)
    entry = await uow.timeline.entry(EntryRef(ticket.id, seq))
    if not isinstance(entry.event, ReplyDrafted):
        raise AlreadyDecided(ticket=ticket.id)
    return entry, entry.event


async def draft_of_turn(uow: UnitOfWork, ticket: Ticket, turn: int) -> int | None:
    """The entry of the draft that can be sent, if it is of the turn that began with `turn`."""
    if ticket.reply_draft is None:
        return None
    event = (await uow.timeline.entry(EntryRef(ticket.id, ticket.reply_draft))).event
    mine = isinstance(event, ReplyDrafted) and event.turn == turn
    return ticket.reply_draft if mine else None


async def _outdated(uow: UnitOfWork, ticket: Ticket, drafted: ReplyDrafted) -> bool:
    """Whether the customer wrote after what the draft answers."""
    turn = await turns.turn_of(uow, ticket, drafted.turn)
    return await uow.timeline.last_customer_seq(ticket.id) > turn.routed.upto


def _name(entry: Entry) -> str:
    return entry.actor.name if isinstance(entry.actor, Specialist) else ""
