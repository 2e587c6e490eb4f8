"""What staff ask of the specialists, and read alone."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from aiogram.types import Message

from bot.incoming.reading import Command
from bot.incoming.turn import Turn
from bot.routers import CommandHandler
from bot.routers.alone import language, show_alone
from bot.views.specialists import Used, listed


async def specialists(message: Message, _: Command, turn: Turn) -> None:
    """`/specialists`: who they are, what for, since when, and what models took."""
    reads, used = await language(message, turn), await _used(message, turn)
    await show_alone(message, listed(turn.roll(), turn.texts, reads, used), turn)


async def _used(message: Message, turn: Turn) -> Used:
    """What their models took today, and where the topic is a ticket's, what on that."""
    day = turn.now.astimezone(ZoneInfo(turn.texts.zone)).date()
    thread = message.message_thread_id if message.is_topic_message else None
    ticket = await turn.uow.places.ticket_at(message.chat.id, thread) if thread else None
    here = None if ticket is None else await turn.uow.usage.of_ticket(ticket)
    return Used(await turn.uow.usage.of_day(day), here)


#: In the group, in any topic, and in private.
SPECIALIST_COMMANDS: Mapping[str, CommandHandler] = {"specialists": specialists}
