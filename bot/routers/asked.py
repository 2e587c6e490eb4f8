"""A slash command in a ticket's topic, and how it is acknowledged."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiogram.types import Message

from bot.reading import quote_of, ref_of, reply_ref_of
from bot.turn import Turn
from orchestration import deliveries
from orchestration.content import Content
from orchestration.people import Staff
from orchestration.replies import StaffMessage
from orchestration.ticket import Ticket


@dataclass(frozen=True, slots=True)
class TicketCommand:
    """A command in a ticket's topic: who asks what of which ticket."""

    message: Message
    argument: Content
    ticket: Ticket
    by: Staff

    def written(self) -> StaffMessage:
        """The command's words, as a message of its author."""
        return StaffMessage(
            self.by,
            self.argument,
            ref_of(self.message),
            reply_ref_of(self.message),
            quote_of(self.message),
        )


TopicHandler = Callable[[TicketCommand, Turn], Awaitable[None]]


async def done(asked: TicketCommand, turn: Turn) -> None:
    """Acknowledges a command on the command itself; the card shows what changed."""
    await turn.uow.outbox.add(deliveries.mark(asked.ticket.id, ref_of(asked.message)))
