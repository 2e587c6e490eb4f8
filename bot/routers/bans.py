"""Keeping someone out: `/ban` and `/unban` in a ticket's topic, and what it means in private."""

from aiogram.types import Message

from bot.incoming.reading import content_of, customer_of, is_unsupported, ref_of
from bot.incoming.turn import Turn
from bot.routers import TicketCommand
from orchestration import deliveries
from orchestration.content import ContentKind
from orchestration.customers import bans


async def ban(asked: TicketCommand, turn: Turn) -> None:
    """Keeps the ticket's customer out; what follows the command is the reason."""
    reason = " ".join(asked.argument.text.split())
    await bans.ban(turn.uow, asked.ticket, reason, asked.by, turn.now)
    await turn.uow.outbox.add(deliveries.mark(asked.ticket.id, ref_of(asked.message)))


async def unban(asked: TicketCommand, turn: Turn) -> None:
    """Lets the ticket's customer write again."""
    await bans.unban(turn.uow, asked.ticket, asked.by, turn.now)
    await turn.uow.outbox.add(deliveries.mark(asked.ticket.id, ref_of(asked.message)))


async def withheld(message: Message, turn: Turn) -> bool:
    """Whether a private message was kept out of the topics, because its author is banned."""
    content = content_of(message)
    service = content.kind is ContentKind.OTHER and not is_unsupported(message)
    if message.from_user is None or service:
        return False
    return await bans.withhold(turn.uow, customer_of(message.from_user), content, turn.now)
