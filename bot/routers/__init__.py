"""Each handler turns one kind of update into one use case."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from bot.incoming.reading import Command, quote_of, ref_of, reply_ref_of
from bot.incoming.turn import Turn
from orchestration import deliveries
from orchestration.answering.staff_message import StaffMessage
from orchestration.content import Content
from orchestration.people import Staff
from orchestration.ticket import Ticket

#: What a slash command does.
CommandHandler = Callable[[Message, Command, Turn], Awaitable[None]]


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
            self.message.date,
        )


#: What a slash command in a ticket's topic does.
TopicHandler = Callable[[TicketCommand, Turn], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button of a ticket's card, and who pressed it."""

    message: Message
    ticket: Ticket
    by: Staff
    value: str


#: What a button of a ticket's card does.
PressHandler = Callable[[Pressed, Turn], Awaitable[None]]


async def acknowledge(asked: TicketCommand, turn: Turn) -> None:
    """Acknowledges a command on the command itself; the card shows what changed.

    A button acknowledges itself.
    """
    author = asked.message.from_user
    if author is not None and author.username == turn.username:
        return
    await turn.uow.outbox.add(deliveries.mark(asked.ticket.id, ref_of(asked.message)))


class InStaffChat(BaseFilter):
    """Lets pass what happens in the configured staff group."""

    async def __call__(
        self, event: Message | CallbackQuery | ChatMemberUpdated, turn: Turn
    ) -> bool:
        """Whether it does."""
        message = event.message if isinstance(event, CallbackQuery) else event
        return message is not None and message.chat.id == turn.staff_chat
