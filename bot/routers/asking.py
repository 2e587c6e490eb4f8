"""Who asks what of which ticket."""

from dataclasses import dataclass

from aiogram.types import Message

from bot.reading import quote_of, ref_of, reply_ref_of
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
